//! What has been written so far.

use undersigned_record::Hash;

use super::super::{ActError, Result};
use super::digest;
use crate::model::drift::{Drift, drift};
use crate::model::{Letter, Text};
use crate::store::drafts::{self, DraftRow};
use crate::store::letters::{self, TextRow};
use crate::store::{Store, Tx};

/// The newest state of a language.
#[derive(Clone, Debug)]
pub struct Wording {
    /// BCP 47 tag.
    pub lang: String,
    /// 0 where nobody has written here.
    pub revision: i64,
    /// What it says; empty, or what was released, where nobody has written here.
    pub text: Text,
    /// Digest of its bytes.
    pub digest: Hash,
    /// Who saved it; empty where nobody did.
    pub who: String,
    /// When, unix seconds.
    pub saved_at: i64,
    /// How it has drifted from the source, where it is a translation.
    pub drift: Vec<Drift>,
}

/// All languages that a letter is offered in, in the order of its settings.
pub struct Written {
    /// The language that the others are translated from.
    pub source: String,
    /// The newest states.
    pub wordings: Vec<Wording>,
}

impl Written {
    /// The newest state of a language.
    #[must_use]
    pub fn of(&self, lang: &str) -> Option<&Wording> {
        self.wordings.iter().find(|wording| wording.lang == lang)
    }
}

/// Everything that has been written of a letter.
pub async fn wordings(store: &Store, letter: &Letter) -> Result<Written> {
    read(&mut store.read().await?, letter).await
}

/// The newest state of one language that the letter is offered in.
pub async fn wording(store: &Store, letter: &Letter, lang: &str) -> Result<(Written, Wording)> {
    let written = wordings(store, letter).await?;
    let wording = written.of(lang).cloned().ok_or(ActError::NoLink)?;
    Ok((written, wording))
}

/// The same within a transaction.
pub async fn read(tx: &mut Tx, letter: &Letter) -> Result<Written> {
    let drafted = drafts::all(tx, letter.id).await?;
    let released = letters::texts(tx, letter.id).await?;
    let source = &letter.settings.default_language;
    let mut made: Vec<(Wording, Option<Hash>)> = Vec::new();
    for lang in &letter.settings.languages {
        made.push(one(lang, source, &drafted, &released)?);
    }
    let Some(of_source) = made.iter().find(|(wording, _)| wording.lang == *source) else {
        return Err(ActError::Unreadable);
    };
    let of_source = of_source.0.clone();
    for (wording, from) in &mut made {
        if wording.lang == *source || is_empty(&wording.text) {
            continue;
        }
        let then = match from {
            Some(digest) if *digest == of_source.digest => Some(of_source.text.clone()),
            Some(digest) => earlier(tx, letter.id, source, *digest, &released).await?,
            None => None,
        };
        wording.drift = drift(&of_source.text, then.as_ref(), &wording.text);
    }
    Ok(Written {
        source: source.clone(),
        wordings: made.into_iter().map(|(wording, _)| wording).collect(),
    })
}

fn is_empty(text: &Text) -> bool {
    *text == Text::default()
}

/// The newest state of a language, and the source that it was made from.
fn one(
    lang: &str,
    source: &str,
    drafted: &[DraftRow],
    released: &[TextRow],
) -> Result<(Wording, Option<Hash>)> {
    if let Some(row) = drafted.iter().find(|row| row.lang == lang) {
        let wording = Wording {
            lang: lang.to_owned(),
            revision: row.revision,
            text: unfinished(&row.body)?,
            digest: Hash::of(&row.body),
            who: row.who.clone(),
            saved_at: row.saved_at,
            drift: Vec::new(),
        };
        return Ok((wording, digest(row.source.clone())));
    }
    let of = |tag: &str| released.iter().rev().find(|row| row.lang == tag);
    let body = of(lang).map(|row| row.body.clone());
    let text = body.as_deref().map(unfinished).transpose()?;
    let wording = Wording {
        lang: lang.to_owned(),
        revision: 0,
        digest: Hash::of(body.as_deref().unwrap_or_default()),
        text: text.unwrap_or_default(),
        who: String::new(),
        saved_at: 0,
        drift: Vec::new(),
    };
    // Texts that were released together were made from each other.
    Ok((wording, of(source).map(|row| Hash::of(&row.body))))
}

/// The source as it was when it had this digest, if that state is still there.
async fn earlier(
    tx: &mut Tx,
    letter: i64,
    lang: &str,
    digest: Hash,
    released: &[TextRow],
) -> Result<Option<Text>> {
    let kept = drafts::by_digest(tx, letter, lang, digest.as_bytes()).await?;
    let mut rows = released.iter();
    let found = rows.find(|row| row.lang == lang && Hash::of(&row.body) == digest);
    let body = kept.or_else(|| found.map(|row| row.body.clone()));
    body.as_deref().map(unfinished).transpose()
}

fn unfinished(body: &[u8]) -> Result<Text> {
    Text::unfinished(body).map_err(|_| ActError::Unreadable)
}
