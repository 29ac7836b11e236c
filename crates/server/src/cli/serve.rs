//! `undersigned serve`.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::Context;
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::Installation;
use crate::app::{App, private_folder};
use crate::config::Config;
use crate::lock::DataLock;
use crate::{http, jobs, recorder};

/// Arguments of `serve`.
#[derive(clap::Args)]
pub(super) struct Serve {
    /// ADDRESS:PORT, unix:/path/to/socket or systemd.
    #[arg(long)]
    listen: Option<String>,
}

impl Serve {
    /// Serves until it is told to stop.
    pub(super) async fn run(self, place: &Installation) -> anyhow::Result<()> {
        let mut config = place.config()?;
        ensure_made(&config)?;
        if let Some(listen) = self.listen {
            config.listen = listen.parse().map_err(anyhow::Error::msg)?;
        }
        start_logs(config.log_json);
        let _lock = lock(&config)?;
        let app = App::open(config, crate::clock::Clock::System).await?;
        if app.mail.is_none() {
            tracing::warn!("no [mail] is configured: nobody can confirm a signature");
        }
        serve(app, |address| {
            super::say::line(format!("listening on {address}"));
        })
        .await
    }
}

/// That there is something to serve: no new site comes of a mistaken folder, and no real one of a
/// demo's.
fn ensure_made(config: &Config) -> anyhow::Result<()> {
    let data = config.data.display();
    anyhow::ensure!(
        !config.demo,
        "{data} is a demo's data: `undersigned demo --data {data}` serves it"
    );
    if let Some(file) = config.sqlite_file() {
        anyhow::ensure!(
            file.exists(),
            "{} is missing: name the right data directory with --data, make one with \
             `undersigned init`, or bring a backup back with `undersigned restore`",
            file.display()
        );
    }
    Ok(())
}

/// One process serves a data directory; nodes of one PostgreSQL have a directory each.
pub(super) fn lock(config: &Config) -> anyhow::Result<DataLock> {
    private_folder(&config.data)?;
    Ok(DataLock::acquire(&config.data)?)
}

/// Runs the jobs and answers requests until a signal says stop; then lets both end.
pub(super) async fn serve(app: Arc<App>, told: impl FnOnce(&str)) -> anyhow::Result<()> {
    let (stop, stopped) = watch::channel(false);
    if let Some(address) = app.config.metrics_listen {
        serve_metrics(address, stopped.clone()).await?;
    }
    if let Some(address) = app.config.ask_listen {
        let listener = bind(address, "ask_listen").await?;
        tokio::spawn(http::serve_ask(app.clone(), listener, stopped.clone()));
    }
    // Before the first request: a letter that is there must not look as if it weren't.
    recorder::refresh(&app).await?;
    let mut running = jobs::start(&app, &stopped);
    tokio::spawn(async move {
        wait_for_signal().await;
        tracing::info!("stopping");
        let _ = stop.send(true);
    });
    http::serve(app.clone(), stopped, told).await?;
    while running.join_next().await.is_some() {}
    app.store.close().await;
    Ok(())
}

async fn wait_for_signal() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut term) = signal(SignalKind::terminate()) else {
        return;
    };
    tokio::select! {
        _ = term.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}

async fn bind(address: SocketAddr, setting: &str) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address)
        .await
        .with_context(|| format!("can't listen on {address} ({setting})"))
}

/// Metrics carry counts and durations; no label names a person, an address or a token.
async fn serve_metrics(address: SocketAddr, stopped: watch::Receiver<bool>) -> anyhow::Result<()> {
    let recorder = metrics_exporter_prometheus::PrometheusBuilder::new().build_recorder();
    let handle = recorder.handle();
    metrics::set_global_recorder(recorder).context("metrics")?;
    let listener = bind(address, "metrics_listen").await?;
    let render = move || {
        let handle = handle.clone();
        async move { handle.render() }
    };
    let routes = axum::Router::new().route("/metrics", axum::routing::get(render));
    let mut stopped = stopped;
    tokio::spawn(async move {
        let stop = async move {
            let _ = stopped.wait_for(|stop| *stop).await;
        };
        if let Err(error) = axum::serve(listener, routes)
            .with_graceful_shutdown(stop)
            .await
        {
            tracing::error!(error = %error.kind(), "metrics are served no more");
        }
    });
    Ok(())
}

/// Logs go to standard error; `RUST_LOG` chooses what.
pub(super) fn start_logs(json: bool) {
    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new("warn,undersigned=info"));
    // They would name the domains that signatories prove.
    let silent = [
        "hickory_net=off",
        "hickory_proto=off",
        "hickory_resolver=off",
        "rustls=off",
    ];
    let filter = silent
        .iter()
        .filter_map(|of| of.parse().ok())
        .fold(filter, EnvFilter::add_directive);
    let logs = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    // A second start in one process (tests) keeps the first.
    let _ = if json {
        logs.json().try_init()
    } else {
        logs.try_init()
    };
}
