//! The database answers, has this program's schema, and keeps what it acknowledges.

use super::subject::NoStore;
use super::{Point, Subject};
use crate::config::Database;

pub(super) async fn look(of: &Subject) -> Vec<Point> {
    let store = match &of.store {
        Ok(store) => store,
        Err(why) => return vec![closed(of, why)],
    };
    let mut points = vec![match &of.config.database {
        Database::Sqlite => Point::good("SQLite in the data directory answers"),
        Database::Postgres(_) => Point::good("PostgreSQL answers"),
    }];
    match store.careless_setting().await {
        Ok(None) => {}
        Ok(Some(setting)) => points.push(
            Point::wrong(format!(
                "{setting} is off: what was acknowledged can be lost"
            ))
            .mend("In postgresql.conf, then restart PostgreSQL:")
            .copy(format_args!("{setting} = on")),
        ),
        Err(error) => points.push(Point::not_checked(format!("its settings: {error}"))),
    }
    points
}

fn closed(of: &Subject, why: &NoStore) -> Point {
    match why {
        NoStore::Missing(_) => Point::wrong(why.to_string()).mend(
            "Name the right data directory with --data, or bring a backup back with \
                 `undersigned restore`.",
        ),
        NoStore::Older => Point::not_checked(format!("{why}; this look changes nothing"))
            .mend("Start the server once: it brings the database up to date."),
        NoStore::Newer => {
            Point::wrong(why.to_string()).mend("Use the program that the server runs.")
        }
        NoStore::Strange => Point::wrong(why.to_string())
            .mend("Check `database` in undersigned.toml, or start the server once."),
        NoStore::Store(_) | NoStore::Open(_) => {
            let point = Point::wrong(why.to_string());
            match of.config.database {
                Database::Sqlite => point.mend(format!(
                    "Can this user read and write {}? Run this as the server's user.",
                    of.config.data.display()
                )),
                Database::Postgres(_) => point.mend(
                    "Is PostgreSQL running, and does `database` in \
                         undersigned.toml lead to it?",
                ),
            }
        }
    }
}
