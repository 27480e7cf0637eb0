//! The gazetteer: what a code names, what holds what, and which areas bear a name.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::geography::area::{Area, AreaLevel};
use crate::geography::table::{Row, Table};

const REGIONS: Table = Table(include_str!("../../geography/fr-regions.tsv"));
const DEPARTMENTS: Table = Table(include_str!("../../geography/fr-departements.tsv"));
const ARRONDISSEMENTS: Table = Table(include_str!("../../geography/fr-arrondissements.tsv"));
const EPCI: Table = Table(include_str!("../../geography/fr-epci.tsv"));
const COMMUNES: Table = Table(include_str!("../../geography/fr-communes.tsv"));
const FORMER: Table = Table(include_str!("../../geography/fr-anciens-codes.tsv"));
const PARTS: Table = Table(include_str!("../../geography/fr-communes-autres.tsv"));

/// How many areas `named` answers at most.
const NAMED_AT_MOST: usize = 50;

/// Every official area that a code names, widest first: `"32"` is a region and a department.
pub fn official(code: &str) -> impl Iterator<Item = Area> {
    levels_of(code)
        .iter()
        .filter_map(move |&level| find(level, code))
}

/// Whether a code names an official area, asked without looking up what the area is like.
#[must_use]
pub fn is_official(code: &str) -> bool {
    levels_of(code)
        .iter()
        .any(|&level| table(level).find(code).is_some())
}

/// Whether a code names a commune, or what is smaller.
#[must_use]
pub fn is_commune(code: &str) -> bool {
    code.len() == 5 && is_official(code)
}

/// The levels whose codes are of this length, widest first.
fn levels_of(code: &str) -> &'static [AreaLevel] {
    match code.len() {
        2 => &[AreaLevel::Region, AreaLevel::Departement],
        3 => &[AreaLevel::Departement, AreaLevel::Arrondissement],
        4 => &[AreaLevel::Arrondissement],
        5 => &AreaLevel::ALL[4..],
        9 => &[AreaLevel::Epci],
        _ => &[],
    }
}

/// The area of a level that bears a code.
#[must_use]
pub fn find(level: AreaLevel, code: &str) -> Option<Area> {
    table(level).find(code).and_then(|row| area(level, row))
}

/// Whether an area of a level bears a code, asked without looking up what the area is like.
#[must_use]
pub fn is_of_level(level: AreaLevel, code: &str) -> bool {
    if level > AreaLevel::Commune {
        find(level, code).is_some()
    } else {
        table(level).find(code).is_some()
    }
}

/// The commune that a code merged into, where it names no area of today.
#[must_use]
pub fn merged_into(code: &str) -> Option<Area> {
    find(AreaLevel::Commune, FORMER.find(code)?.get("commune")?)
}

/// Every area of a level, by code.
pub fn all(level: AreaLevel) -> impl Iterator<Item = Area> {
    table(level).rows().filter_map(move |row| area(level, row))
}

/// The communes of an area, by code; of a commune itself, and none of what is smaller.
#[must_use]
pub fn communes_of(place: &Area) -> Vec<Area> {
    let (departments, column): (Vec<&str>, _) = match place.level {
        AreaLevel::Region => (departments_of(place), None),
        AreaLevel::Departement => (vec![place.code], None),
        AreaLevel::Arrondissement => (place.department.into_iter().collect(), Some("arr")),
        AreaLevel::Epci => (departments_across(place), Some("epci")),
        AreaLevel::Commune => return vec![*place],
        _ => return Vec::new(),
    };
    let communes = departments
        .into_iter()
        .flat_map(|code| COMMUNES.starting_with(code));
    let inside =
        communes.filter(|row| column.is_none_or(|column| row.get(column) == Some(place.code)));
    inside
        .filter_map(|row| area(AreaLevel::Commune, row))
        .collect()
}

/// Communes of these departments over a number of inhabitants, most people first, then by code.
#[must_use]
pub fn towns_over(inhabitants: u64, departments: &[String]) -> Vec<Area> {
    let communes = departments
        .iter()
        .flat_map(|code| COMMUNES.starting_with(code));
    let people = |row: &Row| row.get("pop").and_then(|cell| cell.parse().ok());
    let large = communes.filter(|row| people(row) > Some(inhabitants));
    let mut towns: Vec<Area> = large
        .filter_map(|row| area(AreaLevel::Commune, row))
        .collect();
    towns.sort_by_key(|town| (std::cmp::Reverse(town.population), town.code));
    towns
}

/// Whether an area lies inside a wider one. Nothing lies inside itself; an EPCI lies in its main
/// department.
#[must_use]
pub fn within(inner: &Area, outer: &Area) -> bool {
    let holder = match outer.level {
        AreaLevel::Region => inner.region,
        AreaLevel::Departement => inner.department,
        AreaLevel::Arrondissement => inner.arrondissement,
        AreaLevel::Epci => inner.epci,
        AreaLevel::Commune => inner.parent,
        _ => None,
    };
    inner.level > outer.level && holder == Some(outer.code)
}

/// Areas that bear a name, official or short, whatever its case, accents and hyphens; widest first,
/// then by code,
/// fifty at most.
#[must_use]
pub fn named(name: &str) -> Vec<Area> {
    let wanted: String = folded(name).collect();
    let wanted = wanted.trim();
    if wanted.is_empty() {
        return Vec::new();
    }
    let same =
        |text: Option<&'static str>| text.is_some_and(|text| folded(text).eq(wanted.chars()));
    let areas = AreaLevel::ALL.into_iter().flat_map(|level| {
        let rows = table(level)
            .rows()
            .filter(move |row| same(row.get("nom")) || same(row.get("court")));
        rows.filter_map(move |row| area(level, row))
    });
    areas.take(NAMED_AT_MOST).collect()
}

fn departments_of(region: &Area) -> Vec<&'static str> {
    all(AreaLevel::Departement)
        .filter(|area| within(area, region))
        .map(|area| area.code)
        .collect()
}

/// Every department in which an EPCI has communes.
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
        | AreaLevel::ArrondissementMunicipal => PARTS,
    }
}

/// A row as an area of a level, with what the tables of wider levels add; none if the row is of
/// another level.
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

/// A name without case, accents, ligatures, hyphens and apostrophes.
fn folded(name: &str) -> impl Iterator<Item = char> {
    let plain = name
        .nfd()
        .filter(|&c| !is_combining_mark(c))
        .flat_map(char::to_lowercase);
    plain.flat_map(|c| match c {
        'œ' => ['o', 'e'].into_iter().take(2),
        'æ' => ['a', 'e'].into_iter().take(2),
        '-' | '\'' | '’' | '‑' | '–' | '\u{a0}' => [' ', ' '].into_iter().take(1),
        other => [other, ' '].into_iter().take(1),
    })
}
