//! Filters: whose openings and statements a bundle holds, if not everybody's. Entries and tiles are whole all the same.

use serde::Serialize;

use crate::country::Country;
use crate::json::{Fault, Fields, Object};
use crate::rules::{Rules, Signature};
use crate::words::Kind;

/// What a signature must be to keep its opening and statement. Where nothing is asked, everybody's are kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Filter {
    /// Its latest country.
    pub country: Option<Country>,
    /// Its kind.
    pub kind: Option<Kind>,
}

impl Filter {
    /// Whether everybody's openings and statements are kept.
    #[must_use]
    pub fn keeps_all(&self) -> bool {
        self.country.is_none() && self.kind.is_none()
    }

    /// Whether those of this signature are kept.
    #[must_use]
    pub fn keeps(&self, signature: &Signature) -> bool {
        self.country
            .is_none_or(|country| country == signature.country)
            && self.kind.is_none_or(|kind| kind == signature.kind)
    }

    /// What the filter leaves out of a record. It stands in the bundle, so that whoever reads it learns what is missing.
    #[must_use]
    pub fn over(self, rules: &Rules) -> Filtered {
        let mut filtered = Filtered {
            filter: self,
            openings: 0,
            statements: 0,
        };
        for index in 0..rules.size() {
            let live = rules.signature(index).filter(|signature| signature.live);
            if live.is_some_and(|signature| !self.keeps(&signature)) {
                filtered.openings += 1;
                filtered.statements += u64::from(rules.statement_of(index).is_some());
            }
        }
        filtered
    }
}

/// A filter, and how many current openings and statements it leaves out: the file `filter`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Filtered {
    /// Whose are kept.
    #[serde(flatten)]
    pub filter: Filter,
    /// Openings left out, one for each live signature that isn't kept.
    pub openings: u64,
    /// Statements left out.
    pub statements: u64,
}

impl Filtered {
    /// The one spelling of the file.
    pub(crate) fn to_bytes(self) -> Vec<u8> {
        let object = Object::new()
            .number("v", 1)
            .maybe("country", self.filter.country)
            .maybe("kind", self.filter.kind)
            .number("openings", self.openings)
            .number("statements", self.statements);
        (object.finish() + "\n").into_bytes()
    }

    /// `None` for anything but the one spelling, and for a filter that keeps all.
    pub(crate) fn parse(bytes: &[u8]) -> Option<Self> {
        let filtered = Self::read(bytes.strip_suffix(b"\n")?).ok()?;
        (!filtered.filter.keeps_all() && filtered.to_bytes() == bytes).then_some(filtered)
    }

    fn read(line: &[u8]) -> Result<Self, Fault> {
        let mut fields = Fields::open(line)?;
        fields.number("v")?;
        let filter = Filter {
            country: fields.maybe("country")?,
            kind: fields.maybe("kind")?,
        };
        let filtered = Self {
            filter,
            openings: fields.number("openings")?,
            statements: fields.number("statements")?,
        };
        fields.close()?;
        Ok(filtered)
    }
}
