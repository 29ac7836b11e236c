//! `undersigned demo`.

use std::net::SocketAddr;

/// Arguments of `demo`; `--data` is the flag of every command.
#[derive(clap::Args)]
pub(super) struct Demo {
    /// ADDRESS:PORT
    #[arg(long)]
    listen: Option<SocketAddr>,
    /// Begin anew: deletes what an earlier demo left.
    #[arg(long)]
    fresh: bool,
}

impl Demo {
    /// Serves the demonstration until it is told to stop.
    pub(super) async fn run(self, place: &super::Installation) -> anyhow::Result<()> {
        let _ = (self.listen, self.fresh, place.flagged());
        anyhow::bail!("the demo is not built in yet")
    }
}
