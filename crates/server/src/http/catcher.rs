//! The demo's caught mails. These routes exist in the demo alone.

use axum::Json;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::at_letter::negotiated;
use super::pages;
use crate::l10n::Lang;
use crate::mail::{Caught, Transport};
use crate::render::{CatcherPage, CaughtMail, Frame, Moment};

fn caught(transport: Option<&Transport>) -> Vec<Caught> {
    match transport {
        Some(Transport::Catcher(catcher)) => catcher.list(),
        _ => Vec::new(),
    }
}

/// `GET /_demo/mail`, newest first.
pub(super) async fn page(State(site): super::State, request: Request) -> Response {
    let lang = negotiated(request.uri().query(), request.headers(), Lang::En);
    let mails = caught(site.app.mail.as_ref()).into_iter().rev().take(100);
    let mails = mails.map(|mail| CaughtMail {
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        links: mail.links,
        at: Moment(mail.at),
    });
    pages::private(&CatcherPage {
        frame: Frame::private(site.app.site(), lang, "/_demo/mail"),
        mails: mails.collect(),
    })
}

#[derive(Serialize)]
struct CaughtJson {
    to: String,
    subject: String,
    text: String,
    html: String,
    links: Vec<String>,
}

/// `GET /_demo/mail.json`, oldest first.
pub(super) async fn json(State(site): super::State) -> Response {
    let mails: Vec<CaughtJson> = caught(site.app.mail.as_ref())
        .into_iter()
        .map(
            |Caught {
                 to,
                 subject,
                 text,
                 html,
                 links,
                 ..
             }| CaughtJson {
                to,
                subject,
                text,
                html,
                links,
            },
        )
        .collect();
    ([("cache-control", "no-store")], Json(mails)).into_response()
}
