//! `verify.py`, which shares no code with this program: on the same bundles, sound and hostile, both say the same.

mod container;
mod entries;
mod files;
mod openings;
mod receipts;
mod sound;
mod weak;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead, BufReader, Lines, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Mutex;

use serde_json::Value;

use crate::forge::{self, Member};
use crate::letter::{Letter, bundle};
use crate::program::verify;

const PROGRAM: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../record/verify.py");
const GOLDEN: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../fixtures/vectors/golden/"
);

/// A bundle, and what both verifiers have to say about it.
struct Case {
    name: String,
    bytes: Vec<u8>,
    code: i32,
}

impl Case {
    fn hostile(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self {
            name: name.into(),
            bytes,
            code: 1,
        }
    }

    fn sound(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self {
            code: 0,
            ..Self::hostile(name, bytes)
        }
    }
}

/// A record as a log makes it that signs whatever it likes: tree, tiles, checkpoint and manifest fit the entries.
#[derive(Clone)]
struct Forgery {
    letter: Letter,
    table: Vec<u8>,
    checkpoint: Option<String>,
}

impl Forgery {
    /// Begins with a letter in which all is well.
    fn of(letter: Letter) -> Self {
        let table = member(&bundle(&letter), "signatories.csv");
        Self {
            letter,
            table,
            checkpoint: None,
        }
    }

    /// Adds the row of an individual from Germany.
    fn row(&mut self, index: u64, name: &str) {
        let at = undersigned_record::entry::Hour::from_unix(self.letter.now);
        let row = format!(
            "\"{index}\",\"individual\",\"DE\",\"mailbox\",\"false\",\"{at}\",\"{name}\",\"\",\"\",\"\",\"\"\r\n"
        );
        self.table.extend(row.into_bytes());
    }

    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = self.letter.publish().0;
        let key = self.letter.key.verifier();
        let policy = format!("log {key}\nquorum none\n");
        files.insert("policy".into(), policy.into_bytes());
        files.insert("signatories.csv".into(), self.table.clone());
        if let Some(note) = &self.checkpoint {
            files.insert("checkpoint".into(), note.clone().into_bytes());
        }
        files
    }

    fn bytes(&self) -> Vec<u8> {
        let members = self.files().into_iter();
        let mut members: Vec<Member> = members.map(|(name, data)| Member { name, data }).collect();
        members.push(forge::manifest(&members, &self.letter.key));
        forge::zip(&members)
    }
}

fn member(bytes: &[u8], name: &str) -> Vec<u8> {
    let members = forge::members(bytes).into_iter();
    let mut members = members.filter(|member| member.name == name);
    members.next().unwrap().data
}

/// `verify.py` as on a machine that has nothing but Python.
fn python() -> Command {
    let mut command = Command::new("python3");
    command.args(["-I", "-S", PROGRAM]);
    command
}

/// Runs the program for each line of arguments that it reads, since starting Python takes longer than most bundles do.
const MANY: &str = r#"
import importlib.util, io, json, sys
spec = importlib.util.spec_from_file_location("verify", sys.argv[1])
verify = importlib.util.module_from_spec(spec)
spec.loader.exec_module(verify)
out = sys.stdout
for line in sys.stdin:
    sys.argv[1:] = json.loads(line)
    sys.stdout = io.TextIOWrapper(io.BytesIO())
    code = verify.main()
    report = json.loads(sys.stdout.buffer.getvalue())
    print(json.dumps([code, report]), file=out, flush=True)
"#;

struct Second {
    process: Child,
    answers: Lines<BufReader<ChildStdout>>,
}

impl Second {
    fn start() -> Self {
        let mut process = Command::new("python3")
            .args(["-I", "-S", "-c", MANY, PROGRAM])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let answers = BufReader::new(process.stdout.take().unwrap()).lines();
        Self { process, answers }
    }

    /// Exit code and report.
    fn verify(&mut self, arguments: &[&str]) -> (i32, Value) {
        let arguments = serde_json::to_string(&[arguments, &["--json"]].concat()).unwrap();
        writeln!(self.process.stdin.as_mut().unwrap(), "{arguments}").unwrap();
        serde_json::from_str(&self.answers.next().unwrap().unwrap()).unwrap()
    }
}

impl Drop for Second {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        self.process.wait().unwrap();
    }
}

/// What the two disagree on, or say other than they should.
fn difference(second: &mut Second, path: &Path, case: &Case) -> Option<String> {
    fs::write(path, &case.bytes).unwrap();
    let key = Letter::blank().key.verifier().to_string();
    let arguments = [path.to_str().unwrap(), "--key", &key];
    let first = verify(arguments.iter().chain(&["--json"]));
    let (code, report) = second.verify(&arguments);
    let said = (first.json(), report);
    let same = [
        "ok",
        "key_pinned",
        "figures",
        "checkpoint",
        "filter",
        "index",
    ]
    .into_iter()
    .all(|part| said.0[part] == said.1[part]);
    let right = first.code == Some(case.code) && code == case.code;
    (!same || !right).then(|| format!("{}: {said:#?}", case.name))
}

#[test]
fn both_verifiers_say_the_same_of_sound_and_hostile_bundles() {
    let cases: Vec<Case> = [
        sound::cases(),
        container::cases(),
        files::cases(),
        entries::cases(),
        openings::cases(),
        receipts::cases(),
    ]
    .into_iter()
    .flatten()
    .collect();
    let mut distinct = BTreeSet::new();
    for case in cases.iter().filter(|case| case.code == 1) {
        assert!(distinct.insert(&case.bytes), "{} is there twice", case.name);
    }
    assert!(distinct.len() >= 100);
    let next = Mutex::new(cases.iter());
    let differences = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let folder = tempfile::tempdir().unwrap();
                let path = folder.path().join("letter.zip");
                let mut second = Second::start();
                loop {
                    let case = next.lock().unwrap().next();
                    let Some(case) = case else { return };
                    let found = difference(&mut second, &path, case);
                    differences.lock().unwrap().extend(found);
                }
            });
        }
    });
    let differences = differences.into_inner().unwrap();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn verify_py_says_in_words_what_it_found() {
    let say = |arguments: &[&str]| {
        let run = python().args(arguments).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (run.status.code(), text(run.stdout), text(run.stderr))
    };
    let bundle = format!("{GOLDEN}bundle.zip");
    let key = fs::read_to_string(format!("{GOLDEN}key")).unwrap();
    let (code, out, _) = say(&[&bundle]);
    assert_eq!(code, Some(0));
    for words in [
        "Consistent with its own key; origin unproven.",
        "DEMONSTRATION: ",
        "Signatures  19, of which 12 founding",
        "6 DE, 1 AD",
        "Texts       2, in 1 version",
        "others may have been shown another record",
    ] {
        assert!(out.contains(words), "{out}");
    }
    let (code, out, _) = say(&[&bundle, "--key", key.trim()]);
    assert!(code == Some(0) && out.starts_with("Signed with the key you gave."));
    let other = "demo.example/letters/x+7fb897bb+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs";
    let (code, out, err) = say(&[&bundle, "--key", other]);
    assert!(
        code == Some(2) && out.is_empty() && err.contains("--key"),
        "{err}"
    );
    let receipt = format!("{GOLDEN}receipt.tlog-proof");
    let (code, out, _) = say(&[&receipt]);
    assert!(
        code == Some(0) && out.contains("It shows the name: Founder 0"),
        "{out}"
    );
    for (path, words) in [
        ("nowhere.zip", "No such file"),
        (PROGRAM, "neither a bundle"),
    ] {
        let (code, out, err) = say(&[path]);
        assert!(
            code == Some(2) && out.is_empty() && err.contains(words),
            "{err}"
        );
    }
}

#[test]
fn verify_py_needs_no_openssl_that_can_and_believes_none_that_says_yes_to_all() {
    let folder = tempfile::tempdir().unwrap();
    let mut forged = Forgery::of(Letter::eventful(8));
    let note = forged.letter.checkpoint().sign(&forged.letter.key);
    let stranger = undersigned_record::note::LogKey::generate(crate::letter::ORIGIN, [8; 32]);
    let strange = forged.letter.checkpoint().sign(&stranger.unwrap());
    // The right key's id, and another signature.
    let split = note.rfind(' ').unwrap() + 5;
    forged.checkpoint = Some([&note[..split], &strange[split..]].concat());
    let forgery = folder.path().join("forged.zip");
    fs::write(&forgery, forged.bytes()).unwrap();
    for code in ["0", "1"] {
        let openssl = folder.path().join("openssl");
        fs::write(&openssl, format!("#!/bin/sh\nexit {code}\n")).unwrap();
        let mut mode = fs::metadata(&openssl).unwrap().permissions();
        std::os::unix::fs::PermissionsExt::set_mode(&mut mode, 0o755);
        fs::set_permissions(&openssl, mode).unwrap();
        let path = std::env::var("PATH").unwrap();
        let run = |file: &Path| {
            let path = format!("{}:{path}", folder.path().display());
            let run = python().arg(file).env("PATH", path).output().unwrap();
            run.status.code()
        };
        assert_eq!(run(Path::new(&format!("{GOLDEN}bundle.zip"))), Some(0));
        assert_eq!(run(&forgery), Some(1));
    }
}
