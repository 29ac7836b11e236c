//! The front page and what robots ask for.

use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};

use super::at_letter::negotiated;
use super::letter::{figures, state};
use super::pages;
use crate::l10n::Lang;
use crate::render::{Frame, FrontPage, LetterCard};

/// `GET /`
pub(super) async fn front(State(site): super::State, request: Request) -> Response {
    let lang = negotiated(request.uri().query(), request.headers(), Lang::En);
    let letters = site.app.letters.all();
    let cards = letters.iter().map(|letter| LetterCard {
        letter: pages::letter_ref(letter, letter.text_for(lang), lang),
        to: letter.text_for(lang).text.to.clone(),
        state: state(letter),
        figures: figures(letter),
    });
    let page = FrontPage {
        frame: Frame::new(site.app.site(), lang, "/"),
        letters: cards.collect(),
    };
    pages::private(&page)
}

/// `GET /robots.txt`: private links and the machinery are nobody's to index.
pub(super) async fn robots() -> impl IntoResponse {
    "User-agent: *\nDisallow: /letters/*/confirm/\nDisallow: /letters/*/sent\nDisallow: /api/\n\
     Disallow: /letters/*/record/\nDisallow: /organize\n"
}
