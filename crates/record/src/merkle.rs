//! The Merkle tree of RFC 6962, section 2.1, and the checks of its proofs as RFC 9162, sections 2.1.3.2 and
//! 2.1.4.2, spell them out.

use crate::Hash;

/// The hash of a leaf: SHA-256(0x00 ‖ entry).
#[must_use]
pub fn leaf_hash(entry: &[u8]) -> Hash {
    Hash::of_parts(&[&[0], entry])
}

/// The hash of an inner node: SHA-256(0x01 ‖ left ‖ right).
#[must_use]
pub fn node_hash(left: Hash, right: Hash) -> Hash {
    Hash::of_parts(&[&[1], &left.0, &right.0])
}

/// The root of the tree without leaves: SHA-256 of nothing.
#[must_use]
pub fn empty_root() -> Hash {
    Hash::of(&[])
}

/// Why a proof doesn't hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ProofError {
    /// The index is not below the size, or the first size is zero or above the second.
    #[error("the proof asks for {0} in a tree of {1}")]
    Range(u64, u64),
    /// The proof has too few or too many hashes.
    #[error("the proof has {0} hashes, which is not what its tree needs")]
    Length(usize),
    /// The hashes lead to another root.
    #[error("the proof leads to another root")]
    Root,
}

/// Checks that `leaf` is the leaf at `index` of the tree of `size` leaves with `root`.
///
/// # Errors
/// Says which way the proof fails: range, length or root.
pub fn verify_inclusion(
    proof: &[Hash],
    index: u64,
    size: u64,
    leaf: Hash,
    root: Hash,
) -> Result<(), ProofError> {
    if index >= size {
        return Err(ProofError::Range(index, size));
    }
    let (mut at, mut last, mut hash) = (index, size - 1, leaf);
    for sibling in proof {
        if last == 0 {
            return Err(ProofError::Length(proof.len()));
        }
        if at & 1 == 1 || at == last {
            hash = node_hash(*sibling, hash);
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            hash = node_hash(hash, *sibling);
        }
        at >>= 1;
        last >>= 1;
    }
    match (last, hash == root) {
        (0, true) => Ok(()),
        (0, false) => Err(ProofError::Root),
        _ => Err(ProofError::Length(proof.len())),
    }
}

/// Checks that the tree of `new` leaves extends the tree of `old` leaves. An empty old tree needs no proof.
///
/// # Errors
/// Says which way the proof fails: range, length or root.
pub fn verify_consistency(
    proof: &[Hash],
    old: u64,
    new: u64,
    old_root: Hash,
    new_root: Hash,
) -> Result<(), ProofError> {
    if old > new {
        return Err(ProofError::Range(old, new));
    }
    if old == new || old == 0 {
        let agrees = if old == 0 {
            old_root == empty_root()
        } else {
            old_root == new_root
        };
        let empty_agrees = new != 0 || new_root == empty_root();
        return match (proof.is_empty(), agrees && empty_agrees) {
            (true, true) => Ok(()),
            (true, false) => Err(ProofError::Root),
            (false, _) => Err(ProofError::Length(proof.len())),
        };
    }
    let (first, rest) = match (old.is_power_of_two(), proof.split_first()) {
        (true, Some(_)) => (old_root, proof),
        (false, Some((first, rest))) => (*first, rest),
        (_, None) => return Err(ProofError::Length(0)),
    };
    let (mut at, mut last) = (old - 1, new - 1);
    while at & 1 == 1 {
        at >>= 1;
        last >>= 1;
    }
    let (mut of_old, mut of_new) = (first, first);
    for sibling in rest {
        if last == 0 {
            return Err(ProofError::Length(proof.len()));
        }
        if at & 1 == 1 || at == last {
            of_old = node_hash(*sibling, of_old);
            of_new = node_hash(*sibling, of_new);
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            of_new = node_hash(of_new, *sibling);
        }
        at >>= 1;
        last >>= 1;
    }
    match (last, of_old == old_root && of_new == new_root) {
        (0, true) => Ok(()),
        (0, false) => Err(ProofError::Root),
        _ => Err(ProofError::Length(proof.len())),
    }
}

/// The root over hashes that are themselves complete subtrees of one height: the largest power of two goes left.
pub(crate) fn fold(hashes: &[Hash]) -> Hash {
    match hashes {
        [] => empty_root(),
        [one] => *one,
        [left, right] => node_hash(*left, *right),
        many => {
            let split = many.len().next_power_of_two() / 2;
            node_hash(fold(&many[..split]), fold(&many[split..]))
        }
    }
}
