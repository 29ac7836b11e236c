//! The cluster is what the store's tests need: fresh databases, not sorted as C does, durable.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::process::Command;

use undersigned_testbed::Postgres;

fn ask(url: &str, query: &str) -> String {
    let output = Command::new("psql")
        .args(["-Atq", url, "-c", query])
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

#[test]
fn databases_are_fresh_durable_and_sorted_by_a_human_locale() {
    let postgres = Postgres::shared();
    let (one, two) = (postgres.database(), postgres.database());
    ask(one.url(), "create table letter (slug text)");
    assert_eq!(
        ask(
            two.url(),
            "select count(*) from pg_tables where tablename = 'letter'"
        ),
        "0"
    );
    assert!(one.dump().contains("CREATE TABLE public.letter"));
    assert_eq!(ask(one.url(), "show fsync"), "on");
    assert_eq!(ask(one.url(), "show server_encoding"), "UTF8");
    let sorted = "select string_agg(x, '' order by x) from unnest(array['b','B','a','ä','z']) x";
    assert_eq!(ask(one.url(), sorted), "aäbBz");
}

#[test]
fn a_dropped_database_is_gone() {
    let postgres = Postgres::shared();
    let database = postgres.database();
    let name = database.url().rsplit('/').next().unwrap().to_owned();
    let count = format!("select count(*) from pg_database where datname = '{name}'");
    assert_eq!(ask(postgres.url(), &count), "1");
    drop(database);
    assert_eq!(ask(postgres.url(), &count), "0");
}
