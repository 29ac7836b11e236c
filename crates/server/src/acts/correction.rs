//! Correction: a signatory changes what is shown, or hides the name.

mod change;

use undersigned_record::opening::Opening;

pub(super) use self::change::{By, Change, Made, level_ahead};
use super::doubt;
use super::link::{self, Opened};
use super::rules;
use super::signing::{Fields, Noted, ensure_writable, to_json};
use super::{ActError, Result};
use crate::app::App;
use crate::model::submission::Public;
use crate::model::{Display, Kind};
use crate::recorder::Published;
use crate::seal::{Purpose, row_id};
use crate::store::signatures::{self, SignatureRow};
use crate::store::submissions::{self, SubmissionRow};

/// How a correction ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Corrected {
    /// On its way into the record.
    Done,
    /// A person looks at it first; what is shown stays until then.
    Held,
    /// The corrected name is that of another live signature of the same mailbox.
    Taken,
}

/// Corrects the signature that a link leads to.
pub async fn correct(
    app: &App,
    letter: &Published,
    token: &str,
    public: Public,
) -> Result<Corrected> {
    ensure_writable(letter)?;
    let Opened::Signed(signature, shown) = link::open(app, letter, token).await? else {
        return Err(ActError::NoLink);
    };
    let doubts = doubt::of_correction(app, letter, &signature, &public, &shown).await?;
    let held_by = rules::that_hold_a_rename(app, letter, &signature, &public, &shown);
    if !doubts.is_empty() || !held_by.is_empty() {
        return hold(app, letter, *signature, public, &shown, held_by).await;
    }
    let by = (shown.text, By::Signatory);
    let change = Change::prepare(app, letter, *signature, &public, by)?;
    match make(app, change).await? {
        Made::Done | Made::Unchanged => Ok(Corrected::Done),
        Made::Taken => Ok(Corrected::Taken),
        Made::TooOften(seconds) => Err(ActError::TooOften(seconds)),
        Made::Gone => Err(ActError::NoLink),
    }
}

/// Hides the name: a correction to an opening without one. Never waits.
pub async fn hide(app: &App, letter: &Published, token: &str) -> Result<()> {
    ensure_writable(letter)?;
    let Opened::Signed(signature, shown) = link::open(app, letter, token).await? else {
        return Err(ActError::NoLink);
    };
    if shown.kind != Kind::Individual {
        return Err(ActError::NoLink);
    }
    let country = change::country_ahead(&mut app.store.read().await?, &signature).await?;
    let public = Public {
        kind: shown.kind,
        display: Display::Count,
        name: String::new(),
        country,
        title: None,
        affiliation: None,
        website: None,
        mailbox: None,
        lang: shown.lang.clone(),
    };
    let by = (shown.text, By::Signatory);
    let change = Change::prepare(app, letter, *signature, &public, by)?;
    match make(app, change.keep_country()).await? {
        Made::Done | Made::Unchanged | Made::Taken => Ok(()),
        Made::TooOften(seconds) => Err(ActError::TooOften(seconds)),
        Made::Gone => Err(ActError::NoLink),
    }
}

async fn make(app: &App, change: Change) -> Result<Made> {
    let made = app
        .committer
        .write(move |tx| Box::pin(async move { change.make(tx).await }))
        .await?;
    app.recorder_wake.notify_one();
    Ok(made)
}

/// Hands a correction to the moderators, in the place of one that they have already.
async fn hold(
    app: &App,
    letter: &Published,
    signature: SignatureRow,
    public: Public,
    shown: &Opening,
    held_by: Vec<String>,
) -> Result<Corrected> {
    let now_ms = app.clock.now_ms();
    let now = now_ms.div_euclid(1000);
    let fields = Fields {
        public,
        statement: None,
        via: None,
        at_own_domain: false,
        noted: Noted {
            held_by,
            ..Noted::default()
        },
        proven: None,
        kept_back: false,
        reach: None,
        updates: false,
        text: shown.text,
        version: letter.fixed.version.unsigned_abs(),
    };
    let waiting = app
        .waiting
        .encrypt(Purpose::Held, now, &to_json(&fields)?)?;
    let row = SubmissionRow {
        id: row_id(now_ms),
        letter: letter.letter.id,
        state: "held".to_owned(),
        corrects: Some(signature.id),
        person: signature.person.unwrap_or_default(),
        mailbox: signature.mailbox.unwrap_or_default(),
        key_name: waiting.key_name,
        fields: waiting.bytes,
        contact: Vec::new(),
        expires_at: now + Purpose::Held.lifetime(),
    };
    let corrected = signature.id;
    let held = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                let stands = signatures::pin(tx, corrected).await?;
                if stands {
                    submissions::drop_corrections(tx, corrected).await?;
                    submissions::insert(tx, &row).await?;
                }
                Ok(stands)
            })
        })
        .await?;
    held.then_some(Corrected::Held).ok_or(ActError::NoLink)
}
