//! PostgreSQL: a cluster of our own, and a fresh database for every test.

use std::{
    env, fs,
    os::unix::fs::{PermissionsExt as _, chown},
    path::{Path, PathBuf},
    process::Command,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, Weak,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use rustix::process::Signal;
use tempfile::TempDir;

use crate::{
    process::{Running, free_port, wait_until},
    root::{as_user, ids, is_root, run},
};

/// The environment variable that names a running cluster's maintenance database: a `postgres://`
/// URL of a role that may create databases.
pub const POSTGRES_URL: &str = "TESTBED_POSTGRES";

/// The user that PostgreSQL runs as when we are root, which it refuses to run as.
const USER: &str = "postgres";

/// A PostgreSQL cluster: UTF-8, sorted by ICU as German does, durable (`fsync`), on a loopback
/// port and a Unix socket.
pub struct Postgres {
    url: String,
    cluster: Option<Cluster>,
}

/// A cluster that we started and will stop.
struct Cluster {
    server: Mutex<Option<Running>>,
    port: u16,
    // Its files go after its process: fields are dropped in this order.
    dir: TempDir,
}

impl Postgres {
    /// The cluster that [`POSTGRES_URL`] names, else one that all users of this process share and
    /// that ends with the last of them.
    #[must_use]
    pub fn shared() -> Arc<Self> {
        static SHARED: Mutex<Weak<Postgres>> = Mutex::new(Weak::new());
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(running) = shared.upgrade() {
            return running;
        }
        let postgres = Arc::new(match env::var(POSTGRES_URL) {
            Ok(url) => Self { url, cluster: None },
            Err(_) => Self::start(),
        });
        *shared = Arc::downgrade(&postgres);
        postgres
    }

    /// A new cluster.
    ///
    /// # Panics
    ///
    /// If PostgreSQL isn't installed or does not start.
    #[must_use]
    pub fn start() -> Self {
        Self::start_in(&env::temp_dir())
    }

    /// A new cluster, with all its files in a directory of its own in `folder`.
    ///
    /// # Panics
    ///
    /// If PostgreSQL isn't installed or does not start.
    #[must_use]
    pub fn start_in(folder: &Path) -> Self {
        let dir = tempfile::Builder::new()
            .prefix("undersigned-pg-")
            .tempdir_in(folder)
            .expect("a directory");
        fs::set_permissions(dir.path(), fs::Permissions::from_mode(0o711)).expect("own directory");
        let data = dir.path().join("data");
        let sockets = dir.path().join("sockets");
        for path in [&data, &sockets] {
            fs::create_dir(path).expect("own directory");
            fs::set_permissions(path, fs::Permissions::from_mode(0o700)).expect("own directory");
            if is_root() {
                let (uid, gid) = ids(USER);
                chown(path, Some(uid), Some(gid)).expect("root may");
            }
        }
        init(&data);
        let port = free_port();
        let postgres = Self {
            url: format!("postgres://{USER}@127.0.0.1:{port}/postgres"),
            cluster: Some(Cluster {
                server: Mutex::default(),
                port,
                dir,
            }),
        };
        postgres.bring_up();
        postgres
    }

    /// Ends our cluster as a crash would; it refuses connections until [`Postgres::bring_up`].
    ///
    /// # Panics
    ///
    /// If the cluster isn't ours alone.
    pub fn take_down(&self) {
        let cluster = self.cluster.as_ref().expect("a cluster that we started");
        if let Some(mut server) = cluster.server().take() {
            // SIGQUIT is an immediate shutdown: no session is let end, no file put in order.
            server.signal(Signal::QUIT);
            let ended = server.wait(Duration::from_secs(20));
            assert!(ended.is_some(), "PostgreSQL does not end");
        }
    }

    /// Starts our cluster, anew or again, and waits until it answers.
    ///
    /// # Panics
    ///
    /// If it does not start, or isn't ours alone.
    pub fn bring_up(&self) {
        let cluster = self.cluster.as_ref().expect("a cluster that we started");
        let mut server = cluster.launch();
        let ready = wait_until(Duration::from_secs(30), || {
            (self.answers() || !server.is_running()).then_some(())
        });
        assert!(
            ready.is_some() && server.is_running(),
            "PostgreSQL did not start: {}",
            server.stderr()
        );
        *cluster.server() = Some(server);
    }

    /// Starts our cluster again if a fault ended it.
    ///
    /// # Panics
    ///
    /// If it does not start, or isn't ours alone.
    pub fn bring_up_if_down(&self) {
        let cluster = self.cluster.as_ref().expect("a cluster that we started");
        let answers = wait_until(Duration::from_secs(10), || {
            let mut server = cluster.server();
            let runs = server.as_mut().is_some_and(Running::is_running);
            (self.answers() || !runs).then_some(())
        });
        if answers.is_none() || !self.answers() {
            self.take_down();
            self.bring_up();
        }
    }

    fn answers(&self) -> bool {
        let mut command = psql(&self.url);
        command.args(["-c", "select 1"]);
        let output = command.output();
        output.is_ok_and(|output| output.status.success())
    }

    /// The maintenance database's URL.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// A fresh database, empty, in the cluster's default locale.
    #[must_use]
    pub fn database(self: &Arc<Self>) -> Database {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("test_{}_{number}", std::process::id());
        self.maintain(&format!("create database {name}"));
        let (base, _maintenance) = self.url.rsplit_once('/').expect("a URL with a database");
        Database {
            url: format!("{base}/{name}"),
            name,
            postgres: Arc::clone(self),
        }
    }

    fn maintain(&self, statement: &str) {
        let mut command = psql(&self.url);
        command.args(["-c", statement]);
        run(command);
    }
}

impl Cluster {
    fn server(&self) -> MutexGuard<'_, Option<Running>> {
        self.server.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn launch(&self) -> Running {
        let dir = self.dir.path();
        let mut command = as_user(USER, programs().join("postgres"));
        command.current_dir(dir).arg("-D").arg(dir.join("data"));
        let sockets = dir.join("sockets");
        for setting in [
            "listen_addresses=127.0.0.1".to_owned(),
            "max_connections=200".to_owned(),
            format!("port={}", self.port),
            format!("unix_socket_directories={}", sockets.display()),
        ] {
            command.arg("-c").arg(setting);
        }
        Running::start(command, dir, "postgres")
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Some(mut server) = self.server().take() {
            // SIGINT is a fast shutdown: connections are cut, files are left in order.
            server.signal(Signal::INT);
            let _ = server.wait(Duration::from_secs(20));
        }
    }
}

/// One test's database. Dropping it removes it, connections and all.
pub struct Database {
    url: String,
    name: String,
    postgres: Arc<Postgres>,
}

impl Database {
    /// Its `postgres://` URL.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Everything in it, as `pg_dump` writes it.
    #[must_use]
    pub fn dump(&self) -> String {
        let mut command = Command::new(programs().join("pg_dump"));
        command.args(["--no-password", "--dbname"]).arg(&self.url);
        run(command)
    }

    /// Fills it with what `pg_dump` wrote into a file, in its own format.
    pub fn fill(&self, dump: &Path) {
        let mut command = Command::new(programs().join("pg_restore"));
        command.args(["--no-owner", "--no-privileges", "--exit-on-error"]);
        command.arg("--dbname").arg(&self.url).arg(dump);
        run(command);
    }

    /// Cuts all connections to it, as a fail-over does.
    pub fn disconnect_all(&self) {
        self.postgres.maintain(&format!(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = '{}'",
            self.name
        ));
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let mut command = psql(&self.postgres.url);
        command.args([
            "-c",
            &format!("drop database if exists {} with (force)", self.name),
        ]);
        // The cluster may be gone already, stopped by a test.
        let _ = command.output();
    }
}

fn init(data: &Path) {
    let mut command = as_user(USER, programs().join("initdb"));
    command
        .current_dir("/")
        .arg("-D")
        .arg(data)
        .args(["-U", USER]);
    command.args([
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--no-sync",
    ]);
    command.args(["--locale-provider=icu", "--icu-locale=de-DE"]);
    run(command);
}

fn psql(url: &str) -> Command {
    let mut command = Command::new(programs().join("psql"));
    command
        .args([
            "--no-psqlrc",
            "--no-password",
            "--quiet",
            "-v",
            "ON_ERROR_STOP=1",
        ])
        .arg(url);
    command
}

/// Debian keeps the programs of each version apart: the newest version's.
fn programs() -> PathBuf {
    let versions = fs::read_dir("/usr/lib/postgresql").expect("PostgreSQL is installed");
    let newest = versions
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok())
        .filter(|version| Path::new(&format!("/usr/lib/postgresql/{version}/bin/initdb")).exists())
        .max()
        .expect("PostgreSQL's server is installed");
    PathBuf::from(format!("/usr/lib/postgresql/{newest}/bin"))
}
