//! Basemap: the outlines of a map's departments, chosen, projected and fitted to the frame.

use crate::geography::outline::{
    AROUND_FRANCE, AROUND_HAUTS_DE_FRANCE, ArcUse, AreaOutline, Degrees, FRANCE, HAUTS_DE_FRANCE,
    Outlines,
};
use crate::geography::projection::{from_lambert93, lambert93};
use crate::geography::{AreaLevel, all, find, within};

use crate::views::view::MapFigure;

use crate::renderers::drawing::path::{Tenths, tenths};
use crate::renderers::drawing::rectangle::{Point, Rectangle};

/// Space between the outline and the frame, in pixels.
const INSET: f64 = 22.0;

/// Distance from the point before below which a point is dropped, in tenths of a pixel.
// Nobody sees half a pixel, and outlines are most of the bytes of a map.
const NEAR: i64 = 4;

/// Projection from degrees to pixels of the page, by way of Lambert-93 (EPSG:2154).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Projection {
    /// Pixels per metre.
    pub(super) scale: f64,
    /// Middle of the map in metres.
    middle: (f64, f64),
    /// Middle of the map on the page.
    centre: Point,
}

/// Outlines on the page.
pub(super) struct Basemap {
    /// Projection to the page.
    pub(super) projection: Projection,
    /// Departments that the map frames.
    pub(super) departments: Vec<&'static AreaOutline>,
    /// EPCI of these departments, where their outlines are known.
    pub(super) epci: Vec<&'static AreaOutline>,
    /// Neighbouring countries.
    pub(super) around: &'static Outlines,
    /// Arcs of departments and EPCI, on the page.
    pub(super) arcs: Vec<Vec<Tenths>>,
    outlines: &'static Outlines,
}

impl Basemap {
    /// The basemap of a figure's departments in a frame; of all France where none is known.
    pub(super) fn new(figure: &MapFigure, frame: Rectangle) -> Self {
        Self::with_inset(figure, frame, INSET)
    }

    /// A basemap with another distance to the frame, in pixels.
    pub(super) fn with_inset(figure: &MapFigure, frame: Rectangle, inset: f64) -> Self {
        let departments = &figure.departments;
        let outlines = outlines(figure);
        let around = if holds_all(&HAUTS_DE_FRANCE, departments) {
            &*AROUND_HAUTS_DE_FRANCE
        } else {
            &*AROUND_FRANCE
        };
        let layer = outlines.layer("departements");
        let mut shapes: Vec<&AreaOutline> = layer
            .iter()
            .filter(|shape| departments.contains(&shape.code))
            .collect();
        if shapes.is_empty() {
            shapes = layer.iter().collect();
        }
        let projection = Projection::new(outlines, &shapes, frame.grown(-inset));
        let epci = outlines
            .layer("epci")
            .iter()
            .filter(|epci| is_epci_of(epci, &shapes))
            .collect();
        Self {
            projection,
            departments: shapes,
            epci,
            around,
            arcs: outlines
                .arcs
                .iter()
                .map(|arc| projection.line(arc))
                .collect(),
            outlines,
        }
    }

    /// Whether this is a map of Hauts-de-France, around which names are placed by hand.
    pub(super) fn is_hauts_de_france(&self) -> bool {
        std::ptr::eq(self.around, &raw const *AROUND_HAUTS_DE_FRANCE)
    }

    /// Number of framed departments that each arc bounds.
    pub(super) fn department_sides(&self) -> Vec<u8> {
        self.outlines.sides(self.departments.iter().copied())
    }

    /// Number of EPCI that each arc bounds.
    pub(super) fn epci_sides(&self) -> Vec<u8> {
        self.outlines.sides(self.epci.iter().copied())
    }

    /// The rings of an area on the page.
    pub(super) fn rings<'a>(
        &'a self,
        shape: &'a AreaOutline,
    ) -> impl Iterator<Item = Vec<Tenths>> + 'a {
        shape
            .polygons
            .iter()
            .flatten()
            .map(|ring| join(ring, &self.arcs))
    }

    /// The region whose departments are the framed ones. Returns `None` where there is none, or
    /// its outline is not known.
    fn region(&self) -> Option<&'static AreaOutline> {
        self.outlines.layer("regions").iter().find(|shape| {
            let Some(region) = find(AreaLevel::Region, &shape.code) else {
                return false;
            };
            let inside: Vec<&str> = all(AreaLevel::Departement)
                .filter(|department| within(department, &region))
                .map(|department| department.code)
                .collect();
            inside.len() == self.departments.len()
                && self
                    .departments
                    .iter()
                    .all(|shape| inside.contains(&&*shape.code))
        })
    }

    /// The rings around all framed departments, on the page.
    // The outline of the region, where there is one, is made of fewer and smoother arcs.
    pub(super) fn edge(&self) -> Vec<Vec<Tenths>> {
        if let Some(region) = self.region() {
            return self.rings(region).collect();
        }
        let sides = self.department_sides();
        let rings = chain(
            self.outlines,
            sides
                .iter()
                .enumerate()
                .filter(|(_, count)| **count == 1)
                .map(|(arc, _)| arc)
                .collect(),
        );
        rings.iter().map(|ring| join(ring, &self.arcs)).collect()
    }
}

/// Whether the outlines of the EPCI of a figure's departments are known.
pub(super) fn has_epci(figure: &MapFigure) -> bool {
    !outlines(figure).layer("epci").is_empty()
}

/// The finest outlines of all departments of a figure: those of the workspace, else those of
/// Hauts-de-France, else those of all France.
fn outlines(figure: &MapFigure) -> &'static Outlines {
    let known = figure.outlines.into_iter().chain([&*HAUTS_DE_FRANCE]);
    known
        .into_iter()
        .find(|outlines| holds_all(outlines, &figure.departments))
        .unwrap_or(&FRANCE)
}

fn holds_all(outlines: &Outlines, departments: &[String]) -> bool {
    let known = outlines.layer("departements");
    !departments.is_empty()
        && departments
            .iter()
            .all(|code| known.iter().any(|shape| shape.code == *code))
}

/// Whether an EPCI belongs to one of these departments.
fn is_epci_of(epci: &AreaOutline, departments: &[&AreaOutline]) -> bool {
    find(AreaLevel::Epci, &epci.code)
        .and_then(|area| area.department)
        .is_some_and(|code| departments.iter().any(|shape| shape.code == code))
}

impl Projection {
    /// The projection that fits shapes into an area.
    fn new(outlines: &Outlines, shapes: &[&AreaOutline], area: Rectangle) -> Self {
        let extent = shapes
            .iter()
            .flat_map(|shape| shape.arcs())
            .flat_map(|arc_use| outlines.arc(arc_use.arc))
            .map(|&(longitude, latitude)| lambert93(longitude, latitude))
            .map(|(x, y)| Rectangle::new(x, y, 0.0, 0.0))
            .reduce(Rectangle::union)
            .unwrap_or_default()
            // Never empty, so that nothing is divided by zero.
            .grown(1.0);
        let scale = (area.width / extent.width).min(area.height / extent.height);
        Self {
            scale,
            middle: (extent.centre().x, extent.centre().y),
            centre: area.centre(),
        }
    }

    /// A point on the page. Returns `None` for what is not a place on Earth.
    pub(super) fn point(&self, longitude: f64, latitude: f64) -> Option<Point> {
        let (x, y) = lambert93(longitude, latitude);
        let point = Point::new(
            self.centre.x + (x - self.middle.0) * self.scale,
            self.centre.y - (y - self.middle.1) * self.scale,
        );
        (point.x.is_finite() && point.y.is_finite()).then_some(point)
    }

    /// Degrees, clockwise, between the top of the page and north in the middle of the map.
    pub(super) fn north(&self) -> f64 {
        let (longitude, latitude) = from_lambert93(self.middle.0, self.middle.1);
        let ends = self
            .point(longitude, latitude)
            .zip(self.point(longitude, latitude + 0.1));
        ends.map_or(0.0, |(from, to)| {
            (to.x - from.x).atan2(from.y - to.y).to_degrees()
        })
    }

    /// A line on the page, without points too near to be seen. Both ends are kept.
    pub(super) fn line(&self, points: &[Degrees]) -> Vec<Tenths> {
        let mut line: Vec<Tenths> = Vec::new();
        for (index, &(longitude, latitude)) in points.iter().enumerate() {
            let Some(point) = self.point(longitude, latitude) else {
                continue;
            };
            let point = (tenths(point.x), tenths(point.y));
            let is_near = line
                .last()
                .is_some_and(|last| squared_distance(*last, point) < NEAR * NEAR);
            let is_end = index + 1 == points.len();
            if is_near && is_end && line.len() > 1 {
                line.pop();
            }
            if !is_near || is_end {
                line.push(point);
            }
        }
        line
    }
}

/// Square of a distance, in tenths of a pixel.
fn squared_distance(a: Tenths, b: Tenths) -> i64 {
    i64::from(a.0 - b.0).pow(2) + i64::from(a.1 - b.1).pow(2)
}

/// Points of a ring, whose arcs are on the page.
fn join(ring: &[ArcUse], arcs: &[Vec<Tenths>]) -> Vec<Tenths> {
    let mut points: Vec<Tenths> = Vec::new();
    for arc_use in ring {
        let arc = arcs.get(arc_use.arc).map_or(&[][..], Vec::as_slice);
        // An arc starts where the one before it ends.
        points.pop();
        if arc_use.reversed {
            points.extend(arc.iter().rev());
        } else {
            points.extend(arc);
        }
    }
    points
}

/// Arcs joined end to end into rings.
fn chain(outlines: &Outlines, mut unused: Vec<usize>) -> Vec<Vec<ArcUse>> {
    let ends = |arc: usize| (outlines.arc(arc).first(), outlines.arc(arc).last());
    let mut rings = Vec::new();
    while let Some(arc) = unused.pop() {
        let (start, mut end) = ends(arc);
        let mut ring = vec![ArcUse {
            arc,
            reversed: false,
        }];
        while end != start {
            let next = unused
                .iter()
                .position(|&arc| ends(arc).0 == end || ends(arc).1 == end);
            let Some(arc) = next.map(|index| unused.remove(index)) else {
                break;
            };
            let (first, last) = ends(arc);
            let reversed = first != end;
            end = if reversed { first } else { last };
            ring.push(ArcUse { arc, reversed });
        }
        rings.push(ring);
    }
    rings
}
