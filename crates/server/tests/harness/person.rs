//! Invented people, told apart by a number.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use url::form_urlencoded::Serializer;

/// Somebody who signs. Names and local parts occur nowhere else, so that finding one means
/// something.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) kind: &'static str,
    pub(crate) name: String,
    /// As typed: in mixed case.
    pub(crate) email: String,
    pub(crate) display: &'static str,
    pub(crate) website: String,
    pub(crate) note: String,
    pub(crate) statement: String,
    pub(crate) country: &'static str,
}

impl Person {
    /// An individual.
    pub(crate) fn individual(number: usize) -> Self {
        let word = word(number);
        Self {
            kind: "individual",
            name: format!("Ingeborg Vaxholm{word}"),
            email: format!("Kestrel.{word}Q@Mail{}.Example", number % 7),
            display: "name",
            website: String::new(),
            note: format!("Whistle{word} to the organizers"),
            statement: String::new(),
            country: "SE",
        }
    }

    /// An individual who is only counted.
    pub(crate) fn uncounted_name(number: usize) -> Self {
        Self {
            display: "count",
            ..Self::individual(number)
        }
    }

    /// A company whose mailbox is at another domain: held.
    pub(crate) fn unproven_company(number: usize) -> Self {
        Self {
            kind: "company",
            name: format!("Vaxholm{} Ltd", word(number)),
            website: format!("https://vaxholm-{number}.example"),
            ..Self::individual(number)
        }
    }

    /// The part of the name that nobody else has.
    pub(crate) fn family_name(&self) -> String {
        self.name
            .split(' ')
            .next_back()
            .unwrap_or_default()
            .to_owned()
    }

    /// The address as mail servers see it.
    pub(crate) fn address(&self) -> String {
        let (local, domain) = self.email.split_once('@').expect("an address");
        format!("{local}@{}", domain.to_ascii_lowercase())
    }

    /// The body of the form.
    pub(crate) fn form(&self) -> String {
        let mut form = Serializer::new(String::new());
        form.append_pair("kind", self.kind)
            .append_pair("name", &self.name)
            .append_pair("email", &self.email)
            .append_pair("country", self.country)
            .append_pair("display", self.display)
            .append_pair("note", &self.note)
            .append_pair("statement", &self.statement)
            .append_pair("lang", "en");
        if self.kind != "individual" {
            form.append_pair("website", &self.website)
                .append_pair("contact_name", &self.name)
                .append_pair("contact_role", "Clerk")
                .append_pair("authority", "yes");
        }
        form.finish()
    }

    /// The words that only the signatory, the organizers and the mail server may ever see.
    pub(crate) fn secrets(&self) -> Vec<String> {
        let local = self.email.split('@').next().unwrap_or_default();
        vec![self.email.clone(), local.to_owned(), self.note.clone()]
    }

    /// The same in base64, wherever in a longer text they begin.
    pub(crate) fn encoded_secrets(&self) -> Vec<Vec<u8>> {
        let lower = self.secrets().into_iter().map(|word| word.to_lowercase());
        self.secrets()
            .into_iter()
            .chain(lower)
            .flat_map(|word| [0, 1, 2].map(|offset| inner_base64(word.as_bytes(), offset)))
            .collect()
    }
}

/// The part of base64 that is the same whatever stands around `bytes`, if `offset` bytes modulo 3
/// stand before them.
fn inner_base64(bytes: &[u8], offset: usize) -> Vec<u8> {
    let padded = [&[b' '; 2][..offset], bytes].concat();
    let text = STANDARD_NO_PAD.encode(&padded);
    let first = if offset == 0 { 0 } else { 4 };
    let last = padded.len() / 3 * 4;
    text.as_bytes()[first..last].to_vec()
}

/// The number in five letters.
fn word(mut number: usize) -> String {
    let mut letters = String::new();
    for _ in 0..5 {
        letters.push(char::from(
            b'a' + u8::try_from(number % 26).expect("below 26"),
        ));
        number /= 26;
    }
    letters
}

#[test]
fn base64_is_found_at_every_offset() {
    for (offset, before) in ["", "x", "xy"].into_iter().enumerate() {
        let whole = STANDARD_NO_PAD.encode(format!("{before}kestrel@mail.example and more"));
        let inner = String::from_utf8(inner_base64(b"kestrel@mail.example", offset)).unwrap();
        assert!(whole.contains(&inner), "{whole} lacks {inner}");
    }
}
