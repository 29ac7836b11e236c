//! Proof of domains against a real name server and a real web site, both with bad intentions too.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod files;
mod rebinding;
mod records;

use undersigned::model::Domain;
use undersigned::proof::{Method, Outcome, ProofSettings, Proofs};

/// What the letter gave out.
const TOKEN: &str = "00112233445566778899aabbccddeeff";

/// Checks one domain.
fn check(settings: &ProofSettings, method: Method, domain: &str) -> Outcome {
    let domain = Domain::of_host(domain).unwrap();
    let proofs = Proofs::new(settings).unwrap();
    tokio::runtime::Runtime::new()
        .unwrap()
        .block_on(proofs.check(method, &domain, TOKEN))
}
