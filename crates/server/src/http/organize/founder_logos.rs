//! The logo of a founder, looked at and decided on before the launch.

use super::super::pages;
use super::at::{Answered, At};
use super::founders::back;
use crate::acts::founding::logo;
use crate::render::Refusal;

/// `GET /organize/letters/{slug}/founders/{id}/logo`
pub(in crate::http) async fn picture(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let picture = logo::picture(&at.site.app, letter, at.id()?).await;
    picture.map(pages::png).map_err(|error| at.failed(&error))
}

/// `POST /organize/letters/{slug}/founders/{id}/logo`: `decision` is `approve` or `refuse`, `logo` which
/// of theirs was looked at.
pub(in crate::http) async fn decide(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let approves = match at.field("decision") {
        "approve" => true,
        "refuse" => false,
        _ => return Err(at.refuse(Refusal::Unreadable)),
    };
    let seen = at.field("logo").parse();
    let seen = seen.map_err(|_| at.refuse(Refusal::Unreadable))?;
    let (app, session) = (&at.site.app, at.session()?);
    match logo::decide(app, session, letter, (at.id()?, seen), approves).await {
        Ok(()) => Ok(back(&at)?),
        Err(error) => Err(at.failed(&error)),
    }
}
