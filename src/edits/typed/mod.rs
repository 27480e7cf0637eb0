//! Values as people type them, understood by the schema of the place where they go.

mod names;
mod shapes;
mod value;

pub use names::KnownNames;
pub use shapes::{allows_list, main_key, named_keys, shapes_at, table_for, takes};
pub use value::typed_value;
