//! Boxes of symbols beside the territories: dynamics of the whole region, and those that have no
//! place.

use crate::views::view::{MapFigure, MapTray};

use crate::renderers::drawing::rectangle::{Point, Rectangle, measure};
use crate::renderers::drawing::text::{Face, bold, language, regular};
use crate::renderers::map::placement::cells::{Cell, Cells, Rows, arrange, columns, gather};
use crate::renderers::map::placement::free_space::FreeSpace;
use crate::renderers::map::symbols::Style;

/// Space between the edge of a box and what it holds, in pixels.
const PADDING: f64 = 14.0;

/// Least width of what the tray holds, in pixels.
const NARROWEST: f64 = 196.0;

/// Faces of headings, counts and explanations.
const HEADING: Face = bold(15.0);
const PART: Face = bold(13.0);
const NOTE: Face = regular(13.0);

/// How many dynamics without a place are named, and how far their names stand from the edge of
/// their symbols.
const NAMED: usize = 6;
const BESIDE: f64 = 36.0;

/// Columns tried for the tray, the best looking first.
const TRAY_COLUMNS: [usize; 5] = [3, 5, 2, 9, 1];

/// A white box with lines of text and symbols.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Panel {
    /// What it covers on the page.
    pub covers: Rectangle,
    /// Its lines of text: words, face, and where the baseline starts.
    pub lines: Vec<(String, Face, Point)>,
    /// Its symbols.
    pub cells: Vec<Cells>,
}

impl Panel {
    /// The box of dynamics that concern the whole region, where there are any, its symbols of a
    /// size.
    pub(in crate::renderers::map) fn region_wide(
        figure: &MapFigure,
        free_space: &FreeSpace,
        scale: f64,
    ) -> Option<Self> {
        let gathered = gather(&figure.region_wide);
        if gathered.is_empty() {
            return None;
        }
        let across = columns(&gathered);
        let cells = arrange(gathered, across, Rows::FromTheLeft, scale);
        let mut panel = Self::default();
        let heading = &figure.words.region_wide;
        let width = cells.bounds.width.max(HEADING.width(heading).min(220.0));
        panel.write(HEADING, heading, width);
        panel.add(cells);
        panel.close(width);
        let (place, _) = free_space.find((panel.covers.width, panel.covers.height), (0.0, 0.58));
        Some(panel.moved(place.x, place.y))
    }

    /// The tray of dynamics that have no place on the map, where there are any.
    pub(in crate::renderers::map) fn tray(
        figure: &MapFigure,
        free_space: &FreeSpace,
    ) -> Option<Self> {
        if figure
            .tray
            .iter()
            .all(|tray| tray.unplaced == 0 && tray.by_count == 0)
        {
            return None;
        }
        let tries = TRAY_COLUMNS.into_iter().enumerate().map(|(rank, columns)| {
            let panel = Self::tray_of(figure, columns);
            let (place, cost) =
                free_space.find((panel.covers.width, panel.covers.height), (0.0, 1.0));
            (panel.moved(place.x, place.y), cost + measure(rank) * 100.0)
        });
        tries
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(panel, _)| panel)
    }

    fn tray_of(figure: &MapFigure, columns: usize) -> Self {
        let words = &figure.words;
        let language = language(words);
        let sum = |count: fn(&MapTray) -> u64| {
            figure
                .tray
                .iter()
                .fold(0, |sum: u64, tray| sum.saturating_add(count(tray)))
        };
        let label = |number: u64, label: &str| format!("{} {label}", language.number(number));
        let by_count = arrange(
            part(&figure.tray, |tray| tray.by_count),
            columns,
            Rows::FromTheLeft,
            1.0,
        );
        let unnamed = if is_named(&figure.tray) {
            Cells::default()
        } else {
            arrange(
                part(&figure.tray, |tray| tray.unplaced),
                columns,
                Rows::FromTheLeft,
                1.0,
            )
        };
        let width = by_count
            .bounds
            .width
            .max(unnamed.bounds.width)
            .max(NARROWEST);
        let mut panel = Self::default();
        panel.write(HEADING, &words.tray, width);
        panel.write(NOTE, &figure.tray_note, width);
        let unplaced = sum(|tray| tray.unplaced);
        if unplaced > 0 {
            panel.write(PART, &label(unplaced, &words.unplaced), width);
            if unnamed.cells.is_empty() {
                panel.name(figure, width);
            } else {
                panel.add(unnamed);
            }
        }
        if !by_count.cells.is_empty() {
            panel.write(
                PART,
                &label(sum(|tray| tray.by_count), &words.by_count),
                width,
            );
            panel.add(by_count);
        }
        panel.close(width);
        panel
    }

    /// Appends each dynamic without a place by its name, as many as there is room for.
    fn name(&mut self, figure: &MapFigure, width: f64) {
        let named = figure
            .tray
            .iter()
            .flat_map(|tray| tray.names.iter().map(move |name| (tray.theme, name)));
        let named: Vec<(usize, &String)> = named.collect();
        for (theme, name) in named.iter().take(NAMED) {
            let top = self.covers.height;
            let lines = NOTE.wrap(name, width - BESIDE, 3);
            for line in &lines {
                self.covers.height += NOTE.size * 1.25;
                let baseline = PADDING + self.covers.height - NOTE.size * 0.25;
                self.lines
                    .push((line.clone(), NOTE, Point::new(PADDING + BESIDE, baseline)));
            }
            self.covers.height = self.covers.height.max(top + 30.0) + 4.0;
            let cells = arrange(vec![Cell::single(*theme)], 1, Rows::FromTheLeft, 1.0);
            let left = PADDING - cells.bounds.x;
            self.cells.push(cells.moved(left, PADDING + top + 15.0));
        }
        if named.len() > NAMED {
            let more = language(&figure.words).number((named.len() - NAMED) as u64);
            let [before, after] = &figure.words.others;
            self.write(NOTE, &format!("{before} {more} {after}"), width);
        }
    }

    /// Appends lines of text, broken to a width.
    fn write(&mut self, face: Face, text: &str, width: f64) {
        for line in face.wrap(text, width, 8) {
            self.covers.height += face.size * 1.25;
            self.lines.push((
                line,
                face,
                Point::new(PADDING, PADDING + self.covers.height - face.size * 0.25),
            ));
        }
        self.covers.height += 4.0;
    }

    /// Appends rows of symbols.
    fn add(&mut self, cells: Cells) {
        let height = cells.bounds.height;
        let left = PADDING - cells.bounds.x;
        self.cells
            .push(cells.moved(left, PADDING + self.covers.height + height / 2.0));
        self.covers.height += height + 4.0;
    }

    /// Ends the box, as wide as its content asks.
    fn close(&mut self, width: f64) {
        self.covers.width = width + 2.0 * PADDING;
        self.covers.height += 2.0 * PADDING - 6.0;
    }

    fn moved(mut self, dx: f64, dy: f64) -> Self {
        self.covers = self.covers.moved(dx, dy);
        for (_, _, at) in &mut self.lines {
            *at = at.moved(dx, dy);
        }
        self.cells = self
            .cells
            .into_iter()
            .map(|cells| cells.moved(dx, dy))
            .collect();
        self
    }
}

/// Whether all dynamics without a place are known by name.
fn is_named(tray: &[MapTray]) -> bool {
    tray.iter()
        .all(|tray| tray.names.len() as u64 == tray.unplaced)
}

fn part(tray: &[MapTray], count: impl Fn(&MapTray) -> u64) -> Vec<Cell> {
    let counted = tray.iter().filter(|tray| count(tray) > 0);
    counted
        .map(|tray| Cell::counted(tray.theme, Style::Hollow, count(tray)))
        .collect()
}
