//! Locator map: on the left the departments with the territory marked, on the right the territory
//! with its places.

use crate::geography::outline::{AreaOutline, FRANCE, HAUTS_DE_FRANCE, Outlines};
use crate::geography::projection::lambert93;
use crate::geography::{AreaLevel, find};
use crate::renderers::drawing::colour::INK;
use crate::renderers::drawing::text::{Face, bold, halo};
use crate::renderers::drawing::xml::{Tag, XmlWriter, number, tag};
use crate::views::view::Locator;

use crate::renderers::charts::chart::{Drawing, LABEL, text_at};

/// Left, top, right and bottom of an area, in pixels.
type Edges = [f64; 4];

/// Areas of the two maps.
const OVERVIEW: Edges = [20.0, 10.0, 400.0, 410.0];
const DETAIL: Edges = [430.0, 10.0, 980.0, 410.0];

/// Space between both edges of a map and its land together, in pixels.
const MARGINS: f64 = 30.0;

/// Face of the names of places: large, since the map is small in print.
const PLACE: Face = bold(19.0);

/// Colours of land, of the territory, and of lines.
const LAND: &str = "#f3f1ec";
const MARKED: &str = "#9fc3d6";
const LINE: &str = "#8a8f91";

/// Distance that the detail shows around a territory's point at least, in metres.
const NEIGHBOURHOOD: f64 = 6_000.0;

/// Outlines of the departments and of what is marked among them.
struct LandOutlines {
    outlines: &'static Outlines,
    departments: Vec<&'static AreaOutline>,
    marked: Vec<&'static AreaOutline>,
}

/// Draws both maps; the second is left out where nothing is known of the territory's place.
pub(super) fn draw(figure: &Locator, id: &str) -> Drawing {
    let land = LandOutlines::new(figure);
    let mut svg = XmlWriter::with_lines();
    svg.group(&tag("defs"), |svg| {
        let clip = tag("clipPath").set("id", &format!("{id}-close"));
        svg.group(&clip, |svg| svg.leaf(&frame(DETAIL)));
    });
    let overview = Projection::new(corners(land.outlines, &land.departments), OVERVIEW);
    land.draw(&mut svg, &overview);
    let own = figure
        .point
        .map(|(longitude, latitude)| lambert93(longitude, latitude));
    if let Some(own) = own {
        let ring = dot(overview.point(own), 7.0)
            .set("fill", "none")
            .set("stroke", INK);
        svg.leaf(&ring.number("stroke-width", 2.5));
    }
    let centre = own.map(neighbourhood).or_else(|| {
        let corners = corners(land.outlines, &land.marked);
        (!land.marked.is_empty()).then_some(corners)
    });
    if let Some(centre) = centre {
        draw_detail(&mut svg, figure, &land, centre, id);
    }
    Drawing {
        svg,
        height: DETAIL[3] + 20.0,
    }
}

/// Draws the territory with all its places, some corners of it given in metres.
fn draw_detail(
    svg: &mut XmlWriter,
    figure: &Locator,
    land: &LandOutlines,
    corners: Vec<(f64, f64)>,
    id: &str,
) {
    let places = figure
        .pins
        .iter()
        .map(|pin| lambert93(pin.longitude, pin.latitude));
    let projection = Projection::new(corners.into_iter().chain(places).collect(), DETAIL);
    let clipped = tag("g").set("clip-path", &format!("url(#{id}-close)"));
    svg.group(&clipped, |svg| land.draw(svg, &projection));
    let edge = frame(DETAIL).set("fill", "none").set("stroke", LINE);
    svg.leaf(&edge.number("stroke-width", 1.0));
    draw_pins(svg, figure, &projection);
    if figure.pins.is_empty() {
        let x = f64::midpoint(DETAIL[0], DETAIL[2]);
        let y = f64::midpoint(DETAIL[1], DETAIL[3]);
        let label = LABEL.shorten(&figure.label, DETAIL[2] - DETAIL[0] - 40.0);
        let text = text_at(LABEL, x, y).set("text-anchor", "middle");
        svg.group(&halo(3.0), |svg| svg.text(&text, &label));
        svg.text(&text, &label);
    }
}

/// Shapes of a layer by their codes.
fn chosen<'o>(outlines: &'o Outlines, layer: &str, codes: &[String]) -> Vec<&'o AreaOutline> {
    outlines
        .layer(layer)
        .iter()
        .filter(|shape| codes.contains(&shape.code))
        .collect()
}

fn frame([left, top, right, bottom]: Edges) -> Tag {
    tag("rect")
        .number("x", left)
        .number("y", top)
        .number("width", right - left)
        .number("height", bottom - top)
        .number("rx", 6.0)
}

/// Two corners of the area shown around a point at least, in metres.
fn neighbourhood((x, y): (f64, f64)) -> Vec<(f64, f64)> {
    vec![
        (x - NEIGHBOURHOOD, y - NEIGHBOURHOOD),
        (x + NEIGHBOURHOOD, y + NEIGHBOURHOOD),
    ]
}

/// All corners of some shapes, in metres.
fn corners(outlines: &Outlines, shapes: &[&AreaOutline]) -> Vec<(f64, f64)> {
    shapes
        .iter()
        .flat_map(|shape| shape.arcs())
        .flat_map(|arc_use| outlines.arc(arc_use.arc))
        .map(|&(longitude, latitude)| lambert93(longitude, latitude))
        .collect()
}

/// Projection from metres to pixels of the page.
struct Projection {
    /// Pixels per metre.
    scale: f64,
    /// Middle of the map in metres.
    middle: (f64, f64),
    /// Middle of the map on the page.
    centre: (f64, f64),
}

impl Projection {
    /// The projection that fits corners into an area.
    fn new(corners: Vec<(f64, f64)>, [left, top, right, bottom]: Edges) -> Self {
        let [mut west, mut south] = [f64::INFINITY; 2];
        let [mut east, mut north] = [f64::NEG_INFINITY; 2];
        for (x, y) in corners {
            (west, south) = (west.min(x), south.min(y));
            (east, north) = (east.max(x), north.max(y));
        }
        let (width, height) = ((east - west).max(1.0), (north - south).max(1.0));
        let scale = ((right - left - MARGINS) / width).min((bottom - top - MARGINS) / height);
        Self {
            scale,
            middle: (f64::midpoint(west, east), f64::midpoint(south, north)),
            centre: (f64::midpoint(left, right), f64::midpoint(top, bottom)),
        }
    }

    fn point(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let east = (x - self.middle.0) * self.scale;
        let north = (y - self.middle.1) * self.scale;
        (self.centre.0 + east, self.centre.1 - north)
    }

    /// Path data of a shape.
    fn path(&self, outlines: &Outlines, shape: &AreaOutline) -> String {
        shape
            .polygons
            .iter()
            .flatten()
            .map(|ring| {
                let points: Vec<String> = outlines
                    .ring(ring)
                    .into_iter()
                    .map(|(longitude, latitude)| self.point(lambert93(longitude, latitude)))
                    .map(|(x, y)| format!("{},{}", number(x), number(y)))
                    .collect();
                format!("M{}z", points.join(" "))
            })
            .collect()
    }
}

impl LandOutlines {
    /// The finest outlines that have all departments of a figure.
    fn new(figure: &Locator) -> Self {
        let known = HAUTS_DE_FRANCE.layer("departements");
        let all_known = figure
            .departments
            .iter()
            .all(|code| known.iter().any(|shape| shape.code == *code));
        let outlines = if all_known {
            &*HAUTS_DE_FRANCE
        } else {
            &*FRANCE
        };
        let mut marked = chosen(outlines, "epci", &figure.areas);
        marked.extend(chosen(outlines, "departements", &figure.areas));
        Self {
            outlines,
            departments: chosen(outlines, "departements", &figure.departments),
            marked,
        }
    }

    /// Draws land, borders of EPCI, what is marked, and borders of departments, in this order.
    fn draw(&self, svg: &mut XmlWriter, projection: &Projection) {
        let path = |shape: &AreaOutline, fill: &str, colour: &str, width: f64| {
            tag("path")
                .set("d", &projection.path(self.outlines, shape))
                .set("fill", fill)
                .set("fill-rule", "evenodd")
                .set("stroke", colour)
                .number("stroke-width", width)
        };
        for department in &self.departments {
            svg.leaf(&path(department, LAND, "none", 0.0));
        }
        for epci in self.outlines.layer("epci") {
            if self.contains(epci) {
                svg.leaf(&path(epci, "none", "#cfcac0", 0.8));
            }
        }
        for area in &self.marked {
            svg.leaf(&path(area, MARKED, INK, 1.5));
        }
        for department in &self.departments {
            svg.leaf(&path(department, "none", LINE, 1.3));
        }
    }

    /// Whether an EPCI belongs to one of the departments.
    fn contains(&self, epci: &AreaOutline) -> bool {
        find(AreaLevel::Epci, &epci.code)
            .and_then(|area| area.department)
            .is_some_and(|code| self.departments.iter().any(|shape| shape.code == code))
    }
}

fn dot((x, y): (f64, f64), radius: f64) -> Tag {
    tag("circle")
        .number("cx", x)
        .number("cy", y)
        .number("r", radius)
}

/// Draws every place, with its name beside it where that covers no other.
fn draw_pins(svg: &mut XmlWriter, figure: &Locator, projection: &Projection) {
    let points: Vec<(f64, f64)> = figure
        .pins
        .iter()
        .map(|pin| projection.point(lambert93(pin.longitude, pin.latitude)))
        .collect();
    let mut taken: Vec<Edges> = points
        .iter()
        .map(|(x, y)| [x - 5.0, y - 5.0, x + 5.0, y + 5.0])
        .collect();
    for (pin, (x, y)) in figure.pins.iter().zip(points) {
        let (width, height) = (PLACE.width(&pin.label), PLACE.size);
        let right = [x + 8.0, y - height * 0.6, x + 8.0 + width, y + height * 0.6];
        let left = [x - 8.0 - width, right[1], x - 8.0, right[3]];
        let above = [x - width / 2.0, y - 8.0 - height, x + width / 2.0, y - 8.0];
        let below = [above[0], y + 8.0, above[2], y + 8.0 + height];
        svg.leaf(&dot((x, y), 4.5).set("fill", INK));
        let free = [right, left, above, below]
            .into_iter()
            .find(|area| is_inside(area) && !taken.iter().any(|other| overlap(area, other)));
        if let Some(area) = free {
            let text = text_at(PLACE, area[0], area[3] - height * 0.3);
            svg.group(&halo(3.0), |svg| svg.text(&text, &pin.label));
            svg.text(&text, &pin.label);
            taken.push(area);
        }
    }
}

fn is_inside(area: &Edges) -> bool {
    area[0] > DETAIL[0] && area[1] > DETAIL[1] && area[2] < DETAIL[2] && area[3] < DETAIL[3]
}

fn overlap(a: &Edges, b: &Edges) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}
