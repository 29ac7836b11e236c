//! Getting in, in a real browser with an authenticator: invited, registered, out, in again, asked
//! once more, a session ended, everything lost, and back with the printed code.

use std::future::Future;
use std::path::Path;
use std::time::Duration;

use fantoccini::Locator;
use undersigned::model::Role;
use undersigned::store::roles;
use undersigned_testbed::{Chrome, Look};

use super::crew;
use crate::harness::{Answer, Base, House, Inside, SLUG, on_both, path};

on_both!(
    an_organizer_gets_in_and_back_in,
    links_and_answers_count_once,
    a_new_link_reaches_no_further_when_it_is_used,
);

const MINUTE: i64 = 60;

/// Runs a browser's story beside a server with a runtime of its own.
pub(super) fn drive<F: Future>(story: F) -> F::Output {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(story)
}

fn invite(house: &House<Inside>, name: &str) -> String {
    let said = house
        .installation
        .run(&["organizer", "invite", name, "--letter", SLUG]);
    let link = said
        .lines()
        .find(|line| line.starts_with("http://localhost"));
    link.unwrap_or_else(|| panic!("no link in {said:?}"))
        .to_owned()
}

/// A browser with an authenticator, and the words for what an organizer does in it.
pub(super) struct Desk {
    pub(super) chrome: Chrome,
    authenticator: String,
    pub(super) base: String,
    /// What the names of its pictures for the guide begin with.
    pub(super) album: &'static str,
}

impl Desk {
    pub(super) async fn open(house: &House<Inside>, look: &Look) -> Self {
        Self::at(house.visitor.base(), look).await
    }

    /// The same for the site at `base`, a URL without a path.
    pub(super) async fn at(base: &str, look: &Look) -> Self {
        let chrome = Chrome::start(look).await;
        Self {
            authenticator: chrome.authenticator().await,
            base: base.to_owned(),
            album: "guide",
            chrome,
        }
    }

    pub(super) async fn goto(&self, path: &str) {
        let url = format!("{}{path}", self.base);
        self.chrome.goto(&url).await.expect("the page opens");
    }

    pub(super) async fn fill(&self, css: &str, text: &str) {
        let field = self.chrome.find(Locator::Css(css)).await;
        let field = field.unwrap_or_else(|error| panic!("{css}: {error}"));
        field.send_keys(text).await.expect("it takes text");
    }

    pub(super) async fn press(&self, css: &str) {
        let button = self.chrome.find(Locator::Css(css)).await;
        let button = button.unwrap_or_else(|error| panic!("{css}: {error}"));
        button.click().await.expect("it can be pressed");
    }

    /// Waits until something is on the page; gives its text. What is found on a page that is just
    /// being left is looked for again.
    pub(super) async fn wait_for(&self, css: &str) -> String {
        for _ in 0..200 {
            if let Ok(found) = self.chrome.find(Locator::Css(css)).await
                && let Ok(text) = found.text().await
            {
                return text;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("no {css} in {}", self.text().await);
    }

    /// Waits until something is not on the page any more.
    async fn wait_without(&self, css: &str) {
        for _ in 0..200 {
            if let Ok(found) = self.chrome.find_all(Locator::Css(css)).await
                && found.is_empty()
            {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("{css} stays in {}", self.text().await);
    }

    pub(super) async fn text(&self) -> String {
        let body = self.chrome.find(Locator::Css("body")).await;
        let body = body.expect("a page");
        body.text().await.expect("it has text")
    }

    pub(super) async fn register(&self, link: &str) {
        self.chrome.goto(link).await.expect("the page opens");
        self.picture("invitation").await;
        self.fill("#passkey", "My phone").await;
        self.press("#register button").await;
        self.wait_for(".cards").await;
    }

    pub(super) async fn sign_in(&self) {
        self.goto("/organize/sign-in").await;
        self.picture("sign-in").await;
        self.press("#sign-in button").await;
        self.wait_for(".rail").await;
    }

    async fn cookie(&self) -> String {
        let cookie = self.chrome.get_named_cookie("organizer").await;
        let cookie = cookie.expect("a cookie");
        assert_eq!(cookie.http_only(), Some(true));
        assert_eq!(
            cookie.same_site().map(|same| same.to_string()),
            Some("Strict".to_owned())
        );
        format!("organizer={}", cookie.value())
    }

    /// Keeps a picture where `PICTURES` says, for the documentation.
    pub(super) async fn picture(&self, name: &str) {
        if let Some(folder) = std::env::var_os("PICTURES") {
            let file = Path::new(&folder).join(format!("organize-{name}.png"));
            self.chrome.picture(&file).await;
        }
    }
}

fn status_with(house: &House<Inside>, cookie: &str, path: &str) -> u16 {
    let answer = house.visitor.ask("GET", path, &[("cookie", cookie)], "");
    answer.expect("the server answers").status
}

fn an_organizer_gets_in_and_back_in(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let link = invite(&house, "Ada Quill");
    drive(async {
        let desk = Desk::open(&house, &Look::desktop()).await;
        desk.register(&link).await;
        assert!(desk.text().await.contains("Owner"), "{}", desk.text().await);
        desk.picture("letters").await;
        desk.press(".cards a").await;
        desk.wait_for("#invite").await;
        desk.picture("letter").await;
        let first = desk.cookie().await;

        desk.press(".rail button").await;
        desk.wait_for("#sign-in").await;
        assert_eq!(status_with(&house, &first, "/organize"), 303, "signed out");
        desk.sign_in().await;
        let code = step_up(&house, &desk).await;
        end_the_other_session(&house, &desk).await;
        back_with_the_code(&desk, &code).await;

        desk.goto(&format!("/organize/letters/{SLUG}/trail")).await;
        let trail = desk.text().await;
        desk.picture("trail").await;
        for act in [
            "accepted an invitation",
            "signed in",
            "made a recovery code",
            "ended a session",
            "used a recovery code",
            "added a passkey",
        ] {
            assert!(trail.contains(act), "{act} is not in {trail}");
        }
    });
}

/// Prints a recovery code, for which the session must be fresh.
async fn step_up(house: &House<Inside>, desk: &Desk) -> String {
    house.server.pass(10 * MINUTE);
    desk.goto("/organize/account").await;
    desk.picture("account").await;
    desk.press("#code button").await;
    desk.wait_for("#fresh").await;
    assert!(desk.text().await.contains("Is it still you?"));
    desk.picture("fresh").await;
    desk.press("#fresh button").await;
    let code = desk.wait_for("#recovery-code").await;
    assert_eq!(code.len(), 31, "{code}");
    code
}

/// Signs in as from another machine, and ends the session before.
async fn end_the_other_session(house: &House<Inside>, desk: &Desk) {
    let before = desk.cookie().await;
    desk.chrome.delete_all_cookies().await.expect("they go");
    desk.sign_in().await;
    assert_eq!(status_with(house, &before, "/organize"), 200);
    desk.goto("/organize/account").await;
    desk.press("form[action*='/sessions/'] button").await;
    desk.wait_without("form[action*='/sessions/']").await;
    assert_eq!(status_with(house, &before, "/organize"), 303, "ended");
    assert_eq!(status_with(house, &desk.cookie().await, "/organize"), 200);
}

/// Loses every passkey, and comes back.
async fn back_with_the_code(desk: &Desk, code: &str) {
    desk.chrome.lose_passkeys(&desk.authenticator).await;
    desk.chrome.delete_all_cookies().await.expect("they go");
    desk.goto("/organize/recovery").await;
    desk.fill("#code", &code.to_lowercase().replace('-', " "))
        .await;
    desk.press("main form button").await;
    desk.wait_for("#register").await;
    let link = desk.chrome.current_url().await.expect("an address");
    desk.register(link.as_str()).await;
    desk.goto("/organize/recovery").await;
    desk.fill("#code", code).await;
    desk.press("main form button").await;
    let wrong = desk.wait_for("#code-wrong").await;
    assert!(wrong.contains("Each works once"), "{wrong}");
}

fn links_and_answers_count_once(base: Base) {
    let house = House::open_inside_as("localhost", base);
    let (link, later) = (invite(&house, "Ada Quill"), invite(&house, "Bea Late"));
    drive(async {
        let desk = Desk::open(&house, &Look::desktop()).await;
        desk.register(&link).await;
        let get = |link: &str| house.visitor.get(&path(link)).expect("the server answers");
        let used = get(&link);
        assert_eq!(used.status, 410, "used");
        assert!(used.text().contains("This link does not work any more"));
        assert_eq!(get(&later).status, 200, "opening changes nothing");
        assert_eq!(get(&later).status, 200, "however often");

        desk.chrome.delete_all_cookies().await.expect("they go");
        let form = caught_answer(&desk).await;
        let first = send(&house, &form);
        assert_eq!(first.status, 303, "{}", first.text());
        assert!(first.header("set-cookie").is_some());
        let replayed = send(&house, &form);
        assert_eq!(replayed.status, 403, "replayed");
        assert!(replayed.text().contains("The passkey did not open this"));
        assert!(replayed.header("set-cookie").is_none());

        let late = caught_answer(&desk).await;
        house.server.pass(6 * MINUTE);
        assert_eq!(send(&house, &late).status, 403, "too late");
        house.server.pass(48 * 60 * MINUTE);
        assert_eq!(get(&later).status, 410, "expired");
    });
}

/// Has the browser answer the challenge of signing in, and keeps what it would send.
async fn caught_answer(desk: &Desk) -> String {
    desk.goto("/organize/sign-in").await;
    let catch = "HTMLFormElement.prototype.submit = function () {
        document.body.setAttribute('data-sent', new URLSearchParams(new FormData(this)));
    };";
    desk.chrome.execute(catch, vec![]).await.expect("it runs");
    desk.press("#sign-in button").await;
    desk.wait_for("body[data-sent]").await;
    let body = desk
        .chrome
        .find(Locator::Css("body"))
        .await
        .expect("a page");
    body.attr("data-sent")
        .await
        .expect("it can be read")
        .expect("it is there")
}

fn send(house: &House<Inside>, form: &str) -> Answer {
    let origin = [("origin", house.visitor.base())];
    let answer = house
        .visitor
        .ask("POST", "/organize/sign-in", &origin, form);
    answer.expect("the server answers")
}

/// An owner keeps a link for a moderator of theirs until that one owns a letter that isn't theirs.
fn a_new_link_reaches_no_further_when_it_is_used(base: Base) {
    let house = House::open_inside_as("localhost", base);
    crew::draft_another(&house);
    let own = crew::letter(&house, SLUG);
    let other = crew::letter(&house, crew::OTHER);
    let ada = crew::member(&house, "Ada", Some((own, Role::Owner)));
    let bob = crew::member(&house, "Bob", Some((own, Role::Moderator)));
    let give = format!("/organize/letters/{SLUG}/people/{}/link", bob.id);
    let give = || {
        let given = ada.ask(&house, "POST", &give, "").text();
        let link = given.split("id=\"link\">").nth(1).expect("a link");
        link.split('<').next().expect("its end").to_owned()
    };
    let id = bob.id;
    // On a thread of its own: this one drives the browser.
    let elsewhere = |owns: bool| {
        let change = || {
            crew::write(&house, move |tx| {
                Box::pin(async move {
                    match owns {
                        true => roles::set(tx, other, id, Role::Owner).await,
                        false => roles::remove(tx, other, id).await.map(|_| ()),
                    }
                })
            });
        };
        std::thread::scope(|scope| scope.spawn(change).join()).expect("it is written");
    };
    let passkeys = "select count(*) from passkeys";
    drive(async {
        let desk = Desk::open(&house, &Look::desktop()).await;
        let kept = give();
        elsewhere(true);
        desk.chrome.goto(&kept).await.expect("the page opens");
        desk.fill("#passkey", "Mine").await;
        desk.press("#register button").await;
        desk.wait_without("#register").await;
        let said = desk.text().await;
        assert!(said.contains("This link does not work any more"), "{said}");
        assert_eq!(house.installation.number(passkeys), 0);
        let still = bob.ask(&house, "GET", "/organize", "");
        assert_eq!(still.status, 200, "he stays signed in");
        elsewhere(false);
        desk.register(&give()).await;
        assert_eq!(house.installation.number(passkeys), 1);
    });
}
