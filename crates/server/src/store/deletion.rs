//! Deletion of a letter that has not launched, with everything that belongs to it.

use super::sql::execute;
use super::{Result, Tx};

/// What goes, those first that others are needed for. A record (`heads`, `entries`, `tiles`) is not
/// among it: where there is one, the database refuses to delete its letter.
const ALL: [&str; 45] = [
    "delete from held_picks where run in (select id from runs where letter = $1)",
    "delete from picks where run in (select id from runs where letter = $1)",
    "delete from runs where letter = $1",
    "delete from rules where letter = $1",
    "delete from proofs where letter = $1",
    "delete from links where letter = $1",
    "delete from founder_links where founder in (select id from founders where letter = $1)",
    "delete from founder_visits where founder in (select id from founders where letter = $1)",
    "delete from founder_logos where founder in (select id from founders where letter = $1)",
    "delete from founders where letter = $1",
    "delete from founder_table_parts
     where founder_table in (select id from founder_tables where letter = $1)",
    "delete from founder_table_faults
     where founder_table in (select id from founder_tables where letter = $1)",
    "delete from founder_tables where letter = $1",
    "delete from listing where letter = $1",
    "delete from terms where letter = $1",
    "delete from slots where letter = $1",
    "delete from openings where letter = $1",
    "delete from contacts where signature in (select id from signatures where letter = $1)",
    "delete from statements where letter = $1",
    "delete from queue where letter = $1",
    "delete from signatory_logos where signature in (select id from signatures where letter = $1)",
    "delete from vouchings where signature in (select id from signatures where letter = $1)",
    "delete from signatures where letter = $1",
    "delete from submissions where letter = $1",
    "delete from no_updates where letter = $1",
    "delete from partners where letter = $1",
    "delete from mail_jobs where letter = $1",
    "delete from mails_sent where letter = $1",
    "delete from mail_stops where letter = $1",
    "delete from bounces where letter = $1",
    "delete from return_paths where letter = $1",
    "delete from tallies where letter = $1",
    "delete from drafts where letter = $1",
    "delete from revisions where letter = $1",
    "delete from releases where letter = $1",
    "delete from texts where letter = $1",
    "delete from recipients where letter = $1",
    "delete from watched where letter = $1",
    "delete from logos where letter = $1",
    "delete from logo_changes where letter = $1",
    "delete from hosts where letter = $1",
    "delete from translators where letter = $1",
    "delete from previews where letter = $1",
    "delete from launches where letter = $1",
    "delete from invitations where letter = $1",
];

/// What its organizers were and did, and the letter.
const LAST: [&str; 4] = [
    "delete from roles where letter = $1",
    "delete from trail_letters where letter = $1",
    "delete from trail where letter = $1",
    "delete from letters where id = $1",
];

/// Deletes a draft. Whether it is one is for the caller to know.
pub async fn delete(tx: &mut Tx, letter: i64) -> Result<()> {
    for statement in ALL.into_iter().chain(LAST) {
        execute!(tx, statement, letter)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tables that a draft has nothing in.
    const RECORD: [&str; 3] = ["entries", "tiles", "heads"];

    #[test]
    fn nothing_of_a_letter_is_left_out() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/migrations");
        let mut found = 0;
        for file in std::fs::read_dir(folder).unwrap() {
            let sql = std::fs::read_to_string(file.unwrap().path()).unwrap();
            for statement in sql.split(';') {
                let words = ["create table ", "alter table "];
                let named = words.iter().find_map(|word| statement.split(word).nth(1));
                let parents = [
                    "letters",
                    "founders",
                    "founder_tables",
                    "runs",
                    "signatures",
                ];
                let refers = |of: &&str| statement.contains(&format!("references {of} ("));
                let Some(named) = named.filter(|_| parents.iter().any(refers)) else {
                    continue;
                };
                let table = named.split_whitespace().next().unwrap();
                let mut deleted = ALL.iter().chain(&LAST);
                let gone = deleted.any(|sql| sql.split_whitespace().nth(2) == Some(table));
                assert!(
                    gone || RECORD.contains(&table),
                    "{table} keeps what belongs to a deleted letter"
                );
                found += 1;
            }
        }
        assert!(found > 35, "{found}");
    }
}
