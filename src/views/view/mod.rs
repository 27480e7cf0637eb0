//! What a view is asked and answers with; its facts are all that renderers ever see.

mod agenda;
mod atlas;
mod drawn;
mod facts;
mod figure;
mod locator;
mod map;
mod section;
mod table;

pub use agenda::{Agenda, Event};
pub use atlas::{Atlas, AtlasDynamic, AtlasPeriod};
pub use drawn::{Colouring, Drawn, Sizing};
pub use facts::{Commit, Facts, MONTHS_AHEAD, Matter, Question, View};
pub use figure::{Bar, Bars, Edge, Figure, Graph, Mark, Node, Picture, Point, Row, Span, Ternary, Timeline};
pub use locator::{Locator, Pin};
pub use map::{MapClasses, MapCluster, MapFigure, MapSize, MapSizes, MapSymbol, MapTheme, MapTray, MapWords};
pub use section::{Piece, Section};
pub use table::{Cell, Table};
