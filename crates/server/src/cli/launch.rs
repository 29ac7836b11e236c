//! `undersigned launch`: opens a letter, and with it its record.

use anyhow::{Result, bail};

use super::{Installation, letter, say};
use crate::acts::launch;

/// Arguments of `launch`.
#[derive(clap::Args)]
pub(super) struct Launch {
    /// The letter.
    slug: String,
    /// Launch it although its origin names another site: a demonstration, for ever.
    #[arg(long)]
    demonstration: bool,
}

impl Launch {
    pub(super) async fn run(self, place: &Installation) -> Result<()> {
        let app = place.open().await?;
        let letter = letter::find(&app, &self.slug).await?;
        // It is looked for again in the transaction that launches; here, so that it is told first.
        if let Some(missing) = launch::missing(&mut app.store.read().await?, &letter).await? {
            bail!("{missing}");
        }
        let at_home = letter.origin == app.config.origin_of(&letter.slug);
        if !at_home && !app.config.demo && !self.demonstration {
            bail!(
                "its origin is {}, but this site is {} (base_url): its record would bear another \
                 site's name for ever. A real letter needs an origin here and no `demonstration = \
                 true`: mend letter.toml, take another slug and import it again. A demonstration \
                 can be launched with --demonstration",
                letter.origin,
                app.config.base_url
            );
        }
        let key = letter.vkey.parse()?;
        if app.served.is_restored(&letter.slug) || app.served.highest(&letter.slug, &key)?.is_some()
        {
            bail!(
                "{0} may have been launched after this database was saved; launching it again \
                 would make a second record. Run `undersigned record recover {0} --from \
                 BUNDLE.zip`, or with --accept if it never was launched",
                self.slug
            );
        }
        let (origin, vkey) = (letter.origin.clone(), letter.vkey.clone());
        if let Some(missing) = launch::launch(&app, &letter).await?.first() {
            bail!("{missing}");
        }
        say::line(format_args!("{origin} is open for signatures."));
        say::line(format_args!(
            "Publish its key where people will find it: {vkey}"
        ));
        Ok(())
    }
}
