//! `undersigned bounce`: a mail server hands over what came back.

use std::io::Read;
use std::time::Duration;

use anyhow::Context;

use super::Installation;
use crate::acts::bouncing;
use crate::app::App;
use crate::mail::{ReturnToken, read_bounce};

/// The most that is read of a mail: notifications are small, and say first what matters.
const MOST: u64 = 256 << 10;
/// How often, and how long apart, to look for a mail that was sent a moment ago and isn't noted yet.
const TRIES: u32 = 4;
const PAUSE: Duration = Duration::from_millis(500);

/// Take in a mail that came back, from standard input. Prints nothing: what it said would travel on
/// in another mail.
///
/// A mail that is no delivery status notification (RFC 3464), or that nobody awaits, is passed
/// over. Ends with 75 where the mail server is to try again later.
#[derive(clap::Args)]
pub(super) struct Bounce {
    /// The token of its return path, behind the + [default: as in the mail's head]
    token: Option<String>,
}

/// The installation can't be used now.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the mail was not taken in; try again later")]
pub(super) struct NotNow;

impl Bounce {
    pub(super) async fn run(self, place: &Installation) -> anyhow::Result<()> {
        let mail = read()?;
        let Some(bounce) = read_bounce(&mail) else {
            return Ok(());
        };
        let token = self.token.or(bounce.token);
        let Some(path) = token.as_deref().and_then(ReturnToken::parse) else {
            return Ok(());
        };
        let app = place.open().await.context(NotNow)?;
        note(&app, &path, bounce.code).await.context(NotNow)
    }
}

async fn note(app: &App, path: &ReturnToken, code: u16) -> anyhow::Result<()> {
    for _ in 0..TRIES {
        if bouncing::take(app, path, code).await? {
            return Ok(());
        }
        tokio::time::sleep(PAUSE).await;
    }
    Ok(())
}

/// The beginning of standard input; all of it is taken, so that the mail server sees no broken pipe.
fn read() -> std::io::Result<Vec<u8>> {
    let mut input = std::io::stdin().lock();
    let mut mail = Vec::new();
    input.by_ref().take(MOST).read_to_end(&mut mail)?;
    std::io::copy(&mut input, &mut std::io::sink())?;
    Ok(mail)
}
