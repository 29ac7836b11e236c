//! Mails that come back: delivery status notifications (RFC 3464), read only for whether the mail is
//! lost, by which code, and which mail it was.

use mail_parser::{MessageParser, MessagePart, MimeHeaders};

use super::return_path;

/// A mail that will not arrive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounce {
    /// The token of its return path, where the notification's own head tells it.
    pub token: Option<String>,
    /// The mail server's reply code (RFC 5321, section 4.2), or what its status amounts to.
    pub code: u16,
}

/// Reads a mail that came to a return path. None unless it says that a mail is lost: answers of
/// people and machines, and news of a delay, are none of ours.
#[must_use]
pub fn read_bounce(mail: &[u8]) -> Option<Bounce> {
    let message = MessageParser::default().parse(mail)?;
    let statuses = message.parts.iter().filter(|part| {
        part.is_content_type("message", "delivery-status")
            || part.is_content_type("message", "global-delivery-status")
    });
    let code = statuses.map(MessagePart::contents).find_map(lost)?;
    let fields = ["Delivered-To", "X-Original-To", "To"];
    let token = fields
        .iter()
        .filter_map(|name| message.header_raw(*name))
        .find_map(return_path::token_in);
    Some(Bounce { token, code })
}

/// The code of the first recipient who won't get the mail.
fn lost(status: &[u8]) -> Option<u16> {
    let text = String::from_utf8_lossy(status).replace("\r\n", "\n");
    let text = text.replace("\n ", " ").replace("\n\t", " ");
    // The first block is about the mail, each further one about a recipient.
    text.split("\n\n").find_map(|block| {
        let field = |wanted: &str| {
            block.lines().find_map(|line| {
                let (name, value) = line.split_once(':')?;
                name.trim()
                    .eq_ignore_ascii_case(wanted)
                    .then(|| value.trim())
            })
        };
        let failed = field("Action")?.split_whitespace().next()?;
        failed.eq_ignore_ascii_case("failed").then_some(())?;
        let said = field("Diagnostic-Code").and_then(reply_code);
        said.or_else(|| field("Status").and_then(status_code))
            .or(Some(550))
    })
}

/// The code of `smtp; 550 5.1.1 …` (RFC 3464, section 2.3.6).
fn reply_code(diagnostic: &str) -> Option<u16> {
    let (kind, text) = diagnostic.split_once(';')?;
    let first = text.trim_start().get(..3)?;
    let code = first.parse().ok().filter(|code| (400..600).contains(code));
    code.filter(|_| kind.trim().eq_ignore_ascii_case("smtp"))
}

/// What a status (RFC 3463) like `5.1.1` amounts to: lost for good, or after trying for days.
fn status_code(status: &str) -> Option<u16> {
    match status.split('.').next()?.trim() {
        "5" => Some(550),
        "4" => Some(450),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: &str = "00112233445566778899aabbccddeeff";

    fn report(to: &str, recipient: &str) -> Vec<u8> {
        format!(
            "From: MAILER-DAEMON@mail.example\r\nTo: {to}\r\nSubject: Undelivered\r\n\
             MIME-Version: 1.0\r\n\
             Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n\
             --b\r\nContent-Type: text/plain\r\n\r\nSorry. Action: failed\r\n\
             --b\r\nContent-Type: message/delivery-status\r\n\r\n\
             Reporting-MTA: dns; mail.example\r\n\r\n{recipient}\r\n\
             --b\r\nContent-Type: message/rfc822\r\n\r\nSubject: Please confirm\r\n\r\nText\r\n\
             --b--\r\n"
        )
        .into_bytes()
    }

    fn read(recipient: &str) -> Option<u16> {
        let to = format!("bounces+{TOKEN}@letters.example");
        let bounce = read_bounce(&report(&to, recipient))?;
        assert_eq!(bounce.token.as_deref(), Some(TOKEN));
        Some(bounce.code)
    }

    #[test]
    fn a_lost_mail_has_a_code() {
        let failed = "Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\n";
        assert_eq!(
            read(&format!(
                "{failed}Status: 5.1.1\r\nDiagnostic-Code: smtp; 553 5.1.1 no\r\n"
            )),
            Some(553)
        );
        assert_eq!(
            read(&format!(
                "{failed}Status: 5.1.1\r\nDiagnostic-Code: smtp;\r\n  552 full\r\n"
            )),
            Some(552)
        );
        assert_eq!(
            read(&format!(
                "{failed}Status: 4.4.1\r\nDiagnostic-Code: X-Postfix; timed out\r\n"
            )),
            Some(450)
        );
        assert_eq!(
            read(&format!("{failed}Diagnostic-Code: smtp; 9é\r\n")),
            Some(550)
        );
    }

    #[test]
    fn what_is_no_loss_is_passed_over() {
        for action in [
            "delayed",
            "delivered",
            "relayed",
            "expanded",
            "failedish",
            "",
        ] {
            assert_eq!(
                read(&format!("Action: {action}\r\nStatus: 5.0.0\r\n")),
                None,
                "{action}"
            );
        }
        assert_eq!(
            read_bounce(b"From: a@b.example\r\n\r\nI am on holiday. Action: failed\r\n"),
            None
        );
        assert_eq!(read_bounce(b""), None);
        assert_eq!(read_bounce(&[0xff; 4096]), None);
    }

    #[test]
    fn one_cut_short_is_read_as_far_as_it_goes() {
        let whole = report("a@b.example", "Action: failed\r\nStatus: 5.1.1\r\n");
        for end in 0..whole.len() {
            let _ = read_bounce(&whole[..end]);
        }
        let cut = whole.len() - 40;
        let bounce = read_bounce(&whole[..cut]).unwrap();
        assert_eq!(
            bounce,
            Bounce {
                token: None,
                code: 550
            }
        );
    }
}
