//! The Debian packages, on a machine of their own: installed, set up as docs/OPERATING.md has it,
//! upgraded, removed and purged, under a real systemd.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod debs;
mod guide;

use debs::Debs;
use guide::Guide;
use undersigned_testbed::Machine;

const OLD: &str = "0.0.9-1";
const NEW: &str = "0.1.0-1";

/// Asks the server behind Caddy's back.
const ASK: &str = "curl --silent --fail -H 'Host: letters.example.org' http://127.0.0.1:8080";

/// The word of the guide, which an interactive shell would have.
const WORD: &str =
    "undersigned() { runuser -u undersigned -- undersigned --data /var/lib/undersigned \"$@\"; }";

fn undersigned(machine: &Machine, command: &str) -> String {
    machine.must(&format!("{WORD}; undersigned {command}"))
}

fn figures(machine: &Machine) -> String {
    let letter = "http://127.0.0.1:8080/api/letters/security-for-all/figures";
    machine.must(&format!(
        "curl --silent --fail -H 'Host: letters.example.org' {letter}"
    ))
}

fn main_process(machine: &Machine) -> String {
    machine.must("systemctl show --property MainPID --value undersigned")
}

#[test]
fn a_machine_becomes_a_letter_is_upgraded_and_gives_nothing_up() {
    let debs = Debs::new();
    debs.build(OLD);
    debs.build(NEW);
    let machine = Machine::boot(debs.folder());
    let guide = Guide::read();

    installed(&machine, &debs);
    set_up(&machine, &guide);
    listens_on_a_socket(&machine);
    a_letter(&machine);
    backed_up(&machine, &guide);
    upgraded(&machine, &debs);
    removed_and_back(&machine, &debs);
    purged(&machine, &debs);
}

/// The package makes its place and starts nothing that has nothing to serve.
fn installed(machine: &Machine, debs: &Debs) {
    let said = machine.must(&debs.install(OLD));
    assert!(said.contains("nothing is served yet"), "{said}");
    for (folder, is) in [
        ("/var/lib/undersigned", "undersigned undersigned 700"),
        ("/var/backups/undersigned", "undersigned undersigned 700"),
        ("/etc/undersigned", "root undersigned 750"),
    ] {
        let found = machine.must(&format!("stat --format '%U %G %a' {folder}"));
        assert_eq!(found.trim(), is, "{folder}");
    }
    for (unit, state) in [
        ("undersigned.service", "inactive"),
        ("undersigned-backup.timer", "active"),
    ] {
        assert_eq!(
            machine.must(&format!("systemctl is-enabled {unit}")).trim(),
            "enabled"
        );
        let now = machine.run(&format!("systemctl is-active {unit}"));
        assert_eq!(now.out.trim(), state, "{unit}");
    }
    machine.must("systemctl start undersigned undersigned-backup");
    assert_eq!(machine.must("systemctl --failed --quiet --plain"), "");
    for unit in ["undersigned.service", "undersigned-backup.service"] {
        machine.must(&format!(
            "systemd-analyze verify /usr/lib/systemd/system/{unit}"
        ));
        machine.must(&format!("systemd-analyze security --threshold=20 {unit}"));
    }
    machine.must("undersigned --version && undersigned-verify --version && man -w undersigned");
}

/// What the guide has people type.
fn set_up(machine: &Machine, guide: &Guide) {
    let keygen = |name: &str| {
        let keygen = format!("runuser -u nobody -- undersigned-desk keygen -o /tmp/{name}");
        machine.must(&keygen).trim().to_owned()
    };
    let (one, other) = (keygen("one.txt"), keygen("other.txt"));
    machine.must(": > ~/.bashrc");
    guide.follow(machine, "3. A word", |line| line.to_owned());
    guide.follow(machine, "4. Configuration", |line| {
        let line = line.replacen("age1…", &one, 1);
        line.replacen("age1…", &other, 1)
    });
    let settings = machine.must("cat /var/lib/undersigned/undersigned.toml");
    for line in [
        "trusted_proxies = [\"127.0.0.1\", \"::1\"]",
        "host = \"localhost\"",
        "security = \"none\"",
    ] {
        assert!(settings.contains(line), "{settings}");
    }
    guide.follow(machine, "5. Mail", |line| match line {
        // Debian's package was installed without a configuration.
        line if line.contains("postfix") || line.contains("postconf") => String::new(),
        line => line.to_owned(),
    });
    guide.write_settings(machine, "5. Mail");
    guide.follow(machine, "6. TLS", |line| {
        line.replace(
            "systemctl reload caddy",
            "caddy validate --config /etc/caddy/Caddyfile",
        )
    });
    guide.follow(machine, "7. Serve", |line| {
        line.replace(
            "curl ",
            "curl --fail --silent --retry 20 --retry-connrefused ",
        )
    });
    let who = format!("stat --format %U /proc/{}", main_process(machine).trim());
    assert_eq!(machine.must(&who).trim(), "undersigned");
    guide.follow(machine, "8. The first organizer", |line| line.to_owned());
    let log = machine.must("journalctl --unit undersigned --priority warning --quiet --no-pager");
    assert_eq!(log, "", "a configured server has nothing to warn of");
}

/// The socket that the guide offers is for Caddy, once that is in the group, and for nobody else.
fn listens_on_a_socket(machine: &Machine) {
    let listen = |on: &str| {
        let file = "/var/lib/undersigned/undersigned.toml";
        let set = format!("sed -i 's|^listen = .*|listen = \"{on}\"|' {file}");
        machine.must(&format!("{set} && systemctl restart undersigned"));
    };
    let ask = |user: &str| {
        let curl = "curl --silent --fail --unix-socket /run/undersigned/http http://letters.example.org/readyz";
        format!("runuser -u {user} -- {curl}")
    };
    listen("unix:/run/undersigned/http");
    machine.must("adduser --quiet caddy undersigned");
    machine.wait_for(&ask("caddy"));
    assert_ne!(machine.run(&ask("nobody")).code, Some(0));
    assert_ne!(
        machine
            .run("runuser -u caddy -- ls /var/lib/undersigned")
            .code,
        Some(0)
    );
    listen("127.0.0.1:8080");
    machine.wait_for(&format!("{ASK}/readyz"));
}

/// The letter of the package's example, with its founding signatories.
fn a_letter(machine: &Machine) {
    machine.must("cp -r /usr/share/undersigned/security-for-all /srv/undersigned/");
    undersigned(machine, "import letter /srv/undersigned/security-for-all");
    undersigned(
        machine,
        "import signatories security-for-all /srv/undersigned/security-for-all/signatories.csv",
    );
    undersigned(
        machine,
        "export test-contacts security-for-all -o /srv/undersigned/test.jsonl",
    );
    for identity in ["one.txt", "other.txt"] {
        let test = format!("contacts test -i /tmp/{identity} /srv/undersigned/test.jsonl");
        let code = machine.must(&format!("undersigned-desk {test}"));
        let confirm = format!("recipients confirm security-for-all {}", code.trim());
        undersigned(machine, &confirm);
    }
    undersigned(machine, "launch security-for-all --demonstration");
    machine.wait_for(&format!("{ASK}/letters/security-for-all"));
    assert!(
        figures(machine).contains("\"total\":195"),
        "{}",
        figures(machine)
    );
}

/// The nightly backup: whole, private, and gone after four weeks.
fn backed_up(machine: &Machine, guide: &Guide) {
    let old = "cd /var/backups/undersigned && touch -d '29 days ago' old.backup && touch -d '26 days ago' young.backup";
    machine.must(&format!("runuser -u undersigned -- sh -c \"{old}\""));
    guide.follow(machine, "9. Backups", |line| line.to_owned());
    let files =
        machine.must("cd /var/backups/undersigned && ls -A && stat --format '%a %U' 2*.backup");
    let files: Vec<&str> = files.lines().collect();
    assert_eq!(files.len(), 3, "{files:?}");
    assert_eq!(files[1..], ["young.backup", "600 undersigned"], "{files:?}");
    machine.must(&format!(
        "grep -q '^SQLite format 3' /var/backups/undersigned/{}",
        files[0]
    ));
}

/// A newer package: the server starts anew, and nothing that was kept or set has changed.
fn upgraded(machine: &Machine, debs: &Debs) {
    let (before, process) = (figures(machine), main_process(machine));
    machine.must("echo RUST_LOG=warn >> /etc/default/undersigned");
    let kept =
        "/var/lib/undersigned/keys/letters /var/lib/undersigned/undersigned.toml /etc/undersigned";
    machine.must(&format!(
        "find {kept} -type f -exec sha256sum {{}} + > /root/sums; grep -c . /root/sums"
    ));
    machine.must(&debs.install(NEW));
    let version = machine.must("dpkg-query --show --showformat '${Version}' undersigned");
    assert_eq!(version, NEW);
    machine.wait_for(&format!("{ASK}/readyz"));
    assert_ne!(main_process(machine), process);
    assert_eq!(figures(machine), before);
    machine.must("sha256sum --check --quiet /root/sums");
    machine.must("grep -qx RUST_LOG=warn /etc/default/undersigned");
    machine.must("systemctl show undersigned --property Environment; systemctl is-active undersigned undersigned-backup.timer");
    let bundle = "export bundle security-for-all -o /srv/undersigned/letter.zip";
    undersigned(machine, bundle);
    machine.must("undersigned-verify /srv/undersigned/letter.zip");

    // One that was stopped for good stays so.
    machine.must("systemctl disable --now undersigned");
    machine.must(&debs.install(OLD));
    machine.must(&debs.install(NEW));
    assert_eq!(
        machine.run("systemctl is-active undersigned").out.trim(),
        "inactive"
    );
    machine.must("systemctl enable --now undersigned");
    machine.wait_for(&format!("{ASK}/readyz"));
}

/// Removed, it serves nothing and keeps everything; installed again, it goes on.
fn removed_and_back(machine: &Machine, debs: &Debs) {
    let before = figures(machine);
    machine.must("apt-get remove --yes --quiet undersigned");
    assert_eq!(
        machine.run("systemctl is-active undersigned").out.trim(),
        "inactive"
    );
    machine.must("! [ -e /usr/bin/undersigned ] && [ -e /var/lib/undersigned/undersigned.db ]");
    machine.must(&debs.install(NEW));
    machine.wait_for(&format!("{ASK}/readyz"));
    assert_eq!(figures(machine), before);
}

/// Purged, it keeps letters, keys and backups, and says so; they go where that is asked for.
fn purged(machine: &Machine, debs: &Debs) {
    let said = machine.must("apt-get purge --yes --quiet undersigned");
    for kept in [
        "/var/lib/undersigned",
        "/var/backups/undersigned",
        "/etc/undersigned",
    ] {
        assert!(said.contains(&format!("{kept} was kept")), "{said}");
    }
    machine
        .must("test -e /var/lib/undersigned/undersigned.db && test -d /var/lib/undersigned/keys");
    machine
        .must("! test -e /etc/default/undersigned && ! systemctl is-enabled --quiet undersigned");
    machine.must(&debs.install(NEW));
    machine.wait_for(&format!("{ASK}/readyz"));
    machine.must("UNDERSIGNED_DELETE_DATA=yes apt-get purge --yes --quiet undersigned");
    machine.must("for gone in /var/lib/undersigned /var/backups/undersigned /etc/undersigned; do ! test -e $gone || exit 1; done");
    machine.must("! getent passwd undersigned");
}

/// What Debian's own critic of packages says.
#[test]
fn lintian_finds_nothing() {
    let debs = Debs::new();
    debs.build(NEW);
    let said = debs.lintian(NEW);
    assert_eq!(said, "");
}
