//! Where mails come back to: a domain whose mail nobody takes looks like a forger's.

use super::sending::Sending;
use super::{Point, Subject, is_absent, unanswered};

pub(super) async fn look(of: &Subject) -> Vec<Point> {
    let sending = match Sending::of(of) {
        Ok(sending) => sending,
        Err(points) => return points,
    };
    let domain = sending.sender.return_domain();
    let hosts = match of.dns.exchangers(domain).await {
        Ok(hosts) => hosts,
        Err(outcome) if is_absent(outcome) => Vec::new(),
        Err(_) => return vec![unanswered(&format!("MX of {domain}"))],
    };
    if hosts.iter().any(|host| host == ".") {
        return vec![nobody(
            &sending,
            format!("{domain} says that it takes no mail (MX .)"),
        )];
    }
    for host in hosts
        .iter()
        .map(String::as_str)
        .chain(fallback(&hosts, domain))
    {
        match of.dns.addresses(host).await {
            Ok(_) => return vec![Point::good(format!("mails to {domain} go to {host}"))],
            Err(outcome) if !is_absent(outcome) => return vec![unanswered(host)],
            Err(_) => {}
        }
    }
    let seen = match hosts.first() {
        Some(host) => format!("mails to {domain} go to {host}, which has no address"),
        None => format!("{domain} takes no mail: it has no MX record"),
    };
    vec![nobody(&sending, seen)]
}

/// Without an MX record the domain itself is asked (RFC 5321, section 5.1).
fn fallback<'a>(hosts: &[String], domain: &'a str) -> Option<&'a str> {
    hosts.is_empty().then_some(domain)
}

/// With an address for bounces they are lost; without, receivers take it amiss.
fn nobody(sending: &Sending<'_>, seen: String) -> Point {
    let point = match sending.settings.bounces {
        Some(_) => Point::wrong(format!("{seen}; mails that come back are lost")),
        None => Point::warning(seen),
    };
    point
        .mend("Publish in DNS, with the mail server that takes what comes back:")
        .copy(format_args!(
            "{}.  MX  10 {}.",
            sending.sender.return_domain(),
            match sending.settings.is_loopback() {
                true => "MAIL.SERVER",
                false => &sending.settings.host,
            }
        ))
}
