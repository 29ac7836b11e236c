//! A sign form that holds: raw input becomes these types once, here.

use serde::{Deserialize, Serialize};
use undersigned_record::Hash;
use undersigned_record::lang::Lang;
use undersigned_record::opening::Opening;

use super::form::{Field, FieldError, Problem, RawForm};
use super::{Country, Display, Kind, Mailbox, Website, words};

/// The most characters of a name, title, affiliation, contact's name or role.
pub const NAME_MAX: u32 = 120;
/// The most characters of a statement.
pub const STATEMENT_MAX: u32 = 600;
/// The most characters of a private note.
pub const NOTE_MAX: u32 = 1000;

/// What a signatory sent.
pub struct Submission {
    /// What will be public.
    pub public: Public,
    /// Quotable words, public once a person approved them.
    pub statement: Option<String>,
    /// What only the organizers can read.
    pub private: Private,
    /// A partner's code.
    pub via: Option<String>,
    /// Whether the domain of the mailbox is to be shown, if it says anything.
    pub shows_mailbox: bool,
}

/// The fields that become the opening.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Public {
    /// Individual, organization or company.
    pub kind: Kind,
    /// How the name is shown.
    pub display: Display,
    /// The whole name; what is shown of it depends on `display`.
    pub name: String,
    /// Country, or `ZZ`.
    pub country: Country,
    /// Individuals only.
    pub title: Option<String>,
    /// Individuals only.
    pub affiliation: Option<String>,
    /// Organizations and companies only.
    pub website: Option<String>,
    /// Individuals only: the domain of the mailbox, where it is to be shown.
    #[serde(default)]
    pub mailbox: Option<String>,
    /// Language of the form: how to set the name.
    pub lang: Lang,
}

/// The fields that are sealed to the organizers.
pub struct Private {
    /// Where the confirmation goes.
    pub mailbox: Mailbox,
    /// Who signs for an organization.
    pub contact_name: Option<String>,
    /// As what.
    pub contact_role: Option<String>,
    /// "I may sign for it."
    pub authority: bool,
    /// A note to the organizers.
    pub note: Option<String>,
    /// Whether updates are wanted.
    pub updates: bool,
}

impl Submission {
    /// Checks every field, and reports all that is wrong at once.
    pub fn parse(form: &RawForm, lang: &Lang) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::default();
        let kind = check.choice(Field::Kind, &form.kind, Kind::Individual);
        let person = kind.is_individual();
        let public = check.public(form, kind, lang);
        let mailbox = check.mailbox(&form.email);
        let contact_name = check.contact(!person, Field::ContactName, &form.contact_name);
        let contact_role = check.contact(!person, Field::ContactRole, &form.contact_role);
        let authority = !person && form.authority == "yes";
        if !person && !authority {
            check.fail(Field::Authority, Problem::Missing);
        }
        let statement = check.optional(
            Field::Statement,
            words::lines(&form.statement, STATEMENT_MAX),
        );
        let note = check.optional(Field::Note, words::lines(&form.note, NOTE_MAX));
        let updates = form.updates == "yes";
        match mailbox {
            Some(mailbox) if check.errors.is_empty() => {
                let private = Private {
                    mailbox,
                    contact_name,
                    contact_role,
                    authority,
                    note,
                    updates,
                };
                Ok(Self {
                    public,
                    statement,
                    private,
                    via: partner(&form.via),
                    shows_mailbox: person && form.show_mailbox == "yes",
                })
            }
            _ => Err(check.errors),
        }
    }
}

impl Public {
    /// Checks the public fields of a correction: the kind stays what it is.
    pub fn parse(form: &RawForm, kind: Kind, lang: &Lang) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::default();
        let public = check.public(form, kind, lang);
        if check.errors.is_empty() {
            Ok(public)
        } else {
            Err(check.errors)
        }
    }

    /// Checks a founding signatory, whom the organizers bring: by the rules of the form, except that
    /// an organization's website may be left out.
    pub fn of_founder(form: &RawForm, lang: &Lang) -> Result<Self, Vec<FieldError>> {
        let mut check = Check::default();
        let kind = check.required(Field::Kind, founder_kind(&form.kind));
        let public = check.founder(form, kind.unwrap_or(Kind::Individual), lang);
        if check.errors.is_empty() {
            Ok(public)
        } else {
            Err(check.errors)
        }
    }

    /// The opening: exactly what is shown, and the digest of the text that was shown.
    #[must_use]
    pub fn opening(&self, text: Hash) -> Opening {
        let shown = |field: &Option<String>| match self.display {
            Display::Count => None,
            _ => field.clone(),
        };
        Opening {
            kind: self.kind,
            display: self.display,
            name: match self.display {
                Display::Name => Some(self.name.clone()),
                Display::Initials => Some(initials(&self.name)),
                Display::Count => None,
            },
            title: shown(&self.title),
            affiliation: shown(&self.affiliation),
            website: shown(&self.website),
            mailbox: shown(&self.mailbox),
            lang: self.lang.clone(),
            text,
        }
    }
}

pub(super) fn founder_kind(typed: &str) -> Result<Option<Kind>, Problem> {
    match typed.trim() {
        "" => Ok(None),
        word => word.parse().map(Some).map_err(|_| Problem::UnknownChoice),
    }
}

/// The first letter of each word, at most four.
fn initials(name: &str) -> String {
    let first = |word: &str| word.chars().find(|c| c.is_alphanumeric());
    name.split(|c: char| c.is_whitespace() || c == '-')
        .filter_map(first)
        .take(4)
        .map(|c| format!("{}.", c.to_uppercase()))
        .collect::<Vec<_>>()
        .join(" ")
}

/// A partner's code: 1 to 32 of `a`–`z`, `0`–`9`, `-`. Anything else is dropped, because a
/// mistyped link must not stop a signature.
#[must_use]
pub fn partner(via: &str) -> Option<String> {
    let legal = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
    ((1..=32).contains(&via.len()) && via.bytes().all(legal)).then(|| via.to_owned())
}

/// Gathers what is wrong while the fields are read.
#[derive(Default)]
pub(super) struct Check {
    pub(super) errors: Vec<FieldError>,
}

impl Check {
    pub(super) fn fail(&mut self, field: Field, problem: Problem) {
        self.errors.push(FieldError { field, problem });
    }

    pub(super) fn optional<T>(
        &mut self,
        field: Field,
        read: Result<Option<T>, Problem>,
    ) -> Option<T> {
        read.unwrap_or_else(|problem| {
            self.fail(field, problem);
            None
        })
    }

    pub(super) fn required<T>(
        &mut self,
        field: Field,
        read: Result<Option<T>, Problem>,
    ) -> Option<T> {
        self.optional(
            field,
            read.and_then(|value| value.ok_or(Problem::Missing).map(Some)),
        )
    }

    /// One of a few choices; `default` where the field is absent.
    fn choice<T: std::str::FromStr>(&mut self, field: Field, typed: &str, default: T) -> T {
        match (typed, typed.parse()) {
            ("", _) => default,
            (_, Ok(choice)) => choice,
            (_, Err(_)) => {
                self.fail(field, Problem::UnknownChoice);
                default
            }
        }
    }

    /// The fields that become the opening.
    pub(super) fn public(&mut self, form: &RawForm, kind: Kind, lang: &Lang) -> Public {
        let person = kind.is_individual();
        let name = if person { words::person } else { words::name };
        let public = Public {
            kind,
            display: if person {
                self.choice(Field::Display, &form.display, Display::Name)
            } else {
                Display::Name
            },
            name: self
                .required(Field::Name, name(&form.name, NAME_MAX))
                .unwrap_or_default(),
            country: self.country(&form.country),
            title: self.line(person, Field::Title, &form.title),
            affiliation: self.line(person, Field::Affiliation, &form.affiliation),
            website: if person {
                None
            } else {
                self.website(&form.website)
            },
            mailbox: None,
            lang: lang.clone(),
        };
        if person && form.show_mailbox == "yes" && form.affiliation.trim().is_empty() {
            self.fail(Field::ShowMailbox, Problem::Missing);
        }
        public
    }

    /// The same of a founding signatory: an organization's website may be left out.
    pub(super) fn founder(&mut self, form: &RawForm, kind: Kind, lang: &Lang) -> Public {
        let public = self.public(form, kind, lang);
        let lacks_site = (Field::Website, Problem::Missing);
        self.errors
            .retain(|error| (error.field, error.problem) != lacks_site);
        public
    }

    /// A line that only `asked` kinds have.
    fn line(&mut self, asked: bool, field: Field, typed: &str) -> Option<String> {
        if asked {
            self.optional(field, words::role(typed, NAME_MAX))
        } else {
            None
        }
    }

    /// A line that `asked` kinds must have.
    pub(super) fn contact(&mut self, asked: bool, field: Field, typed: &str) -> Option<String> {
        if asked {
            self.required(field, words::person(typed, NAME_MAX))
        } else {
            None
        }
    }

    fn country(&mut self, typed: &str) -> Country {
        let read = match typed.trim() {
            "" => Err(Problem::Missing),
            code => code
                .to_ascii_uppercase()
                .parse()
                .map(Some)
                .map_err(|_| Problem::UnknownCountry),
        };
        self.optional(Field::Country, read).unwrap_or(Country::ZZ)
    }

    fn website(&mut self, typed: &str) -> Option<String> {
        let read = match typed.trim() {
            "" => Ok(None),
            typed => Website::parse(typed).map(Some),
        };
        self.required(Field::Website, read)
            .map(|site| site.as_str().to_owned())
    }

    pub(super) fn mailbox(&mut self, typed: &str) -> Option<Mailbox> {
        let read = match typed.trim() {
            "" => Ok(None),
            typed => Mailbox::parse(typed).map(Some),
        };
        self.required(Field::Email, read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> RawForm {
        RawForm {
            kind: "individual".into(),
            name: "Ana Gómez".into(),
            email: "ana@a.example".into(),
            country: "es".into(),
            ..RawForm::default()
        }
    }

    fn errors(form: &RawForm) -> Vec<(Field, Problem)> {
        match Submission::parse(form, &"en".parse().unwrap()) {
            Ok(_) => Vec::new(),
            Err(errors) => errors.into_iter().map(|e| (e.field, e.problem)).collect(),
        }
    }

    #[test]
    fn an_individual_needs_name_address_and_country() {
        assert_eq!(errors(&form()), []);
        assert_eq!(
            errors(&RawForm::default()),
            [
                (Field::Name, Problem::Missing),
                (Field::Country, Problem::Missing),
                (Field::Email, Problem::Missing),
            ],
        );
    }

    #[test]
    fn an_organization_needs_a_site_a_contact_and_authority() {
        let organization = RawForm {
            kind: "organization".into(),
            ..form()
        };
        assert_eq!(
            errors(&organization),
            [
                (Field::Website, Problem::Missing),
                (Field::ContactName, Problem::Missing),
                (Field::ContactRole, Problem::Missing),
                (Field::Authority, Problem::Missing),
            ],
        );
    }

    #[test]
    fn everything_wrong_is_reported_at_once() {
        let bad = RawForm {
            kind: "robot".into(),
            name: "see http://a.example".into(),
            country: "XX".into(),
            email: "nobody".into(),
            title: "a\u{202e}b".into(),
            note: "n".repeat(NOTE_MAX as usize + 1),
            ..form()
        };
        assert_eq!(
            errors(&bad),
            [
                (Field::Kind, Problem::UnknownChoice),
                (Field::Name, Problem::HasAddress),
                (Field::Country, Problem::UnknownCountry),
                (Field::Title, Problem::Unprintable),
                (Field::Email, Problem::NotAnEmail),
                (Field::Note, Problem::TooLong { most: NOTE_MAX }),
            ],
        );
    }

    #[test]
    fn a_company_may_be_called_like_a_host_and_a_person_may_not() {
        let host = RawForm {
            name: "Rivers.com".into(),
            title: "See rivers.com".into(),
            affiliation: "rivers.com:8080".into(),
            ..form()
        };
        let wrong = [Field::Name, Field::Title, Field::Affiliation];
        assert_eq!(
            errors(&host),
            wrong.map(|field| (field, Problem::HasAddress))
        );
        let employed = RawForm {
            affiliation: "Rivers.com".into(),
            ..form()
        };
        assert_eq!(errors(&employed), []);
        let company = RawForm {
            kind: "company".into(),
            website: "rivers.com".into(),
            contact_name: "Ana".into(),
            contact_role: "Press, rivers.com".into(),
            authority: "yes".into(),
            ..host
        };
        let wrong = [(Field::ContactRole, Problem::HasAddress)];
        assert_eq!(errors(&company), wrong);
    }

    #[test]
    fn an_opening_holds_what_is_shown_and_no_more() {
        let mut public = Submission::parse(&form(), &"es".parse().unwrap())
            .ok()
            .unwrap()
            .public;
        public.title = Some("Engineer".into());
        let text = Hash([7; 32]);
        assert_eq!(public.opening(text).name.as_deref(), Some("Ana Gómez"));
        public.display = Display::Initials;
        assert_eq!(public.opening(text).name.as_deref(), Some("A. G."));
        public.display = Display::Count;
        let counted = public.opening(text);
        assert_eq!((counted.name, counted.title), (None, None));
    }

    #[test]
    fn a_mailboxs_domain_is_shown_beside_an_affiliation_alone() {
        let ticked = RawForm {
            show_mailbox: "yes".into(),
            ..form()
        };
        assert_eq!(errors(&ticked), [(Field::ShowMailbox, Problem::Missing)]);
        let affiliated = RawForm {
            affiliation: "Uni X".into(),
            ..ticked
        };
        let parse = |form: &RawForm| Submission::parse(form, &"en".parse().unwrap());
        assert!(parse(&affiliated).is_ok_and(|read| read.shows_mailbox));
        let firm = RawForm {
            kind: "company".into(),
            website: "a.example".into(),
            contact_name: "Ana".into(),
            contact_role: "Press".into(),
            authority: "yes".into(),
            ..affiliated.clone()
        };
        assert!(parse(&firm).is_ok_and(|read| !read.shows_mailbox));
        let mut public = parse(&affiliated).ok().unwrap().public;
        public.mailbox = Some("uni-x.example".into());
        let shown = |display, public: &Public| {
            let public = Public {
                display,
                ..public.clone()
            };
            public.opening(Hash([7; 32])).mailbox
        };
        assert!(shown(Display::Initials, &public).is_some());
        assert!(shown(Display::Count, &public).is_none());
    }

    #[test]
    fn a_strange_partner_code_stops_nobody() {
        assert_eq!(partner("edri"), Some("edri".to_owned()));
        assert_eq!(partner("<b>"), None);
    }
}
