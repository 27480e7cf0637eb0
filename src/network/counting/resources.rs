//! Resources by nature: euros planned beside euros that came, hours apart.

use crate::calendar::DateRange;
use crate::network::network::Network;
use crate::records::{Common, List, Resource};

/// The three ways in which goods and services circulate, in the order of their corners in a
/// triangle.
pub const CATEGORIES: [&str; 3] = ["market", "redistribution", "reciprocity"];

/// The sums of several rows of resources; `None` for a column that no row fills.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Account {
    /// Euros planned.
    pub planned: Option<f64>,
    /// Euros that came.
    pub actual: Option<f64>,
    /// Hours given.
    pub hours: Option<f64>,
    /// Euros planned and euros that came in the rows that have both.
    pub both: Option<(f64, f64)>,
    /// The number of rows with euros planned and none that came.
    pub only_planned: usize,
    /// The number of rows with euros that came and none planned.
    pub only_actual: usize,
}

impl Account {
    /// Adds one row.
    pub fn add(&mut self, row: &Resource) {
        add_to(&mut self.planned, row.planned);
        add_to(&mut self.actual, row.actual);
        add_to(&mut self.hours, row.hours);
        match (row.planned, row.actual) {
            (Some(planned), Some(actual)) => {
                let (planned_before, actual_before) = self.both.unwrap_or_default();
                self.both = Some((planned_before + planned, actual_before + actual));
            }
            (Some(_), None) => self.only_planned += 1,
            (None, Some(_)) => self.only_actual += 1,
            (None, None) => {}
        }
    }

    /// The euros that came beyond those planned, in the rows that have both.
    #[must_use]
    pub fn gap(&self) -> Option<f64> {
        self.both.map(|(planned, actual)| actual - planned)
    }

    /// The gap as a share of the euros planned. Returns `None` if none were planned.
    #[must_use]
    pub fn gap_share(&self) -> Option<f64> {
        let (planned, actual) = self.both.filter(|(planned, _)| *planned > 0.0)?;
        Some((actual - planned) / planned)
    }

    /// The euros that came in the rows without euros planned, and the euros planned in the rows
    /// without euros that came.
    #[must_use]
    pub fn apart(&self) -> [Option<f64>; 2] {
        let (planned_in_both, actual_in_both) = self.both.unwrap_or_default();
        let actual = self.actual.filter(|_| self.only_actual > 0);
        let planned = self.planned.filter(|_| self.only_planned > 0);
        [
            actual.map(|sum| sum - actual_in_both),
            planned.map(|sum| sum - planned_in_both),
        ]
    }

    /// Whether no row filled any column.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Adds an amount to a sum, if there is one.
fn add_to(sum: &mut Option<f64>, amount: Option<f64>) {
    if let Some(amount) = amount {
        *sum = Some(sum.unwrap_or_default() + amount);
    }
}

impl Network {
    /// The resources of records in a range by nature, in the order of the vocabulary; natures
    /// without any are left out.
    #[must_use]
    pub fn accounts<'c>(
        &self,
        records: &(impl Iterator<Item = &'c Common> + Clone),
        asked: DateRange,
    ) -> Vec<(&str, Account)> {
        let mut accounts = Vec::new();
        for (nature, _) in self.vocabulary.list(List::Natures) {
            let mut account = Account::default();
            let blocks = records.clone().flat_map(|common| common.years_in(asked));
            let rows = blocks.filter_map(|(_, block)| block.resources.get(nature.as_str()));
            for row in rows.flat_map(|rows| &rows.0) {
                account.add(row);
            }
            if !account.is_empty() {
                accounts.push((nature.as_str(), account));
            }
        }
        accounts
    }

    /// The euros that came, by category: market, redistribution, reciprocity.
    #[must_use]
    pub fn euros_by_category(&self, accounts: &[(&str, Account)]) -> [f64; 3] {
        CATEGORIES.map(|category| {
            accounts
                .iter()
                .filter(|(nature, _)| self.category_of(nature) == Some(category))
                .filter_map(|(_, account)| account.actual)
                .sum()
        })
    }

    /// The category of a nature.
    #[must_use]
    pub fn category_of(&self, nature: &str) -> Option<&str> {
        let word = self.vocabulary.word(List::Natures, nature)?;
        word.category.as_deref()
    }
}
