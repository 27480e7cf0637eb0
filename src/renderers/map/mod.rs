//! The regional map as an SVG page.

mod base;
mod block;
mod cells;
mod colour;
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
mod svg;
mod symbols;
mod text;

pub use block::Block;
pub use cells::{Cell, Cells};
pub use colour::contrast;
pub use interactive::render as interactive;
pub use layout::Layout;
pub use legend::Legend;
pub use names::{Kind, Name};
pub use page::render;
pub use panel::Panel;
pub use rectangle::{Point, Rectangle};
pub use scale::Scale;
pub use symbols::Style;
pub use text::Face;
