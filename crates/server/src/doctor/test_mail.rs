//! A mail to whoever runs the site, where they ask for one.

use time::OffsetDateTime;

use super::mail_server::unusable;
use super::{Point, Subject};
use crate::mail::{Outgoing, ReturnToken, SendError, Smtp, Transport, message_id};
use crate::seal::random;

const TEXT: &str = "This is a test mail of `undersigned doctor`.\n\n\
    Look at its head: your mail server ought to have written there that SPF, DKIM and DMARC pass \
    (\"spf=pass\", \"dkim=pass\", \"dmarc=pass\"), and it ought to have come into your inbox, not \
    among the spam.\n";

pub(super) async fn look(of: &Subject) -> Vec<Point> {
    let (Some(settings), Some(to)) = (&of.config.mail, &of.mail_to) else {
        return vec![Point::not_needed("no mail server is configured: see above")];
    };
    let transport = match Smtp::new(settings) {
        Ok(smtp) => Transport::Smtp(smtp),
        Err(error) => return vec![unusable(&error)],
    };
    let mail = Outgoing {
        return_token: transport
            .has_return_paths()
            .then(|| ReturnToken::new(random())),
        ..test_mail(of, to)
    };
    vec![match transport.send(mail).await {
        Ok(()) => Point::good(format!(
            "a mail to {to} was taken: look in its head for spf=pass, dkim=pass and dmarc=pass"
        )),
        Err(SendError::Permanent { code }) => {
            Point::wrong(format!("the mail to {to} was refused (code {code})"))
                .mend("Is the address right? Else the mail server's log says why.")
        }
        Err(error) => {
            Point::wrong(error.to_string()).mend("See \"Mail server\" above; its log says why.")
        }
    }]
}

/// The mail.
pub(super) fn test_mail(of: &Subject, to: &str) -> Outgoing {
    let host = of.site();
    let host = host.as_ref().and_then(url::Url::host_str);
    Outgoing {
        to: to.to_owned(),
        subject: format!("Test mail of {}", of.config.site_name),
        text: TEXT.to_owned(),
        html: format!(
            "<!doctype html><html lang=\"en\"><p>{}</p></html>",
            TEXT.trim_end()
        ),
        message_id: message_id(random(), host.unwrap_or_default()),
        list_unsubscribe: None,
        lang: "en".to_owned(),
        at: OffsetDateTime::from_unix_timestamp(of.clock.now())
            .unwrap_or(OffsetDateTime::UNIX_EPOCH),
        return_token: None,
    }
}
