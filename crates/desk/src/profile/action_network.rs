//! Columns for Action Network's list upload.
//!
//! An upload pairs columns that bear Action Network's own field names without asking, and offers
//! to keep any other column as a custom field (help.actionnetwork.org, "File formats for list
//! uploads"). `email`, `first_name`, `last_name`, `country` and `language` are the names that its
//! exports use; the rest here are custom fields. Uploads must hold nobody who has not agreed to
//! mail (the same, "Uploading a new email or mobile list").

use std::borrow::Cow;

use super::{Row, country, optional};
use crate::contact::Kind;
use crate::export::Opened;

pub(super) const COLUMNS: &[&str] = &[
    "email",
    "first_name",
    "last_name",
    "country",
    "language",
    "organization",
    "job_title",
    "signatory_kind",
    "letter",
];

/// A name stays whole, under `first_name`, for the reason given in [`super::civicrm`]. For
/// organizations and companies the row is about the person who signed for them.
pub(super) fn row(opened: &Opened) -> Row<'_> {
    let contact = &opened.contact;
    let (person, organization, job) = match contact.kind {
        Kind::Individual => (
            Cow::Borrowed(contact.name.as_str()),
            optional(contact.affiliation.as_deref()),
            optional(contact.title.as_deref()),
        ),
        Kind::Organization | Kind::Company => (
            optional(contact.contact_name.as_deref()),
            Cow::Borrowed(contact.name.as_str()),
            optional(contact.contact_role.as_deref()),
        ),
    };
    vec![
        optional(contact.email.as_deref()),
        person,
        Cow::Borrowed(""),
        country(opened),
        contact.lang.as_str().into(),
        organization,
        job,
        contact.kind.as_str().into(),
        contact.letter.as_str().into(),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::Profile::ActionNetwork;
    use super::super::tests::{cell, opened};

    #[test]
    fn an_organization_is_reached_through_its_contact_person() {
        let opened = opened("organization");
        assert_eq!(cell(ActionNetwork, &opened, "first_name"), "Dewi Anggraini");
        assert_eq!(cell(ActionNetwork, &opened, "organization"), "Szőke Bálint");
        assert_eq!(cell(ActionNetwork, &opened, "job_title"), "Chair");
    }

    #[test]
    fn nobody_is_uploaded_who_has_not_agreed() {
        let mut opened = opened("individual");
        assert!(ActionNetwork.takes(&opened));
        opened.updates = false;
        assert!(!ActionNetwork.takes(&opened));
    }

    #[test]
    fn nobody_is_uploaded_without_an_address() {
        let mut opened = opened("organization");
        opened.contact.email = None;
        assert!(!ActionNetwork.takes(&opened));
    }
}
