//! The regional map as an SVG page.
//!
//! A figure of plain data (`views::view::MapFigure`) becomes a `Layout`: the paper (`sheet`) is divided into frame and
//! `legend`; the frame with its `ground` (outlines, projected and fitted) and `land` is a `Site`, which a series of
//! figures may share (`Layout::like`); in it stand `panel`s, the `scale` bar, one `block` a territory (`cells` of
//! symbols with a name), parted by `dodge` and `untangle`, and `names` in the room left over. Nothing is written before all is
//! placed. `page` then writes it bottom to top through `svg`, the one place where text is escaped; `base` draws the
//! ground, `symbols` every theme's symbol once, for `<use>`.

mod base;
mod block;
mod braille;
mod cells;
pub(super) mod colour;
mod dodge;
mod ground;
mod interactive;
mod land;
mod lato;
mod layout;
mod legend;
mod names;
mod page;
mod panel;
mod rectangle;
mod room;
mod scale;
mod sheet;
mod stand;
pub(super) mod svg;
mod symbols;
mod terminal;
pub(super) mod text;
mod untangle;

pub use block::{Block, Leader};
pub use cells::{Cell, Cells};
pub use colour::contrast;
pub use interactive::{laid_out, render as interactive};
pub use layout::{Layout, Site};
pub use legend::Legend;
pub use names::{Kind, Name};
pub use page::{render, render_on};
pub use panel::Panel;
pub use rectangle::{Point, Rectangle};
pub use scale::Scale;
pub use sheet::Sheet;
pub use symbols::Style;
pub use terminal::{Screen, sketch};
pub use text::Face;
