//! Numbers, dates and lists as a language writes them.

use std::sync::LazyLock;

use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{T, YMD};
use icu_datetime::input::{Date, Time};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale_core::{Locale, locale};
use time::{OffsetDateTime, UtcOffset};

use super::Lang;

/// What one language needs to write numbers, dates and lists.
struct Formatters {
    number: DecimalFormatter,
    date: DateTimeFormatter<YMD>,
    time: DateTimeFormatter<T>,
    list: ListFormatter,
}

static FORMATTERS: LazyLock<[Formatters; 4]> = LazyLock::new(|| Lang::ALL.map(Formatters::of));

impl Formatters {
    fn of(lang: Lang) -> Self {
        const WHY: &str = "the compiled data covers every interface language";
        let locale = locale(lang);
        Self {
            number: DecimalFormatter::try_new((&locale).into(), Default::default()).expect(WHY),
            date: DateTimeFormatter::try_new((&locale).into(), YMD::long()).expect(WHY),
            time: DateTimeFormatter::try_new((&locale).into(), T::hm()).expect(WHY),
            list: ListFormatter::try_new_and((&locale).into(), ListFormatterOptions::default())
                .expect(WHY),
        }
    }
}

/// The locale whose customs a language follows.
///
/// English dates are written as most of the world's readers of English write them, with a
/// 24-hour clock, since a letter's readers are everywhere.
pub(super) fn locale(lang: Lang) -> Locale {
    match lang {
        Lang::En => locale!("en-GB"),
        Lang::Es => locale!("es"),
        Lang::Fr => locale!("fr"),
        Lang::Ar => locale!("ar-EG"),
    }
}

/// A whole number with the language's digits and separators.
#[must_use]
pub fn number(lang: Lang, number: u64) -> String {
    FORMATTERS[lang as usize]
        .number
        .format(&Decimal::from(number))
        .to_string()
}

/// The day of a moment in UTC, with the month in words.
#[must_use]
pub fn date(lang: Lang, at: OffsetDateTime) -> String {
    let at = at.to_offset(UtcOffset::UTC);
    let date = Date::try_new_gregorian(at.year(), at.month().into(), at.day())
        .expect("the time crate's years are within icu's range");
    let written = FORMATTERS[lang as usize].date.format(&date).to_string();
    match (lang, written.strip_prefix("1 ")) {
        // French counts the first of a month and numbers the others.
        (Lang::Fr, Some(rest)) => format!("1er {rest}"),
        _ => written,
    }
}

/// The time of day of a moment in UTC, in hours and minutes, on a 24-hour clock where that is
/// the custom.
#[must_use]
pub fn hour(lang: Lang, at: OffsetDateTime) -> String {
    let at = at.to_offset(UtcOffset::UTC);
    let time = Time::try_new(at.hour(), at.minute(), 0, 0)
        .expect("the time crate's hours and minutes are a clock's");
    FORMATTERS[lang as usize].time.format(&time).to_string()
}

/// Items joined by commas and the language's "and".
#[must_use]
pub fn list(lang: Lang, items: &[String]) -> String {
    FORMATTERS[lang as usize]
        .list
        .format(items.iter())
        .to_string()
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    #[test]
    fn each_language_has_its_digits_and_separators() {
        let written = Lang::ALL.map(|lang| number(lang, 1_234_567));
        assert_eq!(
            written,
            [
                "1,234,567",
                "1.234.567",
                "1\u{202f}234\u{202f}567",
                "١٬٢٣٤٬٥٦٧"
            ]
        );
    }

    #[test]
    fn dates_are_in_utc() {
        let at = datetime!(2026-01-11 23:30 -3);
        let written = Lang::ALL.map(|lang| date(lang, at));
        assert_eq!(
            written,
            [
                "12 January 2026",
                "12 de enero de 2026",
                "12 janvier 2026",
                "١٢ يناير ٢٠٢٦"
            ]
        );
        assert_eq!(hour(Lang::En, at), "02:30");
        let first = datetime!(2026-12-01 12:00 UTC);
        assert_eq!(date(Lang::Fr, first), "1er décembre 2026");
        assert_eq!(date(Lang::Es, first), "1 de diciembre de 2026");
        assert_eq!(
            date(Lang::Fr, datetime!(2026-12-11 12:00 UTC)),
            "11 décembre 2026"
        );
    }

    #[test]
    fn lists_end_in_and() {
        let items = ["España", "Italia"].map(String::from);
        assert_eq!(list(Lang::Es, &items), "España e Italia");
        assert_eq!(list(Lang::En, &items), "España and Italia");
    }
}
