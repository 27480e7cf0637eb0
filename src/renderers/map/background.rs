//! Background of the map: sea, neighbours, land, tints and borders, each border drawn once.

use crate::geography::outline::{AreaOutline, FRANCE};
use crate::views::view::MapFigure;

use crate::renderers::drawing::path::{Path, Tenths, tenths};
use crate::renderers::drawing::rectangle::Rectangle;
use crate::renderers::drawing::xml::{Tag, XmlWriter, copy_of, tag};
use crate::renderers::map::basemap::Basemap;

/// Fills of the three classes of dynamics, lightest first.
// Eight steps of lightness (CIE L*) apart, as white is from the first, so that a photocopy tells
// them apart; no further, so that the symbols remain what is seen first.
const TINTS: [&str; 3] = ["#f2e5cc", "#e0cba2", "#cfb37c"];

/// Fills of the classes of a choropleth map, lightest first.
// So far apart in lightness that they differ in a black-and-white print.
const CHOROPLETH: [&str; 4] = ["#f3e7cc", "#e3c995", "#cda667", "#b08442"];

/// Fills of the classes of a figure.
pub(super) fn tints(figure: &MapFigure) -> &'static [&'static str] {
    if figure.classes.title.is_empty() {
        &TINTS
    } else {
        &CHOROPLETH
    }
}

/// Fill of land that is left out by a filter: hatched, since no shade of grey is left between white
/// and the first class.
pub(super) const OUTSIDE: &str = "url(#apes-outside)";

/// Lines of EPCI, departments and the region: colour, width, dashes.
pub(super) const LINES: [(&str, f64, &str); 3] = [
    ("#c9c0b0", 0.8, "none"),
    ("#7d756a", 1.5, "6 3"),
    ("#3f3a34", 2.0, "none"),
];

/// Id of the outline of all land, which is written once and drawn twice.
const EDGE: &str = "apes-edge";

/// Distance beyond the frame at which lines are cut, in pixels.
// The frame clips them visibly; this only saves bytes.
const BLEED: f64 = 8.0;

/// Draws the background with a figure's tints.
pub(super) fn draw(svg: &mut XmlWriter, basemap: &Basemap, figure: &MapFigure, frame: Rectangle) {
    draw_around(svg, basemap, frame, |svg| tint(svg, basemap, figure));
}

/// Writes the pattern of land that is left out by a filter, for `<defs>`.
pub(super) fn define_outside(svg: &mut XmlWriter) {
    let pattern = tag("pattern")
        .set("id", "apes-outside")
        .set("patternUnits", "userSpaceOnUse")
        .number("width", 7.0)
        .number("height", 7.0);
    svg.group(&pattern, |svg| {
        let ground = tag("rect").number("width", 7.0).number("height", 7.0);
        svg.leaf(&ground.set("fill", "#fff"));
        // The corners as well, or lines would break where tiles meet.
        let lines = stroke("#a8a29a", 1.2, "none").set("fill", "none");
        svg.leaf(&lines.set("d", "M-1 1 1-1M0 7 7 0M6 8 8 6"));
    });
}

/// Draws the background, with something of the caller's on the land below its lines.
pub(super) fn draw_around(
    svg: &mut XmlWriter,
    basemap: &Basemap,
    frame: Rectangle,
    on_land: impl FnOnce(&mut XmlWriter),
) {
    svg.leaf(&area(frame).set("fill", "#e3ecf1"));
    svg.leaf(
        &tag("path")
            .set("fill", "#f6f5f1")
            .set("d", countries(basemap, frame).data()),
    );
    let lines = tag("g")
        .set("fill", "none")
        .set("stroke-linejoin", "round")
        .set("stroke-linecap", "round");
    svg.group(&lines, |svg| {
        svg.leaf(
            &stroke("#dad6cc", 0.8, "none").set("d", departments_around(basemap, frame).data()),
        );
        svg.leaf(&stroke("#b9b4aa", 1.0, "5 3").set("d", borders_around(basemap, frame).data()));
        land(svg, basemap, on_land);
    });
}

/// A rectangle with rounded corners, as the frame has.
pub(super) fn area(rectangle: Rectangle) -> Tag {
    tag("rect")
        .number("x", rectangle.x)
        .number("y", rectangle.y)
        .number("width", rectangle.width)
        .number("height", rectangle.height)
        .number("rx", 6.0)
}

/// A path with the look of a line, without its data.
pub(super) fn stroke(colour: &str, width: f64, dashes: &str) -> Tag {
    let line = tag("path")
        .set("stroke", colour)
        .number("stroke-width", width);
    if dashes == "none" {
        line
    } else {
        line.set("stroke-dasharray", dashes)
    }
}

/// Draws the land with its borders, and something of the caller's between the two.
fn land(svg: &mut XmlWriter, basemap: &Basemap, on_land: impl FnOnce(&mut XmlWriter)) {
    let mut edge = Path::default();
    for ring in basemap.edge() {
        edge.ring(ring);
    }
    svg.group(&tag("defs"), |svg| {
        svg.leaf(
            &tag("path")
                .set("id", EDGE)
                .set("fill-rule", "evenodd")
                .set("d", edge.data()),
        );
    });
    let edge = || copy_of(EDGE);
    svg.leaf(
        &edge()
            .set("fill", "#fff")
            .set("stroke", "#fff")
            .number("stroke-width", 7.0),
    );
    on_land(svg);
    let (departments, epci) = (basemap.department_sides(), basemap.epci_sides());
    let [epci_line, department_line, _] =
        LINES.map(|(colour, width, dashes)| stroke(colour, width, dashes));
    let epci_borders = lines(
        basemap,
        epci.iter()
            .zip(&departments)
            .map(|(epci, department)| *epci > 0 && *department == 0),
    );
    svg.leaf(&epci_line.set("d", epci_borders.data()));
    let department_borders = lines(basemap, departments.iter().map(|sides| *sides == 2));
    svg.leaf(&department_line.set("d", department_borders.data()));
    let (colour, width, _) = LINES[2];
    svg.leaf(&edge().set("stroke", colour).number("stroke-width", width));
}

/// Fills the areas of each class, with one path for each class.
fn tint(svg: &mut XmlWriter, basemap: &Basemap, figure: &MapFigure) {
    let tinted = if figure.classes.departments {
        &basemap.departments
    } else {
        &basemap.epci
    };
    let epci = basemap.epci.iter().copied();
    let outside = epci.filter(|shape| figure.outside.contains(&shape.code));
    fill(svg, basemap, OUTSIDE, outside);
    let tints = tints(figure);
    for (index, colour) in tints.iter().enumerate() {
        let of_class = tinted.iter().copied().filter(|shape| {
            class(figure, shape).is_some_and(|class| class.min(tints.len() - 1) == index)
        });
        fill(svg, basemap, colour, of_class);
    }
}

/// The class of an area. Returns `None` where it has none.
fn class(figure: &MapFigure, shape: &AreaOutline) -> Option<usize> {
    figure
        .tints
        .iter()
        .find(|(code, _)| *code == shape.code)
        .map(|(_, class)| *class)
}

/// Fills areas with one colour.
fn fill<'g>(
    svg: &mut XmlWriter,
    basemap: &'g Basemap,
    colour: &str,
    shapes: impl Iterator<Item = &'g AreaOutline>,
) {
    let mut path = Path::default();
    shapes.for_each(|shape| basemap.rings(shape).for_each(|ring| path.ring(ring)));
    if !path.data().is_empty() {
        svg.leaf(
            &tag("path")
                .set("fill", colour)
                .set("stroke", "none")
                .set("d", path.data()),
        );
    }
}

/// The path of the arcs that are chosen: one answer an arc.
fn lines(basemap: &Basemap, chosen: impl Iterator<Item = bool>) -> Path {
    let mut path = Path::default();
    for (arc, _) in basemap
        .arcs
        .iter()
        .zip(chosen)
        .filter(|(_, chosen)| *chosen)
    {
        path.line(arc.iter().copied());
    }
    path
}

/// The path of neighbouring countries.
fn countries(basemap: &Basemap, frame: Rectangle) -> Path {
    let mut path = Path::default();
    for country in basemap.around.layer("pays") {
        for ring in country.polygons.iter().flatten() {
            let line = basemap.projection.line(&basemap.around.ring(ring));
            path.ring(clip(&line, limits(frame)));
        }
    }
    path
}

/// The path of borders between neighbouring countries.
fn borders_around(basemap: &Basemap, frame: Rectangle) -> Path {
    let sides = basemap.around.sides(basemap.around.layer("pays"));
    let mut path = Path::default();
    let arcs = basemap.around.arcs.iter().zip(sides);
    for (arc, _) in arcs.filter(|(_, sides)| *sides == 2) {
        let line = basemap.projection.line(arc);
        add_visible(&mut path, &line, limits(frame));
    }
    path
}

/// The path of borders between departments that are not on the map.
fn departments_around(basemap: &Basemap, frame: Rectangle) -> Path {
    let all = FRANCE.layer("departements");
    let framed = all.iter().filter(|shape| {
        let own = &basemap.departments;
        own.iter().any(|own| own.code == shape.code)
    });
    let (sides, framed_sides) = (FRANCE.sides(all), FRANCE.sides(framed));
    let mut path = Path::default();
    let arcs = FRANCE.arcs.iter().zip(sides).zip(framed_sides);
    for ((arc, _), _) in arcs.filter(|((_, sides), framed)| *sides == 2 && *framed == 0) {
        let line = basemap.projection.line(arc);
        add_visible(&mut path, &line, limits(frame));
    }
    path
}

/// Left, top, right and bottom of the area that is drawn, in tenths of a pixel.
fn limits(frame: Rectangle) -> [i32; 4] {
    let area = frame.grown(BLEED);
    [area.x, area.y, area.right(), area.bottom()].map(tenths)
}

/// Appends the segments of a line that may cross the area inside the limits.
fn add_visible(path: &mut Path, line: &[Tenths], limits: [i32; 4]) {
    let mut run: Vec<Tenths> = Vec::new();
    for [from, to] in line.array_windows() {
        // As Cohen and Sutherland do: a segment beyond one side is not visible.
        let mut sides = beyond(*from, limits).into_iter().zip(beyond(*to, limits));
        if sides.any(|(from, to)| from && to) {
            path.line(run.drain(..));
            continue;
        }
        if run.is_empty() {
            run.push(*from);
        }
        run.push(*to);
    }
    path.line(run);
}

/// For each side of the limits, whether a point is beyond it.
fn beyond((x, y): Tenths, [left, top, right, bottom]: [i32; 4]) -> [bool; 4] {
    [x < left, y < top, x > right, y > bottom]
}

/// A ring cut at the limits (Sutherland and Hodgman).
fn clip(ring: &[Tenths], [left, top, right, bottom]: [i32; 4]) -> Vec<Tenths> {
    let ring = cut(
        ring,
        |point| point.0 >= left,
        |a, b| (left, value_at((a.1, b.1), (a.0, b.0), left)),
    );
    let ring = cut(
        &ring,
        |point| point.0 <= right,
        |a, b| (right, value_at((a.1, b.1), (a.0, b.0), right)),
    );
    let ring = cut(
        &ring,
        |point| point.1 >= top,
        |a, b| (value_at((a.0, b.0), (a.1, b.1), top), top),
    );
    cut(
        &ring,
        |point| point.1 <= bottom,
        |a, b| (value_at((a.0, b.0), (a.1, b.1), bottom), bottom),
    )
}

/// The part of a ring that is inside a line, with the points at which it crosses the line.
fn cut(
    ring: &[Tenths],
    inside: impl Fn(Tenths) -> bool,
    crossing: impl Fn(Tenths, Tenths) -> Tenths,
) -> Vec<Tenths> {
    let mut kept = Vec::new();
    let before = ring.iter().cycle().skip(ring.len().saturating_sub(1));
    for (&point, &before) in ring.iter().zip(before) {
        if inside(before) != inside(point) {
            kept.push(crossing(before, point));
        }
        if inside(point) {
            kept.push(point);
        }
    }
    kept
}

/// The value of one coordinate at which a segment passes a level of the other: `values` and
/// `levels` are the coordinates of its ends.
fn value_at(values: (i32, i32), levels: (i32, i32), level: i32) -> i32 {
    let rise = i64::from(values.1 - values.0);
    let run = i64::from(levels.1 - levels.0);
    let change = (rise * i64::from(level - levels.0))
        .checked_div(run)
        .unwrap_or(0);
    values.0 + i32::try_from(change).unwrap_or(0)
}
