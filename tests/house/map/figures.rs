//! Figures to draw: a year with every place known, one known mostly by counts, and more than any
//! year will hold.
#![expect(
    clippy::unwrap_used,
    reason = "a figure that cannot be built fails its test"
)]

use std::sync::LazyLock;

use apes::geography::{ATTRIBUTION, Area, AreaLevel, all, find, named, within};
use apes::views::view::{
    MapClasses, MapCluster, MapFigure, MapSize, MapSymbol, MapTheme, MapTray, MapWords,
};

/// Name, colour and shape of the nine themes, as MAP.md has them.
const THEMES: [(&str, &str, &str); 9] = [
    (
        "Production locale utile, solidaire et soutenable",
        "#DDCC77",
        "circle",
    ),
    ("Commande publique responsable", "#332288", "square"),
    (
        "Coopérations économiques territoriales",
        "#44AA99",
        "hexagon",
    ),
    ("Mise en récit", "#AA4499", "speech-bubble"),
    ("Immobilier d’activité", "#882255", "house"),
    ("Transition écologique", "#117733", "drop"),
    ("Richesses humaines", "#D4788A", "diamond"),
    ("Impact social", "#88CCEE", "triangle"),
    ("Nouveaux modèles économiques", "#999933", "badge"),
];

/// Published numbers of 2020, by theme.
const PUBLISHED: [u64; 9] = [6, 3, 21, 2, 2, 6, 3, 2, 3];

/// Territories of the demonstration and the digits of their dynamics.
const PLACES: [(&str, &[usize]); 25] = [
    ("Métropole Européenne de Lille", &[2, 2, 3, 3, 6, 7]),
    ("Lens - Liévin", &[1, 1, 3, 6]),
    ("Amiens Métropole", &[3, 3, 7]),
    ("Béthune-Bruay, Artois-Lys Romane", &[2, 3, 5]),
    ("Dunkerque", &[3, 4, 9]),
    ("Maubeuge Val de Sambre", &[1, 3, 3]),
    ("Arras", &[1, 6]),
    ("Cœur de Flandre", &[3, 5]),
    ("Hénin-Carvin", &[1, 3]),
    ("Pays de Saint-Omer", &[3, 3]),
    ("Valenciennes Métropole", &[6, 8]),
    ("Baie de Somme", &[6]),
    ("Beauvaisis", &[3]),
    ("Boulonnais", &[1]),
    ("Cambrai", &[3]),
    ("Chauny Tergnier La Fère", &[3]),
    ("Compiègne et de la Basse Automne", &[3]),
    ("Douaisis Agglo", &[3]),
    ("Grand Calais Terres et Mers", &[8]),
    ("GrandSoissons Agglomération", &[4]),
    ("Pays de Mormal", &[9]),
    ("Pévèle-Carembault", &[7]),
    ("Ternois", &[3]),
    ("Thiérache du Centre", &[3]),
    ("Thiérache Sambre et Oise", &[3]),
];

/// The same, found in the gazetteer once.
static FOUND: LazyLock<Vec<(Area, &[usize])>> = LazyLock::new(|| {
    PLACES
        .iter()
        .map(|(name, digits)| (epci(name), *digits))
        .collect()
});

/// The EPCI of Hauts-de-France, most people first.
static REGION: LazyLock<Vec<Area>> = LazyLock::new(|| {
    let region = find(AreaLevel::Region, "32").unwrap();
    let mut epci: Vec<Area> = all(AreaLevel::Epci)
        .filter(|epci| within(epci, &region))
        .collect();
    epci.sort_by_key(|area| (std::cmp::Reverse(area.population), area.code));
    epci
});

/// 48 dynamics with a place, two of them of the whole region.
pub fn demonstration() -> MapFigure {
    let clusters: Vec<MapCluster> = FOUND
        .iter()
        .map(|(area, digits)| cluster(area, digits))
        .collect();
    MapFigure {
        title: "La coopération tous azimuts".into(),
        subtitle: "Carte régionale des dynamiques territoriales en Hauts-de-France : 48 \
            dynamiques, 9 thématiques"
            .into(),
        invented: Some(
            "Jeu de démonstration : les effectifs par thématique sont ceux de l’Apes en \
            2020, les localisations sont fictives."
                .into(),
        ),
        themes: themes(&PUBLISHED, &PUBLISHED),
        tints: tints(&clusters),
        clusters,
        region_wide: vec![symbol(6), symbol(9)],
        ..blank()
    }
}

/// A year of which two dynamics are recorded and the others are known by their number.
pub fn counted() -> MapFigure {
    let mut recorded = [0; 9];
    (recorded[0], recorded[2]) = (1, 1);
    let clusters = vec![
        cluster(&epci("Hénin-Carvin"), &[1]),
        cluster(&epci("Pays du Coquelicot"), &[3]),
    ];
    let tray = (0..9).map(|theme| MapTray {
        theme,
        unplaced: 0,
        by_count: PUBLISHED[theme] - recorded[theme],
        names: Vec::new(),
    });
    MapFigure {
        title: "Regional map of territorial dynamics".into(),
        subtitle: "Hauts-de-France, 2020: 48 published, 2 of them recorded".into(),
        themes: themes(&PUBLISHED, &recorded),
        tints: tints(&clusters),
        clusters,
        tray: tray.collect(),
        tray_note:
            "Published in the brochure of 2020, without a record: nothing says where they are."
                .into(),
        words: english(),
        ..blank()
    }
}

/// 150 dynamics in 52 territories, some of them counted elsewhere, some without a place.
pub fn crowd() -> MapFigure {
    let mut clusters: Vec<MapCluster> = Vec::new();
    for (place, area) in region().iter().take(52).enumerate() {
        let dynamics = [33, 12, 8, 8, 7, 6, 5, 4, 3, 3]
            .get(place)
            .copied()
            .unwrap_or(1 + place % 2);
        let mut digits: Vec<usize> = (0..dynamics)
            .map(|dynamic| 1 + (dynamic * 5 + place * 7) % 9)
            .collect();
        digits.sort_unstable();
        let mut cluster = cluster(area, &digits);
        if place % 5 == 3 {
            cluster.symbols.last_mut().unwrap().full = false;
        }
        clusters.push(cluster);
    }
    MapFigure {
        tray: vec![
            MapTray {
                theme: 2,
                unplaced: 3,
                by_count: 0,
                names: Vec::new(),
            },
            MapTray {
                theme: 6,
                unplaced: 1,
                by_count: 12,
                names: Vec::new(),
            },
        ],
        tray_note: "Comptées dans le total.".into(),
        region_wide: (0..12).map(|dynamic| symbol(1 + dynamic % 4)).collect(),
        tints: tints(&clusters),
        clusters,
        ..demonstration()
    }
}

/// Thirteen themes, some without colour or shape, long names, marks of XML, other scripts.
pub fn odd() -> MapFigure {
    let mut figure = crowd();
    figure
        .themes
        .extend(themes(&[3; 9], &[1; 9]).into_iter().take(4));
    for (index, theme) in figure.themes.iter_mut().enumerate() {
        theme.digit = index + 1;
        theme.label = format!("{} & <autres> {}", theme.label, "choses ".repeat(index % 4));
        if index > 8 {
            (theme.fill, theme.shape, theme.note) =
                (String::new(), String::new(), "dont 1 enregistrée".into());
        }
    }
    let names = [
        "Saint-Symphorien-lès-Hauts-de-Quelquechose-et-Environs",
        "תל אביב יפו",
        "a < b & \"c\" \u{202e}d\u{0}",
        "",
    ];
    for (cluster, name) in figure.clusters.iter_mut().zip(names) {
        cluster.label = name.into();
    }
    figure.clusters[1].symbols.extend((10..=13).map(symbol));
    figure.title =
        "Une très longue coopération dans tous les azimuts, et dans tous les territoires de la \
            région"
            .into();
    figure.scope.insert(
        0,
        "Filtre : thématique production locale, commande publique, coopérations. ".repeat(5),
    );
    figure
}

/// A figure without a single record.
pub fn blank() -> MapFigure {
    MapFigure {
        themes: themes(&[0; 9], &[0; 9]),
        departments: ["02", "59", "60", "62", "80"].map(String::from).to_vec(),
        scope: vec![
            "Au 31 décembre 2025 · toutes thématiques · 48 dynamiques, 31 acteurs, 25 territoires"
                .into(),
            ATTRIBUTION.into(),
        ],
        classes: MapClasses {
            labels: ["1", "2 à 3", "4 et plus"].map(String::from).to_vec(),
            none: "territoire sans dynamique".into(),
            ..MapClasses::default()
        },
        words: french(),
        ..MapFigure::default()
    }
}

/// The EPCI of Hauts-de-France, most people first.
pub fn region() -> &'static [Area] {
    &REGION
}

/// The dynamics of one area, by the digits of their themes.
pub fn cluster(area: &Area, digits: &[usize]) -> MapCluster {
    let (longitude, latitude) = area.point.unwrap();
    let label = area.label().to_owned();
    let symbols = digits.iter().map(|&digit| symbol(digit)).collect();
    MapCluster {
        territory: area.code.to_owned(),
        label,
        longitude,
        latitude,
        symbols,
    }
}

pub fn symbol(digit: usize) -> MapSymbol {
    MapSymbol {
        theme: digit - 1,
        dynamic: format!("dynamique-{digit}"),
        name: "Une dynamique".into(),
        full: true,
        size: MapSize::Medium,
    }
}

fn epci(name: &str) -> Area {
    named(name)
        .into_iter()
        .find(|area| area.level == AreaLevel::Epci)
        .unwrap_or_else(|| panic!("no EPCI {name}"))
}

fn tints(clusters: &[MapCluster]) -> Vec<(String, usize)> {
    let class = |count: usize| usize::from(count > 1) + usize::from(count > 3);
    clusters
        .iter()
        .map(|cluster| (cluster.territory.clone(), class(cluster.symbols.len())))
        .collect()
}

fn themes(counts: &[u64; 9], recorded: &[u64; 9]) -> Vec<MapTheme> {
    let theme = |index: usize| {
        let (label, fill, shape) = THEMES[index];
        let partial = recorded[index] < counts[index];
        MapTheme {
            id: format!("theme-{}", index + 1),
            digit: index + 1,
            label: label.into(),
            fill: fill.into(),
            shape: shape.into(),
            count: counts[index],
            recorded: recorded[index],
            note: if partial {
                format!("{} recorded", recorded[index])
            } else {
                String::new()
            },
        }
    };
    (0..9).map(theme).collect()
}

fn french() -> MapWords {
    MapWords {
        language: "fr".into(),
        region_wide: "Échelle régionale".into(),
        territories: "Territoires".into(),
        themes: "Thématiques".into(),
        number_of_dynamics: "(nombre de dynamiques)".into(),
        outside: "hors du filtre".into(),
        others: ["et", "autres"].map(String::from),
        lines: ["intercommunalité", "département", "région"].map(String::from),
        also_here: "aussi ici, comptée ailleurs".into(),
        tray: "Hors de la carte".into(),
        unplaced: "sans lieu connu".into(),
        by_count: "connues par leur nombre".into(),
        description: "Carte des dynamiques de coopération par territoire et par thématique.".into(),
    }
}

fn english() -> MapWords {
    MapWords {
        language: "en".into(),
        region_wide: "Whole region".into(),
        territories: "Territories".into(),
        themes: "Themes".into(),
        number_of_dynamics: "(number of dynamics)".into(),
        outside: "outside the filter".into(),
        others: ["and", "more"].map(String::from),
        lines: ["intercommunality", "department", "region"].map(String::from),
        also_here: "here too, counted elsewhere".into(),
        tray: "Not on the map".into(),
        unplaced: "without a known place".into(),
        by_count: "known by count alone".into(),
        description: "Map of cooperation by territory and theme.".into(),
    }
}
