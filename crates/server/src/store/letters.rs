//! Letters, their texts, recipients and watched names.

use super::sql::{execute, execute_values, row, rows, values};
use super::{Result, StoreError, Tx};
use crate::model::{Letter, LetterState, Settings};

pub(super) type LetterRow = (
    i64,
    String,
    String,
    String,
    String,
    String,
    Option<i64>,
    i64,
);

/// One text as stored.
#[derive(Clone)]
pub struct TextRow {
    /// Version, from 1.
    pub version: i64,
    /// BCP 47 tag.
    pub lang: String,
    /// The exact bytes that are signed.
    pub body: Vec<u8>,
}

/// An age recipient of a letter.
#[derive(sqlx::FromRow)]
pub struct RecipientRow {
    /// `age1…`.
    pub recipient: String,
    /// What organizers call its key; empty for one that came from files.
    pub name: String,
    /// The test contact, an age file to this recipient alone.
    pub test_contact: Vec<u8>,
    /// SHA-256 of the code inside.
    pub code_hash: Vec<u8>,
    /// When the code came back.
    pub tested_at: Option<i64>,
}

/// Adds a letter in state `draft`. False where its slug or origin is taken.
pub async fn insert(tx: &mut Tx, letter: &Letter) -> Result<bool> {
    let settings =
        serde_json::to_string(&letter.settings).map_err(|_| StoreError::Corrupt("settings"))?;
    let added = execute!(
        tx,
        "insert into letters (id, slug, origin, state, settings, vkey, opened_at)
         values ($1, $2, $3, 'draft', $4, $5, null) on conflict do nothing",
        letter.id,
        letter.slug.as_str(),
        &letter.origin,
        settings,
        &letter.vkey,
    )?;
    Ok(added == 1)
}

/// Whether a letter has this slug or this origin.
pub async fn is_taken(tx: &mut Tx, slug: &str, origin: &str) -> Result<bool> {
    let found = row!(
        tx,
        (i64,),
        "select count(*) from letters where slug = $1 or origin = $2",
        slug,
        origin
    )?;
    Ok(found.is_some_and(|(count,)| count > 0))
}

/// Every letter.
pub async fn all(tx: &mut Tx) -> Result<Vec<Letter>> {
    rows!(
        tx,
        LetterRow,
        "select id, slug, origin, state, settings, vkey, opened_at, revision
         from letters order by id"
    )?
    .into_iter()
    .map(read)
    .collect()
}

/// The letter with the store's id `id`.
pub async fn by_id(tx: &mut Tx, id: i64) -> Result<Option<Letter>> {
    row!(
        tx,
        LetterRow,
        "select id, slug, origin, state, settings, vkey, opened_at, revision
         from letters where id = $1",
        id
    )?
    .map(read)
    .transpose()
}

/// The letter `slug`.
pub async fn by_slug(tx: &mut Tx, slug: &str) -> Result<Option<Letter>> {
    row!(
        tx,
        LetterRow,
        "select id, slug, origin, state, settings, vkey, opened_at, revision
         from letters where slug = $1",
        slug
    )?
    .map(read)
    .transpose()
}

pub(super) fn read(
    (id, slug, origin, state, settings, vkey, opened_at, revision): LetterRow,
) -> Result<Letter> {
    Ok(Letter {
        id,
        slug: slug.parse().map_err(|_| StoreError::Corrupt("slug"))?,
        origin,
        state: state
            .parse()
            .map_err(|()| StoreError::Corrupt("state of a letter"))?,
        vkey,
        opened_at,
        settings: serde_json::from_str(&settings).map_err(|_| StoreError::Corrupt("settings"))?,
        revision,
    })
}

/// Changes a letter's settings. False where they are not at the revision `base` any more.
pub async fn set_settings(
    tx: &mut Tx,
    letter: i64,
    base: i64,
    settings: &Settings,
) -> Result<bool> {
    let settings = serde_json::to_string(settings).map_err(|_| StoreError::Corrupt("settings"))?;
    let changed = execute!(
        tx,
        "update letters set settings = $3, revision = revision + 1
         where id = $1 and revision = $2",
        letter,
        base,
        settings,
    )?;
    Ok(changed == 1)
}

/// Notes that something about a letter changed that readers see.
pub async fn touch(tx: &mut Tx, letter: i64) -> Result<()> {
    execute!(
        tx,
        "update letters set revision = revision + 1 where id = $1",
        letter
    )?;
    Ok(())
}

/// Moves a letter from one state to the next. False where it was not in `from`.
pub async fn advance(
    tx: &mut Tx,
    letter: i64,
    from: LetterState,
    to: LetterState,
    now: i64,
) -> Result<bool> {
    let moved = execute!(
        tx,
        "update letters set state = $1, opened_at = coalesce(opened_at, $2)
         where id = $3 and state = $4",
        to.as_str(),
        now,
        letter,
        from.as_str(),
    )?;
    Ok(moved == 1)
}

/// Adds a text; what is there stays.
pub async fn insert_text(tx: &mut Tx, letter: i64, text: &TextRow) -> Result<()> {
    execute!(
        tx,
        "insert into texts (letter, version, lang, body) values ($1, $2, $3, $4)
         on conflict do nothing",
        letter,
        text.version,
        &text.lang,
        &text.body,
    )?;
    Ok(())
}

/// All texts of a letter, by version and language.
pub async fn texts(tx: &mut Tx, letter: i64) -> Result<Vec<TextRow>> {
    Ok(rows!(
        tx,
        (i64, String, Vec<u8>),
        "select version, lang, body from texts where letter = $1 order by version, lang",
        letter
    )?
    .into_iter()
    .map(|(version, lang, body)| TextRow {
        version,
        lang,
        body,
    })
    .collect())
}

/// The bytes of one text.
pub async fn text(tx: &mut Tx, letter: i64, version: i64, lang: &str) -> Result<Option<Vec<u8>>> {
    let found = row!(
        tx,
        (Vec<u8>,),
        "select body from texts where letter = $1 and version = $2 and lang = $3",
        letter,
        version,
        lang
    )?;
    Ok(found.map(|(body,)| body))
}

/// Adds a recipient with its test contact. False where the letter has it.
pub async fn insert_recipient(tx: &mut Tx, letter: i64, row: &RecipientRow) -> Result<bool> {
    let added = execute!(
        tx,
        "insert into recipients (letter, recipient, name, test_contact, code_hash, tested_at)
         values ($1, $2, $3, $4, $5, null) on conflict do nothing",
        letter,
        &row.recipient,
        &row.name,
        &row.test_contact,
        &row.code_hash,
    )?;
    Ok(added == 1)
}

/// Takes a recipient from a letter; gives its name.
pub async fn remove_recipient(tx: &mut Tx, letter: i64, recipient: &str) -> Result<Option<String>> {
    let removed = row!(
        tx,
        (String,),
        "delete from recipients where letter = $1 and recipient = $2 returning name",
        letter,
        recipient
    )?;
    Ok(removed.map(|(name,)| name))
}

/// The recipients of a letter.
pub async fn recipients(tx: &mut Tx, letter: i64) -> Result<Vec<RecipientRow>> {
    rows!(
        tx,
        RecipientRow,
        "select recipient, name, test_contact, code_hash, tested_at from recipients
         where letter = $1 order by recipient",
        letter
    )
}

/// Notes that the recipient whose test contact held this code has opened it; gives it and its name.
/// None where no test contact held the code.
pub async fn pass_test(
    tx: &mut Tx,
    letter: i64,
    code_hash: &[u8],
    now: i64,
) -> Result<Option<(String, String)>> {
    row!(
        tx,
        (String, String),
        "update recipients set tested_at = coalesce(tested_at, $1)
         where letter = $2 and code_hash = $3 returning recipient, name",
        now,
        letter,
        code_hash,
    )
}

/// Adds a name to a letter's watch list. False where it is there.
pub async fn watch(tx: &mut Tx, letter: i64, name: &str) -> Result<bool> {
    let added = execute!(
        tx,
        "insert into watched (letter, name) values ($1, $2) on conflict do nothing",
        letter,
        name
    )?;
    Ok(added == 1)
}

/// Puts another watch list in a letter's place.
pub async fn watch_instead(tx: &mut Tx, letter: i64, names: &[String]) -> Result<()> {
    execute!(tx, "delete from watched where letter = $1", letter)?;
    execute_values!(
        tx,
        "insert into watched (letter, name) ",
        names,
        |name| (letter, name.clone()),
        " on conflict do nothing"
    )?;
    Ok(())
}

/// A letter's watch list.
pub async fn watched(tx: &mut Tx, letter: i64) -> Result<Vec<String>> {
    let names = rows!(
        tx,
        (String,),
        "select name from watched where letter = $1 order by name",
        letter
    )?;
    Ok(names.into_iter().map(|(name,)| name).collect())
}
