//! Countries by name, in the reader's order.

use std::sync::LazyLock;

use super::{Lang, Words, collation_key};

/// The code of a signatory who chose not to say.
pub const UNSAID: &str = "ZZ";

/// A country as an option of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: &'static str,
    /// Its name in the reader's language.
    pub name: String,
}

static SORTED: LazyLock<[Vec<Country>; 4]> = LazyLock::new(|| Lang::ALL.map(sorted));

/// Every country, sorted as the language's readers expect; [`UNSAID`] is not among them.
#[must_use]
pub fn countries(lang: Lang) -> &'static [Country] {
    &SORTED[lang as usize]
}

/// The name of the country with this ISO 3166-1 alpha-2 code; the code itself if there is none.
#[must_use]
pub fn country_name(lang: Lang, code: &str) -> String {
    if code != UNSAID && !COUNTRY_CODES.contains(&code) {
        return code.to_owned();
    }
    Words::for_pages(lang)
        .say(&format!("country-{code}"))
        .to_string()
}

fn sorted(lang: Lang) -> Vec<Country> {
    let mut all: Vec<_> = COUNTRY_CODES
        .iter()
        .map(|&code| Country {
            code,
            name: country_name(lang, code),
        })
        .collect();
    all.sort_by_cached_key(|country| collation_key(lang, &country.name));
    all
}

/// The codes that ISO 3166-1 assigns, alpha-2.
pub const COUNTRY_CODES: [&str; 249] = [
    "AD", "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AQ", "AR", "AS", "AT", "AU", "AW", "AX", "AZ",
    "BA", "BB", "BD", "BE", "BF", "BG", "BH", "BI", "BJ", "BL", "BM", "BN", "BO", "BQ", "BR", "BS",
    "BT", "BV", "BW", "BY", "BZ", "CA", "CC", "CD", "CF", "CG", "CH", "CI", "CK", "CL", "CM", "CN",
    "CO", "CR", "CU", "CV", "CW", "CX", "CY", "CZ", "DE", "DJ", "DK", "DM", "DO", "DZ", "EC", "EE",
    "EG", "EH", "ER", "ES", "ET", "FI", "FJ", "FK", "FM", "FO", "FR", "GA", "GB", "GD", "GE", "GF",
    "GG", "GH", "GI", "GL", "GM", "GN", "GP", "GQ", "GR", "GS", "GT", "GU", "GW", "GY", "HK", "HM",
    "HN", "HR", "HT", "HU", "ID", "IE", "IL", "IM", "IN", "IO", "IQ", "IR", "IS", "IT", "JE", "JM",
    "JO", "JP", "KE", "KG", "KH", "KI", "KM", "KN", "KP", "KR", "KW", "KY", "KZ", "LA", "LB", "LC",
    "LI", "LK", "LR", "LS", "LT", "LU", "LV", "LY", "MA", "MC", "MD", "ME", "MF", "MG", "MH", "MK",
    "ML", "MM", "MN", "MO", "MP", "MQ", "MR", "MS", "MT", "MU", "MV", "MW", "MX", "MY", "MZ", "NA",
    "NC", "NE", "NF", "NG", "NI", "NL", "NO", "NP", "NR", "NU", "NZ", "OM", "PA", "PE", "PF", "PG",
    "PH", "PK", "PL", "PM", "PN", "PR", "PS", "PT", "PW", "PY", "QA", "RE", "RO", "RS", "RU", "RW",
    "SA", "SB", "SC", "SD", "SE", "SG", "SH", "SI", "SJ", "SK", "SL", "SM", "SN", "SO", "SR", "SS",
    "ST", "SV", "SX", "SY", "SZ", "TC", "TD", "TF", "TG", "TH", "TJ", "TK", "TL", "TM", "TN", "TO",
    "TR", "TT", "TV", "TW", "TZ", "UA", "UG", "UM", "US", "UY", "UZ", "VA", "VC", "VE", "VG", "VI",
    "VN", "VU", "WF", "WS", "YE", "YT", "ZA", "ZM", "ZW",
];
