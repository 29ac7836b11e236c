//! What is being written: the newest state of each language, and the states to go back to.

use super::sql::{execute, row, rows};
use super::{Result, Tx};

/// The newest state of a language.
#[derive(Clone, sqlx::FromRow)]
pub struct DraftRow {
    /// BCP 47 tag.
    pub lang: String,
    /// From 1; grows with each save.
    pub revision: i64,
    /// Front matter and Markdown, perhaps unfinished.
    pub body: Vec<u8>,
    /// SHA-256 of the body.
    pub digest: Vec<u8>,
    /// The organizer, or the translator's link.
    pub author: i64,
    /// Their name at the time.
    pub who: String,
    /// Unix seconds.
    pub saved_at: i64,
    /// Digest of the source that a translation was saved against.
    pub source: Option<Vec<u8>>,
    /// Saved by the button, or released.
    pub kept: bool,
}

/// A state that one can go back to.
#[derive(Clone, sqlx::FromRow)]
pub struct RevisionRow {
    /// Its number within the language; 0 is what was released before anybody wrote here.
    pub revision: i64,
    /// Front matter and Markdown.
    pub body: Vec<u8>,
    /// Whose it is; empty for 0.
    pub who: String,
    /// Unix seconds.
    pub saved_at: i64,
}

/// The newest state of every language.
pub async fn all(tx: &mut Tx, letter: i64) -> Result<Vec<DraftRow>> {
    rows!(
        tx,
        DraftRow,
        "select lang, revision, body, digest, author, who, saved_at, source, kept
         from drafts where letter = $1 order by lang",
        letter
    )
}

/// The newest state of one language.
pub async fn one(tx: &mut Tx, letter: i64, lang: &str) -> Result<Option<DraftRow>> {
    row!(
        tx,
        DraftRow,
        "select lang, revision, body, digest, author, who, saved_at, source, kept
         from drafts where letter = $1 and lang = $2",
        letter,
        lang
    )
}

/// The first state of a language. False where somebody was quicker.
pub async fn begin(tx: &mut Tx, letter: i64, draft: &DraftRow) -> Result<bool> {
    let added = execute!(
        tx,
        "insert into drafts
         (letter, lang, revision, body, digest, author, who, saved_at, source, kept)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing",
        letter,
        &draft.lang,
        draft.revision,
        &draft.body,
        &draft.digest,
        draft.author,
        &draft.who,
        draft.saved_at,
        &draft.source,
        draft.kept,
    )?;
    Ok(added == 1)
}

/// The next state, in place of `base`. False where that is not the newest any more.
pub async fn advance(tx: &mut Tx, letter: i64, base: i64, draft: &DraftRow) -> Result<bool> {
    let moved = execute!(
        tx,
        "update drafts set revision = $4, body = $5, digest = $6, author = $7, who = $8,
         saved_at = $9, source = $10, kept = $11
         where letter = $1 and lang = $2 and revision = $3",
        letter,
        &draft.lang,
        base,
        draft.revision,
        &draft.body,
        &draft.digest,
        draft.author,
        &draft.who,
        draft.saved_at,
        &draft.source,
        draft.kept,
    )?;
    Ok(moved == 1)
}

/// Puts the newest state of a language among those to go back to, if what `author` saves next must
/// not take its place: it was kept, is somebody else's, or was saved before `pause`. False where
/// the next state may replace it.
pub async fn put_by(
    tx: &mut Tx,
    (letter, lang): (i64, &str),
    author: i64,
    pause: i64,
) -> Result<bool> {
    let put = execute!(
        tx,
        "insert into revisions (letter, lang, revision, body, digest, who, saved_at)
         select letter, lang, revision, body, digest, who, saved_at from drafts
         where letter = $1 and lang = $2 and (kept or author <> $3 or saved_at <= $4)
         on conflict do nothing",
        letter,
        lang,
        author,
        pause,
    )?;
    Ok(put == 1)
}

/// Adds a state to go back to.
pub async fn insert_revision(
    tx: &mut Tx,
    (letter, lang): (i64, &str),
    revision: &RevisionRow,
    digest: &[u8],
) -> Result<()> {
    execute!(
        tx,
        "insert into revisions (letter, lang, revision, body, digest, who, saved_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
        letter,
        lang,
        revision.revision,
        &revision.body,
        digest,
        &revision.who,
        revision.saved_at,
    )?;
    Ok(())
}

/// Keeps the newest state of a language if it has this digest.
pub async fn keep(tx: &mut Tx, letter: i64, lang: &str, digest: &[u8]) -> Result<()> {
    execute!(
        tx,
        "update drafts set kept = true where letter = $1 and lang = $2 and digest = $3",
        letter,
        lang,
        digest,
    )?;
    Ok(())
}

/// Keeps the newest state of every language.
pub async fn keep_all(tx: &mut Tx, letter: i64) -> Result<()> {
    execute!(
        tx,
        "update drafts set kept = true where letter = $1",
        letter
    )?;
    Ok(())
}

/// The states to go back to, newest first.
pub async fn revisions(tx: &mut Tx, letter: i64, lang: &str) -> Result<Vec<RevisionRow>> {
    rows!(
        tx,
        RevisionRow,
        "select revision, body, who, saved_at from revisions
         where letter = $1 and lang = $2 order by revision desc",
        letter,
        lang
    )
}

/// The state of a language that had this digest, if it is still there.
pub async fn by_digest(
    tx: &mut Tx,
    letter: i64,
    lang: &str,
    digest: &[u8],
) -> Result<Option<Vec<u8>>> {
    let found = row!(
        tx,
        (Vec<u8>,),
        "select body from drafts where letter = $1 and lang = $2 and digest = $3
         union all
         select body from revisions where letter = $1 and lang = $2 and digest = $3",
        letter,
        lang,
        digest
    )?;
    Ok(found.map(|(body,)| body))
}
