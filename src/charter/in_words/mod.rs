//! Criteria told as sentences, for people who do not read expressions.

mod nouns;
mod sentence;
mod truths;

pub use sentence::{CriterionSentence, describe};
