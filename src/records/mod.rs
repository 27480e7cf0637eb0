//! Typed records, as people write them: one file a kind, not linked yet.

pub(crate) mod classify_path;
pub mod kinds;
pub mod parts;
mod record;
pub mod references;
pub(crate) mod settings;
pub mod vocabulary;

pub use crate::documents::deserialize::OneOrMany;
pub use classify_path::{FileKind, SkipReason, classify_path, folder_meant, is_litter};
pub use kinds::actor::{
    Actor, ActorCharter, Governance, Legal, Membership, Proof, Status, Surplus,
};
pub use kinds::dynamic::{Dynamic, Partner, Purpose};
pub use kinds::person::{Consent, LegalBasis, People, Person, PersonFault};
pub use kinds::published::{Completeness, Published};
pub use kinds::territory::{Agreement, Collective, Territory};
pub use parts::anchor::{Anchor, AnchorWord, anchors};
pub use parts::call::Call;
pub use parts::id::{
    ActorId, DynamicId, PersonId, PrincipleId, PublishedId, SourceId, StageId, TerritoryId,
    ThemeId, Word, id_from_name, is_id,
};
pub use parts::localized_text::LocalizedText;
pub use parts::observation::{LeverOrObstacle, Tool};
pub use parts::short_or_table::ShortOrTable;
pub use parts::sorted_map::SortedMap;
pub use parts::sources::{Citation, SourceEntry, Sources};
pub use parts::stage::{Reached, Stages};
pub use parts::text::{ReportText, TextKey};
pub use parts::written_number::{Written, WrittenNumber};
pub use parts::year::{Figure, Precision, Resource, ResultRow, YearBlock};
pub use record::{Common, Contact, ExtraTable, Record, UnknownStatement, Waiver, covers};
pub use references::lazy_route::LazyRoute;
pub use references::mention::{Mention, Mentions, Target};
pub use references::statement::{Provenance, Statement, statements};
pub use references::unknown_statements::unknown_statements;
pub use settings::{CheckLevel, LevelSetting, Settings};
pub use vocabulary::{List, PatchError, PatchProblem, RemovedWord, Vocabulary, VocabularyWord};
