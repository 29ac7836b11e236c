//! The host name of a letter.

use std::fmt;

use super::Domain;

/// The longest name, and the longest part of one (RFC 1035, section 2.3.4).
const LONGEST: usize = 253;
const LONGEST_LABEL: usize = 63;

/// A name that somebody can hold, in ASCII and lower case: no network address, no public suffix, no
/// port, no dot at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostName(String);

impl HostName {
    /// Reads what was typed or copied from an address bar. Other scripts become ASCII as browsers
    /// write them (UTS #46).
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        let bare = ["https://", "http://"]
            .iter()
            .find_map(|scheme| typed.strip_prefix(scheme))
            .unwrap_or(typed);
        let bare = bare.strip_suffix('/').unwrap_or(bare);
        let bare = bare.strip_suffix('.').unwrap_or(bare);
        // What the parser of URLs would take for something else, or decode.
        if bare.contains(|c: char| "/:@?#%\\".contains(c) || c.is_whitespace()) {
            return None;
        }
        let Ok(url::Host::Domain(host)) = url::Host::parse(bare) else {
            return None;
        };
        let whole = host.len() <= LONGEST && host.split('.').all(is_label);
        let name = Self(host);
        (whole && name.domain().is_some()).then_some(name)
    }

    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is a domain itself, with nothing before it: no alias can stand there (RFC 1034, section
    /// 3.6.2).
    #[must_use]
    pub fn is_apex(&self) -> bool {
        self.domain()
            .is_some_and(|domain| domain.registrable() == self.0)
    }

    /// The domain that it belongs to.
    #[must_use]
    pub fn domain(&self) -> Option<Domain> {
        Domain::of_host(&self.0)
    }
}

impl fmt::Display for HostName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Letters, digits and hyphens, with no hyphen at either end (RFC 1123, section 2.1).
fn is_label(label: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=LONGEST_LABEL).contains(&label.len())
        && label.bytes().all(plain)
        && !label.starts_with('-')
        && !label.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> Option<String> {
        HostName::parse(typed).map(|host| host.0)
    }

    #[test]
    fn names_are_read_as_browsers_write_them() {
        for (typed, host) in [
            ("cleanrivers.example", "cleanrivers.example"),
            (" https://Clean-Rivers.Example/ ", "clean-rivers.example"),
            ("www.cleanrivers.example.", "www.cleanrivers.example"),
            ("flüsse.example", "xn--flsse-lva.example"),
            ("أنهار.example", "xn--igbi4a8ef.example"),
            ("FLÜSSE.example", "xn--flsse-lva.example"),
            ("letters.localhost", "letters.localhost"),
        ] {
            assert_eq!(read(typed).as_deref(), Some(host), "{typed}");
        }
    }

    #[test]
    fn a_domain_itself_is_told_from_a_name_below() {
        let is_apex = |name| HostName::parse(name).unwrap().is_apex();
        assert!(is_apex("rivers.co.uk") && is_apex("rivers.example"));
        assert!(!is_apex("www.rivers.co.uk") && !is_apex("clean.rivers.example"));
    }

    #[test]
    fn what_nobody_can_hold_is_refused() {
        let long = format!("{}.example", "a".repeat(64));
        let longer = format!("{}example", "a.".repeat(130));
        for typed in [
            "",
            ".",
            "localhost",
            "example",
            "co.uk",
            "github.io",
            "127.0.0.1",
            "0x7f.1",
            "[::1]",
            "2130706433",
            "cleanrivers.example:8443",
            "cleanrivers.example/letters",
            "https://me@cleanrivers.example",
            "clean rivers.example",
            "clean_rivers.example",
            "-clean.example",
            "clean-.example",
            "clean..example",
            "a.example, b.example",
            "*.cleanrivers.example",
            "cleanrivers.example%2e",
            "xn--a.example",
            "cleanrivers.example\u{202e}",
            &long,
            &longer,
        ] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }
}
