//! Reconciliation: what the network published for a year beside what its records give, and where
//! they may part.

mod suspects;
mod tables;

use serde::Serialize;

use crate::calendar::DateRange;
use crate::language::Bilingual;
use crate::network::PublishedRecord;
use crate::network::counting::daily_counts::{Comparison, DailyCounts, compare};
use crate::network::counting::figures::{CountableFigure, FIGURES};
use crate::records::{Completeness, Figure, List, Precision};
use crate::say;
use crate::views::parts::{invented, report_scope};
use crate::views::view::{Facts, Piece, Question, Section};

/// The facts of one publication.
#[derive(Serialize)]
struct Publication {
    id: String,
    name: String,
    file: String,
    /// For when its figures hold, as written.
    at: String,
    /// Whether the records are to give the same numbers.
    complete: bool,
    /// Its figures that the records can give, then those that they cannot.
    figures: Vec<Line>,
    /// Its dynamics by theme.
    themes: Vec<Line>,
    /// Whether the themes add up to the dynamics; nothing where they cannot be added.
    sums: Option<bool>,
    /// Records that may be why the numbers part.
    suspects: Vec<suspects::Suspect>,
    /// Why a difference is told and stands: the waiver in the record.
    waived: Option<String>,
}

/// One published figure beside the records.
#[derive(Serialize)]
struct Line {
    id: String,
    label: String,
    published: f64,
    /// `exact`, `about`, `at-least` or `at-most`.
    precision: &'static str,
    /// The lowest and the highest number of the records; nothing where they cannot count it.
    recorded: Option<[u64; 2]>,
    /// Records less published; nothing where they cannot count it.
    gap: Option<f64>,
    /// Whether this is a contradiction.
    differs: bool,
}

/// Compares every publication of the days asked with the records; tells also whether any of them
/// differs.
#[must_use]
pub fn gather(question: &Question) -> (Facts, bool) {
    let (network, language, asked) = (question.network, question.language, question.asked);
    let of_year = network.published.iter().filter_map(|record| {
        let days = DateRange::from(record.body.at?);
        days.overlaps(asked)
            .then(|| publication(question, record, days))
    });
    let publications: Vec<Publication> = of_year.collect();
    let differs = publications.iter().any(Publication::differs);
    let mut sections: Vec<Section> = Vec::new();
    for (place, publication) in publications.iter().enumerate() {
        sections.push(section(question, place + 1, publication));
    }
    if publications.is_empty() {
        let nothing = say!(language, fr: "Rien n'a été publié pour {asked}.", en: "Nothing was \
            published for {asked}.");
        let text = Section::new(
            "publications",
            2,
            say!(language, fr: "Publications", en: "Publications"),
        );
        sections.push(text.with([Piece::Text(nothing + &others(question))]));
    }
    let rules: Vec<Bilingual> = if publications.is_empty() {
        Vec::new()
    } else {
        rules(&publications)
    };
    let facts = Facts {
        report: "reconcile",
        title: say!(language, fr: "Les chiffres publiés face aux fiches · {asked}", en: "Published \
            figures against the records · {asked}"),
        invented: invented(question),
        sections,
        scope: report_scope(question, &rules),
        facts: serde_json::json!({ "period": asked.to_string(), "differs": differs, "publications": publications }),
        ..Facts::default()
    };
    (facts, differs)
}

fn rules(publications: &[Publication]) -> Vec<Bilingual> {
    let used = |figure: &&CountableFigure| {
        publications
            .iter()
            .any(|publication| publication.figures.iter().any(|line| line.id == figure.id))
    };
    let range = Bilingual {
        fr: "sur une période, le plus petit et le plus grand nombre d'un même jour",
        en: "over a period, the lowest and the highest number on any one day",
    };
    FIGURES
        .iter()
        .filter(used)
        .map(|figure| figure.rule)
        .chain([range])
        .collect()
}

/// The years for which something was published.
fn others(question: &Question) -> String {
    let mut years: Vec<u16> = question
        .network
        .published
        .iter()
        .filter_map(|record| record.body.at.map(crate::calendar::PartialDate::year))
        .collect();
    years.sort_unstable();
    years.dedup();
    let years: Vec<String> = years.iter().map(u16::to_string).collect();
    if years.is_empty() {
        return String::new();
    }
    let years = question.language.and(&years);
    say!(question.language, fr: " Des chiffres existent pour {years}.", en: " There are figures \
        for {years}.")
}

impl Publication {
    /// Whether it contradicts the records, or itself, and no waiver says why.
    fn differs(&self) -> bool {
        let lines = self.figures.iter().chain(&self.themes);
        self.waived.is_none()
            && (self.sums == Some(false) || lines.into_iter().any(|line| line.differs))
    }
}

fn publication(question: &Question, record: &PublishedRecord, asked: DateRange) -> Publication {
    let (network, language) = (question.network, question.language);
    let complete = record.body.records == Completeness::Complete;
    let figures = record.body.figures.iter().map(|(id, figure)| {
        let label = network
            .vocabulary
            .label(List::Figures, id.as_str(), language)
            .to_owned();
        let tally =
            CountableFigure::of(id.as_str()).map(|countable| DailyCounts::of(network, countable));
        line(
            id.as_str(),
            label,
            figure,
            tally.map(|tally| compare(figure, asked, Some(&tally))),
            complete,
        )
    });
    let mut figures: Vec<Line> = figures.collect();
    let order = |line: &Line| {
        FIGURES
            .iter()
            .position(|figure| figure.id == line.id)
            .unwrap_or(FIGURES.len())
    };
    figures.sort_by_key(order);
    let tallies = DailyCounts::by_theme(network);
    let themes = network
        .vocabulary
        .list(List::Themes)
        .iter()
        .filter_map(|(id, word)| {
            let figure = record.body.dynamics_by_theme.get(id.as_str())?;
            let tally = tallies
                .iter()
                .find(|(theme, _)| theme.as_str() == id)
                .map(|(_, tally)| tally);
            Some(line(
                id,
                word.label(language).to_owned(),
                figure,
                Some(compare(figure, asked, tally)),
                complete,
            ))
        });
    let themes: Vec<Line> = themes.collect();
    let in_force = |waiver: &&crate::records::Waiver| {
        waiver.check == "published-total-differs"
            && waiver
                .until
                .is_none_or(|until| question.today <= until.last())
    };
    let suspects = suspects::sought(question, asked, &figures, &themes);
    Publication {
        id: record.id.to_string(),
        name: record.name(),
        file: record.file.to_string(),
        at: record.body.at.map(|at| at.to_string()).unwrap_or_default(),
        complete,
        sums: sums(&figures, &themes),
        figures,
        themes,
        suspects,
        waived: record
            .common
            .waivers
            .iter()
            .find(in_force)
            .map(|waiver| waiver.because.clone()),
    }
}

fn line(
    id: &str,
    label: String,
    figure: &Figure,
    compared: Option<Comparison>,
    complete: bool,
) -> Line {
    let precision = match figure.is {
        Precision::Exact => "exact",
        Precision::About => "about",
        Precision::AtLeast => "at-least",
        Precision::AtMost => "at-most",
    };
    Line {
        id: id.to_owned(),
        label,
        published: figure.value,
        precision,
        recorded: compared
            .as_ref()
            .map(|compared| [compared.recorded.0, compared.recorded.1]),
        gap: compared.as_ref().map(Comparison::gap),
        differs: compared
            .is_some_and(|compared| compared.is_above() || complete && compared.is_below()),
    }
}

/// Whether the themes add up to the dynamics.
fn sums(figures: &[Line], themes: &[Line]) -> Option<bool> {
    let total = figures
        .iter()
        .find(|line| line.id == "dynamics" && line.precision == "exact")?;
    let exact = !themes.is_empty() && themes.iter().all(|line| line.precision == "exact");
    exact.then(|| {
        (themes.iter().map(|line| line.published).sum::<f64>() - total.published).abs() < 0.5
    })
}

fn section(question: &Question, place: usize, publication: &Publication) -> Section {
    let language = question.language;
    let heading = format!("{} ({})", publication.name, publication.at);
    let mut pieces = vec![
        Piece::Text(verdict(question, publication)),
        Piece::Table(tables::figures(question, publication)),
    ];
    if !publication.themes.is_empty() {
        pieces.push(Piece::Table(tables::themes(question, publication)));
        pieces.extend(sum_told(question, publication).map(Piece::Text));
    }
    if !publication.suspects.is_empty() {
        pieces.push(Piece::Table(tables::suspects(question, publication)));
    }
    if let Some(because) = &publication.waived {
        pieces.push(Piece::Note(
            say!(language, fr: "Écart expliqué dans la fiche\u{a0}: {because}", en: "Difference \
            explained in the record: {because}"),
        ));
    }
    Section::new(&format!("publication-{place}"), 2, heading).with(pieces)
}

/// The whole in one sentence.
fn verdict(question: &Question, publication: &Publication) -> String {
    let language = question.language;
    let file = &publication.file;
    let lines = || publication.figures.iter().chain(&publication.themes);
    let apart = lines().filter(|line| line.differs).count();
    let missing = publication
        .figures
        .iter()
        .any(|line| line.gap.is_some_and(|gap| gap < 0.0));
    match (apart, missing) {
        (0, true) => say!(language,
            fr: "Rien ne contredit les fiches\u{202f}; ce qui leur manque n'est connu que par le \
                nombre ({file}, `records = \"partial\"`).",
            en: "Nothing contradicts the records; what they lack is known by count alone ({file}, \
                `records = \"partial\"`)."),
        (0, false) => {
            say!(language, fr: "Les fiches donnent ces chiffres ({file}).", en: "The records give \
                these figures ({file}).")
        }
        (count, _) => {
            let fr = language.count(count, "chiffre diffère", "chiffres diffèrent");
            let en = language.count(count, "figure differs", "figures differ");
            say!(language, fr: "{fr} des fiches ({file}).", en: "{en} from the records ({file}).")
        }
    }
}

/// The sum of the themes, in figures.
fn sum_told(question: &Question, publication: &Publication) -> Option<String> {
    let language = question.language;
    let sums = publication.sums?;
    let parts: Vec<String> = publication
        .themes
        .iter()
        .map(|line| language.decimal(line.published, 2))
        .collect();
    let parts = parts.join(" + ");
    let total = publication
        .figures
        .iter()
        .find(|line| line.id == "dynamics")?
        .published;
    let sum: f64 = publication.themes.iter().map(|line| line.published).sum();
    let (sum, total) = (language.decimal(sum, 2), language.decimal(total, 2));
    Some(if sums {
        say!(language, fr: "Somme des thématiques\u{a0}: {parts} = {sum} ✓", en: "Sum of the \
            themes: {parts} = {sum} ✓")
    } else {
        say!(language,
            fr: "Somme des thématiques\u{a0}: {parts} = {sum}, et non {total} comme publié",
            en: "Sum of the themes: {parts} = {sum}, not {total} as published")
    })
}
