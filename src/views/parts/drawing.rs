//! The map as a figure: clusters at their places, the region's own, and the tray of dynamics
//! without a place.

use std::collections::{BTreeMap, BTreeSet};

use crate::geography::{self, AreaLevel};
use crate::network::DynamicRecord;
use crate::network::counting::figures::FIGURES;
use crate::records::{List, TerritoryId};
use crate::say;
use crate::views::parts::description::describe;
use crate::views::parts::kinds::Kinds;
use crate::views::parts::nouns::{DYNAMICS, THEMES, counted};
use crate::views::parts::scope::{days_in_words, invented, scope};
use crate::views::parts::sizes::Sizes;
use crate::views::parts::themes::ThemeFact;
use crate::views::parts::tints::Tints;
use crate::views::view::{
    Colouring, MapCluster, MapFigure, MapSize, MapSymbol, MapTray, MapWords, Question,
};

/// The map of the dynamics that count, with the counts of their themes.
#[must_use]
pub fn draw(question: &Question, dynamics: &[&DynamicRecord], themes: &[ThemeFact]) -> MapFigure {
    let kinds = Kinds::of(question, dynamics, themes);
    let sizes = Sizes::of(question, dynamics);
    let tints = Tints::of(question, dynamics);
    let placement = Placement::of(question, dynamics, &kinds, &sizes);
    let mut figure = MapFigure {
        title: title(question),
        subtitle: subtitle(question, themes),
        invented: invented(question),
        tints: tints.areas,
        classes: tints.classes,
        outside: outside(question),
        departments: departments(question),
        tray: placement.tray(themes),
        tray_note: tray_note(question, dynamics),
        outlines: question.outlines,
        scope: lines_below(question),
        words: words(question, &kinds),
        clusters: placement.clusters(),
        region_wide: placement.region_wide,
        sizes: sizes.legend,
        themes: kinds.shown,
    };
    figure.words.description = describe(question, &figure);
    figure
}

/// The lines below the legend: the scope of every report, the projection, the rules of colours and
/// tints, and that the records are invented.
fn lines_below(question: &Question) -> Vec<String> {
    let mut lines = scope(question, true);
    if let Some(sources) = lines.last_mut() {
        sources.push_str(&say!(question.language,
            fr: " Projection Lambert-93 (EPSG\u{a0}2154).",
            en: " Projection Lambert-93 (EPSG:2154)."));
    }
    if question.outlines.is_some() {
        lines.push(say!(question.language,
            fr: "Contours fins\u{a0}: fichier que le réseau a ajouté \
                (geography/outlines.topojson).",
            en: "Fine outlines: a file that the network added (geography/outlines.topojson)."));
    }
    lines.extend(rules(question));
    lines.extend(invented(question));
    lines
}

/// The rules by which colours and tints are counted, unless they are those of themes.
fn rules(question: &Question) -> Vec<String> {
    let language = question.language;
    let colour = match question.map_options.colour {
        Colouring::Theme | Colouring::Form => None,
        Colouring::Stage => Some(say!(language,
            fr: "Étape\u{a0}: la dernière que la dynamique ait atteinte, sinon son territoire",
            en: "Stage: the one that the dynamic reached last, else its territory")),
        Colouring::Principle => Some(say!(language,
            fr: "Principes\u{a0}: ceux qu'attestent les partenaires signataires de la \
                charte\u{202f}; elle n'est tenue que si tous le sont",
            en: "Principles: those that partners who signed the charter bring evidence for; it is \
                kept only where all are")),
    };
    let figure = FIGURES
        .iter()
        .find(|figure| Some(figure.id) == question.map_options.tint);
    let tint = figure.map(|figure| {
        let rule = figure.rule.get(language);
        say!(language,
            fr: "Teintes\u{a0}: {rule}\u{202f}; classes de même nombre d'aires (quantiles), qui \
                est de plusieurs aires compte dans chacune",
            en: "Tints: {rule}; classes that hold as many areas each (quantiles), what belongs to \
                several areas counts in each")
    });
    colour.into_iter().chain(tint).collect()
}

/// The EPCI of the framed departments outside the territory asked for.
fn outside(question: &Question) -> Vec<String> {
    let network = question.network;
    let Some(wanted) = &question.territory else {
        return Vec::new();
    };
    let asked: Vec<&str> = network.epci_of(wanted);
    let framed = departments(question);
    geography::all(AreaLevel::Epci)
        .filter(|epci| {
            epci.department
                .is_some_and(|code| framed.iter().any(|framed| framed == code))
        })
        .filter(|epci| !asked.contains(&epci.code))
        .filter(|epci| !network.lies_in(&TerritoryId::from(epci.code), wanted))
        .map(|epci| epci.code.to_owned())
        .collect()
}

/// The subject of the map in one line: place, period, number of dynamics and of themes.
fn subtitle(question: &Question, themes: &[ThemeFact]) -> String {
    let (network, language) = (question.network, question.language);
    let subject = question.words(
        "Carte régionale des dynamiques territoriales",
        "Regional map of territorial dynamics",
    );
    let place = question
        .territory
        .as_ref()
        .or(network.settings.territory.as_ref())
        .map(|territory| network.territory_name(territory));
    let theme = question.theme.as_ref();
    let theme = theme.map(|theme| question.label(List::Themes, theme.as_str()));
    let parts: Vec<String> = [Some(subject), place, theme, Some(days_in_words(question))]
        .into_iter()
        .flatten()
        .collect();
    let parts = parts.join(" · ");
    let dynamics: u64 = themes.iter().map(|theme| theme.dynamics).sum();
    if dynamics == 0 {
        return say!(language,
            fr: "{parts}\u{a0}: aucune dynamique dans les fiches",
            en: "{parts}: no dynamic in the records");
    }
    let themes = themes.iter().filter(|theme| theme.dynamics > 0).count();
    let dynamics = counted(dynamics, &DYNAMICS, language);
    let themes = counted(themes, &THEMES, language);
    say!(language, fr: "{parts}\u{a0}: {dynamics}, {themes}", en: "{parts}: {dynamics}, {themes}")
}

/// The text in large letters above the map: the network's motto, else its name.
fn title(question: &Question) -> String {
    let settings = &question.network.settings;
    let motto = settings
        .motto
        .get(question.language)
        .unwrap_or(&settings.name);
    if motto.is_empty() {
        question.words("Carte des dynamiques", "Map of dynamics")
    } else {
        motto.to_owned()
    }
}

/// Dynamics by their place on the map or beside it.
struct Placement<'q> {
    question: &'q Question<'q>,
    kinds: &'q Kinds,
    /// Symbols by territory.
    symbols: BTreeMap<&'q TerritoryId, Vec<MapSymbol>>,
    region_wide: Vec<MapSymbol>,
    /// Names of dynamics without a place, by kind.
    unplaced: BTreeMap<usize, Vec<String>>,
}

impl<'q> Placement<'q> {
    fn of(
        question: &'q Question<'q>,
        dynamics: &[&'q DynamicRecord],
        kinds: &'q Kinds,
        sizes: &Sizes,
    ) -> Self {
        let mut placement = Self {
            question,
            kinds,
            symbols: BTreeMap::new(),
            region_wide: Vec::new(),
            unplaced: BTreeMap::new(),
        };
        for dynamic in dynamics {
            placement.place(dynamic, sizes.size(dynamic));
        }
        placement
    }

    /// Places a dynamic: full where it is counted, hollow in the other territories where it takes
    /// place.
    fn place(&mut self, dynamic: &'q DynamicRecord, size: MapSize) {
        let Some(kind) = self.kinds.place(self.question, dynamic) else {
            return;
        };
        let symbol = MapSymbol {
            theme: kind,
            dynamic: dynamic.id.to_string(),
            name: dynamic.name(),
            full: true,
            size,
        };
        let home = &dynamic.home;
        if self.is_region(home) {
            self.region_wide.push(symbol.clone());
        } else if self.is_on_map(home) {
            self.symbols.entry(home).or_default().push(symbol.clone());
        } else {
            let territory = self.question.network.territory_label(home);
            let name = format!("{} ({territory})", symbol.name);
            self.unplaced.entry(kind).or_default().push(name);
            return;
        }
        let also_in: BTreeSet<&TerritoryId> = dynamic.body.also_in.iter().collect();
        for territory in also_in {
            if territory != home && self.is_on_map(territory) && !self.is_region(territory) {
                let hollow = MapSymbol {
                    full: false,
                    ..symbol.clone()
                };
                self.symbols.entry(territory).or_default().push(hollow);
            }
        }
    }

    fn is_region(&self, territory: &TerritoryId) -> bool {
        self.question.network.settings.territory.as_ref() == Some(territory)
    }

    /// Whether the map has a point for a territory: inside the region, or unknown to the official
    /// tables, and not overseas.
    fn is_on_map(&self, territory: &TerritoryId) -> bool {
        let network = self.question.network;
        let inside = network
            .settings
            .territory
            .as_ref()
            .is_none_or(|region| network.lies_in(territory, region));
        let known = inside || network.area_named(territory).is_none();
        let overseas = network
            .departments_of(territory)
            .into_iter()
            .any(is_overseas);
        known && !overseas && network.point_of(territory).is_some()
    }

    /// The clusters, those with most symbols first.
    fn clusters(&self) -> Vec<MapCluster> {
        let mut clusters: Vec<MapCluster> = self
            .symbols
            .iter()
            .filter_map(|(territory, symbols)| self.cluster(territory, symbols))
            .collect();
        clusters.sort_by(|one, other| {
            other
                .symbols
                .len()
                .cmp(&one.symbols.len())
                .then(one.territory.cmp(&other.territory))
        });
        clusters
    }

    fn cluster(&self, territory: &TerritoryId, symbols: &[MapSymbol]) -> Option<MapCluster> {
        let network = self.question.network;
        let (longitude, latitude) = network.point_of(territory)?;
        let mut symbols = symbols.to_vec();
        symbols.sort_by(|one, other| (one.theme, &one.dynamic).cmp(&(other.theme, &other.dynamic)));
        Some(MapCluster {
            territory: territory.to_string(),
            label: network.territory_label(territory),
            longitude,
            latitude,
            symbols,
        })
    }

    /// The dynamics beside the map: without a place, or known by their count alone.
    fn tray(&self, themes: &[ThemeFact]) -> Vec<MapTray> {
        let mut by_count: BTreeMap<usize, u64> = BTreeMap::new();
        for theme in themes {
            if let Some(kind) = self.kinds.of_count(theme) {
                *by_count.entry(kind).or_default() += theme.known_by_count;
            }
        }
        (0..self.kinds.shown.len())
            .map(|kind| {
                let names = self.unplaced.get(&kind).cloned().unwrap_or_default();
                MapTray {
                    theme: kind,
                    unplaced: names.len() as u64,
                    by_count: by_count.get(&kind).copied().unwrap_or_default(),
                    names,
                }
            })
            .filter(|tray| tray.unplaced + tray.by_count > 0)
            .collect()
    }
}

/// The remark that dynamics overseas are in the tray; empty if there are none.
fn tray_note(question: &Question, dynamics: &[&DynamicRecord]) -> String {
    let network = question.network;
    let mut departments = dynamics
        .iter()
        .flat_map(|dynamic| network.departments_of(&dynamic.home));
    if departments.any(is_overseas) {
        question.words(
            "La carte est celle de la France métropolitaine\u{a0}: l'outre-mer est énuméré ici, et \
                compté.",
            "The map is that of metropolitan France: what is overseas is listed here, and counted.",
        )
    } else {
        String::new()
    }
}

/// The departments that the map frames: those of the territory that holds all others, else all of
/// any territory's; never those overseas, which the map does not draw.
fn departments(question: &Question) -> Vec<String> {
    let network = question.network;
    let mut codes = match &network.settings.territory {
        Some(home) => departments_of_home(question, home),
        None => Vec::new(),
    };
    if codes.is_empty() {
        codes = network
            .territories
            .iter()
            .flat_map(|record| network.departments_of(&record.id))
            .collect();
    }
    codes.retain(|code| !is_overseas(code));
    codes.sort_unstable();
    codes.dedup();
    codes.into_iter().map(str::to_owned).collect()
}

/// The departments of the network's own territory; of a region, all that lie in it.
fn departments_of_home<'n>(question: &Question<'n>, home: &TerritoryId) -> Vec<&'n str> {
    let network = question.network;
    let area = network.area_named(home);
    match area.filter(|area| area.level == AreaLevel::Region) {
        Some(region) => geography::all(AreaLevel::Departement)
            .filter(|area| geography::within(area, &region))
            .map(|area| area.code)
            .collect(),
        None => network.departments_of(home),
    }
}

/// Whether a department lies overseas: listed, not drawn.
fn is_overseas(department: &str) -> bool {
    department.starts_with("97") || department.starts_with("98")
}

/// The words of the figure in the reader's language; the description is written last, from the
/// figure itself.
fn words(question: &Question, kinds: &Kinds) -> MapWords {
    let [themes, number_of_dynamics] = kinds.heading.clone();
    MapWords {
        language: question.language.code().to_owned(),
        region_wide: question.words("Échelle régionale", "Region-wide"),
        territories: question.words("Territoires", "Territories"),
        themes,
        number_of_dynamics,
        outside: question.words("hors du filtre", "outside the filter"),
        lines: [
            question.words("intercommunalité", "intercommunality"),
            question.words("département", "department"),
            question.words("région", "region"),
        ],
        also_here: question.words(
            "aussi présente ici, comptée ailleurs",
            "also here, counted elsewhere",
        ),
        tray: question.words("Hors carte", "Off the map"),
        unplaced: question.words("sans place sur la carte", "without a place on the map"),
        others: [
            question.words("et", "and"),
            question.words("autres", "more"),
        ],
        by_count: question.words("connues par leur nombre seul", "known by count alone"),
        description: String::new(),
    }
}
