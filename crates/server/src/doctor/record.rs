//! Letters can be signed, and what is signed is recorded.

use super::{Point, Subject, no_database};
use crate::model::{Letter, LetterState};
use crate::recorder::ReadOnly;
use crate::seal::row_time_ms;
use crate::store::{Result, Tx, record};

/// Milliseconds that an act waits for the record at most, where all is well.
const LAG: i64 = 60_000;

pub(super) async fn look(of: &Subject) -> Vec<Point> {
    let Some(store) = of.store() else {
        return no_database();
    };
    let looked = async {
        let mut tx = store.read().await?;
        let mut points = Vec::new();
        for letter in &of.letters {
            if let Some(why) = read_only(of, &mut tx, letter).await? {
                points.push(read_only_point(letter, why));
            }
        }
        points.extend(lag(of, &mut tx).await?);
        Result::Ok(points)
    };
    match looked.await {
        Ok(points) if points.is_empty() => vec![all_well(of)],
        Ok(points) => points,
        Err(error) => vec![Point::not_checked(error.to_string())],
    }
}

fn all_well(of: &Subject) -> Point {
    let launched = of.letters.iter();
    let launched = launched.filter(|letter| letter.state != LetterState::Draft);
    match launched.count() {
        0 => Point::good("no letter has launched yet, and none is read-only"),
        1 => Point::good("the one letter that launched is written to, and nothing waits"),
        number => Point::good(format!(
            "all {number} letters that launched are written to, and nothing waits"
        )),
    }
}

async fn read_only(of: &Subject, tx: &mut Tx, letter: &Letter) -> Result<Option<ReadOnly>> {
    let Ok(key) = letter.vkey.parse() else {
        return Ok(Some(ReadOnly::Unreadable));
    };
    match record::head(tx, letter.id).await? {
        Some(head) => {
            of.served
                .check(tx, letter.id, &letter.slug, &key, &head)
                .await
        }
        None if of.served.is_restored(&letter.slug) => Ok(Some(ReadOnly::Restored)),
        None => Ok(None),
    }
}

fn read_only_point(letter: &Letter, why: ReadOnly) -> Point {
    let slug = &letter.slug;
    let point = Point::wrong(format!("{slug} can only be read: {why}"));
    match why {
        ReadOnly::Restored | ReadOnly::Behind => point.mend("Stop the server, then:").copy(
            format_args!("undersigned record recover {slug} --from BUNDLE.zip"),
        ),
        ReadOnly::Forked | ReadOnly::Unreadable => point.mend(format!(
            "Look at `undersigned record status {slug}`; the file is served/{slug} in the \
                 data directory."
        )),
    }
}

/// Whether somebody records.
async fn lag(of: &Subject, tx: &mut Tx) -> Result<Vec<Point>> {
    let now = of.clock.now_ms();
    let mut points = Vec::new();
    for (letter, oldest) in record::waiting(tx).await? {
        let waited = now - row_time_ms(oldest);
        let letter = of.letters.iter().find(|of| of.id == letter);
        let Some(letter) = letter.filter(|_| waited > LAG) else {
            continue;
        };
        let head = record::head(tx, letter.id).await?;
        // A long queue may take longer; what matters is that it moves.
        if head.is_some_and(|head| now - head.moved_at * 1000 > LAG) {
            let slug = &letter.slug;
            points.push(
                Point::wrong(format!(
                    "{slug}: something has waited for the record for {} min",
                    waited / 60_000
                ))
                .mend("Is the server running? What does its log say?")
                .copy("systemctl status undersigned"),
            );
        }
    }
    Ok(points)
}
