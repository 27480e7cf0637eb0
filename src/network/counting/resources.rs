//! Resources by nature: euros planned beside euros that came, hours apart, never added to one
//! another.

use crate::calendar::DateRange;
use crate::network::Network;
use crate::records::{Common, List, Resource};

/// The three ways in which goods and services move, in the order of their corners in a triangle.
pub const CATEGORIES: [&str; 3] = ["market", "redistribution", "reciprocity"];

/// Euros and hours of several rows; nothing where no row tells any.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Account {
    /// Euros planned.
    pub planned: Option<f64>,
    /// Euros that came.
    pub actual: Option<f64>,
    /// Hours given.
    pub hours: Option<f64>,
    /// Euros planned and euros that came in the rows that tell both.
    pub both: Option<(f64, f64)>,
    /// Rows that tell euros planned and none that came.
    pub only_planned: usize,
    /// Rows that tell euros that came and none planned.
    pub only_actual: usize,
}

impl Account {
    /// Adds one row.
    pub fn add(&mut self, row: &Resource) {
        let add = |sum: &mut Option<f64>, told: Option<f64>| {
            if let Some(told) = told {
                *sum = Some(sum.unwrap_or_default() + told);
            }
        };
        add(&mut self.planned, row.planned);
        add(&mut self.actual, row.actual);
        add(&mut self.hours, row.hours);
        match (row.planned, row.actual) {
            (Some(planned), Some(actual)) => {
                let (before, came) = self.both.unwrap_or_default();
                self.both = Some((before + planned, came + actual));
            }
            (Some(_), None) => self.only_planned += 1,
            (None, Some(_)) => self.only_actual += 1,
            (None, None) => {}
        }
    }

    /// Euros that came beyond what was planned, in the rows that tell both.
    #[must_use]
    pub fn gap(&self) -> Option<f64> {
        self.both.map(|(planned, actual)| actual - planned)
    }

    /// The same as a share of what was planned; nothing where nothing was planned.
    #[must_use]
    pub fn gap_share(&self) -> Option<f64> {
        let (planned, actual) = self.both.filter(|(planned, _)| *planned > 0.0)?;
        Some((actual - planned) / planned)
    }

    /// Euros that came in the rows that tell none planned, and euros planned in those that tell
    /// none that came.
    #[must_use]
    pub fn apart(&self) -> [Option<f64>; 2] {
        let (planned, came) = self.both.unwrap_or_default();
        [
            self.actual
                .filter(|_| self.only_actual > 0)
                .map(|actual| actual - came),
            self.planned
                .filter(|_| self.only_planned > 0)
                .map(|all| all - planned),
        ]
    }

    /// Whether no row told anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Network {
    /// The resources of records in a stretch by nature, in the order of the vocabulary.
    #[must_use]
    pub fn accounts<'c>(
        &self,
        records: &(impl Iterator<Item = &'c Common> + Clone),
        asked: DateRange,
    ) -> Vec<(&str, Account)> {
        let natures = self.vocabulary.list(List::Natures).iter();
        let told = natures.map(|(nature, _)| {
            let mut account = Account::default();
            let blocks = records.clone().flat_map(|common| common.years_in(asked));
            let rows = blocks.filter_map(|(_, block)| block.resources.get(nature.as_str()));
            for row in rows.flat_map(|rows| &rows.0) {
                account.add(row);
            }
            (nature.as_str(), account)
        });
        told.filter(|(_, account)| !account.is_empty()).collect()
    }

    /// The euros that came, by category: market, redistribution, reciprocity.
    #[must_use]
    pub fn euros_by_category(&self, accounts: &[(&str, Account)]) -> [f64; 3] {
        CATEGORIES.map(|category| {
            let of = accounts
                .iter()
                .filter(|(nature, _)| self.category_of(nature) == Some(category));
            of.filter_map(|(_, account)| account.actual).sum()
        })
    }

    /// The category of a nature.
    #[must_use]
    pub fn category_of(&self, nature: &str) -> Option<&str> {
        self.vocabulary
            .word(List::Natures, nature)?
            .category
            .as_deref()
    }
}
