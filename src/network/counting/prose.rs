//! Numbers in prose: what an anchor asks of the records, and their answer.

use crate::calendar::{DateRange, PartialDate};
use crate::network::Network;
use crate::network::counting::figures::{CountFilter, CountableFigure, FIGURES};
use crate::records::{Anchor, List, Spoken, TerritoryId, ThemeId};

/// What an anchor can say of a figure besides its name.
pub const FILTERS: [&str; 4] = ["at", "year", "theme", "territory"];

/// An anchor that the records can answer.
pub struct AnchorQuestion {
    /// The figure.
    pub figure: &'static CountableFigure,
    /// Over which days.
    pub days: DateRange,
    theme: Option<ThemeId>,
    territory: Option<TerritoryId>,
}

/// Why an anchor has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unanswered<'a> {
    /// It names no figure at all.
    WithoutFigure,
    /// It names no figure that records can give.
    Figure(&'a Spoken),
    /// It says for no day what it counts.
    WithoutDate,
    /// It narrows by something that is unknown.
    Filter(&'a Spoken),
    /// What it narrows by is known, its value is not.
    Value(&'a Spoken),
    /// The figure has no themes.
    HasNoThemes(&'a Spoken),
}

impl AnchorQuestion {
    /// What an anchor asks.
    ///
    /// # Errors
    /// Why it has no answer.
    pub fn read<'a>(network: &Network, anchor: &'a Anchor) -> Result<Self, Unanswered<'a>> {
        let (first, filters) = anchor
            .words
            .split_first()
            .ok_or(Unanswered::WithoutFigure)?;
        let named = CountableFigure::of(&first.name).filter(|_| first.value.is_none());
        let figure = named.ok_or(Unanswered::Figure(first))?;
        let (mut days, mut theme, mut territory) = (None, None, None);
        for filter in filters {
            let value = filter.value.as_deref().ok_or(Unanswered::Filter(filter))?;
            match filter.name.as_str() {
                "at" | "year" => days = Some(read_days(value).ok_or(Unanswered::Value(filter))?),
                "theme" if !figure.has_themes => return Err(Unanswered::HasNoThemes(filter)),
                "theme" => {
                    let known = network.vocabulary.word(List::Themes, value);
                    theme = Some(
                        known
                            .map(|_| ThemeId::from(value))
                            .ok_or(Unanswered::Value(filter))?,
                    );
                }
                "territory" => {
                    let id = TerritoryId::from(value);
                    let known =
                        network.territory(value).is_some() || network.area_named(&id).is_some();
                    territory = Some(known.then_some(id).ok_or(Unanswered::Value(filter))?);
                }
                _ => return Err(Unanswered::Filter(filter)),
            }
        }
        Ok(Self {
            figure,
            days: days.ok_or(Unanswered::WithoutDate)?,
            theme,
            territory,
        })
    }

    /// What the records answer.
    #[must_use]
    pub fn count(&self, network: &Network) -> u64 {
        let narrowed = CountFilter {
            theme: self.theme.as_ref(),
            territory: self.territory.as_ref(),
        };
        self.figure.count(network, self.days, narrowed)
    }
}

/// A year, a month, a day, or years joined as on the command line: `2016..2025`.
fn read_days(text: &str) -> Option<DateRange> {
    match text.split_once("..") {
        None => PartialDate::read(text).map(DateRange::of),
        Some((from, to)) => match (PartialDate::read(from)?, PartialDate::read(to)?) {
            (PartialDate::Year(from), PartialDate::Year(to)) if from <= to => {
                Some(DateRange::years(from, to))
            }
            _ => None,
        },
    }
}

/// Names of every figure that records can give.
pub fn figures() -> impl Iterator<Item = &'static str> {
    FIGURES.iter().map(|figure| figure.id)
}
