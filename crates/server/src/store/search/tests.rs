use std::cell::Cell;
use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, TestRunner};
use sqlx::Execute as _;
use tokio::runtime::Runtime;
use undersigned_testbed::Postgres;

use super::{Asked, BOUNDS, Bounds, Filter, Search, beginnings, search_within};
use crate::model::{Letter, LetterState, Slug, fold};
use crate::store::openings::{self, NewOpening};
use crate::store::signatures::{self, Placed, SignatureRow};
use crate::store::{Committer, Result, Store, Tx, letters, roll};

/// So small that few signatures reach every bound.
const SMALL: Bounds = Bounds {
    completions: 3,
    counted: 5,
    round: 4,
    reads: 9,
    rounds: 2,
};

const ANYBODY: Filter<'_> = Filter {
    kind: "",
    country: "",
};

const NAMES: [&str; 9] = [
    "An", "Ana", "Ánabel", "Anna", "Anouk", "Bo", "BOB", "Bobby", "Cléo",
];

/// A signature of an invented roll. Its place is its id's.
#[derive(Clone, Debug)]
struct Signed {
    name: Vec<&'static str>,
    hidden: bool,
    state: &'static str,
    kind: &'static str,
    country: &'static str,
    /// Decides on the order in the record, which need not be that of the ids.
    order: u8,
}

#[derive(Clone, Debug)]
struct Question {
    words: String,
    kind: &'static str,
    country: &'static str,
    limit: usize,
}

fn signed() -> impl Strategy<Value = Signed> {
    (
        vec(select(&NAMES[..]), 1..4),
        prop::bool::weighted(0.1),
        select(vec![
            "live", "live", "live", "live", "queued", "leaving", "gone",
        ]),
        select(vec!["individual", "organization"]),
        select(vec!["FR", "ZZ"]),
        any::<u8>(),
    )
        .prop_map(|(name, hidden, state, kind, country, order)| Signed {
            name,
            hidden,
            state,
            kind,
            country,
            order,
        })
}

fn question() -> impl Strategy<Value = Question> {
    let beginning = (select(&NAMES[..]), 1..6_usize)
        .prop_map(|(name, letters)| name.chars().take(letters).collect::<String>());
    (
        vec(beginning, 1..3),
        select(vec!["", "", "organization"]),
        select(vec!["", "", "FR"]),
        1..5_usize,
    )
        .prop_map(|(words, kind, country, limit)| Question {
            words: words.join(" "),
            kind,
            country,
            limit,
        })
}

/// A roll as it was put into the store: id, index and signature, in the order of the ids.
type Roll = Vec<(i64, Option<i64>, Signed)>;

impl Signed {
    fn terms(&self) -> Vec<String> {
        match self.hidden || self.state == "gone" {
            true => Vec::new(),
            false => fold::terms(&self.name.join(" ")),
        }
    }

    fn row(&self, letter: i64, id: i64) -> SignatureRow {
        SignatureRow {
            id,
            letter,
            state: "queued".to_owned(),
            kind: self.kind.to_owned(),
            country: self.country.to_owned(),
            level: "mailbox".to_owned(),
            founding: false,
            person: None,
            mailbox: None,
            idx: None,
            opened_by: None,
            signed_at: None,
        }
    }
}

fn numbered(letter: i64, all: &[Signed]) -> Roll {
    let mut recorded: Vec<usize> = (0..all.len())
        .filter(|at| all[*at].state != "queued")
        .collect();
    recorded.sort_by_key(|at| all[*at].order);
    let place = |at| recorded.iter().position(|recorded| *recorded == at);
    let numbered = all.iter().enumerate();
    numbered
        .map(|(at, signed)| {
            let idx = place(at).map(|place| 3 + 2 * i64::try_from(place).unwrap());
            (
                letter * 1000 + i64::try_from(at).unwrap(),
                idx,
                signed.clone(),
            )
        })
        .collect()
}

/// What a search has to find, told from all signatures: indices in order, and whether it is cut.
fn naive(roll: &Roll, asked: &Question) -> (Vec<i64>, bool) {
    let words = beginnings(&asked.words);
    let all: Vec<String> = roll.iter().flat_map(|(_, _, of)| of.terms()).collect();
    let begun = |word: &str| {
        all.iter()
            .filter(|term| term.starts_with(word))
            .cloned()
            .collect()
    };
    let mut leads = Vec::new();
    for word in &words {
        let occurrences: Vec<String> = begun(word);
        let distinct: BTreeSet<String> = occurrences.iter().cloned().collect();
        let rank = (
            distinct.len() > SMALL.completions,
            occurrences.len().min(SMALL.counted.unsigned_abs() as usize),
        );
        leads.push((rank, distinct));
    }
    if leads.iter().any(|(_, distinct)| distinct.is_empty()) {
        return (Vec::new(), false);
    }
    let Some(((is_cut, _), lead)) = leads.iter().min_by_key(|(rank, _)| *rank) else {
        return (Vec::new(), false);
    };
    let looked_up: Vec<&String> = lead.iter().take(SMALL.completions).collect();
    let fits = |of: &Signed| {
        let terms = of.terms();
        of.state == "live"
            && terms.iter().any(|term| looked_up.contains(&term))
            && words
                .iter()
                .all(|word| terms.iter().any(|term| term.starts_with(word.as_str())))
            && (asked.kind.is_empty() || asked.kind == of.kind)
            && (asked.country.is_empty() || asked.country == of.country)
    };
    let newest_first = roll.iter().rev().filter(|(_, _, of)| fits(of));
    (
        newest_first.filter_map(|(_, idx, _)| *idx).collect(),
        *is_cut,
    )
}

async fn put(tx: &mut Tx, letter: i64, roll: Roll) -> Result<()> {
    let settings = serde_json::json!({
        "default_language": "en", "languages": ["en"], "retention_until": "2030-01-01",
        "closing": "2029-01-01",
    });
    let new = Letter {
        id: letter,
        slug: format!("letter-{letter}").parse::<Slug>().unwrap(),
        origin: format!("test.example/{letter}"),
        state: LetterState::Draft,
        vkey: String::new(),
        opened_at: None,
        settings: serde_json::from_value(settings).unwrap(),
        revision: 0,
    };
    assert!(letters::insert(tx, &new).await?);
    for (id, idx, of) in &roll {
        let row = of.row(letter, *id);
        assert!(signatures::insert(tx, &row).await?);
        let opening = NewOpening {
            id: *id,
            letter,
            signature: *id,
            salt: &[7; 32],
            opening: b"{}",
        };
        openings::insert_all(tx, &[opening]).await?;
        let terms = of.terms();
        let terms: Vec<_> = terms.iter().map(|term| (&row, term.as_str())).collect();
        roll::index(tx, &terms).await?;
        if let Some(idx) = *idx {
            let placed = [Placed {
                id: *id,
                idx,
                hour: 0,
            }];
            signatures::place(tx, &placed).await?;
            openings::place_new(tx, &placed).await?;
        }
        match of.state {
            "leaving" => assert!(signatures::leave(tx, *id).await?),
            "gone" => signatures::forget(tx, *id, false).await?,
            _ => {}
        }
    }
    Ok(())
}

/// Pages from `before` to the end: the indices found, and whether any page was cut.
async fn paged(store: &Store, letter: i64, asked: &Question, before: i64) -> (Vec<i64>, bool) {
    let (mut found, mut is_cut, mut before) = (Vec::new(), false, before);
    for _ in 0..200 {
        let mut tx = store.read().await.unwrap();
        let asked = Asked {
            letter,
            words: &asked.words,
            filter: Filter {
                kind: asked.kind,
                country: asked.country,
            },
            before,
            limit: asked.limit,
        };
        let page = search_within(&mut tx, &asked, &SMALL).await.unwrap();
        assert!(page.rows.len() <= asked.limit);
        found.extend(page.rows.iter().map(|row| row.idx));
        is_cut |= page.is_cut;
        match page.next {
            Some(next) => before = next,
            None => return (found, is_cut),
        }
    }
    panic!("there is no last page");
}

/// A database, and what it is kept in.
struct Place {
    store: Store,
    committer: Committer,
    _kept: Box<dyn std::any::Any>,
}

impl Place {
    fn new(store: Store, kept: impl std::any::Any) -> Self {
        Self {
            committer: Committer::start(store.clone()),
            store,
            _kept: Box::new(kept),
        }
    }
}

async fn stores() -> [Place; 2] {
    let folder = tempfile::tempdir().unwrap();
    let sqlite = Store::sqlite(&folder.path().join("test.db")).await.unwrap();
    let database = Postgres::shared().database();
    let postgres = Store::postgres(database.url()).await.unwrap();
    [Place::new(sqlite, folder), Place::new(postgres, database)]
}

fn runtime() -> Runtime {
    let mut builder = tokio::runtime::Builder::new_current_thread();
    builder.enable_all().build().unwrap()
}

/// Writes a roll to both stores.
fn write(runtime: &Runtime, stores: &[Place], letter: i64, roll: &Roll) {
    for place in stores {
        let written = roll.clone();
        let write = place
            .committer
            .write(move |tx| Box::pin(put(tx, letter, written)));
        runtime.block_on(write).unwrap();
    }
}

#[test]
fn search_finds_what_a_look_at_everybody_finds() {
    let runtime = runtime();
    let stores = runtime.block_on(stores());
    let config = Config {
        cases: 40,
        failure_persistence: None,
        ..Config::default()
    };
    let letters = Cell::new(0);
    let (cut, paged) = (Cell::new(0), Cell::new(0));
    let outcome = TestRunner::new(config).run(
        &(vec(signed(), 0..40), vec(question(), 4)),
        |(all, questions)| {
            letters.set(letters.get() + 1);
            let letter = letters.get();
            let roll = numbered(letter, &all);
            write(&runtime, &stores, letter, &roll);
            for asked in &questions {
                let (expected, is_cut) = naive(&roll, asked);
                cut.set(cut.get() + usize::from(is_cut));
                paged.set(paged.get() + usize::from(expected.len() > asked.limit));
                for place in &stores {
                    runtime.block_on(check(&place.store, letter, &roll, asked))?;
                }
            }
            Ok(())
        },
    );
    outcome.unwrap();
    let reached = (cut.get(), paged.get());
    assert!(reached.0 > 10 && reached.1 > 10, "{reached:?}: too easy");
}

/// Compares what is found from the beginning, and after some that ever were, found or not.
async fn check(
    store: &Store,
    letter: i64,
    roll: &Roll,
    asked: &Question,
) -> std::result::Result<(), TestCaseError> {
    let (expected, is_cut) = naive(roll, asked);
    let found = paged(store, letter, asked, i64::MAX).await;
    prop_assert_eq!(&found, &(expected.clone(), is_cut), "{:?}", asked);
    for (place, idx, _) in roll.iter().step_by(5) {
        let Some(before) = *idx else { continue };
        let is_after = |found: &&i64| {
            let mut all = roll.iter();
            all.any(|(id, idx, _)| *idx == Some(**found) && id < place)
        };
        let expected: Vec<i64> = expected.iter().filter(is_after).copied().collect();
        let (found, _) = paged(store, letter, asked, before).await;
        prop_assert_eq!(&found, &expected, "{:?} before {}", asked, before);
    }
    Ok(())
}

#[test]
fn a_page_that_finds_nobody_yet_goes_on() {
    let runtime = runtime();
    let person = |name: &[&'static str]| Signed {
        name: name.to_vec(),
        hidden: false,
        state: "live",
        kind: "individual",
        country: "FR",
        order: 0,
    };
    let mut all = vec![person(&["Ana", "Bo"])];
    all.extend((0..30).map(|_| person(&["Ana"])));
    all.extend((0..30).map(|_| person(&["Bo"])));
    let roll = numbered(1, &all);
    let stores = runtime.block_on(stores());
    write(&runtime, &stores, 1, &roll);
    for Place { store, .. } in &stores {
        runtime.block_on(async {
            let mut tx = store.read().await.unwrap();
            let asked = Asked {
                letter: 1,
                words: "ana bo",
                filter: ANYBODY,
                before: i64::MAX,
                limit: 2,
            };
            let first = search_within(&mut tx, &asked, &SMALL).await.unwrap();
            assert!(first.rows.is_empty() && first.next.is_some());
        });
        let asked = Question {
            words: "ana bo".to_owned(),
            kind: "",
            country: "",
            limit: 2,
        };
        let (found, _) = runtime.block_on(paged(store, 1, &asked, i64::MAX));
        assert_eq!(found, [3]);
    }
}

/// Of each word the end of a range of the index is read.
#[test]
fn sqlite_reads_ranges_of_indices() {
    let runtime = runtime();
    runtime.block_on(async {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("test.db");
        let store = Store::sqlite(&file).await.unwrap();
        let asked = Asked {
            letter: 1,
            words: "",
            filter: Filter {
                kind: "individual",
                country: "",
            },
            before: i64::MAX,
            limit: 50,
        };
        let search = Search {
            asked: &asked,
            bounds: &BOUNDS,
            completions: ["ana", "anabel", "anna"].map(str::to_owned).to_vec(),
            others: vec![("bo".to_owned(), "bp".to_owned())],
        };
        let mut query = search.statement::<sqlx::Sqlite>(1, 1);
        let explained = format!("explain query plan {}", query.build().sql().as_str());
        let Store::Sqlite { readers, .. } = &store else {
            panic!("this is SQLite");
        };
        let plan: Vec<(i64, i64, i64, String)> = sqlx::query_as(sqlx::AssertSqlSafe(explained))
            .fetch_all(readers)
            .await
            .unwrap();
        let plan: Vec<String> = plan.into_iter().map(|(.., line)| line).collect();
        let count = |what: &str| plan.iter().filter(|line| line.contains(what)).count();
        let range = "SEARCH t USING COVERING INDEX sqlite_autoindex_terms_1 \
                     (letter=? AND term=? AND signature<?)";
        assert_eq!(count(range), 3, "{plan:#?}");
        assert_eq!(
            count("SEARCH o USING INDEX terms_signature (signature=?)"),
            1
        );
        for table in ["SCAN s", "SCAN signatures", "SCAN t", "SCAN o"] {
            assert!(!plan.iter().any(|line| line == table), "{plan:#?}");
        }
        // What is sorted is what the three ranges gave: nothing before they are merged.
        let merged = plan.iter().position(|line| line == "SCAN newest");
        let ranges = &plan[..merged.expect("the ranges are merged")];
        assert!(
            !ranges.iter().any(|line| line.contains("TEMP B-TREE")),
            "{plan:#?}"
        );
    });
}

#[test]
fn the_longest_words_are_looked_for() {
    assert_eq!(beginnings("ana Anabel GARCÍA an"), ["anabel", "garcia"]);
    let many = beginnings("aa b c d e f g h i");
    assert_eq!(many, ["aa", "b", "c", "d", "e", "f", "g", "h"]);
    assert!(beginnings(" — ").is_empty());
}
