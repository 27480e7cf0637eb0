//! The type checker: every name, function, argument and literal of an expression must mean
//! something, before any record is evaluated.

mod comparisons;
mod functions;
mod literals;
mod paths;
mod type_checker;

pub(super) use type_checker::TypeChecker;
pub use type_checker::WordLists;
