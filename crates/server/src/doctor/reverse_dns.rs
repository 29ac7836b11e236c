//! Reverse DNS: receivers distrust addresses without a name that leads back to them (RFC 1912, section 2.1).

use std::net::IpAddr;

use super::sending::{Leaving, Sending, Whence};
use super::{Point, Subject, is_absent, unanswered};

pub(super) async fn look(of: &Subject) -> Vec<Point> {
    let sending = match Sending::of(of) {
        Ok(sending) => sending,
        Err(points) => return points,
    };
    let leaving = match sending.leaving(of).await {
        Ok(leaving) => leaving,
        Err(points) => return points,
    };
    if let Whence::Foreign(host) = &leaving.whence {
        let seen = format!("{host} is somebody else's, who sees to its names");
        return vec![Point::not_needed(seen)];
    }
    let mut points = Vec::new();
    for address in &leaving.addresses {
        points.push(named(of, *address, &leaving).await);
    }
    points
}

async fn named(of: &Subject, address: IpAddr, leaving: &Leaving) -> Point {
    let names = match of.dns.names(address).await {
        Ok(names) => names,
        Err(outcome) if is_absent(outcome) => {
            return set(
                Point::wrong(format!("{address} has no name (PTR)")),
                address,
                wanted(leaving),
            );
        }
        Err(_) => return unanswered(&format!("the name of {address}")),
    };
    for name in &names {
        match of.dns.addresses(name).await {
            Ok(back) if back.contains(&address) => {
                return Point::good(format!("{address} is {name}, and {name} is {address}"));
            }
            Err(outcome) if !is_absent(outcome) => return unanswered(name),
            _ => {}
        }
    }
    let seen = format!(
        "{address} is called {}, which does not lead back to it",
        names.join(", ")
    );
    let host = names
        .first()
        .map_or_else(|| wanted(leaving), String::as_str);
    set(Point::wrong(seen), address, host)
}

/// The name that the addresses ought to have.
fn wanted(leaving: &Leaving) -> &str {
    match &leaving.whence {
        Whence::Own(host) | Whence::Foreign(host) | Whence::Site(host) => host,
        Whence::Told => "MAIL.SERVER",
    }
}

fn set(point: Point, address: IpAddr, host: &str) -> Point {
    let kind = if address.is_ipv4() { "A" } else { "AAAA" };
    point
        .mend(
            "Have whoever gives you the address (the machine's provider) set its PTR, and \
             let the name lead back:",
        )
        .copy(format_args!("{address}  PTR  {host}."))
        .copy(format_args!("{host}.  {kind}  {address}"))
}
