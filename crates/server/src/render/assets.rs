//! The files that pages need beside their HTML: a stylesheet and a small script for readers, others for
//! organizers, and the desk as a page.

use std::sync::LazyLock;

use sha2::{Digest, Sha256};

/// A file that is served as it is, for ever: its name changes with its bytes.
#[derive(Debug)]
pub struct Asset {
    /// Its path on the site.
    pub path: String,
    /// Its media type.
    pub content_type: &'static str,
    /// Its bytes.
    pub bytes: &'static [u8],
}

const CSS: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const SVG: &str = "image/svg+xml";

/// Makes the files of `assets/`, a line each: its name here, stem and ending, media type.
macro_rules! assets {
    ($($file:ident: $stem:literal . $ending:ident, $kind:ident;)*) => {
        $(pub(super) fn $file() -> &'static Asset {
            static ASSET: LazyLock<Asset> = LazyLock::new(|| Asset::named(
                $stem,
                stringify!($ending),
                $kind,
                include_bytes!(concat!("../../assets/", $stem, ".", stringify!($ending))),
            ));
            &ASSET
        })*

        /// Every asset.
        #[must_use]
        pub fn all() -> Vec<&'static Asset> {
            vec![$($file()),*]
        }
    };
}

assets! {
    stylesheet: "letter".css, CSS;
    script: "letter".js, SCRIPT;
    icon: "icon".svg, SVG;
    organizers_stylesheet: "organize".css, CSS;
    organizers_script: "organize".js, SCRIPT;
    queue_script: "queue".js, SCRIPT;
    writing_script: "write".js, SCRIPT;
    keys_script: "keys".js, SCRIPT;
}

impl Asset {
    fn named(
        stem: &str,
        extension: &str,
        content_type: &'static str,
        bytes: &'static [u8],
    ) -> Self {
        let digest = Sha256::digest(bytes);
        let mark: String = digest
            .iter()
            .take(6)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        Self {
            path: format!("/assets/{stem}.{mark}.{extension}"),
            content_type,
            bytes,
        }
    }
}

/// The asset at this path of the site, as pages name it.
#[must_use]
pub fn find(path: &str) -> Option<&'static Asset> {
    all().into_iter().find(|asset| asset.path == path)
}

/// The desk as a page: one file that needs nothing else (assets/browser has its source).
pub const DESK: &str = include_str!("../../assets/desk.html");

/// What the desk's page may do, in its own words.
#[must_use]
pub fn desk_policy() -> &'static str {
    let after = DESK.split_once("\"Content-Security-Policy\" content=\"");
    after.map_or("default-src 'none'", |(_, rest)| {
        rest.split('"').next().unwrap_or_default()
    })
}

/// SHA-256 of the desk's page in hexadecimal.
#[must_use]
pub fn desk_digest() -> &'static str {
    static DIGEST: LazyLock<String> =
        LazyLock::new(|| super::hex(&Sha256::digest(DESK.as_bytes())));
    &DIGEST
}
