//! A key of small order: one signature fits every text. OpenSSL by itself takes it for a key like any other.

use super::{Forgery, PROGRAM, python};
use crate::forge::{self, Member};
use crate::letter::{Letter, ORIGIN};
use crate::program::verify;
use undersigned_record::Hash;

/// The point that adds nothing: whatever a signature's first half is, twice the base point fits no text and any.
const NEUTRAL: [u8; 32] = {
    let mut bytes = [0; 32];
    bytes[0] = 1;
    bytes
};

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let groups = bytes.chunks(3).map(|chunk| {
        let bits = (0..3).fold(0, |bits, n| {
            bits << 8 | usize::from(*chunk.get(n).unwrap_or(&0))
        });
        let digit = |n: usize| {
            let digit = char::from(DIGITS[bits >> (18 - 6 * n) & 63]);
            if n > chunk.len() { '=' } else { digit }
        };
        (0..4).map(digit).collect::<String>()
    });
    groups.collect()
}

#[test]
fn a_key_under_which_anything_is_signed_is_refused_by_both() {
    let key = [&[1][..], &NEUTRAL].concat();
    let id = Hash::of(&[ORIGIN.as_bytes(), b"\n", &key].concat()).0;
    let hex: String = id[..4].iter().map(|byte| format!("{byte:02x}")).collect();
    let vkey = format!("{ORIGIN}+{hex}+{}", base64(&key));
    // The base point, and the number one: the same for every text.
    let base = [&[0x58][..], &[0x66; 31]].concat();
    let signature = base64(&[&id[..4], &base, &NEUTRAL].concat());
    let sign = |text: &str| format!("{text}\n\u{2014} {ORIGIN} {signature}\n").into_bytes();

    let mut forged = Forgery::of(Letter::eventful(8));
    let right = forged.letter.key.verifier().to_string();
    let genesis = String::from_utf8(forged.letter.entries[0].clone()).unwrap();
    forged.letter.entries[0] = genesis.replace(&right, &vkey).into_bytes();
    let head = forged.letter.checkpoint();
    let mut members: Vec<Member> = Vec::new();
    let mut text = "undersigned/bundle/v1\n".to_owned();
    for (name, data) in forged.files() {
        let data = match &*name {
            "checkpoint" => sign(&head.text()),
            "key" => format!("{vkey}\n").into_bytes(),
            "policy" => format!("log {vkey}\nquorum none\n").into_bytes(),
            _ => data,
        };
        text.push_str(&format!("{} {name}\n", Hash::of(&data)));
        members.push(Member { name, data });
    }
    members.push(Member {
        name: "MANIFEST".into(),
        data: sign(&text),
    });
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("weak.zip");
    std::fs::write(&path, forge::zip(&members)).unwrap();
    let first = verify([path.to_str().unwrap(), "--json"]);
    assert!(first.problem().contains("key"), "{}", first.out);
    let run = python().arg(&path).output().unwrap();
    let out = String::from_utf8(run.stdout).unwrap();
    assert_eq!(run.status.code(), Some(1), "{out}");
    assert!(out.contains("anything is signed"), "{out}");

    // Without that one check, `verify.py` would have believed it.
    let program = std::fs::read_to_string(PROGRAM).unwrap();
    let credulous = program.replace("p is None or times(8, p)[0] % P == 0", "False");
    assert_ne!(credulous, program);
    let copy = folder.path().join("credulous.py");
    std::fs::write(&copy, credulous).unwrap();
    let run = std::process::Command::new("python3")
        .arg(&copy)
        .arg(&path)
        .output();
    assert_eq!(run.unwrap().status.code(), Some(0));
}
