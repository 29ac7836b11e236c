//! Sentences that need a value, and words that a noun chooses.
//!
//! Keys that are put together at run time are put together here and in `form.rs` alone;
//! [`families`] lists what they can become.

use super::form::{hint_key, label_key, problem_key};
use super::{
    Change, Display, FieldError, Figures, Frame, Kind, LetterPage, Level, Moment, Problem, Refusal,
    Signatory, Standing,
};
use crate::l10n::{self, Country, RichPhrase, UNSAID};
use crate::model::mailbox_domain;
use undersigned_record::entry::Reason;

/// The rows of the privacy page's table.
#[cfg(test)]
const KEPT: [&str; 8] = [
    "public", "contact", "pending", "asking", "tags", "address", "bounces", "record",
];

/// Words that a noun chooses.
impl Frame {
    fn choose(&self, family: &str, member: &str) -> String {
        self.say(&format!("{family}-{member}")).to_string()
    }

    pub(super) fn level(&self, level: &Level) -> String {
        self.choose("level", level.as_str())
    }

    pub(super) fn level_what(&self, level: &Level) -> String {
        self.choose("level-what", level.as_str())
    }

    /// The level, with the domain that the mailbox is said to be at.
    pub(super) fn level_with_mailbox(&self, level: &Level, domain: &str) -> RichPhrase<'static> {
        let domain = mailbox_domain::readable(domain);
        match level {
            Level::Mailbox => self.rich("level-mailbox-at").attr("domain", domain),
            level => self
                .rich("level-and-mailbox-at")
                .attr("level", self.level(level))
                .attr("domain", domain),
        }
    }

    pub(super) fn mailbox_what(&self, at: &Moment) -> String {
        self.say("mailbox-at-what")
            .text("date", at.date(self.lang))
            .to_string()
    }

    pub(super) fn level_checked(&self, at: &Moment) -> String {
        self.say("level-checked")
            .text("date", at.date(self.lang))
            .to_string()
    }

    pub(super) fn level_since(&self, at: &Moment) -> String {
        self.say("level-since")
            .text("date", at.date(self.lang))
            .to_string()
    }

    pub(super) fn kind(&self, kind: &Kind) -> String {
        self.choose("kind", kind.as_str())
    }

    pub(super) fn kinds(&self, kind: &Kind) -> String {
        self.choose("kinds", kind.as_str())
    }

    pub(super) fn as_kind(&self, kind: &Kind) -> String {
        self.choose("form-as", kind.as_str())
    }

    pub(super) fn risk(&self, kind: &Kind) -> String {
        self.choose("risk", kind.as_str())
    }

    pub(super) fn display(&self, display: &Display) -> String {
        self.choose("display", display.as_str())
    }

    pub(super) fn standing(&self, standing: &Standing) -> String {
        self.choose("standing", standing.as_str())
    }

    pub(super) fn change(&self, change: &Change) -> String {
        self.choose("change", change.as_str())
    }

    pub(super) fn refusal_title(&self, refusal: &Refusal) -> String {
        self.choose("refusal", refusal.as_str())
    }

    pub(super) fn refusal_what(&self, refusal: &Refusal) -> String {
        self.choose("refusal-what", refusal.as_str())
    }

    pub(super) fn refusal_reason(&self, reason: &Reason) -> String {
        let reason = self.reason(reason.as_str());
        self.say("refusal-reason")
            .text("reason", reason)
            .to_string()
    }

    pub(super) fn kept(&self, row: &str, part: &str) -> String {
        self.choose(&format!("kept-{row}"), part)
    }

    pub(super) fn kept_until_row(&self, row: &str, retention: &Moment) -> String {
        let key = format!("kept-{row}-until");
        self.say(&key)
            .text("date", retention.date(self.lang))
            .to_string()
    }

    pub(super) fn country_or_unsaid(&self, code: &Option<String>) -> String {
        match code.as_deref() {
            Some(code) if code != UNSAID => self.country(code),
            _ => self.say("country-unsaid").to_string(),
        }
    }

    pub(super) fn countries(&self) -> &'static [Country] {
        l10n::countries(self.lang)
    }
}

/// Words of the form.
impl Frame {
    pub(super) fn label(&self, kind: &Kind, field: &str) -> String {
        self.say(&label_key(*kind, field)).to_string()
    }

    pub(super) fn hint(&self, kind: &Kind, field: &str) -> String {
        self.say(&hint_key(*kind, field)).to_string()
    }

    pub(super) fn problem(&self, kind: &Kind, field: &str, problem: &Problem) -> String {
        let label = self.label(kind, field);
        let key = problem_key(field, *problem);
        let phrase = self.say(&key).text("field", label);
        match problem {
            Problem::TooLong { most } => phrase.num("most", &u64::from(*most)).to_string(),
            _ => phrase.to_string(),
        }
    }

    pub(super) fn error_count(&self, errors: &[FieldError]) -> String {
        self.say("error-title")
            .num("count", &(errors.len() as u64))
            .to_string()
    }

    pub(super) fn kept_until(&self, retention: &Moment) -> String {
        self.say("risk-kept")
            .text("date", retention.date(self.lang))
            .to_string()
    }
}

/// Sentences about figures.
impl Frame {
    /// For descriptions, which stand alone: figures that may be old say so there too.
    pub(super) fn figures_plain(&self, figures: &Figures) -> String {
        let plain = self
            .say("figures-plain")
            .num("total", &figures.total)
            .num("countries", &figures.countries)
            .to_string();
        match figures.current {
            true => plain,
            false => format!("{plain} {}", self.as_of(figures)),
        }
    }

    pub(super) fn figures_rich(&self, figures: &Figures) -> RichPhrase<'static> {
        self.rich("figures-rich")
            .num("total", &figures.total)
            .num("countries", &figures.countries)
    }

    pub(super) fn split(&self, figures: &Figures) -> String {
        let mut parts = vec![
            self.say("figures-organizations")
                .num("count", &figures.organizations)
                .to_string(),
            self.say("figures-companies")
                .num("count", &figures.companies)
                .to_string(),
            self.say("figures-individuals")
                .num("count", &figures.individuals)
                .to_string(),
        ];
        if figures.support > 0 {
            parts.push(
                self.say("figures-support")
                    .num("count", &figures.support)
                    .to_string(),
            );
        }
        self.say("figures-split")
            .text("parts", l10n::list(self.lang, &parts))
            .to_string()
    }

    pub(super) fn as_of(&self, figures: &Figures) -> String {
        let at = figures.as_of;
        let key = match figures.current {
            true => "figures-as-of",
            false => "figures-as-of-old",
        };
        self.say(key)
            .text("date", at.date(self.lang))
            .text("hour", at.hour(self.lang))
            .to_string()
    }

    pub(super) fn more(&self, people: &[Signatory], shown: usize) -> String {
        let rest = people.len().saturating_sub(shown) as u64;
        self.say("names-more").num("count", &rest).to_string()
    }

    pub(super) fn founding_lead(&self, total: &u64) -> String {
        self.say("letter-founding-lead")
            .num("count", total)
            .to_string()
    }
}

/// Sentences with a date, a number or an address.
impl Frame {
    pub(super) fn closed_on(&self, at: &Moment) -> String {
        self.say("letter-closed")
            .text("date", at.date(self.lang))
            .to_string()
    }

    pub(super) fn colophon(&self, page: &LetterPage) -> RichPhrase<'static> {
        self.rich("letter-colophon")
            .num("version", &u64::from(page.version))
            .text("date", page.published.date(self.lang))
            .attr("digest", &page.text_digest)
    }

    pub(super) fn newer_text(&self, page: &LetterPage) -> String {
        self.say("letter-newer-text")
            .num("version", &u64::from(page.version))
            .text("date", page.published.date(self.lang))
            .to_string()
    }

    pub(super) fn text_version(&self, version: &u32) -> String {
        self.say("version-number")
            .num("number", &u64::from(*version))
            .to_string()
    }

    pub(super) fn sent_step_mail(&self, from: &str) -> RichPhrase<'static> {
        self.rich("sent-step-mail").text("from", from)
    }

    pub(super) fn sent_nothing(&self, hours: &u64) -> String {
        self.say("sent-nothing").num("hours", hours).to_string()
    }

    pub(super) fn confirm_nothing(&self, expires: &Moment) -> String {
        self.say("confirm-nothing")
            .text("date", expires.date(self.lang))
            .text("hour", expires.hour(self.lang))
            .to_string()
    }

    pub(super) fn confirmed_entry(&self, index: &u64) -> String {
        self.say("confirmed-entry").num("index", index).to_string()
    }

    pub(super) fn declined_quiet(&self, days: &u64) -> String {
        self.say("declined-quiet").num("days", days).to_string()
    }

    pub(super) fn date(&self, at: &Moment) -> String {
        at.date(self.lang)
    }

    pub(super) fn on_hour(&self, at: &Moment) -> String {
        self.say("on-hour")
            .text("date", at.date(self.lang))
            .text("hour", at.hour(self.lang))
            .to_string()
    }

    pub(super) fn signed_as(&self, signatory: &Signatory) -> String {
        let key = if signatory.founding {
            "signed-as-founding"
        } else {
            "signed-as"
        };
        self.choose(key, signatory.kind.as_str())
    }

    pub(super) fn languages_digest(&self, version: &u32) -> String {
        self.say("languages-digest")
            .num("version", &u64::from(*version))
            .to_string()
    }
}

/// Every key that is put together at run time.
#[cfg(test)]
pub(crate) fn families() -> Vec<String> {
    let mut keys: Vec<String> = l10n::COUNTRY_CODES
        .iter()
        .map(|c| format!("country-{c}"))
        .collect();
    for level in Level::ALL {
        keys.push(format!("level-{}", level.as_str()));
        keys.push(format!("level-what-{}", level.as_str()));
    }
    for kind in Kind::ALL {
        for family in [
            "kind",
            "kinds",
            "form-as",
            "risk",
            "signed-as",
            "signed-as-founding",
        ] {
            keys.push(format!("{family}-{}", kind.as_str()));
        }
    }
    keys.extend(
        Display::ALL
            .iter()
            .map(|d| format!("display-{}", d.as_str())),
    );
    keys.extend(["soon", "recorded", "held"].map(|s| format!("standing-{s}")));
    keys.extend(Change::ALL.map(|c| format!("change-{}", c.as_str())));
    for refusal in Refusal::ALL {
        keys.push(format!("refusal-{}", refusal.as_str()));
        keys.push(format!("refusal-what-{}", refusal.as_str()));
    }
    for row in KEPT {
        keys.extend(["what", "how", "until"].map(|part| format!("kept-{row}-{part}")));
    }
    keys.extend(super::form::families());
    keys.extend(super::chart::families());
    keys.extend(super::organize::families());
    keys.extend(super::prove::families());
    keys.extend(super::own_logo::families());
    keys.extend(super::invited::families());
    keys.extend(super::question::families());
    keys
}
