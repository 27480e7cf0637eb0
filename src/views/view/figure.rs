//! Figures as plain data: what to draw, in numbers and words, without a single place on the page.

use serde::Serialize;

use crate::views::view::{Atlas, Locator, MapFigure, Table};

/// A figure with what stands for it where it cannot be seen.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Picture {
    /// What it is, in one line.
    pub title: String,
    /// What it shows, in a sentence or two: for those who do not see it.
    pub alternative: String,
    /// The same in numbers, unless a table of the report holds them already.
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
    /// The same through the years, in both languages, with what each record says.
    #[serde(skip)]
    Atlas(Box<Atlas>),
    /// Where a territory lies.
    Locator(Locator),
    /// Horizontal bars.
    Bars(Bars),
    /// Rows along years.
    Timeline(Timeline),
    /// Who is tied to whom.
    Graph(Graph),
    /// Three parts of a whole.
    Ternary(Ternary),
}

/// Horizontal bars, one or several a row.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Bars {
    /// What is measured, such as "dynamics" or "€".
    pub unit: String,
    /// Names of the series, in the order of each row's values; one series needs no name.
    pub series: Vec<String>,
    /// Whether the values of a row are parts of a whole, drawn end to end; else they stand one
    /// below the other.
    pub stacked: bool,
    /// Rows in reading order.
    pub bars: Vec<Bar>,
}

/// A row of bars.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Bar {
    /// What is measured.
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
    /// The moment asked for, as a year and its part: a line across the rows.
    pub now: Option<f64>,
    /// What the numbers of marks stand for, from 1.
    pub marks: Vec<String>,
    /// What a hollow mark means; empty where there is none.
    pub hollow: String,
    /// Rows in reading order.
    pub rows: Vec<TimelineRow>,
}

/// A row of a timeline.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TimelineRow {
    /// Whose row it is.
    pub label: String,
    /// A remark at the end of the row, such as "4 years"; may be empty.
    pub remark: String,
    /// Stretches of time drawn as a band.
    pub spans: Vec<TimelineSpan>,
    /// Moments drawn as numbered marks, in order of time.
    pub marks: Vec<TimelineMark>,
}

/// A stretch of time, in years and their parts: 2020 is the first of January, 2020.5 the middle of
/// the year.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TimelineSpan {
    /// Its beginning.
    pub from: f64,
    /// Its end.
    pub to: f64,
    /// Whether it still goes on.
    pub open: bool,
}

/// A moment on a row.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TimelineMark {
    /// When, as a year and its part.
    pub at: f64,
    /// Which of the timeline's marks, from 1.
    pub number: usize,
    /// Whether it is drawn hollow.
    pub hollow: bool,
    /// What it says when pointed at.
    pub label: String,
}

/// Who is tied to whom.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Graph {
    /// Names of the families; nodes point here by index.
    pub families: Vec<String>,
    /// Nodes in reading order.
    pub nodes: Vec<GraphNode>,
    /// Ties.
    pub edges: Vec<GraphEdge>,
}

/// One of those who are tied.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct GraphNode {
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Index into the families.
    pub family: usize,
    /// Whether the whole would fall apart without it.
    pub bridge: bool,
}

/// A tie between two nodes.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct GraphEdge {
    /// Index of one node.
    pub from: usize,
    /// Index of the other.
    pub to: usize,
    /// How strong it is, from 1.
    pub weight: u64,
    /// What ties them.
    pub label: String,
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
    /// Whose it is.
    pub label: String,
    /// The three parts, in any unit, none below zero; all zero is drawn nowhere.
    pub parts: [f64; 3],
}
