//! Writing: what a letter says, before it is released to be signed. Each save is made from a
//! revision, and one that is not the newest any more overwrites nothing.

mod state;

pub use state::{Wording, Written, read, wording, wordings};

use undersigned_record::Hash;

use super::access::may::{Actor, WRITERS};
use super::access::trail::{Line, Who};
use super::access::{Act, Session};
use super::{ActError, Result};
use crate::app::App;
use crate::model::trail::{Part, What};
use crate::model::{Letter, Text};
use crate::store::drafts::{self, DraftRow, RevisionRow};
use crate::store::{self, Store, Tx, letters, translators};

/// Seconds after which the same person's next save begins a version of its own.
const PAUSE: i64 = 600;

/// Who writes.
#[derive(Clone, Debug)]
pub enum Writer {
    /// An owner or editor.
    Organizer {
        /// Who, asked for once more when it is written.
        actor: Actor,
        /// Their id and name.
        id: i64,
        /// As versions and the trail name them.
        name: String,
    },
    /// Whoever has a translator's link.
    Translator {
        /// The link.
        link: i64,
        /// Its one language.
        lang: String,
        /// Whom it was made for.
        name: String,
    },
}

impl From<&Session> for Writer {
    fn from(session: &Session) -> Self {
        Self::Organizer {
            actor: session.into(),
            id: session.organizer,
            name: session.name.clone(),
        }
    }
}

impl Writer {
    fn id(&self) -> i64 {
        match self {
            Self::Organizer { id, .. } => *id,
            Self::Translator { link, .. } => *link,
        }
    }

    fn who(&self) -> Who {
        match self {
            Self::Organizer { id, name, .. } => Who::organizer(*id, name.clone()),
            Self::Translator { lang, .. } => Who::translator(lang),
        }
    }

    /// Whose link it is, for the trail.
    fn holder(&self) -> &str {
        match self {
            Self::Organizer { .. } => "",
            Self::Translator { name, .. } => name,
        }
    }

    async fn may(&self, tx: &mut Tx, letter: i64, writes: &str, now: i64) -> store::Result<bool> {
        match self {
            Self::Organizer { actor, .. } => actor.has_role(tx, letter, WRITERS).await,
            Self::Translator { link, lang, .. } => {
                Ok(lang == writes && translators::used(tx, *link, now).await?)
            }
        }
    }
}

/// A save.
pub struct Save {
    /// The language.
    pub lang: String,
    /// The revision that it was made from; 0 where nobody had written here.
    pub base: i64,
    /// What was written.
    pub text: Text,
    /// Of a translation, the digest of the source that stood beside it.
    pub source: Option<Hash>,
    /// Whether the button was pressed: what comes next does not take its place.
    pub kept: bool,
    /// Whether what it takes the place of is kept in any case: whoever saves was shown it.
    pub over: bool,
    /// The older revision that this brings back, if it does.
    pub restores: Option<i64>,
}

/// How a save ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is the newest revision now.
    As(i64),
    /// Somebody else saved since `base`; nothing was written.
    Stale,
    /// It is longer than a draft may be; nothing was written.
    Overlong,
}

/// Saves what was written.
pub async fn save(app: &App, letter: &Letter, writer: Writer, save: Save) -> Result<Saved> {
    if save.text.is_overlong() {
        return Ok(Saved::Overlong);
    }
    let body = save.text.to_bytes();
    let what = What::of(Part::Language, &*save.lang);
    let (act, what) = match save.restores {
        Some(revision) => (
            Act::TextRestored,
            what.and(Part::Revision, revision.to_string()),
        ),
        None => (Act::TextSaved, what.and(Part::Translator, writer.holder())),
    };
    let who = writer.who();
    let line = Line::new(app, who.clone(), Some(letter.id), act, what);
    let refused = match writer {
        Writer::Organizer { .. } => ActError::NotPermitted,
        Writer::Translator { .. } => ActError::NoTranslation,
    };
    let work = Work {
        letter: letter.id,
        source_lang: letter.settings.default_language.clone(),
        base: save.base,
        draft: DraftRow {
            lang: save.lang,
            revision: save.base + 1,
            digest: Hash::of(&body).as_bytes().to_vec(),
            body,
            author: writer.id(),
            who: who.name().to_owned(),
            saved_at: app.clock.now(),
            source: save.source.map(|digest| digest.as_bytes().to_vec()),
            kept: save.kept,
        },
        pause: if save.over { 0 } else { PAUSE },
        writer,
        line,
    };
    let saved = app
        .committer
        .write(move |tx| Box::pin(async move { work.put(tx).await }))
        .await?;
    saved.ok_or(refused)
}

/// Goes back to an older revision, as a new one.
pub async fn restore(
    app: &App,
    letter: &Letter,
    session: &Session,
    (lang, base, revision): (&str, i64, i64),
) -> Result<Saved> {
    let mut tx = app.store.read().await?;
    let all = drafts::revisions(&mut tx, letter.id, lang).await?;
    let now = drafts::one(&mut tx, letter.id, lang).await?;
    drop(tx);
    let found = all.into_iter().find(|row| row.revision == revision);
    let found = found.ok_or(ActError::NoLink)?;
    let again = Save {
        lang: lang.to_owned(),
        base,
        text: Text::unfinished(&found.body).map_err(|_| ActError::Unreadable)?,
        source: now.and_then(|now| digest(now.source)),
        kept: true,
        over: true,
        restores: Some(revision),
    };
    save(app, letter, session.into(), again).await
}

/// The states that a language was in, newest first; the first is what one writes on.
pub async fn states(store: &Store, letter: &Letter, lang: &str) -> Result<Vec<RevisionRow>> {
    if !letter.settings.languages.iter().any(|tag| tag == lang) {
        return Err(ActError::NoLink);
    }
    let mut tx = store.read().await?;
    let newest = drafts::one(&mut tx, letter.id, lang).await?;
    let mut states: Vec<RevisionRow> = Vec::new();
    states.extend(newest.map(|row| RevisionRow {
        revision: row.revision,
        body: row.body,
        who: row.who,
        saved_at: row.saved_at,
    }));
    states.extend(drafts::revisions(&mut tx, letter.id, lang).await?);
    Ok(states)
}

/// A digest as stored.
fn digest(bytes: Option<Vec<u8>>) -> Option<Hash> {
    Hash::from_slice(&bytes?)
}

struct Work {
    letter: i64,
    source_lang: String,
    base: i64,
    draft: DraftRow,
    /// Seconds after which the state before is kept.
    pause: i64,
    writer: Writer,
    line: Line,
}

impl Work {
    /// None where whoever writes may not any more.
    async fn put(mut self, tx: &mut Tx) -> store::Result<Option<Saved>> {
        let (lang, now) = (&self.draft.lang, self.draft.saved_at);
        if !self.writer.may(tx, self.letter, lang, now).await? {
            return Ok(None);
        }
        let known = drafts::one(tx, self.letter, &self.draft.lang).await?;
        let newest = known.as_ref().map_or(0, |known| known.revision);
        if newest != self.base {
            return Ok(Some(Saved::Stale));
        }
        if let Some(known) = known {
            let same = known.digest == self.draft.digest && known.source == self.draft.source;
            if same && (known.kept || !self.draft.kept) {
                return Ok(Some(Saved::As(newest)));
            }
            // Who presses the button on what they or somebody else saved has written nothing.
            if known.digest == self.draft.digest {
                (self.draft.author, self.draft.who) = (known.author, known.who);
            }
        }
        if let Some(source) = &self.draft.source {
            drafts::keep(tx, self.letter, &self.source_lang, source).await?;
        }
        let begins = self.put_draft(tx).await?;
        if begins.is_none() {
            return Ok(Some(Saved::Stale));
        }
        if begins == Some(true) || self.draft.kept {
            self.line.write(tx).await?;
        }
        Ok(Some(Saved::As(self.draft.revision)))
    }

    /// Whether it begins a version of its own; none where somebody was quicker.
    async fn put_draft(&self, tx: &mut Tx) -> store::Result<Option<bool>> {
        let (letter, draft) = (self.letter, &self.draft);
        if self.base == 0 {
            keep_released(tx, letter, &draft.lang).await?;
            let begun = drafts::begin(tx, letter, draft).await?;
            return Ok(begun.then_some(true));
        }
        let place = (letter, &*draft.lang);
        let pause = draft.saved_at - self.pause;
        let begins = drafts::put_by(tx, place, draft.author, pause).await?;
        let moved = drafts::advance(tx, letter, self.base, draft).await?;
        Ok(moved.then_some(begins))
    }
}

/// What was released before anybody wrote here is the first state to go back to.
async fn keep_released(tx: &mut Tx, letter: i64, lang: &str) -> store::Result<()> {
    let texts = letters::texts(tx, letter).await?;
    let Some(newest) = texts.into_iter().rev().find(|text| text.lang == lang) else {
        return Ok(());
    };
    let digest = Hash::of(&newest.body);
    let row = RevisionRow {
        revision: 0,
        body: newest.body,
        who: String::new(),
        saved_at: 0,
    };
    drafts::insert_revision(tx, (letter, lang), &row, digest.as_bytes()).await
}
