//! The letter's page: the text, who stands behind it, and the way to sign.

use askama::Template;

use super::{Figures, Frame, LetterRef, Moment, Shown, SignForm, Signatory};
use crate::l10n::own_name;

/// Where a letter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterState {
    /// Open for signatures.
    Open,
    /// Closed since.
    Closed(Moment),
    /// Readable only for now: nothing can be signed, and why is the operator's to mend.
    ReadOnly,
}

impl LetterState {
    pub(super) const fn takes_signatures(self) -> bool {
        matches!(self, Self::Open)
    }
}

/// A demand in brief.
#[derive(Clone, Debug)]
pub struct Demand {
    /// Its id, the same in every language.
    pub id: String,
    /// One sentence.
    pub brief: String,
}

/// A statement that the organizers chose to show with the letter.
#[derive(Clone, Debug)]
pub struct FeaturedStatement {
    /// The words.
    pub text: String,
    /// Their BCP 47 tag where it is known.
    pub lang: Option<String>,
    /// Whose words they are.
    pub by: Signatory,
}

/// Says that the letter has no text in the reader's language.
#[derive(Clone, Debug)]
pub struct Untranslated {
    /// The text that is shown instead.
    pub shown: TextName,
    /// The letter's other texts.
    pub others: Vec<TextName>,
}

/// A text, by its language.
#[derive(Clone, Debug)]
pub struct TextName {
    /// Its BCP 47 tag.
    pub tag: String,
    /// The language's name in itself.
    pub own_name: String,
}

impl TextName {
    /// The text with this tag.
    #[must_use]
    pub fn of(tag: &str) -> Self {
        Self {
            tag: tag.to_owned(),
            own_name: own_name(tag),
        }
    }
}

/// The organizers' logo, as pages show it.
#[derive(Clone, Debug)]
pub struct LogoRef {
    /// Its path on the site.
    pub path: String,
    /// In CSS pixels.
    pub width: i64,
    /// In CSS pixels.
    pub height: i64,
}

impl LogoRef {
    /// The logo `DIGEST.png` below `folder`, which has `size` pixels: a large one is shown at half its
    /// size, sharp on any screen.
    #[must_use]
    pub fn of(folder: &str, digest: &str, size: (i64, i64)) -> Self {
        Self::at(format!("{folder}{digest}.png"), size)
    }

    /// The same at any path.
    #[must_use]
    pub fn at(path: String, (width, height): (i64, i64)) -> Self {
        let by = if width > 320 || height > 96 { 2 } else { 1 };
        Self {
            path,
            width: (width / by).max(1),
            height: (height / by).max(1),
        }
    }

    /// The same in a row of others: broad ones are lower and tall ones narrower, so that none stands
    /// out. A small one stays as it is.
    #[must_use]
    pub fn among_others(folder: &str, digest: &str, (width, height): (i64, i64)) -> Self {
        let (width, height) = (width.max(1), height.max(1));
        let wanted = (LOGO_AREA * width / height).isqrt();
        let fitting = wanted
            .min(LOGO_MOST.0)
            .min(LOGO_MOST.1 * width / height)
            .min(width)
            .max(1);
        Self {
            path: format!("{folder}{digest}.png"),
            width: fitting,
            height: (fitting * height / width).max(1),
        }
    }
}

/// The most that a logo among others covers, in square CSS pixels: as one set in a row they weigh alike.
const LOGO_AREA: i64 = 4_800;
/// The most CSS pixels of one.
const LOGO_MOST: (i64, i64) = (144, 60);

/// The logo of a founding organization or company, among others.
#[derive(Clone, Debug)]
pub struct SignatoryLogo {
    /// The index of the signature's entry in the record.
    pub index: u64,
    /// Whose it is.
    pub by: Shown,
    /// The picture.
    pub picture: LogoRef,
}

/// The letter's page.
#[derive(Clone, Debug, Template)]
#[template(path = "letter.html")]
pub struct LetterPage {
    /// What every page carries; the path is `/letters/SLUG`.
    pub frame: Frame,
    /// The letter.
    pub letter: LetterRef,
    /// Where it stands.
    pub state: LetterState,
    /// Where the text is not in the language that the reader asked for.
    pub untranslated: Option<Untranslated>,
    /// Its texts in languages that the interface doesn't speak.
    pub more_texts: Vec<TextName>,
    /// Who it is addressed to, in the text's language.
    pub to: String,
    /// Who wrote it.
    pub from: String,
    /// When it was published.
    pub published: Moment,
    /// The version of the text. Older ones have pages of their own.
    pub version: u32,
    /// SHA-256 of the text's bytes, in lower-case hexadecimal.
    pub text_digest: String,
    /// The full text as HTML that was already made safe. It starts below the page's title,
    /// so that its headings are `h2` and lower; a demand's heading may have `id="demand-ID"`.
    pub text_html: String,
    /// The figures.
    pub figures: Figures,
    /// The demands in brief.
    pub demands: Vec<Demand>,
    /// Featured statements, three or four at best.
    pub statements: Vec<FeaturedStatement>,
    /// Logos of founding organizations and companies.
    pub logos: Vec<SignatoryLogo>,
    /// Founding organizations, in the reader's collation.
    pub founding_organizations: Vec<Signatory>,
    /// Founding companies, in the reader's collation.
    pub founding_companies: Vec<Signatory>,
    /// Founding individuals, in the reader's collation.
    pub founding_individuals: Vec<Signatory>,
    /// How many founding signatories there are, shown or not.
    pub founding_total: u64,
    /// The latest signatures, newest first.
    pub recent: Vec<Signatory>,
    /// The form, empty, for the kind that the query asks for.
    pub form: SignForm,
    /// The organizers' logo.
    pub logo: Option<LogoRef>,
    /// Whether it is a preview of what is being written: nothing can be signed on it.
    pub preview: bool,
}

impl LetterPage {
    /// The versions that people signed before this one.
    fn older(&self) -> std::ops::Range<u32> {
        1..self.version
    }

    fn is_superseding(&self) -> bool {
        self.version > 1 && !self.preview
    }

    fn title(&self) -> String {
        self.letter.title.clone()
    }

    fn description(&self) -> String {
        self.frame
            .say("letter-description")
            .text("to", &*self.to)
            .text("figures", self.frame.figures_plain(&self.figures))
            .to_string()
    }

    fn unlisted(&self) -> bool {
        false
    }
}
