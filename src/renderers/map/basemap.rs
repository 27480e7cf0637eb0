//! The ground of a map: the outlines of its departments, chosen, projected and fitted to the frame.

use crate::geography::outline::{
    AROUND_FRANCE, AROUND_HAUTS_DE_FRANCE, ArcUse, AreaOutline, Degrees, FRANCE, HAUTS_DE_FRANCE,
    Outlines,
};
use crate::geography::projection::{from_lambert93, lambert93};
use crate::geography::{AreaLevel, all, find, within};

use crate::views::view::MapFigure;

use crate::renderers::drawing::rectangle::{Point, Rectangle};
use crate::renderers::drawing::svg::{Tenths, tenths};

/// Room left between the outline and the frame, in pixels.
const INSET: f64 = 22.0;

/// Points nearer to the one before than this are dropped, in tenths of a pixel.
const NEAR: i64 = 4;

/// From degrees to the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Fit {
    /// Pixels in a metre.
    pub(super) scale: f64,
    /// Middle of the map in metres, and where it stands on the page.
    middle: (f64, f64),
    centre: Point,
}

/// Outlines on the page.
pub(super) struct Basemap {
    /// How places get onto the page.
    pub(super) fit: Fit,
    /// Departments that the map frames.
    pub(super) departments: Vec<&'static AreaOutline>,
    /// Their EPCI, where outlines of these are known.
    pub(super) epci: Vec<&'static AreaOutline>,
    /// Countries around.
    pub(super) around: &'static Outlines,
    /// Arcs of departments and EPCI.
    pub(super) arcs: Vec<Vec<Tenths>>,
    outlines: &'static Outlines,
}

impl Basemap {
    /// The ground of a figure's departments in a frame; of all France where none is known.
    pub(super) fn new(figure: &MapFigure, frame: Rectangle) -> Self {
        Self::inset(figure, frame, INSET)
    }

    /// The same with another distance to the frame.
    pub(super) fn inset(figure: &MapFigure, frame: Rectangle, inset: f64) -> Self {
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
        let fit = Fit::new(outlines, &shapes, frame.grown(-inset));
        let arcs = outlines.arcs.iter().map(|arc| fit.line(arc)).collect();
        let inside = |shape: &&AreaOutline| {
            let department = find(AreaLevel::Epci, &shape.code).and_then(|epci| epci.department);
            department.is_some_and(|code| shapes.iter().any(|shape| shape.code == code))
        };
        let epci = outlines.layer("epci").iter().filter(inside).collect();
        Self {
            fit,
            departments: shapes,
            epci,
            around,
            arcs,
            outlines,
        }
    }

    /// Whether this is Hauts-de-France, around which names are placed by hand.
    pub(super) fn is_home(&self) -> bool {
        std::ptr::eq(self.around, &raw const *AROUND_HAUTS_DE_FRANCE)
    }

    /// How many of the framed departments each arc bounds.
    pub(super) fn department_sides(&self) -> Vec<u8> {
        self.outlines.sides(self.departments.iter().copied())
    }

    /// How many of the EPCI each arc bounds.
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

    /// The region whose departments are framed, where its own outline is known.
    fn region(&self) -> Option<&'static AreaOutline> {
        let framed = |code: &str| self.departments.iter().any(|shape| shape.code == code);
        self.outlines.layer("regions").iter().find(|shape| {
            let Some(region) = find(AreaLevel::Region, &shape.code) else {
                return false;
            };
            let inside =
                all(AreaLevel::Departement).filter(|department| within(department, &region));
            let inside: Vec<bool> = inside.map(|department| framed(department.code)).collect();
            inside.len() == self.departments.len() && inside.into_iter().all(|framed| framed)
        })
    }

    /// The rings around all framed departments, on the page.
    pub(super) fn edge(&self) -> Vec<Vec<Tenths>> {
        if let Some(region) = self.region() {
            return self.rings(region).collect();
        }
        let sides = self.department_sides();
        let rings = chain(
            self.outlines,
            (0..sides.len()).filter(|&arc| sides[arc] == 1).collect(),
        );
        rings.iter().map(|ring| join(ring, &self.arcs)).collect()
    }
}

/// Whether outlines of EPCI are known of a figure's departments.
pub(super) fn has_epci(figure: &MapFigure) -> bool {
    !outlines(figure).layer("epci").is_empty()
}

/// The finest outlines that hold all departments of a figure: the workspace's own, else those of
/// Hauts-de-France, else
/// those of all France.
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

impl Fit {
    fn new(outlines: &Outlines, shapes: &[&AreaOutline], free_space: Rectangle) -> Self {
        let arcs = shapes.iter().flat_map(|shape| shape.arcs());
        let points = arcs
            .flat_map(|used| &outlines.arcs[used.arc])
            .map(|&(x, y)| lambert93(x, y));
        let corners = points.map(|(x, y)| Rectangle::new(x, y, 0.0, 0.0));
        let extent = corners
            .reduce(Rectangle::with)
            .unwrap_or_default()
            .grown(1.0);
        let scale = (free_space.width / extent.width).min(free_space.height / extent.height);
        Self {
            scale,
            middle: (extent.centre().x, extent.centre().y),
            centre: free_space.centre(),
        }
    }

    /// A place on the page; none for what is no place on Earth.
    pub(super) fn point(&self, longitude: f64, latitude: f64) -> Option<Point> {
        let (x, y) = lambert93(longitude, latitude);
        let point = Point::new(
            self.centre.x + (x - self.middle.0) * self.scale,
            self.centre.y - (y - self.middle.1) * self.scale,
        );
        (point.x.is_finite() && point.y.is_finite()).then_some(point)
    }

    /// By how many degrees, clockwise, north is turned from the top of the page in the middle of
    /// the map.
    pub(super) fn north(&self) -> f64 {
        let (longitude, latitude) = from_lambert93(self.middle.0, self.middle.1);
        let ends = self
            .point(longitude, latitude)
            .zip(self.point(longitude, latitude + 0.1));
        ends.map_or(0.0, |(from, to)| {
            (to.x - from.x).atan2(from.y - to.y).to_degrees()
        })
    }

    /// A line on the page, without points too near to be seen; both ends stay.
    pub(super) fn line(&self, points: &[Degrees]) -> Vec<Tenths> {
        let mut line: Vec<Tenths> = Vec::new();
        for (place, &(longitude, latitude)) in points.iter().enumerate() {
            let Some(point) = self.point(longitude, latitude) else {
                continue;
            };
            let point = (tenths(point.x), tenths(point.y));
            let near = line
                .last()
                .is_some_and(|last| apart(*last, point) < NEAR * NEAR);
            let end = place + 1 == points.len();
            if near && end && line.len() > 1 {
                line.pop();
            }
            if !near || end {
                line.push(point);
            }
        }
        line
    }
}

/// The square of a distance.
fn apart(a: Tenths, b: Tenths) -> i64 {
    i64::from(a.0 - b.0).pow(2) + i64::from(a.1 - b.1).pow(2)
}

/// The points of a ring whose arcs are on the page.
fn join(ring: &[ArcUse], arcs: &[Vec<Tenths>]) -> Vec<Tenths> {
    let mut points: Vec<Tenths> = Vec::new();
    for used in ring {
        let arc = &arcs[used.arc];
        points.pop();
        if used.reversed {
            points.extend(arc.iter().rev());
        } else {
            points.extend(arc);
        }
    }
    points
}

/// Arcs joined end to end into rings.
fn chain(outlines: &Outlines, mut left: Vec<usize>) -> Vec<Vec<ArcUse>> {
    let ends = |arc: usize| (outlines.arcs[arc].first(), outlines.arcs[arc].last());
    let mut rings = Vec::new();
    while let Some(arc) = left.pop() {
        let (start, mut at) = ends(arc);
        let mut ring = vec![ArcUse {
            arc,
            reversed: false,
        }];
        while at != start {
            let next = left
                .iter()
                .position(|&arc| ends(arc).0 == at || ends(arc).1 == at);
            let Some(arc) = next.map(|place| left.remove(place)) else {
                break;
            };
            let reversed = ends(arc).0 != at;
            at = if reversed { ends(arc).0 } else { ends(arc).1 };
            ring.push(ArcUse { arc, reversed });
        }
        rings.push(ring);
    }
    rings
}
