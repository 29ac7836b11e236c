//! Fills a letter with signatures through the server's own code, in large transactions.

use undersigned::acts::enrolment::{Enrolled, Enrolment, Signer, enrol_all};
use undersigned::acts::signing::{Fields, Noted};
use undersigned::app::App;
use undersigned::model::submission::Public;
use undersigned::model::{Display, Kind, Mailbox, Proof};
use undersigned::recorder::sequence;
use undersigned::seal::{Recipients, TagKey, Token, random};
use undersigned::store::StoreError;
use undersigned::store::letters;
use undersigned::store::links::{self, NewLink, Target};

use anyhow::{Context, anyhow};

use crate::hosted::{Hosted, SLUG, recipients, shown_text};
use crate::people::Person;
use crate::progress;

/// Signatures in one transaction.
const TOGETHER: u64 = 4_000;

/// One in so many signatories is an organization.
const ORGANIZATIONS: u64 = 50;

/// Numbers of people far from those who sign over HTTP.
const FIRST: u64 = 1 << 40;

/// Adds `count` confirmed and recorded signatures to the letter, each with its opening, sealed
/// contact, link, listing and words. The contact is sealed once, to save time, and kept for each.
pub(crate) async fn fill(hosted: &Hosted, count: u64) -> anyhow::Result<()> {
    let app = hosted.open().await?;
    let letter = letters::by_slug(&mut app.store.read().await?, SLUG).await?;
    let letter = letter.context("the letter")?;
    let tag_key = app.keys.tag_key(&letter.slug)?;
    let contact = Recipients::parse(&recipients(2))?.seal(&[b'.'; 400])?;
    let bar = progress::bar(&format!("filling {count}"), count);
    let mut from = 0;
    while from < count {
        let until = count.min(from + TOGETHER);
        let group = (from..until)
            .map(|n| prepare(&app, letter.id, &tag_key, &contact, FIRST + n))
            .collect::<anyhow::Result<Vec<_>>>()?;
        enrol(&app, letter.id, group).await?;
        bar.inc(until - from);
        from = until;
    }
    bar.finish_and_clear();
    app.store.close().await;
    Ok(())
}

/// Enrols and records a group.
async fn enrol(app: &App, letter: i64, group: Vec<(Enrolment, Vec<u8>)>) -> anyhow::Result<()> {
    let now = app.clock.now();
    let write = app.committer.write(move |tx| {
        Box::pin(async move {
            let enrolments: Vec<_> = group.iter().map(|(enrolment, _)| enrolment).collect();
            let enrolled = enrol_all(&enrolments, tx).await?;
            let mut links = Vec::with_capacity(group.len());
            for (enrolled, (_, hash)) in enrolled.into_iter().zip(&group) {
                let Enrolled::Anew(signature) = enrolled else {
                    return Err(StoreError::Corrupt("an invented person signed twice"));
                };
                links.push(NewLink {
                    hash,
                    letter,
                    target: Target::Signature(signature),
                });
            }
            links::insert_all(tx, &links).await?;
            while sequence(tx, letter, now).await? > 0 {}
            Ok(())
        })
    });
    Ok(write.await?)
}

fn prepare(
    app: &App,
    letter: i64,
    tag_key: &TagKey,
    contact: &[u8],
    n: u64,
) -> anyhow::Result<(Enrolment, Vec<u8>)> {
    let public = public(n)?;
    let mailbox = Mailbox::parse(&Person::number(n).email);
    let tags = tag_key.tags(
        &mailbox.map_err(|_| anyhow!("an invented address"))?,
        public.kind,
        &public.name,
    );
    let level = match public.kind {
        Kind::Individual => Proof::Mailbox,
        _ => Proof::Domain,
    };
    let signer = Signer {
        person: tags.person,
        mailbox: Some(tags.mailbox),
        contact: Some(contact.to_vec()),
        level,
        founding: false,
    };
    let fields = Fields {
        public,
        statement: None,
        via: None,
        at_own_domain: level == Proof::Domain,
        noted: Noted::default(),
        proven: None,
        kept_back: false,
        reach: None,
        updates: false,
        text: shown_text(),
        version: 1,
    };
    let enrolment = Enrolment::prepare(app, letter, &fields, signer)?;
    Ok((enrolment, Token::new(random()).hash()))
}

fn public(n: u64) -> anyhow::Result<Public> {
    let person = Person::number(n);
    let organized = n.is_multiple_of(ORGANIZATIONS);
    Ok(Public {
        kind: if organized {
            Kind::Organization
        } else {
            Kind::Individual
        },
        display: Display::Name,
        name: if organized {
            format!("{} Society {n}", person.name)
        } else {
            person.name
        },
        country: person.country.parse().map_err(|_| anyhow!("a country"))?,
        title: None,
        affiliation: None,
        website: organized.then(|| format!("https://society{n}.example")),
        mailbox: None,
        lang: "en".parse()?,
    })
}
