//! How long and how often to measure.

use std::time::Duration;

use crate::arguments::Arguments;

/// How long and how often to measure: everything is bounded, in count or in time.
pub(crate) struct Effort {
    /// Turns of each thing that is compared.
    pub(crate) rounds: usize,
    /// How long one turn of load lasts.
    pub(crate) turn: Duration,
    /// Connections that read pages at once.
    pub(crate) readers: usize,
    /// People who sign at once.
    pub(crate) signers: usize,
    /// Signatures of the letters whose growth is measured.
    pub(crate) scales: Vec<u64>,
    /// Times each page of growth is asked for.
    pub(crate) probes: usize,
}

impl Effort {
    pub(crate) fn of(arguments: &Arguments) -> Self {
        if arguments.quick {
            return Self {
                rounds: 1,
                turn: Duration::from_millis(400),
                readers: 4,
                signers: 8,
                scales: vec![50, 200],
                probes: 2,
            };
        }
        let mut scales = arguments.scale.clone();
        scales.sort_unstable();
        scales.dedup();
        Self {
            rounds: 5,
            turn: Duration::from_secs(4),
            readers: 32,
            signers: 192,
            scales,
            probes: 12,
        }
    }
}
