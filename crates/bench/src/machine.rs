//! Where and when the figures were measured.

use std::fs;

use time::OffsetDateTime;

use crate::arguments::Engine;

/// A line that says when, on what, and on which database.
pub(crate) fn describe(engine: &Engine) -> String {
    let now = OffsetDateTime::now_utc();
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let database = match engine {
        Engine::Sqlite => "SQLite (synchronous=FULL)",
        Engine::Postgres(_) => "PostgreSQL (synchronous_commit=on)",
    };
    let build = if cfg!(debug_assertions) {
        "; NOT a release build: the figures mean nothing"
    } else {
        ""
    };
    format!(
        "{}, {cores} × {}, {} of memory, load {} before the start, {database}{build}\n",
        now.date(),
        field("/proc/cpuinfo", "model name").unwrap_or_else(|| std::env::consts::ARCH.to_owned()),
        field("/proc/meminfo", "MemTotal").unwrap_or_else(|| "?".to_owned()),
        load(),
    )
}

/// The load average of the last minute: what others did on the machine.
fn load() -> String {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().unwrap_or("?").to_owned()
}

fn field(file: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}
