//! A change of what is shown: made ready before its transaction, decided inside it.

use undersigned_record::Hash;
use undersigned_record::opening::{self, Opening, Salt};

use crate::acts::Result;
use crate::acts::enrolment::Face;
use crate::acts::signing::to_json;
use crate::app::App;
use crate::model::submission::Public;
use crate::model::{Country, Display, Domain, Proof, Website};
use crate::recorder::{Act, Published};
use crate::seal::{Contact, random, row_id, row_time_ms};
use crate::store::contacts::{self, NewContact};
use crate::store::openings::{self, NewOpening};
use crate::store::proofs;
use crate::store::signatures::{self, SignatureRow};
use crate::store::{self, StoreError, Tx, record, roll, submissions};

/// The most corrections of one signature in a day: the record keeps each for ever.
const IN_A_DAY: i64 = 10;

/// A day in milliseconds.
const DAY_MS: i64 = 24 * 3600 * 1000;

/// What came of a change in its transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::acts) enum Made {
    Done,
    /// All of it is shown already: no entry says so twice.
    Unchanged,
    /// The new name is another's; nothing changed.
    Taken,
    /// The signature was corrected too often of late; nothing changed. It may be again after so
    /// many seconds.
    TooOften(u64),
    /// The signature was withdrawn meanwhile; nothing of the change may be kept.
    Gone,
}

/// Who stands behind a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::acts) enum By {
    /// The signatory alone, who may do so only so often.
    Signatory,
    /// The signatory and a moderator.
    Moderator,
}

/// A correction, made ready before its transaction.
pub(in crate::acts) struct Change {
    signature: SignatureRow,
    by: By,
    salt: Salt,
    opening: Vec<u8>,
    display: Display,
    website: Option<String>,
    /// None where it stays what it is.
    country: Option<Country>,
    /// Tag of the whole name, where one is given.
    person: Option<Vec<u8>>,
    contact: Vec<u8>,
    face: Face,
    now_ms: i64,
}

impl Change {
    /// Makes what can be made before the transaction.
    pub(in crate::acts) fn prepare(
        app: &App,
        letter: &Published,
        signature: SignatureRow,
        public: &Public,
        (text, by): (Hash, By),
    ) -> Result<Self> {
        let now_ms = app.clock.now_ms();
        let person = match &signature.mailbox {
            Some(mailbox) if !public.name.is_empty() => Some(letter.fixed.tag_key.person(
                mailbox,
                public.kind,
                &public.name,
            )),
            _ => None,
        };
        Ok(Self {
            by,
            salt: Salt(random()),
            opening: public.opening(text).to_bytes(),
            display: public.display,
            website: public.website.clone(),
            country: Some(public.country),
            person,
            contact: seal_change(letter, public, now_ms.div_euclid(1000))?,
            face: Face::of(public, signature.founding),
            now_ms,
            signature,
        })
    }

    /// The same, with the country left as it is, whatever that will be when this is recorded.
    pub(super) fn keep_country(self) -> Self {
        Self {
            country: None,
            ..self
        }
    }

    /// Makes the change. What it depends on is read once the signature is pinned, so that of two
    /// changes at once each sees the other or comes before it.
    pub(in crate::acts) async fn make(self, tx: &mut Tx) -> store::Result<Made> {
        let id = self.signature.id;
        if !signatures::pin(tx, id).await? {
            return Ok(Made::Gone);
        }
        let Some(current) = signatures::get(tx, id).await? else {
            return Ok(Made::Gone);
        };
        let newest = openings::newest(tx, id).await?;
        let newest = newest.ok_or(StoreError::Corrupt("an opening is missing"))?;
        let before = country_ahead(tx, &current).await?;
        let country = self.country.unwrap_or(before);
        if newest.opening == self.opening && before == country && self.is_same_person(&current) {
            submissions::drop_corrections(tx, id).await?;
            return Ok(Made::Unchanged);
        }
        let shown = Opening::parse(&newest.opening).map_err(|_| StoreError::Corrupt("opening"))?;
        if let Some(seconds) = self.has_to_wait(tx, &shown).await? {
            return Ok(Made::TooOften(seconds));
        }
        if let Some(person) = self.person.as_ref().filter(|_| !self.hides())
            && !signatures::retag(tx, id, current.letter, person).await?
        {
            return Ok(Made::Taken);
        }
        // What was held before would bring back what this one changes.
        submissions::drop_corrections(tx, id).await?;
        let contact = self.keep(tx).await?;
        roll::unlist(tx, id).await?;
        let listed = SignatureRow {
            country: country.as_str().to_owned(),
            ..current.clone()
        };
        self.face.show(tx, &listed).await?;
        self.enqueue(tx, &current, &shown, contact).await?;
        Ok(Made::Done)
    }

    fn hides(&self) -> bool {
        self.display == Display::Count
    }

    fn is_same_person(&self, current: &SignatureRow) -> bool {
        self.person.is_none() || self.person == current.person
    }

    /// Seconds until the day that is used up is over. A name that is shown can always be hidden.
    async fn has_to_wait(&self, tx: &mut Tx, shown: &Opening) -> store::Result<Option<u64>> {
        if self.by == By::Moderator || (self.hides() && shown.display != Display::Count) {
            return Ok(None);
        }
        let since = row_id(self.now_ms - DAY_MS);
        let first = contacts::newest_but(tx, self.signature.id, since, IN_A_DAY - 1).await?;
        Ok(first.map(|id| {
            let over = row_time_ms(id) + DAY_MS - self.now_ms;
            over.max(1).unsigned_abs().div_ceil(1000)
        }))
    }

    /// Keeps opening and contact. Gives the commitment to all files there are: to those that
    /// nobody here can open, and to the one with the changed fields.
    async fn keep(&self, tx: &mut Tx) -> store::Result<Hash> {
        let id = self.signature.id;
        let opening = NewOpening {
            id: row_id(self.now_ms),
            letter: self.signature.letter,
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
        let files = contacts::files(tx, id).await?;
        let digests: Vec<Hash> = files.iter().map(|file| Hash::of(file)).collect();
        Ok(opening::contact_commitment(&digests))
    }

    async fn enqueue(
        &self,
        tx: &mut Tx,
        current: &SignatureRow,
        shown: &Opening,
        contact: Hash,
    ) -> store::Result<()> {
        let mut acts = Vec::new();
        // Words stand beside a whole name or not at all.
        if self.display != Display::Name {
            acts.push(Act::Unsay);
        }
        // A domain proves nothing about another one.
        let level = level_ahead(tx, current).await?;
        let of_domain = matches!(level, Proof::Domain | Proof::Dns | Proof::WellKnown);
        if of_domain && home(&self.website) != home(&shown.website) {
            proofs::forget(tx, current.id).await?;
            acts.push(Act::Level {
                level: Proof::Mailbox,
            });
        }
        acts.push(Act::Correct {
            country: self.country,
            opening: opening::commit(&self.salt, &self.opening),
            salt: self.salt,
            contact,
        });
        for act in acts {
            let (queued, act) = (row_id(self.now_ms), act.to_json());
            record::enqueue(tx, queued, current.letter, Some(current.id), &act).await?;
        }
        Ok(())
    }
}

/// The country that a signature will have once all that waits about it is recorded.
pub(super) async fn country_ahead(tx: &mut Tx, of: &SignatureRow) -> store::Result<Country> {
    let now = of.country.parse();
    let mut ahead = now.map_err(|_| StoreError::Corrupt("country"))?;
    for act in queued(tx, of).await? {
        if let Act::Correct {
            country: Some(country),
            ..
        } = act
        {
            ahead = country;
        }
    }
    Ok(ahead)
}

/// The level of proof that a signature will have then.
pub(in crate::acts) async fn level_ahead(tx: &mut Tx, of: &SignatureRow) -> store::Result<Proof> {
    let now = of.level.parse();
    let mut ahead = now.map_err(|_| StoreError::Corrupt("level"))?;
    for act in queued(tx, of).await? {
        if let Act::Level { level } = act {
            ahead = level;
        }
    }
    Ok(ahead)
}

async fn queued(tx: &mut Tx, of: &SignatureRow) -> store::Result<Vec<Act>> {
    let acts = signatures::queued(tx, of.letter, of.id).await?;
    let read = acts.iter().map(|act| serde_json::from_str(act));
    let read: std::result::Result<_, _> = read.collect();
    read.map_err(|_| StoreError::Corrupt("an act of the queue"))
}

/// The domain of a site, which what proves it belongs to.
fn home(website: &Option<String>) -> Option<Domain> {
    Website::parse(website.as_deref()?).ok()?.domain()
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
