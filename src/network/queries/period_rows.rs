//! The parts of records that have a period of their own: memberships, partners, agreements.

use std::sync::Arc;

use crate::calendar::{PartialDate, Period};
use crate::diagnostic::{At, Place, Route};
use crate::network::network::Network;
use crate::network::queries::records::RecordRef;
use crate::records::{
    Agreement, Call, LeverOrObstacle, Membership, Partner, SortedMap, Status, Tool,
};
use crate::route;

/// A part of a record with its period, as written.
#[derive(Clone, Copy, Debug)]
pub struct PeriodRow<'n> {
    /// The file of the record.
    pub file: &'n Arc<str>,
    /// The key that holds the row; `None` for a dynamic as a whole.
    pub key: Option<&'static str>,
    /// The place of the row below its key.
    position: Position<'n>,
    /// What the row says of time.
    pub dates: RowDates<'n>,
}

/// What a row says of time.
#[derive(Clone, Copy, Debug, Default)]
pub struct RowDates<'n> {
    /// First day.
    pub from: Option<PartialDate>,
    /// Last day.
    pub to: Option<PartialDate>,
    /// Years in which a source attests it.
    pub seen: &'n [u16],
    /// The year of a tool.
    pub year: Option<u16>,
    /// The date on which an obstacle was removed.
    pub lifted: Option<PartialDate>,
}

/// The place of a row below its key.
#[derive(Clone, Copy, Debug)]
enum Position<'n> {
    Whole,
    Item(usize),
    Id(&'n str),
}

impl PeriodRow<'_> {
    /// The route to the row.
    #[must_use]
    pub fn route(&self) -> Route {
        let route = self.key.map_or_else(Route::default, |key| route![key]);
        match self.position {
            Position::Whole => route,
            Position::Item(index) => route.then(index),
            Position::Id(id) => route.then(id),
        }
    }

    /// The place of one of its keys.
    #[must_use]
    pub fn at(&self, key: &str) -> Place {
        Place {
            file: self.file.clone(),
            at: At::Value(self.route().then(key)),
        }
    }

    /// The place of the row as a whole.
    #[must_use]
    pub fn place(&self) -> Place {
        Place {
            file: self.file.clone(),
            at: At::Value(self.route()),
        }
    }
}

impl Network {
    /// Every part of every record that has a period of its own, in the order of the records.
    pub fn period_rows(&self) -> impl Iterator<Item = PeriodRow<'_>> {
        self.records().flat_map(rows_of_record)
    }
}

fn rows_of_record(record: RecordRef<'_>) -> Vec<PeriodRow<'_>> {
    let mut rows = Rows {
        file: record.file(),
        found: Vec::new(),
    };
    rows.map("calls", &record.common().calls);
    match record {
        RecordRef::Territory(territory) => {
            let body = &territory.body;
            rows.list("followed", &body.followed.0);
            rows.map("agreements", &body.agreements);
            rows.observations(&body.levers, &body.obstacles, &body.tools);
        }
        RecordRef::Actor(actor) => {
            rows.list("member", &actor.body.member.0);
            rows.list("statuses", &actor.body.statuses);
        }
        RecordRef::Dynamic(dynamic) => {
            let body = &dynamic.body;
            let whole = RowDates::new(body.from, body.to, &body.seen);
            rows.push(None, Position::Whole, whole);
            rows.map("partners", &body.partners);
            rows.observations(&body.levers, &body.obstacles, &body.tools);
        }
        RecordRef::Published(_) => {}
    }
    rows.found
}

/// The rows of one record, found so far.
struct Rows<'n> {
    file: &'n Arc<str>,
    found: Vec<PeriodRow<'n>>,
}

impl<'n> Rows<'n> {
    fn list<T>(&mut self, key: &'static str, rows: &'n [T])
    where
        RowDates<'n>: From<&'n T>,
    {
        for (index, row) in rows.iter().enumerate() {
            self.push(Some(key), Position::Item(index), row.into());
        }
    }

    fn map<I: AsRef<str>, T>(&mut self, key: &'static str, rows: &'n SortedMap<I, T>)
    where
        RowDates<'n>: From<&'n T>,
    {
        for (id, row) in rows {
            self.push(Some(key), Position::Id(id.as_ref()), row.into());
        }
    }

    fn observations(
        &mut self,
        levers: &'n [LeverOrObstacle],
        obstacles: &'n [LeverOrObstacle],
        tools: &'n [Tool],
    ) {
        self.list("levers", levers);
        self.list("obstacles", obstacles);
        self.list("tools", tools);
    }

    fn push(&mut self, key: Option<&'static str>, position: Position<'n>, dates: RowDates<'n>) {
        self.found.push(PeriodRow {
            file: self.file,
            key,
            position,
            dates,
        });
    }
}

impl<'n> RowDates<'n> {
    fn new(from: Option<PartialDate>, to: Option<PartialDate>, seen: &'n [u16]) -> Self {
        Self {
            from,
            to,
            seen,
            ..Self::default()
        }
    }

    /// Both ends, if even their widest reading leaves the end before the beginning.
    #[must_use]
    pub fn backwards(&self) -> Option<(PartialDate, PartialDate)> {
        self.from
            .zip(self.to)
            .filter(|(from, to)| to.last() < from.first())
    }
}

impl<'n> From<&'n Period> for RowDates<'n> {
    fn from(row: &'n Period) -> Self {
        Self::new(row.from, row.to, &row.seen)
    }
}

impl<'n> From<&'n Membership> for RowDates<'n> {
    fn from(row: &'n Membership) -> Self {
        Self::new(row.from, row.to, &row.seen)
    }
}

impl<'n> From<&'n Status> for RowDates<'n> {
    fn from(row: &'n Status) -> Self {
        Self::new(row.from, row.to, &[])
    }
}

impl<'n> From<&'n Agreement> for RowDates<'n> {
    fn from(row: &'n Agreement) -> Self {
        Self::new(row.from, row.to, &[])
    }
}

impl<'n> From<&'n Call> for RowDates<'n> {
    fn from(row: &'n Call) -> Self {
        Self::new(row.from, row.to, &[])
    }
}

impl<'n> From<&'n Partner> for RowDates<'n> {
    fn from(row: &'n Partner) -> Self {
        Self::new(row.from, row.to, &row.seen)
    }
}

impl<'n> From<&'n LeverOrObstacle> for RowDates<'n> {
    fn from(row: &'n LeverOrObstacle) -> Self {
        Self {
            lifted: row.lifted,
            ..Self::new(row.from, row.to, &row.seen)
        }
    }
}

impl<'n> From<&'n Tool> for RowDates<'n> {
    fn from(row: &'n Tool) -> Self {
        Self {
            year: row.year,
            ..Self::new(row.from, row.to, &row.seen)
        }
    }
}
