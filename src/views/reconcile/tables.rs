//! The tables of a reconciliation.

use crate::records::Precision;
use crate::say;
use crate::views::parts::certainty;
use crate::views::view::{Question, Table, TableBuilder};

use crate::views::reconcile::compared::{ComparedFigure, LEAST_DIFFERENCE};
use crate::views::reconcile::gathered::Publication;

/// Every published figure beside the count of the records.
pub fn figures(question: &Question, publication: &Publication) -> Table {
    let table = question
        .table(
            "Chiffres publiés et fiches",
            "Published figures and records",
            &publication.figures,
        )
        .column("chiffre", "figure", |figure| &figure.label);
    with_comparison(question, publication, table).build()
}

/// The published number of dynamics of every theme beside the count of the records.
pub fn themes(question: &Question, publication: &Publication) -> Table {
    let table = question
        .table(
            "Dynamiques par thématique",
            "Dynamics by theme",
            &publication.themes,
        )
        .column("thématique", "theme", |theme| &theme.label);
    with_comparison(question, publication, table).build()
}

/// A table of figures with the columns that compare them.
fn with_comparison<'f>(
    question: &Question,
    publication: &Publication,
    table: TableBuilder<&'f ComparedFigure>,
) -> TableBuilder<&'f ComparedFigure> {
    table
        .column("publié", "published", |figure| published(question, figure))
        .column("fiches", "records", |figure| recorded(question, figure))
        .column("écart", "gap", |figure| {
            let difference = figure.difference?;
            Some(describe_difference(question, difference, figure.is))
        })
        .column("remarque", "remark", |figure| {
            remark(question, publication, figure)
        })
}

/// The published number, with its precision, marked where it was inferred.
fn published(question: &Question, figure: &ComparedFigure) -> String {
    let language = question.language;
    let number = language.decimal(figure.published, 2);
    let words = certainty::with_precision(number, figure.is, language);
    certainty::with_inference(words, figure.inferred, language)
}

/// The count of the records: a number, or the lowest and the highest.
fn recorded(question: &Question, figure: &ComparedFigure) -> Option<String> {
    let language = question.language;
    let [low, high] = figure.recorded?;
    let (least, most) = (language.number(low), language.number(high));
    Some(if low == high {
        most
    } else {
        say!(language, fr: "{least} à {most}", en: "{least} to {most}")
    })
}

/// A difference with its sign: `✓`, `−1` or `+2`; after a sign of its own where the published
/// number is not exact.
fn describe_difference(question: &Question, difference: f64, precision: Precision) -> String {
    let number = question.language.decimal(difference, 2);
    if difference.abs() < LEAST_DIFFERENCE {
        return "✓".to_owned();
    }
    let sign = if difference > 0.0 { "+" } else { "" };
    // The records less a lower bound: at most that much.
    let bound = match precision {
        Precision::Exact => "",
        Precision::About => "≈\u{a0}",
        Precision::AtLeast => "≤\u{a0}",
        Precision::AtMost => "≥\u{a0}",
    };
    format!("{bound}{sign}{number}")
}

fn remark(
    question: &Question,
    publication: &Publication,
    figure: &ComparedFigure,
) -> Option<String> {
    let Some(difference) = figure.difference else {
        return Some(question.words(
            "cité, non dénombrable par les fiches",
            "quoted, not countable from records",
        ));
    };
    if figure.differs {
        return Some(if figure.is_exceeded() {
            question.words("les fiches en donnent plus", "the records give more")
        } else {
            question.words("les fiches en donnent moins", "the records give fewer")
        });
    }
    let missing = question.language.decimal(-difference, 2);
    let missing = certainty::with_precision(missing, figure.is, question.language);
    (difference < -LEAST_DIFFERENCE && !publication.complete).then(|| {
        say!(question.language,
            fr: "{missing} connus par leur seul nombre",
            en: "{missing} known by their count alone")
    })
}

/// The records that may explain the differences.
pub fn candidates(question: &Question, publication: &Publication) -> Table {
    question
        .table(
            "À regarder d'abord",
            "Where to look first",
            &publication.candidates,
        )
        .column("chiffre", "figure", |candidate| &candidate.figure)
        .column("fiche", "record", |candidate| &candidate.id)
        .column("pourquoi", "why", |candidate| candidate.reasons.join(" ; "))
        .build()
}
