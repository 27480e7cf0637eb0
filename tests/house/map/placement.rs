//! No block, box, bar or name overlaps another; all are inside the frame; every dynamic is drawn once.

use std::sync::atomic::{AtomicUsize, Ordering};

use apes::renderers::map::{Block, Face, Layout, Rectangle};
use apes::views::view::{MapCluster, MapFigure, MapSize, MapTray};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::figures;

/// What rounding may take, in pixels.
const ROUNDING: f64 = 0.05;

#[test]
fn figures_are_laid_out_without_overlap() {
    for figure in [
        figures::demonstration(),
        figures::counted(),
        figures::crowd(),
        figures::blank(),
    ] {
        let layout = checked_layout(&figure);
        assert!(layout.blocks.iter().all(|block| block.scale >= 1.0));
        assert!(
            (layout.page.height - 1754.0).abs() < ROUNDING,
            "A4 stays A4"
        );
    }
    checked_layout(&MapFigure::default());
    checked_layout(&figures::odd());
}

#[test]
fn a_single_cluster_is_placed_at_home() {
    let lens = &figures::demonstration().clusters[1];
    let layout = checked_layout(&MapFigure {
        clusters: vec![lens.clone()],
        ..figures::blank()
    });
    assert_eq!(layout.blocks[0].position, layout.blocks[0].anchor);
    assert_eq!(layout.blocks[0].leader(), None);
}

#[test]
fn many_dynamics_of_one_place_are_counted_by_theme() {
    let area = figures::region()[0];
    let eight = figures::cluster(&area, &[1, 1, 1, 1, 2, 2, 2, 3]);
    let nine = figures::cluster(&area, &[1, 1, 1, 1, 2, 2, 2, 3, 3]);
    let cells = |cluster: &MapCluster| {
        let layout = checked_layout(&MapFigure {
            clusters: vec![cluster.clone()],
            ..figures::blank()
        });
        layout.blocks[0]
            .cells
            .cells
            .iter()
            .map(|cell| (cell.theme, cell.count))
            .collect::<Vec<_>>()
    };
    assert_eq!(cells(&eight).len(), 8);
    assert_eq!(cells(&nine), [(0, 4), (1, 3), (2, 2)]);
}

#[test]
fn territories_in_one_spot_or_out_of_sight_find_room() {
    let mut figure = figures::crowd();
    for (place, cluster) in figure.clusters.iter_mut().enumerate() {
        (cluster.longitude, cluster.latitude) = match place % 4 {
            0 => (f64::NAN, f64::INFINITY),
            1 => (-61.0, 14.6),
            _ => (2.83, 50.43),
        };
    }
    checked_layout(&figure);
}

#[test]
fn three_hundred_territories_get_smaller_symbols() {
    let cluster = |place: u32| {
        let (row, column) = (f64::from(place / 18), f64::from(place % 18));
        let (longitude, latitude) = (1.7 + column * 0.13, 49.0 + row * 0.11);
        let label = format!("Communauté de communes n° {place}");
        MapCluster {
            territory: place.to_string(),
            label,
            longitude,
            latitude,
            symbols: vec![figures::symbol(3)],
        }
    };
    let layout = checked_layout(&MapFigure {
        clusters: (0..300).map(cluster).collect(),
        ..figures::demonstration()
    });
    assert!(layout.blocks[0].scale < 1.0);
}

/// Figures of the thousand below: up to 150 dynamics in up to 52 EPCI, some hollow, some sized,
/// many in one place.
fn generated() -> impl Strategy<Value = MapFigure> {
    let place = (
        0_usize..92,
        proptest::collection::vec((1_usize..=9, 0_u8..12), 1..40),
        ".{0,60}",
    );
    let tray = proptest::collection::vec((0_usize..9, 0_u64..200, 0_u64..2000), 0..9);
    let wide = proptest::collection::vec(1_usize..=9, 0..30);
    (
        proptest::collection::vec(place, 0..52),
        tray,
        wide,
        any::<bool>(),
    )
        .prop_map(|(places, tray, wide, words)| {
            let region = figures::region();
            let mut left = 150;
            let mut clusters = Vec::new();
            for (place, mut symbols, label) in places {
                symbols.truncate(left);
                left -= symbols.len();
                let digits: Vec<usize> = symbols.iter().map(|(digit, _)| *digit).collect();
                let mut cluster = figures::cluster(&region[place], &digits);
                for (symbol, (_, look)) in cluster.symbols.iter_mut().zip(&symbols) {
                    symbol.full = *look > 2;
                    symbol.size = match look {
                        10 => MapSize::Small,
                        11 => MapSize::Large,
                        _ => MapSize::Medium,
                    };
                }
                if words {
                    cluster.label = label;
                }
                clusters.push(cluster);
            }
            let row = |(theme, unplaced, by_count)| MapTray {
                theme,
                unplaced,
                by_count,
                names: Vec::new(),
            };
            let tray = tray.into_iter().map(row).collect();
            let region_wide = wide.into_iter().map(figures::symbol).collect();
            MapFigure {
                clusters,
                tray,
                region_wide,
                ..figures::demonstration()
            }
        })
}

/// A thousand maps, the same on every run, on one basemap; on as many threads as there are.
#[test]
fn nothing_overlaps_on_a_thousand_maps() {
    let base = Layout::new(&figures::demonstration());
    let next = AtomicUsize::new(0);
    let work = || {
        while let seed @ 0..1000 = next.fetch_add(1, Ordering::Relaxed) {
            let mut bytes = [0; 32];
            bytes[..8].copy_from_slice(&(seed as u64).to_le_bytes());
            let chance = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
            let mut runner = TestRunner::new_with_rng(Config::default(), chance);
            let figure = generated().new_tree(&mut runner).unwrap().current();
            check_layout(&figure, &base.with_figure(&figure));
        }
    };
    std::thread::scope(|scope| {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        (0..threads).for_each(|_| drop(scope.spawn(work)));
    });
}

/// Lays a figure out and stops the test where a promise is broken.
fn checked_layout(figure: &MapFigure) -> Layout {
    let layout = Layout::new(figure);
    check_layout(figure, &layout);
    layout
}

/// Stops the test where a promise is broken.
#[expect(
    clippy::too_many_lines,
    reason = "one scene: its records, then what is placed"
)]
fn check_layout(figure: &MapFigure, layout: &Layout) {
    let blocks = layout
        .blocks
        .iter()
        .map(|block| (format!("block {}", block.territory), block.covers()));
    let names = layout
        .names
        .iter()
        .map(|name| (format!("name {}", name.text()), name.covers));
    let mut boxes: Vec<(String, Rectangle)> = vec![("scale bar".to_owned(), layout.scale.covers)];
    boxes.extend(
        layout
            .region_wide
            .iter()
            .map(|panel| ("region".to_owned(), panel.covers)),
    );
    boxes.extend(
        layout
            .tray
            .iter()
            .map(|panel| ("tray".to_owned(), panel.covers)),
    );
    boxes.extend(blocks.chain(names));
    none_overlap(&boxes);
    for (what, covers) in &boxes {
        assert!(
            layout.site.frame.grown(ROUNDING).encloses(*covers),
            "{what} leaves the frame: {covers:?}"
        );
    }
    layout.blocks.iter().for_each(is_sound);
    for panel in layout.region_wide.iter().chain(&layout.tray) {
        for (text, face, at) in &panel.lines {
            assert!(at.x + face.width(text) < panel.covers.right(), "{text}");
        }
        for cells in &panel.cells {
            assert!(
                panel.covers.encloses(cells.bounds),
                "symbols leave their box"
            );
        }
    }
    let drawn: u64 = layout
        .blocks
        .iter()
        .flat_map(|block| &block.cells.cells)
        .map(|cell| cell.count)
        .sum();
    let asked: usize = figure
        .clusters
        .iter()
        .map(|cluster| cluster.symbols.len())
        .sum();
    assert_eq!(drawn, asked as u64);
}

/// Symbols, their numbers and the name stay inside the block and off each other.
fn is_sound(block: &Block) {
    let mut boxes: Vec<(String, Rectangle)> = Vec::new();
    for cell in &block.cells.cells {
        boxes.push((format!("symbol {}", cell.theme), cell.symbol(block.scale)));
        if let Some(number) = cell.number() {
            let width = Face {
                bold: true,
                size: 14.0 * block.scale,
            }
            .width(&number);
            let (x, height) = (
                cell.centre.x + 15.8 * cell.size * block.scale,
                10.0 * block.scale,
            );
            boxes.push((
                number,
                Rectangle::new(x, cell.centre.y - height / 2.0, width, height),
            ));
        }
    }
    for (line, at) in &block.name {
        let size = block.name_size();
        let width = Face { bold: true, size }.width(line);
        boxes.push((
            line.clone(),
            Rectangle::new(at.x - width / 2.0, at.y - size * 0.73, width, size * 0.93),
        ));
    }
    none_overlap(&boxes);
    for (what, covers) in boxes {
        assert!(
            block.bounds.grown(ROUNDING).encloses(covers),
            "{what} leaves {}",
            block.territory
        );
    }
}

fn none_overlap(boxes: &[(String, Rectangle)]) {
    for (place, (what, covers)) in boxes.iter().enumerate() {
        for (other, area) in &boxes[..place] {
            assert!(
                !covers.grown(-ROUNDING).overlaps(*area),
                "{what} overlaps {other}"
            );
        }
    }
}
