//! Providers whose mailboxes are thrown away after use.

use std::sync::LazyLock;

use super::free_mail::is_listed;

/// Their domains, sorted.
static PROVIDERS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let lines = include_str!("../../data/disposable-mail.txt").lines();
    lines.filter(|line| !line.starts_with('#')).collect()
});

/// Whether `domain` (in lower case, ASCII) is a provider's, or below one of them.
pub(super) fn is_provider(domain: &str) -> bool {
    is_listed(&PROVIDERS, domain)
}

#[cfg(test)]
mod tests {
    use super::{PROVIDERS, is_provider};

    #[test]
    fn the_list_is_sorted_and_lasting_mailboxes_are_not_on_it() {
        assert!(PROVIDERS.len() > 10_000 && PROVIDERS.is_sorted());
        for domain in ["mailinator.com", "x.mailinator.com", "yopmail.com"] {
            assert!(is_provider(domain), "{domain}");
        }
        for domain in [
            "gmail.com",
            "proton.me",
            "riseup.net",
            "com",
            "",
            "a.example",
        ] {
            assert!(!is_provider(domain), "{domain}");
        }
    }
}
