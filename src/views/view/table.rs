//! Tables in reading order, made column by column.

use serde::Serialize;

use crate::language::{Bilingual, Language};
use crate::views::view::cell::Cell;

/// A table in reading order.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Table {
    /// What the table shows, in one line.
    pub caption: String,
    /// Headings, one a column.
    pub columns: Vec<String>,
    /// Rows, each as long as the headings.
    pub rows: Vec<Vec<Cell>>,
    /// The row of totals, where there is one.
    pub total: Option<Vec<Cell>>,
    /// Positions of the columns whose texts a terminal never folds: ids, which people copy.
    #[serde(skip)]
    pub unfolded: Vec<usize>,
}

impl Table {
    /// Starts a table with a row for each item; [`TableBuilder::column`] adds its columns.
    ///
    /// A view writes `question.table("…", "…", items)`, which takes the caption in both languages.
    ///
    /// ```
    /// use apes::{language::Language, views::view::Table};
    /// let territories = [("Flandre", 3_u64), ("Artois", 4)];
    /// let table = Table::of(Language::English, "Dynamics by territory", &territories)
    ///     .column("territoire", "territory", |(name, _)| *name)
    ///     .total("total")
    ///     .column("dynamiques", "dynamics", |(_, dynamics)| *dynamics)
    ///     .sum()
    ///     .build();
    /// assert_eq!(table.columns, ["territory", "dynamics"]);
    /// assert_eq!(table.total, Some(vec!["total".into(), 7_u64.into()]));
    /// ```
    pub fn of<I>(language: Language, caption: impl Into<String>, items: I) -> TableBuilder<I::Item>
    where
        I: IntoIterator<Item: Copy>,
    {
        let items: Vec<I::Item> = items.into_iter().collect();
        TableBuilder {
            language,
            table: Self {
                caption: caption.into(),
                rows: vec![Vec::new(); items.len()],
                ..Self::default()
            },
            items,
            totals: Vec::new(),
        }
    }

    /// Whether a column holds numbers and nothing else, so that it is set at the right.
    #[must_use]
    pub fn is_numeric(&self, column: usize) -> bool {
        let cells = || self.rows.iter().filter_map(|row| row.get(column));
        cells().any(Cell::is_number) && cells().all(|cell| cell.is_number() || cell.is_nothing())
    }

    /// The table without the columns that are empty in every row; a table without rows keeps all.
    #[must_use]
    pub fn without_empty_columns(mut self) -> Self {
        if self.rows.is_empty() {
            return self;
        }
        let kept: Vec<bool> = (0..self.columns.len())
            .map(|column| self.has_content(column))
            .collect();
        let is_unfolded = |column: &usize| self.unfolded.contains(column);
        let kept_columns = kept
            .iter()
            .enumerate()
            .filter(|(_, is_kept)| **is_kept)
            .map(|(column, _)| column);
        self.unfolded = (0..)
            .zip(kept_columns)
            .filter(|(_, column)| is_unfolded(column))
            .map(|(position, _)| position)
            .collect();
        retain_columns(&mut self.columns, &kept);
        for row in self.rows.iter_mut().chain(&mut self.total) {
            retain_columns(row, &kept);
        }
        self
    }

    /// Whether any row has something in a column.
    fn has_content(&self, column: usize) -> bool {
        self.rows
            .iter()
            .filter_map(|row| row.get(column))
            .any(|cell| !cell.is_nothing())
    }
}

fn retain_columns<T>(cells: &mut Vec<T>, kept: &[bool]) {
    let mut kept = kept.iter();
    cells.retain(|_| kept.next().copied().unwrap_or(true));
}

/// A table in the making: each call adds a column, with its heading, its cells and its total.
///
/// Items are references, or pairs of references: anything that can be copied.
#[must_use = "a table is made by `build`"]
pub struct TableBuilder<T> {
    language: Language,
    table: Table,
    items: Vec<T>,
    totals: Vec<Option<Cell>>,
}

impl<T: Copy> TableBuilder<T> {
    /// Adds a column with its heading in both languages and its cell for each item.
    pub fn column<C: Into<Cell>>(
        self,
        fr: &'static str,
        en: &'static str,
        cell: impl Fn(T) -> C,
    ) -> Self {
        let heading = Bilingual { fr, en }.get(self.language);
        self.column_named(heading, cell)
    }

    /// Adds a column whose heading is the same in both languages: a number, a name, a key for
    /// spreadsheets.
    pub fn column_named<C: Into<Cell>>(
        mut self,
        heading: impl Into<String>,
        cell: impl Fn(T) -> C,
    ) -> Self {
        self.table.columns.push(heading.into());
        self.totals.push(None);
        for (row, item) in self.table.rows.iter_mut().zip(&self.items) {
            row.push(cell(*item).into());
        }
        self
    }

    /// Keeps the texts of the last column whole in a terminal: ids, which people copy.
    pub fn unfolded(mut self) -> Self {
        let last = self.table.columns.len().checked_sub(1);
        self.table.unfolded.extend(last);
        self
    }

    /// Sets the last column's cell in the row of totals.
    pub fn total(mut self, cell: impl Into<Cell>) -> Self {
        if let Some(total) = self.totals.last_mut() {
            *total = Some(cell.into());
        }
        self
    }

    /// Sets the last column's total to the sum of its counts.
    pub fn sum(self) -> Self {
        let sum: u64 = self
            .table
            .rows
            .iter()
            .map(|row| match row.last() {
                Some(Cell::Number(count)) => *count,
                _ => 0,
            })
            .sum();
        self.total(sum)
    }

    /// The finished table; it has a row of totals if any column has a total.
    #[must_use]
    pub fn build(mut self) -> Table {
        if self.totals.iter().any(Option::is_some) {
            let cells = self.totals.into_iter().map(Cell::from);
            self.table.total = Some(cells.collect());
        }
        self.table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_brings_its_heading_its_cells_and_its_total() {
        let items = [("a", 2_u64), ("b", 3)];
        let table = Table::of(Language::French, "Comptes", &items)
            .column("nom", "name", |(name, _)| *name)
            .total("total")
            .column_named("n", |(_, count)| *count)
            .sum()
            .column("remarque", "remark", |_| Cell::Nothing)
            .build();
        assert_eq!(table.columns, ["nom", "n", "remarque"]);
        assert_eq!(table.rows[1], ["b".into(), 3_u64.into(), Cell::Nothing]);
        let total = vec!["total".into(), 5_u64.into(), Cell::Nothing];
        assert_eq!(table.total, Some(total));
        assert_eq!(table.without_empty_columns().columns, ["nom", "n"]);
    }

    #[test]
    fn a_table_without_totals_has_no_row_of_totals() {
        let table = Table::of(Language::English, "Names", &["a"])
            .column("nom", "name", |name| *name)
            .build();
        assert_eq!(table.total, None);
    }
}
