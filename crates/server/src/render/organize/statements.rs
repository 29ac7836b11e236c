//! Statements that wait for a moderator, and those that are public.

use askama::Template;

use super::super::LogoRef;
use super::decided::under_letter;
use super::{Decided, Frame, Visit, organizers_page};

/// A statement, waiting or public.
#[derive(Clone, Debug)]
pub struct StatementLine {
    /// The store's id.
    pub id: i64,
    /// The name beside it.
    pub name: String,
    /// Its language.
    pub lang: String,
    /// The words.
    pub words: String,
}

/// A logo that waits.
#[derive(Clone, Debug)]
pub struct LogoLine {
    /// The store's id.
    pub id: i64,
    /// Whose it is.
    pub name: String,
    /// The picture.
    pub picture: LogoRef,
}

/// The queue of statements and logos, and the statements that are public.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/statements.html")]
pub struct StatementsPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// The letter's title.
    pub letter: String,
    /// The letter's page for organizers.
    pub path: String,
    /// A page of those that wait, oldest first.
    pub held: Vec<StatementLine>,
    /// A page of the logos that wait, oldest first.
    pub logos: Vec<LogoLine>,
    /// Those on the letter's page, in their order.
    pub featured: Vec<StatementLine>,
    /// A page of the other public ones, newest first.
    pub live: Vec<StatementLine>,
    /// How the decision before ended.
    pub decided: Option<Decided>,
    /// The next pages' paths: of those that wait, of the public ones, of logos.
    pub next: (Option<String>, Option<String>, Option<String>),
}

organizers_page!(StatementsPage, "statements-title");
under_letter!(StatementsPage);
