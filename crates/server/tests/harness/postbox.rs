//! People's mailboxes: what the sink holds, read as they would.

use std::time::Duration;

use undersigned_testbed::SmtpSink;

use super::{Person, SLUG, wait_for};

/// Reads mail that came to the sink.
pub(crate) struct Postbox<'a>(pub(crate) &'a SmtpSink);

impl Postbox<'_> {
    /// The private links that a person got, oldest first.
    pub(crate) fn links(&self, person: &Person) -> Vec<String> {
        let mails = self.0.messages_to(&person.address());
        mails
            .iter()
            .map(|mail| private_link(&mail.text()))
            .collect()
    }

    /// The newest of at least `count` links, waited for.
    pub(crate) fn wait(&self, person: &Person, count: usize) -> String {
        let patience = Duration::from_secs(60);
        wait_for("a mail", patience, || {
            let links = self.links(person);
            (links.len() >= count)
                .then(|| links.last().cloned())
                .flatten()
        })
    }
}

/// The link of a mail that leads to its private page.
fn private_link(text: &str) -> String {
    let stem = format!("/letters/{SLUG}/confirm/");
    let links = undersigned::mail::links(text);
    let own = links.into_iter().find(|link| link.contains(&stem));
    own.unwrap_or_else(|| panic!("no private link in the mail:\n{text}"))
}
