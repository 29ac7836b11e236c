//! The board of a letter's founders, counted.

use std::collections::BTreeMap;

use crate::l10n::Lang;
use crate::render::World;
use crate::render::organize::{Board, BoardRow, Reach};
use crate::store::founders::CountRow;

/// The board for a reader of `lang`.
pub(super) fn of(counts: &[CountRow], lang: Lang) -> Board {
    Board {
        total: row("", &counts.iter().collect::<Vec<_>>()),
        kinds: grouped(counts, |count| &count.kind),
        countries: by_name(lang, grouped(counts, |count| &count.country)),
        world: accepted_where(counts),
        reach: reach(counts),
        earlier: counts
            .iter()
            .map(|count| count.earlier.unsigned_abs())
            .sum(),
    }
}

fn grouped(counts: &[CountRow], key: impl Fn(&CountRow) -> &String) -> Vec<BoardRow> {
    let mut groups: BTreeMap<&str, Vec<&CountRow>> = BTreeMap::new();
    for count in counts {
        groups.entry(key(count)).or_default().push(count);
    }
    let rows = groups.into_iter();
    rows.map(|(of, counts)| row(of, &counts)).collect()
}

fn row(of: &str, counts: &[&CountRow]) -> BoardRow {
    let sum = |of: &dyn Fn(&CountRow) -> i64| -> u64 {
        counts.iter().map(|count| of(count).unsigned_abs()).sum()
    };
    let people = |state: &'static str| {
        sum(&move |count: &CountRow| {
            if count.state == state {
                count.people
            } else {
                0
            }
        })
    };
    let [held, accepted, declined] = ["held", "accepted", "declined"].map(people);
    BoardRow {
        of: of.to_owned(),
        listed: people("listed"),
        invited: people("due") + people("invited") + held + accepted + declined,
        handed: sum(&|count| count.handed),
        visited: sum(&|count| count.visited),
        held,
        accepted,
        declined,
        bounced: sum(&|count| count.bounced),
    }
}

/// Countries in the order of their names.
fn by_name(lang: Lang, mut rows: Vec<BoardRow>) -> Vec<BoardRow> {
    let all = crate::l10n::countries(lang);
    let place = |row: &BoardRow| all.iter().position(|country| country.code == row.of);
    rows.sort_by_key(|row| place(row).unwrap_or(usize::MAX));
    rows
}

/// Whom a mail can reach.
fn reach(counts: &[CountRow]) -> Reach {
    let sum = |state: &str, of: fn(&CountRow) -> i64| -> u64 {
        let there = counts.iter().filter(|count| count.state == state);
        there.map(|count| of(count).unsigned_abs()).sum()
    };
    let without = |count: &CountRow| count.people - count.addressed;
    Reach {
        listed: sum("listed", |count| count.addressed),
        silent: sum("invited", |count| count.addressed),
        unaddressed: sum("listed", without) + sum("invited", without),
    }
}

fn accepted_where(counts: &[CountRow]) -> World {
    let mut accepted: BTreeMap<String, u64> = BTreeMap::new();
    for count in counts.iter().filter(|count| count.state == "accepted") {
        *accepted.entry(count.country.clone()).or_default() += count.people.unsigned_abs();
    }
    World::of(&accepted)
}
