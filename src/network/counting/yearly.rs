//! The years that records describe: the last of them, and the days of work given in each.

use crate::calendar::{DateRange, PartialDate};
use crate::network::network::Network;
use crate::records::{Common, List, YearBlock};

/// The content for which a year is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearContent {
    /// Anything: news of a record, published figures, a text.
    Anything,
    /// Resources.
    Resources,
    /// The work that a grant pays for: resources, results, days given.
    Work,
}

impl YearContent {
    /// Whether a record's block for a year has such content.
    fn is_in(self, block: &YearBlock) -> bool {
        match self {
            Self::Anything => true,
            Self::Resources => !block.resources.is_empty(),
            Self::Work => {
                !(block.resources.is_empty()
                    && block.results.is_empty()
                    && block.actions.is_empty())
            }
        }
    }
}

impl Network {
    /// The last year, up to a given one, for which the records have some content; a span of years
    /// counts as its last.
    #[must_use]
    pub fn last_recorded_year(&self, content: YearContent, until: u16) -> Option<u16> {
        let range = DateRange::years(1, until);
        let of_records = self
            .records()
            .flat_map(|record| record.common().years_in(range))
            .filter(|(_, block)| content.is_in(block))
            .filter_map(|(key, _)| key.rsplit("..").next()?.parse().ok());
        let published = self.published.iter().filter_map(|record| record.body.at);
        let texts = self.texts.iter().map(|text| text.key.year);
        let of_reports = published
            .map(PartialDate::year)
            .chain(texts)
            .filter(|year| content == YearContent::Anything && *year <= until);
        of_records.chain(of_reports).max()
    }

    /// The days that the network gave in a range by kind of action, in the order of the vocabulary;
    /// kinds without any are left out.
    #[must_use]
    pub fn days_given<'c>(
        &self,
        records: &(impl Iterator<Item = &'c Common> + Clone),
        asked: DateRange,
    ) -> Vec<(&str, f64)> {
        let mut given = Vec::new();
        for (action, _) in self.vocabulary.list(List::Actions) {
            let blocks = records.clone().flat_map(|common| common.years_in(asked));
            let days: f64 = blocks
                .filter_map(|(_, block)| block.actions.get(action))
                .sum();
            if days > 0.0 {
                given.push((action.as_str(), days));
            }
        }
        given
    }
}
