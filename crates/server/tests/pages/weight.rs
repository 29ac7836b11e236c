//! The letter's page and all that it needs stay light enough for an old phone's network.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use undersigned::l10n::Lang;
use undersigned::render::assets;

use crate::samples::Samples;

/// The most bytes over the wire, compressed, with the text, 195 founding signatories,
/// stylesheet, script and icon.
const MOST: usize = 50 * 1024;

fn compressed(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("memory takes the bytes");
    encoder.finish().expect("memory takes the bytes").len()
}

#[test]
fn the_letter_page_is_light() {
    for lang in Lang::ALL {
        let pages = Samples::new(lang).pages();
        let (_, page) = pages
            .iter()
            .find(|(name, _)| name == "letter")
            .expect("the page exists");
        let named = assets::all().into_iter();
        let named: Vec<_> = named.filter(|asset| page.contains(&asset.path)).collect();
        assert_eq!(named.len(), 3, "stylesheet, script and icon: {named:?}");
        let beside: usize = named.iter().map(|asset| compressed(asset.bytes)).sum();
        let weight = compressed(page.as_bytes()) + beside;
        println!(
            "{lang}: {weight} bytes compressed, {} plain, {beside} beside",
            page.len()
        );
        assert!(weight <= MOST, "the page weighs {weight} bytes in {lang}");
    }
}

#[test]
fn assets_are_found_by_their_names() {
    for asset in assets::all() {
        assert_eq!(
            assets::find(&asset.path).map(|found| found.bytes),
            Some(asset.bytes)
        );
    }
    assert!(assets::find("/assets/letter.css").is_none());
}
