//! Texts and published figures by the days that they are about.

use crate::calendar::DateRange;
use crate::language::Language;
use crate::network::network::{Network, PublishedRecord};
use crate::records::{Completeness, Figure, ReportText, TerritoryId};

impl Network {
    /// The text of a territory for a section of a year's report: in the language asked, else one
    /// without a language, else any.
    #[must_use]
    pub fn text(
        &self,
        home: &TerritoryId,
        year: u16,
        section: &str,
        language: Language,
    ) -> Option<&ReportText> {
        let of_section = self.texts.iter().filter(|text| {
            text.key.home == *home && text.key.year == year && text.key.section == section
        });
        of_section.min_by_key(|text| match text.key.language {
            Some(own) if own == language => 0,
            None => 1,
            Some(_) => 2,
        })
    }

    /// The published dynamics by theme that hold for all days of a range: the latest, then the
    /// first by id.
    #[must_use]
    pub fn published_themes_in(&self, asked: DateRange) -> Option<&PublishedRecord> {
        let with_themes = self
            .published
            .iter()
            .filter(|record| !record.body.dynamics_by_theme.is_empty());
        with_themes
            .filter(|record| {
                let at = record.body.at.map(DateRange::from);
                at.is_some_and(|published| asked.is_within(published))
            })
            .max_by(|left, right| latest_then_first_id(left, right))
    }

    /// The published value of a figure inside a range: the latest, then the first by id.
    #[must_use]
    pub fn published_figure(
        &self,
        id: &str,
        asked: DateRange,
    ) -> Option<(&PublishedRecord, &Figure)> {
        let inside = self.published.iter().filter(|record| {
            let at = record.body.at.map(DateRange::from);
            at.is_some_and(|published| published.is_within(asked))
        });
        inside
            .filter_map(|record| Some((record, record.body.figures.get(id)?)))
            .max_by(|(left, _), (right, _)| latest_then_first_id(left, right))
    }

    /// Whether the records are known to hold all that a figure counts: the latest publication of
    /// it, up to the end of a year, says so. A figure that was never published is not known to be
    /// complete; and records that lacked some when they were last compared lack them still, for
    /// all we know.
    #[must_use]
    pub fn is_known_complete(&self, figure: &str, until: u16) -> bool {
        let latest = self.published_figure(figure, DateRange::years(1, until));
        latest.is_some_and(|(record, _)| record.body.records == Completeness::Complete)
    }
}

/// The order in which the last is the latest publication, and of one day the first by id.
fn latest_then_first_id(left: &PublishedRecord, right: &PublishedRecord) -> std::cmp::Ordering {
    let by_day = left.body.at.cmp(&right.body.at);
    by_day.then_with(|| right.id.cmp(&left.id))
}
