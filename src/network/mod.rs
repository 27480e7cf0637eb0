//! All records, linked: duplicates and dangling references included; answers every question that anyone asks.

mod areas;
pub mod figures;
mod harvest;
mod index;
mod links;
#[expect(clippy::module_inception, reason = "the room's one idea bears the room's name")]
mod network;
mod progress;
pub mod prose;
mod questions;
pub mod resources;
mod ties;
pub mod values;

pub use harvest::{Harvest, Unread};
pub use links::Dangling;
pub use network::{ActorRecord, DynamicRecord, Network, PublishedRecord, TerritoryRecord};
pub use progress::{Progress, Step, USUAL_YEARS};
pub use questions::Standing;
pub use ties::Ties;
