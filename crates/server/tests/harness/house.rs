//! A letter that is being served, its mail server, and somebody at the door.

use std::time::Duration;

use undersigned_testbed::{Server, SmtpSink};

use super::{Base, Inside, Installation, Judge, Person, Postbox, Visitor, wait_for};

/// An installation, its mail server and its running server `S`.
pub(crate) struct House<S> {
    pub(crate) visitor: Visitor,
    // Before what it uses: fields are dropped in this order.
    pub(crate) server: S,
    pub(crate) installation: Installation,
    pub(crate) sink: SmtpSink,
}

impl House<Server> {
    /// Serves a new letter by the real program.
    pub(crate) fn open(base: Base) -> Self {
        let sink = SmtpSink::start();
        let installation = Installation::new(base, sink.port(), 1);
        let server = installation.serve(0);
        let visitor = Visitor::of(&server.url(""));
        let house = Self {
            visitor,
            server,
            installation,
            sink,
        };
        house.wait_until_open();
        house
    }
}

impl House<Server> {
    /// Parts it from its server, which is to die.
    pub(crate) fn without_server(self) -> (House<()>, Server) {
        let house = House {
            visitor: self.visitor,
            server: (),
            installation: self.installation,
            sink: self.sink,
        };
        (house, self.server)
    }
}

impl House<Inside> {
    /// Serves a new letter in this process, under a clock that can be set.
    pub(crate) fn open_inside(base: Base) -> Self {
        Self::open_inside_as("127.0.0.1", base)
    }

    /// The same under another name of this machine.
    pub(crate) fn open_inside_as(host: &'static str, base: Base) -> Self {
        let sink = SmtpSink::start();
        let installation = Installation::named(host, base, sink.port(), 1);
        Self::served_inside(installation, sink)
    }

    /// The same, with these tables behind its settings.
    pub(crate) fn open_inside_with(base: Base, tables: &str) -> Self {
        let sink = SmtpSink::start();
        let installation = Installation::new(base, sink.port(), 1);
        let file = installation.data(0).join("undersigned.toml");
        let settings = std::fs::read_to_string(&file).expect("it is there");
        std::fs::write(&file, settings + tables).expect("own directory");
        Self::served_inside(installation, sink)
    }

    fn served_inside(installation: Installation, sink: SmtpSink) -> Self {
        let server = Inside::serve(&installation);
        Self {
            visitor: server.visitor.clone(),
            server,
            installation,
            sink,
        }
    }

    /// Waits until every mail that is due was sent, dropped or put off.
    pub(crate) fn settle_mail(&self) {
        self.server.settle_mail(&self.installation);
    }
}

impl<S> House<S> {
    /// Waits until the letter can be read.
    pub(crate) fn wait_until_open(&self) {
        wait_for("the letter", Duration::from_secs(30), || {
            self.visitor.letter()
        });
    }

    /// Waits until the record has everything that was queued for it.
    pub(crate) fn settle(&self) {
        self.wait_until_open();
        wait_for("the queue", Duration::from_secs(30), || {
            let queued = self.installation.number("select count(*) from queue");
            (queued == 0).then_some(())
        });
    }

    /// The letter's vkey.
    pub(crate) fn key(&self) -> String {
        let answer = self.visitor.record("key").expect("the server answers");
        assert_eq!(answer.status, 200);
        answer.text().trim().to_owned()
    }

    pub(crate) fn judge(&self) -> Judge {
        Judge::new(self.visitor.base(), &self.key())
    }

    pub(crate) fn postbox(&self) -> Postbox<'_> {
        Postbox(&self.sink)
    }

    /// Signatures in all, as the site shows them now.
    pub(crate) fn total(&self) -> u64 {
        self.visitor.total().expect("the server answers")
    }

    /// Waits until the site shows this many signatures.
    pub(crate) fn wait_for_total(&self, total: u64) {
        wait_for("the figures", Duration::from_secs(20), || {
            (self.total() == total).then_some(())
        });
    }

    /// Sends a person's form and waits for the mail; gives its link.
    pub(crate) fn sign(&self, person: &Person) -> String {
        let before = self.postbox().links(person).len();
        let answer = self.visitor.sign(person).expect("the server answers");
        assert_eq!(answer.status, 303, "{}", answer.text());
        self.postbox().wait(person, before + 1)
    }

    /// Has a person sign and confirm; gives the private link.
    pub(crate) fn sign_and_confirm(&self, person: &Person) -> String {
        let link = self.sign(person);
        let answer = self.visitor.confirm(&link).expect("the server answers");
        assert_eq!(answer.status, 200, "{}", answer.text());
        link
    }
}
