//! The network: who cooperates with whom, which families meet, who holds it together, who stands
//! apart.

mod gathered;
mod graph;

use crate::language::Bilingual;
use crate::say;
use crate::views::parts::{days_in_words, invented, report_scope};
use crate::views::view::{Cell, Facts, Figure, Piece, Question, ReportScope, Section, Table, View};

use gathered::NetworkFacts;

/// The view.
pub const VIEW: View = View {
    name: "network",
    about: Bilingual {
        fr: "qui coopère avec qui, quelles familles se rencontrent, qui fait pont, qui n'est dans \
            aucune dynamique",
        en: "who cooperates with whom, which families meet, who is a bridge, who is in no dynamic",
    },
    of: ReportScope::Network,
    gather,
};

/// How ties are counted.
const RULES: &[Bilingual] = &[
    Bilingual {
        fr: "dynamiques qui comptent et vivent dans la période, et leurs partenaires \
            d'alors\u{202f}; un partenariat sans date dure comme sa dynamique",
        en: "dynamics that count and live in the period, and their partners then; an undated \
            partnership lasts as long as its dynamic",
    },
    Bilingual {
        fr: "pont\u{a0}: sans cet acteur, des dynamiques aujourd'hui reliées ne le seraient plus, \
            ou une dynamique resterait à moins de deux partenaires",
        en: "bridge: without this actor, dynamics that are linked today would no longer be, or a \
            dynamic would be left with fewer than two partners",
    },
    Bilingual {
        fr: "à l'écart\u{a0}: adhérents de la période qui ne sont partenaires d'aucune de ces \
            dynamiques",
        en: "apart: members in the period that are partners in none of these dynamics",
    },
];

fn gather(question: &Question) -> Facts {
    let ties = gathered::ties(question);
    let facts = gathered::gather(question, &ties);
    let (language, asked) = (question.language, days_in_words(question));
    let first = Section::new(
        "liens",
        2,
        question.words("Qui coopère avec qui", "Who cooperates with whom"),
    );
    let mut sections = Vec::new();
    if facts.dynamics == 0 {
        sections.push(first.with([Piece::Text(question.words(
            "Aucune dynamique ne vit dans cette période et avec ces filtres.",
            "No dynamic lives in this period and with these filters.",
        ))]));
    } else {
        sections.push(first.with([
            Piece::Text(in_brief(question, &facts)),
            Piece::Picture(Box::new(graph::picture(question, &ties, &facts))),
        ]));
        sections.push(families(question, &facts));
        sections.push(
            Section::new("ponts", 2, question.words("Ponts", "Bridges")).with([table_or(
                articulation_points(question, &facts),
                question.words(
                    "Aucun acteur ne tient seul le réseau.",
                    "No actor holds the network together alone.",
                ),
            )]),
        );
    }
    sections.push(alone(question, &facts));
    Facts {
        report: VIEW.name,
        title: say!(language, fr: "Le réseau des coopérations · {asked}", en: "The network of \
            cooperation · {asked}"),
        invented: invented(question),
        sections,
        scope: report_scope(question, RULES),
        facts: serde_json::to_value(&facts).unwrap_or_default(),
        figures: vec![Figure::Graph(graph::whole(question, &ties))],
        ..Facts::default()
    }
}

fn alone(question: &Question, facts: &NetworkFacts) -> Section {
    Section::new(
        "a-l-ecart",
        2,
        question.words("Dans aucune dynamique", "In no dynamic"),
    )
    .with([table_or(
        apart(question, facts),
        question.words(
            "Chaque adhérent est partenaire d'une dynamique.",
            "Every member is a partner in a dynamic.",
        ),
    )])
}

fn table_or(table: Table, sentence: String) -> Piece {
    if table.rows.is_empty() {
        Piece::Text(sentence)
    } else {
        Piece::Table(table)
    }
}

fn in_brief(question: &Question, facts: &NetworkFacts) -> String {
    let language = question.language;
    let count = |count: usize, fr: (&str, &str), en: (&str, &str)| match language {
        crate::language::Language::French => language.count(count, fr.0, fr.1),
        crate::language::Language::English => language.count(count, en.0, en.1),
    };
    let dynamics = count(
        facts.dynamics,
        ("dynamique", "dynamiques"),
        ("dynamic", "dynamics"),
    );
    let actors = count(facts.actors, ("acteur", "acteurs"), ("actor", "actors"));
    let ties = count(
        facts.partnerships,
        ("partenariat", "partenariats"),
        ("partnership", "partnerships"),
    );
    let parts = count(
        facts.parts,
        (
            "ensemble sans lien avec le reste",
            "ensembles sans lien entre eux",
        ),
        (
            "group apart from the rest",
            "groups with no tie between them",
        ),
    );
    if facts.parts < 2 {
        return say!(language,
            fr: "{dynamics}, {actors}, {ties}\u{202f}; tout se tient.",
            en: "{dynamics}, {actors}, {ties}; all of them connected.");
    }
    say!(language, fr: "{dynamics}, {actors}, {ties}\u{202f}; {parts}.", en: "{dynamics}, \
        {actors}, {ties}; {parts}.")
}

fn families(question: &Question, facts: &NetworkFacts) -> Section {
    let meetings = Table {
        caption: question.words(
            "Familles réunies dans une dynamique",
            "Families that meet in a dynamic",
        ),
        columns: vec![
            question.words("familles", "families"),
            question.words("dynamiques", "dynamics"),
        ],
        rows: facts
            .meetings
            .iter()
            .map(|fact| {
                vec![
                    Cell::Number(fact.families as u64),
                    Cell::Number(fact.dynamics as u64),
                ]
            })
            .collect(),
        total: Some(vec![
            Cell::Text(question.words("total", "total")),
            Cell::Number(facts.dynamics as u64),
        ]),
    };
    let pairs = Table {
        caption: question.words(
            "Familles qui se rencontrent",
            "Families that meet one another",
        ),
        columns: vec![
            question.words("famille", "family"),
            question.words("et", "and"),
            question.words("dynamiques", "dynamics"),
        ],
        rows: facts
            .pairs
            .iter()
            .map(|fact| {
                vec![
                    Cell::Text(fact.one.clone()),
                    Cell::Text(fact.other.clone()),
                    Cell::Number(fact.dynamics as u64),
                ]
            })
            .collect(),
        total: None,
    };
    let heading = question.words("Familles qui se rencontrent", "Families that meet");
    Section::new("familles", 2, heading).with([
        Piece::Table(meetings),
        table_or(
            pairs,
            question.words(
                "Aucune famille n'en rencontre une autre.",
                "No family meets another.",
            ),
        ),
    ])
}

fn articulation_points(question: &Question, facts: &NetworkFacts) -> Table {
    let row = |fact: &gathered::BridgeFact| {
        let rest = fact.rest_on_it.join(" ; ");
        vec![
            Cell::Text(fact.name.clone()),
            fact.family.clone().map_or(Cell::Nothing, Cell::Text),
            Cell::Number(fact.dynamics as u64),
            if fact.joins {
                Cell::Text(question.words("oui", "yes"))
            } else {
                Cell::Nothing
            },
            if rest.is_empty() {
                Cell::Nothing
            } else {
                Cell::Text(rest)
            },
        ]
    };
    let table = Table {
        caption: question.words(
            "Acteurs dont le départ couperait un lien",
            "Actors whose departure would break a link",
        ),
        columns: vec![
            question.words("acteur", "actor"),
            question.words("famille", "family"),
            question.words("dynamiques", "dynamics"),
            question.words("fait le lien", "holds the link"),
            question.words("l'un des deux seuls dans", "one of only two in"),
        ],
        rows: facts.articulation_points.iter().map(row).collect(),
        total: None,
    };
    table.without_empty_columns()
}

fn apart(question: &Question, facts: &NetworkFacts) -> Table {
    let row = |fact: &gathered::ApartFact| {
        vec![
            Cell::Text(fact.name.clone()),
            Cell::Text(fact.home.clone()),
            fact.nearest.clone().map_or(Cell::Nothing, Cell::Text),
            fact.kilometres.map_or(Cell::Nothing, |far| {
                Cell::measure(far, question.language.decimal(far, 0))
            }),
        ]
    };
    Table {
        caption: question.words("Adhérents dans aucune dynamique", "Members in no dynamic"),
        columns: vec![
            question.words("adhérent", "member"),
            question.words("territoire", "territory"),
            question.words("dynamiques les plus proches", "nearest dynamics"),
            "km".to_owned(),
        ],
        rows: facts.apart.iter().map(row).collect(),
        total: None,
    }
}
