//! Days to come as plain data, for a calendar file.

use crate::calendar::Day;

/// Days to come.
#[derive(Clone, Debug, PartialEq)]
pub struct Agenda {
    /// Name of the calendar.
    pub name: String,
    /// The day on which the calendar was made.
    pub made_on: Day,
    /// The sentence that the records are invented; `None` for those of a real network.
    pub invented: Option<String>,
    /// The sentence that files could not be read; `None` if all records were.
    pub incomplete: Option<String>,
    /// Events, by day.
    pub events: Vec<Event>,
}

/// An event of a whole day.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Identifier for calendar programs: the same for a record's event even if its day changes.
    pub id: String,
    /// The day of the event.
    pub day: Day,
    /// Summary, in one line.
    pub summary: String,
    /// Description, in several lines.
    pub description: String,
    /// Kind of event.
    pub category: String,
}
