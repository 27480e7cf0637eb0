//! Rows along years: a band while something goes on, numbered marks where something was reached.

use crate::renderers::drawing::colour::INK;
use crate::renderers::drawing::svg::{Svg, tag};
use crate::renderers::drawing::text::bold;
use crate::views::view::{Timeline, TimelineMark, TimelineRow, TimelineSpan};

use crate::renderers::charts::chart::{
    Drawing, SMALL, WIDTH, column, label, line, measure, words, write,
};
use crate::renderers::charts::legend;

/// Radius of a mark and the height of one lane of marks.
const RADIUS: f64 = 10.5;
const LANE: f64 = 25.0;

/// Space kept for the axis above the rows.
const AXIS: f64 = 30.0;

/// The axis: where it begins, how wide a year is.
struct Axis {
    left: f64,
    year: f64,
    first: f64,
    last: f64,
}

impl Axis {
    fn x(&self, moment: f64) -> f64 {
        self.left + (moment.clamp(self.first, self.last) - self.first) * self.year
    }
}

/// Draws it.
pub(super) fn draw(figure: &Timeline) -> Drawing {
    let mut svg = Svg::default();
    let left = column(figure.rows.iter().map(|row| &*row.label), 250.0);
    let right = figure
        .rows
        .iter()
        .map(|row| SMALL.width(&row.remark))
        .fold(0.0, f64::max)
        .min(160.0)
        + 20.0;
    let (first, last) = (f64::from(figure.first), f64::from(figure.last) + 1.0);
    let axis = Axis {
        left,
        year: (WIDTH - left - right) / (last - first).max(1.0),
        first,
        last,
    };
    let heights: Vec<f64> = figure.rows.iter().map(|row| height(row, &axis)).collect();
    let bottom = AXIS + heights.iter().sum::<f64>();
    years(&mut svg, figure, &axis, bottom);
    let mut y = AXIS;
    for (row, height) in figure.rows.iter().zip(&heights) {
        draw_row(&mut svg, row, &axis, y, *height);
        y += height;
    }
    if let Some(now) = figure.now.filter(|now| (first..=last).contains(now)) {
        let x = axis.x(now);
        svg.leaf(
            &line((x, AXIS - 6.0), (x, bottom), "#9a3412", 1.5).set("stroke-dasharray", "5 4"),
        );
    }
    let mut told = figure.marks.clone();
    let inferred = figure
        .rows
        .iter()
        .flat_map(|row| &row.marks)
        .any(|mark| mark.hollow);
    told.extend(inferred.then(|| figure.hollow.clone()));
    let end = legend::draw(&mut svg, &told, bottom + 14.0, |svg, place, x, y| {
        let number = place + 1;
        let hollow = number > figure.marks.len();
        mark(
            svg,
            &TimelineMark {
                number: if hollow { 0 } else { number },
                hollow,
                ..TimelineMark::default()
            },
            (x, y),
        );
    });
    Drawing { svg, height: end }
}

/// Lines between the years, named as often as there is room.
fn years(svg: &mut Svg, figure: &Timeline, axis: &Axis, bottom: f64) {
    let every = [1, 2, 5, 10, 20, 50]
        .into_iter()
        .find(|every| axis.year * f64::from(*every) >= 40.0)
        .unwrap_or(100);
    for year in figure.first..=figure.last {
        let x = axis.x(f64::from(year));
        svg.leaf(&line((x, AXIS - 4.0), (x, bottom), "#d6d3cd", 1.0));
        if (year - figure.first).is_multiple_of(every) {
            let middle = x + axis.year.min(60.0) / 2.0;
            svg.text(
                &words(SMALL, middle, AXIS - 10.0).set("text-anchor", "middle"),
                &year.to_string(),
            );
        }
    }
    let end = axis.x(axis.last);
    svg.leaf(&line((end, AXIS - 4.0), (end, bottom), "#d6d3cd", 1.0));
}

fn draw_row(svg: &mut Svg, row: &TimelineRow, axis: &Axis, y: f64, height: f64) {
    svg.leaf(&line(
        (0.0, y + height),
        (WIDTH, y + height),
        "#eceae5",
        1.0,
    ));
    label(svg, &row.label, axis.left, y + height / 2.0);
    for span in &row.spans {
        band(svg, span, axis, (y + 5.0, height - 10.0));
    }
    for (found, lane) in row.marks.iter().zip(lanes(row, axis)) {
        mark(
            svg,
            found,
            (place(found, axis), y + 5.0 + LANE * (measure(lane) + 0.5)),
        );
    }
    write(
        svg,
        SMALL,
        &SMALL.shorten(&row.remark, 160.0),
        axis.x(axis.last) + 10.0,
        y + height / 2.0 + 4.5,
    );
}

/// Where a mark stands: never half outside the axis.
fn place(mark: &TimelineMark, axis: &Axis) -> f64 {
    axis.x(mark.at).clamp(
        axis.left + RADIUS,
        (axis.x(axis.last) - RADIUS).max(axis.left + RADIUS),
    )
}

/// The lane of each mark: the first in which it touches no other.
fn lanes(row: &TimelineRow, axis: &Axis) -> Vec<usize> {
    let mut ends: Vec<f64> = Vec::new();
    let lane = |mark: &TimelineMark| {
        let x = place(mark, axis);
        let free = ends
            .iter()
            .position(|end| *end + 2.0 * RADIUS + 1.0 <= x)
            .unwrap_or(ends.len());
        if free == ends.len() {
            ends.push(x);
        } else {
            ends[free] = x;
        }
        free
    };
    row.marks.iter().map(lane).collect()
}

fn height(row: &TimelineRow, axis: &Axis) -> f64 {
    let lanes = lanes(row, axis)
        .into_iter()
        .max()
        .map_or(1, |lane| lane + 1);
    LANE * measure(lanes) + 12.0
}

/// A stretch of time; where it goes on, its end is open.
fn band(svg: &mut Svg, span: &TimelineSpan, axis: &Axis, (y, height): (f64, f64)) {
    let (from, to) = (axis.x(span.from), axis.x(span.to));
    let area = tag("rect")
        .at("x", from)
        .at("y", y)
        .at("width", (to - from).max(2.0))
        .at("height", height);
    svg.leaf(&area.set("fill", "#dfe8ec"));
    let edge = |x: f64, dashes: &str| {
        line((x, y), (x, y + height), "#44606b", 2.0).set("stroke-dasharray", dashes)
    };
    svg.leaf(&edge(from, "none"));
    svg.leaf(&edge(to, if span.open { "2 4" } else { "none" }));
}

/// A numbered mark around a place.
fn mark(svg: &mut Svg, mark: &TimelineMark, (x, y): (f64, f64)) {
    let (fill, ink, dashes) = if mark.hollow {
        ("#fff", INK, "3 2")
    } else {
        ("#1d4e6b", "#fff", "none")
    };
    let face = bold(12.5);
    svg.group(&tag("g"), |svg| {
        if !mark.label.is_empty() {
            svg.text(&tag("title"), &mark.label);
        }
        let circle = tag("circle")
            .at("cx", x)
            .at("cy", y)
            .at("r", RADIUS)
            .set("fill", fill);
        svg.leaf(
            &circle
                .set("stroke", INK)
                .at("stroke-width", 1.4)
                .set("stroke-dasharray", dashes),
        );
        if mark.number > 0 {
            let digits = words(face, x, y + 4.4)
                .set("text-anchor", "middle")
                .set("style", &format!("fill:{ink}"));
            svg.text(&digits, &mark.number.to_string());
        }
    });
}
