//! Arrows point down only: which module may name which.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Modules, and those that each may name with `crate::`.
const PERMITTED: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("clock", &[]),
    ("lock", &[]),
    ("l10n", &[]),
    ("mail", &[]),
    ("proof", &["model"]),
    ("config", &["mail", "model", "proof"]),
    ("seal", &["model"]),
    ("store", &["model"]),
    ("render", &["model", "l10n"]),
    (
        "app",
        &[
            "clock", "config", "mail", "model", "proof", "recorder", "render", "seal", "store",
        ],
    ),
    (
        "recorder",
        &["app", "l10n", "model", "render", "seal", "store"],
    ),
    (
        "acts",
        &[
            "app", "clock", "l10n", "mail", "model", "proof", "recorder", "render", "seal", "store",
        ],
    ),
    (
        "doctor",
        &[
            "app", "clock", "config", "mail", "model", "proof", "recorder", "seal", "store",
        ],
    ),
    (
        "jobs",
        &["acts", "app", "mail", "model", "recorder", "seal", "store"],
    ),
    (
        "http",
        &[
            "acts", "app", "config", "l10n", "mail", "model", "proof", "recorder", "render",
            "seal", "store",
        ],
    ),
];

fn uses(path: &Path, found: &mut BTreeSet<String>) {
    if path.is_dir() {
        let own = fs::read_to_string(path.join("mod.rs")).unwrap_or_default();
        for file in fs::read_dir(path).unwrap().map(|file| file.unwrap().path()) {
            let name = file.file_stem().unwrap().to_string_lossy().into_owned();
            if !own.contains(&format!("#[cfg(test)]\nmod {name};")) {
                uses(&file, found);
            }
        }
        return;
    }
    let text = fs::read_to_string(path).unwrap();
    // Tests may reach further.
    let code = text.split("#[cfg(test)]").next().unwrap();
    for after in code.split("crate::").skip(1) {
        let name: String = after
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect();
        // Macros say `$crate::`; types that end in it (`undersigned_record::crate`) don't exist.
        found.insert(name);
    }
}

#[test]
fn arrows_point_down() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (module, permitted) in PERMITTED {
        let mut found = BTreeSet::new();
        let (folder, file) = (src.join(module), src.join(format!("{module}.rs")));
        assert!(folder.exists() || file.exists(), "{module} is gone");
        for path in [folder, file].iter().filter(|path| path.exists()) {
            uses(path, &mut found);
        }
        found.remove(*module);
        for name in &found {
            assert!(permitted.contains(&name.as_str()), "{module} names {name}");
        }
    }
}

#[test]
fn the_model_knows_no_database_and_no_network() {
    let mut paths = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/model")];
    while let Some(path) = paths.pop() {
        if path.is_dir() {
            paths.extend(fs::read_dir(path).unwrap().map(|file| file.unwrap().path()));
            continue;
        }
        let text = fs::read_to_string(path).unwrap();
        for name in ["sqlx", "axum", "tokio"] {
            assert!(
                !text.contains(&format!("{name}::")),
                "the model names {name}"
            );
        }
    }
}
