//! All records of a workspace, linked, with the answer to every question asked of them.

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
pub use linking::raw_records::RawRecords;
pub use linking::unresolved::{
    DanglingMention, EditorSchema, InvalidBase, InvalidBaseReason, UnreadFile,
};
pub use network::{ActorRecord, DynamicRecord, Network, PublishedRecord, TerritoryRecord};
pub use queries::actors::is_member_in;
pub use queries::cooperation_graph::CooperationGraph;
pub use queries::copies::is_copy;
pub use queries::countability::Countability;
pub use queries::nearest_home::HomesByLatitude;
pub use queries::observations::{Nature, Observation};
pub use queries::partner_counts::PartnerCount;
pub use queries::period_rows::{PeriodRow, RowDates};
pub use queries::records::RecordRef;
pub use queries::stage_progress::{ReachedStage, StageProgress, USUAL_YEARS};
