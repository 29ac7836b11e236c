//! The logo of an organization or a company, on the private page of whoever signs for it.

use super::{Frame, LogoRef};
use crate::model::logo::BadLogo;

/// Where a logo stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogoStanding {
    /// A person has to look at it.
    Waiting,
    /// It will be public with the letter.
    Approved,
    /// It will not.
    Refused,
    /// It is public.
    Shown,
}

impl LogoStanding {
    /// Every standing.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Approved, Self::Refused, Self::Shown];

    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Approved => "approved",
            Self::Refused => "refused",
            Self::Shown => "shown",
        }
    }
}

/// What there is of a logo, and the forms that change it.
#[derive(Clone, Debug)]
pub struct OwnLogo {
    /// Where a picture is sent; with `/removal` behind it, where it is taken away.
    pub path: String,
    /// What there is: one that is shown and one that waits, at most.
    pub pictures: Vec<(LogoRef, LogoStanding)>,
    /// Why what was sent is none.
    pub bad: Option<BadLogo>,
}

impl OwnLogo {
    pub(super) fn removal(&self) -> String {
        format!("{}/removal", self.path)
    }
}

impl Frame {
    pub(in crate::render) fn bad_logo(&self, bad: &BadLogo) -> String {
        self.say(&format!("bad-logo-{}", bad.as_str())).to_string()
    }

    pub(in crate::render) fn logo_of(&self, name: &str) -> String {
        self.say("logo-of").text("name", name).to_string()
    }

    pub(in crate::render) fn logo_standing(&self, standing: &LogoStanding) -> String {
        self.say(&format!("own-logo-{}", standing.as_str()))
            .to_string()
    }
}

/// Every key that is put together here.
#[cfg(test)]
pub(super) fn families() -> Vec<String> {
    let bad = BadLogo::ALL.map(|bad| format!("bad-logo-{}", bad.as_str()));
    let standings = LogoStanding::ALL.map(|standing| format!("own-logo-{}", standing.as_str()));
    bad.into_iter().chain(standings).collect()
}
