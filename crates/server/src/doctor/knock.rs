//! A knock at the public address: a random word that only a server on this database can answer.

use super::Subject;
use crate::seal::{Token, random};
use crate::store::{Committer, Result, checkups};

/// Seconds after which a knock that nobody took back is forgotten.
const STALE: i64 = 3600;

/// A knock that was announced in the database; or one that couldn't be, and asks only whether anything
/// lives there.
pub(super) struct Knock(Option<Announced>);

struct Announced {
    token: Token,
    answer: String,
}

impl Knock {
    /// Announces one.
    pub(super) async fn announce(of: &Subject) -> Self {
        let Some(store) = of.store() else {
            return Self(None);
        };
        let (token, answer) = (Token::new(random()), Token::new(random()).reveal());
        let (hash, told, now) = (token.hash(), answer.clone(), of.clock.now());
        let noted: Result<()> = Committer::start(store.clone())
            .write(move |tx| {
                Box::pin(async move {
                    checkups::forget_before(tx, now - STALE).await?;
                    checkups::announce(tx, &hash, &told, now).await
                })
            })
            .await;
        Self(noted.is_ok().then_some(Announced { token, answer }))
    }

    /// What to ask the site for.
    pub(super) fn path(&self) -> String {
        match &self.0 {
            Some(knock) => format!("/healthz/{}", knock.token.reveal()),
            None => "/healthz".to_owned(),
        }
    }

    /// What it answers with; none where nobody can know.
    pub(super) fn answer(&self) -> Option<&str> {
        self.0.as_ref().map(|knock| &*knock.answer)
    }

    /// Takes it back.
    pub(super) async fn withdraw(self, of: &Subject) {
        let (Some(store), Some(knock)) = (of.store(), self.0) else {
            return;
        };
        let hash = knock.token.hash();
        // What stays is forgotten by the next look.
        let _: Result<()> = Committer::start(store.clone())
            .write(move |tx| Box::pin(async move { checkups::forget(tx, &hash).await }))
            .await;
    }
}
