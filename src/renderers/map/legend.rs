//! What is below the frame: themes with their counts, tints, lines, the scope of what is shown.

use crate::views::view::{MapFigure, MapTheme};

use crate::renderers::drawing::colour::{INK, fill};
use crate::renderers::drawing::rectangle::{Point, Rectangle, measure};
use crate::renderers::drawing::svg::{Svg, number, tag};
use crate::renderers::drawing::text::{Face, bold, language, regular};
use crate::renderers::map::background::{LINES, OUTSIDE, stroke, tints};
use crate::renderers::map::basemap::has_epci;
use crate::renderers::map::placement::cells::SIZES;
use crate::renderers::map::symbols::{self, Style};

/// Left margin of everything below the frame.
const LEFT: f64 = 44.0;

const NAME: Face = regular(16.0);
const COUNT: Face = bold(15.0);
const NOTE: Face = regular(13.0);
const ITEM: Face = regular(14.0);
const SCOPE: Face = regular(13.5);

/// Length of the longest bar, and height of all.
const BAR: (f64, f64) = (151.0, 8.0);

/// Below this width, each explanation has a line of its own.
const NARROW: f64 = 500.0;

/// Secondary text.
const SOFT: &str = "#57534e";

/// The legend, measured. Its parts are relative to their origin: themes and items stand below the
/// frame or beside it,
/// the scope always below.
#[derive(Clone, Debug, PartialEq)]
pub struct Legend {
    /// How high it is below the frame, down to the page's edge.
    pub height: f64,
    /// How high it is beside the frame.
    pub side: f64,
    /// Width of themes and items.
    width: f64,
    columns: usize,
    rows: usize,
    /// Distance between rows of themes.
    pitch: f64,
    /// Tints, lines and hollow symbols: what is drawn, its words, and where it starts.
    items: Vec<(Item, String, Point)>,
    /// Lines of scope, and the baseline of the first below the frame.
    scope: (Vec<String>, f64),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Item {
    Swatch(&'static str),
    Line(usize),
    Hollow,
    /// A symbol of a size.
    Size(f64),
    /// Words alone.
    Title,
}

impl Legend {
    /// A legend below the frame, as wide as it.
    pub(super) fn below(figure: &MapFigure, width: f64) -> Self {
        let columns = if figure.themes.len() > 24 { 4 } else { 3 };
        let mut legend = Self::measured(figure, width, width, columns);
        let first = legend.side + 48.0;
        legend.scope.1 = first;
        legend.height = first + measure(legend.scope.0.len().max(1) - 1) * 17.0 + 21.0;
        legend.side = 0.0;
        legend
    }

    /// A legend beside the frame, its scope below across the page.
    pub(super) fn beside(figure: &MapFigure, width: f64, page: f64) -> Self {
        let columns = if figure.themes.len() > 15 { 2 } else { 1 };
        Self::measured(figure, width, page, columns)
    }

    fn measured(figure: &MapFigure, width: f64, page: f64, columns: usize) -> Self {
        let rows = figure.themes.len().div_ceil(columns);
        let pitch = if rows * columns > 12 { 44.0 } else { 58.0 };
        let themes_end = if rows == 0 {
            40.0
        } else {
            135.0 + measure(rows - 1) * pitch
        };
        let items = items(figure, themes_end, width);
        let side = items.last().map_or(themes_end, |item| item.2.y);
        let scope: Vec<String> = figure
            .scope
            .iter()
            .flat_map(|line| SCOPE.wrap(line, page, 4))
            .collect();
        let height = 36.0 + measure(scope.len().max(1) - 1) * 17.0 + 21.0;
        Self {
            height,
            side,
            width,
            columns,
            rows,
            pitch,
            items,
            scope: (scope, 36.0),
        }
    }

    /// Writes the legend of a frame: below it, or to its right and below.
    pub(super) fn draw(&self, svg: &mut Svg, figure: &MapFigure, frame: Rectangle) {
        let origin = if self.side > 0.0 {
            Point::new(frame.right() + 24.0, frame.y - 18.0)
        } else {
            Point::new(frame.x, frame.bottom())
        };
        if self.rows > 0 {
            heading(svg, figure, origin.moved(0.0, 33.0), self.width);
        }
        let most = figure
            .themes
            .iter()
            .map(|theme| theme.count.max(theme.recorded))
            .max()
            .unwrap_or(0)
            .max(1);
        for (index, theme) in figure.themes.iter().enumerate() {
            let (column, row) = (index / self.rows, index % self.rows);
            let x = measure(column) * self.width / measure(self.columns);
            let at = origin.moved(x, 75.0 + measure(row) * self.pitch);
            symbols::place(svg, index, Style::Full, at.moved(18.0, 0.0), 1.3);
            self.entry(svg, theme, figure, most, at.moved(44.0, 0.0));
        }
        let small = tag("g").at("font-size", ITEM.size).set("fill", INK);
        svg.group(&small, |svg| {
            self.items
                .iter()
                .for_each(|item| draw_item(svg, item, origin));
        });
        let small = tag("g").at("font-size", SCOPE.size).set("fill", SOFT);
        svg.group(&small, |svg| {
            for (line, text) in self.scope.0.iter().enumerate() {
                let y = frame.bottom() + self.scope.1 + measure(line) * 17.0;
                svg.text(&tag("text").at("x", LEFT).at("y", y), text);
            }
        });
    }

    /// A theme's name, bar and count.
    fn entry(&self, svg: &mut Svg, theme: &MapTheme, figure: &MapFigure, most: u64, at: Point) {
        let width = self.width / measure(self.columns) - 68.0;
        let roomy = self.pitch > 50.0;
        let (lines, size) = if roomy {
            (NAME.label(&theme.label, width, width), NAME.size)
        } else {
            let (line, size) = NAME.fit(&theme.label, width);
            (vec![line], size)
        };
        let first = if lines.len() > 1 { -13.0 } else { -4.0 };
        for (line, text) in lines.iter().enumerate() {
            let name = tag("text")
                .at("x", at.x)
                .at("y", at.y + first + measure(line) * 18.0);
            svg.text(&name.at("font-size", size).set("fill", INK), text);
        }
        let y = at.y + first + measure(lines.len() - 1) * 18.0 + 9.0;
        let language = language(&figure.words);
        let after = at.x + bar(svg, theme, most, Point::new(at.x, y));
        let count = language.number(theme.count);
        let text = tag("text")
            .at("x", after)
            .at("y", y + 8.5)
            .at("font-size", COUNT.size)
            .set("font-weight", "bold");
        svg.text(&text.set("fill", INK), &count);
        let after = after + COUNT.width(&count) + 7.0;
        if !theme.note.is_empty() {
            let text = tag("text")
                .at("x", after)
                .at("y", y + 8.0)
                .at("font-size", NOTE.size)
                .set("fill", SOFT);
            svg.text(
                &text,
                &NOTE.shorten(&theme.note, at.x + width + 16.0 - after),
            );
        }
    }
}

fn heading(svg: &mut Svg, figure: &MapFigure, at: Point, width: f64) {
    let face = bold(20.0);
    let title = tag("text")
        .at("x", at.x)
        .at("y", at.y)
        .at("font-size", face.size)
        .set("font-weight", "bold");
    svg.text(&title.set("fill", INK), &figure.words.themes);
    let after = at.x + face.width(&figure.words.themes) + 8.0;
    if after + regular(16.0).width(&figure.words.number_of_dynamics) > at.x + width {
        return;
    }
    let note = tag("text")
        .at("x", after)
        .at("y", at.y)
        .at("font-size", 16.0)
        .set("fill", SOFT);
    svg.text(&note, &figure.words.number_of_dynamics);
}

/// Draws what is recorded full and what is known by count alone hollow; answers where the count may
/// start.
fn bar(svg: &mut Svg, theme: &MapTheme, most: u64, at: Point) -> f64 {
    if theme.count == 0 {
        return 0.0;
    }
    let length = |count: u64| BAR.0 * share(count, most);
    let whole = length(theme.count).max(3.0);
    let full = length(theme.recorded.min(theme.count));
    let rectangle = |width: f64| {
        tag("rect")
            .at("x", at.x)
            .at("y", at.y)
            .at("width", width)
            .at("height", BAR.1)
    };
    svg.leaf(&rectangle(full).set("fill", fill(&theme.fill)));
    svg.leaf(
        &rectangle(whole)
            .set("fill", "none")
            .set("stroke", INK)
            .at("stroke-width", 0.8),
    );
    whole + 7.0
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of dynamics are far below 2^52"
)]
fn share(count: u64, of: u64) -> f64 {
    count as f64 / of as f64
}

/// What explains tints, lines and hollow symbols, in rows as wide as the page; what stands under
/// one title stays together
/// where a row has room for it.
fn items(figure: &MapFigure, top: f64, width: f64) -> Vec<(Item, String, Point)> {
    // A narrow legend has nothing to its right but the margin of the page, which a long title may
    // use.
    let most = if width < NARROW {
        width + 30.0
    } else {
        width / 2.0
    };
    let shown = explained(figure)
        .into_iter()
        .filter(|(_, text)| !text.is_empty());
    let all: Vec<(Item, String)> = shown
        .map(|(item, text)| (item, item.face().shorten(&text, most)))
        .collect();
    let down = if figure.sizes.is_some() { 34.0 } else { 24.0 };
    let own = |(item, text): &(Item, String)| item.width() + 7.0 + item.face().width(text);
    let mut placed = Vec::new();
    let mut at = Point::new(0.0, top);
    for (place, (item, text)) in all.iter().enumerate() {
        let under = all[place + 1..]
            .iter()
            .take_while(|(next, _)| *item == Item::Title && next.is_titled());
        let group: f64 = own(&all[place]) + under.map(|next| own(next) + 18.0).sum::<f64>();
        let needed = if group > width {
            own(&all[place])
        } else {
            group
        };
        if at.x > 0.0 && (at.x + needed > width || width < NARROW) {
            at = Point::new(0.0, at.y + down);
        }
        placed.push((*item, text.clone(), at));
        at.x += own(&all[place]) + 18.0;
    }
    placed
}

/// What is drawn and needs a word: nothing that is not on the map.
fn explained(figure: &MapFigure) -> Vec<(Item, String)> {
    let (words, classes) = (&figure.words, &figure.classes);
    let communities = has_epci(figure);
    let mut all = Vec::new();
    if communities || classes.departments {
        all.push((Item::Title, classes.title.clone()));
        all.push((Item::Swatch("#ffffff"), classes.none.clone()));
        all.extend(
            tints(figure)
                .iter()
                .copied()
                .map(Item::Swatch)
                .zip(classes.labels.iter().cloned()),
        );
    }
    if communities && !figure.outside.is_empty() {
        all.push((Item::Swatch(OUTSIDE), words.outside.clone()));
    }
    let lines = (0..LINES.len()).filter(|line| communities || *line > 0);
    all.extend(lines.map(|line| (Item::Line(line), words.lines[line].clone())));
    if let Some(sizes) = &figure.sizes {
        all.push((Item::Title, sizes.title.clone()));
        let labels = sizes.labels.iter().cloned();
        all.extend(SIZES.into_iter().map(Item::Size).zip(labels));
    }
    if figure
        .clusters
        .iter()
        .flat_map(|cluster| &cluster.symbols)
        .any(|symbol| !symbol.full)
    {
        all.push((Item::Hollow, words.also_here.clone()));
    }
    all
}

impl Item {
    fn face(self) -> Face {
        if self == Self::Title {
            bold(ITEM.size)
        } else {
            ITEM
        }
    }

    /// Whether it stands under a title.
    fn is_titled(self) -> bool {
        matches!(self, Self::Swatch(_) | Self::Size(_))
    }

    fn width(self) -> f64 {
        match self {
            Self::Swatch(_) => 24.0,
            Self::Line(_) => 28.0,
            Self::Hollow => 18.0,
            Self::Size(size) => 24.0 * size,
            Self::Title => 0.0,
        }
    }
}

fn draw_item(svg: &mut Svg, (item, text, at): &(Item, String, Point), origin: Point) {
    let (x, y) = (origin.x + at.x, origin.y + at.y);
    match *item {
        Item::Swatch(colour) => {
            let swatch = tag("rect")
                .at("x", x)
                .at("y", y - 7.0)
                .at("width", 24.0)
                .at("height", 14.0);
            svg.leaf(
                &swatch
                    .set("fill", colour)
                    .set("stroke", LINES[0].0)
                    .at("stroke-width", 1.0),
            );
        }
        Item::Line(line) => {
            let (colour, width, dashes) = LINES[line];
            svg.leaf(
                &stroke(colour, width.max(1.2), dashes)
                    .set("d", &format!("M{} {}h28", number(x), number(y))),
            );
        }
        Item::Title => {
            return svg.text(
                &tag("text")
                    .at("x", x)
                    .at("y", y + 5.0)
                    .set("font-weight", "bold"),
                text,
            );
        }
        Item::Size(size) => {
            let ring = tag("circle")
                .at("cx", x + 12.0 * size)
                .at("cy", y)
                .at("r", 12.0 * size);
            svg.leaf(
                &ring
                    .set("fill", "#fff")
                    .set("stroke", INK)
                    .at("stroke-width", 1.1),
            );
        }
        Item::Hollow => {
            let ring = tag("circle").at("cx", x + 9.0).at("cy", y).at("r", 7.5);
            svg.leaf(
                &ring
                    .set("fill", "#fff")
                    .set("stroke", INK)
                    .at("stroke-width", 1.1),
            );
            let ring = tag("circle").at("cx", x + 9.0).at("cy", y).at("r", 5.7);
            svg.leaf(
                &ring
                    .set("fill", "none")
                    .set("stroke", "#8b8f96")
                    .at("stroke-width", 2.6),
            );
        }
    }
    svg.text(
        &tag("text").at("x", x + item.width() + 7.0).at("y", y + 5.0),
        text,
    );
}
