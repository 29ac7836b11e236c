//! Statements: words that wait for a moderator, and those that are public.

use undersigned_record::opening::{Opening, Salt};
use undersigned_record::statement::{self, Statement};

use super::super::access::Act as Did;
use super::super::access::moderator::Moderator;
use super::super::signing::ensure_writable;
use super::super::{ActError, Result};
use crate::app::App;
use crate::model::Display;
use crate::recorder::{Act, Published};
use crate::seal::{row_id, row_time_ms};
use crate::store::statements::StatementRow;
use crate::store::{self, Tx, openings, record, signatures, statements};

/// A held statement.
pub struct HeldStatement {
    /// What to name it by.
    pub id: i64,
    /// Language.
    pub lang: String,
    /// The words.
    pub words: String,
    /// The name that they would stand beside.
    pub name: String,
    /// When it came, unix seconds.
    pub since: i64,
}

/// A public statement.
pub struct LiveStatement {
    /// What to name it by.
    pub id: i64,
    /// Language.
    pub lang: String,
    /// The words.
    pub words: String,
    /// The name that they stand beside.
    pub name: String,
}

/// The statements of a letter that wait for approval, oldest first: after the number `page.0`, at most `page.1`.
pub async fn held_statements(
    app: &App,
    letter: &Published,
    page: (i64, i64),
) -> Result<Vec<HeldStatement>> {
    let mut tx = app.store.read().await?;
    let mut held = Vec::new();
    for row in statements::held(&mut tx, letter.letter.id, page).await? {
        let (lang, words) = read_words(app, &row)?;
        held.push(HeldStatement {
            id: row.id,
            lang,
            words,
            name: name(&mut tx, row.signature).await?,
            since: row_time_ms(row.id).div_euclid(1000),
        });
    }
    Ok(held)
}

/// The statements that are on the letter's page, in their order.
pub async fn featured_statements(app: &App, letter: &Published) -> Result<Vec<LiveStatement>> {
    let mut tx = app.store.read().await?;
    let rows = statements::live_featured(&mut tx, letter.letter.id).await?;
    attributed(&mut tx, rows).await
}

/// The public statements that are not, newest first: before the number `page.0`, at most `page.1`.
pub async fn live_statements(
    app: &App,
    letter: &Published,
    page: (i64, i64),
) -> Result<Vec<LiveStatement>> {
    let mut tx = app.store.read().await?;
    let rows = statements::live(&mut tx, letter.letter.id, page).await?;
    attributed(&mut tx, rows).await
}

async fn attributed(tx: &mut Tx, rows: Vec<StatementRow>) -> Result<Vec<LiveStatement>> {
    let mut live = Vec::with_capacity(rows.len());
    for row in rows {
        let Statement { lang, words } =
            Statement::parse(&row.words).map_err(|_| ActError::Unreadable)?;
        live.push(LiveStatement {
            id: row.id,
            lang: lang.as_str().to_owned(),
            words,
            name: name(tx, row.signature).await?,
        });
    }
    Ok(live)
}

/// The name that words stand beside.
pub(super) async fn name(tx: &mut Tx, signature: i64) -> Result<String> {
    let opening = openings::newest(tx, signature).await?;
    let opening = opening.and_then(|row| Opening::parse(&row.opening).ok());
    Ok(opening.and_then(|opening| opening.name).unwrap_or_default())
}

/// Publishes a held statement.
pub async fn approve_statement(
    app: &App,
    by: Moderator<'_>,
    letter: &Published,
    id: i64,
    featured: bool,
) -> Result<()> {
    ensure_writable(letter)?;
    let row = held_statement(app, letter, id).await?;
    let decision = by.decides(
        app,
        letter.letter.id,
        Did::StatementApproved,
        id.to_string(),
    );
    let (lang, words) = read_words(app, &row)?;
    let lang = lang.parse().map_err(|_| ActError::Unreadable)?;
    let words = Statement { lang, words }.to_bytes();
    let salt = Salt(row.salt.try_into().map_err(|_| ActError::Unreadable)?);
    let act = Act::Statement {
        id,
        statement: statement::commit(&salt, &words),
    }
    .to_json();
    let (letter, queued) = (letter.letter.id, row_id(app.clock.now_ms()));
    let stands = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                let stands = signatures::pin(tx, row.signature).await?
                    && shows_a_name(tx, row.signature).await?
                    && decision.holds(tx).await?
                    && statements::approve(tx, id, &words, featured).await?;
                if stands {
                    decision.note(tx).await?;
                    record::enqueue(tx, queued, letter, Some(row.signature), &act).await?;
                }
                Ok(stands)
            })
        })
        .await?;
    app.recorder_wake.notify_one();
    by.settled(app, letter, stands).await
}

/// Whether a whole name is, or is about to be, shown: words stand beside nothing less.
async fn shows_a_name(tx: &mut Tx, signature: i64) -> store::Result<bool> {
    let newest = openings::newest(tx, signature).await?;
    let opening = newest.and_then(|row| Opening::parse(&row.opening).ok());
    Ok(opening.is_some_and(|opening| opening.display == Display::Name))
}

/// Turns a held statement down.
pub async fn reject_statement(
    app: &App,
    by: Moderator<'_>,
    letter: &Published,
    id: i64,
) -> Result<()> {
    let row = held_statement(app, letter, id).await?;
    let decision = by.decides(
        app,
        letter.letter.id,
        Did::StatementRejected,
        id.to_string(),
    );
    let rejected = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                let rejected = decision.holds(tx).await? && statements::reject(tx, row.id).await?;
                if rejected {
                    decision.note(tx).await?;
                }
                Ok(rejected)
            })
        })
        .await?;
    by.settled(app, letter.letter.id, rejected).await
}

/// Puts a public statement on the letter's page, or takes it off.
pub async fn feature(
    app: &App,
    by: Moderator<'_>,
    letter: &Published,
    id: i64,
    featured: bool,
) -> Result<()> {
    let act = if featured {
        Did::StatementFeatured
    } else {
        Did::StatementUnfeatured
    };
    let letter = letter.letter.id;
    let decision = by.decides(app, letter, act, id.to_string());
    let changed = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                let changed = decision.holds(tx).await?
                    && statements::feature(tx, letter, id, featured).await?;
                if changed {
                    decision.note(tx).await?;
                }
                Ok(changed)
            })
        })
        .await?;
    app.recorder_wake.notify_one();
    by.settled(app, letter, changed).await
}

/// Moves a statement on the letter's page one place up.
pub async fn raise(app: &App, by: Moderator<'_>, letter: &Published, id: i64) -> Result<()> {
    let letter = letter.letter.id;
    let decision = by.decides(app, letter, Did::StatementRaised, id.to_string());
    let raised = app
        .committer
        .write(move |tx| {
            Box::pin(async move {
                let raised = decision.holds(tx).await? && put_before(tx, letter, id).await?;
                if raised {
                    decision.note(tx).await?;
                }
                Ok(raised)
            })
        })
        .await?;
    app.recorder_wake.notify_one();
    by.settled(app, letter, raised).await
}

/// Lets a featured statement change places with the one before it. False where there is none.
async fn put_before(tx: &mut Tx, letter: i64, id: i64) -> store::Result<bool> {
    let rows = statements::live_featured(tx, letter).await?;
    let mut order: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let place = order.iter().position(|of| *of == id);
    let Some(place) = place.filter(|place| *place > 0) else {
        return Ok(false);
    };
    order.swap(place - 1, place);
    for (id, place) in order.into_iter().zip(1..) {
        statements::set_place(tx, id, place).await?;
    }
    Ok(true)
}

async fn held_statement(app: &App, letter: &Published, id: i64) -> Result<StatementRow> {
    let mut tx = app.store.read().await?;
    let row = statements::get(&mut tx, id).await?;
    let row = row
        .filter(|row| row.state == "held")
        .ok_or(ActError::NoLink)?;
    let of = signatures::get(&mut tx, row.signature).await?;
    of.filter(|of| of.letter == letter.letter.id)
        .map(|_| row)
        .ok_or(ActError::NoLink)
}

fn read_words(app: &App, row: &StatementRow) -> Result<(String, String)> {
    let plain = app.waiting.decrypt(&row.key_name, &row.words)?;
    serde_json::from_slice(&plain).map_err(|_| ActError::Unreadable)
}
