//! The tints of a map's land: a counted figure by EPCI or department, in classes with their legend.

use std::collections::BTreeMap;

use crate::geography::{self, AreaLevel};
use crate::language::Language;
use crate::network::DynamicRecord;
use crate::network::counting::figures::{CountFilter, FIGURES};
use crate::records::{List, TerritoryId};
use crate::say;
use crate::views::view::{MapClasses, Question};

/// The greatest number of classes of a figure: more tints than these are hard to tell apart.
const CLASSES: usize = 4;

/// Tinted areas with their classes, and the legend of the classes.
pub struct Tints {
    /// Official code and class, by code.
    pub areas: Vec<(String, usize)>,
    /// The legend of the classes.
    pub classes: MapClasses,
}

impl Tints {
    /// The tints that a question asks for; `dynamics` are those on the map.
    #[must_use]
    pub fn of(question: &Question, dynamics: &[&DynamicRecord]) -> Self {
        match question.map_options.tint {
            None => Self::of_dynamics(question, dynamics),
            Some(figure) => Self::of_figure(question, figure),
        }
    }

    /// The dynamics on the map in the classes 1, 2 to 3, 4 and more.
    fn of_dynamics(question: &Question, dynamics: &[&DynamicRecord]) -> Self {
        let numbers = numbers_by_area(question, dynamics.iter().map(|dynamic| &dynamic.home));
        let areas = numbers.into_iter().map(|(code, count)| {
            let class = match count {
                0 | 1 => 0,
                2 | 3 => 1,
                _ => 2,
            };
            (code.to_owned(), class)
        });
        let none = if question.theme.is_some() {
            question.words(
                "territoire sans dynamique de cette thématique",
                "territory without a dynamic of this theme",
            )
        } else {
            question.words("territoire sans dynamique", "territory without a dynamic")
        };
        Self {
            areas: areas.collect(),
            classes: MapClasses {
                title: String::new(),
                labels: vec![
                    "1".to_owned(),
                    question.words("2 à 3", "2 to 3"),
                    question.words("4 et plus", "4 and more"),
                ],
                none,
                departments: question.map_options.by == AreaLevel::Departement,
            },
        }
    }

    /// A figure counted by its own rule, in classes that hold about as many areas each.
    fn of_figure(question: &Question, id: &str) -> Self {
        let figure = FIGURES.iter().find(|figure| figure.id == id);
        let presences = figure
            .map(|figure| (figure.presences)(question.network, CountFilter::default()))
            .unwrap_or_default();
        let present = presences.iter().filter(|presence| {
            let mut stretches = presence.stretches.iter();
            stretches.any(|days| days.overlaps(question.asked))
        });
        let numbers = numbers_by_area(question, present.map(|presence| presence.at));
        let bounds = class_bounds(numbers.values().copied().collect());
        let areas = numbers
            .iter()
            .map(|(code, count)| ((*code).to_owned(), class_of(*count, &bounds)));
        let labels = bounds
            .iter()
            .map(|bounds| class_label(question.language, *bounds));
        Self {
            areas: areas.collect(),
            classes: MapClasses {
                title: title(question, id),
                labels: labels.collect(),
                none: "0".to_owned(),
                departments: question.map_options.by == AreaLevel::Departement,
            },
        }
    }
}

fn title(question: &Question, id: &str) -> String {
    let (language, figure) = (question.language, question.label(List::Figures, id));
    if question.map_options.by == AreaLevel::Departement {
        say!(language, fr: "{figure} par département\u{a0}:", en: "{figure} by department:")
    } else {
        say!(language,
            fr: "{figure} par intercommunalité\u{a0}:",
            en: "{figure} by intercommunality:")
    }
}

/// The number of places in each area; a place that lies in several areas counts in each.
fn numbers_by_area<'n>(
    question: &Question<'n>,
    places: impl Iterator<Item = &'n TerritoryId>,
) -> BTreeMap<&'static str, u64> {
    let network = question.network;
    let mut numbers: BTreeMap<&'static str, u64> = BTreeMap::new();
    for place in places {
        let codes = match question.map_options.by {
            AreaLevel::Departement => network.departments_of(place),
            _ => network.epci_of(place),
        };
        for code in codes {
            *numbers.entry(code).or_default() += 1;
        }
    }
    numbers.retain(|code, _| meets_territory(question, code));
    numbers
}

/// Whether an area lies in the territory asked for, or holds it; true where none is asked for.
fn meets_territory(question: &Question, code: &str) -> bool {
    let Some(wanted) = &question.territory else {
        return true;
    };
    if geography::find(question.map_options.by, code).is_none() {
        return false;
    }
    let (network, area) = (question.network, TerritoryId::from(code));
    network.lies_in(&area, wanted) || network.lies_in(wanted, &area)
}

/// The least and the greatest number of each class: quantiles of the numbers above zero, equal
/// numbers always in the same class.
fn class_bounds(mut numbers: Vec<u64>) -> Vec<(u64, u64)> {
    numbers.retain(|number| *number > 0);
    numbers.sort_unstable();
    let mut distinct = numbers.clone();
    distinct.dedup();
    if distinct.len() <= CLASSES {
        return distinct
            .into_iter()
            .map(|number| (number, number))
            .collect();
    }
    let mut starts: Vec<u64> = (0..CLASSES)
        .filter_map(|class| numbers.get(class * numbers.len() / CLASSES).copied())
        .collect();
    starts.dedup();
    let ends = starts
        .iter()
        .skip(1)
        .map(|next| next - 1)
        .chain(numbers.last().copied());
    starts.iter().copied().zip(ends).collect()
}

/// The index of the class of a number; the first for a number below all classes.
fn class_of(number: u64, bounds: &[(u64, u64)]) -> usize {
    let begun = bounds.iter().filter(|(least, _)| *least <= number).count();
    begun.saturating_sub(1)
}

fn class_label(language: Language, (least, greatest): (u64, u64)) -> String {
    let (from, to) = (language.number(least), language.number(greatest));
    if least == greatest {
        from
    } else {
        say!(language, fr: "{from} à {to}", en: "{from} to {to}")
    }
}
