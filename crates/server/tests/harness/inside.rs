//! The server inside the test's process, so that its clock can be set.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use tokio::runtime::Runtime;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use undersigned::app::App;
use undersigned::clock::Clock;
use undersigned::config::Config;
use undersigned::{http, jobs};

use super::{Installation, Visitor, wait_for};

/// A running server whose time stands still until it is moved.
pub(crate) struct Inside {
    pub(crate) app: Arc<App>,
    pub(crate) visitor: Visitor,
    now_ms: Arc<AtomicI64>,
    stop: watch::Sender<bool>,
    serving: Option<JoinHandle<()>>,
    runtime: Option<Runtime>,
}

impl Inside {
    /// Serves an installation's first node, beginning with the time as it is.
    pub(crate) fn serve(installation: &Installation) -> Self {
        let inside = Self::of(installation.config(0));
        wait_for("the letter", Duration::from_secs(30), || {
            inside.visitor.letter()
        });
        inside
    }

    /// Serves whatever letters a configuration's database has, none included.
    pub(crate) fn of(config: Config) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .expect("a runtime");
        let now_ms = Arc::new(AtomicI64::new(Clock::System.now_ms()));
        let base = config.base_url.clone();
        let (stop, stopped) = watch::channel(false);
        let clock = Clock::Set(now_ms.clone());
        let app = runtime
            .block_on(App::open(config, clock))
            .expect("it opens");
        let serving = runtime.spawn(serve(app.clone(), stopped));
        let visitor = Visitor::of(&base);
        wait_for("the server", Duration::from_secs(30), || {
            visitor.get("/healthz")
        });
        Self {
            app,
            visitor,
            now_ms,
            stop,
            serving: Some(serving),
            runtime: Some(runtime),
        }
    }

    /// Moves the clock, backwards too.
    pub(crate) fn pass(&self, seconds: i64) {
        self.now_ms.fetch_add(seconds * 1000, Ordering::SeqCst);
        self.app.mail_wake.notify_one();
        self.app.recorder_wake.notify_one();
    }

    /// Waits until no mail is due.
    pub(crate) fn settle_mail(&self, installation: &Installation) {
        self.app.mail_wake.notify_one();
        let now = self.app.clock.now();
        wait_for("the outbox", Duration::from_secs(30), || {
            let query = "select count(*) from mail_jobs where due_at <= $1";
            let due = installation
                .base
                .number(installation.data(0), query, &[now]);
            (due == 0).then_some(())
        });
    }
}

async fn serve(app: Arc<App>, stopped: watch::Receiver<bool>) {
    let mut running = jobs::start(&app, &stopped);
    http::serve(app.clone(), stopped, |_| {})
        .await
        .expect("it listens");
    while running.join_next().await.is_some() {}
    app.store.close().await;
}

impl Drop for Inside {
    fn drop(&mut self) {
        let _ = self.stop.send(true);
        if let (Some(runtime), Some(serving)) = (self.runtime.take(), self.serving.take()) {
            let patience = Duration::from_secs(20);
            let _ = runtime.block_on(async { tokio::time::timeout(patience, serving).await });
            runtime.shutdown_timeout(Duration::from_secs(5));
        }
    }
}
