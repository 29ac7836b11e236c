//! A letter as its organizers write it: `letter.toml`, a text for each language, a watch list.

use std::collections::BTreeMap;

use serde::Deserialize;
use undersigned_record::entry::{Date, Lang};
use undersigned_record::note::LogKey;

use super::letter::Organizer;
use super::{HostName, Settings, Slug, Text, watch};

/// The longest text in bytes.
pub const LONGEST_TEXT: usize = 64 * 1024;

/// A letter that is fit to be imported.
pub struct Draft {
    /// Its word in addresses.
    pub slug: Slug,
    /// Name of its log: `HOST/letters/SLUG`.
    pub origin: String,
    /// What its organizers chose.
    pub settings: Settings,
    /// The exact bytes of each language's text.
    pub texts: BTreeMap<String, Vec<u8>>,
    /// Names that a moderator sees first.
    pub watched: Vec<String>,
    /// Age recipients, where `letter.toml` names them.
    pub recipients: Vec<String>,
    /// Its own host name, where it has one.
    pub host: Option<HostName>,
}

/// `letter.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LetterFile {
    slug: Slug,
    origin: String,
    default_language: String,
    /// Tags of the languages; a text stands beside for each.
    pub languages: Vec<String>,
    #[serde(default)]
    demonstration: bool,
    retention_until: String,
    closing: String,
    #[serde(default)]
    organizers: Vec<Organizer>,
    #[serde(default)]
    recipients: Vec<String>,
    host: Option<String>,
}

/// What is wrong with a draft, and in which file.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {what}")]
pub struct DraftError {
    /// Name of the file within the folder.
    pub file: String,
    /// What, and how to mend it.
    pub what: String,
}

impl LetterFile {
    /// Reads `letter.toml`.
    pub fn parse(text: &str) -> Result<Self, DraftError> {
        let file: Self =
            toml::from_str(text).map_err(|error| fault(error.to_string().trim_end()))?;
        file.check_origin()?;
        if file.slug.is_reserved() {
            return Err(fault("slug: this word is taken by a page of organizers"));
        }
        file.check_languages()?;
        file.own_host()?;
        for (key, day) in [
            ("retention_until", &file.retention_until),
            ("closing", &file.closing),
        ] {
            if day.parse::<Date>().is_err() {
                return Err(fault(format!("{key}: {day:?} is no day like 2028-12-31")));
            }
        }
        // Days in this spelling compare like text.
        if file.retention_until < file.closing {
            return Err(fault("retention_until is before closing"));
        }
        Ok(file)
    }

    fn check_origin(&self) -> Result<(), DraftError> {
        let host = self.origin.strip_suffix(&format!("/letters/{}", self.slug));
        let named = host.is_some_and(|host| !host.is_empty() && !host.contains('/'));
        if !named || LogKey::generate(&self.origin, [0; 32]).is_err() {
            let wanted = format!("HOST/letters/{}", self.slug);
            return Err(fault(format!(
                "origin must be {wanted}, with the host of the site"
            )));
        }
        Ok(())
    }

    fn own_host(&self) -> Result<Option<HostName>, DraftError> {
        let read = |typed: &String| {
            HostName::parse(typed).ok_or_else(|| {
                fault(format!(
                    "host: {typed:?} is no host name like cleanrivers.example"
                ))
            })
        };
        self.host.as_ref().map(read).transpose()
    }

    fn check_languages(&self) -> Result<(), DraftError> {
        let mut seen = std::collections::BTreeSet::new();
        for tag in &self.languages {
            if tag.parse::<Lang>().is_err() {
                return Err(fault(format!(
                    "languages: {tag:?} is no language tag like en"
                )));
            }
            if !seen.insert(tag) {
                return Err(fault(format!("languages: {tag} is there twice")));
            }
        }
        if !seen.contains(&self.default_language) {
            let own = &self.default_language;
            return Err(fault(format!(
                "default_language: {own} is not among languages"
            )));
        }
        Ok(())
    }

    /// The draft of this file, its texts by language and its watch list.
    pub fn with(
        self,
        texts: BTreeMap<String, Vec<u8>>,
        watched: &str,
    ) -> Result<Draft, DraftError> {
        check_texts(&self.languages, &texts)?;
        let host = self.own_host()?;
        Ok(Draft {
            slug: self.slug,
            origin: self.origin,
            settings: Settings {
                default_language: self.default_language,
                languages: self.languages,
                demonstration: self.demonstration,
                retention_until: self.retention_until,
                closing: self.closing,
                organizers: self.organizers,
                privacy: BTreeMap::new(),
            },
            texts,
            watched: names(watched)?,
            recipients: self.recipients,
            host,
        })
    }
}

impl Draft {
    /// That the letter belongs to the site at `host`: its origin says so for ever. An invented one
    /// may name any host.
    pub fn check_host(&self, host: &str) -> Result<(), DraftError> {
        let wanted = format!("{host}/letters/{}", self.slug);
        if self.settings.demonstration || self.origin == wanted {
            Ok(())
        } else {
            Err(fault(format!(
                "origin must be {wanted}, because this site is at {host} (base_url)"
            )))
        }
    }
}

/// Every text holds, and all have the same demands in the same order.
fn check_texts(languages: &[String], texts: &BTreeMap<String, Vec<u8>>) -> Result<(), DraftError> {
    let mut first: Option<(&str, Vec<String>)> = None;
    for lang in languages {
        let file = format!("{lang}.md");
        let wrong = |what: String| DraftError {
            file: file.clone(),
            what,
        };
        let bytes = texts
            .get(lang)
            .ok_or_else(|| wrong("it is missing".to_owned()))?;
        if bytes.len() > LONGEST_TEXT {
            return Err(wrong(format!("it is longer than {LONGEST_TEXT} bytes")));
        }
        let text = Text::parse(bytes).map_err(|error| wrong(error.to_string()))?;
        let demands: Vec<String> = text.demands.into_iter().map(|demand| demand.id).collect();
        match &first {
            None => first = Some((lang, demands)),
            Some((_, same)) if *same == demands => {}
            Some((other, same)) => {
                return Err(wrong(format!(
                    "its demands are {}, but those of {other}.md are {}: ids and their order must \
                     be the same in every language",
                    demands.join(", "),
                    same.join(", "),
                )));
            }
        }
    }
    Ok(())
}

/// One person or office a line; lines that begin with `#` are comments.
fn names(list: &str) -> Result<Vec<String>, DraftError> {
    let mut names = Vec::new();
    for (number, line) in (1..).zip(list.lines().map(str::trim)) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if !watch::names_somebody(line) {
            return Err(DraftError {
                file: "watch.txt".to_owned(),
                what: format!("line {number} names nobody"),
            });
        }
        names.push(line.to_owned());
    }
    Ok(names)
}

fn fault(what: impl Into<String>) -> DraftError {
    DraftError {
        file: "letter.toml".to_owned(),
        what: what.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "slug = \"a\"\norigin = \"h.example/letters/a\"\ndefault_language = \"en\"\n\
        languages = [\"en\", \"es\"]\nretention_until = \"2028-12-31\"\nclosing = \"2028-06-30\"\n";

    fn text(ids: &[&str]) -> Vec<u8> {
        let mut front =
            "+++\ntitle = \"T\"\nto = \"A\"\nfrom = \"B\"\ndescription = \"D\"\n".to_owned();
        let mut body = String::new();
        for id in ids {
            front += &format!("[[demand]]\nid = \"{id}\"\nbrief = \"Do\"\n");
            body += &format!("### One {{#{id}}}\n");
        }
        (front + "+++\n" + &body).into_bytes()
    }

    fn refusal(from: &str, to: &str) -> String {
        LetterFile::parse(&FILE.replace(from, to))
            .err()
            .expect("refused")
            .to_string()
    }

    #[test]
    fn a_letter_file_says_what_is_wrong() {
        assert!(LetterFile::parse(FILE).is_ok());
        assert!(refusal("closing", "clsing").contains("unknown field `clsing`"));
        assert!(refusal("letters/a", "letters/b").contains("origin must be HOST/letters/a"));
        assert!(refusal("slug =", "host = \"a b\"\nslug =").contains("host: \"a b\" is no"));
        assert!(refusal("2028-06-30", "soon").contains("closing"));
        assert!(refusal("2028-12-31", "2027-12-31").contains("before closing"));
        assert!(refusal("\"en\"\n", "\"fr\"\n").contains("default_language"));
    }

    #[test]
    fn demands_are_the_same_in_every_language() {
        let with = |es: &[&str]| {
            let texts = [("en", text(&["x", "y"])), ("es", text(es))];
            let texts = texts.map(|(lang, text)| (lang.to_owned(), text)).into();
            LetterFile::parse(FILE)
                .unwrap()
                .with(texts, "# no\n\n Ada \n")
        };
        assert_eq!(with(&["x", "y"]).ok().unwrap().watched, ["Ada"]);
        for bad in [&["y", "x"][..], &["x"], &[]] {
            let error = with(bad).err().unwrap().to_string();
            assert!(error.starts_with("es.md: its demands are"), "{error}");
        }
    }

    #[test]
    fn a_watch_list_names_somebody() {
        assert_eq!(names("# no\n\n Ada | Ада \n").ok().unwrap(), ["Ada | Ада"]);
        let error = names("Ada\n | -\n").err().unwrap().to_string();
        assert_eq!(error, "watch.txt: line 2 names nobody");
    }

    #[test]
    fn a_letter_belongs_to_its_host() {
        let texts: BTreeMap<_, _> = ["en", "es"].map(|l| (l.to_owned(), text(&["x"]))).into();
        let draft = LetterFile::parse(FILE)
            .unwrap()
            .with(texts, "")
            .ok()
            .unwrap();
        assert!(draft.check_host("h.example").is_ok());
        assert!(draft.check_host("other.example").is_err());
    }
}
