//! A letter in a language that the interface doesn't speak, and readers who ask for others.

use std::fs;

use sha2::{Digest, Sha256};
use tokio::sync::{oneshot, watch};
use undersigned::app::App;
use undersigned::config::Config;
use undersigned::{http, recorder};

use super::place::{Place, SLUG};

on_both!(what_was_shown_is_what_is_signed);

/// A served letter in English and German.
struct Site {
    base: String,
    stop: watch::Sender<bool>,
    serving: tokio::task::JoinHandle<()>,
}

struct Answer {
    status: u16,
    body: String,
}

impl Site {
    async fn open(app: &std::sync::Arc<App>) -> Self {
        recorder::load(app).await.unwrap();
        let (stop, stopped) = watch::channel(false);
        let (tell, told) = oneshot::channel();
        let app = app.clone();
        let serving = tokio::spawn(async move {
            let tell = |address: &str| tell.send(address.to_owned()).unwrap();
            http::serve(app, stopped, tell).await.unwrap();
        });
        Self {
            base: told.await.unwrap(),
            stop,
            serving,
        }
    }

    async fn close(self) {
        self.stop.send(true).unwrap();
        self.serving.await.unwrap();
    }

    /// The answer to a reader who accepts these languages; `form` is posted if there is one.
    async fn ask(&self, path: &str, accept: &str, form: Option<&str>) -> Answer {
        let url = format!("{}/letters/{SLUG}{path}", self.base);
        let (accept, form) = (accept.to_owned(), form.map(str::to_owned));
        tokio::task::spawn_blocking(move || {
            let agent = ureq::Agent::config_builder()
                .http_status_as_error(false)
                .max_redirects(0)
                .proxy(None)
                .build()
                .new_agent();
            let mut answer = match form {
                Some(form) => agent
                    .post(url)
                    .header("accept-language", accept)
                    .content_type("application/x-www-form-urlencoded")
                    .send(form),
                None => agent.get(url).header("accept-language", accept).call(),
            }
            .unwrap();
            Answer {
                status: answer.status().as_u16(),
                body: answer.body_mut().read_to_string().unwrap(),
            }
        })
        .await
        .unwrap()
    }

    async fn letter(&self, query: &str, accept: &str) -> String {
        let answer = self.ask(query, accept, None).await;
        assert_eq!(answer.status, 200);
        answer.body
    }
}

async fn open_app(place: &Place) -> std::sync::Arc<App> {
    let mut config = Config::load(&place.file("data"), None).unwrap();
    config.listen = "127.0.0.1:0".parse().unwrap();
    config.hosts = Vec::new();
    App::open(config, place.clock()).await.unwrap()
}

async fn what_was_shown_is_what_is_signed(place: Place) {
    let file = place.file("letter/letter.toml");
    let letter = fs::read_to_string(&file).unwrap();
    fs::write(&file, letter.replace("\"es\"", "\"de\"")).unwrap();
    place.write_text("de", "Brief");
    place.launched().await;
    let app = open_app(&place).await;
    let site = Site::open(&app).await;

    readers_get_the_text_that_they_read(&site).await;
    let form = "kind=individual&name=Ana&email=ana%40a.example&country=AR&lang=fr&text=de";
    let sent = site.ask("/signatures", "en", Some(form)).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    let mail = place.take_mail(&app).await;
    assert_eq!(mail["lang"], "fr", "the mail speaks the form's language");
    place.confirm(&app, mail["token"].as_str().unwrap()).await;
    place.sequence(&app).await;

    let index = place.index_of(&app, "Ana").await;
    let page = site.letter(&format!("/signatures/{index}"), "en").await;
    assert!(page.contains("Version 1, <bdi lang=\"de\">Deutsch</bdi>"));
    let text = "/record/text/1/de";
    assert!(page.contains(&format!("href=\"/letters/{SLUG}{text}\"")));
    let bytes = site.letter(text, "en").await;
    assert_eq!(
        bytes,
        fs::read_to_string(place.file("letter/de.md")).unwrap()
    );
    let digest = Sha256::digest(bytes.as_bytes());
    let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    assert!(page.contains(&digest), "{digest} is not on {page}");
    site.close().await;
}

async fn readers_get_the_text_that_they_read(site: &Site) {
    let notice = "class=\"note untranslated\"";
    let german = "<h1 lang=\"de\" dir=\"ltr\">Brief</h1>";
    let english = "<h1 lang=\"en\" dir=\"ltr\">Letter</h1>";

    let page = site.letter("", "de-AT, en;q=0.5").await;
    assert!(page.contains("<html lang=\"en\"") && page.contains(german));
    assert!(page.contains("name=\"text\" value=\"de\"") && !page.contains(notice));
    // Its links lead on in that text, and back to it.
    let carried = "text=de&#38;lang=en";
    for link in [
        format!("?kind=company&#38;{carried}#sign"),
        format!("/signatures?{carried}"),
    ] {
        assert!(
            page.contains(&format!("href=\"/letters/{SLUG}{link}\"")),
            "{link}: {page}"
        );
    }
    let roll = site.letter("/signatures?text=de&lang=en", "en").await;
    assert!(
        roll.contains(&format!("href=\"/letters/{SLUG}?{carried}\"")),
        "{roll}"
    );
    // Beside the interface's languages stand the letter's other ones.
    let here =
        format!("href=\"/letters/{SLUG}?{carried}\" lang=\"de\" hreflang=\"de\" aria-current=");
    assert!(page.contains(&here), "{page}");

    let page = site.letter("", "nl, en;q=0.5").await;
    assert!(page.contains(english) && !page.contains(notice));

    // Asked for by the browser, or by the interface's own links.
    for (query, accept) in [("", "fr, en;q=0.5"), ("?lang=fr", "en")] {
        let page = site.letter(query, accept).await;
        assert!(page.contains("<html lang=\"fr\"") && page.contains(english));
        assert!(page.contains(notice) && page.contains("Cette lettre n’a pas de texte"));
        assert!(page.contains("<bdi lang=\"en\">English</bdi>"));
        let other = format!("href=\"/letters/{SLUG}?text=de&#38;lang=fr\"");
        assert!(page.contains(&other), "{page}");
    }
    let page = site.letter("?text=de&lang=fr", "en").await;
    assert!(page.contains("<html lang=\"fr\"") && page.contains(german));
    assert!(!page.contains(notice) && page.contains("text=de&#38;lang=fr#sign"));
}
