//! Invitations: a one-time link that registers a passkey and opens a session.

use webauthn_rs::prelude::CreationChallengeResponse;

use super::super::mailing::{Invited, Payload};
use super::super::{ActError, Result};
use super::ceremony::{self, Answer, Begun, Purpose};
use super::session::begin;
use super::trail::{Line, Who};
use super::{Act, Session, people, recovery};
use crate::app::App;
use crate::l10n::Lang;
use crate::model::trail::{Part, What};
use crate::model::{Letter, Mailbox, Role};
use crate::seal::{Purpose as Keys, Token, random, row_id};
use crate::store::invitations::{self, InvitationRow};
use crate::store::organizers::{self, OrganizerRow};
use crate::store::outbox::{self, MailRow};
use crate::store::passkeys::{self, PasskeyRow};
use crate::store::{self, Tx, letters, roles, sessions};

/// Seconds for which an invitation works.
pub(super) const LIFETIME: i64 = 48 * 3600;

/// An invitation, opened: opening changes nothing.
pub struct Opened {
    /// For whom.
    pub name: String,
    /// Whether it gives somebody known another passkey.
    pub recovers: bool,
    /// The letter, where it is for one.
    pub letter: Option<Letter>,
    /// The role.
    pub role: Role,
}

/// Who invites.
#[derive(Clone, Copy)]
pub enum Inviter<'a> {
    /// Whoever has the server's command line.
    Operator,
    /// An owner of the letter, from this session.
    Owner(&'a Session),
}

/// What somebody is invited to.
pub struct Offer {
    /// Their name.
    pub name: String,
    /// The letter; none where they may make letters.
    pub letter: Option<i64>,
    /// Their role in it.
    pub role: Role,
    /// Where the link is mailed, and in which language; nowhere where it is handed over.
    pub mailed_to: Option<(Mailbox, Lang)>,
}

/// Invites somebody. Gives the link's token, which nothing else gives again.
pub async fn invite(app: &App, inviter: Inviter<'_>, offer: Offer) -> Result<Token> {
    let (who, owner): (Who, _) = match inviter {
        Inviter::Operator => (Who::operator(), None),
        Inviter::Owner(session) => (session.into(), Some((session.id, session.organizer))),
    };
    let Offer { name, role, .. } = &offer;
    let what = What::person(name, *role);
    let token = Token::new(random());
    let mail = mail_row(app, &offer, who.name(), &token)?;
    let row = InvitationRow {
        id: row_id(app.clock.now_ms()),
        hash: token.hash(),
        inviter: owner.map(|(_, organizer)| organizer),
        organizer: None,
        name: name.clone(),
        letter: offer.letter,
        role: role.as_str().to_owned(),
        expires_at: app.clock.now() + LIFETIME,
    };
    let line = Line::new(app, who, offer.letter, Act::Invited, what);
    let invited = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                if let (Some(owner), Some(letter)) = (owner, row.letter)
                    && !people::is_owner(tx, owner, letter).await?
                {
                    return Ok(false);
                }
                invitations::insert(tx, &row).await?;
                if let Some(mail) = &mail {
                    outbox::insert_all(tx, &[mail]).await?;
                }
                line.write(tx).await?;
                Ok(true)
            })
        })
        .await?;
    app.mail_wake.notify_one();
    invited.then_some(token).ok_or(ActError::NotPermitted)
}

/// The mail that carries the link: the address is in there, encrypted, and nowhere else. It has no
/// tag either: what an organizer's mailbox may get is decided by owners and not by the cap.
fn mail_row(app: &App, offer: &Offer, by: &str, token: &Token) -> Result<Option<MailRow>> {
    let (Some((mailbox, lang)), Some(letter)) = (&offer.mailed_to, offer.letter) else {
        return Ok(None);
    };
    let payload = Payload {
        to: mailbox.address(),
        token: token.reveal(),
        lang: lang.tag().to_owned(),
        invitation: Some(Invited {
            name: offer.name.clone(),
            by: by.to_owned(),
        }),
        founding: None,
        asking: None,
    };
    let now = app.clock.now();
    let plain = serde_json::to_vec(&payload).map_err(|_| ActError::Unreadable)?;
    let encrypted = app.waiting.encrypt(Keys::Outbox, now, &plain)?;
    Ok(Some(MailRow {
        id: row_id(app.clock.now_ms()),
        letter,
        mailbox: random::<32>().to_vec(),
        person: None,
        submission: None,
        key_name: encrypted.key_name,
        payload: encrypted.bytes,
        attempts: 0,
        due_at: now,
    }))
}

/// Opens an invitation.
pub async fn open(app: &App, token: &str) -> Result<Opened> {
    let row = find(app, token).await?;
    let mut tx = app.store.read().await?;
    let letter = match row.letter {
        Some(id) => letters::by_id(&mut tx, id).await?,
        None => None,
    };
    Ok(Opened {
        role: row.role.parse().map_err(|()| ActError::Unreadable)?,
        recovers: row.organizer.is_some(),
        name: row.name,
        letter,
    })
}

async fn find(app: &App, token: &str) -> Result<InvitationRow> {
    let hash = Token::parse(token).ok_or(ActError::NoInvitation)?.hash();
    let mut tx = app.store.read().await?;
    invitations::get(&mut tx, &hash, app.clock.now())
        .await?
        .ok_or(ActError::NoInvitation)
}

/// Asks for the passkey that an invitation is to be answered with.
pub async fn ask(app: &App, token: &str) -> Result<Begun<CreationChallengeResponse>> {
    let row = find(app, token).await?;
    let mut tx = app.store.read().await?;
    let (organizer, known) = match row.organizer {
        Some(id) => (
            organizers::get(&mut tx, id)
                .await?
                .ok_or(ActError::NoInvitation)?,
            passkeys::of(&mut tx, id).await?,
        ),
        None => (newcomer(app, &row), Vec::new()),
    };
    drop(tx);
    ceremony::ask_for_new(app, Purpose::Invitation(row.hash), &organizer, &known).await
}

/// Whom an invitation for somebody new makes. The handle follows from the link, so that the
/// authenticator and the row get the same one without a row before its time.
fn newcomer(app: &App, row: &InvitationRow) -> OrganizerRow {
    OrganizerRow {
        id: row_id(app.clock.now_ms()),
        handle: handle(&row.hash),
        name: row.name.clone(),
        makes_letters: row.letter.is_none(),
    }
}

fn handle(hash: &[u8]) -> Vec<u8> {
    use sha2::{Digest, Sha256};
    let mut sha = Sha256::new();
    sha.update(b"undersigned/handle/v1\0");
    sha.update(hash);
    sha.finalize()[..16].to_vec()
}

/// Accepts an invitation with a new passkey; gives the token of the session that it opens.
pub async fn accept(
    app: &App,
    token: &str,
    answer: Answer<'_>,
    passkey: String,
    browser: String,
) -> Result<Token> {
    let row = find(app, token).await?;
    let purpose = Purpose::Invitation(row.hash.clone());
    let key = ceremony::new_passkey(app, purpose, answer).await?;
    let session = Token::new(random());
    let (act, what) = match row.organizer {
        Some(_) => (Act::PasskeyAdded, What::of(Part::Name, &*passkey)),
        None => (Act::Joined, What::of(Part::Role, &*row.role)),
    };
    let line = Line::new(app, Who::operator(), row.letter, act, what);
    let work = Acceptance {
        newcomer: newcomer(app, &row),
        passkey: passkey_row(app, 0, passkey, &key)?,
        session: (row_id(app.clock.now_ms()), session.clone()),
        line,
        hash: row.hash,
        browser,
        now: app.clock.now(),
    };
    let accepted = app
        .committer
        .write(move |tx| Box::pin(async move { work.put(tx).await }))
        .await?;
    accepted.then_some(session).ok_or(ActError::NoInvitation)
}

/// The row of a new passkey.
pub(super) fn passkey_row(
    app: &App,
    organizer: i64,
    name: String,
    key: &webauthn_rs::prelude::Passkey,
) -> Result<PasskeyRow> {
    Ok(PasskeyRow {
        id: row_id(app.clock.now_ms()),
        organizer,
        credential: key.cred_id().to_vec(),
        name,
        key: serde_json::to_string(key).map_err(|_| ActError::Unreadable)?,
        used_at: app.clock.now(),
    })
}

struct Acceptance {
    hash: Vec<u8>,
    newcomer: OrganizerRow,
    passkey: PasskeyRow,
    session: (i64, Token),
    line: Line,
    browser: String,
    now: i64,
}

impl Acceptance {
    /// False where the invitation was taken by somebody quicker, or reaches further now than who made it.
    async fn put(mut self, tx: &mut Tx) -> store::Result<bool> {
        let Some(row) = invitations::take(tx, &self.hash, self.now).await? else {
            return Ok(false);
        };
        if !recovery::still_reaches(tx, &row).await? {
            return Ok(false);
        }
        let id = match row.organizer {
            // Who lost a passkey may have lost it to somebody: what that one opened is over.
            Some(id) => {
                sessions::end_all(tx, id).await?;
                id
            }
            None => {
                organizers::insert(tx, &self.newcomer).await?;
                grant(tx, &row, self.newcomer.id).await?;
                self.newcomer.id
            }
        };
        self.passkey.organizer = id;
        if !passkeys::insert(tx, &self.passkey).await? {
            return Err(store::StoreError::Refused("a passkey twice".to_owned()));
        }
        let (session, token) = &self.session;
        begin(tx, (*session, token), id, &self.browser, self.now).await?;
        self.line.by(Who::organizer(id, row.name)).write(tx).await?;
        Ok(true)
    }
}

/// Gives an organizer what an invitation promises.
async fn grant(tx: &mut Tx, row: &InvitationRow, organizer: i64) -> store::Result<()> {
    match (row.letter, row.role.parse()) {
        (None, _) => organizers::let_make_letters(tx, organizer).await,
        (Some(letter), Ok(role)) => roles::set(tx, letter, organizer, role).await,
        (Some(_), Err(())) => Err(store::StoreError::Corrupt("role")),
    }
}

/// Accepts an invitation as the organizer who is signed in. One for another passkey is not theirs to
/// accept, and a role that they have already stays as it is.
pub async fn accept_as(app: &App, token: &str, session: &Session) -> Result<()> {
    let row = find(app, token).await?;
    if row.organizer.is_some() {
        return Err(ActError::NotPermitted);
    }
    let role = What::of(Part::Role, &*row.role);
    let line = Line::new(app, session.into(), row.letter, Act::Joined, role);
    let (id, organizer, now) = (session.id, session.organizer, app.clock.now());
    let accepted = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                if !sessions::is_open(tx, id).await? {
                    return Ok(false);
                }
                if let Some(letter) = row.letter
                    && roles::of(tx, letter, organizer).await?.is_some()
                {
                    return Ok(false);
                }
                let Some(row) = invitations::take(tx, &row.hash, now).await? else {
                    return Ok(false);
                };
                grant(tx, &row, organizer).await?;
                line.write(tx).await?;
                Ok(true)
            })
        })
        .await?;
    accepted.then_some(()).ok_or(ActError::NoInvitation)
}
