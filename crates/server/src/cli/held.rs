//! `undersigned held`.

use anyhow::Result;

use super::{Installation, letter, say};
use crate::acts::access::Moderator::Operator;
use crate::acts::asking::Asked;
use crate::acts::moderation::{self, Vouching};
use undersigned_record::lang::Lang;

use crate::model::watch::Rule;
use crate::model::{Doubt, Problem, Proof, question};

/// Signatures and corrections that wait for a moderator.
#[derive(clap::Subcommand)]
pub(super) enum Held {
    /// Show what waits, oldest first.
    List {
        /// The letter.
        slug: String,
    },
    /// Let one through.
    Approve {
        /// The letter.
        slug: String,
        /// Its number in the list.
        id: i64,
        /// You know that it is genuine: shown as vouched for by the organizers.
        #[arg(long, requires = "note")]
        vouch: bool,
        /// With --vouch: how you know, in a line. Public, with the signature.
        #[arg(long, requires = "vouch", value_parser = note)]
        note: Option<String>,
        /// Language of the note, if not the letter's default one.
        #[arg(long, requires = "note")]
        note_lang: Option<Lang>,
    },
    /// Turn one down; nothing of it stays.
    Reject {
        /// The letter.
        slug: String,
        /// Its number in the list.
        id: i64,
    },
}

impl Held {
    pub(super) async fn run(self, place: &Installation) -> Result<()> {
        match self {
            Self::List { slug } => list(place, &slug).await,
            Self::Approve {
                slug,
                id,
                vouch: _,
                note,
                note_lang,
            } => {
                let (app, letter) = letter::open(place, &slug).await?;
                let lang = match note_lang {
                    Some(lang) => lang.as_str().to_owned(),
                    None => letter.letter.settings.default_language.clone(),
                };
                let vouching = note.map(|note| Vouching { note, lang });
                let approved = moderation::approve(&app, Operator, &letter, id, vouching).await;
                approved.map_err(|error| letter::unknown(error, "held", &slug, id))?;
                say::line("Approved: the record has it as soon as the server runs.");
                Ok(())
            }
            Self::Reject { slug, id } => {
                let (app, letter) = letter::open(place, &slug).await?;
                let rejected = moderation::reject(&app, Operator, &letter, id, None).await;
                rejected.map_err(|error| letter::unknown(error, "held", &slug, id))?;
                say::line("Rejected: nothing of it is left.");
                Ok(())
            }
        }
    }
}

async fn list(place: &Installation, slug: &str) -> Result<()> {
    let (app, letter) = letter::open(place, slug).await?;
    let held = moderation::held(&app, &letter, moderation::ALL).await?;
    if held.is_empty() {
        say::line("Nothing waits.");
    }
    for one in held {
        let public = &one.fields.public;
        let what = if one.corrects {
            "correction"
        } else {
            "signature"
        };
        let why: Vec<String> = one.doubts.iter().map(because).collect();
        let home = match one.fields.level() {
            Proof::Domain => ", mailbox at its own domain",
            Proof::Dns => ", domain proven by its DNS",
            Proof::WellKnown => ", domain proven by a file on its website",
            _ => "",
        };
        say::line(format_args!(
            "{}  {what}: {} {:?}, {}{home}",
            one.id, public.kind, public.name, public.country
        ));
        let more = [
            &public.title,
            &public.affiliation,
            &public.website,
            &one.fields.statement,
        ];
        for line in more.into_iter().flatten() {
            say::line(format_args!("    {line:?}"));
        }
        if !why.is_empty() {
            say::line(format_args!("    held because {}", why.join(", and ")));
        }
        for asked in &one.asked {
            say::line(format_args!("    {}", answered(asked)));
        }
    }
    Ok(())
}

fn answered(asked: &Asked) -> String {
    let words = asked.question.own.as_deref().unwrap_or_default();
    let about = asked.question.ready.as_str();
    match &asked.answer {
        Some((answer, _)) => format!("asked ({about}) {words:?}, answered {answer:?}"),
        None => format!("asked ({about}) {words:?}, no answer yet"),
    }
}

fn note(typed: &str) -> std::result::Result<String, String> {
    question::note(typed).map_err(|problem| match problem {
        Problem::Missing => "say how you know".to_owned(),
        Problem::TooLong { most } => format!("it is longer than {most} characters"),
        _ => "it has characters that do not show".to_owned(),
    })
}

fn because(doubt: &Doubt) -> String {
    let why = match doubt {
        Doubt::Unproven => "its mailbox is not at its own domain",
        Doubt::Another => "its mailbox stands for another organization or company already",
        Doubt::Renamed => "it takes another name or website",
        Doubt::VouchedFor => "who was vouched for or invited takes another name or title",
        Doubt::Quoted => "who made a statement takes another name or title",
        Doubt::Watched(entry, rule) => {
            return format!("{entry:?} is on the watch list ({})", how(*rule));
        }
        Doubt::Ruled(name) => return format!("the rule {name:?} looks for it"),
    };
    why.to_owned()
}

/// How what was written is the entry.
fn how(rule: Rule) -> &'static str {
    match rule {
        Rule::Exact => "the same letters",
        Rule::LookAlike => "in letters that look alike",
        Rule::OtherScript => "as in another script",
        Rule::Near => "a letter or two off",
    }
}
