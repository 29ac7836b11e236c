//! DKIM (RFC 6376): what is published is the key that signs, and a signature of it verifies.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mail_auth::{AuthenticatedMessage, DkimResult, MessageAuthenticator};

use super::finding::txt_record;
use super::mail_server::{is_credential, unusable};
use super::sending::Sending;
use super::test_mail::test_mail;
use super::{Point, Subject, is_absent, unanswered};
use crate::mail::{Dkim, DkimSettings, SettingsError, Smtp};

pub(super) async fn look(of: &Subject) -> Vec<Point> {
    let sending = match Sending::of(of) {
        Ok(sending) => sending,
        Err(points) => return points,
    };
    let Some(settings) = &sending.settings.dkim else {
        let from = sending.sender.domain();
        return vec![
            Point::not_needed(format!(
                "without [mail.dkim] the mail server must sign for {from}"
            ))
            .mend("See that it does, in the head of a mail that arrived (\"dkim=pass\"):")
            .copy("undersigned doctor --mail-to YOUR@ADDRESS"),
        ];
    };
    let dkim = match read(settings) {
        Ok(dkim) => dkim,
        Err(point) => return vec![point],
    };
    let mut points: Vec<Point> = rights(settings).into_iter().collect();
    let name = dkim.record_name();
    match of.dns.all_texts(&name).await {
        Ok(texts) => points.push(compare(&dkim, settings, &texts)),
        Err(outcome) if is_absent(outcome) => {
            points.push(publish(
                Point::wrong(format!("{name} has no record")),
                &dkim,
            ));
        }
        Err(_) => return vec![unanswered(&name)],
    }
    if points
        .iter()
        .all(|point| point.verdict < super::Verdict::NotChecked)
    {
        points.push(verified(of, &sending, &name).await);
    }
    points
}

fn read(settings: &DkimSettings) -> Result<Dkim, Point> {
    let path = &settings.key_file;
    let pem = fs::read(path).map_err(|source| {
        unusable(&SettingsError::File {
            field: "dkim.key_file",
            path: path.clone(),
            source,
        })
    })?;
    Dkim::new(&settings.domain, &settings.selector, &pem).map_err(|error| {
        Point::wrong(format!("{}: {error}", path.display()))
            .mend("Make a key, and publish what this prints then:")
            .copy(format_args!("openssl genrsa -out {} 2048", path.display()))
    })
}

fn rights(settings: &DkimSettings) -> Option<Point> {
    let path = &settings.key_file;
    let mode = fs::metadata(path).ok()?.permissions().mode() & 0o777;
    (mode & 0o007 != 0 && !is_credential(path)).then(|| {
        let path = path.display();
        Point::wrong(format!(
            "everybody on this machine may read {path} (mode {mode:04o})"
        ))
        .copy(format_args!("chmod o= {path}"))
    })
}

fn publish(point: Point, dkim: &Dkim) -> Point {
    point
        .mend("Publish in DNS:")
        .copy(txt_record(&dkim.record_name(), &dkim.record()))
}

/// What is published, held against the key that signs.
fn compare(dkim: &Dkim, settings: &DkimSettings, texts: &[Vec<u8>]) -> Point {
    let (name, file) = (dkim.record_name(), settings.key_file.display());
    let [text] = texts else {
        let seen = format!("{name} has {} records, and must have one", texts.len());
        return publish(Point::wrong(seen), dkim);
    };
    let text = String::from_utf8_lossy(text);
    let tag = |name: &str| {
        let mut tags = text.split(';').filter_map(|tag| tag.split_once('='));
        let (_, value) = tags.find(|(tag, _)| tag.trim() == name)?;
        Some(value.split_whitespace().collect::<String>())
    };
    let lists = |name, wanted: &[&str]| {
        let listed = tag(name);
        listed.is_none_or(|listed| listed.split(':').any(|one| wanted.contains(&one)))
    };
    let published = tag("p").and_then(|key| STANDARD.decode(key).ok());
    match published {
        Some(key) if key.is_empty() => publish(
            Point::wrong(format!("the key at {name} is revoked (p= is empty)")),
            dkim,
        ),
        Some(_)
            if !(lists("k", &[dkim.kind()])
                && lists("h", &["sha256"])
                && lists("s", &["*", "email"])) =>
        {
            let seen = format!("the tags k=, h= or s= at {name} forbid what this key signs");
            publish(Point::wrong(seen), dkim)
        }
        Some(key) if dkim.is_public_key(&key) => match tag("t") {
            Some(flags) if flags.split(':').any(|flag| flag == "y") => Point::warning(format!(
                "{name} says that it is a test (t=y): receivers may \
                     ignore it"
            ))
            .mend("Take t=y out."),
            _ => Point::good(format!("{name} has the key of {file}")),
        },
        _ => publish(
            Point::wrong(format!("{name} has another key than {file}")).mend(
                "If mails signed with the other are still under way, use a new \
                     `selector` for this one.",
            ),
            dkim,
        ),
    }
}

/// Whether a mail that our signer signed is genuine to a receiver who asks DNS.
async fn verified(of: &Subject, sending: &Sending<'_>, name: &str) -> Point {
    let smtp = match Smtp::new(sending.settings) {
        Ok(smtp) => smtp,
        Err(error) => return unusable(&error),
    };
    let mail = test_mail(of, &sending.settings.from);
    let Ok(composed) = smtp.compose(&mail) else {
        return Point::wrong("a mail can't be signed with this key");
    };
    let resolver = match of.dns.resolver() {
        Ok(resolver) => MessageAuthenticator(resolver),
        Err(_) => return unanswered(name),
    };
    let Some(message) = AuthenticatedMessage::parse(composed.bytes()) else {
        return Point::wrong("a signed mail can't be read by others");
    };
    let outputs = resolver.verify_dkim(&message).await;
    match outputs.first().map(mail_auth::DkimOutput::result) {
        Some(DkimResult::Pass) => Point::good("a signed mail verifies"),
        Some(DkimResult::TempError(_)) => unanswered(name),
        Some(DkimResult::Neutral(why) | DkimResult::Fail(why) | DkimResult::PermError(why)) => {
            Point::wrong(format!("a signed mail does not verify: {why}")).mend(format!(
                "Look at the tags of the record at {name}: k=, h=, s= and t=."
            ))
        }
        _ => Point::wrong("mails are not signed"),
    }
}
