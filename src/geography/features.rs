//! The areas of a `GeoJSON` or `TopoJSON` file: what each says of itself, and its rings.

use serde_json::Value;

use crate::geography::outline::Degrees;
use crate::geography::workspace_outlines::OutlinesError;

/// Most points of a file; official outlines of all France in their finest form have fewer.
const POINTS: usize = 6_000_000;

/// An area of a file: its properties with its id among them, and polygons of rings.
pub(super) struct Feature {
    pub(super) keys: Value,
    pub(super) polygons: Vec<Vec<Vec<Degrees>>>,
}

/// Every area of a file.
pub(super) fn read(file: &Value) -> Result<Vec<Feature>, OutlinesError> {
    let read = match file["type"].as_str() {
        Some("FeatureCollection") => {
            let features = file["features"].as_array().ok_or(OutlinesError::Form)?;
            geojson(features.iter())?
        }
        Some("Feature") => geojson(std::iter::once(file))?,
        Some("Topology") => topojson(file)?,
        _ => return Err(OutlinesError::Form),
    };
    if read.is_empty() {
        Err(OutlinesError::Empty)
    } else {
        Ok(read)
    }
}

/// What reads rings, and how many points they have so far.
struct Rings<F> {
    points: F,
    count: usize,
}

impl<F: Fn(&Value) -> Option<Vec<Degrees>>> Rings<F> {
    /// The polygons of a geometry, from the member that holds them.
    fn of(
        &mut self,
        geometry: &Value,
        member: &str,
    ) -> Result<Vec<Vec<Vec<Degrees>>>, OutlinesError> {
        let held = &geometry[member];
        let polygons: Vec<&Value> = match geometry["type"].as_str() {
            Some("Polygon") => vec![held],
            Some("MultiPolygon") => held
                .as_array()
                .ok_or(OutlinesError::Broken)?
                .iter()
                .collect(),
            _ => Vec::new(),
        };
        polygons
            .into_iter()
            .map(|polygon| self.polygon(polygon))
            .collect()
    }

    fn polygon(&mut self, polygon: &Value) -> Result<Vec<Vec<Degrees>>, OutlinesError> {
        let mut rings = Vec::new();
        for ring in polygon.as_array().ok_or(OutlinesError::Broken)? {
            let ring = (self.points)(ring).ok_or(OutlinesError::Broken)?;
            self.count += ring.len();
            if self.count > POINTS {
                return Err(OutlinesError::TooLarge);
            }
            rings.push(ring);
        }
        Ok(rings)
    }
}

fn geojson<'v>(features: impl Iterator<Item = &'v Value>) -> Result<Vec<Feature>, OutlinesError> {
    let points = |ring: &Value| {
        ring.as_array()?
            .iter()
            .map(point)
            .collect::<Option<Vec<Degrees>>>()
    };
    let mut rings = Rings { points, count: 0 };
    features
        .map(|feature| {
            let polygons = rings.of(&feature["geometry"], "coordinates")?;
            Ok(Feature {
                keys: keys(feature),
                polygons,
            })
        })
        .collect()
}

/// Every geometry of every object of a `TopoJSON` file, its arcs joined.
fn topojson(file: &Value) -> Result<Vec<Feature>, OutlinesError> {
    let arcs = arcs(file)?;
    let objects = file["objects"].as_object().ok_or(OutlinesError::Form)?;
    let geometries = objects
        .values()
        .flat_map(|object| match object["geometries"].as_array() {
            Some(several) => several.iter().collect(),
            None => vec![object],
        });
    let joined = |ring: &Value| -> Option<Vec<Degrees>> {
        let mut points: Vec<Degrees> = Vec::new();
        for used in ring.as_array()? {
            let used = used.as_i64()?;
            let arc = arcs.get(usize::try_from(if used < 0 { !used } else { used }).ok()?)?;
            points.pop();
            if used < 0 {
                points.extend(arc.iter().rev());
            } else {
                points.extend(arc);
            }
            if points.len() > POINTS {
                break;
            }
        }
        Some(points)
    };
    let mut rings = Rings {
        points: joined,
        count: 0,
    };
    geometries
        .map(|geometry| {
            Ok(Feature {
                keys: keys(geometry),
                polygons: rings.of(geometry, "arcs")?,
            })
        })
        .collect()
}

/// The arcs of a `TopoJSON` file, its transform undone where it has one.
fn arcs(file: &Value) -> Result<Vec<Vec<Degrees>>, OutlinesError> {
    let transform = file
        .get("transform")
        .and_then(|it| Some((point(&it["scale"])?, point(&it["translate"])?)));
    let arc = |arc: &Value| -> Option<Vec<Degrees>> {
        let points = arc
            .as_array()?
            .iter()
            .map(point)
            .collect::<Option<Vec<Degrees>>>()?;
        let Some((scale, origin)) = transform else {
            return Some(points);
        };
        let mut at = (0.0, 0.0);
        let undo = |(x, y): Degrees| {
            at = (at.0 + x, at.1 + y);
            (at.0 * scale.0 + origin.0, at.1 * scale.1 + origin.1)
        };
        Some(points.into_iter().map(undo).collect())
    };
    let arcs = file["arcs"].as_array().ok_or(OutlinesError::Form)?;
    arcs.iter()
        .map(arc)
        .collect::<Option<_>>()
        .ok_or(OutlinesError::Broken)
}

/// The properties of an area, its id among them.
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

fn point(point: &Value) -> Option<Degrees> {
    let (x, y) = (point.get(0)?.as_f64()?, point.get(1)?.as_f64()?);
    (x.is_finite() && y.is_finite()).then_some((x, y))
}
