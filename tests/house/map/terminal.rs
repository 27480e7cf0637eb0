//! The sketch in a terminal: every territory has its letter, every dynamic its digit, nothing is
//! wider than asked.

use apes::renderers::map::{Screen, sketch};
use apes::views::view::MapFigure;
use unicode_width::UnicodeWidthStr;

use super::figures;

fn plain(columns: usize) -> Screen {
    Screen {
        columns,
        ascii: false,
        colour: false,
    }
}

#[test]
fn letters_and_digits_are_on_the_outline() {
    let figure = figures::demonstration();
    let text = sketch(&figure, plain(80)).unwrap();
    assert!(text.lines().all(|line| line.width() <= 80), "{text}");
    let map: String = text
        .lines()
        .map(|line| line.chars().take(56).chain(['\n']).collect::<String>())
        .collect();
    for (letter, cluster) in ('A'..='Z').zip(&figure.clusters) {
        let digits: String = cluster
            .symbols
            .iter()
            .map(|symbol| (symbol.theme + 1).to_string())
            .collect();
        assert!(
            map.contains(&format!("{letter}{digits}")),
            "{letter}{digits} in\n{map}"
        );
        let name: String = cluster.label.chars().take(12).collect();
        assert!(text.contains(&format!("{letter} {name}")), "{name}");
    }
    assert!(
        map.chars()
            .filter(|c| ('\u{2801}'..='\u{28ff}').contains(c))
            .count()
            > 200,
        "an outline"
    );
    assert!(text.contains("Coopérations"));
}

#[test]
fn plain_characters_colours_and_narrow_terminals() {
    let figure = figures::crowd();
    let ascii = sketch(
        &figure,
        Screen {
            ascii: true,
            ..plain(100)
        },
    )
    .unwrap();
    let map = ascii.lines().flat_map(|line| line.chars().take(56));
    assert!(map.clone().all(|c| c.is_ascii()) && map.clone().any(|c| c == ':'));
    assert!(!ascii.contains('\u{1b}'));
    assert!(
        sketch(
            &figure,
            Screen {
                colour: true,
                ..plain(100)
            }
        )
        .unwrap()
        .contains("\u{1b}[48;2;221;204;119m")
    );
    assert_eq!(sketch(&figure, plain(79)), None);
    for figure in [
        MapFigure::default(),
        figures::blank(),
        figures::odd(),
        figures::counted(),
    ] {
        let text = sketch(&figure, plain(80)).unwrap();
        assert!(text.lines().all(|line| line.width() <= 80), "{text}");
    }
}
