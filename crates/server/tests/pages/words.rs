//! Mails say what they must and no more; names of letters stay off locked screens.

use undersigned::l10n::{Direction, Lang, countries};

use crate::letter;
use crate::samples::Samples;

#[test]
fn individuals_mails_do_not_name_the_letter_on_locked_screens() {
    for lang in Lang::ALL {
        let front = letter::text(lang).front;
        for (name, mail) in Samples::new(lang).mails() {
            let first = mail.text.lines().next().unwrap_or_default();
            let visible = format!("{}\n{}\n{first}", mail.sender_name, mail.subject);
            let named = visible.contains(&front.title) || visible.contains(&front.from);
            let individual = matches!(name, "mail-confirm" | "mail-link" | "mail-question");
            assert_eq!(named, !individual, "{name}.{lang} shows:\n{visible}");
            assert!(
                mail.text.contains(&front.title),
                "{name}.{lang} doesn't say which letter"
            );
        }
    }
}

#[test]
fn mails_have_link_and_key_in_text_and_html() {
    for lang in Lang::ALL {
        for (name, mail) in Samples::new(lang).mails() {
            let alone = mail
                .text
                .lines()
                .filter(|line| line.starts_with("http://127.0.0.1:8080/"))
                .count();
            assert_eq!(alone, 1, "{name}.{lang} has its link on a line of its own");
            assert!(mail.html.matches("/confirm/").count() >= 2, "{name}.{lang}");
            assert_eq!(mail.html.matches("<h1").count(), 1, "{name}.{lang}");
            assert!(
                mail.text.contains("+3f9a1c2e+") && mail.html.contains("+3f9a1c2e+"),
                "{name}.{lang}"
            );
            assert!(
                !mail.subject.contains('\n') && !mail.sender_name.contains('\n'),
                "{name}.{lang}"
            );
            assert!(
                !mail.text.contains('['),
                "{name}.{lang} lacks a message:\n{}",
                mail.text
            );
        }
    }
}

#[test]
fn arabic_mails_isolate_what_runs_the_other_way() {
    let mails = Samples::new(Lang::Ar).mails();
    assert!(mails[0].1.text.contains("\u{2068}127.0.0.1:8080\u{2069}"));
    assert!(
        !Samples::new(Lang::En).mails()[0]
            .1
            .text
            .contains('\u{2068}')
    );
}

#[test]
fn countries_stand_in_the_readers_order() {
    let first = |lang| countries(lang).first().map(|country| country.code);
    assert_eq!(first(Lang::En), Some("AF"));
    assert_eq!(first(Lang::Fr), Some("AF"));
    let french: Vec<_> = countries(Lang::Fr)
        .iter()
        .map(|country| country.code)
        .collect();
    let place = |code| french.iter().position(|&c| c == code);
    assert!(place("EG") < place("ES"), "Égypte stands before Espagne");
    assert_eq!(Direction::of_tag("ar-EG"), Direction::Rtl);
}
