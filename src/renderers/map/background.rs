//! The base map: sea, neighbours, land, tints and borders, each border drawn once.

use crate::geography::outline::{AreaOutline, FRANCE};
use crate::views::view::MapFigure;

use crate::renderers::drawing::rectangle::Rectangle;
use crate::renderers::drawing::svg::{Path, Svg, Tag, Tenths, tag, tenths};
use crate::renderers::map::basemap::Basemap;

/// Fills of the three classes of dynamics on the map, lightest first: so light that the map stays
/// one of symbols.
const TINTS: [&str; 3] = ["#f6eedd", "#efe2c6", "#e7d4ab"];

/// Fills of the classes of a figure, lightest first: so far apart that they are told apart in grey.
const CHOROPLETH: [&str; 4] = ["#f3e7cc", "#e3c995", "#cda667", "#b08442"];

/// Fills of the classes of a figure's map.
pub(super) fn tints(figure: &MapFigure) -> &'static [&'static str] {
    if figure.classes.title.is_empty() {
        &TINTS
    } else {
        &CHOROPLETH
    }
}

/// Fill of land that a filter leaves out.
pub(super) const OUTSIDE: &str = "#eceae5";

/// Lines of EPCI, departments and the region: colour, width, dashes.
pub(super) const LINES: [(&str, f64, &str); 3] = [
    ("#c9c0b0", 0.8, "none"),
    ("#7d756a", 1.5, "6 3"),
    ("#3f3a34", 2.0, "none"),
];

/// Id of the outline of all land, written once and drawn twice.
const EDGE: &str = "apes-edge";

/// What is drawn beyond the frame before it is cut, in pixels.
const BLEED: f64 = 8.0;

/// Writes the base map with a figure's tints.
pub(super) fn draw(svg: &mut Svg, basemap: &Basemap, figure: &MapFigure, frame: Rectangle) {
    draw_around(svg, basemap, frame, |svg| tint(svg, basemap, figure));
}

/// Writes the base map around what lies on the land and below its lines.
pub(super) fn draw_around(
    svg: &mut Svg,
    basemap: &Basemap,
    frame: Rectangle,
    on_land: impl FnOnce(&mut Svg),
) {
    svg.leaf(&area(frame).set("fill", "#e3ecf1"));
    svg.leaf(
        &tag("path")
            .set("fill", "#f1efea")
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

/// A rectangle with the frame's rounded corners.
pub(super) fn area(rectangle: Rectangle) -> Tag {
    let place = tag("rect").at("x", rectangle.x).at("y", rectangle.y);
    place
        .at("width", rectangle.width)
        .at("height", rectangle.height)
        .at("rx", 6.0)
}

/// A line of the map, without its path.
pub(super) fn stroke(colour: &str, width: f64, dashes: &str) -> Tag {
    let line = tag("path").set("stroke", colour).at("stroke-width", width);
    if dashes == "none" {
        line
    } else {
        line.set("stroke-dasharray", dashes)
    }
}

fn land(svg: &mut Svg, basemap: &Basemap, on_land: impl FnOnce(&mut Svg)) {
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
    let edge = || tag("use").set("href", &format!("#{EDGE}"));
    svg.leaf(
        &edge()
            .set("fill", "#fff")
            .set("stroke", "#fff")
            .at("stroke-width", 7.0),
    );
    on_land(svg);
    let (departments, communities) = (basemap.department_sides(), basemap.epci_sides());
    let [epci, department, _] = LINES.map(|(colour, width, dashes)| stroke(colour, width, dashes));
    let mesh = |arc: &usize| communities[*arc] > 0 && departments[*arc] == 0;
    svg.leaf(&epci.set("d", lines(basemap, mesh).data()));
    svg.leaf(&department.set("d", lines(basemap, |arc| departments[*arc] == 2).data()));
    let (colour, width, _) = LINES[2];
    svg.leaf(&edge().set("stroke", colour).at("stroke-width", width));
}

/// Fills the areas of each class, one path a class.
fn tint(svg: &mut Svg, basemap: &Basemap, figure: &MapFigure) {
    let tinted = if figure.classes.departments {
        &basemap.departments
    } else {
        &basemap.epci
    };
    let class = |shape: &AreaOutline| {
        figure
            .tints
            .iter()
            .find(|(code, _)| *code == shape.code)
            .map(|tint| tint.1)
    };
    let outside = |shape: &AreaOutline| figure.outside.contains(&shape.code);
    fill(
        svg,
        basemap,
        OUTSIDE,
        basemap.epci.iter().copied().filter(|shape| outside(shape)),
    );
    let tints = tints(figure);
    for (tint, colour) in tints.iter().enumerate() {
        let of_class = |shape: &&AreaOutline| {
            class(shape).map(|class| class.min(tints.len() - 1)) == Some(tint)
        };
        fill(
            svg,
            basemap,
            colour,
            tinted.iter().copied().filter(of_class),
        );
    }
}

/// Fills areas with one colour.
fn fill<'g>(
    svg: &mut Svg,
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

fn lines(basemap: &Basemap, chosen: impl Fn(&usize) -> bool) -> Path {
    let mut path = Path::default();
    for arc in (0..basemap.arcs.len()).filter(chosen) {
        path.line(basemap.arcs[arc].iter().copied());
    }
    path
}

fn countries(basemap: &Basemap, frame: Rectangle) -> Path {
    let mut path = Path::default();
    for ring in basemap
        .around
        .layer("pays")
        .iter()
        .flat_map(|country| country.polygons.iter().flatten())
    {
        path.ring(clip(
            &basemap.fit.line(&basemap.around.ring(ring)),
            limits(frame),
        ));
    }
    path
}

fn borders_around(basemap: &Basemap, frame: Rectangle) -> Path {
    let sides = basemap.around.sides(basemap.around.layer("pays"));
    let mut path = Path::default();
    for arc in (0..sides.len()).filter(|&arc| sides[arc] == 2) {
        runs(
            &mut path,
            &basemap.fit.line(&basemap.around.arcs[arc]),
            limits(frame),
        );
    }
    path
}

/// Borders between departments that the map does not frame.
fn departments_around(basemap: &Basemap, frame: Rectangle) -> Path {
    let all = FRANCE.layer("departements");
    let framed =
        |shape: &&AreaOutline| basemap.departments.iter().any(|own| own.code == shape.code);
    let (sides, own) = (FRANCE.sides(all), FRANCE.sides(all.iter().filter(framed)));
    let mut path = Path::default();
    for arc in (0..sides.len()).filter(|&arc| sides[arc] == 2 && own[arc] == 0) {
        runs(
            &mut path,
            &basemap.fit.line(&FRANCE.arcs[arc]),
            limits(frame),
        );
    }
    path
}

/// Left, top, right and bottom of what is worth drawing, in tenths.
fn limits(frame: Rectangle) -> [i32; 4] {
    let wide = frame.grown(BLEED);
    [wide.x, wide.y, wide.right(), wide.bottom()].map(tenths)
}

/// Appends the parts of a line that come near the frame.
fn runs(path: &mut Path, line: &[Tenths], limits: [i32; 4]) {
    let code = |&(x, y): &Tenths| [x < limits[0], y < limits[1], x > limits[2], y > limits[3]];
    let mut run: Vec<Tenths> = Vec::new();
    for pair in line.windows(2) {
        let (a, b) = (code(&pair[0]), code(&pair[1]));
        if (0..4).any(|side| a[side] && b[side]) {
            path.line(run.drain(..));
            continue;
        }
        if run.is_empty() {
            run.push(pair[0]);
        }
        run.push(pair[1]);
    }
    path.line(run);
}

/// A ring cut at the limits (Sutherland and Hodgman).
fn clip(ring: &[Tenths], [left, top, right, bottom]: [i32; 4]) -> Vec<Tenths> {
    let ring = cut(
        ring,
        |point| point.0 >= left,
        |a, b| (left, across((a.1, b.1), (a.0, b.0), left)),
    );
    let ring = cut(
        &ring,
        |point| point.0 <= right,
        |a, b| (right, across((a.1, b.1), (a.0, b.0), right)),
    );
    let ring = cut(
        &ring,
        |point| point.1 >= top,
        |a, b| (across((a.0, b.0), (a.1, b.1), top), top),
    );
    cut(
        &ring,
        |point| point.1 <= bottom,
        |a, b| (across((a.0, b.0), (a.1, b.1), bottom), bottom),
    )
}

/// The part of a ring on one side of a line, with the points where it crosses it.
fn cut(
    ring: &[Tenths],
    inside: impl Fn(Tenths) -> bool,
    crossing: impl Fn(Tenths, Tenths) -> Tenths,
) -> Vec<Tenths> {
    let mut kept = Vec::new();
    for (place, &point) in ring.iter().enumerate() {
        let before = ring[if place == 0 {
            ring.len() - 1
        } else {
            place - 1
        }];
        if inside(before) != inside(point) {
            kept.push(crossing(before, point));
        }
        if inside(point) {
            kept.push(point);
        }
    }
    kept
}

/// The value at which a segment passes a level: `values` and `levels` at its ends.
fn across(values: (i32, i32), levels: (i32, i32), level: i32) -> i32 {
    let (rise, run) = (
        i64::from(values.1 - values.0),
        i64::from(levels.1 - levels.0),
    );
    let moved = if run == 0 {
        0
    } else {
        rise * i64::from(level - levels.0) / run
    };
    values.0 + i32::try_from(moved).unwrap_or(0)
}
