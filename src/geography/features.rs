//! The areas of a GeoJSON or TopoJSON file, with their properties and their rings.
//!
//! Sources: RFC 7946 (GeoJSON), the TopoJSON format specification 1.0 (M. Bostock, 2013).

use serde_json::Value;

use crate::geography::outline::Degrees;

/// Maximum number of points in a file. A map of France needs a hundredth of it; what has more would
/// fill the memory of a small machine.
const POINTS: usize = 2_000_000;
/// Maximum number of values in the text of a file, each of which takes a hundred bytes of memory or
/// more before a point is counted: two for each point, and as many again for all that is not one.
const VALUES: usize = 3 * POINTS;

/// Reason why a file yields no outlines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OutlinesError {
    /// The text is not JSON; the message of the parser.
    Json(String),
    /// The file is neither GeoJSON nor TopoJSON.
    Form,
    /// The file contains no area.
    Empty,
    /// A point is not a pair of numbers, or a ring refers to an arc that does not exist.
    Broken,
    /// The coordinates are neither degrees nor metres of Lambert-93.
    Projection,
    /// No outline has the code of an EPCI, a department or a region; the number of areas in the
    /// file.
    NoCode(usize),
    /// An outline is not where the area of its code is; the name of one such area.
    Misplaced(&'static str),
    /// All areas are overseas, where maps have no drawing.
    Overseas,
    /// The file has more than the maximum number of points.
    TooLarge,
}

/// An area of a file.
pub(super) struct Feature {
    /// The properties of the area, with its id among them.
    pub(super) properties: serde_json::Map<String, Value>,
    /// Polygons of rings, in the coordinates of the file.
    pub(super) polygons: Vec<Vec<Vec<Degrees>>>,
}

/// Parses the text of a file.
///
/// # Errors
/// Returns an error if the text is not JSON, or has too many values.
pub(super) fn parse(text: &str) -> Result<Value, OutlinesError> {
    // A value has one of these before it, but for the very first one; those inside texts count too,
    // since no official file has many.
    let values = text
        .bytes()
        .filter(|byte| matches!(byte, b',' | b'[' | b'{'));
    if values.count() > VALUES {
        return Err(OutlinesError::TooLarge);
    }
    serde_json::from_str(text).map_err(|error| OutlinesError::Json(error.to_string()))
}

/// Reads every area of a file.
///
/// # Errors
/// Returns an error if the file has another form, or has no area, or has too many points.
pub(super) fn read(file: &Value) -> Result<Vec<Feature>, OutlinesError> {
    let features = match file["type"].as_str() {
        Some("FeatureCollection") => {
            let features = file["features"].as_array().ok_or(OutlinesError::Form)?;
            geojson(features.iter())?
        }
        Some("Feature") => geojson(std::iter::once(file))?,
        Some("Topology") => topojson(file)?,
        _ => return Err(OutlinesError::Form),
    };
    if features.is_empty() {
        Err(OutlinesError::Empty)
    } else {
        Ok(features)
    }
}

fn geojson<'v>(features: impl Iterator<Item = &'v Value>) -> Result<Vec<Feature>, OutlinesError> {
    let mut reader = RingReader::new(points);
    features
        .map(|feature| {
            Ok(Feature {
                properties: properties(feature),
                polygons: reader.polygons(&feature["geometry"], "coordinates")?,
            })
        })
        .collect()
}

/// Reads every geometry of every object of a TopoJSON file, with its arcs joined.
fn topojson(file: &Value) -> Result<Vec<Feature>, OutlinesError> {
    let arcs = arcs(file)?;
    let objects = file["objects"].as_object().ok_or(OutlinesError::Form)?;
    let geometries = objects
        .values()
        .flat_map(|object| match object["geometries"].as_array() {
            Some(several) => several.iter().collect(),
            None => vec![object],
        });
    let mut reader = RingReader::new(|ring: &Value| join_arcs(ring, &arcs));
    geometries
        .map(|geometry| {
            Ok(Feature {
                properties: properties(geometry),
                polygons: reader.polygons(geometry, "arcs")?,
            })
        })
        .collect()
}

/// Reads the rings of all geometries of a file, and counts their points.
struct RingReader<F> {
    /// Reads the points of one ring.
    read_ring: F,
    /// Number of points so far.
    count: usize,
}

impl<F: Fn(&Value) -> Option<Vec<Degrees>>> RingReader<F> {
    fn new(read_ring: F) -> Self {
        Self {
            read_ring,
            count: 0,
        }
    }

    /// Reads the polygons of a geometry, which are in one of its members. A geometry of points or
    /// lines has none.
    fn polygons(
        &mut self,
        geometry: &Value,
        member: &str,
    ) -> Result<Vec<Vec<Vec<Degrees>>>, OutlinesError> {
        let content = &geometry[member];
        let polygons: Vec<&Value> = match geometry["type"].as_str() {
            Some("Polygon") => vec![content],
            Some("MultiPolygon") => content
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
            let ring = (self.read_ring)(ring).ok_or(OutlinesError::Broken)?;
            self.count += ring.len();
            if self.count > POINTS {
                return Err(OutlinesError::TooLarge);
            }
            rings.push(ring);
        }
        Ok(rings)
    }
}

/// Joins the arcs of a ring end to end. An index is negative (the one's complement) where the arc
/// is traversed backwards.
fn join_arcs(ring: &Value, arcs: &[Vec<Degrees>]) -> Option<Vec<Degrees>> {
    let mut points: Vec<Degrees> = Vec::new();
    for index in ring.as_array()? {
        let index = index.as_i64()?;
        let is_reversed = index < 0;
        let arc = arcs.get(usize::try_from(if is_reversed { !index } else { index }).ok()?)?;
        // The first point of an arc repeats the last of the arc before it.
        points.pop();
        if is_reversed {
            points.extend(arc.iter().rev());
        } else {
            points.extend(arc);
        }
        // A small file may repeat one long arc many times: what is too large is not read to its
        // end.
        if points.len() > POINTS {
            break;
        }
    }
    Some(points)
}

/// Reads the arcs of a TopoJSON file, with its transform undone where it has one.
fn arcs(file: &Value) -> Result<Vec<Vec<Degrees>>, OutlinesError> {
    let transform = file.get("transform").and_then(|transform| {
        Some(Transform {
            scale: point(&transform["scale"])?,
            translate: point(&transform["translate"])?,
        })
    });
    let arcs = file["arcs"].as_array().ok_or(OutlinesError::Form)?;
    arcs.iter()
        .map(|arc| {
            let points = points(arc)?;
            Some(match &transform {
                Some(transform) => transform.undo(points),
                None => points,
            })
        })
        .collect::<Option<_>>()
        .ok_or(OutlinesError::Broken)
}

/// A transform of TopoJSON: arcs are steps on a grid of whole numbers.
struct Transform {
    scale: Degrees,
    translate: Degrees,
}

impl Transform {
    /// Turns the steps of an arc into coordinates.
    fn undo(&self, steps: Vec<Degrees>) -> Vec<Degrees> {
        let mut position = (0.0, 0.0);
        steps
            .into_iter()
            .map(|(x, y)| {
                position = (position.0 + x, position.1 + y);
                (
                    position.0 * self.scale.0 + self.translate.0,
                    position.1 * self.scale.1 + self.translate.1,
                )
            })
            .collect()
    }
}

/// Reads the properties of an area, with its id among them unless a property is called `id`.
fn properties(feature: &Value) -> serde_json::Map<String, Value> {
    let mut properties = feature["properties"]
        .as_object()
        .cloned()
        .unwrap_or_default();
    if let Some(id) = feature.get("id") {
        properties.entry("id").or_insert_with(|| id.clone());
    }
    properties
}

fn points(list: &Value) -> Option<Vec<Degrees>> {
    list.as_array()?.iter().map(point).collect()
}

fn point(point: &Value) -> Option<Degrees> {
    let (x, y) = (point.get(0)?.as_f64()?, point.get(1)?.as_f64()?);
    (x.is_finite() && y.is_finite()).then_some((x, y))
}
