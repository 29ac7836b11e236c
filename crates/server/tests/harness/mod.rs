//! An installation as organizers make it, and the people who come to it.
//!
//! Everything goes through the real programs, a real database and a real mail server; what cannot
//! be set up is a broken machine, so that this panics with a sentence instead of returning errors.

mod base;
mod crowd;
pub(crate) mod founding;
mod house;
mod inside;
mod installation;
mod judge;
mod person;
mod postbox;
mod search;
mod visitor;
mod watch;

use std::thread::sleep;
use std::time::{Duration, Instant};

pub(crate) use base::{Base, block_on, sqlite};
pub(crate) use crowd::Crowd;
pub(crate) use house::House;
pub(crate) use inside::Inside;
pub(crate) use installation::Installation;
pub(crate) use judge::{Judge, Receipt};
pub(crate) use person::Person;
pub(crate) use postbox::Postbox;
pub(crate) use search::Search;
pub(crate) use undersigned_testbed::chance;
pub(crate) use visitor::{Answer, Visitor, path};
pub(crate) use watch::{Watch, prove_one_history};

/// The letter of every story.
pub(crate) const SLUG: &str = "security-for-all";

/// Runs a story on each database, as two tests.
macro_rules! on_both {
    ($($(#[$attribute:meta])* $story:ident),+ $(,)?) => {$(
        mod $story {
            #[test]
            $(#[$attribute])*
            fn on_sqlite() {
                super::$story($crate::harness::Base::sqlite());
            }

            #[test]
            $(#[$attribute])*
            fn on_postgres() {
                super::$story($crate::harness::Base::postgres());
            }
        }
    )+};
}
pub(crate) use on_both;

/// Asks again and again until there is an answer.
///
/// # Panics
/// After `patience`, with what was waited for.
pub(crate) fn wait_for<T>(what: &str, patience: Duration, mut ask: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(
            begun.elapsed() < patience,
            "{what}: not within {patience:?}"
        );
        sleep(Duration::from_millis(20));
    }
}
