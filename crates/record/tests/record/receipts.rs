//! Receipts: what they prove, and what is no receipt.

use crate::letter::Letter;
use undersigned_record::Hash;
use undersigned_record::entry::{Country, Kind};
use undersigned_record::note::LogKey;
use undersigned_record::receipt::{Receipt, ReceiptError};
use undersigned_record::verify::{Problem, checkpoint, consistent};

#[test]
fn a_receipt_proves_a_signature_with_and_without_its_opening() {
    let letter = Letter::eventful(300);
    let key = letter.key.verifier();
    for index in [2, 20, 255, 256, 312] {
        let mut receipt = letter.receipt(index);
        let text = receipt.to_text();
        assert_eq!(Receipt::parse(&text), Ok(receipt.clone()));
        let proven = receipt.verify(&key).unwrap();
        assert_eq!(proven.checkpoint, letter.checkpoint());
        assert!(proven.opening.unwrap().name.is_some());
        receipt.opening = None;
        assert_eq!(Receipt::parse(&receipt.to_text()), Ok(receipt.clone()));
        assert_eq!(receipt.verify(&key).unwrap().opening, None);
    }
}

#[test]
fn a_correction_has_a_receipt_too() {
    let mut letter = Letter::opened(3);
    let sign = letter.sign("Jo");
    let index = letter.correct(sign, Kind::Individual, Country::ZZ, None);
    let proven = letter
        .receipt(index)
        .verify(&letter.key.verifier())
        .unwrap();
    assert_eq!(proven.opening.unwrap().name, None);
}

#[test]
fn every_flip_of_a_receipt_is_refused() {
    let letter = Letter::eventful(30);
    let key = letter.key.verifier();
    let text = letter.receipt(20).to_text();
    for place in 0..text.len() {
        for bit in [0, 3, 5] {
            let mut bytes = text.as_bytes().to_vec();
            bytes[place] ^= 1 << bit;
            let verdict = std::str::from_utf8(&bytes)
                .ok()
                .and_then(|text| Receipt::parse(text).ok());
            // The key inside is a convenience that the caller's key overrules; all else must break.
            let accepted =
                verdict.is_some_and(|receipt| receipt.key == key && receipt.verify(&key).is_ok());
            assert!(!accepted, "bit {bit} of byte {place}");
        }
    }
    assert!(
        (0..text.len())
            .filter(|cut| text.is_char_boundary(*cut))
            .all(|cut| {
                Receipt::parse(&text[..cut]).is_ok_and(|receipt| receipt.verify(&key).is_err())
                    || Receipt::parse(&text[..cut]).is_err()
            })
    );
}

#[test]
fn a_receipt_that_proves_something_else_is_refused() {
    let letter = Letter::eventful(30);
    let key = letter.key.verifier();
    let good = letter.receipt(20);
    let refused = |receipt: &Receipt| receipt.verify(&key).unwrap_err();
    let other = letter.receipt(21);
    assert_eq!(
        refused(&Receipt {
            opening: other.opening,
            ..good.clone()
        }),
        ReceiptError::Commitment
    );
    assert!(matches!(
        refused(&Receipt {
            entry: other.entry,
            opening: None,
            ..good.clone()
        }),
        ReceiptError::Proof(_)
    ));
    assert!(matches!(
        refused(&Receipt {
            index: 21,
            ..good.clone()
        }),
        ReceiptError::Proof(_)
    ));
    assert!(matches!(
        refused(&Receipt {
            proof: vec![Hash([0; 32])],
            ..good.clone()
        }),
        ReceiptError::Proof(_)
    ));
    assert!(matches!(refused(&letter.receipt(0)), ReceiptError::Act));
    let stranger = LogKey::generate(crate::letter::ORIGIN, [8; 32]).unwrap();
    assert!(matches!(
        good.verify(&stranger.verifier()),
        Err(ReceiptError::Checkpoint(_))
    ));
    let forged = Receipt {
        checkpoint: letter.checkpoint().sign(&stranger),
        ..good
    };
    assert!(matches!(refused(&forged), ReceiptError::Checkpoint(_)));
}

#[test]
fn a_receipt_and_the_log_of_later_or_earlier_are_one_history() {
    let mut letter = Letter::eventful(240);
    let key = letter.key.verifier();
    let (before, early) = (letter.checkpoint(), letter.publish());
    for n in 0..40 {
        letter.sign(&format!("Later {n}"));
    }
    let mut now = letter.publish();
    let head = checkpoint(&mut now, &key).unwrap();
    assert!(consistent(&mut now, &before, &head).is_ok());
    assert!(consistent(&mut now, &head, &before).is_ok());
    assert!(consistent(&mut now, &head, &head).is_ok());
    // A cached, smaller checkpoint beside the tiles of the larger tree.
    now.0
        .insert("checkpoint".into(), early.0["checkpoint"].clone());
    let cached = checkpoint(&mut now, &key).unwrap();
    assert!(cached.size < head.size && consistent(&mut now, &head, &cached).is_ok());
}

#[test]
fn another_history_under_the_same_key_is_a_fork() {
    let mut one = Letter::eventful(100);
    let mut other = one.clone();
    one.sign("Ann");
    other.sign("Bob");
    let receipt = one.checkpoint();
    for n in 0..200 {
        other.sign(&format!("Other {n}"));
    }
    let mut now = other.publish();
    let head = checkpoint(&mut now, &other.key.verifier()).unwrap();
    let fork = consistent(&mut now, &receipt, &head);
    assert!(
        matches!(fork, Err(Problem::Fork(old, new)) if (old, new) == (receipt.size, head.size))
    );
}
