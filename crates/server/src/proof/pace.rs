//! How often somebody may have a domain checked: often enough for whoever waits for a name server,
//! too seldom to make this server a nuisance to a stranger's.

use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::model::Domain;

/// One check in so much time, and so many at once, for each signatory.
const BY_ONE: (Duration, u32) = (Duration::from_secs(30), 5);
/// The same for each domain, whoever asks.
const OF_DOMAIN: (Duration, u32) = (Duration::from_secs(6), 30);
/// Those remembered at which the ones that are as good as new are forgotten.
const MANY: usize = 10_000;

/// Counts checks, in memory.
pub(super) struct Pace {
    by_one: DefaultKeyedRateLimiter<Vec<u8>>,
    of_domain: DefaultKeyedRateLimiter<String>,
}

impl Pace {
    pub(super) fn new() -> Self {
        Self {
            by_one: RateLimiter::keyed(quota(BY_ONE)),
            of_domain: RateLimiter::keyed(quota(OF_DOMAIN)),
        }
    }

    /// Counts a check; otherwise the seconds until it may be.
    pub(super) fn allow(&self, who: &[u8], domain: &Domain) -> Result<(), u64> {
        if self.by_one.len() + self.of_domain.len() > MANY {
            self.by_one.retain_recent();
            self.of_domain.retain_recent();
        }
        let wait = |until: Duration| until.as_secs() + 1;
        let now = || DefaultClock::default().now();
        self.by_one
            .check_key(&who.to_vec())
            .map_err(|not| wait(not.wait_time_from(now())))?;
        self.of_domain
            .check_key(&domain.registrable().to_owned())
            .map_err(|not| wait(not.wait_time_from(now())))
    }
}

fn quota((period, burst): (Duration, u32)) -> Quota {
    let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
    let quota = Quota::with_period(period).unwrap_or(Quota::per_hour(burst));
    quota.allow_burst(burst)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_who_checks_again_and_again_waits_and_no_other() {
        let pace = Pace::new();
        let domain = Domain::of_host("a.example").unwrap();
        for _ in 0..BY_ONE.1 {
            assert_eq!(pace.allow(b"one", &domain), Ok(()));
        }
        let seconds = pace.allow(b"one", &domain).unwrap_err();
        assert!((1..=31).contains(&seconds), "{seconds}");
        assert_eq!(pace.allow(b"other", &domain), Ok(()));
    }

    #[test]
    fn many_who_check_one_domain_wait_together() {
        let pace = Pace::new();
        let [below, above, other] =
            ["x.a.example", "a.example", "b.example"].map(|host| Domain::of_host(host).unwrap());
        for number in 0..OF_DOMAIN.1 {
            assert_eq!(pace.allow(&number.to_be_bytes(), &below), Ok(()));
        }
        assert!(pace.allow(b"one more", &above).is_err());
        assert_eq!(pace.allow(b"yet one", &other), Ok(()));
    }
}
