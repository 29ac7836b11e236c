//! The founders of a letter before its launch.

mod board;

use axum::http::StatusCode;
use axum::response::Response;

use super::super::refused::Refused;
use super::super::{form, pages};
use super::at::{Answered, At};
use super::letters::title;
use crate::acts::founding::inviting::{self, MAILS, REST, Whom};
use crate::acts::founding::list::{self, Listed, Which};
use crate::acts::founding::{Decided, Entry, Standing, handing, key, naming, quotes, spreadsheet};
use crate::acts::launch::Missing;
use crate::acts::{ActError, recipients};
use crate::model::submission::Public;
use crate::model::{FieldError, Invitee, Kind, LetterState, RawForm};
use crate::render::organize::{
    Chosen, FounderFilter, FounderLine, FounderLogo, FounderState, FoundersPage, HeldName, Said,
    SaidState, SheetLine, Sought,
};
use crate::render::{LogoRef, Moment, Refusal, paths};

/// The most of a sought name that is looked at, in characters.
const NAME: usize = 200;

/// What a form about one more founder came to.
#[derive(Default)]
pub(super) struct Typed {
    form: RawForm,
    errors: Vec<FieldError>,
    /// How they stand to the list, where they were not added.
    standing: Option<Standing>,
    /// A link that was just made: for whom, and the whole address.
    made: Option<(String, String)>,
    /// Why a file was no spreadsheet.
    unfit: Option<&'static str>,
    /// A founder about whom nothing was decided, and why.
    undecided: Option<(i64, &'static str)>,
}

/// `GET /organize/letters/{slug}/founders`, with `?state=` those in one state, with `?kind=`, `?country=`
/// and `?q=` (a name) those of one, with `?before=` further back.
pub(in crate::http) async fn page(at: At) -> Answered {
    shown(&at, Typed::default()).await
}

/// The founders' page around what was typed.
pub(super) async fn shown(at: &At, typed: Typed) -> Answered {
    let (letter, _) = at.letter()?;
    let app = &at.site.app;
    let sought = sought(at);
    let before = at.query.get("before").and_then(|id| id.parse().ok());
    // Whoever is to be looked at again comes first.
    let before = typed.undecided.map(|(id, _)| id + 1).or(before);
    let wrong = |error: ActError| at.failed(&error);
    let of = list::Sought {
        which: which(sought.filter),
        narrowed: list::Narrowed {
            kind: sought.kind.map_or("", Kind::as_str),
            country: &sought.country,
        },
        name: &sought.name,
    };
    let listed = list::page(app, letter, of, before.unwrap_or(i64::MAX));
    let (listed, next) = listed.await.map_err(wrong)?;
    let counts = list::counts(app, letter.id).await.map_err(wrong)?;
    let missing = inviting::missing(app, letter).await.map_err(wrong)?;
    let sheets = spreadsheet::all(app, letter.id).await.map_err(wrong)?;
    let elsewhere = recipients::sealed_elsewhere(app, letter)
        .await
        .map_err(wrong)?;
    let chosen = quotes::chosen(app, letter).await.map_err(wrong)?;
    let key_lost = key::is_lost(app, letter).await.map_err(wrong)?;
    let path = format!("/organize/letters/{}", letter.slug);
    let sheet = |row: crate::store::founder_tables::TableRow| {
        Some(SheetLine {
            id: row.id,
            state: row.state.parse().ok()?,
            made: Moment::of(row.made_at),
        })
    };
    let now = app.clock.now();
    let lang = match &*typed.form.lang {
        "" => letter.settings.default_language.clone(),
        lang => lang.to_owned(),
    };
    Ok(pages::private(&FoundersPage {
        frame: at.frame(),
        visit: at.visit(),
        letter: title(at, letter).await?.0,
        is_draft: letter.state == LetterState::Draft,
        missing: missing.and_then(missing_word),
        key_lost,
        chosen: chosen.into_iter().map(quoted).collect(),
        board: board::of(&counts, at.lang),
        sealed_elsewhere: elsewhere,
        founders: listed
            .iter()
            .filter_map(|one| line(one, (&path, now)))
            .collect(),
        next: next.map(|id| sought.address(&path, Some(id))),
        sought,
        sheets: sheets.into_iter().filter_map(sheet).collect(),
        kind: typed.form.kind.parse().ok(),
        values: form::values(&typed.form),
        lang,
        errors: typed.errors,
        known: typed.standing.is_some(),
        namesake: typed.standing == Some(Standing::Namesake),
        made: typed.made,
        unfit: typed.unfit,
        pasted: match typed.unfit {
            Some(_) => at.field("paste").to_owned(),
            None => String::new(),
        },
        mails: at.query.get("mails").and_then(|mails| mails.parse().ok()),
        undecided: typed.undecided,
        path,
    }))
}

/// Whom the page is to show. What isn't understood narrows nothing.
fn sought(at: &At) -> Sought {
    let word = |name: &str| at.query.get(name).map(|word| word.trim());
    let country = word("country").filter(|code| code.len() == 2);
    Sought {
        filter: word("state")
            .and_then(|word| word.parse().ok())
            .unwrap_or(FounderFilter::All),
        kind: word("kind").and_then(|word| word.parse().ok()),
        country: country.map(str::to_ascii_uppercase).unwrap_or_default(),
        name: word("q").unwrap_or_default().chars().take(NAME).collect(),
    }
}

fn which(filter: FounderFilter) -> Which<'static> {
    match filter {
        FounderFilter::All => Which::All,
        FounderFilter::In(state) => Which::In(state.as_str()),
        FounderFilter::Unaddressed => Which::Unaddressed,
        FounderFilter::OtherKeys => Which::SealedElsewhere,
        FounderFilter::EarlierText => Which::EarlierText,
    }
}

fn quoted((id, entry): (i64, Option<Entry>)) -> Chosen {
    Chosen {
        id,
        name: entry.as_ref().map(|entry| entry.public.name.clone()),
        words: entry.and_then(|entry| entry.statement),
    }
}

fn missing_word(missing: Missing) -> Option<&'static str> {
    match missing {
        Missing::Text => Some("text"),
        Missing::Recipients => Some("recipients"),
        Missing::Tests => Some("tests"),
        _ => None,
    }
}

fn line(listed: &Listed, (path, now): (&str, i64)) -> Option<FounderLine> {
    let row = &listed.row;
    let entry = listed.entry.as_ref();
    let state: FounderState = row.state.parse().ok()?;
    let rested = row.mailed_at.is_none_or(|at| at + REST <= now);
    let said = entry.and_then(|entry| {
        Some(Said {
            words: entry.statement.clone()?,
            mark: entry.statement_mark(),
            state: said_state(&row.statement)?,
        })
    });
    Some(FounderLine {
        id: row.id,
        name: entry.map(|entry| entry.public.name.clone()),
        role: entry.and_then(|entry| role(&entry.public)),
        contact: entry.and_then(contact),
        kind: row.kind.parse().ok()?,
        country: row.country.clone(),
        state,
        mailed: row.mailed_at.map(Moment::of),
        mails: row.mails.unsigned_abs(),
        bounced: row.bounced_at.map(Moment::of),
        visits: listed.visits.iter().map(|at| Moment::of(*at)).collect(),
        answered: row.answered_at.map(Moment::of),
        waits_unread: entry.is_none() && row.statement == "waiting",
        said,
        is_featured: row.featured,
        held: entry.and_then(held),
        logo: listed.logo.as_ref().and_then(|logo| {
            let picture = format!("{path}/founders/{}/logo?of={}", row.id, logo.id);
            Some(FounderLogo {
                id: logo.id,
                picture: LogoRef::at(picture, (logo.width, logo.height)),
                state: said_state(&logo.state)?,
            })
        }),
        handed: row.handed_at.map(Moment::of),
        is_unaddressed: !row.addressed
            && matches!(state, FounderState::Listed | FounderState::Invited),
        is_sealed_elsewhere: listed.is_sealed_elsewhere,
        may_be_handed: listed.may_be_handed,
        stands_under_earlier: listed.stands_under_earlier,
        may_mail: match state {
            FounderState::Listed => row.addressed,
            FounderState::Invited => row.addressed && row.mails < MAILS && rested,
            _ => false,
        },
    })
}

pub(in crate::http) fn said_state(word: &str) -> Option<SaidState> {
    match word {
        "waiting" => Some(SaidState::Waiting),
        "approved" => Some(SaidState::Approved),
        "refused" => Some(SaidState::Refused),
        _ => None,
    }
}

/// An acceptance that waits, beside who was listed.
fn held(entry: &Entry) -> Option<HeldName> {
    let held = entry.held.as_ref()?;
    let listed = entry.listed().public;
    Some(HeldName {
        role: role(&listed),
        listed: listed.name,
        watched: held.watched.clone(),
        mark: entry.answer_mark(),
    })
}

fn role(public: &Public) -> Option<String> {
    let parts = [&public.title, &public.affiliation, &public.website];
    let parts: Vec<&str> = parts
        .into_iter()
        .filter_map(|part| part.as_deref())
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn contact(entry: &Entry) -> Option<String> {
    let parts = [&entry.contact_name, &entry.contact_role, &entry.email];
    let parts: Vec<&str> = parts
        .into_iter()
        .filter_map(|part| part.as_deref())
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// `POST /organize/letters/{slug}/founders`: one more.
pub(in crate::http) async fn add(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let field = |name| at.field(name).to_owned();
    let form = RawForm {
        kind: field("kind"),
        name: field("name"),
        email: field("email"),
        country: field("country"),
        title: field("title"),
        affiliation: field("affiliation"),
        website: field("website"),
        contact_name: field("contact_name"),
        lang: field("language"),
        ..RawForm::default()
    };
    let default = &letter.settings.default_language;
    let lang = form.lang.parse().or_else(|_| default.parse());
    let lang = lang.map_err(|_| at.refuse(Refusal::Broken))?;
    let mut typed = Typed {
        form,
        ..Typed::default()
    };
    let invitee = match Invitee::parse(&typed.form, &lang) {
        Ok(invitee) => invitee,
        Err(errors) => {
            typed.errors = errors;
            return mistaken(&at, typed).await;
        }
    };
    let who = (invitee, at.field("another") == "yes");
    match list::add(&at.site.app, at.session()?, letter, who).await {
        Ok((_, true)) => Ok(back(&at)?),
        Ok((standing, false)) => {
            typed.standing = Some(standing);
            mistaken(&at, typed).await
        }
        Err(error) => Err(at.failed(&error)),
    }
}

/// The page again, with what was typed and what is wrong with it.
pub(super) async fn mistaken(at: &At, typed: Typed) -> Answered {
    let mut response = shown(at, typed).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

/// Back to the founders' page.
pub(super) fn back(at: &At) -> Result<Response, Refused> {
    let (letter, _) = at.letter()?;
    Ok(at.on_to(&format!("/organize/letters/{}/founders", letter.slug)))
}

/// `POST /organize/letters/{slug}/founders/invitations`: all who were not invited yet.
pub(in crate::http) async fn invite_all(at: At) -> Answered {
    ask(&at, Whom::Listed).await
}

/// `POST /organize/letters/{slug}/founders/reminders`: all who may be reminded.
pub(in crate::http) async fn remind_all(at: At) -> Answered {
    ask(&at, Whom::Silent).await
}

/// `POST /organize/letters/{slug}/founders/{id}/mail`: the invitation, or a reminder.
pub(in crate::http) async fn mail(at: At) -> Answered {
    let id = at.id()?;
    ask(&at, Whom::One(id)).await
}

async fn ask(at: &At, whom: Whom) -> Answered {
    let (letter, _) = at.letter()?;
    match inviting::ask(&at.site.app, at.session()?, letter, whom).await {
        Ok(mails) => {
            let slug = &letter.slug;
            Ok(at.on_to(&format!("/organize/letters/{slug}/founders?mails={mails}")))
        }
        Err(error) => Err(at.failed(&error)),
    }
}

/// `POST /organize/letters/{slug}/founders/{id}/statement`: `decision` is `approve` or `refuse`.
pub(in crate::http) async fn decide_statement(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let approves = approves(&at)?;
    let (app, session) = (&at.site.app, at.session()?);
    let of = (at.id()?, at.field("seen"));
    let decided = list::decide_statement(app, session, letter, of, approves).await;
    decided_on(&at, decided).await
}

/// `POST /organize/letters/{slug}/founders/{id}/name`: `decision` is `approve`, or `refuse` to ask again.
pub(in crate::http) async fn decide_name(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let approves = approves(&at)?;
    let (app, session) = (&at.site.app, at.session()?);
    let of = (at.id()?, at.field("seen"));
    let decided = naming::decide(app, session, letter, of, approves).await;
    decided_on(&at, decided).await
}

fn approves(at: &At) -> Result<bool, Refused> {
    match at.field("decision") {
        "approve" => Ok(true),
        "refuse" => Ok(false),
        _ => Err(at.refuse(Refusal::Unreadable)),
    }
}

/// Back to the list, or the list from that founder on with why nothing was decided.
async fn decided_on(at: &At, outcome: Result<Decided, ActError>) -> Answered {
    let why = match outcome.map_err(|error| at.failed(&error))? {
        Decided::Done => return back(at),
        Decided::Changed => "changed",
        Decided::Taken => "taken",
        Decided::TooMany => "too-many",
    };
    let typed = Typed {
        undecided: Some((at.id()?, why)),
        ..Typed::default()
    };
    let mut response = shown(at, typed).await?;
    *response.status_mut() = StatusCode::CONFLICT;
    Ok(response)
}

/// `POST /organize/letters/{slug}/founders/{id}/quote`: `decision` is `feature`, `unfeature` or `raise`.
pub(in crate::http) async fn quote(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let change = match at.field("decision") {
        "feature" => quotes::Change::Feature,
        "unfeature" => quotes::Change::Unfeature,
        "raise" => quotes::Change::Raise,
        _ => return Err(at.refuse(Refusal::Unreadable)),
    };
    let (app, session) = (&at.site.app, at.session()?);
    match quotes::change(app, session, letter, at.id()?, change).await {
        Ok(()) => back(&at),
        Err(error) => Err(at.failed(&error)),
    }
}

/// `POST /organize/letters/{slug}/founders/{id}/link`: a link to hand over, shown this once.
pub(in crate::http) async fn hand_link(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let (app, id) = (&at.site.app, at.id()?);
    let made = handing::make_link(app, at.session()?, letter, id).await;
    let (name, token) = made.map_err(|error| at.failed(&error))?;
    let path = paths::invited(&token.reveal());
    let typed = Typed {
        made: Some((name, format!("{}{path}", app.config.base_url))),
        ..Typed::default()
    };
    shown(&at, typed).await
}

/// `POST /organize/letters/{slug}/founders/{id}/removal`
pub(in crate::http) async fn remove(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    match list::remove(&at.site.app, at.session()?, letter, at.id()?).await {
        Ok(()) => back(&at),
        Err(error) => Err(at.failed(&error)),
    }
}

/// Nothing typed, and a file that was no spreadsheet.
pub(super) fn unfit(word: &'static str) -> Typed {
    Typed {
        unfit: Some(word),
        ..Typed::default()
    }
}
