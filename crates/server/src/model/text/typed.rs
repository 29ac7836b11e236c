//! A text's parts as a form sends them.

use super::{Demand, Text};

/// The most demands that a form takes.
const MOST_DEMANDS: usize = 60;

impl Text {
    /// The parts that were typed, the fields named by `get`: `title`, `to`, `from`, `description`,
    /// `markdown`, and for each demand `id-N`, `brief-N` and `place-N`, N from 1. A demand without id
    /// and brief is none; those that are left stand in the order of their places.
    pub fn typed<'a>(get: impl Fn(&str) -> Option<&'a str>) -> Self {
        let line = |name: &str| one_line(get(name).unwrap_or_default());
        let mut demands: Vec<(usize, Demand)> = Vec::new();
        for number in 1..=MOST_DEMANDS {
            let part = |name: &str| line(&format!("{name}-{number}"));
            let demand = Demand {
                id: part("id"),
                brief: part("brief"),
            };
            if !demand.id.is_empty() || !demand.brief.is_empty() {
                demands.push((part("place").parse().unwrap_or(number), demand));
            }
        }
        demands.sort_by_key(|(place, _)| *place);
        let markdown = get("markdown").unwrap_or_default();
        let markdown = markdown.replace("\r\n", "\n").replace('\r', "\n");
        Self {
            title: line("title"),
            to: line("to"),
            from: line("from"),
            description: line("description"),
            demands: demands.into_iter().map(|(_, demand)| demand).collect(),
            markdown: markdown.trim().to_owned(),
        }
    }
}

fn one_line(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_becomes_a_text() {
        let fields = [
            ("title", " A \n title "),
            ("id-1", "two"),
            ("brief-1", "Second"),
            ("place-1", "2"),
            ("id-2", ""),
            ("brief-2", " "),
            ("id-3", "one"),
            ("place-3", "1"),
            ("markdown", "\r\nHello\r\n\r\nyou\r"),
        ];
        let text = Text::typed(|name| fields.iter().find(|(n, _)| *n == name).map(|(_, v)| *v));
        assert_eq!(text.title, "A title");
        let ids: Vec<&str> = text.demands.iter().map(|d| d.id.as_str()).collect();
        assert_eq!(ids, ["one", "two"]);
        assert_eq!(text.demands[0].brief, "");
        assert_eq!(text.markdown, "Hello\n\nyou");
    }
}
