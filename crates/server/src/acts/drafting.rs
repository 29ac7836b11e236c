//! Drafting: a letter comes in from files, with keys of its own and a test contact for each
//! recipient. Nobody but its organizers knows of it until launch.

use super::launch::test_contact;
use super::{ActError, Result};
use crate::app::App;
use crate::model::{Draft, Letter, LetterState};
use crate::seal::{Recipients, row_id};
use crate::store::letters::{self, RecipientRow, TextRow};
use crate::store::{self, Tx};

/// The version of a draft's texts.
const FIRST: i64 = 1;

/// How an import of a letter ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drafted {
    /// The letter is new.
    Anew,
    /// The letter was here as a draft with the same texts; recipients and watched names that were
    /// missing are there now.
    Completed,
    /// Its slug or origin is another letter's, or it is here with other texts or another origin:
    /// nothing was changed.
    Differs,
    /// It has launched: nothing was changed.
    Launched,
}

/// Brings a draft in. The same draft again changes nothing.
pub async fn create(app: &App, draft: &Draft, recipients: &[String]) -> Result<Drafted> {
    if !recipients.is_empty() {
        Recipients::parse(recipients)?;
    }
    let log = app.keys.create_letter(&draft.slug, &draft.origin)?;
    let letter = Letter {
        id: row_id(app.clock.now_ms()),
        slug: draft.slug.clone(),
        origin: draft.origin.clone(),
        state: LetterState::Draft,
        vkey: log.verifier().to_string(),
        opened_at: None,
        settings: draft.settings.clone(),
    };
    let recipients = recipients
        .iter()
        .map(|recipient| test_contact(&letter, recipient, String::new()))
        .collect::<Result<Vec<_>>>()?;
    let text = |(lang, body): (&String, &Vec<u8>)| TextRow {
        version: FIRST,
        lang: lang.clone(),
        body: body.clone(),
    };
    let parts = Parts {
        letter,
        texts: draft.texts.iter().map(text).collect(),
        watched: draft.watched.clone(),
        recipients,
    };
    app.committer
        .write(move |tx| Box::pin(async move { parts.put(tx).await }))
        .await
        .map_err(ActError::from)
}

struct Parts {
    letter: Letter,
    texts: Vec<TextRow>,
    watched: Vec<String>,
    recipients: Vec<RecipientRow>,
}

impl Parts {
    async fn put(self, tx: &mut Tx) -> store::Result<Drafted> {
        let new = letters::insert(tx, &self.letter).await?;
        let id = if new {
            self.letter.id
        } else {
            let known = letters::by_slug(tx, self.letter.slug.as_str()).await?;
            match known {
                Some(known) if known.state != LetterState::Draft => return Ok(Drafted::Launched),
                Some(known) if self.is_same(tx, &known).await? => known.id,
                _ => return Ok(Drafted::Differs),
            }
        };
        for text in &self.texts {
            letters::insert_text(tx, id, text).await?;
        }
        for name in &self.watched {
            letters::watch(tx, id, name).await?;
        }
        for recipient in &self.recipients {
            letters::insert_recipient(tx, id, recipient).await?;
        }
        Ok(if new {
            Drafted::Anew
        } else {
            Drafted::Completed
        })
    }

    async fn is_same(&self, tx: &mut Tx, known: &Letter) -> store::Result<bool> {
        let texts = letters::texts(tx, known.id).await?;
        let key = |text: &TextRow| (text.lang.clone(), text.body.clone());
        let stored: std::collections::BTreeMap<_, _> = texts.iter().map(key).collect();
        let brought = self.texts.iter().map(key).collect();
        let settings = |letter: &Letter| serde_json::to_string(&letter.settings).ok();
        Ok(known.origin == self.letter.origin
            && stored == brought
            && settings(known) == settings(&self.letter))
    }
}
