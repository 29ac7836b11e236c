//! A letter before its launch, for one journalist or partner: the text in each language and who founds
//! it so far, and nothing else. To whoever has no such link there is no such page.

use axum::extract::{Path, Request, State};
use axum::http::Method;
use axum::response::{IntoResponse, Redirect, Response};

use std::sync::Arc;

use super::at_letter::negotiated;
use super::refused::{Refused, refusal_of, refuse};
use super::{Site, pages};
use crate::acts::ActError;
use crate::acts::founding::answer;
use crate::acts::preview::{self, Previewed, Reached};
use crate::l10n::Lang;
use crate::model::Text;
use crate::render::{
    Demand, Frame, Kind, Level, Moment, PreviewPage, Refusal, Shown, Signatory, TextName, paths,
};

/// Founders of one kind that are shown.
const MOST: i64 = 2_000;

/// `GET /preview/{token}`
pub(super) async fn open(
    State(site): State<Arc<Site>>,
    Path(token): Path<String>,
    request: Request,
) -> Response {
    let lang = negotiated(request.uri().query(), request.headers(), Lang::En);
    let notes = request.method() == Method::GET;
    let failed = |error: &ActError| {
        let refused = Refused::new(refusal_of(error), &site, lang, None);
        refused.because_of(error).into_response()
    };
    let previewed = match preview::open(&site.app, &token, notes).await {
        // The same as where no route matches.
        Err(ActError::NoLink) => return refuse(&site, &request, Refusal::NotFound),
        Err(error) => return failed(&error),
        Ok(Reached::Launched(slug)) => {
            let path = format!("/letters/{slug}");
            return Redirect::to(&paths::in_lang(&path, lang)).into_response();
        }
        Ok(Reached::Before(previewed)) => previewed,
    };
    let query = request.uri().query().unwrap_or_default().as_bytes();
    let wished = url::form_urlencoded::parse(query).find(|(name, _)| name == "text");
    let wished = wished.map(|(_, value)| value.into_owned());
    match page(&site, &previewed, lang, &token, wished.as_deref()).await {
        Ok(page) => pages::private(&page),
        Err(error) => failed(&error),
    }
}

async fn page(
    site: &Site,
    of: &Previewed,
    lang: Lang,
    token: &str,
    wished: Option<&str>,
) -> Result<PreviewPage, ActError> {
    let letter = &of.letter;
    let default = &*letter.settings.default_language;
    let wishes = [wished.unwrap_or_default(), lang.tag(), default];
    let text = |wish: &&str| of.texts.iter().find(|text| text.lang == **wish);
    let shown = wishes.iter().find_map(text).or(of.texts.first());
    let path = paths::preview(token);
    let (text, text_lang) = match shown {
        Some(row) => {
            let text = Text::parse(&row.body).map_err(|_| ActError::Unreadable)?;
            (Some(text), row.lang.clone())
        }
        None => (None, default.to_owned()),
    };
    let others = of.texts.iter().filter(|other| other.lang != text_lang);
    let others = others.map(|other| TextName::of(&other.lang)).collect();
    let founding = |kind: Kind| so_far(site, letter.id, lang, kind);
    let html = text.as_ref().map(Text::html);
    let line = |of: fn(&Text) -> &String| text.as_ref().map(of).cloned().unwrap_or_default();
    let demands = text.iter().flat_map(|text| text.demands.iter());
    Ok(PreviewPage {
        frame: Frame::private(site.app.site_of(letter), lang, &*path),
        path,
        until: of.launches_at.map(Moment::of),
        title: match &text {
            Some(text) => text.title.clone(),
            None => letter.slug.to_string(),
        },
        text_lang,
        others,
        to: line(|text| &text.to),
        from: line(|text| &text.from),
        demands: demands
            .map(|demand| Demand {
                id: demand.id.clone(),
                brief: demand.brief.clone(),
            })
            .collect(),
        text_html: html.unwrap_or_default(),
        organizations: founding(Kind::Organization).await?,
        companies: founding(Kind::Company).await?,
        individuals: founding(Kind::Individual).await?,
        as_of: Moment::of(site.app.clock.now()),
    })
}

async fn so_far(
    site: &Site,
    letter: i64,
    lang: Lang,
    kind: Kind,
) -> Result<Vec<Signatory>, ActError> {
    let order = (lang.tag(), kind.as_str());
    let rows = answer::so_far(&site.app, letter, order, MOST).await?;
    let signatory =
        |(country, opening): (String, undersigned_record::opening::Opening)| Signatory {
            index: 0,
            kind,
            shown: Shown::of(&opening),
            title: opening.title,
            affiliation: opening.affiliation,
            website: opening.website,
            mailbox: opening.mailbox,
            country: (country != "ZZ").then_some(country),
            level: Level::Invited,
            founding: true,
            at: Moment::of(0),
            statement: None,
        };
    Ok(rows.into_iter().map(signatory).collect())
}
