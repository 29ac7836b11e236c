//! The pages of who writes, made of sample data.

use std::collections::BTreeMap;

use undersigned::l10n::known_languages;
use undersigned::model::drift::Drift;
use undersigned::model::letter::Organizer;
use undersigned::model::logo::BadLogo;
use undersigned::model::settings_form::SettingsForm;
use undersigned::model::text::Demand;
use undersigned::model::wording::compare_texts;
use undersigned::model::{Text, Wrong};
use undersigned::render::LogoRef;
use undersigned::render::organize::*;

use super::super::{NOW, TOKEN, html};
use super::Sample;

const PATH: &str = "/organize/letters/security-for-all";

fn text() -> Text {
    let demand = |id: &str| Demand {
        id: id.to_owned(),
        brief: "Leave encryption whole. <b>no</b>".to_owned(),
    };
    Text {
        title: "Security for a\"<b>ll".to_owned(),
        to: "To the leaders of the world".to_owned(),
        from: "The Closed Letter Coalition".to_owned(),
        description: "A letter.".to_owned(),
        demands: vec![demand("whole"), demand("no-back-doors")],
        markdown: "Hello.\n\n### Whole {#whole}\n\n</textarea><b>no</b>".to_owned(),
    }
}

fn mistake(field: &str, wrong: Wrong) -> Mistake {
    (field.to_owned(), wrong).into()
}

impl Sample {
    pub(super) fn writing(&self) -> Vec<(&'static str, String)> {
        let mut pages = vec![
            ("new-letter", html(&self.new_letter(Vec::new()))),
            (
                "new-letter-errors",
                html(&self.new_letter(vec![
                    mistake("title", Wrong::Missing),
                    mistake("lang", Wrong::NoLanguage),
                    mistake("slug", Wrong::Taken),
                ])),
            ),
        ];
        pages.extend(self.logos());
        pages.extend(self.hosts());
        pages.extend(self.settings());
        pages.extend(self.texts());
        pages.extend(self.written());
        pages
    }

    pub(super) fn head(&self) -> LetterHead {
        LetterHead {
            path: PATH.to_owned(),
            title: self.title.clone(),
            title_lang: self.lang.tag().to_owned(),
            is_theirs: true,
        }
    }

    fn new_letter(&self, mistakes: Vec<Mistake>) -> NewLetterPage {
        NewLetterPage {
            frame: self.frame("/organize/letters/new"),
            visit: Self::visit(),
            typed_title: "Clean a\"<b>rivers".to_owned(),
            typed_lang: "en".to_owned(),
            typed_slug: "clean-rivers".to_owned(),
            mistakes,
            origin: "letters.example/letters/clean-rivers".to_owned(),
            known: known_languages(),
        }
    }

    fn logos(&self) -> Vec<(&'static str, String)> {
        let page = |logo, bad| LogoPage {
            frame: self.frame(&format!("{PATH}/logo")),
            visit: Self::visit(),
            letter: self.head(),
            logo,
            bad,
        };
        let logo = LogoRef::of(&format!("{PATH}/logo/"), "0123456789abcdef", (640, 160));
        vec![
            ("logo", html(&page(Some(logo), None))),
            ("logo-svg", html(&page(None, Some(BadLogo::Svg)))),
        ]
    }

    fn hosts(&self) -> Vec<(&'static str, String)> {
        let page = |name: &str, is_public, leads, mistakes| HostPage {
            frame: self.frame(&format!("{PATH}/host")),
            visit: Self::visit(),
            letter: self.head(),
            is_public,
            address: name.contains('.').then(|| format!("https://{name}")),
            name: name.contains('.').then(|| (name.to_owned(), is_public)),
            typed: name.to_owned(),
            early: is_public,
            site: "letters.example.org".to_owned(),
            is_asked: is_public,
            leads,
            mistakes,
        };
        let wrong = vec![mistake("host", Wrong::NoHost)];
        let taken = vec![mistake("host", Wrong::HostTaken)];
        let (new, name) = (String::new(), "cleanrivers.example");
        vec![
            ("host-none", html(&page(&new, false, None, Vec::new()))),
            ("host-wrong", html(&page("a\"<b>", false, None, wrong))),
            ("host-taken", html(&page(name, false, None, taken))),
            (
                "host-here",
                html(&page(name, true, Some(Leads::Here), Vec::new())),
            ),
            (
                "host-nowhere",
                html(&page(name, false, Some(Leads::Nowhere), Vec::new())),
            ),
        ]
    }

    fn settings(&self) -> Vec<(&'static str, String)> {
        let languages: Vec<String> = ["en", "es", "ar"].map(str::to_owned).into();
        let form = SettingsForm {
            languages: languages.clone(),
            default_language: "en".to_owned(),
            closing: "2028-06-30".to_owned(),
            retention_until: "2028-12-31".to_owned(),
            organizers: vec![Organizer {
                name: "The Closed <b>no</b> Coalition".to_owned(),
                website: Some("https://closed.example".to_owned()),
                contact: Some("hello@closed.example".to_owned()),
            }],
            privacy: BTreeMap::from([("en".to_owned(), "We keep <b>no</b> lists.".to_owned())]),
            watched: "Ada Minister\nBea President | Беа".to_owned(),
        };
        let page = |is_public, mistakes, newer| SettingsPage {
            frame: self.frame(&format!("{PATH}/settings")),
            visit: Self::visit(),
            letter: self.head(),
            is_public,
            is_owner: is_public,
            form: form.clone(),
            revision: 3,
            tags: languages.clone(),
            mistakes,
            saved: is_public,
            newer,
            known: known_languages(),
        };
        let wrong = vec![
            mistake("add", Wrong::NoLanguage),
            mistake("default", Wrong::NotOffered),
            mistake("closing", Wrong::Past),
            mistake("retention", Wrong::BeforeClosing),
            mistake("name-1", Wrong::Missing),
            mistake("website-1", Wrong::NoWebsite),
            mistake("contact-1", Wrong::TooLong(200)),
            mistake("privacy-es", Wrong::Unprintable),
            mistake("watched", Wrong::NamesNobody(2)),
        ];
        let theirs = [
            "offered",
            "closing",
            "name-1",
            "privacy-en",
            "privacy-fr",
            "watched",
        ];
        let theirs = theirs.map(|field| (field.to_owned(), "Theirs <b>no</b>".to_owned()));
        vec![
            ("settings", html(&page(false, Vec::new(), None))),
            ("settings-public", html(&page(true, Vec::new(), None))),
            ("settings-errors", html(&page(false, wrong, None))),
            (
                "settings-newer",
                html(&page(false, Vec::new(), Some(theirs.to_vec()))),
            ),
        ]
    }

    fn texts(&self) -> Vec<(&'static str, String)> {
        let last = Some(("Ada <b>no</b> Quill".to_owned(), NOW));
        let line = |tag: &str, demands, mistakes, drift| TextLine {
            tag: tag.to_owned(),
            is_source: tag == "en",
            demands,
            demands_due: 4,
            has_body: demands > 0,
            mistakes,
            drift,
            last: last.clone().filter(|_| demands > 0),
        };
        let lines = vec![
            line("en", 4, 0, 0),
            line("ar", 3, 1, 2),
            line("de", 0, 0, 0),
        ];
        let tag = || "de".to_owned();
        let lacks = vec![
            Lack::Text(tag()),
            Lack::Mistakes(tag(), 1),
            Lack::Drift(tag(), 2),
            Lack::Dates,
            Lack::Organizers,
            Lack::Closed,
        ];
        let page = |is_public, newest, unchanged, lacks| TextsPage {
            frame: self.frame(&format!("{PATH}/texts")),
            visit: Self::visit(),
            letter: self.head(),
            lines: lines.clone(),
            is_public,
            release: ReleaseState {
                newest,
                waits: is_public,
                unchanged,
                lacks,
            },
            translators: [None, Some(NOW)]
                .into_iter()
                .zip(1..)
                .map(|(used, id)| TranslatorLine {
                    id,
                    name: "Tara <b>no</b>".to_owned(),
                    lang: "ar".to_owned(),
                    until: NOW,
                    used,
                })
                .collect(),
        };
        let link = TranslatorLinkPage {
            frame: self.frame(&format!("{PATH}/translators")),
            visit: Self::visit(),
            name: "Tara <b>no</b>".to_owned(),
            link: format!("{}/organize/translation/{TOKEN}", self.site.base_url),
            back: format!("{PATH}/texts"),
        };
        vec![
            ("texts", html(&page(false, 0, false, lacks))),
            ("texts-fit", html(&page(false, 1, false, Vec::new()))),
            ("texts-public", html(&page(true, 2, false, Vec::new()))),
            ("texts-unchanged", html(&page(true, 2, true, Vec::new()))),
            ("translator-link", html(&link)),
        ]
    }

    fn write(&self, source: Option<Source>) -> WritePage {
        let text = text();
        WritePage {
            frame: self.frame(&format!("{PATH}/texts/ar")),
            visit: Self::visit(),
            letter: self.head(),
            lang: if source.is_some() { "ar" } else { "en" }.to_owned(),
            demands: WritePage::rows(&text, source.as_ref().map(|source| &source.text)),
            source,
            text,
            revision: 7,
            last: Some(("Ada <b>no</b> Quill".to_owned(), NOW)),
            mistakes: Vec::new(),
            drift: Vec::new(),
            saved: false,
            newer: None,
            overlong: false,
            action: format!("{PATH}/texts/ar"),
            autosave: format!("{PATH}/texts/ar/draft"),
            preview: format!("{PATH}/texts/ar/preview"),
            versions: Some(format!("{PATH}/texts/ar/versions")),
        }
    }

    fn written(&self) -> Vec<(&'static str, String)> {
        let mut older = text();
        older.title = "Another <b>no</b> title".to_owned();
        older.demands.pop();
        older.markdown = "Hello to you.\n\n### Whole {#whole}\n\nOther words.".to_owned();
        let source = Source {
            lang: "en".to_owned(),
            markdown: older.markdown.clone(),
            text: older.clone(),
            digest: "0".repeat(64),
        };
        let id = || "whole".to_owned();
        let drift = vec![
            Drift::Missing(id()),
            Drift::Extra(id()),
            Drift::Moved(id()),
            Drift::Changed(id()),
            Drift::Around,
        ];
        let mistaken = WritePage {
            mistakes: vec![
                mistake("title", Wrong::TooLong(300)),
                mistake("id-1", Wrong::BadId),
                mistake("id-2", Wrong::SameId),
                mistake("markdown", Wrong::Unprintable),
            ],
            saved: true,
            ..self.write(None)
        };
        let headless = WritePage {
            drift,
            mistakes: vec![mistake("brief-1", Wrong::NoHeading)],
            ..self.write(Some(source.clone()))
        };
        let outside = WritePage {
            visit: None,
            letter: LetterHead {
                is_theirs: false,
                ..self.head()
            },
            versions: None,
            ..self.write(Some(source))
        };
        let changes = compare_texts(&older, &text());
        let newer = WritePage {
            newer: Some(Newer {
                who: "Bea <b>no</b> Late".to_owned(),
                changes: changes.clone(),
            }),
            ..self.write(None)
        };
        vec![
            ("write", html(&self.write(None))),
            ("write-errors", html(&mistaken)),
            ("write-translation", html(&headless)),
            ("write-outside", html(&outside)),
            ("write-newer", html(&newer)),
            ("versions", html(&self.versions(changes))),
        ]
    }

    fn versions(&self, changes: Changes) -> VersionsPage {
        let version = |(revision, before)| VersionLine {
            revision,
            who: if revision == 0 {
                ""
            } else {
                "Ada <b>no</b> Quill"
            }
            .to_owned(),
            at: NOW,
            is_newest: revision == 9,
            before,
        };
        VersionsPage {
            frame: self.frame(&format!("{PATH}/texts/en/versions")),
            visit: Self::visit(),
            letter: self.head(),
            lang: "en".to_owned(),
            path: format!("{PATH}/texts/en"),
            versions: [(9, Some(4)), (4, Some(0)), (0, None)].map(version).into(),
            newest: 9,
            compared: Some(Compared {
                from: 4,
                to: 9,
                changes,
            }),
        }
    }
}
