//! Figures as plain data: numbers and words, without a position on a page.

use serde::Serialize;

use crate::views::view::atlas::Atlas;
use crate::views::view::data::Value;
use crate::views::view::locator::Locator;
use crate::views::view::map::MapFigure;
use crate::views::view::table::Table;

/// A figure with its title, a text for those who do not see it, and a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Picture {
    /// Title, in one line.
    pub title: String,
    /// Text alternative: what the figure shows, in a sentence or two.
    pub alternative: String,
    /// The numbers of the figure, unless a table of the report has them already.
    pub table: Option<Table>,
    /// The figure.
    pub figure: Figure,
}

/// A picture that renderers can draw.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// The regional map.
    Map(Box<MapFigure>),
    /// The regional map of every year, in both languages, with the lines of each record.
    #[serde(skip)]
    Atlas(Box<Atlas>),
    /// The position of a territory.
    Locator(Locator),
    /// Horizontal bars.
    Bars(Bars),
    /// Rows along years.
    Timeline(Timeline),
    /// Nodes and their ties.
    Graph(Graph),
    /// Three parts of a whole.
    Ternary(Ternary),
}

/// Horizontal bars, one or several a row.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Bars {
    /// Unit of the values, such as "dynamics" or "€".
    pub unit: String,
    /// Names of the series, in the order of each row's values; one series needs no name.
    pub series: Vec<String>,
    /// Whether the values of a row are parts of a whole, drawn end to end; otherwise they are drawn
    /// one below the other.
    pub stacked: bool,
    /// Rows in reading order.
    pub bars: Vec<Bar>,
}

/// A row of bars: one bar a series.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Bar {
    /// Label of the row.
    pub label: String,
    /// One value a series, none below zero.
    pub values: Vec<f64>,
}

/// Rows along a common axis of years.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Timeline {
    /// First year of the axis.
    pub first: u16,
    /// Last year of the axis, drawn whole.
    pub last: u16,
    /// The day asked for, as a year and its part: a line across the rows.
    pub now: Option<f64>,
    /// Meaning of the marks' numbers, from 1.
    pub marks: Vec<String>,
    /// Meaning of a hollow mark; empty if there are no hollow marks.
    pub hollow: String,
    /// Rows in reading order.
    pub rows: Vec<TimelineRow>,
}

/// A row of a timeline.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TimelineRow {
    /// Label of the row.
    pub label: String,
    /// A remark at the end of the row, such as "4 years"; may be empty.
    pub remark: String,
    /// Periods, drawn as a band.
    pub spans: Vec<TimelineSpan>,
    /// Dates drawn as numbered marks, in order of time.
    pub marks: Vec<TimelineMark>,
}

/// A period, in years and their parts: 2020.0 is the first of January, 2020.5 the middle of the
/// year.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TimelineSpan {
    /// Beginning of the period.
    pub from: f64,
    /// End of the period.
    pub to: f64,
    /// Whether the period goes on beyond the axis.
    pub open: bool,
}

/// A date on a row.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TimelineMark {
    /// The date, as a year and its part.
    pub at: f64,
    /// Number of the mark in the timeline's list, from 1.
    pub number: usize,
    /// Whether the mark is drawn hollow.
    pub hollow: bool,
    /// Text shown when pointed at.
    pub label: String,
}

/// A graph of nodes and their ties.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Graph {
    /// Names of the families; nodes refer to them by index.
    pub families: Vec<String>,
    /// Nodes in reading order.
    pub nodes: Vec<GraphNode>,
    /// Ties.
    pub edges: Vec<GraphEdge>,
    /// What is true of the whole graph, by the names that programs read; none in a picture.
    #[serde(skip)]
    pub attributes: Attributes,
}

/// Values by the names that programs read, the same in both languages.
pub type Attributes = Vec<(String, Value)>;

/// A node of a graph.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct GraphNode {
    /// Id of the record.
    pub id: String,
    /// Name of the record.
    pub label: String,
    /// Index into the families.
    pub family: usize,
    /// Whether the graph would fall apart without the node (an articulation point).
    pub bridge: bool,
    /// What the record says, by the names that programs read; none in a picture.
    #[serde(skip)]
    pub attributes: Attributes,
}

/// A tie between two nodes.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct GraphEdge {
    /// Index of one node.
    pub from: usize,
    /// Index of the other.
    pub to: usize,
    /// Strength of the tie, from 1.
    pub weight: u64,
    /// The dynamics that make the tie.
    pub label: String,
    /// What the record says, by the names that programs read; none in a picture.
    #[serde(skip)]
    pub attributes: Attributes,
}

/// Points in a triangle: three parts of a whole.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Ternary {
    /// Names of the three parts: bottom left, bottom right, top.
    pub corners: [String; 3],
    /// Points in reading order; each is drawn with its number, from 1.
    pub points: Vec<TernaryPoint>,
}

/// A whole of three parts.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TernaryPoint {
    /// Label of the point.
    pub label: String,
    /// The three parts, in any unit, none below zero; a point of three zeros is not drawn.
    pub parts: [f64; 3],
}
