//! The front page and what robots ask for.

use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::at_letter::{AtLetter, negotiated};
use super::letter::{figures, letter, on_to, state};
use super::whose_host::AtOwnHost;
use super::{Site, pages};
use crate::config::Front;
use crate::l10n::Lang;
use crate::model::LetterState;
use crate::recorder::Published;
use crate::render::{BarePage, Frame, FrontPage, LetterCard};

/// `GET /`: under a letter's own host the letter, otherwise what the operator chose.
pub(super) async fn front(State(site): super::State, request: Request) -> Response {
    if request.extensions().get::<AtOwnHost>().is_some() {
        let (mut parts, _) = request.into_parts();
        return match AtLetter::from_request_parts(&mut parts, &site).await {
            Ok(at) => letter(at).await.into_response(),
            Err(refused) => refused.into_response(),
        };
    }
    let lang = negotiated(request.uri().query(), request.headers(), Lang::En);
    let frame = Frame::new(site.app.site(), lang, "/");
    match &site.app.config.front_page {
        Front::Letters => pages::private(&listed(&site, frame)),
        Front::Nothing => pages::private(&BarePage { frame }),
        Front::Letter(slug) => match site.app.letters.by_slug(slug.as_str()) {
            Some(letter) => {
                let home = pages::letter_ref(&letter, letter.text_for(lang), lang).home;
                let query = request.uri().query().unwrap_or_default();
                on_to(Redirect::temporary, &home, query)
            }
            // Before its launch nothing tells that it exists.
            None => pages::private(&BarePage { frame }),
        },
    }
}

/// The letters that the front page and the API list.
pub(super) fn shown(site: &Site) -> Vec<Arc<Published>> {
    match &site.app.config.front_page {
        Front::Letters => site.app.letters.all(),
        Front::Nothing => Vec::new(),
        Front::Letter(slug) => site
            .app
            .letters
            .by_slug(slug.as_str())
            .into_iter()
            .collect(),
    }
}

fn listed(site: &Site, frame: Frame) -> FrontPage {
    let lang = frame.lang;
    let card = |letter: &Arc<Published>| LetterCard {
        letter: pages::letter_ref(letter, letter.text_for(lang), lang),
        to: letter.text_for(lang).text.to.clone(),
        state: state(letter),
        figures: figures(letter),
    };
    let (closed, open): (Vec<_>, Vec<_>) = shown(site)
        .into_iter()
        .partition(|letter| letter.letter.state == LetterState::Closed);
    FrontPage {
        frame,
        open: open.iter().map(card).collect(),
        closed: closed.iter().map(card).collect(),
    }
}

/// `GET /robots.txt`: private links and the machinery are nobody's to index.
pub(super) async fn robots() -> impl IntoResponse {
    "User-agent: *\nDisallow: /letters/*/confirm/\nDisallow: /letters/*/sent\nDisallow: /api/\n\
     Disallow: /letters/*/record/\nDisallow: /organize\n"
}
