//! Records as expressions see them: borrowed, never copied, with what is computed only when it is asked for.

mod keys;
mod offence;
mod ready;
mod see;

pub use offence::Offence;
pub use ready::Judged;
