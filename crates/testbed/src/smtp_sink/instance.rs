//! Postfix with a configuration, a queue and ports of its own.

use std::{
    fs,
    net::TcpStream,
    os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown},
    path::{Path, PathBuf},
    time::Duration,
};

use rustix::process::Pid;
use tempfile::TempDir;

use crate::{
    authority::Authority,
    process::{Running, free_port, wait_for_group, wait_until},
    root::{as_root, ids, is_root, run},
};

/// The user that owns delivered mail when we are root.
const MAIL_USER: &str = "nobody";

const RECIPIENTS: &str = "\
/^busy/ 450 4.2.1 Mailbox busy
/^policy/ 554 5.7.1 Relay access denied
";

/// The services that receive, queue and deliver; see master(5). No chroot, no timers beyond
/// Postfix's own.
const SERVICES: &str = "\
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
flush unix n - n 1000? 0 flush
showq unix n - n - - showq
postlog unix-dgram n - n - 1 postlogd
";

pub(super) struct Instance {
    pub(super) port: u16,
    pub(super) tls_port: u16,
    /// Of the server behind this one, which refuses everything.
    far_port: u16,
    dir: PathBuf,
    master: Option<Running>,
}

/// A directory that Postfix's own users may pass through.
pub(super) fn directory() -> TempDir {
    let dir = tempfile::Builder::new()
        .prefix("undersigned-mx-")
        .tempdir()
        .expect("a directory");
    fs::set_permissions(dir.path(), fs::Permissions::from_mode(0o755)).expect("own directory");
    dir
}

/// Removes what Postfix's users made, which only root may.
pub(super) fn remove(dir: &Path) {
    let mut command = as_root("rm");
    command.arg("-rf").arg(dir);
    let _ = command.output();
}

impl Instance {
    pub(super) fn start(dir: &Path, authority: &Authority) -> Self {
        let dir = dir.to_owned();
        let mut instance = Self {
            port: free_port(),
            tls_port: free_port(),
            far_port: free_port(),
            dir,
            master: None,
        };
        instance.configure(authority);
        instance.go();
        instance
    }

    fn configure(&self, authority: &Authority) {
        for name in ["config", "queue", "data", "mail", "bounces"] {
            fs::create_dir(self.dir.join(name)).expect("own directory");
        }
        let config = self.dir.join("config");
        let (port, tls_port, far_port) = (self.port, self.tls_port, self.far_port);
        let services = format!(
            "127.0.0.1:{port} inet n - n - - smtpd\n\
             127.0.0.1:{tls_port} inet n - n - - smtpd\n  -o smtpd_tls_wrappermode=yes\n{SERVICES}\
             127.0.0.1:{far_port} inet n - n - - smtpd\n  -o myhostname=far.example\n  \
             -o smtpd_recipient_restrictions=check_recipient_access,regexp:{config}/far,reject\n\
             bounces unix - n n - - pipe\n  flags=R user={MAIL_USER}\n  \
             argv=/bin/sh {config}/keep-bounce ${{extension}}\n",
            config = config.display()
        );
        let transports = format!("/^gone/ smtp:[127.0.0.1]:{far_port}\n");
        for (name, text) in [
            ("main.cf", main_cf(&self.dir, authority).as_str()),
            ("master.cf", services.as_str()),
            ("mailboxes", "if !/^unknown/\n/./ all/\nendif\n"),
            ("recipients", RECIPIENTS),
            (
                "senders",
                "/^stranger@/ 553 5.1.8 Sender address rejected\n",
            ),
            ("subjects", "/^Subject:.*refuse-this/ REJECT\n"),
            ("transports", transports.as_str()),
            ("far", "/./ 550 5.1.1 Mailbox gone\n"),
            ("keep-bounce", keep_bounce(&self.dir).as_str()),
        ] {
            fs::write(config.join(name), text).expect("own directory");
        }
        let open = fs::Permissions::from_mode(0o777);
        fs::set_permissions(self.dir.join("bounces"), open).expect("own directory");
        let mut command = as_root("chown");
        command.arg("postfix").arg(self.dir.join("data"));
        run(command);
        if is_root() {
            let (uid, gid) = ids(MAIL_USER);
            chown(self.dir.join("mail"), Some(uid), Some(gid)).expect("root may");
        }
    }

    /// Starts Postfix and waits until both ports answer.
    pub(super) fn go(&mut self) {
        let mut command = as_root("/usr/sbin/postfix");
        command
            .arg("-c")
            .arg(self.dir.join("config"))
            .arg("start-fg");
        let mut master = Running::start(command, &self.dir, "postfix");
        let ready = wait_until(Duration::from_secs(30), || {
            let up = answers(self.port) && answers(self.tls_port);
            (up || !master.is_running()).then_some(up)
        });
        self.master = Some(master);
        assert!(
            ready == Some(true),
            "Postfix did not start:\n{}",
            self.log()
        );
    }

    pub(super) fn stop(&mut self) {
        let Some(mut master) = self.master.take() else {
            return;
        };
        // Our child is a shell, or sudo; the master below it leads a process group of its own. A
        // smtpd that outlived the master would go on talking on connections that are open.
        let mut cat = as_root("cat");
        cat.arg(self.dir.join("queue/pid/master.pid"));
        let output = cat.output().expect("cat runs");
        let text = String::from_utf8_lossy(&output.stdout);
        if let Some(id) = text.trim().parse().ok().and_then(Pid::from_raw) {
            let mut kill = as_root("kill");
            kill.args(["-TERM", "--", &format!("-{}", id.as_raw_nonzero())]);
            let _ = kill.output();
            wait_for_group(id);
        }
        let _ = master.wait(Duration::from_secs(10));
    }

    pub(super) fn log(&self) -> String {
        let read = |name| fs::read_to_string(self.dir.join(name)).unwrap_or_default();
        read("postfix.stdout") + &read("postfix.stderr")
    }
}

fn main_cf(dir: &Path, authority: &Authority) -> String {
    let (uid, gid) = if is_root() {
        ids(MAIL_USER)
    } else {
        own_ids(dir)
    };
    let (dir, certificate, key) = (dir.display(), authority.certificate(), authority.key());
    let (certificate, key) = (certificate.display(), key.display());
    format!(
        "compatibility_level = 3.6
queue_directory = {dir}/queue
data_directory = {dir}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
maillog_file = /dev/stdout
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = sink.example
mynetworks = 127.0.0.0/8
mydestination =
alias_maps =
smtpd_peername_lookup = no
in_flow_delay = 0
virtual_mailbox_domains = static:all
recipient_delimiter = +
transport_maps = inline:{{ bounces@undersigned.example=bounces: }},
  regexp:{dir}/config/transports
bounces_destination_recipient_limit = 1
virtual_mailbox_base = {dir}/mail
virtual_mailbox_maps = regexp:{dir}/config/mailboxes
virtual_minimum_uid = 1
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
smtpd_sender_restrictions = check_sender_access regexp:{dir}/config/senders
smtpd_recipient_restrictions =
  check_recipient_access regexp:{dir}/config/recipients, permit_mynetworks, reject
header_checks = regexp:{dir}/config/subjects
smtpd_tls_security_level = may
smtpd_tls_loglevel = 1
smtpd_tls_cert_file = {certificate}
smtpd_tls_key_file = {key}
"
    )
}

/// A program for Postfix's pipe(8): keeps a mail under the token in its address, once it is whole.
fn keep_bounce(dir: &Path) -> String {
    let dir = dir.join("bounces");
    let dir = dir.display();
    format!("set -e\ncat > {dir}/.$1.$$\nmv {dir}/.$1.$$ {dir}/$1\n")
}

fn own_ids(dir: &Path) -> (u32, u32) {
    let metadata = fs::metadata(dir).expect("own directory");
    (metadata.uid(), metadata.gid())
}

fn answers(port: u16) -> bool {
    TcpStream::connect(("127.0.0.1", port)).is_ok()
}
