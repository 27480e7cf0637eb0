//! Reports on the charter itself: its criteria, their examples, proposals, comparisons.

mod articles;
mod changes;
mod comparison;
mod example_report;
mod outcomes;
mod page;
mod proposal_outcomes;
mod proposal_report;
mod side_changes;
mod wording;

pub use comparison::compared;
pub use example_report::{Tested, tested};
pub use page::page;
pub use proposal_outcomes::Proposal;
pub use proposal_report::tried;
