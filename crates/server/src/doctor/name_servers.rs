//! The name servers answer: proof of domains needs them, and most of what is looked at here.

use std::net::SocketAddr;

use futures_util::future::join_all;

use super::{Point, Subject};
use crate::proof::Outcome;

pub(super) async fn look(of: &Subject) -> Vec<Point> {
    let servers = match of.dns.servers() {
        Ok(servers) if !servers.is_empty() => servers,
        _ => {
            return vec![name_others(Point::wrong(
                "/etc/resolv.conf names no name server",
            ))];
        }
    };
    let sender = of.config.mail.as_ref().and_then(|mail| mail.sender().ok());
    let name = of.site_name().or_else(|| Some(sender?.domain().to_owned()));
    let Some(name) = name else {
        return vec![Point::not_needed(
            "the site and its mails have no name to ask about",
        )];
    };
    let answers = servers.iter().map(|server| answers(of, *server, &name));
    let answered = join_all(answers).await;
    let silent: Vec<_> = servers
        .iter()
        .zip(&answered)
        .filter(|(_, told)| !**told)
        .collect();
    match silent.first() {
        None if servers.len() == 1 => vec![Point::good(format!("{} answers", servers[0].ip()))],
        None => vec![Point::good(format!("all {} answer", servers.len()))],
        Some((first, _)) if silent.len() < servers.len() => {
            let seen = format!(
                "{first} does not answer ({} of {})",
                silent.len(),
                servers.len()
            );
            vec![name_others(Point::warning(seen))]
        }
        Some((first, _)) => vec![name_others(Point::wrong(format!(
            "{first} does not answer about {name}, nor does any other"
        )))],
    }
}

/// Whether a name server tells anything of a name, be it that there is none.
async fn answers(of: &Subject, server: SocketAddr, name: &str) -> bool {
    let told = of.dns.at(server).addresses(name).await;
    !matches!(told, Err(Outcome::Unreachable(_)))
}

fn name_others(point: Point) -> Point {
    point.mend(
        "Let UDP and TCP port 53 out to it, or name another in /etc/resolv.conf (or with \
             `name_server` of [proof]).",
    )
}
