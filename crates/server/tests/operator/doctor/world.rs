//! The world around an installation, as good as can be; tests spoil it.

use std::fs;
use std::net::UdpSocket;
use std::path::PathBuf;
use std::process::Command;
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::Value;
use undersigned_testbed::{Disk, NameServer, Server, SmtpSink, TlsProxy};

use crate::place::Place;

/// The reverse of `mail.h.example`, the address that mails are said to leave from: resolvers answer for
/// 127.0.0.1 themselves.
pub(crate) const REVERSE: (&str, &str) = ("2.0.192.in-addr.arpa", "1 PTR mail.h.example.");

/// What the zone of `h.example` has but for TXT records.
pub(crate) const ZONE: &str = "@ A 127.0.0.1\n@ MX 10 mail\nmail A 192.0.2.1\n";

/// An installation that serves a launched letter, and everything around it.
pub(crate) struct World {
    pub(crate) server: Option<Server>,
    pub(crate) names: NameServer,
    pub(crate) proxy: TlsProxy,
    pub(crate) mail: SmtpSink,
    pub(crate) place: Place,
    /// The settings that are added to those of `init`.
    settings: String,
    // Last: files go before their disk.
    _disk: Option<Disk>,
}

impl World {
    /// A world without TXT records.
    pub(crate) async fn new(place: Place) -> Self {
        Self::on(place, None).await
    }

    /// A world with all that belongs in it.
    pub(crate) async fn good(place: Place) -> Self {
        let mut world = Self::new(place).await;
        world.publish_advice();
        world
    }

    /// A world on a disk with room, where one can be had, so that a report says the same anywhere.
    pub(crate) async fn roomy() -> Self {
        let disk = Disk::mount(2048).ok();
        let place = match &disk {
            Some(disk) => Place::sqlite_in(disk.path()),
            None => Place::sqlite(),
        };
        let mut world = Self::on(place, disk).await;
        world.publish_advice();
        world
    }

    async fn on(place: Place, disk: Option<Disk>) -> Self {
        place.launched().await;
        let (mail, proxy) = (SmtpSink::start(), TlsProxy::start("h.example", 31));
        let names = NameServer::with(&[("h.example", ZONE), REVERSE]);
        let backups = place.file("backups");
        fs::create_dir(&backups).unwrap();
        let mut command = Command::new("chmod");
        assert!(command.arg("700").arg(&backups).status().unwrap().success());
        let key = place.file("dkim.pem");
        openssl(&["genrsa", "-out", key.to_str().unwrap(), "2048"]);
        let settings = format!(
            "[mail]\nhost = \"127.0.0.1\"\nport = {}\nca_file = \"{}\"\n\
             from = \"letters@h.example\"\nbounces = \"bounces@h.example\"\n\
             [mail.dkim]\ndomain = \"h.example\"\nselector = \"u2026\"\nkey_file = \"{}\"\n\
             [proof]\nname_server = \"{}\"\nca_file = \"{}\"\nhttps_port = {}\n\
             [doctor]\nbackups = \"{}\"\ntime_server = \"127.0.0.1:{}\"\n\
             sends_from = [\"192.0.2.1\"]\nhttp_port = {}\n",
            mail.tls_port(),
            mail.ca_file().display(),
            key.display(),
            names.address(),
            proxy.ca_file().display(),
            proxy.port(),
            backups.display(),
            time_server(0),
            proxy.plain_port(),
        );
        let mut world = Self {
            server: None,
            names,
            proxy,
            mail,
            place,
            settings,
            _disk: disk,
        };
        world.set(
            "trusted_proxies = [\"127.0.0.1\", \"::1\"]",
            "trusted_proxies = [\"127.0.0.1\"]",
        );
        world.back_up("first");
        world.serve();
        world
    }

    /// Starts the server, and leads the proxy to it.
    pub(crate) fn serve(&mut self) {
        let mut command = self.place.command();
        command.args(["serve", "--listen", "127.0.0.1:0"]);
        let server = Server::start(command);
        self.proxy.lead_to(server.address());
        self.server = Some(server);
    }

    /// Puts other words in the place of some of the configuration.
    pub(crate) fn set(&mut self, old: &str, new: &str) {
        let file = self.place.file("undersigned.toml");
        let mut text = fs::read_to_string(&file).unwrap();
        if !text.contains("[doctor]") {
            text.push_str(&self.settings);
        }
        assert!(text.contains(old), "{old} is not in {text}");
        fs::write(file, text.replacen(old, new, 1)).unwrap();
    }

    /// Puts another proxy in the place of the good one.
    pub(crate) fn through(&mut self, proxy: TlsProxy) {
        let trusted = self.proxy.ca_file().display().to_string();
        self.set(&trusted, &proxy.ca_file().display().to_string());
        self.set_line("https_port", &format!("https_port = {}", proxy.port()));
        self.set_line("http_port", &format!("http_port = {}", proxy.plain_port()));
        if let Some(server) = &self.server {
            proxy.lead_to(server.address());
        }
        self.proxy = proxy;
    }

    /// The line of the configuration that begins so.
    pub(crate) fn line(&self, begins: &str) -> String {
        let text = fs::read_to_string(self.place.file("undersigned.toml")).unwrap();
        let mut lines = text.lines();
        lines
            .find(|line| line.starts_with(begins))
            .unwrap()
            .to_owned()
    }

    /// Puts another line in the place of one that begins so; gives the former.
    pub(crate) fn set_line(&mut self, begins: &str, new: &str) -> String {
        let old = self.line(begins);
        self.set(&old, new);
        old
    }

    pub(crate) fn back_up(&self, name: &str) -> PathBuf {
        let file = self.place.file("backups").join(name);
        let said = self
            .place
            .program(&["backup", "-o", file.to_str().unwrap()]);
        assert!(said.well, "{}", said.err);
        file
    }

    /// Publishes what a look says to publish.
    pub(crate) fn publish_advice(&mut self) {
        let (_, report) = self.look();
        let parts = ["spf", "dkim", "dmarc"];
        let records: Vec<String> = parts.iter().map(|part| record(&report, part)).collect();
        self.names.replace(&format!("{ZONE}{}", records.join("\n")));
    }

    /// Has the doctor look; gives how it ended and what it reports.
    pub(crate) fn look(&self) -> (i32, Value) {
        let output = self
            .place
            .command()
            .args(["doctor", "--json"])
            .output()
            .unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        let failed = || panic!("{said}\n{}", String::from_utf8_lossy(&output.stderr));
        let report = serde_json::from_str(&said).unwrap_or_else(|_| failed());
        (output.status.code().unwrap(), report)
    }

    /// What the doctor says of one part: its verdict, and all words.
    pub(crate) fn of(&self, part: &str) -> (String, String) {
        let (_, report) = self.look();
        said_of(&report, part)
    }

    /// That the doctor says this of a part, with these words among others.
    pub(crate) fn assert(&self, part: &str, verdict: &str, words: &str) {
        let (found, said) = self.of(part);
        assert!(
            found == verdict && said.contains(words),
            "{part}: {found}: {said}"
        );
    }
}

/// The verdict on a part, and all that is said of it.
pub(crate) fn said_of(report: &Value, part: &str) -> (String, String) {
    let of = part_of(report, part);
    (
        of["verdict"].as_str().unwrap().to_owned(),
        of["points"].to_string(),
    )
}

pub(crate) fn part_of<'a>(report: &'a Value, part: &str) -> &'a Value {
    let parts = report["parts"].as_array().unwrap();
    let found = parts.iter().find(|of| of["part"] == part);
    found.unwrap_or_else(|| panic!("{part} is not in {report}"))
}

/// The TXT record that a part's first point says to publish.
pub(crate) fn record(report: &Value, part: &str) -> String {
    let advice = part_of(report, part)["points"][0]["mend"]
        .as_array()
        .unwrap();
    let mut lines = advice.iter().map(|line| line.as_str().unwrap());
    let found = lines.find(|line| line.contains("  TXT  "));
    found
        .unwrap_or_else(|| panic!("no record for {part} in {report}"))
        .to_owned()
}

pub(crate) fn openssl(arguments: &[&str]) -> Vec<u8> {
    let output = Command::new("openssl").args(arguments).output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

/// A time server (RFC 4330) whose clock is so many seconds ahead; gives its port. It ends with the
/// test's process.
pub(crate) fn time_server(ahead: u64) -> u16 {
    let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
    let port = socket.local_addr().unwrap().port();
    thread::spawn(move || {
        let mut question = [0; 48];
        while let Ok((48, from)) = socket.recv_from(&mut question) {
            let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
            let seconds = since.as_secs() + 2_208_988_800 + ahead;
            let fraction = (u64::from(since.subsec_nanos()) << 32) / 1_000_000_000;
            let stamp = ((seconds << 32) | fraction).to_be_bytes();
            let mut answer = [0; 48];
            (answer[0], answer[1]) = (0x24, 2);
            answer[24..32].copy_from_slice(&question[40..48]);
            answer[32..40].copy_from_slice(&stamp);
            answer[40..48].copy_from_slice(&stamp);
            let _ = socket.send_to(&answer, from);
        }
    });
    port
}
