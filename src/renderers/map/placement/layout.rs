//! Layout of a whole page: everything in its place, so that nothing covers anything else.

use std::sync::Arc;

use crate::language::Language;
use crate::views::view::MapFigure;

use crate::renderers::drawing::rectangle::{Point, Rectangle};
use crate::renderers::drawing::text::language;
use crate::renderers::map::legend::Legend;
use crate::renderers::map::placement::anneal::{
    COMPARISONS_OF_A_MAP, COMPARISONS_OF_A_SERIES, anneal,
};
use crate::renderers::map::placement::block::{Block, Leader};
use crate::renderers::map::placement::free_space::FreeSpace;
use crate::renderers::map::placement::names::{self, Name};
use crate::renderers::map::placement::panel::Panel;
use crate::renderers::map::placement::scale::Scale;
use crate::renderers::map::placement::separate::separate;
use crate::renderers::map::placement::site::Site;
use crate::renderers::map::sheet::Sheet;

/// Left margin of the frame, and its least height, in pixels.
// The page grows before the frame gets lower.
const LEFT: f64 = 44.0;
const LEAST_HEIGHT: f64 = 700.0;

/// Top of the frame, and what a third line above it adds, in pixels.
const TOP: f64 = 122.0;
const THIRD_LINE: f64 = 28.0;

/// Width of a legend beside the frame, and space between the two, in pixels.
const LEGEND_WIDTH: f64 = 392.0;
const BEFORE_LEGEND: f64 = 24.0;

/// Size of symbols on an interactive page, where they are pressed.
// A page 1280 pixels wide shows them 24 pixels wide, the least target size of WCAG 2.2 (2.5.8).
pub(in crate::renderers::map) const PRESSED: f64 = 1.12;

/// Sizes of symbols and names, tried in turn until all find free space; the first is for
/// interactive pages only.
const SIZES: [f64; 10] = [PRESSED, 1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2];

/// Share of the frame above which blocks and obstacles of a size are too many to be tried.
// Rectangles cannot fill a frame without gaps; trying would take all rounds of `separate`.
const FULL: f64 = 0.8;

/// Distances that blocks and their anchors keep to the edge of the frame, in pixels.
const BLOCK_INSET: f64 = 4.0;
const ANCHOR_INSET: f64 = 8.0;

/// A page on which everything has its place.
pub struct Layout {
    /// Whole page.
    pub page: Rectangle,
    /// Blocks of territories, in the figure's order.
    pub blocks: Vec<Block>,
    /// Box of the dynamics of the whole region.
    pub region_wide: Option<Panel>,
    /// Box of the dynamics without a place.
    pub tray: Option<Panel>,
    /// Scale bar.
    pub scale: Scale,
    /// Names in the free space that is left.
    pub names: Vec<Name>,
    /// Legend below the frame or beside it.
    pub legend: Legend,
    /// Frame and basemap.
    pub site: Arc<Site>,
}

impl Layout {
    /// Lays out a figure on an A4 page. Blocks, boxes, scale bar and names are inside the frame
    /// and do not overlap, down to a fifth of their size; thousands of territories may.
    #[must_use]
    pub fn new(figure: &MapFigure) -> Self {
        Self::for_sheet(figure, Sheet::default())
    }

    /// Lays out a figure on a sheet of paper.
    #[must_use]
    pub fn for_sheet(figure: &MapFigure, sheet: Sheet) -> Self {
        Self::in_languages(vec![language(&figure.words)], figure, sheet)
    }

    /// Lays out a figure for an interactive page: with space for the words of both languages, and
    /// symbols large enough to be pressed.
    #[must_use]
    pub fn for_page(figure: &MapFigure) -> Self {
        Self::in_languages(Self::both_languages(), figure, Sheet::default())
    }

    /// Lays out several figures for an interactive page, all in the frame and on the basemap of
    /// the first.
    #[must_use]
    pub fn series_for_page(figures: &[MapFigure]) -> Vec<Self> {
        let Some(first) = figures.first() else {
            return Vec::new();
        };
        let (page, frame, legend) = divide(first, Sheet::default());
        let site = Arc::new(Site::new(first, frame, Self::both_languages()));
        let mut layouts = Vec::new();
        let mut comparisons_left = COMPARISONS_OF_A_SERIES;
        for (index, figure) in figures.iter().enumerate() {
            // What one map leaves is shared by those that follow.
            let share = comparisons_left / (figures.len() - index);
            let share = share.min(COMPARISONS_OF_A_MAP);
            let mut left = share;
            let (legend, site) = (legend.clone(), Arc::clone(&site));
            layouts.push(Self::on_site(figure, page, legend, site, &mut left));
            comparisons_left -= share - left;
        }
        layouts
    }

    fn both_languages() -> Vec<Language> {
        vec![Language::French, Language::English]
    }

    fn in_languages(languages: Vec<Language>, figure: &MapFigure, sheet: Sheet) -> Self {
        let (page, frame, legend) = divide(figure, sheet);
        let site = Arc::new(Site::new(figure, frame, languages));
        Self::on_site(figure, page, legend, site, &mut { COMPARISONS_OF_A_MAP })
    }

    /// Lays out another figure on the same page, in the same frame with the same basemap.
    #[must_use]
    pub fn with_figure(&self, figure: &MapFigure) -> Self {
        let (legend, site) = (self.legend.clone(), Arc::clone(&self.site));
        Self::on_site(figure, self.page, legend, site, &mut {
            COMPARISONS_OF_A_MAP
        })
    }

    fn on_site(
        figure: &MapFigure,
        page: Rectangle,
        legend: Legend,
        site: Arc<Site>,
        comparisons_left: &mut usize,
    ) -> Self {
        let mut free_space = FreeSpace {
            frame: site.frame,
            land: &site.land,
            taken: Vec::new(),
        };
        let scale = Scale::new(&site.basemap.projection, &free_space);
        free_space.taken.push(scale.covers);
        let symbol_size = if site.is_interactive() { PRESSED } else { 1.0 };
        let region_wide = Panel::region_wide(figure, &free_space, symbol_size);
        free_space
            .taken
            .extend(region_wide.iter().map(|panel| panel.covers));
        let tray = Panel::tray(figure, &free_space);
        free_space
            .taken
            .extend(tray.iter().map(|panel| panel.covers));
        let mut taken = free_space.taken;
        let blocks = blocks(figure, &site, &taken, comparisons_left);
        taken.extend(blocks.iter().map(Block::covers));
        taken.extend(
            blocks
                .iter()
                .filter_map(Block::leader)
                .flat_map(squares_along),
        );
        let names = names::place(figure, &site, &taken);
        Self {
            page,
            blocks,
            region_wide,
            tray,
            scale,
            names,
            legend,
            site,
        }
    }
}

/// Page, frame and legend: below the frame on upright paper, beside it on a broad sheet.
fn divide(figure: &MapFigure, sheet: Sheet) -> (Rectangle, Rectangle, Legend) {
    let (width, height) = sheet.pixels();
    let inner_width = width - 2.0 * LEFT;
    let third_line = if figure.invented.is_some() {
        THIRD_LINE
    } else {
        0.0
    };
    let top = TOP + third_line;
    if sheet.landscape {
        let legend = Legend::beside(figure, LEGEND_WIDTH, inner_width);
        let needed = top + legend.side.max(LEAST_HEIGHT) + legend.height;
        let page = Rectangle::new(0.0, 0.0, width, height.max(needed));
        let frame_height = page.height - legend.height - top;
        let frame_width = inner_width - LEGEND_WIDTH - BEFORE_LEGEND;
        let frame = Rectangle::new(LEFT, top, frame_width, frame_height);
        return (page, frame, legend);
    }
    let legend = Legend::below(figure, inner_width);
    let bottom = (height - legend.height).max(top + LEAST_HEIGHT);
    let page = Rectangle::new(0.0, 0.0, width, bottom + legend.height);
    let frame = Rectangle::new(LEFT, top, inner_width, bottom - top);
    (page, frame, legend)
}

/// The blocks of all clusters, as large as free space allows. At the least size they remain where
/// they are, and may overlap.
fn blocks(
    figure: &MapFigure,
    site: &Site,
    obstacles: &[Rectangle],
    comparisons_left: &mut usize,
) -> Vec<Block> {
    let inner = site.frame.grown(-BLOCK_INSET);
    let sizes = if site.is_interactive() {
        &SIZES[..]
    } else {
        &SIZES[1..]
    };
    let mut blocks = Vec::new();
    for &size in sizes {
        blocks = blocks_at_home(figure, site, size);
        let needed: f64 = blocks
            .iter()
            .map(Block::covers)
            .chain(obstacles.iter().copied())
            .map(Rectangle::area)
            .sum();
        if needed < site.frame.area() * FULL && separate(&mut blocks, obstacles, inner) {
            anneal(&mut blocks, obstacles, inner, comparisons_left);
            break;
        }
    }
    let covers: Vec<Rectangle> = blocks.iter().map(Block::covers).collect();
    for block in &mut blocks {
        block.cut_leader(&covers);
    }
    blocks
}

/// The blocks of all clusters, each on its territory.
fn blocks_at_home(figure: &MapFigure, site: &Site, scale: f64) -> Vec<Block> {
    let frame = site.frame;
    figure
        .clusters
        .iter()
        .filter(|cluster| !cluster.symbols.is_empty())
        .map(|cluster| {
            let projection = &site.basemap.projection;
            // Records may place a territory anywhere, even nowhere on Earth.
            let point = projection.point(cluster.longitude, cluster.latitude);
            let anchor = frame
                .grown(-ANCHOR_INSET)
                .nearest(point.unwrap_or(frame.centre()));
            Block::new(cluster, anchor, scale)
        })
        .collect()
}

/// Small squares along a leader and on its dot, so that no name is written over it.
fn squares_along(Leader { from, to, .. }: Leader) -> Vec<Rectangle> {
    (0_u8..=20)
        .map(|step| {
            let share = f64::from(step) / 20.0;
            let x = from.x + (to.x - from.x) * share;
            let y = from.y + (to.y - from.y) * share;
            Rectangle::around(Point::new(x, y), 7.0, 7.0)
        })
        .collect()
}
