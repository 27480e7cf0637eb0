//! All records, linked: duplicates and dangling references included; answers every question that
//! anyone asks.

pub mod counting;
pub mod linking;
#[expect(
    clippy::module_inception,
    reason = "the room's one idea bears the room's name"
)]
mod network;
pub mod queries;
pub mod values;

pub use counting::yearly::YearContent;
pub use linking::links::Dangling;
pub use linking::raw_records::{InvalidBase, InvalidBaseReason, RawRecords, UnreadFile};
pub use network::{ActorRecord, DynamicRecord, Network, PublishedRecord, TerritoryRecord};
pub use queries::around::PartnerCount;
pub use queries::cooperation_graph::CooperationGraph;
pub use queries::observations::{Nature, Observation};
pub use queries::questions::{Countability, RecordRef};
pub use queries::stage_progress::{ReachedStage, StageProgress, USUAL_YEARS};
