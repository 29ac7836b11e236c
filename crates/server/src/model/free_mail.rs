//! Providers where anybody gets a mailbox.

use std::sync::LazyLock;

/// Their domains, sorted.
static PROVIDERS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let lines = include_str!("../../data/free-mail.txt").lines();
    lines.filter(|line| !line.starts_with('#')).collect()
});

/// Whether `domain` (in lower case, ASCII) is a provider's, or below one of them.
pub(super) fn is_provider(domain: &str) -> bool {
    is_listed(&PROVIDERS, domain)
}

/// Whether `domain` is on a sorted list, or below a domain that is.
pub(super) fn is_listed<T: AsRef<str>>(list: &[T], domain: &str) -> bool {
    let mut rest = domain;
    loop {
        if list.binary_search_by(|one| one.as_ref().cmp(rest)).is_ok() {
            return true;
        }
        let Some((_, parent)) = rest.split_once('.') else {
            return false;
        };
        rest = parent;
    }
}

#[cfg(test)]
mod tests {
    use super::{PROVIDERS, is_provider};

    #[test]
    fn the_list_is_sorted() {
        assert!(PROVIDERS.len() > 10_000 && PROVIDERS.is_sorted());
    }

    #[test]
    fn providers_of_every_country_are_known() {
        let everywhere = "gmail.com yahoo.fr hotmail.fr outlook.es yahoo.co.uk hotmail.co.uk orange.fr \
                          ymail.com web.de mail.ru 163.com mail.riseup.net";
        for domain in everywhere.split_whitespace() {
            assert!(is_provider(domain), "{domain}");
        }
        for domain in [
            "a.example",
            "com",
            "",
            "notgmail.com",
            "gmail.com.a.example",
        ] {
            assert!(!is_provider(domain), "{domain}");
        }
    }
}
