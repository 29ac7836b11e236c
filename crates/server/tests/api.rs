//! The API is what `/api/openapi.json` says: every path, status, content type and shape in it is asked
//! for, and nothing else is answered.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use undersigned_testbed::Server;

const LETTER: &str = "security-for-all";

struct Answer {
    status: u16,
    content_type: String,
    body: String,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

fn demo(data: &Path) -> Server {
    let mut command = Command::new(env!("CARGO_BIN_EXE_undersigned"));
    command.args(["demo", "--listen", "127.0.0.1:0", "--data"]);
    command.arg(data);
    Server::start(command)
}

/// A demo whose letter is marked as one of a restored backup.
fn restored(data: &Path) -> Server {
    assert!(demo(data).stop().success());
    fs::write(data.join(format!("served/.restored-{LETTER}")), "").unwrap();
    demo(data)
}

fn get(server: &Server, path: &str) -> Answer {
    let config = ureq::Agent::config_builder().http_status_as_error(false);
    let agent: ureq::Agent = config.build().into();
    let mut answer = agent.get(server.url(path)).call().unwrap();
    let content_type = answer.headers()["content-type"]
        .to_str()
        .unwrap()
        .to_owned();
    Answer {
        status: answer.status().as_u16(),
        content_type,
        body: answer.body_mut().read_to_string().unwrap(),
    }
}

/// The described paths with what each parameter is, to be asked of a letter that `slug` names.
fn filled(path: &str, slug: &str) -> String {
    path.replace("{slug}", slug)
        .replace("{index}", "5")
        .replace("{bundle}", "0")
}

/// What is asked to get `status`; every description must have its way to be seen.
fn questions(path: &str, operation: &Value, status: &str) -> Vec<String> {
    let real = filled(path, LETTER);
    match status {
        "200" | "503" => vec![real],
        "404" => {
            let absent = path
                .replace("{index}", "99999")
                .replace("{bundle}", "99999");
            let mut paths = vec![filled(path, "nobody")];
            if absent != path {
                paths.push(filled(&absent, LETTER));
                paths.push(filled(
                    &path.replace("{index}", "x").replace("{bundle}", "x"),
                    LETTER,
                ));
            }
            paths
        }
        "400" => bad_queries(operation)
            .map(|query| format!("{real}?{query}"))
            .collect(),
        other => panic!("{path} describes {other}, which nobody asks for"),
    }
}

/// A mistake in each parameter of the query but the free one.
fn bad_queries(operation: &Value) -> impl Iterator<Item = String> {
    let named = operation["parameters"].as_array().unwrap().iter();
    let named = named.filter(|parameter| parameter["in"] == "query" && parameter["name"] != "q");
    named.map(|parameter| format!("{}=xx", parameter["name"].as_str().unwrap()))
}

/// That a value has the shape: what is required is there, and nothing that isn't described.
fn assert_shape(described: &Value, schema: &Value, value: &Value, at: &str) {
    if let Some(name) = schema["$ref"].as_str() {
        let schema = &described.pointer(name.trim_start_matches('#')).unwrap();
        return assert_shape(described, schema, value, at);
    }
    if let Some(parts) = schema["allOf"].as_array() {
        return assert_object(described, parts, value, at);
    }
    match value {
        Value::Object(_) => assert_object(described, std::slice::from_ref(schema), value, at),
        Value::Array(items) => {
            for item in items {
                assert_shape(described, &schema["items"], item, at);
            }
        }
        _ => assert_type(schema, value, at),
    }
}

fn assert_type(schema: &Value, value: &Value, at: &str) {
    let own = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        _ => "string",
    };
    let types = match &schema["type"] {
        Value::Array(types) => types.clone(),
        one => vec![one.clone()],
    };
    assert!(
        types.iter().any(|named| named == own),
        "{at}: {value} is no {types:?}"
    );
}

fn assert_object(described: &Value, parts: &[Value], value: &Value, at: &str) {
    let mut open: BTreeSet<&String> = value.as_object().unwrap().keys().collect();
    for part in parts {
        let part = match part["$ref"].as_str() {
            Some(name) => described.pointer(name.trim_start_matches('#')).unwrap(),
            None => part,
        };
        for name in part["required"].as_array().into_iter().flatten() {
            let name = name.as_str().unwrap();
            assert!(
                value.get(name).is_some(),
                "{at}: {name} is missing: {value}"
            );
        }
        for (name, schema) in part["properties"].as_object().into_iter().flatten() {
            if let Some(inner) = value.get(name) {
                assert_shape(described, schema, inner, &format!("{at} {name}"));
                open.remove(name);
            }
        }
        if part["additionalProperties"].is_object() {
            open.clear();
        }
    }
    assert!(open.is_empty(), "{at}: {open:?} is not described");
}

#[test]
fn everything_described_is_so() {
    let folder = tempfile::tempdir().unwrap();
    let server = demo(&folder.path().join("demo"));
    let old = restored(&folder.path().join("old"));
    let described = get(&server, "/api/openapi.json").json();
    let mut seen = BTreeSet::new();
    for (path, methods) in described["paths"].as_object().unwrap() {
        assert_eq!(methods.as_object().unwrap().len(), 1, "{path}");
        let operation = &methods["get"];
        for (status, response) in operation["responses"].as_object().unwrap() {
            let asked = if status == "503" { &old } else { &server };
            let questions = questions(path, operation, status);
            assert!(!questions.is_empty(), "{path}: {status}");
            for question in questions {
                let answer = get(asked, &question);
                assert_eq!(answer.status.to_string(), *status, "{question}");
                let content = response["content"].as_object().unwrap();
                let schema = &content[&answer.content_type]["schema"];
                assert!(
                    schema.is_object() && content.len() == 1,
                    "{question}: {content:?}"
                );
                if answer.content_type == "application/json" {
                    assert_shape(&described, schema, &answer.json(), &question);
                }
                seen.insert((path.clone(), status.clone()));
            }
        }
    }
    // The six paths: none was left undescribed, none is asked in vain.
    let statuses = |status: &str| seen.iter().filter(|(_, seen)| seen == status).count();
    assert_eq!(["200", "400", "404", "503"].map(statuses), [6, 1, 5, 3]);
}

#[test]
fn a_mistaken_filter_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let server = demo(&folder.path().join("demo"));
    let roll = |query: &str| {
        get(
            &server,
            &format!("/api/letters/{LETTER}/signatures?{query}"),
        )
    };
    for (query, name) in [
        ("kind=robot", "kind"),
        ("country=xx", "country"),
        ("limit=ten", "limit"),
        ("before=-1", "before"),
        ("kind=company&limit=-1", "limit"),
    ] {
        let answer = roll(query);
        assert_eq!(answer.status, 400, "{query}");
        let wanted = serde_json::json!({ "error": "bad-parameter", "parameter": name });
        assert_eq!(answer.json(), wanted, "{query}");
    }
    let held = |query: &str| roll(query).json()["signatures"].as_array().unwrap().len();
    assert_eq!(["limit=0", "limit=3", "limit=1000"].map(held), [1, 3, 100]);
}

/// A restored copy's figures are shown as what they are, in the API and on pages in every language.
#[test]
fn an_old_copy_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("demo");
    let server = demo(&data);
    let path = format!("/api/letters/{LETTER}");
    let fresh = get(&server, &path).json();
    assert_eq!(
        (&fresh["figures"]["current"], &fresh["state"]),
        (&true.into(), &"open".into())
    );
    let page = |server: &Server, rest: &str| get(server, &format!("/letters/{LETTER}{rest}"));
    assert!(
        !page(&server, "?lang=en")
            .body
            .contains("a copy that may be old")
    );
    assert!(server.stop().success());

    let old = restored(&data);
    for json in [
        get(&old, &path).json(),
        get(&old, "/api/letters").json()[0].clone(),
    ] {
        assert_eq!(json["figures"]["current"], false);
        assert_eq!(json["state"], "read-only");
        assert_eq!(json["figures"]["as_of"], fresh["figures"]["as_of"]);
    }
    assert_eq!(
        get(&old, &format!("{path}/figures")).json()["current"],
        false
    );
    for (lang, words) in [
        ("en", "a copy that may be old"),
        ("es", "una copia que puede ser antigua"),
        ("fr", "une copie peut-être ancienne"),
        ("ar", "نسخة قد تكون قديمة"),
    ] {
        let shown = page(&old, &format!("?lang={lang}"));
        // In its description for search engines, and beside the figures.
        assert_eq!(
            (shown.status, shown.body.matches(words).count() >= 2),
            (200, true),
            "{lang}"
        );
        assert!(
            get(&old, &format!("/?lang={lang}")).body.contains(words),
            "{lang}"
        );
    }
    let what_cannot = [
        "/signatures",
        "/signatures/5",
        "/signatures/5/receipt",
        "/record/checkpoint",
    ];
    for rest in what_cannot {
        let refused = page(&old, rest);
        assert_eq!(refused.status, 503, "{rest}");
        let said = [
            "Signatures, names, receipts and the record are not to be had",
            "text can be read",
        ];
        for said in said {
            assert!(refused.body.contains(said), "{rest}: {}", refused.body);
        }
    }
}
