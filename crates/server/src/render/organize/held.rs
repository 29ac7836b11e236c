//! Signatures and corrections that wait for a moderator.

use std::collections::HashMap;

use askama::Template;

use super::super::{AskedQuestion, Display, Kind, Level, assets};
use super::decided::under_letter;
use super::{Decided, Frame, Moment, Visit, organizers_page};
use crate::model::watch::Rule;
use crate::model::{Doubt, Hint, mailbox_domain};

/// A signature or correction that waits.
#[derive(Clone, Debug)]
pub struct HeldLine {
    /// The store's id.
    pub id: i64,
    /// Who signs.
    pub kind: Kind,
    /// The whole name.
    pub name: String,
    /// How it would be shown.
    pub display: Display,
    /// An individual's title.
    pub title: Option<String>,
    /// An individual's affiliation.
    pub affiliation: Option<String>,
    /// An organization's or company's site.
    pub website: Option<String>,
    /// ISO 3166-1 alpha-2; `None` where the signatory chose not to say.
    pub country: Option<String>,
    /// The domain of an individual's mailbox, in ASCII, where it would be shown.
    pub mailbox: Option<String>,
    /// Words, which are decided about apart.
    pub statement: Option<String>,
    /// The level of proof that it would have.
    pub level: Level,
    /// Whether it corrects a signature that stands.
    pub corrects: bool,
    /// Why it is held.
    pub doubts: Vec<Doubt>,
    /// What else to know of it.
    pub hints: Vec<Hint>,
    /// Since when.
    pub since: Moment,
    /// What was asked about it.
    pub asked: Vec<AskedQuestion>,
}

impl HeldLine {
    /// Whether an organizer's word would raise its level of proof.
    pub(super) fn can_be_vouched_for(&self) -> bool {
        self.doubts.contains(&Doubt::Unproven) && !self.corrects
    }

    pub(super) fn mailbox_readable(&self) -> Option<String> {
        self.mailbox.as_deref().map(mailbox_domain::readable)
    }

    /// Whether the same signatory seems to stand in the record.
    fn stands(&self) -> bool {
        self.hints
            .iter()
            .any(|hint| matches!(hint, Hint::Stands(..)))
    }
}

/// The queue of signatures and corrections, oldest first.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/held.html")]
pub struct HeldPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// The letter's title.
    pub letter: String,
    /// The letter's page for organizers.
    pub path: String,
    /// A page of the queue.
    pub held: Vec<HeldLine>,
    /// How the decisions before ended.
    pub decided: Option<Decided>,
    /// The next page's path.
    pub next: Option<String>,
    /// What was marked and chosen, where the page came back.
    pub typed: HashMap<String, String>,
    /// The name of the field in which a reason is missing.
    pub missing: Option<String>,
}

organizers_page!(HeldPage, "held-title");
under_letter!(HeldPage);

impl HeldPage {
    /// The public page of the signature at an index of the record.
    fn signature(&self, index: &u64) -> String {
        let slug = self.path.rsplit('/').next().unwrap_or_default();
        self.frame
            .to(&format!("/letters/{slug}/signatures/{index}"))
    }

    fn closer(&self, id: &i64) -> String {
        self.frame.to(&self.under(&format!("/held/{id}")))
    }

    fn is_marked(&self, id: &i64) -> bool {
        self.typed.contains_key(&format!("mark-{id}"))
    }

    /// The reason that was chosen in the field of this name.
    fn chosen(&self, field: &str) -> &str {
        self.typed.get(field).map_or("", String::as_str)
    }

    fn lacks(&self, field: &str) -> bool {
        self.missing.as_deref() == Some(field)
    }
}

impl Frame {
    pub(super) fn waits_since(&self, since: &Moment) -> String {
        self.say("held-since")
            .text("at", self.at(since))
            .to_string()
    }

    /// When something was asked, by which way, and what came of it.
    pub(super) fn asked_state(&self, asked: &AskedQuestion) -> String {
        let way = match (asked.mailed, asked.came_back) {
            (_, true) => "held-asked-came-back",
            (true, _) => "held-asked-by-mail",
            (false, _) => "held-asked-on-page",
        };
        let way = self.say(way).text("at", self.at(&asked.at)).to_string();
        let state = match &asked.answer {
            Some((_, at)) => self
                .say("held-answered")
                .text("at", self.at(at))
                .to_string(),
            None => self.say("held-unanswered").to_string(),
        };
        format!("{way} {state}")
    }

    pub(super) fn doubt(&self, doubt: &Doubt) -> String {
        let key = match doubt {
            Doubt::Unproven => "doubt-unproven",
            Doubt::Another => "doubt-another",
            Doubt::Renamed => "doubt-renamed",
            Doubt::VouchedFor => "doubt-vouched-for",
            Doubt::Quoted => "doubt-quoted",
            Doubt::Watched(entry, rule) => {
                let how = self.say(watched_key(*rule)).to_string();
                let watched = self.say("doubt-watched").text("entry", entry.as_str());
                return watched.text("how", how).to_string();
            }
            Doubt::Ruled(name) => {
                return self
                    .say("doubt-ruled")
                    .text("name", name.as_str())
                    .to_string();
            }
        };
        self.say(key).to_string()
    }

    /// A hint about the mailbox, the name, the time or the place.
    pub(super) fn hinted(&self, hint: &Hint) -> String {
        match hint {
            Hint::Disposable => self.say("hint-disposable").to_string(),
            Hint::OneWord => self.say("hint-one-word").to_string(),
            Hint::Burst(count) => self.say("hint-burst").num("count", count).to_string(),
            Hint::Crowd(country, late) => {
                let crowd = self.say("hint-crowd");
                let crowd = crowd.text("country", self.country(country.as_str()));
                crowd.num("percent", &late.percent()).to_string()
            }
            Hint::Stands(..) => self.say("hint-stands").to_string(),
            Hint::Waits(..) => self.say("hint-waits").to_string(),
        }
    }

    pub(super) fn queue_script(&self) -> &'static str {
        &assets::queue_script().path
    }
}

/// How what is written is an entry of the watch list.
const fn watched_key(rule: Rule) -> &'static str {
    match rule {
        Rule::Exact => "watched-exact",
        Rule::LookAlike => "watched-look-alike",
        Rule::Near => "watched-near",
        Rule::OtherScript => "watched-other-script",
    }
}
