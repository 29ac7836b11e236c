//! Doubt: a reason to let a person look first.

use super::watch::Rule;

/// Why a signature or a correction waits for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// An organization or company that has not proven its domain, by its mailbox or otherwise.
    Unproven,
    /// The mailbox already stands for another organization or company.
    Another,
    /// An organization or company that takes another name or website.
    Renamed,
    /// Somebody who was vouched for or invited takes another name, title, affiliation or website.
    VouchedFor,
    /// Somebody whose statement is or may become public takes another name, title, affiliation or
    /// website.
    Quoted,
    /// A name on the letter's watch list, as it is written there, and by which rule it is found.
    Watched(String, Rule),
    /// A saved rule looks for it: what its moderators call the rule.
    Ruled(String),
}
