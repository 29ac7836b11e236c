//! Providers whose mailboxes are thrown away after use.

use std::sync::LazyLock;

use super::Mailbox;
use super::free_mail::is_listed;

/// Their domains, sorted.
static PROVIDERS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let lines = include_str!("../../data/disposable-mail.txt").lines();
    lines.filter(|line| !line.starts_with('#')).collect()
});

/// The list that comes with the program, as an operator changed it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DisposableMail {
    /// Sorted.
    added: Vec<String>,
    /// Sorted.
    spared: Vec<String>,
}

/// A line that is no domain, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {0} is no domain like mail.example")]
pub struct NoDomain(pub usize);

impl DisposableMail {
    /// Reads an operator's list: a domain a line, which counts with those below it. `!` before one takes it off
    /// the list that comes with the program; empty lines and what follows `#` mean nothing.
    pub fn parse(text: &str) -> Result<Self, NoDomain> {
        let mut list = Self::default();
        for (line, number) in text.lines().zip(1..) {
            let line = line.split('#').next().unwrap_or_default().trim();
            if line.is_empty() {
                continue;
            }
            let (kept, typed) = match line.strip_prefix('!') {
                Some(typed) => (&mut list.spared, typed.trim()),
                None => (&mut list.added, line),
            };
            let mailbox = Mailbox::parse(&format!("x@{typed}")).map_err(|_| NoDomain(number))?;
            kept.push(mailbox.domain().to_owned());
        }
        list.added.sort_unstable();
        list.spared.sort_unstable();
        Ok(list)
    }

    /// Whether a mailbox is one to be thrown away. What the operator spares is not, whatever else is said of it.
    #[must_use]
    pub fn has(&self, mailbox: &Mailbox) -> bool {
        let domain = mailbox.domain();
        !is_listed(&self.spared, domain)
            && (is_listed(&PROVIDERS, domain) || is_listed(&self.added, domain))
    }
}

#[cfg(test)]
mod tests {
    use super::{DisposableMail, NoDomain, PROVIDERS};
    use crate::model::Mailbox;

    fn has(list: &DisposableMail, domain: &str) -> bool {
        list.has(&Mailbox::parse(&format!("x@{domain}")).unwrap())
    }

    #[test]
    fn the_list_is_sorted_and_lasting_mailboxes_are_not_on_it() {
        assert!(PROVIDERS.len() > 10_000 && PROVIDERS.is_sorted());
        let list = DisposableMail::default();
        for domain in ["mailinator.com", "x.mailinator.com", "yopmail.com"] {
            assert!(has(&list, domain), "{domain}");
        }
        for domain in ["gmail.com", "proton.me", "riseup.net", "a.example"] {
            assert!(!has(&list, domain), "{domain}");
        }
    }

    #[test]
    fn an_operator_adds_domains_and_takes_them_off() {
        let typed = "# ours\n\nTrash.example  # new\n!yopmail.com\n b\u{fc}cher.example\n! ok.trash.example\n";
        let list = DisposableMail::parse(typed).unwrap();
        for domain in [
            "trash.example",
            "x.trash.example",
            "xn--bcher-kva.example",
            "mailinator.com",
        ] {
            assert!(has(&list, domain), "{domain}");
        }
        for domain in [
            "yopmail.com",
            "x.yopmail.com",
            "ok.trash.example",
            "a.example",
        ] {
            assert!(!has(&list, domain), "{domain}");
        }
        assert_eq!(
            DisposableMail::parse("a.example\nno domain\n"),
            Err(NoDomain(2))
        );
        assert_eq!(DisposableMail::parse(""), Ok(DisposableMail::default()));
    }
}
