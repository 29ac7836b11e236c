//! How a translation has drifted from the text that it was made from.

use super::Text;

/// Something that a translation lacks, or that its source has changed since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drift {
    /// A demand of the source is not there, or not whole.
    Missing(String),
    /// A demand that the source doesn't have.
    Extra(String),
    /// A demand stands in another place than in the source.
    Moved(String),
    /// The source has changed a demand since.
    Changed(String),
    /// The source has changed something else since.
    Around,
}

impl Drift {
    /// The key of its message is `drift-` and this.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Missing(_) => "missing",
            Self::Extra(_) => "extra",
            Self::Moved(_) => "moved",
            Self::Changed(_) => "changed",
            Self::Around => "around",
        }
    }

    /// The demand that it is about; empty where it is about none.
    #[must_use]
    pub fn demand(&self) -> &str {
        match self {
            Self::Missing(id) | Self::Extra(id) | Self::Moved(id) | Self::Changed(id) => id,
            Self::Around => "",
        }
    }
}

/// What sets `translation` apart from `source`. `then` is the source as it was when the translation
/// was last saved against it; none where that is not known any more.
#[must_use]
pub fn drift(source: &Text, then: Option<&Text>, translation: &Text) -> Vec<Drift> {
    let (wanted, there) = (source.ids(), translation.ids());
    let mut found = Vec::new();
    for id in &wanted {
        if !translation.has_demand(id) {
            found.push(Drift::Missing((*id).to_owned()));
        }
    }
    for id in there.iter().filter(|id| !wanted.contains(id)) {
        found.push(Drift::Extra((*id).to_owned()));
    }
    let both = |ids: &[&str], others: &[&str]| -> Vec<String> {
        let shared = ids.iter().filter(|id| others.contains(id));
        shared.map(|id| (*id).to_owned()).collect()
    };
    let places = both(&wanted, &there).into_iter().zip(both(&there, &wanted));
    for (_, moved) in places.filter(|(place, id)| place != id) {
        found.push(Drift::Moved(moved));
    }
    match then {
        Some(then) => found.extend(changes(then, source)),
        None => found.push(Drift::Around),
    }
    found
}

/// What the source has changed since.
fn changes(then: &Text, now: &Text) -> Vec<Drift> {
    let (before, after) = (then.sections(), now.sections());
    let ids = now.ids().into_iter().filter(|id| then.ids().contains(id));
    let changed = |id: &&str| before.get(*id) != after.get(*id) || then.brief(id) != now.brief(id);
    let mut found: Vec<Drift> = ids
        .filter(changed)
        .map(|id| Drift::Changed(id.to_owned()))
        .collect();
    let around = |text: &Text| {
        let mut rest = text.sections();
        rest.retain(|id, _| !text.ids().contains(&id.as_str()));
        let head = [&text.title, &text.to, &text.from, &text.description];
        (rest, head.map(String::clone))
    };
    if around(then) != around(now) {
        found.push(Drift::Around);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::text::Demand;
    use super::*;

    fn text(ids: &[&str]) -> Text {
        let demand = |id: &&str| Demand {
            id: (*id).to_owned(),
            brief: "Do".to_owned(),
        };
        let section = |id: &&str| format!("### H {{#{id}}}\n\nDo {id}.\n\n");
        Text {
            title: "T".to_owned(),
            demands: ids.iter().map(demand).collect(),
            markdown: format!("Hello.\n\n{}", ids.iter().map(section).collect::<String>()),
            ..Text::default()
        }
    }

    #[test]
    fn what_was_made_from_this_very_source_has_not_drifted() {
        let source = text(&["a", "b"]);
        assert_eq!(drift(&source, Some(&source), &text(&["a", "b"])), []);
    }

    #[test]
    fn demands_are_missed_where_they_lack_or_stand_elsewhere() {
        let source = text(&["a", "b", "c"]);
        let drift = |ids: &[&str]| drift(&source, Some(&source), &text(ids));
        let of = |id: &str| id.to_owned();
        assert_eq!(drift(&["a", "c"]), [Drift::Missing(of("b"))]);
        assert_eq!(drift(&["a", "b", "c", "d"]), [Drift::Extra(of("d"))]);
        assert_eq!(
            drift(&["b", "a", "c"]),
            [Drift::Moved(of("b")), Drift::Moved(of("a"))]
        );
    }

    #[test]
    fn what_the_source_changed_since_is_named() {
        let (then, mut now) = (text(&["a", "b"]), text(&["a", "b"]));
        now.markdown = now.markdown.replace("Do b.", "Do it at once.");
        assert_eq!(
            drift(&now, Some(&then), &then),
            [Drift::Changed("b".to_owned())]
        );
        let mut titled = then.clone();
        titled.title = "Other".to_owned();
        assert_eq!(drift(&titled, Some(&then), &then), [Drift::Around]);
        assert_eq!(drift(&then, None, &then), [Drift::Around]);
    }
}
