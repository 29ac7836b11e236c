//! The key directory: closed, apart from backups, and with every letter's keys in it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Point, Subject, no_database, rights};
use crate::model::{Letter, LetterState};
use crate::seal::{FoundersKey, KeyError};
use crate::store::{Result, Tx, founders, letters};

/// Seconds that the server has for deleting a key past its time.
const SLACK: i64 = 3600;

pub(super) async fn look(of: &Subject) -> Vec<Point> {
    let folder = &of.config.keys;
    if !folder.is_dir() {
        let point = Point::wrong(format!("the key directory {} is missing", folder.display()));
        return vec![point.mend(
            "Put your copy of it in place, or name the right one with `keys` in undersigned.toml.",
        )];
    }
    let mut points =
        closed(folder).unwrap_or_else(|error| vec![rights::unreadable(folder, &error)]);
    points.extend(beside_backups(of));
    points.extend(overdue(of));
    points.extend(match of.store() {
        Some(store) => {
            let looked = async { of_letters(of, &mut store.read().await?).await };
            match looked.await {
                Ok(points) => points,
                Err(error) => vec![Point::not_checked(error.to_string())],
            }
        }
        None => no_database(),
    });
    if points.is_empty() {
        points.push(all_well(of));
    }
    points
}

fn all_well(of: &Subject) -> Point {
    let folder = of.config.keys.display();
    match of.letters.len() {
        0 => Point::good(format!(
            "{folder} is closed to others; there is no letter yet"
        )),
        1 => Point::good(format!(
            "{folder} is closed to others and has the letter's keys"
        )),
        number => Point::good(format!(
            "{folder} is closed to others and has the keys of all {number} letters"
        )),
    }
}

/// That nobody else may look in; for the first file or folder where that is otherwise.
fn closed(folder: &Path) -> io::Result<Vec<Point>> {
    let mut points = rights::of_folder(folder);
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next)? {
            let entry = entry?;
            // Keys of an hour may go while this looks.
            let Ok(own) = entry.metadata() else {
                continue;
            };
            if own.is_dir() {
                folders.push(entry.path());
            } else if points.is_empty() {
                points.extend(rights::open_to_others(&entry.path(), &own));
            }
        }
    }
    Ok(points)
}

fn beside_backups(of: &Subject) -> Option<Point> {
    let whole = |path: &Path| fs::canonicalize(path).ok();
    let (keys, backups) = (
        whole(&of.config.keys)?,
        whole(&of.config.doctor.backups()?)?,
    );
    let together = keys.starts_with(&backups) || backups.starts_with(&keys);
    together.then(|| {
        Point::wrong(format!(
            "keys and backups are in one folder, {}: whoever gets it reads everything",
            if keys.starts_with(&backups) {
                backups
            } else {
                keys
            }
            .display()
        ))
        .mend(
            "Keep them apart: set `keys`, or `backups` of [doctor], in undersigned.toml and \
             move one.",
        )
    })
}

fn overdue(of: &Subject) -> Option<Point> {
    let first = |left: Vec<PathBuf>| Some((left.len(), left.into_iter().next()?));
    match of.keys.overdue(of.clock.now() - SLACK) {
        Ok(left) => first(left).map(|(number, one)| {
            Point::wrong(format!(
                "keys that ought to be gone are there: {} ({number} in all)",
                one.display()
            ))
            .mend("The running server deletes those of an hour; delete what it leaves.")
        }),
        Err(KeyError::Io(_, io::ErrorKind::NotFound)) => None,
        Err(error) => Some(Point::not_checked(error.to_string())),
    }
}

async fn of_letters(of: &Subject, tx: &mut Tx) -> Result<Vec<Point>> {
    let mut points = Vec::new();
    for letter in &of.letters {
        let slug = &letter.slug;
        if let Err(error) = of.keys.fit(slug, &letter.vkey) {
            let point = Point::wrong(format!("{slug}: {error}"));
            points.push(point.mend(
                "Put your copy of the letter's keys in place: without them nothing can be signed.",
            ));
        }
        points.extend(founders_key(of, tx, letter).await?);
        points.extend(tested(tx, letter).await?);
    }
    Ok(points)
}

async fn founders_key(of: &Subject, tx: &mut Tx, letter: &Letter) -> Result<Option<Point>> {
    let slug = &letter.slug;
    if letter.state != LetterState::Draft {
        return Ok(of.keys.has_founders_key(slug).then(|| {
            Point::wrong(format!(
                "{slug} has launched, and its founders' key is still there"
            ))
            .mend("The running server deletes it within a minute: is it running?")
        }));
    }
    let sealed = founders::sealed(tx, letter.id).await?;
    Ok(match of.keys.founders(slug, &sealed) {
        FoundersKey::Faulty(error) => Some(Point::wrong(format!("{slug}: {error}")).mend(
            "Put your copy of that file in place, readable for the server's user alone: until then \
             nobody can read who is invited to this letter, nobody is invited, and founders' links \
             say that they can't be opened now. Other letters go on, and no new key is made by itself. \
             Without a copy: its organizers take those off the list who have not accepted, with \
             statements and logos that wait, and list them again.",
        )),
        _ => None,
    })
}

async fn tested(tx: &mut Tx, letter: &Letter) -> Result<Option<Point>> {
    let slug = &letter.slug;
    let rows = letters::recipients(tx, letter.id).await?;
    let untested = rows.iter().filter(|row| row.tested_at.is_none()).count();
    Ok((untested > 0).then(|| {
        Point::warning(format!(
            "{slug}: {untested} of {} recipients have not opened their test contact",
            rows.len()
        ))
        .mend("Its organizers see to it, on the letter's page *Keys*; it can't launch before.")
    }))
}
