//! The map in words, for those who do not see it: sector by sector, from the middle of the region.

use crate::geography::{self, AreaLevel};
use crate::language::{Bilingual, Language};
use crate::say;
use crate::views::parts::nouns::{DYNAMICS, TERRITORIES, counted};
use crate::views::view::{MapCluster, MapFigure, Question};

/// Sectors counter-clockwise from the east, then the centre; each is the beginning of a sentence.
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

/// The order of the sentences: as one reads, from the north-west.
const READING_ORDER: [usize; 9] = [3, 2, 1, 4, 8, 0, 5, 6, 7];

/// The radius of the centre, as a share of the distance from the middle to the farther edge.
const CENTRE: f64 = 0.25;

/// The whole map, in sentences.
#[must_use]
pub fn describe(question: &Question, figure: &MapFigure) -> String {
    let language = question.language;
    let mut sentences = vec![opening(question, figure)];
    sentences.extend(sectors(language, figure));
    sentences.extend(guests(language, figure));
    sentences.extend(beside_territories(question, figure));
    sentences.extend(themes(language, figure));
    sentences.join(" ")
}

/// The number of dynamics that have a place.
fn opening(question: &Question, figure: &MapFigure) -> String {
    let language = question.language;
    let placed: u64 = figure.clusters.iter().map(dynamics_at_home).sum();
    if placed == 0 {
        return question.words(
            "La carte ne situe aucune dynamique.",
            "The map places no dynamic.",
        );
    }
    let territories = figure
        .clusters
        .iter()
        .filter(|cluster| dynamics_at_home(cluster) > 0)
        .count();
    let placed = counted(placed, &DYNAMICS, language);
    let territories = counted(territories, &TERRITORIES, language);
    say!(language,
        fr: "La carte situe {placed} dans {territories}.",
        en: "The map places {placed} in {territories}.")
}

/// The number of dynamics that are counted in a territory, not only present there.
fn dynamics_at_home(cluster: &MapCluster) -> u64 {
    cluster.symbols.iter().filter(|symbol| symbol.full).count() as u64
}

/// A sentence for each sector that has dynamics, in reading order.
fn sectors(language: Language, figure: &MapFigure) -> Vec<String> {
    let frame = Frame::of(figure);
    let mut by_sector: [Vec<&MapCluster>; 9] = Default::default();
    for cluster in &figure.clusters {
        if dynamics_at_home(cluster) > 0 {
            let sector = by_sector.get_mut(frame.sector_of(cluster));
            if let Some(sector) = sector {
                sector.push(cluster);
            }
        }
    }
    READING_ORDER
        .iter()
        .filter_map(|index| sector(language, *SECTORS.get(*index)?, by_sector.get(*index)?))
        .collect()
}

/// A sector's territories with their counts: « Au nord-ouest, Dunkerque compte 3 dynamiques. »
fn sector(language: Language, sector: Bilingual, clusters: &[&MapCluster]) -> Option<String> {
    let sector = sector.get(language);
    let total: u64 = clusters
        .iter()
        .map(|cluster| dynamics_at_home(cluster))
        .sum();
    let total = counted(total, &DYNAMICS, language);
    match clusters {
        [] => None,
        [cluster] => {
            let name = &cluster.label;
            Some(say!(language,
                fr: "{sector}, {name} compte {total}.",
                en: "{sector}, {name} has {total}."))
        }
        several => {
            let count = several.len();
            let names: Vec<String> = several
                .iter()
                .map(|cluster| format!("{} ({})", cluster.label, dynamics_at_home(cluster)))
                .collect();
            let names = language.and(&names);
            Some(say!(language,
                fr: "{sector}, {count} territoires comptent {total}\u{a0}: {names}.",
                en: "{sector}, {count} territories have {total}: {names}."))
        }
    }
}

/// The territories that have only dynamics counted elsewhere.
fn guests(language: Language, figure: &MapFigure) -> Option<String> {
    let names: Vec<String> = figure
        .clusters
        .iter()
        .filter(|cluster| dynamics_at_home(cluster) == 0)
        .map(|cluster| cluster.label.clone())
        .collect();
    let guests = language.and(&names);
    (!names.is_empty()).then(|| {
        say!(language,
            fr: "Des dynamiques comptées ailleurs concernent aussi {guests}.",
            en: "Dynamics counted elsewhere also concern {guests}.")
    })
}

/// The dynamics beside the territories: region-wide, without a place, known by count alone.
fn beside_territories(question: &Question, figure: &MapFigure) -> Vec<String> {
    let language = question.language;
    let region_wide = figure.region_wide.len() as u64;
    let unplaced: u64 = figure.tray.iter().map(|tray| tray.unplaced).sum();
    let by_count: u64 = figure.tray.iter().map(|tray| tray.by_count).sum();
    [
        (
            region_wide,
            question.words("À l'échelle régionale", "Region-wide"),
        ),
        (
            unplaced,
            question.words(
                "Hors carte, sans lieu connu",
                "Off the map, without a known place",
            ),
        ),
        (
            by_count,
            question.words(
                "Hors carte, connues par leur nombre seul",
                "Off the map, known by count alone",
            ),
        ),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, place)| {
        let count = counted(count, &DYNAMICS, language);
        say!(language, fr: "{place}\u{a0}: {count}.", en: "{place}: {count}.")
    })
    .collect()
}

/// The number of dynamics of each theme.
fn themes(language: Language, figure: &MapFigure) -> Option<String> {
    let themes: Vec<String> = figure
        .themes
        .iter()
        .filter(|theme| theme.count > 0)
        .map(|theme| format!("{} ({})", theme.label, language.number(theme.count)))
        .collect();
    let named = language.and(&themes);
    (!themes.is_empty())
        .then(|| say!(language, fr: "Par thématique\u{a0}: {named}.", en: "By theme: {named}."))
}

/// The middle of the framed departments, and how far they reach.
struct Frame {
    longitude: f64,
    latitude: f64,
    /// Distance from the middle to the farther edge, in degrees of latitude.
    reach: f64,
}

impl Frame {
    fn of(figure: &MapFigure) -> Self {
        let points = geography::all(AreaLevel::Epci)
            .filter(|area| {
                area.department
                    .is_some_and(|code| figure.departments.iter().any(|framed| framed == code))
            })
            .filter_map(|area| area.point);
        let (mut west, mut south) = (f64::MAX, f64::MAX);
        let (mut east, mut north) = (f64::MIN, f64::MIN);
        for (longitude, latitude) in points {
            (west, east) = (west.min(longitude), east.max(longitude));
            (south, north) = (south.min(latitude), north.max(latitude));
        }
        let longitude = f64::midpoint(west, east);
        let latitude = f64::midpoint(south, north);
        let reach = ((east - longitude) * longitude_scale(latitude)).max(north - latitude);
        Self {
            longitude,
            latitude,
            reach,
        }
    }

    /// The index of a cluster's sector among `SECTORS`.
    fn sector_of(&self, cluster: &MapCluster) -> usize {
        let east = (cluster.longitude - self.longitude) * longitude_scale(self.latitude);
        let north = cluster.latitude - self.latitude;
        if east.hypot(north) < CENTRE * self.reach {
            return 8;
        }
        let eighths = (north.atan2(east).to_degrees().rem_euclid(360.0) / 45.0).round();
        // Eight eighths are a whole turn: the east again.
        (0_u8..8)
            .find(|sector| eighths <= f64::from(*sector))
            .map_or(0, usize::from)
    }
}

/// The length of a degree of longitude in degrees of latitude.
fn longitude_scale(latitude: f64) -> f64 {
    latitude.to_radians().cos()
}
