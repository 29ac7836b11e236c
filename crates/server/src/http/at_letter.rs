//! Where most handlers begin: a launched letter, and the reader's language.

use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;

use super::Site;
use super::refused::{Refused, refusal_of};
use super::text_choice::{self, TextChoice};
use super::whose_host::AtOwnHost;
use crate::acts::ActError;
use crate::l10n::{self, Lang};
use crate::recorder::{Published, PublishedText};
use crate::render::{Frame, LetterRef, Refusal};

/// The letter that a request is about.
pub(super) struct AtLetter {
    pub(super) site: Arc<Site>,
    pub(super) letter: Arc<Published>,
    pub(super) lang: Lang,
    /// The text that the reader gets.
    pub(super) choice: TextChoice,
    /// The query's pairs; the last of one name counts.
    pub(super) query: HashMap<String, String>,
    /// The path's `index`, `token` or `file`.
    pub(super) rest: String,
    /// Whether the path names the letter, which its own host does already.
    pub(super) by_slug: bool,
    /// The query as it came.
    pub(super) raw_query: String,
    /// Taken from the request, which has none any more.
    pub(super) headers: HeaderMap,
}

impl FromRequestParts<Arc<Site>> for AtLetter {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Refused> {
        let headers = std::mem::take(&mut parts.headers);
        let raw_query = parts.uri.query().unwrap_or_default().to_owned();
        let params = RawPathParams::from_request_parts(parts, site).await;
        let mut slug = String::new();
        let mut rest = String::new();
        for (name, value) in params.iter().flatten() {
            let part = if name == "slug" { &mut slug } else { &mut rest };
            value.clone_into(part);
        }
        let by_slug = !slug.is_empty();
        let letter = match parts.extensions.remove::<AtOwnHost>() {
            Some(AtOwnHost(letter)) if !by_slug => Some(letter),
            _ => site.app.letters.by_slug(&slug),
        };
        let Some(letter) = letter else {
            let lang = negotiated(Some(&raw_query), &headers, Lang::En);
            // What is there must not look as if it weren't.
            let why = match site.app.letters.keyless().contains(&slug) {
                true => Refusal::ReadOnly,
                false => Refusal::NotFound,
            };
            return Err(Refused::new(why, site, lang, None));
        };
        let default = Lang::from_tag(&letter.letter.settings.default_language);
        let lang = negotiated(Some(&raw_query), &headers, default.unwrap_or(Lang::En));
        let query = url::form_urlencoded::parse(raw_query.as_bytes())
            .into_owned()
            .collect();
        Ok(Self {
            site: site.clone(),
            choice: choose_text(&letter, &query, &headers),
            letter,
            lang,
            query,
            rest,
            by_slug,
            raw_query,
            headers,
        })
    }
}

impl AtLetter {
    /// A value of the query; empty where there is none.
    pub(super) fn asked(&self, name: &str) -> &str {
        self.query.get(name).map_or("", String::as_str)
    }

    /// The text that the reader gets.
    pub(super) fn text(&self) -> &PublishedText {
        let chosen = self.letter.fixed.texts.get(&self.choice.tag);
        chosen.unwrap_or_else(|| self.letter.text_for(self.lang))
    }

    /// The letter's path with `rest` behind it.
    pub(super) fn path(&self, rest: &str) -> String {
        format!("/letters/{}{rest}", self.letter.letter.slug)
    }

    /// The path of the letter's own page.
    pub(super) fn home(&self) -> String {
        match self.letter.own_url {
            Some(_) => "/".to_owned(),
            None => self.path(""),
        }
    }

    /// The frame of a public page at `path`.
    pub(super) fn frame(&self, path: &str) -> Frame {
        Frame::new(self.site.app.site_around(&self.letter), self.lang, path)
    }

    /// The frame of a page behind the token of this request.
    pub(super) fn private_frame(&self) -> Frame {
        Frame::private(
            self.site.app.site_around(&self.letter),
            self.lang,
            self.path(&format!("/confirm/{}", self.rest)),
        )
    }

    /// The letter as pages name it.
    pub(super) fn letter_ref(&self) -> LetterRef {
        let interface = self.choice.tag.split('-').next();
        LetterRef {
            keeps_text: self.choice.as_wished && interface != Some(self.lang.tag()),
            ..super::pages::letter_ref(&self.letter, self.text(), self.lang)
        }
    }

    /// A refusal in the reader's language.
    pub(super) fn refuse(&self, refusal: Refusal) -> Refused {
        Refused::new(refusal, &self.site, self.lang, Some(self.letter.clone()))
    }

    /// The refusal that an act's error is.
    pub(super) fn failed(&self, error: &ActError) -> Refused {
        self.refuse(refusal_of(error)).because_of(error)
    }
}

/// The text for a reader: `?text=`, then what chooses the interface's language.
fn choose_text(
    letter: &Published,
    query: &HashMap<String, String>,
    headers: &HeaderMap,
) -> TextChoice {
    let asked = ["text", "lang"].map(|name| query.get(name).map_or("", String::as_str));
    let accepted = l10n::accepted(accept_language(headers).unwrap_or_default());
    let wishes = asked.into_iter().filter(|wish| !wish.is_empty());
    let wishes: Vec<&str> = wishes.chain(accepted).collect();
    let tags: Vec<&str> = letter.fixed.texts.keys().map(String::as_str).collect();
    text_choice::choose(&tags, &wishes, &letter.letter.settings.default_language)
}

fn accept_language(headers: &HeaderMap) -> Option<&str> {
    headers.get(ACCEPT_LANGUAGE)?.to_str().ok()
}

/// The reader's language: `?lang=`, then `Accept-Language`, then `default`.
pub(super) fn negotiated(query: Option<&str>, headers: &HeaderMap, default: Lang) -> Lang {
    let asked = url::form_urlencoded::parse(query.unwrap_or_default().as_bytes())
        .filter(|(name, _)| name == "lang")
        .map(|(_, value)| value.into_owned())
        .last();
    Lang::negotiate(asked.as_deref(), accept_language(headers), default)
}
