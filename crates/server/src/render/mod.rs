//! Pages and mails: a typed struct for each, a template for each, words from [`crate::l10n`].
//!
//! Nothing here reads the store or knows of HTTP. A page is made of plain values and turned
//! into HTML by [`askama::Template::render`]; a mail by its own `render`.

pub mod assets;
mod catcher;
mod chart;
mod check;
mod confirmation;
mod figures;
mod form;
mod frame;
mod front;
mod invited;
mod languages;
mod letter;
pub mod mail;
mod manage;
mod moment;
mod of_record;
pub mod organize;
mod own_logo;
pub mod paths;
mod phrases;
mod preview;
mod privacy;
mod prove;
mod refusal;
mod roll;
mod sent;
mod sign;
mod signatory;
mod signature;
mod text_version;

pub use crate::l10n::Country;
pub use catcher::{CatcherPage, CaughtMail};
pub use chart::{Bar, Bars, Day, Group, Growth, Land, Part, Step, World};
pub use check::CheckPage;
pub use confirmation::{ConfirmPage, ConfirmedPage, DeclinedPage, PublicFace, Standing};
pub use figures::Figures;
pub use form::{Field, FieldError, Problem, SignForm, Values};
pub use frame::{Frame, LetterRef, Site};
pub use front::{FrontPage, LetterCard};
pub use invited::{Answer, AskedAddress, InvitedPage};
pub use languages::{LanguagesPage, TextLanguage};
pub use letter::{
    Demand, FeaturedStatement, LetterPage, LetterState, LogoRef, SignatoryLogo, TextName,
    Untranslated,
};
pub use manage::{Change, ManagePage, WithdrawnPage};
pub use moment::Moment;
pub use of_record::hex;
pub use own_logo::{LogoStanding, OwnLogo};
pub use preview::PreviewPage;
pub use privacy::PrivacyPage;
pub use prove::{Looked, Provable};
pub use refusal::{Refusal, RefusalPage};
pub use roll::{Filter, RollPage};
pub use sent::SentPage;
pub use sign::SignPage;
pub use signatory::{Shown, Signatory};
pub use signature::{SignaturePage, SignedText};
pub use text_version::TextVersionPage;
pub use undersigned_record::entry::{Display, Kind, Proof as Level};

#[cfg(test)]
pub(crate) use phrases::families;
