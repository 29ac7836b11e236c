//! The browser looks at pages as it was told to.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;

use fantoccini::Locator;
use undersigned_testbed::{Chrome, Look};

const PAGE: &str = "<!doctype html><meta charset=utf-8>\
<meta name=viewport content='width=device-width, initial-scale=1'><title>plain</title>\
<style>body{margin:0;background:#fff}@media(prefers-color-scheme:dark){body{background:#000}}\
p{height:3000px}</style><p id=text>Text</p><script>document.title='scripted'</script>";

async fn open(look: &Look) -> Chrome {
    let chrome = Chrome::start(look).await;
    let dir = tempfile::tempdir().unwrap();
    let page = dir.path().join("page.html");
    fs::write(&page, PAGE).unwrap();
    chrome
        .goto(&format!("file://{}", page.display()))
        .await
        .unwrap();
    chrome
}

#[tokio::test]
async fn a_phone_is_360_pixels_wide_and_its_picture_is_whole() {
    let chrome = open(&Look::phone().dark()).await;
    let width = chrome
        .execute("return window.innerWidth", Vec::new())
        .await
        .unwrap();
    assert_eq!(width, 360);
    let background = "return getComputedStyle(document.body).backgroundColor";
    assert_eq!(
        chrome.execute(background, Vec::new()).await.unwrap(),
        "rgb(0, 0, 0)"
    );
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("page.png");
    chrome.picture(&path).await;
    let png = fs::read(path).unwrap();
    let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    assert_eq!(&png[1..4], b"PNG");
    assert_eq!(side(16) / 360, 2, "two device pixels for each CSS pixel");
    assert!(side(20) >= 6000, "{}", side(20));
}

#[tokio::test]
async fn javascript_is_off_when_it_should_be() {
    let chrome = open(&Look::desktop()).await;
    assert_eq!(chrome.title().await.unwrap(), "scripted");
    let chrome = open(&Look::desktop().without_javascript().language("ar")).await;
    assert_eq!(chrome.title().await.unwrap(), "plain");
    let text = chrome
        .find(Locator::Id("text"))
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    assert_eq!(text, "Text");
}
