//! Records as people write them, typed: one file a kind, plain structs, nothing linked yet.

mod actor;
mod anchor;
mod by_id;
mod call;
mod dynamic;
mod either;
mod id;
pub mod identifiers;
mod mention;
mod mentions;
mod observation;
mod patch;
mod person;
mod place;
mod published;
mod record;
mod settings;
mod sources;
mod stage;
mod statement;
mod territory;
mod text;
mod vocabulary;
mod year;

pub use crate::documents::deserialize::OneOrMany;
pub use actor::{Actor, ActorCharter, Governance, Legal, Membership, Proof, Status};
pub use anchor::{Anchor, Spoken, anchors};
pub use by_id::ById;
pub use call::Call;
pub use dynamic::{Dynamic, Partner, Purpose};
pub use either::Either;
pub use id::{
    ActorId, DynamicId, PersonId, PrincipleId, PublishedId, SourceId, StageId, TerritoryId, ThemeId, Word,
    closest, is_id,
};
pub use mention::{Mention, Mentions, To, Trail};
pub use observation::{Tool, Trait};
pub use patch::{Misplaced, NoPlace, StruckWord};
pub use person::{Basis, Consent, People, Person, PersonFault};
pub use place::{Kind, Stray, placed};
pub use published::{Completeness, Published};
pub use record::{Common, Contact, Kept, Record, Said, Waiver};
pub use settings::{Level, LevelName, Settings};
pub use sources::{Citation, SourceEntry, Sources};
pub use stage::{Reached, Stages};
pub use statement::{Astray, Own, Statement, astray, statements};
pub use territory::{Agreement, Collective, Territory};
pub use text::{Text, TextKey};
pub use vocabulary::{List, Vocabulary, VocabularyWord};
pub use year::{Figure, Precision, Resource, ResultRow, YearBlock};
