//! Go's sumdb packages, which nobody here wrote, read our log: golang.org/x/mod/sumdb/note and sumdb/tlog.

use std::fs;
use std::path::Path;
use std::process::Command;

use undersigned_record::merkle::leaf_hash;
use undersigned_record::proof;

use crate::letter::Letter;

/// Where Debian's golang-golang-x-mod-dev puts the sources.
const SOURCES: &str = "/usr/share/gocode";

#[test]
fn go_reads_checkpoint_tiles_and_proofs() {
    assert!(
        Path::new(SOURCES)
            .join("src/golang.org/x/mod/sumdb/tlog")
            .is_dir(),
        "this test needs Debian's golang-golang-x-mod-dev; ./test installs it"
    );
    let folder = tempfile::tempdir().unwrap();
    let old = Letter::eventful(100);
    let mut letter = old.clone();
    for n in 0..500 {
        letter.sign(&format!("More {n}"));
    }
    for (name, bytes) in letter.publish().0 {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    fs::write(
        folder.path().join("old-checkpoint"),
        old.checkpoint().sign(&old.key),
    )
    .unwrap();
    let (small, large) = (old.entries.len() as u64, letter.entries.len() as u64);
    let index = 290;
    let lines = |hashes: Vec<undersigned_record::Hash>| {
        hashes
            .iter()
            .map(|hash| format!("{hash}\n"))
            .collect::<String>()
    };
    let inclusion = proof::inclusion(index, large, &letter.tiles()).unwrap();
    fs::write(folder.path().join("inclusion"), lines(inclusion)).unwrap();
    let consistency = proof::consistency(small, large, &letter.tiles()).unwrap();
    fs::write(folder.path().join("consistency"), lines(consistency)).unwrap();
    fs::write(
        folder.path().join("leaf"),
        leaf_hash(&letter.entries[290]).to_string(),
    )
    .unwrap();
    let run = Command::new("go")
        .args([
            "run",
            concat!(env!("CARGO_MANIFEST_DIR"), "/tests/go/main.go"),
        ])
        .arg(folder.path())
        .arg(index.to_string())
        .env("GOPATH", SOURCES)
        .env("GO111MODULE", "off")
        .env("GOFLAGS", "")
        .env("GOCACHE", folder.path().join("go-cache"))
        .output()
        .expect("this test needs Go; ./test installs it");
    let (out, err) = (
        String::from_utf8_lossy(&run.stdout),
        String::from_utf8_lossy(&run.stderr),
    );
    assert!(run.status.success(), "{out}{err}");
    assert_eq!(out, "checkpoint, tiles, inclusion, consistency: ok\n");
}
