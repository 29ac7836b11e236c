//! `undersigned organizer`: who may organize, from the server's own command line.

use anyhow::{Context, Result, anyhow, bail};
use clap::ValueEnum;
use clap::builder::PossibleValue;

use super::{Installation, letter, say};
use crate::acts::access::invitation::{self, Inviter, Offer};
use crate::app::App;
use crate::model::{Role, organizer};
use crate::render::paths;
use crate::seal::Token;
use crate::store::organizers::OrganizerRow;
use crate::store::{organizers, roles};

/// People who run letters in the browser.
#[derive(clap::Subcommand)]
pub(super) enum Organizer {
    /// Print a one-time link that registers a passkey and opens a session.
    Invite {
        /// Their name, as other organizers will see it.
        name: String,
        /// What they may do with the letter.
        #[arg(long, value_enum, default_value = "owner")]
        role: Word,
        /// The letter; without it they may make letters on this server.
        #[arg(long, value_name = "SLUG")]
        letter: Option<String>,
    },
    /// Show who they are and what they may.
    List,
    /// Print a one-time link for one who is locked out.
    Recover {
        /// Their name, or their number in the list.
        name: String,
    },
}

/// A role as typed.
#[derive(Clone, Copy)]
pub(super) struct Word(Role);

impl ValueEnum for Word {
    fn value_variants<'a>() -> &'a [Self] {
        &[
            Self(Role::Owner),
            Self(Role::Editor),
            Self(Role::Moderator),
            Self(Role::Press),
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let meaning = match self.0 {
            Role::Owner => "everything, who else may what included",
            Role::Editor => "texts and founding signatories",
            Role::Moderator => "what waits to be checked",
            Role::Press => "reads figures and what is prepared for the press",
        };
        Some(PossibleValue::new(self.0.as_str()).help(meaning))
    }
}

impl Organizer {
    pub(super) async fn run(self, place: &Installation) -> Result<()> {
        match self {
            Self::Invite { name, role, letter } => invite(place, &name, role.0, letter).await,
            Self::List => list(place).await,
            Self::Recover { name } => recover(place, &name).await,
        }
    }
}

async fn invite(place: &Installation, name: &str, role: Role, slug: Option<String>) -> Result<()> {
    let name = organizer::name(name)
        .map_err(|_| anyhow!("{name:?} is no name: one line of at most 80 characters"))?;
    if slug.is_none() && role != Role::Owner {
        bail!("which letter? name it with --letter SLUG; only owners come without one");
    }
    let app = place.open().await?;
    let letter = match &slug {
        Some(slug) => Some(letter::find(&app, slug).await?.id),
        None => None,
    };
    let offer = Offer {
        name,
        letter,
        role,
        mailed_to: None,
    };
    let token = invitation::invite(&app, Inviter::Operator, offer).await?;
    let link = link(&app, &token)?;
    say::line(format_args!("{link}\n"));
    say::line(
        "Whoever opens it first is in: hand it over in confidence. It works once, for 48 hours.",
    );
    Ok(())
}

/// Where a token leads.
pub(super) fn link(app: &App, token: &Token) -> Result<String> {
    let origin = app.config.organizers_at().with_context(|| {
        format!(
            "passkeys belong to a host's name, and base_url is {}: give the site a name first",
            app.config.base_url
        )
    })?;
    Ok(format!("{origin}{}", paths::invitation(&token.reveal())))
}

async fn list(place: &Installation) -> Result<()> {
    let app = place.open().await?;
    let mut tx = app.store.read().await?;
    let all = organizers::all(&mut tx).await?;
    if all.is_empty() {
        say::line("Nobody yet: `undersigned organizer invite NAME` makes the first link.");
    }
    for one in all {
        let letters = roles::letters_of(&mut tx, one.id).await?;
        let mut may: Vec<String> = letters
            .iter()
            .map(|(letter, role)| format!("{role} of {}", letter.slug))
            .collect();
        if one.makes_letters {
            may.push("may make letters".to_owned());
        }
        let may = if may.is_empty() {
            "nothing".to_owned()
        } else {
            may.join(", ")
        };
        say::line(format_args!("{}  {}: {may}", one.id, one.name));
    }
    Ok(())
}

async fn recover(place: &Installation, name: &str) -> Result<()> {
    let app = place.open().await?;
    let all = organizers::all(&mut app.store.read().await?).await?;
    let is_meant = |one: &&OrganizerRow| one.name == name || one.id.to_string() == name;
    let meant: Vec<&OrganizerRow> = all.iter().filter(is_meant).collect();
    let [one] = meant[..] else {
        bail!(
            "{} organizers are called {name:?}: see `undersigned organizer list`",
            meant.len()
        );
    };
    let link = link(&app, &invitation::recover(&app, one).await?)?;
    say::line(format_args!("{link}\n"));
    say::line(
        "It works once, for 48 hours. Using it ends every session of theirs; the letters' owners see it in the trail.",
    );
    Ok(())
}
