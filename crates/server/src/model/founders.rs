//! Founding signatories as a table: CSV by RFC 4180, or the same with `;` or tabs.
//!
//! Every line is held to the rules of the sign form. Reads one line at a time.

use std::collections::{HashMap, HashSet};
use std::io::{self, BufRead};

use csv::ByteRecord;
use undersigned_record::Hash;
use undersigned_record::lang::Lang;

use super::form::{FieldError, Problem, RawForm};
use super::submission::{Public, STATEMENT_MAX};
use super::table::Table;
use super::{fold, words};

/// A founding signatory, checked.
pub struct Founder {
    /// What will be public.
    pub public: Public,
    /// The language of words that the organizers approved, and the words.
    pub statement: Option<(String, String)>,
    /// Shown on the letter's page.
    pub featured: bool,
}

/// Columns that a table must have.
const NEEDED: [&str; 3] = ["kind", "name", "country"];
/// Columns that it may have.
const KNOWN: [&str; 7] = [
    "title",
    "affiliation",
    "website",
    "statement",
    "statement_lang",
    "lang",
    "featured",
];

/// A table that can't be read at all.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// The file.
    #[error("it can't be read: {0}")]
    Io(#[from] io::Error),
    /// The columns.
    #[error("its first line must name the columns kind, name and country; {0} is missing")]
    Missing(&'static str),
    /// A column that would be dropped without a word.
    #[error(
        "its column {0:?} is unknown; known are kind, name, country, title, affiliation, website, \
         statement, statement_lang, lang and featured"
    )]
    Unknown(String),
    /// A column twice.
    #[error("its column {0} is there twice")]
    Twice(String),
}

/// What is wrong with one field of a line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {what}")]
pub struct LineError {
    /// As an editor counts, from 1.
    pub line: u64,
    /// Name of the column.
    pub column: &'static str,
    /// What, and how to mend it.
    pub what: String,
}

/// One line, read.
pub struct Line {
    /// As an editor counts, from 1.
    pub number: u64,
    /// Who it names, or all that is wrong with it.
    pub founder: Result<Founder, Vec<LineError>>,
}

/// A table that is being read.
pub struct Founders<R> {
    table: Table<R>,
    columns: HashMap<&'static str, usize>,
    seen: HashSet<Hash>,
    default_lang: Lang,
}

impl<R: BufRead> Founders<R> {
    /// Reads the columns' names. `default_lang` is the language where a line names none.
    pub fn open(table: R, default_lang: Lang) -> Result<Self, TableError> {
        let (table, header) = Table::open(table)?;
        Ok(Self {
            columns: columns(&header)?,
            table,
            seen: HashSet::new(),
            default_lang,
        })
    }

    /// The next line that isn't empty.
    pub fn next_line(&mut self) -> Result<Option<Line>, TableError> {
        let Some(number) = self.table.next_line()? else {
            return Ok(None);
        };
        let founder = self.founder().map_err(|faults| {
            let error = |(column, what)| LineError {
                line: number,
                column,
                what,
            };
            faults.into_iter().map(error).collect()
        });
        Ok(Some(Line { number, founder }))
    }

    fn founder(&mut self) -> Result<Founder, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut field = |column| self.field(column, &mut faults);
        let form = RawForm {
            kind: field("kind"),
            name: field("name"),
            country: field("country"),
            title: field("title"),
            affiliation: field("affiliation"),
            website: field("website"),
            ..RawForm::default()
        };
        let words = field("statement");
        let (words_lang, lang) = (field("statement_lang"), field("lang"));
        let featured = field("featured");
        let lang = self.language("lang", &lang, &mut faults);
        let statement = self.statement(&words, &words_lang, &lang, &mut faults);
        let featured = is_featured(&featured, statement.is_some(), &mut faults);
        match Public::of_founder(&form, &lang) {
            Ok(public) if faults.is_empty() => {
                if !self.is_new(&public) {
                    let twice = "an earlier line names the same; take one of them out";
                    return Err(vec![("name", twice.to_owned())]);
                }
                Ok(Founder {
                    public,
                    statement,
                    featured,
                })
            }
            Ok(_) => Err(faults),
            Err(errors) => {
                let all = errors.into_iter().map(fault).chain(faults);
                Err(all.collect())
            }
        }
    }

    fn field(&self, column: &'static str, faults: &mut Vec<Fault>) -> String {
        let bytes = self.columns.get(column).map(|at| self.table.cell(*at));
        match std::str::from_utf8(bytes.unwrap_or_default()) {
            Ok(text) => text.trim().to_owned(),
            Err(_) => {
                faults.push((
                    column,
                    "it is not UTF-8: save the table as UTF-8".to_owned(),
                ));
                String::new()
            }
        }
    }

    fn language(&self, column: &'static str, typed: &str, faults: &mut Vec<Fault>) -> Lang {
        if typed.is_empty() {
            return self.default_lang.clone();
        }
        typed.parse().unwrap_or_else(|_| {
            faults.push((
                column,
                format!("{typed:?} is no language tag like en or pt-BR"),
            ));
            self.default_lang.clone()
        })
    }

    fn statement(
        &self,
        typed: &str,
        typed_lang: &str,
        own: &Lang,
        faults: &mut Vec<Fault>,
    ) -> Option<(String, String)> {
        let lang = match typed_lang {
            "" => own.clone(),
            typed => self.language("statement_lang", typed, faults),
        };
        let words = words::lines(typed, STATEMENT_MAX).unwrap_or_else(|problem| {
            faults.push(("statement", words_for(problem)));
            None
        });
        words.map(|words| (lang.as_str().to_owned(), words))
    }

    /// Whether no earlier line named the same. Thirty-two bytes a line are kept.
    fn is_new(&mut self, public: &Public) -> bool {
        let name = fold::name(&public.name);
        self.seen.insert(Hash::of_parts(&[
            public.kind.as_str().as_bytes(),
            b"\0",
            name.as_bytes(),
        ]))
    }
}

/// A column, and what is wrong with it.
type Fault = (&'static str, String);

fn columns(header: &ByteRecord) -> Result<HashMap<&'static str, usize>, TableError> {
    let mut columns = HashMap::new();
    for (at, name) in header.iter().enumerate() {
        let name = String::from_utf8_lossy(name).trim().to_ascii_lowercase();
        let mut known = NEEDED.iter().chain(&KNOWN);
        let known = known.find(|known| **known == name);
        let known = known.ok_or_else(|| TableError::Unknown(name.clone()))?;
        if columns.insert(*known, at).is_some() {
            return Err(TableError::Twice(name));
        }
    }
    match NEEDED.into_iter().find(|name| !columns.contains_key(name)) {
        Some(missing) => Err(TableError::Missing(missing)),
        None => Ok(columns),
    }
}

fn is_featured(typed: &str, has_statement: bool, faults: &mut Vec<Fault>) -> bool {
    match typed.to_ascii_lowercase().as_str() {
        "" | "no" => false,
        "yes" if has_statement => true,
        "yes" => {
            faults.push(("featured", "only a statement can be featured".to_owned()));
            false
        }
        _ => {
            faults.push(("featured", "write yes, or leave it empty".to_owned()));
            false
        }
    }
}

fn fault(error: FieldError) -> Fault {
    (error.field.as_str(), words_for(error.problem))
}

/// For whoever edits the table, in English like the program's other messages.
fn words_for(problem: Problem) -> String {
    match problem {
        Problem::Missing => "it is empty".to_owned(),
        Problem::TooLong { most } => format!("it has room for {most} characters"),
        Problem::Unprintable => "it holds invisible characters; type it anew".to_owned(),
        Problem::HasAddress => "it can't hold a web address".to_owned(),
        Problem::UnknownCountry => {
            "it is no country code of ISO 3166-1 like DE; ZZ stands for unknown".to_owned()
        }
        Problem::NotAWebsite => "it is no address like https://example.org".to_owned(),
        Problem::UnknownChoice => "write individual, organization or company".to_owned(),
        Problem::NotAName => "it has no letter or digit".to_owned(),
        other => other.as_str().to_owned(),
    }
}

#[cfg(test)]
mod tests;
