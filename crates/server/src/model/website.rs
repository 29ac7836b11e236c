//! The web site of an organization or company.

use super::Domain;
use super::form::Problem;
use super::mailbox::Mailbox;

/// An `http` or `https` address with a public-looking host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Website(url::Url);

impl Website {
    /// Reads what was typed; `https://` is understood where no scheme is given.
    pub fn parse(typed: &str) -> Result<Self, Problem> {
        let typed = typed.trim();
        let full = if typed.contains("://") {
            typed.to_owned()
        } else {
            format!("https://{typed}")
        };
        let url = url::Url::parse(&full).map_err(|_| Problem::NotAWebsite)?;
        let dotted = matches!(url.host(), Some(url::Host::Domain(host)) if host.trim_end_matches('.').contains('.'));
        let plain = url.username().is_empty() && url.password().is_none() && url.port().is_none();
        let hidden = typed.chars().any(|c| c.is_control() || c.is_whitespace());
        let web = matches!(url.scheme(), "http" | "https");
        if dotted && plain && web && !hidden && url.as_str().len() <= 200 {
            Ok(Self(url))
        } else {
            Err(Problem::NotAWebsite)
        }
    }

    /// The address, without a lone `/` at its end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let whole = self.0.as_str();
        if self.0.path() == "/" && self.0.query().is_none() && self.0.fragment().is_none() {
            whole.trim_end_matches('/')
        } else {
            whole
        }
    }

    /// What names the site however it is written: no scheme, no `www.`, no `/` at the end.
    #[must_use]
    pub fn bare(&self) -> &str {
        let whole = self.as_str();
        let bare = whole.split_once("://").map_or(whole, |(_, rest)| rest);
        bare.strip_prefix("www.")
            .unwrap_or(bare)
            .trim_end_matches('/')
    }

    /// Its domain; none where its host has no owner of its own, such as a public suffix.
    #[must_use]
    pub fn domain(&self) -> Option<Domain> {
        Domain::of_host(self.0.host_str()?)
    }

    /// Whether `mailbox` is at this site's own domain: the host less `www.`, or the part of it that
    /// somebody registered. Hosts of providers where anybody gets a mailbox prove nothing.
    #[must_use]
    pub fn is_home_of(&self, mailbox: &Mailbox) -> bool {
        let home =
            |domain: Domain| [domain.as_str(), domain.registrable()].contains(&mailbox.domain());
        !mailbox.is_free_mail() && self.domain().is_some_and(home)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_site_is_known_however_it_is_written() {
        let bare = |typed| Website::parse(typed).unwrap().bare().to_owned();
        assert_eq!(bare("http://www.A.example/"), bare("a.example"));
        assert_eq!(bare("a.example/b/"), "a.example/b");
    }

    #[test]
    fn reads_sites() {
        assert_eq!(
            Website::parse("a.example").unwrap().as_str(),
            "https://a.example"
        );
        assert_eq!(
            Website::parse("http://a.example/x?y").unwrap().as_str(),
            "http://a.example/x?y"
        );
        for bad in [
            "",
            "a",
            "javascript:alert(1)",
            "ftp://a.example",
            "https://u:p@a.example",
            "https://127.0.0.1",
            "https://a.example:8080",
            "https://a .example",
            "data://a.example",
        ] {
            assert!(Website::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn knows_its_own_mailboxes() {
        let site = Website::parse("https://www.a.example").unwrap();
        assert!(site.is_home_of(&Mailbox::parse("x@a.example").unwrap()));
        assert!(!site.is_home_of(&Mailbox::parse("x@b.a.example").unwrap()));
        let below = Website::parse("https://news.a.example").unwrap();
        assert!(below.is_home_of(&Mailbox::parse("x@a.example").unwrap()));
        let neighbour = Website::parse("https://a.github.io").unwrap();
        assert!(!neighbour.is_home_of(&Mailbox::parse("x@github.io").unwrap()));
        assert!(!neighbour.is_home_of(&Mailbox::parse("x@b.github.io").unwrap()));
        let provider = Website::parse("https://gmail.com").unwrap();
        assert!(!provider.is_home_of(&Mailbox::parse("x@gmail.com").unwrap()));
    }
}
