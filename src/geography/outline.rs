//! Outlines of areas from embedded TopoJSON, in which a border that two areas share is one arc.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::geography::area::AreaLevel;

/// A point in degrees: longitude, latitude (WGS 84).
pub type Degrees = (f64, f64);

/// Outlines that share their borders.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outlines {
    /// Every border once, in degrees.
    pub arcs: Vec<Vec<Degrees>>,
    layers: BTreeMap<String, Vec<AreaOutline>>,
}

/// The outline of one area.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaOutline {
    /// Official code of the area; ISO 3166 number of a country.
    pub code: String,
    /// Name of the area.
    pub name: String,
    /// Polygons, each an outer ring then its holes; a ring is a list of arcs, joined end to end.
    pub polygons: Vec<Vec<Vec<ArcUse>>>,
}

/// An arc as a ring uses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArcUse {
    /// Index into the arcs.
    pub arc: usize,
    /// Whether it is walked from its end to its start.
    pub reversed: bool,
}

impl Outlines {
    /// Reads `TopoJSON` with a transform and delta-coded arcs.
    ///
    /// # Errors
    /// Text that is not such a file, or that names arcs it does not hold.
    pub fn read(text: &str) -> Result<Self, serde_json::Error> {
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
                (
                    name,
                    layer
                        .geometries
                        .into_iter()
                        .map(AreaOutline::from)
                        .collect(),
                )
            })
            .collect();
        if layers
            .values()
            .flatten()
            .flat_map(AreaOutline::arcs)
            .any(|used| used.arc >= arcs.len())
        {
            return Err(serde::de::Error::custom(
                "a ring names an arc that is not there",
            ));
        }
        Ok(Self { arcs, layers })
    }

    /// The areas of a layer (`epci`, `departements`, `region`, `pays`); none where there is no such
    /// layer.
    #[must_use]
    pub fn layer(&self, name: &str) -> &[AreaOutline] {
        self.layers.get(name).map_or(&[], Vec::as_slice)
    }

    /// The points of a ring, in order; the last repeats the first.
    #[must_use]
    pub fn ring(&self, uses: &[ArcUse]) -> Vec<Degrees> {
        let mut points: Vec<Degrees> = Vec::new();
        for used in uses {
            let arc = &self.arcs[used.arc];
            points.pop();
            if used.reversed {
                points.extend(arc.iter().rev());
            } else {
                points.extend(arc);
            }
        }
        points
    }

    /// How many of these areas each arc bounds: one is their common edge, two a border between
    /// them.
    #[must_use]
    pub fn sides<'a>(&self, shapes: impl IntoIterator<Item = &'a AreaOutline>) -> Vec<u8> {
        let mut sides = vec![0_u8; self.arcs.len()];
        for used in shapes.into_iter().flat_map(AreaOutline::arcs) {
            sides[used.arc] = sides[used.arc].saturating_add(1);
        }
        sides
    }
}

impl AreaOutline {
    /// Every use of an arc in its rings.
    pub fn arcs(&self) -> impl Iterator<Item = ArcUse> {
        self.polygons.iter().flatten().flatten().copied()
    }
}

/// Areas in pieces that do not touch each other, as places in the list; nothing where the outline
/// of one is not known.
/// Areas touch where they share a border, not a single point.
#[must_use]
pub fn pieces(areas: &[(AreaLevel, &str)]) -> Option<Vec<Vec<usize>>> {
    let layer = match areas.first()?.0 {
        AreaLevel::Epci => HAUTS_DE_FRANCE.layer("epci"),
        AreaLevel::Departement => FRANCE.layer("departements"),
        _ => return None,
    };
    let same = areas.iter().all(|(level, _)| *level == areas[0].0);
    let shape = |code: &str| layer.iter().find(|shape| shape.code == code);
    let shapes: Vec<&AreaOutline> = areas.iter().filter_map(|(_, code)| shape(code)).collect();
    if !same || shapes.len() < areas.len() {
        return None;
    }
    let arcs: Vec<BTreeSet<usize>> = shapes
        .iter()
        .map(|shape| shape.arcs().map(|used| used.arc).collect())
        .collect();
    let mut pieces: Vec<Vec<usize>> = Vec::new();
    for place in 0..arcs.len() {
        let touches = |piece: &Vec<usize>| {
            piece
                .iter()
                .any(|&other| !arcs[place].is_disjoint(&arcs[other]))
        };
        let (near, mut apart): (Vec<_>, Vec<_>) = pieces.into_iter().partition(touches);
        let joined = near.into_iter().flatten().chain([place]).collect();
        apart.push(joined);
        pieces = apart;
    }
    Some(pieces)
}

/// EPCI, departments and the outline of Hauts-de-France, 300 m (layers `epci`, `departements`,
/// `region`).
pub static HAUTS_DE_FRANCE: LazyLock<Outlines> =
    LazyLock::new(|| embedded(include_str!("../../geography/hdf-epci.topojson")));

/// Countries around Hauts-de-France (layer `pays`; France itself is `250`).
pub static AROUND_HAUTS_DE_FRANCE: LazyLock<Outlines> =
    LazyLock::new(|| embedded(include_str!("../../geography/hdf-contexte.topojson")));

/// Departments and regions of metropolitan France, 1,000 m (layers `departements`, `regions`).
pub static FRANCE: LazyLock<Outlines> =
    LazyLock::new(|| embedded(include_str!("../../geography/fr-departements.topojson")));

/// Countries around metropolitan France (layer `pays`).
pub static AROUND_FRANCE: LazyLock<Outlines> =
    LazyLock::new(|| embedded(include_str!("../../geography/fr-contexte.topojson")));

/// A file of ours; a test reads them all, so that none is ever empty here.
fn embedded(text: &str) -> Outlines {
    Outlines::parse(text).unwrap_or_default()
}

// What the files hold. `Deserialize` is derived here because TopoJSON is read in this room only.

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
    fn decode(&self, arc: &[(i32, i32)]) -> Vec<Degrees> {
        let mut at = (0, 0);
        let decode = |&(dx, dy): &(i32, i32)| {
            at = (at.0 + dx, at.1 + dy);
            let x = f64::from(at.0) * self.scale.0 + self.translate.0;
            let y = f64::from(at.1) * self.scale.1 + self.translate.1;
            (x, y)
        };
        arc.iter().map(decode).collect()
    }
}

impl From<Geometry> for AreaOutline {
    fn from(geometry: Geometry) -> Self {
        let polygons = match geometry.rings {
            Rings::Polygon(rings) => vec![rings],
            Rings::MultiPolygon(polygons) => polygons,
        };
        let ring = |ring: Vec<i32>| ring.into_iter().map(ArcUse::from).collect();
        let polygons = polygons
            .into_iter()
            .map(|rings| rings.into_iter().map(ring).collect())
            .collect();
        Self {
            code: geometry.id,
            name: geometry.properties.nom,
            polygons,
        }
    }
}

impl From<i32> for ArcUse {
    /// `TopoJSON` writes the one's complement of an arc that is walked backwards.
    fn from(index: i32) -> Self {
        let reversed = index < 0;
        let arc = if reversed { !index } else { index };
        Self {
            arc: usize::try_from(arc).unwrap_or(usize::MAX),
            reversed,
        }
    }
}
