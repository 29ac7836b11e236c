//! Several `serve` processes on one PostgreSQL: one record, whoever writes it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use undersigned_testbed::{Server, SmtpSink, rounds};

use crate::harness::{
    Base, Crowd, Installation, Judge, Person, Postbox, SLUG, Visitor, Watch, chance,
    prove_one_history, wait_for,
};

/// How soon another node must have taken the record over when its writer is killed.
const TAKEOVER: Duration = Duration::from_secs(5);

/// How long people wait for a node before they try another.
const HASTE: Duration = Duration::from_secs(2);

/// Two nodes on one database.
struct Pair {
    visitors: [Visitor; 2],
    servers: [Option<Server>; 2],
    installation: Installation,
    sink: Arc<SmtpSink>,
}

impl Pair {
    fn open() -> Self {
        let sink = SmtpSink::start();
        let installation = Installation::new(Base::postgres(), sink.port(), 2);
        let servers = [installation.serve(0), installation.serve(1)];
        let visitors = [0, 1].map(|node: usize| Visitor::of(&servers[node].url("")));
        let pair = Self {
            visitors,
            servers: servers.map(Some),
            installation,
            sink: Arc::new(sink),
        };
        for visitor in &pair.visitors {
            wait_for("a node", Duration::from_secs(30), || visitor.letter());
        }
        pair
    }

    fn key(&self) -> String {
        self.visitors[0].record("key").expect("it answers").text()
    }

    fn total(&self, node: usize) -> u64 {
        self.visitors[node].total().expect("it answers")
    }

    /// The node that was elected: it says so in its log.
    fn sequencer(&mut self) -> usize {
        wait_for("an election", Duration::from_secs(10), || {
            (0..2).find(|node| {
                let server = self.servers[*node].as_mut();
                server.is_some_and(|server| {
                    let log = server.process().stderr();
                    log.contains("this node is the sequencer now")
                })
            })
        })
    }

    /// Waits until the nodes agree with the queue and with each other.
    fn settle(&self, total: u64) {
        wait_for("the queue", Duration::from_secs(30), || {
            let queued = self.installation.number("select count(*) from queue");
            (queued == 0).then_some(())
        });
        for node in 0..2 {
            wait_for("the figures", Duration::from_secs(30), || {
                (self.visitors[node].total() == Some(total)).then_some(())
            });
        }
    }

    /// Lets people sign through both nodes while `meanwhile` happens; then judges.
    fn judge_after(&mut self, chance: &mut fastrand::Rng, meanwhile: impl FnOnce(&mut Self)) {
        let (founders, key) = (self.total(0), self.key());
        let watches = self
            .visitors
            .clone()
            .map(|visitor| Watch::begin(visitor, &key));
        let stop = AtomicBool::new(false);
        let mut luck = chance.fork();
        // A frozen node must not hold everybody up.
        let hasty = |visitor: &Visitor| Visitor::with_patience(visitor.base(), HASTE);
        let visitors = self.visitors.each_ref().map(hasty);
        let sink = self.sink.clone();
        let crowd = thread::scope(|scope| {
            let (stop, visitors, sink) = (&stop, &visitors, &sink);
            let crowd =
                scope.spawn(move || Crowd::gather(6, visitors, &Postbox(sink), stop, &mut luck));
            meanwhile(self);
            stop.store(true, Ordering::SeqCst);
            crowd.join().expect("nobody was told a contradiction")
        });
        self.settle(founders + u64::try_from(crowd.standing()).expect("few"));
        assert!(crowd.standing() > 0, "nobody got through");
        for (visitor, watch) in self.visitors.iter().zip(watches) {
            let seen = watch.end();
            for other in &self.visitors {
                prove_one_history(other, &key, &seen);
            }
            Judge::new(visitor.base(), &key).record();
        }
        let judge = Judge::new(self.visitors[1].base(), &key);
        crowd.hold_against(&self.visitors[1], &judge, founders);
    }
}

#[test]
fn signatures_through_two_nodes_make_one_record() {
    let mut pair = Pair::open();
    pair.judge_after(&mut chance("nodes"), |_| sleep(Duration::from_secs(5)));
}

#[test]
fn a_letters_own_name_is_known_to_every_node() {
    const HOST: &str = "cleanrivers.example";
    let pair = Pair::open();
    let wait_for_all = |status: u16, certified: bool| {
        for (node, visitor) in pair.visitors.iter().enumerate() {
            let own = visitor.under(HOST);
            wait_for("the name", Duration::from_secs(20), || {
                (own.get("/")?.status == status).then_some(())
            });
            let ask = Visitor::of(&pair.installation.ask_url(node));
            let said = ask
                .get(&format!("/host?domain={HOST}"))
                .expect("it answers");
            assert_eq!(said.status, if certified { 200 } else { 404 });
            assert_eq!(said.body, b"");
            let site = ask.get("/host?domain=127.0.0.1").expect("it answers");
            assert_eq!(site.status, 200);
            assert_eq!(ask.get("/host").expect("it answers").status, 400);
        }
    };
    wait_for_all(421, false);
    let said = pair
        .installation
        .run(&["host", "set", SLUG, "CleanRivers.example"]);
    assert!(
        said.contains(&format!("{SLUG} is read at http://{HOST}:")),
        "{said}"
    );
    wait_for_all(200, true);
    let listed = pair.installation.run(&["host", "list"]);
    assert_eq!(listed, format!("{HOST}  {SLUG}\n"));
    pair.installation.run(&["host", "remove", SLUG]);
    wait_for_all(421, false);
    assert_eq!(pair.installation.run(&["host", "list"]), "");
}

#[test]
fn the_sequencer_is_replaced_within_five_seconds() {
    let mut pair = Pair::open();
    for number in 0..rounds(20).max(2) {
        let person = Person::individual(number);
        let before = pair.total(0);
        assert_eq!(pair.visitors[0].sign(&person).map(|a| a.status), Some(303));
        let link = Postbox(&pair.sink).wait(&person, 1);
        let first = pair.sequencer();
        let other = 1 - first;
        if let Some(server) = pair.servers[first].take() {
            server.kill();
        }
        let killed = Instant::now();
        let answer = pair.visitors[other].confirm(&link).expect("it answers");
        assert_eq!(answer.status, 200, "{}", answer.text());
        wait_for("a new sequencer", TAKEOVER, || {
            (pair.visitors[other].total() == Some(before + 1)).then_some(())
        });
        println!("taken over after {:?}", killed.elapsed());
        assert!(killed.elapsed() < TAKEOVER);
        pair.servers[first] = Some(pair.installation.serve(first));
        pair.settle(before + 1);
    }
    Judge::new(pair.visitors[0].base(), &pair.key()).record();
}

#[test]
fn a_sequencer_that_was_frozen_and_overtaken_writes_nothing_wrong() {
    let mut chance = chance("frozen");
    let mut pair = Pair::open();
    let mut moments = chance.fork();
    pair.judge_after(&mut chance, |pair| {
        for _ in 0..rounds(20) {
            sleep(Duration::from_millis(moments.u64(200..1500)));
            let frozen = pair.sequencer();
            let size = pair.installation.number("select size from heads");
            if let Some(server) = &mut pair.servers[frozen] {
                server.pause();
            }
            // The other one goes on: at once if it holds nothing, else when the database ends the
            // frozen transaction or the oldest act is overdue.
            wait_for("the other node", Duration::from_secs(25), || {
                (pair.installation.number("select size from heads") > size + 1).then_some(())
            });
            if let Some(server) = &mut pair.servers[frozen] {
                server.resume();
            }
        }
        sleep(Duration::from_secs(2));
    });
}
