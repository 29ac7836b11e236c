//! The file that `undersigned export contacts` makes: JSON lines, a header and then one line for
//! each sealed contact.

use std::cmp::Ordering;
use std::fs::File;
use std::io::{BufReader, Seek};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::contact::{Contact, Kind, NoContact};
use crate::failure::Failure;
use crate::identity::Keyring;
use crate::jsonl::{Line, Lines};
use crate::letter::Letter;
use crate::sealed::{self, Shut};

const VERSION: &str = "contacts/v1";
const WANTED: &str = "an export of contacts";

/// Why one line gives no contact. The export goes on after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Fault {
    #[error("it is too long")]
    TooLong,
    #[error("it is not a line of an export")]
    Malformed,
    #[error("{0}")]
    Shut(#[from] Shut),
    #[error("what it holds is not a contact")]
    NoContact,
    #[error("it was written by a newer server; update undersigned-desk")]
    Newer,
    #[error("it was sealed for another letter")]
    OtherLetter,
    #[error("it was sealed for another kind of signatory")]
    OtherKind,
    #[error(
        "it claims the signature of the line above, and holds what no correction does: an address, \
         a note, a consent"
    )]
    NoCorrection,
    #[error("its index is smaller than that of a line above")]
    OutOfOrder,
}

impl Fault {
    /// Whether the line was opened, and what it holds is not believed.
    pub(crate) fn is_disbelief(self) -> bool {
        matches!(self, Fault::NoCorrection | Fault::OutOfOrder)
    }
}

impl From<NoContact> for Fault {
    fn from(no_contact: NoContact) -> Self {
        match no_contact {
            NoContact::Malformed => Fault::NoContact,
            NoContact::OtherVersion => Fault::Newer,
        }
    }
}

#[derive(Deserialize)]
struct Header {
    undersigned: String,
    letter: Option<serde_json::Value>,
    count: Option<u64>,
}

#[derive(Deserialize)]
struct SealedLine {
    index: u64,
    kind: Kind,
    level: String,
    updates: bool,
    age: String,
}

/// One contact, opened, beside what the server said about it in the clear.
pub(crate) struct Opened {
    /// Index of the `sign` entry in the letter's record.
    pub(crate) index: u64,
    pub(crate) level: String,
    /// Whether they want updates *now*: they agreed when they signed, and did not unsubscribe.
    pub(crate) updates: bool,
    pub(crate) contact: Contact,
}

impl Opened {
    /// Why a line that follows this one cannot be believed. Anybody can seal to the recipients, and
    /// whoever writes the export sets the index: no line may take over the row of another.
    pub(crate) fn refuses(&self, next: &Self) -> Option<Fault> {
        match next.index.cmp(&self.index) {
            Ordering::Greater => None,
            Ordering::Less => Some(Fault::OutOfOrder),
            Ordering::Equal if next.contact.kind != self.contact.kind => Some(Fault::OtherKind),
            Ordering::Equal => next
                .contact
                .is_from_signing()
                .then_some(Fault::NoCorrection),
        }
    }

    /// What it and a correction of the same signature say together.
    pub(crate) fn corrected_by(self, correction: Self) -> Self {
        Self {
            updates: self.updates,
            contact: self.contact.corrected_by(correction.contact),
            ..correction
        }
    }
}

/// The number of a line, and the contact that it holds or why there is none.
pub(crate) type Numbered = (u64, Result<Opened, Fault>);

/// An export whose header was read and whose lines were counted.
pub(crate) struct Export {
    path: PathBuf,
    lines: Lines<BufReader<File>>,
    pub(crate) letter: Letter,
    pub(crate) count: u64,
}

impl Export {
    /// Opens an export and counts its lines before any of them is believed: a file cut short in
    /// transit must not pass for the whole list.
    ///
    /// # Errors
    ///
    /// [`Failure::Read`], [`Failure::Header`] and [`Failure::Count`].
    pub(crate) fn read(path: &Path) -> Result<Self, Failure> {
        let unreadable = |source| Failure::Read {
            path: path.to_owned(),
            source,
        };
        let mut file = File::open(path).map_err(unreadable)?;
        let mut lines = Lines::new(BufReader::new(&file));
        let (letter, promised) = match lines.next().map_err(unreadable)? {
            Some((_, Line::Text(text))) => header(text),
            Some((_, Line::TooLong)) => Err("its first line is too long".to_owned()),
            None => Err("it is empty".to_owned()),
        }
        .map_err(|why| Failure::Header {
            path: path.to_owned(),
            wanted: WANTED,
            why,
        })?;
        let mut found = 0;
        while lines.next().map_err(unreadable)?.is_some() {
            found += 1;
        }
        if found != promised {
            return Err(Failure::Count {
                path: path.to_owned(),
                promised,
                found,
            });
        }
        file.rewind().map_err(unreadable)?;
        let mut lines = Lines::new(BufReader::new(file));
        lines.next().map_err(unreadable)?;
        Ok(Export {
            path: path.to_owned(),
            lines,
            letter,
            count: promised,
        })
    }

    /// The next line; `None` at the end.
    ///
    /// # Errors
    ///
    /// [`Failure::Read`] when the file itself fails.
    pub(crate) fn next(&mut self, keyring: &Keyring) -> Result<Option<Numbered>, Failure> {
        let next = self.lines.next();
        let next = next.map_err(|source| Failure::Read {
            path: self.path.clone(),
            source,
        })?;
        Ok(next.map(|(number, line)| match line {
            Line::Text(text) => (number, open(text, &self.letter, keyring)),
            Line::TooLong => (number, Err(Fault::TooLong)),
        }))
    }
}

fn header(text: &[u8]) -> Result<(Letter, u64), String> {
    let header: Header = serde_json::from_slice(text)
        .map_err(|_| "its first line does not say what it is".to_owned())?;
    match header.undersigned.as_str() {
        VERSION => {}
        "test-contact/v1" => {
            return Err("it is a test contact; open it with: contacts test".to_owned());
        }
        version if version.starts_with("contacts/") => {
            return Err("it was written by a newer server; update undersigned-desk".to_owned());
        }
        _ => return Err("its first line says that it is something else".to_owned()),
    }
    let letter = header.letter.ok_or("it names no letter")?;
    let letter = serde_json::from_value(letter).map_err(|error| error.to_string())?;
    let count = header
        .count
        .ok_or("it does not say how many contacts it holds")?;
    Ok((letter, count))
}

/// Opens one line. The server cannot read contacts, but it could put one letter's under another's
/// header: what was sealed says for itself where it belongs.
fn open(text: &[u8], letter: &Letter, keyring: &Keyring) -> Result<Opened, Fault> {
    let line: SealedLine = serde_json::from_slice(text).map_err(|_| Fault::Malformed)?;
    let contact = Contact::read(&sealed::open(&line.age, keyring)?)?;
    if contact.letter != *letter {
        return Err(Fault::OtherLetter);
    }
    if contact.kind != line.kind {
        return Err(Fault::OtherKind);
    }
    let updates = line.updates && contact.updates;
    Ok(Opened {
        index: line.index,
        level: line.level,
        updates,
        contact,
    })
}
