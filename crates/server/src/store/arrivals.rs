//! When signatures came, and from where: counts for moderators, of ids and countries alone. Founding
//! signatures come when the letter launches, and are left out.

use super::sql::rows;
use super::{Result, Tx};

/// How many submissions and signatures of a letter have ids from `from` to before `until`, by the
/// minute (since 1970) that their ids were made in, in order.
pub async fn by_minute(
    tx: &mut Tx,
    letter: i64,
    (from, until): (i64, i64),
) -> Result<Vec<(i64, i64)>> {
    rows!(
        tx,
        (i64, i64),
        "select minute, count(*) from
         (select (id >> 22) / 60000 as minute from signatures
          where letter = $1 and id >= $2 and id < $3 and not founding
          union all
          select (id >> 22) / 60000 as minute from submissions
          where letter = $1 and id >= $2 and id < $3) as came
         group by minute order by minute",
        letter,
        from,
        until
    )
}

/// How many signatures of a letter that stand have ids from `from` on, by country.
pub async fn by_country(tx: &mut Tx, letter: i64, from: i64) -> Result<Vec<(String, i64)>> {
    rows!(
        tx,
        (String, i64),
        "select country, count(*) from signatures
         where letter = $1 and id >= $2 and state in ('queued', 'live') and not founding
         group by country",
        letter,
        from
    )
}
