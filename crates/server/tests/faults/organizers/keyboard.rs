//! The queue, decided by keyboard in a real browser.

use std::path::Path;
use std::time::{Duration, Instant};

use fantoccini::Locator;
use serde_json::json;
use undersigned::model::Role;
use undersigned_testbed::{Chrome, Look};

use super::crew::{self, Member};
use super::moderation::queue;
use crate::harness::{Base, House, Inside, Person, SLUG, on_both};

on_both!(a_queue_is_decided_by_keyboard);

/// More than one page of the queue.
const WAITING: usize = 53;

/// A browser of somebody who is signed in.
struct Browser(Chrome);

impl Browser {
    async fn of(house: &House<Inside>, who: &Member) -> Self {
        let chrome = Chrome::start(&Look::desktop()).await;
        let base = house.visitor.base();
        let cookie = json!({
            "name": "organizer", "value": who.token(), "url": base,
            "httpOnly": true, "sameSite": "Strict"
        });
        chrome.devtools("Network.setCookie", cookie).await;
        let path = format!("{base}{}?lang=en", queue());
        chrome.goto(&path).await.expect("the page opens");
        Self(chrome)
    }

    /// Presses keys where the focus is.
    async fn press(&self, keys: &str) {
        let element = self.0.active_element().await.expect("something has focus");
        element.send_keys(keys).await.expect("it hears keys");
    }

    /// The number of the line that has the focus; none while another page is on its way.
    async fn line(&self) -> Option<String> {
        let element = self.0.active_element().await.ok()?;
        element.attr("data-id").await.ok()?
    }

    async fn has(&self, css: &str) -> bool {
        self.0.find(Locator::Css(css)).await.is_ok()
    }

    /// How many lines are on the page that nobody decided about.
    async fn lines(&self) -> usize {
        let lines = self.0.find_all(Locator::Css("li[data-id]:not(.decided)"));
        lines.await.expect("a page").len()
    }

    async fn wait_for(&self, what: &str, css: &str) {
        for _ in 0..200 {
            if self.has(css).await {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{what}: no {css}");
    }

    async fn said(&self, words: &str) {
        for _ in 0..200 {
            if let Ok(said) = self.0.find(Locator::Css("#said")).await
                && let Ok(text) = said.text().await
                && text.contains(words)
            {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("nobody said {words}");
    }

    async fn fill(&self, css: &str, text: &str) {
        let field = self.0.find(Locator::Css(css)).await.expect("a field");
        field.send_keys(text).await.expect("it takes text");
    }

    /// Keeps a picture of the window where `PICTURES` says, for the documentation.
    async fn picture(&self, name: &str) {
        if let Some(folder) = std::env::var_os("PICTURES") {
            let file = Path::new(&folder).join(format!("organize-{name}.png"));
            let png = self.0.screenshot().await.expect("a picture");
            std::fs::write(file, png).expect("the folder is there");
        }
    }
}

/// How many are approved: all but one and three others.
const APPROVED: u64 = WAITING as u64 - 4;
const REJECTED: i64 = 4;

const APPROVED_LINES: &str = "select count(*) from trail where act = 'approved'";
const REJECTED_LINES: &str = "select count(*) from trail where act = 'rejected'";

fn a_queue_is_decided_by_keyboard(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Moderator)));
    let before = house.total();
    for number in 0..WAITING {
        house.sign_and_confirm(&Person::unproven_company(number));
    }
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let browser = Browser::of(&house, &ada).await;
        browser.picture("held").await;
        one_by_one(&browser).await;
        several_at_once(&browser).await;
        too_late(&house, &ada, &browser).await;
        the_rest(&browser).await;
        house.wait_for_total(before + APPROVED);
        a_rule_shows_what_it_would_do(&browser, house.visitor.base()).await;
    });
    assert_eq!(house.installation.number(REJECTED_LINES), REJECTED);
    let approved = house.installation.number(APPROVED_LINES).unsigned_abs();
    assert_eq!(approved, APPROVED);
    let waits = "select count(*) from submissions where state = 'held'";
    assert_eq!(house.installation.number(waits), 0);
}

/// Moving, help, an approval, a rejection begun and left, a rejection.
async fn one_by_one(browser: &Browser) {
    let begin = browser.0.find(Locator::Css(".keys button")).await;
    begin.expect("a button").click().await.expect("it works");
    let first = browser.line().await.expect("a line has focus");
    browser.press("j").await;
    let second = browser.line().await.expect("a line has focus");
    assert_ne!(first, second);
    browser.press("k").await;
    assert_eq!(browser.line().await.as_ref(), Some(&first));
    browser.press("?").await;
    browser.wait_for("the help", ".keys details[open]").await;
    let begin = browser.0.find(Locator::Css(".keys button")).await;
    begin.expect("a button").click().await.expect("it works");
    browser.press("a").await;
    assert_eq!(
        browser.line().await.as_ref(),
        Some(&second),
        "on to the next"
    );
    browser.said("Decided: 1.").await;
    browser.press("r").await;
    assert_eq!(browser.line().await, None, "the reasons have focus");
    browser.press("\u{e00c}").await;
    assert_eq!(browser.line().await.as_ref(), Some(&second), "and back");
    browser.press("r").await;
    browser.press("1").await;
    assert!(browser.line().await.is_some_and(|third| third != second));
}

async fn several_at_once(browser: &Browser) {
    for _ in 0..3 {
        browser.press(" ").await;
        browser.press("j").await;
    }
    browser.press("r").await;
    browser.press("2").await;
    browser.said("Decided: 3.").await;
    assert_eq!(browser.lines().await, 50 - 5);
}

/// Somebody else was faster, and says so.
async fn too_late(house: &House<Inside>, ada: &Member, browser: &Browser) {
    let id = browser.line().await.expect("a line has focus");
    let form = format!("decide=approve-{id}");
    assert_eq!(ada.ask(house, "POST", &queue(), &form).status, 303);
    browser.press("a").await;
    browser.said("Too late for 1").await;
}

/// Everything else, over the page's end; faster than a thousand an hour.
async fn the_rest(browser: &Browser) {
    let (begun, mut pressed) = (Instant::now(), 0_u32);
    while !browser.has("main .lead").await {
        let late = begun.elapsed() > Duration::from_secs(100);
        assert!(
            !late,
            "{pressed} of {}",
            browser.0.source().await.expect("a page")
        );
        if browser.line().await.is_some() {
            browser.press("a").await;
            pressed += 1;
        } else {
            // The next page of the queue is on its way.
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
    let each = begun.elapsed() / pressed;
    println!("{pressed} decisions, {each:?} each");
    assert!(pressed >= 44, "{pressed}");
    assert!(each < Duration::from_millis(3600), "{each:?}");
}

async fn a_rule_shows_what_it_would_do(browser: &Browser, base: &str) {
    let rules = format!("{base}/organize/letters/{SLUG}/rules?lang=en");
    browser.0.goto(&rules).await.expect("the page opens");
    browser.fill("#name", "The Vaxholms").await;
    browser.fill("#pattern", "vaxholm*").await;
    let save = browser.0.find(Locator::Css("#new button")).await;
    save.expect("a button").click().await.expect("it works");
    browser.wait_for("the rule", "form[action*='/runs']").await;
    let page = browser.0.source().await.expect("a page");
    assert!(page.contains("it would remove 49."), "{page}");
    browser.picture("rule").await;
}
