//! Who runs a letter, changed.

use axum::response::Response;

use super::super::pages;
use super::at::{Answered, At};
use crate::acts::access::invitation::{self, Inviter, Offer};
use crate::acts::access::{people, recovery};
use crate::model::{Letter, Mailbox, Role};
use crate::render::organize::LinkPage;
use crate::render::{Refusal, paths};
use crate::seal::Token;

/// `POST /organize/letters/{slug}/people`: the link is mailed, or shown once to be handed over.
pub(in crate::http) async fn invite(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let mailed_to = match at.field("email").trim() {
        "" => None,
        typed => {
            let mailbox = Mailbox::parse(typed);
            let mailbox = mailbox.map_err(|_| at.refuse(Refusal::Address))?;
            Some((mailbox, at.lang))
        }
    };
    let mailed = mailed_to.is_some();
    let (name, config) = (at.name("name")?, &at.site.app.config);
    let Some(origin) = config.organizers_at() else {
        return Err(at.refuse(Refusal::NoHostName));
    };
    let offer = Offer {
        name: name.clone(),
        letter: Some(letter.id),
        role: role(&at)?,
        mailed_to,
    };
    let token = invitation::invite(&at.site.app, Inviter::Owner(at.session()?), offer).await;
    let token = token.map_err(|error| at.failed(&error))?;
    if mailed {
        return Ok(at.on_to(&back(letter)));
    }
    Ok(handed_over(&at, letter, name, (&origin, &token)))
}

fn back(letter: &Letter) -> String {
    format!("/organize/letters/{}", letter.slug)
}

/// A link, shown this once.
fn handed_over(at: &At, letter: &Letter, name: String, link: (&str, &Token)) -> Response {
    let (origin, token) = link;
    pages::private(&LinkPage {
        frame: at.frame(),
        visit: at.visit(),
        name,
        link: format!("{origin}{}", paths::invitation(&token.reveal())),
        back: back(letter),
    })
}

/// `POST /organize/letters/{slug}/people/{id}/link`: for one who is locked out.
pub(in crate::http) async fn give_link(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let app = &at.site.app;
    let Some(origin) = app.config.organizers_at() else {
        return Err(at.refuse(Refusal::NoHostName));
    };
    match recovery::give(app, at.session()?, letter.id, at.id()?).await {
        Ok((name, token)) => Ok(handed_over(&at, letter, name, (&origin, &token))),
        Err(error) => Err(at.failed(&error)),
    }
}

/// `POST /organize/letters/{slug}/invitations/{id}/removal`
pub(in crate::http) async fn revoke(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    match people::revoke(&at.site.app, at.session()?, letter.id, at.id()?).await {
        Ok(()) => Ok(at.on_to(&back(letter))),
        Err(error) => Err(at.failed(&error)),
    }
}

fn role(at: &At) -> Result<Role, super::super::refused::Refused> {
    let role = at.field("role").parse();
    role.map_err(|()| at.refuse(Refusal::Unreadable))
}

/// `POST /organize/letters/{slug}/people/{id}/role`
pub(in crate::http) async fn change(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let (session, id, role) = (at.session()?, at.id()?, role(&at)?);
    match people::change(&at.site.app, session, letter.id, id, role).await {
        Ok(()) => Ok(at.on_to(&back(letter))),
        Err(error) => Err(at.failed(&error)),
    }
}

/// `POST /organize/letters/{slug}/people/{id}/removal`
pub(in crate::http) async fn remove(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    match people::remove(&at.site.app, at.session()?, letter.id, at.id()?).await {
        Ok(()) => Ok(at.on_to(&back(letter))),
        Err(error) => Err(at.failed(&error)),
    }
}
