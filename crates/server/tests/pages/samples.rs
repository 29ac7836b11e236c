//! Every page and every mail, made of sample data.

#[path = "embargo.rs"]
mod embargo;
#[path = "organizers.rs"]
mod organizers;

use askama::Template;
use time::macros::datetime;
use undersigned::l10n::Lang;
use undersigned::model::Question;
use undersigned::model::question::Ready;
use undersigned::render::mail::{ConfirmMail, Cover, FreshLinkMail, Mail, QuestionMail};
use undersigned::render::*;

use super::letter::{self, Text};
use embargo::own_logo;

/// The token of every sample link.
const TOKEN: &str = "q1Zx0kUe7mJ5b2n8w4r6t9y3a1s5d7f0g2h4j6k8l0";
const VKEY: &str =
    "demo.example/letters/security-for-all+3f9a1c2e+AdW8bq0y1Q3nJ5s7v9x2z4B6D8F0H2K4M6P8R0T2V4X6";
const RETENTION: Moment = Moment(datetime!(2028-12-31 0:00 UTC));
const NOW: Moment = Moment(datetime!(2026-11-22 21:00 UTC));

/// Every field that can be wrong, in the order of the form.
const FIELDS: [Field; 14] = [
    Field::Kind,
    Field::Name,
    Field::Website,
    Field::ContactName,
    Field::ContactRole,
    Field::Email,
    Field::Country,
    Field::Title,
    Field::Affiliation,
    Field::ShowMailbox,
    Field::Display,
    Field::Statement,
    Field::Note,
    Field::Authority,
];

/// What is wrong with a field of the mistaken form.
fn mistake(field: Field) -> Problem {
    match field {
        Field::Name | Field::ContactName => Problem::HasAddress,
        Field::Email => Problem::NotAnEmail,
        Field::Country => Problem::UnknownCountry,
        Field::Website => Problem::NotAWebsite,
        Field::Statement | Field::Note => Problem::TooLong { most: 600 },
        Field::Title => Problem::Unprintable,
        Field::Affiliation => Problem::NotAName,
        Field::Kind | Field::Display => Problem::UnknownChoice,
        Field::ContactRole | Field::Authority | Field::ShowMailbox => Problem::Missing,
    }
}

/// Makes samples in one language.
pub(crate) struct Samples {
    lang: Lang,
    text: Text,
}

impl Samples {
    pub(crate) fn new(lang: Lang) -> Self {
        Self {
            lang,
            text: letter::text(lang),
        }
    }

    fn site() -> Site {
        Site {
            base_url: "http://127.0.0.1:8080".to_owned(),
            name: "letters.example".to_owned(),
            source_url: "https://source.example/undersigned".to_owned(),
            demo: true,
            lists_letters: true,
            own_url: None,
        }
    }

    fn frame(&self, path: &str) -> Frame {
        Frame::new(Self::site(), self.lang, path)
    }

    fn private(&self) -> Frame {
        Frame::private(
            Self::site(),
            self.lang,
            paths::confirmation("security-for-all", TOKEN),
        )
    }

    fn letter(&self) -> LetterRef {
        LetterRef {
            slug: "security-for-all".to_owned(),
            home: paths::letter("security-for-all"),
            title: self.text.front.title.clone(),
            title_lang: self.lang.tag().to_owned(),
            lang: self.lang,
            keeps_text: false,
        }
    }

    fn figures() -> Figures {
        Figures {
            total: 195,
            individuals: 45,
            organizations: 104,
            companies: 46,
            support: 0,
            countries: 42,
            as_of: NOW,
            current: true,
            size: 199,
        }
    }

    fn person(&self, index: u64, shown: Shown, level: Level) -> Signatory {
        Signatory {
            index,
            kind: Kind::Individual,
            shown,
            title: None,
            affiliation: None,
            website: None,
            mailbox: None,
            country: Some("AR".to_owned()),
            level,
            founding: false,
            at: NOW,
            statement: None,
        }
    }

    fn recent(&self) -> Vec<Signatory> {
        let name = |text: &str, lang: &str| Shown::Name {
            text: text.to_owned(),
            lang: Some(lang.to_owned()),
        };
        let from = |country: &str| Some(country.to_owned());
        vec![
            Signatory {
                title: Some("Ingeniera".to_owned()),
                mailbox: Some("xn--ro-seco-7ya.example".to_owned()),
                ..self.person(203, name("Ana Belén Ríos", "es"), Level::Mailbox)
            },
            Signatory {
                country: from("EG"),
                ..self.person(202, name("هالة منصور", "ar"), Level::Mailbox)
            },
            Signatory {
                country: from("NZ"),
                ..self.person(201, Shown::Initials("J. W.".to_owned()), Level::Mailbox)
            },
            Signatory {
                country: None,
                ..self.person(200, Shown::Count, Level::Mailbox)
            },
            Signatory {
                kind: Kind::Organization,
                website: Some("https://www.breakwater-archive.example/about".to_owned()),
                country: from("ZA"),
                ..self.person(
                    199,
                    name("Breakwater Archive Trust", "en"),
                    Level::WellKnown,
                )
            },
        ]
    }

    pub(crate) fn letter_page(&self) -> LetterPage {
        let founders = letter::founders(self.lang);
        let of = |kind| {
            let all = founders.iter().map(|f| &f.signatory);
            all.filter(|s| s.kind == kind).cloned().collect::<Vec<_>>()
        };
        let statements = founders.iter().filter(|f| f.featured).filter_map(|f| {
            let by = f.signatory.clone();
            Some(FeaturedStatement {
                text: by.statement.clone()?,
                lang: f.statement_lang.clone(),
                by,
            })
        });
        LetterPage {
            frame: self.frame("/letters/security-for-all"),
            letter: self.letter(),
            state: LetterState::Open,
            untranslated: None,
            more_texts: ["fa", "pt-BR"].map(TextName::of).to_vec(),
            to: self.text.front.to.clone(),
            from: self.text.front.from.clone(),
            published: NOW,
            version: 1,
            text_digest: self.text.digest.clone(),
            text_html: self.text.html.clone(),
            figures: Self::figures(),
            demands: self.text.demands(),
            statements: statements.take(4).collect(),
            logos: Self::logos(),
            founding_organizations: of(Kind::Organization),
            founding_companies: of(Kind::Company),
            founding_individuals: of(Kind::Individual),
            founding_total: 195,
            recent: self.recent(),
            form: SignForm::empty(Kind::Individual, RETENTION).of_version(2),
            logo: Some(LogoRef::of(
                "/letters/security-for-all/logo/",
                "0123456789abcdef",
                (640, 160),
            )),
            preview: false,
        }
    }

    /// Logos of every shape.
    fn logos() -> Vec<SignatoryLogo> {
        let sizes = [(640, 60), (640, 192), (192, 192), (40, 190), (20, 10)];
        let logo = |(index, size): (u64, (i64, i64))| SignatoryLogo {
            index,
            by: Shown::Name {
                text: format!("Body {index} a\"<b>"),
                lang: Some("es".to_owned()),
            },
            picture: LogoRef::among_others("/letters/security-for-all/logos/", "0123", size),
        };
        (2..).zip(sizes).map(logo).collect()
    }

    fn sign_page(&self, kind: Kind, values: Values, errors: Vec<FieldError>) -> SignPage {
        SignPage {
            frame: self.frame(&format!(
                "/letters/security-for-all/sign?kind={}",
                kind.as_str()
            )),
            letter: self.letter(),
            form: SignForm {
                values,
                errors,
                ..SignForm::empty(kind, RETENTION)
            },
        }
    }

    /// A form in which every field is wrong in some way.
    fn mistaken(&self, kind: Kind) -> SignPage {
        let values = Values {
            name: "=HYPERLINK(\"https://evil.example\")".to_owned(),
            email: "ana@".to_owned(),
            country: "AR".to_owned(),
            statement: "Mis llaves son mías. & <b>no</b>".to_owned(),
            display: Display::Initials,
            updates: true,
            via: "partner-7".to_owned(),
            ..Values::default()
        };
        let body = [
            Field::Website,
            Field::ContactName,
            Field::ContactRole,
            Field::Authority,
        ];
        let person = [
            Field::Title,
            Field::Affiliation,
            Field::ShowMailbox,
            Field::Display,
        ];
        let foreign = if kind.is_individual() {
            &body[..]
        } else {
            &person[..]
        };
        let errors = FIELDS
            .into_iter()
            .filter(|field| !foreign.contains(field))
            .map(|field| FieldError {
                field,
                problem: mistake(field),
            })
            .collect();
        self.sign_page(kind, values, errors)
    }

    fn face(&self) -> PublicFace {
        PublicFace {
            kind: Kind::Individual,
            display: Display::Name,
            shown: Shown::Name {
                text: "Ana Belén Ríos".to_owned(),
                lang: Some("es".to_owned()),
            },
            title: Some("Ingeniera".to_owned()),
            affiliation: Some("Universidad del Río Seco".to_owned()),
            website: None,
            mailbox: Some("xn--ro-seco-7ya.example".to_owned()),
            country: Some("AR".to_owned()),
            statement: Some("Mis llaves son mías.".to_owned()),
            level: Level::Mailbox,
        }
    }

    fn organization(&self) -> PublicFace {
        PublicFace {
            kind: Kind::Organization,
            shown: Shown::Name {
                text: "جمعية مفتاح البيت".to_owned(),
                lang: Some("ar".to_owned()),
            },
            title: None,
            affiliation: None,
            website: Some("https://miftah-albayt.example".to_owned()),
            mailbox: None,
            country: None,
            statement: None,
            level: Level::Domain,
            ..self.face()
        }
    }

    fn confirm_page(&self, face: PublicFace, updates: bool) -> ConfirmPage {
        ConfirmPage {
            frame: self.private(),
            letter: self.letter(),
            token: TOKEN.to_owned(),
            face,
            kept_back: updates,
            updates,
            retention: RETENTION,
            expires: Moment(datetime!(2026-11-24 21:00 UTC)),
        }
    }

    fn confirmed_page(&self, standing: Standing) -> ConfirmedPage {
        ConfirmedPage {
            frame: self.private(),
            letter: self.letter(),
            token: TOKEN.to_owned(),
            standing,
            provable: (standing == Standing::Held).then(|| provable(None, None)),
            questions: match standing {
                Standing::Held => questions(),
                _ => Questions::default(),
            },
        }
    }

    fn manage_page(
        &self,
        face: PublicFace,
        change: Option<Change>,
        errors: Vec<FieldError>,
    ) -> ManagePage {
        ManagePage {
            frame: self.private(),
            letter: self.letter(),
            token: TOKEN.to_owned(),
            values: Values {
                name: "Ana Belén Ríos".to_owned(),
                country: "AR".to_owned(),
                ..Values::default()
            },
            face,
            standing: Standing::Recorded { index: 203 },
            change,
            correction_held: change.is_none(),
            questions: Questions {
                kept: true,
                refused: None,
                ..questions()
            },
            provable: None,
            logo: None,
            errors,
            retention: RETENTION,
        }
    }

    fn roll_page(&self, filter: Filter, full: bool) -> RollPage {
        let founders = letter::founders(self.lang).into_iter().map(|f| f.signatory);
        let people = self.recent().into_iter().chain(founders);
        RollPage {
            frame: self.frame("/letters/security-for-all/signatures?after=120"),
            letter: self.letter(),
            filter,
            countries: ["US", "AR", "EG", "DE", "ÅX", "ES"]
                .map(String::from)
                .to_vec(),
            figures: Self::figures(),
            signatories: people.take(if full { 50 } else { 0 }).collect(),
            next: full.then(|| "/letters/security-for-all/signatures?after=70".to_owned()),
            is_cut: true,
            first: Some("/letters/security-for-all/signatures".to_owned()),
            shows_individuals: true,
        }
    }

    fn signature_page(&self, signatory: Signatory) -> SignaturePage {
        SignaturePage {
            frame: self.frame(&format!(
                "/letters/security-for-all/signatures/{}",
                signatory.index
            )),
            letter: self.letter(),
            text: Some(SignedText {
                version: 1,
                tag: "pt-BR".to_owned(),
                digest: self.text.digest.clone(),
            }),
            logo: (signatory.kind == Kind::Organization)
                .then(|| LogoRef::of("/letters/security-for-all/logos/", "0123", (640, 160))),
            checked: (signatory.kind == Kind::Organization).then_some(NOW),
            vouched: None,
            signatory,
        }
    }

    fn vouched_page(&self) -> SignaturePage {
        let mut signatory = self.recent().swap_remove(4);
        signatory.level = Level::Vouched;
        SignaturePage {
            vouched: Some(VouchedFor {
                note: "We met <b>no</b> its board".to_owned(),
                lang: "en".to_owned(),
                at: NOW,
            }),
            ..self.signature_page(signatory)
        }
    }

    fn check_page(&self) -> CheckPage {
        CheckPage {
            frame: self.frame("/letters/security-for-all/check"),
            letter: self.letter(),
            figures: Self::figures(),
            origin: "demo.example/letters/security-for-all".to_owned(),
            vkey: VKEY.to_owned(),
            root: "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=".to_owned(),
            bundle: Some("/letters/security-for-all/bundle.zip".to_owned()),
        }
    }

    fn languages_page(&self) -> LanguagesPage {
        let texts = Lang::ALL.map(|lang| {
            let text = letter::text(lang);
            TextLanguage {
                tag: lang.tag().to_owned(),
                own_name: lang.own_name().to_owned(),
                title: text.front.title,
                digest: text.digest,
            }
        });
        LanguagesPage {
            frame: self.frame("/letters/security-for-all/languages"),
            letter: self.letter(),
            version: 1,
            texts: texts.to_vec(),
        }
    }

    fn front_page(&self) -> FrontPage {
        let card = |state| LetterCard {
            letter: self.letter(),
            to: self.text.front.to.clone(),
            state,
            figures: Self::figures(),
        };
        FrontPage {
            frame: self.frame("/"),
            open: vec![card(LetterState::Open), card(LetterState::ReadOnly)],
            closed: vec![card(LetterState::Closed(NOW))],
        }
    }

    fn catcher_page(&self) -> CatcherPage {
        let mail = self
            .confirm_mail(self.face())
            .render()
            .expect("the mail renders");
        let caught = CaughtMail {
            to: "ana@correo.example".to_owned(),
            subject: mail.subject,
            text: mail.text,
            links: vec![format!(
                "http://127.0.0.1:8080{}",
                paths::confirmation("security-for-all", TOKEN)
            )],
            at: NOW,
        };
        CatcherPage {
            frame: Frame::private(Self::site(), self.lang, "/_demo/mail"),
            mails: vec![caught],
        }
    }

    fn cover(&self) -> Cover {
        Cover {
            site: Self::site(),
            lang: self.lang,
            title: self.text.front.title.clone(),
            from: self.text.front.from.clone(),
            link: format!(
                "http://127.0.0.1:8080{}",
                paths::confirmation("security-for-all", TOKEN)
            ),
            vkey: VKEY.to_owned(),
        }
    }

    fn confirm_mail(&self, face: PublicFace) -> ConfirmMail {
        ConfirmMail {
            cover: self.cover(),
            face,
            hours: 48,
            retention: RETENTION,
        }
    }

    fn question_mail(&self, kind: Kind, ready: Ready) -> QuestionMail {
        QuestionMail {
            cover: self.cover(),
            kind,
            question: Question {
                ready,
                own: (kind == Kind::Individual).then(|| "Which chair? <b>no</b>".to_owned()),
                lang: "en".to_owned(),
            },
            until: RETENTION,
        }
    }

    fn fresh_link_mail(&self, kind: Kind) -> FreshLinkMail {
        FreshLinkMail {
            cover: self.cover(),
            kind,
        }
    }

    /// Every mail, by name.
    pub(crate) fn mails(&self) -> Vec<(&'static str, Mail)> {
        let rendered = |mail: askama::Result<Mail>| mail.expect("the mail renders");
        vec![
            (
                "mail-confirm",
                rendered(self.confirm_mail(self.face()).render()),
            ),
            (
                "mail-confirm-organization",
                rendered(self.confirm_mail(self.organization()).render()),
            ),
            (
                "mail-question",
                rendered(
                    self.question_mail(Kind::Individual, Ready::Namesake)
                        .render(),
                ),
            ),
            (
                "mail-question-organization",
                rendered(
                    self.question_mail(Kind::Organization, Ready::Authority)
                        .render(),
                ),
            ),
            (
                "mail-link",
                rendered(self.fresh_link_mail(Kind::Individual).render()),
            ),
            (
                "mail-link-company",
                rendered(self.fresh_link_mail(Kind::Company).render()),
            ),
        ]
    }

    /// Every page, by name, as HTML.
    pub(crate) fn pages(&self) -> Vec<(String, String)> {
        let mut pages = self.public_pages();
        pages.extend(self.signing_pages());
        pages.extend(self.embargo_pages());
        let organizers = organizers::Sample {
            site: Self::site(),
            lang: self.lang,
            title: self.text.front.title.clone(),
            figures: Self::figures(),
        };
        pages.extend(organizers.pages());
        pages.extend(Refusal::ALL.into_iter().map(|refusal| {
            let letter = (refusal != Refusal::NotFound).then(|| self.letter());
            let abroad = refusal == Refusal::WrongHost;
            let page = RefusalPage {
                frame: match abroad {
                    true => Frame::abroad(Self::site(), self.lang, "/letters/security-for-all"),
                    false => self.private(),
                },
                letter: letter.filter(|_| !abroad),
                refusal,
                organizers: "Ada <Quill> (ada@ngo.example)".to_owned(),
            };
            (format!("refusal-{}", refusal.as_str()), html(&page))
        }));
        pages
    }

    fn public_pages(&self) -> Vec<(String, String)> {
        let founder = self.letter_page().founding_organizations.swap_remove(3);
        let closed = LetterPage {
            state: LetterState::Closed(NOW),
            recent: Vec::new(),
            demands: Vec::new(),
            figures: Figures {
                support: 12,
                total: 1,
                countries: 1,
                ..Self::figures()
            },
            ..self.letter_page()
        };
        let untranslated = LetterPage {
            letter: LetterRef {
                title_lang: "de".to_owned(),
                ..self.letter()
            },
            untranslated: Some(Untranslated {
                shown: TextName::of("de"),
                others: ["fa", "pt-BR"].map(TextName::of).to_vec(),
            }),
            ..self.letter_page()
        };
        let quiet = LetterPage {
            state: LetterState::ReadOnly,
            figures: Self::figures().of_old_copy(),
            ..self.letter_page()
        };
        let narrowed = Filter {
            kind: Some(Kind::Company),
            country: Some("EG".to_owned()),
            search: "a\"<b>".to_owned(),
        };
        let preview = LetterPage {
            preview: true,
            ..self.letter_page()
        };
        let second = LetterPage {
            version: 3,
            ..self.letter_page()
        };
        [
            ("letter-preview", html(&preview)),
            ("letter-third-version", html(&second)),
            ("text-version", html(&self.text_version_page())),
            ("letter", html(&self.letter_page())),
            ("letter-closed", html(&closed)),
            ("letter-read-only", html(&quiet)),
            ("letter-untranslated", html(&untranslated)),
            ("roll", html(&self.roll_page(Filter::default(), true))),
            ("roll-empty", html(&self.roll_page(narrowed, false))),
            ("signature", html(&self.signature_page(founder))),
            (
                "signature-person",
                html(&self.signature_page(self.recent().swap_remove(0))),
            ),
            ("signature-vouched", html(&self.vouched_page())),
            ("check", html(&self.check_page())),
            ("privacy", html(&self.privacy_page())),
            ("languages", html(&self.languages_page())),
            ("front", html(&self.front_page())),
            (
                "front-empty",
                html(&FrontPage {
                    open: Vec::new(),
                    closed: Vec::new(),
                    ..self.front_page()
                }),
            ),
            (
                "front-bare",
                html(&BarePage {
                    frame: self.frame("/"),
                }),
            ),
            ("catcher", html(&self.catcher_page())),
            (
                "catcher-empty",
                html(&CatcherPage {
                    mails: Vec::new(),
                    ..self.catcher_page()
                }),
            ),
        ]
        .map(|(name, page)| (name.to_owned(), page))
        .to_vec()
    }

    fn text_version_page(&self) -> TextVersionPage {
        use undersigned::model::wording::compare;
        TextVersionPage {
            frame: self.frame("/letters/security-for-all/texts/1"),
            letter: self.letter(),
            version: 1,
            since: NOW,
            newest: Some(2),
            tag: self.lang.tag().to_owned(),
            others: vec![("de".to_owned(), "Deutsch".to_owned())],
            heading: self.text.front.title.clone(),
            to: self.text.front.to.clone(),
            from: self.text.front.from.clone(),
            demands: vec!["Stop <b>no</b>.".to_owned()],
            text_html: self.text.html.clone(),
            digest: self.text.digest.clone(),
            changes: vec![("title", compare("One old title", "One <b>no</b> title"))],
        }
    }

    fn privacy_page(&self) -> PrivacyPage {
        PrivacyPage {
            frame: self.frame("/letters/security-for-all/privacy"),
            letter: self.letter(),
            organizers: "The Closed Letter Coalition, hello@closed-letter.example".to_owned(),
            own_words: vec!["We keep as little as we can. <b>no</b>".to_owned()],
            retention: RETENTION,
        }
    }

    fn sent_page(&self, demo: bool) -> SentPage {
        SentPage {
            frame: self.frame("/letters/security-for-all/signatures"),
            letter: self.letter(),
            mail_from: "confirmations@letters.example".to_owned(),
            hours: 48,
            catcher: demo.then(|| "/_demo/mail".to_owned()),
        }
    }

    fn signing_pages(&self) -> Vec<(String, String)> {
        let wrong = vec![FieldError {
            field: Field::Name,
            problem: Problem::Missing,
        }];
        let mut pages: Vec<(String, String)> = Vec::new();
        for kind in Kind::ALL.iter().copied() {
            let blank = self.sign_page(kind, Values::default(), Vec::new());
            pages.push((format!("sign-{}", kind.as_str()), html(&blank)));
            pages.push((
                format!("sign-{}-errors", kind.as_str()),
                html(&self.mistaken(kind)),
            ));
        }
        for change in Change::ALL {
            let page = self.manage_page(self.face(), Some(change), Vec::new());
            pages.push((format!("manage-{change:?}").to_lowercase(), html(&page)));
        }
        for looked in Looked::ALL {
            let known = [Looked::Proven, Looked::Nothing].contains(&looked);
            let found = known.then_some(Level::WellKnown);
            let page = ManagePage {
                provable: Some(provable(found, Some(looked))),
                ..self.manage_page(self.organization(), None, Vec::new())
            };
            pages.push((format!("looked-{looked:?}").to_lowercase(), html(&page)));
        }
        let with_logo = |standings: &[LogoStanding]| ManagePage {
            logo: Some(own_logo(
                &paths::confirmation("security-for-all", TOKEN),
                standings,
            )),
            ..self.manage_page(self.organization(), None, Vec::new())
        };
        let (frame, letter) = (self.private(), self.letter());
        let rest = [
            ("manage-no-logo", html(&with_logo(&[]))),
            (
                "manage-logos",
                html(&with_logo(&[LogoStanding::Shown, LogoStanding::Waiting])),
            ),
            ("sent", html(&self.sent_page(true))),
            ("sent-real", html(&self.sent_page(false))),
            ("confirm", html(&self.confirm_page(self.face(), true))),
            (
                "confirm-organization",
                html(&self.confirm_page(self.organization(), false)),
            ),
            ("confirmed-soon", html(&self.confirmed_page(Standing::Soon))),
            (
                "confirmed",
                html(&self.confirmed_page(Standing::Recorded { index: 203 })),
            ),
            ("confirmed-held", html(&self.confirmed_page(Standing::Held))),
            (
                "manage",
                html(&self.manage_page(self.face(), None, Vec::new())),
            ),
            (
                "manage-errors",
                html(&self.manage_page(self.organization(), None, wrong)),
            ),
            (
                "declined",
                html(&DeclinedPage {
                    frame: frame.clone(),
                    letter: letter.clone(),
                    quiet_days: 30,
                }),
            ),
            ("withdrawn", html(&WithdrawnPage { frame, letter })),
        ];
        pages.extend(rest.map(|(name, page)| (name.to_owned(), page)));
        pages
    }
}

/// One question that was answered, and one whose answer was refused.
fn questions() -> Questions {
    let answered = AskedQuestion {
        number: 1,
        ready: Ready::Person,
        own: Some(("Which chair? <b>no</b>".to_owned(), "en".to_owned())),
        at: NOW,
        mailed: true,
        came_back: false,
        answer: Some(("The one of <b>no</b> locks.".to_owned(), NOW)),
    };
    let open = AskedQuestion {
        number: 2,
        ready: Ready::Own,
        answer: None,
        ..answered.clone()
    };
    Questions {
        asked: vec![answered, open],
        kept: false,
        refused: Some((2, "a\"<b>".to_owned(), Problem::TooLong { most: 1000 })),
    }
}

/// What proves a domain, found or not, and what came of a look.
fn provable(found: Option<Level>, looked: Option<Looked>) -> Provable {
    Provable {
        domain: "quiet-harbour.example".to_owned(),
        record: "_undersigned.quiet-harbour.example".to_owned(),
        file: "https://quiet-harbour.example/.well-known/undersigned.txt".to_owned(),
        line: "undersigned=4f0c1d7a9be2463d8c51e0f7a2b9d364".to_owned(),
        checked: found.map(|_| NOW),
        missing: u64::from(looked == Some(Looked::Nothing)) * 2,
        found,
        looked,
    }
}

fn html(page: &impl Template) -> String {
    page.render().expect("the page renders")
}
