//! SPF, DKIM, DMARC, MX and reverse DNS, spoiled one after the other.

use super::world::{World, ZONE, openssl, record};
use crate::place::Place;

const SPF: &str = "@ TXT \"v=spf1 ip4:192.0.2.1 -all\"";
const DMARC: &str = "_dmarc TXT \"v=DMARC1; p=reject\"";

#[tokio::test(flavor = "multi_thread")]
async fn spf() {
    let mut world = World::new(Place::sqlite()).await;
    let mut says = |record: &str, verdict: &str, words: &str| {
        world.names.replace(&format!("{ZONE}{record}"));
        world.assert("spf", verdict, words);
    };
    says(SPF, "good", "lets 192.0.2.1 send");
    says("@ TXT \"other\"", "wrong", "has no SPF record");
    says(
        "@ TXT \"v=spf1 a:mail.h.example ~all\"",
        "good",
        "lets 192.0.2.1 send",
    );
    // By way of others.
    says(
        "@ TXT \"v=spf1 include:one.h.example -all\"\none TXT \"v=spf1 redirect=two.h.example\"\n\
         two TXT \"v=spf1 ip4:192.0.2.1 -all\"",
        "good",
        "lets 192.0.2.1 send",
    );
    says(
        "@ TXT \"v=spf1 ip4:192.0.2.9 -all\"",
        "wrong",
        "v=spf1 ip4:192.0.2.9 ip4:192.0.2.1 -all",
    );
    says(
        "@ TXT \"v=spf1 ip4:192.0.2.1 +all\"",
        "wrong",
        "lets everybody send",
    );
    says(
        "@ TXT \"v=spf1 ip4:192.0.2.1\"",
        "warning",
        "forbids nobody",
    );
    says(
        "@ TXT \"v=spf1 ip5:192.0.2.1 -all\"",
        "wrong",
        "has a mistake in it",
    );
    says(
        "@ TXT \"v=spf1 include:gone.h.example -all\"",
        "wrong",
        "followed to its end",
    );
    says(
        "@ TXT \"v=spf1 mx -all\"\n@ TXT \"v=spf1 ip4:192.0.2.1 -all\"",
        "wrong",
        "v=spf1 mx ip4:192.0.2.1 -all",
    );
    let many: Vec<_> = (1..=11)
        .map(|number| format!("a:n{number}.h.example"))
        .collect();
    let many = many.join(" ");
    says(
        &format!("@ TXT \"v=spf1 ip4:192.0.2.1 {many} -all\""),
        "wrong",
        "takes 11 lookups",
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn spf_is_about_where_mails_leave() {
    let mut world = World::new(Place::sqlite()).await;
    world.names.replace(&format!("{ZONE}{SPF}"));
    world.set_line("sends_from", "");
    // On this machine: the site's addresses, and these are no public ones.
    for part in ["spf", "reverse-dns"] {
        world.assert(part, "not-checked", "sends_from = [");
    }
    let host = world.set_line("host = \"127", "host = \"mail.h.example\"");
    world
        .names
        .replace(&format!("{ZONE}mail A 9.9.9.9\n{SPF}").replace("mail A 192.0.2.1\n", ""));
    world.assert("spf", "wrong", "v=spf1 ip4:192.0.2.1 a:mail.h.example -all");
    world.set(
        &world.line("host = \"mail"),
        &host.replace("127.0.0.1", "mail.provider.example"),
    );
    world.assert("spf", "not-checked", "mail.provider.example");
}

#[tokio::test(flavor = "multi_thread")]
async fn dkim() {
    let mut world = World::new(Place::sqlite()).await;
    let (_, report) = world.look();
    let ours = record(&report, "dkim");
    let mut says = |record: &str, verdict: &str, words: &str| {
        world.names.replace(&format!("{ZONE}{record}"));
        world.assert("dkim", verdict, words);
    };
    says(&ours, "good", "a signed mail verifies");
    says(
        &ours.replace("v=DKIM1; k=rsa;", "k=rsa; t=y;"),
        "warning",
        "it is a test",
    );
    says(
        &ours.replace("v=DKIM1; k=rsa;", "k=ed25519;"),
        "wrong",
        "the tags k=, h= or s=",
    );
    says(
        &ours.replace("v=DKIM1; k=rsa;", "k=rsa; h=sha1;"),
        "wrong",
        "the tags k=, h= or s=",
    );
    says(
        &format!("{ours}\n{}", ours.replace("p=MII", "p=MIJ")),
        "wrong",
        "has 2 records",
    );
    says(
        "u2026._domainkey TXT \"v=DKIM1; p=\"",
        "wrong",
        "is revoked",
    );
    says("", "wrong", "has no record");
    let other = openssl(&["genrsa", "2048"]);
    let file = world.place.file("other.pem");
    std::fs::write(&file, other).unwrap();
    world.names.replace(&format!("{ZONE}{ours}"));
    world.set_line("key_file", &format!("key_file = \"{}\"", file.display()));
    super::files::chmod("600", &file);
    world.assert("dkim", "wrong", "has another key than");
    // What it says then makes it good again; with Ed25519 as well.
    for key in [
        &["genrsa", "3072"][..],
        &["genpkey", "-algorithm", "ed25519"],
    ] {
        std::fs::write(&file, openssl(key)).unwrap();
        let (_, report) = world.look();
        world
            .names
            .replace(&format!("{ZONE}{}", record(&report, "dkim")));
        world.assert("dkim", "good", "a signed mail verifies");
    }
    super::files::chmod("604", &file);
    world.assert("dkim", "wrong", "everybody on this machine may read");
    std::fs::write(&file, openssl(&["genrsa", "1024"])).unwrap();
    world.assert("dkim", "wrong", "openssl genrsa");
    std::fs::remove_file(&file).unwrap();
    world.assert("dkim", "wrong", "No such file");
    world.set_line(
        "key_file",
        "key_file = \"/run/credentials/no.service/dkim.pem\"",
    );
    world.assert("dkim", "not-checked", "while the service runs");
    let text = world.line("[mail.dkim]");
    world.set(&text, "");
    for begins in ["domain =", "selector =", "key_file ="] {
        world.set_line(begins, "");
    }
    world.assert(
        "dkim",
        "not-needed",
        "the mail server must sign for h.example",
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn dmarc_and_where_mails_come_back() {
    let mut world = World::new(Place::sqlite()).await;
    let mut says = |part: &str, record: &str, verdict: &str, words: &str| {
        world.names.replace(record);
        world.assert(part, verdict, words);
    };
    let with = |record: &str| format!("{ZONE}{record}");
    says("dmarc", &with(DMARC), "good", "says reject");
    says(
        "dmarc",
        &with("_dmarc TXT \"v=DMARC1; p=none\""),
        "warning",
        "p=none",
    );
    says(
        "dmarc",
        &with(&format!("{DMARC}\n_dmarc TXT \"v=DMARC1; p=none\"")),
        "wrong",
        "several",
    );
    says(
        "dmarc",
        &with("_dmarc TXT \"v=DMARC1; p=reject; adkim=x\""),
        "wrong",
        "a mistake",
    );
    says(
        "dmarc",
        &with("_dmarc TXT \"v=DMARC1; p=reject; ruf=mailto:a@h.example\""),
        "warning",
        "failure reports",
    );
    says("mx", &with(""), "good", "go to mail.h.example");
    says("mx", "@ A 127.0.0.1\n@ MX 0 .", "wrong", "takes no mail");
    says(
        "mx",
        "@ A 127.0.0.1\n@ MX 10 gone",
        "wrong",
        "which has no address",
    );
    says("mx", "www A 192.0.2.1", "wrong", "it has no MX record");
    says(
        "site",
        "www A 192.0.2.1",
        "wrong",
        "h.example has no address",
    );
    says(
        "reverse-dns",
        &with(""),
        "good",
        "192.0.2.1 is mail.h.example",
    );
    says(
        "reverse-dns",
        "mail A 127.0.0.9",
        "wrong",
        "does not lead back",
    );
    world.set_line("sends_from", "sends_from = [\"192.0.2.7\"]");
    world.assert("reverse-dns", "wrong", "192.0.2.7 has no name");
    // The sender's domain below the one with the record, and signatures of another.
    world.names.replace(&with(
        "_dmarc TXT \"v=DMARC1; p=reject; sp=none; aspf=s; adkim=s\"",
    ));
    world.set_line("from = ", "from = \"letters@post.h.example\"");
    let (_, report) = world.look();
    let (verdict, said) = super::world::said_of(&report, "dmarc");
    assert!(
        verdict == "wrong" && said.contains("neither DKIM nor SPF"),
        "{said}"
    );
    assert!(said.contains("_dmarc.h.example says p=none"), "{said}");
}
