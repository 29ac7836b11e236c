//! What is counted about a letter.

use std::collections::BTreeMap;

use undersigned_record::entry::Kind;

use super::super::letter::figures;
use super::super::pages;
use super::at::{Answered, At};
use super::letters::title;
use crate::acts::moderation;
use crate::l10n;
use crate::recorder::Published;
use crate::render::organize::{FiguresPage, Founding, LastDay};
use crate::render::{Bars, Day, Growth, Level, Moment, World};
use crate::store::founders::{self, CountRow};
use crate::store::tallies::{self, Counted, DAY};
use crate::store::{self, bounces, signatures};

/// How many of the last days are shown one by one.
const LAST: i64 = 14;

/// How many countries are listed before one asks for all.
const FIRST: usize = 12;

/// `GET /organize/letters/{slug}/figures`
pub(in crate::http) async fn page(at: At) -> Answered {
    let (letter, _) = at.letter()?;
    let counted = Counts::read(&at, letter.id).await;
    let counted = counted.map_err(|error| at.failed(&error.into()))?;
    let published = at.site.app.letters.by_id(letter.id);
    let waiting = moderation::waiting(&at.site.app, letter.id).await;
    let waiting = waiting.map_err(|error| at.failed(&error))?;
    let today = at.site.app.clock.now().div_euclid(DAY);
    let (frame, last) = (at.frame(), counted.last(today));
    let founding = &counted.founding;
    let mut page = FiguresPage {
        founding: match founding.listed {
            0 => Bars::default(),
            _ => frame.bars_of_founding(founding),
        },
        waiting: frame.bars_of_waiting(waiting.held, waiting.statements),
        forms: frame.bars_of_forms(&last),
        mails: frame.bars_of_mails(&last),
        frame,
        visit: at.visit(),
        letter: title(&at, letter).await?.0,
        path: format!("/organize/letters/{}", letter.slug),
        figures: published.as_deref().map(figures),
        growth: counted.growth(today),
        kinds: Bars::default(),
        levels: Bars::default(),
        countries: Bars::default(),
        first_countries: Bars::default(),
        world: World::default(),
        answered: counted.answered(),
        last,
        lost: counted.lost.clone(),
    };
    if let Some(published) = published {
        shares(&at, &mut page, &published, &counted.proven);
    }
    Ok(pages::private(&page))
}

/// How the public figures are made up.
fn shares(at: &At, page: &mut FiguresPage, of: &Published, proven: &[(String, i64)]) {
    let figures = &of.head.figures;
    let frame = &page.frame;
    let kinds = [
        (Kind::Individual, figures.individuals),
        (Kind::Organization, figures.organizations),
        (Kind::Company, figures.companies),
    ];
    page.kinds = frame.bars_of_kinds(&kinds);
    let number = |level: Level| {
        let found = proven.iter().find(|(known, _)| known == level.as_str());
        found.map_or(0, |(_, number)| number.unsigned_abs())
    };
    let mut levels = Level::ALL.map(|level| (level, number(level)));
    let others: u64 = levels.iter().map(|(_, number)| number).sum();
    for (level, number) in &mut levels {
        if *level == Level::Mailbox {
            *number = figures.total.saturating_sub(others);
        }
    }
    page.levels = frame.bars_of_levels(&levels);
    let by_country = figures.by_country.iter();
    let by_country: BTreeMap<_, _> = by_country
        .map(|(country, number)| (country.as_str().to_owned(), *number))
        .collect();
    let mut counts: Vec<_> = by_country.iter().collect();
    counts.sort_by_cached_key(|(code, number)| {
        let name = l10n::country_name(at.lang, code);
        (u64::MAX - **number, l10n::collation_key(at.lang, &name))
    });
    page.countries = frame.bars_of_countries(&counts);
    page.first_countries = page.countries.first(FIRST);
    page.world = World::of(&by_country);
}

/// What the store counted.
struct Counts {
    days: BTreeMap<i64, tallies::Day>,
    /// Signatures that have more than a mailbox to show, by level.
    proven: Vec<(String, i64)>,
    /// How far its founders are.
    founding: Founding,
    /// Mails that are lost, by the mail server's code.
    lost: Vec<(u64, u64)>,
}

fn founding(counts: &[CountRow]) -> Founding {
    let mut all = Founding::default();
    for count in counts {
        let people = count.people.unsigned_abs();
        all.listed += people;
        match &*count.state {
            "invited" | "held" => all.invited += people,
            "accepted" => all.accepted += people,
            "declined" => all.declined += people,
            _ => {}
        }
        all.visited += count.visited.unsigned_abs();
        all.bounced += count.bounced.unsigned_abs();
    }
    all.invited += all.accepted + all.declined;
    all
}

impl Counts {
    async fn read(at: &At, letter: i64) -> store::Result<Self> {
        let mut tx = at.site.app.store.read().await?;
        let lost = bounces::by_code(&mut tx, letter).await?.into_iter();
        let lost = lost.map(|(code, number)| (code.unsigned_abs(), number.unsigned_abs()));
        Ok(Self {
            days: tallies::by_day(&mut tx, letter).await?,
            proven: signatures::proven(&mut tx, letter).await?,
            founding: founding(&founders::counts(&mut tx, letter).await?),
            lost: lost.collect(),
        })
    }

    fn growth(&self, today: i64) -> Growth {
        let day = |(number, day): (&i64, &tallies::Day)| Day {
            number: *number,
            signed: day.of(Counted::Signed),
            left: day.of(Counted::Left),
        };
        let grew = |day: &Day| day.signed + day.left > 0;
        let days: Vec<_> = self.days.iter().map(day).filter(grew).collect();
        Growth::of(&days, today)
    }

    fn answered(&self) -> (u64, u64) {
        let mut sum = tallies::Day::default();
        for day in self.days.values() {
            sum += *day;
        }
        (sum.of(Counted::Sent), sum.of(Counted::Confirmed))
    }

    fn last(&self, today: i64) -> Vec<LastDay> {
        let of = |number: i64| {
            let day = self.days.get(&number).copied().unwrap_or_default();
            LastDay {
                day: Moment::of(number * DAY),
                sent: day.of(Counted::Sent),
                confirmed: day.of(Counted::Confirmed),
                mailed: day.of(Counted::Mailed),
                refused: day.of(Counted::Refused),
                returned: day.of(Counted::Returned),
            }
        };
        (0..LAST).map(|back| of(today - back)).collect()
    }
}
