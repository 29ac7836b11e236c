//! Nouns and pure rules. Knows no database, no network and no clock.

pub mod draft;
pub mod fold;
pub mod form;
pub mod founders;
mod free_mail;
pub mod invitee;
pub mod launch_time;
pub mod letter;
mod line_ends;
pub mod mailbox;
pub mod organizer;
pub mod slug;
pub mod spreadsheet;
pub mod submission;
mod table;
pub mod text;
pub mod watch;
pub mod website;
pub mod words;

pub use draft::Draft;
pub use form::{Field, FieldError, Problem, RawForm};
pub use founders::Founder;
pub use invitee::{Acceptance, Invitee};
pub use letter::{Letter, LetterState, Settings};
pub use mailbox::Mailbox;
pub use organizer::Role;
pub use slug::Slug;
pub use submission::Submission;
pub use text::Text;
pub use undersigned_record::entry::{Country, Display, Kind, Proof};
pub use watch::WatchList;
pub use website::Website;
