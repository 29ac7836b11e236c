//! The public figures: a function of the entries alone.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::country::Country;
use crate::entry::Kind;

/// How many signatures are live, in all, by kind and by country.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// All signatures, support among them.
    pub total: u64,
    /// Signatures of individuals.
    pub individuals: u64,
    /// Signatures of organizations.
    pub organizations: u64,
    /// Signatures of companies.
    pub companies: u64,
    /// Anonymous signatures.
    pub support: u64,
    /// Countries with at least one live signature; `ZZ` is none.
    pub countries: u64,
    /// Live founding signatures, counted above too.
    pub founding: u64,
    /// Live signatures by country, `ZZ` among them; no country stands here with zero.
    pub by_country: BTreeMap<Country, u64>,
}

impl Figures {
    /// Counts a signature.
    pub fn add(&mut self, kind: Kind, country: Country, founding: bool) {
        self.total += 1;
        *self.of(kind) += 1;
        self.founding += u64::from(founding);
        self.enter(country);
    }

    /// Takes back what [`Figures::add`] did with the same arguments.
    ///
    /// # Panics
    /// If no such signature was counted.
    pub fn remove(&mut self, kind: Kind, country: Country, founding: bool) {
        let counted = "a signature is counted before it is taken back";
        self.total = self.total.checked_sub(1).expect(counted);
        let of_kind = self.of(kind);
        *of_kind = of_kind.checked_sub(1).expect(counted);
        self.founding = self
            .founding
            .checked_sub(u64::from(founding))
            .expect(counted);
        self.leave(country);
    }

    /// A correction moves a signature from one country to another.
    ///
    /// # Panics
    /// If no signature was counted for `from`.
    pub fn move_country(&mut self, from: Country, to: Country) {
        self.leave(from);
        self.enter(to);
    }

    fn of(&mut self, kind: Kind) -> &mut u64 {
        match kind {
            Kind::Individual => &mut self.individuals,
            Kind::Organization => &mut self.organizations,
            Kind::Company => &mut self.companies,
        }
    }

    fn enter(&mut self, country: Country) {
        *self.by_country.entry(country).or_default() += 1;
        self.count_countries();
    }

    fn leave(&mut self, country: Country) {
        let live = self
            .by_country
            .get_mut(&country)
            .expect("a signature is counted before it is taken back");
        *live -= 1;
        if *live == 0 {
            self.by_country.remove(&country);
        }
        self.count_countries();
    }

    fn count_countries(&mut self) {
        let unnamed = usize::from(self.by_country.contains_key(&Country::ZZ));
        self.countries =
            u64::try_from(self.by_country.len() - unnamed).expect("fewer than 250 countries");
    }
}
