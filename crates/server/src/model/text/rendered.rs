//! A letter's Markdown as HTML that nobody's page is harmed by, however it was made.

use ammonia::Builder;
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd, html};

use super::super::Wrong;
use super::{MARKDOWN, Text};

/// How deep quotations, lists and emphasis stand in each other at most.
const DEEPEST: usize = 30;
/// The most bytes of HTML.
const LARGEST: usize = 500_000;

/// Everything that Markdown makes here. What has no page of its own to load from is not among it.
const ELEMENTS: [&str; 17] = [
    "a",
    "blockquote",
    "br",
    "code",
    "em",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "ul",
];

impl Text {
    /// The letter as HTML, without anything that runs, loads or links elsewhere than to the web. Of
    /// what is too large or too deep, only a part.
    #[must_use]
    pub fn html(&self) -> String {
        let (made, _) = self.made();
        let mut allowed = Builder::default();
        allowed
            .tags(ELEMENTS.into())
            .url_schemes(["http", "https", "mailto"].into());
        for heading in ["h2", "h3", "h4", "h5", "h6"] {
            allowed.add_tag_attributes(heading, ["id"]);
        }
        allowed.clean(&made).to_string()
    }

    /// The HTML of the Markdown alone, and what is wrong with it. The parser of HTML comes after this:
    /// it opens anew at each paragraph what was left open before, without bound, so no tag of the
    /// writer's own may reach it.
    pub(super) fn made(&self) -> (String, Option<Wrong>) {
        let (mut page, mut wrong) = (String::new(), None);
        let (mut block, mut markup, mut depth) = (Vec::new(), String::new(), 0);
        for event in Parser::new_ext(&self.markdown, MARKDOWN).map(as_demand) {
            match event {
                Event::Start(Tag::HtmlBlock) => markup.clear(),
                Event::Html(part) => markup.push_str(&part),
                Event::End(TagEnd::HtmlBlock) => block.extend(words_between(&markup)),
                Event::InlineHtml(tag) if is_break(&tag) => block.push(Event::HardBreak),
                Event::InlineHtml(_) => {}
                Event::Start(_) => {
                    depth += 1;
                    if depth <= DEEPEST {
                        block.push(event);
                    } else {
                        wrong = Some(Wrong::TooDeep);
                    }
                }
                Event::End(_) => {
                    if depth <= DEEPEST {
                        block.push(event);
                    }
                    depth -= 1;
                }
                event => block.push(event),
            }
            if depth == 0 {
                let whole = page.len();
                html::push_html(&mut page, block.drain(..));
                if page.len() > LARGEST {
                    page.truncate(whole);
                    return (page, Some(Wrong::TooMuch));
                }
            }
        }
        (page, wrong)
    }
}

fn is_break(tag: &str) -> bool {
    let name = tag.trim_matches(['<', '>', '/', ' ']);
    name.eq_ignore_ascii_case("br")
}

/// The words of a block of HTML as a paragraph, if it has any: without tags, comments, scripts and styles.
fn words_between(markup: &str) -> Option<Event<'static>> {
    let (mut words, mut rest) = (String::new(), markup);
    while let Some((before, tag)) = rest.split_once('<') {
        words += before;
        let begins = |with: &str| {
            let start = tag.get(..with.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(with))
        };
        let end = if begins("!--") {
            "-->"
        } else if begins("script") {
            "</script>"
        } else if begins("style") {
            "</style>"
        } else if tag.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c)) {
            ">"
        } else {
            words += "&lt;";
            rest = tag;
            continue;
        };
        words.push(' ');
        rest = tag.split_once(end).map_or("", |(_, after)| after);
    }
    words += rest;
    // Without a tag this reads entities and no more.
    let words = Builder::empty().clean(&words).to_string();
    let words = words.trim();
    (!words.is_empty()).then(|| Event::Html(format!("<p>{words}</p>\n").into()))
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
    use std::time::{Duration, Instant};

    use super::*;

    fn of(markdown: &str) -> Text {
        Text {
            markdown: markdown.to_owned(),
            ..Text::default()
        }
    }

    #[track_caller]
    fn shows(markdown: &str, html: &str) {
        assert_eq!(of(markdown).html(), html, "{markdown}");
    }

    #[test]
    fn tags_vanish_and_the_words_between_stay() {
        shows("a <b>b</b> c<br>d", "<p>a b c<br>\nd</p>\n");
        shows(
            "<div>\nOne &amp; <i>two</i> < 3\n</div>",
            "<p>One &amp;  two  &lt; 3</p>\n",
        );
        shows("<!-- a <b>note</b> -->\n\nb", "<p>b</p>\n");
        shows(
            "<script>\nx\n</script>\n\n<style>y</style>\n\nb",
            "<p>b</p>\n",
        );
        shows("<div\nno end", "");
        shows(
            "> <p>a\n\nb",
            "<blockquote>\n<p>a</p>\n</blockquote>\n<p>b</p>\n",
        );
        shows("a <bdo dir=rtl>b</bdo> ![c](d)", "<p>a b </p>\n");
    }

    #[test]
    fn only_demands_have_ids() {
        shows(
            "<a id=\"sign\">a</a>\n\n<div id=sign>b</div>\n\n### c {#sign}",
            "<p>a</p>\n<p>b</p>\n<h3 id=\"demand-sign\">c</h3>\n",
        );
    }

    #[test]
    fn what_markdown_makes_stays() {
        shows(
            "## a\n\n*b* **c** `d` [e](https://f.example)\n\n3. g\n\n- h\n\n***\n\n    i\n",
            "<h2>a</h2>\n<p><em>b</em> <strong>c</strong> <code>d</code> \
             <a href=\"https://f.example\" rel=\"noopener noreferrer\">e</a></p>\n\
             <ol start=\"3\">\n<li>g</li>\n</ol>\n<ul>\n<li>h</li>\n</ul>\n<hr>\n\
             <pre><code>i\n</code></pre>\n",
        );
    }

    #[test]
    fn elements_left_open_are_not_opened_anew() {
        let opened: String = (0..1000).map(|i| format!("<b title={i}>")).collect();
        for markdown in [
            format!("<p>{opened}x{}", "<p>x".repeat(1000)),
            format!("a {opened}x{}", "\n\nx".repeat(1000)),
        ] {
            let html = of(&markdown).html();
            assert!(html.len() < 20_000, "{} bytes", html.len());
            assert!(!html.contains("<b"), "{}", &html[..400]);
        }
    }

    #[test]
    fn what_is_deep_is_flat_and_quick() {
        for markdown in [
            ">".repeat(20_000),
            "- ".repeat(20_000),
            "*a _a ".repeat(7_000),
        ] {
            let text = of(&(markdown + "word"));
            let began = Instant::now();
            let (html, (_, wrong)) = (text.html(), text.made());
            let took = began.elapsed();
            assert!(took < Duration::from_secs(2), "{took:?}");
            assert!(html.contains("word"));
            if !html.contains("*a") {
                assert_eq!(wrong, Some(Wrong::TooDeep));
            }
        }
        let deep = format!("{}a", "> ".repeat(DEEPEST - 1));
        assert_eq!(of(&deep).made().1, None, "the paragraph is the last");
        assert_eq!(of(&format!("> {deep}")).made().1, Some(Wrong::TooDeep));
    }

    #[test]
    fn what_grows_too_large_is_cut_between_blocks() {
        let line = format!("{}a\n\n", ">".repeat(25));
        let (html, wrong) = of(&line.repeat(700)).made();
        assert_eq!(
            (html, wrong.is_none()),
            (of(&line.repeat(700)).html(), true)
        );
        let (html, wrong) = of(&line.repeat(1500)).made();
        assert_eq!(wrong, Some(Wrong::TooMuch));
        assert!((LARGEST / 2..=LARGEST).contains(&html.len()));
        assert!(html.ends_with("</blockquote>\n"));
    }
}
