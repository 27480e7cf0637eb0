//! The published schemas, and the validation of trees against them.

pub(crate) mod bundle;
pub(crate) mod fit;
pub(crate) mod key_homes;
pub(crate) mod key_names;
pub(crate) mod keys;
pub(crate) mod pattern;
pub(crate) mod read_as;
mod scan;
pub(crate) mod schemas;
pub(crate) mod shape;
pub(crate) mod texts;
pub(crate) mod top_keys;
pub(crate) mod validate;

pub use bundle::{Bundle, MARK, bundled};
pub use key_names::{keys_called, other_names};
pub use keys::{KeyReference, described, key_references};
pub use pattern::Pattern;
pub use read_as::read_as;
pub use schemas::{EMBEDDED as embedded_schemas, KNOWN_KEYWORDS, Schemas};
pub use shape::{Shape, ShapeId, ShapeKind};
pub use texts::kinds;
pub use top_keys::{TopKey, top_keys};
pub use validate::validate;
