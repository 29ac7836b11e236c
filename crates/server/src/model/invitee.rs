//! Founding signatories who are asked before they sign: as organizers list them, and as they answer.

use undersigned_record::lang::Lang;

use super::form::{Field, FieldError, Problem, RawForm};
use super::submission::{Check, NAME_MAX, Public, STATEMENT_MAX, founder_kind};
use super::{Kind, Mailbox, fold, words};

/// Somebody whom organizers want to found the letter.
pub struct Invitee {
    /// What would be public.
    pub public: Public,
    /// Whom the mail greets, where it is a body that is invited.
    pub contact_name: Option<String>,
    /// Where the invitation goes; without one a link is handed to them.
    pub mailbox: Option<Mailbox>,
}

impl Invitee {
    /// Checks what was typed or what a line of a table says, and reports all that is wrong at once.
    /// An organization's website may be left out: its own people know it best. So may the address, of
    /// whom a link is handed to.
    pub fn parse(form: &RawForm, lang: &Lang) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::default();
        let kind = check.required(Field::Kind, founder_kind(&form.kind));
        let public = check.founder(form, kind.unwrap_or(Kind::Individual), lang);
        let contact_name = check.optional(
            Field::ContactName,
            words::person(&form.contact_name, NAME_MAX),
        );
        let mailbox = match form.email.trim() {
            "" => None,
            _ => check.mailbox(&form.email),
        };
        if !check.errors.is_empty() {
            return Err(check.errors);
        }
        Ok(Self {
            public,
            contact_name,
            mailbox,
        })
    }

    /// Kind and name, in whatever spelling: what two people can have in common.
    #[must_use]
    pub fn named(&self) -> [String; 2] {
        let public = &self.public;
        [public.kind.as_str().to_owned(), fold::name(&public.name)]
    }

    /// All that is said of them but the language: it tells two of one name apart.
    #[must_use]
    pub fn details(&self) -> [String; 8] {
        let public = &self.public;
        let folded = |text: &Option<String>| text.as_deref().map(fold::name).unwrap_or_default();
        let [kind, name] = self.named();
        [
            kind,
            name,
            public.country.as_str().to_owned(),
            self.mailbox
                .as_ref()
                .map_or_else(String::new, Mailbox::normalized),
            folded(&public.title),
            folded(&public.affiliation),
            folded(&public.website),
            folded(&self.contact_name),
        ]
    }
}

/// An invitation's answer: their entry as they want it.
pub struct Acceptance {
    /// What will be public.
    pub public: Public,
    /// Quotable words, public once a person approved them.
    pub statement: Option<String>,
    /// Who signs for a body.
    pub contact_name: Option<String>,
    /// As what.
    pub contact_role: Option<String>,
    /// Where to write to them, where that is not known.
    pub mailbox: Option<Mailbox>,
}

impl Acceptance {
    /// Checks the answer of an invited `kind`; `lacks_mailbox` where their address is not known.
    pub fn parse(
        form: &RawForm,
        kind: Kind,
        lang: &Lang,
        lacks_mailbox: bool,
    ) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::default();
        let body = !kind.is_individual();
        let public = check.founder(form, kind, lang);
        let contact_name = check.contact(body, Field::ContactName, &form.contact_name);
        let contact_role = check.contact(body, Field::ContactRole, &form.contact_role);
        if body && form.authority != "yes" {
            check.fail(Field::Authority, Problem::Missing);
        }
        let words = words::lines(&form.statement, STATEMENT_MAX);
        let statement = check.optional(Field::Statement, words);
        let mailbox = match lacks_mailbox {
            true => check.mailbox(&form.email),
            false => None,
        };
        if !check.errors.is_empty() {
            return Err(check.errors);
        }
        Ok(Self {
            public,
            statement,
            contact_name,
            contact_role,
            mailbox,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> RawForm {
        RawForm {
            kind: "organization".into(),
            name: "Críptica".into(),
            country: "es".into(),
            email: "ana@criptica.example".into(),
            ..RawForm::default()
        }
    }

    #[test]
    fn an_invitee_needs_kind_name_and_country() {
        let lang = "en".parse().unwrap();
        let invitee = Invitee::parse(&form(), &lang).unwrap_or_else(|_| panic!("it holds"));
        let address = |of: &Invitee| of.mailbox.as_ref().map(Mailbox::address);
        assert_eq!(address(&invitee).as_deref(), Some("ana@criptica.example"));
        let handed = RawForm {
            email: "  ".into(),
            ..form()
        };
        let handed = Invitee::parse(&handed, &lang).unwrap_or_else(|_| panic!("it holds"));
        assert_eq!(address(&handed), None);
        let wrong = RawForm {
            email: "nobody".into(),
            ..RawForm::default()
        };
        let empty = Invitee::parse(&wrong, &lang).err().unwrap();
        let fields: Vec<Field> = empty.iter().map(|error| error.field).collect();
        let wanted = [Field::Kind, Field::Name, Field::Country, Field::Email];
        assert_eq!(fields, wanted);
    }

    #[test]
    fn who_answers_for_a_body_may_sign_for_it() {
        let lang = "en".parse().unwrap();
        let errors = Acceptance::parse(&form(), Kind::Organization, &lang, false);
        let fields = errors.err().unwrap().into_iter().map(|error| error.field);
        let wanted = [Field::ContactName, Field::ContactRole, Field::Authority];
        assert_eq!(fields.collect::<Vec<_>>(), wanted);
        let person = Acceptance::parse(&form(), Kind::Individual, &lang, true);
        assert!(person.is_ok_and(|answer| answer.mailbox.is_some()));
    }
}
