//! The domain of a web site, which only who holds it can put things at.

/// The host of a web site, less `www.`, in ASCII and lower case: never a public suffix, such as
/// `co.uk` or `github.io`, below which anybody gets a name (<https://publicsuffix.org>).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Domain(String);

impl Domain {
    /// The domain of a URL's host. None where the host has no owner of its own.
    #[must_use]
    pub fn of_host(host: &str) -> Option<Self> {
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        registrable(&host)?;
        let bare = host
            .strip_prefix("www.")
            .filter(|bare| registrable(bare).is_some());
        Some(Self(bare.unwrap_or(&host).to_owned()))
    }

    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part that somebody registered: the public suffix and one name before it.
    #[must_use]
    pub fn registrable(&self) -> &str {
        registrable(&self.0).unwrap_or(&self.0)
    }

    /// Whether a URL's host belongs to whoever registered this domain.
    #[must_use]
    pub fn is_kin_of(&self, host: &str) -> bool {
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        registrable(&host) == Some(self.registrable())
    }
}

fn registrable(host: &str) -> Option<&str> {
    psl::domain_str(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(host: &str) -> Option<String> {
        Domain::of_host(host).map(|domain| domain.0)
    }

    #[test]
    fn a_domain_is_the_host_less_www() {
        assert_eq!(of("www.A.example.").as_deref(), Some("a.example"));
        assert_eq!(of("shop.a.co.uk").as_deref(), Some("shop.a.co.uk"));
        assert_eq!(of("www.com").as_deref(), Some("www.com"));
        assert_eq!(
            of("xn--bcher-kva.example").as_deref(),
            Some("xn--bcher-kva.example")
        );
    }

    #[test]
    fn nobody_holds_a_public_suffix() {
        for host in ["com", "co.uk", "github.io", "example", "", "."] {
            assert_eq!(of(host), None, "{host}");
        }
    }

    #[test]
    fn kin_is_what_one_holder_registered() {
        let domain = Domain::of_host("www.a.co.uk").unwrap();
        assert!(domain.is_kin_of("a.co.uk") && domain.is_kin_of("x.y.a.co.uk"));
        assert!(!domain.is_kin_of("b.co.uk") && !domain.is_kin_of("co.uk"));
        let page = Domain::of_host("a.github.io").unwrap();
        assert!(!page.is_kin_of("b.github.io") && !page.is_kin_of("github.io"));
    }
}
