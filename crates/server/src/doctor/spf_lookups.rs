//! How many lookups an SPF record takes: receivers give up after ten (RFC 7208, section 4.6.4).

use futures_util::future::{BoxFuture, FutureExt};

use crate::proof::Dns;

/// The most that receivers do.
pub(super) const MOST: usize = 10;
/// Enough to know that it is too much.
const STOP: usize = 30;

/// Lookups of the record `text` and of all that it includes; none where a name server doesn't answer.
/// Names that are put together of macros are counted, and not followed.
pub(super) async fn lookups(dns: &Dns, domain: &str, text: &str) -> Option<usize> {
    let mut count = 0;
    follow(dns, domain.to_owned(), text.to_owned(), &mut count).await?;
    Some(count)
}

fn follow<'a>(
    dns: &'a Dns,
    domain: String,
    text: String,
    count: &'a mut usize,
) -> BoxFuture<'a, Option<()>> {
    async move {
        for term in text.split_whitespace().skip(1) {
            let Some(leads) = leads(term) else { continue };
            *count += 1;
            if *count >= STOP {
                return Some(());
            }
            let next = leads.filter(|to| !to.contains('%') && *to != domain);
            if let Some(to) = next {
                let texts = dns.all_texts(to).await.ok()?;
                let is_spf = |text: &&Vec<u8>| text.starts_with(b"v=spf1");
                if let Some(text) = texts.iter().find(is_spf) {
                    let text = String::from_utf8_lossy(text).into_owned();
                    follow(dns, to.to_owned(), text, count).await?;
                }
            }
        }
        Some(())
    }
    .boxed()
}

/// Whether a term takes a lookup; and the record that it leads to.
fn leads(term: &str) -> Option<Option<&str>> {
    let bare = term.trim_start_matches(['+', '-', '~', '?']);
    if let Some(to) = bare
        .strip_prefix("include:")
        .or(bare.strip_prefix("redirect="))
    {
        return Some(Some(to));
    }
    let name = bare.split([':', '/']).next().unwrap_or_default();
    matches!(name, "a" | "mx" | "ptr" | "exists").then_some(None)
}

#[cfg(test)]
mod tests {
    use super::leads;

    #[test]
    fn terms_that_take_a_lookup_are_known() {
        for term in [
            "a",
            "+a",
            "a:b.example/24",
            "mx",
            "~mx:b.example",
            "ptr",
            "exists:%{i}.b.example",
        ] {
            assert_eq!(leads(term), Some(None), "{term}");
        }
        for term in ["-all", "ip4:1.2.3.4/8", "ip6:::1", "exp=b.example", "all"] {
            assert_eq!(leads(term), None, "{term}");
        }
        assert_eq!(leads("?include:b.example"), Some(Some("b.example")));
        assert_eq!(leads("redirect=b.example"), Some(Some("b.example")));
    }
}
