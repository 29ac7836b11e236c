//! What a signature is held against: sealing one contact to two recipients and committing two rows,
//! in groups, on the same database under the same settings. No HTTP, no mail, no record.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::bail;
use tokio::task::JoinSet;
use undersigned::seal::{Contact, Recipients, random, row_id};
use undersigned::store::{Committer, Store, StoreError, Tx};

use crate::people::Person;
use crate::programs::processor_time;

/// Arguments of the floor.
#[derive(clap::Args)]
pub(crate) struct BaselineSignature {
    /// A folder for SQLite's file.
    #[arg(long)]
    folder: PathBuf,
    /// `sqlite`, or a `postgres://` URL.
    #[arg(long)]
    store: String,
    /// Who seals and writes at once.
    #[arg(long)]
    writers: u64,
    /// For how long.
    #[arg(long)]
    milliseconds: u64,
}

const TABLES: [&str; 2] = [
    "create table if not exists floor_signatures (id bigint primary key, tag blob not null)",
    "create table if not exists floor_contacts (id bigint primary key, file blob not null)",
];

impl BaselineSignature {
    /// Prints how many a second were durable, and the processor time of each in microseconds.
    pub(crate) async fn run(&self) -> anyhow::Result<()> {
        let store = match self.store.as_str() {
            "sqlite" => Store::sqlite(&self.folder.join("floor.db")).await?,
            url => Store::postgres(url).await?,
        };
        let committer = Committer::start(store.clone());
        committer
            .write(|tx| {
                Box::pin(async move {
                    for table in TABLES {
                        execute(tx, sqlx::query(table), sqlx::query(table)).await?;
                    }
                    Ok(())
                })
            })
            .await?;
        let recipients = Arc::new(Recipients::parse(&crate::hosted::recipients(2))?);
        let worked = processor_time("self")?;
        let begun = Instant::now();
        let end = begun + Duration::from_millis(self.milliseconds);
        let mut writers = JoinSet::new();
        for writer in 0..self.writers {
            writers.spawn(write(committer.clone(), recipients.clone(), writer, end));
        }
        let mut written = 0;
        while let Some(writer) = writers.join_next().await {
            written += writer??;
        }
        let rate = written as f64 / begun.elapsed().as_secs_f64();
        let effort = (processor_time("self")? - worked) / written as f64 * 1e6;
        writeln!(io::stdout(), "{rate} {effort}")?;
        store.close().await;
        Ok(())
    }
}

/// Seals and commits, one after the other, until `end`.
async fn write(
    committer: Committer,
    recipients: Arc<Recipients>,
    writer: u64,
    end: Instant,
) -> anyhow::Result<u64> {
    let mut written = 0;
    while Instant::now() < end {
        let file = recipients.seal(&contact(&Person::number(writer << 32 | written)))?;
        let tag = random::<32>().to_vec();
        let id = row_id(i64::try_from(written)?);
        committer
            .write(move |tx| Box::pin(insert(tx, id, tag, file)))
            .await?;
        written += 1;
    }
    if written == 0 {
        bail!("nothing was written in time");
    }
    Ok(written)
}

async fn insert(tx: &mut Tx, id: i64, tag: Vec<u8>, file: Vec<u8>) -> Result<(), StoreError> {
    const SIGNATURE: &str = "insert into floor_signatures (id, tag) values ($1, $2)";
    const CONTACT: &str = "insert into floor_contacts (id, file) values ($1, $2)";
    execute(
        tx,
        sqlx::query(SIGNATURE).bind(id).bind(&tag),
        sqlx::query(SIGNATURE).bind(id).bind(&tag),
    )
    .await?;
    execute(
        tx,
        sqlx::query(CONTACT).bind(id).bind(&file),
        sqlx::query(CONTACT).bind(id).bind(&file),
    )
    .await
}

/// Runs the statement for whichever database it is.
async fn execute<'q>(
    tx: &mut Tx,
    sqlite: sqlx::query::Query<'q, sqlx::Sqlite, sqlx::sqlite::SqliteArguments>,
    postgres: sqlx::query::Query<'q, sqlx::Postgres, sqlx::postgres::PgArguments>,
) -> Result<(), StoreError> {
    match tx {
        Tx::Sqlite(tx) => {
            sqlite.execute(&mut **tx).await?;
        }
        Tx::Postgres(tx) => {
            postgres.execute(&mut **tx).await?;
        }
    }
    Ok(())
}

/// A contact of the usual size.
fn contact(person: &Person) -> Vec<u8> {
    let consent = ["I sign this letter and agree that my name is published.".to_owned()];
    let contact = Contact {
        v: 1,
        letter: "bench.example/letters/security-for-all",
        kind: "individual",
        name: &person.name,
        email: Some(&person.email),
        country: person.country,
        title: None,
        affiliation: None,
        website: None,
        contact_name: None,
        contact_role: None,
        authority: false,
        display: "name",
        note: None,
        updates: false,
        consent: &consent,
        lang: "en",
        at: "2026-01-01T00:00:00Z".to_owned(),
    };
    serde_json::to_vec(&contact).unwrap_or_default()
}
