//! Who runs a letter, changed.

use super::super::pages;
use super::at::{Answered, At};
use crate::acts::access::invitation::{self, Inviter};
use crate::acts::access::people;
use crate::model::Role;
use crate::render::Refusal;
use crate::render::organize::LinkPage;

/// `POST /organize/letters/{slug}/people`
pub(in crate::http) async fn invite(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let (name, role) = (at.name("name")?, role(&at)?);
    let inviter = Inviter::Owner(at.session()?);
    let token = invitation::invite(&at.site.app, inviter, &name, Some(letter.id), role).await;
    let token = token.map_err(|error| at.failed(&error))?;
    let config = &at.site.app.config;
    let origin = config.passkeys_at();
    let origin = origin.map_or_else(
        || config.base_url.clone(),
        |url| url.origin().ascii_serialization(),
    );
    Ok(pages::private(&LinkPage {
        frame: at.frame(),
        visit: at.visit(),
        name,
        link: format!("{origin}/organize/invitations/{}", token.reveal()),
        back: format!("/organize/letters/{}", letter.slug),
    }))
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
        Ok(()) => Ok(at.on_to(&format!("/organize/letters/{}", letter.slug))),
        Err(error) => Err(at.failed(&error)),
    }
}

/// `POST /organize/letters/{slug}/people/{id}/removal`
pub(in crate::http) async fn remove(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    match people::remove(&at.site.app, at.session()?, letter.id, at.id()?).await {
        Ok(()) => Ok(at.on_to(&format!("/organize/letters/{}", letter.slug))),
        Err(error) => Err(at.failed(&error)),
    }
}
