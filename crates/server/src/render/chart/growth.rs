//! How a letter grew: signatures over time.

use std::fmt::Write as _;

use super::super::Moment;

/// Width of the drawing, in its own units.
const WIDTH: u64 = 1000;
/// Its height.
const HEIGHT: u64 = 400;
/// The most steps that one line has, roughly: more can't be told apart.
const STEPS: i64 = 62;
const DAY: i64 = 86_400;

/// What one day brought. Days are counted from 1970-01-01, UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// Which.
    pub number: i64,
    /// Signatures that came.
    pub signed: u64,
    /// Signatures that were withdrawn or removed.
    pub left: u64,
}

/// A day, a week or four weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its last day.
    pub until: Moment,
    /// Signatures that came.
    pub signed: u64,
    /// Signatures that were withdrawn or removed.
    pub left: u64,
    /// How many stood at its end.
    pub total: u64,
}

/// Signatures over time, oldest first; empty before there are any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Growth {
    /// The steps that the time is cut into.
    pub steps: Vec<Step>,
    /// Where the time begins.
    pub since: Option<Moment>,
    /// How many days a step has.
    pub days: u64,
    /// The marks of the scale, from the top down.
    pub scale: [u64; 3],
}

impl Growth {
    /// Cuts the time from the first of `days`, which come oldest first, until the day `today` into
    /// steps: the last one ends today.
    #[must_use]
    pub fn of(days: &[Day], today: i64) -> Self {
        let Some(first) = days.first().map(|day| day.number) else {
            return Self::default();
        };
        let span = today.max(first) - first + 1;
        let width = match span {
            ..=STEPS => 1,
            _ if span <= STEPS * 7 => 7,
            _ => 28,
        };
        let count = span.div_euclid(width) + i64::from(span % width > 0);
        let begin = first + span - count * width;
        let mut steps = Vec::new();
        let (mut days, mut total) = (days.iter().peekable(), 0_u64);
        for step in 1..=count {
            let end = begin + step * width;
            let (mut signed, mut left) = (0, 0);
            while let Some(day) = days.next_if(|day| day.number < end) {
                signed += day.signed;
                left += day.left;
            }
            total = (total + signed).saturating_sub(left);
            steps.push(Step {
                until: Moment::of((end - 1) * DAY),
                signed,
                left,
                total,
            });
        }
        let top = top(&steps);
        Self {
            steps,
            since: Some(Moment::of(first * DAY)),
            days: width.unsigned_abs(),
            scale: [top, top / 2, 0],
        }
    }

    /// The line along the totals, as an SVG path (SVG 2, section 9.3).
    pub(in crate::render) fn line(&self) -> String {
        let [top, ..] = self.scale;
        let count = (self.steps.len() as u64).max(1);
        let mut path = format!("M0 {HEIGHT}");
        for (place, step) in (1..).zip(&self.steps) {
            let (x, y) = (place * WIDTH / count, HEIGHT - step.total * HEIGHT / top);
            // Writing to a string can't fail.
            let _ = write!(path, "L{x} {y}");
        }
        path
    }

    /// The area below it.
    pub(in crate::render) fn area(&self) -> String {
        format!("{}V{HEIGHT}z", self.line())
    }
}

/// An even number with one digit and noughts that is no less than any total.
fn top(steps: &[Step]) -> u64 {
    let most = steps.iter().map(|step| step.total).max().unwrap_or(0);
    let mut power = 1;
    loop {
        for digit in [2, 4, 6, 8, 10] {
            if power * digit >= most {
                return power * digit;
            }
        }
        power *= 10;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(number: i64, signed: u64, left: u64) -> Day {
        Day {
            number,
            signed,
            left,
        }
    }

    #[test]
    fn a_short_time_is_drawn_day_by_day() {
        let growth = Growth::of(&[day(10, 3, 0), day(12, 2, 1)], 13);
        let totals: Vec<_> = growth.steps.iter().map(|step| step.total).collect();
        assert_eq!((growth.days, totals), (1, vec![3, 3, 4, 4]));
        assert_eq!(growth.scale, [4, 2, 0]);
        assert_eq!(growth.line(), "M0 400L250 100L500 100L750 0L1000 0");
    }

    #[test]
    fn without_signatures_there_is_nothing_to_draw() {
        assert!(Growth::of(&[], 5).steps.is_empty());
    }

    proptest! {
        #[test]
        fn steps_leave_nothing_out(
            came in proptest::collection::btree_map(0_i64..3000, 0_u64..50, 1..80),
            after in 0_i64..100,
        ) {
            let days: Vec<_> = came.iter().map(|(number, signed)| day(*number, *signed, 0)).collect();
            let (first, last) = (days[0].number, days[days.len() - 1].number + after);
            let growth = Growth::of(&days, last);
            let signed: u64 = came.values().sum();
            let end = growth.steps[growth.steps.len() - 1];
            prop_assert_eq!(growth.steps.iter().map(|step| step.signed).sum::<u64>(), signed);
            prop_assert_eq!((end.total, end.until), (signed, Moment::of(last * DAY)));
            let covered = growth.steps.len() as u64 * growth.days;
            prop_assert!((last - first).unsigned_abs() < covered);
            prop_assert!(growth.days == 28 || growth.steps.len() <= 62);
        }
    }
}
