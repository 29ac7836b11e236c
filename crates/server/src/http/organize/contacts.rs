//! A letter's contacts, locked as they are, on their way to the desk.

use std::io::{self, SeekFrom};

use axum::body::{Body, Bytes};
use axum::http::header::CONTENT_LENGTH;
use axum::response::IntoResponse;
use tokio::fs::File;
use tokio::io::{AsyncReadExt, AsyncSeekExt, AsyncWriteExt, BufWriter};

use super::super::pages;
use super::at::{Answered, At};
use super::letters::title;
use super::recipients::json_lines;
use crate::acts::contacts::{self, Export};
use crate::acts::{self, ActError, retention};
use crate::model::LetterState;
use crate::render::organize::ContactsPage;
use crate::render::{Moment, assets};
use crate::store::StoreError;

/// Bytes read at once.
const CHUNK: usize = 64 << 10;

/// `GET /organize/letters/{slug}/contacts`
pub(in crate::http) async fn page(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let (app, session) = (&at.site.app, at.session()?);
    let count = contacts::count(app, letter.id).await;
    Ok(pages::private(&ContactsPage {
        frame: at.frame(),
        visit: at.visit(),
        letter: title(&at, letter).await?.0,
        path: format!("/organize/letters/{}", letter.slug),
        draft: letter.state == LetterState::Draft,
        count: count.map_err(|error| at.failed(&error))?,
        kept_until: Moment::of_day(&letter.settings.retention_until),
        over: retention::is_over(letter, app.clock.now()),
        fresh: session.is_fresh(app.clock.now()),
        digest: assets::desk_digest().to_owned(),
    }))
}

/// `POST /organize/letters/{slug}/contacts`: a passkey answered, and the page can be downloaded from.
/// A download itself leaves the browser where it was, and that must not be the question for a passkey.
pub(in crate::http) async fn unlock(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    Ok(at.on_to(&format!("/organize/letters/{}/contacts", letter.slug)))
}

/// `POST /organize/letters/{slug}/contacts.jsonl`
pub(in crate::http) async fn export(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let (app, session) = (&at.site.app, at.session()?);
    let spooled = async {
        let export = contacts::export_by(app, session, letter).await?;
        spool(export, &app.config.data).await
    };
    let (file, length) = spooled.await.map_err(|error| at.failed(&error))?;
    let headers = json_lines(&at, "contacts")?;
    Ok((headers, [(CONTENT_LENGTH, length)], body(file)).into_response())
}

/// Writes an export into a file without a name, which goes when it is closed: however slowly it is
/// fetched, the database is read at once, and its log not held.
async fn spool(mut export: Export, folder: &std::path::Path) -> acts::Result<(File, u64)> {
    let full = |_: io::Error| ActError::from(StoreError::Unavailable("no room for an export"));
    let file = tempfile::tempfile_in(folder).map_err(full)?;
    let mut out = BufWriter::new(File::from_std(file));
    while let Some((lines, _)) = export.next().await? {
        out.write_all(lines.as_bytes()).await.map_err(full)?;
    }
    out.flush().await.map_err(full)?;
    let mut file = out.into_inner();
    let length = file.stream_position().await.map_err(full)?;
    file.seek(SeekFrom::Start(0)).await.map_err(full)?;
    Ok((file, length))
}

fn body(file: File) -> Body {
    Body::from_stream(futures_util::stream::try_unfold(file, |mut file| async {
        let mut chunk = vec![0; CHUNK];
        let read = file.read(&mut chunk).await?;
        chunk.truncate(read);
        Ok::<_, io::Error>((read > 0).then(|| (Bytes::from(chunk), file)))
    }))
}
