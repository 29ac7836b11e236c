//! A name is found by itself, whatever is done to its looks.

use proptest::prelude::*;
use undersigned::model::WatchList;

use super::{lines, prominent};

/// Letters that look like each of these, from UTS #39 and from what forgers write.
const LOOKS: &[(char, &str)] = &[
    ('a', "аɑα4@ａ𝐚"),
    ('b', "Ьｂ𝐛"),
    ('c', "сϲⅽｃ"),
    ('d', "ԁⅾｄ𝖉"),
    ('e', "е3ｅ𝑒"),
    ('g', "ɡｇ9"),
    ('h', "һｈ"),
    ('i', "іｉ1ⅰ"),
    ('j', "јϳｊ"),
    ('k', "ｋ𝐤"),
    ('l', "ӏⅼｌ1"),
    ('m', "ⅿｍ"),
    ('n', "ոｎ"),
    ('o', "оοօ0ｏ"),
    ('p', "рρｐ"),
    ('r', "гｒ"),
    ('s', "ѕｓ5$"),
    ('t', "ｔ𝐭"),
    ('u', "υսｕ"),
    ('v', "νѵｖ"),
    ('w', "ԝｗ"),
    ('x', "хｘⅹ"),
    ('y', "уｙ"),
    ('A', "АΑＡ"),
    ('B', "ВΒＢ8"),
    ('C', "СϹＣ"),
    ('E', "ЕΕＥ"),
    ('H', "НΗＨ"),
    ('I', "ІΙlＩ"),
    ('J', "Ј"),
    ('K', "КΚＫ"),
    ('M', "МΜＭ"),
    ('N', "ΝＮ"),
    ('O', "ОΟ0Ｏ"),
    ('P', "РΡＰ"),
    ('S', "ЅＳ5"),
    ('T', "ТΤＴ"),
    ('X', "ХΧＸ"),
    ('Y', "ΥҮＹ"),
    ('Z', "ΖＺ"),
];

/// What is drawn for one letter: whether to change it, and to what.
type Draw = (u8, u8);

/// A letter with another that looks like it, in the other case, or with a mark.
fn disguise(letter: char, (what, which): Draw, by_case: bool) -> String {
    let other = LOOKS.iter().find(|(of, _)| *of == letter);
    match what % 4 {
        0 if let Some((_, others)) = other => {
            let count = others.chars().count();
            others.chars().nth(which as usize % count).unwrap().into()
        }
        1 if letter.is_ascii_alphabetic() => format!("{letter}\u{301}"),
        2 if by_case => letter.to_uppercase().collect(),
        3 if by_case => letter.to_lowercase().collect(),
        _ => letter.into(),
    }
}

fn shuffled(words: Vec<String>) -> impl Strategy<Value = Vec<String>> {
    Just(words).prop_shuffle()
}

/// The names of the list that are in Latin letters: one spelling a line.
fn latin() -> Vec<String> {
    let all = lines(include_str!("../../../../fixtures/watch/prominent.txt"));
    let first = |line: &String| line.split('|').next().unwrap().trim().to_owned();
    let mut names: Vec<String> = all.iter().map(first).collect();
    // A particle that is all digits and bars, such as "31-" for "el-", is taken for a number.
    names.retain(|name| !name.contains(" of ") && !name.contains('-'));
    names
}

proptest! {
    #[test]
    fn a_disguised_name_is_found(
        words in prop::sample::select(latin()).prop_flat_map(|name| {
            shuffled(name.split(' ').map(str::to_owned).collect())
        }),
        draws in prop::collection::vec(any::<Draw>(), 40),
    ) {
        let mut draws = draws.into_iter().cycle();
        let disguised: String = words
            .join(" ")
            .chars()
            .map(|letter| disguise(letter, draws.next().unwrap(), false))
            .collect();
        prop_assert!(prominent().find(&[&disguised]).is_some(), "{disguised}");
    }

    #[test]
    fn any_name_is_found_by_itself(
        name in "[\\p{L}]{2,12} [\\p{L}]{2,12}",
        draws in prop::collection::vec(any::<Draw>(), 26),
    ) {
        let list = WatchList::new(vec![name.clone()]);
        prop_assert!(list.find(&[&name]).is_some(), "{name:?}");
        prop_assert!(list.find(&[&format!("Dr. {name} Jr.")]).is_some(), "{name:?}");
        prop_assert!(list.find(&["Somebody", &name]).is_some(), "{name:?}");
        if name.is_ascii() {
            let cased: String = name
                .chars()
                .zip(draws)
                .map(|(letter, (what, which))| disguise(letter, (what | 2, which), true))
                .collect();
            prop_assert!(list.find(&[&cased]).is_some(), "{name:?} {cased:?}");
        }
    }
}
