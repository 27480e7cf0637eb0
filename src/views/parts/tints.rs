//! What the land of a map is tinted by: a counted figure by EPCI or department, in classes that the
//! legend tells.

use std::collections::BTreeMap;

use crate::geography::{self, AreaLevel};
use crate::language::Language;
use crate::network::DynamicRecord;
use crate::network::counting::figures::{CountFilter, FIGURES};
use crate::records::{List, TerritoryId};
use crate::say;
use crate::views::view::{MapClasses, Question};

/// Most classes of a figure.
const CLASSES: usize = 4;

/// Tinted areas with their class, and what the classes stand for.
pub struct Tints {
    /// Official code and class, by code.
    pub areas: Vec<(String, usize)>,
    /// What the classes stand for.
    pub classes: MapClasses,
}

impl Tints {
    /// The tints that a question asks for; `counted` are the dynamics on the map.
    #[must_use]
    pub fn of(question: &Question, counted: &[&DynamicRecord]) -> Self {
        match question.map_options.tint {
            None => Self::plain(question, counted),
            Some(figure) => Self::figure(question, figure),
        }
    }

    /// Dynamics on the map in the steps 1, 2 to 3, 4 and more.
    fn plain(question: &Question, counted: &[&DynamicRecord]) -> Self {
        let numbers = numbers(question, counted.iter().map(|dynamic| &dynamic.home));
        let class = |count: u64| match count {
            0 | 1 => 0,
            2 | 3 => 1,
            _ => 2,
        };
        let (language, filtered) = (question.language, question.theme.is_some());
        let none = if filtered {
            say!(language, fr: "territoire sans dynamique de cette thématique", en: "territory \
                without a dynamic of this theme")
        } else {
            say!(language, fr: "territoire sans dynamique", en: "territory without a dynamic")
        };
        let labels = vec![
            "1".to_owned(),
            say!(language, fr: "2 à 3", en: "2 to 3"),
            say!(language, fr: "4 et plus", en: "4 and more"),
        ];
        let departments = question.map_options.by == AreaLevel::Departement;
        let areas = numbers
            .into_iter()
            .map(|(code, count)| (code.to_owned(), class(count)))
            .collect();
        Self {
            areas,
            classes: MapClasses {
                title: String::new(),
                labels,
                none,
                departments,
            },
        }
    }

    /// A figure counted by its own rule, in classes that hold about as many areas each.
    fn figure(question: &Question, id: &str) -> Self {
        let (network, language, asked) = (question.network, question.language, question.asked);
        let figure = FIGURES.iter().find(|figure| figure.id == id);
        let presences = figure
            .map(|figure| (figure.presences)(network, CountFilter::default()))
            .unwrap_or_default();
        let there = presences
            .iter()
            .filter(|one| one.stretches.iter().any(|days| days.overlaps(asked)));
        let numbers = numbers(question, there.map(|one| one.at));
        let bounds = bounds(numbers.values().copied().collect());
        let class = |count: u64| {
            bounds
                .iter()
                .filter(|(first, _)| *first <= count)
                .count()
                .saturating_sub(1)
        };
        let areas = numbers
            .iter()
            .map(|(code, count)| ((*code).to_owned(), class(*count)))
            .collect();
        let what = network.vocabulary.label(List::Figures, id, language);
        let departments = question.map_options.by == AreaLevel::Departement;
        let title = match (language, departments) {
            (Language::French, false) => format!("{what} par intercommunalité\u{a0}:"),
            (Language::French, true) => format!("{what} par département\u{a0}:"),
            (Language::English, false) => format!("{what} by intercommunality:"),
            (Language::English, true) => format!("{what} by department:"),
        };
        let label = |&(first, last): &(u64, u64)| {
            let (from, to) = (language.number(first), language.number(last));
            if first == last {
                from
            } else {
                say!(language, fr: "{from} à {to}", en: "{from} to {to}")
            }
        };
        let labels = bounds.iter().map(label).collect();
        Self {
            areas,
            classes: MapClasses {
                title,
                labels,
                none: "0".to_owned(),
                departments,
            },
        }
    }
}

/// How many of these lie in each area; one that lies in several counts in each.
fn numbers<'n>(
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
    let asked = |code: &str| {
        let area = geography::find(question.map_options.by, code).map(|_| TerritoryId::from(code));
        question.territory.as_ref().is_none_or(|wanted| {
            area.is_some_and(|area| {
                network.lies_in(&area, wanted) || network.lies_in(wanted, &area)
            })
        })
    };
    numbers.retain(|code, _| asked(code));
    numbers
}

/// The least and the greatest number of each class: quantiles of the numbers above zero, equal
/// numbers always together.
fn bounds(mut numbers: Vec<u64>) -> Vec<(u64, u64)> {
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
        .map(|class| numbers[class * numbers.len() / CLASSES])
        .collect();
    starts.dedup();
    let ends = starts
        .iter()
        .skip(1)
        .map(|next| next - 1)
        .chain(numbers.last().copied());
    starts.iter().copied().zip(ends).collect()
}
