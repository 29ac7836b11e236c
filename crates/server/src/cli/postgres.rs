//! PostgreSQL's own programs for dumps.

use std::process::Stdio;

use anyhow::{Context, Result, bail};
use tokio::process::Command;

/// `name`, about to work on the database at `url`. The password goes through the environment,
/// because everybody on the machine can read arguments.
pub(super) fn program(name: &str, url: &str) -> Result<Command> {
    let mut url = url::Url::parse(url).context("the database's address can't be read")?;
    let mut command = Command::new(name);
    if let Some(password) = url.password() {
        let bytes = percent_decoded(password);
        command.env(
            "PGPASSWORD",
            String::from_utf8(bytes).context("the database's password")?,
        );
        // Only an address without a host can't lose its password, and it never had one.
        let _ = url.set_password(None);
    }
    command
        .arg(format!("--dbname={url}"))
        .stdin(Stdio::null())
        .kill_on_drop(true);
    Ok(command)
}

/// Runs it to its end.
pub(super) async fn run(mut command: Command, name: &str) -> Result<()> {
    let ended = command.status().await.with_context(|| {
        format!("{name} did not start: install PostgreSQL's client programs (postgresql-client)")
    })?;
    if !ended.success() {
        bail!("{name} failed; it said why above");
    }
    Ok(())
}

/// RFC 3986, section 2.1.
fn percent_decoded(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let pair = (*first == b'%').then(|| after.get(..2)).flatten();
        let code = pair.and_then(|pair| std::str::from_utf8(pair).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_do_not_stand_in_arguments() {
        let command = program("pg_dump", "postgres://u:p%40%25ss@h/d").unwrap();
        let command = command.as_std();
        let shown: Vec<_> = command
            .get_args()
            .map(|arg| arg.to_str().unwrap())
            .collect();
        assert_eq!(shown, ["--dbname=postgres://u@h/d"]);
        let password = command.get_envs().next().unwrap();
        assert_eq!(password.1.unwrap(), "p@%ss");
    }
}
