//! All records, linked: duplicates and dangling references included; answers every question that anyone asks.

mod areas;
mod around;
pub mod figures;
pub mod freshness;
pub mod grants;
pub mod growth;
mod harvest;
mod index;
mod law;
mod links;
#[expect(clippy::module_inception, reason = "the room's one idea bears the room's name")]
mod network;
mod observations;
mod progress;
pub mod prose;
mod questions;
pub mod resources;
pub mod tally;
mod ties;
pub mod values;
mod yearly;

pub use around::Tie;
pub use harvest::{Baseless, Harvest, NoBase, Unread};
pub use links::Dangling;
pub use network::{ActorRecord, DynamicRecord, Network, PublishedRecord, TerritoryRecord};
pub use observations::{Nature, Observation};
pub use progress::{Progress, Step, USUAL_YEARS};
pub use questions::{Head, Standing};
pub use ties::Ties;
pub use yearly::Told;
