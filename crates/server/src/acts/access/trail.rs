//! The trail of what organizers did.

use super::super::Result;
use super::Session;
use crate::app::App;
pub use crate::model::trail::Act;
use crate::model::trail::{Part, TRANSLATOR, What};
use crate::seal::{row_id, row_time_ms};
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
            name: format!("{TRANSLATOR}{lang}"),
        }
    }

    /// The organizer's number; none for others.
    pub(in crate::acts) fn id(&self) -> Option<i64> {
        self.organizer
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
pub struct Line {
    row: TrailRow,
    act: Act,
    what: What,
}

impl Line {
    /// What `who` does now, with a letter or with their own access, and to what or whom.
    #[must_use]
    pub fn new(app: &App, who: Who, letter: Option<i64>, act: Act, what: impl Into<What>) -> Self {
        let row = TrailRow {
            id: row_id(app.clock.now_ms()),
            at: app.clock.now(),
            letter,
            organizer: who.organizer,
            who: who.name,
            act: act.as_str().to_owned(),
            what: String::new(),
            parts: None,
        };
        let what = what.into();
        Self { row, act, what }
    }

    /// Writes it. What somebody does with their own access belongs to the letters that are theirs
    /// now.
    pub async fn write(&self, tx: &mut Tx) -> store::Result<()> {
        let parts = serde_json::to_string(&self.what);
        let row = TrailRow {
            parts: Some(parts.map_err(|_| store::StoreError::Corrupt("a line of the trail"))?),
            ..self.row.clone()
        };
        trail::note(tx, &row).await?;
        match (row.letter, row.organizer) {
            (None, Some(organizer)) if self.act.is_of_access() => {
                trail::concern_letters_of(tx, organizer, row.id).await
            }
            _ => Ok(()),
        }
    }

    /// The same, done to what is known only now.
    #[must_use]
    pub fn of(mut self, what: impl Into<What>) -> Self {
        self.what = what.into();
        self
    }

    /// The same, with something more about it.
    #[must_use]
    pub fn and(mut self, part: Part, value: impl Into<String>) -> Self {
        self.what = self.what.and(part, value);
        self
    }

    /// The same by somebody who has become an organizer meanwhile.
    #[must_use]
    pub fn by(mut self, who: Who) -> Self {
        (self.row.organizer, self.row.who) = (who.organizer, who.name);
        self
    }

    /// The same in another letter's trail.
    #[must_use]
    pub fn within(&self, letter: i64) -> Self {
        let line = self.besides(self.act, self.what.clone());
        let letter = Some(letter);
        let row = TrailRow { letter, ..line.row };
        Self { row, ..line }
    }

    /// What else is done with the letter, by the same.
    #[must_use]
    pub fn besides(&self, act: Act, what: impl Into<What>) -> Self {
        let row = TrailRow {
            id: row_id(row_time_ms(self.row.id)),
            act: act.as_str().to_owned(),
            ..self.row.clone()
        };
        let what = what.into();
        Self { row, act, what }
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
    let all = every(app, Some(letter)).await?;
    let line = Line::new(app, session.into(), Some(letter), Act::TrailExported, "");
    app.committer
        .write(move |tx| Box::pin(async move { line.write(tx).await }))
        .await?;
    Ok(all)
}

/// A letter's whole trail, or everything that was done on this server, oldest first.
pub async fn every(app: &App, letter: Option<i64>) -> Result<Vec<TrailRow>> {
    let (mut all, mut before) = (Vec::new(), i64::MAX);
    loop {
        let mut tx = app.store.read().await?;
        let page = match letter {
            Some(letter) => trail::of_letter(&mut tx, letter, before, PAGE).await?,
            None => trail::all(&mut tx, before, PAGE).await?,
        };
        let Some(last) = page.last() else { break };
        before = last.id;
        all.extend(page);
    }
    all.reverse();
    Ok(all)
}
