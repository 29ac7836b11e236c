//! Bundles in which all is well, so that a verifier that refuses everything is found out too.

use undersigned_record::checkpoint::Checkpoint;
use undersigned_record::entry::{
    Act, Audit, Country, Deliver, KeyAct, KeyRole, Kind, Proof, State,
};
use undersigned_record::filter::Filter;
use undersigned_record::note::LogKey;

use super::{Case, Forgery};
use crate::forge::{self, Member};
use crate::letter::{Letter, bundle, country, filtered};

pub(super) fn cases() -> Vec<Case> {
    let eventful = Letter::eventful(300);
    let whole = bundle(&eventful);
    let mut cases = vec![
        Case::sound("eventful", whole.clone()),
        Case::sound("without verify.py", forge::without_verifier(&whole)),
        Case::sound("with a dossier", with_dossier(&whole)),
        Case::sound("nobody signed", bundle(&Letter::opened(0))),
        Case::sound("not open yet", bundle(&Letter::written())),
        Case::sound("all kinds of entries", bundle(&busy())),
        Case::sound("names of all kinds", bundle(&names())),
        Case::sound("mailboxes shown", bundle(&mailboxes())),
        Case::sound("every country", bundle(&everywhere())),
        Case::sound("cosigned", cosigned(63)),
    ];
    for (home, kind) in [
        (Some("DE"), None),
        (Some("CL"), None),
        (Some("ZZ"), Some(Kind::Individual)),
        (None, Some(Kind::Organization)),
        (Some("DE"), Some(Kind::Company)),
        (Some("FR"), None),
    ] {
        let home = home.map(country);
        let filter = Filter {
            country: home,
            kind,
        };
        let bytes = filtered(&eventful, filter);
        cases.push(Case::sound(format!("{filter:?}"), bytes));
    }
    for size in [255, 256, 257, 512] {
        let mut letter = Letter::opened(0);
        while letter.entries.len() < size {
            letter.sign(&format!("Signatory {}", letter.entries.len()));
        }
        cases.push(Case::sound(format!("{size} entries"), bundle(&letter)));
    }
    cases
}

/// Domains of mailboxes that are shown, one beside a higher level of proof.
fn mailboxes() -> Letter {
    let mut letter = Letter::opened(3);
    let signed = letter.sign_from("Ana", "Uni X", "uni-x.example");
    letter.sign_from("Zo\u{eb}", "B\u{fc}cher", "xn--bcher-kva.example");
    letter.push(Act::Level {
        sign: signed,
        level: Proof::Vouched,
    });
    letter
}

fn with_dossier(bytes: &[u8]) -> Vec<u8> {
    forge::resigned(bytes, |members| {
        for name in ["zh-Hant-2".to_owned(), "9".repeat(64)] {
            let (name, data) = (format!("dossier/{name}.pdf"), b"%PDF-1.7".to_vec());
            members.push(Member { name, data });
        }
        members.sort_by(|a, b| a.name.cmp(&b.name));
    })
}

/// The checkpoint of a letter's first `size` entries.
pub(super) fn earlier(letter: &Letter, size: usize) -> Checkpoint {
    let edge = letter.edge(size);
    Checkpoint {
        size: edge.size(),
        root: edge.root(),
        ..letter.checkpoint()
    }
}

pub(super) fn delivery(carried: &Checkpoint) -> Act {
    Act::Deliver(Deliver {
        recipient: "Ministry of \"Digital\" Affairs \\ \u{1f3db}".into(),
        channel: "postal".into(),
        size: carried.size,
        root: carried.root,
    })
}

pub(super) fn audit(named: &Checkpoint) -> Act {
    Act::Audit(Audit {
        size: named.size,
        root: named.root,
        sample: 100,
        beacon: "drand quicknet".into(),
        round: 9_007_199_254_740_991,
    })
}

fn busy() -> Letter {
    let mut letter = Letter::eventful(530);
    for size in [1, 255, 256, 257, 511, 512, 550] {
        let carried = earlier(&letter, size);
        letter.push(audit(&carried));
        let deliver = letter.push(delivery(&carried));
        letter.push(Act::Respond {
            deliver,
            digest: carried.root,
        });
    }
    letter.text(2);
    letter.push(Act::Issue {
        issuer: letter.checkpoint().root,
    });
    letter.push(Act::Key {
        role: KeyRole::Tag,
        act: KeyAct::Destroyed,
        value: "0".into(),
    });
    let sign = letter.sign("Late");
    letter.state(sign, "Taken back.");
    letter.statements.retain(|index, _| *index < sign);
    letter.push(Act::Statement {
        sign,
        statement: None,
    });
    letter.push(Act::State(State::Closed));
    letter.correct(sign, Kind::Individual, Country::ZZ, Some("Later"));
    letter.text(3);
    letter.withdraw(20);
    letter
}

fn everywhere() -> Letter {
    let mut letter = Letter::opened(0);
    for home in Country::all() {
        letter.sign_as(Kind::Organization, home, home.as_str(), false);
    }
    letter
}

fn names() -> Letter {
    let mut letter = Letter::opened(1);
    for name in [
        "\"quoted\", and \\slashed\\",
        "\u{202e}\u{645}\u{62d}\u{645}\u{62f}",
        "line\u{2028}separator",
        "\u{feff}\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}",
        "'=1+1",
        "\u{ff1d}1",
        "@x",
        " ",
    ] {
        let sign = letter.sign(name);
        letter.state(sign, &format!("{name}\n\n=2"));
    }
    letter.sign(&"\u{10ffff}".repeat(500));
    letter
}

/// With that many signatures by others, of which a verifier knows none.
pub(super) fn cosigned(others: u8) -> Vec<u8> {
    let mut forged = Forgery::of(Letter::eventful(8));
    let head = forged.letter.checkpoint();
    let mut note = head.sign(&forged.letter.key);
    for seed in 0..others {
        let witness = LogKey::generate("witness.example", [seed + 8; 32]).unwrap();
        let signed = head.sign(&witness);
        note.push_str(&signed[head.text().len() + 1..]);
    }
    forged.checkpoint = Some(note);
    forged.bytes()
}
