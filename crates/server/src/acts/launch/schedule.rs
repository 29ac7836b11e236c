//! Launching now, or at a minute that was set: once, by whichever node comes first, also after the
//! server was down at that minute.

use super::{Ended, Missing, commit, lacks, obstacles};
use crate::acts::access::trail::{Line, Who};
use crate::acts::access::{Act, Session, people};
use crate::acts::{ActError, Result};
use crate::app::App;
use crate::model::{Letter, LetterState, Role};
use crate::store::launches::{self, LaunchRow};
use crate::store::{letters, roles};

const OWNERS: [Role; 1] = [Role::Owner];

/// The launch that is set, or that did not happen.
pub async fn of(app: &App, letter: i64) -> Result<Option<LaunchRow>> {
    Ok(launches::of(&mut app.store.read().await?, letter).await?)
}

/// Launches a letter now. Gives what keeps it from being launched, if anything does.
pub async fn launch_now(app: &App, session: &Session, letter: &Letter) -> Result<Vec<Missing>> {
    let obstacles = obstacles(app, letter).await?;
    if !obstacles.is_empty() {
        return Ok(obstacles);
    }
    let line = Line::new(app, session.into(), Some(letter.id), Act::Launched, "");
    let actor = (session.id, session.organizer);
    let launched = commit(app, letter, move |tx, letter| {
        Box::pin(async move {
            let may = people::may(tx, actor, letter.id, &OWNERS).await?;
            if may {
                line.write(tx).await?;
            }
            Ok(may)
        })
    });
    match launched.await? {
        Ended::Launched => Ok(Vec::new()),
        Ended::Lacking(missing) => Ok(missing),
        Ended::NotPermitted => Err(ActError::NotPermitted),
    }
}

/// How setting a launch or calling it off ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// It is done.
    Done,
    /// Somebody else set or called it off since the form was made; nothing was written.
    Stale,
    /// This keeps the letter from being launched, then or at all; nothing was written.
    Lacks(Vec<Missing>),
}

/// Sets the launch to a second, in the place of the one that was `seen`. `shown` is how the trail
/// says it.
pub async fn set(
    app: &App,
    session: &Session,
    letter: &Letter,
    (at, zone): (i64, &str),
    (seen, shown): (Option<i64>, String),
) -> Result<Changed> {
    let mut obstacles = obstacles(app, letter).await?;
    if letter.closes_at() <= at && !obstacles.contains(&Missing::Closing) {
        obstacles.push(Missing::Closing);
    }
    if !obstacles.is_empty() {
        return Ok(Changed::Lacks(obstacles));
    }
    let row = LaunchRow {
        letter: letter.id,
        at,
        zone: zone.to_owned(),
        organizer: session.organizer,
        who: session.name.clone(),
        missing: String::new(),
    };
    let line = Line::new(
        app,
        session.into(),
        Some(letter.id),
        Act::LaunchScheduled,
        shown,
    );
    change(app, session, letter, line, (seen, Some(row))).await
}

/// Calls off the launch that was `seen`.
pub async fn cancel(
    app: &App,
    session: &Session,
    letter: &Letter,
    seen: Option<i64>,
) -> Result<Changed> {
    let line = Line::new(
        app,
        session.into(),
        Some(letter.id),
        Act::LaunchCancelled,
        "",
    );
    change(app, session, letter, line, (seen, None)).await
}

async fn change(
    app: &App,
    session: &Session,
    letter: &Letter,
    line: Line,
    (seen, to): (Option<i64>, Option<LaunchRow>),
) -> Result<Changed> {
    let (actor, id) = ((session.id, session.organizer), letter.id);
    let changed = app.committer.write(move |tx| {
        Box::pin(async move {
            roles::hold(tx, id).await?;
            if !people::may(tx, actor, id, &OWNERS).await? {
                return Ok(Err(ActError::NotPermitted));
            }
            let letter = letters::by_id(tx, id).await?;
            let Some(letter) = letter.filter(|letter| letter.state == LetterState::Draft) else {
                return Ok(Err(ActError::Launched));
            };
            if launches::of(tx, id).await?.map(|row| row.at) != seen {
                return Ok(Ok(Changed::Stale));
            }
            match &to {
                Some(row) => {
                    let lacks = lacks(tx, &letter).await?;
                    if !lacks.is_empty() {
                        return Ok(Ok(Changed::Lacks(lacks)));
                    }
                    launches::set(tx, row).await?;
                }
                None => launches::remove(tx, id).await?,
            }
            line.write(tx).await?;
            Ok(Ok(Changed::Done))
        })
    });
    changed.await?
}

/// Launches every letter whose minute has come, and notes of the others why they were not. What
/// fails is tried again, and holds no other letter up.
pub async fn launch_due(app: &App) -> Result<()> {
    let due = launches::due(&mut app.store.read().await?, app.clock.now()).await?;
    let mut outcome = Ok(());
    for row in due {
        if let Err(error) = launch_or_note(app, row).await {
            outcome = Err(error);
        }
    }
    outcome
}

async fn launch_or_note(app: &App, row: LaunchRow) -> Result<()> {
    let letter = letters::by_id(&mut app.store.read().await?, row.letter).await?;
    let Some(letter) = letter.filter(|letter| letter.state == LetterState::Draft) else {
        return Ok(());
    };
    let obstacles = obstacles(app, &letter).await?;
    if obstacles.is_empty() {
        return launch_one(app, letter, row).await;
    }
    let missing = words(&obstacles);
    tracing::error!(letter = %letter.slug, "it was not launched: {missing}");
    let noted = app.committer.write(move |tx| {
        Box::pin(async move { launches::fail(tx, row.letter, row.at, &missing).await })
    });
    Ok(noted.await?)
}

fn words(obstacles: &[Missing]) -> String {
    let words: Vec<&str> = obstacles.iter().map(|missing| missing.as_str()).collect();
    words.join(" ")
}

async fn launch_one(app: &App, letter: Letter, row: LaunchRow) -> Result<()> {
    let who = Who::organizer(row.organizer, &*row.who);
    let line = Line::new(app, who, Some(letter.id), Act::Launched, "");
    let launched = commit(app, &letter, move |tx, _| {
        Box::pin(async move {
            // It may have been moved or called off since it was read.
            let due = launches::take(tx, row.letter, row.at).await?;
            if due {
                line.write(tx).await?;
            }
            Ok(due)
        })
    });
    if let Ended::Launched = launched.await? {
        tracing::info!(letter = %letter.slug, "launched at its minute");
    }
    Ok(())
}
