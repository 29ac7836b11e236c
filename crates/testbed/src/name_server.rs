//! A real name server: NSD, with zones that a test may change.

use std::{
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use rustix::process::Signal;
use tempfile::TempDir;

use crate::process::{Running, free_port, wait_until};

/// Answers, on a loopback port, for the zones that it was given.
pub struct NameServer {
    port: u16,
    /// The names of the zones.
    zones: Vec<String>,
    serial: u32,
    running: Running,
    dir: TempDir,
}

impl NameServer {
    /// Starts one for the zone `zone` (without a dot at its end) with these records, in the format
    /// of zone files (RFC 1035, section 5) with names below the zone.
    ///
    /// # Panics
    ///
    /// If Debian's nsd isn't installed, or doesn't take the records; with its log.
    #[must_use]
    pub fn start(zone: &str, records: &str) -> Self {
        Self::with(&[(zone, records)])
    }

    /// Starts one for several zones.
    ///
    /// # Panics
    ///
    /// As [`NameServer::start`].
    #[must_use]
    pub fn with(zones: &[(&str, &str)]) -> Self {
        let dir = tempfile::tempdir().expect("a directory");
        let port = free_port();
        let config = dir.path().join("nsd.conf");
        let names: Vec<String> = zones.iter().map(|(zone, _)| (*zone).to_owned()).collect();
        fs::write(&config, config_of(dir.path(), &names, port)).expect("own directory");
        for (zone, records) in zones {
            write_zone(dir.path(), zone, records, 1);
        }
        let mut command = Command::new("/usr/sbin/nsd");
        command.arg("-d").arg("-c").arg(&config);
        let running = Running::start(command, dir.path(), "nsd");
        let mut server = Self {
            port,
            zones: names,
            serial: 1,
            running,
            dir,
        };
        for (zone, _) in zones {
            server.wait_for(zone, 1);
        }
        server
    }

    /// Where it listens, over UDP and TCP.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        ([127, 0, 0, 1], self.port).into()
    }

    /// Puts other records in the place of all former ones of the first zone. When this returns, they
    /// are served.
    ///
    /// # Panics
    ///
    /// If the server doesn't take them; with its log.
    pub fn replace(&mut self, records: &str) {
        self.serial += 1;
        let zone = self.zones[0].clone();
        write_zone(self.dir.path(), &zone, records, self.serial);
        self.running.signal(Signal::HUP);
        self.wait_for(&zone, self.serial);
    }

    /// Waits until a serial number of a zone is served.
    fn wait_for(&mut self, zone: &str, serial: u32) {
        let at = self.address();
        let served = wait_until(Duration::from_secs(20), || {
            (self.running.is_running() && serial_of(at, zone)? == serial).then_some(())
        });
        let said = self.running.stdout() + &self.running.stderr();
        assert!(
            served.is_some(),
            "NSD doesn't serve serial {serial}:\n{said}"
        );
    }
}

fn config_of(dir: &Path, zones: &[String], port: u16) -> String {
    let dir = dir.display();
    let zone = |zone: &String| format!("zone:\n  name: {zone}\n  zonefile: {zone}.zone\n");
    let zones: String = zones.iter().map(zone).collect();
    format!(
        "server:
  ip-address: 127.0.0.1@{port}
  username: \"\"
  zonesdir: \"{dir}\"
  database: \"\"
  pidfile: \"{dir}/nsd.pid\"
  xfrdfile: \"{dir}/xfrd.state\"
  xfrdir: \"{dir}\"
  zonelistfile: \"{dir}/zone.list\"
  server-count: 1
  rrl-ratelimit: 0
  refuse-any: no
remote-control:
  control-enable: no
{zones}"
    )
}

fn write_zone(dir: &Path, zone: &str, records: &str, serial: u32) {
    let path: PathBuf = dir.join(format!("{zone}.zone"));
    // What is set in from the left would belong to the name before it.
    let records: Vec<_> = records.lines().map(str::trim).collect();
    let records = records.join("\n");
    let text = format!(
        "$ORIGIN {zone}.\n$TTL 0\n\
         @ SOA ns hostmaster {serial} 3600 900 86400 0\n@ NS ns\nns A 127.0.0.1\n{records}\n"
    );
    // Whole or not at all: the server may be reading.
    let draft = path.with_extension("draft");
    fs::write(&draft, text).expect("own directory");
    fs::rename(draft, path).expect("own directory");
}

/// The serial number of a zone, asked for over UDP (RFC 1035, section 4.1).
fn serial_of(at: SocketAddr, zone: &str) -> Option<u32> {
    let socket = std::net::UdpSocket::bind("127.0.0.1:0").ok()?;
    socket
        .set_read_timeout(Some(Duration::from_millis(500)))
        .ok()?;
    let mut question = vec![0x12, 0x34, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0];
    for label in zone.split('.') {
        question.push(u8::try_from(label.len()).ok()?);
        question.extend_from_slice(label.as_bytes());
    }
    question.extend_from_slice(&[0, 0, 6, 0, 1]);
    socket.send_to(&question, at).ok()?;
    let mut answer = [0; 512];
    let length = socket.recv(&mut answer).ok()?;
    let answer = answer.get(..length)?;
    if answer.get(3)? & 0x0f != 0 || answer.get(7)? != &1 {
        return None;
    }
    // The question comes back, then the record: a pointer, type, class, time to live, length, two
    // names, five numbers, of which the serial is the first.
    let data = answer.get(question.len() + 12..)?;
    let rest = skip_name(skip_name(data)?)?;
    Some(u32::from_be_bytes(rest.get(..4)?.try_into().ok()?))
}

fn skip_name(mut bytes: &[u8]) -> Option<&[u8]> {
    loop {
        match *bytes.first()? {
            0 => return bytes.get(1..),
            length if length >= 0xc0 => return bytes.get(2..),
            length => bytes = bytes.get(1 + usize::from(length)..)?,
        }
    }
}
