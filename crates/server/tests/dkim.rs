//! DKIM signatures as others see them: dkimpy (Debian's python3-dkim) verifies each.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use tempfile::TempDir;
use time::macros::datetime;
use undersigned::mail::{Dkim, Outgoing, Sender, compose, message_id};

const DOMAIN: &str = "demo.example";

/// Prints, for each mail file, whether its signature holds. The key's DNS record comes first.
const VERIFY: &str = r"
import sys, dkim
record = sys.argv[1].encode()
def dns(name, timeout=5):
    assert name.rstrip(b'.') == b's2026._domainkey.demo.example', name
    return record
for path in sys.argv[2:]:
    mail = open(path, 'rb').read()
    try:
        print('holds' if dkim.DKIM(mail).verify(dnsfunc=dns) else 'broken')
    except dkim.DKIMException as problem:
        print('broken', problem)
";

struct Key {
    dir: TempDir,
    record: String,
    dkim: Dkim,
}

impl Key {
    /// Makes a key as an operator does, by openssl commands; `{}` stands for the key file.
    fn new(kind: &str, commands: &[&str]) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("dkim.pem");
        for command in commands {
            let words = command
                .split(' ')
                .map(|w| if w == "{}" { file.to_str().unwrap() } else { w });
            openssl(words);
        }
        let public = openssl([
            "pkey",
            "-in",
            file.to_str().unwrap(),
            "-pubout",
            "-outform",
            "DER",
        ]);
        // RFC 8463, section 4: an Ed25519 record holds the bare key, the last 32 octets.
        let public = if kind == "ed25519" {
            &public[public.len() - 32..]
        } else {
            &public
        };
        let record = format!("v=DKIM1; k={kind}; p={}", base64(public));
        let dkim = Dkim::new(DOMAIN, "s2026", &fs::read(&file).unwrap()).unwrap();
        Self { dir, record, dkim }
    }

    fn sign(&self, mail: &Outgoing) -> Vec<u8> {
        let sender = Sender::new("letters@demo.example", Some("Öffentliche Briefe")).unwrap();
        compose(mail, &sender, Some(&self.dkim))
            .unwrap()
            .bytes()
            .to_vec()
    }

    fn verify(&self, mails: &[Vec<u8>]) -> Vec<bool> {
        let files: Vec<PathBuf> = (0..mails.len())
            .map(|n| self.dir.path().join(format!("{n}.eml")))
            .collect();
        for (file, mail) in files.iter().zip(mails) {
            fs::write(file, mail).unwrap();
        }
        let output = Command::new("/usr/bin/python3")
            .args(["-c", VERIFY, &self.record])
            .args(&files)
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        let lines = String::from_utf8(output.stdout).unwrap();
        lines.lines().map(|line| line == "holds").collect()
    }
}

fn openssl<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Vec<u8> {
    let output = Command::new("openssl").args(arguments).output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

fn base64(bytes: &[u8]) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

fn mails() -> Vec<Outgoing> {
    let plain = Outgoing {
        to: "ana@example.org".to_owned(),
        subject: "Please confirm".to_owned(),
        text: "Somebody asked us to write.\n\nhttps://demo.example/confirm/abc\n\n\n".to_owned(),
        html: "<p>Somebody asked us to write.</p>".to_owned(),
        message_id: message_id([1; 16], DOMAIN),
        list_unsubscribe: None,
        lang: "en".to_owned(),
        at: datetime!(2026-11-22 23:05 UTC),
        return_token: None,
    };
    vec![
        Outgoing {
            list_unsubscribe: Some("https://demo.example/quiet/abc".into()),
            ..plain.clone()
        },
        Outgoing {
            subject: "يرجى تأكيد توقيعك ".repeat(20),
            text: "مرحبا\n.\n  \t\n".to_owned(),
            lang: "ar".to_owned(),
            ..plain.clone()
        },
        Outgoing {
            subject: "two  spaces\tand a tab ".repeat(12),
            text: String::new(),
            ..plain.clone()
        },
        Outgoing {
            to: "jürgen@bücher.example".to_owned(),
            html: String::new(),
            ..plain.clone()
        },
        plain,
    ]
}

fn holds_and_breaks(key: &Key) {
    let signed: Vec<Vec<u8>> = mails().iter().map(|mail| key.sign(mail)).collect();
    assert_eq!(key.verify(&signed), [true; 5]);

    let last = String::from_utf8(signed[4].clone()).unwrap();
    let tampered = [
        last.replacen("Subject: Please", "Subject: Never", 1),
        last.replacen("Somebody asked", "Somebody paid", 1),
        format!("From: mallory@demo.example\r\n{last}"),
        format!("Subject: Other\r\n{last}"),
        last.replacen(
            "Auto-Submitted",
            "Reply-To: mallory@demo.example\r\nAuto-Submitted",
            1,
        ),
        last.replacen(
            "MIME-Version",
            "List-Unsubscribe: <https://e.example>\r\nMIME-Version",
            1,
        ),
        last.replacen("s=s2026", "s=s2026 ", 1)
            .replacen("b=", "b=A", 2),
    ];
    assert!(tampered.iter().all(|mail| *mail != last));
    let mails: Vec<Vec<u8>> = tampered.into_iter().map(String::into_bytes).collect();
    assert_eq!(key.verify(&mails), [false; 7]);
}

#[test]
fn rsa_keys_of_genrsa_sign() {
    holds_and_breaks(&Key::new("rsa", &["genrsa -out {} 2048"]));
}

#[test]
fn rsa_keys_in_pkcs1_sign() {
    holds_and_breaks(&Key::new("rsa", &["genrsa -traditional -out {} 2048"]));
}

#[test]
fn ed25519_keys_sign() {
    holds_and_breaks(&Key::new(
        "ed25519",
        &["genpkey -algorithm ed25519 -out {}"],
    ));
}

#[test]
fn other_keys_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    let file = |name: &str| -> PathBuf { Path::new(dir.path()).join(name) };
    let (ec, short) = (file("ec.pem"), file("short.pem"));
    openssl([
        "genpkey",
        "-algorithm",
        "EC",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-out",
        ec.to_str().unwrap(),
    ]);
    openssl(["genrsa", "-out", short.to_str().unwrap(), "768"]);
    for file in [ec, short] {
        assert!(
            Dkim::new(DOMAIN, "s2026", &fs::read(&file).unwrap()).is_err(),
            "{file:?}"
        );
    }
}
