//! Chromium, driven by chromedriver.

mod authenticator;
mod devtools;

use std::{fs, ops::Deref, path::Path, process::Command, time::Duration};

use fantoccini::{Client, ClientBuilder, wd::Capabilities};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;

use self::{authenticator::Authenticator, devtools::Devtools};
use crate::{process::Running, root::is_root};

/// How a reader looks at a page.
#[derive(Clone, Debug)]
pub struct Look {
    /// The viewport in CSS pixels: width, height.
    pub size: (u32, u32),
    /// Whether it is a phone: touch, two device pixels for each CSS pixel.
    pub phone: bool,
    /// Whether scripts run.
    pub javascript: bool,
    /// Whether the reader prefers dark colours.
    pub dark: bool,
    /// The reader's language, as in `Accept-Language`.
    pub language: String,
}

impl Look {
    /// A desktop window of 1280 by 900, with JavaScript, light, in English.
    #[must_use]
    pub fn desktop() -> Self {
        let language = "en".to_owned();
        Self {
            size: (1280, 900),
            phone: false,
            javascript: true,
            dark: false,
            language,
        }
    }

    /// A phone of 360 by 740.
    #[must_use]
    pub fn phone() -> Self {
        Self {
            size: (360, 740),
            phone: true,
            ..Self::desktop()
        }
    }

    /// The same without JavaScript.
    #[must_use]
    pub fn without_javascript(self) -> Self {
        Self {
            javascript: false,
            ..self
        }
    }

    /// The same in dark colours.
    #[must_use]
    pub fn dark(self) -> Self {
        Self { dark: true, ..self }
    }

    /// The same for a reader of another language.
    #[must_use]
    pub fn language(self, language: &str) -> Self {
        Self {
            language: language.to_owned(),
            ..self
        }
    }
}

/// A browser with one window and a new profile. It is a [`Client`]; see there for what it can do.
///
/// Dropping it ends browser and driver.
pub struct Chrome {
    client: Client,
    downloads: TempDir,
    _driver: Running,
    _dir: TempDir,
}

impl Chrome {
    /// Starts a headless Chromium.
    ///
    /// # Panics
    ///
    /// If Chromium or its driver isn't installed or does not start.
    pub async fn start(look: &Look) -> Self {
        let dir = tempfile::Builder::new()
            .prefix("undersigned-web-")
            .tempdir()
            .expect("a directory");
        let downloads = tempfile::tempdir().expect("a directory");
        let mut command = Command::new("chromedriver");
        command
            .args(["--port=0", "--allowed-ips=127.0.0.1"])
            .env("HOME", dir.path())
            // Fields for dates and times are laid out as this language has them.
            .env("LANGUAGE", "en_US");
        let mut driver = Running::start_group(command, dir.path(), "chromedriver");
        let port = driver.wait_for(Duration::from_secs(30), port);
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities(look, dir.path(), downloads.path()))
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .unwrap_or_else(|error| panic!("Chromium does not start: {error}"));
        let chrome = Self {
            client,
            downloads,
            _driver: driver,
            _dir: dir,
        };
        chrome.emulate(look).await;
        chrome
    }

    async fn emulate(&self, look: &Look) {
        let (width, height) = look.size;
        let scale = if look.phone { 2 } else { 1 };
        self.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({"width": width, "height": height, "deviceScaleFactor": scale, "mobile": look.phone}),
        )
        .await;
        self.devtools(
            "Emulation.setTouchEmulationEnabled",
            json!({"enabled": look.phone}),
        )
        .await;
        let scheme = if look.dark { "dark" } else { "light" };
        let feature = json!({"name": "prefers-color-scheme", "value": scheme});
        self.devtools("Emulation.setEmulatedMedia", json!({"features": [feature]}))
            .await;
    }

    /// Sends a command of the Chrome DevTools Protocol and gives its result.
    ///
    /// # Panics
    ///
    /// If the browser refuses it.
    pub async fn devtools(&self, command: &'static str, parameters: Value) -> Value {
        let sent = self
            .client
            .issue_cmd(Devtools {
                command,
                parameters,
            })
            .await;
        sent.unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Gives the browser an authenticator that keeps passkeys and always consents; gives its id.
    ///
    /// # Panics
    ///
    /// If the browser refuses it.
    pub async fn authenticator(&self) -> String {
        let added = self.client.issue_cmd(Authenticator::Add).await;
        let added = added.unwrap_or_else(|error| panic!("no authenticator: {error}"));
        added.as_str().expect("an id").to_owned()
    }

    /// Loses every passkey of an authenticator.
    ///
    /// # Panics
    ///
    /// If there is no such authenticator.
    pub async fn lose_passkeys(&self, authenticator: &str) {
        let id = authenticator.to_owned();
        let lost = self.client.issue_cmd(Authenticator::Forget(id)).await;
        lost.unwrap_or_else(|error| panic!("passkeys stay: {error}"));
    }

    /// Saves a picture of the whole page, not only of the window, as PNG.
    ///
    /// # Panics
    ///
    /// If it cannot be taken or written.
    pub async fn picture(&self, path: &Path) {
        let (width, height) = self.page_size().await;
        self.picture_of(path, (0.0, 0.0, width, height)).await;
    }

    /// Width and height of the whole page in CSS pixels.
    ///
    /// # Panics
    ///
    /// If the browser does not say.
    pub async fn page_size(&self) -> (f64, f64) {
        let metrics = self.devtools("Page.getLayoutMetrics", json!({})).await;
        let side = |name: &str| metrics["cssContentSize"][name].as_f64();
        let size = side("width").zip(side("height"));
        size.expect("a page has a size")
    }

    /// Saves a picture of a part of the page as PNG: left edge, top edge, width and height in CSS
    /// pixels.
    ///
    /// # Panics
    ///
    /// If it cannot be taken or written.
    pub async fn picture_of(&self, path: &Path, (x, y, width, height): (f64, f64, f64, f64)) {
        let clip = json!({"x": x, "y": y, "width": width, "height": height, "scale": 1});
        let taken = self
            .devtools(
                "Page.captureScreenshot",
                json!({"captureBeyondViewport": true, "clip": clip}),
            )
            .await;
        let png = devtools::bytes(&taken["data"]);
        fs::write(path, png).expect("the picture's folder exists");
    }

    /// The directory that downloads go to.
    #[must_use]
    pub fn downloads(&self) -> &Path {
        self.downloads.path()
    }

    /// Waits for a download whose name begins and ends so, and takes it out of the directory.
    ///
    /// # Panics
    ///
    /// If none is there within twenty seconds.
    pub async fn downloaded(&self, begin: &str, end: &str) -> Vec<u8> {
        for _ in 0..200 {
            for entry in fs::read_dir(self.downloads()).expect("own directory") {
                let path = entry.expect("own directory").path();
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                if name.starts_with(begin) && name.ends_with(end) {
                    let bytes = fs::read(&path).expect("own directory");
                    // Chromium keeps the name with an empty file until it moves the whole one there.
                    if bytes.is_empty() {
                        continue;
                    }
                    fs::remove_file(&path).expect("own directory");
                    return bytes;
                }
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("no download {begin}…{end}");
    }
}

impl Deref for Chrome {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}

fn port(output: &str) -> Option<u16> {
    let line = output
        .lines()
        .find(|line| line.contains("started successfully on port"))?;
    line.trim_end_matches('.').rsplit(' ').next()?.parse().ok()
}

fn capabilities(look: &Look, dir: &Path, downloads: &Path) -> Capabilities {
    let mut arguments = vec![
        "--headless=new".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-quic".to_owned(),
        "--disable-dev-shm-usage".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--no-first-run".to_owned(),
        "--no-default-browser-check".to_owned(),
        "--hide-scrollbars".to_owned(),
        format!("--user-data-dir={}", dir.join("profile").display()),
        format!("--accept-lang={}", look.language),
    ];
    if is_root() {
        // Chromium refuses to run as root inside its own sandbox.
        arguments.push("--no-sandbox".to_owned());
    }
    let mut preferences = json!({
        "intl.accept_languages": look.language,
        "download.default_directory": downloads,
        "download.prompt_for_download": false,
    });
    if !look.javascript {
        preferences["profile.managed_default_content_settings.javascript"] = json!(2);
    }
    let options = json!({"args": arguments, "prefs": preferences});
    Capabilities::from_iter([("goog:chromeOptions".to_owned(), options)])
}
