//! Links in the plain text of a mail.

/// All `http` and `https` links of a plain text, in order, as a mail program would make them
/// clickable: up to the next space or bracket, without punctuation that ends a sentence.
#[must_use]
pub fn links(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = next_start(rest) {
        let tail = &rest[start..];
        let end = tail.find(ends_link).unwrap_or(tail.len());
        let link = tail[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']);
        if link.len() > "https://".len() {
            found.push(link.to_owned());
        }
        rest = &tail[end.max(1)..];
    }
    found
}

fn next_start(text: &str) -> Option<usize> {
    [text.find("http://"), text.find("https://")]
        .into_iter()
        .flatten()
        .min()
}

fn ends_link(c: char) -> bool {
    // Isolates surround a link in right-to-left text; they are no part of it.
    let isolate = ('\u{2066}'..='\u{2069}').contains(&c);
    let mark = matches!(c, '\u{200e}' | '\u{200f}' | '،' | '؛' | '؟');
    c.is_whitespace() || c.is_control() || isolate || mark || "<>\"()[]{}".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_links_as_a_mail_program_would() {
        let text = "Open <https://demo.example/c/abc?x=1&y=2>.\nOr http://127.0.0.1:8080/confirm/Z_-9, please.";
        assert_eq!(
            links(text),
            [
                "https://demo.example/c/abc?x=1&y=2",
                "http://127.0.0.1:8080/confirm/Z_-9"
            ]
        );
    }

    #[test]
    fn isolates_and_arabic_punctuation_end_a_link() {
        assert_eq!(
            links("افتح \u{2068}https://demo.example/a\u{2069}، ثم https://demo.example/b؟"),
            ["https://demo.example/a", "https://demo.example/b"]
        );
    }

    #[test]
    fn a_text_without_links_has_none() {
        assert!(links("No link here. http:// https://").is_empty());
    }
}
