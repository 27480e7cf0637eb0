//! Observations of territories and dynamics: levers, obstacles, tools of cooperation.

use crate::calendar::{DateRange, Day, PartialDate, Period};
use crate::network::network::{DynamicRecord, Network, TerritoryRecord};
use crate::records::{Common, LeverOrObstacle, List, LocalizedText, TerritoryId, Tool, Word};

/// The nature of an observation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nature {
    /// Something that hinders.
    Obstacle,
    /// Something that helps.
    Lever,
    /// A tool of cooperation that was used.
    Tool,
}

impl Nature {
    /// The key of a record that holds such observations.
    fn key(self) -> &'static str {
        match self {
            Self::Obstacle => "obstacles",
            Self::Lever => "levers",
            Self::Tool => "tools",
        }
    }

    /// The list of the vocabulary that names the kinds.
    #[must_use]
    pub fn list(self) -> List {
        match self {
            Self::Obstacle => List::Obstacles,
            Self::Lever => List::Levers,
            Self::Tool => List::Tools,
        }
    }
}

/// One observation.
#[derive(Clone, Debug)]
pub struct Observation<'n> {
    /// Whether it is a lever, an obstacle or a tool.
    pub nature: Nature,
    /// The kind, from the vocabulary.
    pub kind: &'n Word,
    /// The territory whose record says so, or in whose folder the dynamic is.
    pub home: &'n TerritoryId,
    /// The dynamic whose record says so; `None` for a territory's own observation.
    pub dynamic: Option<&'n DynamicRecord>,
    /// The file that says so.
    pub file: &'n str,
    /// The period in which it held, as written.
    pub period: Period,
    /// When an obstacle was lifted.
    pub lifted: Option<PartialDate>,
    /// The person or body that says so (key `told_by`): an actor or a kind of stakeholder.
    pub told_by: Option<&'n Word>,
    /// A note in words.
    pub note: Option<&'n LocalizedText>,
    /// Whether the writer of the record inferred it.
    pub inferred: bool,
}

impl Observation<'_> {
    /// Whether it held on some day of a range; an obstacle that was lifted held until then.
    #[must_use]
    pub fn overlaps(&self, asked: DateRange) -> bool {
        let stretches = self.period.ranges();
        let first = stretches.iter().map(|stretch| stretch.first).min();
        let until_lifted = self.lifted.map(|lifted| {
            let last = lifted.last();
            DateRange {
                first: first.unwrap_or(lifted.first()).min(last),
                last,
            }
        });
        stretches
            .into_iter()
            .chain(until_lifted)
            .any(|stretch| stretch.overlaps(asked))
    }

    /// Whether nothing dates it.
    #[must_use]
    pub fn is_undated(&self) -> bool {
        self.period.is_empty() && self.lifted.is_none()
    }

    /// The date on which it was lifted, if that is not after a day.
    #[must_use]
    pub fn lifted_by(&self, day: Day) -> Option<PartialDate> {
        self.lifted.filter(|lifted| lifted.first() <= day)
    }
}

impl Network {
    /// The observations of a territory's own record.
    pub fn observations_of<'n>(
        &'n self,
        territory: &'n TerritoryRecord,
    ) -> impl Iterator<Item = Observation<'n>> {
        let observer = Observer {
            home: &territory.id,
            dynamic: None,
            file: &territory.file,
            common: &territory.common,
        };
        let body = &territory.body;
        observer.observations(&body.obstacles, &body.levers, &body.tools)
    }

    /// The observations of a dynamic's record.
    pub fn observations_in<'n>(
        &'n self,
        dynamic: &'n DynamicRecord,
    ) -> impl Iterator<Item = Observation<'n>> {
        let observer = Observer {
            home: &dynamic.home,
            dynamic: Some(dynamic),
            file: &dynamic.file,
            common: &dynamic.common,
        };
        let body = &dynamic.body;
        observer.observations(&body.obstacles, &body.levers, &body.tools)
    }
}

/// The record that holds an observation.
#[derive(Clone, Copy)]
struct Observer<'n> {
    home: &'n TerritoryId,
    dynamic: Option<&'n DynamicRecord>,
    file: &'n str,
    common: &'n Common,
}

impl<'n> Observer<'n> {
    /// Obstacles, then levers, then tools.
    fn observations(
        self,
        obstacles: &'n [LeverOrObstacle],
        levers: &'n [LeverOrObstacle],
        tools: &'n [Tool],
    ) -> impl Iterator<Item = Observation<'n>> {
        let obstacles = obstacles
            .iter()
            .map(move |row| self.lever_or_obstacle(Nature::Obstacle, row));
        let levers = levers
            .iter()
            .map(move |row| self.lever_or_obstacle(Nature::Lever, row));
        let tools = tools.iter().map(move |row| self.tool(row));
        obstacles.chain(levers).chain(tools)
    }

    fn lever_or_obstacle(self, nature: Nature, row: &'n LeverOrObstacle) -> Observation<'n> {
        Observation {
            nature,
            kind: &row.kind,
            home: self.home,
            dynamic: self.dynamic,
            file: self.file,
            period: row.period(),
            lifted: row.lifted,
            told_by: row.told_by.as_ref(),
            note: row.note.as_ref(),
            inferred: self.infers(nature, &row.kind, row.inferred),
        }
    }

    fn infers(self, nature: Nature, kind: &Word, row_says_so: bool) -> bool {
        self.common
            .infers_row(nature.key(), kind.as_str(), row_says_so)
    }

    fn tool(self, row: &'n Tool) -> Observation<'n> {
        Observation {
            nature: Nature::Tool,
            kind: &row.kind,
            home: self.home,
            dynamic: self.dynamic,
            file: self.file,
            period: Period {
                from: row.from,
                to: row.to,
                seen: row.seen.iter().copied().chain(row.year).collect(),
            },
            lifted: None,
            told_by: None,
            note: row.note.as_ref(),
            inferred: self.infers(Nature::Tool, &row.kind, row.inferred),
        }
    }
}
