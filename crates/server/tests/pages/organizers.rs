//! Organizers' pages, made of sample data.

#[path = "writers.rs"]
mod writers;

use std::collections::BTreeMap;

use undersigned::l10n::Lang;
use undersigned::model::Role;
use undersigned::render::organize::*;
use undersigned::render::{Day, Figures, Frame, Growth, Kind, Level, Moment, Site, World};

use super::{NOW, TOKEN, html};

#[path = "moderation.rs"]
mod moderation;

/// What every sample shares.
pub(super) struct Sample {
    pub(super) site: Site,
    pub(super) lang: Lang,
    pub(super) title: String,
    pub(super) figures: Figures,
}

impl Sample {
    fn frame(&self, path: &str) -> Frame {
        Frame::organizing(self.site.clone(), self.lang, path)
    }

    fn visit() -> Option<Visit> {
        Some(Visit {
            name: "Ada <b>no</b> Quill".to_owned(),
            form_token: TOKEN.to_owned(),
        })
    }

    fn letter(&self, stage: Stage, role: Role) -> OwnLetter {
        OwnLetter {
            slug: "security-for-all".to_owned(),
            title: self.title.clone(),
            title_lang: self.lang.tag().to_owned(),
            stage,
            role,
            figures: (stage != Stage::Draft).then(|| self.figures.clone()),
        }
    }

    /// Every page.
    pub(super) fn pages(&self) -> Vec<(String, String)> {
        let mut pages = self.ways_in();
        pages.extend(self.letters());
        pages.extend(self.account());
        pages.extend(moderation::pages(self));
        pages.extend(self.keys());
        pages.extend(self.writing());
        let named = |(name, page): (&str, String)| (format!("organize-{name}"), page);
        pages.into_iter().map(named).collect()
    }

    fn ways_in(&self) -> Vec<(&'static str, String)> {
        let sign_in = |place| SignInPage {
            frame: self.frame("/organize/sign-in"),
            visit: None,
            place,
            next: "/organize".to_owned(),
        };
        let elsewhere = Place::Elsewhere("http://localhost:8080/organize/sign-in".to_owned());
        let invitation = |visit, recovers, letter: Option<&String>| InvitationPage {
            frame: self.frame(&format!("/organize/invitations/{TOKEN}")),
            visit,
            place: Place::Here,
            name: "Ada <b>no</b> Quill".to_owned(),
            recovers,
            letter: letter.cloned(),
            role: Role::Editor.to_string(),
            path: format!("/organize/invitations/{TOKEN}"),
        };
        let recovery = |wrong| RecoveryPage {
            frame: self.frame("/organize/recovery"),
            visit: None,
            wrong,
        };
        let fresh = FreshPage {
            frame: self.frame("/organize/account/recovery-code"),
            visit: Self::visit(),
            action: "/organize/account/recovery-code".to_owned(),
            fields: vec![("name".to_owned(), "a\"<b>".to_owned())],
        };
        let title = Some(&self.title);
        vec![
            ("sign-in", html(&sign_in(Place::Here))),
            ("sign-in-elsewhere", html(&sign_in(elsewhere))),
            ("sign-in-nowhere", html(&sign_in(Place::Nowhere))),
            ("fresh", html(&fresh)),
            ("recovery", html(&recovery(false))),
            ("recovery-wrong", html(&recovery(true))),
            ("invitation", html(&invitation(None, false, title))),
            (
                "invitation-known",
                html(&invitation(Self::visit(), false, title)),
            ),
            ("invitation-server", html(&invitation(None, false, None))),
            ("invitation-recovers", html(&invitation(None, true, None))),
        ]
    }

    fn letters(&self) -> Vec<(&'static str, String)> {
        let list = |letters| LettersPage {
            frame: self.frame("/organize"),
            visit: Self::visit(),
            makes_letters: true,
            letters,
        };
        let people = Role::ALL.into_iter().zip(1..).map(|(role, id)| PersonLine {
            id,
            name: format!("Person {id} <b>no</b>"),
            role,
        });
        let people: Vec<PersonLine> = people.collect();
        let one = |stage, role| OwnLetterPage {
            frame: self.frame("/organize/letters/security-for-all"),
            visit: Self::visit(),
            letter: self.letter(stage, role),
            people: people.clone(),
            waiting: (role == Role::Owner).then_some(Waiting {
                held: 3,
                statements: 1,
            }),
            invited: vec![Invited {
                name: "Bea Late".to_owned(),
                role: Role::Press,
                until: NOW,
            }],
        };
        let link = LinkPage {
            frame: self.frame("/organize/letters/security-for-all/people"),
            visit: Self::visit(),
            name: "Bea Late".to_owned(),
            link: format!("{}/organize/invitations/{TOKEN}", self.site.base_url),
            back: "/organize/letters/security-for-all".to_owned(),
        };
        let all = Stage::ALL.map(|stage| self.letter(stage, Role::Owner));
        vec![
            ("letters", html(&list(all.to_vec()))),
            ("letters-none", html(&list(Vec::new()))),
            ("letter-owner", html(&one(Stage::Open, Role::Owner))),
            ("letter-press", html(&one(Stage::Draft, Role::Press))),
            ("link", html(&link)),
            ("trail", html(&self.trail())),
            ("figures", html(&self.figures_page())),
        ]
    }

    fn figures_page(&self) -> FiguresPage {
        let frame = self.frame("/organize/letters/security-for-all/figures");
        let today = NOW.0.unix_timestamp().div_euclid(86_400);
        let day = |back: i64| Day {
            number: today - back,
            signed: 400 / (1 + back.unsigned_abs() % 9),
            left: back.unsigned_abs() % 2,
        };
        let days: Vec<_> = (0..90).rev().map(day).collect();
        let names = [
            "DE", "FR", "IN", "BR", "ZZ", "KE", "JP", "MX", "TV", "EG", "US", "NZ", "CL",
        ];
        let counts = names
            .map(str::to_owned)
            .into_iter()
            .zip((1..).map(|n: u64| 4000 / (n * n * n)));
        let counts: BTreeMap<String, u64> = counts.collect();
        let last = |back: i64| LastDay {
            day: Moment::of((today - back) * 86_400),
            sent: 900,
            confirmed: 700,
            mailed: 890,
            refused: 10,
            returned: 3,
        };
        FiguresPage {
            visit: Self::visit(),
            letter: self.title.clone(),
            path: "/organize/letters/security-for-all".to_owned(),
            figures: Some(self.figures.clone()),
            growth: Growth::of(&days, today),
            kinds: frame.bars_of_kinds(&Kind::ALL.map(|kind| (kind, 1200))),
            levels: frame.bars_of_levels(&Level::ALL.map(|level| (level, 350))),
            countries: frame.bars_of_countries(&counts.iter().collect::<Vec<_>>()),
            first_countries: frame.bars_of_countries(&counts.iter().take(12).collect::<Vec<_>>()),
            world: World::of(&counts),
            answered: (12_600, 9800),
            last: (0..14).map(last).collect(),
            lost: vec![(550, 12), (552, 3)],
            frame,
        }
    }

    fn trail(&self) -> TrailPage {
        let acts = undersigned::acts::access::Act::ALL;
        let lines = acts.iter().map(|act| TrailLine {
            at: NOW,
            who: "Ada <b>no</b> Quill".to_owned(),
            act: act.as_str().to_owned(),
            what: "Bea (press → editor)".to_owned(),
        });
        let mut lines: Vec<_> = lines.collect();
        lines[0].who.clear();
        TrailPage {
            frame: self.frame("/organize/letters/security-for-all/trail"),
            visit: Self::visit(),
            letter: self.title.clone(),
            path: "/organize/letters/security-for-all".to_owned(),
            lines,
            next: Some("/organize/letters/security-for-all/trail?before=7".to_owned()),
        }
    }

    fn keys(&self) -> Vec<(&'static str, String)> {
        let line = |name: &str, tested| RecipientLine {
            name: name.to_owned(),
            recipient: "age1lvyvwawkr0mcnnnncaghunadrqkmuf9e6507x9y920xxpp866cnql7dp2z".to_owned(),
            tested,
            test_contact: "YWdl".to_owned(),
        };
        let keys = |draft, lines, problem| RecipientsPage {
            frame: self.frame("/organize/letters/security-for-all/recipients"),
            visit: Self::visit(),
            letter: self.title.clone(),
            path: "/organize/letters/security-for-all".to_owned(),
            slug: "security-for-all".to_owned(),
            origin: "demo.example/letters/security-for-all".to_owned(),
            draft,
            lines,
            sealed: 12,
            problem,
            typed: ["Ana a\"<b>", "age1", "K7Q2 a\"<b>"].map(str::to_owned),
        };
        let one = || vec![line("Ana <b>no</b>", None)];
        let two = || vec![line("Ana", Some(NOW)), line("", None)];
        let contacts = |draft, fresh| ContactsPage {
            frame: self.frame("/organize/letters/security-for-all/contacts"),
            visit: Self::visit(),
            letter: self.title.clone(),
            path: "/organize/letters/security-for-all".to_owned(),
            draft,
            count: 1234,
            fresh,
            digest: "0".repeat(64),
        };
        let mut pages = vec![
            ("keys-none", html(&keys(true, Vec::new(), None))),
            ("keys-one", html(&keys(true, one(), None))),
            ("keys-launched", html(&keys(false, two(), None))),
            ("contacts-draft", html(&contacts(true, true))),
            ("contacts-stale", html(&contacts(false, false))),
            ("contacts", html(&contacts(false, true))),
        ];
        let names = [
            "keys-wrong-name",
            "keys-wrong-secret",
            "keys-wrong-recipient",
            "keys-wrong-known",
            "keys-wrong-many",
            "keys-wrong-launched",
            "keys-wrong-code",
        ];
        for (name, problem) in names.into_iter().zip(KeyProblem::ALL) {
            pages.push((name, html(&keys(true, two(), Some(problem)))));
        }
        pages
    }

    fn account(&self) -> Vec<(&'static str, String)> {
        let passkeys = [1, 2].map(|id| PasskeyLine {
            id,
            name: format!("Key {id} a\"<b>"),
            used: NOW,
        });
        let sessions = [1, 2].map(|id| OpenSession {
            id,
            browser: "Firefox".to_owned(),
            begun: NOW,
            seen: NOW,
            own: id == 1,
        });
        let account = |has_code| AccountPage {
            frame: self.frame("/organize/account"),
            visit: Self::visit(),
            passkeys: passkeys.to_vec(),
            sessions: sessions.to_vec(),
            has_code,
        };
        let new = NewPasskeyPage {
            frame: self.frame("/organize/account/passkeys/new"),
            visit: Self::visit(),
        };
        let code = RecoveryCodePage {
            frame: self.frame("/organize/account/recovery-code"),
            visit: Self::visit(),
            code: "1ABCD-EFGHJ-KMNPQ-RSTVW-XYZ01-2".to_owned(),
            at: format!("{}/organize/recovery", self.site.base_url),
        };
        vec![
            ("account", html(&account(true))),
            ("account-no-code", html(&account(false))),
            ("new-passkey", html(&new)),
            ("recovery-code", html(&code)),
        ]
    }
}
