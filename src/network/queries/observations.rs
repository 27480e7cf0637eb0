//! What helps, what hinders, and the tools used: every observation of the records, of a territory
//! or of a dynamic.

use crate::calendar::{DateRange, Day, PartialDate, Period};
use crate::network::{DynamicRecord, Network, TerritoryRecord};
use crate::records::{LeverOrObstacle, List, LocalizedText, TerritoryId, Tool, Word};

/// What was observed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nature {
    /// What hinders.
    Obstacle,
    /// What helps.
    Lever,
    /// A tool of cooperation that was used.
    Tool,
}

impl Nature {
    /// Where the vocabulary keeps its kinds.
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
    /// What was observed.
    pub nature: Nature,
    /// Which, from the vocabulary.
    pub kind: &'n Word,
    /// The territory whose record says so, or in whose folder the dynamic lies.
    pub home: &'n TerritoryId,
    /// The dynamic whose record says so; nothing where it is the territory's.
    pub dynamic: Option<&'n DynamicRecord>,
    /// The file that says so.
    pub file: &'n str,
    /// When it held, as written.
    pub period: Period,
    /// When an obstacle was lifted.
    pub lifted: Option<PartialDate>,
    /// Who says so: an actor or a kind of stakeholder.
    pub told_by: Option<&'n Word>,
    /// In words.
    pub note: Option<&'n LocalizedText>,
}

impl Observation<'_> {
    /// Whether it held on some day of a stretch: an obstacle that was lifted did so until then.
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

    /// Whether nothing says when it held.
    #[must_use]
    pub fn is_undated(&self) -> bool {
        self.period.is_empty() && self.lifted.is_none()
    }

    /// When it was lifted, where it was by a day.
    #[must_use]
    pub fn lifted_by(&self, day: Day) -> Option<PartialDate> {
        self.lifted.filter(|lifted| lifted.first() <= day)
    }
}

impl Network {
    /// What the record of a territory observes itself.
    pub fn observations_of<'n>(
        &'n self,
        territory: &'n TerritoryRecord,
    ) -> impl Iterator<Item = Observation<'n>> {
        let whose = Whose {
            home: &territory.id,
            dynamic: None,
            file: &territory.file,
        };
        let body = &territory.body;
        whose.all(&body.obstacles, &body.levers, &body.tools)
    }

    /// What the record of a dynamic observes.
    pub fn observations_in<'n>(
        &'n self,
        dynamic: &'n DynamicRecord,
    ) -> impl Iterator<Item = Observation<'n>> {
        let whose = Whose {
            home: &dynamic.home,
            dynamic: Some(dynamic),
            file: &dynamic.file,
        };
        let body = &dynamic.body;
        whose.all(&body.obstacles, &body.levers, &body.tools)
    }
}

/// Whose record observes.
#[derive(Clone, Copy)]
struct Whose<'n> {
    home: &'n TerritoryId,
    dynamic: Option<&'n DynamicRecord>,
    file: &'n str,
}

impl<'n> Whose<'n> {
    fn all(
        self,
        obstacles: &'n [LeverOrObstacle],
        levers: &'n [LeverOrObstacle],
        tools: &'n [Tool],
    ) -> impl Iterator<Item = Observation<'n>> {
        let obstacles = obstacles
            .iter()
            .map(move |row| self.row(Nature::Obstacle, row));
        let levers = levers.iter().map(move |row| self.row(Nature::Lever, row));
        obstacles
            .chain(levers)
            .chain(tools.iter().map(move |row| self.tool(row)))
    }

    fn row(self, nature: Nature, row: &'n LeverOrObstacle) -> Observation<'n> {
        let Self {
            home,
            dynamic,
            file,
        } = self;
        let (kind, period, lifted) = (&row.kind, row.period(), row.lifted);
        let (told_by, note) = (row.told_by.as_ref(), row.note.as_ref());
        Observation {
            nature,
            kind,
            home,
            dynamic,
            file,
            period,
            lifted,
            told_by,
            note,
        }
    }

    fn tool(self, row: &'n Tool) -> Observation<'n> {
        let Self {
            home,
            dynamic,
            file,
        } = self;
        let seen = row.seen.iter().copied().chain(row.year).collect();
        let period = Period {
            from: row.from,
            to: row.to,
            seen,
        };
        let (kind, note) = (&row.kind, row.note.as_ref());
        let nature = Nature::Tool;
        Observation {
            nature,
            kind,
            home,
            dynamic,
            file,
            period,
            lifted: None,
            told_by: None,
            note,
        }
    }
}
