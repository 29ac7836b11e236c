//! Mails over SMTP.

use std::{fs, path::Path, sync::Arc, time::Duration};

use lettre::transport::smtp::{
    authentication::Credentials,
    client::{Certificate, TlsParameters},
    extension::ClientId,
};

use super::{
    ComposeError, Composed, Dkim, Greeting, NoGreeting, Outgoing, Security, SendError, Sender,
    SettingsError, SmtpSettings, compose, pool::Pool, session::Route,
};

/// Sends mails to one mail server, over pooled connections. Clones share them.
#[derive(Clone)]
pub struct Smtp(Arc<Inner>);

struct Inner {
    sender: Sender,
    dkim: Option<Dkim>,
    pool: Pool,
}

/// The code for a mail that we cannot put together: "mailbox name not allowed".
const UNFIT: SendError = SendError::Permanent { code: 553 };

impl Smtp {
    /// Validates the settings and reads the files that they name. Connects to nothing.
    ///
    /// # Errors
    ///
    /// [`SettingsError`], naming the field that is wrong.
    pub fn new(settings: &SmtpSettings) -> Result<Self, SettingsError> {
        settings.check()?;
        let sender = settings.sender()?;
        let hello = settings.hello(&sender);
        if !hello
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || ".-[]:".contains(c))
        {
            let reason = "give a host name in ASCII";
            return Err(SettingsError::Field {
                field: "ehlo_name",
                reason,
            });
        }
        let route = Route {
            host: settings.host.clone(),
            port: settings.port(),
            security: settings.security,
            tls: tls(settings)?,
            hello: ClientId::Domain(hello),
            credentials: credentials(settings)?,
            patience: Duration::from_secs(settings.timeout_s),
        };
        let dkim = dkim(settings)?;
        Ok(Self(Arc::new(Inner {
            sender,
            dkim,
            pool: Pool::new(route, settings.pool),
        })))
    }

    pub(super) fn has_return_paths(&self) -> bool {
        self.0.sender.bounces.is_some()
    }

    pub(super) async fn send(&self, mail: &Outgoing) -> Result<(), SendError> {
        let composed = self.compose(mail).map_err(|_| UNFIT)?;
        self.0.pool.deliver(&composed).await
    }

    /// The mail as it would be sent, signed.
    ///
    /// # Errors
    ///
    /// [`ComposeError`], if the address or a header field is malformed.
    pub fn compose(&self, mail: &Outgoing) -> Result<Composed, ComposeError> {
        compose(mail, &self.0.sender, self.0.dkim.as_ref())
    }

    /// Connects to the mail server and logs in, as for a mail, and sends none.
    ///
    /// # Errors
    ///
    /// Why it would take none.
    pub async fn greet(&self) -> Result<Greeting, NoGreeting> {
        self.0.pool.greet().await
    }

    /// Says goodbye to the mail server on all connections that are not in use.
    pub async fn close(&self) {
        self.0.pool.close().await;
    }
}

fn tls(settings: &SmtpSettings) -> Result<Option<TlsParameters>, SettingsError> {
    if settings.security == Security::None {
        return Ok(None);
    }
    let unfit = |field, reason| SettingsError::Field { field, reason };
    let mut builder = TlsParameters::builder(settings.host.clone());
    if let Some(path) = &settings.ca_file {
        let pem = read("ca_file", path)?;
        let certificate = Certificate::from_pem(&pem)
            .map_err(|_| unfit("ca_file", "not a PEM file with certificates"))?;
        builder = builder.add_root_certificate(certificate);
    }
    let parameters = builder
        .build()
        .map_err(|_| unfit("security", "TLS cannot be set up with these settings"))?;
    Ok(Some(parameters))
}

fn credentials(settings: &SmtpSettings) -> Result<Option<Credentials>, SettingsError> {
    let Some(username) = &settings.username else {
        return Ok(None);
    };
    let password = match (&settings.password, &settings.password_file) {
        (Some(password), _) => password.clone(),
        (None, Some(path)) => first_line(&read("password_file", path)?)?,
        (None, None) => String::new(),
    };
    Ok(Some(Credentials::new(username.clone(), password)))
}

fn first_line(bytes: &[u8]) -> Result<String, SettingsError> {
    let unfit = || SettingsError::Field {
        field: "password_file",
        reason: "its first line is not text",
    };
    let text = std::str::from_utf8(bytes).map_err(|_| unfit())?;
    text.lines()
        .next()
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .ok_or_else(unfit)
}

fn dkim(settings: &SmtpSettings) -> Result<Option<Dkim>, SettingsError> {
    let Some(dkim) = &settings.dkim else {
        return Ok(None);
    };
    let pem = read("dkim.key_file", &dkim.key_file)?;
    Dkim::new(&dkim.domain, &dkim.selector, &pem)
        .map(Some)
        .map_err(SettingsError::Dkim)
}

fn read(field: &'static str, path: &Path) -> Result<Vec<u8>, SettingsError> {
    fs::read(path).map_err(|source| SettingsError::File {
        field,
        path: path.to_owned(),
        source,
    })
}
