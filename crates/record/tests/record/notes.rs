//! Notes, keys and checkpoints against C2SP's examples and Go's.

use undersigned_record::Hash;
use undersigned_record::checkpoint::{Checkpoint, CheckpointError};
use undersigned_record::note::{LogKey, NoteError, VerifierKey, open};

/// From the documentation of golang.org/x/mod/sumdb/note.
const SECRET: &str =
    "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
const PUBLIC: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const TEXT: &str = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const NOTE: &str = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n\u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

#[test]
fn the_known_note_opens_and_is_what_we_sign() {
    let public: VerifierKey = PUBLIC.parse().unwrap();
    assert_eq!(open(NOTE, &public), Ok(TEXT));
    let secret = LogKey::from_text(SECRET).unwrap();
    assert_eq!(secret.verifier(), public);
    assert_eq!(secret.sign(TEXT), NOTE);
    assert_eq!(*secret.to_text(), SECRET);
    assert_eq!(public.to_string(), PUBLIC);
}

#[test]
fn debug_output_keeps_the_secret() {
    let shown = format!("{:?}", LogKey::from_text(SECRET).unwrap());
    assert!(shown.contains("PeterNeumann") && !shown.contains("AYEKFALVFGyNhPJEMzD1QIDr"));
}

#[test]
fn the_checksum_database_of_go_has_a_legal_key() {
    let key = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";
    assert_eq!(key.parse::<VerifierKey>().unwrap().name(), "sum.golang.org");
}

#[test]
fn every_flip_of_the_note_is_refused() {
    let public: VerifierKey = PUBLIC.parse().unwrap();
    for place in 0..NOTE.len() {
        for bit in 0..8 {
            let mut bytes = NOTE.as_bytes().to_vec();
            bytes[place] ^= 1 << bit;
            let refused =
                std::str::from_utf8(&bytes).map_or(true, |note| open(note, &public).is_err());
            assert!(refused, "bit {bit} of byte {place}");
        }
    }
}

#[test]
fn other_signatures_are_passed_over_and_ours_must_be_there() {
    let public: VerifierKey = PUBLIC.parse().unwrap();
    let witness = LogKey::generate("witness.example", [3; 32]).unwrap();
    let line = |key: &LogKey| key.sign(TEXT)[TEXT.len() + 1..].to_owned();
    assert_eq!(
        open(&format!("{NOTE}{}", line(&witness)), &public),
        Ok(TEXT)
    );
    assert_eq!(
        open(
            &format!("{TEXT}\n{}{}", line(&witness), &NOTE[TEXT.len() + 1..]),
            &public
        ),
        Ok(TEXT)
    );
    assert_eq!(open(&witness.sign(TEXT), &public), Err(NoteError::Unsigned));
    // The same name with another key is another key.
    let namesake = LogKey::generate("PeterNeumann", [3; 32]).unwrap();
    assert_eq!(
        open(&namesake.sign(TEXT), &public),
        Err(NoteError::Unsigned)
    );
    assert_eq!(
        open(&format!("{NOTE}\u{2014} someone\n"), &public),
        Err(NoteError::Malformed)
    );
    assert_eq!(
        open(&NOTE.replace("answer", "question"), &public),
        Err(NoteError::Signature)
    );
    assert_eq!(open(TEXT, &public), Err(NoteError::Malformed));
}

#[test]
fn keys_have_one_spelling_and_a_fitting_hash() {
    let tampered = PUBLIC.replace("c74f20a3", "c74f20a4");
    for illegal in [
        &tampered,
        "",
        "name",
        "name+c74f20a3",
        &PUBLIC.replace("c74f", "C74F"),
        &format!("{PUBLIC}="),
        &PUBLIC.replace("PeterNeumann", "Peter Neumann"),
    ] {
        assert!(illegal.parse::<VerifierKey>().is_err(), "{illegal}");
    }
    for name in ["", "a b", "a+b", "a\u{a0}b", "a\nb"] {
        assert!(
            matches!(LogKey::generate(name, [1; 32]), Err(NoteError::Name)),
            "{name:?}"
        );
    }
    assert!(LogKey::from_text(PUBLIC).is_err());
}

#[test]
fn checkpoints_have_one_spelling() {
    // The text of tlog-checkpoint's example.
    let text =
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    let checkpoint = Checkpoint::parse(text).unwrap();
    assert_eq!(
        (checkpoint.size, checkpoint.text().as_str()),
        (20_852_163, text)
    );
    for illegal in [
        text.replace("20852163", "020852163"),
        text.replace("20852163", "-1"),
        text.replace("20852163", "+1"),
        text.replace("20852163", "9007199254740992"),
        text.replace("20852163", ""),
        text.replace("q2I=", "q2J="),
        text.replace("q2I=", "q2I"),
        text.replace("example.com/behind-the-sofa", ""),
        format!("{text}extension\n"),
        text.trim_end().to_owned(),
        text.replace('\n', "\r\n"),
    ] {
        assert_eq!(
            Checkpoint::parse(&illegal),
            Err(CheckpointError::Malformed),
            "{illegal}"
        );
    }
}

#[test]
fn a_checkpoint_belongs_to_the_key_of_its_origin() {
    let key = LogKey::generate("demo.example/letters/one", [1; 32]).unwrap();
    let checkpoint = |origin: &str| Checkpoint {
        origin: origin.into(),
        size: 3,
        root: Hash([1; 32]),
    };
    let own = checkpoint("demo.example/letters/one");
    assert_eq!(
        Checkpoint::open(&own.sign(&key), &key.verifier()),
        Ok(own.clone())
    );
    assert_eq!(own.sign(&key), own.sign(&key));
    let other = checkpoint("demo.example/letters/two").sign(&key);
    assert_eq!(
        Checkpoint::open(&other, &key.verifier()),
        Err(CheckpointError::Origin)
    );
}
