//! A territory on the map: its symbols with its name below, moved as one.

use crate::views::view::MapCluster;

use crate::renderers::drawing::rectangle::{Point, Rectangle, measure};
use crate::renderers::drawing::text::bold;
use crate::renderers::map::placement::cells::{Cells, Rows, arrange, columns, gather};

/// Size of names, and distance between their lines, at scale 1.
const NAME: (f64, f64) = (16.0, 17.0);

/// Widest name on one line, and widest line of two, at scale 1.
const WIDEST: (f64, f64) = (128.0, 190.0);

/// Room kept beside names, so that two of them are not read as one, at scale 1.
const BESIDE: f64 = 2.5;

/// Room for the casing and halo around a block, at scale 1.
const MARGIN: f64 = 2.0;

/// The symbols and the name of a territory; all places in it are relative to the middle of its
/// rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Id of the territory.
    pub territory: String,
    /// Its symbols.
    pub cells: Cells,
    /// Lines of its name, and the middle of each line's baseline.
    pub name: Vec<(String, Point)>,
    /// What symbols and name cover.
    pub bounds: Rectangle,
    /// Where the territory is.
    pub anchor: Point,
    /// Where the block stands.
    pub at: Point,
    /// Size of everything in it, 1 where there is room.
    pub scale: f64,
    /// Where its leader comes out from under another block that covers its anchor.
    pub out: Option<Point>,
}

/// The line from a territory to its block.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Leader {
    /// Where it begins.
    pub from: Point,
    /// Where it meets the block.
    pub to: Point,
    /// Whether it begins at the territory itself, which then has a dot, and not under a block that
    /// covers it.
    pub dot: bool,
}

impl Block {
    /// The block of a cluster, still at home.
    pub(in crate::renderers::map) fn new(cluster: &MapCluster, anchor: Point, scale: f64) -> Self {
        let gathered = gather(&cluster.symbols);
        let columns = columns(&gathered);
        let cells = arrange(gathered, columns, Rows::Centred, scale);
        let face = bold(NAME.0 * scale);
        let lines = face.label(&cluster.label, WIDEST.0 * scale, WIDEST.1 * scale);
        let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        let widest = lines
            .iter()
            .map(|line| face.width(line))
            .fold(0.0, f64::max);
        let top = cells.bounds.bottom();
        let below = |line: usize| top + (measure(line) * NAME.1 + 14.5) * scale;
        let height = measure(lines.len()) * NAME.1 * scale + 3.0 * scale;
        let beside = BESIDE * scale;
        let label = Rectangle::new(-widest / 2.0 - beside, top, widest + 2.0 * beside, height);
        let bounds = cells.bounds.with(label).grown(MARGIN * scale);
        let name = lines
            .into_iter()
            .enumerate()
            .map(|(line, text)| (text, Point::new(0.0, below(line))))
            .collect();
        Self {
            territory: cluster.territory.clone(),
            cells,
            name,
            bounds,
            anchor,
            at: anchor,
            scale,
            out: None,
        }
    }

    /// What it covers on the page.
    #[must_use]
    pub fn covers(&self) -> Rectangle {
        self.bounds.moved(self.at.x, self.at.y)
    }

    /// Size of its name in pixels.
    #[must_use]
    pub fn name_size(&self) -> f64 {
        NAME.0 * self.scale
    }

    /// The line from the territory to the block, where the block had to leave it: to its rows, or
    /// from below to its name.
    #[must_use]
    pub fn leader(&self) -> Option<Leader> {
        let (anchor, to) = self.leader_from(self.at)?;
        Some(Leader {
            from: self.out.unwrap_or(anchor),
            to,
            dot: self.out.is_none(),
        })
    }

    /// Lets the leader begin where it comes out from under another block, if one covers the
    /// territory.
    pub(in crate::renderers::map) fn come_out(&mut self, others: &[Rectangle]) {
        let Some((from, to)) = self.leader_from(self.at) else {
            return;
        };
        let own = self.covers();
        let above = others
            .iter()
            .find(|other| **other != own && other.has(from));
        self.out = above.map(|other| other.exit(from, to));
    }

    /// The leader that the block would have if it stood there.
    pub(in crate::renderers::map) fn leader_from(&self, at: Point) -> Option<(Point, Point)> {
        let covers = self.bounds.moved(at.x, at.y);
        if at.distance(self.anchor) <= 16.0 || covers.has(self.anchor) {
            return None;
        }
        let rows = self.cells.bounds.moved(at.x, at.y);
        let to = if self.anchor.y <= rows.bottom() {
            rows
        } else {
            covers.grown(-MARGIN * self.scale)
        };
        Some((self.anchor, to.nearest(self.anchor)))
    }

    /// How hard it is to move: by its symbols, and 1 for a single one.
    pub(in crate::renderers::map) fn weight(&self) -> f64 {
        measure(self.cells.cells.len() + 2) / 3.0
    }
}
