//! What a browser says that its reader reads.

/// The language ranges of an `Accept-Language` header (RFC 9110, section 12.5.4) that name a
/// language and are not refused, the most wanted first.
#[must_use]
pub fn accepted(header: &str) -> Vec<&str> {
    // The header is a stranger's: a browser sends a handful of ranges, so look no further.
    let ranges = header.split(',').take(32).filter_map(|range| {
        let mut parts = range.split(';');
        let range = parts.next()?.trim();
        let weight = parts
            .find_map(|part| part.trim().strip_prefix("q="))
            .map_or(1000, thousandths);
        (weight > 0 && is_range(range)).then_some((range, weight))
    });
    let mut ranges: Vec<_> = ranges.collect();
    ranges.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
    ranges.into_iter().map(|(range, _)| range).collect()
}

/// Whether it could be a language's tag (RFC 5646); `*` is none.
fn is_range(range: &str) -> bool {
    let legal = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (2..=35).contains(&range.len()) && range.bytes().all(legal)
}

/// A weight from 0 to 1 with at most three decimals, in thousandths; 0 if it is none.
fn thousandths(weight: &str) -> u16 {
    let weight = weight.trim();
    let (whole, decimals) = weight.split_once('.').unwrap_or((weight, ""));
    let digits = decimals.len() <= 3 && decimals.bytes().all(|b| b.is_ascii_digit());
    match whole {
        "1" => 1000,
        "0" if digits => format!("{decimals:0<3}").parse().unwrap_or(0),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::accepted;

    #[test]
    fn ranges_stand_by_weight() {
        assert_eq!(
            accepted("nl, de;q=0.3, pt-BR;q=0.9, *;q=0.1"),
            ["nl", "pt-BR", "de"]
        );
        assert_eq!(accepted("fr;q=0, es;q=banana"), [""; 0]);
        assert_eq!(accepted("<b>, é, \u{0}x"), [""; 0]);
    }
}
