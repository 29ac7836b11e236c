//! Ten thousand ordinary names, and a list of ten thousand entries.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use fastrand::Rng;
use undersigned::model::WatchList;

use super::{lines, prominent};

/// The names of one locale.
struct Locale {
    order: String,
    given: Weighted,
    family: Weighted,
}

/// Names with the sums of their weights.
struct Weighted(Vec<(u64, String)>);

impl Weighted {
    fn parse(list: &str) -> Self {
        let mut sum = 0;
        let weigh = |item: &str| {
            let (name, weight) = item.split_once(':').unwrap_or((item, "1"));
            sum += weight.parse::<u64>().unwrap();
            (sum, name.to_owned())
        };
        Self(list.split(',').map(weigh).collect())
    }

    fn draw(&self, rng: &mut Rng) -> &str {
        let at = rng.u64(..self.0.last().unwrap().0);
        &self.0[self.0.partition_point(|(sum, _)| *sum <= at)].1
    }
}

impl Locale {
    fn name(&self, rng: &mut Rng) -> String {
        let (given, family) = (self.given.draw(rng), self.family.draw(rng));
        match self.order.as_str() {
            "g" if rng.u8(..8) == 0 => format!("{given} {} {family}", self.given.draw(rng)),
            "g" => format!("{given} {family}"),
            "g2" => format!("{given} {family} {}", self.family.draw(rng)),
            "f" => format!("{family} {given}"),
            "j" => format!("{family}{given}"),
            other => panic!("unknown order {other}"),
        }
    }
}

fn locales() -> BTreeMap<String, Locale> {
    let file = lines(include_str!("../../../../fixtures/watch/ordinary.tsv"));
    let locale = |line: &String| {
        let fields: Vec<&str> = line.split('\t').collect();
        let locale = Locale {
            order: fields[1].to_owned(),
            given: Weighted::parse(fields[2]),
            family: Weighted::parse(fields[3]),
        };
        (fields[0].to_owned(), locale)
    };
    file.iter().map(locale).collect()
}

/// A quarter from the United States, the rest from all other locales alike.
fn names(count: usize, seed: u64) -> Vec<(String, String)> {
    let locales = locales();
    let tags: Vec<&String> = locales.keys().collect();
    let mut rng = Rng::with_seed(seed);
    let mut names = Vec::with_capacity(count);
    for number in 0..count {
        let tag = match number % 4 {
            0 => "en_US",
            _ => rng.choice(&tags).unwrap(),
        };
        names.push((tag.to_owned(), locales[tag].name(&mut rng)));
    }
    names
}

#[test]
fn ordinary_names_pass() {
    let list = prominent();
    let names = names(10_000, 2016);
    let mut held = Vec::new();
    for (locale, name) in &names {
        if let Some(found) = list.find(&[name]) {
            held.push(format!("{locale} {name}: {found:?}"));
        }
    }
    println!(
        "{} of {} held\n{}",
        held.len(),
        names.len(),
        held.join("\n")
    );
    assert!(held.len() < names.len() / 200, "{}", held.join("\n"));
}

/// A title and an affiliation are read with the name; they may be as long as the form allows.
#[test]
fn a_long_list_costs_little() {
    let mut entries: Vec<String> = names(10_000, 1).into_iter().map(|(_, name)| name).collect();
    entries.extend(lines(include_str!(
        "../../../../fixtures/watch/prominent.txt"
    )));
    let list = WatchList::new(entries);
    let visitors = names(1_000, 2);
    let began = Instant::now();
    let mut comparisons = Vec::new();
    for (_, name) in &visitors {
        let fields = [name, "Professor of Cryptography", "University of the Arts"];
        comparisons.push(list.look(&fields).comparisons);
    }
    let each = began.elapsed() / 1_000;
    comparisons.sort_unstable();
    let (median, most) = (comparisons[500], comparisons[999]);
    println!("{each:?} each; {median} comparisons in the middle, {most} at most");
    // Of some 30,000 words in the list.
    assert!(median < 500 && most < 5_000, "{median} {most}");
    // In debug; in release a twentieth of it.
    assert!(each < Duration::from_millis(20), "{each:?}");
}

#[test]
fn repeated_words_end_in_time() {
    let list = WatchList::new(lines("Maria Carolina Antonia Josephina"));
    let fields = [
        "Mariam Carolyna ".repeat(7),
        "Antonya ".repeat(15),
        "Josefyna ".repeat(13),
    ];
    let began = Instant::now();
    let look = list.look(&fields.each_ref().map(String::as_str));
    assert!(look.comparisons > 0);
    assert!(began.elapsed() < Duration::from_secs(5));
}
