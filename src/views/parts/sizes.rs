//! The sizes of a map's symbols: by partners or by resources, in three sizes that hold about as
//! many dynamics each.

use crate::calendar::DateRange;
use crate::network::DynamicRecord;
use crate::say;
use crate::views::view::{MapSize, MapSizes, Question, Sizing};

/// The greatest number of euros that a size is computed from: far above any dynamic, and exact as
/// a floating-point number.
const MOST_EUROS: f64 = 1e15;

/// The sizes of a map's symbols.
#[derive(Default)]
pub struct Sizes {
    sizing: Option<(Sizing, DateRange)>,
    /// The least number of a medium symbol, then that of a large one.
    bounds: [u64; 2],
    /// The sizes as the legend describes them; `None` where all are alike.
    pub legend: Option<MapSizes>,
}

impl Sizes {
    /// The sizes that a question asks for.
    #[must_use]
    pub fn of(question: &Question, dynamics: &[&DynamicRecord]) -> Self {
        let Some(sizing) = question.map_options.size else {
            return Self::default();
        };
        let bounds = bounds(
            dynamics
                .iter()
                .map(|dynamic| number(sizing, question.asked, dynamic))
                .collect(),
        );
        Self {
            sizing: Some((sizing, question.asked)),
            bounds,
            legend: Some(legend(question, sizing, bounds)),
        }
    }

    /// The size of a dynamic's symbol.
    #[must_use]
    pub fn size(&self, dynamic: &DynamicRecord) -> MapSize {
        let Some((sizing, days)) = self.sizing else {
            return MapSize::Medium;
        };
        let [medium, large] = self.bounds;
        let number = number(sizing, days, dynamic);
        if number >= large {
            MapSize::Large
        } else if number >= medium {
            MapSize::Medium
        } else {
            MapSize::Small
        }
    }
}

/// The least number of a medium symbol and of a large one: the thirds of all numbers.
///
/// A medium symbol begins at 1 at least, a large one above it, so that zero is always small.
fn bounds(mut numbers: Vec<u64>) -> [u64; 2] {
    numbers.sort_unstable();
    let third = numbers.get(numbers.len() / 3).copied().unwrap_or(0);
    let two_thirds = numbers.get(numbers.len() * 2 / 3).copied().unwrap_or(0);
    let medium = third.max(1);
    [medium, two_thirds.max(medium + 1)]
}

fn legend(question: &Question, sizing: Sizing, [medium, large]: [u64; 2]) -> MapSizes {
    let language = question.language;
    let title = match sizing {
        Sizing::Partners => question.words("Taille\u{a0}: partenaires", "Size: partners"),
        Sizing::Resources => question.words(
            "Taille\u{a0}: euros reçus dans la période",
            "Size: euros received in the period",
        ),
    };
    let [from, to, above] = [medium, large - 1, large].map(|bound| language.number(bound));
    let labels = [
        say!(language, fr: "moins de {from}", en: "less than {from}"),
        if from == to {
            from
        } else {
            say!(language, fr: "{from} à {to}", en: "{from} to {to}")
        },
        say!(language, fr: "{above} et plus", en: "{above} and more"),
    ];
    MapSizes { title, labels }
}

/// The number of partners, or the whole euros received in the years of the period; hours are never
/// added.
fn number(sizing: Sizing, days: DateRange, dynamic: &DynamicRecord) -> u64 {
    match sizing {
        Sizing::Partners => dynamic.body.partners.keys().len() as u64,
        Sizing::Resources => {
            let euros = euros_received(dynamic, days).min(MOST_EUROS);
            format!("{euros:.0}").parse().unwrap_or(0)
        }
    }
}

fn euros_received(dynamic: &DynamicRecord, days: DateRange) -> f64 {
    dynamic
        .common
        .years
        .iter()
        .filter(|(year, _)| is_year_in(year.as_str(), days))
        .flat_map(|(_, block)| block.resources.values())
        .flat_map(|rows| &rows.0)
        .filter_map(|row| row.actual)
        .filter(|euros| *euros > 0.0)
        .sum()
}

fn is_year_in(year: &str, days: DateRange) -> bool {
    year.parse()
        .is_ok_and(|year| DateRange::years(year, year).overlaps(days))
}
