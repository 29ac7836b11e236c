//! From pages to answers.

use askama::Template;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, REFERRER_POLICY};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use futures_util::future::BoxFuture;

use super::at_letter::AtLetter;
use super::cache::Page;
use super::refused::Refused;
use crate::acts::ActError;
use crate::l10n::Lang;
use crate::recorder::{Published, PublishedText};
use crate::render::{LetterRef, Refusal, paths};

const HTML: &str = "text/html; charset=utf-8";

/// The letter as pages name it.
pub(super) fn letter_ref(letter: &Published, text: &PublishedText, lang: Lang) -> LetterRef {
    LetterRef {
        slug: letter.letter.slug.to_string(),
        home: match &letter.own_url {
            Some(own) => format!("{own}/"),
            None => paths::letter(letter.letter.slug.as_str()),
        },
        title: text.text.title.clone(),
        title_lang: text.lang.clone(),
        lang,
        keeps_text: false,
    }
}

/// A page that nobody keeps: behind a token, or with what somebody typed.
pub(super) fn private(page: &impl Template) -> Response {
    let Ok(html) = page.render() else {
        tracing::error!("a template failed");
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(HTML)),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    ];
    (headers, html).into_response()
}

/// A picture that nobody keeps, as long as no header says otherwise.
pub(super) fn png(image: Vec<u8>) -> Response {
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("image/png")),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    ];
    (headers, image).into_response()
}

/// A public page of a letter, from the cache. `key` tells it from the letter's other pages; `make`
/// is called where the cache has none.
pub(super) async fn public<'a, P, F>(
    at: &'a AtLetter,
    key: &str,
    make: impl FnOnce() -> F + Send + 'a,
) -> Result<Response, Refused>
where
    P: Template,
    F: Future<Output = Result<P, ActError>> + Send + 'a,
{
    let (letter, text) = (at.letter.letter.id, &at.choice.tag);
    let key = format!("{letter} {} {text} {key}", at.lang);
    let render = || -> BoxFuture<'a, Result<Page, ActError>> {
        Box::pin(async move {
            let html = make().await?.render().map_err(|_| ActError::Render)?;
            Ok(Page::new(HTML, html.into_bytes()))
        })
    };
    match at.site.pages.get(&key, at.letter.stamp, render).await {
        Ok(page) => Ok(page.answer(&at.headers, "no-cache")),
        Err(error) if matches!(*error, ActError::NoProof) => Err(at.refuse(Refusal::NotFound)),
        Err(error) => Err(at.failed(&error)),
    }
}
