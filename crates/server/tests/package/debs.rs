//! Packages of the programs under test.

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// A folder with packages.
pub(crate) struct Debs(TempDir);

impl Debs {
    pub(crate) fn new() -> Self {
        // Others than its owner may look inside: the machine's users, apt's among them.
        let dir = tempfile::tempdir().unwrap();
        run(Command::new("chmod").arg("755").arg(dir.path()));
        Self(dir)
    }

    pub(crate) fn folder(&self) -> &Path {
        self.0.path()
    }

    /// Packs the programs under this version.
    pub(crate) fn build(&self, version: &str) {
        let mut build = Command::new(format!("{ROOT}/packaging/build-deb"));
        build.arg("--from").arg(programs());
        build
            .arg("--to")
            .arg(self.folder())
            .args(["--version", version]);
        // Quick, and as good.
        build.env("DPKG_DEB_COMPRESSOR_TYPE", "none");
        run(&mut build);
    }

    /// The line of shell that installs both on a machine that was given the folder.
    pub(crate) fn install(&self, version: &str) -> String {
        let files = self.files(version).map(|file| {
            let name = file.file_name().unwrap().to_str().unwrap();
            format!("/srv/given/{name}")
        });
        let apt = "apt-get install --yes --quiet --allow-downgrades";
        format!("{apt} {} 2>&1", files.join(" "))
    }

    /// What lintian says of both.
    pub(crate) fn lintian(&self, version: &str) -> String {
        let mut lintian = Command::new("lintian");
        lintian.args(["--allow-root", "--fail-on", "none"]);
        // Not so in a release: `build` saves that time.
        let tags =
            ["control", "data"].map(|part| format!("uses-no-compression-for-{part}-tarball"));
        lintian.args(["--suppress-tags", &tags.join(",")]);
        run(lintian.args(self.files(version)))
    }

    fn files(&self, version: &str) -> [PathBuf; 2] {
        let architecture = run(Command::new("dpkg").arg("--print-architecture"));
        let architecture = architecture.trim();
        ["undersigned", "undersigned-desk"].map(|name| {
            self.folder()
                .join(format!("{name}_{version}_{architecture}.deb"))
        })
    }
}

/// Where the programs under test are; those of other crates are built where only this one's tests are.
fn programs() -> PathBuf {
    let folder = Path::new(env!("CARGO_BIN_EXE_undersigned"))
        .parent()
        .unwrap();
    let others = ["undersigned-verify", "undersigned-desk"];
    if others.iter().any(|other| !folder.join(other).exists()) {
        let packages = others.map(|other| format!("--package={other}"));
        run(Command::new(env!("CARGO"))
            .args(["build", "--locked"])
            .args(packages));
    }
    folder.to_owned()
}

fn run(command: &mut Command) -> String {
    let ended = command.output().unwrap();
    let said = String::from_utf8_lossy(&ended.stdout).into_owned();
    let err = String::from_utf8_lossy(&ended.stderr);
    assert!(ended.status.success(), "{command:?}: {said}{err}");
    said
}
