//! Parts that several kinds of record share.

pub(crate) mod anchor;
pub mod body_name;
pub(crate) mod call;
pub mod fingerprint;
pub(crate) mod id;
pub mod identifiers;
pub mod legal_category;
pub(crate) mod localized_text;
pub(crate) mod observation;
pub mod phone;
pub(crate) mod short_or_table;
pub(crate) mod sorted_map;
pub(crate) mod sources;
pub(crate) mod stage;
pub(crate) mod text;
pub(crate) mod written_number;
pub(crate) mod year;
