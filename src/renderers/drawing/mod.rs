//! Drawing tools that the map and the charts share: SVG, measured text, colours, geometry.

pub(in crate::renderers) mod colour;
pub(crate) mod lato;
pub(crate) mod rectangle;
pub(in crate::renderers) mod svg;
pub(in crate::renderers) mod text;
