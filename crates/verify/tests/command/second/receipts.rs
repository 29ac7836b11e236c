//! Receipts, right and wrong.

use undersigned_record::Hash;
use undersigned_record::entry::{Act, Kind, Proof, Sign};
use undersigned_record::receipt::Receipt;

use super::Case;
use crate::letter::{Letter, country};

pub(super) fn cases() -> Vec<Case> {
    let letter = Letter::eventful(300);
    let mut cases = Vec::new();
    for index in [2, 13, 20, 255, 256, 316, 318] {
        let text = letter.receipt(index).to_text();
        cases.push(Case::sound(format!("receipt {index}"), text.into_bytes()));
    }
    let right = letter.receipt(20);
    let mut nameless = right.clone();
    nameless.opening = None;
    cases.push(Case::sound(
        "receipt without a name",
        nameless.to_text().into_bytes(),
    ));
    cases.extend(bent(&right));
    cases.extend(spelled(&right.to_text()));
    let withdrawal = letter.receipt(315).to_text();
    cases.push(Case::hostile(
        "receipt of a withdrawal",
        withdrawal.into_bytes(),
    ));
    cases.push(of_another_kind());
    cases
}

fn bent(right: &Receipt) -> Vec<Case> {
    type Bend = fn(&mut Receipt);
    let bends: [(&str, Bend); 14] = [
        ("index one less", |it| it.index -= 1),
        ("index one more", |it| it.index += 1),
        ("index far beyond", |it| it.index = 1 << 40),
        ("a hash less", |it| _ = it.proof.pop()),
        ("no hashes", |it| it.proof.clear()),
        ("a hash more", |it| it.proof.push(Hash([0; 32]))),
        ("a hash twice", |it| it.proof.push(it.proof[0])),
        ("another hash", |it| it.proof[3].0[0] ^= 1),
        ("two hashes swapped", |it| it.proof.swap(0, 1)),
        ("another entry", |it| {
            edit(&mut it.entry, b"\"DE\"", b"\"FR\"");
        }),
        ("an entry in another spelling", |it| it.entry.push(b' ')),
        ("another salt", |it| {
            it.opening.as_mut().unwrap().1.0[0] ^= 1;
        }),
        ("another opening", |it| {
            edit(
                &mut it.opening.as_mut().unwrap().0,
                b"Signatory",
                b"signatory",
            );
        }),
        ("another root", |it| {
            it.checkpoint = it.checkpoint.replacen("\n322\n", "\n323\n", 1);
        }),
    ];
    let cases = bends.into_iter().map(|(what, bend)| {
        let mut receipt = right.clone();
        bend(&mut receipt);
        assert_ne!(&receipt, right, "{what}");
        Case::hostile(format!("receipt: {what}"), receipt.to_text().into_bytes())
    });
    cases.collect()
}

fn edit(bytes: &mut [u8], from: &[u8], to: &[u8]) {
    let at = bytes
        .windows(from.len())
        .position(|found| found == from)
        .unwrap();
    bytes[at..at + to.len()].copy_from_slice(to);
}

fn spelled(right: &str) -> Vec<Case> {
    let changes = [
        ("proof@v1", "proof@v2"),
        ("proof@v1\n", "proof@v1\n\n"),
        ("extra ", "extra  "),
        ("extra ", "Extra "),
        ("extra e", "extra f"),
        ("index 20\n", "index 020\n"),
        ("index 20\n", "index +20\n"),
        ("index 20\n", ""),
        ("index 20\n", "index 20\n\n"),
        ("index 20\n", "index 20 \n"),
        ("\n\n", "\n"),
        ("\n", "\r\n"),
        ("=\n", "\n"),
        ("\u{2014} ", "- "),
    ];
    let cases = changes.into_iter().map(|(from, to)| {
        let text = right.replacen(from, to, 1);
        assert_ne!(text, right);
        Case::hostile(format!("receipt: {from:?} is {to:?}"), text.into_bytes())
    });
    cases.collect()
}

/// The opening fits its commitment, and says that a company is a person.
fn of_another_kind() -> Case {
    let mut letter = Letter::eventful(8);
    let bytes = letter.opening(Kind::Individual, Some("Ann")).to_bytes();
    let opening = letter.disclose(bytes);
    let index = letter.push(Act::Sign(Sign {
        kind: Kind::Company,
        country: country("DE"),
        level: Proof::Dns,
        version: 1,
        founding: false,
        opening,
        contact: Hash([0; 32]),
    }));
    let text = letter.receipt(index).to_text();
    Case::hostile("receipt of another kind", text.into_bytes())
}
