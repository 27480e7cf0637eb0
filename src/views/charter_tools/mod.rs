//! The charter read aloud: its page, its own examples, an amendment tried before the vote, two
//! charters side by side.

mod changes;
mod compared;
mod page;
mod passages;
mod tally;
mod tested;
mod tried;
mod words;

pub use compared::compared;
pub use page::page;
pub use tested::{Tested, tested};
pub use tried::{Proposal, tried};
