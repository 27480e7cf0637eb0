//! The regional map as an SVG page.

mod base;
mod block;
mod cells;
pub(super) mod colour;
mod dodge;
mod ground;
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
pub(super) mod svg;
mod symbols;
pub(super) mod text;

pub use block::Block;
pub use cells::{Cell, Cells};
pub use colour::contrast;
pub use layout::Layout;
pub use legend::Legend;
pub use names::{Kind, Name};
pub use page::render;
pub use panel::Panel;
pub use rectangle::{Point, Rectangle};
pub use scale::Scale;
pub use symbols::Style;
pub use text::Face;
