//! Outlines that a network gives itself: official `GeoJSON` or `TopoJSON`, in degrees or in Lambert-93.

use serde_json::Value;

use crate::geography::outline::Degrees;
use crate::geography::projection::from_lambert93;
use crate::geography::{Level, find};

/// Most points of a file; official outlines of all France in their finest form have fewer.
const POINTS: usize = 6_000_000;

/// Keys under which official files write a code, the surest first.
const KEYS: [&str; 14] = [
    "code",
    "code_insee",
    "insee_dep",
    "code_dept",
    "code_departement",
    "dep",
    "siren",
    "siren_epci",
    "code_siren",
    "code_epci",
    "codgeo",
    "epci",
    "ref:insee",
    "id",
];

/// An area with its outline, not yet joined with its neighbours.
pub struct Given {
    /// What it is: an EPCI or a department.
    pub level: Level,
    /// Its official code.
    pub code: &'static str,
    /// Its official name.
    pub name: &'static str,
    /// Polygons of rings in degrees.
    pub polygons: Vec<Vec<Vec<Degrees>>>,
}

/// Why a file gives no outlines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is no JSON: the parser's words.
    Json(String),
    /// It is neither `GeoJSON` nor `TopoJSON`.
    Form,
    /// Its coordinates are neither degrees nor metres of Lambert-93.
    Projection,
    /// No outline in it bears the code of a department.
    NoDepartment,
    /// It has more points than are read.
    TooLarge,
}

/// Reads the outlines of EPCI and departments of France, by code; all else in the file is counted and left out.
///
/// # Errors
/// Where there are none, or they cannot be placed.
pub fn read(text: &str) -> Result<(Vec<Given>, usize), Refusal> {
    let file: Value = serde_json::from_str(text).map_err(|error| Refusal::Json(error.to_string()))?;
    let features = match file["type"].as_str() {
        Some("FeatureCollection") => features(&file)?,
        Some("Topology") => objects(&file)?,
        _ => return Err(Refusal::Form),
    };
    let all = features.len();
    let mut given: Vec<Given> =
        features.into_iter().filter_map(|(keys, polygons)| named(&keys, polygons)).collect();
    given.sort_by_key(|area| (area.level, area.code));
    given.dedup_by_key(|area| (area.level, area.code));
    if !given.iter().any(|area| area.level == Level::Departement) {
        return Err(Refusal::NoDepartment);
    }
    let points = given.iter().flat_map(|area| area.polygons.iter().flatten().flatten());
    let turned: fn(Degrees) -> Degrees = projection(&file, points)?;
    for ring in given.iter_mut().flat_map(|area| area.polygons.iter_mut().flatten()) {
        for point in ring {
            *point = turned(*point);
        }
    }
    let left = all - given.len();
    Ok((given, left))
}

/// Properties and rings of a feature.
type Feature = (Value, Vec<Vec<Vec<Degrees>>>);

fn named(keys: &Value, polygons: Vec<Vec<Vec<Degrees>>>) -> Option<Given> {
    let properties = keys.as_object()?;
    let value = |key: &&str| {
        let found = properties.iter().find(|(name, _)| name.eq_ignore_ascii_case(key))?.1;
        found.as_str().map(str::to_owned).or_else(|| found.as_u64().map(|number| format!("{number:02}")))
    };
    let area = KEYS.iter().filter_map(value).find_map(|code| match code.len() {
        9 => find(Level::Epci, &code),
        2 | 3 => find(Level::Departement, &code),
        _ => None,
    })?;
    let has_points = polygons.iter().flatten().any(|ring| ring.len() > 3);
    has_points.then_some(Given { level: area.level, code: area.code, name: area.name, polygons })
}

/// Degrees as they are, metres of Lambert-93 turned into degrees: as the file declares, and as its numbers allow.
fn projection<'p>(
    file: &Value,
    mut points: impl Iterator<Item = &'p Degrees> + Clone,
) -> Result<fn(Degrees) -> Degrees, Refusal> {
    let declared = file["crs"]["properties"]["name"].as_str().unwrap_or_default();
    let degrees = |(x, y): &Degrees| (-180.0..=180.0).contains(x) && (-90.0..=90.0).contains(y);
    let metres = |(x, y): &Degrees| (0.0..1_400_000.0).contains(x) && (6_000_000.0..7_300_000.0).contains(y);
    if points.clone().all(degrees) && !declared.ends_with("2154") {
        Ok(|point| point)
    } else if points.all(metres) && (declared.is_empty() || declared.ends_with("2154")) {
        Ok(|(x, y)| from_lambert93(x, y))
    } else {
        Err(Refusal::Projection)
    }
}

fn features(file: &Value) -> Result<Vec<Feature>, Refusal> {
    let features = file["features"].as_array().ok_or(Refusal::Form)?;
    let mut count = 0;
    let read = |feature: &Value| {
        let geometry = &feature["geometry"];
        let polygons = match geometry["type"].as_str() {
            Some("Polygon") => vec![rings(&geometry["coordinates"], &mut count)],
            Some("MultiPolygon") => {
                let parts = geometry["coordinates"].as_array().into_iter().flatten();
                parts.map(|part| rings(part, &mut count)).collect()
            }
            _ => Vec::new(),
        };
        (keys(feature), polygons)
    };
    let read: Vec<Feature> = features.iter().map(read).collect();
    if count > POINTS { Err(Refusal::TooLarge) } else { Ok(read) }
}

/// The properties of a feature, its id among them.
fn keys(feature: &Value) -> Value {
    let mut keys = feature["properties"].clone();
    if !keys.is_object() {
        keys = Value::Object(serde_json::Map::new());
    }
    if let (Some(keys), Some(id)) = (keys.as_object_mut(), feature.get("id")) {
        keys.entry("id").or_insert_with(|| id.clone());
    }
    keys
}

fn rings(polygon: &Value, count: &mut usize) -> Vec<Vec<Degrees>> {
    let mut ring = |ring: &Value| -> Vec<Degrees> {
        let points = ring.as_array().into_iter().flatten().filter_map(point);
        let points: Vec<Degrees> = points.collect();
        *count += points.len();
        points
    };
    polygon.as_array().into_iter().flatten().map(&mut ring).collect()
}

fn point(point: &Value) -> Option<Degrees> {
    Some((point.get(0)?.as_f64()?, point.get(1)?.as_f64()?))
}

/// Every geometry of every object of a `TopoJSON` file, its arcs joined.
fn objects(file: &Value) -> Result<Vec<Feature>, Refusal> {
    let arcs = arcs(file)?;
    let objects = file["objects"].as_object().ok_or(Refusal::Form)?;
    let geometries =
        objects.values().flat_map(|object| object["geometries"].as_array().into_iter().flatten());
    let mut count = 0;
    let mut joined = |ring: &Value| -> Vec<Degrees> {
        let mut points: Vec<Degrees> = Vec::new();
        for used in ring.as_array().into_iter().flatten().filter_map(Value::as_i64) {
            let index = usize::try_from(if used < 0 { !used } else { used }).unwrap_or(usize::MAX);
            let Some(arc) = arcs.get(index).filter(|_| count <= POINTS) else { continue };
            points.pop();
            count += arc.len();
            if used < 0 { points.extend(arc.iter().rev()) } else { points.extend(arc) }
        }
        points
    };
    let mut read = Vec::new();
    for geometry in geometries {
        let polygons: Vec<&Value> = match geometry["type"].as_str() {
            Some("Polygon") => vec![&geometry["arcs"]],
            Some("MultiPolygon") => geometry["arcs"].as_array().into_iter().flatten().collect(),
            _ => Vec::new(),
        };
        let polygons =
            polygons.iter().map(|part| part.as_array().into_iter().flatten().map(&mut joined).collect());
        read.push((keys(geometry), polygons.collect()));
    }
    if count > POINTS { Err(Refusal::TooLarge) } else { Ok(read) }
}

/// The arcs of a `TopoJSON` file, its transform undone where it has one.
fn arcs(file: &Value) -> Result<Vec<Vec<Degrees>>, Refusal> {
    let transform =
        file.get("transform").and_then(|it| Some((point(&it["scale"])?, point(&it["translate"])?)));
    let arc = |arc: &Value| -> Vec<Degrees> {
        let points = arc.as_array().into_iter().flatten().filter_map(point);
        let Some((scale, origin)) = transform else { return points.collect() };
        let mut at = (0.0, 0.0);
        let undo = |(x, y): Degrees| {
            at = (at.0 + x, at.1 + y);
            (at.0 * scale.0 + origin.0, at.1 * scale.1 + origin.1)
        };
        points.map(undo).collect()
    };
    Ok(file["arcs"].as_array().ok_or(Refusal::Form)?.iter().map(arc).collect())
}
