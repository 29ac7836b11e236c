//! DMARC (RFC 7489): what receivers do with mails that bear our name and are not ours.

use mail_auth::common::parse::TxtRecordParser;
use mail_auth::dmarc::{Alignment, Dmarc, Policy};

use super::finding::txt_record;
use super::sending::Sending;
use super::{Point, Subject, is_absent, unanswered};
use crate::model::Domain;

/// A record, and where it stands.
struct Found {
    name: String,
    record: Dmarc,
    /// It is the organizational domain's, and the sender's domain lies below that.
    is_parents: bool,
}

pub(super) async fn look(of: &Subject) -> Vec<Point> {
    let sending = match Sending::of(of) {
        Ok(sending) => sending,
        Err(points) => return points,
    };
    let from = sending.sender.domain();
    let parent = Domain::of_host(from).map(|domain| domain.registrable().to_owned());
    let parent = parent.filter(|parent| parent != from);
    for (domain, is_parents) in [(Some(from), false), (parent.as_deref(), true)] {
        let Some(name) = domain.map(|domain| format!("_dmarc.{domain}")) else {
            continue;
        };
        let texts = match of.dns.all_texts(&name).await {
            Ok(texts) => texts,
            Err(outcome) if is_absent(outcome) => continue,
            Err(_) => return vec![unanswered(&name)],
        };
        let records = texts.iter().filter(|text| text.starts_with(b"v=DMARC1"));
        let records: Vec<&Vec<u8>> = records.collect();
        let seen = match records[..] {
            [] => continue,
            [text] => match Dmarc::parse(text) {
                Ok(record) => {
                    let found = Found {
                        name,
                        record,
                        is_parents,
                    };
                    return judge(&found, &sending);
                }
                Err(_) => format!(
                    "{name} has a mistake in it: {}",
                    String::from_utf8_lossy(text)
                ),
            },
            _ => format!("{name} has several records, so that receivers take none of them"),
        };
        return vec![publish(Point::wrong(seen), &sending)];
    }
    vec![publish(
        Point::wrong(format!("{from} has no DMARC record")),
        &sending,
    )]
}

fn publish(point: Point, sending: &Sending<'_>) -> Point {
    let (from, strict) = (sending.sender.domain(), strict(sending));
    let alignment = if strict { "; adkim=s; aspf=s" } else { "" };
    point
        .mend(
            "Publish in DNS (with p=none for the first weeks, if the domain has sent mail before):",
        )
        .copy(txt_record(
            &format!("_dmarc.{from}"),
            &format!("v=DMARC1; p=reject{alignment}"),
        ))
}

/// Whether everything that signs or sends for the sender is of the very same domain.
fn strict(sending: &Sending<'_>) -> bool {
    let from = sending.sender.domain();
    let signs = signing(sending).is_none_or(|domain| domain == from);
    signs && sending.sender.return_domain() == from
}

fn signing(sending: &Sending<'_>) -> Option<String> {
    let dkim = sending.settings.dkim.as_ref()?;
    idna::domain_to_ascii(&dkim.domain).ok()
}

fn judge(found: &Found, sending: &Sending<'_>) -> Vec<Point> {
    let (from, name, record) = (sending.sender.domain(), &found.name, &found.record);
    let mut points = Vec::new();
    let spf = aligned(record.aspf, sending.sender.return_domain(), from);
    let dkim = signing(sending).map(|domain| aligned(record.adkim, &domain, from));
    match (spf, dkim) {
        (_, Some(true)) | (true, None) => {}
        (true, Some(false)) => points.push(
            Point::warning(format!(
                "DKIM signs as another domain than {from}, so that only SPF counts, which \
                     forwarding breaks"
            ))
            .mend(format!(
                "Set `domain` of [mail.dkim] to {from}, and publish its record."
            )),
        ),
        (false, None) => points.push(
            Point::warning(format!(
                "SPF is of another domain than {from}: all depends on the \
                 mail server's DKIM"
            ))
            .mend(format!(
                "Let `bounces` be at {from}, or sign with [mail.dkim] as {from}."
            )),
        ),
        (false, Some(false)) => points.push(
            Point::wrong(format!(
                "neither DKIM nor SPF is of {from}: {name} has receivers \
                 refuse every mail"
            ))
            .mend(format!(
                "Set `domain` of [mail.dkim] to {from}, and publish its record."
            )),
        ),
    }
    if !record.ruf.is_empty() {
        points.push(
            Point::warning(format!(
                "{name} asks for failure reports, which may hold whole mails"
            ))
            .mend("Take `ruf=` out."),
        );
    }
    points.push(match policy(found) {
        Policy::Reject | Policy::Quarantine => {
            Point::good(format!("{name} says {}", policy(found)))
        }
        Policy::None | Policy::Unspecified => publish(
            Point::warning(format!(
                "{name} says p=none: forged mails in your name are delivered"
            )),
            sending,
        ),
    });
    points
}

/// What the record says of the sender's domain (RFC 7489, section 6.3: `sp` is `p` if left out).
fn policy(found: &Found) -> Policy {
    match found.is_parents {
        true => found.record.sp,
        false => found.record.p,
    }
}

/// Whether a domain counts for the sender's (RFC 7489, section 3.1).
fn aligned(how: Alignment, domain: &str, from: &str) -> bool {
    let kin = || Domain::of_host(from).is_some_and(|from| from.is_kin_of(domain));
    match how {
        Alignment::Strict => domain == from,
        Alignment::Relaxed => domain == from || kin(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alignment_is_strict_or_by_registration() {
        use Alignment::{Relaxed, Strict};
        assert!(aligned(Strict, "a.example", "a.example"));
        assert!(!aligned(Strict, "mail.a.example", "a.example"));
        assert!(aligned(Relaxed, "mail.a.example", "x.a.example"));
        assert!(!aligned(Relaxed, "b.example", "a.example"));
    }

    #[test]
    fn a_parents_record_may_say_something_else_of_those_below() {
        let found = |text: &str, is_parents| Found {
            name: String::new(),
            record: Dmarc::parse(text.as_bytes()).unwrap(),
            is_parents,
        };
        let both = "v=DMARC1; p=reject; sp=none";
        assert_eq!(policy(&found(both, false)), Policy::Reject);
        assert_eq!(policy(&found(both, true)), Policy::None);
        assert_eq!(
            policy(&found("v=DMARC1; p=quarantine", true)),
            Policy::Quarantine
        );
    }
}
