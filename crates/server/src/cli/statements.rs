//! `undersigned statements`.

use anyhow::{Result, bail};

use super::{Installation, letter, say};
use crate::acts::moderation;
use crate::app::App;
use crate::recorder::Published;

/// Statements that wait for a moderator.
#[derive(clap::Subcommand)]
pub(super) enum Statements {
    /// Show what waits, oldest first.
    List {
        /// The letter.
        slug: String,
    },
    /// Publish one.
    Approve {
        /// The letter.
        slug: String,
        /// Its number in the list.
        id: i64,
        /// Show it on the letter's page.
        #[arg(long)]
        feature: bool,
    },
    /// Turn one down; nothing of it stays.
    Reject {
        /// The letter.
        slug: String,
        /// Its number in the list.
        id: i64,
    },
}

impl Statements {
    pub(super) async fn run(self, place: &Installation) -> Result<()> {
        match self {
            Self::List { slug } => list(place, &slug).await,
            Self::Approve { slug, id, feature } => {
                let (app, letter) = letter::open(place, &slug).await?;
                own(&app, &letter, &slug, id).await?;
                moderation::approve_statement(&app, &letter, id, feature).await?;
                say::line("Approved: the record has it as soon as the server runs.");
                Ok(())
            }
            Self::Reject { slug, id } => {
                let (app, letter) = letter::open(place, &slug).await?;
                own(&app, &letter, &slug, id).await?;
                moderation::reject_statement(&app, id).await?;
                say::line("Rejected: nothing of it is left.");
                Ok(())
            }
        }
    }
}

/// That the statement `id` waits at this letter.
async fn own(app: &App, letter: &Published, slug: &str, id: i64) -> Result<()> {
    let held = moderation::held_statements(app, letter).await?;
    if held.iter().all(|one| one.id != id) {
        bail!("no statement of {slug} waits as {id}: see `undersigned statements list {slug}`");
    }
    Ok(())
}

async fn list(place: &Installation, slug: &str) -> Result<()> {
    let (app, letter) = letter::open(place, slug).await?;
    let held = moderation::held_statements(&app, &letter).await?;
    if held.is_empty() {
        say::line("Nothing waits.");
    }
    for one in held {
        say::line(format_args!("{}  {:?} ({})", one.id, one.name, one.lang));
        say::line(format_args!("    {:?}", one.words));
    }
    Ok(())
}
