//! Trees, tiles and proofs against RFC 6962's own recursion, its known vectors and tlog-tiles' examples.

use undersigned_record::Hash;
use undersigned_record::merkle::{
    ProofError, empty_root, leaf_hash, node_hash, verify_consistency, verify_inclusion,
};
use undersigned_record::proof::{
    TileMap, consistency, consistency_tiles, inclusion, inclusion_tiles,
};
use undersigned_record::tile::{Edge, EntryBundle, Tile, index_from_path, index_path};

fn hex(text: &str) -> Vec<u8> {
    let digits = text.as_bytes().chunks(2);
    digits
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect()
}

fn hash(text: &str) -> Hash {
    Hash::from_slice(&hex(text)).unwrap()
}

/// The leaves of certificate-transparency's reference tests.
const LEAVES: [&str; 8] = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
];
const ROOTS: [&str; 8] = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

/// MTH of RFC 6962, section 2.1, word for word.
fn naive_root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => empty_root(),
        [one] => *one,
        many => {
            let k = many.len().next_power_of_two() / 2;
            node_hash(naive_root(&many[..k]), naive_root(&many[k..]))
        }
    }
}

/// PATH of RFC 6962, section 2.1.1.
fn naive_path(m: usize, leaves: &[Hash]) -> Vec<Hash> {
    if leaves.len() == 1 {
        return Vec::new();
    }
    let k = leaves.len().next_power_of_two() / 2;
    let (mut path, sibling) = if m < k {
        (naive_path(m, &leaves[..k]), naive_root(&leaves[k..]))
    } else {
        (naive_path(m - k, &leaves[k..]), naive_root(&leaves[..k]))
    };
    path.push(sibling);
    path
}

/// SUBPROOF of RFC 6962, section 2.1.2.
fn naive_subproof(m: usize, leaves: &[Hash], known: bool) -> Vec<Hash> {
    if m == leaves.len() {
        return if known {
            Vec::new()
        } else {
            vec![naive_root(leaves)]
        };
    }
    let k = leaves.len().next_power_of_two() / 2;
    let (mut proof, sibling) = if m <= k {
        (
            naive_subproof(m, &leaves[..k], known),
            naive_root(&leaves[k..]),
        )
    } else {
        (
            naive_subproof(m - k, &leaves[k..], false),
            naive_root(&leaves[..k]),
        )
    };
    proof.push(sibling);
    proof
}

fn leaves(count: usize) -> Vec<Hash> {
    (0..count)
        .map(|n| leaf_hash(n.to_string().as_bytes()))
        .collect()
}

/// The tiles of the tree of the first `size` leaves.
fn tiles(leaves: &[Hash]) -> (Edge, TileMap) {
    let mut edge = Edge::empty();
    leaves.iter().for_each(|leaf| edge.append(*leaf));
    let tiles = edge
        .take_changed()
        .into_iter()
        .map(|(l, n, bytes)| ((l, n), bytes))
        .collect();
    (edge, tiles)
}

fn only(tiles: &TileMap, names: &[Tile]) -> TileMap {
    names
        .iter()
        .map(|tile| {
            (
                (tile.level, tile.index),
                tiles[&(tile.level, tile.index)].clone(),
            )
        })
        .collect()
}

#[test]
fn the_known_tree_has_its_known_roots() {
    assert_eq!(
        empty_root(),
        hash("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    );
    let mut edge = Edge::empty();
    for (leaf, root) in LEAVES.iter().zip(ROOTS) {
        edge.append(leaf_hash(&hex(leaf)));
        assert_eq!(edge.root(), hash(root));
    }
}

#[test]
fn the_known_tree_has_its_known_proofs() {
    let leaves: Vec<Hash> = LEAVES.iter().map(|leaf| leaf_hash(&hex(leaf))).collect();
    let (_, map) = tiles(&leaves);
    let second = [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ];
    let proof = inclusion(0, 8, &map).unwrap();
    assert_eq!(proof, second.map(hash));
    assert_eq!(consistency(1, 8, &map).unwrap(), second.map(hash));
    let sixth = [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ];
    assert_eq!(inclusion(5, 8, &map).unwrap(), sixth.map(hash));
    let from_six = [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ];
    assert_eq!(consistency(6, 8, &map).unwrap(), from_six.map(hash));
}

#[test]
fn every_tree_up_to_600_agrees_with_the_recursion() {
    let all = leaves(600);
    let mut grown = Edge::empty();
    for size in 1..=all.len() {
        grown.append(all[size - 1]);
        let root = naive_root(&all[..size]);
        assert_eq!(grown.root(), root, "root of {size}");
        let (edge, map) = tiles(&all[..size]);
        assert_eq!(edge.root(), root);
        let (n, at) = (size as u64, |part: usize| (size * part / 13).min(size - 1));
        for index in (0..13).map(at).chain([size - 1]) {
            let i = index as u64;
            let map = only(&map, &inclusion_tiles(i, n));
            let proof = inclusion(i, n, &map).unwrap();
            assert_eq!(
                proof,
                naive_path(index, &all[..size]),
                "inclusion of {index} in {size}"
            );
            assert_eq!(verify_inclusion(&proof, i, n, all[index], root), Ok(()));
        }
        for old in (0..13).map(at).chain([size]) {
            let map = only(&map, &consistency_tiles(old as u64, n));
            let proof = consistency(old as u64, n, &map).unwrap();
            let naive = if old == 0 {
                Vec::new()
            } else {
                naive_subproof(old, &all[..size], true)
            };
            assert_eq!(proof, naive, "consistency of {old} with {size}");
            let of_old = naive_root(&all[..old]);
            assert_eq!(
                verify_consistency(&proof, old as u64, n, of_old, root),
                Ok(())
            );
        }
    }
}

#[test]
fn all_proofs_of_small_trees_hold_and_none_holds_elsewhere() {
    let all = leaves(40);
    for size in 1..=40usize {
        let root = naive_root(&all[..size]);
        let (_, map) = tiles(&all[..size]);
        for index in 0..size as u64 {
            let proof = inclusion(index, size as u64, &map).unwrap();
            for claimed in 0..size as u64 {
                for (leaf, hash) in all[..size].iter().enumerate() {
                    let holds = verify_inclusion(&proof, claimed, size as u64, *hash, root).is_ok();
                    assert_eq!(holds, claimed == index && leaf as u64 == index);
                }
            }
        }
        for old in 1..size {
            let proof = consistency(old as u64, size as u64, &map).unwrap();
            for other in 1..=size {
                let root_of = naive_root(&all[..other]);
                let holds =
                    verify_consistency(&proof, other as u64, size as u64, root_of, root).is_ok();
                // Some pairs of sizes share a proof; none may hold for a root that isn't its tree's.
                assert!(holds || other != old);
                let wrong =
                    verify_consistency(&proof, other as u64, size as u64, Hash([9; 32]), root);
                assert!(wrong.is_err());
            }
        }
    }
}

#[test]
fn proofs_of_another_length_or_range_are_refused() {
    let all = leaves(300);
    let (edge, map) = tiles(&all);
    let proof = inclusion(17, 300, &map).unwrap();
    let check =
        |proof: &[Hash], index, size| verify_inclusion(proof, index, size, all[17], edge.root());
    assert_eq!(check(&proof, 300, 300), Err(ProofError::Range(300, 300)));
    assert_eq!(check(&proof[1..], 17, 300), Err(ProofError::Length(8)));
    assert_eq!(
        check(&[&proof[..], &[Hash([0; 32])]].concat(), 17, 300),
        Err(ProofError::Length(10))
    );
    let old = naive_root(&all[..100]);
    let proof = consistency(100, 300, &map).unwrap();
    let check = |proof: &[Hash], old_size, new_size| {
        verify_consistency(proof, old_size, new_size, old, edge.root())
    };
    assert_eq!(check(&proof, 100, 300), Ok(()));
    assert_eq!(check(&proof, 301, 300), Err(ProofError::Range(301, 300)));
    assert!(matches!(
        check(&proof[1..], 100, 300),
        Err(ProofError::Length(_) | ProofError::Root)
    ));
    assert!(matches!(check(&[], 100, 300), Err(ProofError::Length(0))));
    assert_eq!(check(&[], 300, 300), Err(ProofError::Root));
    assert!(inclusion(300, 300, &map).is_err());
    assert!(inclusion(3, 300, &TileMap::new()).is_err());
}

#[test]
fn an_edge_can_be_put_down_and_taken_up_at_any_size() {
    let all = leaves(70_001);
    let mut grown = Edge::empty();
    let mut held = TileMap::new();
    for (size, leaf) in (0u64..).zip(&all) {
        if [
            0, 1, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 70_000,
        ]
        .contains(&size)
        {
            let names = Edge::tiles(size);
            let bytes: Vec<Vec<u8>> = names
                .iter()
                .map(|t| held[&(t.level, t.index)].clone())
                .collect();
            let loaded = Edge::load(size, &bytes).unwrap();
            assert_eq!((loaded.size(), loaded.root()), (size, grown.root()));
            grown = loaded;
            if !bytes.is_empty() {
                assert!(Edge::load(size, &bytes[1..]).is_err());
                let short: Vec<Vec<u8>> = bytes.iter().map(|tile| tile[32..].to_vec()).collect();
                assert!(Edge::load(size, &short).is_err());
            }
        }
        grown.append(*leaf);
        for (level, index, bytes) in grown.take_changed() {
            held.insert((level, index), bytes);
        }
    }
    assert_eq!(grown.root(), naive_root(&all));
    // tlog-tiles, "Partial Tiles": a tree of 70,000 has these tiles at its edge.
    let edge = Edge::tiles(70_000);
    let named: Vec<(u8, u64, u16)> = edge.iter().map(|t| (t.level, t.index, t.width)).collect();
    assert_eq!(named, [(0, 273, 112), (1, 1, 17), (2, 0, 1)]);
    let one = Edge::tiles(256);
    assert_eq!((one.len(), one[0].path().as_str()), (1, "tile/1/000.p/1"));
    // The loaded edge of a smaller tree comes from wider tiles too.
    let wide: Vec<Vec<u8>> = Edge::tiles(69_990)
        .iter()
        .map(|t| held[&(t.level, t.index)].clone())
        .collect();
    assert_eq!(
        Edge::load(69_990, &wide).unwrap().root(),
        naive_root(&all[..69_990])
    );
}

#[test]
fn paths_have_one_spelling() {
    assert_eq!(index_path(1_234_067), "x001/x234/067");
    assert_eq!(index_path(0), "000");
    for index in [0, 7, 999, 1000, 123_456, 999_999, 1_000_000, (1 << 53) - 1] {
        assert_eq!(index_from_path(&index_path(index)), Some(index));
    }
    let tile = Tile {
        level: 2,
        index: 1_234_067,
        width: 112,
    };
    assert_eq!(tile.path(), "tile/2/x001/x234/067.p/112");
    assert_eq!(Tile::from_path(&tile.path()), Some(tile));
    let bundle = EntryBundle {
        index: 5,
        width: 256,
    };
    assert_eq!(EntryBundle::from_path("tile/entries/005"), Some(bundle));
    for illegal in [
        "tile/0/5",
        "tile/0/0005",
        "tile/00/005",
        "tile/0/x000/005",
        "tile/0/005.p/0",
        "tile/0/005.p/256",
        "tile/0/005.p/01",
        "tile/0/005.p/",
        "tile/64/000",
        "tile/-1/000",
        "tile/0/+05",
        "tile/0/../005",
        "tile/0/005/",
        "/tile/0/005",
        "tile/0/005.p/1/2",
        "tile/0/",
        "tile/0",
        "TILE/0/005",
        "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
    ] {
        assert_eq!(Tile::from_path(illegal), None, "{illegal}");
    }
}

#[test]
fn entry_bundles_are_split_exactly() {
    let entries: Vec<&[u8]> = vec![b"one", b"", b"three"];
    let bytes = EntryBundle::encode(entries.iter().copied()).unwrap();
    let bundle = |width| EntryBundle { index: 0, width };
    assert_eq!(bundle(3).decode(&bytes).unwrap(), entries);
    assert!(bundle(2).decode(&bytes).is_err());
    assert_eq!(bundle(2).decode_prefix(&bytes).unwrap(), entries[..2]);
    assert!(bundle(4).decode(&bytes).is_err());
    assert!((0..bytes.len()).all(|cut| bundle(3).decode(&bytes[..cut]).is_err()));
    assert_eq!(EntryBundle::encode([vec![0; 65_536].as_slice()]), None);
}
