//! Correction: a signatory changes what is shown, or hides the name.

use undersigned_record::Hash;
use undersigned_record::opening::{self, Opening, Salt};

use super::enrolment::Face;
use super::link::{self, Opened};
use super::signing::{Fields, ensure_writable, to_json};
use super::{ActError, Result};
use crate::app::App;
use crate::model::submission::Public;
use crate::model::{Display, Kind, fold};
use crate::recorder::{Act, Published};
use crate::seal::{Contact, Purpose, random, row_id};
use crate::store::contacts::{self, NewContact};
use crate::store::openings::{self, NewOpening};
use crate::store::signatures::{self, SignatureRow};
use crate::store::submissions::{self, SubmissionRow};
use crate::store::{self, Tx, record, roll};

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

/// What came of a change in its transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Made {
    Done,
    /// The new name is another's; nothing changed.
    Taken,
    /// The signature was withdrawn meanwhile; nothing of the change may be kept.
    Gone,
}

/// A correction, made ready before its transaction.
pub(super) struct Change {
    letter: i64,
    signature: SignatureRow,
    salt: Salt,
    opening: Vec<u8>,
    country: String,
    person: Option<Vec<u8>>,
    contact: Vec<u8>,
    act: Act,
    face: Face,
    hides: bool,
    now_ms: i64,
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
    let held = must_be_held(&public, &shown, &letter.watched);
    if held {
        return hold(app, letter, *signature, public, &shown).await;
    }
    let change = Change::prepare(app, letter, *signature, &public, shown.text).await?;
    let made = app
        .committer
        .write(move |tx| Box::pin(async move { change.make(tx).await }))
        .await?;
    app.recorder_wake.notify_one();
    match made {
        Made::Done => Ok(Corrected::Done),
        Made::Taken => Ok(Corrected::Taken),
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
    let country = signature
        .country
        .parse()
        .map_err(|_| ActError::Unreadable)?;
    let public = Public {
        kind: shown.kind,
        display: Display::Count,
        name: String::new(),
        country,
        title: None,
        affiliation: None,
        website: None,
        lang: shown.lang.clone(),
    };
    let change = Change::prepare(app, letter, *signature, &public, shown.text).await?;
    let made = app
        .committer
        .write(move |tx| Box::pin(async move { change.make(tx).await }))
        .await?;
    app.recorder_wake.notify_one();
    if made == Made::Gone {
        return Err(ActError::NoLink);
    }
    Ok(())
}

/// New names are looked at like new signatures: those of organizations always, watched ones too.
fn must_be_held(public: &Public, shown: &Opening, watched: &[String]) -> bool {
    if public.display == Display::Count {
        return false;
    }
    let renamed = shown.name.as_deref() != Some(&public.name) || shown.website != public.website;
    (public.kind != Kind::Individual && renamed)
        || watched
            .iter()
            .any(|name| fold::is_watched(&public.name, name))
}

async fn hold(
    app: &App,
    letter: &Published,
    signature: SignatureRow,
    public: Public,
    shown: &Opening,
) -> Result<Corrected> {
    let now_ms = app.clock.now_ms();
    let now = now_ms.div_euclid(1000);
    let fields = Fields {
        public,
        statement: None,
        via: None,
        at_own_domain: false,
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
    app.committer
        .write(move |tx| Box::pin(async move { submissions::insert(tx, &row).await }))
        .await?;
    Ok(Corrected::Held)
}

impl Change {
    /// Makes what the correction takes. The contact commitment covers the files there are and a new
    /// one with the changed fields: nobody here can open the old ones.
    pub(super) async fn prepare(
        app: &App,
        letter: &Published,
        signature: SignatureRow,
        public: &Public,
        text: Hash,
    ) -> Result<Self> {
        let now_ms = app.clock.now_ms();
        let contact = seal_change(letter, public, now_ms.div_euclid(1000))?;
        let mut tx = app.store.read().await?;
        let mut digests: Vec<Hash> = contacts::files(&mut tx, signature.id)
            .await?
            .iter()
            .map(|f| Hash::of(f))
            .collect();
        digests.push(Hash::of(&contact));
        let salt = Salt(random());
        let opening = public.opening(text).to_bytes();
        let hides = public.display == Display::Count;
        let person = match &signature.mailbox {
            Some(mailbox) if !hides => Some(letter.fixed.tag_key.person(
                mailbox,
                public.kind,
                &public.name,
            )),
            _ => None,
        };
        Ok(Self {
            letter: letter.letter.id,
            salt,
            country: public.country.as_str().to_owned(),
            person,
            contact,
            act: Act::Correct {
                country: public.country,
                opening: opening::commit(&salt, &opening),
                salt,
                contact: opening::contact_commitment(&digests),
            },
            face: Face::of(public, signature.founding),
            hides,
            now_ms,
            opening,
            signature,
        })
    }

    /// Makes the change.
    pub(super) async fn make(self, tx: &mut Tx) -> store::Result<Made> {
        let id = self.signature.id;
        if !signatures::pin(tx, id).await? {
            return Ok(Made::Gone);
        }
        if let Some(person) = &self.person
            && !signatures::retag(tx, id, self.letter, person).await?
        {
            return Ok(Made::Taken);
        }
        let opening = NewOpening {
            id: row_id(self.now_ms),
            letter: self.letter,
            signature: id,
            salt: &self.salt.0,
            opening: &self.opening,
        };
        openings::insert_all(tx, &[opening]).await?;
        let contact = NewContact {
            id: row_id(self.now_ms),
            signature: id,
            file: &self.contact,
        };
        contacts::insert_all(tx, &[contact]).await?;
        roll::unlist(tx, id).await?;
        self.face
            .show(
                tx,
                &SignatureRow {
                    country: self.country,
                    ..self.signature
                },
            )
            .await?;
        if self.hides {
            let unsay = Act::Unsay.to_json();
            record::enqueue(tx, row_id(self.now_ms), self.letter, Some(id), &unsay).await?;
        }
        let act = self.act.to_json();
        record::enqueue(tx, row_id(self.now_ms), self.letter, Some(id), &act).await?;
        Ok(Made::Done)
    }
}

fn seal_change(letter: &Published, public: &Public, now: i64) -> Result<Vec<u8>> {
    let contact = Contact {
        v: 1,
        letter: &letter.letter.origin,
        kind: public.kind.as_str(),
        name: &public.name,
        email: None,
        country: public.country.as_str(),
        title: public.title.as_deref(),
        affiliation: public.affiliation.as_deref(),
        website: public.website.as_deref(),
        contact_name: None,
        contact_role: None,
        authority: false,
        display: public.display.as_str(),
        note: None,
        updates: false,
        consent: &[],
        lang: public.lang.as_str(),
        at: crate::clock::hour_text(now),
    };
    Ok(letter.fixed.recipients.seal(&to_json(&contact)?)?)
}
