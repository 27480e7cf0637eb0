//! The map as a drawing: clusters at their places, the region's own, and the tray of what has no
//! place.

use std::collections::BTreeMap;

use crate::geography::{self, AreaLevel};
use crate::language::{Bilingual, Language};
use crate::network::DynamicRecord;
use crate::network::counting::figures::FIGURES;
use crate::records::TerritoryId;
use crate::say;
use crate::views::parts::description::describe;
use crate::views::parts::{Kinds, Sizes, ThemeFact, Tints, days_in_words, invented, scope};
use crate::views::view::Colouring;
use crate::views::view::{MapCluster, MapFigure, MapSymbol, MapTray, MapWords, Question};

/// Draws the dynamics that count, with the counts of their themes.
#[must_use]
pub fn draw(question: &Question, counted: &[&DynamicRecord], themes: &[ThemeFact]) -> MapFigure {
    let kinds = Kinds::of(question, counted, themes);
    let sizes = Sizes::of(question, counted);
    let tints = Tints::of(question, counted);
    let mut placed = Placed {
        question,
        kinds: &kinds,
        sizes: &sizes,
        clusters: BTreeMap::new(),
        region_wide: Vec::new(),
        unplaced: BTreeMap::new(),
    };
    for dynamic in counted {
        placed.place(dynamic);
    }
    let mut figure = MapFigure {
        title: heading(question),
        subtitle: subtitle(question, themes),
        invented: invented(question),
        tints: tints.areas,
        classes: tints.classes,
        outside: outside(question),
        departments: departments(question),
        tray: placed.tray(themes),
        tray_note: tray_note(question, counted),
        outlines: question.outlines,
        scope: lines_below(question),
        words: words(question.language, &kinds),
        clusters: placed.clusters(),
        region_wide: placed.region_wide,
        sizes: sizes.told,
        themes: kinds.shown,
    };
    figure.words.description = describe(question, &figure);
    figure
}

/// The lines below the legend: what every report says of itself, how the map is projected, what its
/// colours rest on.
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
    lines
}

/// How what colours and tints stand for is counted, where they stand for more than themes.
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

/// EPCI that a territory asked for leaves out.
fn outside(question: &Question) -> Vec<String> {
    let network = question.network;
    let Some(wanted) = &question.territory else {
        return Vec::new();
    };
    let asked: Vec<&str> = network.epci_of(wanted);
    let framed = departments(question);
    let around = geography::all(AreaLevel::Epci).filter(|epci| {
        epci.department
            .is_some_and(|code| framed.iter().any(|framed| framed == code))
    });
    let left_out = around.filter(|epci| {
        !asked.contains(&epci.code) && !network.lies_in(&TerritoryId::from(epci.code), wanted)
    });
    left_out.map(|epci| epci.code.to_owned()).collect()
}

/// What the map shows, in one line: place, filter, period, and how much of what.
fn subtitle(question: &Question, themes: &[ThemeFact]) -> String {
    let (network, language) = (question.network, question.language);
    let place = question
        .territory
        .as_ref()
        .or(network.settings.territory.as_ref());
    let place = place.map(|territory| network.territory_name(territory));
    let total: u64 = themes.iter().map(|theme| theme.dynamics).sum();
    let total = usize::try_from(total).unwrap_or(usize::MAX);
    let kinds = themes.iter().filter(|theme| theme.dynamics > 0).count();
    let what = Bilingual {
        fr: "Carte régionale des dynamiques territoriales",
        en: "Regional map of territorial dynamics",
    };
    let parts = [
        Some(what.get(language).to_owned()),
        place,
        Some(days_in_words(question)),
    ];
    let parts = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    if total == 0 {
        return say!(language, fr: "{parts}\u{a0}: aucune dynamique dans les fiches", en: "{parts}: \
            no dynamic in the records");
    }
    let (dynamics, kinds) = match language {
        Language::French => (
            language.count(total, "dynamique", "dynamiques"),
            language.count(kinds, "thématique", "thématiques"),
        ),
        Language::English => (
            language.count(total, "dynamic", "dynamics"),
            language.count(kinds, "theme", "themes"),
        ),
    };
    say!(language, fr: "{parts}\u{a0}: {dynamics}, {kinds}", en: "{parts}: {dynamics}, {kinds}")
}

/// What stands in large letters above the map: the network's motto, else its name.
fn heading(question: &Question) -> String {
    let settings = &question.network.settings;
    let motto = settings
        .motto
        .get(question.language)
        .unwrap_or(&settings.name);
    let unnamed = Bilingual {
        fr: "Carte des dynamiques",
        en: "Map of dynamics",
    }
    .get(question.language);
    if motto.is_empty() {
        unnamed.to_owned()
    } else {
        motto.to_owned()
    }
}

/// Dynamics on their way to a place.
struct Placed<'q> {
    question: &'q Question<'q>,
    kinds: &'q Kinds,
    sizes: &'q Sizes,
    clusters: BTreeMap<&'q TerritoryId, Vec<MapSymbol>>,
    region_wide: Vec<MapSymbol>,
    unplaced: BTreeMap<usize, Vec<String>>,
}

impl<'q> Placed<'q> {
    /// Full where the dynamic is counted, hollow in the other territories where it takes place.
    fn place(&mut self, dynamic: &'q DynamicRecord) {
        let Some(theme) = self.kinds.place(self.question, dynamic) else {
            return;
        };
        let size = self.sizes.size(dynamic);
        let symbol = |full| MapSymbol {
            theme,
            dynamic: dynamic.id.to_string(),
            name: dynamic.name(),
            full,
            size,
        };
        if self.is_region(&dynamic.home) {
            self.region_wide.push(symbol(true));
        } else if self.is_on_map(&dynamic.home) {
            self.clusters
                .entry(&dynamic.home)
                .or_default()
                .push(symbol(true));
        } else {
            let home = self.question.network.territory_label(&dynamic.home);
            self.unplaced
                .entry(theme)
                .or_default()
                .push(format!("{} ({home})", dynamic.name()));
            return;
        }
        let mut met = std::collections::BTreeSet::new();
        for other in dynamic
            .body
            .also_in
            .iter()
            .filter(|other| met.insert(*other))
        {
            if self.is_on_map(other) && !self.is_region(other) && *other != dynamic.home {
                self.clusters.entry(other).or_default().push(symbol(false));
            }
        }
    }

    fn is_region(&self, territory: &TerritoryId) -> bool {
        self.question.network.settings.territory.as_ref() == Some(territory)
    }

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

    fn clusters(&self) -> Vec<MapCluster> {
        let network = self.question.network;
        let mut clusters: Vec<MapCluster> = self
            .clusters
            .iter()
            .filter_map(|(territory, symbols)| {
                let (longitude, latitude) = network.point_of(territory)?;
                let mut symbols = symbols.clone();
                symbols.sort_by(|one, other| {
                    (one.theme, &one.dynamic).cmp(&(other.theme, &other.dynamic))
                });
                let label = network.territory_label(territory);
                Some(MapCluster {
                    territory: territory.to_string(),
                    label,
                    longitude,
                    latitude,
                    symbols,
                })
            })
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

    fn tray(&self, themes: &[ThemeFact]) -> Vec<MapTray> {
        let mut by_count: BTreeMap<usize, u64> = BTreeMap::new();
        for theme in themes.iter().filter(|theme| theme.known_by_count > 0) {
            if let Some(kind) = self.kinds.of_count(theme) {
                *by_count.entry(kind).or_default() += theme.known_by_count;
            }
        }
        let rows = (0..self.kinds.shown.len()).map(|theme| {
            let names = self.unplaced.get(&theme).cloned().unwrap_or_default();
            let by_count = by_count.get(&theme).copied().unwrap_or_default();
            MapTray {
                theme,
                unplaced: names.len() as u64,
                by_count,
                names,
            }
        });
        rows.filter(|row| row.unplaced + row.by_count > 0).collect()
    }
}

/// What the tray says of dynamics overseas, where it holds any.
fn tray_note(question: &Question, counted: &[&DynamicRecord]) -> String {
    let overseas = |dynamic: &&&DynamicRecord| {
        question
            .network
            .departments_of(&dynamic.home)
            .into_iter()
            .any(is_overseas)
    };
    if counted.iter().any(|dynamic| overseas(&dynamic)) {
        say!(question.language,
            fr: "La carte est celle de la France métropolitaine\u{a0}: l'outre-mer est énuméré \
                ici, et compté.",
            en: "The map is that of metropolitan France: what is overseas is listed here, and \
                counted.")
    } else {
        String::new()
    }
}

/// The departments that the map frames: those of the territory that holds all others, else all that
/// any territory's code
/// names; only those of metropolitan France are drawn.
fn departments(question: &Question) -> Vec<String> {
    let network = question.network;
    let home = network.settings.territory.as_ref();
    let region = home
        .and_then(|home| network.area_named(home))
        .filter(|area| area.level == AreaLevel::Region);
    let mut codes: Vec<&str> = match (region, home) {
        (Some(region), _) => {
            let inside = geography::all(AreaLevel::Departement)
                .filter(|area| geography::within(area, &region));
            inside.map(|area| area.code).collect()
        }
        (None, Some(home)) => network.departments_of(home),
        (None, None) => Vec::new(),
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

/// Whether a department lies overseas: listed, not drawn.
fn is_overseas(department: &str) -> bool {
    department.starts_with("97") || department.starts_with("98")
}

fn words(language: Language, kinds: &Kinds) -> MapWords {
    let say = |fr: &'static str, en: &'static str| Bilingual { fr, en }.get(language).to_owned();
    let [themes, number_of_dynamics] = kinds.heading.clone();
    MapWords {
        language: language.code().to_owned(),
        region_wide: say("Échelle régionale", "Region-wide"),
        territories: say("Territoires", "Territories"),
        themes,
        number_of_dynamics,
        outside: say("hors du filtre", "outside the filter"),
        lines: [
            say("intercommunalité", "intercommunality"),
            say("département", "department"),
            say("région", "region"),
        ],
        also_here: say(
            "aussi présente ici, comptée ailleurs",
            "also here, counted elsewhere",
        ),
        tray: say("Hors carte", "Off the map"),
        unplaced: say("sans place sur la carte", "without a place on the map"),
        others: [say("et", "and"), say("autres", "more")],
        by_count: say("connues par leur nombre seul", "known by count alone"),
        description: String::new(),
    }
}
