//! Ceremonies: a challenge to an authenticator, and its answer (WebAuthn, section 7).
//!
//! What the library must remember between the two waits in the database, so that another node can
//! take the answer. It is taken before the answer is looked at: an answer that is sent again, right
//! or wrong, finds nothing.

use serde::Serialize;
use serde::de::DeserializeOwned;
use webauthn_rs::prelude::{
    AuthenticationResult, CreationChallengeResponse, CredentialID, DiscoverableAuthentication,
    DiscoverableKey, Passkey, PasskeyAuthentication, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, RequestChallengeResponse, Uuid, WebauthnError,
};
use webauthn_rs::{Webauthn, WebauthnBuilder};

use super::super::{ActError, Result};
use crate::app::App;
use crate::seal::{Token, random};
use crate::store::ceremonies::{self, CeremonyRow};
use crate::store::organizers::OrganizerRow;
use crate::store::passkeys::PasskeyRow;

/// Seconds for which a challenge waits.
const PATIENCE: i64 = 300;

/// What a ceremony is for; its answer counts for nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Opens a session.
    SignIn,
    /// Shows that who sits at this session still is the organizer.
    Fresh(i64),
    /// Adds a passkey from this session.
    Passkey(i64),
    /// Registers the first passkey behind the invitation with this hash.
    Invitation(Vec<u8>),
}

impl Purpose {
    fn kind(&self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::Fresh(_) => "fresh",
            Self::Passkey(_) => "passkey",
            Self::Invitation(_) => "invitation",
        }
    }

    fn bound_to(&self) -> Vec<u8> {
        match self {
            Self::SignIn => Vec::new(),
            Self::Fresh(session) | Self::Passkey(session) => session.to_be_bytes().to_vec(),
            Self::Invitation(hash) => hash.clone(),
        }
    }
}

/// A challenge for the browser.
#[derive(Serialize)]
pub struct Begun<T> {
    /// Comes back with the answer.
    pub ceremony: String,
    /// What `navigator.credentials` is asked.
    pub options: T,
}

/// What the browser sends back.
pub struct Answer<'a> {
    /// The token of the challenge.
    pub ceremony: &'a str,
    /// What `navigator.credentials` gave, as JSON.
    pub credential: &'a str,
}

/// Asks for a new passkey of an organizer, one that authenticators list by themselves.
pub async fn ask_for_new(
    app: &App,
    purpose: Purpose,
    organizer: &OrganizerRow,
    known: &[PasskeyRow],
) -> Result<Begun<CreationChallengeResponse>> {
    let handle = Uuid::from_slice(&organizer.handle).map_err(|_| ActError::Unreadable)?;
    let known: Vec<CredentialID> = known.iter().map(|of| of.credential.clone()).collect();
    let name = &organizer.name;
    let (mut options, state): (_, PasskeyRegistration) = relying_party(app)?
        .start_passkey_registration(handle, name, name, Some(known))
        .map_err(|error| refused(&error))?;
    // Nobody types a name to sign in, so that the passkey must be found without one.
    if let Some(selection) = &mut options.public_key.authenticator_selection {
        selection.resident_key = Some(webauthn_rs_proto::ResidentKeyRequirement::Required);
        selection.require_resident_key = true;
    }
    let ceremony = keep(app, &purpose, &state).await?;
    Ok(Begun { ceremony, options })
}

/// The new passkey that an authenticator made.
pub async fn new_passkey(app: &App, purpose: Purpose, answer: Answer<'_>) -> Result<Passkey> {
    let state: PasskeyRegistration = take(app, &purpose, answer.ceremony).await?;
    let credential: RegisterPublicKeyCredential = read(answer.credential)?;
    relying_party(app)?
        .finish_passkey_registration(&credential, &state)
        .map_err(|error| refused(&error))
}

/// Asks whoever is there for a passkey of theirs.
pub async fn ask_anybody(app: &App) -> Result<Begun<RequestChallengeResponse>> {
    let (mut options, state): (_, DiscoverableAuthentication) = relying_party(app)?
        .start_discoverable_authentication()
        .map_err(|error| refused(&error))?;
    // A button was pressed: the browser asks now, and not in some field's list.
    options.mediation = None;
    let ceremony = keep(app, &Purpose::SignIn, &state).await?;
    Ok(Begun { ceremony, options })
}

/// Who says to have answered, before anything of it is believed.
pub struct Claim {
    state: DiscoverableAuthentication,
    credential: PublicKeyCredential,
    /// The organizer's handle.
    pub handle: Vec<u8>,
}

/// Takes the answer to [`ask_anybody`].
pub async fn claim(app: &App, answer: Answer<'_>) -> Result<Claim> {
    let state = take(app, &Purpose::SignIn, answer.ceremony).await?;
    let credential: PublicKeyCredential = read(answer.credential)?;
    let (handle, _) = relying_party(app)?
        .identify_discoverable_authentication(&credential)
        .map_err(|error| refused(&error))?;
    Ok(Claim {
        state,
        handle: handle.as_bytes().to_vec(),
        credential,
    })
}

/// Checks a claim against an organizer's passkeys; gives the one that answered, its counter moved.
pub fn check(app: &App, claim: Claim, known: &[PasskeyRow]) -> Result<PasskeyRow> {
    let named = claim.credential.get_credential_id();
    let row = known.iter().find(|known| known.credential == named);
    let row = row.ok_or(ActError::NoPasskey)?;
    let key: Passkey = serde_json::from_str(&row.key).map_err(|_| ActError::Unreadable)?;
    let result = relying_party(app)?
        .finish_discoverable_authentication_v2(
            &claim.credential,
            claim.state,
            DiscoverableKey::from(&key),
        )
        .map_err(|error| refused(&error))?;
    moved(known, &result)
}

/// Asks for one of these passkeys.
pub async fn ask_for(
    app: &App,
    purpose: Purpose,
    known: &[PasskeyRow],
) -> Result<Begun<RequestChallengeResponse>> {
    let (options, state): (_, PasskeyAuthentication) = relying_party(app)?
        .start_passkey_authentication(&passkeys(known)?)
        .map_err(|error| refused(&error))?;
    let ceremony = keep(app, &purpose, &state).await?;
    Ok(Begun { ceremony, options })
}

/// The passkey that answered [`ask_for`], its counter moved. One that was removed meanwhile does
/// not count.
pub async fn answered(
    app: &App,
    purpose: Purpose,
    answer: Answer<'_>,
    known: &[PasskeyRow],
) -> Result<PasskeyRow> {
    let state: PasskeyAuthentication = take(app, &purpose, answer.ceremony).await?;
    let credential: PublicKeyCredential = read(answer.credential)?;
    let result = relying_party(app)?
        .finish_passkey_authentication(&credential, &state)
        .map_err(|error| refused(&error))?;
    moved(known, &result)
}

fn moved(known: &[PasskeyRow], result: &AuthenticationResult) -> Result<PasskeyRow> {
    let is_it = |known: &&PasskeyRow| known.credential == result.cred_id().as_slice();
    let mut row = known
        .iter()
        .find(is_it)
        .cloned()
        .ok_or(ActError::NoPasskey)?;
    let mut key: Passkey = serde_json::from_str(&row.key).map_err(|_| ActError::Unreadable)?;
    key.update_credential(result);
    row.key = serde_json::to_string(&key).map_err(|_| ActError::Unreadable)?;
    Ok(row)
}

fn passkeys(known: &[PasskeyRow]) -> Result<Vec<Passkey>> {
    let keys = known.iter().map(|known| serde_json::from_str(&known.key));
    keys.collect::<std::result::Result<_, _>>()
        .map_err(|_| ActError::Unreadable)
}

fn relying_party(app: &App) -> Result<Webauthn> {
    let origin = app.config.passkeys_at().ok_or(ActError::NoHostName)?;
    let host = origin.domain().ok_or(ActError::NoHostName)?;
    WebauthnBuilder::new(host, &origin)
        .and_then(|builder| builder.rp_name(&app.config.site_name).build())
        .map_err(|_| ActError::NoHostName)
}

async fn keep(app: &App, purpose: &Purpose, state: &impl Serialize) -> Result<String> {
    let token = Token::new(random());
    let row = CeremonyRow {
        hash: token.hash(),
        kind: purpose.kind(),
        bound_to: purpose.bound_to(),
        state: serde_json::to_string(state).map_err(|_| ActError::Unreadable)?,
        expires_at: app.clock.now() + PATIENCE,
    };
    app.committer
        .write(move |tx| Box::pin(async move { ceremonies::insert(tx, &row).await }))
        .await?;
    Ok(token.reveal())
}

async fn take<S: DeserializeOwned>(app: &App, purpose: &Purpose, ceremony: &str) -> Result<S> {
    let hash = Token::parse(ceremony).ok_or(ActError::NoPasskey)?.hash();
    let (kind, bound_to, now) = (purpose.kind(), purpose.bound_to(), app.clock.now());
    let state = app
        .committer
        .write(move |tx| {
            Box::pin(async move { ceremonies::take(tx, &hash, (kind, &bound_to), now).await })
        })
        .await?
        .ok_or(ActError::NoPasskey)?;
    serde_json::from_str(&state).map_err(|_| ActError::Unreadable)
}

fn read<T: DeserializeOwned>(credential: &str) -> Result<T> {
    serde_json::from_str(credential).map_err(|_| ActError::NoPasskey)
}

/// What an answer lacks is nobody's business, and the library's words may repeat what was sent. Only
/// a setting that is wrong is told to who can mend it.
fn refused(error: &WebauthnError) -> ActError {
    if matches!(error, WebauthnError::InvalidRPOrigin) {
        tracing::warn!("a passkey answered for another address than base_url's: is it right?");
    }
    ActError::NoPasskey
}
