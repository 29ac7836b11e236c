//! Names: a founder who accepts under another name than the one they were listed by waits until an
//! organizer has taken them for who they say, or asks them again.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::list::line;
use super::{CHANGED, Decided, Entry, Held, acceptance, by_editor, key};
use crate::acts::access::{Act, Session};
use crate::acts::doubt::named;
use crate::acts::enrolment::Signer;
use crate::acts::{ActError, Result};
use crate::app::App;
use crate::model::submission::Public;
use crate::model::{Doubt, Letter, LetterState, Proof, WatchList, watch};
use crate::store::founders::{self, Answered, FounderRow};
use crate::store::{self, StoreError, Tx, founder_links, founder_logos, letters};

/// Why an organizer looks at an acceptance first.
pub(super) struct Doubtful {
    /// The line of the watch list that names them, if one does.
    watched: Option<String>,
}

/// Whether an organizer has to look at an acceptance first: where the name has other letters than the
/// listed one, or what was written names somebody of the watch list whom the organizers did not list.
pub(super) async fn doubt(
    app: &App,
    letter: &Letter,
    listed: &Public,
    given: &Public,
) -> Result<Option<Doubtful>> {
    let is_renamed = !watch::are_same(&listed.name, &given.name);
    let are_same = |one: &Option<String>, other: &Option<String>| {
        let [one, other] = [one, other].map(|field| field.as_deref().unwrap_or_default());
        watch::are_same(one, other)
    };
    let is_retitled = !are_same(&listed.title, &given.title)
        || !are_same(&listed.affiliation, &given.affiliation);
    if !is_renamed && !is_retitled {
        return Ok(None);
    }
    let lines = letters::watched(&mut app.store.read().await?, letter.id).await?;
    let list = WatchList::new(lines);
    let entry = |of: &Public| match named(of, &list) {
        Some(Doubt::Watched(entry, _)) => Some(entry),
        _ => None,
    };
    let watched = entry(given).filter(|found| entry(listed).as_ref() != Some(found));
    Ok((is_renamed || watched.is_some()).then_some(Doubtful { watched }))
}

impl Doubtful {
    /// What is kept of an acceptance until it is decided.
    pub(super) fn held(self, signer: &Signer) -> Result<Held> {
        let (mailbox, contact) = (signer.mailbox.clone(), signer.contact.as_ref());
        Ok(Held {
            mailbox: mailbox.ok_or(ActError::Unreadable)?,
            contact: STANDARD.encode(contact.ok_or(ActError::Unreadable)?),
            watched: self.watched,
        })
    }
}

impl Held {
    /// The sealed contact.
    pub(super) fn file(&self) -> Result<Vec<u8>> {
        let file = STANDARD.decode(&self.contact);
        file.map_err(|_| ActError::Unreadable)
    }
}

/// Takes an acceptance that waits as it is, or asks the founder again. `seen` is the mark of the answer
/// that was looked at; another one waits on.
pub async fn decide(
    app: &App,
    session: &Session,
    letter: &Letter,
    (founder, seen): (i64, &str),
    approves: bool,
) -> Result<Decided> {
    if letter.state != LetterState::Draft {
        return Err(ActError::Launched);
    }
    let key = key::read(app, letter).await?.ok_or(ActError::Unreadable)?;
    let row = founders::get(&mut app.store.read().await?, letter.id, founder).await?;
    let row = row.ok_or(ActError::NoLink)?;
    let entry = Entry::read(&key, &row).ok_or(ActError::Unreadable)?;
    if row.state != "held" || entry.answer_mark() != seen {
        return Ok(Decided::Changed);
    }
    if !approves {
        return ask_again(app, session, letter, row, &entry).await;
    }
    let ready = ready(app, letter, &row, &entry).await?;
    let entry = Entry {
        email: None,
        listed: None,
        held: None,
        ..entry
    };
    let (fields, line) = (
        entry.seal(&key, row.id)?,
        line(app, session, letter, Act::FounderNameApproved, row.id),
    );
    let approved = by_editor(app, session, letter, line, move |tx| {
        Box::pin(async move {
            hold_unchanged(tx, &row).await?;
            let signature = ready.enrol_anew(tx).await?;
            let answer = Answered {
                id: row.id,
                state: "accepted",
                country: &row.country,
                fields: &fields,
                statement: &row.statement,
                signature: Some(signature),
                sealed_to: &row.sealed_to,
                version: row.version,
                addressed: false,
                at: row.answered_at.unwrap_or_default(),
            };
            founders::answer(tx, &answer).await?;
            founder_links::link_signature(tx, row.letter, row.id, signature).await
        })
    });
    Decided::of(approved.await)
}

/// The signature that an acceptance becomes which waited: under the text that was read, which no
/// release has replaced since.
async fn ready(
    app: &App,
    letter: &Letter,
    row: &FounderRow,
    entry: &Entry,
) -> Result<super::Ready> {
    let held = entry.held.as_ref().ok_or(ActError::Unreadable)?;
    let public = &entry.public;
    let version = row.version.ok_or(ActError::Unreadable)?;
    let mut tx = app.store.read().await?;
    let body = letters::text(&mut tx, letter.id, version, public.lang.as_str()).await?;
    drop(tx);
    let text = letters::TextRow {
        version,
        lang: public.lang.as_str().to_owned(),
        body: body.ok_or(ActError::Unreadable)?,
    };
    let tags = app.keys.tag_key(&letter.slug)?;
    let signer = Signer {
        person: tags.person(&held.mailbox, public.kind, &public.name),
        mailbox: Some(held.mailbox.clone()),
        contact: Some(held.file()?),
        level: Proof::Invited,
        founding: true,
    };
    acceptance::ready(app, letter, (entry, &row.statement), &text, signer)
}

/// Back to who was listed, and invited: nothing of the answer is left.
async fn ask_again(
    app: &App,
    session: &Session,
    letter: &Letter,
    row: FounderRow,
    entry: &Entry,
) -> Result<Decided> {
    let entry = entry.unanswered();
    let fields = entry.seal(&app.keys.founders_key(&letter.slug)?, row.id)?;
    let line = line(app, session, letter, Act::FounderAskedAgain, row.id);
    let asked = by_editor(app, session, letter, line, move |tx| {
        Box::pin(async move {
            hold_unchanged(tx, &row).await?;
            let answer = Answered {
                id: row.id,
                state: "invited",
                country: entry.public.country.as_str(),
                fields: &fields,
                statement: "none",
                signature: None,
                sealed_to: "",
                version: None,
                addressed: entry.email.is_some(),
                at: row.answered_at.unwrap_or_default(),
            };
            founders::answer(tx, &answer).await?;
            founder_logos::remove(tx, row.id).await
        })
    });
    Decided::of(asked.await)
}

/// Holds a founder whose answer is still the one that was looked at.
async fn hold_unchanged(tx: &mut Tx, seen: &FounderRow) -> store::Result<()> {
    let now = founders::hold(tx, seen.id).await?;
    match now.is_some_and(|now| now.fields == seen.fields) {
        true => Ok(()),
        false => Err(StoreError::Refused(CHANGED.to_owned())),
    }
}
