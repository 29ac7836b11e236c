//! Founding: signatures before launch, brought by the organizers or given by who was invited.

pub mod acceptance;
pub mod answer;
mod entry;
pub mod handing;
pub mod inviting;
pub mod key;
pub mod list;
pub mod logo;
mod namesakes;
pub mod naming;
pub mod quotes;
mod reading;
pub mod spreadsheet;

use std::collections::HashMap;

use undersigned_record::Hash;
use undersigned_record::lang::Lang;
use undersigned_record::opening::Salt;
use undersigned_record::statement::{self, Statement};

pub use self::entry::{Entry, Held, Listed};
pub use self::namesakes::Standing;
pub use self::reading::read_on;
use super::access::may::{Actor, WRITERS};
use super::access::trail::{Line, Who};
use super::access::{Act as Did, Session};
use super::enrolment::{Enrolled, Enrolment, Signer};
use super::signing::{Fields, Noted};
use super::{ActError, Result};
use crate::app::App;
pub use crate::model::Founder;
use crate::model::submission::Public;
use crate::model::trail::{Part, What};
use crate::model::{Letter, LetterState, Proof, Role};
use crate::recorder::Act;
use crate::seal::{Encrypted, KeyDir, Purpose, TagKey, WaitingKeys, random, row_id};
use crate::store::statements::StatementRow;
use crate::store::{
    self, StoreError, Tx, founder_mails, founder_quotes, founders, letters, record, roles,
    statements,
};
use futures_util::future::BoxFuture;

/// What work came to, for the trail: nothing is said where nothing was done.
pub(super) trait Outcome {
    /// The line of what was done, if anything was.
    fn noted(&self, line: Line) -> Option<Line>;
}

impl Outcome for () {
    fn noted(&self, line: Line) -> Option<Line> {
        Some(line)
    }
}

/// Whether it was done.
impl Outcome for bool {
    fn noted(&self, line: Line) -> Option<Line> {
        self.then_some(line)
    }
}

/// To how many.
impl Outcome for u64 {
    fn noted(&self, line: Line) -> Option<Line> {
        (*self > 0).then(|| line.and(Part::Count, self.to_string()))
    }
}

/// Does something to a letter before its launch, with its line of the trail, if whoever acts still is
/// an owner or an editor and the letter has not launched.
pub(super) async fn by_editor<T, F>(
    app: &App,
    session: &Session,
    letter: &Letter,
    line: Line,
    work: F,
) -> Result<T>
where
    T: Outcome + Send + 'static,
    F: for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, store::Result<T>> + Send + 'static,
{
    by(app, (session, WRITERS), letter, line, work).await
}

/// The same by whoever has one of these roles.
pub(super) async fn by<T, F>(
    app: &App,
    (session, roles): (&Session, &'static [Role]),
    letter: &Letter,
    line: Line,
    work: F,
) -> Result<T>
where
    T: Outcome + Send + 'static,
    F: for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, store::Result<T>> + Send + 'static,
{
    let (actor, id) = (Actor::from(session), letter.id);
    let done = app.committer.write(move |tx| {
        Box::pin(async move {
            let is_draft = is_held_draft(tx, id).await?;
            if !actor.has_role(tx, id, roles).await? {
                return Ok(Err(ActError::NotPermitted));
            }
            if !is_draft {
                return Ok(Err(ActError::Launched));
            }
            let value = work(tx).await?;
            if let Some(line) = value.noted(line) {
                line.write(tx).await?;
            }
            Ok(Ok(value))
        })
    });
    done.await?
}

/// Whether a letter has not launched; it can't until the transaction ends.
pub(super) async fn is_held_draft(tx: &mut Tx, letter: i64) -> store::Result<bool> {
    roles::hold(tx, letter).await?;
    let letter = letters::by_id(tx, letter).await?;
    Ok(letter.is_some_and(|letter| letter.state == LetterState::Draft))
}

/// Adds founding signatories to a letter that has not launched, from files. Gives how many were new:
/// the same list again adds nothing, and once the letter launched nothing is added
/// ([`StoreError::HeadMoved`]).
pub async fn add(app: &App, letter: &Letter, founders: Vec<Founder>) -> Result<u64> {
    let tag_key = app.keys.tag_key(&letter.slug)?;
    let texts = Texts::of(app, letter).await?;
    let mut ready = Vec::with_capacity(founders.len());
    for founder in founders {
        ready.push(prepare(app, letter, &tag_key, &texts, founder)?);
    }
    let slug = letter.slug.clone();
    let (who, act) = (Who::operator(), Did::SignatoriesImported);
    let line = Line::new(app, who, Some(letter.id), act, What::default());
    Ok(app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                let letter = letters::by_slug(tx, slug.as_str()).await?;
                if letter.is_none_or(|letter| letter.state != LetterState::Draft) {
                    return Err(StoreError::HeadMoved);
                }
                let mut new = 0;
                for founder in ready {
                    new += u64::from(founder.enrol(tx).await?);
                }
                if let Some(line) = new.noted(line) {
                    line.write(tx).await?;
                }
                Ok(new)
            })
        })
        .await?)
}

/// Concludes the founding of a letter in the transaction that launches it: statements and logos that
/// nobody decided on wait for a moderator like any other, those that organizers chose stand on the
/// letter's page in their order, and who did not accept is forgotten, with the mails to them that wait.
pub(super) async fn conclude(
    tx: &mut Tx,
    letter: &Letter,
    keys: &(KeyDir, WaitingKeys),
    now: i64,
) -> store::Result<()> {
    founder_mails::drop_unaccepted(tx, letter.id).await?;
    logo::launch(tx, letter, keys, now).await?;
    founder_quotes::launch(tx, letter.id).await?;
    let (keys, waiting) = keys;
    let undecided = founders::undecided(tx, letter.id).await?;
    if !undecided.is_empty() {
        let unreadable = StoreError::Unavailable("key directory");
        let key = keys.founders_key(&letter.slug).map_err(|_| unreadable)?;
        for row in undecided {
            let entry = Entry::read(&key, &row);
            let entry = entry.ok_or(StoreError::Corrupt("a founder's entry"))?;
            if let (Some(signature), Some(words)) = (row.signature, entry.statement) {
                let said = (entry.public.lang.as_str(), words);
                let plain = serde_json::to_vec(&said);
                let plain = plain.map_err(|_| StoreError::Corrupt("a statement"))?;
                let unsealed = StoreError::Unavailable("key directory");
                let sealed = waiting.encrypt(Purpose::Held, now, &plain);
                let held = HeldWords {
                    letter: letter.id,
                    signature,
                    sealed: sealed.map_err(|_| unsealed)?,
                    now,
                };
                held.insert(tx).await?;
            }
        }
    }
    founders::forget(tx, letter.id).await
}

/// Words that wait for a moderator.
struct HeldWords {
    letter: i64,
    signature: i64,
    sealed: Encrypted,
    now: i64,
}

impl HeldWords {
    async fn insert(self, tx: &mut Tx) -> store::Result<()> {
        let row = StatementRow {
            id: row_id(self.now * 1000),
            signature: self.signature,
            state: "held".to_owned(),
            featured: false,
            key_name: self.sealed.key_name,
            words: self.sealed.bytes,
            salt: random::<32>().to_vec(),
            idx: -1,
        };
        let expires_at = self.now + Purpose::Held.lifetime();
        statements::insert_held(tx, self.letter, &row, expires_at).await
    }
}

/// The texts that founding signatures stand under.
struct Texts {
    digests: HashMap<String, Hash>,
    version: u64,
    default_lang: Lang,
}

impl Texts {
    async fn of(app: &App, letter: &Letter) -> Result<Self> {
        let rows = letters::texts(&mut app.store.read().await?, letter.id).await?;
        let version = rows.last().ok_or(ActError::Unreadable)?.version;
        let newest = rows.into_iter().filter(|row| row.version == version);
        let digests: HashMap<_, _> = newest.map(|row| (row.lang, Hash::of(&row.body))).collect();
        let default_lang = &letter.settings.default_language;
        if !digests.contains_key(default_lang) {
            return Err(ActError::Unreadable);
        }
        Ok(Self {
            digests,
            version: version.unsigned_abs(),
            default_lang: default_lang.parse().map_err(|_| ActError::Unreadable)?,
        })
    }

    /// The text that a signature stands under which organizers bring: that of its language, or the
    /// default one.
    fn of_brought(&self, public: &mut Public) -> TextSigned {
        let digest = self.digests.get(public.lang.as_str());
        let digest = digest.copied().unwrap_or_else(|| {
            public.lang = self.default_lang.clone();
            self.digests[self.default_lang.as_str()]
        });
        TextSigned {
            digest,
            version: self.version,
        }
    }
}

/// The text that a signature stands under.
struct TextSigned {
    digest: Hash,
    version: u64,
}

/// What keeps a signature from being enrolled, in the transaction that finds it out.
const TAKEN: &str = "taken";
const TOO_MANY: &str = "too many";
/// What was decided on has changed meanwhile, or somebody else decided.
const CHANGED: &str = "changed";

/// How an organizer's decision about an answer or a statement ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decided {
    /// It is kept.
    Done,
    /// Not what was seen stands there by now: nothing was done.
    Changed,
    /// Another signature from the same mailbox has this name.
    Taken,
    /// The mailbox carries as many signatures as it may.
    TooMany,
}

impl Decided {
    /// What came of it, where the transaction may have been refused.
    fn of(outcome: Result<()>) -> Result<Self> {
        match outcome {
            Ok(()) => Ok(Self::Done),
            Err(ActError::Store(StoreError::Refused(why))) if why == CHANGED => Ok(Self::Changed),
            Err(ActError::Store(StoreError::Refused(why))) if why == TAKEN => Ok(Self::Taken),
            Err(ActError::Store(StoreError::Refused(why))) if why == TOO_MANY => Ok(Self::TooMany),
            Err(error) => Err(error),
        }
    }
}

struct Ready {
    enrolment: Enrolment,
    letter: i64,
    words: Option<(Vec<u8>, Salt, bool)>,
    now_ms: i64,
}

fn prepare(
    app: &App,
    letter: &Letter,
    tag_key: &TagKey,
    texts: &Texts,
    mut founder: Founder,
) -> Result<Ready> {
    let text = texts.of_brought(&mut founder.public);
    let signer = Signer {
        person: tag_key.invited(founder.public.kind, &founder.public.name),
        mailbox: None,
        contact: None,
        level: Proof::Invited,
        founding: true,
    };
    let featured = founder.featured;
    let words = founder.statement.map(|(lang, words)| Approved {
        lang,
        words,
        featured,
    });
    Ready::of(app, letter, &text, founder.public, signer, words)
}

/// Words that organizers approved.
struct Approved {
    lang: String,
    words: String,
    featured: bool,
}

impl Approved {
    fn to_bytes(&self) -> Result<Vec<u8>> {
        let lang = self.lang.parse().map_err(|_| ActError::Unreadable)?;
        let words = self.words.clone();
        Ok(Statement { lang, words }.to_bytes())
    }
}

impl Ready {
    fn of(
        app: &App,
        letter: &Letter,
        text: &TextSigned,
        public: Public,
        signer: Signer,
        words: Option<Approved>,
    ) -> Result<Self> {
        let kept = |words: Approved| -> Result<(Vec<u8>, Salt, bool)> {
            Ok((words.to_bytes()?, Salt(random()), words.featured))
        };
        let fields = Fields {
            public,
            statement: None,
            via: None,
            at_own_domain: false,
            noted: Noted::default(),
            proven: None,
            kept_back: false,
            reach: None,
            updates: false,
            text: text.digest,
            version: text.version,
        };
        Ok(Self {
            enrolment: Enrolment::prepare(app, letter.id, &fields, signer)?,
            letter: letter.id,
            words: words.map(kept).transpose()?,
            now_ms: app.clock.now_ms(),
        })
    }
}

impl Ready {
    /// Whether the signature is new.
    async fn enrol(self, tx: &mut Tx) -> store::Result<bool> {
        Ok(matches!(self.enrol_as(tx).await?, Enrolled::Anew(_)))
    }

    /// The signature; refused as [`TAKEN`] or [`TOO_MANY`] where there can be none.
    async fn enrol_anew(self, tx: &mut Tx) -> store::Result<i64> {
        match self.enrol_as(tx).await? {
            Enrolled::Anew(signature) => Ok(signature),
            Enrolled::Already(_) => Err(StoreError::Refused(TAKEN.to_owned())),
            Enrolled::TooMany => Err(StoreError::Refused(TOO_MANY.to_owned())),
        }
    }

    async fn enrol_as(self, tx: &mut Tx) -> store::Result<Enrolled> {
        let enrolled = self.enrolment.enrol(tx).await?;
        if let (Enrolled::Anew(signature), Some(words)) = (enrolled, self.words) {
            say(tx, self.letter, signature, words, self.now_ms).await?;
        }
        Ok(enrolled)
    }
}

/// Puts approved words into the recorder's queue, behind the signature that they are of.
async fn say(
    tx: &mut Tx,
    letter: i64,
    signature: i64,
    (words, salt, featured): (Vec<u8>, Salt, bool),
    now_ms: i64,
) -> store::Result<()> {
    let id = row_id(now_ms);
    let row = StatementRow {
        id,
        signature,
        state: "held".to_owned(),
        featured: false,
        key_name: String::new(),
        words: Vec::new(),
        salt: salt.0.to_vec(),
        idx: -1,
    };
    statements::insert_held(tx, letter, &row, i64::MAX).await?;
    statements::approve(tx, id, &words, featured).await?;
    let act = Act::Statement {
        id,
        statement: statement::commit(&salt, &words),
    };
    let id = row_id(now_ms);
    record::enqueue(tx, id, letter, Some(signature), &act.to_json()).await
}
