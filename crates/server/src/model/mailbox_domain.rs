//! The domain of an individual's mailbox, where they choose to show it in support of an affiliation.

use undersigned_record::domain::is_domain;
use unicode_security::MixedScript;
use unicode_security::confusable_detection::skeleton;

use super::{DisposableMail, Domain, Mailbox};

/// What may be shown of a mailbox: nothing where anybody gets one at its domain, or throws one away.
#[must_use]
pub fn of(mailbox: &Mailbox, disposable: &DisposableMail) -> Option<String> {
    let domain = mailbox.domain();
    let says_something = !mailbox.is_free_mail()
        && !disposable.has(mailbox)
        && Domain::of_host(domain).is_some()
        && is_domain(domain);
    says_something.then(|| domain.to_owned())
}

/// A domain as it is read. What isn't ASCII is shown in its own letters only where these are of one script and
/// look like no ASCII, and then with the ASCII form beside it, which can't be mistaken (UTS #46, UTS #39).
#[must_use]
pub fn readable(domain: &str) -> String {
    let labels: Vec<String> = domain.split('.').map(label).collect();
    let read = labels.join(".");
    match read == domain {
        true => read,
        false => format!("{read} ({domain})"),
    }
}

fn label(ascii: &str) -> String {
    let (own, read) = idna::domain_to_unicode(ascii);
    let honest = read.is_ok()
        && own.is_single_script()
        && !skeleton(&own).all(|c| c.is_ascii())
        && idna::domain_to_ascii_strict(&own).is_ok_and(|back| back == ascii);
    if honest { own } else { ascii.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_says_something_is_shown() {
        let list = DisposableMail::parse("trash.example").unwrap();
        let of = |typed| of(&Mailbox::parse(typed).unwrap(), &list);
        assert_eq!(of("ana@Uni-X.example").as_deref(), Some("uni-x.example"));
        assert_eq!(
            of("ana@cs.uni-x.example").as_deref(),
            Some("cs.uni-x.example")
        );
        for nothing in [
            "ana@gmail.com",
            "ana@x.gmail.com",
            "ana@mailinator.com",
            "ana@a.trash.example",
            "ana@co.uk",
            "ana@github.io",
        ] {
            assert_eq!(of(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn no_domain_is_taken_for_another() {
        let ascii = |typed: &str| {
            Mailbox::parse(&format!("x@{typed}"))
                .unwrap()
                .domain()
                .to_owned()
        };
        assert_eq!(readable("uni-x.example"), "uni-x.example");
        let shown = readable(&ascii("b\u{fc}cher.example"));
        assert_eq!(shown, "b\u{fc}cher.example (xn--bcher-kva.example)");
        // All Cyrillic, and reads as apple; Cyrillic among Latin; Greek omicron among Latin.
        for forged in [
            "\u{430}\u{440}\u{440}\u{4cf}\u{435}.example",
            "p\u{430}ypal.example",
            "g\u{3bf}ogle.example",
        ] {
            let ascii = ascii(forged);
            assert_eq!(readable(&ascii), ascii, "{forged}");
        }
        assert_eq!(readable("xn--a.example"), "xn--a.example", "no IDNA");
        let arabic = ascii("\u{645}\u{62b}\u{627}\u{644}.example");
        assert!(readable(&arabic).starts_with('\u{645}'));
    }
}
