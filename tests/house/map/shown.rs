//! Colours, sizes and tints of the shipped maps show what records say, as the legend explains.

use std::collections::{BTreeMap, BTreeSet};

use apes::calendar::DateRange;
use apes::geography::Level;
use apes::language::Language;
use apes::network::counting::figures::{CountableFigure, Narrowed};
use apes::network::{DynamicRecord, Network};
use apes::renderers::map::render;
use apes::sources::Folder;
use apes::views::VIEWS;
use apes::views::view::{
    Atlas, Colouring, Figure, MapFigure, MapOptions, MapSize, MapSymbol, Question, Sizing,
};
use apes::workspace::{self, Workspace};

use crate::fresh::at_root;
use crate::workspace::TODAY;

/// Both workspaces that are shipped.
const WORKSPACES: [&str; 2] = ["", "examples/hauts-de-demain"];

/// The figures by which land may be tinted.
const TINTED: [&str; 4] = ["dynamics", "actors", "members", "authorities"];

/// The fills of the classes of a figure.
pub const CHOROPLETH: [&str; 4] = ["#f3e7cc", "#e3c995", "#cda667", "#b08442"];

pub fn trips() -> [Workspace; 2] {
    WORKSPACES.map(|root| {
        workspace::load(
            &Folder::at(&at_root(root)),
            Some(Language::French),
            Language::French,
        )
    })
}

/// The map of a year.
pub fn map(network: &Network, year: u16, map_options: MapOptions) -> MapFigure {
    let asked = DateRange::years(year, year);
    let question = Question {
        asked,
        dated: true,
        map_options,
        ..Question::on(network, Language::French, TODAY)
    };
    let view = VIEWS
        .iter()
        .find(|view| view.name == "map")
        .expect("the map");
    let figures = (view.gather)(&question).figures;
    let map = figures.into_iter().find_map(|figure| {
        if let Figure::Map(map) = figure {
            Some(*map)
        } else {
            None
        }
    });
    map.expect("a map")
}

/// The map of every year that the records know, as a page shows it.
pub fn atlas(network: &Network) -> Atlas {
    let asked = DateRange::years(2024, 2024);
    let every_year = Question {
        every_year: true,
        asked,
        dated: true,
        ..Question::on(network, Language::French, TODAY)
    };
    let view = VIEWS
        .iter()
        .find(|view| view.name == "map")
        .expect("the map");
    let figures = (view.gather)(&every_year).figures;
    let atlas = figures.into_iter().find_map(|figure| {
        if let Figure::Atlas(atlas) = figure {
            Some(*atlas)
        } else {
            None
        }
    });
    atlas.expect("an atlas")
}

/// The dynamics that count in a year.
fn counted(network: &Network, year: u16) -> BTreeMap<&str, &DynamicRecord> {
    let active = network.dynamics_active_in(DateRange::years(year, year));
    active.map(|record| (record.id.as_str(), record)).collect()
}

/// Every symbol that counts a dynamic, in any place.
fn symbols(map: &MapFigure) -> Vec<&MapSymbol> {
    let placed = map
        .clusters
        .iter()
        .flat_map(|cluster| &cluster.symbols)
        .filter(|symbol| symbol.full);
    placed.chain(&map.region_wide).collect()
}

/// The numbers that a label of the legend names: `3`, `4 à 12`, `5 et plus`, `moins de 3`.
fn bounds(label: &str) -> (u64, u64) {
    let plain: String = label
        .chars()
        .filter(|c| !matches!(c, '\u{202f}' | '\u{a0}'))
        .collect();
    let numbers: Vec<u64> = plain
        .split(' ')
        .filter_map(|word| word.parse().ok())
        .collect();
    match (
        &*numbers,
        plain.contains("moins de"),
        plain.contains("et plus"),
    ) {
        ([bound], true, _) => (0, bound - 1),
        ([first], _, true) => (*first, u64::MAX),
        ([only], ..) => (*only, *only),
        ([first, last], ..) => (*first, *last),
        _ => panic!("{label}"),
    }
}

/// How many of a figure are there in each area, one that is in several in each.
fn by_area(network: &Network, id: &str, by: Level, year: u16) -> BTreeMap<String, u64> {
    let figure = CountableFigure::of(id).expect("a figure");
    let asked = DateRange::years(year, year);
    let mut numbers = BTreeMap::new();
    for presence in (figure.presences)(network, Narrowed::default()) {
        if !presence.stretches.iter().any(|days| days.overlaps(asked)) {
            continue;
        }
        let departments = by == Level::Departement;
        let areas = if departments {
            network.departments_of(presence.at)
        } else {
            network.epci_of(presence.at)
        };
        for area in areas {
            *numbers.entry(area.to_owned()).or_insert(0) += 1;
        }
    }
    numbers
}

#[test]
fn each_area_is_tinted_by_the_class_that_the_legend_explains() {
    let mut classes_met = BTreeSet::new();
    for (workspace, years) in trips().iter().zip([[2020, 2024], [2016, 2024]]) {
        for (year, tint) in years
            .into_iter()
            .flat_map(|year| TINTED.map(|tint| (year, tint)))
        {
            for by in [Level::Epci, Level::Departement] {
                let map_options = MapOptions {
                    tint: Some(tint),
                    by,
                    ..MapOptions::default()
                };
                let map = map(&workspace.network, year, map_options);
                let numbers = by_area(&workspace.network, tint, by, year);
                let tinted: BTreeMap<String, usize> = map.tints.iter().cloned().collect();
                assert_eq!(
                    numbers.keys().collect::<Vec<_>>(),
                    tinted.keys().collect::<Vec<_>>(),
                    "{tint} {year}"
                );
                let classes: Vec<(u64, u64)> = map
                    .classes
                    .labels
                    .iter()
                    .map(|label| bounds(label))
                    .collect();
                for (area, number) in &numbers {
                    let (first, last) = classes[tinted[area]];
                    assert!(
                        (first..=last).contains(number),
                        "{area} has {number} {tint}, told as {first} to {last}"
                    );
                }
                assert!(classes.len() <= 4, "as many as there are tints");
                assert!(
                    classes
                        .windows(2)
                        .all(|pair| pair[0].1 + 1 == pair[1].0 || distinct(&numbers, pair))
                );
                classes_met.insert(classes.len());
                assert_eq!(map.classes.departments, by == Level::Departement);
            }
        }
    }
    assert!(
        classes_met.contains(&4) && classes_met.len() > 2,
        "{classes_met:?}"
    );
}

/// Whether no area is between two classes, where the legend names single numbers.
fn distinct(numbers: &BTreeMap<String, u64>, pair: &[(u64, u64)]) -> bool {
    !numbers
        .values()
        .any(|number| *number > pair[0].1 && *number < pair[1].0)
}

#[test]
fn classes_begin_at_the_quarters_of_the_areas() {
    let [_, example] = trips();
    for by in [Level::Epci, Level::Departement] {
        let map = map(
            &example.network,
            2024,
            MapOptions {
                tint: Some("actors"),
                by,
                ..MapOptions::default()
            },
        );
        let mut numbers: Vec<u64> = by_area(&example.network, "actors", by, 2024)
            .into_values()
            .collect();
        numbers.sort_unstable();
        let mut quarters: Vec<u64> = (0..4)
            .map(|quarter| numbers[quarter * numbers.len() / 4])
            .collect();
        quarters.dedup();
        let told: Vec<u64> = map
            .classes
            .labels
            .iter()
            .map(|label| bounds(label).0)
            .collect();
        assert_eq!(told, quarters, "equal numbers are always together");
        assert!(numbers.len() > 4 && told.len() == 4, "{numbers:?}");
    }
}

#[test]
fn the_picture_fills_the_areas_as_the_legend_does() {
    let [_, example] = trips();
    for by in [Level::Epci, Level::Departement] {
        let map = map(
            &example.network,
            2024,
            MapOptions {
                tint: Some("members"),
                by,
                ..MapOptions::default()
            },
        );
        let svg = render(&map);
        for (class, fill) in CHOROPLETH.into_iter().enumerate() {
            let areas = map.tints.iter().filter(|(_, own)| *own == class).count();
            let path = svg
                .lines()
                .find(|line| line.starts_with(&format!("<path fill=\"{fill}\"")));
            assert_eq!(path.is_some(), areas > 0, "{fill}");
            let rings = path.map_or(0, |path| path.matches('z').count());
            assert!(rings >= areas, "{fill}: {rings} rings of {areas} areas");
            assert_eq!(
                svg.contains(&format!("height=\"14\" fill=\"{fill}\"")),
                class < map.classes.labels.len()
            );
        }
    }
}

#[test]
fn plain_tints_count_the_dynamics_of_each_intercommunality() {
    for workspace in &trips() {
        for year in [2020, 2024] {
            let mut numbers: BTreeMap<String, u64> = BTreeMap::new();
            for record in counted(&workspace.network, year).values() {
                for area in workspace.network.epci_of(&record.home) {
                    *numbers.entry(area.to_owned()).or_default() += 1;
                }
            }
            let map = map(&workspace.network, year, MapOptions::default());
            assert_eq!(map.tints.len(), numbers.len());
            for (area, class) in &map.tints {
                let (first, last) = bounds(&map.classes.labels[*class]);
                assert!((first..=last).contains(&numbers[area]), "{area}");
            }
        }
    }
}

/// What a record is by a way of telling apart: the id of its kind, none where that is not recorded.
fn kind(network: &Network, record: &DynamicRecord, colour: Colouring, year: u16) -> String {
    let last = DateRange::years(year, year).last;
    let stages: Vec<&str> = network
        .vocabulary
        .list(apes::records::List::Stages)
        .iter()
        .map(|(id, _)| &**id)
        .collect();
    let furthest = |reached: &apes::records::Stages| {
        let known = |stage: &&&str| {
            reached.iter().any(|(id, one)| {
                id.as_str() == **stage && one.reached.iter().any(|on| on.first() <= last)
            })
        };
        stages
            .iter()
            .rev()
            .find(known)
            .map(|stage| (*stage).to_owned())
    };
    match colour {
        Colouring::Theme => record.body.theme.as_ref().map(ToString::to_string),
        Colouring::Form => record
            .body
            .form
            .as_ref()
            .map(|form| form.as_str().to_owned()),
        Colouring::Stage => furthest(&record.body.stages).or_else(|| {
            network
                .territory(record.home.as_str())
                .and_then(|home| furthest(&home.body.stages))
        }),
        Colouring::Principle => {
            let mut shown = BTreeSet::new();
            for actor in record
                .body
                .partners
                .keys()
                .filter_map(|id| network.actor(id.as_str()))
            {
                let charter = actor
                    .body
                    .charter
                    .iter()
                    .filter(|charter| charter.signed.is_some());
                shown.extend(
                    charter
                        .flat_map(|charter| charter.evidence.keys())
                        .map(|id| id.as_str().to_owned()),
                );
            }
            (!shown.is_empty()).then(|| shown.len().to_string())
        }
    }
    .unwrap_or_default()
}

#[test]
fn every_symbol_has_the_colour_that_its_record_asks_for() {
    for workspace in &trips() {
        for year in [2020, 2024] {
            let records = counted(&workspace.network, year);
            for colour in [
                Colouring::Theme,
                Colouring::Stage,
                Colouring::Form,
                Colouring::Principle,
            ] {
                let map = map(
                    &workspace.network,
                    year,
                    MapOptions {
                        colour,
                        ..MapOptions::default()
                    },
                );
                let symbols = symbols(&map);
                let mut told: BTreeMap<&str, u64> = BTreeMap::new();
                for symbol in &symbols {
                    let shown = &map.themes[symbol.theme];
                    let record = records[symbol.dynamic.as_str()];
                    assert_eq!(
                        shown.id,
                        kind(&workspace.network, record, colour, year),
                        "{} {colour:?}",
                        symbol.dynamic
                    );
                    *told.entry(&shown.id).or_default() += 1;
                }
                let beside: usize = map.tray.iter().map(|tray| tray.names.len()).sum();
                assert_eq!(symbols.len() + beside, records.len(), "each counted once");
                for shown in &map.themes {
                    let place = map.themes.iter().position(|one| one.id == shown.id);
                    let beside = map.tray.iter().find(|tray| Some(tray.theme) == place);
                    let beside = beside.map_or(0, |tray| tray.unplaced + tray.by_count);
                    let map_options = told.get(&*shown.id).copied().unwrap_or(0) + beside;
                    assert_eq!(shown.count, map_options, "{} {colour:?}", shown.label);
                }
            }
        }
    }
}

#[test]
fn kinds_are_told_apart_by_more_than_colour() {
    for workspace in &trips() {
        for colour in [
            Colouring::Theme,
            Colouring::Stage,
            Colouring::Form,
            Colouring::Principle,
        ] {
            let map = map(
                &workspace.network,
                2024,
                MapOptions {
                    colour,
                    ..MapOptions::default()
                },
            );
            let digits: BTreeSet<usize> = map.themes.iter().map(|kind| kind.digit).collect();
            let looks: BTreeSet<(&str, &str)> = map
                .themes
                .iter()
                .map(|kind| (&*kind.shape, &*kind.fill))
                .collect();
            assert_eq!(
                (digits.len(), looks.len()),
                (map.themes.len(), map.themes.len()),
                "{colour:?}"
            );
            let shapes: BTreeSet<&str> = map.themes.iter().map(|kind| &*kind.shape).collect();
            assert_eq!(
                shapes.len(),
                map.themes.len().min(9),
                "{colour:?}: as many shapes as there are"
            );
        }
    }
}

#[test]
fn every_symbol_has_the_size_that_the_legend_explains() {
    let mut met = BTreeSet::new();
    for workspace in &trips() {
        for (year, sizing) in [
            (2020, Sizing::Partners),
            (2024, Sizing::Partners),
            (2024, Sizing::Resources),
        ] {
            let records = counted(&workspace.network, year);
            let map = map(
                &workspace.network,
                year,
                MapOptions {
                    size: Some(sizing),
                    ..MapOptions::default()
                },
            );
            let labels = &map.sizes.as_ref().expect("sizes").labels;
            for symbol in symbols(&map) {
                let (first, last) = bounds(&labels[symbol.size as usize]);
                let number = number(records[symbol.dynamic.as_str()], sizing, year);
                assert!(
                    (first..=last).contains(&number),
                    "{} has {number}: {labels:?}",
                    symbol.dynamic
                );
                met.insert(symbol.size);
            }
        }
        assert_eq!(
            map(&workspace.network, 2024, MapOptions::default()).sizes,
            None
        );
    }
    assert_eq!(
        met,
        BTreeSet::from([MapSize::Small, MapSize::Medium, MapSize::Large])
    );
}

fn number(record: &DynamicRecord, sizing: Sizing, year: u16) -> u64 {
    match sizing {
        Sizing::Partners => record.body.partners.keys().len() as u64,
        Sizing::Resources => {
            let years = record
                .common
                .years
                .iter()
                .filter(|(own, _)| own.as_str() == year.to_string());
            let rows = years
                .flat_map(|(_, block)| block.resources.values())
                .flat_map(|rows| rows.0.iter());
            let euros: f64 = rows
                .filter_map(|row| row.actual)
                .filter(|euros| *euros > 0.0)
                .sum();
            format!("{:.0}", euros.abs()).parse().expect("a number")
        }
    }
}

#[test]
fn a_map_of_anything_is_a_page_too() {
    for (option, value, words) in [
        ("--colour-by", "stage", "Consolidation"),
        ("--colour-by", "form", "Tiers-lieu"),
        ("--size-by", "partners", "Taille"),
        ("--tint", "actors", "par intercommunalité"),
        ("--by", "department", "Par thématique"),
    ] {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_apes"));
        command.args([
            "--root",
            "examples/hauts-de-demain",
            "--lang",
            "fr",
            "report",
            "map",
            "--year",
            "2024",
        ]);
        let said = command
            .args(["--format", "html", option, value])
            .output()
            .expect("apes runs");
        let page = String::from_utf8(said.stdout).expect("a page");
        assert!(
            said.status.success(),
            "{option}: {}",
            String::from_utf8_lossy(&said.stderr)
        );
        assert!(
            page.contains("<svg") && page.contains(words),
            "{option} {value}: {words}"
        );
    }
}
