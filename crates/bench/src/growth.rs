//! What a letter costs as it grows: start-up, memory, pages, verification.
//!
//! A server for each size runs at the same time, and each page is asked of all of them in turn.

pub(crate) mod crowd;
mod probes;
pub(crate) mod verification;

use std::time::{Duration, Instant};

use crate::databases::Databases;
use crate::effort::Effort;
use crate::hosted::{Hosted, path};
use crate::load::{Connection, Sink};
use crate::programs::Running;
use crate::progress;
use crate::statistics::median;
use crate::table::{Table, figure};
use probes::{PROBES, Probed};
use verification::Verified;

/// One size: what was measured at it.
struct Size {
    signatures: u64,
    hosted: Hosted,
    server: Option<Running>,
    /// Milliseconds from start to the first letter page.
    starts: Vec<f64>,
    /// Milliseconds of each probe, in the order of `PROBES`.
    probed: Probed,
    /// Megabytes after pages were served.
    memory: f64,
    verified: Option<Verified>,
}

pub(crate) async fn measure(databases: &Databases, effort: &Effort) -> anyhow::Result<Table> {
    let sink = Sink::start().await?;
    let mut sizes = Vec::new();
    for &signatures in &effort.scales {
        let hosted = Hosted::launch(databases, &sink).await?;
        crowd::fill(&hosted, signatures).await?;
        sizes.push(Size {
            signatures,
            hosted,
            server: None,
            starts: Vec::new(),
            probed: Probed::default(),
            memory: 0.0,
            verified: None,
        });
    }
    start(&mut sizes, effort).await?;
    probe(&mut sizes, &sink, effort).await?;
    for size in &mut sizes {
        size.server = None;
        size.verified = Some(verification::verify(&size.hosted).await?);
    }
    Ok(tabulate(&sizes))
}

/// Starts each server several times; the last start stays.
async fn start(sizes: &mut [Size], effort: &Effort) -> anyhow::Result<()> {
    for _ in 0..effort.rounds {
        for size in &mut *sizes {
            size.server = None;
            let begun = Instant::now();
            size.server = Some(size.hosted.serve().await?);
            size.starts.push(milliseconds(begun.elapsed()));
        }
    }
    Ok(())
}

async fn probe(sizes: &mut [Size], sink: &Sink, effort: &Effort) -> anyhow::Result<()> {
    let bar = progress::bar("pages at each size", (effort.probes * sizes.len()) as u64);
    for round in 0..effort.probes {
        for size in &mut *sizes {
            let address = size.hosted.address();
            probes::run(address, sink, size.signatures, round, &mut size.probed).await?;
            bar.inc(1);
        }
    }
    for size in sizes {
        // The page that everybody asks for, from memory, while the server has all else in it too.
        let mut connection = Connection::open(size.hosted.address()).await?;
        for _ in 0..100 {
            connection.get(&path("")).await?;
        }
        size.memory = size
            .server
            .as_ref()
            .and_then(Running::memory)
            .unwrap_or(0.0);
    }
    bar.finish_and_clear();
    Ok(())
}

fn tabulate(sizes: &[Size]) -> Table {
    let mut columns = vec![String::new()];
    columns.extend(sizes.iter().map(|size| size.signatures.to_string()));
    columns.extend(["ratio".to_owned(), "aim".to_owned()]);
    let mut table = Table::new("Growth: signatures of the letter", columns);
    let mut row = |what: &str, values: Vec<f64>, aim: &str| {
        let mut cells = vec![what.to_owned()];
        cells.extend(values.iter().copied().map(figure));
        cells.push(match (values.first(), values.last()) {
            (Some(first), Some(last)) if *first > 0.0 => figure(last / first),
            _ => String::new(),
        });
        cells.push(aim.to_owned());
        table.row(cells);
    };
    let each = |value: &dyn Fn(&Size) -> f64| sizes.iter().map(value).collect::<Vec<f64>>();
    row(
        "start to first page, ms",
        each(&|size| median(&size.starts)),
        "",
    );
    row("memory, MB", each(&|size| size.memory), "< 150 MB");
    for (at, probe) in PROBES.iter().enumerate() {
        let what = format!("{}, ms", probe.what);
        row(&what, each(&|size| median(&size.probed.of(at))), probe.aim);
    }
    let verified =
        |value: &dyn Fn(&Verified) -> f64| each(&|size| size.verified.as_ref().map_or(0.0, value));
    row(
        "export of the bundle, s",
        verified(&|v| v.export.as_secs_f64()),
        "",
    );
    row("bundle, MB", verified(&|v| v.bundle), "");
    row(
        "verification of the bundle, s",
        verified(&|v| v.took.as_secs_f64()),
        "",
    );
    row(
        "the same for a million entries, s",
        verified(&Verified::per_million),
        "",
    );
    row("the verifier's memory, MB", verified(&|v| v.memory), "");
    table
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}
