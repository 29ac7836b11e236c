//! A letter's settings and watch list as a form has them.

use std::collections::BTreeMap;

use undersigned_record::entry::{Date, Lang};

use super::letter::{Organizer, Settings};
use super::wrong::Faults;
use super::{Website, Wrong, watch, words};

/// The most organizers that a form takes.
pub const MOST_ORGANIZERS: usize = 20;

/// What was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SettingsForm {
    /// Tags of the languages that are offered.
    pub languages: Vec<String>,
    /// One of them.
    pub default_language: String,
    /// The day on which the letter closes.
    pub closing: String,
    /// Until when contacts are kept.
    pub retention_until: String,
    /// Who runs the letter.
    pub organizers: Vec<Organizer>,
    /// What they add about privacy, by language.
    pub privacy: BTreeMap<String, String>,
    /// The watch list, a name a line.
    pub watched: String,
}

impl SettingsForm {
    /// The form as it stands for these settings.
    #[must_use]
    pub fn of(settings: &Settings, watched: &[String]) -> Self {
        Self {
            languages: settings.languages.clone(),
            default_language: settings.default_language.clone(),
            closing: settings.closing.clone(),
            retention_until: settings.retention_until.clone(),
            organizers: settings.organizers.clone(),
            privacy: settings.privacy.clone(),
            watched: watched.join("\n"),
        }
    }

    /// What was typed, the fields named by `get`: `offered-TAG` for each language of `settings`, `add`,
    /// `default`, `closing`, `retention`, `name-N`, `website-N` and `contact-N` for each organizer, N
    /// from 1, `privacy-TAG`, `watched`. Of a letter that `is_public` the contacts, the words about
    /// privacy and the watch list alone are read.
    pub fn typed<'a>(
        get: impl Fn(&str) -> Option<&'a str>,
        settings: &Settings,
        is_public: bool,
    ) -> Self {
        let field = |name: &str| get(name).unwrap_or_default().trim().to_owned();
        let mut form = Self::of(settings, &[]);
        form.watched = field("watched").replace("\r\n", "\n");
        if is_public {
            for (organizer, number) in form.organizers.iter_mut().zip(1..) {
                organizer.contact = some(field(&format!("contact-{number}")));
            }
        } else {
            form.languages
                .retain(|tag| get(&format!("offered-{tag}")).is_some());
            let added = field("add");
            if !added.is_empty() && !form.languages.contains(&added) {
                form.languages.push(added);
            }
            form.default_language = field("default");
            form.closing = field("closing");
            form.retention_until = field("retention");
            form.organizers = organizers(field);
        }
        let said = |tag: &String| {
            let words = some(field(&format!("privacy-{tag}")))?;
            Some((tag.clone(), words))
        };
        form.privacy = form.languages.iter().filter_map(said).collect();
        form
    }

    /// The settings and the watch list that this makes of `settings`; `today` is the day as pages
    /// write it.
    pub fn check(
        &self,
        settings: &Settings,
        today: &str,
    ) -> Result<(Settings, Vec<String>), Faults> {
        let mut faults = Vec::new();
        self.check_languages(&mut faults);
        // What can't be changed any more is not looked at either.
        let dates = (&self.closing, &self.retention_until);
        if dates != (&settings.closing, &settings.retention_until) {
            self.check_dates(today, &mut faults);
        }
        let organizers = self.checked_organizers(&mut faults);
        let privacy = self.checked_privacy(&mut faults);
        let watched = self.checked_watched(&mut faults);
        if !faults.is_empty() {
            return Err(faults);
        }
        let settings = Settings {
            default_language: self.default_language.clone(),
            languages: self.languages.clone(),
            demonstration: settings.demonstration,
            retention_until: self.retention_until.clone(),
            closing: self.closing.clone(),
            organizers,
            privacy,
        };
        Ok((settings, watched))
    }

    /// Its fields by name, with what stands in each.
    #[must_use]
    pub fn fields(&self) -> BTreeMap<String, String> {
        let mut fields: BTreeMap<String, String> = [
            ("offered", self.languages.join(", ")),
            ("default", self.default_language.clone()),
            ("closing", self.closing.clone()),
            ("retention", self.retention_until.clone()),
            ("watched", self.watched.clone()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .into();
        for (organizer, number) in self.organizers.iter().zip(1..) {
            let of = |value: &Option<String>| value.clone().unwrap_or_default();
            fields.insert(format!("name-{number}"), organizer.name.clone());
            fields.insert(format!("website-{number}"), of(&organizer.website));
            fields.insert(format!("contact-{number}"), of(&organizer.contact));
        }
        for (tag, words) in &self.privacy {
            fields.insert(format!("privacy-{tag}"), words.clone());
        }
        fields
    }

    fn check_languages(&self, faults: &mut Faults) {
        let unknown = |tag: &&String| tag.parse::<Lang>().is_err();
        if self.languages.iter().any(|tag| unknown(&tag)) {
            faults.push(("add".to_owned(), Wrong::NoLanguage));
        } else if !self.languages.contains(&self.default_language) {
            faults.push(("default".to_owned(), Wrong::NotOffered));
        }
    }

    fn check_dates(&self, today: &str, faults: &mut Faults) {
        let is_day = |day: &str| day.parse::<Date>().is_ok();
        // Days in this spelling compare like text.
        for (field, day) in [
            ("closing", &self.closing),
            ("retention", &self.retention_until),
        ] {
            let wrong = match day.as_str() {
                "" => Wrong::Missing,
                day if !is_day(day) => Wrong::NoDay,
                day if day < today => Wrong::Past,
                _ => continue,
            };
            faults.push((field.to_owned(), wrong));
        }
        let both = is_day(&self.closing) && is_day(&self.retention_until);
        if both && self.retention_until < self.closing {
            faults.push(("retention".to_owned(), Wrong::BeforeClosing));
        }
    }

    fn checked_organizers(&self, faults: &mut Faults) -> Vec<Organizer> {
        let mut checked = Vec::new();
        for (typed, number) in self.organizers.iter().zip(1..) {
            let mut fault = |part: &str, wrong| faults.push((format!("{part}-{number}"), wrong));
            let name = super::organizer::name(&typed.name);
            let name = name.map_err(|problem| fault("name", problem.into()));
            let website = typed.website.as_deref().map(Website::parse).transpose();
            let website = website.map_err(|problem| fault("website", problem.into()));
            let contact = words::line(typed.contact.as_deref().unwrap_or_default(), 200);
            let contact = contact.map_err(|problem| fault("contact", problem.into()));
            if let (Ok(name), Ok(website), Ok(contact)) = (name, website, contact) {
                checked.push(Organizer {
                    name,
                    website: website.map(|site| site.as_str().to_owned()),
                    contact,
                });
            }
        }
        checked
    }

    fn checked_privacy(&self, faults: &mut Faults) -> BTreeMap<String, String> {
        let mut checked = BTreeMap::new();
        for (tag, typed) in &self.privacy {
            match words::lines(typed, 4000) {
                Ok(Some(words)) => {
                    checked.insert(tag.clone(), words);
                }
                Ok(None) => {}
                Err(problem) => faults.push((format!("privacy-{tag}"), problem.into())),
            }
        }
        checked
    }

    fn checked_watched(&self, faults: &mut Faults) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for (line, number) in self.watched.lines().map(str::trim).zip(1..) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if !watch::names_somebody(line) {
                faults.push(("watched".to_owned(), Wrong::NamesNobody(number)));
                break;
            }
            names.push(line.to_owned());
        }
        names.sort();
        names.dedup();
        names
    }
}

fn organizers(field: impl Fn(&str) -> String) -> Vec<Organizer> {
    let typed = (1..=MOST_ORGANIZERS).map(|number| {
        let part = |name: &str| field(&format!("{name}-{number}"));
        Organizer {
            name: part("name"),
            website: some(part("website")),
            contact: some(part("contact")),
        }
    });
    typed
        .filter(|organizer| *organizer != Organizer::default())
        .collect()
}

fn some(typed: String) -> Option<String> {
    (!typed.is_empty()).then_some(typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings() -> Settings {
        Settings {
            default_language: "en".to_owned(),
            languages: vec!["en".to_owned(), "es".to_owned()],
            demonstration: false,
            retention_until: "2028-12-31".to_owned(),
            closing: "2028-06-30".to_owned(),
            organizers: vec![Organizer {
                name: "An NGO".to_owned(),
                website: None,
                contact: Some("mail@ngo.example".to_owned()),
            }],
            privacy: BTreeMap::new(),
        }
    }

    const TYPED: [(&str, &str); 11] = [
        ("offered-en", "yes"),
        ("add", "pt-BR"),
        ("default", "en"),
        ("closing", "2027-06-30"),
        ("retention", "2027-12-31"),
        ("name-1", "An NGO"),
        ("website-1", "ngo.example"),
        ("contact-1", "other@ngo.example"),
        ("privacy-en", "We keep\r\nlittle."),
        ("privacy-es", "not offered any more"),
        ("watched", "# heads\r\nAda Quill\r\n\r\nAda Quill"),
    ];

    fn typed(change: &[(&str, &str)], is_public: bool) -> SettingsForm {
        let get = |name: &str| {
            let fields = change.iter().chain(TYPED.iter());
            fields
                .into_iter()
                .find(|(n, _)| *n == name)
                .map(|(_, v)| *v)
        };
        SettingsForm::typed(get, &settings(), is_public)
    }

    #[test]
    fn what_holds_becomes_settings() {
        let (made, watched) = typed(&[], false).check(&settings(), "2026-11-23").unwrap();
        assert_eq!(made.languages, ["en", "pt-BR"]);
        assert_eq!(made.closing, "2027-06-30");
        assert_eq!(made.privacy["en"], "We keep\nlittle.");
        assert_eq!(made.privacy.len(), 1);
        assert_eq!(
            made.organizers[0].website.as_deref(),
            Some("https://ngo.example")
        );
        assert_eq!(watched, ["Ada Quill"]);
        let same = SettingsForm::of(&settings(), &watched);
        assert_eq!(same.check(&settings(), "2030-01-01").unwrap().0, settings());
    }

    #[test]
    fn once_public_the_contact_the_privacy_and_the_watch_list_can_change() {
        let form = typed(&[], true);
        let (made, watched) = form.check(&settings(), "2026-11-23").unwrap();
        let mut due = settings();
        due.organizers[0].contact = Some("other@ngo.example".to_owned());
        due.privacy = [("en", "We keep\nlittle."), ("es", "not offered any more")]
            .map(|(tag, words)| (tag.to_owned(), words.to_owned()))
            .into();
        assert_eq!((made, watched), (due, vec!["Ada Quill".to_owned()]));
    }

    #[test]
    fn each_fault_is_named_at_its_field() {
        let check = |change: &[(&str, &str)], field: &str, wrong| {
            let faults = typed(change, false).check(&settings(), "2026-11-23");
            assert_eq!(faults, Err(vec![(field.to_owned(), wrong)]), "{change:?}");
        };
        check(&[("add", "english")], "add", Wrong::NoLanguage);
        check(&[("default", "es")], "default", Wrong::NotOffered);
        check(&[("closing", "")], "closing", Wrong::Missing);
        check(&[("closing", "soon")], "closing", Wrong::NoDay);
        check(&[("closing", "2026-11-22")], "closing", Wrong::Past);
        check(
            &[("retention", "2027-01-01")],
            "retention",
            Wrong::BeforeClosing,
        );
        check(&[("name-1", "")], "name-1", Wrong::Missing);
        check(&[("website-1", "ftp://x")], "website-1", Wrong::NoWebsite);
        check(
            &[("watched", "Ada\n | -\n")],
            "watched",
            Wrong::NamesNobody(2),
        );
        check(
            &[("privacy-en", "a\u{202e}")],
            "privacy-en",
            Wrong::Unprintable,
        );
    }
}
