//! The demo's mailbox: mails stay in memory, for whoever tries the program out to read.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use serde::{Serialize, Serializer};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use super::{Outgoing, links};

/// Keeps the last mails in memory and nowhere else. Clones share one mailbox.
#[derive(Clone)]
pub struct Catcher {
    room: usize,
    caught: Arc<Mutex<VecDeque<Caught>>>,
}

/// A mail as it was caught.
#[derive(Clone, Serialize)]
pub struct Caught {
    /// The recipient's address.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The HTML document.
    pub html: String,
    /// The links of the plain text, in order.
    pub links: Vec<String>,
    /// When the mail was sent; RFC 3339 in JSON.
    #[serde(serialize_with = "rfc3339")]
    pub at: OffsetDateTime,
}

impl Catcher {
    /// A mailbox with room for `room` mails, at least one; the oldest makes way for the newest.
    #[must_use]
    pub fn new(room: usize) -> Self {
        Self {
            room: room.max(1),
            caught: Arc::default(),
        }
    }

    /// All mails, the newest last.
    #[must_use]
    pub fn list(&self) -> Vec<Caught> {
        self.mails().iter().cloned().collect()
    }

    /// Takes a mail.
    pub(super) fn catch(&self, mail: Outgoing) {
        let links = links(&mail.text);
        let Outgoing {
            to,
            subject,
            text,
            html,
            at,
            ..
        } = mail;
        let mut mails = self.mails();
        if mails.len() == self.room {
            mails.pop_front();
        }
        mails.push_back(Caught {
            to,
            subject,
            text,
            html,
            links,
            at,
        });
    }

    fn mails(&self) -> MutexGuard<'_, VecDeque<Caught>> {
        // No step under the lock leaves the queue half changed, so a panic elsewhere is no harm.
        self.caught.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn rfc3339<S: Serializer>(at: &OffsetDateTime, serializer: S) -> Result<S::Ok, S::Error> {
    let text = at.format(&Rfc3339).map_err(serde::ser::Error::custom)?;
    serializer.serialize_str(&text)
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;
    use crate::mail::Transport;

    fn mail(n: usize) -> Outgoing {
        Outgoing {
            to: format!("ana{n}@example.org"),
            subject: format!("Subject {n}"),
            text: format!("Open https://demo.example/confirm/{n} please."),
            html: "<p>Open</p>".to_owned(),
            message_id: format!("{n}@demo.example"),
            list_unsubscribe: None,
            lang: "en".to_owned(),
            at: datetime!(2026-11-22 23:00 UTC),
            return_token: None,
        }
    }

    #[tokio::test]
    async fn keeps_the_newest_mails_in_order() {
        let catcher = Catcher::new(3);
        let transport = Transport::Catcher(catcher.clone());
        for n in 0..5 {
            transport.send(mail(n)).await.unwrap();
        }
        let subjects: Vec<String> = catcher
            .list()
            .into_iter()
            .map(|mail| mail.subject)
            .collect();
        assert_eq!(subjects, ["Subject 2", "Subject 3", "Subject 4"]);
    }

    #[tokio::test]
    async fn speaks_json_with_links_and_time() {
        let catcher = Catcher::new(1);
        Transport::Catcher(catcher.clone())
            .send(mail(7))
            .await
            .unwrap();
        let json = serde_json::to_value(catcher.list()).unwrap();
        assert_eq!(json[0]["to"], "ana7@example.org");
        assert_eq!(json[0]["links"][0], "https://demo.example/confirm/7");
        assert_eq!(json[0]["at"], "2026-11-22T23:00:00Z");
    }
}
