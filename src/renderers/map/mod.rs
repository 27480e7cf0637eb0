//! The regional map as an SVG page.
//!
//! A figure of plain data (`views::view::MapFigure`) becomes a `Layout`: the paper (`sheet`) is
//! divided into frame and
//! `legend`; the frame with its `basemap` (outlines, projected and fitted) and `land` is a `Site`,
//! which a series of
//! figures may share (`Layout::like`); in it stand `panel`s, the `scale` bar, one `block` a
//! territory (`cells` of
//! symbols with a name), parted by `separate` and `anneal`, and `names` in the room left over.
//! Nothing is written before all is
//! placed. `page` then writes it bottom to top through `svg`, the one place where text is escaped;
//! `base` draws the
//! ground, `symbols` every theme's symbol once, for `<use>`.

pub(crate) mod background;
pub(crate) mod basemap;
mod interactive;
mod legend;
mod page;
pub mod placement;
mod sheet;
mod symbols;
pub mod terminal;

pub use crate::renderers::drawing::colour::contrast;
pub use crate::renderers::drawing::rectangle::{Point, Rectangle};
pub use crate::renderers::drawing::text::Face;
pub use interactive::{laid_out, render as interactive};
pub use legend::Legend;
pub use page::{render, render_on};
pub use placement::block::{Block, Leader};
pub use placement::cells::{Cell, Cells};
pub use placement::layout::{Layout, Site};
pub use placement::names::{Kind, Name};
pub use placement::panel::Panel;
pub use placement::scale::Scale;
pub use sheet::Sheet;
pub use symbols::Style;
pub use terminal::sketch::{Screen, sketch};
