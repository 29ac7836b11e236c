//! One that waits, looked at closely: what was asked about it, who seems to be the same, and vouching.

use askama::Template;

use super::decided::under_letter;
use super::{Frame, HeldLine, Mistake, Moment, Visit, organizers_page};
use crate::l10n::{Lang, RichPhrase};
use crate::model::question::Ready;
use crate::render::question::ready_key;

/// What was typed into the page's forms.
#[derive(Clone, Debug, Default)]
pub struct HeldTyped {
    /// Which ready question.
    pub question: String,
    /// Own words beside it.
    pub own: String,
    /// How the organizers know whom they vouch for.
    pub note: String,
}

/// A signature or correction that waits, with all that can be done about it beside deciding.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/held_one.html")]
pub struct HeldOnePage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// The letter's title.
    pub letter: String,
    /// The letter's page for organizers.
    pub path: String,
    /// What waits.
    pub one: HeldLine,
    /// When it is deleted undecided.
    pub until: Moment,
    /// The language in which questions are mailed; none where no address is kept.
    pub mailed_in: Option<Lang>,
    /// Whether another question may be asked.
    pub may_ask: bool,
    /// Others that wait and seem to be the same signatory.
    pub waiting: Vec<HeldLine>,
    /// Those that stand: index and name.
    pub standing: Vec<(u64, String)>,
    /// A question was just asked.
    pub asked: bool,
    /// What was typed.
    pub typed: HeldTyped,
    /// What is wrong with it.
    pub mistakes: Vec<Mistake>,
}

organizers_page!(HeldOnePage, "held-one-title");
under_letter!(HeldOnePage);

impl HeldOnePage {
    /// Where a form of this page goes.
    fn post_to(&self, rest: &str) -> String {
        self.under(&format!("/held/{}{rest}", self.one.id))
    }

    fn signature(&self, index: &u64) -> String {
        let slug = self.path.rsplit('/').next().unwrap_or_default();
        self.frame
            .to(&format!("/letters/{slug}/signatures/{index}"))
    }

    fn closer(&self, id: &i64) -> String {
        self.frame.to(&self.under(&format!("/held/{id}")))
    }

    fn is_alone(&self) -> bool {
        self.waiting.is_empty() && self.standing.is_empty()
    }
}

impl Frame {
    /// A question as a choice: where there is no ready one, that only own words are asked.
    fn offered(&self, ready: &Ready) -> String {
        let key = ready_key(*ready).unwrap_or_else(|| "question-own".to_owned());
        self.say(&key).to_string()
    }

    fn mailed_in(&self, lang: &Lang) -> RichPhrase<'static> {
        self.rich("held-mailed-in")
            .text("language", lang.own_name())
    }

    fn held_until(&self, until: &Moment) -> String {
        self.say("held-until")
            .text("at", self.at(until))
            .to_string()
    }
}
