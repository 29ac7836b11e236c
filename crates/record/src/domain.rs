//! Domains of mailboxes, in the one form that an opening may have them in.

/// Whether `text` is a domain in ASCII and lower case, as IDNA makes it: two or more labels of `a`–`z`, `0`–`9` and
/// `-`, none of which begins or ends with `-` or has more than 63 characters; 253 in all at most. The last has a letter,
/// so that no network address is one.
#[must_use]
pub fn is_domain(text: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(plain)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let last = text.rsplit('.').next().unwrap_or_default();
    text.len() <= 253
        && text.contains('.')
        && text.split('.').all(label)
        && last.bytes().any(|b| b.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::is_domain;

    #[test]
    fn domains_are_in_ascii_and_dotted() {
        let long = format!("{}.example", "a".repeat(63));
        for good in [
            "uni-x.example",
            "xn--bcher-kva.example",
            "a.b.c",
            "1.a",
            &long,
        ] {
            assert!(is_domain(good), "{good}");
        }
        let (label, whole) = (
            format!("{}.example", "a".repeat(64)),
            "a.".repeat(126) + "aa",
        );
        for bad in [
            "",
            ".",
            "example",
            "Uni-x.example",
            "uni x.example",
            "b\u{fc}cher.example",
            "a..example",
            "a.example.",
            ".a.example",
            "-a.example",
            "a-.example",
            "a_b.example",
            "ana@a.example",
            "127.0.0.1",
            &label,
            &whole,
        ] {
            assert!(!is_domain(bad), "{bad}");
        }
    }
}
