//! A letter's text: TOML front matter between `+++` lines, then Markdown whose demands stand under
//! headings with their ids (`### Heading {#id}`). The file's exact bytes are what is signed.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use serde::Deserialize;

/// A text, read.
#[derive(Clone, Debug)]
pub struct Text {
    /// Title of the letter.
    pub title: String,
    /// To whom.
    pub to: String,
    /// From whom.
    pub from: String,
    /// One or two sentences for search engines and share cards.
    pub description: String,
    /// The demands in brief.
    pub demands: Vec<Demand>,
    /// The letter as Markdown.
    pub markdown: String,
}

/// A demand in brief.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Demand {
    /// The same in every language.
    pub id: String,
    /// One sentence.
    pub brief: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FrontMatter {
    title: String,
    to: String,
    from: String,
    description: String,
    #[serde(default)]
    demand: Vec<Demand>,
}

/// A text that can't be read, with what to do about it.
#[derive(Debug, thiserror::Error)]
pub enum TextError {
    /// Not UTF-8.
    #[error("the text is not UTF-8")]
    Encoding,
    /// No front matter.
    #[error("the text must begin with a line +++, its front matter, and another line +++")]
    FrontMatter,
    /// Front matter that TOML can't read, or with missing or unknown keys.
    #[error("front matter: {0}")]
    Toml(String),
    /// A demand of the front matter without a heading in the body.
    #[error("no heading in the body carries {{#{0}}}")]
    NoHeading(String),
}

impl Text {
    /// Reads the bytes of a text.
    pub fn parse(bytes: &[u8]) -> Result<Self, TextError> {
        let text = std::str::from_utf8(bytes).map_err(|_| TextError::Encoding)?;
        let rest = text.strip_prefix("+++\n").ok_or(TextError::FrontMatter)?;
        let (front, markdown) = rest.split_once("\n+++\n").ok_or(TextError::FrontMatter)?;
        let front: FrontMatter =
            toml::from_str(front).map_err(|error| TextError::Toml(error.message().to_owned()))?;
        for demand in &front.demand {
            if !markdown.contains(&format!("{{#{}}}", demand.id)) {
                return Err(TextError::NoHeading(demand.id.clone()));
            }
        }
        Ok(Self {
            title: front.title,
            to: front.to,
            from: front.from,
            description: front.description,
            demands: front.demand,
            markdown: markdown.trim().to_owned(),
        })
    }

    /// The letter as HTML, without anything that runs, loads or links elsewhere than to the web.
    #[must_use]
    pub fn html(&self) -> String {
        let options = Options::ENABLE_HEADING_ATTRIBUTES | Options::ENABLE_SMART_PUNCTUATION;
        let mut raw = String::new();
        let events = Parser::new_ext(&self.markdown, options).map(as_demand);
        html::push_html(&mut raw, events);
        ammonia::Builder::default()
            .add_generic_attributes(["id"])
            .rm_tags(["img", "map", "area", "video", "audio"])
            .url_schemes(["http", "https", "mailto"].into())
            .clean(&raw)
            .to_string()
    }
}

/// A heading's id gets `demand-` before it, so that no text can take an id of the page around it;
/// no heading stands above the second level, because the title is the first.
fn as_demand(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Start(Tag::Heading { level, id, .. }) => Event::Start(Tag::Heading {
            level: level.max(HeadingLevel::H2),
            id: id.map(|id| format!("demand-{id}").into()),
            classes: Vec::new(),
            attrs: Vec::new(),
        }),
        Event::End(TagEnd::Heading(level)) => {
            Event::End(TagEnd::Heading(level.max(HeadingLevel::H2)))
        }
        event => event,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "+++\ntitle = \"T\"\nto = \"A\"\nfrom = \"B\"\ndescription = \"D\"\n[[demand]]\nid = \"one\"\nbrief = \"Do\"\n+++\nHello.\n\n### One {#one}\n\nDo.\n";

    #[test]
    fn reads_front_matter_and_demands() {
        let text = Text::parse(GOOD.as_bytes()).unwrap();
        assert_eq!((text.title.as_str(), text.demands.len()), ("T", 1));
        assert!(
            text.html().contains("<h3 id=\"demand-one\">One</h3>"),
            "{}",
            text.html()
        );
    }

    #[test]
    fn says_what_is_wrong() {
        assert!(matches!(Text::parse(b"\xff"), Err(TextError::Encoding)));
        assert!(matches!(Text::parse(b"# Hi"), Err(TextError::FrontMatter)));
        let missing = GOOD.replace("title", "titel");
        assert!(matches!(
            Text::parse(missing.as_bytes()),
            Err(TextError::Toml(_))
        ));
        let headless = GOOD.replace("{#one}", "");
        assert!(matches!(
            Text::parse(headless.as_bytes()),
            Err(TextError::NoHeading(_))
        ));
    }

    #[test]
    fn nothing_runs() {
        let hostile = GOOD.to_owned()
            + "<script>x</script><img src=x onerror=y>\n[a](javascript:b)\n<iframe src=x></iframe>";
        let html = Text::parse(hostile.as_bytes()).unwrap().html();
        for bad in ["<script", "onerror", "javascript:", "<iframe", "<img"] {
            assert!(!html.contains(bad), "{bad} in {html}");
        }
    }
}
