//! What the rules remember of each entry.

use crate::entry::{Country, Kind, Proof, Sign};

/// Four bytes about an entry: bits 0–7 country, 8–9 kind, 10–12 level, 13 live, 14 founding, 15 corrected, 16–31 version.
/// A `deliver` entry is [`Slot::DELIVERY`], any other is zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slot(u32);

const LIVE: u32 = 1 << 13;
const FOUNDING: u32 = 1 << 14;
const CORRECTED: u32 = 1 << 15;

impl Slot {
    pub(super) const NOTHING: Self = Self(0);
    /// Live but of no kind: no signature looks like this.
    pub(super) const DELIVERY: Self = Self(LIVE);

    pub(super) fn of(sign: &Sign) -> Self {
        let word = |place: Option<usize>| {
            place
                .and_then(|p| u32::try_from(p).ok())
                .expect("a short list")
        };
        let kind = word(Kind::ALL.iter().position(|kind| *kind == sign.kind)) + 1;
        let version = u32::try_from(sign.version).expect("rules admit 65,535 versions at most");
        let founding = if sign.founding { FOUNDING } else { 0 };
        Self(kind << 8 | LIVE | founding | version << 16)
            .with_country(sign.country)
            .with_level(sign.level)
    }

    pub(super) fn with_country(self, country: Country) -> Self {
        Self(self.0 & !0xff | u32::from(country.ordinal()))
    }

    pub(super) fn with_level(self, level: Proof) -> Self {
        let place = Proof::ALL
            .iter()
            .position(|it| *it == level)
            .expect("every level is listed");
        Self(self.0 & !(7 << 10) | u32::try_from(place).expect("a short list") << 10)
    }

    /// Its current opening commitment is that of a later `correct`.
    pub(super) fn corrected(self) -> Self {
        Self(self.0 | CORRECTED)
    }

    pub(super) fn is_corrected(self) -> bool {
        self.0 & CORRECTED != 0
    }

    pub(super) fn ended(self) -> Self {
        Self(self.0 & !LIVE)
    }

    pub(super) fn signature(self) -> Option<Signature> {
        let [country, flags, ..] = self.0.to_le_bytes();
        let kind = usize::from(flags & 3).checked_sub(1)?;
        Some(Signature {
            kind: Kind::ALL[kind],
            country: Country::from_ordinal(country),
            level: Proof::ALL[usize::from(flags >> 2 & 7)],
            version: u64::from(self.0 >> 16),
            founding: self.0 & FOUNDING != 0,
            live: self.0 & LIVE != 0,
        })
    }
}

/// How a signature stands after the entries applied so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signature {
    /// What the signatory is.
    pub kind: Kind,
    /// Their country, as corrected.
    pub country: Country,
    /// Their level of proof, as last recorded.
    pub level: Proof,
    /// Version of the text that they signed.
    pub version: u64,
    /// Made before launch.
    pub founding: bool,
    /// Neither withdrawn nor removed.
    pub live: bool,
}
