//! The benchmark runs through and prints its tables. No time is asserted: machines differ.

use std::process::Command;

#[test]
fn everything_is_measured() {
    let run = Command::new(env!("CARGO_BIN_EXE_undersigned-bench"))
        .args(["all", "--quick"])
        .output()
        .expect("the benchmark starts");
    let printed = String::from_utf8(run.stdout).expect("text");
    let errors = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{printed}\n{errors}");
    for row in [
        "GET /letters/…",
        "signatures a second",
        "button, p99",
        "memory, MB",
        "letter page, made anew, ms",
        "receipt, ms",
        "verification of the bundle, s",
    ] {
        assert!(printed.contains(row), "no row {row:?} in\n{printed}");
    }
    // Every ratio and time is a number that was measured.
    assert!(
        !printed.contains("NaN") && !printed.contains("inf"),
        "{printed}"
    );
}
