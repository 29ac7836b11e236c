//! Acceptances: a founder signs the text that they read, or, under another name than the one they were
//! listed by, waits for an organizer.

use undersigned_record::Hash;

use super::answer::Opened;
use super::{Approved, Entry, Ready, TAKEN, TOO_MANY, TextSigned, is_held_draft, naming};
use crate::acts::enrolment::Signer;
use crate::acts::signing::to_json;
use crate::acts::{ActError, Result, recipients};
use crate::app::App;
use crate::model::{Acceptance, Letter, Mailbox, Proof};
use crate::seal::{Contact, Recipients};
use crate::store::founders::{self, Answered};
use crate::store::letters::TextRow;
use crate::store::{self, StoreError, Tx, contacts, founder_links, letters, signatures, versions};

/// How an acceptance ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accepted {
    /// It is kept: the signature waits for the launch, or the answer for an organizer.
    Done,
    /// Another signature from the same mailbox has this name.
    Taken,
    /// The mailbox carries as many signatures as it may.
    TooMany,
    /// The text that they read is not the newest any more.
    Superseded,
}

/// The text was released anew, as the transaction finds it.
const SUPERSEDED: &str = "superseded";

/// Accepts, or accepts anew with another entry. `text` is what was read, `consent` what was consented
/// to, as worded.
pub async fn accept(
    app: &App,
    opened: &Opened,
    answer: Acceptance,
    text: &TextRow,
    consent: &[String],
) -> Result<Accepted> {
    let (letter, row) = (&opened.letter, &opened.row);
    let mailbox = match opened.entry.email.as_deref() {
        Some(address) => Some(Mailbox::parse(address).map_err(|_| ActError::Unreadable)?),
        None => answer.mailbox.clone(),
    };
    let (signer, sealed_to) = signer(app, opened, &answer, mailbox.as_ref(), consent).await?;
    let listed = opened.entry.listed();
    let doubt = naming::doubt(app, letter, &listed.public, &answer.public).await?;
    let held = doubt.map(|doubt| doubt.held(&signer)).transpose()?;
    let statement = decision(opened, &answer);
    let entry = Entry {
        public: answer.public,
        contact_name: answer.contact_name,
        contact_role: answer.contact_role,
        // It is sealed to the organizers now, and nobody here can read it; but for one who may be
        // asked again.
        email: held.as_ref().and(opened.entry.email.clone()),
        statement: answer.statement,
        listed: Some(Box::new(listed)),
        held,
    };
    let ready = match entry.held {
        Some(_) => None,
        None => Some(ready(app, letter, (&entry, statement), text, signer)?),
    };
    let key = app.keys.founders_key(&letter.slug)?;
    let keeping = Keeping {
        letter: letter.id,
        founder: row.id,
        fields: entry.seal(&key, row.id)?,
        country: entry.public.country.as_str().to_owned(),
        statement,
        reseals: mailbox.is_some(),
        sealed_to,
        at: app.clock.now(),
        // Of two answers at once the second was made from what is no more.
        before: row.fields.clone(),
        text: text.clone(),
        link: opened.link.clone(),
    };
    let kept = app
        .committer
        .write(move |tx| Box::pin(async move { keeping.keep(tx, ready).await }));
    match kept.await {
        Ok(()) => Ok(Accepted::Done),
        Err(StoreError::Refused(why)) if why == TAKEN => Ok(Accepted::Taken),
        Err(StoreError::Refused(why)) if why == TOO_MANY => Ok(Accepted::TooMany),
        Err(StoreError::Refused(why)) if why == SUPERSEDED => Ok(Accepted::Superseded),
        Err(StoreError::HeadMoved) => Err(ActError::Launched),
        Err(error) => Err(error.into()),
    }
}

/// The signature that an entry becomes, under the text that was read.
pub(super) fn ready(
    app: &App,
    letter: &Letter,
    (entry, statement): (&Entry, &str),
    text: &TextRow,
    signer: Signer,
) -> Result<Ready> {
    let public = entry.public.clone();
    let words = entry.statement.clone().filter(|_| statement == "approved");
    let words = words.map(|words| Approved {
        lang: public.lang.as_str().to_owned(),
        words,
        featured: false,
    });
    let text = TextSigned {
        digest: Hash::of(&text.body),
        version: text.version.unsigned_abs(),
    };
    Ready::of(app, letter, &text, public, signer, words)
}

/// What becomes of a statement: what was decided about the same words still holds.
fn decision(opened: &Opened, answer: &Acceptance) -> &'static str {
    let same = opened.entry.statement == answer.statement;
    match (&answer.statement, same, &*opened.row.statement) {
        (None, ..) => "none",
        (Some(_), true, "approved") => "approved",
        (Some(_), true, "refused") => "refused",
        (Some(_), ..) => "waiting",
    }
}

/// Whose signature it becomes, and to whom their contact is sealed. Who accepted before has it sealed
/// already, and it stays what it is: their address is known to nobody here.
async fn signer(
    app: &App,
    opened: &Opened,
    answer: &Acceptance,
    mailbox: Option<&Mailbox>,
    consent: &[String],
) -> Result<(Signer, String)> {
    let tags = app.keys.tag_key(&opened.letter.slug)?;
    let public = &answer.public;
    let mut tx = app.store.read().await?;
    let (tag, contact, sealed_to) = match (mailbox, opened.row.signature) {
        (Some(mailbox), _) => {
            let known = letters::recipients(&mut tx, opened.letter.id).await?;
            let sealed_to = recipients::joined(&known);
            let words: Vec<String> = known.into_iter().map(|row| row.recipient).collect();
            let contact = contact(app, opened, answer, mailbox, consent)?;
            let file = Recipients::parse(&words)?.seal(&contact)?;
            (tags.mailbox(mailbox), Some(file), sealed_to)
        }
        (None, Some(signature)) => {
            let row = signatures::get(&mut tx, signature).await?;
            let tag = row.and_then(|row| row.mailbox);
            let files = contacts::files(&mut tx, signature).await?;
            let sealed_to = opened.row.sealed_to.clone();
            (
                tag.ok_or(ActError::Unreadable)?,
                files.into_iter().next(),
                sealed_to,
            )
        }
        (None, None) => {
            let held = opened.entry.held.as_ref().ok_or(ActError::Unreadable)?;
            let file = Some(held.file()?);
            (held.mailbox.clone(), file, opened.row.sealed_to.clone())
        }
    };
    let signer = Signer {
        person: tags.person(&tag, public.kind, &public.name),
        mailbox: Some(tag),
        contact,
        level: Proof::Invited,
        founding: true,
    };
    Ok((signer, sealed_to))
}

fn contact(
    app: &App,
    opened: &Opened,
    answer: &Acceptance,
    mailbox: &Mailbox,
    consent: &[String],
) -> Result<Vec<u8>> {
    let (public, email) = (&answer.public, mailbox.address());
    to_json(&Contact {
        v: 1,
        letter: &opened.letter.origin,
        kind: public.kind.as_str(),
        name: &public.name,
        email: Some(&email),
        country: public.country.as_str(),
        title: public.title.as_deref(),
        affiliation: public.affiliation.as_deref(),
        website: public.website.as_deref(),
        contact_name: answer.contact_name.as_deref(),
        contact_role: answer.contact_role.as_deref(),
        authority: !public.kind.is_individual(),
        display: public.display.as_str(),
        note: None,
        updates: false,
        consent,
        lang: public.lang.as_str(),
        at: crate::clock::hour_text(app.clock.now()),
    })
}

/// An acceptance, about to be kept.
struct Keeping {
    letter: i64,
    founder: i64,
    fields: Vec<u8>,
    country: String,
    statement: &'static str,
    /// Whether the contact was sealed just now.
    reseals: bool,
    /// To whom it is sealed.
    sealed_to: String,
    at: i64,
    before: Vec<u8>,
    /// What was read.
    text: TextRow,
    /// The link that they answer by.
    link: Vec<u8>,
}

impl Keeping {
    /// Without a signature it waits for an organizer. Fails where the letter launched or its text was
    /// released anew meanwhile, or nobody can be enrolled so: then what stood before still stands.
    async fn keep(self, tx: &mut Tx, ready: Option<Ready>) -> store::Result<()> {
        if !is_held_draft(tx, self.letter).await? {
            return Err(StoreError::HeadMoved);
        }
        if !self.read_the_newest(tx).await? {
            return Err(StoreError::Refused(SUPERSEDED.to_owned()));
        }
        let now = founders::hold(tx, self.founder).await?;
        let now = now.ok_or(StoreError::Corrupt("a founder is missing"))?;
        if now.fields != self.before {
            return Err(StoreError::Unavailable("it was answered at the same time"));
        }
        let recipients = recipients::joined(&letters::recipients(tx, self.letter).await?);
        if self.reseals && recipients != self.sealed_to {
            return Err(StoreError::Unavailable(
                "the recipients were changed at the same time",
            ));
        }
        if let Some(signature) = now.signature {
            signatures::take_back(tx, signature).await?;
        }
        let signature = match ready {
            Some(ready) => Some(ready.enrol_anew(tx).await?),
            None => None,
        };
        let answer = Answered {
            id: self.founder,
            state: if signature.is_some() {
                "accepted"
            } else {
                "held"
            },
            country: &self.country,
            fields: &self.fields,
            statement: self.statement,
            signature,
            sealed_to: &self.sealed_to,
            version: Some(self.text.version),
            addressed: false,
            at: self.at,
        };
        founders::answer(tx, &answer).await?;
        founder_links::answered_by(tx, self.founder, &self.link).await?;
        match signature {
            Some(signature) => {
                founder_links::link_signature(tx, self.letter, self.founder, signature).await
            }
            None => Ok(()),
        }
    }

    /// Whether what was read is still what people sign. A version that nobody stands under is released
    /// anew under its number, so the bytes are compared.
    async fn read_the_newest(&self, tx: &mut Tx) -> store::Result<bool> {
        let read = &self.text;
        let newest = versions::newest(tx, self.letter).await?;
        let body = letters::text(tx, self.letter, read.version, &read.lang).await?;
        Ok(newest == read.version && body.as_ref() == Some(&read.body))
    }
}
