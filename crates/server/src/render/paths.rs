//! The addresses of pages, in one place for links and routes alike.

use crate::l10n::Lang;

/// Where a letter is read, unless under its own host.
#[must_use]
pub fn letter(slug: &str) -> String {
    format!("/letters/{slug}")
}

/// Where a mail's link leads, with the token in it; also the stem of the forms behind it.
#[must_use]
pub fn confirmation(slug: &str, token: &str) -> String {
    format!("/letters/{slug}/confirm/{token}")
}

/// Where an organizer's one-time link leads, with the token in it.
#[must_use]
pub fn invitation(token: &str) -> String {
    format!("/organize/invitations/{token}")
}

/// Where an outside translator's link leads, with the token in it.
#[must_use]
pub fn translation(token: &str) -> String {
    format!("/organize/translation/{token}")
}

/// Where an invited founder's link leads, with the token in it.
#[must_use]
pub fn invited(token: &str) -> String {
    format!("/invited/{token}")
}

/// Where a private link to a letter before launch leads, with the token in it.
#[must_use]
pub fn preview(token: &str) -> String {
    format!("/preview/{token}")
}

/// Where a signatory's own logo is seen and sent, behind the link of an invitation or a signature.
#[must_use]
pub fn logo(link: &str) -> String {
    format!("{link}/logo")
}

/// A path with the interface's language added to its query.
#[must_use]
pub fn in_lang(path: &str, lang: Lang) -> String {
    with(path, "lang", lang.tag())
}

/// A path with one more value in its query, before its fragment. The value needs no encoding.
pub(super) fn with(path: &str, name: &str, value: &str) -> String {
    let (path, hash, fragment) = match path.split_once('#') {
        Some((path, fragment)) => (path, "#", fragment),
        None => (path, "", ""),
    };
    let mark = if path.contains('?') { '&' } else { '?' };
    format!("{path}{mark}{name}={value}{hash}{fragment}")
}

/// Percent-encodes a value for a query (RFC 3986, section 2.3: all but unreserved characters).
#[must_use]
pub fn encoded(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Lang, encoded, in_lang};

    #[test]
    fn the_language_joins_the_query() {
        assert_eq!(in_lang("/letters/x", Lang::Ar), "/letters/x?lang=ar");
        assert_eq!(
            in_lang("/letters/x/signatures?kind=company", Lang::Fr),
            "/letters/x/signatures?kind=company&lang=fr"
        );
        assert_eq!(in_lang("/rules#runs", Lang::Ar), "/rules?lang=ar#runs");
    }

    #[test]
    fn values_are_encoded_byte_by_byte() {
        assert_eq!(encoded("a b&c=é"), "a%20b%26c%3D%C3%A9");
    }
}
