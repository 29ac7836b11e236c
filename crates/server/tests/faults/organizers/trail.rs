//! The trail: every form leaves a line, no line says what was not done, and each stays where it
//! belongs.

use undersigned::l10n::Lang;
use undersigned::model::Role;
use undersigned::store::founder_tables;

use super::crew::{self, Member};
use super::deeds::{SILENT, Stage};
use super::drafted::{Drafted, SECRET};
use crate::harness::{Base, House, Inside, SLUG, on_both, wait_for};

on_both!(
    every_form_leaves_a_line,
    what_was_not_done_leaves_no_line,
    lines_say_to_what,
    lines_stay_with_their_letter,
    commands_leave_lines_too,
    lines_are_in_the_reader_s_language,
);

const LINES: &str = "select count(*) from trail";
/// Ids grow: a deletion takes more lines than it leaves.
const NEWEST: &str = "select max(id) from trail";

fn every_form_leaves_a_line(base: Base) {
    let stage = Stage::set(base);
    let house = &stage.house;
    for route in Stage::routes() {
        let deed = stage.deed(&route);
        let before = house.installation.number(NEWEST);
        let answer = deed.send(house);
        assert!(
            matches!(answer.status, 200 | 303),
            "{route:?}: {} {}",
            answer.status,
            answer.text()
        );
        let after = house.installation.number(NEWEST);
        assert!(after > before, "{route:?} leaves no line");
    }
    let routes = undersigned::http::organizers_routes();
    for (path, _) in SILENT {
        let known = routes
            .iter()
            .any(|of| of.method == "POST" && of.path == path);
        assert!(known, "{path} is no route");
    }
}

/// The newest page of a letter's trail as CSV, without its head.
fn lines(house: &House<Inside>, who: &Member, slug: &str) -> Vec<String> {
    let path = format!("/organize/letters/{slug}/trail.csv");
    let csv = who.ask(house, "GET", &path, "");
    assert_eq!(csv.status, 200, "{}", csv.text());
    let text = csv.text();
    text.lines().skip(1).map(str::to_owned).collect()
}

fn what_was_not_done_leaves_no_line(base: Base) {
    let house = House::open_inside(base);
    let of = Drafted::new(&house);
    let ana = "kind=individual&name=Ana&email=ana%40a.example&country=ES";
    assert_eq!(of.post(&house, "/founders", ana).status, 303);
    let before = house.installation.number(LINES);
    let known = of.post(&house, "/founders", ana);
    assert_eq!(known.status, 422, "on the list already");
    let reminded = of.post(&house, "/founders/reminders", "");
    assert_eq!(reminded.status, 303, "nobody was invited yet");
    assert_eq!(house.installation.number(LINES), before);
    assert_eq!(of.post(&house, "/founders/invitations", "").status, 303);
    assert_eq!(house.installation.number(LINES), before + 1);
    assert_eq!(of.post(&house, "/founders/invitations", "").status, 303);
    assert_eq!(
        house.installation.number(LINES),
        before + 1,
        "nobody was left to invite"
    );
}

/// The end of a letter's newest line about an act.
fn newest(house: &House<Inside>, who: &Member, slug: &str, act: &str) -> String {
    let lines = lines(house, who, slug);
    let mark = format!(",{act},");
    let found = lines.iter().rev().find_map(|line| line.split_once(&mark));
    let (_, what) = found.unwrap_or_else(|| panic!("no {act} in {lines:#?}"));
    what.to_owned()
}

fn lines_say_to_what(base: Base) {
    let stage = Stage::set(base);
    let (house, of) = (&stage.house, &stage.of);
    let ola = crew::member(house, "Ola", Some((of.letter.id, Role::Owner)));
    let bare = |of: &str| of.trim_end().parse::<i64>().is_ok();
    let route = |end: &str| {
        let mut routes = Stage::routes().into_iter();
        let found = routes.find(|route| route.path.ends_with(end));
        found.unwrap_or_else(|| panic!("no route {end}"))
    };
    for (end, act) in [
        ("/founders", "founders-listed"),
        ("/founders/{id}/mail", "founders-invited"),
        ("/founders/{id}/statement", "statement-refused"),
        ("/founders/{id}/removal", "founder-removed"),
        ("/founders/spreadsheets", "spreadsheet-brought"),
        ("/spreadsheets/{id}/columns", "spreadsheet-mapped"),
        ("/spreadsheets/{id}/others", "spreadsheet-told-apart"),
        ("/spreadsheets/{id}/removal", "spreadsheet-discarded"),
    ] {
        let answer = stage.deed(&route(end)).send(house);
        assert_eq!(answer.status, 303, "{end}: {}", answer.text());
        let what = newest(house, &ola, SECRET, act);
        let number = what.strip_prefix("number=");
        assert!(number.is_some_and(bare), "{act} says {what}");
    }
    let other = crew::letter(house, crew::OTHER);
    let olga = crew::member(house, "Olga", Some((other, Role::Owner)));
    let settings = "/organize/letters/another-letter/settings";
    let form = |revision: usize, contact: &str, watched: &str| {
        format!(
            "revision={revision}&offered-en=yes&offered-es=yes&default=en&closing=2099-06-30\
             &retention=2099-12-31&name-1=Rivers&contact-1={contact}&watched={watched}"
        )
    };
    for (form, said) in [
        (form(0, "a%40a.example", ""), ""),
        (form(1, "b%40b.example", ""), "setting=contact"),
        (form(2, "b%40b.example", "Ada+Minister"), "setting=watched"),
    ] {
        let saved = olga.ask(house, "POST", settings, &form);
        assert_eq!(saved.status, 303, "{}", saved.text());
        let what = newest(house, &olga, crew::OTHER, "settings-changed");
        assert!(said.is_empty() || what == said, "{what} is not {said}");
    }
    let deed = stage.deed(&route("/translation/{token}"));
    assert_eq!(deed.send(house).status, 303);
    let what = newest(house, &olga, crew::OTHER, "text-saved");
    assert_eq!(what, "language=es; translator=Tara", "whose link it was");
    a_spreadsheet_says_what_it_brought(&stage, &ola);
}

fn a_spreadsheet_says_what_it_brought(stage: &Stage, ola: &Member) {
    let (house, of) = (&stage.house, &stage.of);
    let sheet = "paste=name%2Ccountry%2Cemail%2Ckind%0ABob%2CDE%2Cb%40b.example%2Cindividual%0A\
                 Eve%2CDE%2Ce%40e.example%2Cindividual%0ABob%2CDE%2Cx%40x.example%2Cindividual";
    let brought = of.post(house, "/founders/spreadsheets", sheet);
    let path = brought.header("location").expect("a way on").to_owned();
    let path = path.split('?').next().unwrap_or_default();
    let columns = "revision=0&column-0=name&column-1=country&column-2=email&column-3=kind";
    let post = |rest: &str, form: &str| {
        let answer = of.editor.ask(house, "POST", &format!("{path}{rest}"), form);
        assert_eq!(answer.status, 303, "{}", answer.text());
    };
    let state = |wanted: &str| {
        wait_for(wanted, std::time::Duration::from_secs(30), || {
            let letter = of.letter.id;
            let all = crew::write(house, move |tx| {
                Box::pin(founder_tables::of_letter(tx, letter))
            });
            (all[0].state == wanted).then_some(all[0].id)
        })
    };
    post("/columns", columns);
    state("checked");
    post("/import", "revision=1");
    let id = state("done");
    let what = newest(house, ola, SECRET, "founders-listed");
    assert_eq!(
        what,
        format!("number={id}; count=2"),
        "as many as it brought"
    );
    let line = lines(house, ola, SECRET);
    let line = line
        .iter()
        .rev()
        .find(|line| line.contains("founders-listed"));
    assert!(line.expect("it is there").contains(",Eda Quill,"));
}

fn lines_stay_with_their_letter(base: Base) {
    let house = House::open_inside(base);
    crew::draft_another(&house);
    let (own, other) = (
        crew::letter(&house, SLUG),
        crew::letter(&house, crew::OTHER),
    );
    let ada = crew::member(&house, "Ada", Some((own, Role::Owner)));
    let olga = crew::member(&house, "Olga", Some((other, Role::Owner)));
    let bea = crew::member(&house, "Bea", Some((own, Role::Press)));
    let made = bea.ask(&house, "POST", "/organize/account/recovery-code", "");
    assert_eq!(made.status, 200, "{}", made.text());
    let says = |who: &Member, slug: &str| {
        let lines = lines(&house, who, slug);
        lines
            .iter()
            .any(|line| line.contains(",Bea,,recovery-code-made"))
    };
    assert!(says(&ada, SLUG));
    // Removed, and an organizer of another letter since.
    let path = format!("/organize/letters/{SLUG}/people/{}/removal", bea.id);
    assert_eq!(ada.ask(&house, "POST", &path, "").status, 303);
    let id = bea.id;
    crew::write(&house, move |tx| {
        Box::pin(undersigned::store::roles::set(tx, other, id, Role::Press))
    });
    assert!(says(&ada, SLUG), "what a removed organizer did stays");
    assert!(!says(&olga, crew::OTHER), "it was before they came");
}

fn commands_leave_lines_too(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Owner)));
    let lines = lines(&house, &ada, SLUG);
    for act in [
        "letter-imported,letter=security-for-all",
        "signatories-imported,count=",
        "launched,",
    ] {
        let by = format!(",(operator),security-for-all,{act}");
        assert!(
            lines.iter().any(|line| line.contains(&by)),
            "{act}: {lines:#?}"
        );
    }
    let before = house.installation.number(LINES);
    let out = ada.ask(&house, "POST", "/organize/sign-out", "");
    assert_eq!(out.status, 303);
    let signed_out = "select count(*) from trail where act = 'signed-out'";
    assert_eq!(house.installation.number(signed_out), 1);
    assert_eq!(house.installation.number(LINES), before + 1);
    let everything = house.installation.run(&["organizer", "trail"]);
    assert!(everything.contains(",Ada,,signed-out,"), "{everything}");
}

fn lines_are_in_the_reader_s_language(base: Base) {
    let house = House::open_inside(base);
    let own = crew::letter(&house, SLUG);
    let ada = crew::member(&house, "Ada", Some((own, Role::Owner)));
    let bea = crew::member(&house, "Bea", Some((own, Role::Press)));
    let path = format!("/organize/letters/{SLUG}/people/{}/role", bea.id);
    assert_eq!(ada.ask(&house, "POST", &path, "role=editor").status, 303);
    let removals = format!("/organize/letters/{SLUG}/removals");
    let entry = house
        .installation
        .number("select max(idx) from signatures where state = 'live'");
    let form = format!("entry={entry}&reason=repeated");
    assert_eq!(ada.ask(&house, "POST", &removals, &form).status, 303);
    for (lang, words) in [
        (
            Lang::En,
            [
                "before: <bdi>Press</bdi>",
                "the same signatory signed before",
            ],
        ),
        (Lang::Es, ["antes: <bdi>Prensa</bdi>", "motivo:"]),
        (Lang::Fr, ["avant : <bdi>Presse</bdi>", "motif :"]),
        (Lang::Ar, ["من قبل: <bdi>صحافة</bdi>", "السبب:"]),
    ] {
        let path = format!("/organize/letters/{SLUG}/trail?lang={}", lang.tag());
        let page = ada.ask(&house, "GET", &path, "").text();
        for word in words {
            assert!(page.contains(word), "{lang} {word}: {page}");
        }
        assert!(
            !page.contains("repeated"),
            "{lang}: no word of ours as it is stored"
        );
    }
}
