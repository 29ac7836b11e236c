//! The number of an entry of a record, as people type it.

/// Reads a number as any language of the interface writes it: in digits of this or that script, with or without
/// separators. None where it is no number, or larger than any record.
#[must_use]
pub fn parse(typed: &str) -> Option<i64> {
    let mut digits = String::new();
    for c in typed.trim().chars() {
        match c {
            '0'..='9' => digits.push(c),
            // Arabic-Indic digits, and those of Persian and Urdu.
            '\u{660}'..='\u{669}' => digits.push(ascii(c, '\u{660}')?),
            '\u{6f0}'..='\u{6f9}' => digits.push(ascii(c, '\u{6f0}')?),
            ' ' | ',' | '.' | '\'' | '’' | '\u{a0}' | '\u{202f}' | '\u{66c}' => {}
            _ => return None,
        }
    }
    digits.parse().ok()
}

fn ascii(digit: char, zero: char) -> Option<char> {
    char::from_digit(u32::from(digit) - u32::from(zero), 10)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn what_pages_show_can_be_typed() {
        for shown in ["1234", " 1,234", "1.234", "1\u{202f}234", "١٬٢٣٤", "۱۲۳۴"] {
            assert_eq!(parse(shown), Some(1234), "{shown}");
        }
        assert_eq!(parse("0"), Some(0));
        for no in ["", " ", "-1", "x", "12a", "1/2", "99999999999999999999"] {
            assert_eq!(parse(no), None, "{no}");
        }
    }
}
