//! The demonstration letter of the fixtures, as pages want it.

use std::path::{Path, PathBuf};

use figment::Figment;
use figment::providers::{Format, Toml};
use pulldown_cmark::{Options, Parser, html};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use time::macros::datetime;
use undersigned::l10n::{Lang, collation_key};
use undersigned::render::{Demand, Kind, Level, Moment, Shown, Signatory};

/// The text in one language.
pub(crate) struct Text {
    pub(crate) front: Front,
    pub(crate) html: String,
    pub(crate) digest: String,
}

#[derive(Deserialize)]
pub(crate) struct Front {
    pub(crate) title: String,
    pub(crate) to: String,
    pub(crate) from: String,
    pub(crate) demand: Vec<Brief>,
}

#[derive(Deserialize)]
pub(crate) struct Brief {
    id: String,
    brief: String,
}

/// A founding signatory and the language of its statement.
pub(crate) struct Founder {
    pub(crate) signatory: Signatory,
    pub(crate) statement_lang: Option<String>,
    pub(crate) featured: bool,
}

#[derive(Deserialize)]
struct Row {
    kind: String,
    name: String,
    country: String,
    title: Option<String>,
    affiliation: Option<String>,
    website: Option<String>,
    statement: Option<String>,
    statement_lang: Option<String>,
    lang: Option<String>,
    featured: Option<String>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/security-for-all")
}

/// Reads a text: its front matter between lines of `+++`, then Markdown.
pub(crate) fn text(lang: Lang) -> Text {
    let source =
        std::fs::read_to_string(folder().join(format!("{lang}.md"))).expect("the fixture is there");
    let (front, markdown) = source
        .trim_start_matches("+++\n")
        .split_once("\n+++\n")
        .expect("the front matter ends");
    let front = Figment::from(Toml::string(front))
        .extract()
        .expect("the front matter is TOML");
    let mut body = String::new();
    html::push_html(
        &mut body,
        Parser::new_ext(markdown, Options::ENABLE_HEADING_ATTRIBUTES),
    );
    let digest = Sha256::digest(source.as_bytes())
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect();
    Text {
        front,
        html: body,
        digest,
    }
}

impl Text {
    pub(crate) fn demands(&self) -> Vec<Demand> {
        let demands = self.front.demand.iter();
        demands
            .map(|d| Demand {
                id: d.id.clone(),
                brief: d.brief.clone(),
            })
            .collect()
    }
}

/// Reads the founding signatories, sorted for the readers of a language.
pub(crate) fn founders(lang: Lang) -> Vec<Founder> {
    let mut rows =
        csv::Reader::from_path(folder().join("signatories.csv")).expect("the fixture is there");
    let rows = rows
        .deserialize::<Row>()
        .map(|row| row.expect("the row is whole"));
    let mut founders: Vec<_> = rows
        .zip(2..)
        .map(|(row, index)| founder(row, index))
        .collect();
    founders.sort_by_cached_key(|f| match &f.signatory.shown {
        Shown::Name { text, .. } => collation_key(lang, text),
        _ => Vec::new(),
    });
    founders
}

fn founder(row: Row, index: u64) -> Founder {
    let signatory = Signatory {
        index,
        kind: row
            .kind
            .parse::<Kind>()
            .expect("the fixture knows its kinds"),
        shown: Shown::Name {
            text: row.name,
            lang: row.lang,
        },
        title: row.title,
        affiliation: row.affiliation,
        website: row.website,
        mailbox: None,
        country: Some(row.country).filter(|code| code != "ZZ"),
        level: Level::Invited,
        founding: true,
        at: Moment(datetime!(2026-11-20 08:00 UTC)),
        statement: row.statement,
    };
    let featured = row.featured.is_some_and(|mark| !mark.is_empty());
    Founder {
        signatory,
        statement_lang: row.statement_lang,
        featured,
    }
}
