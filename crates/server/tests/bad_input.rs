//! Bad input gets a clear answer next to what is wrong, keeps what was typed, and loses nothing.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::Command;

use tempfile::TempDir;
use undersigned_testbed::Server;

const LETTER: &str = "/letters/security-for-all";
const FORM: &str = "application/x-www-form-urlencoded";

struct Demo {
    server: Server,
    data: TempDir,
}

struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Demo {
    fn start() -> Self {
        let data = tempfile::tempdir().unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_undersigned"));
        command
            .args(["demo", "--listen", "127.0.0.1:0", "--data"])
            .arg(data.path().join("demo"));
        Self {
            server: Server::start(command),
            data,
        }
    }

    /// Sends a request as these very bytes.
    fn send(&self, request: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(self.server.address()).unwrap();
        // A server that refuses a long body may close before all of it is written.
        let _ = stream.write_all(request);
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head
            .split(' ')
            .nth(1)
            .and_then(|code| code.parse().ok())
            .unwrap_or(0);
        Answer {
            status,
            head: head.to_ascii_lowercase(),
            body: body.to_owned(),
        }
    }

    fn ask(&self, method: &str, path: &str, host: &str) -> Answer {
        let request =
            format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        self.send(request.as_bytes())
    }

    fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, self.server.address())
    }

    fn post(&self, path: &str, content_type: &str, body: &[u8]) -> Answer {
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Type: {content_type}\r\n\
             Content-Length: {}\r\n\r\n",
            self.server.address(),
            body.len()
        );
        self.send(&[head.as_bytes(), body].concat())
    }

    fn sign(&self, fields: &[(&str, &str)]) -> Answer {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields);
        self.post(
            &format!("{LETTER}/signatures"),
            FORM,
            form.finish().as_bytes(),
        )
    }

    /// A form that holds, but for these fields.
    fn sign_but(&self, changes: &[(&str, &str)]) -> Answer {
        let good = [
            ("name", "Ana Gómez"),
            ("email", "ana@a.example"),
            ("country", "ES"),
        ];
        let kept = good
            .iter()
            .filter(|(name, _)| changes.iter().all(|(other, _)| name != other));
        let fields: Vec<_> = kept.chain(changes).copied().collect();
        self.sign(&fields)
    }

    fn mails(&self) -> String {
        self.get("/_demo/mail.json").body
    }
}

#[test]
fn each_field_says_what_is_wrong_with_it_and_keeps_what_was_typed() {
    let demo = Demo::start();
    let long = "n".repeat(121);
    let cases = [
        ("name", ""),
        ("name", long.as_str()),
        ("name", "a\u{202e}b"),
        ("name", "a\0b"),
        ("name", "See https://spam.example"),
        ("name", "—"),
        ("email", "nobody"),
        ("email", "a@b.example\r\nBcc: c@d.example"),
        ("email", "a@127.0.0.1"),
        ("country", ""),
        ("country", "XX"),
        ("country", "Spain"),
        ("display", "loudly"),
        ("kind", "robot"),
        ("title", "\u{2066}x"),
    ];
    for (field, value) in cases {
        let answer = demo.sign_but(&[(field, value), ("affiliation", "Kept & <typed>")]);
        assert_eq!(answer.status, 422, "{field} {value:?}");
        assert!(
            answer.body.contains("Kept &#38; &#60;typed&#62;"),
            "{field}: what was typed stays"
        );
        assert!(
            answer.body.contains(&format!("#field-{field}"))
                || answer.body.contains(&format!("#{field}")),
            "{field}: the summary leads to it"
        );
        assert!(
            answer.body.contains("aria-invalid=\"true\"") || field == "kind",
            "{field}"
        );
    }
    assert_eq!(demo.mails(), "[]", "nothing was sent");
}

#[test]
fn organizations_need_a_site_a_contact_and_authority() {
    let demo = Demo::start();
    let answer = demo.sign_but(&[("kind", "organization")]);
    assert_eq!(answer.status, 422);
    for field in ["website", "contact_name", "contact_role", "authority"] {
        assert!(
            answer.body.contains(&format!("name=\"{field}\"")),
            "{field}"
        );
    }
}

#[test]
fn errors_speak_the_readers_language() {
    let demo = Demo::start();
    let spanish = demo.sign_but(&[("email", "nadie"), ("lang", "es")]);
    assert!(
        spanish.body.contains("<html lang=\"es\""),
        "{}",
        spanish.head
    );
    assert!(spanish.body.contains("Esto no parece un correo"));
}

#[test]
fn what_is_strange_but_holds_is_taken() {
    let demo = Demo::start();
    for changes in [
        [("name", "=HYPERLINK(1)"), ("email", "a1@a.example")],
        [("name", "+Ana @ home"), ("email", "a2@a.example")],
        [("name", "نمی\u{200c}خواهم"), ("email", "用户@例子.example")],
        [("via", "<script>"), ("email", "a3@a.example")],
        [("unknown", "field"), ("email", "a4@bücher.example")],
    ] {
        let answer = demo.sign_but(&changes);
        assert_eq!(answer.status, 303, "{changes:?}: {}", answer.body);
    }
}

#[test]
fn bodies_have_limits_and_types() {
    let demo = Demo::start();
    let path = format!("{LETTER}/signatures");
    let long = format!("name={}", "a".repeat(100_000));
    assert_eq!(demo.post(&path, FORM, long.as_bytes()).status, 413);
    assert_eq!(demo.post(&path, "application/json", b"{}").status, 415);
    assert_eq!(
        demo.post(&path, "multipart/form-data; boundary=x", b"--x--")
            .status,
        415
    );
    assert_eq!(
        demo.post(&path, FORM, b"\xff\xfe=%ff%00&&==&name").status,
        422
    );
    assert_eq!(demo.post(&path, FORM, b"").status, 422);
}

#[test]
fn strange_addresses_get_plain_answers() {
    let demo = Demo::start();
    for (path, status) in [
        ("/letters/unknown", 404),
        ("/letters/..%2f..%2fetc", 404),
        ("/letters/%ff", 404),
        ("/nowhere", 404),
        ("/letters/security-for-all/signatures/0", 404),
        ("/letters/security-for-all/signatures/999999999999", 404),
        ("/letters/security-for-all/signatures/-1", 404),
        ("/letters/security-for-all/signatures/x", 404),
        (
            "/letters/security-for-all/signatures?from=zz.zz&kind=robot&country=%00",
            200,
        ),
        ("/letters/security-for-all/record/tile/0/000.p/999", 404),
        ("/letters/security-for-all/record/../../etc/passwd", 404),
        (
            "/letters/security-for-all/record/tile/entries/x999/999",
            404,
        ),
        ("/letters/security-for-all/record/openings/999", 404),
        ("/letters/security-for-all/confirm/short", 404),
        ("/assets/none.css", 404),
        ("/api/letters/unknown", 404),
    ] {
        assert_eq!(demo.get(path).status, status, "{path}");
    }
    let unknown = format!("{LETTER}/confirm/{}", "A".repeat(43));
    assert_eq!(demo.get(&unknown).status, 410);
    assert_eq!(
        demo.ask("DELETE", LETTER, demo.server.address()).status,
        405
    );
}

#[test]
fn other_hosts_are_not_answered() {
    let demo = Demo::start();
    for host in ["evil.example", "127.0.0.1.evil.example", ""] {
        let answer = demo.ask("GET", LETTER, host);
        assert!(
            matches!(answer.status, 400 | 421),
            "{host}: {}",
            answer.status
        );
    }
    assert_eq!(demo.ask("GET", "/healthz", "probe.example").status, 200);
}

#[test]
fn under_another_name_a_reader_gets_the_way_to_the_right_one() {
    let mut demo = Demo::start();
    let page = demo.ask("GET", &format!("{LETTER}?lang=fr"), "evil.example");
    assert_eq!(page.status, 421);
    assert!(page.body.contains("<html lang=\"fr\""), "{}", page.body);
    assert!(!page.body.contains("evil.example"), "{}", page.body);
    let right = format!("href=\"http://{}{LETTER}?lang=fr\"", demo.server.address());
    assert!(page.body.contains(&right), "{}", page.body);
    let home = format!("href=\"http://{}/?lang=fr\"", demo.server.address());
    assert!(page.body.contains(&home), "{}", page.body);
    // Its dress comes under any name.
    for file in values(&page.body, "/assets/") {
        assert_eq!(demo.ask("GET", &file, "evil.example").status, 200, "{file}");
    }
    let posted = demo.ask("POST", &format!("{LETTER}/signatures"), "evil.example");
    assert_eq!(posted.status, 421);
    let front = format!("href=\"http://{}/?lang=en\"", demo.server.address());
    assert!(posted.body.contains(&front), "{}", posted.body);
    let log = demo.server.process().stderr();
    assert_eq!(
        log.matches("another host was asked for").count(),
        1,
        "{log}"
    );
    assert!(!log.contains("evil"), "{log}");
}

/// Everything in quotes that begins with `start`; there is something.
fn values(html: &str, start: &str) -> Vec<String> {
    let found: Vec<String> = html
        .split('"')
        .filter(|value| value.starts_with(start))
        .map(str::to_owned)
        .collect();
    assert!(!found.is_empty(), "{html}");
    found
}

#[test]
fn every_answer_is_guarded() {
    let demo = Demo::start();
    for path in [LETTER, "/nowhere", "/_demo/mail", "/api/letters"] {
        let answer = demo.get(path);
        assert!(
            answer
                .head
                .contains("content-security-policy: default-src 'none'"),
            "{path}"
        );
        assert!(
            answer.head.contains("x-content-type-options: nosniff"),
            "{path}"
        );
        assert!(!answer.head.contains("set-cookie"), "{path}");
        assert!(
            !answer.body.contains("<script>") && !answer.body.contains(" style=\""),
            "{path}"
        );
    }
    let private = demo.get(&format!("{LETTER}/confirm/{}", "A".repeat(43)));
    assert!(private.head.contains("cache-control: no-store"));
    assert!(private.head.contains("referrer-policy: no-referrer"));
}

#[test]
fn the_letter_is_light_and_asks_nobody_else() {
    let demo = Demo::start();
    let page = demo.get(LETTER);
    let mut bytes = 0;
    for part in page
        .body
        .split(['"', '\''])
        .filter(|part| part.starts_with("/assets/"))
    {
        let request = format!(
            "GET {part} HTTP/1.1\r\nHost: {}\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n",
            demo.server.address()
        );
        let answer = demo.send(request.as_bytes());
        assert_eq!(answer.status, 200, "{part}");
        bytes += length(&answer);
    }
    let request = format!(
        "GET {LETTER} HTTP/1.1\r\nHost: {}\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n",
        demo.server.address()
    );
    bytes += length(&demo.send(request.as_bytes()));
    assert!(bytes < 50_000, "{bytes} bytes over the wire");
    for elsewhere in ["src=\"http", "url(http", "@import", "<iframe", "preconnect"] {
        assert!(!page.body.contains(elsewhere), "{elsewhere}");
    }
}

/// Bytes of an answer, its head included.
fn length(answer: &Answer) -> usize {
    let body = answer
        .head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "));
    answer.head.len() + body.unwrap().trim().parse::<usize>().unwrap()
}

#[test]
fn a_second_demo_leaves_a_running_one_its_data() {
    let demo = Demo::start();
    let mut second = Command::new(env!("CARGO_BIN_EXE_undersigned"));
    second.args(["demo", "--listen", "127.0.0.1:0", "--fresh", "--data"]);
    let ended = second.arg(demo.data.path().join("demo")).output().unwrap();
    assert!(!ended.status.success());
    let why = String::from_utf8_lossy(&ended.stderr);
    assert!(why.contains("uses the data directory"), "{why}");
    assert_eq!(demo.sign_but(&[]).status, 303);
    assert_eq!(demo.get("/readyz").status, 200);
}

#[test]
fn a_partners_code_is_on_no_other_readers_page() {
    let demo = Demo::start();
    assert!(
        demo.get(&format!("{LETTER}?via=some-partner"))
            .body
            .contains("some-partner")
    );
    assert!(!demo.get(LETTER).body.contains("some-partner"));
    let strange = demo.get(&format!("{LETTER}?via=Some%22Partner"));
    assert!(!strange.body.contains("Partner&#34;") && !strange.body.contains("Some&#34;"));
}

#[test]
fn strangers_statements_are_not_mailed() {
    let demo = Demo::start();
    let words = [
        ("statement", "Your account is locked"),
        ("email", "ana@a.example"),
    ];
    assert_eq!(demo.sign_but(&words).status, 303);
    for _ in 0..50 {
        if demo.mails() != "[]" {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    let mails = demo.mails();
    assert!(mails.contains("ana@a.example") && !mails.contains("account is locked"));
    assert_eq!(
        demo.sign_but(&[("title", "Go to evil.example/login")])
            .status,
        422
    );
}
