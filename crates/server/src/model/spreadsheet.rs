//! Spreadsheets of founding signatories, uploaded or pasted: in which encoding they are, what their
//! columns mean, and who stands on each line.

mod columns;
mod encoding;

use std::collections::HashMap;
use std::io::{self, BufReader};

use serde::{Deserialize, Serialize};
use undersigned_record::Hash;
use undersigned_record::lang::Lang;

use super::fold;
use super::form::{FieldError, RawForm};
use super::invitee::Invitee;
use super::table::{self, Table};

pub use columns::{Column, Columns};
pub use encoding::{Decoded, Encoding};

/// The most bytes of a spreadsheet.
pub const MOST: usize = 32 << 20;
/// The most columns that are looked at.
const WIDEST: usize = 60;
/// Lines that show what a column holds.
const SAMPLES: usize = 3;

/// What a spreadsheet turned out to be, and its beginning.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Shape {
    /// How its bytes become letters.
    pub encoding: Encoding,
    /// `,`, `;` or a tab.
    pub separator: char,
    /// Its bytes.
    pub bytes: u64,
}

/// The first lines of a spreadsheet.
pub struct Beginning {
    /// The first line: what the columns are called.
    pub header: Vec<String>,
    /// A few lines after it.
    pub lines: Vec<Vec<String>>,
}

/// Why a file is no spreadsheet of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Nothing is in it, or one line alone.
    Empty,
    /// A workbook, not a table of text.
    Workbook,
    /// Bytes that are no text.
    Binary,
}

impl Unfit {
    /// Every reason.
    pub const ALL: [Self; 3] = [Self::Empty, Self::Workbook, Self::Binary];

    /// The last word of its message's key.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Workbook => "workbook",
            Self::Binary => "binary",
        }
    }
}

/// Looks at a spreadsheet's bytes.
pub fn look(bytes: &[u8]) -> Result<Shape, Unfit> {
    // ZIP (xlsx, ods) and the compound files of older programs.
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(Unfit::Workbook);
    }
    let encoding = Encoding::of(bytes);
    let mut first = Vec::new();
    let mut text = encoding.decoder(bytes);
    io::Read::read_to_end(&mut io::Read::take(&mut text, 64 << 10), &mut first)
        .map_err(|_| Unfit::Binary)?;
    if first.contains(&0) {
        return Err(Unfit::Binary);
    }
    let mut lines = first.split(|b| matches!(b, b'\n' | b'\r'));
    let filled = |line: &&[u8]| !line.trim_ascii().is_empty();
    if lines.by_ref().filter(filled).nth(1).is_none() {
        return Err(Unfit::Empty);
    }
    let start = first.iter().position(|b| !b.is_ascii_whitespace());
    let separator = table::delimiter(&first[start.unwrap_or_default()..]);
    Ok(Shape {
        encoding,
        separator: char::from(separator),
        bytes: bytes.len() as u64,
    })
}

/// The first lines, as they are read.
pub fn beginning(bytes: &[u8], shape: &Shape) -> io::Result<Beginning> {
    let text = BufReader::new(shape.encoding.decoder(bytes));
    let (mut table, header) = Table::open_with(text, shape.separator as u8)?;
    let header: Vec<String> = header.iter().take(WIDEST).map(words).collect();
    let mut lines = Vec::with_capacity(SAMPLES);
    while lines.len() < SAMPLES && table.next_line()?.is_some() {
        lines.push((0..header.len()).map(|at| words(table.cell(at))).collect());
    }
    Ok(Beginning { header, lines })
}

fn words(cell: &[u8]) -> String {
    let text = String::from_utf8_lossy(cell);
    text.trim().chars().take(200).collect()
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A field doesn't hold.
    Field(FieldError),
    /// The language is none that we know.
    Language,
    /// This earlier line says the same.
    Repeated(u64),
}

/// One line, read.
pub struct Line {
    /// As an editor counts, from 1.
    pub number: u64,
    /// Who it names, or all that is wrong with it.
    pub invitee: Result<Invitee, Vec<Fault>>,
    /// An earlier line that has the same name, with other details.
    pub namesake: Option<u64>,
}

/// A spreadsheet that is being read.
pub struct Invitees<'a> {
    table: Table<BufReader<Decoded<'a>>>,
    columns: Columns,
    /// Folded names of countries, and their codes.
    countries: &'a HashMap<String, &'static str>,
    default_lang: Lang,
    /// Digests of names, and of whole lines, and on which line each was first.
    seen: HashMap<[u8; 16], u32>,
}

impl<'a> Invitees<'a> {
    /// Begins behind the first line.
    pub fn open(
        bytes: &'a [u8],
        shape: &Shape,
        columns: Columns,
        countries: &'a HashMap<String, &'static str>,
        default_lang: Lang,
    ) -> io::Result<Self> {
        let text = BufReader::new(shape.encoding.decoder(bytes));
        let (table, _) = Table::open_with(text, shape.separator as u8)?;
        Ok(Self {
            table,
            columns,
            countries,
            default_lang,
            seen: HashMap::new(),
        })
    }

    /// The next line that isn't empty.
    pub fn next_line(&mut self) -> io::Result<Option<Line>> {
        let Some(number) = self.table.next_line()? else {
            return Ok(None);
        };
        let mut namesake = None;
        let invitee = self.invitee().and_then(|invitee| {
            if let Some(line) = self.earlier(b"details", &invitee.details(), number) {
                return Err(vec![Fault::Repeated(line)]);
            }
            namesake = self.earlier(b"named", &invitee.named(), number);
            Ok(invitee)
        });
        Ok(Some(Line {
            number,
            invitee,
            namesake,
        }))
    }

    fn invitee(&self) -> Result<Invitee, Vec<Fault>> {
        let cell = |column| self.cell(column);
        let form = RawForm {
            kind: self.kind(&cell(Column::Kind)),
            name: cell(Column::Name),
            country: self.country(&cell(Column::Country)),
            title: cell(Column::Title),
            affiliation: cell(Column::Affiliation),
            website: cell(Column::Website),
            contact_name: cell(Column::ContactName),
            email: cell(Column::Email),
            ..RawForm::default()
        };
        let lang = self.lang(&cell(Column::Language));
        let parsed = Invitee::parse(&form, lang.as_ref().unwrap_or(&self.default_lang));
        match (parsed, lang) {
            (Ok(invitee), Some(_)) => Ok(invitee),
            (Ok(_), None) => Err(vec![Fault::Language]),
            (Err(errors), lang) => {
                let faults = errors.into_iter().map(Fault::Field);
                Err(faults
                    .chain(lang.is_none().then_some(Fault::Language))
                    .collect())
            }
        }
    }

    fn cell(&self, column: Column) -> String {
        let at = self.columns.at(column);
        let bytes = at.map(|at| self.table.cell(at)).unwrap_or_default();
        let text = String::from_utf8_lossy(bytes);
        // What the encoding could not say is a fault of its field, as other unprintable signs are.
        text.trim().replace('\u{fffd}', "\u{200b}")
    }

    fn kind(&self, typed: &str) -> String {
        match typed {
            "" => self.columns.kind.clone(),
            typed => columns::kind(typed).map_or_else(|| typed.to_owned(), str::to_owned),
        }
    }

    fn country(&self, typed: &str) -> String {
        let known = self.countries.get(&*fold::name(typed));
        known.map_or_else(|| typed.to_owned(), |code| (*code).to_owned())
    }

    fn lang(&self, typed: &str) -> Option<Lang> {
        match typed {
            "" => Some(self.default_lang.clone()),
            typed => columns::language(typed),
        }
    }

    /// The earlier line that says the same. About eighty bytes a line are kept.
    fn earlier(&mut self, what: &[u8], said: &[String], number: u64) -> Option<u64> {
        let mut parts = vec![what];
        for part in said {
            parts.extend([&b"\0"[..], part.as_bytes()]);
        }
        let digest = Hash::of_parts(&parts);
        let mut short = [0; 16];
        short.copy_from_slice(&digest.as_bytes()[..16]);
        let line = u32::try_from(number).unwrap_or(u32::MAX);
        match self.seen.entry(short) {
            std::collections::hash_map::Entry::Occupied(known) => Some(u64::from(*known.get())),
            std::collections::hash_map::Entry::Vacant(free) => {
                free.insert(line);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests;
