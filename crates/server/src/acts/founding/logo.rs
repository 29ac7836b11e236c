//! Founders' logos: brought by organizations and companies that accepted, decided on by an organizer,
//! and encrypted like their words until the launch.

use super::answer::Opened;
use super::list::{UNKNOWN, known};
use super::{by_editor, is_held_draft, key};
use crate::acts::access::trail::Line;
use crate::acts::access::{Act, Session};
use crate::acts::logo::digest;
use crate::acts::signatory_logo;
use crate::acts::{ActError, Result};
use crate::app::App;
use crate::model::logo::Logo;
use crate::model::trail::What;
use crate::model::{Kind, Letter, LetterState};
use crate::seal::{KeyDir, RowKey, WaitingKeys, row_id};
use crate::store::founder_logos::{self, FounderLogoRow};
use crate::store::signatory_logos::{self, SignatoryLogoRow};
use crate::store::{self, StoreError, Tx, founders};

impl Opened {
    /// Whether a logo can be brought: by who accepted for an organization or a company.
    #[must_use]
    pub fn may_bring_logo(&self) -> bool {
        self.row.state == "accepted" && self.entry.public.kind != Kind::Individual
    }
}

/// The founder's logo, without its picture.
pub async fn of(app: &App, opened: &Opened) -> Result<Option<FounderLogoRow>> {
    let mut tx = app.store.read().await?;
    Ok(founder_logos::of(&mut tx, &[opened.row.id]).await?.pop())
}

/// Puts a logo in the place of any before. It waits for an organizer.
pub async fn bring(app: &App, opened: &Opened, logo: Logo) -> Result<()> {
    let key = key::make(app, &opened.letter).await?;
    let row = FounderLogoRow {
        founder: opened.row.id,
        id: row_id(app.clock.now_ms()),
        state: "waiting".to_owned(),
        width: logo.width.into(),
        height: logo.height.into(),
    };
    let image = key.encrypt(row.id, &logo.image);
    let image = image.ok_or(ActError::Unreadable)?;
    by_founder(app, opened, move |tx| {
        Box::pin(async move { founder_logos::put(tx, &row, &image).await })
    })
    .await
}

/// Takes the founder's logo away.
pub async fn take_away(app: &App, opened: &Opened) -> Result<()> {
    let founder = opened.row.id;
    by_founder(app, opened, move |tx| {
        Box::pin(founder_logos::remove(tx, founder))
    })
    .await
}

/// Changes a founder's logo, unless the letter launched or they took their answer back meanwhile.
async fn by_founder<F>(app: &App, opened: &Opened, work: F) -> Result<()>
where
    F: for<'t> FnOnce(&'t mut Tx) -> futures_util::future::BoxFuture<'t, store::Result<()>>
        + Send
        + 'static,
{
    if !opened.may_bring_logo() {
        return Err(ActError::NoLink);
    }
    let (letter, founder) = (opened.letter.id, opened.row.id);
    let done = app.committer.write(move |tx| {
        Box::pin(async move {
            if !is_held_draft(tx, letter).await? {
                return Ok(Err(ActError::Launched));
            }
            let now = founders::hold(tx, founder).await?;
            if now.is_none_or(|now| now.state != "accepted") {
                return Ok(Err(ActError::NoLink));
            }
            work(tx).await?;
            Ok(Ok(()))
        })
    });
    done.await?
}

/// The picture of a founder's logo, a PNG.
pub async fn picture(app: &App, letter: &Letter, founder: i64) -> Result<Vec<u8>> {
    if letter.state != LetterState::Draft {
        return Err(ActError::Launched);
    }
    let key = key::read(app, letter).await?.ok_or(ActError::NoLink)?;
    let mut tx = app.store.read().await?;
    let row = founders::get(&mut tx, letter.id, founder).await?;
    let founder = row.ok_or(ActError::NoLink)?.id;
    let found = founder_logos::image(&mut tx, founder).await?;
    let (id, image) = found.ok_or(ActError::NoLink)?;
    key.decrypt(id, &image).ok_or(ActError::Unreadable)
}

/// Lets the logo `id` of a founder be shown with the letter, or not. They may have brought another
/// since it was looked at: that one waits. One that was let through, and that nobody can read any more,
/// can be left out still.
pub async fn decide(
    app: &App,
    session: &Session,
    letter: &Letter,
    (founder, id): (i64, i64),
    approves: bool,
) -> Result<()> {
    let (act, word) = match approves {
        true => (Act::LogoApproved, "approved"),
        false => (Act::LogoRejected, "refused"),
    };
    let line = Line::new(
        app,
        session.into(),
        Some(letter.id),
        act,
        What::number(founder),
    );
    let again = !approves && key::is_lost(app, letter).await?;
    let letter_id = letter.id;
    let decided = by_editor(app, session, letter, line, move |tx| {
        Box::pin(async move {
            let there = founders::get(tx, letter_id, founder).await?.is_some();
            if !there || !founder_logos::decide(tx, (founder, id), word, again).await? {
                return Err(StoreError::Refused(UNKNOWN.to_owned()));
            }
            Ok(())
        })
    });
    known(decided.await)
}

/// Makes founders' logos signatories' in the transaction that launches their letter: what was approved
/// is shown, and what nobody decided on waits for a moderator.
pub(super) async fn launch(
    tx: &mut Tx,
    letter: &Letter,
    (keys, waiting): &(KeyDir, WaitingKeys),
    now: i64,
) -> store::Result<()> {
    let logos = founder_logos::of_signatories(tx, letter.id).await?;
    if logos.is_empty() {
        return Ok(());
    }
    let unreadable = || StoreError::Unavailable("key directory");
    let key = keys.founders_key(&letter.slug);
    let key = key.map_err(|_| unreadable())?;
    for (signature, logo) in logos {
        let image = plain(tx, &key, &logo).await?;
        let mut row = SignatoryLogoRow {
            id: logo.id,
            letter: letter.id,
            signature,
            digest: String::new(),
            width: logo.width,
            height: logo.height,
        };
        if logo.state == "approved" {
            row.digest = digest(&image);
            signatory_logos::show(tx, &row, &image).await?;
        } else {
            let held = signatory_logo::held(waiting, now, &image);
            let held = held.map_err(|_| unreadable())?;
            signatory_logos::hold(tx, &row, &held.image()).await?;
        }
    }
    Ok(())
}

async fn plain(tx: &mut Tx, key: &RowKey, logo: &FounderLogoRow) -> store::Result<Vec<u8>> {
    let image = founder_logos::image(tx, logo.founder).await?;
    let image = image.and_then(|(id, image)| key.decrypt(id, &image));
    image.ok_or(StoreError::Corrupt("a founder's logo"))
}
