//! Colours of symbols can be told apart, by eyes that see fewer of them and on grey paper, or digit
//! and shape do it.

use std::collections::BTreeSet;

use apes::renderers::map::contrast;
use apes::views::view::{Colouring, MapOptions, MapTheme};

use super::{figures, shown};

/// Machado, Oliveira and Fernandes 2009, severity 1: protanopia, deuteranopia, tritanopia, on
/// linear light.
const SEEN: [[[f64; 3]; 3]; 3] = [
    [
        [0.152_286, 1.052_583, -0.204_868],
        [0.114_503, 0.786_281, 0.099_216],
        [-0.003_882, -0.048_116, 1.051_998],
    ],
    [
        [0.367_322, 0.860_646, -0.227_968],
        [0.280_085, 0.672_501, 0.047_413],
        [-0.011_820, 0.042_940, 0.968_881],
    ],
    [
        [1.255_528, -0.076_749, -0.178_779],
        [-0.078_411, 0.930_809, 0.147_602],
        [0.004_733, 0.691_367, 0.303_900],
    ],
];

fn linear(colour: &str) -> [f64; 3] {
    [1, 3, 5].map(|at| {
        let value =
            f64::from(u8::from_str_radix(&colour[at..at + 2], 16).expect("hexadecimal digits"))
                / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    })
}

fn seen(matrix: &[[f64; 3]; 3], light: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| {
        row.iter()
            .zip(light)
            .map(|(a, b)| a * b)
            .sum::<f64>()
            .clamp(0.0, 1.0)
    })
}

/// CIE L*a*b* under D65.
#[expect(clippy::many_single_char_names, reason = "the formula's own symbols")]
fn lab([r, g, b]: [f64; 3]) -> [f64; 3] {
    let f = |t: f64| {
        if t > 216.0 / 24389.0 {
            t.cbrt()
        } else {
            (24389.0 / 27.0 * t + 16.0) / 116.0
        }
    };
    let x = f((0.412_456_4 * r + 0.357_576_1 * g + 0.180_437_5 * b) / 0.950_47);
    let y = f(0.212_672_9 * r + 0.715_152_2 * g + 0.072_175_0 * b);
    let z = f((0.019_333_9 * r + 0.119_192_0 * g + 0.950_304_1 * b) / 1.088_83);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// CIEDE2000 (Sharma, Wu and Dalal 2005).
#[expect(clippy::many_single_char_names, reason = "the formula's own symbols")]
fn difference(one: [f64; 3], two: [f64; 3]) -> f64 {
    let chroma = |[_, a, b]: [f64; 3]| a.hypot(b);
    let mean = f64::midpoint(chroma(one), chroma(two)).powi(7);
    let g = 0.5 * (1.0 - (mean / (mean + 25.0_f64.powi(7))).sqrt());
    let turned = |[l, a, b]: [f64; 3]| {
        let a = a * (1.0 + g);
        let hue = if a == 0.0 && b == 0.0 {
            0.0
        } else {
            b.atan2(a).to_degrees().rem_euclid(360.0)
        };
        (l, a.hypot(b), hue)
    };
    let ((l1, c1, h1), (l2, c2, h2)) = (turned(one), turned(two));
    let (dl, dc) = (l2 - l1, c2 - c1);
    let apart = (h2 - h1 + 180.0).rem_euclid(360.0) - 180.0;
    let apart = if c1 * c2 == 0.0 { 0.0 } else { apart };
    let dh = 2.0 * (c1 * c2).sqrt() * (apart / 2.0).to_radians().sin();
    let (l, c) = (f64::midpoint(l1, l2), f64::midpoint(c1, c2));
    let h = if c1 * c2 == 0.0 {
        h1 + h2
    } else {
        (h1 + apart / 2.0).rem_euclid(360.0)
    };
    let cosine = |factor: f64, shift: f64| (factor * h + shift).to_radians().cos();
    let t = 1.0 - 0.17 * cosine(1.0, -30.0) + 0.24 * cosine(2.0, 0.0) + 0.32 * cosine(3.0, 6.0)
        - 0.20 * cosine(4.0, -63.0);
    let (sl, sc, sh) = (
        1.0 + 0.015 * (l - 50.0).powi(2) / (20.0 + (l - 50.0).powi(2)).sqrt(),
        1.0 + 0.045 * c,
        1.0 + 0.015 * c * t,
    );
    let c7 = c.powi(7);
    let rc = 2.0 * (c7 / (c7 + 25.0_f64.powi(7))).sqrt();
    let rt = -rc
        * (60.0 * (-((h - 275.0) / 25.0).powi(2)).exp())
            .to_radians()
            .sin();
    ((dl / sl).powi(2) + (dc / sc).powi(2) + (dh / sh).powi(2) + rt * (dc / sc) * (dh / sh)).sqrt()
}

/// The nearest two of some colours, seen in a way.
fn nearest(colours: &[[f64; 3]]) -> f64 {
    let pairs = colours
        .iter()
        .enumerate()
        .flat_map(|(at, one)| colours[..at].iter().map(move |two| (*one, *two)));
    pairs
        .map(|(one, two)| difference(lab(one), lab(two)))
        .fold(f64::MAX, f64::min)
}

#[test]
fn the_difference_is_that_of_its_authors() {
    // Sharma et al., table 1, pairs 1, 7 and 17.
    let pairs = [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, 0.0, 0.0], [50.0, -1.0, 2.0], 2.3669),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
    ];
    for (one, two, known) in pairs {
        assert!(
            (difference(one, two) - known).abs() < 1e-3,
            "{}",
            difference(one, two)
        );
    }
}

/// Least differences measured for the nine themes: as printed, then as each of the three sees them.
/// About 2 is the least
/// that an eye tells apart side by side; where they come near it, shape and digit tell, which are
/// unique.
const LEAST: [f64; 4] = [13.0, 6.0, 5.0, 6.0];

#[test]
fn themes_can_be_told_apart() {
    let themes = figures::demonstration().themes;
    let light: Vec<[f64; 3]> = themes.iter().map(|theme| linear(&theme.fill)).collect();
    let ways = std::iter::once(light.clone());
    let ways = ways.chain(
        SEEN.iter()
            .map(|matrix| light.iter().map(|one| seen(matrix, *one)).collect()),
    );
    let measured: Vec<f64> = ways
        .map(|colours: Vec<[f64; 3]>| nearest(&colours))
        .collect();
    for (measured, least) in measured.iter().zip(LEAST) {
        assert!(*measured >= least, "{measured:?}");
    }
    let shapes: BTreeSet<&str> = themes.iter().map(|theme| theme.shape.as_str()).collect();
    let digits: BTreeSet<usize> = themes.iter().map(|theme| theme.digit).collect();
    assert_eq!(
        (shapes.len(), digits.len()),
        (themes.len(), themes.len()),
        "grey print rests on shape and digit"
    );
}

#[test]
fn the_vocabulary_has_these_colours() {
    let vocabulary = std::fs::read_to_string("schemas/vocabulary.toml").unwrap();
    for theme in figures::demonstration().themes {
        assert!(vocabulary.contains(&format!(
            "fill = \"{}\"\nshape = \"{}\"",
            theme.fill, theme.shape
        )));
    }
}

/// Some colours as printed, as each of the three sees them, and on grey paper; all in L*a*b*.
fn ways(colours: &[&str]) -> [Vec<[f64; 3]>; 5] {
    let light: Vec<[f64; 3]> = colours.iter().map(|colour| linear(colour)).collect();
    let all = |way: &dyn Fn([f64; 3]) -> [f64; 3]| light.iter().map(|one| lab(way(*one))).collect();
    let grey = |[r, g, b]: [f64; 3]| [0.212_672_9 * r + 0.715_152_2 * g + 0.072_175_0 * b; 3];
    let by = |eye: usize| all(&|light| seen(&SEEN[eye], light));
    [all(&|light| light), by(0), by(1), by(2), all(&grey)]
}

/// The least difference of two colours in each way of seeing.
fn least(colours: &[&str]) -> [f64; 5] {
    ways(colours).map(|colours| {
        let pairs = (0..colours.len()).flat_map(|one| (0..one).map(move |two| (one, two)));
        pairs
            .map(|(one, two)| difference(colours[one], colours[two]))
            .fold(f64::MAX, f64::min)
    })
}

/// The kinds of a map of the example.
fn kinds(colour: Colouring) -> Vec<MapTheme> {
    let [_, example] = shown::trips();
    shown::map(
        &example.network,
        2024,
        MapOptions {
            colour,
            ..MapOptions::default()
        },
    )
    .themes
}

fn fills(kinds: &[MapTheme]) -> Vec<&str> {
    kinds.iter().map(|kind| kind.fill.as_str()).collect()
}

/// Least differences measured: as printed, protanopia, deuteranopia, tritanopia, grey. What has an
/// order gets darker
/// step by step, and is told apart in grey by that alone; what has none rests on shape and digit
/// there.
#[test]
fn stages_and_principles_get_darker_and_can_be_told_apart_in_every_way() {
    for (colour, floor) in [
        (Colouring::Stage, [9.0, 8.0, 8.0, 8.0, 6.0]),
        (Colouring::Principle, [20.0, 16.0, 14.0, 20.0, 15.0]),
    ] {
        let kinds = kinds(colour);
        let known: Vec<MapTheme> = kinds
            .into_iter()
            .filter(|kind| !kind.id.is_empty())
            .collect();
        let measured = least(&fills(&known));
        assert!(
            measured
                .iter()
                .zip(floor)
                .all(|(least, floor)| *least >= floor),
            "{colour:?} {measured:?}"
        );
        for way in ways(&fills(&known)) {
            let lighter = way.windows(2).all(|pair| pair[0][0] > pair[1][0] + 5.0);
            assert!(lighter, "{colour:?}: {way:?}");
        }
    }
}

#[test]
fn forms_can_be_told_apart_up_to_nine_and_by_shape_and_digit_beyond() {
    let kinds = kinds(Colouring::Form);
    assert!(kinds.len() > 9, "the example has more forms than colours");
    let measured = least(&fills(&kinds[..9]));
    assert!(
        measured
            .iter()
            .zip(LEAST)
            .all(|(least, floor)| *least >= floor),
        "{measured:?}"
    );
}

#[test]
fn what_is_not_recorded_looks_like_nothing_else() {
    let [shipped, _] = shown::trips();
    for colour in [Colouring::Stage, Colouring::Form, Colouring::Principle] {
        let drawn = MapOptions {
            colour,
            ..MapOptions::default()
        };
        let kinds = shown::map(&shipped.network, 2020, drawn).themes;
        let unknown = kinds
            .iter()
            .find(|kind| kind.id.is_empty())
            .expect("a kind for what is not recorded");
        for other in kinds.iter().filter(|kind| !kind.id.is_empty()) {
            let measured = least(&[&unknown.fill, &other.fill]);
            assert!(
                measured.iter().all(|least| *least > 4.0),
                "{colour:?} {} {measured:?}",
                other.label
            );
        }
    }
}

#[test]
fn digits_and_outlines_stand_out_on_every_kind() {
    for colour in [
        Colouring::Theme,
        Colouring::Stage,
        Colouring::Form,
        Colouring::Principle,
    ] {
        for kind in kinds(colour) {
            let digit = contrast("#1f2328", &kind.fill).max(contrast("#ffffff", &kind.fill));
            assert!(digit >= 4.5, "digit on {}: {digit:.2}", kind.label);
        }
    }
    for ground in shown::CHOROPLETH {
        assert!(contrast("#1f2328", ground) >= 3.0, "outline on {ground}");
    }
}

#[test]
fn classes_of_a_figure_get_darker_and_can_be_told_apart_in_every_way() {
    let all: Vec<&str> = std::iter::once("#ffffff")
        .chain(shown::CHOROPLETH)
        .collect();
    let measured = least(&all);
    assert!(measured.iter().all(|least| *least >= 4.5), "{measured:?}");
    for way in ways(&all) {
        assert!(
            way.windows(2).all(|pair| pair[0][0] > pair[1][0] + 5.0),
            "{way:?}"
        );
    }
}
