//! The question that a view is asked and the facts that it answers with, all that renderers see.

mod agenda;
mod atlas;
mod cell;
mod data;
mod document;
mod facts;
mod figure;
mod locator;
mod map;
pub(crate) mod map_options;
mod section;
mod table;

pub use agenda::{Agenda, Event};
pub use atlas::{Atlas, AtlasDynamic, AtlasPeriod};
pub use cell::Cell;
pub use data::{DataBuilder, DataColumn, DataTable, SEVERAL, Value};
pub use document::Document;
pub use facts::{Commit, Facts, Incomplete, MONTHS_AHEAD, Question, ReportScope, View};
pub use figure::{
    Attributes, Bar, Bars, Figure, Graph, GraphEdge, GraphNode, Picture, Ternary, TernaryPoint,
    Timeline, TimelineMark, TimelineRow, TimelineSpan,
};
pub use locator::{Locator, Pin};
pub use map::{
    MapClasses, MapCluster, MapFigure, MapSize, MapSizes, MapSymbol, MapTheme, MapTray, MapWords,
};
pub use map_options::{Colouring, MapOptions, Sizing};
pub use section::{Piece, Section};
pub use table::{Table, TableBuilder};
