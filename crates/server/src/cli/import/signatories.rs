//! `undersigned import signatories`: a table becomes founding signatures of a draft.
//!
//! Two passes: the first checks every line and keeps nothing, the second adds in batches. One batch
//! is in memory at a time.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::super::{Installation, letter, progress, say};
use crate::acts::founding;
use crate::app::App;
use crate::model::founders::{Founders, Line};
use crate::model::{Founder, Letter, LetterState};
use crate::seal::TagKey;
use crate::store::signatures;

/// Founding signatories that one transaction adds.
const BATCH: usize = 500;

/// Faults that are printed; more are counted.
const SHOWN: u64 = 100;

/// Arguments of `import signatories`.
#[derive(clap::Args)]
pub(in crate::cli) struct ImportSignatories {
    /// The letter.
    slug: String,
    /// Columns kind, name and country, and optionally others.
    file: PathBuf,
    /// Check everything and keep nothing.
    #[arg(long)]
    dry_run: bool,
    /// Import the lines that hold, and leave the others out.
    #[arg(long)]
    skip_bad: bool,
}

/// What the first pass found.
#[derive(Default)]
struct Checked {
    good: u64,
    known: u64,
    bad: u64,
}

impl ImportSignatories {
    pub(in crate::cli) async fn run(self, place: &Installation) -> Result<()> {
        let app = place.open().await?;
        let letter = letter::find(&app, &self.slug).await?;
        if letter.state != LetterState::Draft {
            bail!(
                "{} was launched: founding signatories come before that",
                self.slug
            );
        }
        let tag_key = app.keys.tag_key(&letter.slug)?;
        let checked = self.check(&app, &letter, &tag_key).await?;
        say::line(format_args!(
            "{}, {} of them here already; {}",
            say::count(checked.good, "line holds", "lines hold"),
            checked.known,
            say::count(checked.bad, "does not", "do not")
        ));
        if checked.bad > 0 && !self.skip_bad {
            bail!("nothing was imported: mend the lines above, or leave them out with --skip-bad");
        }
        if self.dry_run {
            say::line("Nothing was kept (--dry-run).");
            return Ok(());
        }
        let new = self.add(&app, &letter, checked.good).await?;
        say::line(format_args!("Imported: {new}"));
        Ok(())
    }

    async fn check(&self, app: &App, letter: &Letter, tag_key: &TagKey) -> Result<Checked> {
        let mut table = open(&self.file, letter)?;
        let mut checked = Checked::default();
        let mut tx = app.store.read().await?;
        let mut shown = 0;
        while let Some(Line { founder, .. }) = next(&mut table, &self.file)? {
            match founder {
                Ok(founder) => {
                    let tag = tag_key.invited(founder.public.kind, &founder.public.name);
                    let known = signatures::by_person(&mut tx, letter.id, &tag).await?;
                    checked.known += u64::from(known.is_some());
                    checked.good += 1;
                }
                Err(errors) => {
                    checked.bad += 1;
                    for error in errors {
                        shown += 1;
                        if shown <= SHOWN {
                            say::line(error);
                        }
                    }
                }
            }
        }
        if shown > SHOWN {
            say::line(format_args!("… and {} more", shown - SHOWN));
        }
        Ok(checked)
    }

    async fn add(&self, app: &App, letter: &Letter, total: u64) -> Result<u64> {
        let mut table = open(&self.file, letter)?;
        let bar = progress::bar(total);
        let (mut new, mut batch) = (0, Vec::with_capacity(BATCH));
        loop {
            let line = next(&mut table, &self.file)?;
            let ended = line.is_none();
            batch.extend(line.and_then(|line| line.founder.ok()));
            if batch.len() == BATCH || ended {
                let founders: Vec<Founder> = std::mem::take(&mut batch);
                bar.inc(founders.len() as u64);
                new += founding::add(app, letter, founders).await?;
            }
            if ended {
                bar.finish_and_clear();
                return Ok(new);
            }
        }
    }
}

fn next(table: &mut Founders<BufReader<File>>, file: &Path) -> Result<Option<Line>> {
    table
        .next_line()
        .with_context(|| file.display().to_string())
}

fn open(file: &Path, letter: &Letter) -> Result<Founders<BufReader<File>>> {
    let name = || file.display().to_string();
    let table = File::open(file).with_context(name)?;
    let lang = letter.settings.default_language.parse()?;
    Founders::open(BufReader::new(table), lang).with_context(name)
}
