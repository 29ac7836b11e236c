//! What people type, made safe to show: one line or several, no control or override characters.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_script::{Script, UnicodeScript};

use super::form::Problem;

/// Trims, composes (NFC) and checks one line of at most `max` characters. `None` where nothing
/// was typed.
pub(super) fn line(raw: &str, max: u32) -> Result<Option<String>, Problem> {
    if raw.chars().any(is_hidden) || has_stray_joiner(raw) || has_tower(raw) {
        return Err(Problem::Unprintable);
    }
    let line = raw
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .nfc()
        .collect();
    bounded(line, max)
}

/// The same for several lines: keeps their ends, at most one empty line in a row.
pub(super) fn lines(raw: &str, max: u32) -> Result<Option<String>, Problem> {
    let raw = raw.replace("\r\n", "\n").replace('\r', "\n");
    let hidden = raw.chars().any(|c| c != '\n' && is_hidden(c));
    if hidden || has_stray_joiner(&raw) || has_tower(&raw) {
        return Err(Problem::Unprintable);
    }
    let mut kept: Vec<&str> = Vec::new();
    for line in raw.trim().split('\n').map(str::trim_end) {
        if !(line.is_empty() && kept.last().is_some_and(|last| last.is_empty())) {
            kept.push(line);
        }
    }
    bounded(kept.join("\n").nfc().collect(), max)
}

/// A line that says what a person is: has no address of a web page, because it is mailed to whoever's
/// mailbox was typed beside it. A host alone is where somebody works.
pub(super) fn role(raw: &str, max: u32) -> Result<Option<String>, Problem> {
    let role = line(raw, max)?;
    let leads_on = |role: &String| {
        let is_alone = role.split_whitespace().nth(1).is_none();
        has_address(role) || (names_host(role) && !is_alone)
    };
    match role {
        Some(role) if leads_on(&role) => Err(Problem::HasAddress),
        role => Ok(role),
    }
}

/// Several lines without an address of a web page, because they are mailed.
pub(super) fn mailed_lines(raw: &str, max: u32) -> Result<Option<String>, Problem> {
    let text = lines(raw, max)?;
    match &text {
        Some(text) if has_address(text) => Err(Problem::HasAddress),
        _ => Ok(text),
    }
}

/// Whether a word is, or a mail program would make it, a link into the web. A host alone is none: a
/// company may be called like one.
fn has_address(line: &str) -> bool {
    folded(line).split_whitespace().any(|word| {
        let path = word
            .split_once('/')
            .is_some_and(|(host, _)| host.contains('.'));
        let asks = word
            .split_once(['?', ':', '#'])
            .is_some_and(|(host, more)| !more.is_empty() && names_host(host));
        path || asks || word.contains("://") || word.contains("www.") || word.starts_with("http:")
    })
}

/// Whether a word is a host below a known public suffix, which mail programs make a link too.
fn names_host(line: &str) -> bool {
    let joins = |c: char| c.is_alphanumeric() || is_combining_mark(c) || matches!(c, '.' | '-');
    folded(line).split(|c| !joins(c)).any(is_host)
}

fn is_host(word: &str) -> bool {
    let word = word.trim_matches(['.', '-']);
    // Initials and degrees: J.Li, M.Sc, B.Com.
    let short = |label: &str| label.chars().count() <= 2 && label.chars().all(char::is_alphabetic);
    let Some((before, _)) = word.rsplit_once('.') else {
        return false;
    };
    let suffix = psl::suffix(word.as_bytes());
    !before.split('.').all(short) && suffix.is_some_and(|suffix| suffix.is_known())
}

/// As a program would read it: in compatibility form, lower case, with the one full stop.
fn folded(line: &str) -> String {
    let stop = |c| if c == '\u{3002}' { '.' } else { c };
    line.nfkc().map(stop).collect::<String>().to_lowercase()
}

/// A line that names somebody, perhaps a body: has a letter and no address of a web page.
pub(super) fn name(raw: &str, max: u32) -> Result<Option<String>, Problem> {
    let Some(name) = line(raw, max)? else {
        return Ok(None);
    };
    if has_address(&name) {
        return Err(Problem::HasAddress);
    }
    if !name.chars().any(char::is_alphanumeric) {
        return Err(Problem::NotAName);
    }
    Ok(Some(name))
}

/// A line that names a person, whose name is no host.
pub(super) fn person(raw: &str, max: u32) -> Result<Option<String>, Problem> {
    match name(raw, max)? {
        Some(name) if names_host(&name) => Err(Problem::HasAddress),
        name => Ok(name),
    }
}

fn bounded(text: String, max: u32) -> Result<Option<String>, Problem> {
    match text.chars().count() {
        0 => Ok(None),
        n if n > max as usize => Err(Problem::TooLong { most: max }),
        _ => Ok(Some(text)),
    }
}

/// Whether a joiner (U+200C, U+200D) stands elsewhere than behind a letter of the scripts that need
/// it: Arabic, Syriac, N'Ko, those of South and Southeast Asia, Mongolian.
fn has_stray_joiner(text: &str) -> bool {
    let needs = |c: char| matches!(c, '\u{0600}'..='\u{109f}' | '\u{1780}'..='\u{18af}' | '\u{a800}'..='\u{abff}');
    let mut before = ' ';
    text.chars().any(|c| {
        let stray = matches!(c, '\u{200c}' | '\u{200d}') && !needs(before);
        before = c;
        stray
    })
}

/// The most marks on a letter that some script needs (Tibetan stacks, Burmese medials and tones), and
/// the most of those that stand on letters of any script: three are a pointed Arabic letter.
const MARKS: usize = 6;
const SHARED_MARKS: usize = 4;

/// Whether marks are piled up on a letter, into the lines around it.
fn has_tower(text: &str) -> bool {
    let (mut marks, mut shared) = (0, 0);
    text.chars().any(|c| {
        if !is_combining_mark(c) {
            (marks, shared) = (0, 0);
            return false;
        }
        marks += 1;
        shared += usize::from(c.script() == Script::Inherited);
        marks > MARKS || shared > SHARED_MARKS
    })
}

/// Control characters, overrides and isolates of direction, other characters that change how
/// their neighbours look without showing themselves, blanks that are no space, and what only
/// some fonts know. The joiners that Persian and Indic scripts need (U+200C, U+200D) are not among them.
fn is_hidden(c: char) -> bool {
    match c {
        '\t' => false,
        // Ignored by default, or blank.
        '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}'
        | '\u{17b5}' => true,
        '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{3164}' => true,
        '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{2800}' => true,
        '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fff0}'..='\u{fffc}' => true,
        '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' => true,
        '\u{e0000}'..='\u{e0fff}' => true,
        // Signs that enclose or span the numbers behind them, and other formats.
        '\u{0600}'..='\u{0605}'
        | '\u{06dd}'
        | '\u{070f}'
        | '\u{0890}'
        | '\u{0891}'
        | '\u{08e2}' => true,
        '\u{110bd}' | '\u{110cd}' | '\u{13430}'..='\u{1345f}' => true,
        // Private use.
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => true,
        c => c.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_trimmed_composed_and_bounded() {
        assert_eq!(
            line("  Ana \t Go\u{0301}mez ", 20),
            Ok(Some("Ana Gómez".to_owned()))
        );
        assert_eq!(line(" \t ", 20), Ok(None));
        assert_eq!(line("abc", 2), Err(Problem::TooLong { most: 2 }));
    }

    #[test]
    fn hidden_characters_are_refused() {
        for bad in [
            "a\u{202e}b",
            "a\0b",
            "a\nb",
            "a\u{2066}b",
            "a\u{200b}b",
            "a\u{7f}b",
        ] {
            assert_eq!(line(bad, 20), Err(Problem::Unprintable), "{bad:?}");
        }
        assert!(line("نمی\u{200c}خواهم", 20).is_ok());
    }

    #[test]
    fn a_name_has_letters_and_no_links() {
        for bad in [
            "http://a.example",
            "See www.a.example",
            "ftp://x",
            "evil.example/login",
        ] {
            assert_eq!(name(bad, 40), Err(Problem::HasAddress), "{bad}");
        }
        assert_eq!(name("--", 40), Err(Problem::NotAName));
        assert_eq!(name("=1+1", 40), Ok(Some("=1+1".to_owned())));
    }

    #[test]
    fn a_person_is_not_called_like_a_host() {
        for bad in [
            "evil.com",
            "Win at evil.com?x=1",
            "evil.com:8080",
            "(Evil.COM)",
            "evil\u{ff0e}com",
            "evil\u{3002}com",
            "evil\u{ff61}com",
            "ｅｖｉｌ.com",
            "a.evil.co.uk.",
            "evil.github.io",
            "пример.рф",
            "ana@evil.com",
            "evil.com,Ana",
        ] {
            assert_eq!(person(bad, 40), Err(Problem::HasAddress), "{bad}");
            let role = role(&format!("See {bad}"), 40);
            assert_eq!(role, Err(Problem::HasAddress), "{bad}");
        }
        assert_eq!(role("Evil.com", 40), Ok(Some("Evil.com".to_owned())));
        for good in [
            "J.R.R. Tolkien",
            "M.Sc. Ana Gómez, B.Com., M.Tech",
            "Dr.med. Ma.Li",
            "Müller GmbH & Co.KG",
            "St. John O.P.",
            "A. M. Ng",
            "Smith-Jones Jr.",
        ] {
            assert_eq!(person(good, 40), Ok(Some(good.to_owned())), "{good}");
            assert_eq!(role(good, 40), Ok(Some(good.to_owned())), "{good}");
        }
    }

    #[test]
    fn a_body_may_be_called_like_a_host_and_links_nowhere() {
        for good in ["Amazon.com", "Booking.com B.V.", "Node.js: a foundation"] {
            assert_eq!(name(good, 40), Ok(Some(good.to_owned())), "{good}");
        }
        for bad in [
            "evil.com?x=1",
            "evil.com:8080",
            "evil.com#a",
            "evil．com／x",
        ] {
            assert_eq!(name(bad, 40), Err(Problem::HasAddress), "{bad}");
        }
    }

    #[test]
    fn marks_are_not_piled_up() {
        let tower = |mark: &str, height| format!("A{}", mark.repeat(height));
        for bad in [
            tower("\u{0301}", 5),
            tower("\u{20dd}", 5),
            tower("\u{0e49}", 7),
            tower("\u{0301}", 100),
        ] {
            assert_eq!(line(&bad, 200), Err(Problem::Unprintable), "{bad:?}");
            assert_eq!(lines(&bad, 200), Err(Problem::Unprintable), "{bad:?}");
        }
    }

    #[test]
    fn what_does_not_show_is_refused() {
        for bad in [
            '\u{1d173}',
            '\u{1d17a}',
            '\u{1bca0}',
            '\u{2800}',
            '\u{fffc}',
            '\u{0600}',
            '\u{0605}',
            '\u{06dd}',
            '\u{e000}',
            '\u{f8ff}',
            '\u{f0000}',
            '\u{10fffd}',
            '\u{070f}',
            '\u{fff0}',
        ] {
            let named = format!("Ana{bad}");
            assert_eq!(line(&named, 40), Err(Problem::Unprintable), "{named:?}");
        }
    }

    #[test]
    fn real_names_pass() {
        for name in [
            "Nguyê\u{0303}n Thị Ngọc Ánh",
            "Nguye\u{0302}\u{0303}n",
            "שִׁמְשׁוֹן בֶּן־גּוּרְיוֹן",
            "बृहस्पति श्रीकृष्ण शर्मा",
            "प्रज्ञा क्षत्रिय ज़िंदगीँ",
            "น้ำทิพย์ กิตติ์ธนา",
            "བསོད་ནམས་རྒྱ་མཚོ་སྒྲོལ་མ",
            "མི་དབང་རྡོ་རྗེ་བརྒྱུད",
            "အောင်ဆန်းစုကြည် မျှော့လွှင့်",
            "ស្រីមុំ ស៊ីសុវត្ថិ",
            "مُحَمَّدٌ ٱلرَّحْمٰن",
            "Яросла\u{0301}в Їжакевич",
            "தமிழ்ச்செல்வி க்ஷேத்ரா",
            "শ্রীজাত বন্দ্যোপাধ্যায়",
            "ක්‍රිෂාන්ති ශ්‍රී",
            "Ὀδυσσεὺς ᾯδης",
            "김철수 山田太郎",
            "نمی\u{200c}خواهم",
        ] {
            assert!(person(name, 60).is_ok_and(|read| read.is_some()), "{name}");
        }
    }

    #[test]
    fn lines_keep_their_ends() {
        assert_eq!(lines(" a \r\n\r\n\r\nb ", 9), Ok(Some("a\n\nb".to_owned())));
    }
}
