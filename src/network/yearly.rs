//! What years brought: figures, money by nature, days given.

use crate::calendar::Stretch;
use crate::network::figures::{CountableFigure, Narrowed, Presence};
use crate::network::{ActorRecord, Network, PublishedRecord};
use crate::records::{Common, Figure, List};

/// Money and time of one nature; euros and hours are never added.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Means {
    /// Planned euros, where any row plans.
    pub planned: Option<f64>,
    /// Actual euros, where any row tells them.
    pub actual: Option<f64>,
    /// Hours given, where any row tells them.
    pub hours: Option<f64>,
    /// Rows that tell of euros planned without the actual ones, or the other way round.
    pub one_sided: u64,
}

impl Network {
    /// The record of the network itself, which `apes.toml` names.
    #[must_use]
    pub fn itself(&self) -> Option<&ActorRecord> {
        self.actor(self.settings.actor.as_ref()?.as_str())
    }

    /// How many of a figure the records give: those there on some day of a stretch.
    #[must_use]
    pub fn recorded(&self, figure: &CountableFigure, asked: Stretch) -> u64 {
        let there = |presence: &&Presence| presence.stretches.iter().any(|stretch| stretch.meets(asked));
        (figure.presences)(self, Narrowed::default()).iter().filter(there).count() as u64
    }

    /// What was published of a figure for a stretch: the latest, then the first by id.
    #[must_use]
    pub fn published_figure(&self, id: &str, asked: Stretch) -> Option<(&PublishedRecord, &Figure)> {
        let inside = |when| asked.first <= Stretch::of(when).first && Stretch::of(when).last <= asked.last;
        self.published
            .iter()
            .filter(|record| record.body.at.is_some_and(inside))
            .filter_map(|record| Some((record, record.body.figures.get(id)?)))
            .max_by(|(one, _), (other, _)| one.body.at.cmp(&other.body.at).then(other.id.cmp(&one.id)))
    }

    /// What records tell of their resources in a stretch, by nature in the order of the vocabulary.
    #[must_use]
    pub fn means_of<'c>(
        &self,
        records: &(impl Iterator<Item = &'c Common> + Clone),
        asked: Stretch,
    ) -> Vec<(&str, Means)> {
        let natures = self.vocabulary.list(List::Natures).iter();
        let told = natures.map(|(nature, _)| {
            let blocks = records.clone().flat_map(|common| common.years_in(asked));
            let rows = blocks.filter_map(|(_, block)| block.resources.get(nature)).flat_map(|rows| &rows.0);
            let mut means = Means::default();
            for row in rows {
                add(&mut means.planned, row.planned);
                add(&mut means.actual, row.actual);
                add(&mut means.hours, row.hours);
                means.one_sided += u64::from(row.planned.is_some() != row.actual.is_some());
            }
            (nature.as_str(), means)
        });
        told.filter(|(_, means)| *means != Means::default()).collect()
    }

    /// Days that records say the network gave in a stretch, by kind of action in the order of the vocabulary.
    #[must_use]
    pub fn days_given<'c>(
        &self,
        records: &(impl Iterator<Item = &'c Common> + Clone),
        asked: Stretch,
    ) -> Vec<(&str, f64)> {
        let actions = self.vocabulary.list(List::Actions).iter();
        let told = actions.map(|(action, _)| {
            let blocks = records.clone().flat_map(|common| common.years_in(asked));
            (action.as_str(), blocks.filter_map(|(_, block)| block.actions.get(action)).sum())
        });
        told.filter(|(_, days)| *days > 0.0).collect()
    }
}

fn add(sum: &mut Option<f64>, told: Option<f64>) {
    if let Some(told) = told {
        *sum = Some(sum.unwrap_or_default() + told);
    }
}
