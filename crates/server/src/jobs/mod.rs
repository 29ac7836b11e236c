//! What runs beside requests: one file a job.

mod closing;
mod founders;
mod launch;
mod mail;
mod proof;
mod purge;
mod retention;
mod rules;

use std::sync::Arc;

use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::app::App;
use crate::recorder;

/// Starts every job; they end soon after `stop` turns true.
pub fn start(app: &Arc<App>, stop: &watch::Receiver<bool>) -> JoinSet<()> {
    let mut jobs = JoinSet::new();
    jobs.spawn(recorder::run(app.clone(), stop.clone()));
    jobs.spawn(closing::run(app.clone(), stop.clone()));
    jobs.spawn(proof::run(app.clone(), stop.clone()));
    jobs.spawn(founders::run(app.clone(), stop.clone()));
    jobs.spawn(launch::run(app.clone(), stop.clone()));
    jobs.spawn(purge::run(app.clone(), stop.clone()));
    jobs.spawn(retention::run(app.clone(), stop.clone()));
    jobs.spawn(rules::run(app.clone(), stop.clone()));
    if let Some(transport) = &app.mail {
        jobs.spawn(mail::run(app.clone(), transport.clone(), stop.clone()));
    }
    jobs
}
