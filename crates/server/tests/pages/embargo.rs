//! What people see of a letter before its launch, made of sample data.

use undersigned::model::logo::BadLogo;
use undersigned::render::organize::SaidState;
use undersigned::render::{
    Answer, AskedAddress, Demand, Field, FieldError, Frame, InvitedPage, Kind, LogoRef,
    LogoStanding, OwnLogo, PreviewPage, Problem, Signatory, TextName, Values, paths,
};
use undersigned_record::Hash;

use super::{NOW, RETENTION, Samples, TOKEN, html};

impl Samples {
    pub(super) fn embargo_pages(&self) -> Vec<(String, String)> {
        let invited = |kind, answer, errors: Vec<FieldError>| InvitedPage {
            frame: Frame::private(Self::site(), self.lang, paths::invited(TOKEN)),
            path: paths::invited(TOKEN),
            by: "Ada <b>no</b> Quill".to_owned(),
            name: "Ana <b>no</b> Ríos".to_owned(),
            title: self.text.front.title.clone(),
            text_lang: self.lang.tag().to_owned(),
            text_digest: Hash::of(b"text").to_string(),
            stands_under_earlier: false,
            others: vec![TextName::of("de")],
            to: self.text.front.to.clone(),
            from: self.text.front.from.clone(),
            demands: vec![Demand {
                id: "one".to_owned(),
                brief: "Do.".to_owned(),
            }],
            text_html: "<p>Words.</p>".to_owned(),
            answer,
            face: matches!(answer, Answer::Accepted(_) | Answer::Held(_)).then(|| self.face()),
            said: matches!(answer, Answer::Accepted(_)).then_some(SaidState::Waiting),
            kind,
            values: Values {
                name: "Ana a\"<b>".to_owned(),
                country: "AR".to_owned(),
                ..Values::default()
            },
            errors,
            superseded: false,
            address: match answer {
                Answer::Declined(_) => Some(AskedAddress::Deleted),
                _ => None,
            },
            logo: None,
            retention: RETENTION,
            statement_most: 600,
        };
        let wrong = [Field::Name, Field::ContactName, Field::Authority];
        let wrong = wrong.map(|field| FieldError {
            field,
            problem: Problem::Missing,
        });
        let (person, body) = (Kind::Individual, Kind::Organization);
        let (yes, no) = (Answer::Accepted(NOW), Answer::Declined(NOW));
        let (held, again) = (Answer::Held(NOW), Answer::AskedAgain(NOW));
        let accepted = |address, standing, bad| InvitedPage {
            address,
            logo: Some(OwnLogo {
                bad,
                ..own_logo(&paths::invited(TOKEN), &[standing])
            }),
            ..invited(body, yes, Vec::new())
        };
        let handed = InvitedPage {
            address: Some(AskedAddress::Unknown),
            ..invited(person, Answer::Open, Vec::new())
        };
        let superseded = InvitedPage {
            superseded: true,
            ..invited(person, Answer::Open, Vec::new())
        };
        let earlier = InvitedPage {
            stands_under_earlier: true,
            ..invited(person, yes, Vec::new())
        };
        let (sealed, svg) = (Some(AskedAddress::SealedElsewhere), Some(BadLogo::Svg));
        let people = self.recent();
        let preview = |until, people: &[Signatory], text: &str| PreviewPage {
            frame: Frame::private(Self::site(), self.lang, paths::preview(TOKEN)),
            path: paths::preview(TOKEN),
            until,
            title: self.text.front.title.clone(),
            text_lang: self.lang.tag().to_owned(),
            others: vec![TextName::of("de")],
            to: self.text.front.to.clone(),
            from: self.text.front.from.clone(),
            demands: Vec::new(),
            text_html: text.to_owned(),
            organizations: people.to_vec(),
            companies: Vec::new(),
            individuals: people.to_vec(),
            as_of: NOW,
        };
        [
            ("invited", html(&invited(person, Answer::Open, Vec::new()))),
            (
                "invited-body",
                html(&invited(body, Answer::Open, Vec::new())),
            ),
            (
                "invited-wrong",
                html(&invited(body, Answer::Open, wrong.to_vec())),
            ),
            ("invited-accepted", html(&invited(person, yes, Vec::new()))),
            ("invited-declined", html(&invited(person, no, Vec::new()))),
            ("invited-handed", html(&handed)),
            ("invited-held", html(&invited(body, held, Vec::new()))),
            (
                "invited-asked-again",
                html(&invited(person, again, Vec::new())),
            ),
            ("invited-superseded", html(&superseded)),
            ("invited-earlier", html(&earlier)),
            (
                "invited-logo",
                html(&accepted(None, LogoStanding::Waiting, None)),
            ),
            (
                "invited-logo-refused",
                html(&accepted(sealed, LogoStanding::Refused, None)),
            ),
            (
                "invited-logo-approved",
                html(&accepted(None, LogoStanding::Approved, svg)),
            ),
            (
                "preview",
                html(&preview(Some(NOW), &people, "<p>Words.</p>")),
            ),
            ("preview-empty", html(&preview(None, &[], ""))),
        ]
        .map(|(name, page)| (name.to_owned(), page))
        .to_vec()
    }
}

/// A logo with pictures of these standings, and the forms that change it.
pub(super) fn own_logo(link: &str, standings: &[LogoStanding]) -> OwnLogo {
    let path = paths::logo(link);
    let picture = |standing: &LogoStanding| (LogoRef::at(path.clone(), (640, 160)), *standing);
    OwnLogo {
        pictures: standings.iter().map(picture).collect(),
        path: path.clone(),
        bad: None,
    }
}

#[test]
fn a_founders_mail_names_no_letter_and_has_its_link() {
    use undersigned::l10n::Lang;
    use undersigned::render::mail::FoundingMail;
    for lang in Lang::ALL {
        for reminds in [false, true] {
            let link = format!("http://127.0.0.1:8080{}", paths::invited(TOKEN));
            let mail = FoundingMail {
                site: Samples::site(),
                lang,
                name: "Bea <b>no</b> Late".to_owned(),
                by: "Ada Quill".to_owned(),
                reminds,
                link: link.clone(),
            };
            let mail = mail.render().expect("the mail renders");
            let front = super::letter::text(lang).front;
            let said = format!("{} {} {}", mail.subject, mail.text, mail.html);
            assert!(
                !said.contains(&front.title) && !said.contains(&front.from),
                "{lang}"
            );
            assert!(mail.text.lines().any(|line| line == link), "{lang}");
            assert!(!mail.html.contains("<b>no</b>") && mail.html.contains("Ada Quill"));
            assert!(
                !mail.text.contains("[mail"),
                "{lang} lacks a message: {}",
                mail.text
            );
        }
    }
}
