//! The file on the web site.

use std::env;
use std::net::TcpListener;
use std::process::Command;
use std::time::{Duration, Instant};

use undersigned::proof::{Absence, Method, Obstacle, Outcome, ProofSettings};
use undersigned_testbed::{NameServer, WebHost};

use crate::{TOKEN, check};

const FILE: &str = ".well-known/undersigned.txt";

/// A web site at `org.example`, with a name server that leads to it.
struct Site {
    web: WebHost,
    settings: ProofSettings,
    _names: NameServer,
}

impl Site {
    fn start(records: &str) -> Self {
        let web = WebHost::start("org.example");
        let names = NameServer::start("org.example", records);
        let settings = ProofSettings {
            name_server: Some(names.address()),
            https_port: web.port(),
            ca_file: Some(web.ca_file()),
            allowed_networks: vec!["127.0.0.1".parse().unwrap()],
        };
        Self {
            web,
            settings,
            _names: names,
        }
    }

    fn check(&self, domain: &str) -> Outcome {
        check(&self.settings, Method::WellKnown, domain)
    }

    fn requests(&self) -> usize {
        let log = self.web.log();
        log.iter().filter(|line| line.starts_with("GET")).count()
    }
}

#[test]
fn the_file_proves_its_domain() {
    let site = Site::start("@ A 127.0.0.1\n* A 127.0.0.1");
    assert_eq!(site.check("org.example"), Outcome::Absent(Absence::Nothing));
    let line = format!("undersigned={TOKEN}\n");
    site.web.put(
        "org.example",
        FILE,
        &format!("one for another letter\n{line}"),
    );
    assert_eq!(site.check("org.example"), Outcome::Proven);
    assert_eq!(site.check("www.org.example"), Outcome::Proven);
    site.web.put("org.example", FILE, "undersigned=0\n");
    assert_eq!(site.check("org.example"), Outcome::Absent(Absence::Other));
    site.web.take_away("org.example", FILE);
    assert_eq!(site.check("org.example"), Outcome::Absent(Absence::Nothing));
    // Below the domain is another place.
    site.web.put("a.org.example", FILE, &line);
    assert_eq!(site.check("org.example"), Outcome::Absent(Absence::Nothing));
    assert_eq!(site.check("a.org.example"), Outcome::Proven);
}

#[test]
fn a_proxy_in_the_environment_is_passed_by() {
    // The story above once more, in a process that is told of a proxy which isn't there.
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", "files::the_file_proves_its_domain"]);
    for name in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "HTTP_PROXY"] {
        command.env(name, "http://127.0.0.1:1");
    }
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && said.contains("1 passed"),
        "{said}"
    );
}

#[test]
fn a_status_that_says_neither_is_no_answer() {
    let site = Site::start("@ A 127.0.0.1");
    for status in [403, 429, 500, 503] {
        site.web.put("org.example", FILE, &format!("= {status}"));
        assert_eq!(
            site.check("org.example"),
            Outcome::Unreachable(Obstacle::Status),
            "{status}"
        );
    }
    site.web.put("org.example", FILE, "= 410");
    assert_eq!(site.check("org.example"), Outcome::Absent(Absence::Nothing));
}

#[test]
fn redirects_stay_within_the_domain_and_are_few() {
    let site = Site::start("@ A 127.0.0.1\n* A 127.0.0.1\ninner A 10.0.0.1");
    let line = format!("undersigned={TOKEN}\n");
    site.web.put("www.org.example", "proof", &line);
    site.web.put("www.org.example", "again", "-> /proof");
    site.web.put("www.org.example", "thrice", "-> /again");
    let redirected = |to: &str| {
        site.web.put("org.example", FILE, &format!("-> {to}"));
        site.check("org.example")
    };
    assert_eq!(redirected("https://www.org.example/proof"), Outcome::Proven);
    assert_eq!(redirected("https://www.org.example/again"), Outcome::Proven);
    assert_eq!(
        redirected("https://www.org.example/thrice"),
        Outcome::Unreachable(Obstacle::Redirects)
    );
    for elsewhere in [
        "https://example.net/proof",
        "http://www.org.example/proof",
        "https://127.0.0.1/proof",
        "https://www.org.example:8443/proof",
        "https://localhost/proof",
    ] {
        assert_eq!(
            redirected(elsewhere),
            Outcome::Absent(Absence::Elsewhere),
            "{elsewhere}"
        );
    }
    assert_eq!(
        redirected("https://inner.org.example/proof"),
        Outcome::Unreachable(Obstacle::Inner)
    );
}

#[test]
fn names_that_lead_inside_lead_nowhere() {
    let site = Site::start(
        "a A 10.0.0.1
         b A 127.0.0.2
         c AAAA ::1
         d AAAA ::ffff:10.0.0.1
         e AAAA 64:ff9b::10.0.0.1
         f A 169.254.169.254
         g A 127.0.0.1
         g A 192.168.0.1
         h A 127.0.0.1
         h AAAA fd00::1
         i CNAME a
         j A 0.0.0.0
         k A 127.0.0.1",
    );
    for name in ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"] {
        assert_eq!(
            site.check(&format!("{name}.org.example")),
            Outcome::Unreachable(Obstacle::Inner),
            "{name}"
        );
    }
    assert_eq!(site.requests(), 0);
    // Without leave of the operator, not even the site's own address is one to connect to.
    let careful = ProofSettings {
        allowed_networks: Vec::new(),
        ..site.settings.clone()
    };
    let outcome = check(&careful, Method::WellKnown, "k.org.example");
    assert_eq!(outcome, Outcome::Unreachable(Obstacle::Inner));
}

#[test]
fn what_never_ends_is_left_at_its_limit() {
    let site = Site::start("@ A 127.0.0.1\n* A 127.0.0.1");
    site.web.put("org.example", FILE, "~ endless");
    let begun = Instant::now();
    assert_eq!(site.check("org.example"), Outcome::Absent(Absence::TooLong));
    assert!(begun.elapsed() < Duration::from_secs(5));
    // It notices that nobody listens any more, having sent no more than what fits between us.
    let sent = loop {
        let log = site.web.log();
        if let Some(sent) = log.iter().find_map(|line| line.strip_prefix("sent ")) {
            break sent.parse::<u64>().unwrap();
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "it sends on");
    };
    // As large as systems let buffers of a connection grow, on both sides.
    assert!(sent < 96 << 20, "{sent} bytes");
}

#[test]
fn a_host_that_says_nothing_or_little_by_little_costs_ten_seconds() {
    let site = Site::start("@ A 127.0.0.1\nslow A 127.0.0.1");
    site.web.put("org.example", FILE, "~ silent");
    site.web.put("slow.org.example", FILE, "~ slow");
    for domain in ["org.example", "slow.org.example"] {
        let begun = Instant::now();
        let outcome = site.check(domain);
        assert_eq!(outcome, Outcome::Unreachable(Obstacle::Timeout));
        assert!(begun.elapsed() < Duration::from_secs(13), "{domain}");
    }
}

#[test]
fn a_port_that_never_speaks_is_a_timeout() {
    let site = Site::start("@ A 127.0.0.1");
    let mute = TcpListener::bind("127.0.0.1:0").unwrap();
    let settings = ProofSettings {
        https_port: mute.local_addr().unwrap().port(),
        ..site.settings.clone()
    };
    assert_eq!(
        check(&settings, Method::WellKnown, "org.example"),
        Outcome::Unreachable(Obstacle::Timeout)
    );
}

#[test]
fn a_certificate_that_browsers_refuse_proves_nothing() {
    let site = Site::start("@ A 127.0.0.1\nx.y A 127.0.0.1");
    let line = format!("undersigned={TOKEN}\n");
    site.web.put("org.example", FILE, &line);
    site.web.put("x.y.org.example", FILE, &line);
    let strange = ProofSettings {
        ca_file: None,
        ..site.settings.clone()
    };
    let refused = Outcome::Unreachable(Obstacle::Certificate);
    assert_eq!(check(&strange, Method::WellKnown, "org.example"), refused);
    // Signed by an authority that we know, for other names.
    assert_eq!(site.check("x.y.org.example"), refused);
    assert_eq!(site.requests(), 0);
    assert_eq!(site.check("org.example"), Outcome::Proven);
}
