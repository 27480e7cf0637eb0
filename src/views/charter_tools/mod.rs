//! Reports on the charter itself: its criteria, their examples, proposals, comparisons.

mod articles;
mod changes;
mod comparison;
mod data;
mod example_report;
mod outcomes;
mod page;
mod proposal_outcomes;
mod proposal_report;
mod side_changes;
mod wording;

pub use comparison::comparison;
pub use example_report::{ExampleOutcomes, example_report};
pub use page::charter_page;
pub use proposal_outcomes::Proposal;
pub use proposal_report::proposal_report;
