//! How large the symbols of a map are: by partners or by resources, in three sizes that hold about
//! as many each.

use crate::calendar::DateRange;
use crate::network::DynamicRecord;
use crate::say;
use crate::views::view::Sizing;
use crate::views::view::{MapSize, MapSizes, Question};

/// The sizes of a map's symbols.
#[derive(Default)]
pub struct Sizes {
    sizing: Option<(Sizing, DateRange)>,
    /// From which number on a symbol is medium, and from which it is large.
    from: [u64; 2],
    /// What the legend says.
    pub told: Option<MapSizes>,
}

impl Sizes {
    /// The sizes that a question asks for.
    #[must_use]
    pub fn of(question: &Question, counted: &[&DynamicRecord]) -> Self {
        let Some(sizing) = question.map_options.size else {
            return Self::default();
        };
        let (language, asked) = (question.language, question.asked);
        let mut numbers: Vec<u64> = counted
            .iter()
            .map(|dynamic| number(sizing, asked, dynamic))
            .collect();
        numbers.sort_unstable();
        let at = |share: usize| numbers.get(numbers.len() * share / 3).copied().unwrap_or(0);
        let medium = at(1).max(1);
        let from = [medium, at(2).max(medium + 1)];
        let [second, last, third] =
            [from[0], from[1] - 1, from[1]].map(|bound| language.number(bound));
        let title = match sizing {
            Sizing::Partners => {
                say!(language, fr: "Taille\u{a0}: partenaires", en: "Size: partners")
            }
            Sizing::Resources => {
                say!(language, fr: "Taille\u{a0}: euros reçus dans la période", en: "Size: euros \
                    received in the period")
            }
        };
        let labels = [
            say!(language, fr: "moins de {second}", en: "less than {second}"),
            if second == last {
                second
            } else {
                say!(language, fr: "{second} à {last}", en: "{second} to {last}")
            },
            say!(language, fr: "{third} et plus", en: "{third} and more"),
        ];
        Self {
            sizing: Some((sizing, asked)),
            from,
            told: Some(MapSizes { title, labels }),
        }
    }

    /// The size of a dynamic's symbol.
    #[must_use]
    pub fn size(&self, dynamic: &DynamicRecord) -> MapSize {
        let Some((sizing, asked)) = self.sizing else {
            return MapSize::Medium;
        };
        match number(sizing, asked, dynamic) {
            large if large >= self.from[1] => MapSize::Large,
            medium if medium >= self.from[0] => MapSize::Medium,
            _ => MapSize::Small,
        }
    }
}

/// Partners, or whole euros received in years that meet the days asked; hours are never added.
fn number(sizing: Sizing, asked: DateRange, dynamic: &DynamicRecord) -> u64 {
    match sizing {
        Sizing::Partners => dynamic.body.partners.keys().len() as u64,
        Sizing::Resources => {
            let inside = |year: &str| {
                year.parse()
                    .is_ok_and(|year| DateRange::years(year, year).overlaps(asked))
            };
            let years = dynamic
                .common
                .years
                .iter()
                .filter(|(year, _)| inside(year.as_str()));
            let rows = years
                .flat_map(|(_, block)| block.resources.values().flat_map(|rows| rows.0.iter()));
            let euros: f64 = rows
                .filter_map(|row| row.actual)
                .filter(|euros| *euros > 0.0)
                .sum();
            format!("{:.0}", euros.min(1e15)).parse().unwrap_or(0)
        }
    }
}
