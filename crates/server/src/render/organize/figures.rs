//! A letter's figures, for those who run it.

use askama::Template;

use super::super::{Bars, Figures, Growth, World};
use super::{Frame, Moment, Visit, organizers_page};

/// What one of the last days brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastDay {
    /// Which.
    pub day: Moment,
    /// Forms sent.
    pub sent: u64,
    /// Forms whose mailbox confirmed.
    pub confirmed: u64,
    /// Mails that the mail server took.
    pub mailed: u64,
    /// Mails that it refused for good.
    pub refused: u64,
}

/// Everything that is counted about a letter, in sum.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/figures.html")]
pub struct FiguresPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// The letter's title.
    pub letter: String,
    /// The letter's page for organizers.
    pub path: String,
    /// The public figures, once it has launched.
    pub figures: Option<Figures>,
    /// Signatures over time.
    pub growth: Growth,
    /// By kind.
    pub kinds: Bars,
    /// By level of proof.
    pub levels: Bars,
    /// By country, the most first.
    pub countries: Bars,
    /// The first of them.
    pub first_countries: Bars,
    /// All of them as a map.
    pub world: World,
    /// Forms sent since the letter opened, and how many of them were confirmed.
    pub answered: (u64, u64),
    /// The last days, newest first.
    pub last: Vec<LastDay>,
}

impl FiguresPage {
    fn rate(&self) -> String {
        let (sent, confirmed) = self.answered;
        let hundredths = confirmed * 100 / sent.max(1);
        self.frame
            .say("figures-rate")
            .num("sent", &sent)
            .num("confirmed", &confirmed)
            .num("hundredths", &hundredths)
            .to_string()
    }

    fn all_countries(&self) -> String {
        let count = self.countries.0.len() as u64;
        let phrase = self.frame.say("figures-all-countries");
        phrase.num("count", &count).to_string()
    }
}

organizers_page!(FiguresPage, "figures-title");
