//! The economy of cooperation: how it mixes market, redistribution and reciprocity, what came of
//! what was planned.

use serde::Serialize;

use crate::language::Bilingual;
use crate::network::Told;
use crate::network::counting::resources::CATEGORIES;
use crate::network::{ActorRecord, DynamicRecord};
use crate::records::Common;
use crate::say;
use crate::views::parts::means::{self, MeansFact};
use crate::views::parts::shares::percents;
use crate::views::parts::{Alphabet, filtered, invented, of_a_year, report_scope, with_year};
use crate::views::view::{
    Cell, Facts, Figure, Picture, Piece, Question, ReportScope, Section, Table, Ternary,
    TernaryPoint, View,
};

/// The view.
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

/// How resources are added.
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

/// The facts of the economy.
#[derive(Serialize)]
struct EconomyFacts {
    period: String,
    /// Those that tell any resource, by name.
    mixes: Vec<MixFact>,
    /// All resources together, by nature.
    means: Vec<MeansFact>,
    /// Dynamics and actors kept by the filters that tell no resource.
    silent: usize,
}

/// How one of them mixes its resources.
#[derive(Serialize)]
struct MixFact {
    id: String,
    /// `actor` or `dynamic`.
    kind: &'static str,
    name: String,
    file: String,
    /// Euros that came from market, redistribution and reciprocity.
    euros: [f64; 3],
    /// Hours given.
    hours: Option<f64>,
    /// How many of the three it draws on, hours of reciprocity included.
    categories: usize,
}

fn gather(question: &Question) -> Facts {
    let (question, by_default) = &of_a_year(question, Told::Resources);
    let (network, language, years) = (question.network, question.language, means::years(question));
    let asked = years.to_string();
    let dynamics: Vec<&DynamicRecord> = network
        .dynamics
        .iter()
        .filter(|record| filtered(question, record))
        .collect();
    let actors: Vec<&ActorRecord> = network
        .actors
        .iter()
        .filter(|record| keeps(question, record))
        .collect();
    let mixes = dynamics
        .iter()
        .map(|record| {
            mix(
                question,
                "dynamic",
                record.id.as_str(),
                record.name(),
                &record.file,
                &record.common,
            )
        })
        .chain(actors.iter().map(|record| {
            mix(
                question,
                "actor",
                record.id.as_str(),
                record.name(),
                &record.file,
                &record.common,
            )
        }));
    let mut mixes: Vec<MixFact> = mixes.flatten().collect();
    let alphabet = Alphabet::new();
    mixes.sort_by(|one, other| {
        alphabet
            .compare(&one.name, &other.name)
            .then_with(|| one.id.cmp(&other.id))
    });
    let all = dynamics
        .iter()
        .map(|record| &*record.common)
        .chain(actors.iter().map(|record| &*record.common));
    let means = means::facts(question, &network.accounts(&all, years));
    let silent = dynamics.len() + actors.len() - mixes.len();
    let facts = EconomyFacts {
        period: asked.clone(),
        mixes,
        means,
        silent,
    };
    Facts {
        report: VIEW.name,
        title: say!(language, fr: "L'économie des coopérations · {asked}", en: "The economy of \
            cooperation · {asked}"),
        invented: invented(question),
        sections: sections(question, &facts),
        scope: with_year(report_scope(question, RULES), by_default.clone()),
        facts: serde_json::to_value(&facts).unwrap_or_default(),
        ..Facts::default()
    }
}

/// Whether an actor passes the filters; no actor belongs to a theme.
fn keeps(question: &Question, record: &ActorRecord) -> bool {
    let inside = question.covers_any(&record.home, &record.body.also_in);
    inside && question.theme.is_none()
}

fn mix(
    question: &Question,
    kind: &'static str,
    id: &str,
    name: String,
    file: &str,
    common: &Common,
) -> Option<MixFact> {
    let network = question.network;
    let accounts = network.accounts(&std::iter::once(common), means::years(question));
    let draws = |category: &&str| {
        accounts.iter().any(|(nature, account)| {
            network.category_of(nature) == Some(*category)
                && (account.actual.is_some_and(|euros| euros > 0.0)
                    || account.hours.is_some_and(|hours| hours > 0.0))
        })
    };
    let hours: Vec<f64> = accounts
        .iter()
        .filter_map(|(_, account)| account.hours)
        .collect();
    (!accounts.is_empty()).then(|| MixFact {
        id: id.to_owned(),
        kind,
        name,
        file: file.to_owned(),
        euros: network.mix(&accounts),
        hours: (!hours.is_empty()).then(|| hours.iter().sum()),
        categories: CATEGORIES.into_iter().filter(draws).count(),
    })
}

fn sections(question: &Question, facts: &EconomyFacts) -> Vec<Section> {
    let mixed = Section::new(
        "mixite",
        2,
        question.words("Trois économies", "Three economies"),
    );
    if facts.mixes.is_empty() {
        return vec![
            mixed.with([Piece::Text(
                question
                    .words(
                        "Aucune ressource n'est consignée pour cette période et avec ces filtres.",
                        "No resource is recorded for this period and with these filters.",
                    )
                    .to_owned(),
            )]),
        ];
    }
    let hours = means::hours(question, &facts.means);
    let mut sections = vec![
        mixed.with([
            Piece::Text(in_brief(question, facts)),
            Piece::Picture(Box::new(picture(question, facts))),
        ]),
        Section::new(
            "prevu-realise",
            2,
            question.words("Prévu et réalisé", "Planned and actual"),
        )
        .with([Piece::Table(means::table(question, &facts.means))]),
    ];
    if !hours.rows.is_empty() {
        sections.push(
            Section::new("heures", 2, question.words("Temps donné", "Time given")).with([
                Piece::Table(hours),
                Piece::Note(
                    question
                        .words(
                            "Les heures restent des heures\u{a0}: elles ne valent ici aucun euro.",
                            "Hours stay hours: here they are worth no euro.",
                        )
                        .to_owned(),
                ),
            ]),
        );
    }
    sections
}

fn in_brief(question: &Question, facts: &EconomyFacts) -> String {
    let language = question.language;
    let told = language.count(
        facts.mixes.len(),
        "fiche dit ses ressources",
        "fiches disent leurs ressources",
    );
    let in_english = language.count(
        facts.mixes.len(),
        "record states its resources",
        "records state their resources",
    );
    let of = |count: usize| {
        language.number(
            facts
                .mixes
                .iter()
                .filter(|mix| mix.categories == count)
                .count() as u64,
        )
    };
    let (three, two, one) = (of(3), of(2), of(1));
    let silent = language.number(facts.silent as u64);
    say!(language,
        fr: "{told}. Aux trois économies\u{a0}: {three}\u{202f}; à deux\u{a0}: {two}\u{202f}; à \
            une seule\u{a0}: {one}. Sans ressource écrite\u{a0}: {silent}.",
        en: "{in_english}. From all three economies: {three}; from two: {two}; from one only: \
            {one}. No resource stated: {silent}.")
}

fn picture(question: &Question, facts: &EconomyFacts) -> Picture {
    let language = question.language;
    let totals: Vec<f64> = (0..3)
        .map(|place| facts.mixes.iter().map(|mix| mix.euros[place]).sum())
        .collect();
    let whole: f64 = totals.iter().sum();
    let shares = percents(&totals, language);
    let parts = CATEGORIES
        .iter()
        .zip(&shares)
        .filter(|_| whole > 0.0)
        .map(|(id, share)| {
            let name = means::category(question, id);
            say!(language, fr: "{name}\u{a0}: {share}", en: "{name}: {share}")
        });
    let parts: Vec<String> = parts.collect();
    let parts = parts.join(", ");
    let drawn = facts
        .mixes
        .iter()
        .filter(|mix| mix.euros.iter().sum::<f64>() > 0.0);
    let points: Vec<TernaryPoint> = drawn
        .map(|mix| TernaryPoint {
            label: mix.name.clone(),
            parts: mix.euros,
        })
        .collect();
    let count = language.number(points.len() as u64);
    Picture {
        title: say!(language, fr: "Marché, redistribution, réciprocité", en: "Market, \
            redistribution, reciprocity"),
        alternative: say!(language,
            fr: "Un triangle\u{a0}: chaque point ({count}) est d'autant plus près d'un sommet que \
                ses euros en viennent. Ensemble\u{a0}: {parts}. Le tableau donne les mêmes \
                nombres.",
            en: "A triangle: the larger the share of its euros that comes from a corner, the \
                nearer each point ({count}) lies to it. All together: {parts}. The table gives the \
                same numbers."),
        table: Some(table(question, facts)),
        figure: Figure::Ternary(Ternary {
            corners: CATEGORIES.map(|id| means::category(question, id).to_owned()),
            points,
        }),
    }
}

fn table(question: &Question, facts: &EconomyFacts) -> Table {
    let mut number = 0;
    let row = |mix: &MixFact| {
        let drawn = mix.euros.iter().sum::<f64>() > 0.0;
        number += u64::from(drawn);
        let mut row = vec![
            if drawn {
                Cell::Number(number)
            } else {
                Cell::Nothing
            },
            Cell::Text(mix.name.clone()),
        ];
        row.extend(
            mix.euros
                .map(|euros| means::amount(question, (euros > 0.0).then_some(euros))),
        );
        row.push(means::amount(question, mix.hours));
        row
    };
    let rows = facts.mixes.iter().map(row).collect();
    let mut columns = vec![question.words("n°", "no."), question.words("qui", "who")];
    columns.extend(CATEGORIES.map(|id| format!("{},\u{a0}€", means::category(question, id))));
    columns.push(question.words("heures", "hours"));
    Table {
        caption: question.words(
            "D'où viennent les euros réalisés, et les heures",
            "Where the euros received came from, and the hours given",
        ),
        columns,
        rows,
        total: None,
    }
}
