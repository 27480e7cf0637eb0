//! What years brought: figures, days given, and which year the records told of last.

use crate::calendar::{DateRange, PartialDate};
use crate::network::counting::figures::{CountFilter, CountableFigure, Presence};
use crate::network::{ActorRecord, Network, PublishedRecord};
use crate::records::{Common, Figure, List, YearBlock};

/// Of what a year is to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearContent {
    /// Anything: news of a record, published figures, a text.
    Anything,
    /// Resources.
    Resources,
    /// What a grant is asked about: resources, results, days given.
    Work,
}

impl YearContent {
    /// Whether what a year brought tells of it.
    fn by(self, block: &YearBlock) -> bool {
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
    /// The record of the network itself, which `apes.toml` names.
    #[must_use]
    pub fn own_actor(&self) -> Option<&ActorRecord> {
        self.actor(self.settings.actor.as_ref()?.as_str())
    }

    /// How many of a figure the records give: those there on some day of a stretch.
    #[must_use]
    pub fn recorded(&self, figure: &CountableFigure, asked: DateRange) -> u64 {
        let there = |presence: &&Presence| {
            presence
                .stretches
                .iter()
                .any(|stretch| stretch.overlaps(asked))
        };
        (figure.presences)(self, CountFilter::default())
            .iter()
            .filter(there)
            .count() as u64
    }

    /// What was published of a figure for a stretch: the latest, then the first by id.
    #[must_use]
    pub fn published_figure(
        &self,
        id: &str,
        asked: DateRange,
    ) -> Option<(&PublishedRecord, &Figure)> {
        let inside = |when| {
            asked.first <= DateRange::of(when).first && DateRange::of(when).last <= asked.last
        };
        self.published
            .iter()
            .filter(|record| record.body.at.is_some_and(inside))
            .filter_map(|record| Some((record, record.body.figures.get(id)?)))
            .max_by(|(one, _), (other, _)| {
                one.body.at.cmp(&other.body.at).then(other.id.cmp(&one.id))
            })
    }

    /// The last year, up to a given one, that the records tell of; a span of years tells of its
    /// last.
    #[must_use]
    pub fn last_recorded_year(&self, of: YearContent, until: u16) -> Option<u16> {
        let blocks = self
            .record_refs()
            .flat_map(|head| head.common.years_in(DateRange::years(1, until)));
        let years = blocks.filter(|(_, block)| of.by(block));
        let years = years.filter_map(|(key, _)| key.rsplit("..").next()?.parse().ok());
        let published = self
            .published
            .iter()
            .filter_map(|record| record.body.at.map(PartialDate::year));
        let texts = self.texts.iter().map(|text| text.key.year);
        let others = published
            .chain(texts)
            .filter(|year| of == YearContent::Anything && *year <= until);
        years.chain(others).max()
    }

    /// Days that records say the network gave in a stretch, by kind of action in the order of the
    /// vocabulary.
    #[must_use]
    pub fn days_given<'c>(
        &self,
        records: &(impl Iterator<Item = &'c Common> + Clone),
        asked: DateRange,
    ) -> Vec<(&str, f64)> {
        let actions = self.vocabulary.list(List::Actions).iter();
        let told = actions.map(|(action, _)| {
            let blocks = records.clone().flat_map(|common| common.years_in(asked));
            (
                action.as_str(),
                blocks
                    .filter_map(|(_, block)| block.actions.get(action))
                    .sum(),
            )
        });
        told.filter(|(_, days)| *days > 0.0).collect()
    }
}
