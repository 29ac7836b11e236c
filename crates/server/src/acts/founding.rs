//! Founding: signatures brought by the organizers before launch.

use std::collections::HashMap;

use undersigned_record::Hash;
use undersigned_record::lang::Lang;
use undersigned_record::opening::Salt;
use undersigned_record::statement::{self, Statement};

use super::enrolment::{Enrolled, Enrolment, Signer};
use super::signing::{Fields, Noted};
use super::{ActError, Result};
use crate::app::App;
pub use crate::model::Founder;
use crate::model::{Letter, LetterState, Proof};
use crate::recorder::Act;
use crate::seal::{TagKey, random, row_id};
use crate::store::statements::StatementRow;
use crate::store::{self, StoreError, Tx, letters, record, statements};

/// Adds founding signatories to a letter that has not launched. Gives how many were new: the same
/// list again adds nothing, and once the letter launched nothing is added
/// ([`StoreError::HeadMoved`]).
pub async fn add(app: &App, letter: &Letter, founders: Vec<Founder>) -> Result<u64> {
    let tag_key = app.keys.tag_key(&letter.slug)?;
    let texts = Texts::of(app, letter).await?;
    let mut ready = Vec::with_capacity(founders.len());
    for founder in founders {
        ready.push(prepare(app, letter, &tag_key, &texts, founder)?);
    }
    let slug = letter.slug.clone();
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
                Ok(new)
            })
        })
        .await?)
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
    // A signature stands under a text that there is: that of its language, or the default one.
    let text = match texts.digests.get(founder.public.lang.as_str()) {
        Some(digest) => *digest,
        None => {
            founder.public.lang = texts.default_lang.clone();
            texts.digests[texts.default_lang.as_str()]
        }
    };
    let words = founder
        .statement
        .map(|(lang, words)| {
            let lang = lang.parse().map_err(|_| ActError::Unreadable)?;
            let words = Statement { lang, words }.to_bytes();
            Ok::<_, ActError>((words, Salt(random()), founder.featured))
        })
        .transpose()?;
    let signer = Signer {
        person: tag_key.invited(founder.public.kind, &founder.public.name),
        mailbox: None,
        contact: None,
        level: Proof::Invited,
        founding: true,
    };
    let fields = Fields {
        public: founder.public,
        statement: None,
        via: None,
        at_own_domain: false,
        noted: Noted::default(),
        proven: None,
        updates: false,
        text,
        version: texts.version,
    };
    let enrolment = Enrolment::prepare(app, letter.id, &fields, signer)?;
    Ok(Ready {
        enrolment,
        letter: letter.id,
        words,
        now_ms: app.clock.now_ms(),
    })
}

impl Ready {
    async fn enrol(self, tx: &mut Tx) -> store::Result<bool> {
        let Enrolled::Anew(signature) = self.enrolment.enrol(tx).await? else {
            return Ok(false);
        };
        let Some((words, salt, featured)) = self.words else {
            return Ok(true);
        };
        let id = row_id(self.now_ms);
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
        statements::insert_held(tx, self.letter, &row, i64::MAX).await?;
        statements::approve(tx, id, &words, featured).await?;
        let act = Act::Statement {
            id,
            statement: statement::commit(&salt, &words),
        };
        record::enqueue(
            tx,
            row_id(self.now_ms),
            self.letter,
            Some(signature),
            &act.to_json(),
        )
        .await?;
        Ok(true)
    }
}
