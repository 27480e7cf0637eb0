//! Legend of the map: themes with their counts, signs with their explanations, scope.

use crate::views::view::{MapFigure, MapTheme};

use crate::renderers::drawing::colour::{INK, fill};
use crate::renderers::drawing::rectangle::{Point, Rectangle, as_f64};
use crate::renderers::drawing::text::{Face, bold, language, regular};
use crate::renderers::drawing::xml::{Tag, XmlWriter, tag};
use crate::renderers::map::legend_items::{ITEM, Item, items};
use crate::renderers::map::symbols::{self, Style};

/// Left margin of the scope, in pixels.
const LEFT: f64 = 44.0;

/// Faces of the parts of the legend.
const HEADING: Face = bold(20.0);
const HEADING_NOTE: Face = regular(16.0);
const NAME: Face = regular(16.0);
const COUNT: Face = bold(15.0);
const NOTE: Face = regular(13.0);
const SCOPE: Face = regular(13.5);

/// Distance between lines of scope, and below the last, in pixels.
const SCOPE_PITCH: f64 = 17.0;
const SCOPE_END: f64 = 21.0;

/// Length of the longest bar, and height of all, in pixels.
const BAR: (f64, f64) = (151.0, 8.0);

/// Distance between rows of themes, in pixels: wide, or narrow where there are many.
const WIDE_PITCH: f64 = 58.0;
const NARROW_PITCH: f64 = 44.0;

/// Number of themes above which rows are narrow.
const MANY_THEMES: usize = 12;

/// Colour of secondary text.
const SOFT: &str = "#57534e";

/// Legend with its size. Themes and items are below the frame or beside it, the scope always below.
#[derive(Clone, Debug, PartialEq)]
pub struct Legend {
    /// Height below the frame, down to the edge of the page.
    pub height: f64,
    /// Height beside the frame; 0 for a legend below it.
    pub side: f64,
    /// Width of themes and items.
    width: f64,
    columns: usize,
    rows: usize,
    /// Distance between rows of themes.
    pitch: f64,
    items: Vec<Item>,
    scope: Vec<String>,
    /// Distance from the frame to the first baseline of the scope.
    scope_start: f64,
}

impl Legend {
    /// A legend below the frame, of the same width.
    pub(super) fn below(figure: &MapFigure, width: f64) -> Self {
        let columns = if figure.themes.len() > 24 { 4 } else { 3 };
        let legend = Self::measured(figure, width, width, columns);
        let scope_start = legend.side + 48.0;
        Self {
            height: scope_start + scope_height(&legend.scope),
            side: 0.0,
            scope_start,
            ..legend
        }
    }

    /// A legend beside the frame, with its scope below across the page.
    pub(super) fn beside(figure: &MapFigure, width: f64, page_width: f64) -> Self {
        let columns = if figure.themes.len() > 15 { 2 } else { 1 };
        Self::measured(figure, width, page_width, columns)
    }

    fn measured(figure: &MapFigure, width: f64, page_width: f64, columns: usize) -> Self {
        let rows = figure.themes.len().div_ceil(columns);
        let pitch = if rows * columns > MANY_THEMES {
            NARROW_PITCH
        } else {
            WIDE_PITCH
        };
        let themes_end = if rows == 0 {
            40.0
        } else {
            135.0 + as_f64(rows - 1) * pitch
        };
        let items = items(figure, themes_end, width);
        let scope: Vec<String> = figure
            .scope
            .iter()
            .flat_map(|line| SCOPE.wrap(line, page_width, 4))
            .collect();
        let scope_start = 36.0;
        Self {
            height: scope_start + scope_height(&scope),
            side: items.last().map_or(themes_end, |item| item.start.y),
            width,
            columns,
            rows,
            pitch,
            items,
            scope,
            scope_start,
        }
    }

    /// Draws the legend of a frame: below it, or to its right and below.
    pub(super) fn draw(&self, svg: &mut XmlWriter, figure: &MapFigure, frame: Rectangle) {
        let origin = if self.side > 0.0 {
            Point::new(frame.right() + 24.0, frame.y - 18.0)
        } else {
            Point::new(frame.x, frame.bottom())
        };
        if self.rows > 0 {
            draw_heading(svg, figure, origin.moved(0.0, 33.0), self.width);
        }
        self.draw_themes(svg, figure, origin);
        let group = tag("g").number("font-size", ITEM.size).set("fill", INK);
        svg.group(&group, |svg| {
            self.items.iter().for_each(|item| item.draw(svg, origin));
        });
        let group = tag("g").number("font-size", SCOPE.size).set("fill", SOFT);
        svg.group(&group, |svg| {
            for (line, text) in self.scope.iter().enumerate() {
                let y = frame.bottom() + self.scope_start + as_f64(line) * SCOPE_PITCH;
                svg.text(&tag("text").number("x", LEFT).number("y", y), text);
            }
        });
    }

    fn draw_themes(&self, svg: &mut XmlWriter, figure: &MapFigure, origin: Point) {
        let highest = figure
            .themes
            .iter()
            .map(|theme| theme.count.max(theme.recorded))
            .max()
            .unwrap_or(0)
            .max(1);
        for (index, theme) in figure.themes.iter().enumerate() {
            let (column, row) = (index / self.rows, index % self.rows);
            let x = as_f64(column) * self.width / as_f64(self.columns);
            let start = origin.moved(x, 75.0 + as_f64(row) * self.pitch);
            symbols::place(svg, index, Style::Full, start.moved(18.0, 0.0), 1.3);
            self.draw_entry(svg, theme, figure, highest, start.moved(44.0, 0.0));
        }
    }

    /// Draws a theme's name, bar, count and note.
    fn draw_entry(
        &self,
        svg: &mut XmlWriter,
        theme: &MapTheme,
        figure: &MapFigure,
        highest: u64,
        start: Point,
    ) {
        let width = self.width / as_f64(self.columns) - 68.0;
        let (lines, size) = if self.pitch > NARROW_PITCH {
            (NAME.label(&theme.label, width, width), NAME.size)
        } else {
            let (line, size) = NAME.fit(&theme.label, width);
            (vec![line], size)
        };
        let first = start.y + if lines.len() > 1 { -13.0 } else { -4.0 };
        for (line, text) in lines.iter().enumerate() {
            let name = tag("text")
                .number("x", start.x)
                .number("y", first + as_f64(line) * 18.0);
            svg.text(&name.number("font-size", size).set("fill", INK), text);
        }
        let y = first + as_f64(lines.len() - 1) * 18.0 + 9.0;
        let count_start = start.x + draw_bar(svg, theme, highest, Point::new(start.x, y));
        let count = language(&figure.words).number(theme.count);
        let text = text_of(COUNT, Point::new(count_start, y + 8.5));
        svg.text(&text.set("font-weight", "bold").set("fill", INK), &count);
        if !theme.note.is_empty() {
            let note_start = count_start + COUNT.width(&count) + 7.0;
            let text = text_of(NOTE, Point::new(note_start, y + 8.0)).set("fill", SOFT);
            let space = start.x + width + 16.0 - note_start;
            svg.text(&text, &NOTE.shorten(&theme.note, space));
        }
    }
}

/// Height of the scope from its first baseline down.
fn scope_height(scope: &[String]) -> f64 {
    as_f64(scope.len().max(1) - 1) * SCOPE_PITCH + SCOPE_END
}

fn text_of(face: Face, start: Point) -> Tag {
    tag("text")
        .number("x", start.x)
        .number("y", start.y)
        .number("font-size", face.size)
}

/// Writes the title of the themes, and what is counted where that fits beside it.
fn draw_heading(svg: &mut XmlWriter, figure: &MapFigure, start: Point, width: f64) {
    let words = &figure.words;
    let title = text_of(HEADING, start).set("font-weight", "bold");
    svg.text(&title.set("fill", INK), &words.themes);
    let after = start.x + HEADING.width(&words.themes) + 8.0;
    if after + HEADING_NOTE.width(&words.number_of_dynamics) <= start.x + width {
        let note = text_of(HEADING_NOTE, Point::new(after, start.y)).set("fill", SOFT);
        svg.text(&note, &words.number_of_dynamics);
    }
}

/// Draws a bar: full for what is recorded, hollow for what is known by its number alone. Returns
/// the distance after which the count is written.
fn draw_bar(svg: &mut XmlWriter, theme: &MapTheme, highest: u64, start: Point) -> f64 {
    if theme.count == 0 {
        return 0.0;
    }
    let whole = (BAR.0 * share(theme.count, highest)).max(3.0);
    let recorded = BAR.0 * share(theme.recorded.min(theme.count), highest);
    let rectangle = |width: f64| {
        tag("rect")
            .number("x", start.x)
            .number("y", start.y)
            .number("width", width)
            .number("height", BAR.1)
    };
    svg.leaf(&rectangle(recorded).set("fill", fill(&theme.fill)));
    let outline = rectangle(whole).set("fill", "none").set("stroke", INK);
    svg.leaf(&outline.number("stroke-width", 0.8));
    whole + 7.0
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of dynamics are far below 2^52"
)]
fn share(count: u64, of: u64) -> f64 {
    count as f64 / of as f64
}
