//! Boxes of symbols beside the territories: dynamics of the whole region, and those without a
//! place.

use crate::views::view::{MapFigure, MapTray};

use crate::renderers::drawing::rectangle::{Point, Rectangle, as_f64};
use crate::renderers::drawing::text::{Face, bold, language, regular};
use crate::renderers::map::placement::cells::{
    Cell, Cells, RowAlignment, arrange, best_columns, gather,
};
use crate::renderers::map::placement::free_space::FreeSpace;
use crate::renderers::map::symbols::Style;

/// Space between the edge of a box and its content, in pixels.
const PADDING: f64 = 14.0;

/// Least width of the content of the tray, in pixels.
const NARROWEST: f64 = 196.0;

/// Widest heading that widens the box of the region, in pixels; a longer one is wrapped.
const WIDEST_HEADING: f64 = 220.0;

/// Faces of headings, counts and explanations.
const HEADING: Face = bold(15.0);
const PART: Face = bold(13.0);
const NOTE: Face = regular(13.0);

/// Number of dynamics without a place that are named.
const NAMED: usize = 6;

/// Distance of their names from the left edge of their symbols, in pixels.
const BEFORE_NAME: f64 = 36.0;

/// Numbers of columns tried for the tray, the best looking first, and the price of each step
/// down the list, in pixels of distance from the corner of the frame.
const TRAY_COLUMNS: [usize; 5] = [3, 5, 2, 9, 1];
const WORSE_COLUMNS: f64 = 100.0;

/// White box with lines of text and symbols.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Panel {
    /// Area on the page.
    pub covers: Rectangle,
    /// Lines of text, each with its face and the start of its baseline.
    pub lines: Vec<(String, Face, Point)>,
    /// Groups of symbols.
    pub cells: Vec<Cells>,
}

impl Panel {
    /// The box of dynamics that concern the whole region, with its symbols at a scale. Returns
    /// `None` where there are none.
    pub(in crate::renderers::map) fn region_wide(
        figure: &MapFigure,
        free_space: &FreeSpace,
        scale: f64,
    ) -> Option<Self> {
        let symbols = gather(&figure.region_wide);
        if symbols.is_empty() {
            return None;
        }
        let columns = best_columns(&symbols);
        let cells = arrange(symbols, columns, RowAlignment::Left, scale);
        let heading = &figure.words.region_wide;
        let width = cells
            .bounds
            .width
            .max(HEADING.width(heading).min(WIDEST_HEADING));
        let mut panel = Self::default();
        panel.add_text(HEADING, heading, width);
        panel.add_cells(cells);
        panel.close(width);
        let size = (panel.covers.width, panel.covers.height);
        // On the left, a little below the middle: west of Hauts-de-France is the sea.
        let (place, _) = free_space.find(size, (0.0, 0.58));
        Some(panel.moved(place.x, place.y))
    }

    /// The tray of dynamics that have no place on the map. Returns `None` where there are none.
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
        TRAY_COLUMNS
            .into_iter()
            .enumerate()
            .map(|(rank, columns)| {
                let panel = Self::tray_in_columns(figure, columns);
                let size = (panel.covers.width, panel.covers.height);
                let (place, cost) = free_space.find(size, (0.0, 1.0));
                let panel = panel.moved(place.x, place.y);
                (panel, cost + as_f64(rank) * WORSE_COLUMNS)
            })
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(panel, _)| panel)
    }

    fn tray_in_columns(figure: &MapFigure, columns: usize) -> Self {
        let words = &figure.words;
        let language = language(words);
        let rows = |cells| arrange(cells, columns, RowAlignment::Left, 1.0);
        let by_count = rows(counted_cells(&figure.tray, |tray| tray.by_count));
        let unnamed = if are_all_named(&figure.tray) {
            Cells::default()
        } else {
            rows(counted_cells(&figure.tray, |tray| tray.unplaced))
        };
        let width = by_count
            .bounds
            .width
            .max(unnamed.bounds.width)
            .max(NARROWEST);
        let mut panel = Self::default();
        panel.add_text(HEADING, &words.tray, width);
        panel.add_text(NOTE, &figure.tray_note, width);
        let unplaced = sum(&figure.tray, |tray| tray.unplaced);
        if unplaced > 0 {
            let label = format!("{} {}", language.number(unplaced), words.unplaced);
            panel.add_text(PART, &label, width);
            if unnamed.cells.is_empty() {
                panel.add_names(figure, width);
            } else {
                panel.add_cells(unnamed);
            }
        }
        if !by_count.cells.is_empty() {
            let count = sum(&figure.tray, |tray| tray.by_count);
            let label = format!("{} {}", language.number(count), words.by_count);
            panel.add_text(PART, &label, width);
            panel.add_cells(by_count);
        }
        panel.close(width);
        panel
    }

    /// Appends the names of dynamics without a place, up to `NAMED`, then how many more there are.
    fn add_names(&mut self, figure: &MapFigure, width: f64) {
        let named: Vec<(usize, &String)> = figure
            .tray
            .iter()
            .flat_map(|tray| tray.names.iter().map(move |name| (tray.theme, name)))
            .collect();
        for (theme, name) in named.iter().take(NAMED) {
            let top = self.covers.height;
            for line in NOTE.wrap(name, width - BEFORE_NAME, 3) {
                self.add_line(line, NOTE, PADDING + BEFORE_NAME);
            }
            // A symbol is 30 pixels high: as much as two lines.
            self.covers.height = self.covers.height.max(top + 30.0) + 4.0;
            let cells = arrange(vec![Cell::single(*theme)], 1, RowAlignment::Left, 1.0);
            let left = PADDING - cells.bounds.x;
            self.cells.push(cells.moved(left, PADDING + top + 15.0));
        }
        if named.len() > NAMED {
            let more = language(&figure.words).number((named.len() - NAMED) as u64);
            let [before, after] = &figure.words.others;
            self.add_text(NOTE, &format!("{before} {more} {after}"), width);
        }
    }

    /// Appends a text, wrapped to a width.
    fn add_text(&mut self, face: Face, text: &str, width: f64) {
        for line in face.wrap(text, width, 8) {
            self.add_line(line, face, PADDING);
        }
        self.covers.height += 4.0;
    }

    fn add_line(&mut self, line: String, face: Face, left: f64) {
        self.covers.height += face.size * 1.25;
        let baseline = PADDING + self.covers.height - face.size * 0.25;
        self.lines.push((line, face, Point::new(left, baseline)));
    }

    /// Appends rows of symbols.
    fn add_cells(&mut self, cells: Cells) {
        let height = cells.bounds.height;
        let left = PADDING - cells.bounds.x;
        self.cells
            .push(cells.moved(left, PADDING + self.covers.height + height / 2.0));
        self.covers.height += height + 4.0;
    }

    /// Adds the padding around content of a width.
    fn close(&mut self, width: f64) {
        self.covers.width = width + 2.0 * PADDING;
        self.covers.height += 2.0 * PADDING - 6.0;
    }

    fn moved(mut self, dx: f64, dy: f64) -> Self {
        self.covers = self.covers.moved(dx, dy);
        for (_, _, start) in &mut self.lines {
            *start = start.moved(dx, dy);
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
fn are_all_named(tray: &[MapTray]) -> bool {
    tray.iter()
        .all(|tray| tray.names.len() as u64 == tray.unplaced)
}

/// The sum of a count over all themes.
// Saturating, since counts come from records and may be absurd.
fn sum(tray: &[MapTray], count: impl Fn(&MapTray) -> u64) -> u64 {
    tray.iter()
        .fold(0, |sum: u64, tray| sum.saturating_add(count(tray)))
}

/// One symbol for each theme whose count is not zero.
fn counted_cells(tray: &[MapTray], count: impl Fn(&MapTray) -> u64) -> Vec<Cell> {
    tray.iter()
        .filter(|tray| count(tray) > 0)
        .map(|tray| Cell::counted(tray.theme, Style::Hollow, count(tray)))
        .collect()
}
