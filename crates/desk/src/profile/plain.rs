//! Every field of a contact, under the names that it has in the sealed file.

use std::borrow::Cow;

use super::{Row, optional};
use crate::export::Opened;

pub(super) const COLUMNS: &[&str] = &[
    "index",
    "kind",
    "level",
    "name",
    "email",
    "country",
    "title",
    "affiliation",
    "website",
    "contact_name",
    "contact_role",
    "authority",
    "display",
    "note",
    "updates",
    "consent",
    "lang",
    "at",
    "letter",
];

pub(super) fn row(opened: &Opened) -> Row<'_> {
    let contact = &opened.contact;
    vec![
        Cow::Owned(opened.index.to_string()),
        contact.kind.as_str().into(),
        opened.level.as_str().into(),
        contact.name.as_str().into(),
        optional(contact.email.as_deref()),
        contact.country.as_str().into(),
        optional(contact.title.as_deref()),
        optional(contact.affiliation.as_deref()),
        optional(contact.website.as_deref()),
        optional(contact.contact_name.as_deref()),
        optional(contact.contact_role.as_deref()),
        yes_no(contact.authority),
        contact.display.as_str().into(),
        optional(contact.note.as_deref()),
        yes_no(opened.updates),
        Cow::Owned(contact.consent.join("\n")),
        contact.lang.as_str().into(),
        contact.at.as_str().into(),
        contact.letter.as_str().into(),
    ]
}

fn yes_no(fact: bool) -> Cow<'static, str> {
    Cow::Borrowed(if fact { "yes" } else { "no" })
}

#[cfg(test)]
mod tests {
    use super::super::Profile;
    use super::super::tests::{cell, opened};

    #[test]
    fn words_of_consent_keep_a_line_each() {
        assert_eq!(
            cell(Profile::Plain, &opened("individual"), "consent"),
            "Publish\nUpdates"
        );
    }

    #[test]
    fn updates_are_what_holds_now_and_not_what_was_once_agreed() {
        let mut unsubscribed = opened("individual");
        unsubscribed.updates = false;
        assert!(unsubscribed.contact.updates);
        assert_eq!(cell(Profile::Plain, &unsubscribed, "updates"), "no");
    }
}
