//! Columns for CiviCRM's contact import.
//!
//! The import wizard pairs a column with a field when the column's name is the field's title, so
//! these are the titles that CiviCRM declares: `schema/Contact/Contact.entityType.php` in
//! `civicrm/civicrm-core` for the contact itself, and the CSV files beside
//! `tests/phpunit/CRM/Contact/Import` for `Email`, `Country`, `Website` and `Note`, where a country
//! may be an ISO 3166-1 alpha-2 code. One import takes one type of contact: individuals in one
//! run, organizations and companies (both `Organization` there) in another.

use std::borrow::Cow;

use super::{Row, country, optional};
use crate::contact::{Contact, Kind};
use crate::export::Opened;

pub(super) const COLUMNS: &[&str] = &[
    "External Identifier",
    "First Name",
    "Last Name",
    "Organization Name",
    "Job Title",
    "Current Employer",
    "Email",
    "Country",
    "Website",
    "Preferred Language",
    "No Bulk Emails (User Opt Out)",
    "Contact Source",
    "Note",
];

/// A name stays whole, under `First Name`: where it divides, and which part comes first, differs
/// from language to language, and a guess would greet people by the wrong name.
pub(super) fn row(opened: &Opened) -> Row<'_> {
    let contact = &opened.contact;
    let individual = contact.kind == Kind::Individual;
    let only_for = |fits: bool, field: Option<&'_ str>| -> Cow<'_, str> {
        Cow::Owned(field.filter(|_| fits).unwrap_or_default().to_owned())
    };
    vec![
        Cow::Owned(format!("{}#{}", contact.letter.slug(), opened.index)),
        only_for(individual, Some(&contact.name)),
        Cow::Borrowed(""),
        only_for(!individual, Some(&contact.name)),
        only_for(individual, contact.title.as_deref()),
        only_for(individual, contact.affiliation.as_deref()),
        optional(contact.email.as_deref()),
        country(opened),
        optional(contact.website.as_deref()),
        Cow::Borrowed(locale(&contact.lang)),
        Cow::Borrowed(if opened.updates { "0" } else { "1" }),
        contact.letter.as_str().into(),
        Cow::Owned(note(contact)),
    ]
}

/// CiviCRM keeps a language as a locale of five characters. One that it may not know is left
/// empty, since an unknown value makes the whole row fail.
fn locale(lang: &str) -> &'static str {
    match lang {
        "ar" => "ar_EG",
        "en" => "en_US",
        "es" => "es_ES",
        "fr" => "fr_FR",
        _ => "",
    }
}

/// The private note, and who signed for an organization: the import has no column for a contact
/// person that would not need one more contact.
fn note(contact: &Contact) -> String {
    let person = [
        contact.contact_name.as_deref(),
        contact.contact_role.as_deref(),
    ];
    let person: Vec<&str> = person.into_iter().flatten().collect();
    let person = (!person.is_empty()).then(|| format!("Contact person: {}", person.join(", ")));
    let parts: Vec<&str> = [person.as_deref(), contact.note.as_deref()]
        .into_iter()
        .flatten()
        .collect();
    parts.join("\n")
}

#[cfg(test)]
mod tests {
    use super::super::Profile::Civicrm;
    use super::super::tests::{cell, opened};

    #[test]
    fn an_individual_keeps_a_whole_name() {
        let opened = opened("individual");
        assert_eq!(cell(Civicrm, &opened, "First Name"), "Szőke Bálint");
        assert_eq!(cell(Civicrm, &opened, "Last Name"), "");
        assert_eq!(cell(Civicrm, &opened, "Organization Name"), "");
        assert_eq!(
            cell(Civicrm, &opened, "Current Employer"),
            "Zöld Lámpa Könyvtár"
        );
        assert_eq!(
            cell(Civicrm, &opened, "External Identifier"),
            "security-for-all#17"
        );
        assert_eq!(cell(Civicrm, &opened, "Preferred Language"), "es_ES");
    }

    #[test]
    fn a_company_is_an_organization_with_its_contact_person_in_the_note() {
        let opened = opened("company");
        assert_eq!(cell(Civicrm, &opened, "Organization Name"), "Szőke Bálint");
        assert_eq!(cell(Civicrm, &opened, "First Name"), "");
        assert_eq!(cell(Civicrm, &opened, "Job Title"), "");
        assert_eq!(
            cell(Civicrm, &opened, "Note"),
            "Contact person: Dewi Anggraini, Chair\nCall me"
        );
    }

    #[test]
    fn who_wants_no_updates_is_opted_out_of_bulk_mail() {
        let mut opened = opened("individual");
        assert_eq!(cell(Civicrm, &opened, "No Bulk Emails (User Opt Out)"), "0");
        opened.updates = false;
        assert_eq!(cell(Civicrm, &opened, "No Bulk Emails (User Opt Out)"), "1");
    }
}
