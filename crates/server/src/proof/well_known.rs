//! The file on a web site.

use hyper::StatusCode;
use url::{Host, Url};

use super::https::Reply;
use super::{Absence, Found, Obstacle, Outcome, Proofs, file_address, found};
use crate::model::Domain;

/// The most bytes of a file that are read.
const FILE: usize = 4096;
/// The most redirects that are followed.
const REDIRECTS: usize = 2;

impl Proofs {
    /// Whether the file of `domain` has this line.
    pub(super) async fn in_file(&self, domain: &Domain, line: &str) -> Found<()> {
        let nowhere = Outcome::Unreachable(Obstacle::Redirects);
        let mut at = Url::parse(&file_address(domain)).map_err(|_| nowhere)?;
        for _ in 0..=REDIRECTS {
            let reply = self.fetch(&at).await?;
            match reply.status {
                StatusCode::OK => return is_in(&reply, line),
                StatusCode::NOT_FOUND | StatusCode::GONE => {
                    return Err(Outcome::Absent(Absence::Nothing));
                }
                StatusCode::MOVED_PERMANENTLY
                | StatusCode::FOUND
                | StatusCode::SEE_OTHER
                | StatusCode::TEMPORARY_REDIRECT
                | StatusCode::PERMANENT_REDIRECT => at = follow(&at, &reply, domain)?,
                _ => return Err(Outcome::Unreachable(Obstacle::Status)),
            }
        }
        Err(nowhere)
    }

    async fn fetch(&self, at: &Url) -> Found<Reply> {
        let host = at.host_str().unwrap_or_default();
        let addresses = self.dns.addresses(host).await?;
        self.guard.pass(&addresses)?;
        let path = &at[url::Position::BeforePath..url::Position::AfterQuery];
        self.https.get((host, &addresses), path, FILE).await
    }
}

/// Where a redirect leads: over HTTPS, on its own port, to a name of whoever registered the domain.
fn follow(from: &Url, reply: &Reply, domain: &Domain) -> Found<Url> {
    let elsewhere = Outcome::Absent(Absence::Elsewhere);
    let to = reply.location().and_then(|to| from.join(to).ok());
    let to = to.ok_or(Outcome::Unreachable(Obstacle::Redirects))?;
    let kin = matches!(to.host(), Some(Host::Domain(host)) if domain.is_kin_of(host));
    let plain = to.username().is_empty() && to.password().is_none() && to.port().is_none();
    if to.scheme() == "https" && kin && plain {
        Ok(to)
    } else {
        Err(elsewhere)
    }
}

/// Whether one of a file's lines is this one.
fn is_in(reply: &Reply, line: &str) -> Found<()> {
    let text = String::from_utf8_lossy(&reply.body);
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    if lines.any(|read| read.trim() == line) {
        Ok(())
    } else if reply.cut {
        Err(Outcome::Absent(Absence::TooLong))
    } else {
        found(false, !text.trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use hyper::header::LOCATION;

    use super::*;

    fn reply(body: &str, cut: bool, location: Option<&str>) -> Reply {
        let field = |to: &str| (LOCATION, to.parse().unwrap());
        Reply {
            status: StatusCode::OK,
            fields: location.map(field).into_iter().collect(),
            body: body.into(),
            cut,
        }
    }

    #[test]
    fn one_line_of_the_file_is_enough() {
        let line = "undersigned=abc";
        let look = |body: &str, cut| is_in(&reply(body, cut, None), line);
        for body in [
            "undersigned=abc",
            "undersigned=xyz\r\n  undersigned=abc \r\n",
            "\u{feff}undersigned=abc\n",
        ] {
            assert_eq!(look(body, false), Ok(()), "{body:?}");
        }
        for (body, absence) in [
            ("", Absence::Nothing),
            ("undersigned=abcd\n", Absence::Other),
            ("# undersigned=abc", Absence::Other),
        ] {
            assert_eq!(look(body, false), Err(Outcome::Absent(absence)), "{body:?}");
        }
        assert_eq!(look("<html>", true), Err(Outcome::Absent(Absence::TooLong)));
    }

    #[test]
    fn redirects_stay_with_whoever_registered_the_domain() {
        let domain = Domain::of_host("a.co.uk").unwrap();
        let from = Url::parse(&file_address(&domain)).unwrap();
        let to = |location| follow(&from, &reply("", false, Some(location)), &domain);
        for location in [
            "/u.txt",
            "https://www.a.co.uk/x",
            "//a.co.uk/?y",
            "HTTPS://A.CO.UK:443/",
        ] {
            assert!(to(location).is_ok(), "{location}");
        }
        for location in [
            "http://a.co.uk/",
            "https://b.co.uk/",
            "https://co.uk/",
            "https://a.co.uk:8443/",
            "https://a@a.co.uk/",
            "https://127.0.0.1/",
            "https://[::1]/",
            "https://a.co.uk.b.example/",
            "ftp://a.co.uk/",
            "javascript:alert(1)",
        ] {
            assert_eq!(
                to(location),
                Err(Outcome::Absent(Absence::Elsewhere)),
                "{location}"
            );
        }
    }
}
