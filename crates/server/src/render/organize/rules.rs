//! Saved rules, and their runs.

use askama::Template;

use super::super::Level;
use super::decided::under_letter;
use super::{Decided, Frame, Moment, Visit, organizers_page};
use crate::model::Verdict;
use crate::model::criteria::{Criteria, Flaw, RawCriteria};

/// A saved rule.
#[derive(Clone, Debug)]
pub struct RuleLine {
    /// The store's id.
    pub id: i64,
    /// What its moderators call it.
    pub name: String,
    /// What it looks for.
    pub criteria: Criteria,
    /// Whether it holds what comes.
    pub holds: bool,
}

/// A run, and how far it is.
#[derive(Clone, Debug)]
pub struct RunLine {
    /// The store's id.
    pub id: i64,
    /// What its rule was called.
    pub rule: String,
    /// What it does.
    pub verdict: Verdict,
    /// `gathering`, `waiting`, `running`, `done` or `undone`.
    pub state: String,
    /// When it begins to do so.
    pub due: Moment,
    /// How many signatures it picked.
    pub picked: u64,
    /// To how many of them it was done.
    pub done: u64,
    /// How many are left.
    pub left: u64,
}

impl RunLine {
    /// How many of the picked are done with.
    fn through(&self) -> u64 {
        self.picked.saturating_sub(self.left)
    }

    fn can_be_undone(&self) -> bool {
        ["gathering", "waiting", "running"].contains(&self.state.as_str())
    }
}

/// The form for a new rule, as it was typed.
#[derive(Clone, Debug, Default)]
pub struct RuleForm {
    /// The rule's name.
    pub name: String,
    /// What it is to look for.
    pub typed: RawCriteria,
    /// What is wrong with it.
    pub flaws: Vec<Flaw>,
}

/// A field of that form.
struct Typed<'a> {
    id: &'static str,
    kind: &'static str,
    value: &'a str,
    flaw: Option<Flaw>,
}

impl RuleForm {
    fn fields(&self) -> [Typed<'_>; 6] {
        let field = |id, kind, value, flaw| Typed {
            id,
            kind,
            value,
            flaw: self.flaws.contains(&flaw).then_some(flaw),
        };
        let typed = &self.typed;
        [
            field("name", "text", &self.name, Flaw::Name),
            field("pattern", "text", &typed.name, Flaw::Pattern),
            field("domain", "text", &typed.domain, Flaw::Domain),
            field("from", "datetime-local", &typed.from, Flaw::From),
            field("until", "datetime-local", &typed.until, Flaw::Until),
            field("rate", "number", &typed.rate, Flaw::Rate),
        ]
    }

    /// What is wrong with the field of this name.
    fn wrong(&self, id: &str) -> Option<Flaw> {
        self.flaws.iter().copied().find(|flaw| flaw.as_str() == id)
    }

    /// The field where a flaw is mended.
    fn place(&self, flaw: &Flaw) -> &'static str {
        match flaw {
            Flaw::Nothing => "pattern",
            flaw => flaw.as_str(),
        }
    }

    fn levels(&self) -> [Level; 2] {
        [Level::Mailbox, Level::Domain]
    }
}

/// The rules of a letter, their runs, and the form for a new one.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/rules.html")]
pub struct RulesPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// The letter's title.
    pub letter: String,
    /// The letter's page for organizers.
    pub path: String,
    /// Oldest first.
    pub rules: Vec<RuleLine>,
    /// Newest first.
    pub runs: Vec<RunLine>,
    /// The form.
    pub form: RuleForm,
    /// How the decision before ended.
    pub decided: Option<Decided>,
}

/// A signature that waits and that a rule is about.
#[derive(Clone, Debug)]
pub struct WaitingLine {
    /// The store's id.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// Whether the watch list holds it.
    pub watched: bool,
}

/// A run that was asked for after the number had changed.
#[derive(Clone, Copy, Debug)]
pub struct Changed {
    /// What it would have done.
    pub verdict: Verdict,
    /// How many there were when it was looked at.
    pub seen: u64,
}

/// One rule: what it would do, and the buttons that have it do so.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/rule.html")]
pub struct RulePage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// The letter's title.
    pub letter: String,
    /// The letter's page for organizers.
    pub path: String,
    /// The rule.
    pub rule: RuleLine,
    /// How many of the signatures that stand it would remove.
    pub count: u64,
    /// Some of them: the index of the entry, and the name where one is shown.
    pub shown: Vec<(u64, Option<String>)>,
    /// How many of those that wait it is about.
    pub waiting: u64,
    /// How many of them the watch list holds.
    pub watched: u64,
    /// Some of them.
    pub shown_waiting: Vec<WaitingLine>,
    /// What was asked for in vain.
    pub changed: Option<Changed>,
    /// The verdict that was asked for without a reason; empty otherwise.
    pub unreasoned: &'static str,
    /// How the decision before ended.
    pub decided: Option<Decided>,
}

organizers_page!(RulesPage, "rules-title");
organizers_page!(RulePage, "rules-title");
under_letter!(RulesPage);
under_letter!(RulePage);

impl RulePage {
    fn would_hold(&self) -> String {
        let would = self.frame.say("rule-would-hold").num("count", &self.count);
        would.num("waiting", &self.waiting).to_string()
    }

    /// How many more there are than are shown.
    fn more(&self, count: &u64, shown: usize) -> Option<String> {
        let more = count.saturating_sub(shown as u64);
        (more > 0).then(|| self.frame.would("rule-and-more", &more))
    }

    /// How many of those that wait it would approve.
    fn approvable(&self) -> u64 {
        self.waiting.saturating_sub(self.watched)
    }

    fn would_approve(&self) -> String {
        self.frame.would("rule-approve", &self.approvable())
    }

    /// How many there are now to do this to, which was asked for when there were others.
    fn changed(&self, verdict: &str) -> Option<String> {
        let changed = self.changed.as_ref();
        let changed = changed.filter(|changed| changed.verdict.as_str() == verdict)?;
        let now = match changed.verdict {
            Verdict::Remove(_) => self.count,
            Verdict::Approve => self.approvable(),
            Verdict::Reject(_) => self.waiting,
        };
        let said = self.frame.say("rule-changed").num("seen", &changed.seen);
        Some(said.num("count", &now).to_string())
    }

    /// The reason that was chosen with it.
    fn chosen(&self, verdict: &str) -> &'static str {
        let changed = self.changed.as_ref();
        let changed = changed.filter(|changed| changed.verdict.as_str() == verdict);
        let reason = changed.and_then(|changed| changed.verdict.reason());
        reason.map_or("", |reason| reason.as_str())
    }

    /// Whether a reason is missing for this verdict.
    fn lacks(&self, verdict: &str) -> bool {
        self.unreasoned == verdict
    }

    /// Where what waits is looked at closely.
    fn closer(&self, id: &i64) -> String {
        self.frame.to(&self.under(&format!("/held/{id}")))
    }

    /// An address of the rule's own.
    fn own(&self, rest: &str) -> String {
        self.under(&format!("/rules/{}{rest}", self.rule.id))
    }
}

/// Words of the form's fields, which `FIELDS` has.
impl Frame {
    fn rule_label(&self, id: &str) -> String {
        self.say(&format!("rule-{id}")).to_string()
    }

    fn rule_hint(&self, id: &str) -> String {
        self.say(&format!("rule-{id}-hint")).to_string()
    }

    fn flaw(&self, flaw: &Flaw) -> String {
        self.say(&format!("flaw-{}", flaw.as_str())).to_string()
    }

    /// What a rule looks for, a phrase each.
    fn criteria(&self, of: &Criteria) -> Vec<String> {
        let text = |key, value: &str| self.say(key).text("value", value).to_string();
        let mut all = Vec::new();
        all.extend(
            of.name
                .as_ref()
                .map(|name| text("criteria-name", name.as_str())),
        );
        all.extend(of.country.map(|of| {
            text(
                "criteria-country",
                &self.country_or_unsaid(&Some(of.as_str().to_owned())),
            )
        }));
        all.extend(
            of.level
                .map(|level| text("criteria-level", &self.level(&level))),
        );
        all.extend(
            of.from
                .map(|at| text("criteria-from", &self.at(&Moment::of(at)))),
        );
        all.extend(
            of.until
                .map(|at| text("criteria-until", &self.at(&Moment::of(at)))),
        );
        let rate = of.rate.map(u64::from);
        all.extend(rate.map(|rate| self.say("criteria-rate").num("count", &rate).to_string()));
        all.extend(
            of.domain
                .as_ref()
                .map(|domain| text("criteria-domain", domain)),
        );
        all
    }

    fn would(&self, key: &str, count: &u64) -> String {
        self.say(key).num("count", count).to_string()
    }

    fn run(&self, run: &RunLine) -> String {
        let state = self.say(run_key(&run.state, run.verdict));
        let state = state.num("picked", &run.picked).num("done", &run.done);
        state.text("at", self.at(&run.due)).to_string()
    }
}

fn run_key(state: &str, verdict: Verdict) -> &'static str {
    use Verdict::{Approve, Reject, Remove};
    match (state, verdict) {
        ("gathering", _) => "run-gathering",
        ("waiting", Remove(_)) => "run-waiting",
        ("waiting", Approve) => "run-waiting-approve",
        ("waiting", Reject(_)) => "run-waiting-reject",
        ("running", Remove(_)) => "run-running",
        ("running", Approve) => "run-running-approve",
        ("running", Reject(_)) => "run-running-reject",
        ("undone", Remove(_)) => "run-undone",
        ("undone", Approve) => "run-undone-approve",
        ("undone", Reject(_)) => "run-undone-reject",
        (_, Remove(_)) => "run-done",
        (_, Approve) => "run-done-approve",
        (_, Reject(_)) => "run-done-reject",
    }
}

/// Every key that is put together here.
#[cfg(test)]
pub(super) fn families() -> Vec<String> {
    let form = RuleForm::default();
    let mut keys: Vec<String> = Flaw::ALL
        .map(|flaw| format!("flaw-{}", flaw.as_str()))
        .into();
    for field in form.fields() {
        keys.extend(["", "-hint"].map(|part| format!("rule-{}{part}", field.id)));
    }
    keys
}
