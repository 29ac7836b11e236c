//! Languages of the interface: words, numbers, dates, lists, countries and collation.
//!
//! Words come from the Fluent files under `locales/`; everything else from CLDR through icu.

mod accept;
mod collation;
#[cfg(test)]
mod completeness;
mod countries;
mod format;
mod lang;
mod own_name;
mod phrase;
mod words;

pub use accept::accepted;
pub use collation::collation_key;
pub use countries::{COUNTRY_CODES, Country, UNSAID, countries, country_name};
pub use format::{date, hour, list, number};
pub use lang::{Direction, Lang};
pub use own_name::{known_languages, own_name};
pub use phrase::{Phrase, RichPhrase};
pub use words::{Words, has_message, message_keys};
