//! Answers: who was invited reads the letter, and accepts or declines. Until launch they may think
//! again; nothing of an answer that was taken back is left.

use undersigned_record::lang::Lang;

use super::{Approved, Entry, Ready, Texts, is_held_draft};
use crate::acts::enrolment::{Enrolled, Signer};
use crate::acts::signing::to_json;
use crate::acts::{ActError, Result, recipients};
use crate::app::App;
use crate::model::{Acceptance, Letter, LetterState, Mailbox, Proof, Slug};
use crate::seal::{Contact, Recipients, Token};
use crate::store::founders::{self, Answered, FounderRow};
use crate::store::letters::TextRow;
use crate::store::{
    self, StoreError, Tx, contacts, founder_links, founder_logos, letters, openings, signatures,
};
use undersigned_record::opening::Opening;

/// Where an invitation's link leads.
pub enum Reached {
    /// To the letter, before its launch.
    Invited(Box<Opened>),
    /// To the letter that has launched; whether they accepted before.
    Launched {
        /// The letter's word in addresses.
        slug: Slug,
        /// Whether their link manages a signature now.
        signed: bool,
    },
}

/// An invitation, opened.
pub struct Opened {
    /// How far they are.
    pub row: FounderRow,
    /// Who they are.
    pub entry: Entry,
    /// The letter.
    pub letter: Letter,
    /// Its newest texts.
    pub texts: Vec<TextRow>,
    /// To whom contacts are sealed today.
    recipients: String,
}

impl Opened {
    /// Whether an address is needed to accept: none is known here.
    #[must_use]
    pub fn lacks_mailbox(&self) -> bool {
        self.entry.email.is_none() && (self.row.signature.is_none() || self.is_sealed_elsewhere())
    }

    /// Whether they accepted while there were other recipients: their contact is sealed to those.
    #[must_use]
    pub fn is_sealed_elsewhere(&self) -> bool {
        self.row.is_sealed_elsewhere(&self.recipients)
    }

    /// Language of the entry.
    #[must_use]
    pub fn lang(&self) -> &Lang {
        &self.entry.public.lang
    }
}

/// Opens a link. Changes nothing.
pub async fn open(app: &App, token: &str) -> Result<Reached> {
    let hash = Token::parse(token).ok_or(ActError::NoLink)?.hash();
    let mut tx = app.store.read().await?;
    let row = founder_links::by_link(&mut tx, &hash).await?;
    let row = row.ok_or(ActError::NoLink)?;
    let letter = letters::by_id(&mut tx, row.letter).await?;
    let letter = letter.ok_or(ActError::Unreadable)?;
    if letter.state != LetterState::Draft {
        let signed = row.signature.is_some();
        let slug = letter.slug;
        return Ok(Reached::Launched { slug, signed });
    }
    let mut texts = letters::texts(&mut tx, letter.id).await?;
    let recipients = recipients::joined(&letters::recipients(&mut tx, letter.id).await?);
    drop(tx);
    let newest = texts.iter().map(|text| text.version).max();
    texts.retain(|text| Some(text.version) == newest);
    let key = app.keys.founders_key(&letter.slug)?;
    let entry = Entry::read(&key, &row).ok_or(ActError::Unreadable)?;
    Ok(Reached::Invited(Box::new(Opened {
        row,
        entry,
        letter,
        texts,
        recipients,
    })))
}

/// Notes that a link was opened.
pub async fn visit(app: &App, founder: i64) -> Result<()> {
    let now = app.clock.now();
    let noted = app
        .committer
        .write(move |tx| Box::pin(founders::visited(tx, founder, now)));
    Ok(noted.await?)
}

/// How an acceptance ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accepted {
    /// The signature waits for the launch.
    Done,
    /// Another signature from the same mailbox has this name.
    Taken,
    /// The mailbox carries as many signatures as it may.
    TooMany,
}

/// What keeps a signature from being enrolled, in the transaction that finds it out.
const TAKEN: &str = "taken";
const TOO_MANY: &str = "too many";

/// Accepts, or accepts anew with another entry. `consent` is what was consented to, as worded.
pub async fn accept(
    app: &App,
    opened: &Opened,
    answer: Acceptance,
    consent: &[String],
) -> Result<Accepted> {
    let (letter, row) = (&opened.letter, &opened.row);
    let known = opened.entry.email.as_deref();
    let typed = answer.mailbox.clone();
    let mailbox = match known {
        Some(address) => Some(Mailbox::parse(address).map_err(|_| ActError::Unreadable)?),
        None => typed,
    };
    let (signer, sealed_to) = signer(app, opened, &answer, mailbox.as_ref(), consent).await?;
    let public = answer.public.clone();
    let decision = decision(opened, &answer);
    let words = match (decision, &answer.statement) {
        ("approved", Some(words)) => Some(Approved {
            lang: public.lang.as_str().to_owned(),
            words: words.clone(),
            featured: false,
        }),
        _ => None,
    };
    let texts = Texts::of(app, letter).await?;
    let entry = Entry {
        public: public.clone(),
        contact_name: answer.contact_name,
        contact_role: answer.contact_role,
        // It is sealed to the organizers now, and nobody here can read it.
        email: None,
        statement: answer.statement,
    };
    let key = app.keys.founders_key(&letter.slug)?;
    let keeping = Keeping {
        letter: letter.id,
        founder: row.id,
        fields: entry.seal(&key, row.id)?,
        country: public.country.as_str().to_owned(),
        statement: decision,
        reseals: mailbox.is_some(),
        sealed_to,
        at: app.clock.now(),
        // Of two answers at once the second was made from what is no more.
        before: row.answered_at,
    };
    let ready = Ready::of(app, letter, &texts, public, signer, words)?;
    let kept = app
        .committer
        .write(move |tx| Box::pin(async move { keeping.enrol(tx, ready).await }));
    match kept.await {
        Ok(()) => Ok(Accepted::Done),
        Err(StoreError::Refused(why)) if why == TAKEN => Ok(Accepted::Taken),
        Err(StoreError::Refused(why)) if why == TOO_MANY => Ok(Accepted::TooMany),
        Err(StoreError::HeadMoved) => Err(ActError::Launched),
        Err(error) => Err(error.into()),
    }
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
        (None, None) => return Err(ActError::Unreadable),
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
    before: Option<i64>,
}

impl Keeping {
    /// Fails where the letter launched meanwhile, or nobody can be enrolled so: then what stood
    /// before still stands.
    async fn enrol(self, tx: &mut Tx, ready: Ready) -> store::Result<()> {
        if !is_held_draft(tx, self.letter).await? {
            return Err(StoreError::HeadMoved);
        }
        let now = founders::hold(tx, self.founder).await?;
        let now = now.ok_or(StoreError::Corrupt("a founder is missing"))?;
        if now.answered_at != self.before {
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
        let signature = match ready.enrol_as(tx).await? {
            Enrolled::Anew(signature) => signature,
            Enrolled::Already(_) => return Err(StoreError::Refused(TAKEN.to_owned())),
            Enrolled::TooMany => return Err(StoreError::Refused(TOO_MANY.to_owned())),
        };
        let answer = Answered {
            id: self.founder,
            state: "accepted",
            country: &self.country,
            fields: &self.fields,
            statement: self.statement,
            signature: Some(signature),
            sealed_to: &self.sealed_to,
            at: self.at,
        };
        founders::answer(tx, &answer).await?;
        founder_links::link_signature(tx, self.letter, self.founder, signature).await
    }
}

/// Declines, also after having accepted. The address is deleted, and the sealed contact with it.
pub async fn decline(app: &App, opened: &Opened) -> Result<()> {
    let entry = Entry {
        email: None,
        contact_name: None,
        contact_role: None,
        statement: None,
        ..opened.entry.clone()
    };
    let key = app.keys.founders_key(&opened.letter.slug)?;
    let (letter, founder) = (opened.letter.id, opened.row.id);
    let fields = entry.seal(&key, founder)?;
    let (country, at) = (opened.row.country.clone(), app.clock.now());
    let declined = app.committer.write(move |tx| {
        Box::pin(async move {
            if !is_held_draft(tx, letter).await? {
                return Ok(false);
            }
            let now = founders::hold(tx, founder).await?;
            if let Some(signature) = now.and_then(|now| now.signature) {
                signatures::take_back(tx, signature).await?;
            }
            let answer = Answered {
                id: founder,
                state: "declined",
                country: &country,
                fields: &fields,
                statement: "none",
                signature: None,
                sealed_to: "",
                at,
            };
            founders::answer(tx, &answer).await?;
            founder_logos::remove(tx, founder).await?;
            Ok(true)
        })
    });
    match declined.await? {
        true => Ok(()),
        false => Err(ActError::Launched),
    }
}

/// The founding list as it is now: the openings of those who accepted or were brought, of one kind,
/// in the order of a language, at most `limit`.
pub async fn so_far(
    app: &App,
    letter: i64,
    (lang, kind): (&str, &str),
    limit: i64,
) -> Result<Vec<(String, Opening)>> {
    let mut tx = app.store.read().await?;
    let rows = openings::before_launch(&mut tx, letter, (lang, kind), limit).await?;
    let read = |(country, opening): (String, Vec<u8>)| {
        let opening = Opening::parse(&opening).map_err(|_| ActError::Unreadable)?;
        Ok((country, opening))
    };
    rows.into_iter().map(read).collect()
}
