//! Where a letter's own host name leads: here, if every address of it is one of the site's. Nothing is
//! connected to.

use std::net::IpAddr;

use tokio::time::timeout;

use super::{Found, Outcome, PATIENCE, Proofs};
use crate::model::HostName;

/// Where a name leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leading {
    /// To this site.
    Here,
    /// To an address that is none of the site's.
    Elsewhere,
    /// Nowhere: it has no address.
    Nowhere,
    /// There was no answer that says.
    Unclear,
}

impl Proofs {
    /// Where `name` leads, seen from here; `site` is the host that it ought to lead to.
    pub async fn leading(&self, name: &HostName, site: &str) -> Leading {
        let Ok(_permit) = self.under_way.try_acquire() else {
            return Leading::Unclear;
        };
        let asked = async { tokio::join!(self.dns.addresses(name.as_str()), self.of_site(site)) };
        match timeout(PATIENCE, asked).await {
            Ok((Ok(there), Ok(here))) => match there.iter().all(|at| here.contains(at)) {
                true => Leading::Here,
                false => Leading::Elsewhere,
            },
            Ok((Err(Outcome::Absent(_)), _)) => Leading::Nowhere,
            Ok(_) | Err(_) => Leading::Unclear,
        }
    }

    async fn of_site(&self, site: &str) -> Found<Vec<IpAddr>> {
        match site.parse() {
            Ok(address) => Ok(vec![address]),
            Err(_) => self.dns.addresses(site).await,
        }
    }
}
