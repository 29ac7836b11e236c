//! The sink's maildir, read as it fills.

use std::{
    collections::HashSet,
    fs,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use mail_parser::MessageParser;

/// A delivered mail.
#[derive(Clone)]
pub struct Message {
    raw: Arc<Vec<u8>>,
    to: String,
}

impl Message {
    fn new(raw: Vec<u8>) -> Self {
        let to = field(&raw, "X-Original-To").or_else(|| field(&raw, "Delivered-To"));
        Self {
            raw: Arc::new(raw),
            to: to.unwrap_or_default(),
        }
    }

    /// The address it was delivered to, from the envelope.
    #[must_use]
    pub fn to(&self) -> &str {
        &self.to
    }

    /// The bytes as Postfix stored them, its own fields on top, lines ended by LF.
    #[must_use]
    pub fn raw(&self) -> &[u8] {
        &self.raw
    }

    /// The first field of a name: its value, unfolded but not decoded.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<String> {
        field(&self.raw, name)
    }

    /// The subject, decoded.
    #[must_use]
    pub fn subject(&self) -> String {
        self.parsed(|message| message.subject().map(str::to_owned))
    }

    /// The plain text, decoded.
    #[must_use]
    pub fn text(&self) -> String {
        self.parsed(|message| message.body_text(0).map(Into::into))
    }

    /// The HTML document, decoded.
    #[must_use]
    pub fn html(&self) -> String {
        self.parsed(|message| message.body_html(0).map(Into::into))
    }

    fn parsed(&self, read: impl Fn(&mail_parser::Message<'_>) -> Option<String>) -> String {
        MessageParser::default()
            .parse(self.raw.as_slice())
            .and_then(|message| read(&message))
            .unwrap_or_default()
    }
}

fn field(raw: &[u8], name: &str) -> Option<String> {
    let text = String::from_utf8_lossy(raw).replace("\r\n", "\n");
    let head = text
        .split("\n\n")
        .next()?
        .replace("\n ", " ")
        .replace("\n\t", " ");
    head.lines().find_map(|line| {
        let (have, value) = line.split_once(':')?;
        have.eq_ignore_ascii_case(name)
            .then(|| value.trim().to_owned())
    })
}

/// A maildir's `new`, each file read once.
pub(super) struct Inbox {
    dir: PathBuf,
    read: Mutex<Read>,
}

#[derive(Default)]
struct Read {
    files: HashSet<String>,
    messages: Vec<Message>,
}

impl Inbox {
    pub(super) fn new(dir: PathBuf) -> Self {
        Self {
            dir,
            read: Mutex::default(),
        }
    }

    pub(super) fn messages(&self) -> Vec<Message> {
        self.refresh(<[Message]>::to_vec)
    }

    pub(super) fn len(&self) -> usize {
        self.refresh(<[Message]>::len)
    }

    fn refresh<T>(&self, look: impl Fn(&[Message]) -> T) -> T {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        // The directory appears with the first mail.
        let entries = fs::read_dir(&self.dir).into_iter().flatten().flatten();
        let mut names: Vec<String> = entries
            .filter_map(|entry| entry.file_name().into_string().ok())
            .filter(|name| !read.files.contains(name))
            .collect();
        // Maildir names begin with the second, then say the microsecond: V…I…M<usec>.
        names.sort_by_key(|name| arrival(name));
        for name in names {
            let raw = fs::read(self.dir.join(&name)).expect("mails are never removed");
            read.messages.push(Message::new(raw));
            read.files.insert(name);
        }
        look(&read.messages)
    }
}

fn arrival(name: &str) -> (u64, u64) {
    let digits = |text: &str| {
        let end = text
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(text.len());
        text[..end].parse().unwrap_or(0)
    };
    (
        digits(name),
        name.split_once('M').map_or(0, |(_, rest)| digits(rest)),
    )
}
