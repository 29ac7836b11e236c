//! A letter's text: TOML front matter between `+++` lines, then Markdown whose demands stand under
//! headings with their ids (`### Heading {#id}`). The file's exact bytes are what is signed.

mod faults;
mod rendered;
mod sections;
mod typed;

pub use faults::Part;

use pulldown_cmark::Options;
use serde::Deserialize;

/// What of Markdown texts know beside CommonMark.
const MARKDOWN: Options =
    Options::ENABLE_HEADING_ATTRIBUTES.union(Options::ENABLE_SMART_PUNCTUATION);

/// A text, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
        let text = Self::unfinished(bytes)?;
        let headless = text.demands.iter().find(|demand| !text.has_heading(demand));
        match headless {
            Some(demand) => Err(TextError::NoHeading(demand.id.clone())),
            None => Ok(text),
        }
    }

    /// Reads the bytes of a text that is still being written: its demands may lack their headings.
    pub fn unfinished(bytes: &[u8]) -> Result<Self, TextError> {
        let text = std::str::from_utf8(bytes).map_err(|_| TextError::Encoding)?;
        let rest = text.strip_prefix("+++\n").ok_or(TextError::FrontMatter)?;
        let (front, markdown) = rest.split_once("\n+++\n").ok_or(TextError::FrontMatter)?;
        let front: FrontMatter =
            toml::from_str(front).map_err(|error| TextError::Toml(error.message().to_owned()))?;
        Ok(Self {
            title: front.title,
            to: front.to,
            from: front.from,
            description: front.description,
            demands: front.demand,
            markdown: markdown.trim().to_owned(),
        })
    }

    /// The one way to make a text's bytes of its parts; [`Text::unfinished`] reads the same parts
    /// back, where the Markdown has no space at its ends.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = String::from("+++\n");
        for (key, value) in [
            ("title", &self.title),
            ("to", &self.to),
            ("from", &self.from),
            ("description", &self.description),
        ] {
            out += &format!("{key} = {}\n", quoted(value));
        }
        for Demand { id, brief } in &self.demands {
            let (id, brief) = (quoted(id), quoted(brief));
            out += &format!("\n[[demand]]\nid = {id}\nbrief = {brief}\n");
        }
        out += "+++\n";
        out += &self.markdown;
        out.push('\n');
        out.into_bytes()
    }

    /// Whether a heading of the body carries the demand's id.
    fn has_heading(&self, demand: &Demand) -> bool {
        self.markdown.contains(&format!("{{#{}}}", demand.id))
    }
}

/// A basic string of TOML 1.0.
fn quoted(value: &str) -> String {
    let mut out = String::from('"');
    for c in value.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() && c.is_ascii() => out += &format!("\\u{:04X}", u32::from(c)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
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

    proptest::proptest! {
        #[test]
        fn parts_become_bytes_and_come_back(
            lines in proptest::collection::vec(".{0,40}", 4),
            demands in proptest::collection::vec((".{0,12}", ".{0,40}"), 0..5),
            markdown in "(?s).{0,200}",
        ) {
            let demand = |(id, brief)| Demand { id, brief };
            let text = Text {
                title: lines[0].clone(),
                to: lines[1].clone(),
                from: lines[2].clone(),
                description: lines[3].clone(),
                demands: demands.into_iter().map(demand).collect(),
                markdown: markdown.trim().to_owned(),
            };
            let bytes = text.to_bytes();
            let back = Text::unfinished(&bytes).unwrap();
            proptest::prop_assert_eq!(&back, &text);
            proptest::prop_assert_eq!(back.to_bytes(), bytes);
        }
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
