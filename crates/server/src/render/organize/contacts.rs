//! A letter's contacts, to be taken to the desk.

use askama::Template;

use crate::render::Moment;

use super::{Frame, Visit, organizers_page};

/// The contacts, locked.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/contacts.html")]
pub struct ContactsPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// The letter's title.
    pub letter: String,
    /// Its page for organizers.
    pub path: String,
    /// Whether it has not launched.
    pub draft: bool,
    /// How many there are.
    pub count: u64,
    /// The last day on which they are kept.
    pub kept_until: Moment,
    /// Whether that day is over, and they were deleted.
    pub over: bool,
    /// Whether a passkey answered just now, so that they can be downloaded.
    pub fresh: bool,
    /// SHA-256 of the desk's page, in hexadecimal.
    pub digest: String,
}

organizers_page!(ContactsPage, "contacts-title");

impl Frame {
    fn contacts_count(&self, count: &u64) -> String {
        self.say("contacts-count").num("count", count).to_string()
    }
}

impl ContactsPage {
    fn kept(&self) -> String {
        let key = match self.over {
            true => "contacts-over",
            false => "contacts-kept-until",
        };
        let date = self.kept_until.date(self.frame.lang);
        self.frame.say(key).text("date", date).to_string()
    }

    fn under(&self, rest: &str) -> String {
        format!("{}{rest}", self.path)
    }
}
