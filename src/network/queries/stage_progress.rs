//! How far a territory or a dynamic has come in the stages of the process, by a day.
//!
//! Every printer asks here: lists, records, maps, reports, criteria and templates.
//!
//! - **Which stage is reached**: the one reached last in time by the day asked, since going back is
//!   allowed. Where partial dates leave open which came last (`2021` beside `2021-03`), the stage
//!   that comes later in the process.
//! - **Since when**: the date on which that stage was reached for the last time.
//! - **When it began**: a territory with its first stage, a dynamic with its period.
//! - **How long it took**: from the beginning to the first time the last stage was reached, else to
//!   the end of the network's work or of the dynamic, else to the last year in which that is
//!   attested, else to the day asked. Only a written `to` is an end: a last year seen is none.

use crate::calendar::{Day, PartialDate, Period};
use crate::network::network::{DynamicRecord, Network, TerritoryRecord};
use crate::records::{Common, List, Reached, Stages};

/// Years that the process takes, by the founding documents: from one to six.
pub const USUAL_YEARS: (u16, u16) = (1, 6);

/// The last stage of the process.
const EMANCIPATION: &str = "emancipation";

/// A stage reached on a date; a stage lost and reached again gives two of them.
#[derive(Clone, Copy, Debug)]
pub struct ReachedStage<'n> {
    /// The stage's id.
    pub id: &'n str,
    /// Rank in the process, from 0.
    pub rank: usize,
    /// When it was reached.
    pub when: PartialDate,
    /// The record's entry for the stage.
    pub reached: &'n Reached,
    /// Whether the writer of the record inferred it.
    pub inferred: bool,
}

/// The stages of a territory or a dynamic by a day.
#[derive(Clone, Debug)]
pub struct StageProgress<'n> {
    /// Every stage reached by that day, in order of time.
    pub steps: Vec<ReachedStage<'n>>,
    /// Whether the network works in the territory, or the dynamic is alive, on that day.
    pub is_active: bool,
    /// The beginning: a territory's first stage, a dynamic's first date.
    pub started: Option<PartialDate>,
    /// The day asked.
    day: Day,
    /// The last day, up to the day asked, on which it was active.
    pub last_active: Option<Day>,
    /// The end, if it is written and not after the day asked.
    pub ended: Option<PartialDate>,
}

impl Network {
    /// The stages of a territory by a day.
    #[must_use]
    pub fn territory_progress<'n>(
        &self,
        territory: &'n TerritoryRecord,
        day: Day,
    ) -> StageProgress<'n> {
        let steps = self.stages_reached(&territory.common, &territory.body.stages, day);
        let started = steps.first().map(|step| step.when);
        StageProgress::new(steps, started, &territory.body.followed.0, day)
    }

    /// The stages of a dynamic by a day; those of its territory are not its own.
    #[must_use]
    pub fn dynamic_progress<'n>(&self, dynamic: &'n DynamicRecord, day: Day) -> StageProgress<'n> {
        let steps = self.stages_reached(&dynamic.common, &dynamic.body.stages, day);
        let years_seen = dynamic.body.seen.iter().copied().map(PartialDate::Year);
        let dates = dynamic.body.from.into_iter().chain(years_seen);
        let started = dates.min_by_key(|date| date.first());
        StageProgress::new(steps, started, &[dynamic.body.period()], day)
    }

    /// The stage that a dynamic reached by a day, else the one that its territory reached.
    #[must_use]
    pub fn stage_of_dynamic_or_territory<'n>(
        &'n self,
        dynamic: &'n DynamicRecord,
        day: Day,
    ) -> Option<ReachedStage<'n>> {
        let own = self.dynamic_progress(dynamic, day).current();
        own.or_else(|| {
            let territory = self.territory(dynamic.home.as_str())?;
            self.territory_progress(territory, day).current()
        })
    }

    /// Every stage of a record reached by a day, in order of time; stages that the vocabulary does
    /// not have are left out.
    #[must_use]
    pub fn stages_reached<'n>(
        &self,
        common: &Common,
        stages: &'n Stages,
        day: Day,
    ) -> Vec<ReachedStage<'n>> {
        let mut steps = Vec::new();
        for (id, reached) in stages.iter() {
            let id = id.as_str();
            let Some(rank) = self.vocabulary.rank(List::Stages, id) else {
                continue;
            };
            let inferred = common.infers_row("stages", id, reached.inferred);
            let dates = reached.reached.iter().filter(|when| when.first() <= day);
            steps.extend(dates.map(|when| ReachedStage {
                id,
                rank,
                when: *when,
                reached,
                inferred,
            }));
        }
        in_order_of_time(steps)
    }
}

impl<'n> StageProgress<'n> {
    fn new(
        steps: Vec<ReachedStage<'n>>,
        started: Option<PartialDate>,
        periods: &[Period],
        day: Day,
    ) -> Self {
        let begun = periods.iter().flat_map(Period::ranges);
        let last_days = begun.filter(|range| range.first <= day);
        let last_active = last_days.map(|range| range.last.min(day)).max();
        Self {
            steps,
            is_active: last_active == Some(day),
            started,
            day,
            last_active,
            ended: written_end(periods, day),
        }
    }

    /// The stage reached last.
    #[must_use]
    pub fn current(&self) -> Option<ReachedStage<'n>> {
        self.steps.last().copied()
    }

    /// When the last stage of the process was reached for the first time.
    #[must_use]
    pub fn emancipated(&self) -> Option<PartialDate> {
        let emancipation = self.steps.iter().find(|step| step.id == EMANCIPATION);
        emancipation.map(|step| step.when)
    }

    /// When the last stage of the process was reached, if no other stage was reached after it.
    #[must_use]
    pub fn emancipated_last(&self) -> Option<PartialDate> {
        let current = self.current().filter(|step| step.id == EMANCIPATION);
        current.map(|step| step.when)
    }

    /// Whole years from the beginning to emancipation, else to the end of the activity, else to the
    /// day asked; counted from year to year (2019 to 2024: five), since most stages are known by
    /// their year alone. Returns `None` if nothing had begun by that day.
    #[must_use]
    pub fn years(&self) -> Option<u16> {
        let started = self.started.filter(|date| date.first() <= self.day)?;
        let last_active = self.last_active.unwrap_or(self.day);
        let end = self
            .emancipated()
            .map_or(last_active.year, PartialDate::year);
        // Stages may be dated after the network's work ended: that is no time at all.
        Some(end.saturating_sub(started.year()))
    }

    /// Whether it is active, not emancipated, and has certainly reached no other stage for more
    /// than a year.
    #[must_use]
    pub fn is_stalled(&self) -> bool {
        let moved_long_ago = |step: ReachedStage| step.when.is_older_than(1, self.day);
        self.is_active && self.emancipated().is_none() && self.current().is_some_and(moved_long_ago)
    }
}

/// The end of some periods, if the last of them has one that is past on a day.
fn written_end(periods: &[Period], day: Day) -> Option<PartialDate> {
    let begun = |period: &&Period| period.ranges().iter().any(|range| range.first <= day);
    let last_day = |period: &&Period| period.ranges().iter().map(|range| range.last).max();
    let last = periods.iter().filter(begun).max_by_key(last_day)?;
    last.to.filter(|to| to.last() < day)
}

/// Sorts stages by time; where partial dates leave open which was reached last, the one that comes
/// later in the process was.
///
/// Partial dates that overlap have no order of their own and are not transitive (`2021-01` and
/// `2021-03` both overlap `2021`), so that no sort key gives it: the last step is taken out again
/// and again instead, of a handful.
fn in_order_of_time(mut steps: Vec<ReachedStage>) -> Vec<ReachedStage> {
    let mut ordered = Vec::with_capacity(steps.len());
    while let Some(index) = index_of_last(&steps) {
        ordered.push(steps.remove(index));
    }
    ordered.reverse();
    ordered
}

/// The position of the stage reached last: of those that no other certainly followed, the highest
/// rank, then the later date.
fn index_of_last(steps: &[ReachedStage]) -> Option<usize> {
    let latest_first_day = steps.iter().map(|step| step.when.first()).max()?;
    let steps = steps.iter().enumerate();
    let candidates = steps.filter(|(_, step)| step.when.last() >= latest_first_day);
    let last = candidates.max_by_key(|(_, step)| (step.rank, step.when.first()));
    last.map(|(index, _)| index)
}
