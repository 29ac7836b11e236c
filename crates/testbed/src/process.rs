//! A child process that ends with its handle.

use std::{
    fs::{self, File},
    net::{Ipv4Addr, TcpListener, UdpSocket},
    ops::Range,
    os::unix::process::CommandExt as _,
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    sync::{Mutex, PoisonError},
    thread::sleep,
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, kill_process, kill_process_group};

/// A running child process with its output in files. Dropping it kills it.
pub struct Running {
    child: Child,
    /// It leads a process group of its own, which ends with it.
    leads: bool,
    stdout: PathBuf,
    stderr: PathBuf,
}

impl Running {
    /// Starts a command without stdin, its output in `DIR/NAME.stdout` and `DIR/NAME.stderr`,
    /// which it appends to.
    ///
    /// # Panics
    ///
    /// If it cannot be started.
    #[must_use]
    pub fn start(command: Command, dir: &Path, name: &str) -> Self {
        Self::spawn(command, dir, name, false)
    }

    /// The same for a program that starts others and may leave them behind: dropping this kills
    /// its whole process group. In turn, an interrupt at the terminal doesn't reach it.
    ///
    /// # Panics
    ///
    /// If it cannot be started.
    #[must_use]
    pub fn start_group(mut command: Command, dir: &Path, name: &str) -> Self {
        command.process_group(0);
        Self::spawn(command, dir, name, true)
    }

    fn spawn(mut command: Command, dir: &Path, name: &str, leads: bool) -> Self {
        let stdout = dir.join(format!("{name}.stdout"));
        let stderr = dir.join(format!("{name}.stderr"));
        let open = |path: &Path| {
            File::options()
                .create(true)
                .append(true)
                .open(path)
                .expect("output file opens")
        };
        let child = command
            .stdin(Stdio::null())
            .stdout(open(&stdout))
            .stderr(open(&stderr))
            .spawn()
            .unwrap_or_else(|error| panic!("{:?} does not start: {error}", command.get_program()));
        Self {
            child,
            leads,
            stdout,
            stderr,
        }
    }

    /// The process id.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// What it has written to stdout so far.
    #[must_use]
    pub fn stdout(&self) -> String {
        String::from_utf8_lossy(&fs::read(&self.stdout).unwrap_or_default()).into_owned()
    }

    /// What it has written to stderr so far.
    #[must_use]
    pub fn stderr(&self) -> String {
        String::from_utf8_lossy(&fs::read(&self.stderr).unwrap_or_default()).into_owned()
    }

    /// Whether it has not ended yet.
    pub fn is_running(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Sends it a signal; one that has already ended is left alone.
    pub fn signal(&mut self, signal: Signal) {
        if self.is_running()
            && let Some(pid) = i32::try_from(self.id()).ok().and_then(Pid::from_raw)
        {
            // It may end between the question and the signal; then there is nothing to do.
            let _ = kill_process(pid, signal);
        }
    }

    /// Waits for its end, at most `patience`; `None` if it runs on.
    pub fn wait(&mut self, patience: Duration) -> Option<ExitStatus> {
        wait_until(patience, || self.child.try_wait().ok().flatten())
    }

    /// Waits until `find` finds something in its output.
    ///
    /// # Panics
    ///
    /// If it ends first, or does not write it within `patience`; with its output.
    pub fn wait_for<T>(&mut self, patience: Duration, find: impl Fn(&str) -> Option<T>) -> T {
        let mut ended = false;
        let found = wait_until(patience, || {
            // Asked before reading, so that the last words of one that ends are read, too.
            ended = ended || !self.is_running();
            let found = find(&self.stdout()).or_else(|| find(&self.stderr()));
            if ended { Some(found) } else { found.map(Some) }
        });
        found.flatten().unwrap_or_else(|| {
            let (stdout, stderr) = (self.stdout(), self.stderr());
            panic!("a process did not get ready (ended: {ended}); it said:\n{stdout}\n{stderr}")
        })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let group = i32::try_from(self.id()).ok().and_then(Pid::from_raw);
        if let Some(group) = group.filter(|_| self.leads) {
            // Not yet waited for, so the number cannot belong to anybody else.
            let _ = kill_process_group(group, Signal::KILL);
            let _ = self.child.wait();
            wait_for_group(group);
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Waits until the last process of a group has ended and writes no more files. One that nobody has
/// waited for yet (a zombie) counts as ended: in a container, that can take its first process long.
pub(crate) fn wait_for_group(group: Pid) {
    let group = group.as_raw_nonzero().to_string();
    let _ = wait_until(Duration::from_secs(10), || (!lives(&group)).then_some(()));
}

fn lives(group: &str) -> bool {
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    processes
        .filter_map(|process| fs::read_to_string(process.path().join("stat")).ok())
        .any(|stat| {
            // proc(5): pid (name) state parent group …; a name may hold anything but the last bracket.
            let rest = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
            let mut fields = rest.split_whitespace();
            let state = fields.next();
            fields.nth(1) == Some(group) && !matches!(state, Some("Z" | "X"))
        })
}

/// Asks again and again, at first often, until there is an answer or `patience` is over.
pub(crate) fn wait_until<T>(patience: Duration, mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    let start = Instant::now();
    let mut pause = Duration::from_millis(2);
    loop {
        if let Some(answer) = ask() {
            return Some(answer);
        }
        if start.elapsed() >= patience {
            return None;
        }
        sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(100));
    }
}

/// A port on 127.0.0.1 for a server that is started, ended and started again: as long as this
/// process lives, no other gets it from here, and the system gives it to no connection.
///
/// # Panics
///
/// If there is none.
#[must_use]
pub fn free_port() -> u16 {
    // Below those that Linux hands out by itself (ip(7), ip_local_port_range).
    const PORTS: Range<u16> = 16_384..32_768;
    // A datagram socket on an address that nobody listens on stands for a port that is taken.
    const TAKEN: Ipv4Addr = Ipv4Addr::new(127, 77, 77, 77);
    static HELD: Mutex<Vec<UdpSocket>> = Mutex::new(Vec::new());

    let mut held = HELD.lock().unwrap_or_else(PoisonError::into_inner);
    // Processes that start together look in different places first.
    let first = usize::try_from(std::process::id()).unwrap_or_default() * 61 % PORTS.len();
    let (port, socket) = PORTS
        .cycle()
        .skip(first)
        .take(PORTS.len())
        .find_map(|port| {
            let socket = UdpSocket::bind((TAKEN, port)).ok()?;
            TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok()?;
            Some((port, socket))
        })
        .expect("a free port");
    held.push(socket);
    port
}
