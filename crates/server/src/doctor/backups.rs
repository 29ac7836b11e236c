//! Backups: there is a recent one, it opens, and none is older than the promise of privacy allows.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use tokio::process::Command;

use super::{Point, Subject, rights};
use crate::config::Database;
use crate::store::schema::{self, Schema};

const DAY: i64 = 24 * 3600;
/// Seconds after which the newest backup is late, and after which it is wrong to have no newer one.
const LATE: i64 = 2 * DAY;
const TOO_LATE: i64 = 7 * DAY;
/// Seconds after which a backup must be gone: it holds what was forgotten since.
const GONE: i64 = 30 * DAY;

/// A file that may be a backup.
struct Copy {
    path: PathBuf,
    made: i64,
    kind: Kind,
}

/// What a file begins like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Sqlite,
    Postgres,
    Other,
}

pub(super) async fn look(of: &Subject) -> Vec<Point> {
    let Some(folder) = of.config.doctor.backups() else {
        return vec![
            Point::not_checked("no folder of backups is known")
                .mend(
                    "Make one each night with `undersigned backup`, and name their folder \
                     in undersigned.toml:",
                )
                .copy("[doctor]")
                .copy("backups = \"/var/backups/undersigned\""),
        ];
    };
    let copies = match copies(&folder) {
        Ok(copies) => copies,
        Err(error) => return vec![rights::unreadable(&folder, &error)],
    };
    let mut points = rights::of_folder(&folder);
    points.extend(too_old(&copies, of.clock.now()));
    let place = folder.display();
    match copies.iter().max_by_key(|copy| copy.made) {
        None => points.push(make_one(Point::wrong(format!(
            "there is no backup in {place}"
        )))),
        Some(newest) => {
            points.push(age(newest, of.clock.now()));
            points.push(opens(newest, &of.config.database).await);
        }
    }
    points
}

fn make_one(point: Point) -> Point {
    point
        .mend("Make one now, and see that one is made each night:")
        .copy("undersigned backup -o FILE")
        .copy("systemctl list-timers")
}

/// The files of a folder; those that begin with a dot are on their way.
fn copies(folder: &Path) -> io::Result<Vec<Copy>> {
    let mut copies = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let Ok(own) = entry.metadata() else {
            continue;
        };
        let made = own.modified()?.duration_since(UNIX_EPOCH);
        if own.is_file() && !entry.file_name().to_string_lossy().starts_with('.') {
            copies.push(Copy {
                kind: kind(&entry.path())?,
                path: entry.path(),
                made: made.map_or(0, |made| made.as_secs().cast_signed()),
            });
        }
    }
    Ok(copies)
}

fn kind(path: &Path) -> io::Result<Kind> {
    let mut head = Vec::new();
    fs::File::open(path)?.take(16).read_to_end(&mut head)?;
    Ok(match &head[..] {
        b"SQLite format 3\0" => Kind::Sqlite,
        head if head.starts_with(b"PGDMP") => Kind::Postgres,
        _ => Kind::Other,
    })
}

fn too_old(copies: &[Copy], now: i64) -> Option<Point> {
    let old: Vec<&Copy> = copies
        .iter()
        .filter(|copy| copy.made + GONE < now)
        .collect();
    let first = old.iter().min_by_key(|copy| copy.made)?;
    let point = Point::wrong(format!(
        "{} is {} days old ({} of more than 30 in all): people were promised to be forgotten \
             by then",
        first.path.display(),
        (now - first.made) / DAY,
        old.len()
    ));
    Some(point.copy(format_args!("rm {}", first.path.display())))
}

fn age(newest: &Copy, now: i64) -> Point {
    let old = match (now - newest.made).max(0) {
        age if age < LATE => format!("{} h", age / 3600),
        age => format!("{} days", age / DAY),
    };
    let seen = format!("the newest is {old} old: {}", newest.path.display());
    match now - newest.made {
        age if age <= LATE => Point::good(seen),
        age if age <= TOO_LATE => make_one(Point::warning(seen)),
        _ => make_one(Point::wrong(seen)),
    }
}

/// That the newest opens as a backup of the database that is used.
async fn opens(newest: &Copy, database: &Database) -> Point {
    let name = newest.path.display();
    let opened = match newest.kind {
        Kind::Sqlite => match schema::of_sqlite(&newest.path).await {
            Ok(Schema::Same | Schema::Older) => Ok(Kind::Sqlite),
            Ok(Schema::Newer) => Err("was made by a newer program".to_owned()),
            Ok(Schema::Strange) => Err("holds no letters' tables".to_owned()),
            Err(error) => Err(format!("does not open: {error}")),
        },
        Kind::Postgres => match listed(&newest.path).await {
            Listed::Ours => Ok(Kind::Postgres),
            Listed::Strange => Err("does not open, or holds no letters' tables".to_owned()),
            Listed::NoProgram => return not_opened(&name.to_string()),
        },
        Kind::Other => {
            return Point::warning(format!("{name} can't be looked into")).mend(
                "If it is compressed or encrypted, try a restore on another machine now and then.",
            );
        }
    };
    let used = match database {
        Database::Sqlite => Kind::Sqlite,
        Database::Postgres(_) => Kind::Postgres,
    };
    match opened {
        Ok(kind) if kind == used => Point::good("it opens"),
        Ok(_) => make_one(Point::wrong(format!(
            "{name} is of another kind of database"
        ))),
        Err(why) => make_one(Point::wrong(format!("{name} {why}"))),
    }
}

fn not_opened(name: &str) -> Point {
    Point::not_checked(format!(
        "{name}: pg_restore, which opens it, is not installed"
    ))
    .copy("apt install postgresql-client")
}

/// What `pg_restore` says of a dump.
enum Listed {
    Ours,
    Strange,
    NoProgram,
}

/// Has `pg_restore` list what is in a dump; it connects to nothing.
async fn listed(path: &Path) -> Listed {
    let mut list = Command::new("pg_restore");
    list.arg("--list").arg(path).kill_on_drop(true);
    match list.output().await {
        Ok(said) => {
            let text = String::from_utf8_lossy(&said.stdout);
            let ours = said.status.success() && text.contains("TABLE DATA public letters ");
            if ours { Listed::Ours } else { Listed::Strange }
        }
        Err(_) => Listed::NoProgram,
    }
}
