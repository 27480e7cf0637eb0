//! The gazetteer: areas by code or by name, with the areas inside and around them.

use std::cmp::Reverse;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::geography::area::{Area, AreaLevel};
use crate::geography::table::{Row, Table};

static REGIONS: Table = Table(include_str!("../../geography/fr-regions.tsv"));
static DEPARTMENTS: Table = Table(include_str!("../../geography/fr-departements.tsv"));
static ARRONDISSEMENTS: Table = Table(include_str!("../../geography/fr-arrondissements.tsv"));
static EPCI: Table = Table(include_str!("../../geography/fr-epci.tsv"));
static COMMUNES: Table = Table(include_str!("../../geography/fr-communes.tsv"));

/// Associated and delegated communes, municipal arrondissements.
static PARTS_OF_COMMUNES: Table = Table(include_str!("../../geography/fr-communes-autres.tsv"));

/// Maximum number of areas that [`named`] returns.
const MAX_NAMED: usize = 50;

/// Returns every official area that has a code, widest first: `"32"` is a region and a department.
pub fn official(code: &str) -> impl Iterator<Item = Area> {
    levels_of(code)
        .iter()
        .filter_map(move |&level| find(level, code))
}

/// Returns whether an official area has a code. Cheaper than [`official`].
#[must_use]
pub fn is_official(code: &str) -> bool {
    levels_of(code)
        .iter()
        .any(|&level| table(level).find(code).is_some())
}

/// Returns whether a code is that of a commune, or of a part of one.
#[must_use]
pub fn is_commune(code: &str) -> bool {
    code.len() == 5 && is_official(code)
}

/// Returns the levels whose codes have the length of a code, widest first.
fn levels_of(code: &str) -> &'static [AreaLevel] {
    match code.len() {
        2 => &[AreaLevel::Region, AreaLevel::Departement],
        3 => &[AreaLevel::Departement, AreaLevel::Arrondissement],
        4 => &[AreaLevel::Arrondissement],
        // Communes and the three levels below them.
        5 => &AreaLevel::ALL[4..],
        9 => &[AreaLevel::Epci],
        _ => &[],
    }
}

/// Finds the area of a level by its code.
#[must_use]
pub fn find(level: AreaLevel, code: &str) -> Option<Area> {
    table(level).find(code).and_then(|row| area(level, row))
}

/// Returns whether an area of a level has a code. Cheaper than [`find`] down to communes.
#[must_use]
pub fn is_of_level(level: AreaLevel, code: &str) -> bool {
    if level > AreaLevel::Commune {
        // The levels below communes share a table, in which only the row has the level.
        find(level, code).is_some()
    } else {
        table(level).find(code).is_some()
    }
}

/// Finds the associated or delegated commune, or the municipal arrondissement, of a code.
#[must_use]
pub fn part_of_commune(code: &str) -> Option<Area> {
    AreaLevel::ALL
        .into_iter()
        .filter(|level| *level > AreaLevel::Commune)
        .find_map(|level| find(level, code))
}

/// Returns the parts of a commune that have a code and a name of their own, by code.
pub fn parts_of_commune(commune: &str) -> impl Iterator<Item = &'static str> {
    PARTS_OF_COMMUNES
        .rows()
        .filter(move |row| row.get("commune") == Some(commune))
        .filter_map(|row| row.get("nom"))
}

/// Returns the associated and delegated communes of a commune, each with its code, but for the one
/// that has the code of the whole.
pub(super) fn parts_with_codes(
    commune: &Area,
) -> impl Iterator<Item = (&'static str, &'static str)> {
    let code = commune.code;
    let is_commune = commune.level == AreaLevel::Commune;
    PARTS_OF_COMMUNES
        .rows()
        .filter(move |row| is_commune && row.get("commune") == Some(code) && row.code() != code)
        .filter(|row| row.get("type") != Some(AreaLevel::ArrondissementMunicipal.word()))
        .filter_map(|row| Some((row.code(), row.get("nom")?)))
}

/// Returns every area of a level, by code.
pub fn all(level: AreaLevel) -> impl Iterator<Item = Area> {
    table(level).rows().filter_map(move |row| area(level, row))
}

/// Returns the communes of an area, by code: of a commune, itself; of a part of a commune, none.
#[must_use]
pub fn communes_of(place: &Area) -> Vec<Area> {
    // Codes of communes start with that of their department, so that only the rows of a few
    // departments are read.
    let (departments, column): (Vec<&str>, _) = match place.level {
        AreaLevel::Region => (departments_of(place), None),
        AreaLevel::Departement => (vec![place.code], None),
        AreaLevel::Arrondissement => (place.department.into_iter().collect(), Some("arr")),
        AreaLevel::Epci => (departments_across(place), Some("epci")),
        AreaLevel::Commune => return vec![*place],
        _ => return Vec::new(),
    };
    departments
        .into_iter()
        .flat_map(|code| COMMUNES.starting_with(code))
        .filter(|row| column.is_none_or(|column| row.get(column) == Some(place.code)))
        .filter_map(|row| area(AreaLevel::Commune, row))
        .collect()
}

/// Returns the communes of some departments with more than a number of inhabitants, the most
/// populous first, then by code.
#[must_use]
pub fn towns_over(inhabitants: u64, departments: &[String]) -> Vec<Area> {
    let mut towns: Vec<Area> = departments
        .iter()
        .flat_map(|code| COMMUNES.starting_with(code))
        .filter(|row| population(row) > Some(inhabitants))
        .filter_map(|row| area(AreaLevel::Commune, row))
        .collect();
    towns.sort_by_key(|town| (Reverse(town.population), town.code));
    towns
}

fn population(row: &Row) -> Option<u64> {
    row.get("pop")?.parse().ok()
}

/// Returns whether an area is inside a wider one. An area is not inside itself, and an EPCI is
/// inside its main department only.
#[must_use]
pub fn within(inner: &Area, outer: &Area) -> bool {
    around(inner).any(|key| key == (outer.level, outer.code))
}

/// Returns the level and the code of an area, then those of the areas in which it lies.
pub fn itself_and_around(area: &Area) -> impl Iterator<Item = (AreaLevel, &'static str)> {
    std::iter::once((area.level, area.code)).chain(around(area))
}

/// Returns the levels and the codes of the areas in which an area lies, widest first.
fn around(inner: &Area) -> impl Iterator<Item = (AreaLevel, &'static str)> {
    let level = inner.level;
    [
        (AreaLevel::Region, inner.region),
        (AreaLevel::Departement, inner.department),
        (AreaLevel::Arrondissement, inner.arrondissement),
        (AreaLevel::Epci, inner.epci),
        (AreaLevel::Commune, inner.parent),
    ]
    .into_iter()
    .filter(move |(outer, _)| *outer < level)
    .filter_map(|(outer, code)| Some((outer, code?)))
}

/// Finds areas by their official or short name, whatever its case, accents and hyphens: widest
/// first, then by code, fifty at most.
#[must_use]
pub fn named(name: &str) -> Vec<Area> {
    let folded_name: String = folded(name).collect();
    let wanted = folded_name.trim();
    if wanted.is_empty() {
        return Vec::new();
    }
    AreaLevel::ALL
        .into_iter()
        .flat_map(|level| {
            table(level)
                .rows()
                .filter(|row| has_name(row, wanted))
                .filter_map(move |row| area(level, row))
        })
        .take(MAX_NAMED)
        .collect()
}

/// Returns whether the official or the short name of a row is a folded name.
fn has_name(row: &Row, folded_name: &str) -> bool {
    ["nom", "court"]
        .into_iter()
        .filter_map(|heading| row.get(heading))
        .any(|name| folded(name).eq(folded_name.chars()))
}

fn departments_of(region: &Area) -> Vec<&'static str> {
    all(AreaLevel::Departement)
        .filter(|area| within(area, region))
        .map(|area| area.code)
        .collect()
}

/// Returns the codes of all departments in which an EPCI has communes.
fn departments_across(epci: &Area) -> Vec<&'static str> {
    let codes = EPCI.find(epci.code).and_then(|row| row.get("deps"));
    codes.into_iter().flat_map(str::split_whitespace).collect()
}

fn table(level: AreaLevel) -> Table {
    match level {
        AreaLevel::Region => REGIONS,
        AreaLevel::Departement => DEPARTMENTS,
        AreaLevel::Arrondissement => ARRONDISSEMENTS,
        AreaLevel::Epci => EPCI,
        AreaLevel::Commune => COMMUNES,
        AreaLevel::CommuneAssociee
        | AreaLevel::CommuneDeleguee
        | AreaLevel::ArrondissementMunicipal => PARTS_OF_COMMUNES,
    }
}

/// Reads a row as an area of a level, with what the tables of wider levels add. Returns `None` for
/// a row of another level.
fn area(level: AreaLevel, row: Row) -> Option<Area> {
    let mut area = Area::from_row(level, row);
    if level > AreaLevel::Commune {
        if row.get("type") != Some(level.word()) {
            return None;
        }
        let parent = COMMUNES
            .find(area.parent?)
            .map(|row| Area::from_row(AreaLevel::Commune, row))?;
        area = Area {
            level,
            code: area.code,
            name: area.name,
            population: area.population,
            parent: area.parent,
            point: area.point.or(parent.point),
            ..parent
        };
    }
    let department = area.department.and_then(|code| DEPARTMENTS.find(code));
    area.region = area.region.or_else(|| department?.get("region"));
    Some(area)
}

/// Folds a name for comparison: lower case, no accents, ligatures as two letters, spaces for
/// hyphens and apostrophes.
pub(super) fn folded(name: &str) -> impl Iterator<Item = char> {
    name.nfd()
        .filter(|&character| !is_combining_mark(character))
        .flat_map(char::to_lowercase)
        .flat_map(|character| match character {
            'œ' => ['o', 'e'].into_iter().take(2),
            'æ' => ['a', 'e'].into_iter().take(2),
            '-' | '\'' | '’' | '‑' | '–' | '\u{a0}' => [' ', ' '].into_iter().take(1),
            other => [other, ' '].into_iter().take(1),
        })
}
