//! Mail addresses.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

use super::form::Problem;

/// A mail address as typed, checked: `local@domain` (RFC 5321 §4.1.2 without quoted strings and
/// address literals; RFC 6531 for other scripts), the domain in its ASCII form (IDNA).
///
/// Does not show itself in `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Mailbox {
    local: String,
    domain: String,
}

impl Mailbox {
    /// Reads a typed address.
    pub fn parse(typed: &str) -> Result<Self, Problem> {
        let typed = typed.trim();
        let (local, domain) = typed.rsplit_once('@').ok_or(Problem::NotAnEmail)?;
        let local: String = local.nfc().collect();
        let domain = idna::domain_to_ascii_strict(domain).map_err(|_| Problem::NotAnEmail)?;
        let dotted = domain.split('.').count() > 1 && !domain.ends_with('.');
        let numeric = domain
            .rsplit('.')
            .next()
            .is_some_and(|tld| tld.parse::<u64>().is_ok());
        if typed.len() > 254 || !is_local(&local) || !dotted || numeric {
            return Err(Problem::NotAnEmail);
        }
        Ok(Self { local, domain })
    }

    /// The address to send to.
    #[must_use]
    pub fn address(&self) -> String {
        format!("{}@{}", self.local, self.domain)
    }

    /// The domain in ASCII, lower case.
    #[must_use]
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// The address by which one mailbox is known however it is written: case, sub-address and the
    /// habits of large providers are taken out. For tags only; never to send to.
    #[must_use]
    pub fn normalized(&self) -> String {
        let lower: String = self.local.nfkc().flat_map(char::to_lowercase).collect();
        let base = match lower.split_once('+') {
            Some((base, _)) if !base.is_empty() => base,
            _ => &lower,
        };
        match self.domain.as_str() {
            "gmail.com" | "googlemail.com" => format!("{}@gmail.com", base.replace('.', "")),
            "proton.me" | "protonmail.com" | "pm.me" => {
                format!("{}@proton.me", base.replace(['.', '-', '_'], ""))
            }
            "icloud.com" | "me.com" | "mac.com" => format!("{base}@icloud.com"),
            domain => format!("{base}@{domain}"),
        }
    }

    /// Whether the mailbox is at a provider where anybody gets one, so that its domain says
    /// nothing about whose it is.
    #[must_use]
    pub fn is_free_mail(&self) -> bool {
        super::free_mail::is_provider(&self.domain)
    }
}

impl fmt::Debug for Mailbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Mailbox(…)")
    }
}

/// Dot-atoms (RFC 5322 §3.2.3), with letters of any script.
fn is_local(local: &str) -> bool {
    let atom = |c: char| {
        c.is_ascii_alphanumeric()
            || "!#$%&'*+-/=?^_`{|}~.".contains(c)
            || (!c.is_ascii() && c.is_alphanumeric())
            || unicode_normalization::char::is_combining_mark(c)
    };
    (1..=64).contains(&local.len())
        && local.chars().all(atom)
        && local.split('.').all(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_addresses_of_any_script() {
        for (typed, sent) in [
            (" Ana.Gomez@Example.ORG ", "Ana.Gomez@example.org"),
            ("anna@bücher.example", "anna@xn--bcher-kva.example"),
            ("用户@例子.example", "用户@xn--fsqu00a.example"),
            ("o'neil+letters@a.example", "o'neil+letters@a.example"),
        ] {
            assert_eq!(Mailbox::parse(typed).unwrap().address(), sent);
        }
    }

    #[test]
    fn refuses_what_is_not_an_address() {
        for typed in [
            "",
            "@",
            "a",
            "a@",
            "@a.example",
            "a@b",
            "a b@c.example",
            "a@c.example\r\nBcc: d@e.example",
            "a\0@b.example",
            ".a@b.example",
            "a..b@c.example",
            "\"a\"@b.example",
            "a@[127.0.0.1]",
            "a@127.0.0.1",
            "a@-b.example",
            "a@b_c.example",
            "a<b@c.example",
            "a@b.example.",
        ] {
            assert_eq!(Mailbox::parse(typed), Err(Problem::NotAnEmail), "{typed:?}");
        }
        assert!(Mailbox::parse(&format!("{}@b.example", "a".repeat(65))).is_err());
    }

    #[test]
    fn one_mailbox_has_one_normal_form() {
        let normal = |typed| Mailbox::parse(typed).unwrap().normalized();
        assert_eq!(normal("A.n.a+x@GoogleMail.com"), normal("ana@gmail.com"));
        assert_eq!(normal("Ana+x@a.example"), "ana@a.example");
        assert_ne!(normal("a.na@a.example"), normal("ana@a.example"));
        assert_eq!(normal("+x@a.example"), "+x@a.example");
    }

    #[test]
    fn does_not_show_itself() {
        assert_eq!(
            format!("{:?}", Mailbox::parse("ana@a.example").unwrap()),
            "Mailbox(…)"
        );
    }
}
