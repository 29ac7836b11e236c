//! The trail of what organizers did.

use super::super::Result;
use super::Session;
use crate::app::App;
pub use crate::model::trail::Act;
use crate::seal::row_id;
use crate::store::trail::{self, TrailRow};
use crate::store::{self, Tx};

/// Who did something, as the trail names them.
#[derive(Clone, Debug)]
pub struct Who {
    organizer: Option<i64>,
    name: String,
}

impl Who {
    /// Whoever has the server's command line.
    #[must_use]
    pub fn operator() -> Self {
        Self {
            organizer: None,
            name: String::new(),
        }
    }

    /// Whoever has the link for translating into a language.
    #[must_use]
    pub fn translator(lang: &str) -> Self {
        Self {
            organizer: None,
            name: format!("translator of {lang}"),
        }
    }

    /// Their name.
    pub(in crate::acts) fn name(&self) -> &str {
        &self.name
    }

    /// An organizer.
    #[must_use]
    pub fn organizer(id: i64, name: impl Into<String>) -> Self {
        Self {
            organizer: Some(id),
            name: name.into(),
        }
    }
}

impl From<&Session> for Who {
    fn from(session: &Session) -> Self {
        Self::organizer(session.organizer, &*session.name)
    }
}

/// One line of the trail, to be written by the transaction that does it.
pub struct Line(TrailRow);

impl Line {
    /// What `who` does now, with a letter or with their own access, and to what or whom.
    #[must_use]
    pub fn new(
        app: &App,
        who: Who,
        letter: Option<i64>,
        act: Act,
        what: impl Into<String>,
    ) -> Self {
        Self(TrailRow {
            id: row_id(app.clock.now_ms()),
            at: app.clock.now(),
            letter,
            organizer: who.organizer,
            who: who.name,
            act: act.as_str().to_owned(),
            what: what.into(),
        })
    }

    /// Writes it.
    pub async fn write(&self, tx: &mut Tx) -> store::Result<()> {
        trail::note(tx, &self.0).await
    }

    /// The same, done to what is known only now.
    #[must_use]
    pub fn of(mut self, what: &str) -> Self {
        what.clone_into(&mut self.0.what);
        self
    }

    /// The same by somebody who has become an organizer meanwhile.
    #[must_use]
    pub fn by(mut self, who: Who) -> Self {
        (self.0.organizer, self.0.who) = (who.organizer, who.name);
        self
    }
}

/// Lines that one page shows.
pub const PAGE: i64 = 100;

/// A page of a letter's trail, newest first; `before` is the last line of the page before.
pub async fn page(app: &App, letter: i64, before: Option<i64>) -> Result<Vec<TrailRow>> {
    let mut tx = app.store.read().await?;
    let before = before.unwrap_or(i64::MAX);
    Ok(trail::of_letter(&mut tx, letter, before, PAGE).await?)
}

/// A letter's whole trail, oldest first, and that it was taken.
pub async fn export(app: &App, session: &Session, letter: i64) -> Result<Vec<TrailRow>> {
    let mut all = Vec::new();
    let mut before = None;
    loop {
        let page = page(app, letter, before).await?;
        before = page.last().map(|row| row.id);
        let done = page.is_empty();
        all.extend(page);
        if done {
            break;
        }
    }
    all.reverse();
    let line = Line::new(app, session.into(), Some(letter), Act::TrailExported, "");
    app.committer
        .write(move |tx| Box::pin(async move { line.write(tx).await }))
        .await?;
    Ok(all)
}
