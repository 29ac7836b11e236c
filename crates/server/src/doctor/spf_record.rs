//! SPF records as they are written (RFC 7208, section 4).

/// Whether a text is an SPF record (RFC 7208, section 4.5).
pub(super) fn is_spf(text: &str) -> bool {
    let version = text.split(' ').next().unwrap_or_default();
    version.eq_ignore_ascii_case("v=spf1")
}

/// Whether a word is of SPF's: receivers give up at any other (RFC 7208, section 4.6.1).
pub(super) fn is_term(term: &str) -> bool {
    let bare = term.trim_start_matches(['+', '-', '~', '?']);
    let name = bare.split([':', '/', '=']).next().unwrap_or_default();
    let is_modifier = bare
        .find('=')
        .is_some_and(|at| !bare[..at].contains([':', '/']));
    let mechanisms = ["all", "include", "a", "mx", "ptr", "ip4", "ip6", "exists"];
    is_modifier
        || mechanisms
            .iter()
            .any(|known| name.eq_ignore_ascii_case(known))
}

/// The terms of several records as those of one.
pub(super) fn merged(records: &[String]) -> String {
    let mut terms: Vec<&str> = Vec::new();
    for term in records.iter().flat_map(|record| record.split_whitespace()) {
        let is_end = term.trim_start_matches(['+', '-', '~', '?']) == "all";
        if !is_end && !term.eq_ignore_ascii_case("v=spf1") && !terms.contains(&term) {
            terms.push(term);
        }
    }
    format!("v=spf1 {} -all", terms.join(" "))
}

/// The record with one more mechanism.
pub(super) fn with(text: &str, mechanism: &str) -> String {
    let mut terms: Vec<&str> = text.split_whitespace().collect();
    let is_end = |term: &&str| term.ends_with("all") || term.starts_with("redirect=");
    let end = terms.iter().position(is_end).unwrap_or(terms.len());
    terms.insert(end, mechanism);
    terms.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_completed_before_its_end() {
        let own = "a:mail.a.example";
        assert_eq!(
            with("v=spf1 mx -all", own),
            "v=spf1 mx a:mail.a.example -all"
        );
        assert_eq!(with("v=spf1", "ip4:9.9.9.9"), "v=spf1 ip4:9.9.9.9");
        assert_eq!(
            with("v=spf1 redirect=b.example", own),
            "v=spf1 a:mail.a.example redirect=b.example"
        );
    }

    #[test]
    fn several_records_become_one() {
        let records = ["v=spf1 mx include:b.example -all", "v=spf1 mx a ~all"];
        let records = records.map(str::to_owned);
        assert_eq!(merged(&records), "v=spf1 mx include:b.example a -all");
    }

    #[test]
    fn words_that_are_none_of_spfs_are_found() {
        for term in [
            "-all",
            "include:b.example",
            "a/24",
            "mx",
            "ip6:::1",
            "exp=b.example",
            "ra=x",
        ] {
            assert!(is_term(term), "{term}");
        }
        for term in [
            "ip5:1.2.3.4",
            "all.",
            "b.example",
            "a:=b.example:x=",
            "include;b.example",
        ] {
            assert_eq!(is_term(term), term.starts_with("a:"), "{term}");
        }
    }

    #[test]
    fn only_the_first_version_counts() {
        assert!(is_spf("v=spf1") && is_spf("V=SPF1 -all"));
        assert!(!is_spf("v=spf10 -all") && !is_spf("spf2.0/pra"));
    }
}
