//! Organizers' pages, made of sample data.

#[path = "writers.rs"]
mod writers;

use std::collections::BTreeMap;

use undersigned::l10n::Lang;
use undersigned::model::Role;
use undersigned::model::checkup;
use undersigned::model::spreadsheet::{Column, Columns};
use undersigned::model::trail::{Act, Part, What};
use undersigned::render::organize::*;
use undersigned::render::{
    Day, Field, FieldError, Figures, Frame, Growth, Kind, Level, LogoRef, Moment, Problem, Site,
    Values, World,
};

use super::{NOW, RETENTION, TOKEN, html};

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
        pages.extend(self.founders());
        pages.extend(self.spreadsheets());
        pages.extend(self.launch());
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
        let unsent = |visit| UnsentPage {
            frame: self.frame("/organize/letters/security-for-all/texts/en"),
            visit,
            action: "/organize/letters/security-for-all/texts/en".to_owned(),
            fields: vec![
                ("markdown".to_owned(), "two\n</textarea>lines".to_owned()),
                ("title".to_owned(), "a\"<b>".to_owned()),
            ],
        };
        let title = Some(&self.title);
        vec![
            ("unsent", html(&unsent(None))),
            ("unsent-anew", html(&unsent(Self::visit()))),
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
            is_reader: id == 1,
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
                of_founders: 2,
            }),
            invited: [Some(Role::Press), None]
                .into_iter()
                .zip(1..)
                .map(|(role, id)| Invited {
                    id,
                    name: "Bea Late".to_owned(),
                    role,
                    until: NOW,
                })
                .collect(),
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
            ("deletion", html(&self.deletion(false))),
            ("deletion-wrong", html(&self.deletion(true))),
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
            founding: frame.bars_of_founding(&Founding {
                listed: 240,
                invited: 220,
                visited: 180,
                accepted: 150,
                declined: 12,
                bounced: 3,
            }),
            waiting: frame.bars_of_waiting(17, 4),
            forms: frame.bars_of_forms(&[last(0), last(1)]),
            mails: frame.bars_of_mails(&[last(0), last(1)]),
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

    fn deletion(&self, wrong: bool) -> DeletionPage {
        DeletionPage {
            frame: self.frame("/organize/letters/security-for-all/deletion"),
            visit: Self::visit(),
            letter: self.head(),
            slug: "security-for-all".to_owned(),
            lost: Lost::ALL.into_iter().zip(1..).collect(),
            typed: if wrong { "a\"<b>" } else { "" }.to_owned(),
            wrong,
        }
    }

    fn trail(&self) -> TrailPage {
        let acts = Act::ALL;
        let parts = Part::ALL.iter().map(|part| match part {
            Part::Role | Part::From | Part::To => What::of(*part, "press"),
            Part::Reason => What::of(*part, "forged"),
            Part::Language => What::of(*part, "ar"),
            Part::Setting => What::of(*part, "watched"),
            Part::How => What::of(*part, "vouched"),
            Part::Name => What::of(*part, "Bea <b>no</b> Late"),
            part => What::of(*part, "12"),
        });
        let line = |(act, what): (&Act, What)| TrailLine {
            at: NOW,
            who: "Ada <b>no</b> Quill".to_owned(),
            letter: "security-for-all".to_owned(),
            act: act.as_str().to_owned(),
            what,
        };
        let mut lines: Vec<_> = acts.iter().zip(parts.cycle()).map(line).collect();
        lines[0].who.clear();
        "translator of ar".clone_into(&mut lines[1].who);
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
            sealed_elsewhere: u64::from(draft) * 3,
            problem,
            typed: ["Ana a\"<b>", "age1", "K7Q2 a\"<b>"].map(str::to_owned),
        };
        let one = || vec![line("Ana <b>no</b>", None)];
        let two = || vec![line("Ana", Some(NOW)), line("", None)];
        let contacts = |draft, over, fresh| ContactsPage {
            kept_until: RETENTION,
            over,
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
            ("contacts-draft", html(&contacts(true, false, true))),
            ("contacts-stale", html(&contacts(false, false, false))),
            ("contacts-over", html(&contacts(false, true, true))),
            ("contacts", html(&contacts(false, false, true))),
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

    fn founder(id: i64, state: FounderState, said: Option<SaidState>) -> FounderLine {
        FounderLine {
            id,
            name: Some(format!("Founder {id} <b>no</b>")),
            role: Some("Poet, a\"<b>".to_owned()),
            contact: Some("Ana <b>no</b>, ana@a.example".to_owned()),
            kind: Kind::ALL[(id % 3).unsigned_abs() as usize],
            country: if id == 1 { "ZZ" } else { "DE" }.to_owned(),
            state,
            mailed: (state != FounderState::Listed).then_some(NOW),
            mails: 2,
            bounced: (id == 3).then_some(NOW),
            visits: vec![NOW, NOW],
            answered: (id > 3).then_some(NOW),
            is_featured: id == 7,
            waits_unread: false,
            logo: said.map(|state| FounderLogo {
                id: 70 + id,
                picture: LogoRef::at(
                    format!("/organize/letters/x/founders/{id}/logo"),
                    (640, 160),
                ),
                state,
            }),
            said: said.map(|state| Said {
                words: "Mine. <b>no</b>".to_owned(),
                mark: "mark".to_owned(),
                state,
            }),
            held: (state == FounderState::Held).then(|| HeldName {
                listed: "Ana <b>no</b>".to_owned(),
                role: Some("Poet".to_owned()),
                watched: Some("King | \"the <b>no</b>\"".to_owned()),
                mark: "mark".to_owned(),
            }),
            handed: (id == 3).then_some(NOW),
            is_unaddressed: id == 1,
            is_sealed_elsewhere: id == 4,
            stands_under_earlier: id == 4,
            may_mail: id < 3,
            may_be_handed: id < 3,
        }
    }

    fn founders(&self) -> Vec<(&'static str, String)> {
        let row = |of: &str| BoardRow {
            of: of.to_owned(),
            listed: 1,
            invited: 195,
            handed: 2,
            visited: 60,
            held: 2,
            accepted: 42,
            declined: 3,
            bounced: 1,
        };
        let founders: Vec<FounderLine> = (1..)
            .zip(FounderState::ALL)
            .map(|(id, state)| Self::founder(id, state, None))
            .chain(
                (7..)
                    .zip(SaidState::ALL)
                    .map(|(id, said)| Self::founder(id, FounderState::Accepted, Some(said))),
            )
            .collect();
        let sheets = (1..).zip(SheetState::ALL).map(|(id, state)| SheetLine {
            id,
            state,
            made: NOW,
        });
        let page = |is_draft, missing| FoundersPage {
            frame: self.frame("/organize/letters/security-for-all/founders"),
            visit: Self::visit(),
            letter: self.title.clone(),
            path: "/organize/letters/security-for-all".to_owned(),
            is_draft,
            missing,
            key_lost: false,
            chosen: (7..9)
                .map(|id| Chosen {
                    id,
                    name: Some("Ana <b>no</b>".to_owned()),
                    words: Some("Clean <b>no</b>".to_owned()),
                })
                .collect(),
            board: Board {
                total: row(""),
                kinds: ["company", "organization", "individual"].map(row).to_vec(),
                countries: ["DE", "ES", "ZZ"].map(row).to_vec(),
                world: World::of(&BTreeMap::from([("DE".to_owned(), 42)])),
                reach: Reach {
                    listed: 1,
                    silent: 150,
                    unaddressed: 2,
                },
                earlier: 2,
            },
            sealed_elsewhere: 3,
            sought: Sought::everybody(),
            founders: founders.clone(),
            next: Some("/organize/letters/security-for-all/founders?before=7".to_owned()),
            sheets: sheets.clone().collect(),
            kind: Some(Kind::Company),
            values: Values::default(),
            lang: "en".to_owned(),
            errors: Vec::new(),
            known: false,
            namesake: false,
            made: None,
            unfit: None,
            pasted: String::new(),
            mails: None,
            undecided: None,
        };
        let mut handed = page(true, None);
        handed.sought = Sought {
            filter: FounderFilter::Unaddressed,
            kind: Some(Kind::Company),
            country: "FR".to_owned(),
            name: "a\"<b>".to_owned(),
        };
        let link = format!("{}/invited/{TOKEN}", self.site.base_url);
        handed.made = Some(("Ana <b>no</b>".to_owned(), link));
        let undecided = |why| {
            let mut undecided = page(true, None);
            undecided.undecided = Some((4, why));
            html(&undecided)
        };
        let mut mistaken = page(true, None);
        mistaken.values.name = "Kept <b>no</b>".to_owned();
        mistaken.values.email = "ana@".to_owned();
        mistaken.known = true;
        mistaken.namesake = true;
        mistaken.unfit = Some("workbook");
        let fields = [Field::Kind, Field::Name, Field::Email, Field::Country];
        mistaken.errors = fields
            .map(|field| FieldError {
                field,
                problem: Problem::Missing,
            })
            .to_vec();
        let mut pages = vec![
            ("founders", html(&page(true, None))),
            ("founders-launched", html(&page(false, None))),
            ("founders-mistaken", html(&mistaken)),
            ("founders-handed", html(&handed)),
        ];
        let lacking = [
            "founders-no-text",
            "founders-no-recipients",
            "founders-no-tests",
        ];
        for (name, missing) in lacking.into_iter().zip(MISSING) {
            pages.push((name, html(&page(true, Some(missing)))));
        }
        let names = ["founders-changed", "founders-taken", "founders-too-many"];
        pages.extend(names.into_iter().zip(UNDECIDED.map(undecided)));
        pages
    }

    fn spreadsheets(&self) -> Vec<(&'static str, String)> {
        let path = "/organize/letters/security-for-all/founders/spreadsheets/7";
        let lines = ["Name", "Land <b>no</b>", ""].map(|name| ColumnLine {
            name: name.to_owned(),
            samples: vec!["Críptica".to_owned(), "a\"<b>".to_owned()],
        });
        let fault = |line, field: &str, problem: &str| FaultLine {
            line,
            field: field.to_owned(),
            problem: problem.to_owned(),
            figure: 2,
            another: line == 7,
        };
        let page = |state, tried| SpreadsheetPage {
            frame: self.frame(path),
            visit: Self::visit(),
            letter: self.title.clone(),
            founders: "/organize/letters/security-for-all/founders".to_owned(),
            path: path.to_owned(),
            state,
            encoding: "Windows-1252",
            separator: ';',
            lines: match state {
                SheetState::Mapping | SheetState::Checked => lines.to_vec(),
                _ => Vec::new(),
            },
            columns: Columns {
                holds: vec![Some(Column::Name), Some(Column::Country), None],
                kind: "company".to_owned(),
            },
            missing: if tried {
                vec![Column::Email]
            } else {
                Vec::new()
            },
            twice: tried.then_some(Column::Name),
            counted: Counted {
                done: 1_000,
                good: 990,
                known: 1,
                namesakes: 2,
                others: 1,
                unaddressed: 7,
                bad: 10,
                added: 989,
            },
            faults: match state {
                SheetState::Checked => vec![
                    fault(3, "email", "not-an-email"),
                    fault(5, "name", "repeated"),
                    fault(6, "name", "namesake"),
                    fault(7, "name", "namesake"),
                ],
                _ => Vec::new(),
            },
            after: 0,
            next: Some(format!("{path}?after=7")),
            revision: 3,
            stale: tried,
            key_lost: false,
        };
        vec![
            ("sheet-mapping", html(&page(SheetState::Mapping, false))),
            (
                "sheet-mapping-tried",
                html(&page(SheetState::Mapping, true)),
            ),
            ("sheet-checking", html(&page(SheetState::Checking, false))),
            ("sheet-checked", html(&page(SheetState::Checked, false))),
            ("sheet-importing", html(&page(SheetState::Importing, false))),
            ("sheet-done", html(&page(SheetState::Done, false))),
        ]
    }

    fn launch(&self) -> Vec<(&'static str, String)> {
        let checks = |holds: bool| {
            Check::ALL.map(|what| Check {
                what,
                holds,
                needed: !["mail", "doctor"].contains(&what),
                langs: vec!["en".to_owned(), "de".to_owned()],
                figures: (1, 2),
                at: Some(NOW),
                path: Some("/organize/letters/security-for-all/founders".to_owned()),
                lack: Check::lacks(what)[0],
                parts: Vec::new(),
            })
        };
        let of_doctor = |lack| Check {
            lack,
            parts: vec![checkup::Part::Spf, checkup::Part::ReverseDns],
            ..checks(false)[Check::ALL.len() - 1].clone()
        };
        let scheduled = |missing: &[&str]| Scheduled {
            date: "2027-03-28".to_owned(),
            time: "09:00".to_owned(),
            zone: "Europe/Berlin".to_owned(),
            offset: "UTC+02:00".to_owned(),
            at: NOW,
            who: "Ada <b>no</b> Quill".to_owned(),
            missing: missing.iter().map(|word| (*word).to_owned()).collect(),
        };
        let page = |holds, scheduled, problem| LaunchPage {
            frame: self.frame("/organize/letters/security-for-all/launch"),
            visit: Self::visit(),
            letter: self.title.clone(),
            path: "/organize/letters/security-for-all".to_owned(),
            public: None,
            is_owned: true,
            checks: checks(holds).to_vec(),
            scheduled,
            typed: ["2027-03-28", "02:30", "Europe/Berlin"]
                .map(str::to_owned)
                .into(),
            problem,
            unsure: false,
            zones: vec!["Europe/Berlin".to_owned(), "UTC".to_owned()],
        };
        let (a, b) = ("2027-03-28".to_owned(), "03:00".to_owned());
        let mut examined = page(true, None, None);
        examined
            .checks
            .extend(Check::lacks("doctor").iter().map(|lack| of_doctor(lack)));
        let mut unsure = page(true, None, None);
        unsure.unsure = true;
        let mut done = page(true, None, None);
        done.public = Some("/letters/security-for-all".to_owned());
        let previews = |made| PreviewsPage {
            frame: self.frame("/organize/letters/security-for-all/previews"),
            visit: Self::visit(),
            letter: self.title.clone(),
            path: "/organize/letters/security-for-all".to_owned(),
            is_draft: true,
            previews: [None, Some(NOW)]
                .map(|used| PreviewLine {
                    id: 1,
                    name: "Paper <b>no</b>".to_owned(),
                    made: NOW,
                    used,
                })
                .to_vec(),
            made,
        };
        let link = format!("{}/preview/{TOKEN}", self.site.base_url);
        let skipped = TimeProblem::Skipped(a.clone(), b.clone());
        let lacking = TimeProblem::Lacks(vec!["tests".to_owned()]);
        let failed = scheduled(&["tests", "closing"]);
        vec![
            ("launch", html(&page(true, Some(scheduled(&[])), None))),
            ("launch-lacking", html(&page(false, Some(failed), None))),
            ("launch-skipped", html(&page(true, None, Some(skipped)))),
            (
                "launch-twice",
                html(&page(true, None, Some(TimeProblem::Twice(a, b)))),
            ),
            ("launch-lacks", html(&page(true, None, Some(lacking)))),
            (
                "launch-stale",
                html(&page(true, None, Some(TimeProblem::Stale))),
            ),
            ("launch-unsure", html(&unsure)),
            ("launch-examined", html(&examined)),
            ("launch-done", html(&done)),
            ("previews", html(&previews(None))),
            (
                "previews-made",
                html(&previews(Some(("Paper".to_owned(), link)))),
            ),
        ]
    }
}
