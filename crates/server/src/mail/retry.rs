//! When to try a mail again, and when to give up.

use std::time::Duration;

use time::OffsetDateTime;

/// A mail that was not accepted within this time is dropped.
///
/// It equals the longest life of an outbox key: after that, the address cannot be read any more.
pub const GIVE_UP_AFTER: Duration = Duration::from_hours(48);

const FIRST: Duration = Duration::from_mins(1);
const LONGEST: Duration = Duration::from_hours(4);

/// How long to wait after failed attempt number `attempt` (the first is 1).
///
/// One minute, then twice as long each time, four hours at most. `jitter` lies between 0 and 1 and
/// spreads the wait by a fifth to either side, so that a server that comes back is not met by
/// every waiting mail at once; anything outside that range counts as its nearest end.
#[must_use]
pub fn backoff(attempt: u32, jitter: f64) -> Duration {
    let doublings = attempt.saturating_sub(1).min(16);
    let wait = FIRST.saturating_mul(1 << doublings).min(LONGEST);
    let jitter = if jitter.is_nan() {
        0.5
    } else {
        jitter.clamp(0.0, 1.0)
    };
    wait.mul_f64(0.8 + 0.4 * jitter)
}

/// When to try again a mail that was first due at `first` and failed for the `attempt`th time at
/// `now`; `None` if that would be later than [`GIVE_UP_AFTER`] allows.
#[must_use]
pub fn next_attempt(
    first: OffsetDateTime,
    now: OffsetDateTime,
    attempt: u32,
    jitter: f64,
) -> Option<OffsetDateTime> {
    let next = now.checked_add(backoff(attempt, jitter).try_into().ok()?)?;
    (next <= first.checked_add(GIVE_UP_AFTER.try_into().ok()?)?).then_some(next)
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    #[test]
    fn waits_double_up_to_four_hours() {
        let minutes: Vec<u64> = (1..=11).map(|n| backoff(n, 0.5).as_secs() / 60).collect();
        assert_eq!(minutes, [1, 2, 4, 8, 16, 32, 64, 128, 240, 240, 240]);
        assert_eq!(backoff(u32::MAX, 0.5), LONGEST);
        assert_eq!(backoff(0, 0.5), FIRST);
    }

    #[test]
    fn jitter_stays_within_a_fifth() {
        assert_eq!(backoff(1, 0.0), Duration::from_secs(48));
        assert_eq!(backoff(1, 1.0), Duration::from_secs(72));
        assert_eq!(backoff(1, -9.0), backoff(1, 0.0));
        assert_eq!(backoff(1, f64::NAN), backoff(1, 0.5));
    }

    #[test]
    fn gives_up_within_48_hours_but_outlasts_a_day() {
        let first = datetime!(2026-11-22 12:00 UTC);
        for jitter in [0.0, 0.5, 1.0] {
            let (mut now, mut attempt) = (first, 1);
            while let Some(next) = next_attempt(first, now, attempt, jitter) {
                assert!(next > now);
                (now, attempt) = (next, attempt + 1);
            }
            let span = now - first;
            assert!(span > time::Duration::hours(43) && span <= time::Duration::hours(48));
            assert!((16..=24).contains(&attempt), "{attempt} attempts");
        }
    }

    #[test]
    fn a_server_that_is_down_for_an_hour_costs_at_most_another() {
        let first = datetime!(2026-11-22 12:00 UTC);
        let up = first + time::Duration::HOUR;
        let (mut now, mut attempt) = (first, 1);
        while now < up {
            now = next_attempt(first, now, attempt, 1.0).unwrap();
            attempt += 1;
        }
        assert!(now - up < time::Duration::HOUR);
    }
}
