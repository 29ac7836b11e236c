//! A hundred forged names.

use undersigned::model::WatchList;
use undersigned::model::watch::Rule;

use super::{lines, prominent};

/// Name, title and affiliation, and the entry that they are held for.
fn cases() -> Vec<(Vec<String>, String)> {
    let file = lines(include_str!("forged.tsv"));
    let case = |line: &String| {
        let (fields, entry) = line.split_once('\t').unwrap();
        let fields = fields.split('/').map(|field| field.trim().to_owned());
        (fields.collect(), entry.to_owned())
    };
    file.iter().map(case).collect()
}

#[test]
fn forged_prominent_names_are_held() {
    let list = prominent();
    let cases = cases();
    assert!(cases.len() >= 100, "{}", cases.len());
    let mut passed = Vec::new();
    for (fields, entry) in &cases {
        let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
        let found = list.find(&fields);
        let named = found.map(|found| found.entry.split('|').next().unwrap().trim());
        if named != Some(entry) {
            passed.push(format!("{fields:?}: {named:?}, not {entry:?}"));
        }
    }
    assert!(passed.is_empty(), "{}\n{}", passed.len(), passed.join("\n"));
}

/// What docs/OPERATING.md says of names that are listed in Latin letters only.
#[test]
fn most_names_are_found_by_their_sounds() {
    let is_latin = |spelling: &str| spelling.chars().all(|c| c < '\u{250}');
    let is_han = |spelling: &str| {
        spelling
            .chars()
            .any(|c| ('\u{4e00}'..'\u{a000}').contains(&c))
    };
    let (mut latin, mut others) = (Vec::new(), Vec::new());
    for line in lines(include_str!("../../../../fixtures/watch/prominent.txt")) {
        let spellings = line.split('|').map(str::trim);
        let (own, foreign): (Vec<_>, Vec<_>) = spellings.partition(|spelling| is_latin(spelling));
        let spoken = foreign.iter().filter(|spelling| !is_han(spelling));
        others.extend(spoken.map(|spelling| (own[0].to_owned(), (*spelling).to_owned())));
        latin.push(own.join("|"));
    }
    let list = WatchList::new(latin);
    let found = |(name, spelling): &&(String, String)| {
        let found = list.find(&[spelling]);
        found.is_some_and(|found| found.entry.starts_with(name.as_str()))
    };
    let (count, found) = (others.len(), others.iter().filter(found).count());
    println!("{found} of {count}");
    assert!(count > 100 && found * 6 >= count * 5, "{found} of {count}");
}

#[test]
fn who_shares_a_part_of_a_name_passes() {
    let list = prominent();
    for fields in [
        &["Angela Davis"][..],
        &["Maria Merkel"],
        &["Donald Duck"],
        &["Vladimir Nabokov"],
        &["Владимир Сорокин"],
        &["Mohammed Salman"],
        &["Salman bin Ali"],
        &["Benjamin Franklin"],
        &["Carlos Sánchez"],
        &["Kim Jones"],
        &["李小强"],
        &["김정수"],
        &["محمد سلمان"],
        &["Charles King"],
        &["Jo Bidwell"],
        &["Ada Lovelace"],
        &["Jane Roe", "President", "Tennis Club of the United Kingdom"],
        &["2024"],
        &["—"],
        &[""],
        &[],
    ] {
        assert_eq!(list.find(fields), None, "{fields:?}");
    }
}

#[test]
fn the_rule_is_told() {
    let list = prominent();
    for (name, rule) in [
        ("Merkel, Angela", Rule::Exact),
        ("Аngela Меrkel", Rule::LookAlike),
        ("Angela Merkle", Rule::Near),
        ("Άνγκελα Μέρκελ", Rule::OtherScript),
    ] {
        let found = list.find(&[name]).unwrap();
        assert!(found.entry.starts_with("Angela Merkel |"), "{found:?}");
        assert_eq!(found.rule, rule, "{name}");
    }
}

#[test]
fn offices_are_phrases() {
    let office = "Prime Minister of Niger";
    let list = WatchList::new(lines(&format!(
        "{office} | Premier ministre d'Ostravie\n\"The Night Watch\""
    )));
    for held in [
        "Prime Minister of Niger",
        "The Prime Minister of the Republic of Niger",
        "Niger's Prime Minister",
        "PRIME MINISTER, NIGER",
        "Primе Мinister of Niger",
        "le premier ministre de l’Ostravie",
        "the night watch",
    ] {
        assert!(list.find(&["Somebody", held]).is_some(), "{held}");
    }
    for passes in [
        "Prime Minister of Nigeria",
        "Minister of Niger",
        "Minister, Prime Motors, Niger",
        "Premier ministre d'Ostravia",
        "Watch the night",
    ] {
        assert_eq!(list.find(&["Somebody", passes]), None, "{passes}");
    }
}

#[test]
fn single_words_are_held_as_words() {
    let list = WatchList::new(lines(
        "Ali\nChristopher\nVoldemort | Волдеморт\nLi Na\nشهرزاد",
    ));
    for held in [
        "Ali",
        "Ali Baba",
        "Аlі",
        "A1i",
        "Аӏі",
        "Lord Voldemord",
        "V0ldemort",
        "LI Na",
        "شَهْرَزاد",
    ] {
        assert!(list.find(&[held]).is_some(), "{held}");
    }
    for passes in [
        "Alice",
        "Security for All",
        "Christophersen",
        "Aly",
        "Alina",
        "Lina",
        "Waldemar",
        "شهر",
    ] {
        assert_eq!(list.find(&[passes]), None, "{passes}");
    }
}
