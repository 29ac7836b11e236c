//! The files that pages need beside their HTML: one stylesheet and one small script, another of
//! each for organizers, and a script for who writes.

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

static STYLESHEET: LazyLock<Asset> = LazyLock::new(|| {
    Asset::named(
        "letter",
        "css",
        "text/css; charset=utf-8",
        include_bytes!("../../assets/letter.css"),
    )
});
static SCRIPT: LazyLock<Asset> = LazyLock::new(|| {
    Asset::named(
        "letter",
        "js",
        "text/javascript; charset=utf-8",
        include_bytes!("../../assets/letter.js"),
    )
});
static ORGANIZERS_STYLESHEET: LazyLock<Asset> = LazyLock::new(|| {
    Asset::named(
        "organize",
        "css",
        "text/css; charset=utf-8",
        include_bytes!("../../assets/organize.css"),
    )
});
static ORGANIZERS_SCRIPT: LazyLock<Asset> = LazyLock::new(|| {
    Asset::named(
        "organize",
        "js",
        "text/javascript; charset=utf-8",
        include_bytes!("../../assets/organize.js"),
    )
});
static WRITING_SCRIPT: LazyLock<Asset> = LazyLock::new(|| {
    Asset::named(
        "write",
        "js",
        "text/javascript; charset=utf-8",
        include_bytes!("../../assets/write.js"),
    )
});
static ICON: LazyLock<Asset> = LazyLock::new(|| {
    Asset::named(
        "icon",
        "svg",
        "image/svg+xml",
        include_bytes!("../../assets/icon.svg"),
    )
});

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

/// Every asset.
#[must_use]
pub fn all() -> [&'static Asset; 6] {
    [
        &STYLESHEET,
        &SCRIPT,
        &ICON,
        &ORGANIZERS_STYLESHEET,
        &ORGANIZERS_SCRIPT,
        &WRITING_SCRIPT,
    ]
}

/// The asset at this path of the site, as pages name it.
#[must_use]
pub fn find(path: &str) -> Option<&'static Asset> {
    all().into_iter().find(|asset| asset.path == path)
}

pub(super) fn stylesheet_path() -> &'static str {
    &STYLESHEET.path
}

pub(super) fn script_path() -> &'static str {
    &SCRIPT.path
}

pub(super) fn organizers_stylesheet_path() -> &'static str {
    &ORGANIZERS_STYLESHEET.path
}

pub(super) fn organizers_script_path() -> &'static str {
    &ORGANIZERS_SCRIPT.path
}

pub(super) fn writing_script_path() -> &'static str {
    &WRITING_SCRIPT.path
}

pub(super) fn icon_path() -> &'static str {
    &ICON.path
}
