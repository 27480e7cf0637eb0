//! Numbers in prose: the question of an anchor, with the answer of the records.

use crate::calendar::{DateRange, PartialDate};
use crate::network::counting::figures::{CountFilter, CountableFigure, FIGURES};
use crate::network::network::Network;
use crate::records::{Anchor, AnchorWord, List, TerritoryId, ThemeId};

/// The filters that an anchor may give a figure.
pub const FILTERS: [&str; 4] = ["at", "year", "theme", "territory"];

/// An anchor's question to the records.
pub struct AnchorQuestion {
    /// The figure.
    pub figure: &'static CountableFigure,
    /// The days on which it is counted.
    pub days: DateRange,
    theme: Option<ThemeId>,
    territory: Option<TerritoryId>,
}

/// Why an anchor has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unanswered<'a> {
    /// The anchor names no figure at all.
    WithoutFigure,
    /// The records do not give the figure that it names.
    Figure(&'a AnchorWord),
    /// No date: nobody knows for which day to count.
    WithoutDate,
    /// An unknown filter.
    Filter(&'a AnchorWord),
    /// A known filter with an unknown value.
    Value(&'a AnchorWord),
    /// A theme, for a figure that has none.
    HasNoThemes(&'a AnchorWord),
}

impl AnchorQuestion {
    /// Parses the question of an anchor.
    ///
    /// # Errors
    /// Returns why the anchor has no answer if its figure, its date or a filter is missing or
    /// unknown.
    pub fn parse<'a>(network: &Network, anchor: &'a Anchor) -> Result<Self, Unanswered<'a>> {
        let (first, filters) = anchor
            .words
            .split_first()
            .ok_or(Unanswered::WithoutFigure)?;
        let named = CountableFigure::of(&first.name).filter(|_| first.value.is_none());
        let figure = named.ok_or(Unanswered::Figure(first))?;
        let (mut days, mut theme, mut territory) = (None, None, None);
        for filter in filters {
            let value = filter.value.as_deref().ok_or(Unanswered::Filter(filter))?;
            let unknown = Unanswered::Value(filter);
            match filter.name.as_str() {
                "at" | "year" => days = Some(parse_days(value).ok_or(unknown)?),
                "theme" if !figure.has_themes => return Err(Unanswered::HasNoThemes(filter)),
                "theme" => theme = Some(known_theme(network, value).ok_or(unknown)?),
                "territory" => territory = Some(known_territory(network, value).ok_or(unknown)?),
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

    /// The count of the records.
    #[must_use]
    pub fn count(&self, network: &Network) -> u64 {
        let filter = CountFilter {
            theme: self.theme.as_ref(),
            territory: self.territory.as_ref(),
        };
        self.figure.count(network, self.days, filter)
    }
}

fn known_theme(network: &Network, id: &str) -> Option<ThemeId> {
    network.vocabulary.word(List::Themes, id)?;
    Some(ThemeId::from(id))
}

fn known_territory(network: &Network, name: &str) -> Option<TerritoryId> {
    let id = TerritoryId::from(name);
    let is_known = network.territory(name).is_some() || network.area_named(&id).is_some();
    is_known.then_some(id)
}

/// Parses a year, a month, a day, or years joined as on the command line: `2016..2025`.
fn parse_days(text: &str) -> Option<DateRange> {
    let Some((from, to)) = text.split_once("..") else {
        return PartialDate::parse(text).map(DateRange::from);
    };
    match (PartialDate::parse(from)?, PartialDate::parse(to)?) {
        (PartialDate::Year(from), PartialDate::Year(to)) if from <= to => {
            Some(DateRange::years(from, to))
        }
        _ => None,
    }
}

/// The names of every figure that records can give.
pub fn figures() -> impl Iterator<Item = &'static str> {
    FIGURES.iter().map(|figure| figure.id)
}
