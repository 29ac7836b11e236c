//! Letter pages a second, against a bare axum server that answers the same bytes.

use std::fs;
use std::net::SocketAddr;
use std::time::Instant;

use anyhow::ensure;
use tokio::task::JoinSet;

use crate::databases::Databases;
use crate::effort::Effort;
use crate::hosted::{Hosted, path};
use crate::load::{Connection, Sink};
use crate::programs::{Running, free_address, itself};
use crate::statistics::median;
use crate::table::{Table, figure};
use crate::{load, progress};

pub(crate) async fn measure(databases: &Databases, effort: &Effort) -> anyhow::Result<Table> {
    let sink = Sink::start().await?;
    let hosted = Hosted::launch(databases, &sink).await?;
    let server = hosted.serve().await?;
    let baseline = start_baseline(&hosted).await?;
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    let bar = progress::bar("letter pages", 2 * effort.rounds as u64 + 2);
    for round in 0..=effort.rounds {
        let first = rate(server.address(), effort).await?;
        bar.inc(1);
        let second = rate(baseline.address(), effort).await?;
        bar.inc(1);
        // The first turn of each warms up.
        if round > 0 || effort.rounds == 1 {
            ours.push(first);
            bare.push(second);
        }
    }
    bar.finish_and_clear();
    let ratios: Vec<f64> = ours.iter().zip(&bare).map(|(a, b)| a / b).collect();
    let mut table = Table::new(
        "Letter pages (brotli, keep-alive), requests a second",
        ["", "server", "bare axum", "ratio", "aim"],
    );
    table.row([
        format!("GET /letters/…, {} connections", effort.readers),
        figure(median(&ours)),
        figure(median(&bare)),
        figure(median(&ratios)),
        "≥ 0.9".to_owned(),
    ]);
    Ok(table)
}

/// Starts the bare server with the very bytes and fields that the server answers.
async fn start_baseline(hosted: &Hosted) -> anyhow::Result<Running> {
    let mut connection = Connection::open(hosted.address()).await?;
    let page = path("");
    let answer = connection.get(&page).await?;
    let fields: Vec<String> = answer
        .fields()
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    ensure!(
        fields.iter().any(|field| field == "content-encoding: br"),
        "the letter's page is not compressed"
    );
    let folder = hosted.data();
    fs::write(folder.join("page.br"), answer.body)?;
    fs::write(folder.join("page.fields"), fields.join("\n"))?;
    let address = free_address()?;
    let mut command = itself()?;
    command
        .arg("baseline-page")
        .args(["--listen", &address.to_string(), "--path", &page])
        .arg("--body")
        .arg(folder.join("page.br"))
        .arg("--fields")
        .arg(folder.join("page.fields"));
    let mut running = Running::start(command, address, &folder.join("baseline.log"))?;
    running.wait_for(&page).await?;
    Ok(running)
}

/// Requests a second that `server` answers in one turn.
async fn rate(server: SocketAddr, effort: &Effort) -> anyhow::Result<f64> {
    let request = load::get_request(server, &path(""));
    let mut readers = JoinSet::new();
    let begun = Instant::now();
    let end = begun + effort.turn;
    for _ in 0..effort.readers {
        let request = request.clone();
        readers.spawn(async move {
            let mut connection = Connection::open(server).await?;
            let mut answered = 0_u64;
            while Instant::now() < end {
                let answer = connection.exchange(request.as_bytes()).await?;
                ensure!(
                    answer.status == 200,
                    "a page was answered {}",
                    answer.status
                );
                answered += 1;
            }
            Ok::<_, anyhow::Error>(answered)
        });
    }
    let mut answered = 0;
    while let Some(reader) = readers.join_next().await {
        answered += reader??;
    }
    Ok(answered as f64 / begun.elapsed().as_secs_f64())
}
