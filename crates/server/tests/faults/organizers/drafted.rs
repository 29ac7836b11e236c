//! A letter before its launch, beside the one that the house serves.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use age::x25519::Identity;
use undersigned::acts::access::trail::Who;
use undersigned::acts::drafting::{self, Drafted as Made};
use undersigned::acts::launch;
use undersigned::model::draft::LetterFile;
use undersigned::model::{Letter, Role};
use undersigned::store::letters;

use super::crew::{self, Member};
use crate::harness::{Answer, House, Inside, block_on};

/// Its word in addresses.
pub(crate) const SECRET: &str = "not-known-yet";

/// A grey PNG of one pixel, with a comment behind its end that must not come along.
pub(crate) const PIXEL: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\0\0\0\n\
    IDATx\xdach\0\0\0\x82\0\x81\xdaE\x08;\0\0\0\0IEND\xaeB`\x82secret place";

pub(crate) const FIXTURE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../fixtures/security-for-all"
);

/// A letter before its launch, and an editor of it.
pub(crate) struct Drafted {
    pub(crate) letter: Letter,
    pub(crate) editor: Member,
    identity: Identity,
}

impl Drafted {
    /// Makes one with released texts and a tested recipient.
    pub(crate) fn new(house: &House<Inside>) -> Self {
        let drafted = Self::untested(house);
        drafted.pass_tests(house);
        drafted
    }

    /// The same, whose recipient has not opened the test contact.
    pub(crate) fn untested(house: &House<Inside>) -> Self {
        let app = &house.server.app;
        let identity = Identity::generate();
        let origin = app.config.origin_of(SECRET);
        let file = fs::read_to_string(Path::new(FIXTURE).join("letter.toml")).expect("a fixture");
        let file = file.replace("demo.example/letters/security-for-all", &origin);
        let file = file.replace("security-for-all", SECRET);
        let file = file.replace("demonstration = true", "");
        let texts = ["en", "es", "fr", "ar"].map(|lang| {
            let text = fs::read(Path::new(FIXTURE).join(format!("{lang}.md")));
            (lang.to_owned(), text.expect("a fixture"))
        });
        let file = LetterFile::parse(&file).expect("it holds");
        let draft = file.with(BTreeMap::from(texts), "").expect("it holds");
        let recipients = [identity.to_public().to_string()];
        let made = block_on(drafting::create(app, &draft, &recipients));
        assert_eq!(made.expect("it is drafted"), Made::Anew);
        let letter = read(house);
        Self {
            editor: crew::member(house, "Eda Quill", Some((letter.id, Role::Editor))),
            letter,
            identity,
        }
    }

    /// Brings back the code of its test contact.
    pub(crate) fn pass_tests(&self, house: &House<Inside>) {
        let app = &house.server.app;
        let id = self.letter.id;
        let rows = crew::write(house, move |tx| {
            Box::pin(async move { letters::recipients(tx, id).await })
        });
        for row in rows {
            let plain = age::decrypt(&self.identity, &row.test_contact).expect("it opens");
            let test: serde_json::Value = serde_json::from_slice(&plain).expect("JSON");
            let code = test["code"].as_str().expect("a code");
            let passed = block_on(launch::pass_test(app, Who::operator(), &self.letter, code));
            assert!(passed.expect("the store answers"));
        }
    }

    /// Exchanges its recipients for the same ones, whose tests nobody has opened.
    pub(crate) fn forget_tests(&self, house: &House<Inside>) {
        let id = self.letter.id;
        crew::write(house, move |tx| {
            Box::pin(async move {
                for row in letters::recipients(tx, id).await? {
                    letters::remove_recipient(tx, id, &row.recipient).await?;
                    letters::insert_recipient(tx, id, &row).await?;
                }
                Ok(())
            })
        });
    }

    /// A path of its organizers' pages.
    pub(crate) fn path(&self, rest: &str) -> String {
        format!("/organize/letters/{SECRET}{rest}")
    }

    /// A page as its editor sees it.
    pub(crate) fn page(&self, house: &House<Inside>, rest: &str) -> Answer {
        self.editor.ask(house, "GET", &self.path(rest), "")
    }

    /// A form that its editor sends.
    pub(crate) fn post(&self, house: &House<Inside>, rest: &str, form: &str) -> Answer {
        self.editor.ask(house, "POST", &self.path(rest), form)
    }

    /// Launches it.
    pub(crate) fn launch(&self, house: &House<Inside>) {
        let launched = block_on(launch::launch(&house.server.app, &read(house)));
        let missing = launched.expect("the store answers");
        assert!(missing.is_empty(), "{missing:?}");
    }

    /// The public half of its identity.
    pub(crate) fn recipient(&self) -> String {
        self.identity.to_public().to_string()
    }

    /// A sealed contact, opened.
    pub(crate) fn open(&self, file: &[u8]) -> String {
        let plain = age::decrypt(&self.identity, file).expect("it opens");
        String::from_utf8(plain).expect("JSON")
    }
}

fn read(house: &House<Inside>) -> Letter {
    let found = crew::write(house, |tx| Box::pin(letters::by_slug(tx, SECRET)));
    found.expect("the letter is there")
}

/// A page without the words that only narrow screens show in its tables.
pub(crate) fn wide(page: &str) -> String {
    let mut parts = page.split("<span class=\"narrow\" aria-hidden=\"true\">");
    let mut wide = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        wide += part.split_once("</span>").map_or(part, |(_, rest)| rest);
    }
    wide
}
