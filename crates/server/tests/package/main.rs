//! The Debian packages, on a machine of their own: installed, set up as docs/OPERATING.md has it,
//! upgraded, removed and purged, under a real systemd.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod debs;
mod guide;
mod life;

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
    machine.must(&format!("{ASK}/api/letters/security-for-all/figures"))
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
    life::backed_up(&machine, &guide);
    life::upgraded(&machine, &debs);
    life::removed_and_back(&machine, &debs);
    life::purged(&machine, &debs);
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
    guide.follow(machine, "3. A word", str::to_owned);
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
    guide.follow(machine, "5. Mail", |line| {
        // Debian's package was installed without a configuration.
        match line.contains("postfix") || line.contains("postconf") {
            true => String::new(),
            false => line.to_owned(),
        }
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
    guide.follow(machine, "8. The first organizer", str::to_owned);
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

/// What Debian's own critic of packages says.
#[test]
fn lintian_finds_nothing() {
    let debs = Debs::new();
    debs.build(NEW);
    let said = debs.lintian(NEW);
    assert_eq!(said, "");
}
