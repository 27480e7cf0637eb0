//! The lines of a record of published figures.

use crate::network::PublishedRecord;
use crate::records::List;
use crate::views::parts::lines::record_lines::{RecordLine, RecordLines};
use crate::views::view::Question;

/// The lines that are peculiar to published figures.
#[must_use]
pub fn published(question: &Question, record: &PublishedRecord) -> Vec<RecordLine> {
    let body = &record.body;
    let figures = body.figures.iter().map(|(id, figure)| {
        let label = question.label(List::Figures, id.as_str());
        format!("{label} : {}", figure.value)
    });
    let themes = body.dynamics_by_theme.iter().map(|(id, figure)| {
        let label = question.label(List::Themes, id.as_str());
        format!("{label} : {}", figure.value)
    });
    RecordLines::new(question)
        .line("date", "date", body.at.map(|at| at.to_string()))
        .line("chiffres", "figures", figures)
        .line("dynamiques", "dynamics", themes)
        .build()
}
