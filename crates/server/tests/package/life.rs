//! What comes after the beginning: backups, upgrades, and the end.

use undersigned_testbed::Machine;

use super::debs::Debs;
use super::guide::Guide;
use super::{ASK, NEW, OLD, figures, main_process, undersigned};

fn state(machine: &Machine) -> String {
    let said = machine.run("systemctl is-active undersigned");
    said.out.trim().to_owned()
}

/// The nightly backup: whole, private, and gone after four weeks.
pub(crate) fn backed_up(machine: &Machine, guide: &Guide) {
    let old = "cd /var/backups/undersigned && touch -d '29 days ago' old.backup && touch -d '26 days ago' young.backup";
    machine.must(&format!("runuser -u undersigned -- sh -c \"{old}\""));
    guide.follow(machine, "9. Backups", str::to_owned);
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
pub(crate) fn upgraded(machine: &Machine, debs: &Debs) {
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
    machine.must("systemctl is-active undersigned undersigned-backup.timer");
    let bundle = "export bundle security-for-all -o /srv/undersigned/letter.zip";
    undersigned(machine, bundle);
    machine.must("undersigned-verify /srv/undersigned/letter.zip");

    // One that was stopped for good stays so.
    machine.must("systemctl disable --now undersigned");
    machine.must(&debs.install(OLD));
    machine.must(&debs.install(NEW));
    assert_eq!(state(machine), "inactive");
    machine.must("systemctl enable --now undersigned");
    machine.wait_for(&format!("{ASK}/readyz"));
}

/// Removed, it serves nothing and keeps everything; installed again, it goes on.
pub(crate) fn removed_and_back(machine: &Machine, debs: &Debs) {
    let before = figures(machine);
    machine.must("apt-get remove --yes --quiet undersigned");
    assert_eq!(state(machine), "inactive");
    machine.must("! [ -e /usr/bin/undersigned ] && [ -e /var/lib/undersigned/undersigned.db ]");
    machine.must(&debs.install(NEW));
    machine.wait_for(&format!("{ASK}/readyz"));
    assert_eq!(figures(machine), before);
}

/// Purged, it keeps letters, keys and backups, and says so; they go where that is asked for.
pub(crate) fn purged(machine: &Machine, debs: &Debs) {
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
