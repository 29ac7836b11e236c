//! The mail server, and a mail to whoever asks for one.

use std::fs;

use undersigned_testbed::{LoginServer, free_port};

use super::world::World;
use crate::place::Place;

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_server_that_takes_none() {
    let mut world = World::good(Place::sqlite()).await;
    world.assert("mail-server", "good", "takes mail from here");
    let (tls, plain) = (world.mail.tls_port(), world.mail.port());
    let port = |port: u16| format!("port = {port}");
    world.set(&port(tls), &port(plain));
    world.assert("mail-server", "wrong", "speaks no TLS");
    world.set(&port(plain), &port(free_port()));
    world.assert("mail-server", "wrong", "nobody answers at 127.0.0.1:");
    world.set_line("port = ", &port(tls));
    world.set_line("ca_file", "");
    world.assert("mail-server", "wrong", "an authority that is not trusted");
    let password = world.place.file("password");
    fs::write(&password, "a secret that nobody may see\n").unwrap();
    let server = LoginServer::start("letters", "another");
    let login = format!(
        "ca_file = \"{}\"\nsecurity = \"starttls\"\nusername = \"letters\"\npassword_file = \"{}\"",
        server.ca_file().display(),
        password.display()
    );
    let at = port(server.port());
    world.set(&port(tls), &format!("{at}\n{login}"));
    world.assert("mail-server", "wrong", "refuses the login (code 535)");
    let (_, report) = world.look();
    assert!(!report.to_string().contains("nobody may see"), "{report}");
    fs::write(&password, "another\n").unwrap();
    let (verdict, said) = world.of("mail-server");
    assert!(said.contains("and the login works"), "{verdict} {said}");
    fs::remove_file(&password).unwrap();
    world.assert("mail-server", "wrong", "mail.password_file");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_mail_server_nobody_signs() {
    let mut world = World::new(Place::sqlite()).await;
    let text = fs::read_to_string(world.place.file("undersigned.toml")).unwrap();
    let (before, rest) = text.split_once("\n[mail]").unwrap();
    let after = rest.split_once("[proof]").unwrap().1;
    fs::write(
        world.place.file("undersigned.toml"),
        format!("{before}\n[proof]{after}"),
    )
    .unwrap();
    world.server = None;
    world.assert("mail-server", "wrong", "nobody can confirm a signature");
    for part in ["spf", "dkim", "dmarc", "mx", "reverse-dns"] {
        world.assert(part, "not-needed", "no mail server is configured");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_is_sent_only_where_one_is_asked_for() {
    let world = World::good(Place::sqlite()).await;
    assert_eq!(world.mail.messages().len(), 0);
    let run = |to: &str| {
        let mut command = world.place.command();
        let output = command.args(["doctor", "--mail-to", to]).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let said = run("ops@partner.example");
    assert!(
        said.contains("a mail to ops@partner.example was taken"),
        "{said}"
    );
    let mail = world.mail.wait_for("ops@partner.example");
    assert!(mail.text().contains("test mail"), "{}", mail.text());
    let said = run("unknown@partner.example");
    assert!(said.contains("was refused (code 550)"), "{said}");
    assert_eq!(world.mail.messages().len(), 1);
}
