//! Addresses as SMTP wants them.

use lettre::Address;

/// Why an address cannot be written to. It never repeats the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// No `@`, a bad local part or a bad domain.
    #[error("the mail address is malformed")]
    Malformed,
    /// Longer than a path may be (RFC 5321, section 4.5.3.1).
    #[error("the mail address is too long")]
    TooLong,
    /// An IP address in place of a domain.
    #[error("the mail address has no domain name")]
    NoDomain,
}

/// Longest local part in octets (RFC 5321, section 4.5.3.1.1).
const MAX_LOCAL: usize = 64;
/// Longest address in octets: the longest path without its angle brackets.
const MAX_ADDRESS: usize = 254;

/// Parses an address; its domain becomes A-labels (RFC 5890), so that only a local part beyond
/// ASCII needs SMTPUTF8 (RFC 6531).
///
/// # Errors
///
/// [`AddressError`], if no mail server could be asked to take it.
pub(super) fn parse(address: &str) -> Result<Address, AddressError> {
    if address.chars().any(char::is_control) {
        return Err(AddressError::Malformed);
    }
    let (local, domain) = address.rsplit_once('@').ok_or(AddressError::Malformed)?;
    if domain.starts_with('[') || domain.parse::<std::net::IpAddr>().is_ok() {
        return Err(AddressError::NoDomain);
    }
    let domain = idna::domain_to_ascii(domain).map_err(|_| AddressError::Malformed)?;
    if local.len() > MAX_LOCAL || local.len() + 1 + domain.len() > MAX_ADDRESS {
        return Err(AddressError::TooLong);
    }
    Address::new(local, domain).map_err(|_| AddressError::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_become_a_labels() {
        for (given, sent) in [
            ("ana@example.org", "ana@example.org"),
            ("Ana.B+c@EXAMPLE.org", "Ana.B+c@example.org"),
            ("jürgen@bücher.example", "jürgen@xn--bcher-kva.example"),
            ("用户@例子.example", "用户@xn--fsqu00a.example"),
            ("\"john doe\"@example.org", "\"john doe\"@example.org"),
            ("o'hara@example.org", "o'hara@example.org"),
            ("\"a@b\"@example.org", "\"a@b\"@example.org"),
        ] {
            assert_eq!(
                parse(given).map(|address| address.to_string()),
                Ok(sent.to_owned())
            );
        }
    }

    #[test]
    fn what_cannot_be_written_to_is_refused() {
        for bad in [
            "",
            "@",
            "nobody",
            "a@",
            "@b.example",
            "a b@example.org",
            "a@ex ample.org",
            "a@-b.example",
            "a@b..example",
            "a@example.org\r\nRCPT TO:<b@example.org>",
            "a\r\n@example.org",
            "\"a\r\nb\"@example.org",
            "a\0@example.org",
            "a@example.org>",
            "<a@example.org",
            "a@example.org, b@example.org",
            "a@xn--.example",
        ] {
            assert!(parse(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn ip_addresses_are_no_domains() {
        for bad in ["a@[127.0.0.1]", "a@127.0.0.1", "a@[IPv6:::1]"] {
            assert_eq!(parse(bad), Err(AddressError::NoDomain), "{bad}");
        }
    }

    #[test]
    fn lengths_are_limited_in_octets() {
        let longest = "é".repeat(32);
        assert!(parse(&format!("{longest}@example.org")).is_ok());
        assert_eq!(
            parse(&format!("{longest}a@example.org")),
            Err(AddressError::TooLong)
        );
        let domain = format!("{}.example", ["a"; 120].join("."));
        assert_eq!(
            parse(&format!("abcdefgh@{domain}")).map(|_| ()),
            Err(AddressError::TooLong)
        );
    }
}
