//! Child processes: the server under test, and the baselines. Each ends with its handle.

use std::fs::{self, File};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail, ensure};

use crate::load::Connection;

/// How long a program may take to answer.
const PATIENCE: Duration = Duration::from_secs(120);

/// A running program that listens.
pub(crate) struct Running {
    child: Child,
    address: SocketAddr,
}

impl Running {
    /// Starts a program that will listen on `address`, its logs in `log`.
    pub(crate) fn start(
        mut command: Command,
        address: SocketAddr,
        log: &Path,
    ) -> anyhow::Result<Self> {
        let log = File::create(log)?;
        let child = command
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()
            .with_context(|| format!("{:?} does not start", command.get_program()))?;
        Ok(Self { child, address })
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Waits until `path` is answered with 200.
    pub(crate) async fn wait_for(&mut self, path: &str) -> anyhow::Result<()> {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait()? {
                bail!("the program at {} ended: {status}", self.address);
            }
            if let Ok(mut connection) = Connection::open(self.address).await
                && let Ok(answer) = connection.get(path).await
                && answer.status == 200
            {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        bail!("{path} of {} is not answered", self.address)
    }

    /// Resident memory, in megabytes of 10^6 bytes.
    pub(crate) fn memory(&self) -> Option<f64> {
        status_field(self.child.id(), "VmRSS:")
    }

    /// Processor time used so far, in seconds.
    pub(crate) fn processor_time(&self) -> anyhow::Result<f64> {
        processor_time(&self.child.id().to_string())
    }

    /// The most resident memory that it ever had, in megabytes of 10^6 bytes.
    #[cfg(test)]
    pub(crate) fn most_memory(&self) -> Option<f64> {
        status_field(self.child.id(), "VmHWM:")
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already; then there is nothing to do.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// How long a program that ends by itself took, the most memory that it had (megabytes), and what
/// it wrote.
pub(crate) struct Finished {
    pub(crate) took: Duration,
    pub(crate) memory: f64,
    pub(crate) stdout: Vec<u8>,
}

/// Runs a program to its end, which must be a good one.
pub(crate) async fn finish(mut command: Command, log: &Path) -> anyhow::Result<Finished> {
    let stdout = log.with_extension("stdout");
    let begun = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(File::create(&stdout)?)
        .stderr(File::create(log)?)
        .spawn()
        .with_context(|| format!("{:?} does not start", command.get_program()))?;
    let mut memory = 0.0_f64;
    let status = loop {
        if let Some(most) = status_field(child.id(), "VmHWM:") {
            memory = memory.max(most);
        }
        if let Some(status) = child.try_wait()? {
            break status;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    };
    let took = begun.elapsed();
    ensure!(
        status.success(),
        "{command:?} failed: {}",
        fs::read_to_string(log).unwrap_or_default()
    );
    Ok(Finished {
        took,
        memory,
        stdout: fs::read(&stdout)?,
    })
}

/// A field of /proc/PID/status that is in kilobytes.
fn status_field(process: u32, name: &str) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with(name))?;
    let kilobytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes * 1024.0 / 1e6)
}

/// Processor time of a process (`self` for this one) so far, its own and the kernel's for it, in
/// seconds. Linux counts it in hundredths (proc_pid_stat(5), utime and stime).
pub(crate) fn processor_time(process: &str) -> anyhow::Result<f64> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat"))?;
    // The name of the program comes before, and may hold spaces.
    let fields = stat.rsplit(')').next().unwrap_or_default();
    let hundredths = fields.split_whitespace().skip(11).take(2);
    let hundredths: u64 = hundredths.map(str::parse::<u64>).sum::<Result<_, _>>()?;
    Ok(hundredths as f64 / 100.0)
}

/// A command for a program of this workspace: it lies beside this one.
pub(crate) fn beside(name: &str) -> anyhow::Result<Command> {
    Ok(Command::new(place(name)?))
}

/// A command for this program itself.
pub(crate) fn itself() -> anyhow::Result<Command> {
    Ok(Command::new(std::env::current_exe()?))
}

fn place(name: &str) -> anyhow::Result<PathBuf> {
    let own = std::env::current_exe()?;
    let mut folder = own.parent().context("a program lies in a folder")?;
    // Cargo puts tests one folder deeper.
    if folder.ends_with("deps") {
        folder = folder.parent().unwrap_or(folder);
    }
    Ok(folder.join(name))
}

/// Builds the server and the verifier if they don't lie beside this program yet.
pub(crate) fn ensure_built() -> anyhow::Result<()> {
    if place("undersigned")?.exists() && place("undersigned-verify")?.exists() {
        return Ok(());
    }
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut build = Command::new(cargo);
    build.args(["build", "-p", "undersigned", "-p", "undersigned-verify"]);
    if !cfg!(debug_assertions) {
        build.arg("--release");
    }
    ensure!(
        build.status().context("cargo")?.success(),
        "the server was not built"
    );
    Ok(())
}

/// An address on 127.0.0.1 that was free just now.
pub(crate) fn free_address() -> anyhow::Result<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}
