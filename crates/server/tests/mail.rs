//! Mail against real mail servers.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "mail/scripted.rs"]
mod scripted;

use std::time::Duration;

use time::OffsetDateTime;
use undersigned::mail::{Outgoing, Security, SendError, Smtp, SmtpSettings, Transport, message_id};
use undersigned_testbed::{LoginServer, SmtpSink};

fn settings(port: u16, security: Security) -> SmtpSettings {
    SmtpSettings {
        host: "127.0.0.1".to_owned(),
        port: Some(port),
        security,
        username: None,
        password: None,
        password_file: None,
        from: "letters@demo.example".to_owned(),
        from_name: Some("Open letters".to_owned()),
        bounces: None,
        ehlo_name: None,
        pool: 2,
        timeout_s: 20,
        ca_file: None,
        dkim: None,
    }
}

fn starttls(sink: &SmtpSink) -> SmtpSettings {
    SmtpSettings {
        ca_file: Some(sink.ca_file()),
        ..settings(sink.port(), Security::Starttls)
    }
}

fn transport(settings: &SmtpSettings) -> Transport {
    Transport::Smtp(Smtp::new(settings).unwrap())
}

fn mail(to: &str) -> Outgoing {
    let mut random = [0; 16];
    getrandom::fill(&mut random).unwrap();
    Outgoing {
        to: to.to_owned(),
        subject: "Please confirm".to_owned(),
        text: "Somebody asked us to write.\n\nhttps://demo.example/confirm/abc\n".to_owned(),
        html: "<p>Somebody asked us to write.</p>".to_owned(),
        message_id: message_id(random, "demo.example"),
        list_unsubscribe: None,
        lang: "en".to_owned(),
        at: OffsetDateTime::now_utc(),
        return_token: None,
    }
}

#[tokio::test]
async fn a_mail_arrives_as_it_was_written() {
    let sink = SmtpSink::start();
    let arabic = "يرجى تأكيد توقيعك على الرسالة المفتوحة ".repeat(8);
    let outgoing = Outgoing {
        subject: arabic.trim().to_owned(),
        text: "مرحبا\n.\n..\nFrom the start\nhttps://demo.example/confirm/abc?x=1&y=2\n".to_owned(),
        html: format!("<p dir=rtl>{}</p>", "مرحبا ".repeat(300)),
        list_unsubscribe: Some("https://demo.example/quiet/abc".to_owned()),
        lang: "ar".to_owned(),
        ..mail("ana@example.org")
    };
    transport(&starttls(&sink))
        .send(outgoing.clone())
        .await
        .unwrap();
    let message = sink.wait_for("ana@example.org");
    assert_eq!(message.subject(), outgoing.subject);
    assert_eq!(
        message.text().replace("\r\n", "\n").trim_end(),
        outgoing.text.trim_end()
    );
    assert_eq!(message.html().trim_end(), outgoing.html);
    for (field, value) in [
        ("From", "\"Open letters\" <letters@demo.example>"),
        ("Message-ID", &format!("<{}>", outgoing.message_id)),
        ("Auto-Submitted", "auto-generated"),
        ("Content-Language", "ar"),
        ("List-Unsubscribe", "<https://demo.example/quiet/abc>"),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        ("Return-Path", "<letters@demo.example>"),
    ] {
        assert_eq!(message.field(field).as_deref(), Some(value), "{field}");
    }
}

#[tokio::test]
async fn addresses_of_every_kind_are_reached() {
    let sink = SmtpSink::start();
    let transport = transport(&starttls(&sink));
    for (given, envelope) in [
        ("jürgen@bücher.example", "jürgen@xn--bcher-kva.example"),
        ("用户@例子.example", "用户@xn--fsqu00a.example"),
        ("ana.b+letters@example.org", "ana.b+letters@example.org"),
        ("\"john doe\"@example.org", "\"john doe\"@example.org"),
        ("o'hara@example.org", "o'hara@example.org"),
    ] {
        assert_eq!(transport.send(mail(given)).await, Ok(()), "{given}");
        let _ = sink.wait_for(envelope);
    }
}

#[tokio::test]
async fn both_kinds_of_tls_work_and_a_stranger_s_certificate_does_not() {
    let sink = SmtpSink::start();
    let wrapped = SmtpSettings {
        ca_file: Some(sink.ca_file()),
        ..settings(sink.tls_port(), Security::Tls)
    };
    transport(&wrapped)
        .send(mail("wrapped@example.org"))
        .await
        .unwrap();
    let _ = sink.wait_for("wrapped@example.org");
    for untrusting in [
        settings(sink.port(), Security::Starttls),
        settings(sink.tls_port(), Security::Tls),
    ] {
        let refused = transport(&untrusting)
            .send(mail("untrusted@example.org"))
            .await;
        assert_eq!(refused, Err(SendError::Transient { code: None }));
    }
    assert_eq!(sink.messages().len(), 1);
}

#[tokio::test]
async fn refusals_are_told_apart() {
    let sink = SmtpSink::start();
    let transport = transport(&starttls(&sink));
    for (to, subject, expected) in [
        (
            "unknown@example.org",
            "Hello",
            SendError::Permanent { code: 550 },
        ),
        (
            "busy@example.org",
            "Hello",
            SendError::Transient { code: Some(450) },
        ),
        (
            "policy@example.org",
            "Hello",
            SendError::Transient { code: Some(554) },
        ),
        (
            "ana@example.org",
            "refuse-this",
            SendError::Permanent { code: 550 },
        ),
        ("nobody", "Hello", SendError::Permanent { code: 553 }),
    ] {
        let refused = transport
            .send(Outgoing {
                subject: subject.to_owned(),
                ..mail(to)
            })
            .await;
        assert_eq!(refused, Err(expected), "{to}");
        let printed = format!("{expected} {expected:?}");
        assert!(
            !printed.contains('@') && !printed.contains("example"),
            "{printed}"
        );
    }
    // One address's refusal leaves the connection to the next.
    transport.send(mail("ana@example.org")).await.unwrap();
    let _ = sink.wait_for("ana@example.org");
    assert_eq!(sink.messages().len(), 1);
}

#[tokio::test]
async fn a_refused_sender_is_the_operators_affair() {
    let sink = SmtpSink::start();
    let stranger = SmtpSettings {
        from: "stranger@demo.example".to_owned(),
        ..starttls(&sink)
    };
    let refused = transport(&stranger).send(mail("ana@example.org")).await;
    assert_eq!(refused, Err(SendError::Transient { code: Some(553) }));
}

#[tokio::test]
async fn a_server_that_was_away_is_found_again() {
    let mut sink = SmtpSink::start();
    let transport = transport(&starttls(&sink));
    transport.send(mail("before@example.org")).await.unwrap();
    sink.take_down();
    let refused = transport.send(mail("while@example.org")).await;
    assert_eq!(refused, Err(SendError::Transient { code: None }));
    sink.bring_up();
    transport.send(mail("while@example.org")).await.unwrap();
    let _ = sink.wait_for("before@example.org");
    let _ = sink.wait_for("while@example.org");
}

#[tokio::test]
async fn a_connection_that_broke_while_idle_costs_nothing() {
    let mut sink = SmtpSink::start();
    let transport = transport(&starttls(&sink));
    transport.send(mail("before@example.org")).await.unwrap();
    sink.take_down();
    sink.bring_up();
    transport.send(mail("after@example.org")).await.unwrap();
    let _ = sink.wait_for("after@example.org");
}

#[tokio::test(flavor = "multi_thread")]
async fn many_mails_share_few_connections() {
    let sink = SmtpSink::start();
    let transport = transport(&starttls(&sink));
    let sends: Vec<_> = (0..100)
        .map(|n| {
            let transport = transport.clone();
            tokio::spawn(async move { transport.send(mail(&format!("p{n}@example.org"))).await })
        })
        .collect();
    for send in sends {
        send.await.unwrap().unwrap();
    }
    assert_eq!(sink.wait_for_count(100, Duration::from_secs(30)), 100);
    let connections = sink
        .log()
        .matches("TLS connection established from")
        .count();
    assert!(connections <= 2, "{connections} connections");
}

#[tokio::test]
async fn logging_in_takes_the_right_password() {
    let server = LoginServer::start("letters", "correct horse");
    let right = SmtpSettings {
        username: Some("letters".to_owned()),
        password: Some("correct horse".to_owned()),
        ca_file: Some(server.ca_file()),
        ..settings(server.port(), Security::Starttls)
    };
    transport(&right)
        .send(mail("ana@example.org"))
        .await
        .unwrap();
    assert_eq!(server.accepted(), ["accepted letters ana@example.org"]);

    let wrong = SmtpSettings {
        password: Some("wrong".to_owned()),
        ..right.clone()
    };
    let refused = transport(&wrong).send(mail("ana@example.org")).await;
    assert_eq!(refused, Err(SendError::Transient { code: Some(535) }));

    // This server speaks no SMTPUTF8.
    let refused = transport(&right).send(mail("jürgen@example.org")).await;
    assert_eq!(refused, Err(SendError::Permanent { code: 553 }));
    assert_eq!(server.accepted().len(), 1);
}

#[tokio::test]
async fn a_password_can_stand_in_a_file() {
    let server = LoginServer::start("letters", "correct horse");
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("password");
    std::fs::write(&file, "correct horse\n").unwrap();
    let from_file = SmtpSettings {
        username: Some("letters".to_owned()),
        password_file: Some(file),
        ca_file: Some(server.ca_file()),
        ..settings(server.port(), Security::Starttls)
    };
    transport(&from_file)
        .send(mail("ana@example.org"))
        .await
        .unwrap();
    assert_eq!(server.accepted().len(), 1);
}

#[tokio::test]
async fn without_starttls_not_a_word_of_the_mail_leaves() {
    let server = scripted::Scripted::start(&["220 hello", "250 no extensions"]).await;
    let refused = transport(&settings(server.port(), Security::Starttls))
        .send(mail("ana@example.org"))
        .await;
    assert_eq!(refused, Err(SendError::Transient { code: None }));
    let heard = server.heard();
    assert!(heard.starts_with("EHLO demo.example\r\n"), "{heard}");
    assert!(!heard.contains("MAIL") && !heard.contains("ana"), "{heard}");
}

#[tokio::test]
async fn a_silent_server_is_not_waited_for_for_ever() {
    let server = scripted::Scripted::start(&[]).await;
    let hasty = SmtpSettings {
        timeout_s: 1,
        ..settings(server.port(), Security::None)
    };
    let transport = transport(&hasty);
    let sending = transport.send(mail("a@b.example"));
    let outcome = tokio::time::timeout(Duration::from_secs(10), sending)
        .await
        .unwrap();
    assert_eq!(outcome, Err(SendError::Transient { code: None }));
}

#[tokio::test]
async fn a_server_that_hangs_up_after_the_mail_leaves_it_to_be_tried_again() {
    let replies = [
        "220 hello",
        "250 hello",
        "250 sender",
        "250 recipient",
        "354 go on",
        "hang up",
    ];
    let server = scripted::Scripted::start(&replies).await;
    let outcome = transport(&settings(server.port(), Security::None))
        .send(mail("ana@example.org"))
        .await;
    assert_eq!(outcome, Err(SendError::Transient { code: None }));
    assert!(server.heard().contains("RCPT TO:<ana@example.org>"));
}
