//! What each form of organizers' pages does when it is sent as it should be: for tests that walk the
//! router's table.

use std::cell::Cell;
use std::fs;
use std::path::Path;

use undersigned::acts::founding::{Entry, Held};
use undersigned::http::RouteRule;
use undersigned::model::{Invitee, RawForm, Role};
use undersigned::seal::{RecoveryCode, Token, random};
use undersigned::store::drafts::DraftRow;
use undersigned::store::founder_logos::{self, FounderLogoRow};
use undersigned::store::founders::Answered;
use undersigned::store::hosts::{self, HostRow};
use undersigned::store::invitations::InvitationRow;
use undersigned::store::launches::LaunchRow;
use undersigned::store::letters::RecipientRow;
use undersigned::store::{
    drafts, founder_mails, founder_tables, founders, invitations, launches, letters, organizers,
};
use undersigned_record::Hash;
use url::form_urlencoded::Serializer;

use super::crew::{self, Member};
use super::drafted::{Drafted, PIXEL, SECRET};
use crate::harness::{Answer, Base, House, Inside, Person, SLUG};

/// Routes whose forms leave no line in the trail, and why.
pub(crate) const SILENT: [(&str, &str); 10] = [
    (
        "/organize/sign-in",
        "a passkey has to answer: ceremonies.rs",
    ),
    ("/organize/sign-in/challenge", "asks"),
    ("/organize/invitations/{token}", "a passkey has to answer"),
    ("/organize/invitations/{token}/challenge", "asks"),
    ("/organize/fresh/challenge", "asks"),
    ("/organize/account/passkeys/new", "shows a page"),
    ("/organize/account/passkeys/challenge", "asks"),
    ("/organize/account/passkeys", "a passkey has to answer"),
    ("/organize/letters/{slug}/contacts", "shows a page"),
    (
        "/organize/letters/{slug}/host/lookup",
        "asks the name servers",
    ),
];

/// A letter that is open, and two before their launch, in one house: [`SLUG`], [`SECRET`] and
/// [`crew::OTHER`].
pub(crate) struct Stage {
    pub(crate) house: House<Inside>,
    pub(crate) of: Drafted,
    count: Cell<usize>,
}

/// A form that does something.
pub(crate) struct Deed {
    pub(crate) who: Member,
    /// The letter that it is about, where it is about one.
    pub(crate) letter: Option<i64>,
    pub(crate) path: String,
    form: String,
    file: Option<&'static [u8]>,
}

impl Deed {
    pub(crate) fn send(&self, house: &House<Inside>) -> Answer {
        match self.file {
            Some(file) => self.who.upload(house, &self.path, &[("file", file)]),
            None => self.who.ask(house, "POST", &self.path, &self.form),
        }
    }
}

impl Stage {
    pub(crate) fn set(base: Base) -> Self {
        let house = House::open_inside_as("localhost", base);
        crew::draft_another(&house);
        let of = Drafted::new(&house);
        Self {
            house,
            of,
            count: Cell::new(0),
        }
    }

    fn next(&self) -> usize {
        self.count.set(self.count.get() + 1);
        self.count.get()
    }

    fn letter(&self, slug: &'static str) -> i64 {
        crew::letter(&self.house, slug)
    }

    /// The routes of forms that leave a line, those last that a letter doesn't survive as a draft.
    pub(crate) fn routes() -> Vec<RouteRule> {
        let silent = |of: &RouteRule| SILENT.iter().any(|(path, _)| *path == of.path);
        let all = undersigned::http::organizers_routes().into_iter();
        let mut all: Vec<RouteRule> = all
            .filter(|of| of.method == "POST" && !silent(of))
            .collect();
        all.sort_by_key(|of| of.path.ends_with("/launch") || of.path.ends_with("/deletion"));
        all
    }

    /// What a route's form does, made ready to be sent by somebody new.
    pub(crate) fn deed(&self, route: &RouteRule) -> Deed {
        let rest = route.path.strip_prefix("/organize/letters/{slug}");
        match rest {
            Some(rest) => self.with_letter(route, rest),
            None => self.without_letter(route),
        }
    }

    fn without_letter(&self, route: &RouteRule) -> Deed {
        let house = &self.house;
        let who = crew::member(house, "Somebody", None);
        let number = self.next();
        let mut path = route.path.to_owned();
        let mut put = |word: &str, value: String| path = path.replace(word, &value);
        let form = match route.path {
            "/organize/recovery" => {
                let code = RecoveryCode::new(random());
                let (id, hash) = (who.id, code.hash());
                crew::write(house, move |tx| {
                    Box::pin(async move { organizers::set_recovery(tx, id, &hash).await })
                });
                format!("code={}", code.reveal())
            }
            "/organize/invitations/{token}/acceptance" => {
                put("{token}", crew::invitation(house));
                String::new()
            }
            "/organize/sign-out" | "/organize/account/recovery-code" => String::new(),
            "/organize/account/passkeys/{id}/name" => {
                put("{id}", crew::passkeys_of(house, &who).to_string());
                "name=Blue+key".to_owned()
            }
            "/organize/account/passkeys/{id}/removal" => {
                put("{id}", crew::passkeys_of(house, &who).to_string());
                String::new()
            }
            "/organize/account/sessions/{id}/end" => {
                put("{id}", crew::another_session(house, &who).to_string());
                String::new()
            }
            "/organize/letters/new" => {
                crew::let_make_letters(house, &who);
                format!("title=New&lang=en&slug=new-letter-{number}")
            }
            "/organize/translation/{token}" | "/organize/translation/{token}/draft" => {
                let other = self.letter(crew::OTHER);
                put("{token}", crew::translator(house, other).0);
                format!("revision={}&title=T{number}", self.revision(other, "es"))
            }
            path => panic!("{path}: what does it do? Say so here, or why it leaves no line"),
        };
        Deed {
            who,
            letter: None,
            path,
            form,
            file: None,
        }
    }

    fn with_letter(&self, route: &RouteRule, rest: &str) -> Deed {
        let slug = home(rest);
        let letter = self.letter(slug);
        let who = crew::member(&self.house, "Owner", Some((letter, Role::Owner)));
        let (id, form) = match rest.split('/').nth(1).unwrap_or_default() {
            "people" | "invitations" | "deletion" => self.people(letter, rest),
            "recipients" | "contacts.jsonl" => self.keys(letter, rest),
            "held" | "statements" | "removals" | "rules" | "runs" => self.moderation(letter, rest),
            "founders" if rest.contains("/spreadsheets") => self.spreadsheets(letter, &who, rest),
            "founders" => self.founders(letter, rest),
            "previews" | "launch" => self.launch(letter, rest),
            _ => self.writing(letter, &who, rest),
        };
        let path = route.path.replace("{slug}", slug);
        Deed {
            who,
            letter: Some(letter),
            path: path
                .replace("{lang}", "es")
                .replace("{id}", &id.to_string()),
            form,
            file: (rest == "/logo").then_some(PIXEL),
        }
    }

    fn people(&self, letter: i64, rest: &str) -> (i64, String) {
        let victim = || crew::member(&self.house, "Victim", Some((letter, Role::Press))).id;
        match rest {
            "/people" => (0, "name=Bea&role=press".to_owned()),
            "/people/{id}/role" => (victim(), "role=editor".to_owned()),
            "/people/{id}/removal" | "/people/{id}/link" => (victim(), String::new()),
            "/invitations/{id}/removal" => (pending(&self.house, letter), String::new()),
            "/deletion" => (0, format!("word={}", crew::OTHER)),
            rest => unknown(rest),
        }
    }

    fn keys(&self, letter: i64, rest: &str) -> (i64, String) {
        let recipient = age::x25519::Identity::generate().to_public().to_string();
        let form = match rest {
            "/contacts.jsonl" => String::new(),
            "/recipients" => format!("name=Key&recipient={recipient}"),
            "/recipients/removal" | "/recipients/test" => {
                let code = format!("CODE-{}", self.next());
                let row = RecipientRow {
                    recipient: recipient.clone(),
                    name: "Safe".to_owned(),
                    test_contact: Vec::new(),
                    code_hash: Hash::of(code.as_bytes()).as_bytes().to_vec(),
                    tested_at: None,
                };
                crew::write(&self.house, move |tx| {
                    Box::pin(async move { letters::insert_recipient(tx, letter, &row).await })
                });
                format!("recipient={recipient}&code={code}")
            }
            rest => unknown(rest),
        };
        (0, form)
    }

    fn moderation(&self, letter: i64, rest: &str) -> (i64, String) {
        let house = &self.house;
        let number = |query| house.installation.number(query);
        match rest {
            "/held" => {
                let id = self.held_company();
                (0, format!("decide=approve-{id}"))
            }
            "/held/{id}/questions" => (
                self.held_company(),
                "question=own&own=Who+are+you%3F".to_owned(),
            ),
            "/held/{id}/vouching" => (self.held_company(), "note=We+know+them".to_owned()),
            "/held/{id}/repetitions" => {
                let (kept, other) = (self.held_company(), self.held_company());
                (other, format!("kept=held-{kept}&one-{kept}=yes"))
            }
            "/statements" => {
                let person = Person {
                    statement: "Doors matter.".to_owned(),
                    ..Person::individual(self.next())
                };
                house.sign_and_confirm(&person);
                let id = number("select max(id) from statements where state = 'held'");
                (0, format!("decide=reject-{id}"))
            }
            "/removals" => {
                let entry = number("select max(idx) from signatures where state = 'live'");
                (0, format!("entry={entry}&reason=forged"))
            }
            "/rules" => (0, "name=Flood&domain=mail1.example".to_owned()),
            "/rules/{id}" => (crew::rule(house, letter), "decide=hold".to_owned()),
            "/rules/{id}/runs" => (
                crew::rule(house, letter),
                "verdict=remove&reason=forged&count=0".to_owned(),
            ),
            "/runs/{id}/undo" => (crew::run(house, letter), String::new()),
            rest => unknown(rest),
        }
    }

    /// A company that waits for a moderator.
    fn held_company(&self) -> i64 {
        let house = &self.house;
        house.sign_and_confirm(&Person::unproven_company(self.next()));
        let newest = "select max(id) from submissions where state = 'held'";
        house.installation.number(newest)
    }

    fn founders(&self, letter: i64, rest: &str) -> (i64, String) {
        let house = &self.house;
        let number = self.next();
        match rest {
            "/founders" => (
                0,
                format!("kind=individual&name=Ana+{number}x&email=ana%40a.example&country=ES"),
            ),
            "/founders/invitations" => (crew::founder(house, letter), String::new()),
            "/founders/reminders" => (self.silent_founder(letter), String::new()),
            "/founders/{id}/logo" => {
                let (id, _) = self.quotable_founder(letter);
                let logo = FounderLogoRow {
                    founder: id,
                    id: crew::new_id(house),
                    state: "waiting".to_owned(),
                    width: 1,
                    height: 1,
                };
                let seen = logo.id;
                crew::write(house, move |tx| {
                    Box::pin(async move { founder_logos::put(tx, &logo, b"PNG").await })
                });
                (id, format!("decision=approve&logo={seen}"))
            }
            "/founders/{id}/mail" | "/founders/{id}/removal" | "/founders/{id}/link" => {
                (crew::founder(house, letter), String::new())
            }
            "/founders/{id}/statement" => {
                let (id, seen) = self.quotable_founder(letter);
                (id, deciding("refuse", &seen))
            }
            "/founders/{id}/name" => {
                let (id, seen) = self.renamed_founder(letter);
                (id, deciding("approve", &seen))
            }
            "/founders/{id}/quote" => {
                let (id, _) = self.quotable_founder(letter);
                let approved = crew::write(house, move |tx| {
                    Box::pin(founders::decide_statement(tx, id, "approved"))
                });
                assert!(approved, "it waited");
                (id, "decision=feature".to_owned())
            }
            rest => unknown(rest),
        }
    }

    /// Somebody who was invited four days ago and has not answered.
    fn silent_founder(&self, letter: i64) -> i64 {
        let id = crew::founder(&self.house, letter);
        let then = self.house.server.app.clock.now() - 4 * 24 * 3600;
        let link = Token::new(random()).hash();
        crew::write(&self.house, move |tx| {
            Box::pin(async move {
                founder_mails::ask(tx, id, "Eda", 4, then).await?;
                founder_mails::mailed(tx, id, (&link, 0), then).await
            })
        });
        id
    }

    /// Somebody who accepted, and whose statement waits; and its mark.
    fn quotable_founder(&self, letter: i64) -> (i64, String) {
        let entry = Entry {
            statement: Some("Claro.".to_owned()),
            ..listed("Ana Quotable")
        };
        let id = self.answered(letter, "accepted", &entry);
        (id, entry.statement_mark())
    }

    /// Somebody who accepted under another name, which waits; and the answer's mark.
    fn renamed_founder(&self, letter: i64) -> (i64, String) {
        let name = format!("Somebody Else {}", self.next());
        let before = listed("Ana Listed").listed();
        let entry = Entry {
            listed: Some(Box::new(before)),
            held: Some(Held {
                mailbox: random::<32>().to_vec(),
                contact: String::new(),
                watched: None,
            }),
            ..listed(&name)
        };
        let id = self.answered(letter, "held", &entry);
        (id, entry.answer_mark())
    }

    /// Somebody on the list with this answer.
    fn answered(&self, letter: i64, state: &'static str, entry: &Entry) -> i64 {
        let id = crew::founder(&self.house, letter);
        let plain = serde_json::to_vec(&entry).expect("JSON");
        let keys = &self.house.server.app.keys;
        let key = keys.make_founders_key(&self.of.letter.slug).expect("a key");
        let fields = key.encrypt(id, &plain).expect("it fits");
        let statement = entry.statement.as_ref().map_or("none", |_| "waiting");
        crew::write(&self.house, move |tx| {
            Box::pin(async move {
                let answer = Answered {
                    id,
                    state,
                    country: "ES",
                    fields: &fields,
                    statement,
                    signature: None,
                    sealed_to: "",
                    version: Some(1),
                    addressed: false,
                    at: 1,
                };
                founders::answer(tx, &answer).await
            })
        });
        id
    }

    fn spreadsheets(&self, letter: i64, who: &Member, rest: &str) -> (i64, String) {
        let line = "paste=name%2Ccountry%2Cemail%2Ckind%0AAda%2CDE%2Ca%40a.example%2Cindividual";
        let rest = rest.strip_prefix("/founders/spreadsheets");
        let rest = rest.unwrap_or_default();
        if rest.is_empty() {
            return (0, line.to_owned());
        }
        let path = self.of.path("/founders/spreadsheets");
        let brought = who.ask(&self.house, "POST", &path, line);
        assert_eq!(brought.status, 303, "{}", brought.text());
        let sheets = crew::write(&self.house, move |tx| {
            Box::pin(founder_tables::of_letter(tx, letter))
        });
        let id = sheets[0].id;
        let form = match rest {
            "/{id}/columns" => {
                "revision=0&column-0=name&column-1=country&column-2=email&column-3=kind"
            }
            "/{id}/removal" => "revision=0",
            "/{id}/import" | "/{id}/others" => {
                crew::write(&self.house, move |tx| {
                    Box::pin(founder_tables::advance(
                        tx,
                        id,
                        ["mapping", "mapping"],
                        "checked",
                    ))
                });
                "revision=0"
            }
            rest => unknown(rest),
        };
        (id, form.to_owned())
    }

    fn launch(&self, letter: i64, rest: &str) -> (i64, String) {
        let house = &self.house;
        match rest {
            "/previews" => (0, "name=Some+paper".to_owned()),
            "/previews/{id}/removal" => (crew::preview(house, letter), String::new()),
            "/launch" => (0, "sure=yes".to_owned()),
            "/launch/schedule" => {
                let known = crew::write(house, move |tx| Box::pin(launches::of(tx, letter)));
                let seen = known.map_or_else(String::new, |row| row.at.to_string());
                (0, format!("{}&seen={seen}", in_a_week(house)))
            }
            "/launch/removal" => {
                let row = LaunchRow {
                    letter,
                    at: house.server.app.clock.now() + 3600,
                    zone: "UTC".to_owned(),
                    organizer: 0,
                    who: "Ola".to_owned(),
                    missing: String::new(),
                };
                let seen = row.at;
                crew::write(house, move |tx| {
                    Box::pin(async move { launches::set(tx, &row).await })
                });
                (0, format!("seen={seen}"))
            }
            rest => unknown(rest),
        }
    }

    fn writing(&self, letter: i64, who: &Member, rest: &str) -> (i64, String) {
        let house = &self.house;
        let number = self.next();
        match rest {
            "/settings" => {
                let known = crew::write(house, move |tx| Box::pin(letters::by_id(tx, letter)));
                let revision = known.expect("the letter").revision;
                let form = format!(
                    "revision={revision}&offered-en=yes&offered-es=yes&default=en\
                     &closing=2099-06-30&retention=2099-12-31&name-1=Rivers+{number}\
                     &contact-1=mail%40rivers.example"
                );
                (0, form)
            }
            "/texts/{lang}" | "/texts/{lang}/draft" => {
                let revision = self.revision(letter, "es");
                (0, format!("revision={revision}&title=T{number}"))
            }
            "/texts/{lang}/restoration" => {
                let path = format!("/organize/letters/{}/texts/es", crew::OTHER);
                let first = self.revision(letter, "es");
                for revision in [first, first + 1] {
                    let form = format!("revision={revision}&title=R{revision}");
                    let saved = who.ask(house, "POST", &path, &form);
                    assert_eq!(saved.status, 303, "{}", saved.text());
                }
                let (base, revision) = (first + 2, first + 1);
                (0, format!("base={base}&revision={revision}"))
            }
            "/release" => {
                self.write_all(letter);
                (0, String::new())
            }
            "/translators" => (0, "name=Tara&lang=es".to_owned()),
            "/translators/{id}/end" => (crew::translator(house, letter).1, String::new()),
            "/host" => (0, format!("host=own-{number}.example")),
            "/host/removal" => {
                let row = HostRow {
                    host: format!("own-{number}.example"),
                    early: false,
                };
                crew::write(house, move |tx| {
                    Box::pin(async move { hosts::put(tx, letter, &row).await })
                });
                (0, String::new())
            }
            "/logo" => (0, String::new()),
            "/logo/removal" => {
                crew::logo(house, letter);
                (0, String::new())
            }
            rest => unknown(rest),
        }
    }

    /// The newest revision of a language.
    fn revision(&self, letter: i64, lang: &'static str) -> i64 {
        let newest = crew::write(&self.house, move |tx| {
            Box::pin(drafts::one(tx, letter, lang))
        });
        newest.map_or(0, |row| row.revision)
    }

    /// Writes the demonstration's text in each language, each time a little different.
    fn write_all(&self, letter: i64) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/security-for-all");
        let (number, id) = (self.next(), crew::new_id(&self.house));
        let known = crew::write(&self.house, move |tx| Box::pin(letters::by_id(tx, letter)));
        let settings = known.expect("the letter").settings;
        let text = |lang: &str| {
            let text = fs::read_to_string(folder.join(format!("{lang}.md"))).expect("a fixture");
            format!("{text}\n\nNo. {number}.\n").into_bytes()
        };
        let source = Hash::of(&text("en")).as_bytes().to_vec();
        for lang in settings.languages {
            let body = text(&lang);
            let newest = {
                let lang = lang.clone();
                crew::write(&self.house, move |tx| {
                    Box::pin(async move { drafts::one(tx, letter, &lang).await })
                })
            };
            let base = newest.map_or(0, |row| row.revision);
            let row = DraftRow {
                revision: base + 1,
                digest: Hash::of(&body).as_bytes().to_vec(),
                body,
                author: id,
                who: "Eda".to_owned(),
                saved_at: 1,
                source: (lang != "en").then(|| source.clone()),
                kept: true,
                lang,
            };
            crew::write(&self.house, move |tx| {
                Box::pin(async move {
                    match base {
                        0 => drafts::begin(tx, letter, &row).await,
                        base => drafts::advance(tx, letter, base, &row).await,
                    }
                })
            });
        }
    }
}

/// The letter in which a route's form does something.
fn home(rest: &str) -> &'static str {
    match rest.split('/').nth(1).unwrap_or_default() {
        "held" | "statements" | "removals" | "rules" | "runs" | "contacts.jsonl" => SLUG,
        "founders" | "launch" | "previews" => SECRET,
        _ => crew::OTHER,
    }
}

fn unknown(rest: &str) -> ! {
    panic!("{rest}: what does it do? Say so here, or why it leaves no line")
}

/// Somebody who was listed.
fn listed(name: &str) -> Entry {
    let form = RawForm {
        kind: "individual".to_owned(),
        name: name.to_owned(),
        email: "ana@a.example".to_owned(),
        country: "ES".to_owned(),
        ..RawForm::default()
    };
    let lang = "en".parse().expect("a language");
    Entry::of(Invitee::parse(&form, &lang).unwrap_or_else(|_| panic!("it holds")))
}

/// A form that decides on what was seen.
fn deciding(decision: &str, seen: &str) -> String {
    let mut form = Serializer::new(format!("decision={decision}"));
    form.append_pair("seen", seen).finish()
}

/// A form that sets a launch, when none is set.
pub(crate) fn in_a_week(house: &House<Inside>) -> String {
    let at = house.server.app.clock.now() + 7 * 24 * 3600;
    let day = time::OffsetDateTime::from_unix_timestamp(at).expect("a time");
    format!("date={}&time=09%3A00&zone=UTC", day.date())
}

/// An invitation to a letter; gives its id.
pub(crate) fn pending(house: &House<Inside>, letter: i64) -> i64 {
    let row = InvitationRow {
        id: crew::new_id(house),
        hash: Token::new(random()).hash(),
        inviter: None,
        organizer: None,
        name: "Bea".to_owned(),
        letter: Some(letter),
        role: Role::Editor.as_str().to_owned(),
        expires_at: house.server.app.clock.now() + 3600,
    };
    let id = row.id;
    crew::write(house, move |tx| {
        Box::pin(async move { invitations::insert(tx, &row).await })
    });
    id
}
