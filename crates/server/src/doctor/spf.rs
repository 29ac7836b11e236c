//! SPF (RFC 7208): the domain that mails come back to says which addresses may send for it.

use std::net::IpAddr;

use mail_auth::common::parse::TxtRecordParser;
use mail_auth::spf::verify::SpfParameters;
use mail_auth::spf::{Mechanism, Qualifier, Spf};
use mail_auth::{MessageAuthenticator, SpfResult};

use super::finding::txt_record;
use super::sending::{Leaving, Sending, Whence};
use super::spf_lookups::{MOST, lookups};
use super::spf_record::{is_spf, is_term, merged, with};
use super::{Point, Subject, is_absent, unanswered};

pub(super) async fn look(of: &Subject) -> Vec<Point> {
    let sending = match Sending::of(of) {
        Ok(sending) => sending,
        Err(points) => return points,
    };
    let domain = sending.sender.return_domain();
    let texts = match of.dns.all_texts(domain).await {
        Ok(texts) => texts,
        Err(outcome) if is_absent(outcome) => Vec::new(),
        Err(_) => return vec![unanswered(&format!("SPF of {domain}"))],
    };
    let texts: Vec<String> = texts
        .iter()
        .map(|text| String::from_utf8_lossy(text).into_owned())
        .filter(|text| is_spf(text))
        .collect();
    let leaving = sending.leaving(of).await;
    match &texts[..] {
        [] => vec![missing(domain, leaving.as_ref().ok())],
        [text] => {
            let mut points = form(of, domain, text).await;
            match leaving {
                Ok(leaving) => points.extend(covers(of, &sending, text, &leaving).await),
                Err(unknown) => points.extend(unknown),
            }
            points
        }
        several => vec![
            Point::wrong(format!(
                "{domain} has {} SPF records, so that receivers take none of them",
                several.len()
            ))
            .mend("Keep one, with what is in all of them:")
            .copy(txt_record(domain, &merged(several))),
        ],
    }
}

fn missing(domain: &str, leaving: Option<&Leaving>) -> Point {
    let mechanism = leaving.map_or_else(|| "mx".to_owned(), Leaving::mechanism);
    Point::wrong(format!("{domain} has no SPF record"))
        .mend("Publish in DNS:")
        .copy(txt_record(domain, &format!("v=spf1 {mechanism} -all")))
}

/// What the record is like, whoever sends.
async fn form(of: &Subject, domain: &str, text: &str) -> Vec<Point> {
    let record = match Spf::parse(text.as_bytes()) {
        Ok(record) if text.split_whitespace().skip(1).all(is_term) => record,
        _ => {
            let seen = format!("the SPF record of {domain} has a mistake in it: {text}");
            return vec![Point::wrong(seen)];
        }
    };
    let mut points = Vec::new();
    let end = record
        .directives
        .last()
        .filter(|last| last.mechanism == Mechanism::All);
    match end.map(|end| &end.qualifier) {
        Some(Qualifier::Fail | Qualifier::SoftFail) => {}
        Some(Qualifier::Pass) => points.push(
            Point::wrong(format!(
                "the SPF record of {domain} lets everybody send (+all)"
            ))
            .mend("Let it end in -all."),
        ),
        _ if record.redirect.is_some() => {}
        _ => points.push(
            Point::warning(format!("the SPF record of {domain} forbids nobody to send"))
                .mend("Let it end in -all (or ~all, where the domain has sent mail before)."),
        ),
    }
    if let Some(lookups) = lookups(&of.dns, domain, text).await.filter(|of| *of > MOST) {
        points.push(
            Point::wrong(format!(
                "the SPF record of {domain} takes {lookups} lookups, and receivers give up \
                     after {MOST}"
            ))
            .mend("Name addresses (ip4:, ip6:) in the place of some `include:`, `a` or `mx`."),
        );
    }
    points
}

/// Whether the record lets mails through from where they leave.
async fn covers(of: &Subject, sending: &Sending<'_>, text: &str, leaving: &Leaving) -> Vec<Point> {
    let domain = sending.sender.return_domain();
    let resolver = match of.dns.resolver() {
        Ok(resolver) => MessageAuthenticator(resolver),
        Err(_) => return vec![unanswered(&format!("SPF of {domain}"))],
    };
    let (hello, mailbox) = (
        sending.settings.hello(&sending.sender),
        format!("postmaster@{domain}"),
    );
    let mut points = Vec::new();
    for address in &leaving.addresses {
        let asked = SpfParameters::verify_mail_from(*address, &hello, &hello, &mailbox);
        match resolver.verify_spf(asked).await.result() {
            SpfResult::Pass => {}
            SpfResult::TempError => points.push(unanswered(&format!("SPF of {domain}"))),
            SpfResult::PermError => points.push(
                Point::wrong(format!(
                    "the SPF record of {domain} can't be followed to its end: {text}"
                ))
                .mend("Look at what it includes: is each there, once, and without a mistake?"),
            ),
            _ => points.push(refused(domain, *address, text, leaving)),
        }
    }
    if points.is_empty() {
        points.push(Point::good(format!(
            "{domain} lets {} send{}",
            leaving.listed(),
            match leaving.whence {
                Whence::Site(_) =>
                    " (taken to be where mails leave; `sends_from` of [doctor] says otherwise)",
                _ => "",
            }
        )));
    }
    points
}

fn refused(domain: &str, address: IpAddr, text: &str, leaving: &Leaving) -> Point {
    let seen = format!("{domain} does not let {address} send: {text}");
    match &leaving.whence {
        Whence::Foreign(host) => Point::warning(seen)
            .mend(format!(
                "Does {host} send from this address? Then publish what its operator asks for \
                     (often an `include:`), such as:"
            ))
            .copy(txt_record(domain, &with(text, &leaving.mechanism())))
            .mend("Else name the addresses that it sends from with `sends_from` of [doctor]."),
        _ => Point::wrong(seen)
            .mend("Publish in DNS, in the place of the record:")
            .copy(txt_record(domain, &with(text, &leaving.mechanism()))),
    }
}
