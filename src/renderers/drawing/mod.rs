//! Drawing tools that the map and the charts share: XML, paths, measured text, colours, geometry.

pub(in crate::renderers) mod colour;
pub(crate) mod lato;
pub(in crate::renderers) mod path;
pub(crate) mod rectangle;
pub(in crate::renderers) mod text;
pub(in crate::renderers) mod xml;
