//! A letter with a million signatures, in short a tenth or less, on the real server: the record verifies where it
//! is served and as a bundle, the roll is whole wherever it is opened, receipts hold, and neither the
//! server nor the auditor's program needs much memory.
//!
//! The crowd is enrolled and sequenced by the server's own code, thousands in a transaction; forms
//! and mails are left out.

use std::path::{Path, PathBuf};
use std::time::Instant;
use std::{env, fs};

use anyhow::{Context, ensure};
use serde_json::Value;
use undersigned_testbed::{LONG, Postgres, chance, rounds};

use crate::arguments::Engine;
use crate::databases::Databases;
use crate::growth::{crowd, verification};
use crate::hosted::{Hosted, SLUG, path};
use crate::load::{Connection, Sink};
use crate::people::Person;
use crate::programs::{Finished, beside, ensure_built, finish};

/// Signatures before the crowd's: those of the fixture's founders.
const FOUNDERS: u64 = 195;

/// Megabytes of 10^6 bytes that a process may ever have.
const SERVER_MEMORY: f64 = 150.0;
const VERIFIER_MEMORY: f64 = 64.0;

/// Pages turned from each place of the roll, and signatures on each.
const PAGES: u64 = 3;
const PAGE: u64 = 100;

/// Receipts that are checked.
const RECEIPTS: usize = 12;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_million_signatures_are_served_and_verified() -> anyhow::Result<()> {
    ensure_built()?;
    let mut chance = chance("million");
    let is_long = env::var_os(LONG).is_some();
    let chosen = [chance.bool()];
    let engines = if is_long { &[false, true][..] } else { &chosen };
    for &on_postgres in engines {
        let cluster = on_postgres.then(Postgres::shared);
        let engine = cluster.as_ref().map_or(Engine::Sqlite, |cluster| {
            Engine::Postgres(cluster.url().to_owned())
        });
        let databases = Databases::new(engine.clone(), None);
        // Filling PostgreSQL takes several times as long: in short, a quarter of the tenth.
        let share = if on_postgres && !is_long { 4 } else { 1 };
        let count = rounds(1_000_000 / share) as u64;
        let story = story(&databases, count, &mut chance).await;
        databases.drop_all().await?;
        story.with_context(|| format!("{count} signatures, PostgreSQL: {on_postgres}"))?;
    }
    Ok(())
}

async fn story(
    databases: &Databases,
    count: u64,
    chance: &mut fastrand::Rng,
) -> anyhow::Result<()> {
    let sink = Sink::start().await?;
    let hosted = Hosted::launch(databases, &sink).await?;
    let begun = Instant::now();
    crowd::fill(&hosted, count).await?;
    println!("filled after {:?}", begun.elapsed());
    let server = hosted.serve().await?;
    let mut reader = Reader::open(&hosted).await?;
    let key = reader.text(&path("/record/key")).await?;
    let size = reader.figures(count).await?;
    turn_pages(&mut reader, size, count).await?;
    look_for_somebody(&mut reader, count / 200, chance).await?;

    let address = format!("http://{}{}", hosted.address(), path(""));
    let report = auditor(&hosted, &[&address, "--key", key.trim()]).await?;
    ensure!(report["checkpoint"]["size"] == size, "{report}");
    ensure!(report["figures"]["total"] == count + FOUNDERS, "{report}");
    println!("verified where it is served after {:?}", begun.elapsed());
    let verified = verification::verify(&hosted).await?;
    println!("verified as a bundle after {:?}", begun.elapsed());
    let bundled = &verified.report;
    ensure!(bundled["figures"] == report["figures"], "{bundled}");
    ensure!(bundled["checkpoint"] == report["checkpoint"], "{bundled}");
    ensure!(
        verified.memory < VERIFIER_MEMORY,
        "the auditor of a bundle had {} MB",
        verified.memory
    );
    for _ in 0..RECEIPTS {
        let index = chance.u64(size - count..size);
        let receipt = reader
            .text(&path(&format!("/signatures/{index}/receipt")))
            .await?;
        let file = hosted.data().join("receipt.tlog-proof");
        fs::write(&file, receipt)?;
        let file = file.to_str().context("a plain path")?;
        auditor(&hosted, &[file, "--log", &address, "--key", key.trim()]).await?;
    }
    let memory = server.most_memory().context("the server runs")?;
    ensure!(memory < SERVER_MEMORY, "the server had {memory} MB");
    println!(
        "{memory} MB for the server, {} for the auditor of the bundle; all after {:?}",
        verified.memory,
        begun.elapsed()
    );
    Ok(())
}

/// The auditor's report of something that holds.
async fn auditor(hosted: &Hosted, arguments: &[&str]) -> anyhow::Result<Value> {
    let mut verify = beside("undersigned-verify")?;
    verify.args(arguments).arg("--json");
    let Finished { memory, stdout, .. } = finish(verify, &log(hosted.data())).await?;
    ensure!(
        memory < VERIFIER_MEMORY,
        "the auditor had {memory} MB: {arguments:?}"
    );
    let report: Value = serde_json::from_slice(&stdout)?;
    ensure!(
        report["ok"] == true && report["key_pinned"] == true,
        "{report}"
    );
    Ok(report)
}

fn log(data: &Path) -> PathBuf {
    data.join("auditor.log")
}

/// Reads pages of the server.
struct Reader(Connection);

impl Reader {
    async fn open(hosted: &Hosted) -> anyhow::Result<Self> {
        Ok(Self(Connection::open(hosted.address()).await?))
    }

    async fn text(&mut self, place: &str) -> anyhow::Result<String> {
        let answer = self.0.get_plain(place).await?;
        ensure!(
            answer.status == 200,
            "{place} was answered {}",
            answer.status
        );
        Ok(std::str::from_utf8(answer.body)?.to_owned())
    }

    async fn json(&mut self, place: &str) -> anyhow::Result<Value> {
        Ok(serde_json::from_str(&self.text(place).await?)?)
    }

    /// A page of the roll.
    async fn page(&mut self, query: &str) -> anyhow::Result<Value> {
        self.json(&format!("/api/letters/{SLUG}/signatures?{query}"))
            .await
    }

    /// A page of the roll: its indices, and where the next begins.
    async fn roll(&mut self, query: &str) -> anyhow::Result<(Vec<u64>, Option<u64>)> {
        let page = self.page(query).await?;
        let signatures = page["signatures"].as_array().context("a page")?;
        let index = |signature: &Value| signature["index"].as_u64().context("an index");
        let indices = signatures
            .iter()
            .map(index)
            .collect::<anyhow::Result<_>>()?;
        Ok((indices, page["next"].as_u64()))
    }

    /// Entries of the record, once everybody in the figures was found to be there.
    async fn figures(&mut self, count: u64) -> anyhow::Result<u64> {
        let letter = self.json(&format!("/api/letters/{SLUG}")).await?;
        ensure!(letter["figures"]["total"] == count + FOUNDERS, "{letter}");
        letter["record"]["size"].as_u64().context("a size")
    }
}

/// Turns pages at the beginning, in the middle and at the end: each index once, and none left out.
async fn turn_pages(reader: &mut Reader, size: u64, count: u64) -> anyhow::Result<()> {
    for start in [size, size / 2, size / 2 + 7, size - 1 - PAGE / 2] {
        let mut before = start;
        for _ in 0..PAGES {
            let (indices, next) = reader.roll(&format!("before={before}")).await?;
            let expected: Vec<u64> = (before - PAGE..before).rev().collect();
            ensure!(indices == expected, "before {before}: {indices:?}");
            before = next.context("a next page")?;
        }
        let page = reader
            .text(&path(&format!("/signatures?from=.{start}")))
            .await?;
        for index in [start - 1, start - 50] {
            let link = path(&format!("/signatures/{index}?"));
            ensure!(page.contains(&link), "{index} is missing before {start}");
        }
    }
    // Below the crowd are the founders, with other entries between them.
    let (mut founders, mut from) = (0, Some(size - count));
    while let Some(before) = from {
        let page = reader.page(&format!("before={before}")).await?;
        let signatures = page["signatures"].as_array().context("a page")?;
        let founding = signatures.iter().filter(|line| line["founding"] == true);
        founders += founding.count() as u64;
        from = page["next"].as_u64();
    }
    ensure!(founders == FOUNDERS, "{founders} founders end the roll");
    Ok(())
}

/// Searches pages of a common name, which many have: each index once.
async fn look_for_somebody(
    reader: &mut Reader,
    many: u64,
    chance: &mut fastrand::Rng,
) -> anyhow::Result<()> {
    let name = Person::search(chance.usize(..1000));
    let query = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("q", &name)
        .finish();
    let (mut seen, mut next) = (Vec::new(), Some(String::new()));
    while let Some(from) = next.filter(|_| (seen.len() as u64) < many) {
        let (indices, before) = reader.roll(&format!("{query}{from}")).await?;
        seen.extend(indices);
        next = before.map(|before| format!("&before={before}"));
    }
    let found = seen.len();
    ensure!(found as u64 >= many, "{found} people are called {name}");
    seen.sort_unstable();
    seen.dedup();
    ensure!(seen.len() == found, "a search for {name} repeats itself");
    Ok(())
}
