//! Codes of yesterday: areas that are gone, each with the area of today in its place.

use crate::geography::area::{Area, AreaLevel};
use crate::geography::gazetteer::{find, is_of_level, part_of_commune, parts_with_codes};
use crate::geography::table::{Row, Table};

/// Communes that merged into another.
static COMMUNES: Table = Table(include_str!("../../geography/fr-anciens-codes.tsv"));

/// Intercommunalities that are gone.
static EPCI: Table = Table(include_str!("../../geography/fr-anciens-epci.tsv"));

/// Regions that merged in 2016.
static REGIONS: Table = Table(include_str!("../../geography/fr-anciennes-regions.tsv"));

/// An area that is gone, with the one of today in its place.
#[derive(Clone, Copy, Debug)]
pub struct Former {
    /// Code that it had.
    pub code: &'static str,
    /// Level on which it was.
    pub level: AreaLevel,
    /// Name, where the tables have one.
    pub name: Option<&'static str>,
    /// Area of today in which it lies, or in which the largest part of it lies.
    pub heir: Area,
    /// Whether all of it lies in the heir.
    pub is_whole: bool,
    /// Whether it lives on as a part of a commune, with the same code.
    pub is_part: bool,
}

/// Returns the former area of a code: on a level, or on the level that codes of this length have.
///
/// Two digits without a level are a department, of which none is gone. Returns `None` for a code
/// that is still in use on that level.
#[must_use]
pub fn former(level: Option<AreaLevel>, code: &str) -> Option<Former> {
    match (level, code.len()) {
        (Some(AreaLevel::Region), 2) => heir_in(AreaLevel::Region, REGIONS, "region", code),
        (_, 9) => heir_in(AreaLevel::Epci, EPCI, "epci", code),
        (Some(AreaLevel::Commune), 5) if !is_of_level(AreaLevel::Commune, code) => {
            commune_in_another(code).or_else(|| merged_commune(code))
        }
        (_, 5) => merged_commune(code),
        _ => None,
    }
}

/// Returns the commune that merged and has no code of its own any more.
fn merged_commune(code: &str) -> Option<Former> {
    heir_in(AreaLevel::Commune, COMMUNES, "commune", code)
}

/// Returns the commune that lives on as an associated or a delegated one.
fn commune_in_another(code: &str) -> Option<Former> {
    let part = part_of_commune(code)?;
    let heir = find(AreaLevel::Commune, part.parent?)?;
    (part.level != AreaLevel::ArrondissementMunicipal).then_some(Former {
        code: part.code,
        level: AreaLevel::Commune,
        name: Some(part.name),
        heir,
        is_whole: true,
        is_part: true,
    })
}

/// Returns the former area of a code in a table, whose heir is below a heading.
fn heir_in(level: AreaLevel, table: Table, heading: &str, code: &str) -> Option<Former> {
    heir_of(level, table.find(code)?, heading)
}

/// Returns the former area of a row, whose heir is below a heading.
fn heir_of(level: AreaLevel, row: Row, heading: &str) -> Option<Former> {
    let heir = find(level, row.get(heading)?)?;
    Some(Former {
        code: row.code(),
        level,
        name: row.get("nom"),
        heir,
        is_whole: row.get("part").is_none_or(|part| part == "100"),
        is_part: false,
    })
}

/// Returns the names of the former areas that an area took the place of.
pub fn former_names(area: &Area) -> impl Iterator<Item = &'static str> {
    let (table, heading) = match area.level {
        AreaLevel::Region => (REGIONS, "region"),
        _ => (EPCI, "epci"),
    };
    let code = area.code;
    table
        .rows()
        .filter(move |row| row.get(heading) == Some(code))
        .filter_map(|row| row.get("nom"))
}

/// Returns every area that is gone and has a name, regions first.
pub fn former_areas() -> impl Iterator<Item = Former> {
    let regions = REGIONS
        .rows()
        .filter_map(|row| heir_of(AreaLevel::Region, row, "region"));
    let epci = EPCI
        .rows()
        .filter_map(|row| heir_of(AreaLevel::Epci, row, "epci"));
    regions.chain(epci)
}

/// Returns the codes of the areas that merged into one, with their names where the tables have one:
/// regions, intercommunalities, communes that are gone or live on as parts.
#[must_use]
pub fn predecessors(area: &Area) -> Vec<(&'static str, Option<&'static str>)> {
    let (table, heading) = match area.level {
        AreaLevel::Region => (REGIONS, "region"),
        AreaLevel::Epci => (EPCI, "epci"),
        AreaLevel::Commune => (COMMUNES, "commune"),
        _ => return Vec::new(),
    };
    let gone = table
        .rows()
        .filter(|row| row.get(heading) == Some(area.code))
        .map(|row| (row.code(), row.get("nom")));
    let parts = parts_with_codes(area).map(|(code, name)| (code, Some(name)));
    let mut all: Vec<_> = gone.chain(parts).collect();
    all.sort_unstable();
    all
}
