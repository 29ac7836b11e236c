//! `undersigned recipients`: whom a letter's contacts are sealed to.

use anyhow::{Result, bail};

use super::{Installation, letter, say};
use crate::acts::access::trail::Who;
use crate::acts::launch;
use crate::store::letters;

/// Whom a letter's contacts are sealed to.
#[derive(clap::Subcommand)]
pub(super) enum Recipients {
    /// Bring back the code of a test contact.
    Confirm {
        /// The letter.
        slug: String,
        /// What `undersigned-desk contacts test` said.
        code: String,
    },
    /// List them, and who has opened the test contact.
    List {
        /// The letter.
        slug: String,
    },
}

impl Recipients {
    pub(super) async fn run(self, place: &Installation) -> Result<()> {
        match self {
            Self::Confirm { slug, code } => confirm(place, &slug, &code).await,
            Self::List { slug } => list(place, &slug).await,
        }
    }
}

async fn confirm(place: &Installation, slug: &str, code: &str) -> Result<()> {
    let app = place.open().await?;
    let letter = letter::find(&app, slug).await?;
    if !launch::pass_test(&app, Who::operator(), &letter, code).await? {
        bail!("no test contact of {slug} held this code: copy it whole, with its dashes");
    }
    let left = letters::recipients(&mut app.store.read().await?, letter.id).await?;
    match left.iter().filter(|row| row.tested_at.is_none()).count() {
        0 => say::line(format_args!(
            "Every recipient has opened its test contact. Next: undersigned launch {slug}"
        )),
        left => say::line(format_args!("Thanks. Test contacts still to open: {left}")),
    }
    Ok(())
}

async fn list(place: &Installation, slug: &str) -> Result<()> {
    let app = place.open().await?;
    let letter = letter::find(&app, slug).await?;
    for row in letters::recipients(&mut app.store.read().await?, letter.id).await? {
        let tested = row
            .tested_at
            .map_or("test contact not opened yet", |_| "test contact opened");
        let name = match &*row.name {
            "" => String::new(),
            name => format!("  ({name})"),
        };
        say::line(format_args!("{}  {tested}{name}", row.recipient));
    }
    Ok(())
}
