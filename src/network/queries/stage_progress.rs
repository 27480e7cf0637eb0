//! How far a collective has come on the way of the stages, and how long it took.

use crate::calendar::{DateRange, Day, PartialDate, Period};
use crate::network::{Network, TerritoryRecord};
use crate::records::{List, Reached};

/// Years that the way takes, by the founding documents: from one to six.
pub const USUAL_YEARS: (u16, u16) = (1, 6);

/// The last stage of the way.
const LAST_STAGE: &str = "emancipation";

/// One stage that was reached on a day.
#[derive(Clone, Copy, Debug)]
pub struct Step<'n> {
    /// Its place on the way, from 0.
    pub rank: usize,
    /// When.
    pub when: PartialDate,
    /// What the record says of the stage.
    pub reached: &'n Reached,
}

/// The way of one territory up to a day.
#[derive(Clone, Debug, Default)]
pub struct Progress<'n> {
    /// Every step up to that day, in order of time; a stage lost and reached again stands twice.
    pub steps: Vec<Step<'n>>,
    /// Whether the network works there on that day.
    pub followed: bool,
    /// The day, or the last on which the network worked there before it.
    pub until: Option<Day>,
}

impl Network {
    /// The way of a territory up to a day.
    #[must_use]
    pub fn progress_of<'n>(&self, territory: &'n TerritoryRecord, at: Day) -> Progress<'n> {
        let mut steps: Vec<Step> = territory
            .body
            .stages
            .iter()
            .filter_map(|(stage, reached)| {
                Some((self.vocabulary.rank(List::Stages, stage.as_str())?, reached))
            })
            .flat_map(|(rank, reached)| {
                reached.reached.iter().map(move |when| Step {
                    rank,
                    when: *when,
                    reached,
                })
            })
            .filter(|step| step.when.first() <= at)
            .collect();
        steps.sort_by_key(|step| (step.when.first(), step.rank));
        let day = DateRange {
            first: at,
            last: at,
        };
        let followed = territory
            .body
            .followed
            .0
            .iter()
            .any(|period| period.overlaps(day));
        let ends = territory
            .body
            .followed
            .0
            .iter()
            .flat_map(Period::stretches)
            .map(|stretch| stretch.last.min(at));
        let until = if followed {
            Some(at)
        } else {
            ends.max().or(Some(at))
        };
        Progress {
            steps,
            followed,
            until,
        }
    }

    /// The place of the last stage on the way, from 0; nothing where the network's words know no
    /// such stage.
    #[must_use]
    pub fn last_stage(&self) -> Option<usize> {
        self.vocabulary.rank(List::Stages, LAST_STAGE)
    }
}

impl Progress<'_> {
    /// Where it stands: the stage that was reached last.
    #[must_use]
    pub fn stands(&self) -> Option<&Step<'_>> {
        self.steps.last()
    }

    /// When a stage was first reached.
    #[must_use]
    pub fn first_time(&self, rank: usize) -> Option<PartialDate> {
        self.steps
            .iter()
            .find(|step| step.rank == rank)
            .map(|step| step.when)
    }

    /// Years from the first step to the last stage, or as long as the network worked there where it
    /// was not reached;
    /// whole years, since most steps are known by their year alone.
    #[must_use]
    pub fn years(&self, last_stage: Option<usize>) -> Option<u16> {
        let begun = self.steps.first()?.when;
        let done = last_stage.and_then(|rank| self.first_time(rank));
        let end = done
            .map(PartialDate::year)
            .or(self.until.map(|day| day.year))?;
        Some(end.saturating_sub(begun.year()))
    }

    /// Whether it has certainly not moved for more than a year, though the network works there and
    /// the way is not at
    /// its end.
    #[must_use]
    pub fn stands_still(&self, last_stage: Option<usize>) -> bool {
        let done = last_stage.is_some_and(|rank| self.first_time(rank).is_some());
        let (Some(stands), Some(at)) = (self.stands(), self.until) else {
            return false;
        };
        let last = stands.when.last();
        let a_year_later = Day {
            year: last.year.saturating_add(1),
            ..last
        };
        self.followed && !done && a_year_later < at
    }
}
