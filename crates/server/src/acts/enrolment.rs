//! Enrolment: a signature enters the roll and the recorder's queue.
//!
//! Confirmations, approvals and founding signatures all end here.

use undersigned_record::Hash;
use undersigned_record::opening::{self, Salt};

use super::Result;
use super::signing::{Fields, to_json};
use crate::app::App;
use crate::l10n::{self, Lang};
use crate::model::submission::Public;
use crate::model::{Display, Kind, Proof, fold};
use crate::recorder::Act;
use crate::seal::{Encrypted, Purpose, random, row_id};
use crate::store::roll::{self, Listed};
use crate::store::signatures::{self, SignatureRow};
use crate::store::statements::{self, StatementRow};
use crate::store::{self, Tx, contacts, mailbox, openings, partners, record};

/// A signature about to be enrolled: everything is made before the transaction begins.
pub struct Enrolment {
    signature: SignatureRow,
    salt: Salt,
    opening: Vec<u8>,
    act: String,
    contact: Option<Vec<u8>>,
    face: Face,
    statement: Option<Encrypted>,
    via: Option<String>,
    now_ms: i64,
}

/// How a signature can be found: its places in the listings and the words of its name.
pub struct Face {
    listed: Vec<Listed>,
    terms: Vec<String>,
}

/// How an enrolment ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enrolled {
    /// The signature, on its way into the record.
    Anew(i64),
    /// The same person has a live signature: this one.
    Already(i64),
    /// The mailbox carries as many signatures as it may.
    TooMany,
}

/// Whose signature it is.
pub struct Signer {
    /// Tag of mailbox, kind and name.
    pub person: Vec<u8>,
    /// Tag of the mailbox, where there is one.
    pub mailbox: Option<Vec<u8>>,
    /// The sealed contact, where there is one.
    pub contact: Option<Vec<u8>>,
    /// How they were shown to be who they say.
    pub level: Proof,
    /// By invitation, before launch.
    pub founding: bool,
}

impl Enrolment {
    /// Makes everything that enrolling `fields` takes.
    pub fn prepare(app: &App, letter: i64, fields: &Fields, signer: Signer) -> Result<Self> {
        let public = &fields.public;
        let now_ms = app.clock.now_ms();
        let salt = Salt(random());
        let opening = public.opening(fields.text).to_bytes();
        let contact: Vec<Hash> = signer.contact.iter().map(|file| Hash::of(file)).collect();
        let act = Act::Sign {
            kind: public.kind,
            country: public.country,
            level: signer.level,
            version: fields.version,
            founding: signer.founding,
            opening: opening::commit(&salt, &opening),
            contact: opening::contact_commitment(&contact),
        };
        let statement = match &fields.statement {
            Some(words) if public.display == Display::Name => Some(app.waiting.encrypt(
                Purpose::Held,
                now_ms.div_euclid(1000),
                &to_json(&(public.lang.as_str(), words))?,
            )?),
            _ => None,
        };
        let signature = SignatureRow {
            id: row_id(now_ms),
            letter,
            state: "queued".to_owned(),
            kind: public.kind.as_str().to_owned(),
            country: public.country.as_str().to_owned(),
            level: signer.level.as_str().to_owned(),
            founding: signer.founding,
            person: Some(signer.person),
            mailbox: signer.mailbox,
            idx: None,
            opened_by: None,
            signed_at: None,
        };
        Ok(Self {
            signature,
            salt,
            opening,
            act: act.to_json(),
            contact: signer.contact,
            face: Face::of(public, signer.founding),
            statement,
            via: fields.via.clone(),
            now_ms,
        })
    }

    /// The id that the signature will have.
    #[must_use]
    pub fn id(&self) -> i64 {
        self.signature.id
    }

    /// Enrols, in the transaction of whoever confirmed or approved.
    pub async fn enrol(self, tx: &mut Tx) -> store::Result<Enrolled> {
        let new = &self.signature;
        let person = new.person.as_deref().unwrap_or_default();
        if !signatures::insert(tx, new).await? {
            let known = signatures::by_person(tx, new.letter, person).await?;
            return Ok(known.map_or(Enrolled::TooMany, Enrolled::Already));
        }
        if let (Some(mailbox), "individual") = (&new.mailbox, new.kind.as_str())
            && !mailbox::take_slot(tx, new.letter, mailbox, new.id).await?
        {
            signatures::drop_new(tx, new.id).await?;
            return Ok(Enrolled::TooMany);
        }
        openings::insert(tx, new.id, new.letter, new.id, &self.salt.0, &self.opening).await?;
        if let Some(file) = &self.contact {
            contacts::insert(tx, new.id, new.id, file).await?;
        }
        self.face.show(tx, new).await?;
        if let Some(via) = &self.via {
            partners::count(tx, new.letter, via).await?;
        }
        record::enqueue(tx, row_id(self.now_ms), new.letter, Some(new.id), &self.act).await?;
        if let Some(words) = self.statement {
            hold_statement(tx, new, words, self.now_ms).await?;
        }
        Ok(Enrolled::Anew(self.signature.id))
    }
}

impl Face {
    /// Of organizations, companies and founding signatories a place in each language's order; of
    /// every name that is shown whole, its words.
    #[must_use]
    pub fn of(public: &Public, founding: bool) -> Self {
        let shown = public.display == Display::Name;
        let in_order = public.kind != Kind::Individual || founding;
        let key = |lang: Lang| Listed {
            lang: lang.tag().to_owned(),
            key: l10n::collation_key(lang, if shown { &public.name } else { "" }),
        };
        Self {
            listed: if in_order {
                Lang::ALL.map(key).into()
            } else {
                Vec::new()
            },
            terms: if shown {
                fold::terms(&public.name)
            } else {
                Vec::new()
            },
        }
    }

    /// Puts the signature where it can be found.
    pub async fn show(&self, tx: &mut Tx, of: &SignatureRow) -> store::Result<()> {
        roll::list(tx, of, &self.listed).await?;
        roll::index(tx, of.letter, of.id, &self.terms).await
    }
}

async fn hold_statement(
    tx: &mut Tx,
    of: &SignatureRow,
    words: Encrypted,
    now_ms: i64,
) -> store::Result<()> {
    let statement = StatementRow {
        id: row_id(now_ms),
        signature: of.id,
        state: "held".to_owned(),
        featured: false,
        key_name: words.key_name,
        words: words.bytes,
        salt: random::<32>().to_vec(),
        idx: -1,
    };
    let expires_at = now_ms.div_euclid(1000) + Purpose::Held.lifetime();
    statements::insert_held(tx, of.letter, &statement, expires_at).await
}
