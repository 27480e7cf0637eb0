//! Files written whole or not at all, whoever or whatever ends the program meanwhile.

mod destination;
mod folder;
mod protected;
mod signals;
mod temporary;
mod whole;

pub use destination::{deliver, make_folder, require_other};
pub use folder::{TemporaryFolder, sweep};
pub use protected::require_outside_records;
pub use signals::end_cleanly;
pub use temporary::take_away;
pub use whole::{Writing, remove, turn, write_again, write_file, write_new, write_new_program};
