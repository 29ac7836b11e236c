//! Which addresses may be connected to: public ones, and what the operator allows.
//!
//! Names are chosen by strangers. One that leads to this machine, to its neighbours, or to a cloud's
//! metadata service must lead nowhere, however the address is dressed up.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::{Found, Obstacle, Outcome};
use crate::model::Network;

/// Ranges of IPv4 that are not the public's: IANA's special-purpose registry (RFC 6890), multicast
/// and what is reserved.
const INNER_V4: [(Ipv4Addr, u32); 16] = [
    (Ipv4Addr::new(0, 0, 0, 0), 8),
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    (Ipv4Addr::new(192, 31, 196, 0), 24),
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
    (Ipv4Addr::new(192, 175, 48, 0), 24),
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    (Ipv4Addr::new(224, 0, 0, 0), 3),
];

/// The same within the public part of IPv6, `2000::/3`: tunnels and identifiers (RFC 2928), and
/// documentation (RFC 3849, RFC 9637).
const INNER_V6: [(Ipv6Addr, u32); 3] = [
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),
];

/// Tells what may be connected to.
pub(super) struct Guard {
    allowed: Vec<Network>,
}

impl Guard {
    /// Beside public addresses, those of the `allowed` networks.
    pub(super) fn new(allowed: Vec<Network>) -> Self {
        Self { allowed }
    }

    /// That every one of a name's addresses may be connected to. One that may not condemns all:
    /// whoever mixes them has something in mind.
    pub(super) fn pass(&self, addresses: &[IpAddr]) -> Found<()> {
        let permits = |address: &IpAddr| {
            self.allowed.iter().any(|of| of.contains(*address)) || is_public(*address)
        };
        if addresses.iter().all(permits) {
            Ok(())
        } else {
            Err(Outcome::Unreachable(Obstacle::Inner))
        }
    }
}

/// Whether an address is one of the public Internet.
pub(crate) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let bits = address.to_bits();
    !INNER_V4
        .iter()
        .any(|(net, length)| (bits ^ net.to_bits()) >> (32 - length) == 0)
}

/// An address of IPv6 that stands for one of IPv4 is judged as that: mapped (RFC 4291, section
/// 2.5.5.2), NAT64 (RFC 6052, section 2.1), and 6to4 (RFC 3056, section 2).
fn is_public_v6(address: Ipv6Addr) -> bool {
    let bits = address.to_bits();
    let embedded = |shift: u32| Ipv4Addr::from_bits(((bits >> shift) & 0xffff_ffff) as u32);
    match address.segments() {
        [0, 0, 0, 0, 0, 0xffff, ..] | [0x64, 0xff9b, 0, 0, 0, 0, ..] => is_public_v4(embedded(0)),
        [0x2002, ..] => is_public_v4(embedded(80)),
        [first, ..] => {
            let inner =
                |(net, length): &(Ipv6Addr, u32)| (bits ^ net.to_bits()) >> (128 - length) == 0;
            first >> 13 == 0b001 && !INNER_V6.iter().any(inner)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passes(allowed: &[&str], addresses: &str) -> bool {
        let allowed = allowed.iter().map(|net| net.parse().unwrap()).collect();
        let addresses: Vec<_> = addresses
            .split_whitespace()
            .map(|address| address.parse().unwrap())
            .collect();
        Guard::new(allowed).pass(&addresses).is_ok()
    }

    #[test]
    fn the_public_internet_is_open() {
        for address in [
            "1.1.1.1",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "192.0.1.0",
            "198.17.255.255",
            "198.20.0.0",
            "223.255.255.255",
            "2606:4700:4700::1111",
            "2001:200::1",
            "::ffff:1.1.1.1",
            "64:ff9b::1.1.1.1",
            "2002:101:101::1",
        ] {
            assert!(passes(&[], address), "{address}");
        }
    }

    #[test]
    fn the_inner_network_is_closed_however_it_is_written() {
        for address in [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "100.64.0.1",
            "127.0.0.1",
            "127.255.255.254",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.8",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::10.0.0.1",
            "::1.1.1.1",
            "::ffff:10.0.0.1",
            "::ffff:169.254.169.254",
            "64:ff9b::10.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b:1::1",
            "2002:a00:1::1",
            "2002:7f00:1::",
            "100::1",
            "2001::1",
            "2001:20::1",
            "2001:db8::1",
            "3fff::1",
            "5f00::1",
            "fc00::1",
            "fd12:3456::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
        ] {
            assert!(!passes(&[], address), "{address}");
        }
    }

    #[test]
    fn one_inner_address_condemns_all() {
        assert!(!passes(&[], "1.1.1.1 10.0.0.1"));
        assert!(passes(&[], "1.1.1.1 2606:4700:4700::1111"));
    }

    #[test]
    fn what_the_operator_allows_is_open_and_no_more() {
        assert!(passes(&["127.0.0.1"], "127.0.0.1 ::ffff:127.0.0.1 1.1.1.1"));
        assert!(!passes(&["127.0.0.1"], "127.0.0.2"));
        assert!(!passes(&["127.0.0.1"], "64:ff9b::127.0.0.1"));
    }
}
