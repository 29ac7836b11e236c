//! Those who are asked to sign first: listed, invited in confidence, reminded; and their answers.

use undersigned_testbed::Look;

use super::super::ceremonies::Desk;
use super::words::SHEET;
use super::{Scene, letter};

/// One founder's part of the story.
pub(super) struct Founder {
    pub(super) name: &'static str,
    pub(super) mail: &'static str,
    is_body: bool,
}

const fn body(name: &'static str, mail: &'static str) -> Founder {
    Founder {
        name,
        mail,
        is_body: true,
    }
}

const fn person(name: &'static str, mail: &'static str) -> Founder {
    Founder {
        name,
        mail,
        is_body: false,
    }
}

/// Those who accept as they are asked, without another word.
pub(super) const READY: [Founder; 15] = [
    body("River Keepers Union", "desk@river-keepers.example"),
    body("Oakfin Boats Ltd", "desk@oakfin.example"),
    body("Alpine Otter Trust", "desk@otter-trust.example"),
    body("Delta Watch", "desk@delta-watch.example"),
    body("Fundación Orilla", "correo@orilla.example"),
    body("Les Amis de la Loutre", "bureau@loutre.example"),
    body("Nile Valley Fishers", "desk@nile-fishers.example"),
    body("Zambezi River Forum", "desk@zambezi-forum.example"),
    body("Stiftung Freier Fluss", "post@freier-fluss.example"),
    body("Klarwasser GmbH", "post@klarwasser.example"),
    body("Brook & Daughters Ltd", "desk@brook.example"),
    person("Oluwaseun Adeyemi", "oluwaseun@adeyemi.example"),
    person("José Luis Cárdenas", "joseluis@cardenas.example"),
    person("Marie-Claire Aubert", "marieclaire@aubert.example"),
    person("Hana Kovářová", "hana@kovarova.example"),
];

const ON_A_PHONE: Founder = person("Priya Raman", "priya@raman.example");
const IN_ARABIC: Founder = person("Amira Haddad", "amira@haddad.example");
const CORRECTS: Founder = person("Dr Anneke de Wit", "anneke@dewit.example");
const SAYS: Founder = body("Asociación Agua Viva", "hola@agua-viva.example");
const DECLINES: Founder = body("Papeterie du Canal", "bureau@papeterie.example");
const LATE: Founder = person("Yusuf Karaca", "yusuf@karaca.example");

const STATEMENT: &str = "Un río limpio es la mejor herencia.";

async fn board(desk: &Desk) {
    letter::home(desk).await;
    desk.follow("Founding signatories").await;
    desk.wait_for(".board").await;
}

/// Three, one by one.
pub(super) async fn list_some(ada: &Desk) {
    board(ada).await;
    for (kind, name, mail, country, lang) in [
        ("organization", READY[0].name, READY[0].mail, "NL", "en"),
        ("company", READY[1].name, READY[1].mail, "GB", "en"),
        ("individual", IN_ARABIC.name, IN_ARABIC.mail, "LB", "ar"),
    ] {
        ada.choose("#kind", kind).await;
        ada.fill("#name", name).await;
        ada.fill("#email", mail).await;
        ada.choose("#country", country).await;
        ada.choose("#language", lang).await;
        if kind == "individual" {
            ada.press("details.more summary").await;
            ada.fill("#title", "Hydrologist").await;
            ada.shot_of("founder-add", "#add", "form[action*='#add']")
                .await;
        }
        ada.button("Add to the list").await;
        ada.says(name).await;
    }
}

/// The rest from cells of a spreadsheet: one line is faulty, and one names somebody twice.
pub(super) async fn paste_the_rest(ada: &Desk) {
    board(ada).await;
    ada.paste("#paste", SHEET).await;
    ada.button("Look at it").await;
    ada.wait_for("#column-0").await;
    ada.shot("sheet-columns").await;
    ada.button("Check every line").await;
    let text = settled(ada, "Every line was checked").await;
    for seen in [
        "20 lines hold.",
        "2 lines do not hold",
        "This is no e-mail address",
        "Line 3 says the same.",
    ] {
        assert!(text.contains(seen), "{seen}: {text}");
    }
    ada.shot("sheet-checked").await;
    ada.button("Add the 20 who are new").await;
    settled(ada, "20 were added to the list.").await;
}

/// Looks again, as its reader would, until the work is done.
pub(super) async fn settled(desk: &Desk, words: &str) -> String {
    for _ in 0..200 {
        desk.wait_for("h1").await;
        if desk.text().await.contains(words) {
            break;
        }
        let again = fantoccini::Locator::LinkText("See how far it is");
        if let Ok(again) = desk.chrome.find(again).await {
            // The page may be left just now.
            let _ = again.click().await;
        }
    }
    desk.says(words).await
}

pub(super) async fn invite(ada: &Desk, scene: &Scene) {
    board(ada).await;
    ada.button("Invite all 23").await;
    for one in [&READY[0], &IN_ARABIC, &LATE, &DECLINES] {
        scene.mailed(one.mail, "/invited/", 1);
    }
}

/// What they answer, each behind the link of their own mail.
pub(super) async fn answer(scene: &Scene) {
    let guest = scene.browser(&Look::desktop()).await;
    show_mail(&guest, scene).await;
    for one in &READY {
        accept(&guest, scene, one, 1).await;
    }
    open(&guest, scene, &DECLINES, 1).await;
    guest.press("button[value=decline]").await;
    guest.wait_for(".done").await;

    accept(&guest, scene, &CORRECTS, 1).await;
    guest.replace("#name", "Anneke de Wit").await;
    guest.fill("#title", "Professor of hydrology").await;
    guest.press("button[value=accept]").await;
    guest.says("Professor of hydrology").await;

    open(&guest, scene, &SAYS, 1).await;
    fill_in(&guest, &SAYS).await;
    guest.fill("#statement", STATEMENT).await;
    guest.shot_of("invited-answer", "#answer", "#answer").await;
    guest.press("button[value=accept]").await;
    guest.wait_for(".done").await;
    let cookies = guest.chrome.get_all_cookies().await.expect("a browser");
    assert!(cookies.is_empty(), "a guest is not followed");

    let phone = scene.browser(&Look::phone()).await;
    open(&phone, scene, &ON_A_PHONE, 1).await;
    phone.shot("invited-phone").await;
    phone.press("button[value=accept]").await;
    phone.wait_for(".done").await;
    let arabic = scene.browser(&Look::phone().language("ar")).await;
    open(&arabic, scene, &IN_ARABIC, 1).await;
    arabic.shot("invited-arabic").await;
    arabic.press("button[value=accept]").await;
    arabic.wait_for(".done").await;
}

async fn show_mail(guest: &Desk, scene: &Scene) {
    let mail = scene.sink.wait_for(CORRECTS.mail);
    let text = mail.text();
    assert!(!text.contains(super::words::TITLE), "{text}");
    guest
        .shot_of_mail("mail", &mail.html(), scene.folder.path())
        .await;
}

async fn open(guest: &Desk, scene: &Scene, one: &Founder, mails: usize) {
    let link = scene.mailed(one.mail, "/invited/", mails);
    guest.open_link(&link).await;
    guest.wait_for("#answer").await;
}

async fn fill_in(guest: &Desk, one: &Founder) {
    if one.is_body {
        // The spreadsheet names who answers; the form for one at a time may leave it out.
        let contact = guest.value("#contact_name").await;
        if contact.is_empty() {
            guest.fill("#contact_name", "Robin Fairwater").await;
        }
        guest.fill("#contact_role", "Chair").await;
        guest.press("#authority").await;
    }
}

pub(super) async fn accept(guest: &Desk, scene: &Scene, one: &Founder, mails: usize) {
    open(guest, scene, one, mails).await;
    fill_in(guest, one).await;
    guest.press("button[value=accept]").await;
    guest.wait_for(".done").await;
    let text = guest.text().await;
    assert!(text.contains(one.name), "{text}");
}

/// Who has accepted is on the board; the statement is read and approved.
pub(super) async fn look(ada: &Desk, accepted: usize) {
    board(ada).await;
    let all = ada.read(".board tbody tr:first-child").await;
    let counts: Vec<&str> = all.split_whitespace().collect();
    assert_eq!(
        counts[counts.len() - 3..],
        [&*accepted.to_string(), "1", "0"]
    );
    ada.shot("board").await;
}

/// One who left out a title is who was meant.
pub(super) async fn agree_to_the_name(ada: &Desk) {
    board(ada).await;
    ada.says("One acceptance waits for you").await;
    ada.button_of("Anneke de Wit", "That’s right").await;
    for _ in 0..200 {
        ada.wait_for(".board").await;
        if !ada.text().await.contains("waits for you") {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("it waits on: {}", ada.text().await);
}

pub(super) async fn approve_the_statement(ada: &Desk) {
    board(ada).await;
    ada.button_of(SAYS.name, "Approve the statement").await;
    ada.says("This statement will be public with the letter.")
        .await;
}

/// Three days later those who said nothing are asked once more, and one of them accepts.
pub(super) async fn remind(ada: &Desk, scene: &Scene) {
    board(ada).await;
    ada.button("Remind the 3 who have not answered").await;
    ada.wait_for(".board").await;
    let guest = scene.browser(&Look::desktop()).await;
    accept(&guest, scene, &LATE, 2).await;
}
