//! The regional map: dynamics by theme and by territory, what is recorded beside what was
//! published.

mod data;
mod gathered;
mod tables;

use crate::language::Bilingual;
use crate::network::{Countability, DynamicRecord};
use crate::say;
use crate::views::parts::certainty::{sum, with_precision};
use crate::views::parts::{
    atlas, chosen, days_in_words, drawing, filtered, invented, scope, total_precision, whole,
    with_filter, years_known,
};
use crate::views::view::{Facts, Figure, MapFigure, Question, ReportScope, View};

use gathered::MapFacts;

/// The report `map`.
pub const VIEW: View = View {
    name: "map",
    about: Bilingual {
        fr: "la carte régionale des dynamiques, par thématique et par territoire",
        en: "the regional map of dynamics, by theme and by territory",
    },
    of: ReportScope::Network,
    gather,
};

fn gather(question: &Question) -> Facts {
    let dynamics: Vec<&DynamicRecord> = question
        .network
        .dynamics_active_in(question.asked)
        .filter(|dynamic| filtered(question, dynamic))
        .collect();
    let facts = gathered::gather(question, &dynamics);
    let map = drawing::draw(question, &dynamics, &facts.themes);
    Facts {
        report: VIEW.name,
        title: with_filter(question, title(question, &facts.territory)),
        tables: vec![
            tables::by_theme(question, &facts),
            tables::by_territory(question, &facts),
        ],
        data: data::tables(question, &facts),
        notes: notes(question, &facts),
        invented: invented(question),
        scope: scope(question, true),
        sections: chosen(question, &map).into_iter().collect(),
        figures: figures(question, map),
        facts: serde_json::to_value(&facts).unwrap_or_default(),
        ..Facts::about(question)
    }
}

/// The map, and before it the one that turns from year to year where it is asked for.
fn figures(question: &Question, map: MapFigure) -> Vec<Figure> {
    let atlas = question
        .every_year
        .then(|| Figure::Atlas(Box::new(atlas::bind(question, gather))));
    atlas
        .into_iter()
        .chain([Figure::Map(Box::new(map))])
        .collect()
}

/// The title of the report: its subject, the region, the days.
fn title(question: &Question, region: &str) -> String {
    let subject = question.words(
        "Carte régionale des dynamiques territoriales",
        "Regional map of territorial dynamics",
    );
    let parts: Vec<String> = [subject, region.to_owned(), days_in_words(question)]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" · ")
}

/// Remarks that a reader needs to understand the numbers: what was published, what is inferred,
/// which years have records, what is left out.
fn notes(question: &Question, facts: &MapFacts) -> Vec<String> {
    let total = usize::try_from(facts.total).unwrap_or(usize::MAX);
    [
        beside_published(question, facts),
        inferred_themes(question, facts),
        years_known(question, total),
        left_out(question),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The published count beside the recorded one; `None` without a publication, or if the two are
/// equal.
fn beside_published(question: &Question, facts: &MapFacts) -> Option<String> {
    let language = question.language;
    let id = &facts.published.as_ref()?.id;
    if facts.known_by_count > 0 {
        let precision = total_precision(&facts.themes);
        let total = with_precision(language.number(facts.total), precision, language);
        let alone = with_precision(language.number(facts.known_by_count), precision, language);
        return Some(say!(language,
            fr: "{total} publiées ({id})\u{202f}; connues par leur nombre seul\u{a0}: {alone}, \
                dessinées à côté de la carte",
            en: "{total} published ({id}); known by their count alone: {alone}, drawn beside the \
                map"));
    }
    let record = question.network.published(id)?;
    let by_theme = facts
        .themes
        .iter()
        .filter_map(|theme| record.body.dynamics_by_theme.get(&theme.id));
    let precision = by_theme
        .clone()
        .map(|figure| figure.is)
        .reduce(sum)
        .unwrap_or_default();
    let published = whole(by_theme.map(|figure| figure.value).sum());
    let recorded = language.number(facts.recorded);
    (published != facts.recorded).then(|| {
        let published = with_precision(language.number(published), precision, language);
        say!(language,
            fr: "{published} publiées ({id}), {recorded} dans les fiches",
            en: "{published} published ({id}), {recorded} in the records")
    })
}

/// The number of dynamics whose theme the writer inferred; `None` if there are none.
fn inferred_themes(question: &Question, facts: &MapFacts) -> Option<String> {
    let inferred = facts
        .territories
        .iter()
        .flat_map(|territory| &territory.dynamics)
        .filter(|dynamic| dynamic.inferred)
        .count();
    let recorded = facts.recorded;
    (inferred > 0).then(|| {
        say!(question.language,
            fr: "thématique déduite par qui a écrit la fiche\u{a0}: {inferred} sur {recorded}",
            en: "theme inferred by the writer of the record: {inferred} of {recorded}")
    })
}

/// The number of dynamics of the period that do not count; `None` if there are none.
fn left_out(question: &Question) -> Option<String> {
    let network = question.network;
    let left_out = network
        .dynamics
        .iter()
        .filter(|dynamic| dynamic.body.period().overlaps(question.asked))
        .filter(|dynamic| filtered(question, dynamic))
        .filter(|dynamic| network.countability(dynamic) != Countability::Counted)
        .count();
    (left_out > 0).then(|| {
        say!(question.language,
            fr: "non comptées\u{a0}: {left_out} (récits, études, événements, cours, parties d'une \
                autre, sans thématique)",
            en: "not counted: {left_out} (narratives, studies, events, courses, parts of \
                another, without theme)")
    })
}
