//! A letter's trail.

use askama::Template;
use undersigned_record::entry::Reason;

use super::{Frame, Moment, Visit, organizers_page};
use crate::l10n::{RichPhrase, own_name};
use crate::model::Role;
use crate::model::trail::{Part, TRANSLATOR, What};

/// Something that was done.
#[derive(Clone, Debug)]
pub struct TrailLine {
    /// When.
    pub at: Moment,
    /// Who; empty for the operator.
    pub who: String,
    /// With which letter, by its word in addresses; empty where it concerns the organizer's access.
    pub letter: String,
    /// What, a word of [`crate::model::trail::Act`].
    pub act: String,
    /// To what or whom.
    pub what: What,
}

/// What was done, newest first.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/trail.html")]
pub struct TrailPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// The letter's title.
    pub letter: String,
    /// The letter's page for organizers.
    pub path: String,
    /// A page of it.
    pub lines: Vec<TrailLine>,
    /// The next page's path.
    pub next: Option<String>,
}

organizers_page!(TrailPage, "trail-title");

/// The message of a part, which says its value.
const fn key(part: Part) -> &'static str {
    match part {
        Part::Text => "trail-part-text",
        Part::Name => "trail-part-name",
        Part::Key => "trail-part-key",
        Part::Letter => "trail-part-letter",
        Part::Translator => "trail-part-translator",
        Part::Role => "trail-part-role",
        Part::From => "trail-part-from",
        Part::To => "trail-part-to",
        Part::Number => "trail-part-number",
        Part::Rule => "trail-part-rule",
        Part::Entry => "trail-part-entry",
        Part::Count => "trail-part-count",
        Part::Version => "trail-part-version",
        Part::Revision => "trail-part-revision",
        Part::Language => "trail-part-language",
        Part::Reason => "trail-part-reason",
        Part::Setting => "trail-part-setting",
        Part::How => "trail-part-how",
    }
}

impl Frame {
    /// What a line is about, part by part, in the reader's language.
    fn trail_part(&self, (part, value): &(Part, String)) -> RichPhrase<'static> {
        let phrase = self.rich(key(*part));
        match part {
            Part::Count | Part::Version | Part::Revision => match value.parse() {
                Ok(count) => phrase.num("value", &count),
                Err(_) => phrase.text("value", value),
            },
            part => phrase.text("value", self.trail_value(*part, value)),
        }
    }

    /// A value in the reader's words; one that is no word of ours as it is.
    fn trail_value(&self, part: Part, value: &str) -> String {
        let known = match part {
            Part::Role | Part::From | Part::To => {
                value.parse::<Role>().ok().map(|_| self.role(value))
            }
            Part::Language => Some(own_name(value)),
            Part::Reason => value.parse::<Reason>().ok().map(|_| self.reason(value)),
            Part::Setting if What::SETTINGS.contains(&value) => {
                Some(self.say(&format!("trail-setting-{value}")).to_string())
            }
            Part::How if What::HOW.contains(&value) => {
                Some(self.say(&format!("trail-how-{value}")).to_string())
            }
            _ => None,
        };
        known.unwrap_or_else(|| value.to_owned())
    }
}

/// Lines as CSV (RFC 4180), in words that are the same in every language. What a spreadsheet would
/// take for a formula gets an apostrophe.
///
/// # Errors
/// Where memory can't be written to.
pub fn trail_csv(lines: &[TrailLine]) -> csv::Result<Vec<u8>> {
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(["time", "who", "letter", "act", "what"])?;
    for line in lines {
        let who = match line.who.as_str() {
            "" => "(operator)".to_owned(),
            who => match who.strip_prefix(TRANSLATOR) {
                Some(lang) => format!("(translator {lang})"),
                None => harmless(who),
            },
        };
        let what = harmless(&line.what.to_string());
        out.write_record([&line.at.machine(), &who, &line.letter, &line.act, &what])?;
    }
    out.into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))
}

fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// Every key that is put together here.
#[cfg(test)]
pub(super) fn families() -> Vec<String> {
    let parts = Part::ALL.iter().map(|part| key(*part).to_owned());
    let settings = What::SETTINGS.map(|of| format!("trail-setting-{of}"));
    let how = What::HOW.map(|of| format!("trail-how-{of}"));
    parts.chain(settings).chain(how).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::OffsetDateTime;

    #[test]
    fn names_are_no_formulas() {
        let line = TrailLine {
            at: Moment(OffsetDateTime::UNIX_EPOCH),
            who: "=1+1".to_owned(),
            letter: "x".to_owned(),
            act: "invited".to_owned(),
            what: What::from("-Ada, \"the\" owner"),
        };
        let csv = String::from_utf8(trail_csv(&[line]).unwrap()).unwrap();
        assert_eq!(
            csv,
            "time,who,letter,act,what\n1970-01-01T00:00:00Z,'=1+1,x,invited,\"'-Ada, \"\"the\"\" owner\"\n"
        );
    }
}
