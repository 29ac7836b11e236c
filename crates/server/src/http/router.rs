//! Every route, on one page.

use std::sync::Arc;

use axum::routing::{get, post};
use axum::{Router, middleware};
use tower_http::catch_panic::CatchPanicLayer;

use super::organize::Rule::{Anybody, Bearer, MakesLetters, SignedIn};
use super::organize::{ANY, Gated, MODERATORS, OWNERS, PREVIEWERS, RouteRule, WRITERS, table};
use super::{
    Site, answering, api, assets, catcher, confirmation, front, headers, health, invited, letter,
    organize, preview, proving, record, refused, roll, signing, text_version,
};

/// The routes of organizers, each with who may use it; nothing else answers under `/organize`. To
/// whoever is signed out each leads to the way in, and a letter that isn't theirs does not exist.
fn organizers() -> Vec<Gated> {
    use organize::{
        account, contacts, deletion, desk, figures, founder_logos, founders, held, held_one, host,
        invitation, launch, letters, logo, new_letter, people, preview, previews, recipients,
        removals, rules, settings, sign_in, spreadsheets, statements, texts, trail, translation,
        versions, write,
    };
    table! {
        get "/organize/sign-in" Anybody => sign_in::page,
        post "/organize/sign-in" Anybody => sign_in::sign_in,
        post "/organize/sign-in/challenge" Anybody => sign_in::challenge,
        get "/organize/recovery" Anybody => sign_in::recovery,
        post "/organize/recovery" Anybody => sign_in::recover,
        get "/organize/invitations/{token}" Anybody => invitation::page,
        post "/organize/invitations/{token}" Anybody => invitation::accept,
        post "/organize/invitations/{token}/challenge" Anybody => invitation::challenge,
        post "/organize/invitations/{token}/acceptance" SignedIn => invitation::accept_as_myself,
        post "/organize/fresh/challenge" SignedIn => sign_in::challenge_again,
        post "/organize/sign-out" SignedIn => sign_in::sign_out,
        get "/organize/account" SignedIn => account::page,
        post "/organize/account/passkeys/new" SignedIn fresh => account::new_passkey,
        post "/organize/account/passkeys/challenge" SignedIn fresh => account::challenge,
        post "/organize/account/passkeys" SignedIn => account::add_passkey,
        post "/organize/account/passkeys/{id}/name" SignedIn => account::rename_passkey,
        post "/organize/account/passkeys/{id}/removal" SignedIn fresh => account::remove_passkey,
        post "/organize/account/recovery-code" SignedIn fresh => account::make_code,
        post "/organize/account/sessions/{id}/end" SignedIn => account::end_session,
        get "/organize" SignedIn => letters::mine,
        get "/organize/letters/{slug}" ANY => letters::one,
        get "/organize/letters/{slug}/host" OWNERS => host::page,
        post "/organize/letters/{slug}/host" OWNERS fresh => host::change,
        post "/organize/letters/{slug}/host/removal" OWNERS fresh => host::remove,
        post "/organize/letters/{slug}/host/lookup" OWNERS => host::look,
        post "/organize/letters/{slug}/people" OWNERS fresh => people::invite,
        post "/organize/letters/{slug}/people/{id}/role" OWNERS fresh => people::change,
        post "/organize/letters/{slug}/people/{id}/removal" OWNERS fresh => people::remove,
        post "/organize/letters/{slug}/people/{id}/link" OWNERS fresh => people::give_link,
        post "/organize/letters/{slug}/invitations/{id}/removal" OWNERS => people::revoke,
        get "/organize/letters/{slug}/deletion" OWNERS => deletion::page,
        post "/organize/letters/{slug}/deletion" OWNERS fresh => deletion::delete,
        get "/organize/letters/{slug}/recipients" OWNERS => recipients::page,
        post "/organize/letters/{slug}/recipients" OWNERS fresh => recipients::add,
        post "/organize/letters/{slug}/recipients/removal" OWNERS fresh => recipients::remove,
        post "/organize/letters/{slug}/recipients/test" OWNERS => recipients::test,
        get "/organize/letters/{slug}/test-contacts.jsonl" OWNERS => recipients::tests,
        get "/organize/letters/{slug}/contacts" OWNERS => contacts::page,
        post "/organize/letters/{slug}/contacts" OWNERS fresh => contacts::unlock,
        post "/organize/letters/{slug}/contacts.jsonl" OWNERS fresh => contacts::export,
        get "/organize/desk" Anybody => desk::page,
        get "/organize/letters/{slug}/held" MODERATORS => held::page,
        post "/organize/letters/{slug}/held" MODERATORS => held::decide,
        get "/organize/letters/{slug}/held/{id}" MODERATORS => held_one::page,
        post "/organize/letters/{slug}/held/{id}/questions" MODERATORS => held_one::ask,
        post "/organize/letters/{slug}/held/{id}/vouching" MODERATORS => held_one::vouch,
        post "/organize/letters/{slug}/held/{id}/repetitions" MODERATORS => held_one::merge,
        get "/organize/letters/{slug}/statements" MODERATORS => statements::page,
        post "/organize/letters/{slug}/statements" MODERATORS => statements::decide,
        get "/organize/letters/{slug}/statements/logos/{id}" MODERATORS => statements::logo,
        get "/organize/letters/{slug}/signatures" MODERATORS => removals::page,
        post "/organize/letters/{slug}/removals" MODERATORS fresh => removals::remove,
        get "/organize/letters/{slug}/rules" MODERATORS => rules::page,
        post "/organize/letters/{slug}/rules" MODERATORS => rules::make,
        get "/organize/letters/{slug}/rules/{id}" MODERATORS => rules::one,
        post "/organize/letters/{slug}/rules/{id}" MODERATORS => rules::change,
        post "/organize/letters/{slug}/rules/{id}/runs" MODERATORS fresh => rules::start,
        post "/organize/letters/{slug}/runs/{id}/undo" MODERATORS => rules::undo,
        get "/organize/letters/{slug}/figures" ANY => figures::page,
        get "/organize/letters/{slug}/trail" OWNERS => trail::page,
        get "/organize/letters/{slug}/trail.csv" OWNERS => trail::export,
        get "/organize/letters/{slug}/founders" WRITERS => founders::page,
        post "/organize/letters/{slug}/founders" WRITERS => founders::add,
        post "/organize/letters/{slug}/founders/invitations" WRITERS fresh => founders::invite_all,
        post "/organize/letters/{slug}/founders/reminders" WRITERS fresh => founders::remind_all,
        post "/organize/letters/{slug}/founders/{id}/mail" WRITERS => founders::mail,
        post "/organize/letters/{slug}/founders/{id}/statement" WRITERS => founders::decide_statement,
        post "/organize/letters/{slug}/founders/{id}/name" WRITERS => founders::decide_name,
        post "/organize/letters/{slug}/founders/{id}/quote" WRITERS => founders::quote,
        get "/organize/letters/{slug}/founders/{id}/logo" WRITERS => founder_logos::picture,
        post "/organize/letters/{slug}/founders/{id}/logo" WRITERS => founder_logos::decide,
        post "/organize/letters/{slug}/founders/{id}/link" WRITERS fresh => founders::hand_link,
        post "/organize/letters/{slug}/founders/{id}/removal" WRITERS fresh => founders::remove,
        post "/organize/letters/{slug}/founders/spreadsheets" WRITERS upload => spreadsheets::bring,
        get "/organize/letters/{slug}/founders/spreadsheets/{id}" WRITERS => spreadsheets::page,
        post "/organize/letters/{slug}/founders/spreadsheets/{id}/columns" WRITERS => spreadsheets::check,
        post "/organize/letters/{slug}/founders/spreadsheets/{id}/others" WRITERS => spreadsheets::keep_others,
        post "/organize/letters/{slug}/founders/spreadsheets/{id}/import" WRITERS => spreadsheets::import,
        post "/organize/letters/{slug}/founders/spreadsheets/{id}/removal" WRITERS => spreadsheets::discard,
        get "/organize/letters/{slug}/previews" PREVIEWERS => previews::page,
        post "/organize/letters/{slug}/previews" PREVIEWERS fresh => previews::make,
        post "/organize/letters/{slug}/previews/{id}/removal" PREVIEWERS => previews::revoke,
        get "/organize/letters/{slug}/launch" WRITERS => launch::page,
        post "/organize/letters/{slug}/launch" OWNERS fresh => launch::launch,
        post "/organize/letters/{slug}/launch/schedule" OWNERS fresh => launch::set,
        post "/organize/letters/{slug}/launch/removal" OWNERS => launch::cancel,
        get "/organize/letters/new" MakesLetters => new_letter::page,
        post "/organize/letters/new" MakesLetters => new_letter::begin,
        get "/organize/letters/{slug}/settings" WRITERS => settings::page,
        post "/organize/letters/{slug}/settings" WRITERS long => settings::change,
        get "/organize/letters/{slug}/texts" WRITERS => texts::page,
        get "/organize/letters/{slug}/texts/{lang}" WRITERS => write::page,
        post "/organize/letters/{slug}/texts/{lang}" WRITERS long => write::save,
        post "/organize/letters/{slug}/texts/{lang}/draft" WRITERS long => write::autosave,
        get "/organize/letters/{slug}/texts/{lang}/preview" WRITERS => preview::page,
        get "/organize/letters/{slug}/texts/{lang}/versions" WRITERS => versions::page,
        post "/organize/letters/{slug}/texts/{lang}/restoration" WRITERS => versions::restore,
        post "/organize/letters/{slug}/release" WRITERS fresh => texts::make_version,
        post "/organize/letters/{slug}/translators" WRITERS fresh => texts::invite,
        post "/organize/letters/{slug}/translators/{id}/end" WRITERS => texts::end,
        get "/organize/letters/{slug}/logo" WRITERS => logo::page,
        post "/organize/letters/{slug}/logo" WRITERS upload => logo::upload,
        get "/organize/letters/{slug}/logo/{file}" WRITERS => logo::picture,
        post "/organize/letters/{slug}/logo/removal" WRITERS => logo::remove,
        get "/organize/translation/{token}" Bearer => translation::page,
        post "/organize/translation/{token}" Bearer long => translation::save,
        post "/organize/translation/{token}/draft" Bearer long => translation::autosave,
        get "/organize/translation/{token}/preview" Bearer => translation::look,
    }
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
        .route("/letters/{slug}/texts/{version}", get(text_version::page))
        .route("/letters/{slug}/logo/{file}", get(letter::logo))
        .route("/letters/{slug}/logos/{file}", get(letter::signatory_logo))
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
            "/letters/{slug}/confirm/{token}/proof",
            get(confirmation::open).post(proving::check),
        )
        .route(
            "/letters/{slug}/confirm/{token}/answer",
            get(confirmation::open).post(answering::answer),
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
            "/letters/{slug}/confirm/{token}/logo",
            get(confirmation::logo::picture).post(confirmation::logo::bring),
        )
        .route(
            "/letters/{slug}/confirm/{token}/logo/removal",
            post(confirmation::logo::take_away),
        )
        .route(
            "/letters/{slug}/confirm/{token}/unsubscription",
            get(confirmation::open).post(confirmation::unsubscribe),
        );

    let founders = Router::new()
        .route("/invited/{token}", get(invited::open).post(invited::decide))
        .route(
            "/invited/{token}/logo",
            get(invited::logo::picture).post(invited::logo::bring),
        )
        .route(
            "/invited/{token}/logo/removal",
            post(invited::logo::take_away),
        )
        .route("/preview/{token}", get(preview::open));

    let auditors = Router::new()
        .route("/letters/{slug}/record/{*file}", get(record::file))
        // Under a letter's own host alone.
        .route("/record/{*file}", get(record::file))
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
        .route("/healthz/{knock}", get(health::knock))
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
            middleware::from_fn_with_state(site.clone(), headers::guard),
        ))
        .with_state(site)
}
