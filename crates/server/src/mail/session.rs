//! One SMTP conversation (RFC 5321), and what each refusal in it means.

use std::{error::Error as _, fmt, future::Future, time::Duration};

use lettre::transport::smtp::{
    Error,
    authentication::{Credentials, DEFAULT_MECHANISMS},
    client::{AsyncSmtpConnection, TlsParameters},
    commands::{Data, Mail, Noop, Rcpt, Rset},
    extension::{ClientId, Extension, MailBodyParameter, MailParameter},
};
use tokio::time::timeout;

use super::greeting::{Greeting, NoGreeting, Stage};
use super::{Composed, Security, SendError};

/// The way to the mail server.
pub(super) struct Route {
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) security: Security,
    pub(super) tls: Option<TlsParameters>,
    pub(super) hello: ClientId,
    pub(super) credentials: Option<Credentials>,
    /// How long to wait for a connection, and for each reply but the last.
    pub(super) patience: Duration,
}

/// A connection that is greeted, encrypted and logged in.
pub(super) struct Session {
    connection: AsyncSmtpConnection,
    patience: Duration,
    /// No reply is owed and no mail is open: the next mail may use it.
    reusable: bool,
}

/// The step at which a mail server refused, which tells whom the refusal concerns.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// Connecting, greeting, TLS, login: it concerns this server's operator.
    Opening,
    /// MAIL FROM: it concerns the sender, so again the operator.
    Sender,
    /// RCPT TO: it concerns the address.
    Recipient,
    /// DATA and the end of the message: it concerns this mail.
    Message,
}

/// A mail that needs SMTPUTF8 and a server without it. RFC 6531, section 3.5, lists 553 for this.
const NO_UTF8: SendError = SendError::Permanent { code: 553 };

/// The last reply may take this many times the patience for others: the server may be checking or
/// writing the whole mail (RFC 5321, section 4.5.3.2.6).
const LAST_REPLY: u32 = 10;

/// A mail as DATA carries it: dots that begin lines are doubled, and a single one ends it (RFC 5321,
/// section 4.5.2).
struct Message<'a>(&'a str);

impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in self.0.split_inclusive("\r\n") {
            if line.starts_with('.') {
                f.write_str(".")?;
            }
            f.write_str(line)?;
        }
        let end = if self.0.ends_with("\r\n") {
            ".\r\n"
        } else {
            "\r\n.\r\n"
        };
        f.write_str(end)
    }
}

impl Session {
    pub(super) async fn open(route: &Route) -> Result<Self, SendError> {
        let mut stage = Stage::Connecting;
        let connecting = Self::connect(route, &mut stage);
        within(route.patience, Step::Opening, connecting).await
    }

    /// Connects as for a mail and asks whether the server is there (NOOP); sends nothing.
    pub(super) async fn greet(route: &Route) -> Result<Greeting, NoGreeting> {
        let mut stage = Stage::Connecting;
        let greeted = async {
            let mut session = Self::connect(route, &mut stage).await?;
            session.connection.command(Noop).await?;
            Ok(session)
        };
        let greeted = timeout(route.patience, greeted).await;
        let session = match greeted {
            Ok(Ok(session)) => session,
            Ok(Err(error)) => return Err(NoGreeting::of(stage, &error)),
            Err(_elapsed) => return Err(NoGreeting::Silent),
        };
        let server = session.connection.server_info();
        let greeting = Greeting {
            certificate: session.connection.peer_certificate().ok(),
            takes_utf8: server.supports_feature(Extension::SmtpUtfEight),
        };
        session.close().await;
        Ok(greeting)
    }

    /// `stage` tells how far it came.
    async fn connect(route: &Route, stage: &mut Stage) -> Result<Self, Error> {
        let wrapper = route
            .tls
            .clone()
            .filter(|_| route.security == Security::Tls);
        let mut connection = AsyncSmtpConnection::connect_tokio1(
            (route.host.as_str(), route.port),
            Some(route.patience),
            &route.hello,
            wrapper,
            None,
        )
        .await?;
        if let (Security::Starttls, Some(tls)) = (route.security, &route.tls) {
            *stage = Stage::Securing;
            connection.starttls(tls.clone(), &route.hello).await?;
        }
        if let Some(credentials) = &route.credentials {
            *stage = Stage::Login;
            connection.auth(DEFAULT_MECHANISMS, credentials).await?;
        }
        Ok(Self {
            connection,
            patience: route.patience,
            reusable: true,
        })
    }

    /// Sends one mail. After an error, [`Session::is_reusable`] tells whether another can follow.
    pub(super) async fn deliver(&mut self, mail: &Composed) -> Result<(), SendError> {
        let parameters = self.parameters(mail)?;
        self.reusable = false;
        let begun = self
            .command(Step::Sender, Mail::new(Some(mail.from.clone()), parameters))
            .await;
        let outcome = match begun {
            Ok(()) => self.after_sender(mail).await,
            Err(error) => Err(error),
        };
        match outcome {
            Ok(()) => self.reusable = true,
            // A refusal leaves the conversation in order; RSET drops the half-told mail.
            Err(error) if error.code().is_some_and(|code| code != 421) => {
                self.reusable = self.command(Step::Opening, Rset).await.is_ok();
            }
            Err(_) => {}
        }
        outcome
    }

    async fn after_sender(&mut self, mail: &Composed) -> Result<(), SendError> {
        self.command(Step::Recipient, Rcpt::new(mail.to.clone(), Vec::new()))
            .await?;
        self.command(Step::Message, Data).await?;
        let patience = self.patience.saturating_mul(LAST_REPLY);
        let Ok(text) = std::str::from_utf8(&mail.bytes) else {
            let message = self.connection.message(&mail.bytes);
            return within(patience, Step::Message, message).await.map(drop);
        };
        // `message` writes the last line by itself, which then waits until the mail server has
        // acknowledged the lines before: some 40 ms for every mail (RFC 896, RFC 1122 §4.2.3.2).
        let message = self.connection.command(Message(text));
        within(patience, Step::Message, message).await.map(drop)
    }

    fn parameters(&self, mail: &Composed) -> Result<Vec<MailParameter>, SendError> {
        let server = self.connection.server_info();
        let mut parameters = Vec::new();
        if mail.needs_utf8() {
            let able = server.supports_feature(Extension::SmtpUtfEight)
                && server.supports_feature(Extension::EightBitMime);
            if !able {
                return Err(NO_UTF8);
            }
            parameters.push(MailParameter::SmtpUtfEight);
            parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        Ok(parameters)
    }

    async fn command(&mut self, step: Step, command: impl fmt::Display) -> Result<(), SendError> {
        within(self.patience, step, self.connection.command(command))
            .await
            .map(|_| ())
    }

    pub(super) fn is_reusable(&self) -> bool {
        self.reusable && !self.connection.has_broken()
    }

    pub(super) async fn close(mut self) {
        // QUIT is a courtesy; a server that does not answer is left alone.
        let _ = timeout(Duration::from_secs(2), self.connection.quit()).await;
    }
}

async fn within<T>(
    patience: Duration,
    step: Step,
    work: impl Future<Output = Result<T, Error>>,
) -> Result<T, SendError> {
    match timeout(patience, work).await {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(error)) => {
            // The server's words are read here, for three digits, and go no further.
            let words = error.source().map(ToString::to_string).unwrap_or_default();
            Err(judge(step, error.status().map(u16::from), &words))
        }
        Err(_elapsed) => Err(SendError::Transient { code: None }),
    }
}

/// What a refusal means for the mail.
///
/// Only a refusal of this address or this mail is for good. One that blames us (a wrong password,
/// a sender that is not ours, a policy) is worth trying again until the operator has mended it:
/// nobody's signature is lost to a wrong setting.
fn judge(step: Step, code: Option<u16>, words: &str) -> SendError {
    match (step, code) {
        (Step::Recipient, Some(code @ 500..)) if !blames_us(words) => SendError::Permanent { code },
        (Step::Message, Some(code @ 500..)) => SendError::Permanent { code },
        _ => SendError::Transient { code },
    }
}

/// Whether a reply's enhanced status code (RFC 3463, sections 3.2 and 3.8) speaks of the sender or
/// of policy, such as "relay access denied". Many servers say what they think of MAIL FROM only
/// when they are asked about the recipient.
fn blames_us(words: &str) -> bool {
    let code = words.split_whitespace().next().unwrap_or_default();
    code.starts_with("5.7.") || matches!(code, "5.1.7" | "5.1.8")
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAILBOX: &str = "5.1.1 <ana@example.org>: user unknown";

    #[test]
    fn refusals_of_the_address_or_the_mail_are_for_good() {
        let refused = judge(Step::Recipient, Some(550), MAILBOX);
        assert_eq!(refused, SendError::Permanent { code: 550 });
        assert_eq!(
            judge(Step::Message, Some(554), ""),
            SendError::Permanent { code: 554 }
        );
    }

    #[test]
    fn refusals_of_the_operator_are_not() {
        for (step, code, words) in [
            (Step::Opening, 535, "5.7.8 authentication failed"),
            (Step::Opening, 554, "no SMTP service here"),
            (Step::Sender, 553, "5.7.1 sender address rejected"),
            (Step::Recipient, 554, "5.7.1 relay access denied"),
            (Step::Recipient, 553, "5.1.8 sender address rejected"),
            (Step::Recipient, 450, "4.2.0 greylisted"),
            (Step::Message, 452, "4.3.1 disk full"),
        ] {
            assert_eq!(
                judge(step, Some(code), words),
                SendError::Transient { code: Some(code) }
            );
        }
    }

    #[test]
    fn dots_that_begin_lines_are_doubled() {
        let told = |mail| Message(mail).to_string();
        assert_eq!(told("a\r\n.b\r\n..\r\n"), "a\r\n..b\r\n...\r\n.\r\n");
        assert_eq!(told(".a. b"), "..a. b\r\n.\r\n");
        assert_eq!(told(""), "\r\n.\r\n");
    }

    #[test]
    fn errors_repeat_nothing_of_the_reply() {
        let error = judge(Step::Recipient, Some(550), MAILBOX);
        let printed = format!("{error} {error:?}");
        assert!(
            !printed.contains("ana") && !printed.contains("unknown"),
            "{printed}"
        );
    }
}
