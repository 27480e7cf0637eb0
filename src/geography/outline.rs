//! Outlines of areas, in which a border that two areas share is one arc.
//!
//! Source of the format: the TopoJSON format specification 1.0 (M. Bostock, 2013).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::geography::area::AreaLevel;

/// A point: longitude and latitude in degrees (WGS 84).
pub type Degrees = (f64, f64);

/// Outlines of areas that share their borders, by layer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outlines {
    /// Borders, each of them once.
    pub arcs: Vec<Vec<Degrees>>,
    layers: BTreeMap<String, Vec<AreaOutline>>,
}

/// The outline of one area.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaOutline {
    /// Official code of the area; ISO 3166-1 numeric code of a country.
    pub code: String,
    /// Name of the area.
    pub name: String,
    /// Polygons: an outer ring, then its holes. A ring is a list of arcs, joined end to end.
    pub polygons: Vec<Vec<Vec<ArcUse>>>,
}

/// The use of an arc by a ring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArcUse {
    /// Index of the arc.
    pub arc: usize,
    /// Whether the arc is traversed from its end to its start.
    pub reversed: bool,
}

impl Outlines {
    /// Parses TopoJSON that has a transform and delta-encoded arcs.
    ///
    /// # Errors
    /// Returns an error if the text is anything else, or if a ring refers to an arc that does not
    /// exist.
    pub fn parse(text: &str) -> Result<Self, serde_json::Error> {
        let topology: Topology = serde_json::from_str(text)?;
        let arcs: Vec<_> = topology
            .arcs
            .iter()
            .map(|arc| topology.transform.decode(arc))
            .collect();
        let layers: BTreeMap<String, Vec<AreaOutline>> = topology
            .objects
            .into_iter()
            .map(|(name, layer)| {
                let outlines = layer.geometries.into_iter().map(AreaOutline::from);
                (name, outlines.collect())
            })
            .collect();
        let is_dangling = layers
            .values()
            .flatten()
            .flat_map(AreaOutline::arcs)
            .any(|arc_use| arc_use.arc >= arcs.len());
        if is_dangling {
            return Err(serde::de::Error::custom(
                "a ring refers to an arc that does not exist",
            ));
        }
        Ok(Self { arcs, layers })
    }

    /// Returns the outlines of a layer (`epci`, `departements`, `region`, `regions`, `pays`), and
    /// none for an unknown layer.
    #[must_use]
    pub fn layer(&self, name: &str) -> &[AreaOutline] {
        self.layers.get(name).map_or(&[], Vec::as_slice)
    }

    /// Returns the points of an arc; none for an index that no arc has, which `parse` refuses.
    #[must_use]
    pub fn arc(&self, index: usize) -> &[Degrees] {
        self.arcs.get(index).map_or(&[], Vec::as_slice)
    }

    /// Returns the points of a ring, in order. The last one repeats the first.
    #[must_use]
    pub fn ring(&self, uses: &[ArcUse]) -> Vec<Degrees> {
        let mut points: Vec<Degrees> = Vec::new();
        for arc_use in uses {
            let arc = self.arc(arc_use.arc);
            // The first point of an arc repeats the last of the arc before it.
            points.pop();
            if arc_use.reversed {
                points.extend(arc.iter().rev());
            } else {
                points.extend(arc);
            }
        }
        points
    }

    /// Returns, for each arc, the number of these areas that it bounds: 1 on the edge of their
    /// union, 2 between two of them, 0 elsewhere.
    #[must_use]
    pub fn sides<'a>(&self, outlines: impl IntoIterator<Item = &'a AreaOutline>) -> Vec<u8> {
        let mut sides = vec![0_u8; self.arcs.len()];
        for ArcUse { arc, .. } in outlines.into_iter().flat_map(AreaOutline::arcs) {
            if let Some(count) = sides.get_mut(arc) {
                *count = count.saturating_add(1);
            }
        }
        sides
    }
}

impl AreaOutline {
    /// Returns every use of an arc in the rings.
    pub fn arcs(&self) -> impl Iterator<Item = ArcUse> {
        self.polygons.iter().flatten().flatten().copied()
    }
}

/// Groups areas that touch one another, as indices into the list. Areas touch where they share a
/// border; a single point in common is not enough. Returns `None` if the areas are of several
/// levels, or if the outline of one of them is not embedded.
#[must_use]
pub fn connected_groups(areas: &[(AreaLevel, &str)]) -> Option<Vec<Vec<usize>>> {
    let arcs = arcs_of_areas(areas)?;
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (index, own) in arcs.iter().enumerate() {
        let (touching, mut apart): (Vec<_>, Vec<_>) = groups.into_iter().partition(|group| {
            group
                .iter()
                .filter_map(|member| arcs.get(*member))
                .any(|other| !own.is_disjoint(other))
        });
        apart.push(touching.into_iter().flatten().chain([index]).collect());
        groups = apart;
    }
    Some(groups)
}

/// Returns the arcs that bound each area.
fn arcs_of_areas(areas: &[(AreaLevel, &str)]) -> Option<Vec<BTreeSet<usize>>> {
    let common_level = areas.first()?.0;
    let layer = match common_level {
        AreaLevel::Epci => HAUTS_DE_FRANCE.layer("epci"),
        AreaLevel::Departement => FRANCE.layer("departements"),
        _ => return None,
    };
    areas
        .iter()
        .map(|(level, code)| {
            let outline = layer.iter().find(|outline| outline.code == *code)?;
            let arcs = outline.arcs().map(|arc_use| arc_use.arc).collect();
            (*level == common_level).then_some(arcs)
        })
        .collect()
}

/// EPCI, departments and outline of the region Hauts-de-France, simplified to 300 m (layers `epci`,
/// `departements`, `region`).
pub static HAUTS_DE_FRANCE: LazyLock<Outlines> =
    LazyLock::new(|| embedded(include_str!("../../geography/hdf-epci.topojson")));

/// Countries around Hauts-de-France (layer `pays`; France itself has the code `250`).
pub static AROUND_HAUTS_DE_FRANCE: LazyLock<Outlines> =
    LazyLock::new(|| embedded(include_str!("../../geography/hdf-contexte.topojson")));

/// Departments and regions of metropolitan France, simplified to 1,000 m (layers `departements`,
/// `regions`).
pub static FRANCE: LazyLock<Outlines> =
    LazyLock::new(|| embedded(include_str!("../../geography/fr-departements.topojson")));

/// Countries around metropolitan France (layer `pays`).
pub static AROUND_FRANCE: LazyLock<Outlines> =
    LazyLock::new(|| embedded(include_str!("../../geography/fr-contexte.topojson")));

/// Parses an embedded file. A test parses all of them, so that the default never occurs.
fn embedded(text: &str) -> Outlines {
    Outlines::parse(text).unwrap_or_default()
}

// The content of a file. `Deserialize` is derived here because no other room reads TopoJSON.

#[derive(Deserialize)]
struct Topology {
    transform: Transform,
    objects: BTreeMap<String, Layer>,
    arcs: Vec<Vec<(i32, i32)>>,
}

#[derive(Deserialize)]
struct Transform {
    scale: (f64, f64),
    translate: (f64, f64),
}

#[derive(Deserialize)]
struct Layer {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    id: String,
    properties: Properties,
    #[serde(flatten)]
    rings: Rings,
}

#[derive(Deserialize)]
struct Properties {
    nom: String,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Rings {
    Polygon(Vec<Vec<i32>>),
    MultiPolygon(Vec<Vec<Vec<i32>>>),
}

impl Transform {
    /// Turns the steps of an arc on the grid into degrees.
    fn decode(&self, steps: &[(i32, i32)]) -> Vec<Degrees> {
        let mut position = (0, 0);
        steps
            .iter()
            .map(|&(dx, dy)| {
                position = (position.0 + dx, position.1 + dy);
                (
                    f64::from(position.0) * self.scale.0 + self.translate.0,
                    f64::from(position.1) * self.scale.1 + self.translate.1,
                )
            })
            .collect()
    }
}

impl From<Geometry> for AreaOutline {
    fn from(geometry: Geometry) -> Self {
        let polygons = match geometry.rings {
            Rings::Polygon(rings) => vec![rings],
            Rings::MultiPolygon(polygons) => polygons,
        };
        Self {
            code: geometry.id,
            name: geometry.properties.nom,
            polygons: polygons
                .into_iter()
                .map(|rings| rings.into_iter().map(arc_uses).collect())
                .collect(),
        }
    }
}

fn arc_uses(ring: Vec<i32>) -> Vec<ArcUse> {
    ring.into_iter().map(ArcUse::from).collect()
}

impl From<i32> for ArcUse {
    /// An arc that is traversed backwards is written as the one's complement of its index.
    fn from(index: i32) -> Self {
        let reversed = index < 0;
        let arc = if reversed { !index } else { index };
        Self {
            arc: usize::try_from(arc).unwrap_or(usize::MAX),
            reversed,
        }
    }
}
