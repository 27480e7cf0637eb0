//! The network in brief: figures of the year beside those of the year before, published beside
//! recorded.

use serde::Serialize;

use crate::calendar::DateRange;
use crate::network::PublishedRecord;
use crate::network::counting::figures::{CountFilter, FIGURES};
use crate::records::{Completeness, Figure, List, Precision};
use crate::say;
use crate::views::annual::context::ReportContext;
use crate::views::parts::bars::count_as_number;
use crate::views::view::{Cell, Piece, Section, Table};

/// A figure of the year.
#[derive(Serialize)]
pub struct FigureFact {
    /// Its word in the vocabulary.
    pub id: String,
    /// Its label.
    pub label: String,
    /// What was published, and what the records give.
    pub now: Side,
    /// The same for the year before.
    pub before: Side,
    /// How much more than the year before, where both can be compared.
    pub change: Option<f64>,
}

/// What was published of a figure, and what the records give.
#[derive(Default, Serialize)]
pub struct Side {
    /// The number as published.
    pub published: Option<f64>,
    /// Whether it is only about right.
    pub about: bool,
    /// The record that quotes it.
    pub published_in: Option<String>,
    /// Where it is known from.
    pub sources: String,
    /// What the records give, where they can.
    pub recorded: Option<u64>,
    /// Whether the records are said to give the same.
    #[serde(skip)]
    complete: bool,
}

/// Gathers them, in the order of the vocabulary.
pub fn gather(context: &mut ReportContext) -> Vec<FigureFact> {
    let (network, asked, before) = (
        context.question.network,
        context.question.asked,
        context.before,
    );
    let words = network.vocabulary.list(List::Figures).iter();
    let facts = words.map(|(id, word)| {
        let (now, before) = (side(context, id, asked), side(context, id, before));
        let change = change(&now, &before);
        FigureFact {
            id: id.clone(),
            label: word.label(context.question.language).to_owned(),
            now,
            before,
            change,
        }
    });
    let told =
        |side: &Side| side.published.is_some() || side.recorded.is_some_and(|count| count > 0);
    facts
        .collect::<Vec<_>>()
        .into_iter()
        .filter(|fact| told(&fact.now) || told(&fact.before))
        .collect()
}

fn side<'n>(context: &mut ReportContext<'_, 'n>, id: &str, asked: DateRange) -> Side {
    let network = context.question.network;
    let countable = FIGURES.iter().find(|figure| figure.id == id);
    let published: Option<(&'n PublishedRecord, &'n Figure)> = network.published_figure(id, asked);
    // Records that lacked some when they were last compared with what was published lack them
    // still, for all we know.
    let latest = network.published_figure(id, DateRange::years(1, asked.last.year));
    Side {
        published: published.map(|(_, figure)| figure.value),
        about: published.is_some_and(|(_, figure)| figure.is != Precision::Exact),
        published_in: published.map(|(record, _)| record.id.to_string()),
        sources: published
            .map(|(record, _)| context.cited.all(&record.common))
            .unwrap_or_default(),
        recorded: countable.map(|figure| figure.count(network, asked, CountFilter::default())),
        complete: latest.is_none_or(|(record, _)| record.body.records == Completeness::Complete),
    }
}

/// Like is compared with like: two published figures, else two counts of records that are not known
/// to lack any.
fn change(now: &Side, before: &Side) -> Option<f64> {
    match (
        now.published,
        before.published,
        now.recorded,
        before.recorded,
    ) {
        (Some(now), Some(before), ..) => Some(now - before),
        (_, _, Some(one), Some(other)) if now.complete && before.complete => {
            Some(count_as_number(one) - count_as_number(other))
        }
        _ => None,
    }
}

/// Shows them.
pub fn section(context: &ReportContext, figures: &[FigureFact]) -> Section {
    let section = Section::new(
        "en-bref",
        2,
        context.words("Le réseau en bref", "The network in brief"),
    );
    if figures.is_empty() {
        let nothing = context.words(
            "Aucun chiffre n'est connu pour cette année.",
            "No figure is known for this year.",
        );
        return section.with([Piece::Text(nothing)]);
    }
    section.with([
        Piece::Table(table(context, figures)),
        Piece::Note(legend(context, figures)),
    ])
}

fn table(context: &ReportContext, figures: &[FigureFact]) -> Table {
    let language = context.question.language;
    let [year, before] = context.years();
    let columns = vec![
        context.words("chiffre", "figure"),
        say!(language, fr: "{year} publié", en: "{year} published"),
        say!(language, fr: "{year} fiches", en: "{year} records"),
        say!(language, fr: "{before} publié", en: "{before} published"),
        say!(language, fr: "{before} fiches", en: "{before} records"),
        context.words("évolution", "change"),
    ];
    let counted = |count: Option<u64>| count.map_or(Cell::Nothing, Cell::Number);
    let rows = figures.iter().map(|fact| {
        vec![
            Cell::Text(fact.label.clone()),
            published(context, &fact.now),
            counted(fact.now.recorded),
            published(context, &fact.before),
            counted(fact.before.recorded),
            fact.change
                .map_or(Cell::Nothing, |change| context.change(change)),
        ]
    });
    let caption = say!(language, fr: "{year} à côté de {before}", en: "{year} beside {before}");
    Table {
        caption,
        columns,
        rows: rows.collect(),
        total: None,
    }
}

fn published(context: &ReportContext, side: &Side) -> Cell {
    match side.published {
        Some(value) if side.about => {
            let told = context.question.language.decimal(value, 2);
            Cell::measure(
                value,
                say!(context.question.language, fr: "environ\u{a0}{told}", en: "about\u{a0}{told}"),
            )
        }
        value => context.number(value),
    }
}

/// Where the published figures stand, and what an empty cell means.
fn legend(context: &ReportContext, figures: &[FigureFact]) -> String {
    let language = context.question.language;
    let sides = figures.iter().flat_map(|fact| [&fact.now, &fact.before]);
    let mut quoted: Vec<String> = sides
        .filter_map(|side| {
            Some(
                format!("{} {}", side.published_in.as_ref()?, side.sources)
                    .trim_end()
                    .to_owned(),
            )
        })
        .collect();
    quoted.sort();
    quoted.dedup();
    let quoted = language.and(&quoted);
    let empty = context.words(
        "Une case vide\u{a0}: rien n'a été publié, ou ce chiffre ne se compte pas dans les fiches.",
        "An empty cell: nothing was published, or the records cannot give this figure.",
    );
    let beside = context.words(
        "L'évolution compare ce qui a été publié\u{202f}; à défaut les fiches, là où elles sont \
            complètes.",
        "The change compares what was published; failing that the records, where they are \
            complete.",
    );
    if quoted.is_empty() {
        format!("{empty} {beside}")
    } else {
        say!(language, fr: "Publié\u{a0}: {quoted}. {empty} {beside}", en: "Published: {quoted}. \
            {empty} {beside}")
    }
}
