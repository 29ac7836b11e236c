//! What is typed is saved by itself, in a real browser: while the server answers, and once it does
//! again.

use std::future::Future;
use std::path::Path;
use std::time::Duration;

use fantoccini::Locator;
use undersigned::model::Role;
use undersigned_testbed::{Chrome, Look};

use super::crew::{self, Member};
use crate::harness::{Base, House, Inside, SLUG, on_both};

on_both!(what_is_typed_is_saved_by_itself);

/// Runs a browser's story beside a server with a runtime of its own.
fn drive<F: Future>(story: F) -> F::Output {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(story)
}

struct Desk {
    chrome: Chrome,
    base: String,
}

impl Desk {
    async fn open(house: &House<Inside>, who: &Member) -> Self {
        let chrome = Chrome::start(&Look::desktop()).await;
        let base = house.visitor.base().to_owned();
        let desk = Self { chrome, base };
        desk.goto("/organize/sign-in").await;
        desk.run(&format!("document.cookie = '{}; path=/';", who.cookie()))
            .await;
        desk
    }

    async fn goto(&self, path: &str) {
        let url = format!("{}{path}", self.base);
        self.chrome.goto(&url).await.expect("the page opens");
    }

    async fn write(&self, words: &str) {
        let field = self.chrome.find(Locator::Css("#markdown")).await;
        let field = field.expect("there is a field");
        field.send_keys(words).await.expect("it takes text");
    }

    async fn run(&self, script: &str) {
        self.chrome.execute(script, vec![]).await.expect("it runs");
    }

    /// Waits until the page says how saving went.
    async fn says(&self, state: &str) -> String {
        let css = format!("#state[data-state={state}]");
        for _ in 0..300 {
            if let Ok(found) = self.chrome.find(Locator::Css(&css)).await
                && let Ok(text) = found.text().await
            {
                return text;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("the page never says {state}");
    }

    /// Looks at the pages around it, for their pictures.
    async fn tour(&self) {
        let letter = format!("/organize/letters/{SLUG}");
        for (name, path) in [
            ("texts", "/texts"),
            ("translation", "/texts/es"),
            ("settings", "/settings"),
            ("preview", "/texts/en/preview"),
            ("versions", "/texts/en/versions?from=0&to=1"),
        ] {
            self.goto(&format!("{letter}{path}")).await;
            let title = self.chrome.find(Locator::Css("h1")).await;
            title.unwrap_or_else(|error| panic!("{path}: {error}"));
            self.picture(name).await;
        }
    }

    /// Keeps a picture where `PICTURES` says, for the documentation.
    async fn picture(&self, name: &str) {
        if let Some(folder) = std::env::var_os("PICTURES") {
            let file = Path::new(&folder).join(format!("organize-{name}.png"));
            self.chrome.picture(&file).await;
        }
    }
}

fn what_is_typed_is_saved_by_itself(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada Quill", Some((own, Role::Owner)));
    let bea = crew::member(&house, "Bea Late", Some((own, Role::Editor)));
    let path = format!("/organize/letters/{SLUG}/texts/en");
    let there = |words: &str| {
        let page = ada.ask(&house, "GET", &path, "").text();
        page.contains(words)
    };
    drive(async {
        let desk = Desk::open(&house, &ada).await;
        desk.goto(&path).await;
        desk.write("First words. ").await;
        let said = desk.says("saved").await;
        assert!(said.starts_with("Saved at "), "{said}");
        assert!(there("First words."));
        desk.picture("write").await;
        desk.tour().await;
        desk.goto(&path).await;

        desk.run(
            "window.real = window.fetch; window.fetch = () => Promise.reject(new Error('away'));",
        )
        .await;
        desk.write("Second words. ").await;
        let said = desk.says("offline").await;
        assert!(said.contains("stays in this page"), "{said}");
        assert!(!there("Second words."));
        desk.run("window.fetch = window.real;").await;
        desk.says("saved").await;
        assert!(there("Second words."), "it was tried again");

        let page = bea.ask(&house, "GET", &path, "").text();
        let revision = page.split("name=\"revision\" value=\"").nth(1);
        let revision = revision.and_then(|rest| rest.split('"').next());
        let form = format!("revision={}&title=Beas", revision.expect("a revision"));
        let saved = bea.ask(&house, "POST", &path, &form);
        assert_eq!(saved.status, 303, "{}", saved.text());
        desk.write("Third words. ").await;
        desk.says("stale").await;
        assert!(!there("Third words."));
        let button = desk.chrome.find(Locator::Css("#write button")).await;
        button
            .expect("a button")
            .click()
            .await
            .expect("it can be pressed");
        for _ in 0..100 {
            if desk.chrome.find(Locator::Css("#newer")).await.is_ok() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        let body = desk.chrome.find(Locator::Css("body")).await;
        let text = body.expect("a page").text().await.expect("it has text");
        assert!(text.contains("Bea Late saved meanwhile"), "{text}");
        desk.picture("write-newer").await;
    });
}
