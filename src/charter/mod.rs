//! The charter as data: principles that members sign, and criteria that read them in the records.
//!
//! From a text to a judgement:
//!
//! ```text
//! Charter           what charter.toml says: principles and criteria, typed, nothing judged
//! └─ Law::of      each criterion's expressions read (expression::read) and judged (judge): a
//! Statute, or its Faults
//! └─ Reach::offended    evaluated over a Scope: the record, a row of it, a principle, a World that
//! answers
//! ```
//!
//! Nothing here knows a record: expressions see [`Value`]s, whatever stands behind them, and ask a
//! [`Environment`] what lies
//! outside the record. `network::values` shows records as values and is the one world there is; the
//! check `criteria`
//! joins the two. What paths a record can have comes from `schemas/*.schema.json` ([`paths`]), so
//! that shape and law
//! cannot drift; what is computed beside them is one table ([`computed::COMPUTED_FIELDS`]); the
//! words of the field are another
//! ([`builtins::BUILTINS`]). The manual is generated from all three.

mod amendment;
pub(crate) mod builtin_functions;
pub mod builtins;
pub(crate) mod compile;
pub(crate) mod compiled;
pub(crate) mod compiled_charter;
pub mod computed;
mod criterion;
pub mod expression;
pub mod path_types;
mod principle;
pub(crate) mod type_check;
mod value;

pub use amendment::{Amendment, Home, Struck, UnresolvedChange, Written};
pub use compiled::{CompiledCriterion, CriterionTarget};
pub use compiled_charter::{CRITERIA, CompiledCharter};
pub use criterion::{BilingualText, Criterion, CriterionLevel, Example, PrincipleRef};
pub use expression::Label;
pub use path_types::Subject;
pub use principle::{Charter, Principle, Text};
pub use type_check::{CriterionError, ErrorKind};
pub use value::{Environment, Rows, Scope, Table, Value};
