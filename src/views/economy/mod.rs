//! The economy of cooperation: market, redistribution, reciprocity; planned and actual euros.

mod data;
mod gathered;

use crate::language::Bilingual;
use crate::network::YearContent;
use crate::network::counting::resources::CATEGORIES;
use crate::say;
use crate::views::parts::means;
use crate::views::parts::nouns::{Noun, counted};
use crate::views::parts::shares::percents;
use crate::views::parts::{invented, of_a_year, report_scope, with_filter, with_year};
use crate::views::view::{
    Facts, Figure, Picture, Piece, Question, ReportScope, Section, Table, Ternary, TernaryPoint,
    View,
};

use gathered::{EconomyFacts, MixFact};

/// The report `economy`.
pub const VIEW: View = View {
    name: "economy",
    about: Bilingual {
        fr: "marché, redistribution et réciprocité\u{202f}; prévu et réalisé en euros\u{202f}; \
            heures à part",
        en: "market, redistribution and reciprocity; planned and actual in euros; hours apart",
    },
    of: ReportScope::Network,
    gather,
};

/// The rules of counting, printed under the report.
const RULES: &[Bilingual] = &[
    Bilingual {
        fr: "euros réalisés des acteurs et des dynamiques retenus, par nature, dans les années de \
            la période",
        en: "euros actually received by the actors and dynamics selected, by kind of resource, in \
            the years of the period",
    },
    Bilingual {
        fr: "écart\u{a0}: réalisé moins prévu, dans les seules lignes qui disent les deux",
        en: "gap: actual minus planned, only in the rows that state both",
    },
    Bilingual {
        fr: "les heures ne sont jamais converties en euros ni ajoutées à eux",
        en: "hours are never converted into euros nor added to them",
    },
];

const RECORDS_WITH_RESOURCES: Noun = Noun::new(
    ["fiche dit ses ressources", "fiches disent leurs ressources"],
    [
        "record states its resources",
        "records state their resources",
    ],
);

fn gather(question: &Question) -> Facts {
    let (question, by_default) = &of_a_year(question, YearContent::Resources);
    let facts = gathered::gather(question);
    let period = &facts.period;
    Facts {
        report: VIEW.name,
        title: with_filter(
            question,
            say!(question.language,
                fr: "L'économie des coopérations · {period}",
                en: "The economy of cooperation · {period}"),
        ),
        invented: invented(question),
        sections: sections(question, &facts),
        scope: with_year(report_scope(question, RULES), by_default.clone()),
        data: data::tables(question, &facts),
        facts: serde_json::to_value(&facts).unwrap_or_default(),
        ..Facts::about(question)
    }
}

/// The sections in reading order; a single sentence where no resource is recorded.
fn sections(question: &Question, facts: &EconomyFacts) -> Vec<Section> {
    let heading = question.words("Trois économies", "Three economies");
    let mix = Section::new("mixite", 2, heading);
    if facts.mixes.is_empty() {
        let sentence = question.words(
            "Aucune ressource n'est consignée pour cette période et avec ces filtres.",
            "No resource is recorded for this period and with these filters.",
        );
        return vec![mix.with([Piece::Text(sentence)])];
    }
    let heading = question.words("Prévu et réalisé", "Planned and actual");
    let planned = Section::new("prevu-realise", 2, heading);
    let mut sections = vec![
        mix.with([
            Piece::Text(in_brief(question, facts)),
            Piece::picture(picture(question, facts)),
        ]),
        planned.with([Piece::Table(means::table(question, &facts.means))]),
    ];
    sections.extend(hours(question, facts));
    sections
}

/// The section of hours given; `None` where no hour is recorded.
fn hours(question: &Question, facts: &EconomyFacts) -> Option<Section> {
    let table = means::hours(question, &facts.means);
    if table.rows.is_empty() {
        return None;
    }
    let note = question.words(
        "Les heures restent des heures\u{a0}: elles ne valent ici aucun euro.",
        "Hours remain hours: no value in euros is set on them here.",
    );
    let section = Section::new("heures", 2, question.words("Temps donné", "Time given"));
    Some(section.with([Piece::Table(table), Piece::Note(note)]))
}

/// The number of records that draw on three, two or one of the economies, in a sentence.
fn in_brief(question: &Question, facts: &EconomyFacts) -> String {
    let language = question.language;
    let recorded = counted(facts.mixes.len(), &RECORDS_WITH_RESOURCES, language);
    let [one, two, three] =
        [1, 2, 3].map(|categories| language.number(facts.drawing_on(categories)));
    let silent = language.number(facts.silent as u64);
    say!(language,
        fr: "{recorded}. Aux trois économies\u{a0}: {three}\u{202f}; à deux\u{a0}: \
            {two}\u{202f}; à une seule\u{a0}: {one}. Sans ressource écrite\u{a0}: {silent}.",
        en: "{recorded}. From all three economies: {three}; from two: {two}; from one only: \
            {one}. No resource stated: {silent}.")
}

/// A triangle with a point for each record that states euros.
fn picture(question: &Question, facts: &EconomyFacts) -> Picture {
    let language = question.language;
    let points: Vec<TernaryPoint> = facts.mixes.iter().filter_map(point).collect();
    let count = language.number(points.len() as u64);
    let shares = shares(question, facts).join(", ");
    Picture {
        title: question.words(
            "Marché, redistribution, réciprocité",
            "Market, redistribution, reciprocity",
        ),
        alternative: say!(language,
            fr: "Un triangle\u{a0}: chaque point ({count}) est d'autant plus près d'un sommet que \
                ses euros en viennent. Ensemble\u{a0}: {shares}. Le tableau donne les mêmes \
                nombres.",
            en: "A triangle: the larger the share of its euros that comes from a corner, the \
                nearer each point ({count}) is to it. All together: {shares}. The table gives the \
                same numbers."),
        table: Some(table(question, facts)),
        figure: Figure::Ternary(Ternary {
            corners: CATEGORIES.map(|id| means::category(question, id).to_owned()),
            points,
        }),
    }
}

/// The point of a mix in the triangle; `None` without euros, since hours have no place there.
fn point(mix: &MixFact) -> Option<TernaryPoint> {
    mix.has_euros().then(|| TernaryPoint {
        label: mix.name.clone(),
        parts: mix.euros,
    })
}

/// The share of each category in all euros together, in words; empty without euros.
fn shares(question: &Question, facts: &EconomyFacts) -> Vec<String> {
    let language = question.language;
    let totals = facts.euros_by_category();
    if totals.iter().sum::<f64>() <= 0.0 {
        return Vec::new();
    }
    CATEGORIES
        .iter()
        .zip(percents(&totals, language))
        .map(|(id, share)| {
            let name = means::category(question, id);
            say!(language, fr: "{name}\u{a0}: {share}", en: "{name}: {share}")
        })
        .collect()
}

/// The euros of each record by category, and its hours; numbers are those of the picture's points.
fn table(question: &Question, facts: &EconomyFacts) -> Table {
    let mut table = question
        .table(
            "D'où viennent les euros réalisés, et les heures",
            "Where the euros received came from, and the hours given",
            facts.numbered(),
        )
        .column("n°", "no.", |(number, _)| number)
        .column("qui", "who", |(_, mix)| &mix.name);
    for (index, id) in CATEGORIES.iter().enumerate() {
        let heading = format!("{},\u{a0}€", means::category(question, id));
        table = table.column_named(heading, |(_, mix)| {
            means::amount(
                question,
                mix.euros.get(index).copied().filter(|euros| *euros > 0.0),
            )
        });
    }
    table
        .column("heures", "hours", |(_, mix)| {
            means::amount(question, mix.hours)
        })
        .build()
}
