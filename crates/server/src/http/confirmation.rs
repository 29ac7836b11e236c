//! The pages behind a mailed link. GET and HEAD change nothing, however often mail scanners follow
//! the link; a button's POST does.

pub(super) mod logo;

use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use undersigned_record::opening::Opening;

use super::at_letter::AtLetter;
use super::refused::Refused;
use super::{answering, form, pages, proving, roll};
use crate::acts::confirmation::{self, Confirmed};
use crate::acts::correction::{self, Corrected};
use crate::acts::link::{self, Opened};
use crate::acts::signing::Fields;
use crate::acts::{self, ActError, withdrawal};
use crate::model::logo::BadLogo;
use crate::model::submission::Public;
use crate::model::{Field, FieldError, Problem, RawForm};
use crate::render::{
    Change, ConfirmPage, ConfirmedPage, DeclinedPage, Looked, ManagePage, Moment, OwnLogo,
    Provable, PublicFace, Questions, Refusal, Standing, Values, WithdrawnPage,
};
use crate::store::signatures::SignatureRow;
use crate::store::submissions::SubmissionRow;

type Answer = Result<Response, Refused>;

/// Days for which "It wasn't me" stops mail.
const QUIET_DAYS: u64 = 30;

/// `GET /letters/{slug}/confirm/{token}`
pub(super) async fn open(at: AtLetter) -> Answer {
    match link::open(&at.site.app, &at.letter, &at.rest).await {
        Ok(Opened::Waiting(row, fields)) => Ok(confirm_page(&at, &row, *fields)),
        Ok(opened) => behind(&at, &opened, Done::default()).await,
        Err(ActError::NoLink) => Err(at.refuse(dead_link(&at.rest))),
        Err(error) => Err(at.failed(&error)),
    }
}

/// What was just done through a private page.
#[derive(Default)]
pub(super) struct Done {
    /// With the signature.
    pub(super) change: Option<Change>,
    /// A look at the domain.
    pub(super) looked: Option<Looked>,
    /// An answer was kept.
    pub(super) answered: bool,
    /// An answer was not: to which question, what was typed, and what is wrong with it.
    pub(super) refused: Option<(i64, String, Problem)>,
    /// A logo was sent that is none.
    pub(super) bad_logo: Option<BadLogo>,
}

/// The page behind the link of what is confirmed, after what was done.
pub(super) async fn behind(at: &AtLetter, opened: &Opened, done: Done) -> Answer {
    match opened {
        Opened::Held(row, fields) => {
            let provable = proving::of_held(at, row, fields, done.looked);
            let questions = answering::questions(at, opened, done).await?;
            Ok(confirmed_page(at, Standing::Held, provable, questions))
        }
        Opened::Signed(row, opening) => {
            let typed = (values_of(row, opening), Vec::new());
            managed(at, opened, (row, opening), done, typed).await
        }
        Opened::Waiting(..) => Err(at.refuse(dead_link(&at.rest))),
    }
}

/// The page behind the link, after a look at a domain.
pub(super) async fn after_look(at: &AtLetter, looked: Looked) -> Answer {
    let done = Done {
        looked: Some(looked),
        ..Done::default()
    };
    behind(at, &opened(at).await?, done).await
}

/// What the link leads to.
pub(super) async fn opened(at: &AtLetter) -> Result<Opened, Refused> {
    match link::open(&at.site.app, &at.letter, &at.rest).await {
        Ok(opened) => Ok(opened),
        Err(ActError::NoLink) => Err(at.refuse(dead_link(&at.rest))),
        Err(error) => Err(at.failed(&error)),
    }
}

/// A well-formed token that leads nowhere is too old, or its signature is gone; both look alike.
pub(super) fn dead_link(token: &str) -> Refusal {
    if crate::seal::Token::parse(token).is_some() {
        Refusal::Used
    } else {
        Refusal::Forged
    }
}

fn confirm_page(at: &AtLetter, row: &SubmissionRow, fields: Fields) -> Response {
    let level = fields.level();
    let opening = fields.public.opening(fields.text);
    pages::private(&ConfirmPage {
        frame: at.private_frame(),
        letter: at.letter_ref(),
        token: at.rest.clone(),
        face: PublicFace::of(&opening, fields.public.country, level, fields.statement),
        kept_back: fields.kept_back,
        updates: fields.updates,
        retention: at.letter.retention(),
        expires: Moment::of(row.expires_at),
    })
}

fn confirmed_page(
    at: &AtLetter,
    standing: Standing,
    provable: Option<Provable>,
    questions: Questions,
) -> Response {
    pages::private(&ConfirmedPage {
        frame: at.private_frame(),
        letter: at.letter_ref(),
        token: at.rest.clone(),
        standing,
        provable,
        questions,
    })
}

/// What the form for corrections begins with: what is shown.
fn values_of(row: &SignatureRow, opening: &Opening) -> Values {
    Values {
        name: opening.name.clone().unwrap_or_default(),
        country: row.country.clone(),
        title: opening.title.clone().unwrap_or_default(),
        affiliation: opening.affiliation.clone().unwrap_or_default(),
        show_mailbox: opening.mailbox.is_some(),
        website: opening.website.clone().unwrap_or_default(),
        display: opening.display,
        ..Values::default()
    }
}

/// The private page of a signature and what is shown of it, after what was done, its form with what
/// was typed and what is wrong with it.
async fn managed(
    at: &AtLetter,
    opened: &Opened,
    (row, opening): (&SignatureRow, &Opening),
    done: Done,
    (values, errors): (Values, Vec<FieldError>),
) -> Answer {
    let country = row
        .country
        .parse()
        .map_err(|_| at.refuse(Refusal::Broken))?;
    let level = row.level.parse().map_err(|_| at.refuse(Refusal::Broken))?;
    let correction_held = link::is_correction_held(&at.site.app, row).await;
    let provable = proving::of_signature(at, row, opening, done.looked).await;
    let (change, bad_logo) = (done.change, done.bad_logo);
    let questions = answering::questions(at, opened, done).await?;
    let logo = logo::own(at, row).await;
    Ok(pages::private(&ManagePage {
        frame: at.private_frame(),
        letter: at.letter_ref(),
        token: at.rest.clone(),
        face: PublicFace::of(opening, country, level, None),
        standing: standing(at, row.idx.map(i64::unsigned_abs)),
        change,
        correction_held: correction_held.map_err(|error| at.failed(&error))?,
        provable: provable.map_err(|error| at.failed(&error))?,
        logo: logo
            .map_err(|error| at.failed(&error))?
            .map(|logo| OwnLogo {
                bad: bad_logo,
                ..logo
            }),
        questions,
        values,
        errors,
        retention: at.letter.retention(),
    }))
}

fn standing(at: &AtLetter, index: Option<u64>) -> Standing {
    match index {
        Some(index) if index < at.letter.head.size => Standing::Recorded { index },
        _ => Standing::Soon,
    }
}

/// `POST /letters/{slug}/confirm/{token}`: `decision` is `decline`, or `confirm`.
pub(super) async fn decide(at: AtLetter, request: Request) -> Answer {
    let app = &at.site.app;
    if decision(&at, request).await? == "decline" {
        return match confirmation::decline(app, &at.letter, &at.rest).await {
            Ok(()) => Ok(pages::private(&DeclinedPage {
                frame: at.private_frame(),
                letter: at.letter_ref(),
                quiet_days: QUIET_DAYS,
            })),
            // Confirmed before, by whoever: it stands, and this page can withdraw it.
            Err(ActError::NoLink) => changed(&at, Change::Stands).await,
            Err(error) => Err(at.failed(&error)),
        };
    }
    match confirmation::confirm(app, &at.letter, &at.rest).await {
        Ok(Confirmed::Signed(index)) => Ok(confirmed_page(
            &at,
            standing(&at, index),
            None,
            Questions::default(),
        )),
        Ok(Confirmed::Held) => open(at).await,
        Ok(Confirmed::TooMany) => Err(at.refuse(Refusal::TooMany)),
        Err(ActError::NoLink) => Err(at.refuse(dead_link(&at.rest))),
        Err(error) => Err(at.failed(&error)),
    }
}

async fn decision(at: &AtLetter, request: Request) -> Result<String, Refused> {
    form::read_field(&at.headers, request.into_body(), "decision")
        .await
        .map_err(|refusal| at.refuse(refusal))
}

/// `GET /letters/{slug}/confirm/{token}/receipt`, with `?opening=no` one that names nobody.
pub(super) async fn receipt(at: AtLetter) -> Answer {
    let (row, _) = own_signature(&at).await?;
    let with_opening = at.asked("opening") != "no";
    let receipt = acts::receipt::make(&at.site.app, &at.letter, &row, with_opening).await;
    let receipt = receipt.map_err(|error| at.failed(&error))?;
    let index = row.idx.unwrap_or_default();
    Ok(roll::receipt_file(index, with_opening, receipt))
}

async fn own_signature(at: &AtLetter) -> Result<(SignatureRow, Opening), Refused> {
    match opened(at).await? {
        Opened::Signed(row, opening) => Ok((*row, *opening)),
        _ => Err(at.refuse(Refusal::NotFound)),
    }
}

/// `POST /letters/{slug}/confirm/{token}/correction`
pub(super) async fn correct(at: AtLetter, request: Request) -> Answer {
    let form = form::read(&at.headers, request.into_body())
        .await
        .map_err(|refusal| at.refuse(refusal))?;
    let (row, opening) = own_signature(&at).await?;
    let public = match Public::parse(&form, opening.kind, &opening.lang) {
        // What is not shown any more can't be shown again: nobody here knows it.
        Ok(public) => Public {
            mailbox: opening
                .mailbox
                .clone()
                .filter(|_| form.show_mailbox == "yes"),
            ..public
        },
        Err(errors) => return mistaken(&at, &row, &opening, &form, errors).await,
    };
    match correction::correct(&at.site.app, &at.letter, &at.rest, public).await {
        Ok(Corrected::Done) => changed(&at, Change::Corrected).await,
        Ok(Corrected::Held) => changed(&at, Change::CorrectionHeld).await,
        Ok(Corrected::Taken) => {
            let taken = FieldError {
                field: Field::Name,
                problem: Problem::Taken,
            };
            mistaken(&at, &row, &opening, &form, vec![taken]).await
        }
        Err(error) => Err(at.failed(&error)),
    }
}

async fn mistaken(
    at: &AtLetter,
    row: &SignatureRow,
    opening: &Opening,
    form: &RawForm,
    errors: Vec<FieldError>,
) -> Answer {
    let typed = (form::values(form), errors);
    let opened = Opened::Signed(row.clone().into(), opening.clone().into());
    let mut response = managed(at, &opened, (row, opening), Done::default(), typed).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

/// `POST /letters/{slug}/confirm/{token}/hiding`
pub(super) async fn hide(at: AtLetter) -> Answer {
    match correction::hide(&at.site.app, &at.letter, &at.rest).await {
        Ok(()) => changed(&at, Change::Hidden).await,
        Err(error) => Err(at.failed(&error)),
    }
}

async fn changed(at: &AtLetter, change: Change) -> Answer {
    let (row, opening) = own_signature(at).await?;
    let opened = Opened::Signed(row.into(), opening.into());
    let done = Done {
        change: Some(change),
        ..Done::default()
    };
    behind(at, &opened, done).await
}

/// `POST /letters/{slug}/confirm/{token}/withdrawal`
pub(super) async fn withdraw(at: AtLetter) -> Answer {
    match withdrawal::withdraw(&at.site.app, &at.letter, &at.rest).await {
        Ok(()) => Ok(pages::private(&WithdrawnPage {
            frame: at.private_frame(),
            letter: at.letter_ref(),
        })),
        Err(ActError::NoLink) => Err(at.refuse(dead_link(&at.rest))),
        Err(error) => Err(at.failed(&error)),
    }
}

/// `POST /letters/{slug}/confirm/{token}/unsubscription`: the button of the private page, or one
/// click in a mail program (RFC 8058), which wants no page. Neither declines nor withdraws.
pub(super) async fn unsubscribe(at: AtLetter, request: Request) -> Answer {
    // A mail program's body may be of a type that is no form of ours.
    let page = form::read_field(&at.headers, request.into_body(), "page").await;
    let page = page.is_ok_and(|page| page == "yes");
    match link::unsubscribe(&at.site.app, &at.letter, &at.rest).await {
        Ok(()) if page => changed(&at, Change::NoNews).await,
        Ok(()) => Ok(StatusCode::NO_CONTENT.into_response()),
        Err(error) => Err(at.failed(&error)),
    }
}
