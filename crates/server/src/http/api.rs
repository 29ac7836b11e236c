//! The JSON API: what is public, for programs. Described at `/api/openapi.json`.

mod asked;

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use undersigned_record::opening::Opening;
use utoipa::{OpenApi, ToSchema};

use self::asked::{BadParameter, RollQuery};
use super::Site;
use super::at_letter::AtLetter;
use super::front;
use super::letter::{figures as figures_of, state};
use super::record::seen;
use super::refused::{refusal_of, status};
use super::roll::ensure_names;
use crate::acts::{self, ActError};
use crate::model::{Country, Kind, LetterState};
use crate::recorder::Published;
use crate::render::{self, Moment, Refusal};
use crate::store::roll::{self, Filter, RollRow};
use crate::store::search::{self, Found};
use crate::store::{openings, signatures};

/// A letter.
#[derive(Serialize, ToSchema)]
pub(super) struct LetterJson {
    /// Its word in addresses.
    slug: String,
    /// `open`, `closed`, or `read-only` where nothing can be signed until the server has been looked
    /// after.
    state: &'static str,
    /// BCP 47 tags of its texts.
    languages: Vec<String>,
    figures: FiguresJson,
    record: RecordJson,
}

/// The public figures, a function of the record's entries alone.
#[derive(Serialize, ToSchema)]
pub(super) struct FiguresJson {
    total: u64,
    individuals: u64,
    organizations: u64,
    companies: u64,
    /// Anonymous signatures.
    support: u64,
    /// Countries named by at least one live signature.
    countries: u64,
    /// When the checkpoint that they stand on was committed, RFC 3339.
    as_of: String,
    /// False where the letter is read-only: these are the figures of a copy that may be old, and
    /// what was signed or withdrawn after `as_of` is not in them.
    current: bool,
}

/// The checkpoint that the figures stand on.
#[derive(Serialize, ToSchema)]
pub(super) struct RecordJson {
    /// Name of the log.
    origin: String,
    /// Entries.
    size: u64,
    /// RFC 6962 root, base64.
    root: String,
}

/// Figures with their countries.
#[derive(Serialize, ToSchema)]
pub(super) struct AllFiguresJson {
    #[serde(flatten)]
    figures: FiguresJson,
    /// Founding signatures among the total.
    founding: u64,
    /// Live signatures by ISO 3166-1 alpha-2 code; `ZZ` where the signatory chose not to say.
    by_country: BTreeMap<String, u64>,
}

/// A signature as shown.
#[derive(Serialize, ToSchema)]
pub(super) struct SignatureJson {
    /// Index of its `sign` entry.
    index: u64,
    kind: String,
    /// ISO 3166-1 alpha-2, or `ZZ`.
    country: String,
    /// Level of proof.
    level: String,
    founding: bool,
    /// Hour of the entry, RFC 3339.
    at: String,
    /// `name`, `initials` or `count`.
    display: String,
    name: Option<String>,
    title: Option<String>,
    affiliation: Option<String>,
    website: Option<String>,
}

/// Why there is no answer.
#[derive(Serialize, ToSchema)]
pub(super) struct ErrorJson {
    /// `bad-parameter`, `not-found`, `read-only`, or, with status 500, `broken`.
    error: &'static str,
    /// With `bad-parameter`: which.
    #[serde(skip_serializing_if = "Option::is_none")]
    parameter: Option<&'static str>,
}

/// A page of the roll, newest first.
#[derive(Serialize, ToSchema)]
pub(super) struct RollJson {
    signatures: Vec<SignatureJson>,
    /// Give it as `before` for the next page; null on the last. With `q`, a page may hold fewer than
    /// `limit`, or none, and have a next one.
    next: Option<u64>,
    /// Only with `q`: whether more than 50 words begin as asked, so that only the first 50, in the
    /// order of their code points, were looked up.
    cut: bool,
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Undersigned",
        description = "Open letters: figures, roll and record."
    ),
    paths(letters, letter, figures, signatures, signature, openings)
)]
struct Described;

/// The description of this API.
pub(super) async fn openapi() -> Response {
    Json(Described::openapi()).into_response()
}

fn letter_json(letter: &Published) -> LetterJson {
    let mut languages: Vec<String> = letter.fixed.texts.keys().cloned().collect();
    languages.sort();
    LetterJson {
        slug: letter.letter.slug.to_string(),
        state: match state(letter) {
            render::LetterState::Open => LetterState::Open.as_str(),
            render::LetterState::Closed(_) => LetterState::Closed.as_str(),
            render::LetterState::ReadOnly => Refusal::ReadOnly.as_str(),
        },
        languages,
        figures: figures_json(letter),
        record: RecordJson {
            origin: letter.letter.origin.clone(),
            size: letter.head.size,
            root: letter.head.root.to_string(),
        },
    }
}

fn figures_json(letter: &Published) -> FiguresJson {
    let figures = figures_of(letter);
    FiguresJson {
        total: figures.total,
        individuals: figures.individuals,
        organizations: figures.organizations,
        companies: figures.companies,
        support: figures.support,
        countries: figures.countries,
        as_of: figures.as_of.machine(),
        current: figures.current,
    }
}

fn signature_json(row: &RollRow) -> acts::Result<SignatureJson> {
    let opening = Opening::parse(&row.opening).map_err(|_| ActError::Unreadable)?;
    Ok(SignatureJson {
        index: row.idx.unsigned_abs(),
        kind: row.kind.clone(),
        country: row.country.clone(),
        level: row.level.clone(),
        founding: row.founding,
        at: Moment::of(row.signed_at).machine(),
        display: opening.display.as_str().to_owned(),
        name: opening.name,
        title: opening.title,
        affiliation: opening.affiliation,
        website: opening.website,
    })
}

/// What went wrong, for programs, with the status of the page.
fn failed(error: &ActError) -> Response {
    let refusal = refusal_of(error);
    let body = ErrorJson {
        error: refusal.as_str(),
        parameter: None,
    };
    (status(refusal), Json(body)).into_response()
}

fn misunderstood(BadParameter(name): BadParameter) -> Response {
    let body = ErrorJson {
        error: "bad-parameter",
        parameter: Some(name),
    };
    (StatusCode::BAD_REQUEST, Json(body)).into_response()
}

fn answered<T: Serialize>(result: acts::Result<T>) -> Response {
    match result {
        Ok(value) => ([(header::CACHE_CONTROL, "no-cache")], Json(value)).into_response(),
        Err(error) => failed(&error),
    }
}

/// The letter that a program asks about; one that is not there is told in JSON.
pub(super) struct Asked(AtLetter);

impl FromRequestParts<Arc<Site>> for Asked {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Response> {
        let at = AtLetter::from_request_parts(parts, site).await;
        at.map(Self).map_err(|_| failed(&ActError::NoProof))
    }
}

/// The launched letters, as far as the site's front page lists them.
#[utoipa::path(get, path = "/api/letters", responses((status = 200, body = Vec<LetterJson>)))]
pub(super) async fn letters(State(site): super::State) -> Response {
    let letters = front::shown(&site);
    answered(Ok(letters
        .iter()
        .map(|letter| letter_json(letter))
        .collect::<Vec<_>>()))
}

/// A letter with its figures and the checkpoint that they stand on.
#[utoipa::path(get, path = "/api/letters/{slug}", params(("slug" = String, Path)),
    responses((status = 200, body = LetterJson),
        (status = 404, body = ErrorJson, description = "`not-found`: no such letter")))]
pub(super) async fn letter(Asked(at): Asked) -> Response {
    answered(Ok(letter_json(&at.letter)))
}

/// The figures, with countries.
#[utoipa::path(get, path = "/api/letters/{slug}/figures", params(("slug" = String, Path)),
    responses((status = 200, body = AllFiguresJson),
        (status = 404, body = ErrorJson, description = "`not-found`: no such letter")))]
pub(super) async fn figures(Asked(at): Asked) -> Response {
    let figures = &at.letter.head.figures;
    let by_country = figures
        .by_country
        .iter()
        .map(|(c, n)| (c.as_str().to_owned(), *n));
    answered(Ok(AllFiguresJson {
        figures: figures_json(&at.letter),
        founding: figures.founding,
        by_country: by_country.collect(),
    }))
}

/// A page of the roll, newest first. Following `next` to the end gives each signature that fits
/// just once; it takes the same time however many signatures there are.
#[utoipa::path(get, path = "/api/letters/{slug}/signatures",
    params(
        ("slug" = String, Path),
        ("kind" = Option<String>, Query, description = "individual, organization or company; here as \
            below, an empty value is none"),
        ("country" = Option<String>, Query, description = "ISO 3166-1 alpha-2, or ZZ, in any case"),
        ("q" = Option<String>, Query, description = "only names with words that begin with each of \
            these (the eight longest of the first 100 characters count), in any case and without \
            marks; the newest confirmation comes first"),
        ("before" = Option<u64>, Query, description = "index: only what comes after that signature"),
        ("limit" = Option<u64>, Query, description = "signatures on the page, 100 if left out; more than 100 \
            is taken for 100, 0 for 1"),
    ),
    responses((status = 200, body = RollJson),
        (status = 400, body = ErrorJson,
            description = "`bad-parameter`: `parameter` names the one that can't be read"),
        (status = 404, body = ErrorJson, description = "`not-found`: no such letter"),
        (status = 503, body = ErrorJson,
            description = "`read-only`: names are kept back, because the server works from a copy that may \
                be old and may name people who withdrew")))]
pub(super) async fn signatures(Asked(at): Asked) -> Response {
    match RollQuery::of(&at) {
        Ok(query) => answered(roll_json(&at, &query).await),
        Err(parameter) => misunderstood(parameter),
    }
}

async fn roll_json(at: &AtLetter, query: &RollQuery) -> acts::Result<RollJson> {
    ensure_names(at)?;
    let filter = Filter {
        kind: query.kind.map_or("", Kind::as_str),
        country: query.country.as_ref().map_or("", Country::as_str),
    };
    let (letter, before) = (at.letter.letter.id, query.before);
    let mut tx = at.site.app.store.read().await?;
    let found = if query.words.is_empty() {
        let limit = query.limit.cast_signed();
        let rows = roll::by_index(&mut tx, letter, &filter, before, limit).await?;
        let full = i64::try_from(rows.len()).is_ok_and(|n| n == limit);
        Found {
            next: rows.last().filter(|_| full).map(|row| row.idx),
            rows,
            is_cut: false,
        }
    } else {
        let asked = search::Asked {
            letter,
            words: &query.words,
            filter,
            before,
            limit: usize::try_from(query.limit).unwrap_or_default(),
        };
        search::search(&mut tx, &asked).await?
    };
    let signatures = found.rows.iter().map(signature_json);
    Ok(RollJson {
        signatures: signatures.collect::<acts::Result<_>>()?,
        next: found.next.map(i64::unsigned_abs),
        cut: found.is_cut,
    })
}

/// One signature.
#[utoipa::path(get, path = "/api/letters/{slug}/signatures/{index}",
    params(("slug" = String, Path), ("index" = u64, Path)),
    responses((status = 200, body = SignatureJson),
        (status = 404, body = ErrorJson, description = "`not-found`: no such letter, or no live signature there"),
        (status = 503, body = ErrorJson,
            description = "`read-only`: names are kept back, because the server works from a copy that may \
                be old and may name people who withdrew")))]
pub(super) async fn signature(Asked(at): Asked) -> Response {
    answered(one(&at).await)
}

async fn one(at: &AtLetter) -> acts::Result<SignatureJson> {
    ensure_names(at)?;
    let index = at.rest.parse().map_err(|_| ActError::NoProof)?;
    let mut tx = at.site.app.store.read().await?;
    let row = signatures::by_index(&mut tx, at.letter.letter.id, index).await?;
    let row = row
        .filter(|row| row.state == "live")
        .ok_or(ActError::NoProof)?;
    let opening = openings::recorded(&mut tx, row.id)
        .await?
        .ok_or(ActError::NoProof)?;
    signature_json(&RollRow {
        idx: index,
        kind: row.kind,
        country: row.country,
        level: row.level,
        founding: row.founding,
        signed_at: row.signed_at.unwrap_or_default(),
        opening: opening.opening,
        key: Vec::new(),
    })
}

/// The openings of 256 entries as JSON lines: `{"index", "salt", "opening"}`, both in base64.
#[utoipa::path(get, path = "/api/letters/{slug}/openings/{bundle}",
    params(("slug" = String, Path), ("bundle" = u64, Path, description = "entries 256·n to 256·n+255")),
    responses((status = 200, body = String, content_type = "application/jsonl"),
        (status = 404, body = ErrorJson, description = "`not-found`: no such letter, or no entries there"),
        (status = 503, body = ErrorJson,
            description = "`read-only`: names are kept back, because the server works from a copy that may \
                be old and may name people who withdrew")))]
pub(super) async fn openings(Asked(at): Asked) -> Response {
    let lines = async {
        ensure_names(&at)?;
        let n = at.rest.parse().map_err(|_| ActError::NoProof)?;
        let mut tx = at.site.app.store.read().await?;
        seen(&at.letter)
            .openings(&mut tx, n)
            .await?
            .ok_or(ActError::NoProof)
    };
    match lines.await {
        Ok(lines) => {
            let headers = [
                (header::CONTENT_TYPE, "application/jsonl"),
                (header::CACHE_CONTROL, "no-cache"),
            ];
            (headers, lines).into_response()
        }
        Err(error) => failed(&error),
    }
}
