//! Block of a territory on the map: symbols with the name below, moved as one.

use crate::views::view::MapCluster;

use crate::renderers::drawing::rectangle::{Point, Rectangle, as_f64};
use crate::renderers::drawing::text::bold;
use crate::renderers::map::placement::cells::{Cells, RowAlignment, arrange, best_columns, gather};

/// Size of names, and distance between their lines, in pixels at scale 1.
const NAME_SIZE: f64 = 16.0;
const NAME_PITCH: f64 = 17.0;

/// Distance of the first baseline from the symbols, and depth below the last, at scale 1.
const FIRST_BASELINE: f64 = 14.5;
const DESCENT: f64 = 3.0;

/// Widest name on one line, and widest line of two, in pixels at scale 1.
const WIDEST: (f64, f64) = (128.0, 190.0);

/// Space kept beside names, so that two of them are not read as one, in pixels at scale 1.
const BESIDE: f64 = 2.5;

/// Space for the casing and halo around a block, in pixels at scale 1.
const MARGIN: f64 = 2.0;

/// Distance from its anchor, in pixels, up to which a block needs no leader.
const NEAR_HOME: f64 = 16.0;

/// Symbols and name of a territory. Points and areas in it are relative to the middle of its rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Id of the territory.
    pub territory: String,
    /// Symbols.
    pub cells: Cells,
    /// Lines of the name, each with the middle of its baseline.
    pub name: Vec<(String, Point)>,
    /// Area of symbols and name.
    pub bounds: Rectangle,
    /// Point of the territory on the page.
    pub anchor: Point,
    /// Position of the middle of the rows on the page.
    pub position: Point,
    /// Size of symbols and name: 1 where there is free space enough.
    pub scale: f64,
    /// Point at which the leader emerges from under another block that covers the anchor.
    pub emerges: Option<Point>,
}

/// Line from a territory to its block.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Leader {
    /// Start of the line.
    pub from: Point,
    /// Point at which it meets the block.
    pub to: Point,
    /// Whether the line starts at the territory itself, which then has a dot, rather than at the
    /// edge of a block that covers it.
    pub dot: bool,
}

impl Block {
    /// The block of a cluster, still at home.
    pub(in crate::renderers::map) fn new(cluster: &MapCluster, anchor: Point, scale: f64) -> Self {
        let symbols = gather(&cluster.symbols);
        let columns = best_columns(&symbols);
        let cells = arrange(symbols, columns, RowAlignment::Centre, scale);
        let face = bold(NAME_SIZE * scale);
        let lines = face.label(&cluster.label, WIDEST.0 * scale, WIDEST.1 * scale);
        let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        let widest = lines
            .iter()
            .map(|line| face.width(line))
            .fold(0.0, f64::max);
        let top = cells.bounds.bottom();
        let height = as_f64(lines.len()) * NAME_PITCH * scale + DESCENT * scale;
        let beside = BESIDE * scale;
        let label = Rectangle::new(-widest / 2.0 - beside, top, widest + 2.0 * beside, height);
        let bounds = cells.bounds.union(label).grown(MARGIN * scale);
        let name = lines
            .into_iter()
            .enumerate()
            .map(|(line, text)| {
                let baseline = top + (as_f64(line) * NAME_PITCH + FIRST_BASELINE) * scale;
                (text, Point::new(0.0, baseline))
            })
            .collect();
        Self {
            territory: cluster.territory.clone(),
            cells,
            name,
            bounds,
            anchor,
            position: anchor,
            scale,
            emerges: None,
        }
    }

    /// Area that it covers on the page.
    #[must_use]
    pub fn covers(&self) -> Rectangle {
        self.bounds.moved(self.position.x, self.position.y)
    }

    /// Size of the name in pixels.
    #[must_use]
    pub fn name_size(&self) -> f64 {
        NAME_SIZE * self.scale
    }

    /// The line from the territory to the block: to its rows, or from below to its name. Returns
    /// `None` where the block is at home.
    #[must_use]
    pub fn leader(&self) -> Option<Leader> {
        let (anchor, to) = self.leader_from(self.position)?;
        Some(Leader {
            from: self.emerges.unwrap_or(anchor),
            to,
            dot: self.emerges.is_none(),
        })
    }

    /// Cuts off the part of the leader that is hidden under another block.
    pub(in crate::renderers::map) fn cut_leader(&mut self, blocks: &[Rectangle]) {
        let Some((from, to)) = self.leader_from(self.position) else {
            return;
        };
        let own = self.covers();
        let above = blocks
            .iter()
            .find(|other| **other != own && other.contains(from));
        self.emerges = above.map(|other| other.exit(from, to));
    }

    /// Both ends of the leader that the block would have in a position. Returns `None` near home.
    pub(in crate::renderers::map) fn leader_from(&self, position: Point) -> Option<(Point, Point)> {
        let covers = self.bounds.moved(position.x, position.y);
        if position.distance(self.anchor) <= NEAR_HOME || covers.contains(self.anchor) {
            return None;
        }
        let rows = self.cells.bounds.moved(position.x, position.y);
        let target = if self.anchor.y <= rows.bottom() {
            rows
        } else {
            covers.grown(-MARGIN * self.scale)
        };
        Some((self.anchor, target.nearest(self.anchor)))
    }

    /// Resistance to being moved: 1 for a single symbol, more for each further one.
    pub(in crate::renderers::map) fn weight(&self) -> f64 {
        as_f64(self.cells.cells.len() + 2) / 3.0
    }
}
