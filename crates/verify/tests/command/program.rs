//! Runs `undersigned-verify` and reads what it says.

use std::ffi::OsStr;
use std::process::Command;

use serde_json::Value;

pub(crate) struct Said {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Said {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out)
            .unwrap_or_else(|error| panic!("{error}: {}{}", self.out, self.err))
    }

    /// What does not hold.
    pub(crate) fn problem(&self) -> String {
        self.first(1, "does-not-hold")
    }

    /// Why it could not be checked.
    pub(crate) fn obstacle(&self) -> String {
        self.first(2, "not-checked")
    }

    fn first(&self, code: i32, kind: &str) -> String {
        assert_eq!(self.code, Some(code), "{}{}", self.out, self.err);
        let report = self.json();
        let problem = &report["problems"][0];
        assert_eq!(
            (&report["ok"], &problem["kind"]),
            (&false.into(), &kind.into())
        );
        problem["message"].as_str().unwrap_or_default().to_owned()
    }
}

pub(crate) fn verify<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Said {
    let run = Command::new(env!("CARGO_BIN_EXE_undersigned-verify"))
        .args(arguments)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Said {
        code: run.status.code(),
        out: text(run.stdout),
        err: text(run.stderr),
    }
}
