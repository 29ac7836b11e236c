//! The words of the interface, from Fluent files that are compiled in.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;

use super::{Lang, Phrase, RichPhrase, number};

type Bundle = FluentBundle<FluentResource>;

/// The Fluent files of one language, an area each.
macro_rules! sources {
    ($tag:literal) => {
        &[
            include_str!(concat!("../../locales/", $tag, "/site.ftl")),
            include_str!(concat!("../../locales/", $tag, "/letter.ftl")),
            include_str!(concat!("../../locales/", $tag, "/form.ftl")),
            include_str!(concat!("../../locales/", $tag, "/errors.ftl")),
            include_str!(concat!("../../locales/", $tag, "/signing.ftl")),
            include_str!(concat!("../../locales/", $tag, "/roll.ftl")),
            include_str!(concat!("../../locales/", $tag, "/check.ftl")),
            include_str!(concat!("../../locales/", $tag, "/privacy.ftl")),
            include_str!(concat!("../../locales/", $tag, "/proof.ftl")),
            include_str!(concat!("../../locales/", $tag, "/mail.ftl")),
            include_str!(concat!("../../locales/", $tag, "/organize.ftl")),
            include_str!(concat!("../../locales/", $tag, "/keys.ftl")),
            include_str!(concat!("../../locales/", $tag, "/desk.ftl")),
            include_str!(concat!("../../locales/", $tag, "/writing.ftl")),
            include_str!(concat!("../../locales/", $tag, "/figures.ftl")),
            include_str!(concat!("../../locales/", $tag, "/moderation.ftl")),
            include_str!(concat!("../../locales/", $tag, "/rules.ftl")),
            include_str!(concat!("../../locales/", $tag, "/founders.ftl")),
            include_str!(concat!("../../locales/", $tag, "/host.ftl")),
            include_str!(concat!("../../locales/", $tag, "/countries.ftl")),
        ]
    };
}

static SOURCES: [&[&str]; 4] = [
    sources!("en"),
    sources!("es"),
    sources!("fr"),
    sources!("ar"),
];

static ON_PAGES: LazyLock<[Bundle; 4]> =
    LazyLock::new(|| Lang::ALL.map(|lang| bundle(lang, false)));
static IN_PLAIN_TEXT: LazyLock<[Bundle; 4]> =
    LazyLock::new(|| Lang::ALL.map(|lang| bundle(lang, true)));

/// The words of one language.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    lang: Lang,
    isolating: bool,
}

impl Words {
    /// Words for HTML, where `<bdi>` isolates what is put into them.
    #[must_use]
    pub const fn for_pages(lang: Lang) -> Self {
        Self {
            lang,
            isolating: false,
        }
    }

    /// Words for plain text, where Unicode's isolates do (UAX #9, section 2.4) if the script
    /// runs from right to left and so mixes directions with addresses and names.
    #[must_use]
    pub const fn for_plain_text(lang: Lang) -> Self {
        Self {
            lang,
            isolating: matches!(lang, Lang::Ar),
        }
    }

    /// The message called `key`, to which values can be added.
    #[must_use]
    pub fn say(self, key: &str) -> Phrase<'_> {
        Phrase::new(self, key)
    }

    /// The message called `key`, which has markup of its own.
    #[must_use]
    pub fn rich(self, key: &str) -> RichPhrase<'_> {
        RichPhrase::new(self, key)
    }

    /// Formats a message. One that does not exist shows its key in brackets, and so do values
    /// that it lacks: a page with a hole is better than no page, and the tests let neither pass.
    pub(super) fn format(self, key: &str, args: &FluentArgs<'_>) -> String {
        let bundles = if self.isolating {
            &IN_PLAIN_TEXT
        } else {
            &ON_PAGES
        };
        let bundle = &bundles[self.lang as usize];
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return format!("[{key}]");
        };
        let mut errors = Vec::new();
        let text = bundle
            .format_pattern(pattern, Some(args), &mut errors)
            .into_owned();
        debug_assert!(errors.is_empty(), "{key} in {}: {errors:?}", self.lang);
        text
    }
}

/// Whether a language has the message `key`.
#[must_use]
pub fn has_message(lang: Lang, key: &str) -> bool {
    ON_PAGES[lang as usize].has_message(key)
}

/// The keys of all messages of a language, in the order of its files.
#[must_use]
pub fn message_keys(lang: Lang) -> Vec<&'static str> {
    SOURCES[lang as usize]
        .iter()
        .flat_map(|source| source.lines())
        .filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()))
        .filter_map(|line| line.split_once('=').map(|(key, _)| key.trim()))
        .collect()
}

fn bundle(lang: Lang, isolating: bool) -> Bundle {
    let tag = lang
        .tag()
        .parse()
        .expect("a language's tag is a language identifier");
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    bundle.set_use_isolating(isolating);
    bundle.set_formatter(Some(match lang {
        Lang::En => |value, _| digits(Lang::En, value),
        Lang::Es => |value, _| digits(Lang::Es, value),
        Lang::Fr => |value, _| digits(Lang::Fr, value),
        Lang::Ar => |value, _: &IntlLangMemoizer| digits(Lang::Ar, value),
    }));
    for source in SOURCES[lang as usize] {
        let resource =
            FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(_, errors)| {
                panic!("the Fluent files of {lang} do not parse: {errors:?}")
            });
        bundle
            .add_resource(resource)
            .unwrap_or_else(|errors| panic!("the Fluent files of {lang} repeat a key: {errors:?}"));
    }
    bundle
}

/// Numbers with the language's digits; everything else as Fluent does.
fn digits(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(value) if value.value >= 0.0 && value.value.fract() == 0.0 => {
            Some(number(lang, value.value as u64))
        }
        _ => None,
    }
}
