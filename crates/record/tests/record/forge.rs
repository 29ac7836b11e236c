//! Bundles taken apart and put together without the crate's own reader and writer, as a forger would.

use undersigned_record::Hash;
use undersigned_record::note::LogKey;

use crate::letter::Letter;

/// A member of a ZIP, taken apart without the crate's own reader.
#[derive(Clone)]
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) data: Vec<u8>,
}

fn u32_at(bytes: &[u8], at: usize) -> usize {
    u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize
}

fn u16_at(bytes: &[u8], at: usize) -> usize {
    u16::from_le_bytes(bytes[at..at + 2].try_into().unwrap()) as usize
}

pub(crate) fn members(bytes: &[u8]) -> Vec<Member> {
    let (mut at, mut members) = (0, Vec::new());
    while bytes[at..].starts_with(b"PK\x03\x04") {
        let (size, length) = (u32_at(bytes, at + 22), u16_at(bytes, at + 26));
        let name = String::from_utf8(bytes[at + 30..at + 30 + length].to_vec()).unwrap();
        let data = bytes[at + 30 + length..at + 30 + length + size].to_vec();
        at += 30 + length + size;
        members.push(Member { name, data });
    }
    members
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |c, _| {
            if c & 1 == 1 {
                (c >> 1) ^ 0xedb8_8320
            } else {
                c >> 1
            }
        })
    })
}

/// Puts members together as the legal layout would, but in any order and under any name.
pub(crate) fn zip(members: &[Member]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for member in members {
        let (size, length) = (member.data.len() as u32, member.name.len() as u16);
        let mut shared = Vec::new();
        for word in [0u16, 0, 0, 0x21] {
            shared.extend(word.to_le_bytes());
        }
        for word in [crc(&member.data), size, size] {
            shared.extend(word.to_le_bytes());
        }
        shared.extend(length.to_le_bytes());
        directory.extend(b"PK\x01\x02\x14\x00\x14\x00");
        directory.extend(&shared);
        directory.extend([0; 12]);
        directory.extend((out.len() as u32).to_le_bytes());
        directory.extend(member.name.as_bytes());
        out.extend(b"PK\x03\x04\x14\x00");
        out.extend(&shared);
        out.extend([0; 2]);
        out.extend(member.name.as_bytes());
        out.extend(&member.data);
    }
    let offset = out.len() as u32;
    out.extend(&directory);
    out.extend(b"PK\x05\x06\x00\x00\x00\x00");
    let count = members.len() as u16;
    out.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    out.extend((directory.len() as u32).to_le_bytes());
    out.extend(offset.to_le_bytes());
    out.extend([0; 2]);
    out
}

/// The manifest that the log's own key would sign over these members.
pub(crate) fn manifest(members: &[Member], key: &LogKey) -> Member {
    let mut text = "undersigned/bundle/v1\n".to_owned();
    for member in members.iter().filter(|member| member.name != "MANIFEST") {
        text.push_str(&format!("{} {}\n", Hash::of(&member.data), member.name));
    }
    Member {
        name: "MANIFEST".into(),
        data: key.sign(&text).into_bytes(),
    }
}

/// Changes members and signs the outcome anew, as a dishonest organizer could.
pub(crate) fn resigned(bytes: &[u8], change: impl FnOnce(&mut Vec<Member>)) -> Vec<u8> {
    let mut members = members(bytes);
    members.pop();
    change(&mut members);
    let manifest = manifest(&members, &Letter::blank().key);
    members.push(manifest);
    zip(&members)
}

/// The bundle as a writer makes it that has no `verify.py` to give along.
pub(crate) fn without_verifier(bytes: &[u8]) -> Vec<u8> {
    resigned(bytes, |members| {
        members.retain(|member| member.name != "verify.py");
    })
}
