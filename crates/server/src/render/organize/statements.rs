//! Statements that wait for a moderator, and those that are public.

use askama::Template;

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

/// The queue of statements, and those that are public.
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
    /// Those on the letter's page, in their order.
    pub featured: Vec<StatementLine>,
    /// A page of the other public ones, newest first.
    pub live: Vec<StatementLine>,
    /// How the decision before ended.
    pub decided: Option<Decided>,
    /// The next pages' paths: of those that wait, of the public ones.
    pub next: (Option<String>, Option<String>),
}

organizers_page!(StatementsPage, "statements-title");
under_letter!(StatementsPage);
