//! Whom mails come from, and which addresses they leave from, as receivers see it.

use std::net::IpAddr;

use super::{Point, Subject, is_absent, unanswered};
use crate::mail::{Sender, SmtpSettings};
use crate::model::Domain;
use crate::proof::is_public;

/// The sender of mails.
pub(super) struct Sending<'a> {
    pub(super) settings: &'a SmtpSettings,
    pub(super) sender: Sender,
}

/// Addresses that mails leave from, and how that is known.
pub(super) struct Leaving {
    pub(super) addresses: Vec<IpAddr>,
    pub(super) whence: Whence,
}

/// How it is known where mails leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Whence {
    /// The configuration says so.
    Told,
    /// They are those of the mail server, which is the sender's own.
    Own(String),
    /// They are those of a mail server that is somebody else's, and may have others.
    Foreign(String),
    /// The mail server is on this machine, and so its addresses are taken to be the site's.
    Site(String),
}

impl<'a> Sending<'a> {
    /// Where mail is configured; else, what to say of a part that needs it.
    pub(super) fn of(of: &'a Subject) -> Result<Self, Vec<Point>> {
        let Some(settings) = &of.config.mail else {
            return Err(vec![Point::not_needed(
                "no mail server is configured: see above",
            )]);
        };
        match settings.sender() {
            Ok(sender) => Ok(Self { settings, sender }),
            Err(error) => Err(vec![
                Point::wrong(error.to_string()).mend("Correct it in undersigned.toml."),
            ]),
        }
    }

    /// The addresses that mails leave from; else, why nobody knows.
    pub(super) async fn leaving(&self, of: &Subject) -> Result<Leaving, Vec<Point>> {
        let told = &of.config.doctor.sends_from;
        if !told.is_empty() {
            let addresses = told.clone();
            return Ok(Leaving {
                addresses,
                whence: Whence::Told,
            });
        }
        let (host, whence) = self.host(of)?;
        let addresses = match host.parse() {
            Ok(address) => vec![address],
            Err(_) => match of.dns.addresses(&host).await {
                Ok(addresses) => addresses,
                Err(outcome) if is_absent(outcome) => {
                    let point = Point::wrong(format!("{host} has no address"));
                    return Err(vec![
                        point
                            .mend("Give it one in DNS:")
                            .copy(format_args!("{host}.  A  ADDRESS")),
                    ]);
                }
                Err(_) => return Err(vec![unanswered(&host)]),
            },
        };
        match addresses.iter().find(|address| !is_public(**address)) {
            Some(inner) => Err(vec![not_known(&format!(
                "{host} has the address {inner}, which is not what receivers see"
            ))]),
            None => Ok(Leaving { addresses, whence }),
        }
    }

    fn host(&self, of: &Subject) -> Result<(String, Whence), Vec<Point>> {
        let host = self.settings.host.clone();
        if self.settings.is_loopback() {
            return match of.site_name() {
                Some(site) => Ok((site.clone(), Whence::Site(site))),
                None => Err(vec![not_known("the mail server is on this machine")]),
            };
        }
        let domain = Domain::of_host(self.sender.domain());
        let own = domain.is_some_and(|domain| domain.is_kin_of(&host));
        let whence = if own { Whence::Own } else { Whence::Foreign };
        Ok((host.clone(), whence(host)))
    }
}

impl Leaving {
    /// What of SPF names these addresses.
    pub(super) fn mechanism(&self) -> String {
        match &self.whence {
            Whence::Told => {
                let term = |address: &IpAddr| match address {
                    IpAddr::V4(address) => format!("ip4:{address}"),
                    IpAddr::V6(address) => format!("ip6:{address}"),
                };
                let terms: Vec<_> = self.addresses.iter().map(term).collect();
                terms.join(" ")
            }
            Whence::Own(host) | Whence::Foreign(host) | Whence::Site(host) => match host.parse() {
                Ok(IpAddr::V4(address)) => format!("ip4:{address}"),
                Ok(IpAddr::V6(address)) => format!("ip6:{address}"),
                Err(_) => format!("a:{host}"),
            },
        }
    }

    /// The addresses in words.
    pub(super) fn listed(&self) -> String {
        let listed: Vec<_> = self.addresses.iter().map(IpAddr::to_string).collect();
        listed.join(", ")
    }
}

fn not_known(why: &str) -> Point {
    Point::not_checked(format!("{why}: where mails leave from is not known"))
        .mend("Name the addresses that mails leave from in undersigned.toml:")
        .copy("[doctor]")
        .copy("sends_from = [\"ADDRESS\"]")
}
