//! Where everything on the page stands, so that nothing covers anything else.

use crate::views::view::{MapCluster, MapFigure};

use super::block::Block;
use super::dodge::settle;
use super::ground::Ground;
use super::land::Land;
use super::legend::Legend;
use super::names::{self, Name};
use super::panel::Panel;
use super::rectangle::{Point, Rectangle};
use super::room::Room;
use super::scale::Scale;
use super::untangle::untangle;

/// Size of an A4 page, portrait, in pixels of the view box.
const PAGE: (f64, f64) = (1240.0, 1754.0);

/// Left, top and width of the frame, and the least height it may have; the page grows before the frame gets smaller.
const FRAME: (f64, f64, f64, f64) = (44.0, 150.0, 1152.0, 700.0);

/// Sizes of symbols and names, tried in turn until all find room.
const SIZES: [f64; 9] = [1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2];

/// Share of the frame above which no room is sought for blocks of a size.
const FULL: f64 = 0.8;

/// A page laid out.
pub struct Layout {
    /// The whole page.
    pub page: Rectangle,
    /// The frame of the map.
    pub frame: Rectangle,
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
    /// What is below the frame.
    pub legend: Legend,
    pub(super) ground: Ground,
}

impl Layout {
    /// Lays out a figure. Blocks, boxes, scale bar and names lie in the frame and do not overlap, down to a fifth of
    /// their size; territories by the thousand may.
    #[must_use]
    pub fn new(figure: &MapFigure) -> Self {
        let legend = Legend::new(figure);
        let bottom = (PAGE.1 - legend.height).max(FRAME.1 + FRAME.3);
        let page = Rectangle::new(0.0, 0.0, PAGE.0, bottom + legend.height);
        let frame = Rectangle::new(FRAME.0, FRAME.1, FRAME.2, bottom - FRAME.1);
        let ground = Ground::new(&figure.departments, frame);
        let land = Land::new(&ground.edge(), frame);
        let mut room = Room { frame, land: &land, taken: Vec::new() };
        let scale = Scale::new(ground.fit.scale, &room);
        room.taken.push(scale.covers);
        let region_wide = Panel::region_wide(figure, &room);
        room.taken.extend(region_wide.iter().map(|panel| panel.covers));
        let tray = Panel::tray(figure, &room);
        room.taken.extend(tray.iter().map(|panel| panel.covers));
        let blocks = blocks(figure, &ground, &room.taken, frame);
        let mut taken = room.taken;
        taken.extend(blocks.iter().map(Block::covers));
        taken.extend(blocks.iter().filter_map(Block::leader).flat_map(along));
        let names = names::place(figure, &ground, &land, frame, &taken);
        Self { page, frame, blocks, region_wide, tray, scale, names, legend, ground }
    }
}

/// The blocks of all clusters, as large as there is room for; at the least size they stay where they are.
fn blocks(figure: &MapFigure, ground: &Ground, still: &[Rectangle], frame: Rectangle) -> Vec<Block> {
    let anchor = |cluster: &MapCluster| {
        let point = ground.fit.point(cluster.longitude, cluster.latitude);
        frame.grown(-8.0).nearest(point.unwrap_or(frame.centre()))
    };
    let mut blocks = Vec::new();
    for size in SIZES {
        let sized = figure.clusters.iter().filter(|cluster| !cluster.symbols.is_empty());
        blocks = sized.map(|cluster| Block::new(cluster, anchor(cluster), size)).collect();
        let needed: f64 =
            blocks.iter().map(Block::covers).chain(still.iter().copied()).map(Rectangle::area).sum();
        if needed < frame.area() * FULL && settle(&mut blocks, still, frame.grown(-4.0)) {
            untangle(&mut blocks, still, frame.grown(-4.0));
            break;
        }
    }
    blocks
}

/// Small squares along a leader, its dot among them, so that no name is written over it.
fn along((from, to): (Point, Point)) -> Vec<Rectangle> {
    let steps = (0_u8..=20).map(|step| f64::from(step) / 20.0);
    let points =
        steps.map(|share| Point::new(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share));
    points.map(|point| Rectangle::around(point, 7.0, 7.0)).collect()
}
