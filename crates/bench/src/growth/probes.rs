//! The pages whose times are compared.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};

use super::milliseconds;
use crate::hosted::path;
use crate::load::{Connection, Signer, Sink, sign};
use crate::people::Person;

/// How long a confirmed signature may take to be published.
const PATIENCE: Duration = Duration::from_secs(30);

/// Numbers the people who sign between probes, far from those of the crowd.
static NEXT: AtomicU64 = AtomicU64::new(1 << 50);

/// One page, and what is aimed at.
pub(crate) struct Probe {
    pub(crate) what: &'static str,
    pub(crate) aim: &'static str,
    /// Its path behind the letter's, in a round, among so many signatures.
    place: fn(round: usize, signatures: u64) -> String,
}

const FLAT: &str = "≤ 1.2x";

pub(crate) const PROBES: [Probe; 9] = [
    Probe {
        what: "letter page, made anew",
        aim: FLAT,
        place: |_, _| String::new(),
    },
    Probe {
        what: "letter page, from memory",
        aim: FLAT,
        place: |_, _| String::new(),
    },
    Probe {
        what: "roll, first page",
        aim: FLAT,
        place: |_, _| "/signatures".to_owned(),
    },
    Probe {
        what: "roll, in the middle",
        aim: FLAT,
        place: |round, signatures| format!("/signatures?from=.{}", middle(round, signatures)),
    },
    Probe {
        what: "roll of a country, in the middle",
        aim: FLAT,
        place: |round, signatures| {
            let from = middle(round, signatures);
            format!("/signatures?kind=individual&country=FR&from=.{from}")
        },
    },
    Probe {
        what: "organizations by name",
        aim: FLAT,
        place: |_, _| "/signatures?kind=organization".to_owned(),
    },
    Probe {
        what: "search",
        aim: FLAT,
        place: |round, _| {
            let words = url::form_urlencoded::Serializer::new(String::new())
                .append_pair("q", &Person::search(round))
                .finish();
            format!("/signatures?{words}")
        },
    },
    Probe {
        what: "one signature",
        aim: FLAT,
        place: |round, signatures| format!("/signatures/{}", middle(round, signatures)),
    },
    Probe {
        what: "receipt",
        aim: FLAT,
        place: |round, signatures| format!("/signatures/{}/receipt", middle(round, signatures)),
    },
];

/// The index of a signature somewhere in the middle, another each round. Founders, whose indices
/// come before, are some two hundred.
fn middle(round: usize, signatures: u64) -> u64 {
    let spread = (round as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
    210 + signatures / 4 + (spread % (signatures / 2).max(1))
}

/// Milliseconds of each probe, in each round.
#[derive(Default)]
pub(crate) struct Probed(Vec<Vec<f64>>);

impl Probed {
    /// All times of the probe `at`.
    pub(crate) fn of(&self, at: usize) -> Vec<f64> {
        self.0
            .iter()
            .filter_map(|round| round.get(at).copied())
            .collect()
    }
}

/// Lets somebody sign, so that every page has to be made anew, and asks for each page.
pub(crate) async fn run(
    server: SocketAddr,
    sink: &Sink,
    signatures: u64,
    round: usize,
    probed: &mut Probed,
) -> anyhow::Result<()> {
    let mut connection = Connection::open(server).await?;
    let before = size(&mut connection).await?;
    let mut signer = Signer::open(server, sink).await?;
    let person = Person::number(NEXT.fetch_add(1, Ordering::Relaxed));
    sign(&mut signer, &person).await?;
    let begun = Instant::now();
    while size(&mut connection).await? <= before {
        ensure!(begun.elapsed() < PATIENCE, "a signature was not published");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let mut times = Vec::with_capacity(PROBES.len());
    for probe in &PROBES {
        let place = path(&(probe.place)(round, signatures));
        let asked = Instant::now();
        let answer = connection.get(&place).await?;
        times.push(milliseconds(asked.elapsed()));
        ensure!(
            answer.status == 200,
            "{place} was answered {}",
            answer.status
        );
    }
    probed.0.push(times);
    Ok(())
}

/// Entries of the published record, by the second line of its checkpoint.
async fn size(connection: &mut Connection) -> anyhow::Result<u64> {
    let answer = connection.get(&path("/record/checkpoint")).await?;
    let checkpoint = std::str::from_utf8(answer.body)?;
    let size = checkpoint.lines().nth(1).context("a checkpoint")?;
    Ok(size.parse()?)
}
