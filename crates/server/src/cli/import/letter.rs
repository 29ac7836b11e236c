//! `undersigned import letter`: a folder becomes a draft.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::super::{Installation, host, letter, say};
use crate::acts::drafting::{self, Drafted};
use crate::acts::host::OwnHost;
use crate::config::Config;
use crate::l10n::Lang;
use crate::model::draft::LetterFile;
use crate::model::{Draft, LetterState};
use crate::seal::Recipients;
use crate::store::hosts;

/// Arguments of `import letter`.
#[derive(clap::Args)]
pub(in crate::cli) struct ImportLetter {
    /// The folder with letter.toml and a text for each language.
    folder: PathBuf,
    /// Check everything and keep nothing.
    #[arg(long)]
    dry_run: bool,
}

impl ImportLetter {
    pub(in crate::cli) async fn run(self, place: &Installation) -> Result<()> {
        let config = place.config()?;
        let draft = read(&self.folder)?;
        if config.demo && !draft.settings.demonstration {
            bail!(
                "a demo takes letters with `demonstration = true` alone: run `undersigned init` in a \
                 folder of its own for a real one"
            );
        }
        draft.check_host(config.host())?;
        let recipients = match &draft.recipients[..] {
            [] => &config.recipients,
            own => own,
        };
        if recipients.is_empty() {
            bail!(
                "nobody could read the contacts: name recipients in letter.toml \
                 (recipients = [\"age1…\"]) or in undersigned.toml"
            );
        }
        Recipients::parse(recipients)?;
        say::line(format_args!(
            "{}: {}, {}, {}",
            draft.origin,
            say::count(draft.texts.len() as u64, "language", "languages"),
            say::count(draft.watched.len() as u64, "watched name", "watched names"),
            say::count(recipients.len() as u64, "recipient", "recipients")
        ));
        say_languages(&draft);
        if draft.settings.demonstration && !config.demo {
            warn(&draft, &config);
        }
        if self.dry_run {
            say::line("Everything holds. Nothing was kept (--dry-run).");
            return Ok(());
        }
        let app = place.open().await?;
        conclude(&draft, drafting::create(&app, &draft, recipients).await?)?;
        if let Some(name) = draft.host {
            let letter = letter::find(&app, draft.slug.as_str()).await?;
            let known = hosts::of(&mut app.store.read().await?, letter.id).await?;
            let early = known.is_some_and(|row| row.host == name.as_str() && row.early);
            host::set(&app, &letter, OwnHost { name, early }).await?;
        }
        say::line(format_args!(
            "Next: undersigned import signatories {0} FILE.csv; undersigned export test-contacts {0} \
             -o test.jsonl",
            draft.slug
        ));
        Ok(())
    }
}

/// A letter may speak any language; its readers get the buttons in one of ours.
fn say_languages(draft: &Draft) {
    let other = |tag: &&String| Lang::from_tag(tag).is_none();
    let others: Vec<&str> = draft
        .texts
        .keys()
        .filter(other)
        .map(String::as_str)
        .collect();
    if !others.is_empty() {
        let ours = Lang::ALL.map(Lang::tag).join(", ");
        say::line(format_args!(
            "The text in {} is shown as it is; the pages around it are in {ours}.",
            others.join(", ")
        ));
    }
}

/// What a demonstration is, to whom may have copied one for a letter that is meant.
fn warn(draft: &Draft, config: &Config) {
    say::note(format_args!(
        "letter.toml says `demonstration = true`: an invented letter, whose origin may name any \
         host. For a real one, remove that line"
    ));
    let own = config.origin_of(&draft.slug);
    if draft.origin != own {
        say::note(format_args!(
            "its record would be named {} for ever; here a real letter's is {own}",
            draft.origin
        ));
    }
}

fn conclude(draft: &Draft, drafted: Drafted) -> Result<()> {
    let slug = &draft.slug;
    match drafted {
        Drafted::Anew => say::line(format_args!(
            "Imported as a {}.",
            LetterState::Draft.as_str()
        )),
        Drafted::Completed => say::line("It was here already, with the same texts."),
        Drafted::Launched => bail!("{slug} was launched: what people signed can't be changed"),
        Drafted::Differs => bail!(
            "{slug} is here already with other texts, settings or origin; nothing was changed. \
             Take another slug and origin"
        ),
    }
    Ok(())
}

/// Reads a folder.
pub(in crate::cli) fn read(folder: &Path) -> Result<Draft> {
    let name = folder.join("letter.toml");
    let text = std::fs::read_to_string(&name).with_context(|| name.display().to_string())?;
    let within = || folder.display().to_string();
    let file = LetterFile::parse(&text).with_context(within)?;
    let mut texts = BTreeMap::new();
    for lang in &file.languages {
        let name = folder.join(format!("{lang}.md"));
        let text = std::fs::read(&name).with_context(|| name.display().to_string())?;
        texts.insert(lang.clone(), text);
    }
    let name = folder.join("watch.txt");
    let watched = if name.exists() {
        std::fs::read_to_string(&name).with_context(|| name.display().to_string())?
    } else {
        String::new()
    };
    file.with(texts, &watched).with_context(within)
}
