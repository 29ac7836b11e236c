//! The roll, and one signature of it.

use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue};
use axum::response::{IntoResponse, Response};
use undersigned_record::opening::Opening;

use super::at_letter::AtLetter;
use super::letter::{asked_kind, figures, logo_folder};
use super::pages;
use super::refused::Refused;
use crate::acts::{self, ActError, Result};
use crate::render::{
    Filter, Kind, LogoRef, Moment, RollPage, Shown, Signatory, SignaturePage, SignedText,
    VouchedFor, hex,
};
use crate::store::roll::{self, RollRow};
use crate::store::signatory_logos::{self, SignatoryLogoRow};
use crate::store::signatures::{self, SignatureRow};
use crate::store::{Tx, openings, proofs, search, statements, vouchings};
use undersigned_record::statement::Statement;

/// Signatories on a page.
const PAGE: usize = 50;

/// Where a page of the roll begins: behind a sort key and index, or before an index.
struct Place {
    key: Vec<u8>,
    index: i64,
}

impl Place {
    fn before(index: i64) -> Self {
        Self {
            key: Vec::new(),
            index,
        }
    }
}

/// `GET /letters/{slug}/signatures`
pub(super) async fn roll(at: AtLetter) -> std::result::Result<Response, Refused> {
    ensure_names(&at).map_err(|error| at.failed(&error))?;
    let kind = asked_kind(&at);
    let country = at.asked("country").to_ascii_uppercase();
    let country = at
        .letter
        .head
        .figures
        .by_country
        .keys()
        .find(|c| c.as_str() == country);
    let filter = Filter {
        kind,
        country: country.map(|country| country.as_str().to_owned()),
        search: at.asked("q").chars().take(100).collect(),
    };
    let place = parse_place(at.asked("from"));
    let path = address(&at, &filter, place.as_ref());
    let key = format!("roll {path}");
    pages::public(&at, &key, || roll_page(&at, filter, place, path)).await
}

async fn roll_page(
    at: &AtLetter,
    filter: Filter,
    place: Option<Place>,
    path: String,
) -> Result<RollPage> {
    let mut tx = at.site.app.store.read().await?;
    let Listed { rows, next, is_cut } = listed(at, &mut tx, &filter, place.as_ref()).await?;
    let next = next.map(|place| address(at, &filter, Some(&place)));
    let countries = at
        .letter
        .head
        .figures
        .by_country
        .keys()
        .filter(|c| c.is_named());
    Ok(RollPage {
        frame: at.frame(&path),
        letter: at.letter_ref(),
        countries: countries
            .map(|country| country.as_str().to_owned())
            .collect(),
        figures: figures(&at.letter),
        signatories: rows.iter().map(signatory).collect::<Result<_>>()?,
        next,
        is_cut,
        first: place.map(|_| address(at, &filter, None)),
        shows_individuals: filter.kind.is_none_or(Kind::is_individual),
        filter,
    })
}

/// Organizations and companies stand in the reader's order, all else newest first.
fn is_by_name(filter: &Filter) -> bool {
    filter.search.is_empty() && filter.kind.is_some_and(|kind| !kind.is_individual())
}

/// Signatories of a page.
struct Listed {
    rows: Vec<RollRow>,
    next: Option<Place>,
    /// Some words that begin as asked were not looked up.
    is_cut: bool,
}

async fn listed(
    at: &AtLetter,
    tx: &mut Tx,
    filter: &Filter,
    place: Option<&Place>,
) -> Result<Listed> {
    let letter = at.letter.letter.id;
    let narrowed = roll::Filter {
        kind: filter.kind.map_or("", Kind::as_str),
        country: filter.country.as_deref().unwrap_or_default(),
    };
    let before = place.map_or(i64::MAX, |place| place.index);
    if !filter.search.is_empty() {
        let asked = search::Asked {
            letter,
            words: &filter.search,
            filter: narrowed,
            before,
            limit: PAGE,
        };
        let found = search::search(tx, &asked).await?;
        return Ok(Listed {
            rows: found.rows,
            next: found.next.map(Place::before),
            is_cut: found.is_cut,
        });
    }
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let by_name = is_by_name(filter);
    let mut rows = if by_name {
        let after = place.map_or((&[][..], -1), |place| (&place.key[..], place.index));
        roll::by_name(tx, letter, at.lang.tag(), &narrowed, false, after, limit).await?
    } else {
        roll::by_index(tx, letter, &narrowed, before, limit).await?
    };
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().filter(|_| more).map(|last| match by_name {
        true => Place {
            key: last.key.clone(),
            index: last.idx,
        },
        false => Place::before(last.idx),
    });
    Ok(Listed {
        rows,
        next,
        is_cut: false,
    })
}

/// The address of a page of the roll.
fn address(at: &AtLetter, filter: &Filter, place: Option<&Place>) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    if let Some(kind) = filter.kind {
        query.append_pair("kind", kind.as_str());
    }
    if let Some(country) = &filter.country {
        query.append_pair("country", country);
    }
    if !filter.search.is_empty() {
        query.append_pair("q", &filter.search);
    }
    if let Some(Place { key, index }) = place {
        query.append_pair("from", &format!("{}.{index}", hex(key)));
    }
    let query = query.finish();
    at.path(&if query.is_empty() {
        "/signatures".into()
    } else {
        format!("/signatures?{query}")
    })
}

/// `HEX.INDEX`, as `next` links carry it. Anything else is the first page.
fn parse_place(text: &str) -> Option<Place> {
    let (key, index) = text.split_once('.')?;
    let bytes = key.as_bytes().chunks(2).map(|pair| {
        let pair = std::str::from_utf8(pair).ok()?;
        u8::from_str_radix(pair, 16).ok()
    });
    let key = bytes
        .collect::<Option<Vec<u8>>>()
        .filter(|key| key.len() <= 4096)?;
    Some(Place {
        key,
        index: index.parse().ok()?,
    })
}

/// That names may be shown: a database that was restored, or is behind, may name people who
/// withdrew since.
pub(super) fn ensure_names(at: &AtLetter) -> Result<()> {
    at.letter.read_only.map_or(Ok(()), |why| Err(why.into()))
}

/// A line of the roll, for pages.
pub(super) fn signatory(row: &RollRow) -> Result<Signatory> {
    let opening = Opening::parse(&row.opening).map_err(|_| ActError::Unreadable)?;
    let unreadable = |_| ActError::Unreadable;
    Ok(Signatory {
        index: row.idx.unsigned_abs(),
        kind: row.kind.parse().map_err(unreadable)?,
        shown: Shown::of(&opening),
        title: opening.title,
        affiliation: opening.affiliation,
        website: opening.website,
        mailbox: opening.mailbox,
        country: (row.country != "ZZ").then(|| row.country.clone()),
        level: row.level.parse().map_err(unreadable)?,
        founding: row.founding,
        at: Moment::of(row.signed_at),
        statement: None,
    })
}

/// `GET /letters/{slug}/signatures/{index}`
pub(super) async fn signature(at: AtLetter) -> std::result::Result<Response, Refused> {
    ensure_names(&at).map_err(|error| at.failed(&error))?;
    let index = index(&at).map_err(|error| at.failed(&error))?;
    pages::public(&at, &format!("signature {index}"), || {
        signature_page(&at, index)
    })
    .await
}

async fn signature_page(at: &AtLetter, index: i64) -> Result<SignaturePage> {
    let mut tx = at.site.app.store.read().await?;
    let row = found(&mut tx, at, index).await?;
    let recorded = openings::recorded(&mut tx, row.id).await?;
    let recorded = recorded.ok_or(ActError::Unreadable)?;
    let opening = Opening::parse(&recorded.opening).map_err(|_| ActError::Unreadable)?;
    let proof = proofs::of(&mut tx, row.id).await?;
    let proof = proof.filter(|proof| proof.absent == 0 && proof.method == row.level);
    let vouched = match row.level.as_str() {
        "vouched" => vouchings::of(&mut tx, row.id).await?,
        _ => None,
    };
    let statement = statements::of(&mut tx, row.id).await?;
    let logos = signatory_logos::of(&mut tx, row.id).await?;
    let logo = logos.into_iter().find(SignatoryLogoRow::is_shown);
    let logo = logo.map(|logo| {
        let folder = logo_folder(&at.letter);
        LogoRef::of(&folder, &logo.digest, (logo.width, logo.height))
    });
    let statement = statement.and_then(|row| Statement::parse(&row.words).ok());
    let unreadable = |_| ActError::Unreadable;
    let shown = at.letter.fixed.shown.get(&opening.text);
    let text = shown.map(|shown| SignedText {
        version: shown.version.unsigned_abs(),
        tag: shown.lang.clone(),
        digest: hex(opening.text.as_bytes()),
    });
    let signatory = Signatory {
        index: index.unsigned_abs(),
        kind: row.kind.parse().map_err(unreadable)?,
        shown: Shown::of(&opening),
        title: opening.title,
        affiliation: opening.affiliation,
        website: opening.website,
        mailbox: opening.mailbox,
        country: (row.country != "ZZ").then_some(row.country),
        level: row.level.parse().map_err(unreadable)?,
        founding: row.founding,
        at: Moment::of(row.signed_at.unwrap_or_default()),
        statement: statement.map(|statement| statement.words),
    };
    Ok(SignaturePage {
        frame: at.frame(&at.path(&format!("/signatures/{index}"))),
        letter: at.letter_ref(),
        signatory,
        logo,
        text,
        checked: proof
            .filter(|proof| proof.checked_at > 0)
            .map(|proof| Moment::of(proof.checked_at)),
        vouched: vouched.map(|row| VouchedFor {
            note: row.note,
            lang: row.lang,
            at: Moment::of(row.at),
        }),
    })
}

fn index(at: &AtLetter) -> Result<i64> {
    at.rest
        .parse()
        .ok()
        .filter(|index| *index >= 0)
        .ok_or(ActError::NoProof)
}

async fn found(tx: &mut Tx, at: &AtLetter, index: i64) -> Result<SignatureRow> {
    let published = at.letter.head.size.cast_signed();
    let row = signatures::by_index(tx, at.letter.letter.id, index).await?;
    let row = row.filter(|_| index < published).ok_or(ActError::NoProof)?;
    match row.state.as_str() {
        "live" => Ok(row),
        _ => Err(ActError::Gone),
    }
}

/// `GET /letters/{slug}/signatures/{index}/receipt`
pub(super) async fn receipt(at: AtLetter) -> std::result::Result<Response, Refused> {
    let make = async {
        let index = index(&at)?;
        let row = found(&mut at.site.app.store.read().await?, &at, index).await?;
        Ok(receipt_file(
            index,
            true,
            acts::receipt::make(&at.site.app, &at.letter, &row, true).await?,
        ))
    };
    make.await.map_err(|error| at.failed(&error))
}

/// A receipt as a file to keep. One that names nobody is another file.
pub(super) fn receipt_file(index: i64, with_opening: bool, receipt: String) -> Response {
    let whose = if with_opening { "" } else { "-without-name" };
    let name = format!("attachment; filename=\"receipt-{index}{whose}.tlog-proof\"");
    let headers = [
        (
            CONTENT_TYPE,
            HeaderValue::from_static("text/plain; charset=utf-8"),
        ),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (
            CONTENT_DISPOSITION,
            HeaderValue::from_str(&name).unwrap_or(HeaderValue::from_static("attachment")),
        ),
    ];
    (headers, receipt).into_response()
}

#[cfg(test)]
mod tests {
    use super::{CONTENT_DISPOSITION, parse_place, receipt_file};

    #[test]
    fn two_receipts_are_two_files() {
        let names = [true, false].map(|with_opening| {
            let file = receipt_file(7, with_opening, String::new());
            format!("{:?}", file.headers()[CONTENT_DISPOSITION])
        });
        assert!(names[0].contains("receipt-7.tlog-proof"), "{}", names[0]);
        assert!(
            names[1].contains("receipt-7-without-name.tlog-proof"),
            "{}",
            names[1]
        );
    }

    #[test]
    fn places_are_read_or_ignored() {
        let place = parse_place("0aff.17").unwrap();
        assert_eq!((place.key, place.index), (vec![10, 255], 17));
        assert_eq!(parse_place(".5").unwrap().index, 5);
        for bad in ["", "17", "zz.1", "0a.x", "0a.1.2", "é.1"] {
            assert!(parse_place(bad).is_none(), "{bad}");
        }
    }
}
