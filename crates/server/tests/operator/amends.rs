//! What signatories change afterwards: nothing comes back that was hidden, and nothing is recorded
//! that is not so. The judge is the record's verifier, over the bundle.

use std::io::Cursor;

use undersigned::acts::access::Moderator;
use undersigned::acts::correction::{self, Corrected};
use undersigned::acts::moderation::Vouching;
use undersigned::acts::{ActError, confirmation, link, moderation};
use undersigned::app::App;
use undersigned::model::submission::Public;
use undersigned::model::watch::Rule;
use undersigned::model::{Doubt, Kind, RawForm};
use undersigned::recorder::Published;
use undersigned::store::signatures::SignatureRow;
use undersigned::store::{contacts, mailbox, record};
use undersigned_record::Hash;
use undersigned_record::entry::{Act, Display, Entry, Proof};
use undersigned_record::opening::{Opening, contact_commitment};
use undersigned_record::verify::verify_bundle;

use super::place::{Place, SLUG};

on_both!(
    a_hidden_name_stays_hidden,
    a_second_held_correction_replaces_the_first,
    corrections_at_once_commit_to_all_contacts,
    hiding_keeps_a_country_that_waits,
    a_watched_name_is_held_wherever_it_stands,
    a_moderator_is_told_why,
    no_words_stand_beside_initials,
    who_is_held_can_go_back,
    what_changes_nothing_is_not_recorded,
    a_day_has_ten_corrections,
    a_level_ends_with_its_domain,
    a_rename_waits_where_somebody_vouched,
    words_follow_no_rename_unseen,
    a_second_organization_of_a_mailbox_waits,
    what_was_confirmed_is_not_declined,
);

/// A form as somebody fills it in.
fn form(name: &str, country: &str) -> RawForm {
    RawForm {
        kind: "individual".into(),
        name: name.into(),
        email: "ana@a.example".into(),
        country: country.into(),
        ..RawForm::default()
    }
}

fn individual(form: &RawForm) -> Public {
    let read = Public::parse(form, Kind::Individual, &"en".parse().unwrap());
    read.ok().unwrap()
}

fn letter(app: &App) -> std::sync::Arc<Published> {
    app.letters.by_slug(SLUG).unwrap()
}

async fn correct(app: &App, token: &str, form: &RawForm) -> Result<Corrected, ActError> {
    correction::correct(app, &letter(app), token, individual(form)).await
}

async fn hide(app: &App, token: &str) {
    let hidden = correction::hide(app, &letter(app), token).await;
    hidden.unwrap();
}

async fn shown(app: &App, token: &str) -> (SignatureRow, Opening) {
    match link::open(app, &letter(app), token).await.unwrap() {
        link::Opened::Signed(row, opening) => (*row, *opening),
        _ => panic!("it leads to no signature"),
    }
}

async fn held(app: &App) -> Vec<i64> {
    let held = moderation::held(app, &letter(app), moderation::ALL)
        .await
        .unwrap();
    held.iter().map(|held| held.id).collect()
}

/// What the entries from `first` on say.
async fn acts(app: &App, first: u64) -> Vec<Act> {
    let of = letter(app);
    let mut tx = app.store.read().await.unwrap();
    let entries = record::entries(&mut tx, of.letter.id, first, 10_000).await;
    let parse = |bytes: &Vec<u8>| Entry::parse(bytes).unwrap().act;
    entries.unwrap().iter().map(parse).collect()
}

/// A launched letter with one signature of Ana's; gives the key, her link and the record's size.
async fn signed(place: &Place, form: RawForm) -> (String, std::sync::Arc<App>, String, u64) {
    let vkey = place.launched().await;
    let app = place.open().await;
    let token = place.submit_form(&app, form).await;
    place.confirm(&app, &token).await;
    let size = place.sequence(&app).await.size;
    (vkey, app, token, size)
}

/// Records what waits, and has all of it judged.
async fn judge(place: &Place, app: &App, vkey: &str) {
    place.sequence(app).await;
    let bundle = place.bundle("judged.zip").await;
    std::fs::remove_file(place.file("judged.zip")).unwrap();
    let key = vkey.parse().unwrap();
    let report = verify_bundle(Cursor::new(&bundle), Some(&key), &mut |_| {});
    assert!(report.ok, "{:?}", report.problems);
    assert_eq!(report.figures.unwrap(), letter(app).head.figures);
}

async fn a_hidden_name_stays_hidden(place: Place) {
    let (vkey, app, token, _) = signed(&place, form("Ana", "DE")).await;
    let renamed = correct(&app, &token, &form("Ada Lovelace", "DE")).await;
    assert_eq!(renamed.unwrap(), Corrected::Held);
    let waiting = held(&app).await;
    assert_eq!(waiting.len(), 1);
    hide(&app, &token).await;
    assert!(held(&app).await.is_empty());
    let late =
        moderation::approve(&app, Moderator::Operator, &letter(&app), waiting[0], None).await;
    assert!(matches!(late, Err(ActError::NoLink)), "{late:?}");
    judge(&place, &app, &vkey).await;
    assert_eq!(shown(&app, &token).await.1.name, None);
}

async fn a_second_held_correction_replaces_the_first(place: Place) {
    let (vkey, app, token, _) = signed(&place, form("Ana", "DE")).await;
    for name in ["Ada Lovelace", "Ada King Lovelace"] {
        let renamed = correct(&app, &token, &form(name, "DE")).await;
        assert_eq!(renamed.unwrap(), Corrected::Held);
    }
    let waiting = held(&app).await;
    assert_eq!(waiting.len(), 1);
    let approved =
        moderation::approve(&app, Moderator::Operator, &letter(&app), waiting[0], None).await;
    approved.unwrap();
    judge(&place, &app, &vkey).await;
    let name = shown(&app, &token).await.1.name;
    assert_eq!(name.as_deref(), Some("Ada King Lovelace"));
}

async fn corrections_at_once_commit_to_all_contacts(place: Place) {
    let (vkey, app, token, _) = signed(&place, form("Ana", "DE")).await;
    let forms = ["FR", "ES", "IT", "SE", "PT", "AT"].map(|country| form("Ana", country));
    let all = forms.iter().map(|form| correct(&app, &token, form));
    for done in futures_util::future::join_all(all).await {
        assert_eq!(done.unwrap(), Corrected::Done);
    }
    judge(&place, &app, &vkey).await;
    let last = acts(&app, 0).await.into_iter().next_back();
    let Some(Act::Correct(last)) = last else {
        panic!("{last:?}");
    };
    let id = shown(&app, &token).await.0.id;
    let mut tx = app.store.read().await.unwrap();
    let files = contacts::files(&mut tx, id).await.unwrap();
    assert_eq!(files.len(), 7);
    let digests: Vec<Hash> = files.iter().map(|file| Hash::of(file)).collect();
    assert_eq!(last.contact, contact_commitment(&digests));
}

async fn hiding_keeps_a_country_that_waits(place: Place) {
    let (vkey, app, token, _) = signed(&place, form("Ana", "DE")).await;
    let moved = correct(&app, &token, &form("Ana", "FR")).await;
    assert_eq!(moved.unwrap(), Corrected::Done);
    hide(&app, &token).await;
    judge(&place, &app, &vkey).await;
    let (row, opening) = shown(&app, &token).await;
    assert_eq!((row.country.as_str(), opening.name), ("FR", None));
    let figures = letter(&app).head.figures.clone();
    assert_eq!(figures.by_country.get(&"FR".parse().unwrap()), Some(&1));
}

async fn a_watched_name_is_held_wherever_it_stands(place: Place) {
    let (_, app, token, _) = signed(&place, form("Ana", "DE")).await;
    let fields = [
        ("Ana", "", "The Ada Lovelace Fund"),
        ("Ana", "Heir of Ada Lovelace", ""),
        ("Ada", "", "Lovelace"),
    ];
    for (name, title, affiliation) in fields {
        let filled = RawForm {
            title: title.into(),
            affiliation: affiliation.into(),
            ..form(name, "DE")
        };
        let corrected = correct(&app, &token, &filled).await;
        assert_eq!(corrected.unwrap(), Corrected::Held);
        let filled = RawForm {
            email: "ben@b.example".into(),
            ..filled
        };
        let other = place.submit_form(&app, filled).await;
        let confirmed = confirmation::confirm(&app, &letter(&app), &other).await;
        assert_eq!(confirmed.unwrap(), confirmation::Confirmed::Held);
    }
}

async fn a_moderator_is_told_why(place: Place) {
    place.launched().await;
    let app = place.open().await;
    for (name, rule) in [
        ("LOVELACE, Ada", Rule::Exact),
        ("Аdа Lоvеlасе", Rule::LookAlike),
        ("Ada Lovelance", Rule::Near),
        ("Ада Лавлейс", Rule::OtherScript),
    ] {
        let token = place.submit_form(&app, form(name, "DE")).await;
        place.confirm(&app, &token).await;
        let held = moderation::held(&app, &letter(&app), moderation::ALL)
            .await
            .unwrap();
        let why = Doubt::Watched("Ada Lovelace".to_owned(), rule);
        assert_eq!(held.last().unwrap().doubts, [why], "{name}");
    }
    let company = RawForm {
        kind: "organization".into(),
        website: "https://o.example".into(),
        contact_name: "Ana".into(),
        contact_role: "Head".into(),
        authority: "yes".into(),
        ..form("An Organization", "DE")
    };
    let token = place.submit_form(&app, company).await;
    place.confirm(&app, &token).await;
    let held = moderation::held(&app, &letter(&app), moderation::ALL)
        .await
        .unwrap();
    assert_eq!(held.len(), 5);
    assert_eq!(held[4].doubts, [Doubt::Unproven]);
}

async fn no_words_stand_beside_initials(place: Place) {
    let quotable = RawForm {
        statement: "Hear me.".into(),
        ..form("Ana", "DE")
    };
    let (vkey, app, token, _) = signed(&place, quotable).await;
    let words = moderation::held_statements(&app, &letter(&app), moderation::ALL).await;
    let id = words.unwrap()[0].id;
    let initials = RawForm {
        display: "initials".into(),
        ..form("Ana", "DE")
    };
    correct(&app, &token, &initials).await.unwrap();
    let late =
        moderation::approve_statement(&app, Moderator::Operator, &letter(&app), id, true).await;
    assert!(matches!(late, Err(ActError::NoLink)), "{late:?}");
    judge(&place, &app, &vkey).await;

    // Words that are public already go with the name.
    let quotable = RawForm {
        statement: "Hear me, too.".into(),
        email: "ben@b.example".into(),
        ..form("Ben", "DE")
    };
    let ben = place.submit_form(&app, quotable).await;
    place.confirm(&app, &ben).await;
    let words = moderation::held_statements(&app, &letter(&app), moderation::ALL).await;
    let id = words.unwrap()[0].id;
    let approved =
        moderation::approve_statement(&app, Moderator::Operator, &letter(&app), id, true).await;
    approved.unwrap();
    let size = place.sequence(&app).await.size;
    let initials = RawForm {
        display: "initials".into(),
        ..form("Ben", "DE")
    };
    correct(&app, &ben, &initials).await.unwrap();
    judge(&place, &app, &vkey).await;
    let said = acts(&app, size).await;
    let taken_back =
        |act: &Act| matches!(act, Act::Statement { statement, .. } if statement.is_none());
    assert!(said.iter().any(taken_back), "{said:?}");
    assert_eq!(shown(&app, &ben).await.1.display, Display::Initials);
}

async fn who_is_held_can_go_back(place: Place) {
    place.launched().await;
    let app = place.open().await;
    let token = place.submit(&app, "Ada Lovelace").await;
    place.confirm(&app, &token).await;
    let of = letter(&app);
    let opened = link::open(&app, &of, &token).await.unwrap();
    let link::Opened::Held(row, _) = opened else {
        panic!("it is not held");
    };
    confirmation::decline(&app, &of, &token).await.unwrap();
    assert!(held(&app).await.is_empty());
    assert!(!place.leads_somewhere(&app, &token).await);
    let asked = mailbox::Asked {
        mail: 1,
        letter: row.letter,
        mailbox: &row.mailbox,
        person: &row.person,
    };
    let mut tx = app.store.read().await.unwrap();
    let standings = mailbox::standings(&mut tx, &[asked], (0, app.clock.now())).await;
    assert!(standings.unwrap()[&1].stopped.is_some());
}

async fn what_changes_nothing_is_not_recorded(place: Place) {
    let (vkey, app, token, size) = signed(&place, form("Ana", "DE")).await;
    let same = correct(&app, &token, &form("Ana", "DE")).await;
    assert_eq!(same.unwrap(), Corrected::Done);
    hide(&app, &token).await;
    hide(&app, &token).await;
    judge(&place, &app, &vkey).await;
    hide(&app, &token).await;
    judge(&place, &app, &vkey).await;
    assert_eq!(acts(&app, size).await.len(), 1);
}

async fn a_day_has_ten_corrections(place: Place) {
    let (vkey, app, token, size) = signed(&place, form("Ana", "DE")).await;
    for number in 0..10 {
        let name = format!("Ana {}", char::from(b'a' + number));
        correct(&app, &token, &form(&name, "DE")).await.unwrap();
    }
    let refused = correct(&app, &token, &form("Ana again", "DE")).await;
    // Ana's clock stood still while she corrected; it went on by a minute before.
    assert!(
        matches!(refused, Err(ActError::TooOften(seconds)) if seconds == 24 * 3600),
        "{refused:?}"
    );
    hide(&app, &token).await;
    judge(&place, &app, &vkey).await;
    assert_eq!(acts(&app, size).await.len(), 11);
    assert_eq!(shown(&app, &token).await.1.name, None);
    place.pass(24 * 3600);
    let next_day = correct(&app, &token, &form("Ana again", "DE")).await;
    assert_eq!(next_day.unwrap(), Corrected::Done);
}

async fn a_level_ends_with_its_domain(place: Place) {
    let organization = RawForm {
        kind: "organization".into(),
        email: "clerk@a.example".into(),
        website: "https://a.example".into(),
        contact_name: "Ana".into(),
        contact_role: "Clerk".into(),
        authority: "yes".into(),
        ..form("A", "DE")
    };
    let (vkey, app, token, size) = signed(&place, organization.clone()).await;
    assert_eq!(shown(&app, &token).await.0.level, Proof::Domain.as_str());
    for website in ["https://www.a.example/about", "https://b.example"] {
        let moved = RawForm {
            website: website.into(),
            ..organization.clone()
        };
        let moved = Public::parse(&moved, Kind::Organization, &"en".parse().unwrap());
        let moved = moved.ok().unwrap();
        let corrected = correction::correct(&app, &letter(&app), &token, moved).await;
        assert_eq!(corrected.unwrap(), Corrected::Held);
        let waiting = held(&app).await;
        let approved =
            moderation::approve(&app, Moderator::Operator, &letter(&app), waiting[0], None).await;
        approved.unwrap();
        place.sequence(&app).await;
    }
    judge(&place, &app, &vkey).await;
    let said = acts(&app, size).await;
    let [Act::Correct(_), Act::Level { level, .. }, Act::Correct(_)] = said.as_slice() else {
        panic!("{said:?}");
    };
    assert_eq!(*level, Proof::Mailbox);
    assert_eq!(shown(&app, &token).await.0.level, Proof::Mailbox.as_str());
}

async fn a_rename_waits_where_somebody_vouched(place: Place) {
    place.launched().await;
    let app = place.open().await;
    let token = place.submit(&app, "Ada Lovelace").await;
    place.confirm(&app, &token).await;
    let waiting = held(&app).await;
    let vouching = Vouching {
        note: "We have met her.".to_owned(),
        lang: "en".to_owned(),
    };
    let (by, letter) = (Moderator::Operator, letter(&app));
    let vouched = moderation::approve(&app, by, &letter, waiting[0], Some(vouching)).await;
    vouched.unwrap();
    place.sequence(&app).await;
    for changed in [
        form("Quirina Zzyx", "DE"),
        RawForm {
            title: "Nobel laureate".into(),
            ..form("Ada Lovelace", "DE")
        },
    ] {
        let renamed = correct(&app, &token, &changed).await;
        assert_eq!(renamed.unwrap(), Corrected::Held);
    }
    assert_eq!(
        shown(&app, &token).await.1.name.as_deref(),
        Some("Ada Lovelace")
    );
}

async fn words_follow_no_rename_unseen(place: Place) {
    let spoken = RawForm {
        statement: "Keys under the mat are for burglars.".into(),
        ..form("Ana", "DE")
    };
    let (vkey, app, token, _) = signed(&place, spoken).await;
    let renamed = correct(&app, &token, &form("Antonio", "DE")).await;
    assert_eq!(renamed.unwrap(), Corrected::Held);
    let moved = correct(&app, &token, &form("Ana", "FR")).await;
    assert_eq!(moved.unwrap(), Corrected::Done);
    judge(&place, &app, &vkey).await;
    assert_eq!(shown(&app, &token).await.1.name.as_deref(), Some("Ana"));
}

async fn a_second_organization_of_a_mailbox_waits(place: Place) {
    place.launched().await;
    let app = place.open().await;
    let organization = |name: &str| RawForm {
        kind: "organization".into(),
        name: name.into(),
        email: "office@a.example".into(),
        website: "https://a.example".into(),
        authority: "yes".into(),
        contact_name: "Ana".into(),
        contact_role: "Director".into(),
        ..form(name, "DE")
    };
    for (name, waiting) in [("First", 0), ("Second", 1), ("First", 1)] {
        let token = place.submit_form(&app, organization(name)).await;
        place.confirm(&app, &token).await;
        assert_eq!(held(&app).await.len(), waiting, "{name}");
    }
}

async fn what_was_confirmed_is_not_declined(place: Place) {
    let (_, app, token, _) = signed(&place, form("Ana", "DE")).await;
    let of = letter(&app);
    let declined = confirmation::decline(&app, &of, &token).await;
    assert!(matches!(declined, Err(ActError::NoLink)), "{declined:?}");
    let path = format!("/letters/{SLUG}/confirm/{token}");
    let page = place.post(&app, &path, "decision=decline").await;
    assert!(page.contains("it still stands"), "{page}");
    assert_eq!(shown(&app, &token).await.0.state, "live");
}
