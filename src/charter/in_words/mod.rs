//! Criteria told as sentences, for people who do not read expressions.

mod nouns;
mod sentence;

pub use sentence::{CriterionSentence, describe};
