//! Asking: a moderator asks somebody whose signature or correction is held, and they answer on their private page.
//!
//! The question always stands on that page. It is mailed too where an address was kept, which is where it was foreseen
//! that a person would look first; see docs/decisions/asking.md.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::access::Act as Did;
use super::access::moderator::Moderator;
use super::link::{self, Opened, read_fields};
use super::mailing::Payload;
use super::signing::{Reach, to_json};
use super::{ActError, Result};
use crate::app::App;
use crate::l10n::Lang;
use crate::model::trail::What;
use crate::model::{Kind, Question};
use crate::recorder::Published;
use crate::seal::{Purpose, Token, random, row_id};
use crate::store::links::{self, NewLink, Target};
use crate::store::outbox::{self, MailRow};
use crate::store::questions::{self, NewQuestion, QuestionRow};
use crate::store::submissions::{self, SubmissionRow};
use crate::store::{self, Tx, reaches};

/// The most questions about one signature.
pub const MOST: usize = questions::MOST.unsigned_abs() as usize;

/// A question, as it was asked, and what came of it.
pub struct Asked {
    /// From 1.
    pub number: i64,
    /// What was asked.
    pub question: Question,
    /// When, unix seconds.
    pub at: i64,
    /// Whether it was mailed.
    pub mailed: bool,
    /// Whether that mail came back.
    pub came_back: bool,
    /// The answer, and when it was given.
    pub answer: Option<(String, i64)>,
}

/// A question on its way, in the mail that carries it.
#[derive(Clone, Serialize, Deserialize)]
pub struct Asking {
    /// What is asked.
    pub question: Question,
    /// Who signs.
    pub kind: Kind,
    /// Until when it can be answered.
    pub until: i64,
}

/// The address of a submission that is being held, under a key of its own.
pub(super) fn keep(app: &App, submission: i64, reach: &Reach) -> Result<Vec<u8>> {
    Ok(app.asking.encrypt(submission, &to_json(reach)?)?)
}

/// Deletes the key of the address of a submission that was decided; its row is gone. What fails here is tried again.
pub(super) fn forget(app: &App, submission: i64) {
    if let Err(error) = app.asking.forget(submission) {
        tracing::warn!(%error, "the key of an address was not deleted; it will be tried again");
    }
}

/// Takes a submission out, and all that leads to it or is to be mailed about it. False where somebody else already did.
pub(super) async fn take(tx: &mut Tx, submission: i64) -> store::Result<bool> {
    let taken = submissions::take(tx, submission).await?;
    if taken {
        links::drop_submission(tx, submission).await?;
        outbox::drop_submission(tx, submission).await?;
    }
    Ok(taken)
}

/// The same for what organizers turn down: its links stay, and say so. Of what they led to nothing is left.
pub(super) async fn turn_down(tx: &mut Tx, submission: i64) -> store::Result<bool> {
    let taken = submissions::take(tx, submission).await?;
    if taken {
        outbox::drop_submission(tx, submission).await?;
    }
    Ok(taken)
}

/// Asks about what is held.
pub async fn ask(
    app: &App,
    by: Moderator<'_>,
    letter: &Published,
    id: i64,
    question: Question,
) -> Result<()> {
    let row = super::moderation::held_row(app, letter, id).await?;
    let now = app.clock.now();
    let words = app
        .waiting
        .encrypt(Purpose::Held, now, &to_json(&question)?)?;
    let mail = mail(app, &row, question).await?;
    let new = NewQuestion {
        submission: id,
        key_name: words.key_name,
        words: words.bytes,
        link: mail.as_ref().map(|(token, _)| token.hash()),
        asked_at: now,
    };
    let decision = by.decides(app, letter.letter.id, Did::Asked, What::number(id));
    let asked = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                if !decision.holds(tx).await? || !questions::ask(tx, &new).await? {
                    return Ok(false);
                }
                if let Some((token, mail)) = &mail {
                    let link = NewLink {
                        hash: &token.hash(),
                        letter: mail.letter,
                        target: Target::Submission(id),
                    };
                    links::insert_all(tx, &[link]).await?;
                    outbox::insert_all(tx, &[mail]).await?;
                }
                decision.note(tx).await?;
                Ok(true)
            })
        })
        .await?;
    app.mail_wake.notify_one();
    by.settled(app, letter.letter.id, asked).await
}

/// The mail with a question, and the link in it, where there is an address.
async fn mail(
    app: &App,
    row: &SubmissionRow,
    question: Question,
) -> Result<Option<(Token, MailRow)>> {
    let Some(reach) = reach(app, row.id).await? else {
        return Ok(None);
    };
    let token = Token::new(random());
    let payload = Payload {
        to: reach.to,
        token: token.reveal(),
        lang: reach.lang,
        invitation: None,
        founding: None,
        asking: Some(Asking {
            question,
            kind: read_fields(app, row)?.public.kind,
            until: row.expires_at,
        }),
    };
    let now = app.clock.now();
    let sealed = app
        .waiting
        .encrypt(Purpose::Outbox, now, &to_json(&payload)?)?;
    let mail = MailRow {
        id: row_id(app.clock.now_ms()),
        letter: row.letter,
        mailbox: row.mailbox.clone(),
        person: Some(row.person.clone()),
        submission: Some(row.id),
        key_name: sealed.key_name,
        payload: sealed.bytes,
        attempts: 0,
        due_at: now,
    };
    Ok(Some((token, mail)))
}

/// Where questions about a submission can be mailed to.
async fn reach(app: &App, submission: i64) -> Result<Option<Reach>> {
    let sealed = reaches::of(&mut app.store.read().await?, submission).await?;
    // A database that came from a backup may have addresses whose keys are gone, as they should be.
    let plain = sealed.and_then(|sealed| app.asking.decrypt(submission, &sealed).ok());
    let reach = plain.map(|plain| serde_json::from_slice(&plain));
    reach.transpose().map_err(|_| ActError::Unreadable)
}

/// Whether questions about a submission are mailed, and in which language.
pub async fn reached_in(app: &App, submission: i64) -> Result<Option<Lang>> {
    let reach = reach(app, submission).await?;
    Ok(reach.map(|reach| Lang::from_tag(&reach.lang).unwrap_or(Lang::En)))
}

/// What was asked about submissions, by their numbers.
pub async fn about(app: &App, submissions: &[i64]) -> Result<HashMap<i64, Vec<Asked>>> {
    let rows = questions::of(&mut app.store.read().await?, submissions).await?;
    let mut asked: HashMap<i64, Vec<Asked>> = HashMap::new();
    for row in rows {
        let of = row.submission;
        asked.entry(of).or_default().push(read(app, &row)?);
    }
    Ok(asked)
}

fn read(app: &App, row: &QuestionRow) -> Result<Asked> {
    let plain = app.waiting.decrypt(&row.key_name, &row.words)?;
    let answer = match (&row.answer_key, &row.answer, row.answered_at) {
        (Some(key), Some(sealed), Some(at)) => {
            let plain = app.waiting.decrypt(key, sealed)?;
            Some((
                String::from_utf8(plain).map_err(|_| ActError::Unreadable)?,
                at,
            ))
        }
        _ => None,
    };
    Ok(Asked {
        number: row.number,
        question: serde_json::from_slice(&plain).map_err(|_| ActError::Unreadable)?,
        at: row.asked_at,
        mailed: row.link.is_some(),
        came_back: row.lost > 0,
        answer,
    })
}

/// The submission that a private link's questions are about: what is held, or would correct a signature.
async fn subject(app: &App, opened: &Opened) -> Result<Option<i64>> {
    match opened {
        Opened::Held(row, _) => Ok(Some(row.id)),
        Opened::Waiting(..) => Ok(None),
        Opened::Signed(row, _) => {
            let mut tx = app.store.read().await?;
            Ok(questions::correction_of(&mut tx, row.id, app.clock.now()).await?)
        }
    }
}

/// What is asked of whoever has a private link.
pub async fn of(app: &App, opened: &Opened) -> Result<Vec<Asked>> {
    let Some(id) = subject(app, opened).await? else {
        return Ok(Vec::new());
    };
    Ok(about(app, &[id]).await?.remove(&id).unwrap_or_default())
}

/// Keeps an answer, which can be given anew until it is decided.
pub async fn answer(
    app: &App,
    letter: &Published,
    token: &str,
    number: i64,
    answer: &str,
) -> Result<()> {
    let opened = link::open(app, letter, token).await?;
    let id = subject(app, &opened).await?.ok_or(ActError::NoLink)?;
    let now = app.clock.now();
    let sealed = app.waiting.encrypt(Purpose::Held, now, answer.as_bytes())?;
    let kept = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                let sealed = (&*sealed.key_name, &*sealed.bytes);
                questions::answer(tx, (id, number), sealed, now).await
            })
        })
        .await?;
    kept.then_some(()).ok_or(ActError::NoLink)
}
