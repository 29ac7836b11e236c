//! The founders of a letter before its launch: the list, and how far each is.

mod board;

use askama::Template;

use super::super::{FieldError, Kind, LogoRef, Values};
use super::{Frame, Moment, Visit, organizers_page};

pub use board::{Board, BoardRow, Reach};

/// How far a founder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FounderState {
    /// On the list, and not invited yet.
    Listed,
    /// A mail to them is being made.
    Due,
    /// Invited, without an answer.
    Invited,
    /// Accepted under another name; an organizer has to look first.
    Held,
    /// Accepted.
    Accepted,
    /// Declined.
    Declined,
}

impl FounderState {
    /// Every state.
    pub const ALL: [Self; 6] = [
        Self::Listed,
        Self::Due,
        Self::Invited,
        Self::Held,
        Self::Accepted,
        Self::Declined,
    ];

    /// As stored and sent.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Listed => "listed",
            Self::Due => "due",
            Self::Invited => "invited",
            Self::Held => "held",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
        }
    }
}

impl std::str::FromStr for FounderState {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut all = Self::ALL.into_iter();
        all.find(|state| state.as_str() == text).ok_or(())
    }
}

/// Which founders the list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FounderFilter {
    /// All.
    All,
    /// Those in one state.
    In(FounderState),
    /// Those who have not answered, and to whom no mail can go.
    Unaddressed,
    /// Those whose contact is sealed to other keys than today's.
    OtherKeys,
    /// Those who accepted an earlier version of the text.
    EarlierText,
}

impl FounderFilter {
    const ALL: [Self; 10] = [
        Self::All,
        Self::In(FounderState::Listed),
        Self::In(FounderState::Due),
        Self::In(FounderState::Invited),
        Self::In(FounderState::Held),
        Self::In(FounderState::Accepted),
        Self::In(FounderState::Declined),
        Self::Unaddressed,
        Self::OtherKeys,
        Self::EarlierText,
    ];

    /// As sent.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::All => "",
            Self::In(state) => state.as_str(),
            Self::Unaddressed => "no-address",
            Self::OtherKeys => "other-keys",
            Self::EarlierText => "earlier-text",
        }
    }
}

impl std::str::FromStr for FounderFilter {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut all = Self::ALL.into_iter();
        all.find(|filter| filter.as_str() == text).ok_or(())
    }
}

/// Whom the list is narrowed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    /// How far they are.
    pub filter: FounderFilter,
    /// Of which kind; any where there is none.
    pub kind: Option<Kind>,
    /// ISO 3166-1 alpha-2, or `ZZ`; empty for any.
    pub country: String,
    /// What words of the name begin with; empty for any.
    pub name: String,
}

impl Sought {
    /// Everybody.
    #[must_use]
    pub const fn everybody() -> Self {
        Self {
            filter: FounderFilter::All,
            kind: None,
            country: String::new(),
            name: String::new(),
        }
    }

    /// The address of a page of them, before the row `before`, under the letter's page `path`.
    #[must_use]
    pub fn address(&self, path: &str, before: Option<i64>) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        let kind = self.kind.map_or("", Kind::as_str);
        for (name, word) in [
            ("state", self.filter.as_str()),
            ("kind", kind),
            ("country", &self.country),
            ("q", &self.name),
        ] {
            if !word.is_empty() {
                query.append_pair(name, word);
            }
        }
        if let Some(before) = before {
            query.append_pair("before", &before.to_string());
        }
        match query.finish() {
            query if query.is_empty() => format!("{path}/founders"),
            query => format!("{path}/founders?{query}"),
        }
    }
}

/// What becomes of a founder's statement, or of their logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaidState {
    /// An organizer has to look at it.
    Waiting,
    /// It is public with the letter.
    Approved,
    /// It is not.
    Refused,
}

impl SaidState {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Waiting, Self::Approved, Self::Refused];

    pub(in crate::render) const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Approved => "approved",
            Self::Refused => "refused",
        }
    }
}

/// A founder in the list.
#[derive(Clone, Debug)]
pub struct FounderLine {
    /// The store's id.
    pub id: i64,
    /// Their name; none once the letter launched.
    pub name: Option<String>,
    /// Title and affiliation, or website.
    pub role: Option<String>,
    /// Who answers for a body, and their address while it is known.
    pub contact: Option<String>,
    /// Individual, organization or company.
    pub kind: Kind,
    /// ISO 3166-1 alpha-2, or `ZZ`.
    pub country: String,
    /// How far they are.
    pub state: FounderState,
    /// When the last mail to them was made.
    pub mailed: Option<Moment>,
    /// How many there were.
    pub mails: u64,
    /// When their mail server refused one for good.
    pub bounced: Option<Moment>,
    /// The hours in which their link was opened.
    pub visits: Vec<Moment>,
    /// When they answered last.
    pub answered: Option<Moment>,
    /// Their statement, and what becomes of it.
    pub said: Option<Said>,
    /// Whether it is to stand on the letter's page.
    pub is_featured: bool,
    /// Whether their statement waits and can't be read.
    pub waits_unread: bool,
    /// Their acceptance, where it waits.
    pub held: Option<HeldName>,
    /// Their logo, and what becomes of it.
    pub logo: Option<FounderLogo>,
    /// When a link was last made to be handed to them.
    pub handed: Option<Moment>,
    /// Whether they have not answered and no mail can go to them.
    pub is_unaddressed: bool,
    /// Whether their contact is sealed to other keys than today's.
    pub is_sealed_elsewhere: bool,
    /// Whether a link may be handed to them.
    pub may_be_handed: bool,
    /// Whether they accepted an earlier version of the text than the one that would launch.
    pub stands_under_earlier: bool,
    /// Whether a mail may go to them now.
    pub may_mail: bool,
}

/// A founder's statement.
#[derive(Clone, Debug)]
pub struct Said {
    /// The words.
    pub words: String,
    /// What tells them from others.
    pub mark: String,
    /// What becomes of them.
    pub state: SaidState,
}

impl FounderLine {
    /// Whether they said yes: from the launch on they stand in the roll.
    fn is_accepted(&self) -> bool {
        self.state == FounderState::Accepted
    }
}

/// An acceptance that waits for an organizer.
#[derive(Clone, Debug)]
pub struct HeldName {
    /// The name that was listed.
    pub listed: String,
    /// Title and affiliation with it, or website.
    pub role: Option<String>,
    /// The line of the watch list that names who accepted, if one does.
    pub watched: Option<String>,
    /// What tells this answer from others.
    pub mark: String,
}

/// A founder's statement that is to stand on the letter's page.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// Whose, the store's id.
    pub id: i64,
    /// Their name, where it can be read.
    pub name: Option<String>,
    /// The words, likewise.
    pub words: Option<String>,
}

/// A founder's logo.
#[derive(Clone, Debug)]
pub struct FounderLogo {
    /// The store's id, another for each picture.
    pub id: i64,
    /// The picture.
    pub picture: LogoRef,
    /// What becomes of it.
    pub state: SaidState,
}

/// A spreadsheet that was brought.
#[derive(Clone, Debug)]
pub struct SheetLine {
    /// The store's id.
    pub id: i64,
    /// How far it is.
    pub state: super::SheetState,
    /// When it came.
    pub made: Moment,
}

/// The founders' page.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/founders.html")]
pub struct FoundersPage {
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
    /// What is missing before anybody can be invited, a word of `MISSING`.
    pub missing: Option<&'static str>,
    /// Whether nobody can read who they are, because their key is lost.
    pub key_lost: bool,
    /// Statements that are to stand on the letter's page, in their order.
    pub chosen: Vec<Chosen>,
    /// How far they are.
    pub board: Board,
    /// How many contacts are sealed to other keys than today's.
    pub sealed_elsewhere: u64,
    /// Which founders are shown.
    pub sought: Sought,
    /// A page of them.
    pub founders: Vec<FounderLine>,
    /// The next page's path.
    pub next: Option<String>,
    /// Spreadsheets that were brought.
    pub sheets: Vec<SheetLine>,
    /// What was typed about one more, and of which kind.
    pub kind: Option<Kind>,
    /// The rest of it.
    pub values: Values,
    /// Language that was chosen.
    pub lang: String,
    /// What was wrong with it.
    pub errors: Vec<FieldError>,
    /// Whether they, or somebody of their name, are on the list already.
    pub known: bool,
    /// Whether it is somebody of their name with other details, who may be another person.
    pub namesake: bool,
    /// A link that was just made, shown this once: for whom, and the whole address.
    pub made: Option<(String, String)>,
    /// Why a file was no spreadsheet, a word of `model::spreadsheet::Unfit`.
    pub unfit: Option<&'static str>,
    /// What was pasted in its place.
    pub pasted: String,
    /// How many mails are going out, where some were just asked for.
    pub mails: Option<u64>,
    /// A founder about whom nothing was decided, and why, a word of [`UNDECIDED`].
    pub undecided: Option<(i64, &'static str)>,
}

organizers_page!(FoundersPage, "founders-title");

/// What can be missing before anybody is invited.
pub const MISSING: [&str; 3] = ["text", "recipients", "tests"];

/// Why nothing was decided about somebody.
pub const UNDECIDED: [&str; 3] = ["changed", "taken", "too-many"];

impl FoundersPage {
    fn under(&self, rest: &str) -> String {
        format!("{}/founders{rest}", self.path)
    }

    fn of(&self, founder: &FounderLine, act: &str) -> String {
        self.under(&format!("/{}/{act}", founder.id))
    }

    fn sheet(&self, sheet: &SheetLine) -> String {
        self.under(&format!("/spreadsheets/{}", sheet.id))
    }

    fn only(&self, filter: &FounderFilter) -> String {
        match filter {
            FounderFilter::All => self.under(""),
            filter => self.under(&format!("?state={}", filter.as_str())),
        }
    }

    fn is_shown(&self, filter: &FounderFilter) -> bool {
        self.sought.filter == *filter
    }

    /// Whether some are left out.
    fn is_narrowed(&self) -> bool {
        self.sought != Sought::everybody()
    }

    fn is_sought_kind(&self, kind: &Kind) -> bool {
        self.sought.kind.as_ref() == Some(kind)
    }

    /// Countries that the list can be narrowed to.
    fn countries(&self) -> impl Iterator<Item = &str> {
        let there = self.board.countries.iter().map(|row| row.of.as_str());
        let sought = Some(self.sought.country.as_str());
        let sought = sought.filter(|of| !of.is_empty());
        let absent = sought.filter(|of| self.board.countries.iter().all(|row| row.of != *of));
        there.chain(absent)
    }

    /// What the list can be narrowed to: what is rare, only where it is there.
    fn filters(&self) -> Vec<FounderFilter> {
        let there = |filter: &FounderFilter| match filter {
            FounderFilter::In(FounderState::Held) => self.board.total.held > 0,
            FounderFilter::Unaddressed => self.board.reach.unaddressed > 0,
            FounderFilter::OtherKeys => self.sealed_elsewhere > 0,
            FounderFilter::EarlierText => self.board.earlier > 0,
            _ => true,
        };
        let all = FounderFilter::ALL.into_iter();
        all.filter(|one| there(one) || self.is_shown(one)).collect()
    }

    fn who_has_none(&self) -> String {
        self.only(&FounderFilter::Unaddressed)
    }

    fn unaddressed(&self) -> String {
        self.frame
            .say("founders-unaddressed")
            .num("count", &self.board.reach.unaddressed)
            .to_string()
    }

    fn who_stands_under_earlier(&self) -> String {
        self.only(&FounderFilter::EarlierText)
    }

    fn earlier(&self) -> String {
        self.frame
            .say("founders-earlier")
            .num("count", &self.board.earlier)
            .to_string()
    }

    fn may_invite(&self) -> bool {
        self.is_draft && self.missing.is_none() && !self.key_lost
    }

    /// Whether anybody can be put on the list: before the launch, and under a key that is there.
    fn may_add(&self) -> bool {
        self.is_draft && !self.key_lost
    }

    fn remind_all(&self) -> String {
        self.frame
            .say("founders-remind-all")
            .num("count", &self.board.reach.silent)
            .to_string()
    }

    fn says(&self, error: &FieldError) -> String {
        let field = self.frame.founder_field(error.field.as_str());
        let problem = self.frame.founder_problem(error.problem.as_str(), &0);
        format!("{field}: {problem}")
    }

    fn known_already(&self) -> String {
        let problem = if self.namesake { "namesake" } else { "known" };
        self.frame.founder_problem(problem, &0)
    }

    fn is_wrong(&self, field: &str) -> bool {
        self.errors
            .iter()
            .any(|error| error.field.as_str() == field)
    }

    fn wrong(&self, field: &str) -> Option<String> {
        let of = |error: &&FieldError| error.field.as_str() == field;
        let error = self.errors.iter().find(of)?;
        Some(self.frame.founder_problem(error.problem.as_str(), &0))
    }

    /// Whether their statement is to be decided on. One that nobody can read is only left out.
    fn decides(&self, founder: &FounderLine) -> bool {
        let waits = |said: &Said| said.state == SaidState::Waiting;
        let accepted = founder.state == FounderState::Accepted;
        let unread = self.key_lost && founder.waits_unread;
        self.is_draft && accepted && (unread || founder.said.as_ref().is_some_and(waits))
    }

    /// Whether their statement can be put on the letter's page.
    fn may_feature(&self, founder: &FounderLine) -> bool {
        let approved = |said: &Said| said.state == SaidState::Approved;
        self.is_draft && !founder.is_featured && founder.said.as_ref().is_some_and(approved)
    }

    fn quote(&self, id: &i64) -> String {
        self.under(&format!("/{id}/quote"))
    }

    /// Why nothing was decided about this one, if somebody tried.
    fn undecided(&self, founder: &FounderLine) -> Option<String> {
        let (_, why) = self.undecided.filter(|(id, _)| *id == founder.id)?;
        Some(self.why_undecided(why))
    }

    fn why_undecided(&self, why: &str) -> String {
        self.frame
            .say(&format!("founders-undecided-{why}"))
            .to_string()
    }

    fn who_waits(&self) -> String {
        self.only(&FounderFilter::In(FounderState::Held))
    }

    fn waiting(&self) -> String {
        self.frame
            .say("founders-held")
            .num("count", &self.board.total.held)
            .to_string()
    }

    fn logo_alt(&self, founder: &FounderLine) -> String {
        self.frame
            .logo_of(founder.name.as_deref().unwrap_or_default())
    }

    /// Their logo, where it is to be decided on.
    fn decides_logo<'a>(&self, founder: &'a FounderLine) -> Option<&'a FounderLogo> {
        let lost = |logo: &FounderLogo| self.key_lost && logo.state == SaidState::Approved;
        let waits = |logo: &&FounderLogo| logo.state == SaidState::Waiting || lost(logo);
        founder
            .logo
            .as_ref()
            .filter(waits)
            .filter(|_| self.is_draft)
    }

    /// Whether a link can be made for them.
    fn may_hand(&self, founder: &FounderLine) -> bool {
        self.may_invite() && founder.may_be_handed
    }

    fn is_kind(&self, kind: &Kind) -> bool {
        self.kind.as_ref() == Some(kind)
    }
}

impl Frame {
    fn founder_filter(&self, filter: &FounderFilter) -> String {
        match filter {
            FounderFilter::All => self.say("board-all").to_string(),
            FounderFilter::In(state) => self.founder_state(state),
            FounderFilter::Unaddressed => self.say("founders-no-address").to_string(),
            FounderFilter::OtherKeys => self.say("founders-other-keys").to_string(),
            FounderFilter::EarlierText => self.say("founders-earlier-text").to_string(),
        }
    }

    fn founder_handed(&self, at: &Moment) -> String {
        self.say("founder-handed")
            .text("at", self.at(at))
            .to_string()
    }

    fn logo_state(&self, state: &SaidState) -> String {
        self.say(&format!("founder-logo-{}", state.as_str()))
            .to_string()
    }

    pub(super) fn founder_state(&self, state: &FounderState) -> String {
        self.say(&format!("founder-state-{}", state.as_str()))
            .to_string()
    }

    pub(in crate::render) fn said_state(&self, state: &SaidState) -> String {
        self.say(&format!("founder-said-{}", state.as_str()))
            .to_string()
    }

    pub(super) fn founder_missing(&self, missing: &str) -> String {
        self.say(&format!("founders-missing-{missing}")).to_string()
    }

    /// What is wrong with something that organizers typed or brought.
    pub(super) fn founder_problem(&self, problem: &str, figure: &i64) -> String {
        self.say(&format!("founder-problem-{problem}"))
            .num("figure", &figure.unsigned_abs())
            .to_string()
    }

    pub(super) fn founder_field(&self, field: &str) -> String {
        let key = field.replace('_', "-");
        self.say(&format!("founder-field-{key}")).to_string()
    }

    fn founder_mailed(&self, founder: &FounderLine) -> String {
        let at = founder.mailed.map(|at| self.at(&at));
        self.say("founder-mailed")
            .text("at", at.unwrap_or_default())
            .num("count", &founder.mails)
            .to_string()
    }

    fn founder_visits(&self, founder: &FounderLine) -> String {
        let all: Vec<String> = founder.visits.iter().map(|at| self.at(at)).collect();
        self.say("founder-visited")
            .text("list", crate::l10n::list(self.lang, &all))
            .to_string()
    }

    fn going_out(&self, mails: &u64) -> String {
        match mails {
            0 => self.say("founders-mails-none").to_string(),
            some => self.say("founders-mails").num("count", some).to_string(),
        }
    }

    fn founder_bounced(&self, at: &Moment) -> String {
        self.say("founder-bounced")
            .text("at", self.at(at))
            .to_string()
    }

    fn founder_answered(&self, at: &Moment) -> String {
        self.say("founder-answered")
            .text("at", self.at(at))
            .to_string()
    }

    fn invite_all(&self, count: &u64) -> String {
        self.say("founders-invite-all")
            .num("count", count)
            .to_string()
    }

    fn sheet_of(&self, sheet: &SheetLine) -> String {
        self.say("sheet-of")
            .text("at", self.at(&sheet.made))
            .to_string()
    }
}

/// Keys that are put together here.
#[cfg(test)]
pub(super) fn families() -> Vec<String> {
    use crate::model::spreadsheet::Column;
    let mut keys = Vec::new();
    keys.extend(FounderState::ALL.map(|state| format!("founder-state-{}", state.as_str())));
    keys.extend(SaidState::ALL.map(|state| format!("founder-said-{}", state.as_str())));
    keys.extend(SaidState::ALL.map(|state| format!("founder-logo-{}", state.as_str())));
    keys.extend(board::families());
    keys.extend(UNDECIDED.map(|why| format!("founders-undecided-{why}")));
    keys.extend(MISSING.map(|missing| format!("founders-missing-{missing}")));
    let problems = [
        "missing",
        "too-long",
        "unprintable",
        "has-address",
        "not-an-email",
        "unknown-country",
        "not-a-website",
        "unknown-choice",
        "not-a-name",
        "language",
        "repeated",
        "known",
        "namesake",
    ];
    keys.extend(problems.map(|problem| format!("founder-problem-{problem}")));
    let field = |column: Column| column.as_str().replace('_', "-");
    keys.extend(Column::ALL.map(|column| format!("founder-field-{}", field(column))));
    keys
}
