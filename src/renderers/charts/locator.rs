//! A small map: on the left the departments with the territory marked, on the right the territory
//! with its places.

use crate::geography::outline::{AreaOutline, FRANCE, HAUTS_DE_FRANCE, Outlines};
use crate::geography::projection::lambert93;
use crate::renderers::drawing::colour::INK;
use crate::renderers::drawing::svg::{Svg, number, tag};
use crate::renderers::drawing::text::{Face, bold};
use crate::views::view::Locator;

use crate::renderers::charts::chart::{Drawing, LABEL, words};

/// Left, top, right and bottom of the two frames, in pixels.
const WHOLE: [f64; 4] = [20.0, 10.0, 400.0, 410.0];
const CLOSE: [f64; 4] = [430.0, 10.0, 980.0, 410.0];

/// Names of places: large, since the map is small in print.
const PLACE: Face = bold(19.0);

/// Land, the territory, and lines.
const LAND: &str = "#f3f1ec";
const MARKED: &str = "#9fc3d6";
const LINE: &str = "#8a8f91";

/// What is shown at least around a point, in metres.
const NEIGHBOURHOOD: f64 = 6_000.0;

/// Draws it.
pub(super) fn draw(figure: &Locator, id: &str) -> Drawing {
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
    let departments: Vec<&AreaOutline> = chosen(outlines, "departements", &figure.departments);
    let mut marked = chosen(outlines, "epci", &figure.areas);
    marked.extend(chosen(outlines, "departements", &figure.areas));
    let mut svg = Svg::default();
    svg.group(&tag("defs"), |svg| {
        svg.group(&tag("clipPath").set("id", &format!("{id}-close")), |svg| {
            svg.leaf(&frame(CLOSE));
        });
    });
    let whole = Fit::new(corners(outlines, &departments), WHOLE);
    land(&mut svg, outlines, &whole, &departments, &marked);
    let own = figure
        .point
        .map(|(longitude, latitude)| lambert93(longitude, latitude));
    let close_corners = own
        .map(around)
        .or_else(|| Some(corners(outlines, &marked)).filter(|_| !marked.is_empty()));
    if let Some(own) = own.map(|own| whole.at(own)) {
        svg.leaf(
            &dot(own, 7.0)
                .set("fill", "none")
                .set("stroke", INK)
                .at("stroke-width", 2.5),
        );
    }
    if let Some(corners) = close_corners {
        let places = figure
            .pins
            .iter()
            .map(|pin| lambert93(pin.longitude, pin.latitude));
        let close = Fit::new(corners.into_iter().chain(places).collect(), CLOSE);
        svg.group(
            &tag("g").set("clip-path", &format!("url(#{id}-close)")),
            |svg| {
                land(svg, outlines, &close, &departments, &marked);
            },
        );
        svg.leaf(
            &frame(CLOSE)
                .set("fill", "none")
                .set("stroke", LINE)
                .at("stroke-width", 1.0),
        );
        pins(&mut svg, figure, &close);
    }
    Drawing {
        svg,
        height: CLOSE[3] + 20.0,
    }
}

fn chosen<'o>(outlines: &'o Outlines, layer: &str, codes: &[String]) -> Vec<&'o AreaOutline> {
    outlines
        .layer(layer)
        .iter()
        .filter(|shape| codes.contains(&shape.code))
        .collect()
}

fn frame([left, top, right, bottom]: [f64; 4]) -> crate::renderers::drawing::svg::Tag {
    tag("rect")
        .at("x", left)
        .at("y", top)
        .at("width", right - left)
        .at("height", bottom - top)
        .at("rx", 6.0)
}

fn around((x, y): (f64, f64)) -> Vec<(f64, f64)> {
    vec![
        (x - NEIGHBOURHOOD, y - NEIGHBOURHOOD),
        (x + NEIGHBOURHOOD, y + NEIGHBOURHOOD),
    ]
}

/// Every corner of some shapes, in metres.
fn corners(outlines: &Outlines, shapes: &[&AreaOutline]) -> Vec<(f64, f64)> {
    let arcs = shapes.iter().flat_map(|shape| shape.arcs());
    arcs.flat_map(|used| &outlines.arcs[used.arc])
        .map(|&(x, y)| lambert93(x, y))
        .collect()
}

/// From metres to the page.
struct Fit {
    scale: f64,
    middle: (f64, f64),
    centre: (f64, f64),
}

impl Fit {
    fn new(corners: Vec<(f64, f64)>, [left, top, right, bottom]: [f64; 4]) -> Self {
        let start = (
            f64::INFINITY,
            f64::INFINITY,
            f64::NEG_INFINITY,
            f64::NEG_INFINITY,
        );
        let (west, south, east, north) =
            corners
                .into_iter()
                .fold(start, |(west, south, east, north), (x, y)| {
                    (west.min(x), south.min(y), east.max(x), north.max(y))
                });
        let (wide, high) = ((east - west).max(1.0), (north - south).max(1.0));
        let scale = ((right - left - 30.0) / wide).min((bottom - top - 30.0) / high);
        let centre = (f64::midpoint(left, right), f64::midpoint(top, bottom));
        Self {
            scale,
            middle: (f64::midpoint(west, east), f64::midpoint(south, north)),
            centre,
        }
    }

    fn at(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let (east, north) = (
            (x - self.middle.0) * self.scale,
            (y - self.middle.1) * self.scale,
        );
        (self.centre.0 + east, self.centre.1 - north)
    }

    fn path(&self, outlines: &Outlines, shape: &AreaOutline) -> String {
        let ring = |ring: &Vec<_>| {
            let points = outlines
                .ring(ring)
                .into_iter()
                .map(|(x, y)| self.at(lambert93(x, y)));
            points
                .map(|(x, y)| format!("{},{}", number(x), number(y)))
                .collect::<Vec<_>>()
                .join(" ")
        };
        shape
            .polygons
            .iter()
            .flatten()
            .map(|points| format!("M{}z", ring(points)))
            .collect()
    }
}

fn land(
    svg: &mut Svg,
    outlines: &Outlines,
    fit: &Fit,
    departments: &[&AreaOutline],
    marked: &[&AreaOutline],
) {
    let shape = |shape: &AreaOutline, fill: &str, colour: &str, width: f64| {
        let path = tag("path")
            .set("d", &fit.path(outlines, shape))
            .set("fill", fill);
        path.set("fill-rule", "evenodd")
            .set("stroke", colour)
            .at("stroke-width", width)
    };
    for department in departments {
        svg.leaf(&shape(department, LAND, "none", 0.0));
    }
    let inside = |epci: &&AreaOutline| {
        let area = crate::geography::find(crate::geography::AreaLevel::Epci, &epci.code);
        let department = area.and_then(|area| area.department);
        department.is_some_and(|code| departments.iter().any(|shape| shape.code == code))
    };
    for epci in outlines.layer("epci").iter().filter(inside) {
        svg.leaf(&shape(epci, "none", "#cfcac0", 0.8));
    }
    for area in marked {
        svg.leaf(&shape(area, MARKED, INK, 1.5));
    }
    for department in departments {
        svg.leaf(&shape(department, "none", LINE, 1.3));
    }
}

fn dot((x, y): (f64, f64), radius: f64) -> crate::renderers::drawing::svg::Tag {
    tag("circle").at("cx", x).at("cy", y).at("r", radius)
}

/// Every place with its words beside it, where they cover no others; one without room keeps its
/// point.
fn pins(svg: &mut Svg, figure: &Locator, fit: &Fit) {
    let mut taken: Vec<[f64; 4]> = Vec::new();
    let places: Vec<(f64, f64)> = figure
        .pins
        .iter()
        .map(|pin| fit.at(lambert93(pin.longitude, pin.latitude)))
        .collect();
    taken.extend(
        places
            .iter()
            .map(|(x, y)| [x - 5.0, y - 5.0, x + 5.0, y + 5.0]),
    );
    for (pin, (x, y)) in figure.pins.iter().zip(places) {
        let (width, high) = (PLACE.width(&pin.label), PLACE.size);
        let right = [x + 8.0, y - high * 0.6, x + 8.0 + width, y + high * 0.6];
        let left = [x - 8.0 - width, right[1], x - 8.0, right[3]];
        let above = [x - width / 2.0, y - 8.0 - high, x + width / 2.0, y - 8.0];
        let below = [above[0], y + 8.0, above[2], y + 8.0 + high];
        svg.leaf(&dot((x, y), 4.5).set("fill", INK));
        let free = |place: &[f64; 4]| {
            let inside = place[0] > CLOSE[0]
                && place[1] > CLOSE[1]
                && place[2] < CLOSE[2]
                && place[3] < CLOSE[3];
            inside && !taken.iter().any(|other| meet(place, other))
        };
        if let Some(place) = [right, left, above, below].into_iter().find(free) {
            let line = words(PLACE, place[0], place[3] - high * 0.3);
            let halo = line
                .set("stroke", "#fff")
                .at("stroke-width", 3.0)
                .set("paint-order", "stroke");
            svg.text(&halo, &pin.label);
            taken.push(place);
        }
    }
    if figure.pins.is_empty() {
        let centre = (
            f64::midpoint(CLOSE[0], CLOSE[2]),
            f64::midpoint(CLOSE[1], CLOSE[3]),
        );
        let line = words(LABEL, centre.0, centre.1).set("text-anchor", "middle");
        let halo = line
            .set("stroke", "#fff")
            .at("stroke-width", 3.0)
            .set("paint-order", "stroke");
        svg.text(
            &halo,
            &LABEL.shorten(&figure.label, CLOSE[2] - CLOSE[0] - 40.0),
        );
    }
}

fn meet(one: &[f64; 4], other: &[f64; 4]) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}
