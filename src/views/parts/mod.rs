//! Parts that several views share.

pub mod atlas;
pub mod bars;
pub mod capitals;
pub mod certainty;
mod chosen;
pub mod countability;
pub mod data;
mod description;
pub mod drawing;
mod kinds;
mod known;
pub mod lines;
pub mod means;
pub mod nouns;
pub mod observed;
pub mod official;
mod order;
pub mod periods;
pub mod provenance;
pub mod record_json;
mod scope;
pub mod shares;
mod sizes;
mod themes;
pub mod time_axis;
mod tints;
pub mod tracing;
mod year;

pub use chosen::chosen;
pub use known::years_known;
pub use order::Alphabet;
pub use scope::{
    charter_scope, days_in_words, filtered, incomplete_line, invented, report_scope,
    report_scope_of_day, scope, with_filter,
};
pub use themes::{ThemeFact, count_cell, themes, total_precision, whole};
pub use year::{of_a_year, with_year};
