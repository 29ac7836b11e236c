//! The letter is written, translated twice, looked at and released.

use fantoccini::Locator;
use undersigned_testbed::Look;

use super::super::ceremonies::Desk;
use super::words::{ARABIC, DEMANDS, ENGLISH, SPANISH, Words};
use super::{Scene, letter};

/// Fields with one line.
async fn lines(desk: &Desk, words: &Words) {
    for (css, text) in [
        ("#title", words.title),
        ("#to", words.to),
        ("#from", words.from),
        ("#description", words.description),
    ] {
        desk.replace(css, text).await;
    }
}

async fn save(desk: &Desk) {
    desk.button("Save").await;
    desk.says("Saved as a version").await;
}

/// Writes the letter; what is typed is saved while it is, where scripts run.
pub(super) async fn write(ada: &Desk, scripts: bool) {
    texts(ada).await;
    ada.follow("English").await;
    lines(ada, &ENGLISH).await;
    demands(ada).await;
    ada.paste("#markdown", ENGLISH.markdown).await;
    if scripts {
        ada.wait_for("#state[data-state=saved]").await;
    }
    ada.shot("write").await;
    ada.shot_of("write-demands", "#write h2", "#markdown").await;
    save(ada).await;
    assert!(!ada.has("#errors").await, "{}", ada.text().await);
}

/// The demands' short names and briefs; a row more comes with each save.
pub(super) async fn demands(ada: &Desk) {
    for (number, (id, brief)) in (1..).zip(DEMANDS.iter().zip(ENGLISH.briefs)) {
        let css = format!("#id-{number}");
        if !ada.has(&css).await {
            save(ada).await;
        }
        ada.fill(&css, id).await;
        ada.fill(&format!("#brief-{number}"), brief).await;
    }
}

pub(super) async fn texts(desk: &Desk) {
    letter::home(desk).await;
    desk.follow("Texts").await;
    desk.wait_for("#release").await;
}

async fn translate(desk: &Desk, words: &Words) {
    lines(desk, words).await;
    for (number, brief) in (1..).zip(words.briefs) {
        desk.fill(&format!("#brief-{number}"), brief).await;
    }
    desk.paste("#markdown", words.markdown).await;
    desk.wait_for("#state[data-state=saved]").await;
}

/// Spanish, by the owner, beside the English.
pub(super) async fn translate_beside(ada: &Desk) {
    texts(ada).await;
    ada.follow("Español").await;
    translate(ada, &SPANISH).await;
    ada.shot("translation").await;
    save(ada).await;
}

/// Arabic, by somebody who has a link and no account.
pub(super) async fn translate_by_link(ada: &Desk, scene: &Scene) {
    texts(ada).await;
    ada.fill("#translator #name", "Huda Salim").await;
    ada.choose("#translator #lang", "ar").await;
    ada.button("Make a link").await;
    let link = ada.wait_for("#link").await;
    let huda = scene.browser(&Look::desktop().language("ar")).await;
    huda.open_link(&link).await;
    translate(&huda, &ARABIC).await;
    huda.shot("translation-arabic").await;
    huda.press("#write button[type=submit]").await;
    huda.wait_for(".done").await;
    let cookies = huda.chrome.get_all_cookies().await.expect("a browser");
    assert!(cookies.is_empty(), "a translator's link is all she has");
}

/// How the page will look, in a window of its own.
pub(super) async fn look(ada: &Desk) {
    texts(ada).await;
    ada.follow("English").await;
    let link = ada.chrome.find(Locator::Css("a[target=preview]")).await;
    let link = link.expect("a preview").attr("href").await;
    let path = link.expect("a page").expect("an address");
    ada.goto(&path).await;
    let text = ada.says("This is how the text will look").await;
    assert!(text.contains(ENGLISH.briefs[0]), "{text}");
    ada.shot("preview").await;
    ada.goto("/organize").await;
}

pub(super) async fn release(ada: &Desk) {
    texts(ada).await;
    ada.says("Everything is there").await;
    ada.shot("release").await;
    ada.button("Release this text").await;
    ada.says("Version 1 is what people sign").await;
}
