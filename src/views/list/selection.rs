//! The records of a list that a condition selects, in the order that a person asks for.

use serde_json::Value as Json;

use crate::charter::Query;
use crate::network::RecordRef;
use crate::network::values::RecordView;
use crate::views::list::columns::Column;
use crate::views::parts::Alphabet;
use crate::views::view::Question;

/// A condition with its text.
#[derive(Clone, Debug)]
pub struct Condition {
    /// The text as it was typed.
    pub text: String,
    /// The compiled condition.
    pub query: Query,
}

/// A column by which a list is sorted.
#[derive(Clone, Debug)]
pub struct SortKey {
    /// The column.
    pub column: Column,
    /// Whether the greatest value is first.
    pub descending: bool,
}

/// What a person asks of a list: which records, which columns, in which order.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Condition that records must meet.
    pub condition: Option<Condition>,
    /// Columns to show; none for those that the kind usually has.
    pub columns: Vec<Column>,
    /// Columns by which the records are sorted, the most important first; none for the usual
    /// order.
    pub order: Vec<SortKey>,
}

impl Selection {
    /// The records that meet the condition, in order; equal ones keep theirs.
    #[must_use]
    pub fn of<'n>(
        &self,
        question: &Question<'n>,
        mut records: Vec<RecordRef<'n>>,
    ) -> Vec<RecordRef<'n>> {
        if let Some(condition) = &self.condition {
            records.retain(|record| {
                let view = RecordView::of(question.network, *record, question.asked.last);
                condition.query.is_true(&view.scope())
            });
        }
        let alphabet = Alphabet::new();
        for key in self.order.iter().rev() {
            let mut valued: Vec<(Json, RecordRef)> = records
                .into_iter()
                .map(|record| (key.column.json(question, record), record))
                .collect();
            valued.sort_by(|(one, _), (other, _)| {
                key.column
                    .compare(question, (one, other), key.descending, &alphabet)
            });
            records = valued.into_iter().map(|(_, record)| record).collect();
        }
        records
    }
}
