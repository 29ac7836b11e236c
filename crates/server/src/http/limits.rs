//! Limits per network address: over them a submission is slower, never refused, because Tor, mobile
//! carriers and universities share addresses.
//!
//! Addresses are never stored: the limiter knows keyed digests, in memory, under a key that changes
//! every day.

use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use axum::http::HeaderMap;
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use sha2::{Digest, Sha256};

use crate::model::Network;
use crate::seal::random;

/// The longest that a submission is made to wait.
const LONGEST: Duration = Duration::from_secs(20);

const DAY: i64 = 24 * 3600;

/// The limiter; none where limits are off.
pub(super) struct Limits {
    limiter: Option<DefaultKeyedRateLimiter<[u8; 16]>>,
    key: Mutex<(i64, [u8; 32])>,
}

impl Limits {
    pub(super) fn new(per_minute: Option<u32>) -> Self {
        let quota = per_minute.and_then(NonZeroU32::new).map(Quota::per_minute);
        Self {
            limiter: quota.map(RateLimiter::keyed),
            key: Mutex::new((0, random())),
        }
    }

    /// Waits until `address` may submit again, twenty seconds at most.
    pub(super) async fn pace(&self, address: IpAddr, now: i64) {
        let Some(limiter) = &self.limiter else { return };
        let digest = self.digest(address, now);
        if limiter.check_key(&digest).is_err() {
            metrics::counter!("undersigned_submissions_slowed_total").increment(1);
            let _ = tokio::time::timeout(LONGEST, limiter.until_key_ready(&digest)).await;
        }
    }

    fn digest(&self, address: IpAddr, now: i64) -> [u8; 16] {
        let mut key = self.key.lock().unwrap_or_else(PoisonError::into_inner);
        if key.0 != now.div_euclid(DAY) {
            *key = (now.div_euclid(DAY), random());
            if let Some(limiter) = &self.limiter {
                limiter.retain_recent();
            }
        }
        let mut sha = Sha256::new();
        sha.update(key.1);
        match address.to_canonical() {
            IpAddr::V4(address) => sha.update(address.octets()),
            // A subscriber has a whole /64.
            IpAddr::V6(address) => sha.update(&address.octets()[..8]),
        }
        let mut digest = [0; 16];
        digest.copy_from_slice(&sha.finalize()[..16]);
        digest
    }
}

/// Where a request came from: the nearest address, from the right of X-Forwarded-For, that is no
/// trusted proxy. What stands further left anybody may have written.
pub(super) fn origin(peer: Option<SocketAddr>, headers: &HeaderMap, trusted: &[Network]) -> IpAddr {
    let nobody = IpAddr::from([0, 0, 0, 0]);
    let is_trusted = |address: IpAddr| trusted.iter().any(|network| network.contains(address));
    // Over a Unix socket only the proxy can connect.
    let mut nearest = peer.map_or(nobody, |peer| peer.ip());
    if peer.is_some() && !is_trusted(nearest) {
        return nearest;
    }
    let forwarded: Vec<&str> = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .collect();
    for hop in forwarded.into_iter().rev() {
        let Ok(address) = hop.trim().parse() else {
            return nearest;
        };
        nearest = address;
        if !is_trusted(address) {
            return nearest;
        }
    }
    nearest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(value: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", value.parse().unwrap());
        headers
    }

    #[test]
    fn the_leftmost_hop_is_not_believed() {
        let trusted = ["10.0.0.0/8".parse().unwrap()];
        let proxy = Some("10.0.0.1:9".parse().unwrap());
        let found = |value| origin(proxy, &headers(value), &trusted).to_string();
        assert_eq!(found("1.1.1.1, 2.2.2.2"), "2.2.2.2");
        assert_eq!(found("1.1.1.1, 2.2.2.2, 10.9.9.9"), "2.2.2.2");
        assert_eq!(found("1.1.1.1, nonsense"), "10.0.0.1");
    }

    #[test]
    fn strangers_name_no_other_address() {
        let peer = Some("3.3.3.3:9".parse().unwrap());
        assert_eq!(
            origin(peer, &headers("1.1.1.1"), &[]).to_string(),
            "3.3.3.3"
        );
    }

    #[tokio::test]
    async fn digests_change_every_day_and_nothing_is_refused() {
        let limits = Limits::new(Some(2));
        let address = "3.3.3.3".parse().unwrap();
        let today = limits.digest(address, 0);
        assert_eq!(today, limits.digest(address, DAY - 1));
        assert_ne!(today, limits.digest(address, DAY));
        limits.pace(address, DAY).await;
    }
}
