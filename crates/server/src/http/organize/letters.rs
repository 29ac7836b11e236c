//! The letters that are an organizer's.

use axum::response::Response;

use super::super::letter::figures;
use super::super::pages;
use super::super::refused::Refused;
use super::at::{Answered, At};
use crate::acts::access::people;
use crate::acts::moderation;
use crate::acts::writing;
use crate::model::{Letter, LetterState, Role};
use crate::render::Moment;
use crate::render::organize::{
    Invited, LetterHead, LettersPage, OwnLetter, OwnLetterPage, PersonLine, Stage, Waiting,
};
use crate::store::roles;

/// `GET /organize`
pub(in crate::http) async fn mine(at: At) -> Answered {
    let session = at.session()?;
    let known = async {
        let mut tx = at.site.app.store.read().await?;
        roles::letters_of(&mut tx, session.organizer).await
    };
    let known = known.await.map_err(|error| at.failed(&error.into()))?;
    let mut letters = Vec::with_capacity(known.len());
    for (letter, role) in &known {
        letters.push(own(&at, letter, *role).await?);
    }
    Ok(pages::private(&LettersPage {
        frame: at.frame(),
        visit: at.visit(),
        makes_letters: session.makes_letters,
        letters,
    }))
}

/// `GET /organize/letters/{slug}`
pub(in crate::http) async fn one(at: At) -> Answered {
    let (letter, role) = at.letter()?;
    let people = people::list(&at.site.app, letter.id).await;
    let people = people.map_err(|error| at.failed(&error))?;
    let own_id = at.session()?.organizer;
    let person = |person: roles::Person| PersonLine {
        id: person.organizer,
        name: person.name,
        role: person.role,
        is_reader: person.organizer == own_id,
    };
    let invited = |pending: people::Pending| Invited {
        id: pending.id,
        name: pending.name,
        role: pending.role,
        until: Moment::of(pending.until),
    };
    let waiting = match role.moderates() {
        true => Some(moderation::waiting(&at.site.app, letter.id).await),
        false => None,
    };
    let waiting = waiting.transpose().map_err(|error| at.failed(&error))?;
    let page: Response = pages::private(&OwnLetterPage {
        frame: at.frame(),
        visit: at.visit(),
        letter: own(&at, letter, role).await?,
        waiting: waiting.map(|of| Waiting {
            held: of.held,
            statements: of.statements,
            of_founders: of.of_founders,
        }),
        people: people.organizers.into_iter().map(person).collect(),
        invited: people.invited.into_iter().map(invited).collect(),
    });
    Ok(page)
}

async fn own(at: &At, letter: &Letter, role: Role) -> Result<OwnLetter, Refused> {
    let (title, title_lang) = title(at, letter).await?;
    Ok(OwnLetter {
        slug: letter.slug.to_string(),
        title,
        title_lang,
        stage: match letter.state {
            LetterState::Draft => Stage::Draft,
            LetterState::Open => Stage::Open,
            LetterState::Closed => Stage::Closed,
        },
        role,
        figures: at.site.app.letters.by_id(letter.id).map(|of| figures(&of)),
    })
}

/// The letter that a request is about, as its pages name it.
pub(super) async fn head(at: &At, letter: &Letter) -> Result<LetterHead, Refused> {
    let (title, title_lang) = title(at, letter).await?;
    Ok(LetterHead {
        path: format!("/organize/letters/{}", letter.slug),
        title,
        title_lang,
        is_theirs: true,
    })
}

/// A letter's title for this reader, and its language; the slug where it has none yet.
pub(super) async fn title(at: &At, letter: &Letter) -> Result<(String, String), Refused> {
    if let Some(published) = at.site.app.letters.by_id(letter.id) {
        let text = published.text_for(at.lang);
        return Ok((text.text.title.clone(), text.lang.clone()));
    }
    let written = writing::wordings(&at.site.app.store, letter).await;
    let written = written.map_err(|error| at.failed(&error))?;
    let tags = [at.lang.tag(), &letter.settings.default_language];
    let mut chosen = tags.into_iter().filter_map(|tag| written.of(tag));
    let titled = chosen.find(|wording| !wording.text.title.is_empty());
    Ok(match titled {
        Some(wording) => (wording.text.title.clone(), wording.lang.clone()),
        None => (letter.slug.to_string(), "en".to_owned()),
    })
}
