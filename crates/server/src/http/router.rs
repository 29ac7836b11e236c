//! Every route, on one page.

use std::sync::Arc;
use std::time::Duration;

use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Router, middleware};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;

use super::organize::Rule::{Anybody, SignedIn};
use super::organize::{ANY, EDITORS, Gated, OWNERS, RouteRule};
use super::{
    Site, api, assets, catcher, confirmation, front, headers, health, invited, letter, organize,
    preview, record, refused, roll, signing,
};

/// How long a request may take, its answer included.
const PATIENCE: Duration = Duration::from_secs(60);

/// The routes of organizers, each with who may use it; nothing else answers under `/organize`. To
/// whoever is signed out each leads to the way in, and a letter that isn't theirs does not exist.
fn organizers() -> Vec<Gated> {
    use organize::{account, figures, invitation, letters, people, sign_in, trail};
    let mut all = vec![
        Gated::get("/organize/sign-in", Anybody, sign_in::page),
        Gated::post("/organize/sign-in", Anybody, sign_in::sign_in),
        Gated::post("/organize/sign-in/challenge", Anybody, sign_in::challenge),
        Gated::get("/organize/recovery", Anybody, sign_in::recovery),
        Gated::post("/organize/recovery", Anybody, sign_in::recover),
        Gated::get("/organize/invitations/{token}", Anybody, invitation::page),
        Gated::post("/organize/invitations/{token}", Anybody, invitation::accept),
        Gated::post(
            "/organize/invitations/{token}/challenge",
            Anybody,
            invitation::challenge,
        ),
        Gated::post(
            "/organize/invitations/{token}/acceptance",
            SignedIn,
            invitation::accept_as_myself,
        ),
        Gated::post(
            "/organize/fresh/challenge",
            SignedIn,
            sign_in::challenge_again,
        ),
        Gated::post("/organize/sign-out", SignedIn, sign_in::sign_out),
        Gated::get("/organize/account", SignedIn, account::page),
        Gated::post(
            "/organize/account/passkeys/new",
            SignedIn,
            account::new_passkey,
        )
        .fresh(),
        Gated::post(
            "/organize/account/passkeys/challenge",
            SignedIn,
            account::challenge,
        )
        .fresh(),
        Gated::post("/organize/account/passkeys", SignedIn, account::add_passkey),
        Gated::post(
            "/organize/account/passkeys/{id}/name",
            SignedIn,
            account::rename_passkey,
        ),
        Gated::post(
            "/organize/account/passkeys/{id}/removal",
            SignedIn,
            account::remove_passkey,
        )
        .fresh(),
        Gated::post(
            "/organize/account/recovery-code",
            SignedIn,
            account::make_code,
        )
        .fresh(),
        Gated::post(
            "/organize/account/sessions/{id}/end",
            SignedIn,
            account::end_session,
        ),
        Gated::get("/organize", SignedIn, letters::mine),
        Gated::get("/organize/letters/{slug}", ANY, letters::one),
        Gated::post("/organize/letters/{slug}/people", OWNERS, people::invite).fresh(),
        Gated::post(
            "/organize/letters/{slug}/people/{id}/role",
            OWNERS,
            people::change,
        )
        .fresh(),
        Gated::post(
            "/organize/letters/{slug}/people/{id}/removal",
            OWNERS,
            people::remove,
        )
        .fresh(),
        Gated::get("/organize/letters/{slug}/figures", ANY, figures::page),
        Gated::get("/organize/letters/{slug}/trail", OWNERS, trail::page),
        Gated::get("/organize/letters/{slug}/trail.csv", OWNERS, trail::export),
    ];
    all.extend(before_launch());
    all
}

/// What is done with a letter before its launch.
fn before_launch() -> Vec<Gated> {
    use organize::{founders, launch, previews, spreadsheets};
    vec![
        Gated::get("/organize/letters/{slug}/founders", EDITORS, founders::page),
        Gated::post("/organize/letters/{slug}/founders", EDITORS, founders::add),
        Gated::post(
            "/organize/letters/{slug}/founders/invitations",
            EDITORS,
            founders::invite_all,
        ),
        Gated::post(
            "/organize/letters/{slug}/founders/reminders",
            EDITORS,
            founders::remind_all,
        ),
        Gated::post(
            "/organize/letters/{slug}/founders/{id}/mail",
            EDITORS,
            founders::mail,
        ),
        Gated::post(
            "/organize/letters/{slug}/founders/{id}/statement",
            EDITORS,
            founders::decide_statement,
        ),
        Gated::post(
            "/organize/letters/{slug}/founders/{id}/removal",
            EDITORS,
            founders::remove,
        ),
        Gated::post(
            "/organize/letters/{slug}/founders/spreadsheets",
            EDITORS,
            spreadsheets::bring,
        )
        .upload(),
        Gated::get(
            "/organize/letters/{slug}/founders/spreadsheets/{id}",
            EDITORS,
            spreadsheets::page,
        ),
        Gated::post(
            "/organize/letters/{slug}/founders/spreadsheets/{id}/columns",
            EDITORS,
            spreadsheets::check,
        ),
        Gated::post(
            "/organize/letters/{slug}/founders/spreadsheets/{id}/import",
            EDITORS,
            spreadsheets::import,
        ),
        Gated::post(
            "/organize/letters/{slug}/founders/spreadsheets/{id}/removal",
            EDITORS,
            spreadsheets::discard,
        ),
        Gated::get("/organize/letters/{slug}/previews", EDITORS, previews::page),
        Gated::post("/organize/letters/{slug}/previews", EDITORS, previews::make),
        Gated::post(
            "/organize/letters/{slug}/previews/{id}/removal",
            EDITORS,
            previews::revoke,
        ),
        Gated::get("/organize/letters/{slug}/launch", EDITORS, launch::page),
        Gated::post("/organize/letters/{slug}/launch", OWNERS, launch::launch).fresh(),
        Gated::post(
            "/organize/letters/{slug}/launch/schedule",
            OWNERS,
            launch::set,
        )
        .fresh(),
        Gated::post(
            "/organize/letters/{slug}/launch/removal",
            OWNERS,
            launch::cancel,
        ),
    ]
}

/// The same table for whoever wants to walk it.
#[must_use]
pub fn organizers_routes() -> Vec<RouteRule> {
    organizers().into_iter().map(|route| route.of).collect()
}

/// The routes of the site.
pub(super) fn router(site: Arc<Site>) -> Router {
    let readers = Router::new()
        .route("/", get(front::front))
        .route("/letters/{slug}", get(letter::letter))
        .route("/letters/{slug}/sign", get(letter::sign_form))
        .route("/letters/{slug}/check", get(letter::check))
        .route("/letters/{slug}/privacy", get(letter::privacy))
        .route("/letters/{slug}/languages", get(letter::languages))
        .route("/letters/{slug}/signatures/{index}", get(roll::signature))
        .route(
            "/letters/{slug}/signatures/{index}/receipt",
            get(roll::receipt),
        )
        .route("/assets/{name}", get(assets::asset))
        .route("/favicon.ico", get(assets::icon))
        .route("/robots.txt", get(front::robots));

    let signatories = Router::new()
        .route(
            "/letters/{slug}/signatures",
            get(roll::roll).post(signing::submit),
        )
        .route("/letters/{slug}/sent", get(letter::sent))
        .route(
            "/letters/{slug}/confirm/{token}",
            get(confirmation::open).post(confirmation::decide),
        )
        .route(
            "/letters/{slug}/confirm/{token}/receipt",
            get(confirmation::receipt),
        )
        .route(
            "/letters/{slug}/confirm/{token}/correction",
            post(confirmation::correct),
        )
        .route(
            "/letters/{slug}/confirm/{token}/hiding",
            post(confirmation::hide),
        )
        .route(
            "/letters/{slug}/confirm/{token}/withdrawal",
            post(confirmation::withdraw),
        )
        .route(
            "/letters/{slug}/confirm/{token}/unsubscription",
            get(confirmation::open).post(confirmation::unsubscribe),
        );

    let founders = Router::new()
        .route("/invited/{token}", get(invited::open).post(invited::decide))
        .route("/preview/{token}", get(preview::open));

    let auditors = Router::new()
        .route("/letters/{slug}/record/{*file}", get(record::file))
        .route("/api/letters", get(api::letters))
        .route("/api/letters/{slug}", get(api::letter))
        .route("/api/letters/{slug}/figures", get(api::figures))
        .route("/api/letters/{slug}/signatures", get(api::signatures))
        .route(
            "/api/letters/{slug}/signatures/{index}",
            get(api::signature),
        )
        .route("/api/letters/{slug}/openings/{bundle}", get(api::openings))
        .route("/api/openapi.json", get(api::openapi))
        .layer(middleware::map_response(headers::open_to_scripts));

    let operators = Router::new()
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready));

    let demo = match site.app.config.demo {
        true => Router::new()
            .route("/_demo/mail", get(catcher::page))
            .route("/_demo/mail.json", get(catcher::json)),
        false => Router::new(),
    };

    readers
        .merge(signatories)
        .merge(founders)
        .merge(auditors)
        .merge(operators)
        .merge(organize::gated(&site, organizers()))
        .merge(demo)
        .fallback(refused::not_found)
        .method_not_allowed_fallback(refused::wrong_method)
        // One layer for all of them: each layer costs every request a service and a future.
        .layer((
            CatchPanicLayer::new(),
            TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, PATIENCE),
            middleware::from_fn_with_state(site.clone(), headers::guard),
        ))
        .with_state(site)
}
