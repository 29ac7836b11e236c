//! What organizers' browsers run is committed as it was built: it must be what its sources give, and
//! agree with the age that others have.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::print_stdout, reason = "what was skipped is said")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use sha2::{Digest, Sha256};

const SERVER: &str = env!("CARGO_MANIFEST_DIR");

fn committed(name: &str) -> String {
    fs::read_to_string(Path::new(SERVER).join("assets").join(name)).unwrap()
}

#[test]
fn digests_are_those_of_the_files() {
    let sums = committed("SHA256SUMS");
    let mut names = Vec::new();
    for line in sums.lines() {
        let (digest, name) = line.split_once("  ").unwrap();
        let own = Sha256::digest(committed(name).as_bytes());
        let own: String = own.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(digest, own, "{name}");
        names.push(name);
    }
    assert_eq!(names, ["desk.html", "keys.js"]);
}

/// What stands between two marks, once.
fn between<'a>(text: &'a str, begin: &str, end: &str) -> &'a str {
    let parts: Vec<&str> = text.split(begin).collect();
    assert_eq!(parts.len(), 2, "{begin} stands once");
    parts[1].split(end).next().unwrap()
}

#[test]
fn the_desks_policy_is_for_its_own_script_and_style_alone() {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    let desk = committed("desk.html");
    let policy = between(
        &desk,
        "http-equiv=\"Content-Security-Policy\" content=\"",
        "\"",
    );
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text.as_bytes()));
    let script = hash(between(&desk, "<script>", "</script>"));
    let style = hash(between(&desk, "<style>", "</style>"));
    assert_eq!(
        policy,
        format!(
            "default-src 'none'; script-src 'sha256-{script}'; style-src 'sha256-{style}'; \
             img-src 'none'; connect-src 'none'; form-action 'none'; base-uri 'none'"
        )
    );
    let before = desk.split("http-equiv").next().unwrap();
    assert!(!before.contains("<s"), "nothing runs before the policy");
    let names = between(&desk, "<!--", "-->");
    for name in ["age-encryption", "@noble/curves", "qr"] {
        assert!(
            names.contains(&format!("\n{name} ")),
            "{name} has its licence"
        );
    }
}

#[test]
fn nothing_in_it_sends() {
    for name in ["keys.js", "desk.html"] {
        let text = committed(name);
        for word in [
            "fetch(",
            "XMLHttpRequest",
            "sendBeacon",
            "WebSocket",
            "EventSource",
            "importScripts",
            "localStorage",
            "sessionStorage",
            "indexedDB",
            "document.cookie",
            "eval(",
            "new Function",
        ] {
            assert!(!text.contains(word), "{name} has {word}");
        }
    }
}

/// A program's end; none where it isn't installed.
fn run(command: &mut Command) -> Option<Output> {
    command.stdin(Stdio::null()).output().ok()
}

fn npm(folder: &Path, arguments: &[&str]) -> Option<Output> {
    let mut command = Command::new("npm");
    run(command.args(arguments).current_dir(folder))
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap();
        match path.is_dir() {
            true if name == "node_modules" => {}
            true => copy(&path, &to.join(name)),
            false => drop(fs::copy(&path, to.join(name)).unwrap()),
        }
    }
}

/// The sources and what they need, away from the working copy; none where npm is not there or
/// reaches no registry.
fn sources(dir: &Path) -> Option<PathBuf> {
    let Some(version) = npm(dir, &["--version"]) else {
        println!("skipped: npm is not installed");
        return None;
    };
    assert!(version.status.success());
    let browser = dir.join("assets/browser");
    copy(&Path::new(SERVER).join("assets/browser"), &browser);
    copy(&Path::new(SERVER).join("locales"), &dir.join("locales"));
    let flags = [
        "ci",
        "--ignore-scripts",
        "--prefer-offline",
        "--no-audit",
        "--no-fund",
    ];
    let installed = npm(&browser, &flags).unwrap();
    let said = String::from_utf8_lossy(&installed.stderr).into_owned();
    let offline = [
        "ENOTFOUND",
        "EAI_AGAIN",
        "ECONNREFUSED",
        "ENETUNREACH",
        "ETIMEDOUT",
        "ENOTCACHED",
    ];
    if offline.iter().any(|code| said.contains(code)) {
        println!("skipped: npm reaches no registry");
        return None;
    }
    assert!(installed.status.success(), "{said}");
    Some(browser)
}

#[test]
fn the_sources_give_the_committed_files_and_agree_with_age() {
    let dir = tempfile::tempdir().unwrap();
    let Some(browser) = sources(dir.path()) else {
        return;
    };
    let built = npm(&browser, &["run", "build"]).unwrap();
    let said = String::from_utf8_lossy(&built.stderr).into_owned();
    assert!(built.status.success(), "{said}");
    for name in ["keys.js", "desk.html", "SHA256SUMS"] {
        let anew = fs::read_to_string(dir.path().join("assets").join(name)).unwrap();
        assert!(
            anew == committed(name),
            "{name} is not what its sources give: build it (assets/browser/README.md)"
        );
    }
    agrees_with_age(&browser, dir.path());
}

fn told(command: &mut Command) -> Vec<u8> {
    let output = run(command).unwrap_or_else(|| panic!("{command:?} does not run"));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{command:?}: {said}");
    output.stdout
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap().trim().to_owned()
}

/// Debian's age opens what the pages' library sealed, and the other way round, at every size where
/// a chunk ends (age-encryption.org/v1, "Payload").
fn agrees_with_age(browser: &Path, dir: &Path) {
    let ours = |arguments: &[&str]| {
        let mut command = Command::new("node");
        told(
            command
                .arg("agree.mjs")
                .args(arguments)
                .current_dir(browser),
        )
    };
    let [key, plain, sealed, debians] =
        ["key", "plain", "sealed", "debian"].map(|name| dir.join(name));
    let path = |path: &PathBuf| path.to_str().unwrap().to_owned();
    let (key, plain, sealed, debians) = (path(&key), path(&plain), path(&sealed), path(&debians));

    let recipient = text(ours(&["make", &key]));
    let own = text(told(Command::new("age-keygen").args(["-y", &key])));
    assert_eq!(recipient, own, "age-keygen reads our file");
    told(Command::new("age-keygen").args(["-o", &debians]));
    let theirs = text(told(Command::new("age-keygen").args(["-y", &debians])));
    for size in [0, 1, 900, 65_535, 65_536, 65_537, 200_000] {
        let bytes: Vec<u8> = (0..size)
            .map(|at: u32| at.to_le_bytes()[0] ^ 0x5a)
            .collect();
        fs::write(&plain, &bytes).unwrap();
        fs::write(&sealed, ours(&["seal", &theirs, &plain])).unwrap();
        let opened = told(Command::new("age").args(["-d", "-i", &debians, &sealed]));
        assert!(opened == bytes, "age opens {size} bytes of ours");
        told(Command::new("age").args(["-r", &recipient, "-o", &sealed, &plain]));
        assert!(
            ours(&["open", &key, &sealed]) == bytes,
            "we open {size} bytes of age's"
        );
        fs::remove_file(&sealed).unwrap();
    }
}
