//! The language of criteria: parsed by way of minijinja, evaluated here.
//!
//! The grammar is minijinja's, of which a criterion may use dotted paths, comparisons, `and`, `or`,
//! `not`, `in`, texts, numbers, lists of them and the built-in functions. The tree is evaluated
//! here rather than by minijinja because an absent value must mean the same everywhere: a
//! comparison with an absent value is false, even with `!=` and `not in`.

mod evaluate;
mod parse;
mod parse_error;
mod syntax_tree;
mod template;

pub use evaluate::evaluate;
pub(in crate::charter) use evaluate::is_true;
pub use parse::{MAX_LENGTH, parse};
pub use parse_error::ParseError;
pub use syntax_tree::{Comparison, Expression, Identifier, Node, Path, Root};
pub use template::{LabelLookup, TemplatePart, parse_template, render_template};
