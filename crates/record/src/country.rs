//! Countries: ISO 3166-1 alpha-2, and `ZZ` for signatories who chose not to say.

use std::fmt;
use std::str::FromStr;

use crate::encoding;

/// The officially assigned codes of ISO 3166-1 (2024), two letters each, in alphabetical order.
const CODES: &str = "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZ\
CACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGN\
GPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLY\
MAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPY\
QARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZ\
VAVCVEVGVIVNVUWFWSYEYTZAZMZW";

/// A country, or [`Country::ZZ`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

/// The text is no country that the record knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an ISO 3166-1 alpha-2 code, nor ZZ")]
pub struct CountryError;

impl Country {
    /// The signatory chose not to say. It is no country and counts as none.
    pub const ZZ: Self = Self(*b"ZZ");

    /// Every country in alphabetical order, without `ZZ`.
    pub fn all() -> impl Iterator<Item = Self> {
        CODES
            .as_bytes()
            .as_chunks::<2>()
            .0
            .iter()
            .map(|code| Self(*code))
    }

    /// Whether the signatory named a country.
    #[must_use]
    pub fn is_named(self) -> bool {
        self != Self::ZZ
    }

    /// The two letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("two ASCII letters")
    }

    /// Position in [`Country::all`]; `ZZ` comes after the last.
    pub(crate) fn ordinal(self) -> u8 {
        let codes = CODES.as_bytes().as_chunks::<2>().0;
        let place = codes.binary_search(&self.0).unwrap_or(codes.len());
        u8::try_from(place).expect("fewer than 256 countries")
    }

    /// The inverse of [`Country::ordinal`].
    pub(crate) fn from_ordinal(ordinal: u8) -> Self {
        CODES
            .as_bytes()
            .as_chunks::<2>()
            .0
            .get(usize::from(ordinal))
            .map_or(Self::ZZ, |code| Self(*code))
    }
}

impl FromStr for Country {
    type Err = CountryError;

    fn from_str(text: &str) -> Result<Self, CountryError> {
        let code: [u8; 2] = text.as_bytes().try_into().map_err(|_| CountryError)?;
        let known = CODES
            .as_bytes()
            .as_chunks::<2>()
            .0
            .binary_search(&code)
            .is_ok();
        if known || code == Self::ZZ.0 {
            Ok(Self(code))
        } else {
            Err(CountryError)
        }
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

encoding::text_serde!(Country);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_whole_and_reversible() {
        let all: Vec<Country> = Country::all().collect();
        assert_eq!(all.len(), 249);
        assert!(all.is_sorted());
        for country in all.into_iter().chain([Country::ZZ]) {
            assert_eq!(Country::from_ordinal(country.ordinal()), country);
            assert_eq!(country.as_str().parse(), Ok(country));
        }
        for unknown in ["XX", "de", "D", "DEU", "", "Z\u{e9}", "UK", "XK"] {
            assert!(unknown.parse::<Country>().is_err(), "{unknown}");
        }
    }
}
