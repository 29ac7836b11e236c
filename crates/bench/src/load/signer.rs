//! Somebody who signs: sends the form, reads the mail, presses the button.

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::{Context, ensure};
use tokio::sync::oneshot;

use super::{Connection, Sink};
use crate::hosted::SLUG;
use crate::people::Person;

/// How long a mail may take before something is broken.
const PATIENCE: Duration = Duration::from_secs(60);

/// A connection to the server, and where its mails arrive.
pub(crate) struct Signer {
    connection: Connection,
    sink: Sink,
}

/// A submission whose mail is on its way.
pub(crate) struct Submitted(oneshot::Receiver<String>);

impl Submitted {
    /// The token of the mail, once it is there.
    pub(crate) async fn token(self) -> anyhow::Result<String> {
        let token = tokio::time::timeout(PATIENCE, self.0).await;
        Ok(token.context("a mail did not come")??)
    }
}

impl Signer {
    pub(crate) async fn open(server: SocketAddr, sink: &Sink) -> anyhow::Result<Self> {
        Ok(Self {
            connection: Connection::open(server).await?,
            sink: sink.clone(),
        })
    }

    /// Sends the form.
    pub(crate) async fn submit(&mut self, person: &Person) -> anyhow::Result<Submitted> {
        let form = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("kind", "individual")
            .append_pair("name", &person.name)
            .append_pair("email", &person.email)
            .append_pair("country", person.country)
            .append_pair("display", "name")
            .append_pair("lang", "en")
            .finish();
        let token = self.sink.expect(&person.email);
        let path = format!("/letters/{SLUG}/signatures");
        let answer = self.connection.post(&path, &form).await?;
        ensure!(
            answer.status == 303,
            "a form was answered {}: {}",
            answer.status,
            String::from_utf8_lossy(answer.body)
        );
        Ok(Submitted(token))
    }

    /// Presses the button of the mailed link.
    pub(crate) async fn confirm(&mut self, token: &str) -> anyhow::Result<()> {
        let path = format!("/letters/{SLUG}/confirm/{token}");
        let answer = self.connection.post(&path, "decision=confirm").await?;
        ensure!(
            answer.status == 200,
            "a confirmation was answered {}",
            answer.status
        );
        Ok(())
    }
}

/// A complete signature.
pub(crate) async fn sign(signer: &mut Signer, person: &Person) -> anyhow::Result<()> {
    let submitted = signer.submit(person).await?;
    let token = submitted.token().await?;
    signer.confirm(&token).await
}
