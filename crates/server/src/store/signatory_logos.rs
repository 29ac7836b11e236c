//! Logos of organizations and companies that signed: of each one that is shown, and one that waits.

use super::sql::{execute, row, rows, rows_values, values};
use super::{Result, Tx};

/// A signatory's logo, without its picture.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct SignatoryLogoRow {
    /// Grows with time; another for each picture.
    pub id: i64,
    /// Of which letter.
    pub letter: i64,
    /// Whose.
    pub signature: i64,
    /// The name of what is shown: SHA-256 in hexadecimal, cut short. Empty while it waits.
    pub digest: String,
    /// In pixels.
    pub width: i64,
    /// In pixels.
    pub height: i64,
}

impl SignatoryLogoRow {
    /// Whether it is shown, or waits.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        !self.digest.is_empty()
    }
}

macro_rules! logo {
    ($rest:literal) => {
        concat!(
            "select l.id, l.letter, l.signature, l.digest, l.width, l.height
             from signatory_logos l ",
            $rest
        )
    };
}

/// A picture that waits, encrypted.
pub struct HeldImage<'a> {
    /// Name of its key.
    pub key_name: &'a str,
    /// The bytes.
    pub bytes: &'a [u8],
    /// Until when it waits.
    pub expires_at: i64,
}

/// Puts a logo in the place of any that waits. What is shown stays until it is decided on.
pub async fn hold(tx: &mut Tx, logo: &SignatoryLogoRow, image: &HeldImage<'_>) -> Result<()> {
    execute!(
        tx,
        "delete from signatory_logos where signature = $1 and state = 'held'",
        logo.signature
    )?;
    insert(
        tx,
        logo,
        ("held", image.key_name, image.bytes, Some(image.expires_at)),
    )
    .await
}

/// Shows a logo, in the place of any that is shown or waits.
pub async fn show(tx: &mut Tx, logo: &SignatoryLogoRow, image: &[u8]) -> Result<()> {
    let gone = take_away(tx, logo.signature).await?;
    insert(tx, logo, ("shown", "", image, None)).await?;
    note_change(tx, logo.letter, gone).await
}

async fn insert(
    tx: &mut Tx,
    logo: &SignatoryLogoRow,
    (state, key_name, image, expires_at): (&str, &str, &[u8], Option<i64>),
) -> Result<()> {
    execute!(
        tx,
        "insert into signatory_logos
         (signature, state, id, letter, key_name, image, digest, width, height, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        logo.signature,
        state,
        logo.id,
        logo.letter,
        key_name,
        image,
        &logo.digest,
        logo.width,
        logo.height,
        expires_at,
    )?;
    Ok(())
}

/// Deletes the logos of a signature. How many of them were shown.
async fn take_away(tx: &mut Tx, signature: i64) -> Result<u64> {
    let gone = execute!(
        tx,
        "delete from signatory_logos where signature = $1 and state = 'shown'",
        signature
    )?;
    execute!(
        tx,
        "delete from signatory_logos where signature = $1",
        signature
    )?;
    Ok(gone)
}

/// Notes that what is shown has changed, and how many pictures must be gone from the file.
async fn note_change(tx: &mut Tx, letter: i64, gone: u64) -> Result<()> {
    execute!(
        tx,
        "insert into logo_changes (letter, changes, gone) values ($1, 1, $2)
         on conflict (letter) do update
         set changes = logo_changes.changes + 1, gone = logo_changes.gone + $2",
        letter,
        gone.cast_signed()
    )?;
    Ok(())
}

/// Deletes the logos of a signature, whether they are shown or wait.
pub async fn remove(tx: &mut Tx, letter: i64, signature: i64) -> Result<()> {
    match take_away(tx, signature).await? {
        0 => Ok(()),
        gone => note_change(tx, letter, gone).await,
    }
}

/// Deletes a logo that waits. False where it doesn't, or is another by now.
pub async fn reject(tx: &mut Tx, letter: i64, id: i64) -> Result<bool> {
    let rejected = execute!(
        tx,
        "delete from signatory_logos where letter = $1 and id = $2 and state = 'held'",
        letter,
        id
    )?;
    Ok(rejected == 1)
}

/// A number that changes with what is shown.
pub async fn mark(tx: &mut Tx, letter: i64) -> Result<i64> {
    let found = row!(
        tx,
        (i64,),
        "select changes from logo_changes where letter = $1",
        letter
    )?;
    Ok(found.map_or(0, |(changes,)| changes))
}

/// The logos of a signature.
pub async fn of(tx: &mut Tx, signature: i64) -> Result<Vec<SignatoryLogoRow>> {
    rows!(
        tx,
        SignatoryLogoRow,
        logo!("where l.signature = $1 order by l.state desc"),
        signature
    )
}

/// Those of the signatures with these indices that are shown.
pub async fn shown(
    tx: &mut Tx,
    letter: i64,
    indices: &[i64],
) -> Result<Vec<(i64, SignatoryLogoRow)>> {
    #[derive(sqlx::FromRow)]
    struct Row {
        idx: i64,
        #[sqlx(flatten)]
        logo: SignatoryLogoRow,
    }
    let found = rows_values!(
        tx,
        Row,
        "select s.idx, l.id, l.letter, l.signature, l.digest, l.width, l.height from (",
        indices,
        |index| (letter, *index),
        ") as wanted join signatures s on s.letter = column1 and s.idx = column2
         join signatory_logos l on l.signature = s.id and l.state = 'shown'
         where s.state = 'live'"
    )?;
    Ok(found.into_iter().map(|row| (row.idx, row.logo)).collect())
}

/// The picture of this name that is shown.
pub async fn image(tx: &mut Tx, letter: i64, digest: &str) -> Result<Option<Vec<u8>>> {
    let found = row!(
        tx,
        (Vec<u8>,),
        "select l.image from signatory_logos l join signatures s on s.id = l.signature
         where l.letter = $1 and l.digest = $2 and l.state = 'shown' and s.state = 'live' limit 1",
        letter,
        digest
    )?;
    Ok(found.map(|(image,)| image))
}

/// Those that wait, of signatures that stand, oldest first: at most `limit` after the row `after`.
pub async fn held(
    tx: &mut Tx,
    letter: i64,
    (after, limit): (i64, i64),
) -> Result<Vec<SignatoryLogoRow>> {
    rows!(
        tx,
        SignatoryLogoRow,
        logo!(
            "join signatures s on s.id = l.signature
             where l.letter = $1 and l.state = 'held' and s.state in ('queued', 'live')
             and l.id > $2 order by l.id limit $3"
        ),
        letter,
        after,
        limit
    )
}

/// How many of them there are.
pub async fn count_held(tx: &mut Tx, letter: i64) -> Result<i64> {
    let found = row!(
        tx,
        (i64,),
        "select count(*) from signatory_logos l join signatures s on s.id = l.signature
         where l.letter = $1 and l.state = 'held' and s.state in ('queued', 'live')",
        letter
    )?;
    Ok(found.map_or(0, |(count,)| count))
}

/// A logo that waits, with its picture.
#[derive(sqlx::FromRow)]
pub struct Held {
    /// Whose it is.
    #[sqlx(flatten)]
    pub logo: SignatoryLogoRow,
    /// Name of the key.
    pub key_name: String,
    /// The picture, encrypted.
    pub image: Vec<u8>,
}

/// The logo `id` of a letter, while it waits.
pub async fn get_held(tx: &mut Tx, letter: i64, id: i64) -> Result<Option<Held>> {
    row!(
        tx,
        Held,
        "select id, letter, signature, digest, width, height, key_name, image
         from signatory_logos where letter = $1 and id = $2 and state = 'held'",
        letter,
        id
    )
}

/// Deletes those that waited past their time.
pub async fn purge(tx: &mut Tx, now: i64) -> Result<()> {
    execute!(
        tx,
        "delete from signatory_logos where state = 'held' and expires_at <= $1",
        now
    )?;
    Ok(())
}
