//! A text's demands in full.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Parser, Tag};

use super::{MARKDOWN, Text};

impl Text {
    /// The Markdown under each heading that carries an id, and under `""` everything else.
    pub(crate) fn sections(&self) -> BTreeMap<String, String> {
        let mut marks: Vec<(usize, String)> = vec![(0, String::new())];
        for (event, range) in Parser::new_ext(&self.markdown, MARKDOWN).into_offset_iter() {
            if let Event::Start(Tag::Heading { id, .. }) = event {
                marks.push((range.start, id.map(|id| id.to_string()).unwrap_or_default()));
            }
        }
        let mut sections: BTreeMap<String, String> = BTreeMap::new();
        for (number, (start, id)) in marks.iter().enumerate() {
            let end = marks
                .get(number + 1)
                .map_or(self.markdown.len(), |(end, _)| *end);
            let section = self
                .markdown
                .get(*start..end)
                .unwrap_or_default()
                .trim_end();
            let known = sections.entry(id.clone()).or_default();
            *known += section;
            known.push('\n');
        }
        sections
    }

    /// The demands' ids, in order.
    #[must_use]
    pub fn ids(&self) -> Vec<&str> {
        self.demands
            .iter()
            .map(|demand| demand.id.as_str())
            .collect()
    }

    /// The brief of a demand; empty where there is none.
    #[must_use]
    pub fn brief(&self, id: &str) -> &str {
        let found = self.demands.iter().find(|demand| demand.id == id);
        found.map_or("", |demand| demand.brief.as_str())
    }

    /// Whether a demand is there whole: its brief, and the heading that carries its id.
    #[must_use]
    pub fn has_demand(&self, id: &str) -> bool {
        let found = self.demands.iter().find(|demand| demand.id == id);
        found.is_some_and(|demand| !demand.brief.is_empty() && self.has_heading(demand))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_end_at_the_next_heading() {
        let text = Text {
            markdown:
                "Hello.\n\n### One {#one}\n\nDo.\n\n```\n### no {#no}\n```\n\n## Rest\n\nBye."
                    .to_owned(),
            ..Text::default()
        };
        let sections = text.sections();
        assert_eq!(sections.len(), 2, "{sections:?}");
        assert_eq!(sections[""], "Hello.\n## Rest\n\nBye.\n");
        assert!(
            sections["one"].ends_with("### no {#no}\n```\n"),
            "{sections:?}"
        );
    }
}
