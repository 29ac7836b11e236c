//! The machine's time: entries carry it, and launches wait for it.

use tokio::process::Command;

use super::{Point, Subject, sntp};

/// Milliseconds that two clocks may be apart, and from which on it is wrong.
const APART: i64 = 2_000;
const TOO_FAR: i64 = 60_000;

pub(super) async fn look(of: &Subject) -> Vec<Point> {
    let mut points = Vec::new();
    points.extend(kept_right().await);
    if let Some(server) = &of.config.doctor.time_server {
        points.push(match sntp::ask(server).await {
            Ok(ahead) => judge(ahead, &format!("the time server {server}")),
            Err(error) => Point::not_checked(format!("the time server {server}: {error}"))
                .mend("Let UDP port 123 out to it, or name another: `time_server` of [doctor]."),
        });
    }
    if let Some(store) = of.store() {
        let before = of.clock.now_ms();
        if let Ok(Some(told)) = store.now_ms().await {
            let middle = i64::midpoint(before, of.clock.now_ms());
            points.push(judge(middle - told, "PostgreSQL"));
        }
    }
    if points.is_empty() {
        points.push(
            Point::not_checked("nothing here says whether the clock is right")
                .mend("Name a time server in undersigned.toml:")
                .copy("[doctor]")
                .copy("time_server = \"pool.ntp.org\""),
        );
    }
    points
}

/// What a clock is that is `ahead` milliseconds of another.
fn judge(ahead: i64, other: &str) -> Point {
    let way = if ahead < 0 { "behind" } else { "ahead of" };
    let seen = format!(
        "the clock is {:.1} s {way} {other}",
        ahead.abs() as f64 / 1000.0
    );
    let set = |point: Point| {
        point
            .mend("Have the clock kept right:")
            .copy("timedatectl set-ntp true")
    };
    match ahead.abs() {
        apart if apart <= APART => Point::good(format!("the clock agrees with {other}")),
        apart if apart <= TOO_FAR => set(Point::warning(seen)),
        _ => set(Point::wrong(seen)),
    }
}

/// Whether the system says that its clock follows a time server; nothing where it doesn't say.
async fn kept_right() -> Option<Point> {
    let mut ask = Command::new("timedatectl");
    ask.args(["show", "--property=NTPSynchronized", "--value"])
        .kill_on_drop(true);
    let said = ask.output().await.ok()?;
    match String::from_utf8_lossy(&said.stdout).trim() {
        "yes" => Some(Point::good("the clock follows a time server")),
        "no" => Some(
            Point::warning("the clock follows no time server").copy("timedatectl set-ntp true"),
        ),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Verdict;
    use super::*;

    #[test]
    fn clocks_may_be_a_little_apart() {
        assert_eq!(judge(-1_999, "it").verdict, Verdict::Good);
        assert_eq!(judge(2_001, "it").seen, "the clock is 2.0 s ahead of it");
        assert_eq!(judge(-2_001, "it").verdict, Verdict::Warning);
        assert_eq!(judge(-60_001, "it").verdict, Verdict::Wrong);
    }
}
