//! Complete signatures a second: form, mail, button, each durable before it is answered.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use tokio::task::JoinSet;

use crate::databases::Databases;
use crate::effort::Effort;
use crate::hosted::{Hosted, path};
use crate::load::{Connection, Signer, Sink, sign};
use crate::people::Person;
use crate::programs::{finish, itself};
use crate::progress;
use crate::statistics::{median, percentile_ms};
use crate::table::{Table, figure};

/// Numbers the people of all turns: nobody signs twice.
static NEXT: AtomicU64 = AtomicU64::new(0);

/// What one turn came to.
struct Turn {
    /// Signatures a second.
    rate: f64,
    /// Processor time of each, in microseconds.
    effort: f64,
}

/// How long each step took, in one turn.
#[derive(Default)]
struct Steps {
    submit: Vec<Duration>,
    mail: Vec<Duration>,
    confirm: Vec<Duration>,
}

pub(crate) async fn measure(databases: &Databases, effort: &Effort) -> anyhow::Result<Table> {
    let sink = Sink::start().await?;
    let hosted = Hosted::launch(databases, &sink).await?;
    let server = hosted.serve().await?;
    let floor_store = databases.fresh().await?;
    let floor_folder = databases.folder()?;
    let before = recorded(server.address()).await?;
    let (mut ours, mut floor, mut signed) = (Vec::new(), Vec::new(), 0);
    let bar = progress::bar("signatures", 2 * effort.rounds as u64 + 3);
    for round in 0..=effort.rounds {
        let worked = server.processor_time()?;
        let (rate, count) = full_rate(server.address(), &sink, effort).await?;
        let turn = Turn {
            rate,
            effort: (server.processor_time()? - worked) / count as f64 * 1e6,
        };
        signed += count;
        bar.inc(1);
        let least = floor_rate(floor_folder.path(), &floor_store, effort).await?;
        bar.inc(1);
        // The first turn of each warms up.
        if round > 0 || effort.rounds == 1 {
            ours.push(turn);
            floor.push(least);
        }
    }
    let half = middle(&ours, |turn| turn.rate) / 2.0;
    let steps = at_rate(server.address(), &sink, half, effort).await?;
    signed += steps.confirm.len() as u64;
    await_recorded(server.address(), before + signed).await?;
    bar.finish_and_clear();
    Ok(tabulate(&ours, &floor, &steps))
}

fn middle(turns: &[Turn], of: fn(&Turn) -> f64) -> f64 {
    median(&turns.iter().map(of).collect::<Vec<_>>())
}

fn tabulate(ours: &[Turn], floor: &[Turn], steps: &Steps) -> Table {
    let ratio = |of: fn(&Turn) -> f64| {
        let turns = ours.iter().zip(floor);
        figure(median(
            &turns.map(|(a, b)| of(a) / of(b)).collect::<Vec<_>>(),
        ))
    };
    let figures = |of: fn(&Turn) -> f64| {
        [
            figure(middle(ours, of)),
            figure(middle(floor, of)),
            ratio(of),
        ]
    };
    let half = middle(ours, |turn| turn.rate) / 2.0;
    let mut table = Table::new(
        "Complete signatures: form, mail, button, all durable",
        ["", "server", "floor", "ratio", "aim"],
    );
    let [server, least, ratio] = figures(|turn| turn.rate);
    let named = "signatures a second".to_owned();
    table.row([named, server, least, ratio, "≥ 0.5".to_owned()]);
    let [server, least, ratio] = figures(|turn| turn.effort);
    let named = "processor time of each, µs".to_owned();
    table.row([named, server, least, ratio, String::new()]);
    let mut latency = |step: &str, took: &[Duration], aim: &str| {
        for (name, share, aim) in [("p50", 0.5, ""), ("p99", 0.99, aim)] {
            table.row([
                format!("{step}, {name} at {} a second", figure(half)),
                format!("{} ms", figure(percentile_ms(took, share))),
                String::new(),
                String::new(),
                aim.to_owned(),
            ]);
        }
    };
    latency("form", &steps.submit, "< 100 ms");
    latency("mail", &steps.mail, "");
    latency("button", &steps.confirm, "< 100 ms");
    table
}

/// Everybody signs as fast as they are let: signatures a second, and how many.
async fn full_rate(server: SocketAddr, sink: &Sink, effort: &Effort) -> anyhow::Result<(f64, u64)> {
    let mut people = JoinSet::new();
    let begun = Instant::now();
    let end = begun + effort.turn;
    for _ in 0..effort.signers {
        let sink = sink.clone();
        people.spawn(async move {
            let mut signer = Signer::open(server, &sink).await?;
            let mut signed = 0_u64;
            while Instant::now() < end {
                let person = Person::number(NEXT.fetch_add(1, Ordering::Relaxed));
                sign(&mut signer, &person).await?;
                signed += 1;
            }
            Ok::<_, anyhow::Error>(signed)
        });
    }
    let mut signed = 0;
    while let Some(person) = people.join_next().await {
        signed += person??;
    }
    Ok((signed as f64 / begun.elapsed().as_secs_f64(), signed))
}

/// The same for the floor, in a process of its own.
async fn floor_rate(folder: &Path, store: &str, effort: &Effort) -> anyhow::Result<Turn> {
    let mut command = itself()?;
    command
        .arg("baseline-signature")
        .arg("--folder")
        .arg(folder)
        .args(["--store", store])
        .args(["--writers", &effort.signers.to_string()])
        .args(["--milliseconds", &effort.turn.as_millis().to_string()]);
    let finished = finish(command, &folder.join("floor.log")).await?;
    let said = String::from_utf8(finished.stdout)?;
    let (rate, effort) = said.trim().split_once(' ').context("no two figures")?;
    Ok(Turn {
        rate: rate.parse()?,
        effort: effort.parse()?,
    })
}

/// People come at a steady `rate` a second, whether or not the server keeps up: what each step
/// takes is counted from when it should have begun.
async fn at_rate(
    server: SocketAddr,
    sink: &Sink,
    rate: f64,
    effort: &Effort,
) -> anyhow::Result<Steps> {
    let arrived = Arc::new(AtomicU64::new(0));
    let begun = Instant::now();
    let end = begun + effort.turn * 2;
    let mut people = JoinSet::new();
    for _ in 0..effort.signers {
        let (sink, arrived) = (sink.clone(), arrived.clone());
        people.spawn(async move {
            let mut signer = Signer::open(server, &sink).await?;
            let mut steps = Steps::default();
            loop {
                let arrival = arrived.fetch_add(1, Ordering::Relaxed) as f64 / rate;
                let due = begun + Duration::from_secs_f64(arrival);
                if due >= end {
                    return Ok::<_, anyhow::Error>(steps);
                }
                tokio::time::sleep_until(due.into()).await;
                let person = Person::number(NEXT.fetch_add(1, Ordering::Relaxed));
                let submitted = signer.submit(&person).await?;
                steps.submit.push(due.elapsed());
                let sent = Instant::now();
                let token = submitted.token().await?;
                steps.mail.push(sent.elapsed());
                let pressed = Instant::now();
                signer.confirm(&token).await?;
                steps.confirm.push(pressed.elapsed());
            }
        });
    }
    let mut all = Steps::default();
    while let Some(steps) = people.join_next().await {
        let steps = steps??;
        all.submit.extend(steps.submit);
        all.mail.extend(steps.mail);
        all.confirm.extend(steps.confirm);
    }
    Ok(all)
}

/// Signatures by the published record.
async fn recorded(server: SocketAddr) -> anyhow::Result<u64> {
    let mut connection = Connection::open(server).await?;
    let answer = connection
        .get(&path("").replace("/letters", "/api/letters"))
        .await?;
    let letter: serde_json::Value = serde_json::from_slice(answer.body)?;
    Ok(letter["figures"]["total"].as_u64().unwrap_or_default())
}

/// Waits until the record says `total`: every confirmed signature is there once.
async fn await_recorded(server: SocketAddr, total: u64) -> anyhow::Result<()> {
    let begun = Instant::now();
    loop {
        let now = recorded(server).await?;
        if now == total {
            return Ok(());
        }
        ensure!(
            now < total && begun.elapsed() < Duration::from_secs(120),
            "{total} signatures were confirmed, the record has {now}"
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
