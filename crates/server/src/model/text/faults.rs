//! What keeps a text that is being written from being released.

use super::super::{Wrong, words};
use super::Text;

/// A part of a text, as its form has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The title.
    Title,
    /// To whom.
    To,
    /// From whom.
    From,
    /// For search engines and share cards.
    Description,
    /// A demand, by its place from 0.
    Demand(usize),
    /// The letter itself.
    Markdown,
}

impl Part {
    /// The name of the field that `wrong` stands beside.
    #[must_use]
    pub fn field(self, wrong: Wrong) -> String {
        match self {
            Self::Title => "title".to_owned(),
            Self::To => "to".to_owned(),
            Self::From => "from".to_owned(),
            Self::Description => "description".to_owned(),
            Self::Markdown => "markdown".to_owned(),
            Self::Demand(place) => match wrong {
                Wrong::BadId | Wrong::SameId => format!("id-{}", place + 1),
                _ => format!("brief-{}", place + 1),
            },
        }
    }
}

/// The most characters of a line, and of the letter.
const LINE: u32 = 300;
const LETTER: u32 = 40_000;
/// The most characters of everything while it is being written.
const DRAFT: usize = 100_000;

impl Text {
    /// Everything that is wrong, in the order of the parts.
    #[must_use]
    pub fn faults(&self) -> Vec<(Part, Wrong)> {
        let mut faults = Vec::new();
        for (part, line) in [
            (Part::Title, &self.title),
            (Part::To, &self.to),
            (Part::From, &self.from),
            (Part::Description, &self.description),
        ] {
            faults.extend(of_line(line).map(|fault| (part, fault)));
        }
        for place in 0..self.demands.len() {
            let fault = self.of_demand(place);
            faults.extend(fault.map(|fault| (Part::Demand(place), fault)));
        }
        faults.extend(self.of_letter().map(|fault| (Part::Markdown, fault)));
        faults
    }

    /// Whether it is too long to be kept even as a draft.
    #[must_use]
    pub fn is_overlong(&self) -> bool {
        let lines = [&self.title, &self.to, &self.from, &self.description];
        let demands = self.demands.iter().flat_map(|of| [&of.id, &of.brief]);
        let parts = lines.into_iter().chain(demands).chain([&self.markdown]);
        parts.map(|part| part.chars().count()).sum::<usize>() > DRAFT
    }

    fn of_demand(&self, place: usize) -> Option<Wrong> {
        let demand = &self.demands[place];
        if !is_id(&demand.id) {
            return Some(Wrong::BadId);
        }
        if self.demands[..place]
            .iter()
            .any(|other| other.id == demand.id)
        {
            return Some(Wrong::SameId);
        }
        let unheard = (!self.has_heading(demand)).then_some(Wrong::NoHeading);
        of_line(&demand.brief).or(unheard)
    }

    fn of_letter(&self) -> Option<Wrong> {
        let text = &self.markdown;
        // Marks of direction are part of how some scripts are written; overrides are not.
        let turns = |c: char| matches!(c, '\u{202d}' | '\u{202e}');
        let hidden = |c: char| turns(c) || (c.is_control() && !matches!(c, '\n' | '\t'));
        if text.trim().is_empty() {
            Some(Wrong::Missing)
        } else if text.chars().any(hidden) {
            Some(Wrong::Unprintable)
        } else if text.chars().count() > LETTER as usize {
            Some(Wrong::TooLong(LETTER))
        } else {
            // Entities are characters only in what readers see.
            let (made, wrong) = self.made();
            let turned = made.chars().any(hidden).then_some(Wrong::Unprintable);
            turned.or(wrong)
        }
    }
}

fn of_line(line: &str) -> Option<Wrong> {
    match words::line(line, LINE) {
        Ok(Some(_)) => None,
        Ok(None) => Some(Wrong::Missing),
        Err(problem) => Some(problem.into()),
    }
}

/// Whether a word can stand in a heading's `{#…}` and in an address.
fn is_id(word: &str) -> bool {
    let legal = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
    (1..=40).contains(&word.len()) && word.bytes().all(legal)
}

#[cfg(test)]
mod tests {
    use super::super::Demand;
    use super::*;

    fn good() -> Text {
        let demand = |id: &str| Demand {
            id: id.to_owned(),
            brief: "Do it.".to_owned(),
        };
        Text {
            title: "T".to_owned(),
            to: "A".to_owned(),
            from: "B".to_owned(),
            description: "D".to_owned(),
            demands: vec![demand("one"), demand("two")],
            markdown: "### One {#one}\n\n### Two {#two}".to_owned(),
        }
    }

    #[track_caller]
    fn check(change: impl Fn(&mut Text), faults: &[(Part, Wrong)]) {
        let mut text = good();
        change(&mut text);
        assert_eq!(text.faults(), faults);
    }

    #[test]
    fn what_is_fit_for_release_can_be_read() {
        check(|_| {}, &[]);
        assert!(Text::parse(&good().to_bytes()).is_ok());
    }

    #[test]
    fn each_fault_is_named_where_it_is() {
        check(|t| t.title.clear(), &[(Part::Title, Wrong::Missing)]);
        check(
            |t| t.to = "a\u{202e}b".to_owned(),
            &[(Part::To, Wrong::Unprintable)],
        );
        check(
            |t| t.from = "a".repeat(301),
            &[(Part::From, Wrong::TooLong(300))],
        );
        check(
            |t| t.demands[1].id = "One".to_owned(),
            &[(Part::Demand(1), Wrong::BadId)],
        );
        check(
            |t| t.demands[1].id = "one".to_owned(),
            &[(Part::Demand(1), Wrong::SameId)],
        );
        check(
            |t| t.demands[0].id = "other".to_owned(),
            &[(Part::Demand(0), Wrong::NoHeading)],
        );
        check(
            |t| t.demands[0].brief.clear(),
            &[(Part::Demand(0), Wrong::Missing)],
        );
        check(
            |t| t.markdown += "\u{202e}",
            &[(Part::Markdown, Wrong::Unprintable)],
        );
        for entity in [
            "&#8238;",
            "&#x202D;",
            "<p>&#8238;</p>",
            "[a](/ \"&#8238;\")",
            "&#7;",
        ] {
            check(
                |t| t.markdown = format!("{}\n\n{entity}", t.markdown),
                &[(Part::Markdown, Wrong::Unprintable)],
            );
        }
        check(
            |t| t.markdown += &format!("\n\n{}", ">".repeat(40)),
            &[(Part::Markdown, Wrong::TooDeep)],
        );
        check(
            |t| t.markdown += &format!("\n\n{}a", ">".repeat(29)).repeat(1000),
            &[(Part::Markdown, Wrong::TooMuch)],
        );
    }

    #[test]
    fn a_draft_has_an_end() {
        let mut text = good();
        assert!(!text.is_overlong());
        text.markdown = "ä".repeat(99_900);
        assert!(!text.is_overlong());
        text.demands[1].brief = "ä".repeat(100);
        assert!(text.is_overlong());
    }
}
