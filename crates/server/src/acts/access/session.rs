//! Sessions: opened by a passkey, kept by a cookie, ended by time, by hand, or with the organizer.

use super::super::{ActError, Result};
use super::Act;
use super::ceremony::{self, Answer, Begun, Purpose};
use super::trail::{Line, Who};
use crate::app::App;
use crate::model::trail::{Part, What};
use crate::seal::{Token, random, row_id};
use crate::store::sessions::{self, SessionRow};
use crate::store::{self, Tx, organizers, passkeys};
use webauthn_rs::prelude::RequestChallengeResponse;

/// Seconds after which a session that nobody uses is over.
const IDLE: i64 = 12 * 3600;
/// Seconds after which any session is over.
const LONGEST: i64 = 14 * 24 * 3600;
/// Seconds for which a passkey's answer is fresh.
pub const FRESH: i64 = 300;
/// Seconds between two notes that a session is in use.
const GLANCE: i64 = 300;

/// An open session.
#[derive(Clone, Debug)]
pub struct Session {
    /// Which.
    pub id: i64,
    /// Whose.
    pub organizer: i64,
    /// Their name.
    pub name: String,
    /// Whether they may make letters on this server.
    pub makes_letters: bool,
    /// What its forms carry, so that no other site can send them.
    pub form_token: String,
    /// When a passkey last answered in it.
    fresh_at: i64,
}

impl Session {
    /// Whether a passkey answered within the last five minutes.
    #[must_use]
    pub fn is_fresh(&self, now: i64) -> bool {
        self.fresh_at + FRESH > now
    }
}

/// The oldest beginning and the oldest use of a session that is open at `now`.
const fn limits(now: i64) -> (i64, i64) {
    (now - LONGEST, now - IDLE)
}

/// The open session of a cookie's token.
pub async fn find(app: &App, token: &str) -> Result<Option<Session>> {
    let Some(token) = Token::parse(token) else {
        return Ok(None);
    };
    let now = app.clock.now();
    let mut tx = app.store.read().await?;
    let found = sessions::find(&mut tx, &token.hash(), limits(now)).await?;
    drop(tx);
    let Some(row) = found else { return Ok(None) };
    if row.seen_at + GLANCE <= now {
        let id = row.id;
        app.committer
            .write(move |tx| Box::pin(async move { sessions::seen(tx, id, now).await }))
            .await?;
    }
    Ok(Some(Session {
        id: row.id,
        organizer: row.organizer,
        name: row.name,
        makes_letters: row.makes_letters,
        form_token: token.companion(),
        fresh_at: row.fresh_at,
    }))
}

/// Begins a session inside the transaction that proves who it is for.
pub(super) async fn begin(
    tx: &mut Tx,
    (id, token): (i64, &Token),
    organizer: i64,
    browser: &str,
    now: i64,
) -> store::Result<()> {
    sessions::insert(tx, (id, &token.hash()), organizer, browser, now).await
}

/// Opens a session for whoever answered the challenge; gives its token.
pub async fn sign_in(app: &App, answer: Answer<'_>, browser: String) -> Result<Token> {
    let claim = ceremony::claim(app, answer).await?;
    let mut tx = app.store.read().await?;
    let organizer = organizers::by_handle(&mut tx, &claim.handle)
        .await?
        .ok_or(ActError::NoPasskey)?;
    let known = passkeys::of(&mut tx, organizer.id).await?;
    drop(tx);
    let key = ceremony::check(app, claim, &known)?;
    let (id, now) = (row_id(app.clock.now_ms()), app.clock.now());
    let who = Who::organizer(organizer.id, organizer.name);
    let passkey = What::of(Part::Name, &*key.name);
    let line = Line::new(app, who, None, Act::SignedIn, passkey);
    let token = Token::new(random());
    let kept = token.clone();
    let opened = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                // The passkey may have been removed while it answered.
                if !passkeys::used(tx, key.id, &key.key, now).await? {
                    return Ok(false);
                }
                begin(tx, (id, &kept), key.organizer, &browser, now).await?;
                line.write(tx).await?;
                Ok(true)
            })
        })
        .await?;
    opened.then_some(token).ok_or(ActError::NoPasskey)
}

/// Asks for a passkey of who is signed in.
pub async fn ask_again(app: &App, session: &Session) -> Result<Begun<RequestChallengeResponse>> {
    let mut tx = app.store.read().await?;
    let known = passkeys::of(&mut tx, session.organizer).await?;
    drop(tx);
    ceremony::ask_for(app, Purpose::Fresh(session.id), &known).await
}

/// Takes the answer to [`ask_again`]: the session is fresh again.
pub async fn freshen(app: &App, session: &mut Session, answer: Answer<'_>) -> Result<()> {
    let mut tx = app.store.read().await?;
    let known = passkeys::of(&mut tx, session.organizer).await?;
    drop(tx);
    let key = ceremony::answered(app, Purpose::Fresh(session.id), answer, &known).await?;
    let (id, now) = (session.id, app.clock.now());
    let noted = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                let used = passkeys::used(tx, key.id, &key.key, now).await?;
                Ok(used && sessions::freshen(tx, id, now).await?)
            })
        })
        .await?;
    if !noted {
        return Err(ActError::NoPasskey);
    }
    session.fresh_at = now;
    Ok(())
}

/// The open sessions of who is signed in, newest first.
pub async fn list(app: &App, session: &Session) -> Result<Vec<SessionRow>> {
    let mut tx = app.store.read().await?;
    Ok(sessions::of(&mut tx, session.organizer, limits(app.clock.now())).await?)
}

/// Ends this session.
pub async fn sign_out(app: &App, session: &Session) -> Result<()> {
    end_with(app, session, session.id, Act::SignedOut).await?;
    Ok(())
}

/// Ends another session of the same organizer.
pub async fn end(app: &App, session: &Session, id: i64) -> Result<()> {
    let ended = end_with(app, session, id, Act::SessionEnded).await?;
    ended.then_some(()).ok_or(ActError::NoLink)
}

async fn end_with(app: &App, session: &Session, id: i64, act: Act) -> Result<bool> {
    let line = Line::new(app, session.into(), None, act, "");
    let (organizer, own) = (session.organizer, session.id);
    let ended = app.committer.write(move |tx| {
        Box::pin(async move {
            let ended =
                sessions::is_open(tx, own).await? && sessions::end(tx, organizer, id).await?;
            if ended {
                line.write(tx).await?;
            }
            Ok(ended)
        })
    });
    Ok(ended.await?)
}

/// Deletes sessions past their time.
pub async fn purge(tx: &mut Tx, now: i64) -> store::Result<u64> {
    sessions::purge(tx, limits(now)).await
}
