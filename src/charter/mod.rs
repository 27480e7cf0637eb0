//! The charter of a network as data: a compiler of criteria, and their evaluation on records.
//!
//! From the file to a result:
//!
//! ```text
//! Charter                      charter.toml, layered over its base (`over`)
//! └─ CompiledCharter::compile  each criterion parsed (expression) and checked (type_check):
//!    ├─ CriterionError         its errors, or
//!    └─ CompiledCriterion      one CriterionTarget for each kind of record and each list,
//!       └─ is_violated         evaluated in a Scope: record, row, principle, Environment
//! ```
//!
//! This room knows no records: expressions read [`Value`]s, and ask an [`Environment`] for what is
//! outside the record. `network::values` implements both for records. That is the only
//! implementation of [`Environment`]: the trait exists because the charter is below the network.
//!
//! The keys of records come from `schemas/*.schema.json` ([`path_type`]), so that schemas and
//! criteria cannot drift apart; computed fields ([`computed::COMPUTED_FIELDS`]) and functions
//! ([`builtins::BUILTINS`]) are tables. The manual is generated from all three.

mod amendment;
mod builtin_functions;
pub mod builtins;
#[expect(
    clippy::module_inception,
    reason = "the room's one idea bears the room's name"
)]
mod charter;
mod compile;
mod compiled_charter;
mod compiled_criterion;
pub mod computed;
mod criterion;
mod error;
pub mod expression;
pub mod in_words;
mod layering;
mod origin;
pub mod path_type;
mod principle;
mod query;
mod references;
mod subject;
mod type_check;
mod value;
mod value_type;

pub use amendment::{Amendment, Removal, UnresolvedChange};
pub use charter::{Charter, CharterSource};
pub use compiled_charter::{CompiledCharter, MAX_CRITERIA};
pub use compiled_criterion::{CompiledCriterion, CriterionTarget};
pub use criterion::{BilingualText, Criterion, CriterionLevel, Example, PrincipleRef};
pub use error::{CriterionError, ErrorKind};
pub use expression::LabelLookup;
pub use origin::{CriterionOrigin, ExampleBase};
pub use principle::Principle;
pub use query::Query;
pub use subject::Subject;
pub use type_check::WordLists;
pub use value::{Environment, Rows, Scope, Table, Value};
pub use value_type::{ReturnType, ValueType};
