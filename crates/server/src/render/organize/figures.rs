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
    /// Mails that it took, and that came back.
    pub returned: u64,
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
    /// How far its founders are; empty where there are none.
    pub founding: Bars,
    /// What waits for a moderator: signatures, and statements.
    pub waiting: Bars,
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
    /// What the last days brought of forms: sent, confirmed.
    pub forms: Bars,
    /// What became of their mails: taken, refused, come back.
    pub mails: Bars,
    /// The last days, newest first.
    pub last: Vec<LastDay>,
    /// Mails that were refused or came back of late, by the mail server's code.
    pub lost: Vec<(u64, u64)>,
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

/// How far founders are, and of how many each is so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Founding {
    /// On the list.
    pub listed: u64,
    /// Invited, whatever came of it.
    pub invited: u64,
    /// Whose link was opened.
    pub visited: u64,
    /// Who accepted.
    pub accepted: u64,
    /// Who declined.
    pub declined: u64,
    /// Whose address refused a mail.
    pub bounced: u64,
}

impl Frame {
    /// How far founders are, as bars.
    #[must_use]
    pub fn bars_of_founding(&self, of: &Founding) -> Bars {
        self.bars_said(&[
            ("figures-listed", of.listed),
            ("board-invited", of.invited),
            ("board-visited", of.visited),
            ("board-accepted", of.accepted),
            ("board-declined", of.declined),
            ("board-bounced", of.bounced),
        ])
    }

    /// What waits, as bars.
    #[must_use]
    pub fn bars_of_waiting(&self, held: u64, statements: u64) -> Bars {
        self.bars_said(&[("held-title", held), ("statements-title", statements)])
    }

    /// Forms of some days, as bars.
    #[must_use]
    pub fn bars_of_forms(&self, of: &[LastDay]) -> Bars {
        self.bars_said(&[
            ("figures-sent", of.iter().map(|day| day.sent).sum()),
            (
                "figures-confirmed",
                of.iter().map(|day| day.confirmed).sum(),
            ),
        ])
    }

    /// Mails of some days, as bars.
    #[must_use]
    pub fn bars_of_mails(&self, of: &[LastDay]) -> Bars {
        self.bars_said(&[
            ("figures-mailed", of.iter().map(|day| day.mailed).sum()),
            ("figures-refused", of.iter().map(|day| day.refused).sum()),
            ("figures-returned", of.iter().map(|day| day.returned).sum()),
        ])
    }

    fn bars_said(&self, counts: &[(&str, u64)]) -> Bars {
        let said = counts
            .iter()
            .map(|(key, number)| (self.say(key).to_string(), *number));
        Bars::of(said.collect())
    }
}

organizers_page!(FiguresPage, "figures-title");
