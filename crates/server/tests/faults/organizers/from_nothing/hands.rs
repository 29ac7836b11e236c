//! What a person does in a browser: follows links, fills fields, presses buttons; and the pictures
//! of it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use fantoccini::Locator;
use fantoccini::elements::Element;
use serde_json::json;

use super::super::ceremonies::Desk;

/// How high a picture may be, in CSS pixels.
const HIGHEST: f64 = 1100.0;

/// The same on a phone.
const PHONE: f64 = 900.0;

impl Desk {
    pub(super) async fn open_link(&self, link: &str) {
        self.chrome.goto(link).await.expect("the page opens");
    }

    /// Follows the link that says so.
    pub(super) async fn follow(&self, words: &str) {
        let css = format!("//main//a[contains(normalize-space(), {words:?})]");
        self.click(Locator::XPath(&css)).await;
    }

    /// Presses the button that says so.
    pub(super) async fn button(&self, words: &str) {
        let path = format!("//button[starts-with(normalize-space(), {words:?})]");
        self.click(Locator::XPath(&path)).await;
    }

    /// The same in the line of a list that names somebody.
    pub(super) async fn button_of(&self, name: &str, words: &str) {
        let path = format!(
            "//li[.//bdi[contains(., {name:?})]]//button[starts-with(normalize-space(), {words:?})]"
        );
        self.click(Locator::XPath(&path)).await;
    }

    /// Chooses in the line of a list that names somebody.
    pub(super) async fn choose_of(&self, name: &str, value: &str) {
        let path = format!("//li[.//bdi[contains(., {name:?})]]//select");
        let select = self.find(Locator::XPath(&path)).await;
        let chosen = select.select_by_value(value).await;
        chosen.expect("it is offered");
    }

    async fn click(&self, at: Locator<'_>) {
        let found = self.find(at).await;
        found.click().await.expect("it can be pressed");
    }

    /// Looks for something on a page that may still be on its way.
    async fn find(&self, at: Locator<'_>) -> Element {
        let patience = Duration::from_secs(20);
        let found = self.chrome.wait().at_most(patience).for_element(at).await;
        match found {
            Ok(found) => found,
            Err(error) => panic!("{at:?}: {error} in {}", self.text().await),
        }
    }

    pub(super) async fn replace(&self, css: &str, text: &str) {
        let field = self.find(Locator::Css(css)).await;
        field.clear().await.expect("it can be emptied");
        field.send_keys(text).await.expect("it takes text");
    }

    /// Pastes text, as from another program.
    pub(super) async fn paste(&self, css: &str, text: &str) {
        self.press(css).await;
        let text = json!({ "text": text });
        self.chrome.devtools("Input.insertText", text).await;
    }

    /// Types a day, like 2027-03-01, as the field wants it.
    pub(super) async fn day(&self, css: &str, day: &str) {
        let mut parts = day.split('-');
        let (year, month, of_month) = (parts.next(), parts.next(), parts.next());
        let typed = [month, of_month, year].map(Option::unwrap_or_default);
        self.typed(css, &typed.concat(), day).await;
    }

    /// Types a time, like 09:00 in the morning, as the field wants it.
    pub(super) async fn morning(&self, css: &str, time: &str) {
        let typed = format!("{}AM", time.replace(':', ""));
        self.typed(css, &typed, time).await;
    }

    async fn typed(&self, css: &str, keys: &str, means: &str) {
        let field = self.find(Locator::Css(css)).await;
        field.send_keys(keys).await.expect("it takes keys");
        assert_eq!(self.value(css).await, means, "{css}");
    }

    /// What stands in a field.
    pub(super) async fn value(&self, css: &str) -> String {
        let value = self.find(Locator::Css(css)).await.prop("value").await;
        value.expect("a page").unwrap_or_default()
    }

    pub(super) async fn choose(&self, css: &str, value: &str) {
        let select = self.find(Locator::Css(css)).await;
        let chosen = select.select_by_value(value).await;
        chosen.unwrap_or_else(|error| panic!("{css}, {value}: {error}"));
    }

    /// Waits until the page says so; gives all that it says.
    pub(super) async fn says(&self, words: &str) -> String {
        let mut text = String::new();
        for _ in 0..200 {
            if let Ok(body) = self.chrome.find(Locator::Css("body")).await
                && let Ok(said) = body.text().await
            {
                text = said;
                if text.contains(words) {
                    return text;
                }
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("{words:?} is not in {text}");
    }

    pub(super) async fn has(&self, css: &str) -> bool {
        self.chrome.find(Locator::Css(css)).await.is_ok()
    }

    /// What a part of the page says.
    pub(super) async fn read(&self, css: &str) -> String {
        let found = self.find(Locator::Css(css)).await;
        found.text().await.expect("it has text")
    }

    /// Keeps a picture of the page's beginning where `PICTURES` says.
    pub(in super::super) async fn shot(&self, name: &str) {
        if let Some(file) = self.file(name) {
            let (width, height) = self.page().await;
            // A mail and the desk have no head of the site.
            let css = if self.has(".mast").await {
                ".mast"
            } else {
                "p"
            };
            let side = (self.rectangle(css).await.0 - 16.0).max(0.0);
            let highest = if width < 600.0 { PHONE } else { HIGHEST };
            let cut = (side, 0.0, width - 2.0 * side, height.min(highest));
            self.chrome.picture_of(&file, cut).await;
        }
    }

    /// The same of what stands from one part of the page to another, the second included.
    pub(in super::super) async fn shot_of(&self, name: &str, from: &str, to: &str) {
        if let Some(file) = self.file(name) {
            let (width, height) = self.page().await;
            let (first, last) = (self.rectangle(from).await, self.rectangle(to).await);
            let (left, top) = ((first.0 - 32.0).max(0.0), (first.1 - 12.0).max(0.0));
            let right = (first.0 + first.2.max(last.2) + 32.0).min(width);
            let bottom = (last.1 + last.3 + 12.0).min(height);
            let cut = (left, top, right - left, (bottom - top).min(HIGHEST));
            self.chrome.picture_of(&file, cut).await;
        }
    }

    /// Where the first of some elements is: left and top edge, width and height.
    async fn rectangle(&self, css: &str) -> (f64, f64, f64, f64) {
        let found = self.find(Locator::Css(css)).await.rectangle().await;
        found.expect("it is shown")
    }

    /// The page's width, and the height of what is on it. What it says of the test's own host is what
    /// a reader would see of theirs.
    async fn page(&self) -> (f64, f64) {
        let host = self.base.trim_start_matches("http://");
        let script = format!(
            "for (const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                  walk.nextNode();) {{
                const node = walk.currentNode;
                node.data = node.data.replaceAll('http://{host}', 'https://letters.example.org')
                                     .replaceAll('{host}', 'letters.example.org')
                                     .replaceAll('localhost/', 'letters.example.org/');
            }}
            document.activeElement.blur();
            document.body.getBoundingClientRect().bottom + window.scrollY"
        );
        let script = json!({ "expression": script });
        let said = self.chrome.devtools("Runtime.evaluate", script).await;
        let bottom = said["result"]["value"].as_f64();
        let (width, height) = self.chrome.page_size().await;
        (width, bottom.map_or(height, |bottom| bottom.min(height)))
    }

    /// Keeps a picture of a mail as its reader sees it.
    pub(super) async fn shot_of_mail(&self, name: &str, html: &str, folder: &Path) {
        if self.file(name).is_some() {
            let page = folder.join("mail.html");
            std::fs::write(&page, html).expect("own directory");
            self.open_link(&format!("file://{}", page.display())).await;
            self.shot(name).await;
        }
    }

    fn file(&self, name: &str) -> Option<PathBuf> {
        let folder = std::env::var_os("PICTURES")?;
        Some(Path::new(&folder).join(format!("{}-{name}.png", self.album)))
    }
}
