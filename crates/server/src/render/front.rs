//! The site's front page.

use askama::Template;

use super::{Figures, Frame, LetterRef, LetterState};

/// A letter in the list.
#[derive(Clone, Debug)]
pub struct LetterCard {
    /// The letter.
    pub letter: LetterRef,
    /// Who it is addressed to.
    pub to: String,
    /// Where it stands.
    pub state: LetterState,
    /// Its figures.
    pub figures: Figures,
}

/// The letters of this site.
#[derive(Clone, Debug, Template)]
#[template(path = "front.html")]
pub struct FrontPage {
    /// What every page carries; the path is `/`.
    pub frame: Frame,
    /// Letters that can be signed.
    pub open: Vec<LetterCard>,
    /// Letters that can be read.
    pub closed: Vec<LetterCard>,
}

/// The front page of a site that lists no letter.
#[derive(Clone, Debug, Template)]
#[template(path = "bare.html")]
pub struct BarePage {
    /// What every page carries; the path is `/`.
    pub frame: Frame,
}

impl BarePage {
    fn title(&self) -> String {
        self.frame.site.name.clone()
    }

    fn description(&self) -> String {
        self.frame.say("front-what").to_string()
    }

    fn unlisted(&self) -> bool {
        true
    }
}

impl FrontPage {
    fn title(&self) -> String {
        format!(
            "{}, {}",
            self.frame.say("front-title"),
            self.frame.site.name
        )
    }

    fn description(&self) -> String {
        self.frame.say("front-what").to_string()
    }

    fn unlisted(&self) -> bool {
        false
    }
}
