//! `undersigned host`: letters' own host names.

use anyhow::{Context, Result, bail};

use super::{Installation, letter, say};
use crate::acts::host::{self, Changed, OwnHost};
use crate::app::App;
use crate::model::{HostName, Letter, LetterState};
use crate::store::{hosts, letters};

/// Letters' own host names.
#[derive(clap::Subcommand)]
pub(super) enum Host {
    /// Give a letter a host name, in the place of any before.
    Set {
        /// The letter.
        slug: String,
        /// The name, without a port.
        name: String,
        /// Let a certificate be made before the launch: everybody can read the name then.
        #[arg(long)]
        early: bool,
    },
    /// Take a letter's host name away.
    Remove {
        /// The letter.
        slug: String,
    },
    /// List them.
    List,
}

impl Host {
    pub(super) async fn run(self, place: &Installation) -> Result<()> {
        let app = place.open().await?;
        match self {
            Self::Set { slug, name, early } => {
                let letter = letter::find(&app, &slug).await?;
                let name = HostName::parse(&name).with_context(|| {
                    format!("{name:?} is no host name like cleanrivers.example")
                })?;
                set(&app, &letter, OwnHost { name, early }).await
            }
            Self::Remove { slug } => {
                let letter = letter::find(&app, &slug).await?;
                host::change(&app, None, &letter, None).await?;
                say::line(format_args!("{slug} has no host name of its own."));
                Ok(())
            }
            Self::List => list(&app).await,
        }
    }
}

/// Gives a letter a host name, and says from when on it is answered.
pub(super) async fn set(app: &App, letter: &Letter, own: OwnHost) -> Result<()> {
    let (slug, url) = (&letter.slug, app.config.url_of(own.name.as_str()));
    if host::change(app, None, letter, Some(own)).await? == Changed::Taken {
        bail!(
            "the host name is another letter's, or that of base_url (see `undersigned host list`): \
             nothing was changed"
        );
    }
    let since = match letter.state {
        LetterState::Draft => "from its launch on",
        LetterState::Open | LetterState::Closed => "now",
    };
    say::line(format_args!("{slug} is read at {url}/ {since}."));
    Ok(())
}

async fn list(app: &App) -> Result<()> {
    let mut tx = app.store.read().await?;
    for letter in letters::all(&mut tx).await? {
        let Some(row) = hosts::of(&mut tx, letter.id).await? else {
            continue;
        };
        let when = match (letter.state, row.early) {
            (LetterState::Draft, true) => "  draft; its certificate may be made",
            (LetterState::Draft, false) => "  draft",
            _ => "",
        };
        say::line(format_args!("{}  {}{when}", row.host, letter.slug));
    }
    Ok(())
}
