//! The lines that every record has.

use crate::records::Common;
use crate::views::parts::lines::record_lines::{RecordLine, RecordLines};
use crate::views::view::Question;

/// The lines that every record has: summary, aliases, notes of the team, inferred keys.
#[must_use]
pub fn common(question: &Question, common: &Common) -> Vec<RecordLine> {
    let summary = common.summary.get(question.language).map(str::to_owned);
    RecordLines::new(question)
        .line("résumé", "summary", summary)
        .line("autres noms", "other names", common.aliases.clone())
        .line("notes", "notes", common.notes.clone())
        .line("déduit", "inferred", common.inferred.clone())
        .build()
}
