//! Where everything on the page stands, so that nothing covers anything else.

use std::sync::Arc;

use crate::language::Language;
use crate::views::view::{MapCluster, MapFigure};

use crate::renderers::drawing::rectangle::{Point, Rectangle};
use crate::renderers::drawing::text::language;
use crate::renderers::map::basemap::Basemap;
use crate::renderers::map::legend::Legend;
use crate::renderers::map::placement::anneal::anneal;
use crate::renderers::map::placement::block::{Block, Leader};
use crate::renderers::map::placement::free_space::FreeSpace;
use crate::renderers::map::placement::land::Land;
use crate::renderers::map::placement::names::{self, Known, Name};
use crate::renderers::map::placement::panel::Panel;
use crate::renderers::map::placement::scale::Scale;
use crate::renderers::map::placement::separate::separate;
use crate::renderers::map::sheet::Sheet;

/// Left of the frame, and the least height it may have; the page grows before the frame gets
/// smaller.
const FRAME: (f64, f64) = (44.0, 700.0);

/// Top of the frame, and what is added to it where a third line stands above.
const TOP: (f64, f64) = (122.0, 28.0);

/// Width of the legend where it stands beside the frame, and space between the two.
const BESIDE: (f64, f64) = (392.0, 24.0);

/// Size of symbols on a page, where they are pressed.
pub(in crate::renderers::map) const PRESSED: f64 = 1.12;

/// Sizes of symbols and names, tried in turn until all find room; the first is for a page.
const SIZES: [f64; 10] = [PRESSED, 1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2];

/// Share of the frame above which no room is sought for blocks of a size.
const FULL: f64 = 0.8;

/// A page laid out.
pub struct Layout {
    /// The whole page.
    pub page: Rectangle,
    /// Territories, in the figure's order.
    pub blocks: Vec<Block>,
    /// The box of dynamics of the whole region.
    pub region_wide: Option<Panel>,
    /// The tray of what has no place.
    pub tray: Option<Panel>,
    /// The scale bar.
    pub scale: Scale,
    /// Names in the room left over.
    pub names: Vec<Name>,
    /// What is below the frame or beside it.
    pub legend: Legend,
    /// Where all of this stands.
    pub site: Arc<Site>,
}

/// A frame with the ground in it: the same for every figure of the same departments and legend, so
/// that a series of
/// years is drawn on one.
pub struct Site {
    /// The frame of the map.
    pub frame: Rectangle,
    /// The languages in which it is read: that of its words, or both where readers turn from one to
    /// the other.
    pub languages: Vec<Language>,
    pub(in crate::renderers::map) basemap: Basemap,
    pub(in crate::renderers::map) land: Land,
    pub(in crate::renderers::map) known: Known,
}

impl Site {
    /// The ground of a figure's departments in a frame, to be read in these languages.
    #[must_use]
    pub fn new(figure: &MapFigure, frame: Rectangle, languages: Vec<Language>) -> Self {
        let basemap = Basemap::new(figure, frame);
        let land = Land::new(&basemap.edge(), frame);
        let known = Known::new(&basemap, frame);
        Self {
            frame,
            languages,
            basemap,
            land,
            known,
        }
    }
}

impl Layout {
    /// Lays out a figure on an A4 page. Blocks, boxes, scale bar and names lie in the frame and do
    /// not overlap, down to
    /// a fifth of their size; territories by the thousand may.
    #[must_use]
    pub fn new(figure: &MapFigure) -> Self {
        Self::on(figure, Sheet::default())
    }

    /// Lays out a figure on a sheet of paper.
    #[must_use]
    pub fn on(figure: &MapFigure, sheet: Sheet) -> Self {
        Self::read_in(vec![language(&figure.words)], figure, sheet)
    }

    /// Lays out a figure for a page: with room for the words of both languages, and symbols large
    /// enough to be pressed.
    #[must_use]
    pub fn for_page(figure: &MapFigure) -> Self {
        Self::read_in(
            vec![Language::French, Language::English],
            figure,
            Sheet::default(),
        )
    }

    fn read_in(languages: Vec<Language>, figure: &MapFigure, sheet: Sheet) -> Self {
        let (page, frame, legend) = divided(figure, sheet);
        Self::at(
            figure,
            page,
            legend,
            Arc::new(Site::new(figure, frame, languages)),
        )
    }

    /// Lays out another figure where one already is: its ground, frame and page are used again.
    #[must_use]
    pub fn like(&self, figure: &MapFigure) -> Self {
        Self::at(
            figure,
            self.page,
            self.legend.clone(),
            Arc::clone(&self.site),
        )
    }

    fn at(figure: &MapFigure, page: Rectangle, legend: Legend, site: Arc<Site>) -> Self {
        let (frame, basemap) = (site.frame, &site.basemap);
        let mut free_space = FreeSpace {
            frame,
            land: &site.land,
            taken: Vec::new(),
        };
        let scale = Scale::new(&basemap.fit, &free_space);
        free_space.taken.push(scale.covers);
        let symbols = if site.languages.len() > 1 {
            PRESSED
        } else {
            1.0
        };
        let region_wide = Panel::region_wide(figure, &free_space, symbols);
        free_space
            .taken
            .extend(region_wide.iter().map(|panel| panel.covers));
        let tray = Panel::tray(figure, &free_space);
        free_space
            .taken
            .extend(tray.iter().map(|panel| panel.covers));
        let blocks = blocks(figure, &site, &free_space.taken);
        let mut taken = free_space.taken;
        taken.extend(blocks.iter().map(Block::covers));
        taken.extend(blocks.iter().filter_map(Block::leader).flat_map(along));
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
fn divided(figure: &MapFigure, sheet: Sheet) -> (Rectangle, Rectangle, Legend) {
    let (width, height) = sheet.pixels();
    let whole = width - 2.0 * FRAME.0;
    let top = TOP.0
        + if figure.invented.is_some() {
            TOP.1
        } else {
            0.0
        };
    if sheet.landscape {
        let legend = Legend::beside(figure, BESIDE.0, whole);
        let needed = top + legend.side.max(FRAME.1) + legend.height;
        let page = Rectangle::new(0.0, 0.0, width, height.max(needed));
        let frame_height = page.height - legend.height - top;
        let frame = Rectangle::new(FRAME.0, top, whole - BESIDE.0 - BESIDE.1, frame_height);
        return (page, frame, legend);
    }
    let legend = Legend::below(figure, whole);
    let bottom = (height - legend.height).max(top + FRAME.1);
    let page = Rectangle::new(0.0, 0.0, width, bottom + legend.height);
    (
        page,
        Rectangle::new(FRAME.0, top, whole, bottom - top),
        legend,
    )
}

/// The blocks of all clusters, as large as there is room for; at the least size they stay where
/// they are.
fn blocks(figure: &MapFigure, site: &Site, still: &[Rectangle]) -> Vec<Block> {
    let (frame, basemap) = (site.frame, &site.basemap);
    let anchor = |cluster: &MapCluster| {
        let point = basemap.fit.point(cluster.longitude, cluster.latitude);
        frame.grown(-8.0).nearest(point.unwrap_or(frame.centre()))
    };
    let mut blocks = Vec::new();
    let tried = if site.languages.len() > 1 {
        &SIZES[..]
    } else {
        &SIZES[1..]
    };
    for &size in tried {
        let sized = figure
            .clusters
            .iter()
            .filter(|cluster| !cluster.symbols.is_empty());
        blocks = sized
            .map(|cluster| Block::new(cluster, anchor(cluster), size))
            .collect();
        let needed: f64 = blocks
            .iter()
            .map(Block::covers)
            .chain(still.iter().copied())
            .map(Rectangle::area)
            .sum();
        if needed < frame.area() * FULL && separate(&mut blocks, still, frame.grown(-4.0)) {
            anneal(&mut blocks, still, frame.grown(-4.0));
            break;
        }
    }
    let covers: Vec<Rectangle> = blocks.iter().map(Block::covers).collect();
    for block in &mut blocks {
        block.come_out(&covers);
    }
    blocks
}

/// Small squares along a leader, its dot among them, so that no name is written over it.
fn along(leader: Leader) -> Vec<Rectangle> {
    let Leader { from, to, .. } = leader;
    let steps = (0_u8..=20).map(|step| f64::from(step) / 20.0);
    let points = steps.map(|share| {
        Point::new(
            from.x + (to.x - from.x) * share,
            from.y + (to.y - from.y) * share,
        )
    });
    points
        .map(|point| Rectangle::around(point, 7.0, 7.0))
        .collect()
}
