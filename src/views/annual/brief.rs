//! The network in brief: figures of the year beside those of the year before, as published and as
//! recorded.

use serde::Serialize;

use crate::calendar::{DateRange, PartialDate};
use crate::network::counting::figures::CountableFigure;
use crate::records::{List, Precision};
use crate::say;
use crate::views::annual::context::ReportContext;
use crate::views::parts::bars::count_as_number;
use crate::views::parts::certainty;
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
    /// Precision of that difference.
    pub change_precision: Option<&'static str>,
    #[serde(skip)]
    change_is: Precision,
}

/// A figure in one year, as published and as recorded.
#[derive(Default, Serialize)]
pub struct YearFigure {
    /// The number as published.
    pub published: Option<f64>,
    /// Precision of the published number: `exact`, `about`, `at-least` or `at-most`.
    pub precision: Option<&'static str>,
    /// The date of the published number, as the record writes it.
    pub published_at: Option<String>,
    /// Whether the writer of the record inferred the number or its date.
    pub published_inferred: bool,
    /// Id of the record that quotes it.
    pub published_in: Option<String>,
    /// Numbers of that record's sources.
    pub sources: String,
    /// The number counted in the records; `None` for a figure that cannot be counted there.
    pub recorded: Option<u64>,
    /// How many of those counted are so only by what the writers of records inferred.
    pub recorded_inferred: u64,
    /// Whether a publication says that the records hold all of those counted.
    pub complete: bool,
    #[serde(skip)]
    is: Precision,
}

/// Gathers the figures that are known in either year, in the order of the vocabulary; under a theme
/// only those that have themes.
pub fn gather(context: &mut ReportContext) -> Vec<FigureFact> {
    let (question, before) = (context.question, context.before);
    let mut facts = Vec::new();
    for (id, word) in question.network.vocabulary.list(List::Figures) {
        if question.theme.is_some() && !CountableFigure::of(id).is_some_and(|of| of.has_themes) {
            continue;
        }
        let now = figure_of_year(context, id, question.asked);
        let before = figure_of_year(context, id, before);
        if !is_known(&now) && !is_known(&before) {
            continue;
        }
        let change = change(&now, &before);
        facts.push(FigureFact {
            id: id.clone(),
            label: word.label(question.language).to_owned(),
            change: change.map(|(difference, _)| difference),
            change_precision: change.map(|(_, is)| certainty::name_of(is)),
            change_is: change.map_or(Precision::Exact, |(_, is)| is),
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
    let (network, filter) = (context.question.network, context.count_filter());
    let countable = CountableFigure::of(id);
    let mut fact = YearFigure {
        recorded: countable.map(|figure| figure.count(network, asked, filter)),
        recorded_inferred: countable
            .map_or(0, |figure| figure.count_inferred(network, asked, filter)),
        complete: network.is_known_complete(id, asked.last.year),
        ..YearFigure::default()
    };
    // Publications are about the whole network: they say nothing of a part of it.
    if context.is_filtered() {
        return fact;
    }
    if let Some((record, figure)) = network.published_figure(id, asked) {
        let common = &record.common;
        fact.published = Some(figure.value);
        fact.is = figure.is;
        fact.precision = Some(certainty::name_of(figure.is));
        fact.published_at = record.body.at.map(|at| at.to_string());
        fact.published_inferred = common.infers("at") || common.infers(&format!("figures.{id}"));
        fact.published_in = Some(record.id.to_string());
        fact.sources = context.cited.all(common);
    }
    fact
}

/// The difference between two published figures, else between two counts of complete records, with
/// its precision; a published figure is never compared with a count.
fn change(now: &YearFigure, before: &YearFigure) -> Option<(f64, Precision)> {
    if let (Some(value), Some(value_before)) = (now.published, before.published) {
        let is = certainty::of_difference(now.is, before.is)?;
        return Some((value - value_before, is));
    }
    if !(now.complete && before.complete) {
        return None;
    }
    let difference = count_as_number(now.recorded?) - count_as_number(before.recorded?);
    Some((difference, Precision::Exact))
}

/// The section of figures.
pub fn section(context: &ReportContext, figures: &[FigureFact]) -> Section {
    let question = context.question;
    let heading = question.words("Le réseau en bref", "The network in brief");
    let section = Section::new("en-bref", 2, heading);
    let without_theme = without_theme(context).map(Piece::Note);
    if figures.is_empty() {
        let sentence = question.words(
            "Aucun chiffre n'est connu pour cette période.",
            "No figure is known for this period.",
        );
        return section.with([Piece::Text(sentence)]).with(without_theme);
    }
    section
        .with([
            Piece::Table(table(context, figures)),
            Piece::Note(legend(context, figures)),
        ])
        .with(inferred(context, figures).map(Piece::Note))
        .with(without_theme)
}

fn table(context: &ReportContext, figures: &[FigureFact]) -> Table {
    let language = context.question.language;
    let [year, before] = context.years();
    let caption = say!(language,
        fr: "{year} par rapport à {before}",
        en: "{year} compared with {before}");
    let mut table =
        Table::of(language, caption, figures).column("chiffre", "figure", |fact| &fact.label);
    if !context.is_filtered() {
        table = table.column_named(
            say!(language, fr: "{year} publié", en: "{year} published"),
            |fact| published(context, &fact.now),
        );
    }
    table = table.column_named(
        say!(language, fr: "{year} fiches", en: "{year} records"),
        |fact| fact.now.recorded,
    );
    if !context.is_filtered() {
        table = table.column_named(
            say!(language, fr: "{before} publié", en: "{before} published"),
            |fact| published(context, &fact.before),
        );
    }
    table
        .column_named(
            say!(language, fr: "{before} fiches", en: "{before} records"),
            |fact| fact.before.recorded,
        )
        .column("évolution", "change", |fact| change_cell(context, fact))
        .build()
}

/// The difference from the year before, with its sign and its precision.
fn change_cell(context: &ReportContext, fact: &FigureFact) -> Cell {
    let Some(difference) = fact.change else {
        return Cell::Nothing;
    };
    let language = context.question.language;
    let words = certainty::with_precision(context.signed(difference), fact.change_is, language);
    Cell::measure(difference, words)
}

/// The published number as a cell: with its precision, with its date in a report on several years,
/// marked where it is inferred.
fn published(context: &ReportContext, figure: &YearFigure) -> Cell {
    let language = context.question.language;
    let Some(value) = figure.published else {
        return Cell::Nothing;
    };
    let date = figure.published_at.as_deref().and_then(PartialDate::parse);
    let inferred = figure.published_inferred;
    match date.filter(|_| context.has_several_years()) {
        None => certainty::cell(value, figure.is, inferred, language),
        Some(date) => {
            let number = certainty::with_precision(language.decimal(value, 2), figure.is, language);
            let words = format!("{number}, {}", date.format(language));
            Cell::measure(value, certainty::with_inference(words, inferred, language))
        }
    }
}

/// The records that quote published figures, the meaning of an empty cell and of the change, and
/// the completeness of the records.
fn legend(context: &ReportContext, figures: &[FigureFact]) -> String {
    let question = context.question;
    let mut sentences = Vec::new();
    if context.is_filtered() {
        sentences.push(question.words(
            "Chaque nombre est celui des fiches que retient le filtre\u{202f}; ce qui a été publié \
                porte sur tout le réseau, et n'y figure pas.",
            "Each number is that of the records that the filter keeps; what was published is about \
                the whole network, and left out.",
        ));
    } else {
        let quoted = question.language.and(&quoted(figures));
        if !quoted.is_empty() {
            sentences.push(say!(question.language,
                fr: "Publié\u{a0}: {quoted}.",
                en: "Published: {quoted}."));
        }
        sentences.push(question.words(
            "Une case vide\u{a0}: rien n'a été publié, ou ce chiffre ne se compte pas dans les \
                fiches.",
            "An empty cell: nothing was published, or the records cannot give this figure.",
        ));
    }
    sentences.push(question.words(
        "L'évolution compare ce qui a été publié\u{202f}; à défaut les fiches, là où une \
            publication les dit complètes.",
        "The change compares published figures; failing that the records, where a publication \
            says that they are complete.",
    ));
    sentences.extend(partial(context, figures));
    sentences.join(" ")
}

/// The sentence on the figures whose records are not known to be complete, with their labels.
fn partial(context: &ReportContext, figures: &[FigureFact]) -> Option<String> {
    let language = context.question.language;
    let is_partial = |figure: &YearFigure| figure.recorded.is_some() && !figure.complete;
    let labels: Vec<String> = figures
        .iter()
        .filter(|fact| is_partial(&fact.now) || is_partial(&fact.before))
        .map(|fact| fact.label.clone())
        .collect();
    if labels.is_empty() {
        return None;
    }
    let (labels, sentence) = (language.and(&labels), context.incompleteness());
    Some(say!(language,
        fr: "{sentence} C'est le cas pour\u{a0}: {labels}.",
        en: "{sentence} This applies to: {labels}."))
}

/// The figures of the year that rest in part on what was inferred, in a sentence.
fn inferred(context: &ReportContext, figures: &[FigureFact]) -> Option<String> {
    let language = context.question.language;
    let counts: Vec<String> = figures
        .iter()
        .filter(|fact| fact.now.recorded_inferred > 0)
        .map(|fact| {
            let inferred = language.number(fact.now.recorded_inferred);
            let recorded = language.number(fact.now.recorded.unwrap_or_default());
            let label = &fact.label;
            say!(language,
                fr: "{label} ({inferred} sur {recorded})",
                en: "{label} ({inferred} of {recorded})")
        })
        .collect();
    let [year, _] = context.years();
    let listed = language.and(&counts);
    (!counts.is_empty()).then(|| {
        say!(language,
            fr: "Comptés en {year} d'après ce que leur fiche déduit (thématique, dates, rôle, \
                nature)\u{a0}: {listed}.",
            en: "Counted in {year} by what their records infer (theme, dates, role, kind): \
                {listed}.")
    })
}

/// The figures that have no themes and are left out under one, in a sentence; `None` without a
/// theme.
fn without_theme(context: &ReportContext) -> Option<String> {
    let question = context.question;
    question.theme.as_ref()?;
    let labels: Vec<String> = question
        .network
        .vocabulary
        .list(List::Figures)
        .iter()
        .filter(|(id, _)| CountableFigure::of(id).is_some_and(|figure| !figure.has_themes))
        .map(|(_, word)| word.label(question.language).to_owned())
        .collect();
    let labels = question.language.and(&labels);
    (!labels.is_empty()).then(|| {
        say!(question.language,
            fr: "Sans thématique, et donc hors de ce tableau\u{a0}: {labels}.",
            en: "Without a theme, and therefore not in this table: {labels}.")
    })
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
