//! A machine of its own, with systemd as its first process: for what packages do to one.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread::sleep,
    time::Duration,
};

use rustix::process::Signal;
use tempfile::TempDir;

use crate::{
    process::{Running, wait_until},
    root::{as_root, run},
};

/// What a command on the machine said.
#[derive(Debug)]
pub struct Said {
    /// Its exit code; none where a signal ended it.
    pub code: Option<i32>,
    /// What it wrote to stdout.
    pub out: String,
    /// What it wrote to stderr.
    pub err: String,
}

/// A machine that has all files of this one, keeps its own changes in memory, and loses them when it
/// is dropped. It has processes, users, a clock's time and a loopback network of its own, and reaches
/// no other; nothing that happens there changes this machine.
///
/// It is Linux's namespaces and an overlay file system: root, or `sudo` without a password, is
/// needed.
pub struct Machine {
    running: Running,
    /// Its first process, as this machine numbers it.
    init: String,
    /// Where its control groups are.
    group: PathBuf,
    _dir: TempDir,
}

const BOOT: &str = include_str!("machine.sh");

impl Machine {
    /// Boots one; what is in the folder `given` it finds in `/srv/given`, and can't change.
    ///
    /// # Panics
    ///
    /// If it does not boot within a minute; with what it said.
    #[must_use]
    pub fn boot(given: &Path) -> Self {
        let dir = tempfile::tempdir().expect("a directory");
        let script = dir.path().join("boot");
        fs::write(&script, BOOT).expect("own directory");
        let name = dir.path().file_name().expect("it has a name");
        let group = groups().join(format!("undersigned-test-{}", name.display()));
        // Should this process be killed, so is the machine.
        let mut command = as_root("setpriv");
        command
            .args(["--pdeathsig", "KILL", "bash"])
            .arg(&script)
            .arg("outside")
            .arg(&group)
            .arg(dir.path())
            .arg(given);
        let mut running = Running::start_group(command, dir.path(), "machine");
        let init = running.wait_for(Duration::from_secs(60), |said| {
            let line = said.lines().find_map(|line| line.strip_prefix("init is "));
            line.map(str::to_owned)
        });
        let mut machine = Self {
            running,
            init,
            group,
            _dir: dir,
        };
        machine.wait_until_up();
        machine
    }

    fn wait_until_up(&mut self) {
        let up = wait_until(Duration::from_secs(60), || {
            let state = self.run("systemctl is-system-running").out;
            matches!(state.trim(), "running" | "degraded").then_some(())
        });
        let said = (self.running.stdout(), self.running.stderr());
        assert!(up.is_some(), "the machine does not boot: {said:?}");
    }

    /// Runs a line of shell there as root, in root's home.
    ///
    /// # Panics
    ///
    /// If no shell can be started there.
    #[must_use]
    pub fn run(&self, script: &str) -> Said {
        let mut command = as_root("nsenter");
        command
            .args(["--target", &self.init])
            .args(["--mount", "--pid", "--net", "--uts", "--ipc", "--cgroup"])
            .args(["env", "--ignore-environment", "HOME=/root", "LANG=C.UTF-8"])
            .args([
                "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
                "DEBIAN_FRONTEND=noninteractive",
            ])
            .args(["bash", "-c", "cd; eval \"$0\"", script])
            .stdin(Stdio::null());
        let ended = command.output().expect("nsenter is there");
        Said {
            code: ended.status.code(),
            out: String::from_utf8_lossy(&ended.stdout).into_owned(),
            err: String::from_utf8_lossy(&ended.stderr).into_owned(),
        }
    }

    /// The same where it must succeed; gives what it wrote to stdout.
    ///
    /// # Panics
    ///
    /// If it fails; with what it said.
    pub fn must(&self, script: &str) -> String {
        let said = self.run(script);
        assert_eq!(said.code, Some(0), "{script}: {}{}", said.out, said.err);
        said.out
    }

    /// Waits until a line of shell succeeds there.
    ///
    /// # Panics
    ///
    /// If it doesn't within half a minute; with what it said.
    pub fn wait_for(&self, script: &str) {
        let mut last = None;
        let done = wait_until(Duration::from_secs(30), || {
            let said = self.run(script);
            let well = said.code == Some(0);
            last = Some(said);
            well.then_some(())
        });
        assert!(done.is_some(), "{script}: {last:?}");
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        let mut kill = as_root("kill");
        kill.args(["-KILL", &self.init]);
        let _ = kill.output();
        self.running.signal(Signal::KILL);
        let _ = self.running.wait(Duration::from_secs(10));
        // The kernel takes a moment to empty them.
        for _ in 0..50 {
            let mut remove = as_root("find");
            remove.arg(&self.group);
            remove.args(["-depth", "-type", "d", "-exec", "rmdir", "{}", ";"]);
            let _ = remove.output();
            if !self.group.exists() {
                break;
            }
            sleep(Duration::from_millis(100));
        }
    }
}

/// Where this machine has its control groups of version 2.
fn groups() -> PathBuf {
    let mut command = Command::new("findmnt");
    command.args(["--list", "--noheadings", "--types", "cgroup2"]);
    command.args(["--output", "TARGET"]);
    let found = run(command);
    let first = found.lines().next().expect("control groups of version 2");
    PathBuf::from(first.trim())
}
