//! Signing: a form that holds becomes a waiting submission and a mail.
//!
//! New, repeated and held submissions do the same work and get the same answer; what differs is
//! decided when the mail is sent, out of the sender's sight.

use futures_util::future::BoxFuture;
use serde::{Deserialize, Serialize};
use undersigned_record::Hash;

use super::doubt;
use super::mailing::Payload;
use super::rules;
use super::{ActError, Result};
use crate::app::App;
use crate::l10n::Lang;
use crate::model::submission::Public;
use crate::model::{LetterState, Proof, Submission, Website, mailbox_domain};
use crate::proof::Method;
use crate::recorder::{Published, PublishedText};
use crate::seal::{Contact, Purpose, Token, TokenHash, random, row_id};
use crate::store::links::{self, NewLink, Target};
use crate::store::outbox::{self, MailRow};
use crate::store::submissions::{self, SubmissionRow};
use crate::store::tallies::{Counted, Tally};
use crate::store::{self, Grouped, Tx};

/// What waits, encrypted, until it is confirmed.
#[derive(Clone, Serialize, Deserialize)]
pub struct Fields {
    /// What will be public.
    pub public: Public,
    /// Quotable words.
    pub statement: Option<String>,
    /// A partner's code.
    pub via: Option<String>,
    /// Whether the mailbox is at the organization's own domain.
    pub at_own_domain: bool,
    /// What was seen of the mailbox, which isn't kept.
    #[serde(default)]
    pub noted: Noted,
    /// How the domain of the website was proven, if it was.
    #[serde(default)]
    pub proven: Option<Method>,
    /// The domain of the mailbox was to be shown, and says too little.
    #[serde(default)]
    pub kept_back: bool,
    /// Where a question can go, if it was foreseen that a person would look first.
    #[serde(default)]
    pub reach: Option<Reach>,
    /// Whether updates are wanted.
    pub updates: bool,
    /// Digest of the text that was shown.
    pub text: Hash,
    /// Its version.
    pub version: u64,
}

/// What moderators may know of a mailbox: facts, and neither address nor domain.
#[derive(Clone, Default, Serialize, Deserialize)]
pub struct Noted {
    /// It is one to be thrown away after use.
    pub disposable: bool,
    /// Rules about domains that it is at.
    #[serde(default)]
    pub rules: Vec<i64>,
    /// The names of the rules that held the signature.
    #[serde(default)]
    pub held_by: Vec<String>,
}

/// Where a question can be mailed.
#[derive(Clone, Serialize, Deserialize)]
pub struct Reach {
    /// The address.
    pub to: String,
    /// Language of the form.
    pub lang: String,
}

impl Fields {
    /// The level of proof that they give.
    #[must_use]
    pub fn level(&self) -> Proof {
        match self.proven {
            Some(method) => method.level(),
            None => self.level_by_mail(),
        }
    }

    /// The level that the mailbox gives by itself.
    #[must_use]
    pub fn level_by_mail(&self) -> Proof {
        match self.at_own_domain {
            true => Proof::Domain,
            false => Proof::Mailbox,
        }
    }
}

/// The form as the signatory saw it.
pub struct FormShown<'a> {
    /// Its language; the mail speaks it too.
    pub lang: Lang,
    /// The text that it stood beside.
    pub text: &'a PublishedText,
    /// What was consented to, as worded on it.
    pub consent: Vec<String>,
}

/// Takes a submission in.
pub async fn submit(
    app: &App,
    letter: &Published,
    submission: &Submission,
    form: &FormShown<'_>,
) -> Result<()> {
    let now_ms = app.clock.now_ms();
    let now = now_ms.div_euclid(1000);
    ensure_open(letter, now)?;
    let (public, private) = (&submission.public, &submission.private);
    let tags = letter
        .fixed
        .tag_key
        .tags(&private.mailbox, public.kind, &public.name);
    let contact = seal_contact(letter, submission, &form.consent, now)?;
    let public = shown(app, submission);
    let mut fields = Fields {
        kept_back: submission.shows_mailbox && public.mailbox.is_none(),
        public,
        statement: submission.statement.clone(),
        via: submission.via.clone(),
        at_own_domain: is_at_own_domain(submission),
        noted: Noted {
            disposable: app.config.disposable_mail.has(&private.mailbox),
            rules: rules::about(letter, &private.mailbox),
            held_by: Vec::new(),
        },
        proven: None,
        reach: None,
        updates: private.updates,
        text: form.text.digest,
        version: letter.fixed.version.unsigned_abs(),
    };
    if doubt::is_foreseen(letter, &fields) {
        fields.reach = Some(Reach {
            to: private.mailbox.address(),
            lang: form.lang.tag().to_owned(),
        });
    }
    let token = Token::new(random());
    let payload = Payload {
        to: private.mailbox.address(),
        token: token.reveal(),
        lang: form.lang.tag().to_owned(),
        invitation: None,
        founding: None,
        asking: None,
    };
    let waiting = app
        .waiting
        .encrypt(Purpose::Outbox, now, &to_json(&fields)?)?;
    let mail = app
        .waiting
        .encrypt(Purpose::Outbox, now, &to_json(&payload)?)?;
    let id = row_id(now_ms);
    let submission = SubmissionRow {
        id,
        letter: letter.letter.id,
        state: "new".to_owned(),
        corrects: None,
        person: tags.person.clone(),
        mailbox: tags.mailbox.clone(),
        key_name: waiting.key_name,
        fields: waiting.bytes,
        contact,
        expires_at: now + Purpose::Outbox.lifetime(),
    };
    let mail = MailRow {
        id: row_id(now_ms),
        letter: letter.letter.id,
        mailbox: tags.mailbox,
        person: Some(tags.person),
        submission: Some(id),
        key_name: mail.key_name,
        payload: mail.bytes,
        attempts: 0,
        due_at: now,
    };
    let submitted = Submitted {
        submission,
        link: token.hash(),
        mail,
    };
    app.committer.write_grouped(submitted).await?;
    app.mail_wake.notify_one();
    metrics::counter!("undersigned_submissions_total").increment(1);
    Ok(())
}

/// A submission with its link and the mail that will carry it: all of it is kept, or none.
struct Submitted {
    submission: SubmissionRow,
    link: TokenHash,
    mail: MailRow,
}

impl Grouped for Submitted {
    type Outcome = ();

    fn write_all<'t>(
        pieces: &'t [&'t Self],
        tx: &'t mut Tx,
    ) -> BoxFuture<'t, store::Result<Vec<()>>> {
        Box::pin(async move {
            let submissions: Vec<_> = pieces.iter().map(|piece| &piece.submission).collect();
            submissions::insert_all(tx, &submissions).await?;
            let link = |piece: &&'t Self| NewLink {
                hash: &piece.link,
                letter: piece.submission.letter,
                target: Target::Submission(piece.submission.id),
            };
            let links: Vec<_> = pieces.iter().map(link).collect();
            links::insert_all(tx, &links).await?;
            let mails: Vec<_> = pieces.iter().map(|piece| &piece.mail).collect();
            outbox::insert_all(tx, &mails).await?;
            let mut tally = Tally::default();
            for mail in &mails {
                tally.count(mail.letter, mail.due_at, Counted::Sent);
            }
            tally
                .add(tx, mails.first().map_or(0, |mail| mail.id))
                .await?;
            Ok(vec![(); pieces.len()])
        })
    }
}

/// That a letter's record can be written now.
pub(super) fn ensure_writable(letter: &Published) -> Result<()> {
    letter.read_only.map_or(Ok(()), |why| Err(why.into()))
}

/// That a letter can be signed now.
pub(super) fn ensure_open(letter: &Published, now: i64) -> Result<()> {
    ensure_writable(letter)?;
    if letter.letter.state == LetterState::Open && now < letter.letter.closes_at() {
        Ok(())
    } else {
        Err(ActError::NotOpen)
    }
}

/// What waits, as bytes to encrypt.
pub(super) fn to_json<T: Serialize>(value: &T) -> Result<Vec<u8>> {
    serde_json::to_vec(value).map_err(|_| ActError::Unreadable)
}

/// What will be public, with the mailbox's domain where that was wanted and says something.
fn shown(app: &App, submission: &Submission) -> Public {
    let mailbox = &submission.private.mailbox;
    let asked = submission.shows_mailbox;
    Public {
        mailbox: asked
            .then(|| mailbox_domain::of(mailbox, &app.config.disposable_mail))
            .flatten(),
        ..submission.public.clone()
    }
}

fn is_at_own_domain(submission: &Submission) -> bool {
    let site = submission
        .public
        .website
        .as_deref()
        .and_then(|site| Website::parse(site).ok());
    site.is_some_and(|site| site.is_home_of(&submission.private.mailbox))
}

fn seal_contact(
    letter: &Published,
    submission: &Submission,
    consent: &[String],
    now: i64,
) -> Result<Vec<u8>> {
    let (public, private) = (&submission.public, &submission.private);
    let email = private.mailbox.address();
    let contact = Contact {
        v: 1,
        letter: &letter.letter.origin,
        kind: public.kind.as_str(),
        name: &public.name,
        email: Some(&email),
        country: public.country.as_str(),
        title: public.title.as_deref(),
        affiliation: public.affiliation.as_deref(),
        website: public.website.as_deref(),
        contact_name: private.contact_name.as_deref(),
        contact_role: private.contact_role.as_deref(),
        authority: private.authority,
        display: public.display.as_str(),
        note: private.note.as_deref(),
        updates: private.updates,
        consent,
        lang: public.lang.as_str(),
        at: crate::clock::hour_text(now),
    };
    Ok(letter.fixed.recipients.seal(&to_json(&contact)?)?)
}
