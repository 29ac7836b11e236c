//! How a mail ends: noted for the cap, for bounces, or for its next attempt.

use futures_util::future::BoxFuture;
use time::OffsetDateTime;

use crate::acts::Result;
use crate::app::App;
use crate::mail::next_attempt;
use crate::seal::{TokenHash, random, row_id};
use crate::store::bounces::{self, Expected, Lost};
use crate::store::mailbox::{self, Sent};
use crate::store::outbox::{self, MailRow};
use crate::store::tallies::{Counted, Tally};
use crate::store::{self, Grouped, Tx, founder_mails};

/// How a mail ended.
pub(super) enum Ending {
    /// Not sent.
    Dropped,
    /// Accepted.
    Sent {
        /// If it comes back after all, that is told by the hash of its return path, and noted by that
        /// of its token.
        path: Option<(Vec<u8>, TokenHash)>,
        /// Hash of the link, where it invites a founder.
        founder: Option<TokenHash>,
    },
    /// Refused for good.
    Refused {
        /// Hash of its token.
        token: TokenHash,
        /// Of the mail server.
        code: i64,
        /// Hash of the link, where it invites a founder.
        founder: Option<TokenHash>,
    },
}

impl Ending {
    /// Whether a founder's mail was taken or refused, by the hash of its link.
    fn of_founder(&self) -> Option<(&TokenHash, bool)> {
        match self {
            Self::Dropped => None,
            Self::Sent { founder, .. } => Some((founder.as_ref()?, true)),
            Self::Refused { founder, .. } => Some((founder.as_ref()?, false)),
        }
    }
}

/// A mail that is over.
struct Finished {
    id: i64,
    row: MailRow,
    ending: Ending,
    at: i64,
}

impl Finished {
    /// Where it may come back to.
    fn expected(&self) -> Option<Expected<'_>> {
        let Ending::Sent {
            path: Some((path, token_hash)),
            ..
        } = &self.ending
        else {
            return None;
        };
        Some(Expected {
            path,
            token_hash,
            letter: self.row.letter,
            at: self.at,
        })
    }
}

impl Grouped for Finished {
    type Outcome = ();

    fn write_all<'t>(
        pieces: &'t [&'t Self],
        tx: &'t mut Tx,
    ) -> BoxFuture<'t, store::Result<Vec<()>>> {
        Box::pin(async move {
            let ids: Vec<i64> = pieces.iter().map(|mail| mail.row.id).collect();
            outbox::finish(tx, &ids).await?;
            let sent = |mail: &&'t Self| {
                // One that was refused counts too: who sends to nobody is slowed down as well.
                matches!(mail.ending, Ending::Sent { .. } | Ending::Refused { .. }).then(|| Sent {
                    id: mail.id,
                    letter: mail.row.letter,
                    mailbox: &mail.row.mailbox,
                    at: mail.at,
                })
            };
            let sent: Vec<_> = pieces.iter().filter_map(sent).collect();
            mailbox::note_sent(tx, &sent).await?;
            let expected: Vec<_> = pieces.iter().filter_map(|mail| mail.expected()).collect();
            bounces::expect(tx, &expected).await?;
            let mut tally = Tally::default();
            for mail in pieces {
                let letter = mail.row.letter;
                match &mail.ending {
                    Ending::Sent { .. } => tally.count(letter, mail.at, Counted::Mailed),
                    Ending::Refused { token, code, .. } => {
                        tally.count(letter, mail.at, Counted::Refused);
                        let lost = Lost {
                            letter,
                            token_hash: token,
                            code: *code,
                        };
                        bounces::note(tx, mail.id, &lost, mail.at).await?;
                    }
                    Ending::Dropped => {}
                }
                if let Some((link, taken)) = mail.ending.of_founder() {
                    founder_mails::note_mail(tx, link, taken, mail.at).await?;
                }
            }
            tally
                .add(tx, ids.first().copied().unwrap_or_default())
                .await?;
            Ok(vec![(); pieces.len()])
        })
    }
}

/// Ends a mail, with all others that end now.
pub(super) async fn finish(app: &App, row: MailRow, ending: Ending) -> Result<()> {
    let finished = Finished {
        id: row_id(app.clock.now_ms()),
        row,
        ending,
        at: app.clock.now(),
    };
    Ok(app.committer.write_grouped(finished).await.map(drop)?)
}

/// Puts a mail back for its next attempt, or ends it where it had its last.
pub(super) async fn retry(app: &App, row: MailRow) -> Result<()> {
    let now = app.clock.now();
    let moment = |seconds| OffsetDateTime::from_unix_timestamp(seconds).ok();
    let jitter = f64::from(random::<1>()[0]) / 255.0;
    let made = row.id >> 22;
    let attempt = u32::try_from(row.attempts + 1).unwrap_or(u32::MAX);
    let next = moment(made / 1000)
        .zip(moment(now))
        .and_then(|(first, now)| next_attempt(first, now, attempt, jitter));
    let Some(next) = next else {
        return finish(app, row, Ending::Dropped).await;
    };
    app.committer
        .write(move |tx| {
            Box::pin(async move { outbox::retry(tx, row.id, next.unix_timestamp()).await })
        })
        .await?;
    Ok(())
}
