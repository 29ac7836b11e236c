//! Previews of a letter before its launch, and the launch itself.

use askama::Template;

use super::{Frame, Moment, Visit, organizers_page};
use crate::l10n::{RichPhrase, own_name};
use crate::model::checkup::Part;

/// A private link to a letter before its launch.
#[derive(Clone, Debug)]
pub struct PreviewLine {
    /// The store's id.
    pub id: i64,
    /// Whom it was made for.
    pub name: String,
    /// When.
    pub made: Moment,
    /// When it was used last.
    pub used: Option<Moment>,
}

/// The page of private links.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/previews.html")]
pub struct PreviewsPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// The letter's title.
    pub letter: String,
    /// The letter's page for organizers.
    pub path: String,
    /// Whether the letter has not launched.
    pub is_draft: bool,
    /// The links, newest first.
    pub previews: Vec<PreviewLine>,
    /// A link that was just made, shown this once: for whom, and the whole address.
    pub made: Option<(String, String)>,
}

organizers_page!(PreviewsPage, "previews-title");

impl PreviewsPage {
    fn under(&self, rest: &str) -> String {
        format!("{}/previews{rest}", self.path)
    }

    fn revoke(&self, preview: &PreviewLine) -> String {
        self.under(&format!("/{}/removal", preview.id))
    }
}

/// One line of the checklist.
#[derive(Clone, Debug)]
pub struct Check {
    /// What is looked at, a word of [`Check::ALL`].
    pub what: &'static str,
    /// Whether it is as it should be.
    pub holds: bool,
    /// Whether the letter can't launch without it.
    pub needed: bool,
    /// Languages that it concerns.
    pub langs: Vec<String>,
    /// How many of how many.
    pub figures: (u64, u64),
    /// When, where a time belongs to it.
    pub at: Option<Moment>,
    /// Where it can be mended.
    pub path: Option<String>,
    /// How it is not as it should be, a word of [`Check::lacks`].
    pub lack: &'static str,
    /// Parts of the server that it concerns.
    pub parts: Vec<Part>,
}

impl Check {
    /// Everything that is looked at.
    pub const ALL: [&'static str; 22] = [
        "text",
        "languages",
        "recipients",
        "spare-key",
        "spare-owner",
        "released",
        "organizers",
        "watched",
        "dates",
        "host",
        "own-host",
        "record",
        "invited",
        "answered",
        "names",
        "statements",
        "logos",
        "sealed",
        "earlier",
        "founders-key",
        "mail",
        "doctor",
    ];

    /// How something can be not as it should be.
    #[must_use]
    pub const fn lacks(what: &str) -> &'static [&'static str] {
        match what.as_bytes() {
            b"doctor" => &["never", "old", "wrong", "unchecked"],
            b"own-host" => &["elsewhere", "nowhere", "unclear"],
            b"invited" => &["not", "nobody", "refused"],
            _ => &["not"],
        }
    }
}

/// The launch that is set.
#[derive(Clone, Debug)]
pub struct Scheduled {
    /// Date in its zone, `YYYY-MM-DD`.
    pub date: String,
    /// Time of day in its zone, `HH:MM`.
    pub time: String,
    /// The zone by IANA's name.
    pub zone: String,
    /// How far that is from UTC.
    pub offset: String,
    /// The same in UTC.
    pub at: Moment,
    /// Who set it.
    pub who: String,
    /// What was missing at the minute, words of `acts::launch::Missing`; empty while it waits.
    pub missing: Vec<String>,
}

/// What is wrong with a time that was typed.
#[derive(Clone, Debug)]
pub enum TimeProblem {
    /// The zone is none.
    Zone,
    /// Date or time are none.
    Time,
    /// A clock change skips it; the next is this.
    Skipped(String, String),
    /// A clock change repeats it.
    Twice(String, String),
    /// It is over.
    Past,
    /// Somebody else set another launch, or called it off, since the form was made.
    Stale,
    /// What keeps the letter from being launched then, words of `acts::launch::Missing`.
    Lacks(Vec<String>),
}

/// The launch's page.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/launch.html")]
pub struct LaunchPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// The letter's title.
    pub letter: String,
    /// The letter's page for organizers.
    pub path: String,
    /// Its public page, once it has launched.
    pub public: Option<String>,
    /// Whether who is signed in may launch it.
    pub is_owned: bool,
    /// The checklist.
    pub checks: Vec<Check>,
    /// The launch that is set, or did not happen.
    pub scheduled: Option<Scheduled>,
    /// What was typed: date, time, zone.
    pub typed: (String, String, String),
    /// What is wrong with it.
    pub problem: Option<TimeProblem>,
    /// Whether a launch at once was not said to be meant.
    pub unsure: bool,
    /// All zones.
    pub zones: Vec<String>,
}

organizers_page!(LaunchPage, "launch-title");

impl LaunchPage {
    fn under(&self, rest: &str) -> String {
        format!("{}/launch{rest}", self.path)
    }

    fn is_ready(&self) -> bool {
        self.checks.iter().all(|check| check.holds || !check.needed)
    }

    fn wrong(&self) -> Option<RichPhrase<'static>> {
        let frame = &self.frame;
        Some(match self.problem.as_ref()? {
            TimeProblem::Zone => frame.rich("launch-no-zone"),
            TimeProblem::Time => frame.rich("launch-no-time"),
            TimeProblem::Past => frame.rich("launch-past"),
            TimeProblem::Stale => frame.rich("launch-stale"),
            TimeProblem::Lacks(_) => frame.rich("launch-not-ready"),
            TimeProblem::Skipped(date, time) => frame
                .rich("launch-skipped")
                .text("date", date)
                .text("time", time),
            TimeProblem::Twice(..) => frame.rich("launch-twice"),
        })
    }

    fn missing(&self) -> &[String] {
        match &self.problem {
            Some(TimeProblem::Lacks(missing)) => missing,
            _ => &[],
        }
    }

    /// The launch that stands on this page, as forms carry it along.
    fn seen(&self) -> String {
        let at = |set: &Scheduled| set.at.0.unix_timestamp().to_string();
        self.scheduled.as_ref().map(at).unwrap_or_default()
    }

    fn choices(&self) -> Vec<(&'static str, &String)> {
        match &self.problem {
            Some(TimeProblem::Twice(first, second)) => vec![("first", first), ("second", second)],
            _ => Vec::new(),
        }
    }
}

impl Frame {
    fn preview_made(&self, preview: &PreviewLine) -> String {
        let made = self.at(&preview.made);
        match &preview.used {
            Some(used) => self
                .say("preview-used")
                .text("made", made)
                .text("used", self.at(used))
                .to_string(),
            None => self.say("preview-unused").text("made", made).to_string(),
        }
    }

    fn check(&self, check: &Check) -> String {
        let state = if check.holds { "ok" } else { check.lack };
        let part = |part: &Part| self.say(&format!("doctor-{}", part.as_str())).to_string();
        let parts: Vec<String> = check.parts.iter().map(part).collect();
        let langs: Vec<String> = check.langs.iter().map(|tag| own_name(tag)).collect();
        let at = check.at.map(|at| self.at(&at)).unwrap_or_default();
        let key = format!("check-{}-{state}", check.what);
        let phrase = self.say(&key);
        phrase
            .text("languages", crate::l10n::list(self.lang, &langs))
            .num("some", &check.figures.0)
            .num("all", &check.figures.1)
            .text("at", at)
            .text("parts", crate::l10n::list(self.lang, &parts))
            .to_string()
    }

    fn scheduled(&self, scheduled: &Scheduled) -> RichPhrase<'static> {
        self.rich("launch-scheduled")
            .text("date", &scheduled.date)
            .text("time", &scheduled.time)
            .text("zone", &scheduled.zone)
            .text("offset", &scheduled.offset)
            .text("at", self.at(&scheduled.at))
            .text("who", &scheduled.who)
    }

    fn launch_missing(&self, missing: &str) -> String {
        self.say(&format!("launch-missing-{missing}")).to_string()
    }
}

/// Keys that are put together here.
#[cfg(test)]
pub(super) fn families() -> Vec<String> {
    let states = |what| {
        let states = Check::lacks(what).iter().chain(&["ok"]);
        states.map(move |state| format!("check-{what}-{state}"))
    };
    let mut keys: Vec<String> = Check::ALL.into_iter().flat_map(states).collect();
    keys.extend(Part::ALL.map(|part| format!("doctor-{}", part.as_str())));
    let missing = [
        "launched",
        "text",
        "languages",
        "recipients",
        "tests",
        "dates",
        "closing",
        "host",
        "record",
        "founders-key",
    ];
    keys.extend(missing.map(|missing| format!("launch-missing-{missing}")));
    keys
}
