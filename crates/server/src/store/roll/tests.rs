use undersigned_testbed::Postgres;

use super::{BY_INDEX, BY_INDEX_OF_BOTH, BY_INDEX_OF_COUNTRY, BY_INDEX_OF_KIND, BY_NAME};
use crate::store::Store;

/// Signatures with openings, and places of some in the order of names.
const FILL: &str = "
insert into letters (id, slug, origin, state, settings, vkey) values (1, 's', 'o', 'open', '', '');
insert into signatures (id, letter, state, kind, country, level, founding, idx, opened_by, signed_at)
    select n, 1, 'live', case when n % 50 = 0 then 'organization' else 'individual' end,
           case when n % 7 = 0 then 'FR' else 'DE' end, 'mailbox', false, n, n, 0
    from generate_series(1, 40000) n;
insert into openings (id, letter, signature, idx, salt, opening)
    select id, 1, id, idx, 'salt', 'opening' from signatures;
insert into listing (letter, lang, kind, country, founding, key, signature)
    select 1, 'en', kind, country, false, decode(md5(id::text), 'hex'), id
    from signatures where kind = 'organization';
analyze;";

/// PostgreSQL reads the ends of indices, whatever its statistics say of the columns that are joined.
#[tokio::test]
async fn postgresql_reads_no_more_than_a_page() {
    let database = Postgres::shared().database();
    let store = Store::postgres(database.url()).await.unwrap();
    let Store::Postgres(pool) = &store else {
        panic!("this is PostgreSQL");
    };
    sqlx::raw_sql(FILL).execute(pool).await.unwrap();
    let by_index = ["1", "20000", "51", "'individual'", "'FR'"];
    let by_name = ["1", "'en'", "'organization'", "''", "-1", "51", "''"];
    for (sql, given) in [
        (BY_INDEX, &["1", "20000", "51", "''", "''"][..]),
        (
            BY_INDEX_OF_KIND,
            &["1", "20000", "51", "'organization'", "''"],
        ),
        (BY_INDEX_OF_COUNTRY, &["1", "20000", "51", "''", "'FR'"]),
        (BY_INDEX_OF_BOTH, &by_index),
        (BY_NAME, &by_name),
    ] {
        let mut explained = format!("explain (analyze, costs off, timing off) {sql}");
        for (at, value) in given.iter().enumerate() {
            explained = explained.replace(&format!("${}", at + 1), value);
        }
        let plan: Vec<(String,)> = sqlx::query_as(sqlx::AssertSqlSafe(explained))
            .fetch_all(pool)
            .await
            .unwrap();
        for (line,) in &plan {
            assert!(!line.contains("Seq Scan"), "{plan:#?}");
            let rows = line.split_once("actual rows=").map(|(_, rest)| rest);
            let rows = rows.and_then(|rest| rest.split([' ', '.']).next()?.parse::<u32>().ok());
            assert!(rows.is_none_or(|rows| rows <= 60), "{plan:#?}");
        }
    }
}
