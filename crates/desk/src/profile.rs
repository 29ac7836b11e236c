//! Which columns a table of contacts has, by who will read it.

mod action_network;
mod civicrm;
mod plain;

use std::borrow::Cow;

use clap::ValueEnum;

use crate::export::Opened;

/// The cells of one row, in the order of the profile's columns.
type Row<'a> = Vec<Cow<'a, str>>;

/// A shape of table that some program reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Profile {
    /// Every field, under Undersigned's own names
    Plain,
    /// Column names that CiviCRM's contact import recognizes
    Civicrm,
    /// Column names that Action Network's upload recognizes; only people who agreed to updates
    ActionNetwork,
}

impl Profile {
    pub(crate) fn columns(self) -> &'static [&'static str] {
        match self {
            Profile::Plain => plain::COLUMNS,
            Profile::Civicrm => civicrm::COLUMNS,
            Profile::ActionNetwork => action_network::COLUMNS,
        }
    }

    pub(crate) fn row(self, opened: &Opened) -> Row<'_> {
        match self {
            Profile::Plain => plain::row(opened),
            Profile::Civicrm => civicrm::row(opened),
            Profile::ActionNetwork => action_network::row(opened),
        }
    }

    /// Whether the table may hold this contact. Whoever is uploaded to Action Network is subscribed
    /// by that act, so nobody is who has not agreed; and it skips rows without an address.
    pub(crate) fn takes(self, opened: &Opened) -> bool {
        match self {
            Profile::Plain | Profile::Civicrm => true,
            Profile::ActionNetwork => opened.updates && opened.contact.email.is_some(),
        }
    }
}

fn optional(field: Option<&str>) -> Cow<'_, str> {
    Cow::Borrowed(field.unwrap_or_default())
}

/// The country, or nothing where the signatory chose not to say (`ZZ` in the record).
fn country(opened: &Opened) -> Cow<'_, str> {
    match opened.contact.country.as_str() {
        "ZZ" => Cow::Borrowed(""),
        country => Cow::Borrowed(country),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contact::Contact;

    /// A contact of the given kind who agreed to updates.
    pub(super) fn opened(kind: &str) -> Opened {
        let contact = format!(
            r#"{{"v":1,"letter":"demo.example/letters/security-for-all","kind":"{kind}",
            "name":"Szőke Bálint","email":"balint@zold-lampa.example","country":"HU",
            "title":"Könyvtáros","affiliation":"Zöld Lámpa Könyvtár","website":null,
            "contact_name":"Dewi Anggraini","contact_role":"Chair","authority":true,
            "display":"name","note":"Call me","updates":true,"consent":["Publish","Updates"],
            "lang":"es","at":"2026-11-22T23:00:00Z"}}"#
        );
        let contact = Contact::read(contact.as_bytes()).unwrap();
        Opened {
            index: 17,
            level: "mailbox".into(),
            updates: true,
            contact,
        }
    }

    /// The cell of a row under a column's name.
    pub(super) fn cell(profile: Profile, opened: &Opened, column: &str) -> String {
        let at = profile
            .columns()
            .iter()
            .position(|name| *name == column)
            .unwrap();
        profile.row(opened)[at].clone().into_owned()
    }

    #[test]
    fn every_profile_has_a_cell_for_each_column() {
        for profile in Profile::value_variants() {
            for kind in ["individual", "organization", "company"] {
                let opened = opened(kind);
                assert_eq!(
                    profile.row(&opened).len(),
                    profile.columns().len(),
                    "{profile:?}"
                );
            }
        }
    }

    #[test]
    fn a_country_that_was_not_given_is_left_empty() {
        let mut opened = opened("individual");
        opened.contact.country = "ZZ".into();
        assert_eq!(cell(Profile::Civicrm, &opened, "Country"), "");
        assert_eq!(cell(Profile::ActionNetwork, &opened, "country"), "");
        assert_eq!(cell(Profile::Plain, &opened, "country"), "ZZ");
    }
}
