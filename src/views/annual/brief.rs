//! The network in brief: figures of the year beside those of the year before, as published and as
//! recorded.

use serde::Serialize;

use crate::calendar::DateRange;
use crate::network::counting::figures::{CountFilter, FIGURES};
use crate::records::{Completeness, List, Precision};
use crate::say;
use crate::views::annual::context::ReportContext;
use crate::views::parts::bars::count_as_number;
use crate::views::view::{Cell, Piece, Section, Table};

/// A figure of the year.
#[derive(Serialize)]
pub struct FigureFact {
    /// Id in the vocabulary.
    pub id: String,
    /// Label in the reader's language.
    pub label: String,
    /// The figure of the year.
    pub now: YearFigure,
    /// The figure of the year before.
    pub before: YearFigure,
    /// Difference from the year before; `None` where the two cannot be compared.
    pub change: Option<f64>,
}

/// A figure in one year, as published and as recorded.
#[derive(Default, Serialize)]
pub struct YearFigure {
    /// The number as published.
    pub published: Option<f64>,
    /// Whether the published number is not exact.
    pub about: bool,
    /// Id of the record that quotes it.
    pub published_in: Option<String>,
    /// Numbers of that record's sources.
    pub sources: String,
    /// The number counted in the records; `None` for a figure that cannot be counted there.
    pub recorded: Option<u64>,
    /// Whether no publication says that records are missing.
    #[serde(skip)]
    complete: bool,
}

/// Gathers the figures that are known in either year, in the order of the vocabulary.
pub fn gather(context: &mut ReportContext) -> Vec<FigureFact> {
    let (question, before) = (context.question, context.before);
    let mut facts = Vec::new();
    for (id, word) in question.network.vocabulary.list(List::Figures) {
        let now = figure_of_year(context, id, question.asked);
        let before = figure_of_year(context, id, before);
        if !is_known(&now) && !is_known(&before) {
            continue;
        }
        facts.push(FigureFact {
            id: id.clone(),
            label: word.label(question.language).to_owned(),
            change: change(&now, &before),
            now,
            before,
        });
    }
    facts
}

/// Whether a figure was published, or counted above zero.
fn is_known(figure: &YearFigure) -> bool {
    figure.published.is_some() || figure.recorded.is_some_and(|count| count > 0)
}

fn figure_of_year(context: &mut ReportContext, id: &str, asked: DateRange) -> YearFigure {
    let network = context.question.network;
    let countable = FIGURES.iter().find(|figure| figure.id == id);
    // Records that lacked some when they were last compared with a publication lack them still,
    // for all we know: hence the latest publication, of whichever year.
    let latest = network.published_figure(id, DateRange::years(1, asked.last.year));
    let mut fact = YearFigure {
        recorded: countable.map(|figure| figure.count(network, asked, CountFilter::default())),
        complete: latest.is_none_or(|(record, _)| record.body.records == Completeness::Complete),
        ..YearFigure::default()
    };
    if let Some((record, figure)) = network.published_figure(id, asked) {
        fact.published = Some(figure.value);
        fact.about = figure.is != Precision::Exact;
        fact.published_in = Some(record.id.to_string());
        fact.sources = context.cited.all(&record.common);
    }
    fact
}

/// The difference between two published figures, else between two counts of complete records; a
/// published figure is never compared with a count.
fn change(now: &YearFigure, before: &YearFigure) -> Option<f64> {
    if let (Some(now), Some(before)) = (now.published, before.published) {
        return Some(now - before);
    }
    if !(now.complete && before.complete) {
        return None;
    }
    Some(count_as_number(now.recorded?) - count_as_number(before.recorded?))
}

/// The section of figures.
pub fn section(context: &ReportContext, figures: &[FigureFact]) -> Section {
    let question = context.question;
    let heading = question.words("Le réseau en bref", "The network in brief");
    let section = Section::new("en-bref", 2, heading);
    if figures.is_empty() {
        let sentence = question.words(
            "Aucun chiffre n'est connu pour cette année.",
            "No figure is known for this year.",
        );
        return section.with([Piece::Text(sentence)]);
    }
    section.with([
        Piece::Table(table(context, figures)),
        Piece::Note(legend(context, figures)),
    ])
}

fn table(context: &ReportContext, figures: &[FigureFact]) -> Table {
    let language = context.question.language;
    let [year, before] = context.years();
    let caption = say!(language,
        fr: "{year} par rapport à {before}",
        en: "{year} compared with {before}");
    Table::of(language, caption, figures)
        .column("chiffre", "figure", |fact| &fact.label)
        .column_named(
            say!(language, fr: "{year} publié", en: "{year} published"),
            |fact| published(context, &fact.now),
        )
        .column_named(
            say!(language, fr: "{year} fiches", en: "{year} records"),
            |fact| fact.now.recorded,
        )
        .column_named(
            say!(language, fr: "{before} publié", en: "{before} published"),
            |fact| published(context, &fact.before),
        )
        .column_named(
            say!(language, fr: "{before} fiches", en: "{before} records"),
            |fact| fact.before.recorded,
        )
        .column("évolution", "change", |fact| {
            fact.change.map(|change| context.change(change))
        })
        .build()
}

/// The published number as a cell, marked where it is not exact.
fn published(context: &ReportContext, figure: &YearFigure) -> Cell {
    let language = context.question.language;
    match figure.published {
        Some(value) if figure.about => {
            let number = language.decimal(value, 2);
            let words = say!(language, fr: "environ\u{a0}{number}", en: "about\u{a0}{number}");
            Cell::measure(value, words)
        }
        value => context.number(value),
    }
}

/// The records that quote published figures, the meaning of an empty cell and of the change.
fn legend(context: &ReportContext, figures: &[FigureFact]) -> String {
    let question = context.question;
    let empty = question.words(
        "Une case vide\u{a0}: rien n'a été publié, ou ce chiffre ne se compte pas dans les fiches.",
        "An empty cell: nothing was published, or the records cannot give this figure.",
    );
    let change = question.words(
        "L'évolution compare ce qui a été publié\u{202f}; à défaut les fiches, là où elles sont \
            complètes.",
        "The change compares published figures; failing that the records, where they are \
            complete.",
    );
    let quoted = quoted(figures);
    if quoted.is_empty() {
        return format!("{empty} {change}");
    }
    let quoted = question.language.and(&quoted);
    say!(question.language,
        fr: "Publié\u{a0}: {quoted}. {empty} {change}",
        en: "Published: {quoted}. {empty} {change}")
}

/// The records that quote published figures with the numbers of their sources, each once.
fn quoted(figures: &[FigureFact]) -> Vec<String> {
    let mut quoted: Vec<String> = figures
        .iter()
        .flat_map(|fact| [&fact.now, &fact.before])
        .filter_map(|figure| {
            let quoted = format!("{} {}", figure.published_in.as_ref()?, figure.sources);
            Some(quoted.trim_end().to_owned())
        })
        .collect();
    quoted.sort();
    quoted.dedup();
    quoted
}
