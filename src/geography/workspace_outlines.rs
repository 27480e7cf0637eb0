//! Outlines that a network gives itself: official `GeoJSON` or `TopoJSON`, in degrees or in
//! Lambert-93.

use serde_json::Value;

use crate::geography::features::{self, Feature};
use crate::geography::outline::{Degrees, FRANCE};
use crate::geography::projection::from_lambert93;
use crate::geography::{Area, AreaLevel, all, find, is_official, within};

/// Keys under which official files write a code, the surest first.
const KEYS: [&str; 20] = [
    "code",
    "code_insee",
    "codgeo",
    "insee_com",
    "siren",
    "siren_epci",
    "code_siren",
    "code_epci",
    "epci",
    "insee_arr",
    "insee_dep",
    "code_dept",
    "code_departement",
    "dep",
    "insee_reg",
    "code_region",
    "reg",
    "ref:insee",
    "code_officiel",
    "id",
];

/// How far beside its outline the label point of an area may lie, in degrees: generalised outlines
/// move a little.
const BESIDE: f64 = 0.2;

/// An area with its outline, not yet joined with its neighbours.
#[derive(Clone, Debug, PartialEq)]
pub struct OutlinedArea {
    /// What it is: an EPCI, a department or a region.
    pub level: AreaLevel,
    /// Its official code.
    pub code: &'static str,
    /// Its official name.
    pub name: &'static str,
    /// Polygons of rings in degrees.
    pub polygons: Vec<Vec<Vec<Degrees>>>,
}

/// What was read of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WorkspaceOutlines {
    /// The areas that maps draw, by level and code.
    pub given: Vec<OutlinedArea>,
    /// Names of the departments that were not in the file: with their embedded outlines, since
    /// every map frames some.
    pub completed: Vec<&'static str>,
    /// Areas that are drawn on no map: of other levels, overseas, twice in the file, or without a
    /// known code.
    pub left: usize,
    /// Names of areas whose outlines cross themselves.
    pub crossed: Vec<&'static str>,
}

/// Why a file gives no outlines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OutlinesError {
    /// It is no JSON: the parser's words.
    Json(String),
    /// It is neither `GeoJSON` nor `TopoJSON`.
    Form,
    /// It holds no area at all.
    Empty,
    /// A point in it is no pair of numbers, or an arc that a ring names is not there.
    Broken,
    /// Its coordinates are neither degrees nor metres of Lambert-93.
    Projection,
    /// No outline in it bears the code of an EPCI, a department or a region: how many it holds.
    NoCode(usize),
    /// Outlines do not lie where the areas of their codes are: one of these.
    Misplaced(&'static str),
    /// All its areas lie overseas, which maps list and do not draw.
    Overseas,
    /// It has more points than are read.
    TooLarge,
}

/// Reads the outlines of EPCI, departments and regions of France, by code; all else in the file is
/// counted and left out.
///
/// # Errors
/// Where there are none, or they cannot be placed.
pub fn read(text: &str) -> Result<WorkspaceOutlines, OutlinesError> {
    let file: Value =
        serde_json::from_str(text).map_err(|error| OutlinesError::Json(error.to_string()))?;
    let features = features::read(&file)?;
    let held = features.len();
    let mut coded: Vec<(Vec<Area>, Feature)> = features.into_iter().filter_map(named).collect();
    if coded.is_empty() {
        return Err(OutlinesError::NoCode(held));
    }
    coded.retain(|(areas, _)| areas.iter().any(|area| !is_overseas(area)));
    if coded.is_empty() {
        return Err(OutlinesError::Overseas);
    }
    let points = || {
        coded
            .iter()
            .flat_map(|(_, feature)| feature.polygons.iter().flatten().flatten())
    };
    let turned: fn(Degrees) -> Degrees = projection(&file, points())?;
    let mut given = Vec::new();
    let mut misplaced = None;
    for (areas, feature) in coded {
        let polygons = in_degrees(feature.polygons, turned);
        match placed(&areas, &polygons) {
            Some(area) => given.push(OutlinedArea {
                level: area.level,
                code: area.code,
                name: area.name,
                polygons,
            }),
            None => misplaced = misplaced.or(areas.first().map(|area| area.name)),
        }
    }
    if let Some(name) = misplaced {
        return Err(OutlinesError::Misplaced(name));
    }
    given.sort_by_key(|area| (area.level, area.code));
    given.dedup_by_key(|area| (area.level, area.code));
    let left = held - given.len();
    let crossed = given
        .iter()
        .filter(|area| crate::geography::crossing::crosses(&area.polygons));
    let crossed = crossed.map(|area| area.name).collect();
    let completed = complete(&mut given);
    Ok(WorkspaceOutlines {
        given,
        completed,
        left,
        crossed,
    })
}

/// The areas that a feature may be by its code (32 is a region and a department), where it has an
/// outline.
fn named(feature: Feature) -> Option<(Vec<Area>, Feature)> {
    let properties = feature.keys.as_object()?;
    let value = |key: &&str| {
        let found = properties
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(key))?
            .1;
        found
            .as_str()
            .map(str::to_owned)
            .or_else(|| found.as_u64().map(|number| format!("{number:02}")))
    };
    // A commune or an EPCI names its department too: the longest code is its own.
    let codes: Vec<String> = KEYS
        .iter()
        .filter_map(value)
        .filter(|code| is_official(code))
        .collect();
    let code = codes.iter().find(|code| code.len() > 4).or(codes.first())?;
    let levels = [AreaLevel::Epci, AreaLevel::Departement, AreaLevel::Region];
    let areas: Vec<Area> = levels
        .into_iter()
        .filter_map(|level| find(level, code))
        .collect();
    if areas.is_empty() {
        return None;
    }
    let has_points = feature.polygons.iter().flatten().any(|ring| ring.len() > 3);
    has_points.then_some((areas, feature))
}

fn is_overseas(area: &Area) -> bool {
    let department = area.department.unwrap_or(area.code);
    match area.level {
        AreaLevel::Region => area.code < "11",
        _ => department.starts_with("97") || department.starts_with("98"),
    }
}

fn in_degrees(
    polygons: Vec<Vec<Vec<Degrees>>>,
    turned: fn(Degrees) -> Degrees,
) -> Vec<Vec<Vec<Degrees>>> {
    let ring = |ring: Vec<Degrees>| ring.into_iter().map(turned).collect();
    polygons
        .into_iter()
        .map(|rings| rings.into_iter().map(ring).collect())
        .collect()
}

/// The area whose label point lies within the corners of an outline, and nearest to their middle
/// where two do.
fn placed<'a>(areas: &'a [Area], polygons: &[Vec<Vec<Degrees>>]) -> Option<&'a Area> {
    let points = || polygons.iter().flatten().flatten();
    let (west, east) = points().fold((f64::MAX, f64::MIN), |(a, b), point| {
        (a.min(point.0), b.max(point.0))
    });
    let (south, north) = points().fold((f64::MAX, f64::MIN), |(a, b), point| {
        (a.min(point.1), b.max(point.1))
    });
    let lies = |(x, y): Degrees| {
        west - BESIDE <= x && x <= east + BESIDE && south - BESIDE <= y && y <= north + BESIDE
    };
    let away = |(x, y): Degrees| {
        (x - f64::midpoint(west, east)).abs() + (y - f64::midpoint(south, north)).abs()
    };
    let known = areas
        .iter()
        .filter(|area| !is_overseas(area))
        .filter_map(|area| Some((area, area.point?)));
    let there = known.filter(|(_, point)| lies(*point));
    there
        .min_by(|one, other| away(one.1).total_cmp(&away(other.1)))
        .map(|(area, _)| area)
}

/// Degrees as they are, metres of Lambert-93 turned into degrees: as the file declares, and as its
/// numbers allow.
fn projection<'p>(
    file: &Value,
    mut points: impl Iterator<Item = &'p Degrees> + Clone,
) -> Result<fn(Degrees) -> Degrees, OutlinesError> {
    let declared = file["crs"]["properties"]["name"]
        .as_str()
        .unwrap_or_default();
    let degrees = |(x, y): &Degrees| (-180.0..=180.0).contains(x) && (-90.0..=90.0).contains(y);
    let metres =
        |(x, y): &Degrees| (0.0..1_400_000.0).contains(x) && (6_000_000.0..7_300_000.0).contains(y);
    if points.clone().all(degrees) && !declared.ends_with("2154") {
        Ok(|point| point)
    } else if points.all(metres) && (declared.is_empty() || declared.ends_with("2154")) {
        Ok(|(x, y)| from_lambert93(x, y))
    } else {
        Err(OutlinesError::Projection)
    }
}

/// Adds the departments that the areas of a file lie in and the file leaves out, with their
/// embedded outlines.
fn complete(given: &mut Vec<OutlinedArea>) -> Vec<&'static str> {
    if given
        .iter()
        .any(|area| area.level == AreaLevel::Departement)
    {
        return Vec::new();
    }
    let known: Vec<Area> = given
        .iter()
        .filter_map(|area| find(area.level, area.code))
        .collect();
    let holds = |department: &Area| {
        let of_epci = |area: &Area| area.department == Some(department.code);
        known
            .iter()
            .any(|area| of_epci(area) || within(department, area))
    };
    let missing: Vec<Area> = all(AreaLevel::Departement).filter(holds).collect();
    let mut completed = Vec::new();
    for area in missing {
        let shape = FRANCE
            .layer("departements")
            .iter()
            .find(|shape| shape.code == area.code);
        let Some(shape) = shape else { continue };
        let rings = |rings: &Vec<Vec<_>>| rings.iter().map(|ring| FRANCE.ring(ring)).collect();
        let polygons = shape.polygons.iter().map(rings).collect();
        given.push(OutlinedArea {
            level: area.level,
            code: area.code,
            name: area.name,
            polygons,
        });
        completed.push(area.name);
    }
    completed
}
