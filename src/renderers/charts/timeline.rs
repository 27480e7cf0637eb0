//! Timeline: rows along years, with a band while something goes on and numbered marks where
//! something was reached.

use crate::renderers::drawing::colour::INK;
use crate::renderers::drawing::rectangle::as_f64;
use crate::renderers::drawing::text::bold;
use crate::renderers::drawing::xml::{XmlWriter, tag};
use crate::views::view::{Timeline, TimelineMark, TimelineRow, TimelineSpan};

use crate::renderers::charts::chart::{
    Drawing, SMALL, WIDTH, column_width, line, text_at, write, write_label,
};
use crate::renderers::charts::legend;

/// Radius of a mark, and height of one lane of marks, in pixels.
const RADIUS: f64 = 10.5;
const LANE: f64 = 25.0;

/// Height of the axis above the rows, in pixels.
const AXIS: f64 = 30.0;

/// Widest column of labels, and widest remark, in pixels.
const WIDEST_LABEL: f64 = 250.0;
const WIDEST_REMARK: f64 = 160.0;

/// Distances between named years, in years, and the least distance in pixels.
const NAMED_YEARS: [u16; 6] = [1, 2, 5, 10, 20, 50];
const YEARS_APART: f64 = 40.0;

/// Axis of years.
struct Axis {
    /// Left end in pixels.
    left: f64,
    /// Pixels per year.
    year: f64,
    first: f64,
    last: f64,
}

impl Axis {
    /// Position of a moment in pixels, cut at both ends.
    fn x(&self, moment: f64) -> f64 {
        self.left + (moment.clamp(self.first, self.last) - self.first) * self.year
    }

    /// Position of a mark, which is never half outside the axis.
    fn mark_x(&self, mark: &TimelineMark) -> f64 {
        let left = self.left + RADIUS;
        let right = (self.x(self.last) - RADIUS).max(left);
        self.x(mark.at).clamp(left, right)
    }
}

/// Draws a timeline with its legend.
pub(super) fn draw(figure: &Timeline) -> Drawing {
    let mut svg = XmlWriter::with_lines();
    let axis = axis(figure);
    let heights: Vec<f64> = figure.rows.iter().map(|row| height(row, &axis)).collect();
    let bottom = AXIS + heights.iter().sum::<f64>();
    draw_years(&mut svg, figure, &axis, bottom);
    let mut y = AXIS;
    for (row, height) in figure.rows.iter().zip(&heights) {
        draw_row(&mut svg, row, &axis, y, *height);
        y += height;
    }
    if let Some(now) = figure
        .now
        .filter(|now| (axis.first..=axis.last).contains(now))
    {
        let x = axis.x(now);
        let today = line((x, AXIS - 6.0), (x, bottom), "#9a3412", 1.5);
        svg.leaf(&today.set("stroke-dasharray", "5 4"));
    }
    let height = draw_legend(&mut svg, figure, bottom + 14.0);
    Drawing { svg, height }
}

fn axis(figure: &Timeline) -> Axis {
    let left = column_width(figure.rows.iter().map(|row| &*row.label), WIDEST_LABEL);
    let remarks = figure
        .rows
        .iter()
        .map(|row| SMALL.width(&row.remark))
        .fold(0.0, f64::max)
        .min(WIDEST_REMARK)
        + 20.0;
    let (first, last) = (f64::from(figure.first), f64::from(figure.last) + 1.0);
    Axis {
        left,
        year: (WIDTH - left - remarks) / (last - first).max(1.0),
        first,
        last,
    }
}

/// Draws the marks with their words, and one for what is inferred where there is any. Returns the
/// height at which the legend ends.
fn draw_legend(svg: &mut XmlWriter, figure: &Timeline, top: f64) -> f64 {
    let mut words = figure.marks.clone();
    let has_inferred = figure
        .rows
        .iter()
        .flat_map(|row| &row.marks)
        .any(|mark| mark.hollow);
    if has_inferred {
        words.push(figure.hollow.clone());
    }
    legend::draw(svg, &words, top, |svg, index, x, y| {
        let hollow = index >= figure.marks.len();
        let mark = TimelineMark {
            number: if hollow { 0 } else { index + 1 },
            hollow,
            ..TimelineMark::default()
        };
        draw_mark(svg, &mark, (x, y));
    })
}

/// Draws lines between the years, and names as many of these as there is space for.
fn draw_years(svg: &mut XmlWriter, figure: &Timeline, axis: &Axis, bottom: f64) {
    let step = NAMED_YEARS
        .into_iter()
        .find(|years| axis.year * f64::from(*years) >= YEARS_APART)
        .unwrap_or(100);
    for year in figure.first..=figure.last {
        let x = axis.x(f64::from(year));
        svg.leaf(&line((x, AXIS - 4.0), (x, bottom), "#d6d3cd", 1.0));
        if (year - figure.first).is_multiple_of(step) {
            let middle = x + axis.year.min(60.0) / 2.0;
            let name = text_at(SMALL, middle, AXIS - 10.0).set("text-anchor", "middle");
            svg.text(&name, &year.to_string());
        }
    }
    let end = axis.x(axis.last);
    svg.leaf(&line((end, AXIS - 4.0), (end, bottom), "#d6d3cd", 1.0));
}

fn draw_row(svg: &mut XmlWriter, row: &TimelineRow, axis: &Axis, y: f64, height: f64) {
    let bottom = y + height;
    svg.leaf(&line((0.0, bottom), (WIDTH, bottom), "#eceae5", 1.0));
    write_label(svg, &row.label, axis.left, y + height / 2.0);
    for span in &row.spans {
        draw_band(svg, span, axis, (y + 5.0, height - 10.0));
    }
    for (mark, lane) in row.marks.iter().zip(lanes(row, axis)) {
        let middle = y + 5.0 + LANE * (as_f64(lane) + 0.5);
        draw_mark(svg, mark, (axis.mark_x(mark), middle));
    }
    let remark = SMALL.shorten(&row.remark, WIDEST_REMARK);
    let start = axis.x(axis.last) + 10.0;
    write(svg, SMALL, &remark, start, y + height / 2.0 + 4.5);
}

/// The lane of each mark: the first in which it touches no other.
fn lanes(row: &TimelineRow, axis: &Axis) -> Vec<usize> {
    let mut last_marks: Vec<f64> = Vec::new();
    row.marks
        .iter()
        .map(|mark| {
            let x = axis.mark_x(mark);
            let mut lanes = last_marks.iter_mut().enumerate();
            let free = lanes.find(|(_, last)| **last + 2.0 * RADIUS + 1.0 <= x);
            if let Some((lane, last)) = free {
                *last = x;
                lane
            } else {
                last_marks.push(x);
                last_marks.len() - 1
            }
        })
        .collect()
}

fn height(row: &TimelineRow, axis: &Axis) -> f64 {
    let lanes = lanes(row, axis)
        .into_iter()
        .max()
        .map_or(1, |lane| lane + 1);
    LANE * as_f64(lanes) + 12.0
}

/// Draws a period; where it goes on, its end is dashed.
fn draw_band(svg: &mut XmlWriter, span: &TimelineSpan, axis: &Axis, (y, height): (f64, f64)) {
    let (from, to) = (axis.x(span.from), axis.x(span.to));
    let area = tag("rect")
        .number("x", from)
        .number("y", y)
        .number("width", (to - from).max(2.0))
        .number("height", height);
    svg.leaf(&area.set("fill", "#dfe8ec"));
    let end_dashes = if span.open { "2 4" } else { "none" };
    for (x, dashes) in [(from, "none"), (to, end_dashes)] {
        let edge = line((x, y), (x, y + height), "#44606b", 2.0);
        svg.leaf(&edge.set("stroke-dasharray", dashes));
    }
}

/// Draws a numbered mark around a point.
fn draw_mark(svg: &mut XmlWriter, mark: &TimelineMark, (x, y): (f64, f64)) {
    let (fill, ink, dashes) = if mark.hollow {
        ("#fff", INK, "3 2")
    } else {
        ("#1d4e6b", "#fff", "none")
    };
    svg.group(&tag("g"), |svg| {
        if !mark.label.is_empty() {
            svg.text(&tag("title"), &mark.label);
        }
        let circle = tag("circle")
            .number("cx", x)
            .number("cy", y)
            .number("r", RADIUS)
            .set("fill", fill)
            .set("stroke", INK)
            .number("stroke-width", 1.4);
        svg.leaf(&circle.set("stroke-dasharray", dashes));
        if mark.number > 0 {
            let digits = text_at(bold(12.5), x, y + 4.4)
                .set("text-anchor", "middle")
                .set("style", &format!("fill:{ink}"));
            svg.text(&digits, &mark.number.to_string());
        }
    });
}
