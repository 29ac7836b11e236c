//! What people type, made safe to show: one line or several, no control or override characters.

use unicode_normalization::UnicodeNormalization;

use super::form::Problem;

/// Trims, composes (NFC) and checks one line of at most `max` characters. `None` where nothing
/// was typed.
pub(super) fn line(raw: &str, max: u32) -> Result<Option<String>, Problem> {
    if raw.chars().any(is_hidden) || has_stray_joiner(raw) {
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
    if raw.chars().any(|c| c != '\n' && is_hidden(c)) || has_stray_joiner(&raw) {
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

/// A line that says what somebody is: has no address of a web page, because it is mailed.
pub(super) fn role(raw: &str, max: u32) -> Result<Option<String>, Problem> {
    let role = line(raw, max)?;
    match &role {
        Some(role) if has_address(role) => Err(Problem::HasAddress),
        _ => Ok(role),
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

/// Whether a word is, or a mail program would make it, a link.
fn has_address(line: &str) -> bool {
    line.to_lowercase().split_whitespace().any(|word| {
        let path = word
            .split_once('/')
            .is_some_and(|(host, _)| host.contains('.'));
        path || word.contains("://") || word.contains("www.") || word.starts_with("http:")
    })
}

/// A line that names somebody: has a letter and no address of a web page.
pub(super) fn name(raw: &str, max: u32) -> Result<Option<String>, Problem> {
    let Some(name) = role(raw, max)? else {
        return Ok(None);
    };
    if !name.chars().any(char::is_alphanumeric) {
        return Err(Problem::NotAName);
    }
    Ok(Some(name))
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

/// Control characters, overrides and isolates of direction, and other characters that change how
/// their neighbours look without showing themselves. The joiners that Persian and Indic scripts
/// need (U+200C, U+200D) are not among them.
fn is_hidden(c: char) -> bool {
    match c {
        '\t' => false,
        '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}'
        | '\u{17b5}' => true,
        '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{3164}' => true,
        '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' => true,
        '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' => true,
        '\u{e0000}'..='\u{e0fff}' => true,
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
    fn lines_keep_their_ends() {
        assert_eq!(lines(" a \r\n\r\n\r\nb ", 9), Ok(Some("a\n\nb".to_owned())));
    }
}
