//! Which of a letter's texts a reader gets: the interface speaks few languages, a letter any.

use crate::l10n::Lang;

/// A text, chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TextChoice {
    /// Its BCP 47 tag.
    pub(super) tag: String,
    /// Whether it is in the language that the reader asked for, if any.
    pub(super) as_wished: bool,
}

/// Chooses among texts with these tags, `default` one of them. `wishes` are language tags or ranges, the
/// most wanted first.
pub(super) fn choose(tags: &[&str], wishes: &[&str], default: &str) -> TextChoice {
    let found = wishes.iter().find_map(|wish| find(tags, wish));
    let tag = found.unwrap_or(default);
    // Who prefers what neither the letter nor the interface has, and gets the next best, reads that.
    let known = |wish: &&&str| find(tags, wish).is_some() || Lang::from_tag(wish).is_some();
    let wish = wishes.iter().find(known).or(wishes.first());
    TextChoice {
        as_wished: wish.is_none_or(|wish| find(tags, wish) == Some(tag)),
        tag: tag.to_owned(),
    }
}

/// The tag that a wish means: itself, or with its last subtags left out (RFC 4647, section 3.4), or
/// else the first of the same language.
fn find<'a>(tags: &[&'a str], wish: &str) -> Option<&'a str> {
    let mut range = wish;
    loop {
        let same = tags.iter().find(|tag| tag.eq_ignore_ascii_case(range));
        if let Some(tag) = same {
            return Some(tag);
        }
        let Some((shorter, _)) = range.rsplit_once('-') else {
            break;
        };
        range = shorter;
    }
    let language = |tag: &&&'a str| {
        tag.split('-')
            .next()
            .is_some_and(|language| language.eq_ignore_ascii_case(range))
    };
    tags.iter().filter(language).min().copied()
}

#[cfg(test)]
mod tests {
    use super::choose;

    #[track_caller]
    fn check(wishes: &[&str], tag: &str, as_wished: bool) {
        let choice = choose(&["de", "en", "pt-BR"], wishes, "en");
        assert_eq!((&*choice.tag, choice.as_wished), (tag, as_wished));
    }

    #[test]
    fn the_first_wish_that_can_be_met_is() {
        check(&[], "en", true);
        check(&["de-AT", "en"], "de", true);
        check(&["PT"], "pt-BR", true);
        check(&["pt-BR-x"], "pt-BR", true);
    }

    #[test]
    fn a_wish_that_is_not_met_is_known() {
        // An interface's language that the letter lacks.
        check(&["fr"], "en", false);
        check(&["fr", "de"], "de", false);
        // A language that nothing here has, alone and before one that is there.
        check(&["nl"], "en", false);
        check(&["nl", "en"], "en", true);
        check(&["nl", "fr", "en"], "en", false);
    }
}
