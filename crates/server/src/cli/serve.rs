//! `undersigned serve`.

/// Arguments of `serve`.
#[derive(clap::Args)]
pub(super) struct Serve {
    /// ADDRESS:PORT, unix:/path/to/socket or systemd.
    #[arg(long)]
    listen: Option<String>,
}

impl Serve {
    /// Serves until it is told to stop.
    pub(super) async fn run(self, place: &super::Installation) -> anyhow::Result<()> {
        let _ = (self.listen, place);
        anyhow::bail!("serve is not built in yet")
    }
}
