//! Mailing: what a waiting mail says, and whether it is sent at all, is decided here and now, out
//! of sight of whoever asked for it.

mod ending;

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use undersigned_record::opening::Opening;

use self::ending::{Ending, finish, retry};
use super::asking::Asking;
use super::link::read_fields;
use super::{ActError, Result};
use crate::app::App;
use crate::l10n::Lang;
use crate::mail::{Outgoing, ReturnToken, SendError, Transport, message_id};
use crate::model::{Letter, LetterState};
use crate::recorder::Published;
use crate::render::mail::{
    ConfirmMail, Cover, FoundingMail, FreshLinkMail, InvitationMail, Mail, QuestionMail,
};
use crate::render::{self, Moment, PublicFace};
use crate::seal::{Purpose, Token, TokenHash, random};
use crate::store::mailbox::{self, Asked, Standing};
use crate::store::outbox::{self, MailRow};
use crate::store::submissions::{self, SubmissionRow};
use crate::store::{founder_links, letters, links, openings};

/// Mails for one mailbox and letter in 48 hours.
const MAILS: i64 = 5;

/// What a waiting mail needs, encrypted until it is sent.
#[derive(Serialize, Deserialize)]
pub struct Payload {
    /// The address.
    pub to: String,
    /// The token of its link.
    pub token: String,
    /// Language of the form.
    pub lang: String,
    /// Who invites whom, where it asks somebody to organize.
    #[serde(default)]
    pub invitation: Option<Invited>,
    /// Who is asked to found a letter, and by whom.
    #[serde(default)]
    pub founding: Option<Founding>,
    /// What a moderator asks, where it asks about a signature that is held.
    #[serde(default)]
    pub asking: Option<Asking>,
}

/// The names in a founder's invitation.
#[derive(Serialize, Deserialize)]
pub struct Founding {
    /// Whom it greets.
    pub name: String,
    /// Who invites.
    pub by: String,
    /// Whether they were asked before.
    pub reminds: bool,
}

/// The names in an invitation.
#[derive(Serialize, Deserialize)]
pub struct Invited {
    /// Who is invited.
    pub name: String,
    /// Who invites.
    pub by: String,
}

/// What is to become of a mail.
enum Decision {
    /// Asks for confirmation.
    Confirm(Box<Mail>),
    /// The person signed already: the link leads to that signature now.
    FreshLink(Box<Mail>, i64),
    /// Nothing is sent.
    Drop,
}

/// A mail that is this worker's for a while, with what decides about it.
pub struct Leased {
    row: MailRow,
    standing: Standing,
    /// The submission that it is about, where that still waits.
    waiting: Option<SubmissionRow>,
}

impl Leased {
    /// Which mail.
    #[must_use]
    pub fn id(&self) -> i64 {
        self.row.id
    }
}

/// Whether any letter has launched, so that mails may speak of it. Where the database doesn't say,
/// one may have.
pub async fn awaits_letters(app: &App) -> bool {
    let all = async { letters::all(&mut app.store.read().await?).await };
    let drafts = |all: Vec<Letter>| all.iter().all(|of| of.state == LetterState::Draft);
    !all.await.is_ok_and(drafts)
}

/// Takes up to `limit` mails that are due; they are nobody else's for `seconds`.
pub async fn lease(app: &App, seconds: i64, limit: i64) -> Result<Vec<Leased>> {
    let now = app.clock.now();
    let rows = app
        .committer
        .write(move |tx| {
            Box::pin(async move { outbox::lease(tx, now, now + seconds, limit).await })
        })
        .await?;
    let asked: Vec<_> = rows
        .iter()
        .map(|row| Asked {
            mail: row.id,
            letter: row.letter,
            mailbox: &row.mailbox,
            person: row.person.as_deref().unwrap_or_default(),
        })
        .collect();
    let submissions: Vec<i64> = rows.iter().filter_map(|row| row.submission).collect();
    let mut tx = app.store.read().await?;
    let mut standings = mailbox::standings(&mut tx, &asked, (now - 48 * 3600, now)).await?;
    let mut waiting = submissions::get_all(&mut tx, &submissions).await?;
    let leased = rows.into_iter().map(|row| {
        let waiting = row.submission.and_then(|id| waiting.remove(&id));
        Some(Leased {
            standing: standings.remove(&row.id)?,
            waiting: waiting.filter(|row| row.expires_at > now),
            row,
        })
    });
    let leased: Option<Vec<_>> = leased.collect();
    leased.ok_or(ActError::Unreadable)
}

/// Sends a mail, or decides not to.
pub async fn send(app: &App, transport: &Transport, leased: Leased) -> Result<()> {
    let (row, standing, waiting) = (leased.row, leased.standing, leased.waiting);
    let Ok(plain) = app.waiting.decrypt(&row.key_name, &row.payload) else {
        // Its key is gone: the address can't be read any more, by anybody.
        return finish(app, row, Ending::Dropped).await;
    };
    let payload: Payload = serde_json::from_slice(&plain).map_err(|_| ActError::Unreadable)?;
    if let Some(invited) = &payload.invitation {
        // Its letter may be a draft, which nobody may hear of from a mail.
        let outgoing = outgoing(
            app,
            &payload,
            invitation_mail(app, &payload, invited)?,
            None,
        );
        return hand_over(app, transport, row, &payload, outgoing).await;
    }
    if let Some(founding) = &payload.founding {
        return send_to_founder(app, transport, row, &payload, founding).await;
    }
    let Some(letter) = app.letters.by_id(row.letter) else {
        // It was launched a moment ago, or its keys can't be read just now.
        return retry(app, row).await;
    };
    if let Some(asking) = &payload.asking {
        // Decided meanwhile, or the mailbox wants no mail: the question stands on the private page.
        let held = waiting.is_some_and(|row| row.state == "held");
        if !held || standing.stopped.is_some() {
            return finish(app, row, Ending::Dropped).await;
        }
        let mail = question_mail(app, &letter, &payload, asking)?;
        let outgoing = outgoing(app, &payload, mail, None);
        return hand_over(app, transport, row, &payload, outgoing).await;
    }
    let (mail, signature) = match decide(app, &letter, &standing, waiting, &payload).await? {
        Decision::Drop => return finish(app, row, Ending::Dropped).await,
        Decision::Confirm(mail) => (mail, None),
        Decision::FreshLink(mail, signature) => (mail, Some(signature)),
    };
    if let (Some(signature), Some(submission)) = (signature, row.submission) {
        repoint(app, submission, signature).await?;
    }
    let unsubscription = unsubscription(app, &letter, &payload);
    let outgoing = outgoing(app, &payload, *mail, unsubscription);
    hand_over(app, transport, row, &payload, outgoing).await
}

/// Sends a founder's invitation, unless they answered, were taken off the list or the letter launched
/// meanwhile.
async fn send_to_founder(
    app: &App,
    transport: &Transport,
    row: MailRow,
    payload: &Payload,
    founding: &Founding,
) -> Result<()> {
    let link = Token::parse(&payload.token).map(|token| token.hash());
    let link = link.unwrap_or_default();
    let mut tx = app.store.read().await?;
    let founder = founder_links::by_link(&mut tx, &link).await?;
    let letter = letters::by_id(&mut tx, row.letter).await?;
    drop(tx);
    let is_draft = letter.is_some_and(|letter| letter.state == LetterState::Draft);
    if !is_draft || founder.is_none_or(|founder| founder.state != "invited") {
        return finish(app, row, Ending::Dropped).await;
    }
    let mail = founding_mail(app, payload, founding)?;
    hand_over(
        app,
        transport,
        row,
        payload,
        outgoing(app, payload, mail, None),
    )
    .await
}

async fn hand_over(
    app: &App,
    transport: &Transport,
    row: MailRow,
    payload: &Payload,
    outgoing: Outgoing,
) -> Result<()> {
    let token = Token::parse(&payload.token).map(|token| token.hash());
    let token = token.unwrap_or_default();
    let path = transport
        .has_return_paths()
        .then(|| ReturnToken::new(random()));
    let outgoing = Outgoing {
        return_token: path.clone(),
        ..outgoing
    };
    match transport.send(outgoing).await {
        Ok(()) => {
            metrics::counter!("undersigned_mails_sent_total").increment(1);
            let path = path.map(|path| (path.hash(), token));
            let founder = founder_link(payload);
            finish(app, row, Ending::Sent { path, founder }).await
        }
        Err(SendError::Permanent { code }) => {
            metrics::counter!("undersigned_mails_refused_total").increment(1);
            let ending = Ending::Refused {
                token,
                code: i64::from(code),
                founder: founder_link(payload),
            };
            finish(app, row, ending).await
        }
        Err(SendError::Transient { .. }) => {
            metrics::counter!("undersigned_mails_deferred_total").increment(1);
            retry(app, row).await
        }
    }
}

/// The hash of a founder's link, where the mail carries one.
fn founder_link(payload: &Payload) -> Option<TokenHash> {
    payload.founding.as_ref()?;
    Token::parse(&payload.token).map(|token| token.hash())
}

async fn decide(
    app: &App,
    letter: &Published,
    standing: &Standing,
    waiting: Option<SubmissionRow>,
    payload: &Payload,
) -> Result<Decision> {
    if standing.sent >= MAILS || standing.stopped.is_some() {
        return Ok(Decision::Drop);
    }
    if let Some(signature) = standing.signature {
        let mail = fresh_link_mail(app, letter, signature, payload).await?;
        return Ok(Decision::FreshLink(Box::new(mail), signature));
    }
    let Some(waiting) = waiting.filter(|row| row.state == "new") else {
        return Ok(Decision::Drop);
    };
    let fields = read_fields(app, &waiting)?;
    let opening = fields.public.opening(fields.text);
    ConfirmMail {
        cover: cover(app, letter, payload),
        face: PublicFace::of(&opening, fields.public.country, fields.level(), None),
        hours: Purpose::Outbox.lifetime().unsigned_abs() / 3600,
        retention: letter.retention(),
    }
    .render()
    .map(|mail| Decision::Confirm(Box::new(mail)))
    .map_err(|_| ActError::Render)
}

async fn fresh_link_mail(
    app: &App,
    letter: &Published,
    signature: i64,
    payload: &Payload,
) -> Result<Mail> {
    let mut tx = app.store.read().await?;
    let opening = openings::newest(&mut tx, signature)
        .await?
        .ok_or(ActError::Unreadable)?;
    let opening = Opening::parse(&opening.opening).map_err(|_| ActError::Unreadable)?;
    FreshLinkMail {
        cover: cover(app, letter, payload),
        kind: opening.kind,
    }
    .render()
    .map_err(|_| ActError::Render)
}

fn question_mail(
    app: &App,
    letter: &Published,
    payload: &Payload,
    asking: &Asking,
) -> Result<Mail> {
    QuestionMail {
        cover: cover(app, letter, payload),
        kind: asking.kind,
        question: asking.question.clone(),
        until: Moment::of(asking.until),
    }
    .render()
    .map_err(|_| ActError::Render)
}

fn invitation_mail(app: &App, payload: &Payload, invited: &Invited) -> Result<Mail> {
    let origin = app.config.organizers_at().ok_or(ActError::NoHostName)?;
    let lang = lang_of(payload);
    let path = render::paths::invitation(&payload.token);
    InvitationMail {
        site: app.site(),
        lang,
        name: invited.name.clone(),
        by: invited.by.clone(),
        link: format!("{origin}{}", render::paths::in_lang(&path, lang)),
        hours: Purpose::Outbox.lifetime().unsigned_abs() / 3600,
    }
    .render()
    .map_err(|_| ActError::Render)
}

fn founding_mail(app: &App, payload: &Payload, founding: &Founding) -> Result<Mail> {
    let lang = lang_of(payload);
    let path = render::paths::invited(&payload.token);
    let base = &app.config.base_url;
    FoundingMail {
        site: app.site(),
        lang,
        name: founding.name.clone(),
        by: founding.by.clone(),
        reminds: founding.reminds,
        link: format!("{base}{}", render::paths::in_lang(&path, lang)),
    }
    .render()
    .map_err(|_| ActError::Render)
}

fn cover(app: &App, letter: &Published, payload: &Payload) -> Cover {
    let lang = lang_of(payload);
    let text = &letter.text_for(lang).text;
    Cover {
        site: app.site_around(letter),
        lang,
        title: text.title.clone(),
        from: text.from.clone(),
        link: link(app, letter, payload, lang),
        vkey: letter.letter.vkey.clone(),
    }
}

/// Makes the link that is being mailed lead to the signature that stands, and drops what repeated
/// it.
async fn repoint(app: &App, submission: i64, signature: i64) -> Result<()> {
    app.committer
        .write(move |tx| {
            Box::pin(async move {
                links::repoint(tx, submission, signature).await?;
                submissions::take(tx, submission).await
            })
        })
        .await?;
    Ok(())
}

fn lang_of(payload: &Payload) -> Lang {
    Lang::from_tag(&payload.lang).unwrap_or(Lang::En)
}

fn link(app: &App, letter: &Published, payload: &Payload, lang: Lang) -> String {
    let path = render::paths::confirmation(letter.letter.slug.as_str(), &payload.token);
    format!(
        "{}{}",
        app.url_of(letter),
        render::paths::in_lang(&path, lang)
    )
}

fn outgoing(
    app: &App,
    payload: &Payload,
    mail: Mail,
    list_unsubscribe: Option<String>,
) -> Outgoing {
    let host = app.config.base_url.rsplit('/').next().unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default();
    Outgoing {
        to: payload.to.clone(),
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        message_id: message_id(random(), host),
        list_unsubscribe,
        lang: payload.lang.clone(),
        at: OffsetDateTime::from_unix_timestamp(app.clock.now())
            .unwrap_or(OffsetDateTime::UNIX_EPOCH),
        return_token: None,
    }
}

/// Where one click stops updates (RFC 8058 wants `https`). It neither declines nor withdraws.
fn unsubscription(app: &App, letter: &Published, payload: &Payload) -> Option<String> {
    let path = render::paths::confirmation(letter.letter.slug.as_str(), &payload.token);
    let base = app.url_of(letter);
    base.starts_with("https://")
        .then(|| format!("{base}{path}/unsubscription"))
}
