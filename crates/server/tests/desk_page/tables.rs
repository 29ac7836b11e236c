//! The page's tables are the program's.

use std::time::{Duration, Instant};

use undersigned_testbed::Look;

use crate::desk::Desk;
use crate::exports::{contact, export, header, hostile};

/// Ranges of lines that a report names, and whether they were set apart.
fn faults(report: &str, apart: &str) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    for line in report.lines().map(str::to_lowercase) {
        let Some(rest) = line.strip_prefix("line") else {
            continue;
        };
        let range: String = rest
            .trim_start_matches('s')
            .chars()
            .take_while(|c| c.is_ascii_digit() || " to".contains(*c))
            .collect();
        found.push((
            range
                .trim()
                .trim_end_matches(" not")
                .replace(" n", "")
                .replace(" to ", "-")
                .trim()
                .to_owned(),
            line.contains(apart),
        ));
    }
    found
}

#[tokio::test]
async fn the_page_makes_the_programs_tables() {
    let desk = Desk::open(&Look::desktop()).await;
    let lines = hostile(&desk);
    let held = lines.iter().filter(|line| !line.is_empty()).count();
    desk.write(
        "export.jsonl",
        format!("{}\n{}\n", header(held), lines.join("\n")),
    );
    for keys in [&["first.txt"][..], &["second.txt", "first.txt"]] {
        desk.try_open("export.jsonl", keys).await;
        let tally = desk.wait_for("#tally").await;
        let program = desk.program("export.jsonl", keys, &[]);
        assert_eq!(program.status.code(), Some(1));
        let said = String::from_utf8(program.stderr).unwrap();
        let opened = said
            .lines()
            .find(|line| line.contains(" contacts opened"))
            .unwrap();
        let opened = opened.split(" contacts").next().unwrap();
        assert!(tally.contains(opened), "{tally}: {said}");
        let told = desk.wait_for("#faults").await;
        assert_eq!(
            faults(&told, "set apart"),
            faults(&said, "set apart"),
            "{told}\n{said}"
        );
        assert!(faults(&told, "set apart").len() > 10, "{told}");
        desk.picture("desk-page").await;
        for profile in ["plain", "civicrm", "action-network"] {
            let program = desk.program("export.jsonl", keys, &["--profile", profile]);
            let table = String::from_utf8(program.stdout).unwrap();
            assert!(table.contains("Quillfeather") || profile == "action-network");
            assert_eq!(desk.table(profile).await, table, "{profile}");
        }
    }
    desk.choose("#kind", "individual").await;
    desk.press("#updates").await;
    let chosen = ["--kind", "individual", "--updates-only"];
    let program = desk.program("export.jsonl", &["second.txt", "first.txt"], &chosen);
    assert_eq!(
        desk.table("plain").await,
        String::from_utf8(program.stdout).unwrap()
    );
    desk.type_into("#words", "nobody of that name").await;
    assert_eq!(
        desk.table("plain").await.lines().count(),
        1,
        "the columns alone"
    );
}

#[tokio::test]
async fn thousands_of_contacts_show_their_progress() {
    let desk = Desk::open(&Look::desktop()).await;
    let sealed = desk.line(1, &contact("individual", "Ana"), &[0, 1]);
    let lines: Vec<String> = (1..=2000)
        .map(|index| sealed.replacen("\"index\":1,", &format!("\"index\":{index},"), 1))
        .collect();
    desk.write("many.jsonl", export(&lines));
    let begun = Instant::now();
    desk.try_open("many.jsonl", &["second.txt"]).await;
    desk.wait_for("progress").await;
    let tally = desk.wait_for("#tally").await;
    assert!(tally.contains("2,000 of 2,000"), "{tally}");
    assert!(
        begun.elapsed() < Duration::from_secs(60),
        "{:?}",
        begun.elapsed()
    );
}
