//! What is around a held signature: who else waits or stands by that name, how many came beside
//! it, and from where.

use std::collections::{BTreeMap, HashMap};

use undersigned_record::opening::Opening;

use super::super::Result;
use super::super::link::decrypt_fields;
use super::super::signing::Fields;
use crate::app::App;
use crate::model::hint::{self, AROUND, BURST, LATE, Share};
use crate::model::submission::Public;
use crate::model::{Display, Hint, Kind, Website, fold};
use crate::recorder::Published;
use crate::seal::{first_id, row_time_ms};
use crate::store::{arrivals, roll, search, submissions};

/// How many of those that wait are compared, the newest.
const COMPARED: i64 = 2000;

/// How many of the same name are told of in the queue.
const TOLD: usize = 3;

/// How many of the same name are compared with one another.
const COMPARED_WITH: usize = 20;

/// Of a letter, at one moment.
pub(super) struct Surroundings {
    now: i64,
    /// Names and sites of those that wait, with their numbers.
    waiting: HashMap<String, Vec<(i64, String)>>,
    /// Arrivals by the minute.
    minutes: BTreeMap<i64, u64>,
    /// By country: of late, and before.
    late: HashMap<String, u64>,
    before: HashMap<String, u64>,
}

/// What two signatures of one signatory have in common, mailboxes apart.
fn likenesses(kind: Kind, name: &str, website: Option<&str>) -> Vec<String> {
    let is_person = kind == Kind::Individual;
    let words = fold::terms(name);
    let mut all = Vec::new();
    if !words.is_empty() {
        all.push(format!("{is_person} {}", words.join(" ")));
    }
    let site = website.and_then(|site| Website::parse(site).ok());
    all.extend(site.map(|site| format!("site {}", site.bare())));
    all
}

fn likenesses_of(public: &Public) -> Vec<String> {
    likenesses(public.kind, &public.name, public.website.as_deref())
}

impl Surroundings {
    /// Looks around, for signatures that were sent at these times (unix seconds).
    pub(super) async fn of(app: &App, letter: &Published, times: &[i64]) -> Result<Self> {
        let (now, id) = (app.clock.now(), letter.letter.id);
        let late = first_id((now - LATE) * 1000);
        let mut tx = app.store.read().await?;
        let queue = submissions::held_fields(&mut tx, id, now, COMPARED).await?;
        let mut minutes = BTreeMap::new();
        for (from, until) in windows(times) {
            let ids = (first_id(from * 1000), first_id(until * 1000));
            for (minute, count) in arrivals::by_minute(&mut tx, id, ids).await? {
                minutes.insert(minute, count.unsigned_abs());
            }
        }
        let by_country = arrivals::by_country(&mut tx, id, late).await?;
        drop(tx);
        let mut around = Self {
            now,
            waiting: HashMap::new(),
            minutes,
            late: HashMap::new(),
            before: HashMap::new(),
        };
        for (country, total) in &letter.head.figures.by_country {
            around.before.insert(country.as_str().to_owned(), *total);
        }
        for (country, count) in by_country {
            let before = around.before.entry(country.clone()).or_default();
            *before = before.saturating_sub(count.unsigned_abs());
            around.late.insert(country, count.unsigned_abs());
        }
        for (row, key, fields) in queue {
            // What can't be read is told where it is shown.
            if let Ok(fields) = decrypt_fields(app, &key, &fields) {
                around.add(row, &fields.public, row >= late);
            }
        }
        Ok(around)
    }

    fn add(&mut self, row: i64, public: &Public, is_late: bool) {
        if is_late {
            let country = public.country.as_str().to_owned();
            *self.late.entry(country).or_default() += 1;
        }
        for likeness in likenesses_of(public) {
            let same = self.waiting.entry(likeness).or_default();
            same.push((row, public.name.clone()));
        }
    }

    /// What a moderator should know of the signature `id`.
    pub(super) async fn hints(
        &self,
        app: &App,
        letter: &Published,
        id: i64,
        fields: &Fields,
    ) -> Result<Vec<Hint>> {
        let public = &fields.public;
        let mut hints = Vec::new();
        if fields.noted.disposable {
            hints.push(Hint::Disposable);
        }
        if public.kind == Kind::Individual && hint::is_one_word(&public.name) {
            hints.push(Hint::OneWord);
        }
        hints.extend(self.burst(id));
        hints.extend(self.crowd(id, public));
        let standing = standing(app, letter.letter.id, public).await?;
        hints.extend(standing.into_iter().take(TOLD));
        hints.extend(self.waiting(id, public).take(TOLD));
        Ok(hints)
    }

    /// Who stands or waits by the same name or site as `id`.
    pub(super) async fn alike(
        &self,
        app: &App,
        letter: &Published,
        id: i64,
        public: &Public,
    ) -> Result<Vec<Hint>> {
        let mut alike = standing(app, letter.letter.id, public).await?;
        alike.extend(self.waiting(id, public).take(COMPARED_WITH));
        Ok(alike)
    }

    /// Others that wait by the same name or site.
    fn waiting(&self, id: i64, public: &Public) -> impl Iterator<Item = Hint> + use<> {
        let mut same: Vec<(i64, String)> = likenesses_of(public)
            .iter()
            .filter_map(|likeness| self.waiting.get(likeness))
            .flatten()
            .filter(|(other, _)| *other != id)
            .cloned()
            .collect();
        same.sort_unstable();
        same.dedup();
        same.into_iter()
            .map(|(other, name)| Hint::Waits(other, name))
    }

    fn burst(&self, id: i64) -> Option<Hint> {
        let minute = row_time_ms(id).div_euclid(60_000);
        let within = self.came(minute, BURST / 120);
        let around = self.came(minute, AROUND / 60);
        hint::is_burst(within, around).then_some(Hint::Burst(within))
    }

    /// How many came from so many minutes before a minute to as many after.
    fn came(&self, minute: i64, most: i64) -> u64 {
        self.minutes
            .range(minute - most..minute + most)
            .map(|(_, count)| count)
            .sum()
    }

    fn crowd(&self, id: i64, public: &Public) -> Option<Hint> {
        let is_late = row_time_ms(id) >= (self.now - LATE) * 1000;
        if !is_late || !public.country.is_named() {
            return None;
        }
        let share = |counts: &HashMap<String, u64>| Share {
            of: counts
                .get(public.country.as_str())
                .copied()
                .unwrap_or_default(),
            all: counts.values().sum(),
        };
        let late = share(&self.late);
        let crowd = Hint::Crowd(public.country, late);
        late.is_beyond(share(&self.before)).then_some(crowd)
    }
}

/// Stretches of time that hold an hour before and after each of these times, and don't overlap.
fn windows(times: &[i64]) -> Vec<(i64, i64)> {
    let mut times = times.to_vec();
    times.sort_unstable();
    let mut windows: Vec<(i64, i64)> = Vec::new();
    for time in times {
        // Whole minutes, so that no minute is counted in two parts.
        let from = (time - AROUND).div_euclid(60) * 60;
        let until = (time + AROUND).div_euclid(60) * 60 + 60;
        match windows.last_mut() {
            Some(last) if from <= last.1 => last.1 = until,
            _ => windows.push((from, until)),
        }
    }
    windows
}

/// Live signatures that show the same name or site.
async fn standing(app: &App, letter: i64, public: &Public) -> Result<Vec<Hint>> {
    let asked = search::Asked {
        letter,
        words: &public.name,
        filter: roll::Filter {
            kind: "",
            country: "",
        },
        before: i64::MAX,
        limit: COMPARED_WITH,
    };
    let found = search::search(&mut app.store.read().await?, &asked).await?;
    let own = likenesses_of(public);
    let same = found.rows.into_iter().filter_map(|row| {
        let opening = Opening::parse(&row.opening).ok()?;
        let name = opening.name.filter(|_| opening.display == Display::Name)?;
        let of = likenesses(opening.kind, &name, opening.website.as_deref());
        let is_same = of.iter().any(|likeness| own.contains(likeness));
        is_same.then(|| Hint::Stands(row.idx.unsigned_abs(), name))
    });
    Ok(same.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_hold_two_hours_and_never_overlap() {
        let hour = 3600;
        let at = 1_000 * hour;
        assert_eq!(
            windows(&[at + 90, at, at + 10 * hour]),
            [
                (at - hour, at + hour + 120),
                (at + 9 * hour, at + 11 * hour + 60)
            ]
        );
        assert!(windows(&[]).is_empty());
    }

    #[test]
    fn one_signatory_is_known_without_the_mailbox() {
        let like = |kind, name, site| likenesses(kind, name, site);
        let person = Kind::Individual;
        assert_eq!(
            like(person, "Gómez, Ana", None),
            like(person, "ana GOMEZ", None)
        );
        assert_ne!(
            like(person, "Ana Gomez", None),
            like(Kind::Company, "Ana Gomez", None)
        );
        let site = Some("https://www.vaxholm.example");
        let one = like(Kind::Company, "Vaxholm Ltd", site);
        let other = like(
            Kind::Organization,
            "Vaxholm",
            Some("http://vaxholm.example"),
        );
        assert!(one.iter().any(|likeness| other.contains(likeness)));
    }
}
