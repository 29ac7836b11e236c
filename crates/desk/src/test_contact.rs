//! The test contact that a new letter asks each recipient to open before it can launch.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use serde::Deserialize;

use crate::failure::Failure;
use crate::identity::Keyring;
use crate::jsonl::{Line, Lines};
use crate::letter::Letter;
use crate::sealed;

const VERSION: &str = "test-contact/v1";
const WANTED: &str = "a test contact";

#[derive(Deserialize)]
struct Header {
    undersigned: String,
    letter: Option<serde_json::Value>,
}

#[derive(Deserialize)]
struct SealedLine {
    recipient: String,
    age: String,
}

#[derive(Deserialize)]
struct Plaintext {
    v: u64,
    letter: Letter,
    code: String,
}

/// What one recipient has to type on the server to show that their identity works.
pub(crate) struct Confirmation {
    pub(crate) recipient: String,
    pub(crate) code: String,
}

/// Opens what the file holds for the keyring's identities: at least one confirmation, and the
/// letter that it is for.
///
/// # Errors
///
/// [`Failure::Read`], [`Failure::Header`], [`Failure::NotAddressed`] when no line is for any of the
/// identities, and [`Failure::TestContact`] when a line that is for them cannot be opened.
pub(crate) fn read(path: &Path, keyring: &Keyring) -> Result<(Letter, Vec<Confirmation>), Failure> {
    let unreadable = |source| Failure::Read {
        path: path.to_owned(),
        source,
    };
    let unfit = |why: &str| Failure::Header {
        path: path.to_owned(),
        wanted: WANTED,
        why: why.to_owned(),
    };
    let mut lines = Lines::new(BufReader::new(File::open(path).map_err(unreadable)?));
    let letter = match lines.next().map_err(unreadable)? {
        Some((_, Line::Text(text))) => header(text).map_err(|why| unfit(&why))?,
        Some((_, Line::TooLong)) => return Err(unfit("its first line is too long")),
        None => return Err(unfit("it is empty")),
    };
    let mut confirmations = Vec::new();
    let mut others = Vec::new();
    while let Some((number, line)) = lines.next().map_err(unreadable)? {
        let fault = |why: String| Failure::TestContact {
            path: path.to_owned(),
            line: number,
            why,
        };
        let Line::Text(text) = line else {
            return Err(fault("it is too long".to_owned()));
        };
        let line: SealedLine = serde_json::from_slice(text)
            .map_err(|_| fault("it is not a line of a test contact".to_owned()))?;
        if keyring.recipients().contains(&line.recipient) {
            let code = open(&line.age, &letter, keyring).map_err(fault)?;
            confirmations.push(Confirmation {
                recipient: line.recipient,
                code,
            });
        } else {
            others.push(line.recipient);
        }
    }
    if confirmations.is_empty() {
        let theirs = if others.is_empty() {
            "nobody".to_owned()
        } else {
            printable(&others)
        };
        let yours = keyring.recipients().join(", ");
        return Err(Failure::NotAddressed {
            letter,
            theirs,
            yours,
        });
    }
    Ok((letter, confirmations))
}

fn header(text: &[u8]) -> Result<Letter, String> {
    let header: Header = serde_json::from_slice(text)
        .map_err(|_| "its first line does not say what it is".to_owned())?;
    match header.undersigned.as_str() {
        VERSION => {}
        version if version.starts_with("contacts/") => {
            return Err("it is an export of contacts; open it with: contacts open".to_owned());
        }
        version if version.starts_with("test-contact/") => {
            return Err("it was written by a newer server; update undersigned-desk".to_owned());
        }
        _ => return Err("its first line says that it is something else".to_owned()),
    }
    let letter = header.letter.ok_or("it names no letter")?;
    serde_json::from_value(letter).map_err(|error| error.to_string())
}

fn open(age: &str, letter: &Letter, keyring: &Keyring) -> Result<String, String> {
    let plaintext = sealed::open(age, keyring).map_err(|shut| shut.to_string())?;
    let plaintext: Plaintext = serde_json::from_slice(&plaintext)
        .map_err(|_| "what it holds is not a test contact".to_owned())?;
    if plaintext.v != 1 {
        return Err("it was written by a newer server; update undersigned-desk".to_owned());
    }
    if plaintext.letter != *letter {
        return Err("it was sealed for another letter".to_owned());
    }
    let typeable = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-';
    let code = plaintext.code;
    let sound =
        (4..=64).contains(&code.len()) && !code.starts_with('-') && code.bytes().all(typeable);
    if sound {
        Ok(code)
    } else {
        Err("its code has unexpected characters".to_owned())
    }
}

/// Recipients as they may be printed: what does not look like one is named, not shown.
fn printable(recipients: &[String]) -> String {
    let shown: Vec<&str> = recipients
        .iter()
        .map(|text| match text.parse::<age::x25519::Recipient>() {
            Ok(_) => text.as_str(),
            Err(_) => "something that is no age recipient",
        })
        .collect();
    shown.join(", ")
}
