//! Days to come as plain data: what a calendar shows.

use crate::calendar::Day;

/// Days to come.
#[derive(Clone, Debug, PartialEq)]
pub struct Agenda {
    /// Its name.
    pub name: String,
    /// The day on which it was made.
    pub made_on: Day,
    /// Its events, by day.
    pub events: Vec<Event>,
}

/// Something that happens on a whole day.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its name for machines: the same as long as the record says so, whatever the day.
    pub id: String,
    /// On which day.
    pub day: Day,
    /// What, in one line.
    pub summary: String,
    /// More of it.
    pub description: String,
    /// What kind of event it is.
    pub category: String,
}
