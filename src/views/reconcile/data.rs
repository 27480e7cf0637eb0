//! A reconciliation for other programs: figures, themes, records to look at.

use crate::views::view::{DataBuilder, DataTable, Question, Value};

use crate::views::reconcile::candidates::Candidate;
use crate::views::reconcile::compared::ComparedFigure;
use crate::views::reconcile::gathered::{Publication, ReconciliationFacts};

/// Every table, that of the figures first.
pub fn tables(question: &Question, facts: &ReconciliationFacts) -> Vec<DataTable> {
    let publications = || facts.publications.iter();
    let figures = publications().flat_map(|it| it.figures.iter().map(move |figure| (it, figure)));
    let themes = publications().flat_map(|it| it.themes.iter().map(move |theme| (it, theme)));
    let candidates: Vec<(&Publication, &Candidate)> = publications()
        .flat_map(|it| it.candidates.iter().map(move |candidate| (it, candidate)))
        .collect();
    vec![
        compared(
            question.data(
                "figures",
                "Chiffres publiés et fiches",
                "Published figures and records",
                figures,
            ),
            ["chiffre", "figure"],
        ),
        compared(
            question.data(
                "themes",
                "Dynamiques publiées et fiches, par thématique",
                "Published dynamics and records, by theme",
                themes,
            ),
            ["thématique", "theme"],
        ),
        candidates_table(question, &candidates),
    ]
}

/// A published figure and the publication that gives it.
type Compared<'f> = (&'f Publication, &'f ComparedFigure);

/// The columns that compare published numbers with the records.
fn compared(table: DataBuilder<Compared>, [fr, en]: [&str; 2]) -> DataTable {
    publication(table, |(it, _)| it)
        .column("fiches_complètes", "records_complete", |(it, _)| {
            it.complete
        })
        .named(
            fr,
            en,
            |(_, figure)| &figure.id,
            |(_, figure)| &figure.label,
        )
        .column("publié", "published", |(_, figure)| figure.published)
        .column(
            "publié_précision",
            "published_precision",
            |(_, figure)| figure.precision,
        )
        .column("fiches_min", "recorded_low", |(_, figure)| {
            figure.recorded.map(|[low, _]| low)
        })
        .column("fiches_max", "recorded_high", |(_, figure)| {
            figure.recorded.map(|[_, high]| high)
        })
        .column("écart", "gap", |(_, figure)| figure.difference)
        .column("contredit", "differs", |(_, figure)| figure.differs)
        .column("écart_expliqué", "difference_explained", |(it, _)| {
            &it.waived
        })
        .column("fichier", "file", |(it, _)| &it.file)
        .build()
}

/// The records that may explain the differences.
fn candidates_table(question: &Question, rows: &[(&Publication, &Candidate)]) -> DataTable {
    let table = question.data(
        "candidates",
        "Fiches à regarder d'abord",
        "Records to look at first",
        rows.iter().copied(),
    );
    publication(table, |(it, _)| it)
        .named(
            "chiffre",
            "figure",
            |(it, candidate)| figure_id(it, candidate),
            |(_, candidate)| &candidate.figure,
        )
        .column("fiche_id", "record_id", |(_, candidate)| &candidate.id)
        .column("pourquoi", "why", |(_, candidate)| {
            Value::several(&candidate.reasons)
        })
        .column("fichier", "file", |(_, candidate)| &candidate.file)
        .build()
}

/// The id of the figure, or of the theme, that differs.
fn figure_id<'f>(publication: &'f Publication, candidate: &Candidate) -> Option<&'f str> {
    let mut figures = publication.all_figures();
    let figure = figures.find(|figure| figure.label == candidate.figure)?;
    Some(&figure.id)
}

/// The columns of a publication.
fn publication<'f, T: Copy>(
    table: DataBuilder<T>,
    of: impl Fn(T) -> &'f Publication,
) -> DataBuilder<T> {
    table
        .named(
            "publication",
            "publication",
            |it| &of(it).id,
            |it| &of(it).name,
        )
        .column("date", "date", |it| Value::date(&of(it).at))
}
