//! What readers see: for each launched letter the newest committed head, read back from the
//! database, checked against what was served before, and signed.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use undersigned_record::Hash;
use undersigned_record::checkpoint::Checkpoint;
use undersigned_record::note::{LogKey, VerifierKey};

use super::{ById, ReadOnly};
use crate::app::App;
use crate::l10n::Lang;
use crate::model::criteria::Holding;
use crate::model::{Letter, LetterState, Text, WatchList};
use crate::render::Moment;
use crate::seal::{Recipients, TagKey};
use crate::store::hosts;
use crate::store::logos::{self, LogoRow};
use crate::store::record::{self, Head};
use crate::store::{Result, StoreError, Tx, letters, rules, signatory_logos, statements, versions};

/// A launched letter as this node shows it.
pub struct Published {
    /// The letter.
    pub letter: Letter,
    /// What does not change with the head.
    pub fixed: Arc<Fixed>,
    /// The committed head.
    pub head: Head,
    /// The signed checkpoint of that head; empty where nothing may be signed.
    pub checkpoint: String,
    /// Why the letter can only be read, if it can.
    pub read_only: Option<ReadOnly>,
    /// Names that a moderator sees first.
    pub watched: Arc<WatchList>,
    /// Rules that hold what comes.
    pub holding: Arc<Vec<Holding>>,
    /// Change with what is shown and done beside the record.
    marks: Marks,
    /// The organizers' logo.
    pub logo: Option<LogoRow>,
    /// Scheme, host and port of the host name that is its own, without a slash at the end.
    pub own_url: Option<String>,
    /// Grows with every change; pages are cached by it.
    pub stamp: u64,
}

impl Published {
    /// The newest text for a reader of `lang`, or in the letter's default language.
    ///
    /// # Panics
    /// Never: a letter without texts is not published.
    #[must_use]
    pub fn text_for(&self, lang: Lang) -> &PublishedText {
        let texts = &self.fixed.texts;
        texts
            .get(lang.tag())
            .or_else(|| texts.get(&self.letter.settings.default_language))
            .or_else(|| texts.values().next())
            .expect("a letter without texts is not published")
    }

    /// A number that grows when a signatory's logo is shown or taken away.
    #[must_use]
    pub fn logos_mark(&self) -> u64 {
        self.marks.logos.unsigned_abs()
    }

    /// The organizers with their addresses, as one line.
    #[must_use]
    pub fn organizers(&self, lang: Lang) -> String {
        let named = self.letter.settings.organizers.iter().map(|organizer| {
            let contact = organizer.contact.as_ref();
            let contact = contact.map(|contact| format!(" ({contact})"));
            format!("{}{}", organizer.name, contact.unwrap_or_default())
        });
        let named: Vec<String> = named.collect();
        crate::l10n::list(lang, &named)
    }

    /// Until when contacts are kept.
    #[must_use]
    pub fn retention(&self) -> Moment {
        Moment::of_day(&self.letter.settings.retention_until)
    }
}

/// Numbers that change with what is shown and done beside the record.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Marks {
    featured: i64,
    rules: i64,
    logos: i64,
}

impl Marks {
    async fn of(tx: &mut Tx, letter: i64) -> Result<Self> {
        Ok(Self {
            featured: statements::featured_mark(tx, letter).await?,
            rules: rules::mark(tx, letter).await?,
            logos: signatory_logos::mark(tx, letter).await?,
        })
    }
}

/// A letter's keys, and its texts as long as no version follows.
pub struct Fixed {
    /// The newest version's texts, by language tag.
    pub texts: HashMap<String, PublishedText>,
    /// The newest version.
    pub version: i64,
    /// Since when there is each version that came after the launch, unix seconds.
    pub released_at: HashMap<i64, i64>,
    /// The languages of each version.
    pub languages: HashMap<i64, Vec<String>>,
    /// Every text that was ever shown, by its digest.
    pub shown: HashMap<Hash, ShownText>,
    /// To whom contacts are sealed.
    pub recipients: Recipients,
    /// What tags are made with.
    pub tag_key: TagKey,
    log_key: LogKey,
    verifier: VerifierKey,
}

/// A text that signatures name.
#[derive(Clone, Debug)]
pub struct ShownText {
    /// From 1.
    pub version: i64,
    /// BCP 47 tag.
    pub lang: String,
}

/// A text, ready to show.
pub struct PublishedText {
    /// BCP 47 tag.
    pub lang: String,
    /// Front matter and Markdown.
    pub text: Text,
    /// The letter as safe HTML.
    pub html: String,
    /// SHA-256 of the text's bytes.
    pub digest: Hash,
}

/// The launched letters. Readers never wait for the database.
#[derive(Default)]
pub struct Letters {
    by_id: RwLock<ById>,
    /// Slugs of those that can't be shown, because their keys can't be read.
    keyless: RwLock<HashMap<i64, String>>,
}

impl Letters {
    /// A letter by the store's id.
    #[must_use]
    pub fn by_id(&self, id: i64) -> Option<Arc<Published>> {
        self.by_id
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&id)
            .cloned()
    }

    /// A letter by its slug.
    #[must_use]
    pub fn by_slug(&self, slug: &str) -> Option<Arc<Published>> {
        let by_id = self.by_id.read().unwrap_or_else(PoisonError::into_inner);
        by_id
            .values()
            .find(|letter| letter.letter.slug.as_str() == slug)
            .cloned()
    }

    /// The letter whose own host this is, named as browsers do (RFC 9110, section 7.2).
    #[must_use]
    pub fn by_host(&self, named: &str) -> Option<Arc<Published>> {
        let by_id = self.by_id.read().unwrap_or_else(PoisonError::into_inner);
        let is_it = |letter: &&Arc<Published>| {
            let own = letter.own_url.as_deref()?.split_once("://")?.1;
            own.eq_ignore_ascii_case(named).then_some(())
        };
        by_id
            .values()
            .find(|letter| is_it(letter).is_some())
            .cloned()
    }

    /// All letters, oldest first.
    #[must_use]
    pub fn all(&self) -> Vec<Arc<Published>> {
        let by_id = self.by_id.read().unwrap_or_else(PoisonError::into_inner);
        let mut all: Vec<_> = by_id.values().cloned().collect();
        all.sort_by_key(|letter| letter.letter.id);
        all
    }

    /// The slugs of launched letters whose keys can't be read.
    #[must_use]
    pub fn keyless(&self) -> Vec<String> {
        let keyless = self.keyless.read().unwrap_or_else(PoisonError::into_inner);
        keyless.values().cloned().collect()
    }

    /// Notes whether a letter's keys can be read. True where that is news.
    fn note_keys(&self, letter: &Letter, readable: bool) -> bool {
        let keyless = &mut self.keyless.write().unwrap_or_else(PoisonError::into_inner);
        match readable {
            true => keyless.remove(&letter.id).is_some(),
            false => keyless.insert(letter.id, letter.slug.to_string()).is_none(),
        }
    }

    fn put(&self, letter: Published) {
        let mut by_id = self.by_id.write().unwrap_or_else(PoisonError::into_inner);
        by_id.insert(letter.letter.id, Arc::new(letter));
    }
}

/// Publishes all launched letters to this process alone, for commands beside a server: nothing is
/// signed, and the file of the highest served checkpoint stays as it is.
pub async fn load(app: &App) -> Result<()> {
    look(app, false).await
}

/// Reads the heads of all launched letters back, signs and publishes those that moved.
pub async fn refresh(app: &App) -> Result<()> {
    look(app, true).await
}

async fn look(app: &App, signs: bool) -> Result<()> {
    let mut tx = app.store.read().await?;
    for letter in letters::all(&mut tx).await? {
        if letter.state == LetterState::Draft {
            continue;
        }
        if let Some(head) = record::head(&mut tx, letter.id).await? {
            let known = app.letters.by_id(letter.id);
            let marks = Marks::of(&mut tx, letter.id).await?;
            if known
                .as_deref()
                .is_none_or(|known| has_changed(known, &letter, &head, marks))
            {
                publish(app, &mut tx, (letter, head, marks), known, signs).await?;
            }
        }
    }
    Ok(())
}

/// A letter that was not signed is looked at every time: it may have been mended.
fn has_changed(known: &Published, letter: &Letter, head: &Head, marks: Marks) -> bool {
    known.head != *head
        || known.marks != marks
        || known.letter.state != letter.state
        || known.letter.revision != letter.revision
        || known.checkpoint.is_empty()
}

async fn publish(
    app: &App,
    tx: &mut Tx,
    (letter, head, marks): (Letter, Head, Marks),
    known: Option<Arc<Published>>,
    signs: bool,
) -> Result<()> {
    let newest = versions::newest(tx, letter.id).await?;
    let fixed = match &known {
        Some(known) if known.fixed.version == newest => known.fixed.clone(),
        _ => match keys(app, &letter) {
            Some(keys) => Arc::new(load_fixed(tx, &letter, keys).await?),
            // The others go on.
            None => return Ok(()),
        },
    };
    let read_only = app
        .served
        .check(tx, letter.id, &letter.slug, &fixed.verifier, &head)
        .await?;
    let checkpoint = match read_only {
        None if !signs => String::new(),
        None => sign(app, &letter, &fixed.log_key, &head)?,
        Some(why) => {
            if known
                .as_ref()
                .is_none_or(|known| known.read_only != read_only)
            {
                tracing::error!(letter = %letter.slug, "read-only: {why}");
            }
            String::new()
        }
    };
    let lines = letters::watched(tx, letter.id).await?;
    let watched = match &known {
        Some(known) if known.watched.lines() == lines => known.watched.clone(),
        _ => Arc::new(WatchList::new(lines)),
    };
    let holding = match &known {
        Some(known) if known.marks.rules == marks.rules => known.holding.clone(),
        _ => Arc::new(load_holding(tx, letter.id).await?),
    };
    let letter_id = letter.id;
    // A site that has moved to the letter's own host name has it for itself.
    let site = app.config.host_name();
    let host = hosts::of(tx, letter_id).await?;
    let host = host.filter(|row| site.as_deref() != Some(&*row.host));
    let stamp = known.map_or(0, |known| known.stamp) + 1;
    app.letters.put(Published {
        letter,
        fixed,
        head,
        checkpoint,
        read_only,
        watched,
        holding,
        marks,
        logo: logos::of(tx, letter_id).await?,
        own_url: host.map(|row| app.config.url_of(&row.host)),
        stamp,
    });
    Ok(())
}

/// Signs a committed head. It is kept in the file of served checkpoints before anybody sees it.
fn sign(app: &App, letter: &Letter, key: &LogKey, head: &Head) -> Result<String> {
    let checkpoint = Checkpoint {
        origin: letter.origin.clone(),
        size: head.size,
        root: head.root,
    }
    .sign(key);
    app.served
        .raise(&letter.slug, &key.verifier(), &checkpoint)
        .map_err(|_| StoreError::Unavailable("the file of the served checkpoint"))?;
    Ok(checkpoint)
}

/// The rules of a letter that hold what comes.
async fn load_holding(tx: &mut Tx, letter: i64) -> Result<Vec<Holding>> {
    let rules = rules::all(tx, letter).await?;
    let holding = rules.into_iter().filter(|rule| rule.holds).map(|rule| {
        let criteria = serde_json::from_str(&rule.criteria);
        Ok(Holding {
            id: rule.id,
            name: rule.name,
            criteria: criteria.map_err(|_| StoreError::Corrupt("a rule"))?,
        })
    });
    holding.collect()
}

/// The keys of a letter, if they are there and its own.
fn keys(app: &App, letter: &Letter) -> Option<(LogKey, TagKey)> {
    let read = app.keys.log_key(&letter.slug);
    let read = read.and_then(|log| Ok((log, app.keys.tag_key(&letter.slug)?)));
    let is_own = |(log, _): &(LogKey, TagKey)| log.verifier().to_string() == letter.vkey;
    let error = match read {
        Ok(keys) if is_own(&keys) => {
            app.letters.note_keys(letter, true);
            return Some(keys);
        }
        Ok(_) => "the log's key is not the letter's".to_owned(),
        Err(error) => error.to_string(),
    };
    if app.letters.note_keys(letter, false) {
        tracing::error!(letter = %letter.slug, error, "not served: a letter's keys can't be read");
    }
    None
}

async fn load_fixed(
    tx: &mut Tx,
    letter: &Letter,
    (log_key, tag_key): (LogKey, TagKey),
) -> Result<Fixed> {
    let verifier = log_key.verifier();
    let words: Vec<String> = letters::recipients(tx, letter.id)
        .await?
        .into_iter()
        .map(|recipient| recipient.recipient)
        .collect();
    let recipients =
        Recipients::parse(&words).map_err(|_| StoreError::Corrupt("a letter's recipients"))?;
    let mut fixed = Fixed {
        texts: HashMap::new(),
        version: 0,
        released_at: versions::released_at(tx, letter.id)
            .await?
            .into_iter()
            .collect(),
        languages: HashMap::new(),
        shown: HashMap::new(),
        recipients,
        tag_key,
        log_key,
        verifier,
    };
    let texts = letters::texts(tx, letter.id).await?;
    if texts.is_empty() {
        return Err(StoreError::Corrupt("a launched letter has no text"));
    }
    for row in texts {
        let text = Text::parse(&row.body).map_err(|_| StoreError::Corrupt("a text"))?;
        if row.version > fixed.version {
            fixed.version = row.version;
            fixed.texts.clear();
        }
        let digest = Hash::of(&row.body);
        let shown = ShownText {
            version: row.version,
            lang: row.lang.clone(),
        };
        fixed.shown.insert(digest, shown);
        let languages = fixed.languages.entry(row.version).or_default();
        languages.push(row.lang.clone());
        let html = text.html();
        let published = PublishedText {
            lang: row.lang.clone(),
            text,
            html,
            digest,
        };
        fixed.texts.insert(row.lang.clone(), published);
    }
    Ok(fixed)
}
