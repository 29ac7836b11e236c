//! A letter is begun, set up and written in the browser, by several people at once.

use std::time::Duration;

use undersigned::model::Role;
use url::form_urlencoded::Serializer;

use super::crew::{self, Member};
use super::drafted::PIXEL;
use crate::harness::{Answer, Base, House, Inside, SLUG, on_both, wait_for};

on_both!(
    a_letter_is_begun_and_nobody_else_knows,
    settings_of_two_editors_are_both_kept,
    what_is_written_is_kept_and_can_be_gone_back_to,
    what_is_typed_outlives_a_session,
    hostile_markdown_does_nothing,
    what_is_too_long_is_not_saved_and_not_lost,
    translations_say_where_they_drifted,
    a_logo_is_made_anew,
);

const NEW: &str = "clean-rivers";
const DESK: &str = "/organize/letters/clean-rivers";

fn form(fields: &[(&str, &str)]) -> String {
    let mut form = Serializer::new(String::new());
    form.extend_pairs(fields);
    form.finish()
}

/// The value of a hidden field on a page.
fn hidden(answer: &Answer, name: &str) -> String {
    let text = answer.text();
    let mark = format!("name=\"{name}\" value=\"");
    let rest = text.split(&*mark).nth(1);
    let value = rest.and_then(|rest| rest.split('"').next());
    value
        .unwrap_or_else(|| panic!("no {name} in {text}"))
        .to_owned()
}

fn begin(house: &House<Inside>) -> Member {
    let ada = crew::maker(house, "Ada Quill");
    let new = form(&[("title", "Clean rivers"), ("lang", "en"), ("slug", NEW)]);
    let begun = ada.ask(house, "POST", "/organize/letters/new", &new);
    assert_eq!(begun.status, 303, "{}", begun.text());
    let onward = begun.header("location").expect("it leads on");
    assert_eq!(onward, "/organize/letters/clean-rivers/texts/en?lang=en");
    ada
}

fn editor(house: &House<Inside>, name: &str) -> Member {
    let own = crew::letter(house, NEW);
    crew::member(house, name, Some((own, Role::Editor)))
}

fn a_letter_is_begun_and_nobody_else_knows(base: Base) {
    let house = House::open_inside(base);
    let ada = crew::maker(&house, "Ada Quill");
    let page = ada.ask(&house, "GET", "/organize", "");
    assert!(page.text().contains("/organize/letters/new"));
    for (slug, why) in [
        ("Clean Rivers", "no hyphen at its ends"),
        ("new", "taken on this server"),
        // Somebody else's letter: its slug is taken, and nothing is said of whose it is.
        (SLUG, "taken on this server"),
        ("", "no hyphen at its ends"),
    ] {
        let new = form(&[("title", "Clean <rivers>"), ("lang", "en"), ("slug", slug)]);
        let refused = ada.ask(&house, "POST", "/organize/letters/new", &new);
        assert_eq!(refused.status, 422, "{slug}");
        let text = refused.text();
        assert!(text.contains(why), "{slug}: {text}");
        assert!(text.contains("value=\"Clean &#60;rivers&#62;\""), "{text}");
        assert!(text.contains("href=\"#slug\""), "{text}");
    }
    let before = house.visitor.get("/letters/clean-rivers").expect("answers");
    let ada = begin(&house);
    let after = house.visitor.get("/letters/clean-rivers").expect("answers");
    assert_eq!(before.without_date(), after.without_date());
    let key = house.installation.keys().join("letters/clean-rivers/log");
    assert!(key.exists(), "it has keys of its own");
    let page = ada.ask(&house, "GET", DESK, "");
    assert!(page.text().contains("Clean rivers"), "{}", page.text());
    assert!(page.text().contains("Owner"));
    let trail = ada.ask(&house, "GET", &format!("{DESK}/trail"), "");
    assert!(trail.text().contains("began the letter"));
    let settings = ada.ask(&house, "GET", &format!("{DESK}/settings"), "");
    assert!(
        settings.text().contains("Emmanuel Macron"),
        "famous names are watched from the first day"
    );
    let query = "select count(*) from texts t join letters l on l.id = t.letter
                 where l.slug = 'clean-rivers'";
    assert_eq!(house.installation.number(query), 0, "nothing is released");
}

fn settings(revision: &str, more: &[(&str, &str)]) -> String {
    let fields = [
        ("revision", revision),
        ("offered-en", "yes"),
        ("default", "en"),
        ("closing", "2099-06-30"),
        ("retention", "2099-12-31"),
        ("name-1", "Rivers First"),
        ("contact-1", "mail@rivers.example"),
        ("watched", "Ada Minister"),
    ];
    let kept = fields
        .iter()
        .filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    let all: Vec<(&str, &str)> = kept.chain(more).copied().collect();
    form(&all)
}

fn settings_of_two_editors_are_both_kept(base: Base) {
    let house = House::open_inside(base);
    let ada = begin(&house);
    let bea = editor(&house, "Bea Late");
    let path = format!("{DESK}/settings");
    let page = ada.ask(&house, "GET", &path, "");
    let revision = hidden(&page, "revision");

    let wrong = settings(&revision, &[("retention", "2099-01-01"), ("watched", "-")]);
    let refused = ada.ask(&house, "POST", &path, &wrong);
    assert_eq!(refused.status, 422);
    let text = refused.text();
    for why in [
        "before the last day",
        "Line 1 names nobody",
        "value=\"2099-01-01\"",
    ] {
        assert!(text.contains(why), "{why}: {text}");
    }

    let added = settings(&revision, &[("add", "es")]);
    assert_eq!(ada.ask(&house, "POST", &path, &added).status, 303);
    let mine = settings(&revision, &[("name-1", "Streams First")]);
    let stale = bea.ask(&house, "POST", &path, &mine);
    assert_eq!(stale.status, 409, "{}", stale.text());
    let text = stale.text();
    assert!(text.contains("Somebody else saved meanwhile"), "{text}");
    assert!(
        text.contains("value=\"Streams First\""),
        "hers is in the form"
    );
    assert!(
        text.contains("Saved meanwhile: <bdi>Rivers First</bdi>"),
        "{text}"
    );
    assert!(
        text.contains("Saved meanwhile: <bdi>en, es</bdi>"),
        "{text}"
    );
    let now = hidden(&stale, "revision");
    assert_ne!(now, revision);
    let over = settings(&now, &[("name-1", "Streams First"), ("offered-es", "yes")]);
    assert_eq!(bea.ask(&house, "POST", &path, &over).status, 303);
    let page = ada.ask(&house, "GET", &path, "").text();
    for kept in [
        "Streams First",
        "name=\"offered-es\" value=\"yes\" checked",
        "Ada Minister",
    ] {
        assert!(page.contains(kept), "{kept}: {page}");
    }
    let trail = ada.ask(&house, "GET", &format!("{DESK}/trail"), "").text();
    assert!(trail.contains("changed the settings"), "{trail}");
}

/// A text's form, made from a revision.
fn text(revision: &str, title: &str, body: &str) -> String {
    form(&[
        ("revision", revision),
        ("title", title),
        ("to", "To everybody"),
        ("from", "Rivers First"),
        ("description", "A letter."),
        ("id-1", "clean"),
        ("brief-1", "Clean them."),
        ("markdown", body),
    ])
}

const BODY: &str = "We ask you to act.\r\n\r\n### Clean {#clean}\r\n\r\nClean them.";

fn what_is_written_is_kept_and_can_be_gone_back_to(base: Base) {
    let house = House::open_inside(base);
    let ada = begin(&house);
    let bea = editor(&house, "Bea Late");
    let path = format!("{DESK}/texts/en");
    let draft = format!("{path}/draft");
    let older = "select count(*) from revisions";
    let count = |query| house.installation.number(query);

    // As she types: each save is made from the one before, and takes its place.
    let mut revision = hidden(&ada.ask(&house, "GET", &path, ""), "revision");
    for words in ["Clean rivers", "Clean rivers now", "Clean rivers, now"] {
        let saved = ada.ask(&house, "POST", &draft, &text(&revision, words, BODY));
        assert_eq!(saved.status, 200, "{}", saved.text());
        let is: serde_json::Value = serde_json::from_str(&saved.text()).expect("JSON");
        revision = is["revision"].to_string();
    }
    assert_eq!((revision.as_str(), count(older)), ("4", 0));

    // By the button, after a pause, by somebody else: what was there is kept.
    let pressed = ada.ask(&house, "POST", &path, &text("4", "Kept", BODY));
    assert_eq!(pressed.status, 303);
    let typed = ada.ask(&house, "POST", &draft, &text("5", "Later", BODY));
    assert_eq!((typed.status, count(older)), (200, 1));
    house.server.pass(601);
    let typed = ada.ask(&house, "POST", &draft, &text("6", "After a pause", BODY));
    assert_eq!((typed.status, count(older)), (200, 2));

    two_at_once(&house, &ada, &bea, &path);

    let versions = ada
        .ask(&house, "GET", &format!("{path}/versions"), "")
        .text();
    for kept in [
        "Version 5",
        "Version 6",
        "Version 7",
        "Version 8",
        "Bea Late",
    ] {
        assert!(versions.contains(kept), "{kept}: {versions}");
    }
    let compared = ada.ask(&house, "GET", &format!("{path}/versions?from=5&to=8"), "");
    let compared = compared.text();
    assert!(
        compared.contains("<del><span class=\"sr\" lang=\"en\">Deleted: </span>Kept"),
        "{compared}"
    );
    assert!(
        compared.contains("<ins><span class=\"sr\" lang=\"en\">Inserted: </span>Bea"),
        "{compared}"
    );
    let back = form(&[("base", "8"), ("revision", "5")]);
    let restored = bea.ask(&house, "POST", &format!("{path}/restoration"), &back);
    assert_eq!(restored.status, 303, "{}", restored.text());
    let page = ada.ask(&house, "GET", &path, "").text();
    assert!(page.contains("value=\"Kept\""), "{page}");
    assert!(page.contains("name=\"revision\" value=\"9\""), "{page}");
    two_windows(&house, &ada, &path);
    let trail = ada.ask(&house, "GET", &format!("{DESK}/trail"), "").text();
    assert!(
        trail.contains("went back to an older version in"),
        "{trail}"
    );
}

/// Two editors write from the same revision: the second is shown both, and nothing is lost.
fn two_at_once(house: &House<Inside>, ada: &Member, bea: &Member, path: &str) {
    let draft = format!("{path}/draft");
    let hers = "Bea's rivers";
    let stale = bea.ask(house, "POST", &draft, &text("6", hers, BODY));
    assert_eq!(stale.status, 409);
    let stale = bea.ask(house, "POST", path, &text("6", hers, BODY));
    assert_eq!(stale.status, 409);
    let page = stale.text();
    assert!(page.contains("Ada Quill</bdi> saved meanwhile"), "{page}");
    assert!(page.contains("value=\"Bea&#39;s rivers\""), "{page}");
    assert!(page.contains("After a pause"), "{page}");
    let now = hidden(&stale, "revision");
    let saved = bea.ask(house, "POST", path, &text(&now, hers, BODY));
    assert_eq!(saved.status, 303);
    let late = ada.ask(house, "POST", &draft, &text(&now, "Ada once more", BODY));
    assert_eq!(late.status, 409);
    let there = ada.ask(house, "GET", path, "").text();
    assert!(there.contains("value=\"Bea&#39;s rivers\""), "{there}");
}

/// One person in two windows: what is saved over is kept there too.
fn two_windows(house: &House<Inside>, who: &Member, path: &str) {
    let draft = format!("{path}/draft");
    let one = who.ask(house, "POST", &draft, &text("9", "Window one", BODY));
    assert_eq!(one.status, 200, "{}", one.text());
    let again = who.ask(house, "POST", &draft, &text("10", "Window one still", BODY));
    assert_eq!(again.status, 200, "{}", again.text());
    let other = who.ask(house, "POST", path, &text("9", "Window two", BODY));
    assert_eq!(other.status, 409);
    assert_eq!(hidden(&other, "over"), "yes");
    let over = format!("{}&over=yes", text("11", "Window two", BODY));
    assert_eq!(who.ask(house, "POST", path, &over).status, 303);
    let compared = format!("{path}/versions?from=11&to=12");
    let compared = who.ask(house, "GET", &compared, "").text();
    assert!(compared.contains("one still"), "{compared}");
}

/// The editor was open while its writer signed out in another tab, and in again.
fn what_is_typed_outlives_a_session(base: Base) {
    let house = House::open_inside(base);
    begin(&house);
    let ada = editor(&house, "Ada");
    let path = format!("{DESK}/texts/en");
    let page = ada.ask(&house, "GET", &path, "");
    let revision = hidden(&page, "revision");
    let saved = "select coalesce(max(revision), 0) from drafts";
    let before = house.installation.number(saved);
    assert_eq!(
        ada.ask(&house, "POST", "/organize/sign-out", "").status,
        303
    );

    let typed = "First line\r\n\r\n</textarea><b>second";
    let fields = [
        ("revision", &*revision),
        ("title", "Clean \"rivers\""),
        ("markdown", typed),
    ];
    let kept = ada.ask(&house, "POST", &path, &form(&fields));
    assert_eq!(kept.status, 403, "{}", kept.text());
    let text = kept.text();
    assert!(text.contains("You are not signed in any more"), "{text}");
    assert!(
        text.contains("name=\"title\" value=\"Clean &#34;rivers&#34;\""),
        "{text}"
    );
    let area = "First line\r\n\r\n&#60;/textarea&#62;&#60;b&#62;second</textarea>";
    assert!(text.contains(area), "{text}");
    assert!(
        text.contains("href=\"/organize/sign-in?lang=en\" target=\"_blank\""),
        "{text}"
    );
    assert!(
        !text.contains("name=\"_form\""),
        "no token of a session that is over"
    );

    // Signed in again, the page's form has no token yet, and gets one; then it is saved.
    let again = editor(&house, "Ada");
    let cookie = again.cookie();
    let headers = [
        ("cookie", cookie.as_str()),
        ("origin", house.visitor.base()),
    ];
    let anew = house.visitor.ask("POST", &path, &headers, &form(&fields));
    let anew = anew.expect("the server answers");
    assert_eq!(anew.status, 403, "{}", anew.text());
    assert!(anew.text().contains("signed in anew"), "{}", anew.text());
    assert!(anew.text().contains(area), "{}", anew.text());
    assert_eq!(hidden(&anew, "_form"), again.form_token());
    assert_eq!(
        house.installation.number(saved),
        before,
        "nothing was saved"
    );
    let done = again.ask(&house, "POST", &path, &form(&fields));
    assert_eq!(done.status, 303, "{}", done.text());
    let page = again.ask(&house, "GET", &path, "").text();
    let there = "&#60;/textarea&#62;&#60;b&#62;second";
    assert!(page.contains(there), "{page}");
    assert!(house.installation.number(saved) > before, "it is saved");
}

fn hostile_markdown_does_nothing(base: Base) {
    let house = House::open_inside(base);
    let ada = begin(&house);
    let path = format!("{DESK}/texts/en");
    let hostile = "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n\
        [a](javascript:alert(1)) [b](data:text/html,x)\n\n<iframe src=//evil.example></iframe>\n\n\
        <form action=//evil.example><input name=x></form>\n\n<style>body{display:none}</style>\n\n\
        <a href=\"https://x.example\" onclick=\"x()\">c</a>\n\n# </textarea><b>no</b> {#main}\n\n+++\n";
    let title = "<b>no</b>\u{202e}\"><script>";
    let saved = ada.ask(&house, "POST", &path, &text("1", title, hostile));
    assert_eq!(saved.status, 303, "it is kept as it was typed");
    for page in ["", "/preview", "/versions", "/versions?from=1&to=2"] {
        let page = ada.ask(&house, "GET", &format!("{path}{page}"), "");
        assert_eq!(page.status, 200);
        let text = page.text();
        // In the form it stands as it was typed, escaped; in the preview it is made safe.
        let is_preview = text.contains("id=\"text\"");
        let tags = ["<script>", "<iframe", "<style", "<img", "<form action=//"];
        let made = ["onerror=", "href=\"javascript", "href=\"data:", "onclick="];
        for bad in tags.iter().chain(made.iter().filter(|_| is_preview)) {
            assert!(!text.contains(bad), "{bad} in {text}");
        }
        assert!(is_preview || !text.contains("<b>no</b>"), "{text}");
        assert!(!text.contains("<input name=\"x\"") && !text.contains("<input name=x"));
    }
    let page = ada.ask(&house, "GET", &path, "").text();
    assert!(page.contains("or that turn the direction"), "{page}");
    assert!(page.contains("No heading in the letter"), "{page}");
    let preview = ada
        .ask(&house, "GET", &format!("{path}/preview"), "")
        .text();
    assert!(
        preview.contains("<fieldset disabled>"),
        "nothing can be signed"
    );
    assert!(
        preview.contains("id=\"demand-main\""),
        "no text takes an id of the page"
    );
}

fn translations_say_where_they_drifted(base: Base) {
    let house = House::open_inside(base);
    let ada = begin(&house);
    let added = settings("0", &[("add", "es")]);
    let done = ada.ask(&house, "POST", &format!("{DESK}/settings"), &added);
    assert_eq!(done.status, 303, "{}", done.text());
    let (en, es) = (format!("{DESK}/texts/en"), format!("{DESK}/texts/es"));
    ada.ask(&house, "POST", &en, &text("1", "Clean rivers", BODY));

    let page = ada.ask(&house, "GET", &es, "");
    assert!(
        page.text().contains("We ask you to act."),
        "the source stands beside it"
    );
    assert!(page.text().contains("name=\"id-1\" value=\"clean\""));
    let source = hidden(&page, "source");
    let body = "Les pedimos que actúen.\n\n### Limpien {#clean}\n\nLímpienlos.";
    let translated = |revision: &str, source: &str| {
        let text = text(revision, "Ríos limpios", body);
        format!("{text}&{}", form(&[("source", source)]))
    };
    let saved = ada.ask(&house, "POST", &es, &translated("0", &source));
    assert_eq!(saved.status, 303, "{}", saved.text());
    let texts = || ada.ask(&house, "GET", &format!("{DESK}/texts"), "").text();
    assert!(!texts().contains("difference"), "{}", texts());
    assert!(texts().contains("1 of 1"), "{}", texts());

    let changed = BODY.replace("Clean them.", "Clean them by 2030.");
    ada.ask(&house, "POST", &en, &text("2", "Clean rivers", &changed));
    assert!(
        texts().contains("One difference from the source"),
        "{}",
        texts()
    );
    let page = ada.ask(&house, "GET", &es, "");
    let drifted = page.text();
    assert!(
        drifted.contains("of demand “clean” has changed since"),
        "{drifted}"
    );
    // Looked at and saved against the source as it is now: it fits again.
    let again = translated("1", &hidden(&page, "source"));
    assert_eq!(ada.ask(&house, "POST", &es, &again).status, 303);
    assert!(!texts().contains("difference"), "{}", texts());
}

/// The body of a form with a file, its boundary `x`.
fn with_file(token: &str, file: &[u8]) -> Vec<u8> {
    let part = |name: &str| format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"");
    let (one, other) = (part("_form"), part("file"));
    let head = format!("{one}\r\n\r\n{token}\r\n{other}; filename=\"logo\"\r\n\r\n");
    [head.as_bytes(), file, b"\r\n--x--\r\n"].concat()
}

fn upload(house: &House<Inside>, who: &Member, path: &str, file: &[u8]) -> (u16, String) {
    let mut request = ureq::agent()
        .post(format!("{}{path}", house.visitor.base()))
        .config()
        .http_status_as_error(false)
        .max_redirects(0)
        .build();
    for (name, value) in [
        ("cookie", who.cookie().as_str()),
        ("origin", house.visitor.base()),
        ("content-type", "multipart/form-data; boundary=x"),
    ] {
        request = request.header(name, value);
    }
    let sent = request.send(&with_file(&who.form_token(), file)[..]);
    let mut answer = sent.expect("the server answers");
    let text = answer.body_mut().read_to_string().expect("text");
    (answer.status().as_u16(), text)
}

fn a_logo_is_made_anew(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Editor)));
    let path = format!("/organize/letters/{SLUG}/logo");
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x()\"/>";
    let (status, text) = upload(&house, &ada, &path, svg);
    assert_eq!(status, 422);
    assert!(text.contains("Export it as a PNG"), "{text}");
    let (status, text) = upload(&house, &ada, &path, &vec![0; 5 << 20]);
    assert_eq!(status, 422);
    assert!(text.contains("larger than"), "{text}");
    let (status, _) = upload(&house, &ada, &path, &vec![0; 33 << 20]);
    assert_eq!(status, 413);
    let stranger = crew::member(&house, "Mallory", Some((own, Role::Press)));
    let (status, _) = upload(&house, &stranger, &path, svg);
    assert_eq!(status, 403);
    let query = "select count(*) from logos";
    assert_eq!(house.installation.number(query), 0);

    let (status, text) = upload(&house, &ada, &path, PIXEL);
    assert_eq!(status, 303, "{text}");
    let page = wait_for("the logo", Duration::from_secs(20), || {
        let page = house.visitor.get(&format!("/letters/{SLUG}"))?.text();
        page.contains("class=\"logo\"").then_some(page)
    });
    let source = page.split("class=\"logo\"><img src=\"").nth(1);
    let source = source
        .and_then(|rest| rest.split('"').next())
        .expect("a picture");
    let picture = house.visitor.get(source).expect("the server answers");
    assert_eq!(picture.status, 200);
    assert_eq!(picture.header("content-type"), Some("image/png"));
    assert!(picture.body.starts_with(b"\x89PNG"));
    let secret = picture.body.windows(6).any(|window| window == b"secret");
    assert!(!secret, "what the file said besides is gone");
    let gone = house.visitor.get(&source.replace(".png", "0.png"));
    assert_eq!(gone.expect("the server answers").status, 404);
    let removal = format!("{path}/removal");
    assert_eq!(ada.ask(&house, "POST", &removal, "").status, 303);
    assert_eq!(house.installation.number(query), 0);
}

fn what_is_too_long_is_not_saved_and_not_lost(base: Base) {
    let house = House::open_inside(base);
    let ada = begin(&house);
    let path = format!("{DESK}/texts/en");
    let revision = hidden(&ada.ask(&house, "GET", &path, ""), "revision");
    let body = format!("{}the end", "word ".repeat(20_000));
    let long = text(&revision, "Clean rivers", &body);
    let by_itself = ada.ask(&house, "POST", &format!("{path}/draft"), &long);
    assert_eq!((by_itself.status, &*by_itself.text()), (422, "{}"));
    let refused = ada.ask(&house, "POST", &path, &long);
    assert_eq!(refused.status, 422);
    let page = refused.text();
    for said in [
        "longer than 40,000 characters",
        "Nothing was saved yet",
        "word the end</textarea>",
    ] {
        assert!(page.contains(said), "{said}");
    }
    assert_eq!(hidden(&refused, "revision"), revision);
    let now = hidden(&ada.ask(&house, "GET", &path, ""), "revision");
    assert_eq!(now, revision, "nothing was saved");
}
