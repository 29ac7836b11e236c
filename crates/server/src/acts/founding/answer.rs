//! Answers: who was invited reads the letter, and accepts ([`acceptance`](super::acceptance)) or
//! declines. Until launch they may think again; nothing of an answer that was taken back is left.

use undersigned_record::Hash;
use undersigned_record::opening::Opening;

use super::{Entry, is_held_draft, key};
use crate::acts::{ActError, Result, recipients};
use crate::app::App;
use crate::model::{Letter, LetterState, Slug};
use crate::seal::Token;
use crate::store::founders::{self, Answered, FounderRow};
use crate::store::letters::TextRow;
use crate::store::{founder_links, founder_logos, letters, links, openings, signatures};

/// Where an invitation's link leads.
pub enum Reached {
    /// To the letter, before its launch.
    Invited(Box<Opened>),
    /// To the letter that has launched; whether they accepted before.
    Launched {
        /// The letter's word in addresses.
        slug: Slug,
        /// Whether their link manages a signature now.
        signed: bool,
    },
}

/// An invitation, opened.
pub struct Opened {
    /// How far they are.
    pub row: FounderRow,
    /// Who they are.
    pub entry: Entry,
    /// The letter.
    pub letter: Letter,
    /// Its newest texts.
    pub texts: Vec<TextRow>,
    /// To whom contacts are sealed today.
    recipients: String,
    /// SHA-256 of the link's token.
    pub(super) link: Vec<u8>,
}

impl Opened {
    /// Whether an address is needed to accept: none is known here.
    #[must_use]
    pub fn lacks_mailbox(&self) -> bool {
        let sealed = self.row.signature.is_some() || self.entry.held.is_some();
        self.entry.email.is_none() && (!sealed || self.is_sealed_elsewhere())
    }

    /// Whether they accepted while there were other recipients: their contact is sealed to those.
    #[must_use]
    pub fn is_sealed_elsewhere(&self) -> bool {
        self.row.is_sealed_elsewhere(&self.recipients)
    }

    /// The text that a page showed, by its language and its digest; none where it is not among the
    /// newest any more.
    #[must_use]
    pub fn shown(&self, lang: &str, digest: &str) -> Option<&TextRow> {
        let mut texts = self.texts.iter();
        texts.find(|text| text.lang == lang && Hash::of(&text.body).to_string() == digest)
    }

    /// Whether they accepted an earlier version of the text than the newest.
    #[must_use]
    pub fn stands_under_earlier(&self) -> bool {
        let newest = self.texts.first().map_or(0, |text| text.version);
        self.row.stands_under_earlier(newest)
    }
}

/// Opens a link. Changes nothing.
pub async fn open(app: &App, token: &str) -> Result<Reached> {
    let hash = Token::parse(token).ok_or(ActError::NoLink)?.hash();
    let mut tx = app.store.read().await?;
    let row = founder_links::by_link(&mut tx, &hash).await?;
    let row = row.ok_or(ActError::NoLink)?;
    let letter = letters::by_id(&mut tx, row.letter).await?;
    let letter = letter.ok_or(ActError::Unreadable)?;
    if letter.state != LetterState::Draft {
        let here = (letter.id, hash);
        let signed = !links::find_all(&mut tx, &[here]).await?.is_empty();
        let slug = letter.slug;
        return Ok(Reached::Launched { slug, signed });
    }
    let mut texts = letters::texts(&mut tx, letter.id).await?;
    let recipients = recipients::joined(&letters::recipients(&mut tx, letter.id).await?);
    drop(tx);
    let newest = texts.iter().map(|text| text.version).max();
    texts.retain(|text| Some(text.version) == newest);
    let key = key::read(app, &letter).await?.ok_or(ActError::Unreadable)?;
    let entry = Entry::read(&key, &row).ok_or(ActError::Unreadable)?;
    Ok(Reached::Invited(Box::new(Opened {
        row,
        entry,
        letter,
        texts,
        recipients,
        link: hash,
    })))
}

/// Notes that a link was opened.
pub async fn visit(app: &App, founder: i64) -> Result<()> {
    let now = app.clock.now();
    let noted = app
        .committer
        .write(move |tx| Box::pin(founders::visited(tx, founder, now)));
    Ok(noted.await?)
}

/// Declines, also after having accepted. The address is deleted, and the sealed contact with it.
pub async fn decline(app: &App, opened: &Opened) -> Result<()> {
    let entry = Entry {
        email: None,
        contact_name: None,
        ..opened.entry.unanswered()
    };
    let key = app.keys.founders_key(&opened.letter.slug)?;
    let (letter, founder) = (opened.letter.id, opened.row.id);
    let fields = entry.seal(&key, founder)?;
    let (country, at) = (entry.public.country, app.clock.now());
    let link = opened.link.clone();
    let declined = app.committer.write(move |tx| {
        Box::pin(async move {
            if !is_held_draft(tx, letter).await? {
                return Ok(false);
            }
            let now = founders::hold(tx, founder).await?;
            if let Some(signature) = now.and_then(|now| now.signature) {
                signatures::take_back(tx, signature).await?;
            }
            let answer = Answered {
                id: founder,
                state: "declined",
                country: country.as_str(),
                fields: &fields,
                statement: "none",
                signature: None,
                sealed_to: "",
                version: None,
                addressed: false,
                at,
            };
            founders::answer(tx, &answer).await?;
            founder_logos::remove(tx, founder).await?;
            founder_links::answered_by(tx, founder, &link).await?;
            Ok(true)
        })
    });
    match declined.await? {
        true => Ok(()),
        false => Err(ActError::Launched),
    }
}

/// The founding list as it is now: the openings of those who accepted or were brought, of one kind,
/// in the order of a language, at most `limit`.
pub async fn so_far(
    app: &App,
    letter: i64,
    (lang, kind): (&str, &str),
    limit: i64,
) -> Result<Vec<(String, Opening)>> {
    let mut tx = app.store.read().await?;
    let rows = openings::before_launch(&mut tx, letter, (lang, kind), limit).await?;
    let read = |(country, opening): (String, Vec<u8>)| {
        let opening = Opening::parse(&opening).map_err(|_| ActError::Unreadable)?;
        Ok((country, opening))
    };
    rows.into_iter().map(read).collect()
}
