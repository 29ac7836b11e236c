//! A text as its letter's page will show it.

use super::super::beside;
use super::super::letter::{figures, logo_of, state};
use super::super::pages;
use super::super::refused::Refused;
use super::at::{Answered, At};
use crate::acts::writing::{self, Wording};
use crate::model::{Kind, Letter};
use crate::render::{
    self, Demand, Figures, Frame, LetterPage, LetterRef, Moment, SignForm, hex, paths,
};

/// `GET /organize/letters/{slug}/texts/{lang}/preview`
pub(in crate::http) async fn page(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let found = writing::wording(&at.site.app.store, letter, &at.rest).await;
    let (_, wording) = found.map_err(|error| at.failed(&error))?;
    Ok(pages::private(&of(&at, letter, &wording).await?))
}

/// The letter's page over what is written. Before launch nobody stands behind it yet.
pub(super) async fn of(at: &At, letter: &Letter, wording: &Wording) -> Result<LetterPage, Refused> {
    let (text, now) = (&wording.text, at.site.app.clock.now());
    let published = at.site.app.letters.by_id(letter.id);
    let demand = |demand: &crate::model::text::Demand| Demand {
        id: demand.id.clone(),
        brief: demand.brief.clone(),
    };
    let version = published.as_ref().map_or(1, |of| of.fixed.version + 1);
    let text_html = beside::html(text).await;
    Ok(LetterPage {
        frame: Frame::private(at.site.app.site_of(letter), at.lang, at.path.clone()),
        letter: LetterRef {
            slug: letter.slug.to_string(),
            home: paths::letter(letter.slug.as_str()),
            title: text.title.clone(),
            title_lang: wording.lang.clone(),
            lang: at.lang,
            keeps_text: false,
        },
        state: published
            .as_deref()
            .map_or(render::LetterState::Open, state),
        untranslated: None,
        more_texts: Vec::new(),
        to: text.to.clone(),
        from: text.from.clone(),
        published: Moment::of(now),
        version: u32::try_from(version).unwrap_or_default(),
        text_digest: hex(wording.digest.as_bytes()),
        text_html: text_html.map_err(|error| at.failed(&error))?,
        figures: match &published {
            Some(of) => figures(of),
            None => Figures::of(&Default::default(), now, 0),
        },
        demands: text.demands.iter().map(demand).collect(),
        statements: Vec::new(),
        logos: Vec::new(),
        founding_organizations: Vec::new(),
        founding_companies: Vec::new(),
        founding_individuals: Vec::new(),
        founding_total: published.as_ref().map_or(0, |of| of.head.figures.founding),
        recent: Vec::new(),
        form: SignForm::empty(
            Kind::Individual,
            Moment::of_day(&letter.settings.retention_until),
        ),
        logo: published.as_deref().and_then(logo_of),
        preview: true,
    })
}
