use time::macros::datetime;

use super::*;

fn mail() -> Outgoing {
    Outgoing {
        to: "ana@example.org".to_owned(),
        subject: "Please confirm".to_owned(),
        text: "Somebody asked us.\nhttps://demo.example/confirm/abc\n".to_owned(),
        html: "<p>Somebody asked us.</p>".to_owned(),
        message_id: message_id([7; 16], "demo.example:8080"),
        list_unsubscribe: None,
        lang: "en".to_owned(),
        at: datetime!(2026-11-22 23:05 UTC),
        return_token: None,
    }
}

fn sender() -> Sender {
    Sender::new("letters@demo.example", Some("Open letters")).unwrap()
}

fn composed(mail: &Outgoing) -> String {
    let composed = compose(mail, &sender(), None).unwrap();
    String::from_utf8(composed.bytes().to_vec()).unwrap()
}

/// The header fields, unfolded.
fn fields(message: &str) -> Vec<String> {
    let head = message.split("\r\n\r\n").next().unwrap();
    head.replace("\r\n ", " ")
        .replace("\r\n\t", " ")
        .split("\r\n")
        .map(str::to_owned)
        .collect()
}

#[test]
fn header_fields_are_complete() {
    let message = composed(&mail());
    let fields = fields(&message);
    for field in [
        "From: \"Open letters\" <letters@demo.example>",
        "To: ana@example.org",
        "Subject: Please confirm",
        "Date: Sun, 22 Nov 2026 23:05:00 +0000",
        "Message-ID: <07070707070707070707070707070707@demo.example>",
        "Auto-Submitted: auto-generated",
        "Content-Language: en",
        "MIME-Version: 1.0",
    ] {
        assert!(
            fields.iter().any(|have| have == field),
            "{field} in {fields:#?}"
        );
    }
    assert!(!message.contains("List-Unsubscribe"));
}

#[test]
fn the_same_mail_gives_the_same_bytes() {
    assert_eq!(composed(&mail()), composed(&mail()));
    let other = Outgoing {
        message_id: message_id([8; 16], "demo.example"),
        ..mail()
    };
    assert_ne!(composed(&other), composed(&mail()));
}

#[test]
fn unsubscribing_takes_one_click_and_no_fold() {
    let url = format!("https://demo.example/quiet/{}", "x".repeat(300));
    let message = composed(&Outgoing {
        list_unsubscribe: Some(url.clone()),
        ..mail()
    });
    assert!(message.contains(&format!("\r\nList-Unsubscribe: <{url}>\r\n")));
    assert!(message.contains("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
}

#[test]
fn nothing_can_be_put_into_the_header() {
    let hostile = "Hello\r\nBcc: eve@example.org\r\n\r\nBody\u{2028}\u{0}\u{85}\u{202e}x";
    let mail = Outgoing {
        subject: hostile.to_owned(),
        ..mail()
    };
    let sender = Sender::new("letters@demo.example", Some(hostile)).unwrap();
    let composed = compose(&mail, &sender, None).unwrap();
    let message = String::from_utf8(composed.bytes().to_vec()).unwrap();
    let names: Vec<String> = fields(&message)
        .iter()
        .map(|field| field.split(':').next().unwrap().to_owned())
        .collect();
    assert_eq!(
        names,
        [
            "From",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "Auto-Submitted",
            "Content-Language",
            "MIME-Version",
            "Content-Type"
        ]
    );
}

#[test]
fn hostile_fields_are_refused() {
    let base = mail();
    let cases = [
        (
            Outgoing {
                message_id: "a@b>\r\nBcc: e@e.example".into(),
                ..base.clone()
            },
            "Message-ID",
        ),
        (
            Outgoing {
                message_id: String::new(),
                ..base.clone()
            },
            "Message-ID",
        ),
        (
            Outgoing {
                lang: "en\r\nBcc: e@e.example".into(),
                ..base.clone()
            },
            "Content-Language",
        ),
        (
            Outgoing {
                list_unsubscribe: Some("https://a.example/ x".into()),
                ..base.clone()
            },
            "List-Unsubscribe",
        ),
    ];
    for (mail, field) in cases {
        let refused = compose(&mail, &sender(), None).err();
        assert_eq!(refused, Some(ComposeError::Field(field)));
    }
    let mail = Outgoing {
        to: "ana@example.org\r\nBcc: e@e.example".into(),
        ..base
    };
    let refused = compose(&mail, &sender(), None).err();
    assert_eq!(
        refused,
        Some(ComposeError::Recipient(AddressError::Malformed))
    );
}

#[test]
fn subjects_of_any_length_and_script_stay_within_the_line() {
    for subject in [
        "يرجى التأكيد ".repeat(40),
        "Bitte bestätigen ".repeat(40),
        "x".repeat(700),
    ] {
        let message = composed(&Outgoing { subject, ..mail() });
        assert!(message.is_ascii());
        assert!(message.split("\r\n").all(|line| line.len() <= 998));
    }
}

#[test]
fn bodies_of_any_script_cross_as_ascii() {
    let text = "Jemand hat unterschrieben — «أحدهم»\n.\n..\nFrom here\n".to_owned();
    let message = composed(&Outgoing {
        text,
        html: "<p>أحدهم</p>".repeat(200),
        ..mail()
    });
    assert!(message.is_ascii());
    assert!(
        message
            .split("\r\n")
            .all(|line| line.len() <= 998 && !line.contains('\n'))
    );
}

#[test]
fn only_unicode_local_parts_need_smtputf8() {
    for (to, needs) in [
        ("ana@example.org", false),
        ("ana@bücher.example", false),
        ("jürgen@example.org", true),
        ("\"john doe\"@example.org", false),
    ] {
        let mail = Outgoing {
            to: to.to_owned(),
            ..mail()
        };
        assert_eq!(
            compose(&mail, &sender(), None).unwrap().needs_utf8(),
            needs,
            "{to}"
        );
    }
}

#[test]
fn debug_output_keeps_the_mail_to_itself() {
    let printed = format!("{:?}", mail());
    assert_eq!(printed, "Outgoing { lang: \"en\", .. }");
}
