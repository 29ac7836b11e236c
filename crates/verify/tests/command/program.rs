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

    pub(crate) fn problem(&self) -> String {
        assert_eq!(self.code, Some(1), "{}{}", self.out, self.err);
        self.json()["problems"][0]
            .as_str()
            .unwrap_or_default()
            .to_owned()
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
