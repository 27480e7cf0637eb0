//! Publications compared with the records, gathered.

use serde::Serialize;

use crate::calendar::DateRange;
use crate::network::PublishedRecord;
use crate::records::Completeness;
use crate::views::view::Question;

use crate::views::reconcile::candidates::{Candidate, candidates};
use crate::views::reconcile::compared::{self, ComparedFigure, LEAST_DIFFERENCE};

/// The facts of a reconciliation, as templates and machines read them.
#[derive(Serialize)]
pub struct ReconciliationFacts {
    /// The days asked for.
    pub period: String,
    /// Whether a publication contradicts the records, or itself, without a waiver.
    pub differs: bool,
    /// Publications of these days.
    pub publications: Vec<Publication>,
}

/// A publication.
#[derive(Serialize)]
pub struct Publication {
    /// Id of the record.
    pub id: String,
    /// Name of the publication.
    pub name: String,
    /// File of the record.
    pub file: String,
    /// The date of the figures, as the record writes it.
    pub at: String,
    /// Whether the records claim to give the same numbers.
    pub complete: bool,
    /// Figures that the records can count, then those that they cannot.
    pub figures: Vec<ComparedFigure>,
    /// Dynamics by theme.
    pub themes: Vec<ComparedFigure>,
    /// Whether the themes add up to the dynamics; `None` if they cannot be added.
    #[serde(rename = "sums")]
    pub themes_add_up: Option<bool>,
    /// Records that may explain the differences.
    #[serde(rename = "suspects")]
    pub candidates: Vec<Candidate>,
    /// The reason why a difference is accepted, from the record's waiver.
    pub waived: Option<String>,
}

impl Publication {
    /// Whether the publication contradicts the records, or itself, without a waiver.
    fn differs(&self) -> bool {
        let mut figures = self.all_figures();
        self.waived.is_none()
            && (self.themes_add_up == Some(false) || figures.any(|figure| figure.differs))
    }

    /// Iterates over the figures and the themes.
    pub fn all_figures(&self) -> impl Iterator<Item = &ComparedFigure> {
        self.figures.iter().chain(&self.themes)
    }
}

/// Compares every publication of the days asked for with the records.
pub fn gather(question: &Question) -> ReconciliationFacts {
    let publications: Vec<Publication> = question
        .network
        .published
        .iter()
        .filter_map(|record| Some((record, DateRange::from(record.body.at?))))
        .filter(|(_, days)| days.overlaps(question.asked))
        .map(|(record, days)| publication(question, record, days))
        .collect();
    ReconciliationFacts {
        period: question.asked.to_string(),
        differs: publications.iter().any(Publication::differs),
        publications,
    }
}

fn publication(question: &Question, record: &PublishedRecord, days: DateRange) -> Publication {
    let figures = compared::figures(question, record, days);
    let themes = compared::themes(question, record, days);
    Publication {
        id: record.id.to_string(),
        name: record.name(),
        file: record.file.to_string(),
        at: record.body.at.map(|at| at.to_string()).unwrap_or_default(),
        complete: record.body.records == Completeness::Complete,
        themes_add_up: do_themes_add_up(&figures, &themes),
        candidates: candidates(question, days, &figures, &themes),
        figures,
        themes,
        waived: waiver(question, record),
    }
}

/// The reason of the record's waiver from the check of published totals; `None` if no such waiver
/// is in force today.
fn waiver(question: &Question, record: &PublishedRecord) -> Option<String> {
    let mut waivers = record.common.waivers.iter();
    let waiver = waivers.find(|waiver| {
        waiver.check == "published-total-differs" && waiver.in_force(question.today)
    })?;
    Some(waiver.because.clone())
}

/// Whether the themes add up to the dynamics; `None` unless all of these numbers are exact.
fn do_themes_add_up(figures: &[ComparedFigure], themes: &[ComparedFigure]) -> Option<bool> {
    let dynamics = figures
        .iter()
        .find(|figure| figure.id == "dynamics" && figure.is_exact())?;
    let are_exact = !themes.is_empty() && themes.iter().all(ComparedFigure::is_exact);
    are_exact.then(|| {
        let sum: f64 = themes.iter().map(|theme| theme.published).sum();
        (sum - dynamics.published).abs() < LEAST_DIFFERENCE
    })
}
