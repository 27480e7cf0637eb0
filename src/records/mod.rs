//! Records as people write them, typed: one file a kind, plain structs, nothing linked yet.

mod actor;
mod dynamic;
mod either;
mod id;
pub mod identifiers;
mod mention;
mod mentions;
mod place;
mod published;
mod record;
mod settings;
mod sources;
mod territory;
mod vocabulary;

pub use actor::{Actor, ActorCharter, Governance, Legal, Membership, Proof, Status};
pub use dynamic::{Dynamic, Partner, Purpose};
pub use either::{Either, OneOrMany};
pub use id::{
    ActorId, DynamicId, PrincipleId, PublishedId, SourceId, StageId, TerritoryId, ThemeId, Word, closest,
    is_id,
};
pub use mention::{Mention, Mentions, To, Trail};
pub use place::{Kind, Stray, placed};
pub use published::{Completeness, Published};
pub use record::{
    Common, Contact, Figure, Kept, Precision, Reached, Record, Resource, ResultRow, Said, Stages, Tool,
    Trait, Waiver, YearBlock,
};
pub use settings::{Level, LevelName, Settings};
pub use sources::{Citation, SourceEntry, Sources};
pub use territory::{Agreement, Collective, Territory};
pub use vocabulary::{List, Vocabulary, VocabularyWord};
