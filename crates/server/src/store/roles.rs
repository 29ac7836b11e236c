//! Who may do what with which letter.

use super::letters::{self, LetterRow};
use super::sql::{execute, row, rows};
use super::{Result, StoreError, Tx};
use crate::model::{Letter, Role};

/// An organizer of a letter.
pub struct Person {
    /// Which organizer.
    pub organizer: i64,
    /// Their name.
    pub name: String,
    /// Their role.
    pub role: Role,
}

/// The letter `slug` if the organizer has a role in it. A letter without them and a letter that
/// doesn't exist cost the same statement.
pub async fn letter(tx: &mut Tx, organizer: i64, slug: &str) -> Result<Option<(Letter, Role)>> {
    let found = row!(
        tx,
        (i64, String),
        "select l.id, r.role from letters l join roles r on r.letter = l.id
         where l.slug = $1 and r.organizer = $2",
        slug,
        organizer
    )?;
    let Some((id, role)) = found else {
        return Ok(None);
    };
    let letter = letters::by_id(tx, id).await?;
    Ok(letter.zip(Some(read(&role)?)))
}

/// The organizer's letters, newest first, with their role in each.
pub async fn letters_of(tx: &mut Tx, organizer: i64) -> Result<Vec<(Letter, Role)>> {
    let found = rows!(
        tx,
        LetterRow,
        "select l.id, l.slug, l.origin, l.state, l.settings, l.vkey, l.opened_at, l.revision
         from letters l join roles r on r.letter = l.id
         where r.organizer = $1 order by l.id desc",
        organizer
    )?;
    let mut all = Vec::with_capacity(found.len());
    for found in found {
        let letter = letters::read(found)?;
        if let Some(role) = of(tx, letter.id, organizer).await? {
            all.push((letter, role));
        }
    }
    Ok(all)
}

/// The organizer's role in a letter.
pub async fn of(tx: &mut Tx, letter: i64, organizer: i64) -> Result<Option<Role>> {
    row!(
        tx,
        (String,),
        "select role from roles where letter = $1 and organizer = $2",
        letter,
        organizer
    )?
    .map(|(role,)| read(&role))
    .transpose()
}

/// The same, and it stays so until the transaction ends: on PostgreSQL a removal on another node
/// waits for this, or this for that.
pub async fn stays(tx: &mut Tx, letter: i64, organizer: i64) -> Result<Option<Role>> {
    const ASKED: &str = "select role from roles where letter = $1 and organizer = $2";
    const SHARED: &str = "select role from roles where letter = $1 and organizer = $2 for share";
    let sql = if tx.is_shared() { SHARED } else { ASKED };
    row!(tx, (String,), sql, letter, organizer)?
        .map(|(role,)| read(&role))
        .transpose()
}

/// Everybody who has a role in a letter, in the order they came.
pub async fn people(tx: &mut Tx, letter: i64) -> Result<Vec<Person>> {
    rows!(
        tx,
        (i64, String, String),
        "select o.id, o.name, r.role from roles r join organizers o on o.id = r.organizer
         where r.letter = $1 order by o.id",
        letter
    )?
    .into_iter()
    .map(|(organizer, name, role)| {
        Ok(Person {
            organizer,
            name,
            role: read(&role)?,
        })
    })
    .collect()
}

/// Gives an organizer a role in a letter, in place of any before.
pub async fn set(tx: &mut Tx, letter: i64, organizer: i64, role: Role) -> Result<()> {
    execute!(
        tx,
        "insert into roles (letter, organizer, role) values ($1, $2, $3)
         on conflict (letter, organizer) do update set role = $3",
        letter,
        organizer,
        role.as_str(),
    )?;
    Ok(())
}

/// Takes an organizer's role in a letter. False where there was none.
pub async fn remove(tx: &mut Tx, letter: i64, organizer: i64) -> Result<bool> {
    let removed = execute!(
        tx,
        "delete from roles where letter = $1 and organizer = $2",
        letter,
        organizer
    )?;
    Ok(removed == 1)
}

/// How many owners a letter has.
pub async fn owners(tx: &mut Tx, letter: i64) -> Result<i64> {
    let found = row!(
        tx,
        (i64,),
        "select count(*) from roles where letter = $1 and role = 'owner'",
        letter
    )?;
    Ok(found.map_or(0, |(count,)| count))
}

/// Holds a letter until the transaction ends: on PostgreSQL two owners on two nodes could else remove
/// each other at once. Whoever asks for a role and holds the letter too holds it first, so that
/// nobody waits for somebody who waits for them.
pub async fn hold(tx: &mut Tx, letter: i64) -> Result<()> {
    execute!(tx, "update letters set slug = slug where id = $1", letter)?;
    Ok(())
}

fn read(role: &str) -> Result<Role> {
    role.parse().map_err(|()| StoreError::Corrupt("role"))
}
