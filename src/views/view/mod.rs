//! What a view is asked and answers with; its facts are all that renderers ever see.

mod agenda;
mod atlas;
mod facts;
mod figure;
mod locator;
mod map;
pub(crate) mod map_options;
mod section;
mod table;

pub use agenda::{Agenda, Event};
pub use atlas::{Atlas, AtlasDynamic, AtlasPeriod};
pub use facts::{Commit, Facts, MONTHS_AHEAD, Question, ReportScope, View};
pub use figure::{
    Bar, Bars, Figure, Graph, GraphEdge, GraphNode, Picture, Ternary, TernaryPoint, Timeline,
    TimelineMark, TimelineRow, TimelineSpan,
};
pub use locator::{Locator, Pin};
pub use map::{
    MapClasses, MapCluster, MapFigure, MapSize, MapSizes, MapSymbol, MapTheme, MapTray, MapWords,
};
pub use map_options::{Colouring, MapOptions, Sizing};
pub use section::{Piece, Section};
pub use table::{Cell, Table};
