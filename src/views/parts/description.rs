//! The map in words, for those who do not see it: sector by sector, from the middle of the region.

use crate::geography::{self, AreaLevel};
use crate::language::{Bilingual, Language};
use crate::say;
use crate::views::view::{MapCluster, MapFigure, Question};

/// Sectors from the east, counter-clockwise, then the middle; each as a sentence begins with it.
const SECTORS: [Bilingual; 9] = [
    Bilingual {
        fr: "À l'est",
        en: "In the east",
    },
    Bilingual {
        fr: "Au nord-est",
        en: "In the north-east",
    },
    Bilingual {
        fr: "Au nord",
        en: "In the north",
    },
    Bilingual {
        fr: "Au nord-ouest",
        en: "In the north-west",
    },
    Bilingual {
        fr: "À l'ouest",
        en: "In the west",
    },
    Bilingual {
        fr: "Au sud-ouest",
        en: "In the south-west",
    },
    Bilingual {
        fr: "Au sud",
        en: "In the south",
    },
    Bilingual {
        fr: "Au sud-est",
        en: "In the south-east",
    },
    Bilingual {
        fr: "Au centre",
        en: "In the centre",
    },
];

/// In which order sectors are told: as one reads, from the north-west.
const READING: [usize; 9] = [3, 2, 1, 4, 8, 0, 5, 6, 7];

/// What lies nearer to the middle than this share of the way to the edge is the centre.
const CENTRE: f64 = 0.25;

/// All that the map shows, as sentences.
#[must_use]
pub fn describe(question: &Question, figure: &MapFigure) -> String {
    let language = question.language;
    let mut said = vec![opening(language, figure)];
    let middle = middle(figure);
    let sector = |cluster: &&MapCluster| sector_of(cluster, middle);
    for place in READING {
        let inside: Vec<&MapCluster> = figure
            .clusters
            .iter()
            .filter(|cluster| counted(cluster) > 0 && sector(cluster) == place)
            .collect();
        said.extend(told(language, SECTORS[place].get(language), &inside));
    }
    let guests = figure
        .clusters
        .iter()
        .filter(|cluster| counted(cluster) == 0);
    let guests: Vec<String> = guests.map(|cluster| cluster.label.clone()).collect();
    if !guests.is_empty() {
        let guests = listed(language, &guests);
        said.push(say!(language,
            fr: "Des dynamiques comptées ailleurs concernent aussi {guests}.",
            en: "Dynamics counted elsewhere also concern {guests}."));
    }
    said.extend(aside(language, figure));
    said.extend(themes(language, figure));
    said.join(" ")
}

fn dynamics(language: Language, count: u64) -> String {
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    match language {
        Language::French => language.count(count, "dynamique", "dynamiques"),
        Language::English => language.count(count, "dynamic", "dynamics"),
    }
}

/// What has a place, in one sentence.
fn opening(language: Language, figure: &MapFigure) -> String {
    let placed: u64 = figure.clusters.iter().map(counted).sum();
    let territories = figure
        .clusters
        .iter()
        .filter(|cluster| counted(cluster) > 0)
        .count();
    if placed == 0 {
        let nothing = Bilingual {
            fr: "La carte ne situe aucune dynamique.",
            en: "The map places no dynamic.",
        };
        return nothing.get(language).to_owned();
    }
    let placed = dynamics(language, placed);
    let territories = match language {
        Language::French => language.count(territories, "territoire", "territoires"),
        Language::English => language.count(territories, "territory", "territories"),
    };
    say!(language,
        fr: "La carte situe {placed} dans {territories}.",
        en: "The map places {placed} in {territories}.")
}

/// Dynamics that are counted in a territory.
fn counted(cluster: &MapCluster) -> u64 {
    cluster.symbols.iter().filter(|symbol| symbol.full).count() as u64
}

/// A sector's territories with their counts: « Au nord-ouest, Dunkerque compte 3 dynamiques. »
fn told(language: Language, sector: &str, inside: &[&MapCluster]) -> Option<String> {
    let total: u64 = inside.iter().map(|cluster| counted(cluster)).sum();
    let total = dynamics(language, total);
    match inside {
        [] => None,
        [one] => {
            let name = &one.label;
            Some(
                say!(language, fr: "{sector}, {name} compte {total}.", en: "{sector}, {name} has \
                    {total}."),
            )
        }
        several => {
            let count = several.len();
            let named = several
                .iter()
                .map(|cluster| format!("{} ({})", cluster.label, counted(cluster)));
            let named = listed(language, &named.collect::<Vec<_>>());
            Some(say!(language,
                fr: "{sector}, {count} territoires comptent {total}\u{a0}: {named}.",
                en: "{sector}, {count} territories have {total}: {named}."))
        }
    }
}

/// What the map shows beside territories: the region's own, and what has no place.
fn aside(language: Language, figure: &MapFigure) -> Vec<String> {
    let wide = figure.region_wide.len() as u64;
    let unplaced: u64 = figure.tray.iter().map(|tray| tray.unplaced).sum();
    let by_count: u64 = figure.tray.iter().map(|tray| tray.by_count).sum();
    let told = [
        (
            wide,
            Bilingual {
                fr: "À l'échelle régionale",
                en: "Region-wide",
            },
        ),
        (
            unplaced,
            Bilingual {
                fr: "Hors carte, sans lieu connu",
                en: "Off the map, without a known place",
            },
        ),
        (
            by_count,
            Bilingual {
                fr: "Hors carte, connues par leur nombre seul",
                en: "Off the map, known by count alone",
            },
        ),
    ];
    let told = told.into_iter().filter(|(count, _)| *count > 0);
    told.map(|(count, what)| {
        let (what, count) = (what.get(language), dynamics(language, count));
        say!(language, fr: "{what}\u{a0}: {count}.", en: "{what}: {count}.")
    })
    .collect()
}

/// How many there are of each theme.
fn themes(language: Language, figure: &MapFigure) -> Option<String> {
    let told = figure.themes.iter().filter(|theme| theme.count > 0);
    let told: Vec<String> = told
        .map(|theme| format!("{} ({})", theme.label, language.number(theme.count)))
        .collect();
    let named = listed(language, &told);
    (!told.is_empty())
        .then(|| say!(language, fr: "Par thématique\u{a0}: {named}.", en: "By theme: {named}."))
}

/// `a, b et c`.
fn listed(language: Language, names: &[String]) -> String {
    let and = Bilingual {
        fr: "et",
        en: "and",
    }
    .get(language);
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} {and} {last}", before.join(", ")),
    }
}

/// The middle of the framed departments and the way to their edge, in degrees of latitude;
/// longitudes are shrunk to match.
fn middle(figure: &MapFigure) -> (f64, f64, f64) {
    let inside = |area: &geography::Area| {
        area.department
            .is_some_and(|code| figure.departments.iter().any(|own| own == code))
    };
    let points = geography::all(AreaLevel::Epci)
        .filter(inside)
        .filter_map(|area| area.point);
    let mut edges = (f64::MAX, f64::MAX, f64::MIN, f64::MIN);
    for (x, y) in points {
        edges = (
            edges.0.min(x),
            edges.1.min(y),
            edges.2.max(x),
            edges.3.max(y),
        );
    }
    let (x, y) = (
        f64::midpoint(edges.0, edges.2),
        f64::midpoint(edges.1, edges.3),
    );
    let target = ((edges.2 - x) * shrink(y)).max(edges.3 - y);
    (x, y, target)
}

/// How much shorter a degree of longitude is than one of latitude.
fn shrink(latitude: f64) -> f64 {
    latitude.to_radians().cos()
}

fn sector_of(cluster: &MapCluster, (x, y, target): (f64, f64, f64)) -> usize {
    let (east, north) = ((cluster.longitude - x) * shrink(y), cluster.latitude - y);
    if east.hypot(north) < CENTRE * target {
        return 8;
    }
    let eighths = (north.atan2(east).to_degrees().rem_euclid(360.0) / 45.0).round();
    (0_u8..8)
        .find(|sector| eighths <= f64::from(*sector))
        .map_or(0, usize::from)
}
