//! Contacts on their way to the desk: an export is JSON lines, each an age file that nobody here can
//! open (docs/DESK.md has the format).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::access::people::is_owner;
use super::access::trail::{Line, Who};
use super::access::{Act, Session};
use super::{ActError, Result};
use crate::app::App;
use crate::clock;
use crate::model::Letter;
use crate::store::contacts::{self, ContactRow};
use crate::store::{Tx, roles};

/// Contacts read at once.
const PAGE: i64 = 500;

/// An export under way, all of it from one snapshot.
pub struct Export {
    tx: Tx,
    letter: i64,
    count: u64,
    head: Option<String>,
    after: (i64, i64),
}

/// How many contacts an export would have.
pub async fn count(app: &App, letter: i64) -> Result<u64> {
    let mut tx = app.store.read().await?;
    Ok(contacts::count(&mut tx, letter).await?.unsigned_abs())
}

/// Begins an export by an owner, and notes it in the trail.
pub async fn export_by(app: &App, session: &Session, letter: &Letter) -> Result<Export> {
    let (id, actor) = (letter.id, (session.id, session.organizer));
    let line = Line::new(app, session.into(), Some(id), Act::ContactsExported, "");
    let noted = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                roles::hold(tx, id).await?;
                let may = is_owner(tx, actor, id).await?;
                if may {
                    line.write(tx).await?;
                }
                Ok(may)
            })
        })
        .await?;
    if noted {
        Export::begin(app, letter).await
    } else {
        Err(ActError::NotPermitted)
    }
}

/// Begins an export by the operator, and notes it likewise.
pub async fn export_by_operator(app: &App, letter: &Letter) -> Result<Export> {
    let (who, act) = (Who::operator(), Act::ContactsExported);
    let line = Line::new(app, who, Some(letter.id), act, "");
    app.committer
        .write(move |tx| Box::pin(async move { line.write(tx).await }))
        .await?;
    Export::begin(app, letter).await
}

impl Export {
    async fn begin(app: &App, letter: &Letter) -> Result<Self> {
        let mut tx = app.store.read().await?;
        let count = contacts::count(&mut tx, letter.id).await?.unsigned_abs();
        let head = json!({
            "undersigned": "contacts/v1",
            "letter": letter.origin,
            "exported_at": clock::hour_text(app.clock.now()),
            "count": count,
        });
        Ok(Self {
            tx,
            letter: letter.id,
            count,
            head: Some(format!("{head}\n")),
            after: (-1, 0),
        })
    }

    /// Contacts in all.
    #[must_use]
    pub const fn count(&self) -> u64 {
        self.count
    }

    /// The next lines and how many contacts are in them: the line for the whole first, then one for
    /// each contact. None at the end.
    pub async fn next(&mut self) -> Result<Option<(String, u64)>> {
        if let Some(head) = self.head.take() {
            return Ok(Some((head, 0)));
        }
        let page = contacts::page(&mut self.tx, self.letter, self.after, PAGE).await?;
        let Some(last) = page.last() else {
            return Ok(None);
        };
        self.after = (last.idx, last.id);
        let lines: String = page.iter().map(line).collect();
        Ok(Some((lines, page.len() as u64)))
    }
}

fn line(row: &ContactRow) -> String {
    let line = json!({
        "index": row.idx,
        "kind": row.kind,
        "level": row.level,
        "updates": row.updates,
        "age": STANDARD.encode(&row.file),
    });
    format!("{line}\n")
}
