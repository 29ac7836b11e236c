//! Other people's crates agree: `tlog_tiles` (tiles, checkpoints, proofs), `signed_note`, `ct-merkle`.

use ct_merkle::mem_backed_tree::MemoryBackedTree;
use ct_merkle::{ConsistencyProof, InclusionProof, RootHash};
use signed_note::{Note, StandardSigner, StandardVerifier, VerifierList};
use undersigned_record::Hash;
use undersigned_record::checkpoint::Checkpoint;
use undersigned_record::merkle::{leaf_hash, verify_consistency, verify_inclusion};
use undersigned_record::note::{LogKey, open};
use undersigned_record::proof;
use undersigned_record::tile::{EntryBundle, Tile};

use crate::letter::{Letter, ORIGIN};

/// A letter of each of these sizes (entries).
fn letters() -> impl Iterator<Item = Letter> {
    [1usize, 2, 3, 7, 100, 255, 256, 257, 700]
        .into_iter()
        .map(|size| {
            let mut letter = Letter::eventful(720);
            letter.entries.truncate(size);
            letter
        })
}

#[test]
fn tlog_tiles_agrees_on_proofs() {
    for letter in letters() {
        let head = letter.checkpoint();
        let root = tlog_tiles::Hash(head.root.0);
        let tiles = letter.tiles();
        for index in [0, head.size / 3, head.size / 2, head.size - 1] {
            let ours = proof::inclusion(index, head.size, &tiles).unwrap();
            let theirs: Vec<tlog_tiles::Hash> =
                ours.iter().map(|hash| tlog_tiles::Hash(hash.0)).collect();
            let leaf = tlog_tiles::record_hash(&letter.entries[usize::try_from(index).unwrap()]);
            tlog_tiles::check_record(&theirs, head.size, root, index, leaf).unwrap();
        }
        for old in [1, head.size / 3, head.size / 2, head.size]
            .into_iter()
            .filter(|old| *old > 0)
        {
            let ours = proof::consistency(old, head.size, &tiles).unwrap();
            let theirs: Vec<tlog_tiles::Hash> =
                ours.iter().map(|hash| tlog_tiles::Hash(hash.0)).collect();
            let before = letter.edge(usize::try_from(old).unwrap()).root();
            tlog_tiles::check_tree(&theirs, head.size, root, old, tlog_tiles::Hash(before.0))
                .unwrap();
        }
    }
}

#[test]
fn tlog_tiles_agrees_on_paths_and_checkpoints() {
    for letter in letters() {
        let head = letter.checkpoint();
        let theirs = tlog_tiles::Checkpoint::from_bytes(head.text().as_bytes()).unwrap();
        assert_eq!(
            (theirs.origin(), theirs.size(), theirs.hash().0),
            (ORIGIN, head.size, head.root.0)
        );
        assert_eq!(String::from_utf8(theirs.to_bytes()).unwrap(), head.text());
    }
    for index in [0, 5, 999, 1000, 1_234_067, 70_000_000] {
        for width in [1u16, 9, 255, 256] {
            for level in [0u8, 1, 5] {
                let theirs = tlog_tiles::Tile::new(8, level, index, width.into(), false);
                // Theirs keeps Go's tile height in the path.
                let path = theirs.path().replacen("tile/8/", "tile/", 1);
                assert_eq!(
                    Tile {
                        level,
                        index,
                        width
                    }
                    .path(),
                    path
                );
            }
            let theirs = tlog_tiles::Tile::new(8, 0, index, width.into(), true).path();
            let path = theirs.replacen("tile/8/data/", "tile/entries/", 1);
            assert_eq!(EntryBundle { index, width }.path(), path);
        }
    }
}

#[test]
fn signed_note_agrees_on_keys_and_signatures() {
    let ours = LogKey::generate(ORIGIN, [7; 32]).unwrap();
    let text = Checkpoint {
        origin: ORIGIN.into(),
        size: 3,
        root: Hash([5; 32]),
    }
    .text();
    let verifier = StandardVerifier::new(&ours.verifier().to_string()).unwrap();
    let theirs = Note::from_bytes(ours.sign(&text).as_bytes()).unwrap();
    theirs
        .verify(&VerifierList::new(vec![Box::new(verifier)]))
        .unwrap();
    assert_eq!(theirs.text(), text.as_bytes());
    let signer = StandardSigner::new(&ours.to_text()).unwrap();
    let mut note = Note::new(text.as_bytes(), &[]).unwrap();
    note.add_sigs(&[&signer]).unwrap();
    let note = String::from_utf8(note.to_bytes()).unwrap();
    assert_eq!(note, ours.sign(&text));
    assert_eq!(open(&note, &ours.verifier()), Ok(text.as_str()));
}

#[test]
fn ct_merkle_agrees_on_roots_and_proofs() {
    for letter in letters() {
        let mut theirs = MemoryBackedTree::<sha2::Sha256, Vec<u8>>::new();
        letter
            .entries
            .iter()
            .for_each(|entry| theirs.push(entry.clone()));
        let head = letter.checkpoint();
        let root: RootHash<sha2::Sha256> = theirs.root();
        assert_eq!(root.as_bytes().as_slice(), head.root.0);
        let tiles = letter.tiles();
        let size = letter.entries.len();
        for index in [0, size / 2, size - 1] {
            let proof = proof::inclusion(index as u64, head.size, &tiles).unwrap();
            let bytes: Vec<u8> = proof.iter().flat_map(|hash| hash.0).collect();
            assert_eq!(theirs.prove_inclusion(index).as_bytes(), bytes);
            let entry = &letter.entries[index];
            let proof_of_theirs = InclusionProof::<sha2::Sha256>::from_bytes(bytes);
            root.verify_inclusion(entry, index as u64, &proof_of_theirs)
                .unwrap();
            verify_inclusion(&proof, index as u64, head.size, leaf_hash(entry), head.root).unwrap();
        }
        for old in [1, size / 2, size - 1]
            .into_iter()
            .filter(|old| (1..size).contains(old))
        {
            let proof = proof::consistency(old as u64, head.size, &tiles).unwrap();
            let bytes: Vec<u8> = proof.iter().flat_map(|hash| hash.0).collect();
            assert_eq!(theirs.prove_consistency(size - old).as_bytes(), bytes);
            let before = letter.edge(old).root();
            let digest = sha2::digest::Output::<sha2::Sha256>::from(before.0);
            let old_root = RootHash::<sha2::Sha256>::new(digest, old as u64);
            let theirs = ConsistencyProof::<sha2::Sha256>::try_from_bytes(bytes).unwrap();
            root.verify_consistency(&old_root, &theirs).unwrap();
            verify_consistency(&proof, old as u64, head.size, before, head.root).unwrap();
        }
    }
}
