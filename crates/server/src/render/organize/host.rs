//! A letter's own host name.

use std::net::IpAddr;

use askama::Template;

use super::form::Mistake;
use super::{Frame, LetterHead, Visit, organizers_page};

/// Where the name leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leads {
    /// To this site.
    Here,
    /// To somebody else's addresses.
    Elsewhere,
    /// Nowhere yet.
    Nowhere,
    /// Nobody could say.
    Unclear,
    /// The demonstration asks nobody.
    Unasked,
}

impl Leads {
    /// Every one.
    pub const ALL: [Self; 5] = [
        Self::Here,
        Self::Elsewhere,
        Self::Nowhere,
        Self::Unclear,
        Self::Unasked,
    ];

    const fn as_str(self) -> &'static str {
        match self {
            Self::Here => "here",
            Self::Elsewhere => "elsewhere",
            Self::Nowhere => "nowhere",
            Self::Unclear => "unclear",
            Self::Unasked => "unasked",
        }
    }
}

/// The name, and the form for another.
#[derive(Clone, Debug, Template)]
#[template(path = "organize/host.html")]
pub struct HostPage {
    /// What every page carries.
    pub frame: Frame,
    /// Who is signed in.
    pub visit: Option<Visit>,
    /// The letter.
    pub letter: LetterHead,
    /// Whether it has launched.
    pub is_public: bool,
    /// Where it is read, or will be, under its own name; none where it has none.
    pub address: Option<String>,
    /// The name that stands in the field, if it is one, and whether it is a domain itself.
    pub name: Option<(String, bool)>,
    /// What stands in the field.
    pub typed: String,
    /// Whether a certificate may be made before the launch.
    pub early: bool,
    /// The site's own host, which the name has to lead to.
    pub site: String,
    /// Whether a proxy asks this server for which names it may get certificates.
    pub is_asked: bool,
    /// Where the name leads, if that was looked up just now.
    pub leads: Option<Leads>,
    /// What is wrong with what was typed.
    pub mistakes: Vec<Mistake>,
}

organizers_page!(HostPage, "host-title");

impl HostPage {
    fn under(&self, rest: &str) -> String {
        self.letter.under(rest)
    }

    /// The record to be made, as files of zones have it; an example where no name was typed. None where the
    /// site's addresses have to be known for it.
    fn record(&self) -> Option<String> {
        let (name, is_apex) = match &self.name {
            Some((name, is_apex)) => (&**name, *is_apex),
            None => ("letter.cleanrivers.example", false),
        };
        match self.site.parse() {
            Ok(IpAddr::V4(_)) => Some(format!("{name}.  A  {}", self.site)),
            Ok(IpAddr::V6(_)) => Some(format!("{name}.  AAAA  {}", self.site)),
            Err(_) => (!is_apex).then(|| format!("{name}.  CNAME  {}.", self.site)),
        }
    }
}

impl Frame {
    fn leads(&self, leads: &Leads) -> String {
        self.say(&format!("host-leads-{}", leads.as_str()))
            .to_string()
    }
}

/// Every key that is put together here.
#[cfg(test)]
pub(super) fn families() -> Vec<String> {
    Leads::ALL
        .map(|leads| format!("host-leads-{}", leads.as_str()))
        .into()
}
