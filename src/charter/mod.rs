//! The charter as data: principles that members sign, and criteria that read them in the records.
//!
//! From a text to a judgement:
//!
//! ```text
//! Charter           what charter.toml says: principles and criteria, typed, nothing judged
//!   └─ Law::of      each criterion's expressions read (expression::read) and judged (judge): a Statute, or its Faults
//!        └─ Reach::offended    evaluated over a Scope: the record, a row of it, a principle, a World that answers
//! ```
//!
//! Nothing here knows a record: expressions see [`Value`]s, whatever stands behind them, and ask a [`World`] what lies
//! outside the record. `network::values` shows records as values and is the one world there is; the check `criteria`
//! joins the two. What paths a record can have comes from `schemas/*.schema.json` ([`paths`]), so that shape and law
//! cannot drift; what is computed beside them is one table ([`ready::READY`]); the words of the field are another
//! ([`words::WORDS`]). The manual is generated from all three.

mod amendment;
mod answers;
mod criterion;
mod draft;
pub mod expression;
mod judge;
mod law;
pub mod paths;
mod principle;
pub mod ready;
mod statute;
mod value;
pub mod words;

pub use amendment::{Amendment, Astray, Home, Struck, Written};
pub use criterion::{Case, Criterion, Level, Principled, Spoken};
pub use expression::Label;
pub use judge::{Fault, Faulty};
pub use law::{CRITERIA, Law};
pub use paths::Subject;
pub use principle::{Charter, Principle, Text};
pub use statute::{Reach, Statute};
pub use value::{Rows, Scope, Table, Value, World};
