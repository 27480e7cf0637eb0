//! Leaders cross neither each other nor the symbols and names of other territories.

use apes::calendar::Day;
use apes::renderers::map::{Block, Face, Layout, Leader, Point, Rectangle, Sheet, laid_out};
use apes::views::view::{Colouring, MapOptions};

use super::{figures, shown};

/// What rounding may take, in pixels.
const ROUNDING: f64 = 0.3;

/// The sheets that a map is drawn for.
const SHEETS: [Sheet; 3] = [
    Sheet {
        a3: false,
        landscape: false,
    },
    Sheet {
        a3: true,
        landscape: false,
    },
    Sheet {
        a3: false,
        landscape: true,
    },
];

/// Every crossing of a layout, in words.
pub fn crossings(layout: &Layout) -> Vec<String> {
    let leaders: Vec<(&Block, Leader)> = layout
        .blocks
        .iter()
        .filter_map(|block| Some((block, block.leader()?)))
        .collect();
    let mut found = Vec::new();
    for (place, (block, leader)) in leaders.iter().enumerate() {
        let own = &block.territory;
        for other in layout.blocks.iter().filter(|other| other.territory != *own) {
            let over = parts(other)
                .into_iter()
                .filter(|part| passes(*leader, part.grown(-ROUNDING)));
            found.extend(over.map(|_| format!("{own} over {}", other.territory)));
        }
        for (other, second) in &leaders[..place] {
            if meet(*leader, *second) {
                found.push(format!("{own} across {}", other.territory));
            }
        }
    }
    found
}

/// The symbols and the lines of the name of a block, on the page.
fn parts(block: &Block) -> Vec<Rectangle> {
    let position = block.position;
    let symbols = block
        .cells
        .cells
        .iter()
        .map(|cell| cell.symbol(block.scale));
    let names = block.name.iter().map(|(line, at)| {
        let size = block.name_size();
        let width = Face { bold: true, size }.width(line);
        Rectangle::new(at.x - width / 2.0, at.y - size * 0.73, width, size * 0.93)
    });
    symbols
        .chain(names)
        .map(|part| part.moved(position.x, position.y))
        .collect()
}

/// Whether a leader passes through a rectangle, by walking along it.
fn passes(leader: Leader, part: Rectangle) -> bool {
    walk(leader).any(|point| part.contains(point))
}

fn walk(Leader { from, to, .. }: Leader) -> impl Iterator<Item = Point> {
    let steps = (0..=200_u8).map(|step| f64::from(step) / 200.0);
    steps.map(move |share| {
        Point::new(
            from.x + (to.x - from.x) * share,
            from.y + (to.y - from.y) * share,
        )
    })
}

fn meet(one: Leader, other: Leader) -> bool {
    let side = |line: Leader, point: Point| {
        (line.to.x - line.from.x) * (point.y - line.from.y)
            - (line.to.y - line.from.y) * (point.x - line.from.x)
    };
    side(one, other.from) * side(one, other.to) < 0.0
        && side(other, one.from) * side(other, one.to) < 0.0
}

#[test]
fn crossings_are_found() {
    let layout = Layout::new(&figures::demonstration());
    let (blocks, lille) = (&layout.blocks, &layout.blocks[0]);
    let line = |from: Point, to: Point| Leader {
        from,
        to,
        dot: true,
    };
    let row = lille.position.moved(0.0, lille.cells.cells[0].centre.y);
    let (left, right) = (row.moved(-200.0, 0.0), row.moved(200.0, 0.0));
    assert!(
        parts(lille)
            .into_iter()
            .any(|part| passes(line(left, right), part))
    );
    assert!(meet(
        line(left, right),
        line(row.moved(0.0, -9.0), row.moved(1.0, 9.0))
    ));
    assert!(!meet(
        line(left, right),
        line(blocks[2].position, blocks[2].position.moved(1.0, 1.0))
    ));
}

#[test]
fn no_leader_of_the_shipped_maps_crosses_anything() {
    for workspace in &shown::trips() {
        for year in [2016, 2020, 2021, 2024, Day::first_of(2026).year] {
            for colour in [Colouring::Theme, Colouring::Stage] {
                let map = shown::map(
                    &workspace.network,
                    year,
                    MapOptions {
                        colour,
                        ..MapOptions::default()
                    },
                );
                for sheet in SHEETS {
                    assert_eq!(
                        crossings(&Layout::for_sheet(&map, sheet)),
                        Vec::<String>::new(),
                        "{year} {sheet:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn no_leader_of_a_page_crosses_anything() {
    for workspace in &shown::trips() {
        let atlas = shown::atlas(&workspace.network);
        let layouts = laid_out(&atlas);
        let pages = layouts.iter().zip(&atlas.periods);
        let named = pages.flat_map(|(layout, period)| {
            crossings(layout)
                .into_iter()
                .map(|crossing| format!("{}: {crossing}", period.name))
        });
        assert_eq!(named.collect::<Vec<_>>(), Vec::<String>::new());
    }
}

#[test]
fn no_leader_of_the_stress_case_crosses_anything() {
    for figure in [
        figures::demonstration(),
        figures::counted(),
        figures::crowd(),
    ] {
        assert_eq!(crossings(&Layout::new(&figure)), Vec::<String>::new());
    }
}
