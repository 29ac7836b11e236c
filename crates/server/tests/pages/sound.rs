//! What must hold on every page.

use undersigned::l10n::Lang;
use undersigned::render::assets;

use crate::samples::Samples;

fn every_page(mut check: impl FnMut(Lang, &str, &str)) {
    for lang in Lang::ALL {
        for (name, html) in Samples::new(lang).pages() {
            check(lang, &name, &html);
        }
    }
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let opening = format!(" {attribute}=\"");
    html.split(&*opening)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

#[test]
fn no_message_is_missing() {
    every_page(|lang, name, html| {
        let hole = html.find("{$").or_else(|| html.find("{ $"));
        assert!(hole.is_none(), "{name}.{lang} shows a variable");
        for key in [
            "[form-",
            "[error-",
            "[level-",
            "[kept-",
            "[refusal-",
            "[standing-",
            "[country-",
            "[label-",
            "[hint-",
            "[wrong-",
            "[drift-",
            "[lack-",
        ] {
            assert!(!html.contains(key), "{name}.{lang} lacks a message {key}…");
        }
    });
}

#[test]
fn no_script_or_style_is_inline() {
    every_page(|lang, name, html| {
        assert!(
            values(html, "style").is_empty(),
            "{name}.{lang} has a style attribute"
        );
        assert!(
            !html.contains("<style"),
            "{name}.{lang} has a style element"
        );
        assert_eq!(html.matches("<script").count(), 1, "{name}.{lang}");
        assert!(
            !html.contains(" onclick=") && !html.contains("javascript:"),
            "{name}.{lang}"
        );
    });
}

#[test]
fn nothing_comes_from_elsewhere() {
    every_page(|lang, name, html| {
        for source in values(html, "src") {
            let own = ["/letters/", "/organize/letters/", "/invited/"];
            let is_logo = own.iter().any(|folder| source.starts_with(folder));
            assert!(
                is_logo || assets::find(source).is_some(),
                "{name}.{lang} loads {source}"
            );
        }
        for link in html.split("<link ").skip(1) {
            let link = link.split('>').next().unwrap_or_default();
            if link.contains("stylesheet") || link.contains("icon") {
                assert!(
                    link.contains("href=\"/assets/"),
                    "{name}.{lang} loads {link}"
                );
            }
        }
    });
}

#[test]
fn ids_are_unique_and_descriptions_lead_somewhere() {
    every_page(|lang, name, html| {
        let mut ids = values(html, "id");
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "{name}.{lang} repeats an id");
        let fragments = values(html, "href")
            .into_iter()
            .filter_map(|href| href.strip_prefix('#'));
        let described = values(html, "aria-describedby")
            .into_iter()
            .flat_map(str::split_whitespace);
        let labels = values(html, "for");
        for target in fragments.chain(described).chain(labels) {
            assert!(
                ids.binary_search(&target).is_ok(),
                "{name}.{lang} points to #{target}"
            );
        }
    });
}

#[test]
fn each_page_has_one_title_and_its_language() {
    every_page(|lang, name, html| {
        assert_eq!(html.matches("<h1").count(), 1, "{name}.{lang}");
        let head = html.split("</head>").next().unwrap_or_default();
        assert_eq!(head.matches("<title>").count(), 1, "{name}.{lang}");
        let direction = if lang == Lang::Ar { "rtl" } else { "ltr" };
        assert!(
            html.contains(&format!("<html lang=\"{lang}\" dir=\"{direction}\">")),
            "{name}.{lang}"
        );
        assert!(
            html.contains("class=\"demo\""),
            "{name}.{lang} doesn't say that it is a demonstration"
        );
    });
}

#[test]
fn strangers_words_are_escaped() {
    every_page(|lang, name, html| {
        assert!(!html.contains("<b>no</b>"), "{name}.{lang}");
        assert!(!html.contains("a\"<b>"), "{name}.{lang}");
    });
    let page = |wanted: &str| {
        let pages = Samples::new(Lang::En).pages();
        pages
            .into_iter()
            .find(|(name, _)| name == wanted)
            .map(|(_, html)| html)
            .expect("the page exists")
    };
    assert!(
        page("sign-individual-errors")
            .contains("Mis llaves son mías. &#38; &#60;b&#62;no&#60;/b&#62;")
    );
}

#[test]
fn confirmation_holds_one_post_form() {
    every_page(|lang, name, html| {
        let forms = html.matches("method=\"post\"").count();
        match name {
            "confirm" | "confirm-organization" => {
                assert_eq!(forms, 1, "{name}.{lang}");
                assert_eq!(html.matches("<form").count(), 1, "{name}.{lang}");
                assert!(html.contains("name=\"decision\" value=\"confirm\""));
                assert!(html.contains("name=\"decision\" value=\"decline\""));
            }
            "confirmed" | "declined" | "withdrawn" | "sent" => {
                assert_eq!(forms, 0, "{name}.{lang}");
            }
            _ => {}
        }
    });
}

#[test]
fn forms_have_the_fixed_fields_alone() {
    let fixed = [
        "kind",
        "name",
        "email",
        "country",
        "title",
        "affiliation",
        "website",
        "statement",
        "note",
        "display",
        "contact_name",
        "contact_role",
        "authority",
        "updates",
        "via",
        "lang",
        "text",
        "version",
    ];
    every_page(|lang, name, html| {
        if !name.starts_with("sign-") {
            return;
        }
        let form = html
            .split("<form ")
            .nth(1)
            .and_then(|rest| rest.split("</form>").next());
        for field in values(form.expect("the page has the form"), "name") {
            assert!(
                fixed.contains(&field),
                "{name}.{lang} has the field {field}"
            );
        }
    });
}

#[test]
fn what_was_typed_is_kept_and_errors_are_linked() {
    let pages = Samples::new(Lang::Es).pages();
    for (name, html) in pages
        .iter()
        .filter(|(name, _)| name.ends_with("-errors") && name.starts_with("sign"))
    {
        assert!(html.contains("value=\"ana@\""), "{name}");
        assert!(
            html.contains("<option value=\"AR\" selected>Argentina</option>"),
            "{name}"
        );
        assert!(html.contains("name=\"via\" value=\"partner-7\""), "{name}");
        assert!(
            html.contains("name=\"updates\" value=\"yes\" checked"),
            "{name}"
        );
        assert!(html.contains("href=\"#email\""), "{name}");
        assert!(
            html.contains("aria-invalid=\"true\" aria-describedby=\"email-wrong email-hint\""),
            "{name}"
        );
        assert!(html.contains("<title>Error: "), "{name}");
    }
}

#[test]
fn people_are_kept_out_of_search_engines() {
    every_page(|lang, name, html| {
        let unlisted = html.contains("<meta name=\"robots\" content=\"noindex");
        match name {
            "letter" | "signature" | "check" | "privacy" | "languages" | "front" => {
                assert!(!unlisted, "{name}.{lang}");
                assert_eq!(
                    html.matches("hreflang=\"x-default\"").count(),
                    1,
                    "{name}.{lang}"
                );
            }
            "signature-person" | "roll" | "manage" | "confirm" | "sent" => {
                assert!(unlisted, "{name}.{lang}");
            }
            _ => {}
        }
    });
}
