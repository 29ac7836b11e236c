//! Random stories of a letter: figures and table agree with a model that remembers everything.

use std::collections::BTreeMap;
use std::io::Cursor;

use proptest::prelude::*;
use undersigned_record::entry::{Act, Country, Kind, Proof, Reason, State};
use undersigned_record::figures::Figures;
use undersigned_record::verify::{verify_bundle, verify_live};

use crate::letter::{Letter, bundle};

/// What happens next; numbers pick a live signature, or a country.
#[derive(Debug, Clone)]
enum Step {
    Sign(Kind, usize),
    Correct(usize, usize, bool),
    Level(usize, Proof),
    State(usize),
    Unsay(usize),
    Withdraw(usize),
    Remove(usize, Reason),
    Text,
    Hours(u64),
}

fn step() -> impl Strategy<Value = Step> {
    let kind = prop::sample::select(Kind::ALL.to_vec());
    prop_oneof![
        8 => (kind, 0..260usize).prop_map(|(kind, home)| Step::Sign(kind, home)),
        2 => (any::<usize>(), 0..260usize, any::<bool>()).prop_map(|(of, home, named)| Step::Correct(of, home, named)),
        1 => (any::<usize>(), prop::sample::select(Proof::ALL.to_vec())).prop_map(|(of, level)| Step::Level(of, level)),
        1 => any::<usize>().prop_map(Step::State),
        1 => any::<usize>().prop_map(Step::Unsay),
        2 => any::<usize>().prop_map(Step::Withdraw),
        1 => (any::<usize>(), prop::sample::select(Reason::ALL.to_vec())).prop_map(|(of, why)| Step::Remove(of, why)),
        1 => Just(Step::Text),
        1 => (1..50u64).prop_map(Step::Hours),
    ]
}

/// A live signature as the model has it.
struct Live {
    sign: u64,
    carrier: u64,
    statement: Option<u64>,
    kind: Kind,
    country: Country,
    level: Proof,
    founding: bool,
}

struct Model {
    letter: Letter,
    live: Vec<Live>,
    versions: u64,
}

fn home(place: usize) -> Country {
    Country::all().nth(place).unwrap_or(Country::ZZ)
}

impl Model {
    fn begin(founding: u64) -> Self {
        let letter = Letter::opened(founding);
        let live = (2..2 + founding).zip(0..).map(|(sign, n)| {
            let kind = Kind::ALL[n % 3];
            let country = home(n * 7 % 240);
            Live {
                sign,
                carrier: sign,
                statement: None,
                kind,
                country,
                level: Proof::Invited,
                founding: true,
            }
        });
        Self {
            live: live.collect(),
            letter,
            versions: 1,
        }
    }

    fn take(&mut self, step: &Step) {
        let count = self.live.len();
        match *step {
            Step::Sign(kind, place) => self.sign(kind, home(place)),
            Step::Text => {
                self.versions += 1;
                self.letter.text(self.versions);
            }
            Step::Hours(hours) => self.letter.now += hours * 3600,
            _ if count == 0 => {}
            Step::Correct(of, place, named) => {
                let live = &mut self.live[of % count];
                self.letter.openings.remove(&live.carrier);
                live.country = home(place);
                live.carrier = self.letter.correct(
                    live.sign,
                    live.kind,
                    live.country,
                    named.then_some("Other"),
                );
            }
            Step::Level(of, level) => {
                let live = &mut self.live[of % count];
                live.level = level;
                self.letter.push(Act::Level {
                    sign: live.sign,
                    level,
                });
            }
            Step::State(of) => {
                let live = &mut self.live[of % count];
                live.statement.map(|at| self.letter.statements.remove(&at));
                live.statement = Some(self.letter.state(live.sign, "Words, \"quoted\"."));
            }
            Step::Unsay(of) => {
                let live = &mut self.live[of % count];
                live.statement
                    .take()
                    .map(|at| self.letter.statements.remove(&at));
                self.letter.push(Act::Statement {
                    sign: live.sign,
                    statement: None,
                });
            }
            Step::Withdraw(of) => self.end(of % count, |sign| Act::Withdraw { sign }),
            Step::Remove(of, reason) => self.end(of % count, |sign| Act::Remove { sign, reason }),
        }
    }

    fn sign(&mut self, kind: Kind, country: Country) {
        let sign = self.letter.sign_as(kind, country, "Somebody", false);
        let (level, founding) = (Proof::Mailbox, false);
        self.live.push(Live {
            sign,
            carrier: sign,
            statement: None,
            kind,
            country,
            level,
            founding,
        });
    }

    fn end(&mut self, place: usize, act: impl Fn(u64) -> Act) {
        let live = self.live.remove(place);
        self.letter.openings.remove(&live.carrier);
        live.statement.map(|at| self.letter.statements.remove(&at));
        self.letter.push(act(live.sign));
    }

    fn figures(&self) -> Figures {
        let of = |kind: Kind| self.live.iter().filter(|live| live.kind == kind).count() as u64;
        let mut by_country: BTreeMap<Country, u64> = BTreeMap::new();
        self.live
            .iter()
            .for_each(|live| *by_country.entry(live.country).or_default() += 1);
        Figures {
            total: self.live.len() as u64,
            individuals: of(Kind::Individual),
            organizations: of(Kind::Organization),
            companies: of(Kind::Company),
            support: 0,
            countries: by_country
                .keys()
                .filter(|country| country.is_named())
                .count() as u64,
            founding: self.live.iter().filter(|live| live.founding).count() as u64,
            by_country,
        }
    }

    /// The first four cells of each row of the table, and the founding one.
    fn rows(&self) -> Vec<String> {
        let row = |live: &Live| {
            let Live {
                sign,
                kind,
                country,
                level,
                founding,
                ..
            } = live;
            format!(r#""{sign}","{kind}","{country}","{level}","{founding}","#)
        };
        self.live.iter().map(row).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn figures_and_table_follow_from_any_story(founding in 0..9u64, steps in prop::collection::vec(step(), 1..700), closed in any::<bool>()) {
        let mut model = Model::begin(founding);
        steps.iter().for_each(|step| model.take(step));
        if closed {
            model.letter.push(Act::State(State::Closed));
        }
        let key = model.letter.key.verifier();
        let report = verify_live(&mut model.letter.publish(), Some(&key), &mut |_| ());
        prop_assert!(report.ok, "{:?}", report.problems);
        prop_assert_eq!(report.figures, Some(model.figures()));
        prop_assert_eq!(report.checkpoint, Some(model.letter.checkpoint()));
        let bytes = bundle(&model.letter);
        let (mut last, mut total) = (0, 0);
        let report = verify_bundle(Cursor::new(&bytes), Some(&key), &mut |progress| {
            assert!(progress.done >= last && progress.done <= progress.total);
            (last, total) = (progress.done, progress.total);
        });
        prop_assert_eq!(last, total);
        prop_assert_eq!(report.figures, Some(model.figures()));
        let text = String::from_utf8_lossy(&bytes);
        let table = &text[text.find("\"index\",\"kind\",\"country\"").unwrap()..];
        let rows: Vec<&str> = table.split("\r\n").skip(1).take(model.live.len()).collect();
        for (row, expected) in rows.iter().zip(model.rows()) {
            prop_assert!(row.starts_with(&expected), "{} is not {}", row, expected);
        }
        prop_assert_eq!(rows.len(), model.live.len());
    }
}
