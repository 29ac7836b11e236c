//! People who sign, confirm, download and withdraw while faults happen, and remember what they
//! were told.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use undersigned_record::disclosure::Shelf;
use undersigned_record::layout::File;
use undersigned_record::opening::Opening;

use super::{Answer, Judge, Person, Postbox, Receipt, Visitor};

/// How long a person looks for the mail before giving up.
const PATIENCE: Duration = Duration::from_secs(6);

/// What one person was told.
struct Memory {
    name: String,
    /// The server said "confirmed".
    confirmed: bool,
    /// The server said "withdrawn".
    withdrawn: bool,
    receipt: Option<Receipt>,
}

/// What everybody was told.
#[derive(Default)]
pub(crate) struct Crowd(Vec<Memory>);

/// One member: where to go for each step, chosen anew each time.
struct Member<'a> {
    visitors: &'a [Visitor],
    postbox: Postbox<'a>,
    stop: &'a AtomicBool,
    chance: fastrand::Rng,
}

impl Crowd {
    /// Lets `members` people at a time sign until `stop` turns true; whoever has begun to confirm
    /// or withdraw by then finishes. Each step goes to any one of `visitors`.
    pub(crate) fn gather(
        members: usize,
        visitors: &[Visitor],
        postbox: &Postbox<'_>,
        stop: &AtomicBool,
        chance: &mut fastrand::Rng,
    ) -> Self {
        thread::scope(|scope| {
            let members: Vec<_> = (0..members)
                .map(|number| {
                    let mut member = Member {
                        visitors,
                        postbox: Postbox(postbox.0),
                        stop,
                        chance: chance.fork(),
                    };
                    scope.spawn(move || member.live(number * 100_000))
                })
                .collect();
            let told = members.into_iter().flat_map(|member| {
                let member = member.join();
                member.expect("nobody was told a contradiction")
            });
            Self(told.collect())
        })
    }

    /// How many were told that their signature counts, and not that it was withdrawn.
    pub(crate) fn standing(&self) -> usize {
        self.0.iter().filter(|told| told.stands()).count()
    }

    /// Holds what everybody was told against the record: each confirmed signature is there once,
    /// none that was withdrawn, and every receipt holds.
    ///
    /// # Panics
    /// Where it isn't so.
    pub(crate) fn hold_against(self, visitor: &Visitor, judge: &Judge, founders: u64) {
        let report = judge.record();
        let standing = u64::try_from(self.standing()).expect("few");
        assert_eq!(report["figures"]["total"], founders + standing);
        assert_eq!(visitor.total(), Some(founders + standing));
        let size = report["checkpoint"]["size"].as_u64().expect("a size");
        let names = names(visitor, size);
        for told in &self.0 {
            let times = names.get(&told.name).copied().unwrap_or_default();
            assert_eq!(times, usize::from(told.stands()), "{}", told.name);
        }
        let withdrawn = self.0.iter().filter(|told| told.withdrawn).count();
        let receipts: Vec<Receipt> = self.0.into_iter().filter_map(|told| told.receipt).collect();
        judge.receipts(&receipts);
        let receipts = receipts.len();
        println!("{standing} stand, {withdrawn} withdrew, {receipts} receipts hold");
    }
}

impl Memory {
    fn stands(&self) -> bool {
        self.confirmed && !self.withdrawn
    }
}

impl Member<'_> {
    fn live(&mut self, first: usize) -> Vec<Memory> {
        let mut told = Vec::new();
        for number in first.. {
            if self.stop.load(Ordering::SeqCst) {
                break;
            }
            let person = Person::individual(number);
            let sent = self.visitor().sign(&person);
            if sent.is_none_or(|answer| answer.status != 303) {
                sleep(Duration::from_millis(50));
                continue;
            }
            if let Some(link) = self.mail(&person) {
                told.push(self.finish(person, &link));
            }
        }
        told
    }

    fn visitor(&mut self) -> Visitor {
        let which = self.chance.usize(..self.visitors.len());
        self.visitors[which].clone()
    }

    fn mail(&self, person: &Person) -> Option<String> {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE && !self.stop.load(Ordering::SeqCst) {
            if let Some(link) = self.postbox.links(person).pop() {
                return Some(link);
            }
            sleep(Duration::from_millis(30));
        }
        None
    }

    fn finish(&mut self, person: Person, link: &str) -> Memory {
        let name = person.name;
        self.insist(&name, |visitor| visitor.confirm(link), &[200]);
        let receipt = self.chance.bool().then(|| self.receipt(link)).flatten();
        let receipt = receipt.map(|text| Receipt {
            name: name.clone(),
            text,
        });
        let withdrawn = self.chance.u8(..) < 64;
        if withdrawn {
            // The answer to one that got through may be lost; then the link leads nowhere.
            self.insist(&name, |visitor| visitor.withdraw(link), &[200, 410]);
        }
        Memory {
            name,
            confirmed: true,
            withdrawn,
            receipt,
        }
    }

    /// Presses a button until the server says that it is done.
    fn insist(&mut self, name: &str, press: impl Fn(&Visitor) -> Option<Answer>, done: &[u16]) {
        let begun = Instant::now();
        let mut unheard = false;
        loop {
            match press(&self.visitor()).map(|answer| answer.status) {
                Some(200) => return,
                Some(status) if done.contains(&status) && unheard => return,
                None => unheard = true,
                Some(503) => {}
                Some(status) => panic!("{name} was told {status}"),
            }
            assert!(
                begun.elapsed() < Duration::from_secs(120),
                "{name} waits in vain"
            );
            sleep(Duration::from_millis(50));
        }
    }

    fn receipt(&mut self, link: &str) -> Option<String> {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if let Some(receipt) = self.visitor().receipt(link) {
                return Some(receipt);
            }
            sleep(Duration::from_millis(100));
        }
        None
    }
}

/// How often each name is shown beside a record of `size` entries.
fn names(visitor: &Visitor, size: u64) -> HashMap<String, usize> {
    let mut names = HashMap::new();
    for number in 0..size.div_ceil(256) {
        let file = File::Openings(number).to_string();
        let answer = visitor.record(&file).expect("the server answers");
        assert_eq!(answer.status, 200, "{file}");
        for line in Shelf::Openings.read(number, &answer.body).expect("lines") {
            let opening = Opening::parse(&line.bytes).expect("an opening");
            *names.entry(opening.name.unwrap_or_default()).or_default() += 1;
        }
    }
    names
}
