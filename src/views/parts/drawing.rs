//! The map as a drawing: clusters at their places, the region's own, and the tray of what has no place.

use std::collections::BTreeMap;

use crate::geography::{self, Level};
use crate::language::{Both, Language};
use crate::network::DynamicRecord;
use crate::records::{List, TerritoryId};
use crate::say;
use crate::views::parts::description::describe;
use crate::views::parts::{ThemeFact, invented, scope};
use crate::views::view::{MapCluster, MapFigure, MapSymbol, MapTheme, MapTray, MapWords, Question};

/// Draws the dynamics that count, with the counts of their themes.
#[must_use]
pub fn draw(question: &Question, counted: &[&DynamicRecord], themes: &[ThemeFact]) -> MapFigure {
    let language = question.language;
    let mut placed = Placed {
        question,
        themes,
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
        themes: legend(question, themes),
        tints: tints(question, counted),
        departments: departments(question),
        tray: placed.tray(),
        tray_note: String::new(),
        scope: scope(question, true),
        words: words(language),
        clusters: placed.clusters(),
        region_wide: placed.region_wide,
    };
    figure.words.description = describe(question, &figure);
    figure
}

fn legend(question: &Question, themes: &[ThemeFact]) -> Vec<MapTheme> {
    let word = |id: &str| question.network.vocabulary.word(List::Themes, id);
    themes
        .iter()
        .map(|theme| MapTheme {
            id: theme.id.clone(),
            digit: theme.digit,
            label: theme.label.clone(),
            fill: word(&theme.id).and_then(|word| word.fill.clone()).unwrap_or_default(),
            shape: word(&theme.id).and_then(|word| word.shape.clone()).unwrap_or_default(),
            count: theme.dynamics,
            recorded: theme.recorded,
            note: beside_count(question, theme),
        })
        .collect()
}

/// How many of a theme's dynamics have a record, where it is not all of them.
fn beside_count(question: &Question, theme: &ThemeFact) -> String {
    let (language, recorded) = (question.language, theme.recorded);
    let spelled = match language {
        Language::French => {
            language.count(usize::try_from(recorded).unwrap_or_default(), "a une fiche", "ont une fiche")
        }
        Language::English => {
            language.count(usize::try_from(recorded).unwrap_or_default(), "has a record", "have a record")
        }
    };
    if theme.known_by_count == 0 || recorded == 0 {
        String::new()
    } else {
        say!(language, fr: "dont {spelled}", en: "of which {spelled}")
    }
}

/// What the map shows, in one line: place, filter, period, and how much of what.
fn subtitle(question: &Question, themes: &[ThemeFact]) -> String {
    let (network, language) = (question.network, question.language);
    let place = question.territory.as_ref().or(network.settings.territory.as_ref());
    let place = place.map(|territory| network.territory_name(territory));
    let total: u64 = themes.iter().map(|theme| theme.dynamics).sum();
    let total = usize::try_from(total).unwrap_or(usize::MAX);
    let kinds = themes.iter().filter(|theme| theme.dynamics > 0).count();
    let (dynamics, kinds) = match language {
        Language::French => (
            language.count(total, "dynamique", "dynamiques"),
            language.count(kinds, "thématique", "thématiques"),
        ),
        Language::English => {
            (language.count(total, "dynamic", "dynamics"), language.count(kinds, "theme", "themes"))
        }
    };
    let what = Both {
        fr: "Carte régionale des dynamiques territoriales",
        en: "Regional map of territorial dynamics",
    };
    let parts = [Some(what.in_(language).to_owned()), place, Some(question.asked.to_string())];
    let parts = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    say!(language, fr: "{parts}\u{a0}: {dynamics}, {kinds}", en: "{parts}: {dynamics}, {kinds}")
}

/// What stands in large letters above the map: the network's motto, else its name.
fn heading(question: &Question) -> String {
    let settings = &question.network.settings;
    let motto = settings.motto.in_(question.language).unwrap_or(&settings.name);
    let unnamed = Both { fr: "Carte des dynamiques", en: "Map of dynamics" }.in_(question.language);
    if motto.is_empty() { unnamed.to_owned() } else { motto.to_owned() }
}

/// Dynamics on their way to a place.
struct Placed<'q> {
    question: &'q Question<'q>,
    themes: &'q [ThemeFact],
    clusters: BTreeMap<&'q TerritoryId, Vec<MapSymbol>>,
    region_wide: Vec<MapSymbol>,
    unplaced: BTreeMap<usize, u64>,
}

impl<'q> Placed<'q> {
    /// Full where the dynamic is counted, hollow in the other territories where it takes place.
    fn place(&mut self, dynamic: &'q DynamicRecord) {
        let theme = dynamic.body.theme.as_ref().map_or("", |theme| theme.as_str());
        let Some(theme) = self.themes.iter().position(|known| known.id == theme) else { return };
        let symbol = |full| MapSymbol { theme, dynamic: dynamic.id.to_string(), name: dynamic.name(), full };
        if self.is_region(&dynamic.home) {
            self.region_wide.push(symbol(true));
        } else if self.is_on_map(&dynamic.home) {
            self.clusters.entry(&dynamic.home).or_default().push(symbol(true));
        } else {
            *self.unplaced.entry(theme).or_default() += 1;
            return;
        }
        let mut met = std::collections::BTreeSet::new();
        for other in dynamic.body.also_in.iter().filter(|other| met.insert(*other)) {
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
        let inside =
            network.settings.territory.as_ref().is_none_or(|region| network.lies_in(territory, region));
        let known = inside || network.area_named(territory).is_none();
        known && network.point_of(territory).is_some()
    }

    fn clusters(&self) -> Vec<MapCluster> {
        let network = self.question.network;
        let mut clusters: Vec<MapCluster> = self
            .clusters
            .iter()
            .filter_map(|(territory, symbols)| {
                let (longitude, latitude) = network.point_of(territory)?;
                let mut symbols = symbols.clone();
                symbols.sort_by(|one, other| (one.theme, &one.dynamic).cmp(&(other.theme, &other.dynamic)));
                let label = network.territory_label(territory);
                Some(MapCluster { territory: territory.to_string(), label, longitude, latitude, symbols })
            })
            .collect();
        clusters.sort_by(|one, other| {
            other.symbols.len().cmp(&one.symbols.len()).then(one.territory.cmp(&other.territory))
        });
        clusters
    }

    fn tray(&self) -> Vec<MapTray> {
        let rows = self.themes.iter().enumerate().map(|(theme, fact)| {
            let unplaced = self.unplaced.get(&theme).copied().unwrap_or_default();
            MapTray { theme, unplaced, by_count: fact.known_by_count }
        });
        rows.filter(|row| row.unplaced + row.by_count > 0).collect()
    }
}

/// EPCI that hold dynamics, with how many.
fn tints(question: &Question, counted: &[&DynamicRecord]) -> Vec<(String, u64)> {
    let mut tints: BTreeMap<&str, u64> = BTreeMap::new();
    for dynamic in counted {
        for epci in question.network.epci_of(&dynamic.home) {
            *tints.entry(epci).or_default() += 1;
        }
    }
    tints.into_iter().map(|(epci, count)| (epci.to_owned(), count)).collect()
}

/// The departments of the territory that holds all others.
fn departments(question: &Question) -> Vec<String> {
    let network = question.network;
    let region = network.settings.territory.as_ref().and_then(|home| network.area_named(home));
    let inside =
        |area: &geography::Area| region.as_ref().is_none_or(|region| geography::within(area, region));
    geography::all(Level::Departement).filter(inside).map(|area| area.code.to_owned()).collect()
}

fn words(language: Language) -> MapWords {
    let say = |fr: &'static str, en: &'static str| Both { fr, en }.in_(language).to_owned();
    MapWords {
        language: language.code().to_owned(),
        region_wide: say("Échelle régionale", "Region-wide"),
        themes: say("Thématiques", "Themes"),
        number_of_dynamics: say("(nombre de dynamiques)", "(number of dynamics)"),
        without_dynamic: say("territoire sans dynamique", "territory without a dynamic"),
        tints: [say("1", "1"), say("2 à 3", "2 to 3"), say("4 et plus", "4 and more")],
        lines: [
            say("intercommunalité", "intercommunality"),
            say("département", "department"),
            say("région", "region"),
        ],
        also_here: say("aussi présente ici, comptée ailleurs", "also here, counted elsewhere"),
        tray: say("Hors carte", "Off the map"),
        unplaced: say("sans lieu connu", "without a known place"),
        by_count: say("connues par leur nombre seul", "known by count alone"),
        description: String::new(),
    }
}
