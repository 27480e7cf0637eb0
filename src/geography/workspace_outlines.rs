//! Outlines that a network supplies: official GeoJSON or TopoJSON, in degrees or in Lambert-93.

use serde_json::Value;

use crate::geography::area::{Area, AreaLevel};
use crate::geography::crossing::{MOST_COMPARISONS, crosses_itself};
pub use crate::geography::features::OutlinesError;
use crate::geography::features::{self, Feature};
use crate::geography::gazetteer::{all, find, is_official, within};
use crate::geography::outline::{Degrees, FRANCE};
use crate::geography::projection::from_lambert93;

/// Properties in which official files write the code of an area, the most specific first.
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

/// Tolerance, in degrees, between an outline and the label point of its area: a generalised outline
/// may leave the point a little outside. In France, 0.2° is 14 to 22 km.
const TOLERANCE: f64 = 0.2;

/// An area with its outline, not yet joined with its neighbours.
#[derive(Clone, Debug, PartialEq)]
pub struct OutlinedArea {
    /// Level of the area: EPCI, department or region.
    pub level: AreaLevel,
    /// Official code.
    pub code: &'static str,
    /// Official name.
    pub name: &'static str,
    /// Polygons of rings, in degrees (WGS 84).
    pub polygons: Vec<Vec<Vec<Degrees>>>,
}

impl OutlinedArea {
    fn new(area: &Area, polygons: Vec<Vec<Vec<Degrees>>>) -> Self {
        Self {
            level: area.level,
            code: area.code,
            name: area.name,
            polygons,
        }
    }
}

/// The outlines of a file, with what was added to them and left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WorkspaceOutlines {
    /// Areas that maps draw, by level and code.
    pub areas: Vec<OutlinedArea>,
    /// Names of departments that the file lacks, added with their embedded outlines: every map has
    /// a frame of departments.
    pub completed: Vec<&'static str>,
    /// Number of areas that no map draws: those of another level, overseas, repeated in the file,
    /// or without a known code.
    pub skipped: usize,
    /// Names of areas whose outlines cross themselves.
    pub self_crossing: Vec<&'static str>,
}

/// Reads the outlines of EPCI, departments and regions of metropolitan France, recognised by their
/// codes. Other areas are counted and left out.
///
/// # Errors
/// Returns an error if the text is not GeoJSON or TopoJSON, has no such area, or has one that
/// cannot be placed.
pub fn read(text: &str) -> Result<WorkspaceOutlines, OutlinesError> {
    let file = features::parse(text)?;
    let features = features::read(&file)?;
    let count = features.len();
    let mut areas = locate(&file, candidates(features)?)?;
    // The sort is stable: of areas that the file repeats, the first one stays.
    areas.sort_by_key(|area| (area.level, area.code));
    areas.dedup_by_key(|area| (area.level, area.code));
    let skipped = count - areas.len();
    let mut comparisons = MOST_COMPARISONS;
    let mut self_crossing = Vec::new();
    for area in &areas {
        match crosses_itself(&area.polygons, &mut comparisons) {
            Some(true) => self_crossing.push(area.name),
            Some(false) => {}
            None => return Err(OutlinesError::TooLarge),
        }
    }
    let completed = add_missing_departments(&mut areas);
    Ok(WorkspaceOutlines {
        areas,
        completed,
        skipped,
        self_crossing,
    })
}

/// A feature, with the areas that its code may mean: 32 is a region and a department.
struct Candidate {
    areas: Vec<Area>,
    feature: Feature,
}

/// Returns the features that maps may draw, those with a known code and an outline in metropolitan
/// France.
fn candidates(features: Vec<Feature>) -> Result<Vec<Candidate>, OutlinesError> {
    let count = features.len();
    let mut candidates: Vec<Candidate> = features.into_iter().filter_map(recognise).collect();
    if candidates.is_empty() {
        return Err(OutlinesError::NoCode(count));
    }
    candidates.retain(|candidate| candidate.areas.iter().any(|area| !is_overseas(area)));
    if candidates.is_empty() {
        return Err(OutlinesError::Overseas);
    }
    Ok(candidates)
}

/// Finds the areas that a feature may be by its code. Returns `None` without a code of a drawn
/// level, or without an outline.
fn recognise(feature: Feature) -> Option<Candidate> {
    let codes: Vec<String> = KEYS
        .iter()
        .filter_map(|key| property(&feature, key))
        .filter(|code| is_official(code))
        .collect();
    // A commune or an EPCI also names its department: the longer code is that of the area itself.
    let code = codes.iter().find(|code| code.len() > 4).or(codes.first())?;
    let areas: Vec<Area> = [AreaLevel::Epci, AreaLevel::Departement, AreaLevel::Region]
        .into_iter()
        .filter_map(|level| find(level, code))
        .collect();
    let has_outline = feature.polygons.iter().flatten().any(|ring| ring.len() > 3);
    (!areas.is_empty() && has_outline).then_some(Candidate { areas, feature })
}

/// Returns a property of a feature, whatever the case of its name. A number is padded to two
/// digits, since spreadsheets drop the zero of department 02.
fn property(feature: &Feature, key: &str) -> Option<String> {
    let (_, value) = feature
        .properties
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(key))?;
    value
        .as_str()
        .map(str::to_owned)
        .or_else(|| value.as_u64().map(|number| format!("{number:02}")))
}

fn is_overseas(area: &Area) -> bool {
    let department = area.department.unwrap_or(area.code);
    match area.level {
        AreaLevel::Region => area.code < "11",
        _ => department.starts_with("97") || department.starts_with("98"),
    }
}

/// Converts the outlines to degrees, and decides which area each of them is.
fn locate(file: &Value, candidates: Vec<Candidate>) -> Result<Vec<OutlinedArea>, OutlinesError> {
    let points = candidates
        .iter()
        .flat_map(|candidate| candidate.feature.polygons.iter().flatten().flatten());
    let to_degrees = projection(file, points)?;
    let mut located = Vec::new();
    let mut misplaced = None;
    for Candidate { areas, feature } in candidates {
        let polygons = convert(feature.polygons, to_degrees);
        match area_at(&areas, &polygons) {
            Some(area) => located.push(OutlinedArea::new(area, polygons)),
            None => misplaced = misplaced.or(areas.first().map(|area| area.name)),
        }
    }
    match misplaced {
        Some(name) => Err(OutlinesError::Misplaced(name)),
        None => Ok(located),
    }
}

/// Chooses the conversion of the points of a file to degrees: none for degrees, the inverse of
/// Lambert-93 for its metres. What the file declares and the values of its points must agree.
fn projection<'p>(
    file: &Value,
    mut points: impl Iterator<Item = &'p Degrees> + Clone,
) -> Result<fn(Degrees) -> Degrees, OutlinesError> {
    // GeoJSON of before 2016 names its reference system; RFC 7946 dropped the member.
    let declared = file
        .pointer("/crs/properties/name")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let declares_lambert93 = declared.ends_with("2154");
    if points.clone().all(are_degrees) && !declares_lambert93 {
        Ok(|point| point)
    } else if points.all(are_metres) && (declared.is_empty() || declares_lambert93) {
        Ok(|(x, y)| from_lambert93(x, y))
    } else {
        Err(OutlinesError::Projection)
    }
}

fn are_degrees((x, y): &Degrees) -> bool {
    (-180.0..=180.0).contains(x) && (-90.0..=90.0).contains(y)
}

/// Returns whether a point is within the extent of metropolitan France in Lambert-93.
fn are_metres((x, y): &Degrees) -> bool {
    (0.0..1_400_000.0).contains(x) && (6_000_000.0..7_300_000.0).contains(y)
}

fn convert(
    polygons: Vec<Vec<Vec<Degrees>>>,
    to_degrees: fn(Degrees) -> Degrees,
) -> Vec<Vec<Vec<Degrees>>> {
    polygons
        .into_iter()
        .map(|rings| {
            rings
                .into_iter()
                .map(|ring| ring.into_iter().map(to_degrees).collect())
                .collect()
        })
        .collect()
}

/// Returns the area whose label point is within the bounding box of an outline: of several, the one
/// nearest to the middle of the box.
fn area_at<'a>(areas: &'a [Area], polygons: &[Vec<Vec<Degrees>>]) -> Option<&'a Area> {
    let bounds = BoundingBox::of(polygons.iter().flatten().flatten());
    areas
        .iter()
        .filter(|area| !is_overseas(area))
        .filter_map(|area| Some((area, area.point?)))
        .filter(|(_, point)| bounds.contains(*point))
        .min_by(|(_, a), (_, b)| {
            bounds
                .distance_to_middle(*a)
                .total_cmp(&bounds.distance_to_middle(*b))
        })
        .map(|(area, _)| area)
}

/// The extent of an outline, in degrees.
struct BoundingBox {
    west: f64,
    east: f64,
    south: f64,
    north: f64,
}

impl BoundingBox {
    fn of<'p>(points: impl Iterator<Item = &'p Degrees>) -> Self {
        let empty = Self {
            west: f64::MAX,
            east: f64::MIN,
            south: f64::MAX,
            north: f64::MIN,
        };
        points.fold(empty, |bounds, (x, y)| Self {
            west: bounds.west.min(*x),
            east: bounds.east.max(*x),
            south: bounds.south.min(*y),
            north: bounds.north.max(*y),
        })
    }

    /// Returns whether a point is in the box, or no farther from it than the tolerance.
    fn contains(&self, (x, y): Degrees) -> bool {
        (self.west - TOLERANCE..=self.east + TOLERANCE).contains(&x)
            && (self.south - TOLERANCE..=self.north + TOLERANCE).contains(&y)
    }

    fn distance_to_middle(&self, (x, y): Degrees) -> f64 {
        (x - f64::midpoint(self.west, self.east)).abs()
            + (y - f64::midpoint(self.south, self.north)).abs()
    }
}

/// Adds the departments around the areas of a file, with their embedded outlines, unless the file
/// has departments of its own. Returns the names of those added.
fn add_missing_departments(areas: &mut Vec<OutlinedArea>) -> Vec<&'static str> {
    if areas
        .iter()
        .any(|area| area.level == AreaLevel::Departement)
    {
        return Vec::new();
    }
    let known: Vec<Area> = areas
        .iter()
        .filter_map(|area| find(area.level, area.code))
        .collect();
    let mut added = Vec::new();
    for department in all(AreaLevel::Departement) {
        if !known.iter().any(|area| is_around(&department, area)) {
            continue;
        }
        if let Some(polygons) = embedded_outline(&department) {
            areas.push(OutlinedArea::new(&department, polygons));
            added.push(department.name);
        }
    }
    added
}

/// Returns whether a department contains an EPCI, or is contained in a region.
fn is_around(department: &Area, area: &Area) -> bool {
    area.department == Some(department.code) || within(department, area)
}

fn embedded_outline(department: &Area) -> Option<Vec<Vec<Vec<Degrees>>>> {
    let outline = FRANCE
        .layer("departements")
        .iter()
        .find(|outline| outline.code == department.code)?;
    let polygons = outline.polygons.iter();
    Some(
        polygons
            .map(|rings| rings.iter().map(|ring| FRANCE.ring(ring)).collect())
            .collect(),
    )
}
