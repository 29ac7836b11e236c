//! What every page carries around its own content.

use super::paths::{confirmation, in_lang, with};
use super::{Kind, assets};
use crate::l10n::{self, Direction, Lang, Phrase, RichPhrase, Words};

/// The site that a page belongs to.
#[derive(Clone, Debug)]
pub struct Site {
    /// Scheme, host and port, without a slash at the end.
    pub base_url: String,
    /// Who runs it, as shown in the footer; the host's name will do.
    pub name: String,
    /// Where the source of the running program is.
    pub source_url: String,
    /// Whether everything on it is invented: pages say so.
    pub demo: bool,
    /// Whether its front page lists the letters.
    pub lists_letters: bool,
    /// The same as `base_url` of the letter that a page or mail belongs to, where it has a host name
    /// of its own.
    pub own_url: Option<String>,
}

impl Site {
    /// The host, as mails name the site.
    pub(super) fn host(&self) -> &str {
        self.base_url
            .split_once("://")
            .map_or(self.base_url.as_str(), |(_, host)| host)
    }

    /// What the absolute addresses of a page begin with.
    fn url(&self) -> &str {
        self.own_url.as_deref().unwrap_or(&self.base_url)
    }
}

/// What every page carries: the site, the reader's language, its own address.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The site.
    pub site: Site,
    /// The reader's language.
    pub lang: Lang,
    /// The page's path and query without `lang`, percent-encoded; the languages' links and
    /// the canonical address are made of it.
    pub path: String,
    /// Whether the page lives behind a token, so that it must not be found, nor its address
    /// repeated in links to other languages' search results.
    pub private: bool,
    /// Whether the reader came under a name that isn't the site's: only its whole address leads in.
    pub abroad: bool,
    /// Whether it is an organizer's page: it has a script of its own, and cookies.
    pub organizing: bool,
}

/// Whether a browser takes a path for another site's address (WHATWG URL, "relative slash state").
fn leads_away(path: &str) -> bool {
    path.starts_with("//") || path.starts_with("/\\")
}

impl Frame {
    /// The frame of a public page.
    #[must_use]
    pub fn new(site: Site, lang: Lang, path: impl Into<String>) -> Self {
        let path = path.into();
        Self {
            site,
            lang,
            path: if leads_away(&path) { "/".into() } else { path },
            private: false,
            abroad: false,
            organizing: false,
        }
    }

    /// The frame of a page behind a token.
    #[must_use]
    pub fn private(site: Site, lang: Lang, path: impl Into<String>) -> Self {
        Self {
            private: true,
            ..Self::new(site, lang, path)
        }
    }

    /// The frame of an organizer's page.
    #[must_use]
    pub fn organizing(site: Site, lang: Lang, path: impl Into<String>) -> Self {
        Self {
            organizing: true,
            ..Self::private(site, lang, path)
        }
    }

    /// The frame of what a reader sees who came under a name that isn't the site's.
    #[must_use]
    pub fn abroad(site: Site, lang: Lang, path: impl Into<String>) -> Self {
        Self {
            abroad: true,
            ..Self::private(site, lang, path)
        }
    }

    pub(super) fn say<'a>(&self, key: &'a str) -> Phrase<'a> {
        Words::for_pages(self.lang).say(key)
    }

    pub(super) fn rich<'a>(&self, key: &'a str) -> RichPhrase<'a> {
        Words::for_pages(self.lang).rich(key)
    }

    pub(super) fn number(&self, number: &u64) -> String {
        l10n::number(self.lang, *number)
    }

    pub(super) fn country(&self, code: &str) -> String {
        l10n::country_name(self.lang, code)
    }

    pub(super) fn dir(&self) -> &'static str {
        self.lang.direction().as_str()
    }

    pub(super) fn dir_of(&self, tag: &str) -> &'static str {
        Direction::of_tag(tag).as_str()
    }

    pub(super) fn to(&self, path: &str) -> String {
        in_lang(path, self.lang)
    }

    /// The site's front page. Under a letter's own host `/` is the letter.
    pub(super) fn home(&self) -> String {
        let path = self.to("/");
        if self.abroad || self.site.own_url.is_some() {
            format!("{}{path}", self.site.base_url)
        } else {
            path
        }
    }

    pub(super) fn here_in(&self, lang: &Lang) -> String {
        in_lang(&self.path, *lang)
    }

    pub(super) fn canonical(&self) -> String {
        format!("{}{}", self.site.url(), self.here_in(&self.lang))
    }

    pub(super) fn absolute_in(&self, lang: &Lang) -> String {
        format!("{}{}", self.site.url(), self.here_in(lang))
    }

    pub(super) fn absolute(&self) -> String {
        format!("{}{}", self.site.url(), self.path)
    }

    pub(super) fn languages(&self) -> [Lang; 4] {
        Lang::ALL
    }

    pub(super) fn stylesheet(&self) -> &'static str {
        &assets::stylesheet().path
    }

    pub(super) fn script(&self) -> &'static str {
        if self.organizing {
            &assets::organizers_script().path
        } else {
            &assets::script().path
        }
    }

    pub(super) fn keys_script(&self) -> &'static str {
        &assets::keys_script().path
    }

    pub(super) fn organizers_stylesheet(&self) -> &'static str {
        &assets::organizers_stylesheet().path
    }

    /// What goes along with a request from this page. Organizers' pages name theirs to the site
    /// itself: without that a browser sends no `Origin` either (Fetch, section 3.2).
    pub(super) fn referrer(&self) -> &'static str {
        if self.organizing {
            "same-origin"
        } else {
            "no-referrer"
        }
    }

    pub(super) fn icon(&self) -> &'static str {
        &assets::icon().path
    }
}

/// The letter that a page belongs to, and where its pages are.
#[derive(Clone, Debug)]
pub struct LetterRef {
    /// The letter's name in addresses.
    pub slug: String,
    /// Where its own page is: a path, or the whole address where it has a host name of its own. All
    /// else of it is found by its path under either host.
    pub home: String,
    /// Its title in the text that is shown.
    pub title: String,
    /// The BCP 47 tag of that text.
    pub title_lang: String,
    /// The reader's language, which links carry along.
    pub lang: Lang,
    /// Whether they carry the text's along, too, because that of the reader leads to another text than
    /// the one that was asked for.
    pub keeps_text: bool,
}

impl LetterRef {
    pub(super) fn at(&self, rest: &str) -> String {
        let path = match rest {
            "" => self.home.clone(),
            query if query.starts_with('?') => format!("{}{query}", self.home),
            rest => format!("/letters/{}{rest}", self.slug),
        };
        let path = match self.keeps_text && !rest.contains("text=") {
            true => with(&path, "text", &self.title_lang),
            false => path,
        };
        in_lang(&path, self.lang)
    }

    /// Its address as verifiers take it.
    pub(super) fn address(&self, site: &Site) -> String {
        match &site.own_url {
            Some(own) => own.clone(),
            None => format!("{}{}", site.base_url, self.home),
        }
    }

    /// Where the letter is read in the text with this tag: in that text's own interface if there is
    /// one.
    pub(super) fn read_in(&self, tag: &str) -> String {
        let lang = Lang::from_tag(tag).unwrap_or(self.lang);
        let stem = &self.home;
        if lang.tag() == tag {
            in_lang(stem, lang)
        } else {
            in_lang(&format!("{stem}?text={tag}"), lang)
        }
    }

    pub(super) fn version(&self, version: &u32) -> String {
        self.at(&format!("/texts/{version}"))
    }

    pub(super) fn sign(&self) -> String {
        self.at("/sign")
    }

    pub(super) fn sign_as(&self, kind: &Kind) -> String {
        format!("{}#sign", self.at(&format!("/sign?kind={}", kind.as_str())))
    }

    pub(super) fn read_and_sign_as(&self, kind: &Kind) -> String {
        format!("{}#sign", self.at(&format!("?kind={}", kind.as_str())))
    }

    /// Where the form goes: the language travels in a field.
    pub(super) fn post(&self) -> String {
        format!("/letters/{}/signatures", self.slug)
    }

    pub(super) fn roll(&self) -> String {
        self.at("/signatures")
    }

    pub(super) fn signature(&self, index: &u64) -> String {
        self.at(&format!("/signatures/{index}"))
    }

    pub(super) fn signature_path(&self, index: &u64) -> String {
        format!("/letters/{}/signatures/{index}", self.slug)
    }

    pub(super) fn title_dir(&self) -> &'static str {
        Direction::of_tag(&self.title_lang).as_str()
    }

    pub(super) fn confirmation(&self, token: &str) -> String {
        confirmation(&self.slug, token)
    }

    pub(super) fn record(&self, rest: &str) -> String {
        format!("/letters/{}/record/{rest}", self.slug)
    }
}

/// A page's title with the letter's after it, as browsers show it on tabs.
pub(super) fn titled(frame: &Frame, key: &str, letter: &str) -> String {
    format!("{}: {letter}", frame.say(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_link_to_a_language_leads_off_the_site() {
        let site = Site {
            base_url: "https://letters.example".into(),
            name: "letters.example".into(),
            source_url: "https://source.example".into(),
            demo: false,
            lists_letters: true,
            own_url: None,
        };
        for path in ["//evil.example/x", "/\\evil.example/x", "///evil.example"] {
            let frame = Frame::abroad(site.clone(), Lang::En, path);
            assert_eq!(frame.here_in(&Lang::Es), in_lang("/", Lang::Es));
        }
        let frame = Frame::abroad(site, Lang::En, "/letters/x//y");
        assert_eq!(frame.here_in(&Lang::Es), in_lang("/letters/x//y", Lang::Es));
    }
}
