//! What moderators ask, and the answers, on the pages behind a mailed link.

use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::Response;

use super::at_letter::AtLetter;
use super::confirmation::{self, Done};
use super::form;
use super::refused::Refused;
use crate::acts::ActError;
use crate::acts::asking::{self, Asked};
use crate::acts::link::Opened;
use crate::model::question;
use crate::render::{AskedQuestion, Moment, Questions};

/// `POST /letters/{slug}/confirm/{token}/answer`: `answer` to the question `number`.
pub(super) async fn answer(at: AtLetter, request: Request) -> Result<Response, Refused> {
    let fields = form::fields(&at.headers, request.into_body(), form::MOST).await;
    let fields = fields.map_err(|refusal| at.refuse(refusal))?;
    let field = |name: &str| {
        let last = fields.iter().rev().find(|(field, _)| field == name);
        last.map_or("", |(_, value)| value.as_str())
    };
    let (number, typed) = (field("number").parse().unwrap_or_default(), field("answer"));
    let words = match question::answer(typed) {
        Ok(words) => words,
        Err(problem) => {
            let done = Done {
                refused: Some((number, typed.to_owned(), problem)),
                ..Done::default()
            };
            let mut response = page(&at, done).await?;
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            return Ok(response);
        }
    };
    match asking::answer(&at.site.app, &at.letter, &at.rest, number, &words).await {
        Ok(()) => {
            let done = Done {
                answered: true,
                ..Done::default()
            };
            page(&at, done).await
        }
        Err(ActError::NoLink) => Err(at.refuse(confirmation::dead_link(&at.rest))),
        Err(error) => Err(at.failed(&error)),
    }
}

async fn page(at: &AtLetter, done: Done) -> Result<Response, Refused> {
    confirmation::behind(at, &confirmation::opened(at).await?, done).await
}

/// What is asked of whoever opened a link, after what was done.
pub(super) async fn questions(
    at: &AtLetter,
    opened: &Opened,
    done: Done,
) -> Result<Questions, Refused> {
    let asked = asking::of(&at.site.app, opened).await;
    let asked = asked.map_err(|error| at.failed(&error))?;
    Ok(Questions {
        asked: asked.into_iter().map(line).collect(),
        kept: done.answered,
        refused: done.refused,
    })
}

/// A question as pages show it.
pub(super) fn line(asked: Asked) -> AskedQuestion {
    let question = asked.question;
    AskedQuestion {
        number: asked.number,
        ready: question.ready,
        own: question.own.map(|own| (own, question.lang)),
        at: Moment::of(asked.at),
        mailed: asked.mailed,
        came_back: asked.came_back,
        answer: asked.answer.map(|(answer, at)| (answer, Moment::of(at))),
    }
}
