//! Enrolment: a signature enters the roll and the recorder's queue.
//!
//! Confirmations, approvals and founding signatures all end here.

use undersigned_record::Hash;
use undersigned_record::entry::Sign;
use undersigned_record::opening::{self, Salt};

use super::signing::{Fields, to_json};
use super::{Result, proving};
use crate::app::App;
use crate::l10n::{self, Lang};
use crate::model::submission::Public;
use crate::model::{Display, Kind, Proof, fold};
use crate::recorder::Act;
use crate::seal::{Encrypted, Purpose, random, row_id};
use crate::store::contacts::{self, NewContact};
use crate::store::mailbox::{self, Claim};
use crate::store::openings::{self, NewOpening};
use crate::store::proofs::{self, ProofRow};
use crate::store::record::{self, QueueRow};
use crate::store::roll::{self, Listed};
use crate::store::signatures::{self, SignatureRow};
use crate::store::statements::{self, StatementRow};
use crate::store::submissions::SubmissionRow;
use crate::store::{self, StoreError, Tx, partners};

/// A signature about to be enrolled: everything is made before the transaction begins.
pub struct Enrolment {
    signature: SignatureRow,
    salt: Salt,
    opening: Vec<u8>,
    queued: QueueRow,
    contact: Option<Vec<u8>>,
    face: Face,
    statement: Option<Encrypted>,
    proof: Option<ProofRow>,
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

impl Signer {
    /// Who sent a form, shown to be who they say at this level.
    #[must_use]
    pub fn of(row: &SubmissionRow, level: Proof) -> Self {
        Self {
            person: row.person.clone(),
            mailbox: Some(row.mailbox.clone()),
            contact: Some(row.contact.clone()),
            level,
            founding: false,
        }
    }
}

impl Enrolment {
    /// Makes everything that enrolling `fields` takes.
    pub fn prepare(app: &App, letter: i64, fields: &Fields, signer: Signer) -> Result<Self> {
        let public = &fields.public;
        let now_ms = app.clock.now_ms();
        let salt = Salt(random());
        let opening = public.opening(fields.text).to_bytes();
        let contact: Vec<Hash> = signer.contact.iter().map(|file| Hash::of(file)).collect();
        let act = Act::Sign(Sign {
            kind: public.kind,
            country: public.country,
            level: signer.level,
            version: fields.version,
            founding: signer.founding,
            opening: opening::commit(&salt, &opening),
            contact: opening::contact_commitment(&contact),
        });
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
        let level = signer.level;
        let proven = fields.proven.filter(|method| method.level() == level);
        let proof = proven.map(|method| {
            let now = now_ms.div_euclid(1000);
            proving::found(&signature, method, fields.level_by_mail(), now)
        });
        Ok(Self {
            salt,
            opening,
            queued: QueueRow {
                id: row_id(now_ms),
                signature: Some(signature.id),
                act: act.to_json(),
            },
            signature,
            contact: signer.contact,
            face: Face::of(public, signer.founding),
            statement,
            proof,
            via: fields.via.clone(),
            now_ms,
        })
    }

    /// The slot that it needs, if it does.
    fn claim(&self) -> Option<Claim<'_>> {
        let of = &self.signature;
        let mailbox = of.mailbox.as_deref().filter(|_| of.kind == "individual")?;
        Some(Claim {
            letter: of.letter,
            mailbox,
            signature: of.id,
        })
    }

    fn new_opening(&self) -> NewOpening<'_> {
        NewOpening {
            id: self.id(),
            letter: self.signature.letter,
            signature: self.id(),
            salt: &self.salt.0,
            opening: &self.opening,
        }
    }

    fn new_contact(&self) -> Option<NewContact<'_>> {
        Some(NewContact {
            id: self.id(),
            signature: self.id(),
            file: self.contact.as_deref()?,
        })
    }

    /// The id that the signature will have.
    #[must_use]
    pub fn id(&self) -> i64 {
        self.signature.id
    }

    /// The letter that it signs.
    #[must_use]
    pub fn letter(&self) -> i64 {
        self.signature.letter
    }

    /// Enrols, in the transaction of whoever confirmed or approved.
    pub async fn enrol(self, tx: &mut Tx) -> store::Result<Enrolled> {
        let outcomes = enrol_all(&[&self], tx).await?;
        let outcome = outcomes.into_iter().next();
        outcome.ok_or(StoreError::Corrupt("outcomes are missing"))
    }
}

/// Enrols many at once; gives their outcomes, in their order.
pub async fn enrol_all(enrolments: &[&Enrolment], tx: &mut Tx) -> store::Result<Vec<Enrolled>> {
    let signatures: Vec<_> = enrolments.iter().map(|new| &new.signature).collect();
    let added = signatures::insert_all(tx, &signatures).await?;
    let is_added = |new: &&&Enrolment| added.contains(&new.id());
    let claims: Vec<_> = enrolments
        .iter()
        .filter(is_added)
        .filter_map(|new| new.claim())
        .collect();
    let slotless = mailbox::take_slots(tx, &claims).await?;
    for id in &slotless {
        signatures::drop_new(tx, *id).await?;
    }
    let kept: Vec<&Enrolment> = enrolments
        .iter()
        .filter(is_added)
        .filter(|new| !slotless.contains(&new.id()))
        .copied()
        .collect();
    keep_all(&kept, tx).await?;
    let mut outcomes = Vec::with_capacity(enrolments.len());
    for new in enrolments {
        outcomes.push(if slotless.contains(&new.id()) {
            Enrolled::TooMany
        } else if added.contains(&new.id()) {
            Enrolled::Anew(new.id())
        } else {
            let person = new.signature.person.as_deref().unwrap_or_default();
            signatures::by_person(tx, new.signature.letter, person)
                .await?
                .map_or(Enrolled::TooMany, Enrolled::Already)
        });
    }
    Ok(outcomes)
}

/// Keeps what goes with signatures that were added.
async fn keep_all(kept: &[&Enrolment], tx: &mut Tx) -> store::Result<()> {
    let openings: Vec<_> = kept.iter().map(|new| new.new_opening()).collect();
    openings::insert_all(tx, &openings).await?;
    let contacts: Vec<_> = kept.iter().filter_map(|new| new.new_contact()).collect();
    contacts::insert_all(tx, &contacts).await?;
    let faces: Vec<_> = kept.iter().map(|new| (&new.signature, &new.face)).collect();
    Face::show_all(&faces, tx).await?;
    let queued: Vec<_> = kept
        .iter()
        .map(|new| (new.signature.letter, &new.queued))
        .collect();
    record::enqueue_all(tx, &queued).await?;
    for new in kept {
        if let Some(via) = &new.via {
            partners::count(tx, new.signature.letter, via).await?;
        }
        if let Some(proof) = &new.proof {
            proofs::put(tx, proof).await?;
        }
        if let Some(words) = &new.statement {
            hold_statement(tx, &new.signature, words, new.now_ms).await?;
        }
    }
    Ok(())
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
        Self::show_all(&[(of, self)], tx).await
    }

    async fn show_all(faces: &[(&SignatureRow, &Self)], tx: &mut Tx) -> store::Result<()> {
        let (mut listed, mut terms) = (Vec::new(), Vec::new());
        for (of, face) in faces {
            listed.extend(face.listed.iter().map(|listed| (*of, listed)));
            terms.extend(face.terms.iter().map(|term| (*of, term.as_str())));
        }
        roll::list(tx, &listed).await?;
        roll::index(tx, &terms).await
    }
}

async fn hold_statement(
    tx: &mut Tx,
    of: &SignatureRow,
    words: &Encrypted,
    now_ms: i64,
) -> store::Result<()> {
    let statement = StatementRow {
        id: row_id(now_ms),
        signature: of.id,
        state: "held".to_owned(),
        featured: false,
        key_name: words.key_name.clone(),
        words: words.bytes.clone(),
        salt: random::<32>().to_vec(),
        idx: -1,
    };
    let expires_at = now_ms.div_euclid(1000) + Purpose::Held.lifetime();
    statements::insert_held(tx, of.letter, &statement, expires_at).await
}
