//! Handing over: a founder whom no mail reaches gets their link from an organizer.

use super::list::{UNKNOWN, known};
use super::{Entry, by_editor, inviting, key};
use crate::acts::access::trail::Line;
use crate::acts::access::{Act, Session};
use crate::acts::{ActError, Result, recipients};
use crate::app::App;
use crate::model::Letter;
use crate::model::trail::What;
use crate::seal::{Token, random};
use crate::store::founder_links::{self, Handed};
use crate::store::{StoreError, founders, letters};

/// The founder has a link and has answered by it, as the transaction finds them.
const ANSWERED: &str = "answered";

/// Makes a founder's link, which nothing gives again, and ends the one that was made so before. Gives
/// whom it is for, and its token. Whoever has it can answer in their place, as with that in a mail: the
/// trail says that it was made.
pub async fn make_link(
    app: &App,
    session: &Session,
    letter: &Letter,
    founder: i64,
) -> Result<(String, Token)> {
    if inviting::missing(app, letter).await?.is_some() {
        return Err(ActError::NotReady);
    }
    let row = founders::get(&mut app.store.read().await?, letter.id, founder).await?;
    let row = row.ok_or(ActError::NoLink)?;
    let key = key::read(app, letter).await?;
    let entry = key.and_then(|key| Entry::read(&key, &row));
    let name = entry.map_or_else(String::new, |entry| entry.public.name);
    let token = Token::new(random());
    let (hash, now) = (token.hash(), app.clock.now());
    let (id, organizer, by) = (letter.id, session.organizer, session.name.clone());
    let act = Act::FounderLinkMade;
    let line = Line::new(app, session.into(), Some(id), act, What::number(founder));
    let made = by_editor(app, session, letter, line, move |tx| {
        Box::pin(async move {
            let held = founders::hold(tx, founder).await?;
            let held = held.filter(|row| row.state != "declined");
            let held = held.ok_or_else(|| StoreError::Refused(UNKNOWN.to_owned()))?;
            let today = recipients::joined(&letters::recipients(tx, id).await?);
            if !held.may_be_handed(&today) {
                return Err(StoreError::Refused(ANSWERED.to_owned()));
            }
            let link = Handed {
                hash: &hash,
                organizer,
                by: &by,
            };
            founder_links::hand_link(tx, founder, &link, now).await
        })
    });
    match known(made.await) {
        Err(ActError::Store(StoreError::Refused(why))) if why == ANSWERED => {
            return Err(ActError::Answered);
        }
        made => made?,
    }
    Ok((name, token))
}
