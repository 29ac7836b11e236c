//! A letter made for tests: its log, and the files that a server would serve.

use std::collections::BTreeMap;

use undersigned_record::Hash;
use undersigned_record::checkpoint::Checkpoint;
use undersigned_record::disclosure::{Disclosed, Shelf};
use undersigned_record::entry::{
    Act, Correct, Country, Date, Display, Entry, Genesis, Hour, Kind, Lang, Proof, Sign, State,
    Text,
};
use undersigned_record::filter::Filter;
use undersigned_record::layout::File;
use undersigned_record::merkle;
use undersigned_record::note::LogKey;
use undersigned_record::opening::{self, Opening, Salt};
use undersigned_record::proof::{self, TileMap};
use undersigned_record::receipt::Receipt;
use undersigned_record::source::{Source, SourceError};
use undersigned_record::statement::{self, Statement};
use undersigned_record::tile::{Edge, EntryBundle};

pub(crate) const ORIGIN: &str = "demo.example/letters/security-for-all";
pub(crate) const START: u64 = 1_795_388_400;
pub(crate) const ENGLISH: &[u8] = b"To the leaders of the world's governments\n";
pub(crate) const ARABIC: &str = "\u{625}\u{644}\u{649} \u{642}\u{627}\u{62f}\u{629} \u{627}\u{644}\u{639}\u{627}\u{644}\u{645}\n";

#[derive(Clone)]
pub(crate) struct Letter {
    pub(crate) key: LogKey,
    pub(crate) entries: Vec<Vec<u8>>,
    pub(crate) openings: BTreeMap<u64, Disclosed>,
    pub(crate) statements: BTreeMap<u64, Disclosed>,
    pub(crate) texts: BTreeMap<(u64, Lang), Vec<u8>>,
    pub(crate) now: u64,
    salts: u64,
}

pub(crate) fn lang(tag: &str) -> Lang {
    tag.parse().unwrap()
}

pub(crate) fn country(code: &str) -> Country {
    code.parse().unwrap()
}

impl Letter {
    pub(crate) fn blank() -> Self {
        Self {
            key: LogKey::generate(ORIGIN, [7; 32]).unwrap(),
            entries: Vec::new(),
            openings: BTreeMap::new(),
            statements: BTreeMap::new(),
            texts: BTreeMap::new(),
            now: START,
            salts: 0,
        }
    }

    /// Genesis and the first version of the text.
    pub(crate) fn written() -> Self {
        let mut letter = Self::blank();
        letter.push(Act::Genesis(letter.genesis()));
        letter.text(1);
        letter
    }

    /// Opened, with founding signatures of all kinds.
    pub(crate) fn opened(founding: u64) -> Self {
        let mut letter = Self::written();
        for n in 0..founding {
            let kind = Kind::ALL[usize::try_from(n % 3).unwrap()];
            let countries: Vec<Country> = Country::all().collect();
            let home = countries[usize::try_from(n * 7 % 240).unwrap()];
            letter.sign_as(kind, home, &format!("Founder {n}"), true);
        }
        letter.push(Act::State(State::Opened));
        letter
    }

    pub(crate) fn genesis(&self) -> Genesis {
        Genesis {
            origin: ORIGIN.into(),
            key: self.key.verifier(),
            recipients: vec![
                "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p".into(),
            ],
            retention: Date::from_unix(START + 365 * 86_400),
            closing: None,
            predecessor: None,
        }
    }

    pub(crate) fn push(&mut self, act: Act) -> u64 {
        let at = Hour::from_unix(self.now);
        self.push_bytes(Entry { at, act }.to_bytes())
    }

    pub(crate) fn push_bytes(&mut self, bytes: Vec<u8>) -> u64 {
        self.entries.push(bytes);
        self.entries.len() as u64 - 1
    }

    pub(crate) fn text(&mut self, version: u64) -> u64 {
        let files = [
            (lang("en"), ENGLISH.to_vec()),
            (lang("ar"), ARABIC.as_bytes().to_vec()),
        ];
        let mut texts = BTreeMap::new();
        for (lang, mut bytes) in files {
            bytes.extend(format!("version {version}\n").into_bytes());
            texts.insert(lang.clone(), Hash::of(&bytes));
            self.texts.insert((version, lang), bytes);
        }
        self.push(Act::Text(Text { version, texts }))
    }

    pub(crate) fn salt(&mut self) -> Salt {
        self.salts += 1;
        Salt(Hash::of(&self.salts.to_be_bytes()).0)
    }

    pub(crate) fn opening(&self, kind: Kind, name: Option<&str>) -> Opening {
        let text = self
            .texts
            .get(&(1, lang("en")))
            .map_or(Hash([0; 32]), |bytes| Hash::of(bytes));
        Opening {
            kind,
            display: if name.is_some() {
                Display::Name
            } else {
                Display::Count
            },
            name: name.map(Into::into),
            title: None,
            affiliation: None,
            website: None,
            mailbox: None,
            lang: lang("en"),
            text,
        }
    }

    /// Puts an opening beside the log for the next entry, and gives its commitment.
    pub(crate) fn disclose(&mut self, bytes: Vec<u8>) -> Hash {
        let salt = self.salt();
        let index = self.entries.len() as u64;
        let commitment = opening::commit(&salt, &bytes);
        self.openings
            .insert(index, Disclosed { index, salt, bytes });
        commitment
    }

    pub(crate) fn sign_as(
        &mut self,
        kind: Kind,
        country: Country,
        name: &str,
        founding: bool,
    ) -> u64 {
        let bytes = self.opening(kind, Some(name)).to_bytes();
        let opening = self.disclose(bytes);
        let level = if founding {
            Proof::Invited
        } else {
            Proof::Mailbox
        };
        let contact = opening::contact_commitment(&[Hash::of(name.as_bytes())]);
        self.push(Act::Sign(Sign {
            kind,
            country,
            level,
            version: 1,
            founding,
            opening,
            contact,
        }))
    }

    pub(crate) fn sign(&mut self, name: &str) -> u64 {
        self.sign_as(Kind::Individual, country("DE"), name, false)
    }

    /// Signs as an individual who shows where they are and where their mailbox is.
    pub(crate) fn sign_from(&mut self, name: &str, affiliation: &str, mailbox: &str) -> u64 {
        let bytes = Opening {
            affiliation: Some(affiliation.into()),
            mailbox: Some(mailbox.into()),
            ..self.opening(Kind::Individual, Some(name))
        }
        .to_bytes();
        let opening = self.disclose(bytes);
        self.push(Act::Sign(Sign {
            kind: Kind::Individual,
            country: country("DE"),
            level: Proof::Mailbox,
            version: 1,
            founding: false,
            opening,
            contact: opening::contact_commitment(&[Hash::of(name.as_bytes())]),
        }))
    }

    /// Corrects `sign` to another country and name; no name hides it.
    pub(crate) fn correct(
        &mut self,
        sign: u64,
        kind: Kind,
        home: Country,
        name: Option<&str>,
    ) -> u64 {
        self.openings.retain(|index, _| *index != sign);
        let bytes = self.opening(kind, name).to_bytes();
        let opening = self.disclose(bytes);
        let contact = opening::contact_commitment(&[]);
        self.push(Act::Correct(Correct {
            sign,
            country: home,
            opening,
            contact,
        }))
    }

    pub(crate) fn state(&mut self, sign: u64, words: &str) -> u64 {
        let bytes = Statement {
            lang: lang("en"),
            words: words.into(),
        }
        .to_bytes();
        let salt = self.salt();
        let index = self.entries.len() as u64;
        let commitment = statement::commit(&salt, &bytes);
        self.statements
            .insert(index, Disclosed { index, salt, bytes });
        self.push(Act::Statement {
            sign,
            statement: Some(commitment),
        })
    }

    pub(crate) fn withdraw(&mut self, sign: u64) -> u64 {
        self.openings.remove(&sign);
        self.push(Act::Withdraw { sign })
    }

    /// Every story at once, over more than one tile.
    pub(crate) fn eventful(signatures: u64) -> Self {
        let mut letter = Self::opened(12);
        letter.now += 3 * 3600;
        let first = letter.entries.len() as u64;
        for n in 0..signatures {
            letter.sign(&format!("Signatory {n}, \"of note\""));
        }
        letter.withdraw(first);
        let corrected = letter.correct(
            first + 1,
            Kind::Individual,
            country("FR"),
            Some("=cmd|' /C calc'!A0"),
        );
        letter.correct(first + 2, Kind::Individual, Country::ZZ, None);
        letter.openings.remove(&corrected);
        letter.correct(
            first + 1,
            Kind::Individual,
            country("CL"),
            Some("Jos\u{e9} \u{627}\u{644}"),
        );
        letter.push(Act::Level {
            sign: 2,
            level: Proof::WellKnown,
        });
        letter.state(first + 3, "Old words.");
        letter.statements.clear();
        letter.state(first + 3, "Privacy, they say,\nis \"over\". It isn't.");
        letter
    }

    pub(crate) fn edge(&self, size: usize) -> Edge {
        let mut edge = Edge::empty();
        for entry in &self.entries[..size] {
            edge.append(merkle::leaf_hash(entry));
        }
        edge
    }

    pub(crate) fn checkpoint(&self) -> Checkpoint {
        let edge = self.edge(self.entries.len());
        Checkpoint {
            origin: ORIGIN.into(),
            size: edge.size(),
            root: edge.root(),
        }
    }

    pub(crate) fn tiles(&self) -> TileMap {
        let changed = self.edge(self.entries.len()).take_changed();
        changed
            .into_iter()
            .map(|(level, index, bytes)| ((level, index), bytes))
            .collect()
    }

    pub(crate) fn receipt(&self, index: u64) -> Receipt {
        let checkpoint = self.checkpoint();
        let opening = self
            .openings
            .get(&index)
            .map(|line| (line.bytes.clone(), line.salt));
        Receipt {
            entry: self.entries[usize::try_from(index).unwrap()].clone(),
            index,
            key: self.key.verifier(),
            opening,
            proof: proof::inclusion(index, checkpoint.size, &self.tiles()).unwrap(),
            checkpoint: checkpoint.sign(&self.key),
        }
    }

    /// The files as a server has them.
    pub(crate) fn publish(&self) -> Files {
        let mut files = BTreeMap::new();
        let size = self.entries.len() as u64;
        files.insert(
            "checkpoint".to_owned(),
            self.checkpoint().sign(&self.key).into_bytes(),
        );
        files.insert(
            "key".to_owned(),
            format!("{}\n", self.key.verifier()).into_bytes(),
        );
        for ((version, lang), bytes) in &self.texts {
            files.insert(format!("text/{version}/{lang}"), bytes.clone());
        }
        for ((level, index), bytes) in self.tiles() {
            let width = u16::try_from(bytes.len() / 32).unwrap();
            files.insert(
                undersigned_record::tile::Tile {
                    level,
                    index,
                    width,
                }
                .path(),
                bytes,
            );
        }
        for bundle in EntryBundle::of(size) {
            let start = usize::try_from(bundle.index * 256).unwrap();
            let entries = &self.entries[start..start + usize::from(bundle.width)];
            let bytes = EntryBundle::encode(entries.iter().map(Vec::as_slice)).unwrap();
            files.insert(bundle.path(), bytes);
        }
        shelve(&mut files, Shelf::Openings, &self.openings);
        shelve(&mut files, Shelf::Statements, &self.statements);
        Files(files)
    }
}

fn shelve(files: &mut BTreeMap<String, Vec<u8>>, shelf: Shelf, lines: &BTreeMap<u64, Disclosed>) {
    let mut shelves: BTreeMap<u64, Vec<Disclosed>> = BTreeMap::new();
    for line in lines.values() {
        shelves
            .entry(line.index / 256)
            .or_default()
            .push(line.clone());
    }
    for (n, lines) in shelves {
        let file = if shelf == Shelf::Openings {
            File::Openings(n)
        } else {
            File::Statements(n)
        };
        files.insert(file.to_string(), shelf.write(&lines));
    }
}

/// Files by name, standing still.
#[derive(Clone)]
pub(crate) struct Files(pub(crate) BTreeMap<String, Vec<u8>>);

impl Source for Files {
    const GROWS: bool = false;

    fn read(&mut self, file: &File) -> Result<Option<Vec<u8>>, SourceError> {
        Ok(self.0.get(&file.to_string()).cloned())
    }
}

/// A bundle of the letter as it is.
pub(crate) fn bundle(letter: &Letter) -> Vec<u8> {
    filtered(letter, Filter::default())
}

/// A bundle with the openings and statements that `filter` keeps.
pub(crate) fn filtered(letter: &Letter, filter: Filter) -> Vec<u8> {
    let mut out = Vec::new();
    let spool = std::io::Cursor::new(Vec::new());
    let mut files = letter.publish();
    undersigned_record::bundle::write(
        &mut files,
        &letter.key,
        filter,
        spool,
        &mut out,
        &mut |_| (),
    )
    .unwrap();
    out
}
