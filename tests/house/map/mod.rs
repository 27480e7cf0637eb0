//! The regional map: nothing covers anything else, nothing leaves the frame, no text breaks the
//! document.

mod added;
mod anywhere;
mod colours;
mod digests;
mod document;
mod figures;
mod leaders;
#[cfg(feature = "png")]
mod pixels;
mod placement;
mod shown;
mod terminal;

use apes::renderers::map::{contrast, render};
use apes::views::view::MapFigure;

#[test]
fn same_figure_same_bytes() {
    assert_eq!(render(&figures::crowd()), render(&figures::crowd()));
}

#[test]
fn pictures_stay_small() {
    for figure in [
        figures::demonstration(),
        figures::counted(),
        figures::crowd(),
        figures::blank(),
    ] {
        assert!(render(&figure).len() < 200_000);
    }
}

#[test]
fn it_asks_nobody_for_anything() {
    let svg = render(&figures::crowd());
    for word in [
        "<script",
        "<style",
        "<image",
        "<foreignObject",
        "url(http",
        "href=\"http",
        "@import",
        "onload",
    ] {
        assert!(!svg.contains(word), "{word}");
    }
    assert_eq!(svg.matches("http").count(), 2, "only the namespaces");
}

#[test]
fn it_says_what_it_is() {
    let svg = render(&figures::demonstration());
    for words in [
        "role=\"img\"",
        "lang=\"fr\"",
        "<title id=\"apes-title\">La coopération tous azimuts (réseau inventé)</title>",
        "<desc id=\"apes-description\">Jeu de démonstration",
        "viewBox=\"0 0 1240 1754\"",
        "data-theme=\"theme-3\"",
        "data-territory=\"200093201\"",
        "Échelle régionale",
        "PAS-DE-CALAIS",
        "Licence Ouverte 2.0",
    ] {
        assert!(svg.contains(words), "{words}");
    }
    assert!(!render(&figures::counted()).contains("font-style=\"italic\" fill=\"#9a3412\""));
}

#[test]
fn outlines_and_digits_stand_out() {
    let ink = "#1f2328";
    for ground in [
        "#ffffff", "#e3ecf1", "#f6f5f1", "#f2e5cc", "#e0cba2", "#cfb37c",
    ] {
        assert!(contrast(ink, ground) >= 3.0, "outline on {ground}");
    }
    for theme in figures::demonstration().themes {
        let digit = contrast(ink, &theme.fill).max(contrast("#ffffff", &theme.fill));
        assert!(digit >= 4.5, "digit on {}: {digit:.2}", theme.label);
    }
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
}

#[test]
fn a_theme_without_colour_or_shape_is_drawn() {
    let mut figure = figures::demonstration();
    for theme in &mut figure.themes {
        theme.fill = "red; }".into();
        theme.shape = String::new();
        theme.digit += 119;
    }
    let svg = render(&figure);
    assert!(!svg.contains("red"));
    assert!(svg.contains(">122</text>"));
}

#[test]
fn any_number_of_themes_has_a_legend() {
    for count in [0, 1, 2, 5, 10, 13, 24, 60] {
        let mut figure = figures::blank();
        let theme = figure.themes[0].clone();
        figure.themes = (1..=count)
            .map(|digit| apes::views::view::MapTheme {
                digit,
                ..theme.clone()
            })
            .collect();
        let svg = render(&figure);
        assert_eq!(svg.matches("scale(1.30)").count(), count);
        document::is_well_formed(&svg);
    }
}

#[test]
fn absurd_numbers_are_drawn() {
    let mut figure = figures::counted();
    for tray in &mut figure.tray {
        (tray.unplaced, tray.by_count) = (u64::MAX, u64::MAX);
    }
    for theme in &mut figure.themes {
        (theme.count, theme.recorded, theme.digit) = (u64::MAX, u64::MAX, usize::MAX);
    }
    document::is_well_formed(&render(&figure));
}

#[test]
fn other_regions_and_no_region_are_drawn() {
    for departments in [
        vec![],
        vec!["59", "62"],
        vec!["75"],
        vec!["2A", "2B"],
        vec!["971"],
        vec!["35", "22"],
    ] {
        let departments = departments.into_iter().map(String::from).collect();
        let svg = render(&MapFigure {
            departments,
            ..figures::demonstration()
        });
        document::is_well_formed(&svg);
        assert!(!svg.contains("NaN") && !svg.contains("inf"));
    }
}

/// Draws every figure to be looked at: `cargo test pictures -- --ignored --nocapture` says where.
#[test]
#[ignore = "writes pictures for people to look at"]
fn pictures() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures");
    std::fs::create_dir_all(&folder).unwrap();
    let north = MapFigure {
        departments: vec!["59".into(), "62".into()],
        ..figures::demonstration()
    };
    let all = [
        ("demonstration", figures::demonstration()),
        ("counted", figures::counted()),
        ("crowd", figures::crowd()),
        ("blank", figures::blank()),
        ("odd", figures::odd()),
        ("north", north),
        ("default", MapFigure::default()),
    ];
    for (name, figure) in all {
        let start = std::time::Instant::now();
        let svg = render(&figure);
        println!("{name}: {} bytes in {:?}", svg.len(), start.elapsed());
        std::fs::write(folder.join(format!("{name}.svg")), svg).unwrap();
    }
    println!("{}", folder.display());
}
