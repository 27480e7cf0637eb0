//! The language of criteria: what may be written, how it is read, what it comes to.
//!
//! The grammar is minijinja's, read through its own syntax tree; of it a criterion may use dotted
//! paths, comparisons,
//! `and or not in`, texts, numbers, lists of them, and the words of the field. What is read is
//! walked here rather than
//! run by minijinja, because absence must mean the same everywhere: a comparison with nothing does
//! not hold, `!=` and
//! `not in` included.

mod evaluate;
mod read;
mod shown;
mod tree;

pub use evaluate::{Label, evaluate, shown};
pub use read::{LONGEST, Unread, read};
pub use shown::read_shown;
pub use tree::{Comparison, Expression, Node, Path, Root, Shown, Step};
