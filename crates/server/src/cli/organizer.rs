//! `undersigned organizer`: who may organize, from the server's own command line.

use std::collections::HashMap;

use anyhow::{Context, Result, anyhow, bail};
use clap::ValueEnum;
use clap::builder::PossibleValue;

use super::{Installation, letter, say};
use crate::acts::access::dismissal::{self, Dismissed, Taken};
use crate::acts::access::invitation::{self, Inviter, Offer};
use crate::acts::access::{recovery, trail};
use crate::app::App;
use crate::model::{Role, organizer};
use crate::render::organize::{TrailLine, trail_csv};
use crate::render::{Moment, paths};
use crate::seal::Token;
use crate::store::organizers::OrganizerRow;
use crate::store::trail::TrailRow;
use crate::store::{letters, organizers, roles};

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
    /// Take what one may, and sign them out: of one letter, or all of it with every way in.
    Remove {
        /// Their name, or their number in the list.
        name: String,
        /// Take only their role in this letter.
        #[arg(long, value_name = "SLUG")]
        letter: Option<String>,
        /// Take only the right to make letters.
        #[arg(long, conflicts_with = "letter")]
        makes_letters: bool,
        /// Also where a letter is left without an owner.
        #[arg(long)]
        force: bool,
    },
    /// Print what organizers did as a table (CSV).
    Trail {
        /// With this letter; without it everything, letters that are deleted included.
        #[arg(long, value_name = "SLUG")]
        letter: Option<String>,
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
            Role::Press => "reads figures, gives previews to the press",
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
            Self::Remove {
                name,
                letter,
                makes_letters,
                force,
            } => {
                let app = place.open().await?;
                let taken = match (letter, makes_letters) {
                    (Some(slug), _) => Taken::Role(letter::find(&app, &slug).await?.id),
                    (None, true) => Taken::Making,
                    (None, false) => Taken::All,
                };
                remove(&app, &name, taken, force).await
            }
            Self::Trail { letter } => trail(place, letter).await,
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

/// The one organizer of that name or number.
async fn find(app: &App, name: &str) -> Result<OrganizerRow> {
    let all = organizers::all(&mut app.store.read().await?).await?;
    let is_meant = |one: &OrganizerRow| one.name == name || one.id.to_string() == name;
    let mut meant: Vec<OrganizerRow> = all.into_iter().filter(is_meant).collect();
    match (meant.pop(), meant.len()) {
        (Some(one), 0) => Ok(one),
        (last, others) => bail!(
            "{} organizers are called {name:?}: see `undersigned organizer list`",
            others + usize::from(last.is_some())
        ),
    }
}

async fn remove(app: &App, name: &str, taken: Taken, force: bool) -> Result<()> {
    let one = find(app, name).await?;
    match dismissal::take(app, &one, taken, force).await? {
        Dismissed::Done(roles, making) => {
            say::line(format_args!(
                "Taken: {}{}.",
                say::count(roles, "role", "roles"),
                if making {
                    " and the right to make letters"
                } else {
                    ""
                }
            ));
            if taken == Taken::All {
                say::line("Their passkeys and their recovery code are deleted.");
            }
            Ok(())
        }
        Dismissed::Nothing => bail!("{} has nothing of that kind: nothing was changed", one.name),
        Dismissed::LastOwner(slug) => bail!(
            "{slug} would have no owner left; nothing was changed. Make somebody else one first \
             (`undersigned organizer invite NAME --letter {slug}`), or leave it without with --force"
        ),
    }
}

async fn trail(place: &Installation, slug: Option<String>) -> Result<()> {
    let app = place.open().await?;
    let letter = match &slug {
        Some(slug) => Some(letter::find(&app, slug).await?.id),
        None => None,
    };
    let known = letters::all(&mut app.store.read().await?).await?;
    let slugs = known
        .into_iter()
        .map(|letter| (letter.id, letter.slug.to_string()));
    let slugs: HashMap<i64, String> = slugs.collect();
    let line = |row: TrailRow| TrailLine {
        at: Moment::of(row.at),
        letter: row
            .letter
            .and_then(|id| slugs.get(&id).cloned())
            .unwrap_or_default(),
        what: row.about(),
        who: row.who,
        act: row.act,
    };
    let rows = trail::every(&app, letter).await?;
    let lines: Vec<TrailLine> = rows.into_iter().map(line).collect();
    let csv = String::from_utf8(trail_csv(&lines)?)?;
    say::line(csv.trim_end());
    Ok(())
}

async fn recover(place: &Installation, name: &str) -> Result<()> {
    let app = place.open().await?;
    let one = find(&app, name).await?;
    let link = link(&app, &recovery::recover(&app, &one).await?)?;
    say::line(format_args!("{link}\n"));
    say::line(
        "It works once, for 48 hours. Using it ends every session of theirs; the letters' owners see it in the trail.",
    );
    Ok(())
}
