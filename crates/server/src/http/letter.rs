//! The letter and the pages around it.

use std::collections::HashMap;

use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Redirect, Response};
use futures_util::future::BoxFuture;
use undersigned_record::statement::Statement;

use super::at_letter::AtLetter;
use super::cache::Page;
use super::refused::Refused;
use super::{pages, roll};
use crate::acts::{ActError, Result};
use crate::l10n::{Lang, own_name};
use crate::model::LetterState;
use crate::model::submission::partner;
use crate::recorder::Published;
use crate::render::{
    self, CheckPage, Demand, FeaturedStatement, Figures, Kind, LanguagesPage, LetterPage, LogoRef,
    Moment, PrivacyPage, Refusal, SentPage, SignForm, SignPage, Signatory, SignatoryLogo,
    TextLanguage, TextName, Untranslated, hex,
};
use crate::seal::Purpose;
use crate::store::roll::{Filter, RollRow};
use crate::store::signatory_logos::{self, SignatoryLogoRow};
use crate::store::statements::AttributedRow;
use crate::store::{Tx, logos, roll as rolls, statements};

/// Founding signatories of each kind on the letter's page, most of them folded away; the roll has
/// them all.
const FOUNDING: [(Kind, i64); 3] = [
    (Kind::Organization, 120),
    (Kind::Company, 120),
    (Kind::Individual, 120),
];
/// Logos of founding organizations and companies on the letter's page.
const LOGOS: usize = 24;
/// Latest signatures on the letter's page.
const RECENT: i64 = 8;
/// Featured statements on the letter's page.
const FEATURED: i64 = 4;

/// `GET /letters/{slug}`
pub(super) async fn letter(at: AtLetter) -> std::result::Result<Response, Refused> {
    if let Some(own) = at.letter.own_url.as_deref().filter(|_| at.by_slug) {
        return Ok(on_to(
            Redirect::permanent,
            &format!("{own}/"),
            &at.raw_query,
        ));
    }
    let kind = asked_kind(&at).unwrap_or(Kind::Individual);
    // A partner's code makes a page of its own, which is nobody else's to get.
    if partner(at.asked("via")).is_some() {
        let page = letter_page(&at, kind).await;
        return Ok(pages::private(&page.map_err(|error| at.failed(&error))?));
    }
    let wished = at.choice.as_wished;
    let key = format!("letter {} {wished}", kind.as_str());
    pages::public(&at, &key, || letter_page(&at, kind)).await
}

/// On to where the letter is read. Asked for again each time, because its own name may be given up.
pub(super) fn on_to(redirect: fn(&str) -> Redirect, home: &str, query: &str) -> Response {
    let mark = if query.is_empty() { "" } else { "?" };
    let no_cache = HeaderValue::from_static("no-cache");
    let onward = redirect(&format!("{home}{mark}{query}"));
    ([(CACHE_CONTROL, no_cache)], onward).into_response()
}

async fn letter_page(at: &AtLetter, kind: Kind) -> Result<LetterPage> {
    let letter = &at.letter;
    let text = at.text();
    let mut tx = at.site.app.store.read().await?;
    let mut founding = HashMap::new();
    // A database that may be old may name people who withdrew.
    let shown = if letter.read_only.is_none() {
        &FOUNDING[..]
    } else {
        &[]
    };
    for &(kind, limit) in shown {
        let filter = Filter {
            kind: kind.as_str(),
            country: "",
        };
        let (id, lang) = (letter.letter.id, at.lang.tag());
        let rows = rolls::by_name(&mut tx, id, lang, &filter, true, (&[], -1), limit).await?;
        founding.insert(kind.as_str(), signatories(&rows)?);
    }
    let mut founding = |kind: Kind| founding.remove(kind.as_str()).unwrap_or_default();
    let (organizations, companies) = (founding(Kind::Organization), founding(Kind::Company));
    let logos = logos_of(&mut tx, letter, [&organizations, &companies]).await?;
    let path = match kind {
        Kind::Individual => at.home(),
        kind => format!("{}?kind={}", at.home(), kind.as_str()),
    };
    let since = letter.fixed.released_at.get(&letter.fixed.version);
    let published = since
        .copied()
        .or(letter.letter.opened_at)
        .unwrap_or_default();
    Ok(LetterPage {
        frame: at.frame(&path),
        letter: at.letter_ref(),
        state: state(letter),
        untranslated: untranslated(at),
        more_texts: more_texts(at),
        to: text.text.to.clone(),
        from: text.text.from.clone(),
        published: Moment::of(published),
        version: u32::try_from(letter.fixed.version).unwrap_or_default(),
        text_digest: hex(text.digest.as_bytes()),
        text_html: text.html.clone(),
        figures: figures(letter),
        demands: demands(at),
        statements: featured(&mut tx, letter).await?,
        logos,
        founding_organizations: organizations,
        founding_companies: companies,
        founding_individuals: founding(Kind::Individual),
        founding_total: letter.head.figures.founding,
        recent: recent(&mut tx, letter).await?,
        form: SignForm::empty(kind, letter.retention())
            .of_version(letter.fixed.version)
            .with_via(&partner(at.asked("via")).unwrap_or_default()),
        logo: logo_of(letter),
        preview: false,
    })
}

/// A letter's logo, as its pages show it.
pub(super) fn logo_of(letter: &Published) -> Option<LogoRef> {
    let folder = format!("/letters/{}/logo/", letter.letter.slug);
    let row = letter.logo.as_ref()?;
    Some(LogoRef::of(&folder, &row.digest, (row.width, row.height)))
}

/// `GET /letters/{slug}/logo/{file}`
pub(super) async fn logo(at: AtLetter) -> std::result::Result<Response, Refused> {
    let letter = at.letter.letter.id;
    let read = async { logos::image(&mut at.site.app.store.read().await?, letter).await };
    let found = read.await.map_err(|error| at.failed(&error.into()))?;
    let Some((_, image)) = found.filter(|(digest, _)| at.rest == format!("{digest}.png")) else {
        return Err(at.refuse(Refusal::NotFound));
    };
    let mut response = pages::png(image);
    let for_ever = HeaderValue::from_static("public, max-age=31536000, immutable");
    response.headers_mut().insert(CACHE_CONTROL, for_ever);
    Ok(response)
}

/// `GET /letters/{slug}/logos/{file}`: the logo of an organization or a company. Readers ask each time
/// whether it is still shown.
pub(super) async fn signatory_logo(at: AtLetter) -> std::result::Result<Response, Refused> {
    roll::ensure_names(&at).map_err(|error| at.failed(&error))?;
    let letter = at.letter.letter.id;
    let digest = at.rest.strip_suffix(".png");
    let digest = digest.ok_or_else(|| at.refuse(Refusal::NotFound))?;
    let store = &at.site.app.store;
    let read = || -> BoxFuture<'_, Result<Page>> {
        Box::pin(async move {
            let mut tx = store.read().await?;
            let image = signatory_logos::image(&mut tx, letter, digest).await?;
            image.map(Page::picture).ok_or(ActError::NoProof)
        })
    };
    let (key, mark) = (format!("{letter} logo {digest}"), at.letter.logos_mark());
    match at.site.pages.get(&key, mark, read).await {
        Ok(page) => Ok(page.answer(&at.headers, "no-cache")),
        Err(error) if matches!(*error, ActError::NoProof) => Err(at.refuse(Refusal::NotFound)),
        Err(error) => Err(at.failed(&error)),
    }
}

/// The logos of the signatories among these who have one, in their order.
async fn logos_of(
    tx: &mut Tx,
    letter: &Published,
    signatories: [&[Signatory]; 2],
) -> Result<Vec<SignatoryLogo>> {
    let all = || signatories.into_iter().flatten();
    let indices: Vec<i64> = all().map(|one| one.index.cast_signed()).collect();
    let shown = signatory_logos::shown(tx, letter.letter.id, &indices).await?;
    let shown: HashMap<i64, SignatoryLogoRow> = shown.into_iter().collect();
    let logo = |one: &Signatory| {
        let row = shown.get(&one.index.cast_signed())?;
        let size = (row.width, row.height);
        Some(SignatoryLogo {
            index: one.index,
            by: one.shown.clone(),
            picture: LogoRef::among_others(&logo_folder(letter), &row.digest, size),
        })
    };
    Ok(all().filter_map(logo).take(LOGOS).collect())
}

/// Where signatories' logos are served.
pub(super) fn logo_folder(letter: &Published) -> String {
    format!("/letters/{}/logos/", letter.letter.slug)
}

/// What the letter's page says to who asked for a language that the letter lacks.
fn untranslated(at: &AtLetter) -> Option<Untranslated> {
    let shown = &at.text().lang;
    let mut others: Vec<&String> = at.letter.fixed.texts.keys().collect();
    others.retain(|tag| *tag != shown);
    others.sort();
    (!at.choice.as_wished).then(|| Untranslated {
        shown: TextName::of(shown),
        others: others.into_iter().map(|tag| TextName::of(tag)).collect(),
    })
}

/// The letter's texts in languages that the interface doesn't speak.
fn more_texts(at: &AtLetter) -> Vec<TextName> {
    let mut tags: Vec<&String> = at.letter.fixed.texts.keys().collect();
    tags.retain(|tag| Lang::from_tag(tag).is_none());
    tags.sort();
    tags.into_iter().map(|tag| TextName::of(tag)).collect()
}

async fn featured(tx: &mut Tx, letter: &Published) -> Result<Vec<FeaturedStatement>> {
    if letter.read_only.is_some() {
        return Ok(Vec::new());
    }
    let rows = statements::featured(tx, letter.letter.id, FEATURED).await?;
    rows.iter().map(featured_statement).collect()
}

fn featured_statement(row: &AttributedRow) -> Result<FeaturedStatement> {
    let words = Statement::parse(&row.words).map_err(|_| ActError::Unreadable)?;
    let signature = RollRow {
        idx: row.idx,
        kind: row.kind.clone(),
        country: row.country.clone(),
        level: row.level.clone(),
        founding: row.founding,
        signed_at: row.signed_at,
        opening: row.opening.clone(),
        key: Vec::new(),
    };
    Ok(FeaturedStatement {
        text: words.words,
        lang: Some(words.lang.as_str().to_owned()),
        by: roll::signatory(&signature)?,
    })
}

async fn recent(tx: &mut Tx, letter: &Published) -> Result<Vec<Signatory>> {
    if letter.read_only.is_some() {
        return Ok(Vec::new());
    }
    let filter = Filter {
        kind: "",
        country: "",
    };
    let mut rows = rolls::by_index(tx, letter.letter.id, &filter, i64::MAX, RECENT).await?;
    rows.retain(|row| !row.founding);
    signatories(&rows)
}

fn signatories(rows: &[RollRow]) -> Result<Vec<Signatory>> {
    rows.iter().map(roll::signatory).collect()
}

fn demands(at: &AtLetter) -> Vec<Demand> {
    let demands = at.text().text.demands.iter();
    demands
        .map(|d| Demand {
            id: d.id.clone(),
            brief: d.brief.clone(),
        })
        .collect()
}

/// The public figures at the published head.
pub(super) fn figures(letter: &Published) -> Figures {
    let figures = Figures::of(&letter.head.figures, letter.head.moved_at, letter.head.size);
    match letter.read_only {
        None => figures,
        Some(_) => figures.of_old_copy(),
    }
}

/// Where a letter stands, for pages.
pub(super) fn state(letter: &Published) -> render::LetterState {
    match (letter.read_only, letter.letter.state) {
        (Some(_), _) => render::LetterState::ReadOnly,
        (None, LetterState::Closed) => {
            render::LetterState::Closed(Moment::of(letter.head.moved_at))
        }
        (None, _) => render::LetterState::Open,
    }
}

/// The kind that the query asks for.
pub(super) fn asked_kind(at: &AtLetter) -> Option<Kind> {
    at.asked("kind").parse().ok()
}

/// `GET /letters/{slug}/sign`
pub(super) async fn sign_form(at: AtLetter) -> std::result::Result<Response, Refused> {
    let kind = asked_kind(&at).unwrap_or(Kind::Individual);
    let via = partner(at.asked("via"));
    let page = SignPage {
        frame: at.frame(&at.path(&format!("/sign?kind={}", kind.as_str()))),
        letter: at.letter_ref(),
        form: SignForm::empty(kind, at.letter.retention())
            .of_version(at.letter.fixed.version)
            .with_via(via.as_deref().unwrap_or_default()),
    };
    if via.is_some() {
        return Ok(pages::private(&page));
    }
    pages::public(&at, &format!("sign {}", kind.as_str()), || async {
        Ok(page)
    })
    .await
}

/// `GET /letters/{slug}/sent`: the same for everybody who sent a form that holds.
pub(super) async fn sent(at: AtLetter) -> Response {
    let config = &at.site.app.config;
    pages::private(&SentPage {
        frame: at.frame(&at.path("/sent")),
        letter: at.letter_ref(),
        mail_from: config.mail.as_ref().map_or_else(
            || "letters@demo.example".to_owned(),
            |mail| mail.from.clone(),
        ),
        hours: Purpose::Outbox.lifetime().unsigned_abs() / 3600,
        catcher: config
            .demo
            .then(|| format!("{}/_demo/mail", config.base_url)),
    })
}

/// `GET /letters/{slug}/check`
pub(super) async fn check(at: AtLetter) -> std::result::Result<Response, Refused> {
    let letter = &at.letter;
    let page = CheckPage {
        frame: at.frame(&at.path("/check")),
        letter: at.letter_ref(),
        figures: figures(letter),
        origin: letter.letter.origin.clone(),
        vkey: letter.letter.vkey.clone(),
        root: letter.head.root.to_string(),
        bundle: None,
    };
    pages::public(&at, "check", || async { Ok(page) }).await
}

/// `GET /letters/{slug}/privacy`
pub(super) async fn privacy(at: AtLetter) -> std::result::Result<Response, Refused> {
    let page = PrivacyPage {
        frame: at.frame(&at.path("/privacy")),
        letter: at.letter_ref(),
        organizers: at.letter.organizers(at.lang),
        own_words: own_words(&at),
        retention: at.letter.retention(),
    };
    pages::public(&at, "privacy", || async { Ok(page) }).await
}

/// What the organizers add about privacy: in the text's language, or else in the letter's own.
fn own_words(at: &AtLetter) -> Vec<String> {
    let settings = &at.letter.letter.settings;
    let said = [&at.text().lang, &settings.default_language];
    let said = said.into_iter().find_map(|tag| settings.privacy.get(tag));
    let paragraphs = said.map(|words| words.split("\n\n").map(str::to_owned).collect());
    paragraphs.unwrap_or_default()
}

/// `GET /letters/{slug}/languages`
pub(super) async fn languages(at: AtLetter) -> std::result::Result<Response, Refused> {
    let fixed = &at.letter.fixed;
    let mut texts: Vec<TextLanguage> = fixed
        .texts
        .values()
        .map(|text| TextLanguage {
            tag: text.lang.clone(),
            own_name: own_name(&text.lang),
            title: text.text.title.clone(),
            digest: hex(text.digest.as_bytes()),
        })
        .collect();
    texts.sort_by(|a, b| a.tag.cmp(&b.tag));
    let page = LanguagesPage {
        frame: at.frame(&at.path("/languages")),
        letter: at.letter_ref(),
        version: u32::try_from(fixed.version).unwrap_or_default(),
        texts,
    };
    pages::public(&at, "languages", || async { Ok(page) }).await
}
