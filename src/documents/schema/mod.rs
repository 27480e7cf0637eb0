//! The published schemas, and the validation of trees against them.

pub(crate) mod fit;
pub(crate) mod key_names;
pub(crate) mod pattern;
pub(crate) mod schemas;
pub(crate) mod shape;
pub(crate) mod validate;

pub use pattern::Pattern;
pub use schemas::{KNOWN_KEYWORDS, Schemas};
pub use shape::{Shape, ShapeId, ShapeKind};
pub use validate::validate;
