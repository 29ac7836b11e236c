//! The checklist before a launch: what keeps a letter from being launched, and what ought to be done.

use super::{Missing, obstacles};
use crate::acts::access::Session;
use crate::acts::{Result, founding, host, recipients, release};
use crate::app::App;
use crate::model::checkup::Checkup;
use crate::model::{HostName, Letter};
use crate::proof::Leading;
use crate::store::{checkups, founder_logos, founders, hosts, letters, roles};

/// What was found.
pub struct Checklist {
    /// What keeps it from being launched.
    pub obstacles: Vec<Missing>,
    /// Languages that it is offered in and that have no released text.
    pub untranslated: Vec<String>,
    /// Recipients, and how many of them opened their test contacts.
    pub recipients: (u64, u64),
    /// Founders who were invited, and how many of them answered.
    pub founders: (u64, u64),
    /// Founders who accepted under another name, and on whom nobody has decided.
    pub held: u64,
    /// Founders who were not invited.
    pub uninvited: u64,
    /// Founders who have not answered, and whose mail server refused the last mail.
    pub refused: u64,
    /// Founders' statements that nobody has decided on.
    pub undecided: u64,
    /// Whether what is written is what was released.
    pub released: bool,
    /// Owners.
    pub owners: u64,
    /// Names on the watch list.
    pub watched: u64,
    /// Founders' logos that nobody has decided on.
    pub logos: u64,
    /// Founders whose contact is sealed to other recipients than today's.
    pub sealed_elsewhere: u64,
    /// Founders who accepted an earlier version of the text than the one that would launch.
    pub earlier: u64,
    /// Whether what is known of founders can't be read.
    pub founders_key_lost: bool,
    /// Whether mail can leave at all, and when a mail server last took an invitation.
    pub mail: (bool, Option<i64>),
    /// Where its own host name leads, if it has one.
    pub own_host: Option<Leading>,
    /// What `undersigned doctor` found last.
    pub checkup: Option<Checkup>,
}

/// Looks at a letter before its launch, for whoever's session it is.
pub async fn look(app: &App, session: &Session, letter: &Letter) -> Result<Checklist> {
    let obstacles = obstacles(app, letter).await?;
    let mut tx = app.store.read().await?;
    let texts = letters::texts(&mut tx, letter.id).await?;
    let known = letters::recipients(&mut tx, letter.id).await?;
    let counts = founders::counts(&mut tx, letter.id).await?;
    let sent = founders::last_sent(&mut tx, letter.id).await?;
    let logos = founder_logos::count_waiting(&mut tx, letter.id).await?;
    let owners = roles::owners(&mut tx, letter.id).await?;
    let watched = letters::watched(&mut tx, letter.id).await?;
    let checkup = checkups::last(&mut tx).await?;
    let host = hosts::of(&mut tx, letter.id).await?;
    drop(tx);
    let own_host = match host.and_then(|row| HostName::parse(&row.host)) {
        Some(name) => host::leading(app, session, &name).await,
        None => None,
    };
    let newest = texts.iter().map(|text| text.version).max();
    let has = |lang: &String| {
        let mut texts = texts.iter();
        texts.any(|text| Some(text.version) == newest && text.lang == *lang)
    };
    let offered = letter.settings.languages.iter();
    let people = |states: &[&str]| -> u64 {
        let of = counts
            .iter()
            .filter(|count| states.contains(&&*count.state));
        of.map(|count| count.people.unsigned_abs()).sum()
    };
    let tested = known.iter().filter(|row| row.tested_at.is_some());
    let written = release::readiness(app, letter).await?;
    let undecided = counts.iter().map(|count| count.undecided.unsigned_abs());
    Ok(Checklist {
        obstacles,
        untranslated: offered.filter(|lang| !has(lang)).cloned().collect(),
        recipients: (known.len() as u64, tested.count() as u64),
        founders: (
            people(&["due", "invited", "held", "accepted", "declined"]),
            people(&["held", "accepted", "declined"]),
        ),
        held: people(&["held"]),
        uninvited: people(&["listed"]),
        refused: counts
            .iter()
            .filter(|count| count.state == "invited")
            .map(|count| count.bounced.unsigned_abs())
            .sum(),
        undecided: undecided.sum(),
        released: written.newest == 0 || written.unchanged,
        owners: owners.unsigned_abs(),
        watched: watched.len() as u64,
        logos: logos.unsigned_abs(),
        sealed_elsewhere: recipients::sealed_elsewhere(app, letter).await?,
        earlier: counts
            .iter()
            .map(|count| count.earlier.unsigned_abs())
            .sum(),
        founders_key_lost: founding::key::is_lost(app, letter).await?,
        mail: (app.mail.is_some(), sent),
        own_host,
        checkup,
    })
}
