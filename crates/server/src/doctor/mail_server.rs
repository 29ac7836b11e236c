//! The mail server takes mail from us: it answers, its certificate holds, and the login works. Nothing is
//! sent.

use std::path::Path;

use super::certificate::{days_left, lasts, why};
use super::{Point, Subject};
use crate::mail::{NoGreeting, SettingsError, Smtp, SmtpSettings};
use crate::seal::first_id;
use crate::store::outbox;

/// Where systemd puts a running service's credentials.
const CREDENTIALS: &str = "/run/credentials/";
/// Seconds that a mail waits at most, where the mail server takes them.
const LATE: i64 = 3600;

pub(super) async fn look(of: &Subject) -> Vec<Point> {
    let Some(settings) = &of.config.mail else {
        return vec![
            Point::wrong("no mail server is configured: nobody can confirm a signature")
                .mend("In undersigned.toml:")
                .copy("[mail]")
                .copy("host = \"mail.example.org\"")
                .copy("from = \"letters@example.org\""),
        ];
    };
    let mut points = match Smtp::new(settings) {
        Ok(smtp) => greet(of, settings, &smtp).await,
        Err(error) => vec![unusable(&error)],
    };
    points.extend(waiting(of).await);
    points
}

/// Settings that no mail can be sent with. Credentials of a service are there only while it runs.
pub(super) fn unusable(error: &SettingsError) -> Point {
    match error {
        SettingsError::File { path, .. } if is_credential(path) => {
            Point::not_checked(error.to_string()).mend(
                "It is there while the service runs, for its user and root: start it, \
                     and run this as one of them.",
            )
        }
        _ => Point::wrong(error.to_string()).mend("Correct it in undersigned.toml."),
    }
}

pub(super) fn is_credential(path: &Path) -> bool {
    path.starts_with(CREDENTIALS)
}

async fn greet(of: &Subject, settings: &SmtpSettings, smtp: &Smtp) -> Vec<Point> {
    let at = format!("{}:{}", settings.host, settings.port());
    let greeting = match smtp.greet().await {
        Ok(greeting) => greeting,
        Err(why) => return vec![refused(&at, &why)],
    };
    let login = match settings.username {
        Some(_) => ", and the login works",
        None => "",
    };
    let mut points = vec![Point::good(format!("{at} takes mail from here{login}"))];
    let days = greeting.certificate.as_deref();
    if let Some(days) = days.and_then(|der| days_left(der, of.clock.now())) {
        points.push(lasts(&settings.host, days));
    }
    if !greeting.takes_utf8 {
        points.push(
            Point::warning(format!(
                "{at} takes no mail to addresses beyond ASCII (SMTPUTF8)"
            ))
            .mend(
                "Postfix: smtputf8_enable = yes. Without it, people with such addresses \
                     can't sign.",
            ),
        );
    }
    points
}

fn refused(at: &str, seen: &NoGreeting) -> Point {
    let code = |code: &Option<u16>| {
        code.map(|code| format!(" (code {code})"))
            .unwrap_or_default()
    };
    match seen {
        NoGreeting::Nobody => Point::wrong(format!("nobody answers at {at}"))
            .mend(
                "Is `host` of [mail] right, does the mail server run, and does no firewall \
                 forbid the port?",
            )
            .mend("Many hosters block port 25; use 465 (`tls`) or 587 (`starttls`)."),
        NoGreeting::Silent => Point::wrong(format!("{at} does not answer in time")).mend(
            "Does a firewall swallow the port? Is `security` of [mail] right for it \
                 (`tls` is for 465, `starttls` for 587)?",
        ),
        NoGreeting::Tls(error) => Point::wrong(format!("{at}: {}", why(error))).mend(
            "`host` of [mail] must be a name in the certificate; a self-made authority \
                 goes into `ca_file`.",
        ),
        NoGreeting::NoStarttls => Point::wrong(format!("{at} offers no STARTTLS"))
            .mend("Use `security = \"tls\"` and its port, or have the mail server set up for TLS."),
        NoGreeting::Login(refused) => {
            Point::wrong(format!("{at} refuses the login{}", code(refused))).mend(
                "Check `username` and `password_file` of [mail]: the password is the file's \
                 first line.",
            )
        }
        NoGreeting::Refused(refused) => {
            Point::wrong(format!("{at} refuses the conversation (code {refused})"))
                .mend("Its log says why; often it wants a login, or another `ehlo_name`.")
        }
        NoGreeting::Strange => Point::wrong(format!("what answers at {at} speaks no SMTP")).mend(
            "Check `host` and `port` of [mail], and `security`: `tls` speaks TLS from \
                 the first byte.",
        ),
    }
}

/// Mails that wait although the mail server should have them.
async fn waiting(of: &Subject) -> Option<Point> {
    let (store, now) = (of.store()?, of.clock.now());
    let before = first_id((now - LATE) * 1000);
    let looked = async { outbox::count_before(&mut store.read().await?, before).await };
    match looked.await {
        Ok(0) => None,
        Ok(number) => Some(
            Point::warning(format!("mails wait for more than an hour: {number}")).mend(
                "They are tried again for 48 hours. Is the server running? Its log has \
                     the codes of refusals.",
            ),
        ),
        Err(error) => Some(Point::not_checked(format!("mails that wait: {error}"))),
    }
}
