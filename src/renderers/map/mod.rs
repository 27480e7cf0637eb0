//! Regional map as an SVG page.
//!
//! A figure of plain data (`views::view::MapFigure`) becomes a `Layout`: the sheet of paper
//! (`sheet`) is divided into a frame and a `legend`; the frame with its `basemap` (outlines,
//! projected and fitted) is a `Site`, which a series of figures may share
//! (`Layout::series_for_page`); `placement` finds a place for everything else. Nothing is written
//! before everything is placed. `page` then writes the drawing from bottom to top: `background`
//! draws land and borders, `symbols` every theme's symbol once, for `<use>`.

pub(crate) mod background;
pub(crate) mod basemap;
mod interactive;
mod legend;
mod legend_items;
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
pub use placement::layout::Layout;
pub use placement::names::{Name, NameKind};
pub use placement::panel::Panel;
pub use placement::scale::Scale;
pub use placement::site::Site;
pub use sheet::Sheet;
pub use symbols::Style;
pub use terminal::screen::Screen;
pub use terminal::sketch::sketch;
