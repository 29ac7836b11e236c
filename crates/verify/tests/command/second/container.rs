//! The ZIP around the files, bent in every way that its headers allow.

use super::Case;
use crate::forge::{self, Member};
use crate::letter::{Letter, bundle};

/// Offsets of the fields in a local header, a central one, and the end record (APPNOTE.TXT 4.3).
const LOCAL: [usize; 12] = [0, 4, 6, 8, 10, 12, 14, 18, 22, 26, 28, 30];
const CENTRAL: [usize; 18] = [
    0, 4, 6, 8, 10, 12, 14, 16, 20, 24, 28, 30, 32, 34, 36, 38, 42, 46,
];
const END: [usize; 8] = [0, 4, 6, 8, 10, 12, 16, 20];

pub(super) fn cases() -> Vec<Case> {
    let bytes = bundle(&Letter::eventful(300));
    let members = forge::members(&bytes);
    let end = bytes.len() - 22;
    let directory = u32::from_le_bytes(bytes[end + 16..end + 20].try_into().unwrap()) as usize;
    let second = 30 + members[0].name.len() + members[0].data.len();
    let mut cases = Vec::new();
    let mut flip = |what: &str, at: usize| {
        let mut flipped = bytes.clone();
        flipped[at] ^= 1;
        cases.push(Case::hostile(what, flipped));
    };
    for at in LOCAL {
        flip(&format!("local header, byte {at}"), second + at);
    }
    for at in CENTRAL {
        let first = 46 + members[0].name.len();
        flip(
            &format!("central header, byte {at}"),
            directory + first + at,
        );
    }
    for at in END {
        // With another magic at its end, but a member's at its start, it is still meant to be a bundle.
        flip(&format!("end record, byte {at}"), end + at);
    }
    let mut at = 0;
    for member in &members {
        at += 30 + member.name.len();
        flip(
            &format!("{}, in the middle", member.name),
            at + member.data.len() / 2,
        );
        at += member.data.len();
    }
    for length in [4, 22, 100, second, directory, end, bytes.len() - 1] {
        let cut = bytes[..length].to_vec();
        cases.push(Case::hostile(format!("cut to {length}"), cut));
    }
    for (what, bytes) in [
        ("nothing before the directory", bytes[directory..].to_vec()),
        ("a byte after it", [&bytes[..], b"\0"].concat()),
        ("a byte before it", [b"\0", &bytes[..]].concat()),
        ("twice", [&bytes[..], &bytes[..]].concat()),
        ("a ZIP after it", [&bytes[..], &bytes[end..]].concat()),
        ("a comment", commented(&bytes)),
        ("ZIP64 without need", zip64(&bytes, false)),
        ("ZIP64 without need, saturated", zip64(&bytes, true)),
        ("a gap before the directory", gapped(&bytes, directory)),
        ("a compressed file", compressed(&members)),
        ("an empty ZIP", forge::zip(&[])),
    ] {
        cases.push(Case::hostile(what, bytes));
    }
    cases.extend(arranged(&members));
    cases
}

fn commented(bytes: &[u8]) -> Vec<u8> {
    let mut longer = bytes.to_vec();
    let length = longer.len() - 2;
    longer[length] = 1;
    longer.push(b'!');
    longer
}

/// The ZIP64 end record and its locator, which only a longer bundle may have.
fn zip64(bytes: &[u8], saturated: bool) -> Vec<u8> {
    let (before, plain) = bytes.split_at(bytes.len() - 22);
    let number = |at: usize| u64::from(u32::from_le_bytes(plain[at..at + 4].try_into().unwrap()));
    let count = u64::from(u16::from_le_bytes([plain[10], plain[11]]));
    let mut out = before.to_vec();
    out.extend(b"PK\x06\x06");
    out.extend(44u64.to_le_bytes());
    out.extend([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    for value in [count, count, number(12), number(16)] {
        out.extend(value.to_le_bytes());
    }
    out.extend(b"PK\x06\x07\0\0\0\0");
    out.extend((before.len() as u64).to_le_bytes());
    out.extend(1u32.to_le_bytes());
    let mut plain = plain.to_vec();
    if saturated {
        plain[8..20].fill(0xff);
    }
    out.extend(plain);
    out
}

fn gapped(bytes: &[u8], directory: usize) -> Vec<u8> {
    let mut longer = bytes.to_vec();
    longer.insert(directory, 0);
    let at = longer.len() - 6;
    let moved = u32::try_from(directory).unwrap() + 1;
    longer[at..at + 4].copy_from_slice(&moved.to_le_bytes());
    longer
}

/// The first file as a deflate stream of one stored block, marked as such.
fn compressed(members: &[Member]) -> Vec<u8> {
    let mut members = members.to_vec();
    let data = &members[0].data;
    let length = u16::try_from(data.len()).unwrap();
    let block = [
        &[1],
        &length.to_le_bytes()[..],
        &(!length).to_le_bytes(),
        data,
    ]
    .concat();
    let offset = 30 + members[0].name.len() + block.len();
    members[0].data = block;
    let mut out = forge::zip(&members);
    out[8] = 8;
    let end = out.len() - 22;
    let directory = u32::from_le_bytes(out[end + 16..end + 20].try_into().unwrap()) as usize;
    assert!(offset < directory);
    out[directory + 10] = 8;
    out
}

fn arranged(members: &[Member]) -> Vec<Case> {
    let mut cases = Vec::new();
    for n in [1, 5, members.len() - 1] {
        let mut swapped = members.to_vec();
        swapped.swap(n - 1, n);
        cases.push(Case::hostile(format!("{n} swapped"), forge::zip(&swapped)));
    }
    for n in [0, 3, members.len() - 1] {
        let mut doubled = members.to_vec();
        doubled.insert(n, members[n].clone());
        cases.push(Case::hostile(format!("{n} twice"), forge::zip(&doubled)));
        let mut fewer = members.to_vec();
        fewer.remove(n);
        cases.push(Case::hostile(format!("{n} gone"), forge::zip(&fewer)));
    }
    let mut reversed = members.to_vec();
    reversed.reverse();
    cases.push(Case::hostile("reversed", forge::zip(&reversed)));
    cases
}
