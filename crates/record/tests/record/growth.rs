//! A record that grows while it is verified: no false alarm, and no cover for a real one.

use undersigned_record::Hash;
use undersigned_record::entry::{Act, Audit, Country, Deliver, Kind};
use undersigned_record::layout::File;
use undersigned_record::source::{Source, SourceError};
use undersigned_record::verify::{Report, verify_live};

use crate::letter::{Files, Letter};

/// A server whose state moves on at each `wait`, and whose files may be ahead of its cached checkpoint.
struct Served {
    states: Vec<Files>,
    now: usize,
    /// The checkpoint lags behind the other files by this many states.
    lag: usize,
    waits: usize,
}

impl Source for Served {
    const GROWS: bool = true;

    fn read(&mut self, file: &File) -> Result<Option<Vec<u8>>, SourceError> {
        let mutable = matches!(file, File::Openings(_) | File::Statements(_));
        let state = if *file == File::Checkpoint {
            self.now.saturating_sub(self.lag)
        } else {
            self.now
        };
        let found = self.states[state].0.get(&file.to_string()).cloned();
        // What was published once stays, but for openings and statements.
        let earlier = || {
            self.states[..=self.now]
                .iter()
                .rev()
                .find_map(|files| files.0.get(&file.to_string()).cloned())
        };
        Ok(if mutable {
            found
        } else {
            found.or_else(earlier)
        })
    }

    fn wait(&mut self) -> bool {
        self.waits += 1;
        self.now = (self.now + 1).min(self.states.len() - 1);
        if self.waits > self.lag {
            self.lag = 0;
        }
        true
    }
}

fn verify(states: Vec<Files>, now: usize, lag: usize) -> (Report, usize) {
    let key = Letter::blank().key.verifier();
    let mut served = Served {
        states,
        now,
        lag,
        waits: 0,
    };
    let report = verify_live(&mut served, Some(&key), &mut |_| ());
    (report, served.waits)
}

#[test]
fn withdrawals_and_corrections_after_the_checkpoint_raise_no_alarm() {
    let before = Letter::eventful(300);
    let mut after = before.clone();
    let gone = after.sign("Newcomer");
    after.withdraw(20);
    after.withdraw(290);
    after.correct(30, Kind::Individual, Country::ZZ, None);
    let spoken = after.state(40, "New words.");
    after.withdraw(gone);
    assert!(spoken > 0);
    let (report, waits) = verify(vec![before.publish(), after.publish()], 1, 1);
    assert!(report.ok, "{:?}", report.problems);
    assert!(waits > 0);
    // Both withdrawn signatures are out of the figures, because the newer log was followed.
    assert_eq!(report.checkpoint.unwrap(), after.checkpoint());
    assert_eq!(report.figures.unwrap().total, 12 + 299 - 2);
}

#[test]
fn a_log_that_grew_past_a_tile_is_followed() {
    let before = Letter::eventful(200);
    let mut after = before.clone();
    after.withdraw(20);
    for n in 0..600 {
        after.sign(&format!("More {n}"));
    }
    let (report, _) = verify(vec![before.publish(), after.publish()], 1, 1);
    assert!(report.ok, "{:?}", report.problems);
    assert_eq!(report.checkpoint.unwrap().size, after.entries.len() as u64);
}

#[test]
fn openings_ahead_of_the_checkpoint_are_left_alone() {
    let before = Letter::eventful(100);
    let mut after = before.clone();
    for n in 0..300 {
        after.sign(&format!("More {n}"));
    }
    let (report, waits) = verify(vec![before.publish(), after.publish()], 1, 1);
    assert!(report.ok, "{:?}", report.problems);
    assert_eq!(waits, 0);
    assert_eq!(report.checkpoint.unwrap(), before.checkpoint());
}

#[test]
fn partial_tiles_may_be_gone_once_the_full_ones_are_there() {
    let before = Letter::eventful(100);
    let mut after = before.clone();
    for n in 0..700 {
        after.sign(&format!("More {n}"));
    }
    let mut files = after.publish();
    files.0.insert(
        "checkpoint".into(),
        before.publish().0["checkpoint"].clone(),
    );
    let (report, _) = verify(vec![files], 0, 0);
    assert!(report.ok, "{:?}", report.problems);
    assert_eq!(report.checkpoint.unwrap(), before.checkpoint());
}

#[test]
fn what_stays_wrong_is_a_problem_in_the_end() {
    let mut letter = Letter::eventful(300);
    letter.openings.remove(&40);
    let (report, waits) = verify(vec![letter.publish()], 0, 0);
    assert!(
        report.problems[0]
            .to_string()
            .contains("the opening behind entry 40 is missing")
    );
    assert!(waits >= 3);
}

#[test]
fn a_log_that_shows_another_history_while_it_is_read_is_caught() {
    let mut one = Letter::eventful(100);
    let mut other = one.clone();
    one.sign("Ann");
    other.sign("Bob");
    other.sign("Cyd");
    one.openings.remove(&40);
    let (report, _) = verify(vec![one.publish(), other.publish()], 0, 0);
    let problem = report.problems[0].to_string();
    assert!(
        problem.contains("changed between two readings"),
        "{problem}"
    );
}

/// The letter with an opening held back, so that the reader waits, and as it is after the wait.
fn verify_growing(mut before: Letter, after: &Letter) -> Report {
    before.openings.remove(&40);
    verify(vec![before.publish(), after.publish()], 0, 0).0
}

fn delivery(size: u64, root: Hash) -> Act {
    Act::Deliver(Deliver {
        recipient: "The ministry".into(),
        channel: "mail".into(),
        size,
        root,
    })
}

fn audit(size: u64, root: Hash) -> Act {
    Act::Audit(Audit {
        size,
        root,
        sample: 5,
        beacon: "drand".into(),
        round: 1,
    })
}

#[test]
fn a_false_root_named_while_the_record_is_read_is_a_problem() {
    let before = Letter::eventful(300);
    for act in [delivery, audit] {
        for size in [100, before.checkpoint().size] {
            let mut after = before.clone();
            let entry = after.push(act(size, Hash([7; 32])));
            let report = verify_growing(before.clone(), &after);
            let problem = report.problems[0].to_string();
            assert_eq!(
                problem,
                format!("entry {entry} names a checkpoint that this log never had")
            );
        }
    }
}

#[test]
fn a_true_root_named_while_the_record_is_read_is_none() {
    let before = Letter::eventful(300);
    let mut after = before.clone();
    after.push(delivery(100, before.edge(100).root()));
    after.push(audit(before.checkpoint().size, before.checkpoint().root));
    let report = verify_growing(before, &after);
    assert!(report.ok, "{:?}", report.problems);
    assert_eq!(report.checkpoint.unwrap(), after.checkpoint());
}

/// A record whose checkpoint goes back to `earlier`'s while it is read.
fn verify_going_back(letter: &Letter, earlier: &Letter) -> Report {
    let mut back = letter.publish();
    let checkpoint = earlier.publish().0["checkpoint"].clone();
    back.0.insert("checkpoint".into(), checkpoint);
    let mut before = letter.clone();
    before.openings.remove(&40);
    verify(vec![before.publish(), back], 0, 0).0
}

#[test]
fn a_checkpoint_that_goes_back_to_another_history_is_a_fork() {
    let mut fork = Letter::eventful(100);
    let earlier = fork.clone();
    let mut letter = fork.clone();
    fork.sign("Ann");
    letter.sign("Bob");
    for same_size in [true, false] {
        if !same_size {
            letter.sign("Cyd");
        }
        let report = verify_going_back(&letter, &fork);
        let problem = report
            .problems
            .first()
            .map(ToString::to_string)
            .unwrap_or_default();
        assert!(problem.contains("shows two histories"), "{problem}");
    }
    // A cache that lags is no fork.
    let report = verify_going_back(&letter, &earlier);
    assert!(report.ok, "{:?}", report.problems);
}
