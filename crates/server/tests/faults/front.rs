//! What the site's front page tells, as its operator chose.

use undersigned_testbed::{Server, SmtpSink};

use crate::harness::{Base, Installation, SLUG, Visitor, on_both, wait_for};

on_both!(the_front_page_tells_what_the_operator_chose,);

/// What stands in the page that lists letters.
const TITLE: &str = "Security for All";

fn the_front_page_tells_what_the_operator_chose(base: Base) {
    let sink = SmtpSink::start();
    let installation = Installation::new(base, sink.port(), 1);
    let under = |choice: &str, look: &dyn Fn(&Visitor)| {
        let mut program = installation.program(0);
        program.env("UNDERSIGNED_FRONT_PAGE", choice);
        let server = Server::start(program);
        let visitor = Visitor::of(&server.url(""));
        wait_for("the letter", std::time::Duration::from_secs(30), || {
            visitor.letter()
        });
        look(&visitor);
    };
    let get = |visitor: &Visitor, path: &str| visitor.get(path).expect("the server answers");
    let listed = |visitor: &Visitor| {
        let letters = get(visitor, "/api/letters").json();
        letters.as_array().expect("a list").len()
    };
    under("letters", &|visitor| {
        let page = get(visitor, "/").text();
        assert!(
            page.contains(TITLE) && !page.contains("Closed letters"),
            "{page}"
        );
        assert!(page.contains("All letters on this site"));
        assert_eq!(listed(visitor), 1);
    });
    under("none", &|visitor| {
        let page = get(visitor, "/");
        assert_eq!(page.status, 200);
        let text = page.text();
        assert!(!text.contains(TITLE) && !text.contains(SLUG), "{text}");
        assert!(text.contains("href=\"/organize?lang=en\"") && text.contains("noindex"));
        assert_eq!(listed(visitor), 0);
        // What somebody knows of is there.
        let letter = get(visitor, &format!("/letters/{SLUG}")).text();
        assert!(letter.contains(TITLE) && !letter.contains("All letters on this site"));
        assert!(
            !get(visitor, "/nothing")
                .text()
                .contains("To the letters on this site")
        );
    });
    under(SLUG, &|visitor| {
        let page = get(visitor, "/?lang=ar");
        assert_eq!(page.status, 307);
        let letter = format!("/letters/{SLUG}?lang=ar");
        assert_eq!(page.header("location"), Some(&*letter));
        assert_eq!(page.header("cache-control"), Some("no-cache"));
        assert_eq!(listed(visitor), 1);
    });
    // One that has not launched, or isn't there.
    under("another-letter", &|visitor| {
        let page = get(visitor, "/");
        assert_eq!(page.status, 200);
        assert!(!page.text().contains("another-letter") && listed(visitor) == 0);
    });
}
