//! What helps cooperation, what hinders it, who says so, what was lifted.

mod data;
mod gathered;
mod tables;

use crate::language::Bilingual;
use crate::say;
use crate::views::parts::bars::bar;
use crate::views::parts::capitals::capitalised;
use crate::views::parts::nouns::{LEVERS, Noun, OBSTACLES, counted};
use crate::views::parts::observed;
use crate::views::parts::{invented, report_scope, with_filter};
use crate::views::view::{
    Bar, Bars, Facts, Figure, Picture, Piece, Question, ReportScope, Section, View,
};

use gathered::{KindFact, LeversFacts};

/// The report `levers`.
pub const VIEW: View = View {
    name: "levers",
    about: Bilingual {
        fr: "les freins et les leviers par type, territoire et année, levés ou non, et les outils \
            employés",
        en: "obstacles and levers by kind, territory and year, lifted or not, and the tools used",
    },
    of: ReportScope::Network,
    gather,
};

/// The rules of counting, printed under the report.
const RULES: &[Bilingual] = &[
    Bilingual {
        fr: "freins, leviers et outils écrits dans les fiches des territoires et des dynamiques, \
            comptées ou non, une fois chacun",
        en: "obstacles, levers and tools written in the records of territories and of dynamics, \
            counted or not, once each",
    },
    Bilingual {
        fr: "un frein ou un levier vaut pour une période s'il y tient au moins un jour\u{202f}; un \
            frein levé tient jusqu'à ce qu'il le soit",
        en: "an obstacle or a lever stands in a period where it held on at least one day of it; a \
            lifted obstacle held until it was lifted",
    },
    Bilingual {
        fr: "levé\u{a0}: au plus tard à la fin de la période",
        en: "lifted: by the end of the period",
    },
];

const USES_OF_TOOLS: Noun = Noun::new(
    ["emploi d'un outil", "emplois d'outils"],
    ["use of a tool", "uses of tools"],
);

const LIFTED: Noun = Noun::new(["levé", "levés"], ["of them lifted", "of them lifted"]);

fn gather(question: &Question) -> Facts {
    let facts = gathered::gather(question);
    let period = &facts.period;
    Facts {
        report: VIEW.name,
        title: with_filter(
            question,
            say!(question.language,
                fr: "Freins et leviers de la coopération · {period}",
                en: "What hinders and what helps cooperation · {period}"),
        ),
        invented: invented(question),
        sections: sections(question, &facts),
        data: data::tables(question, &facts),
        scope: report_scope(question, RULES),
        facts: serde_json::to_value(&facts).unwrap_or_default(),
        ..Facts::about(question)
    }
}

fn sections(question: &Question, facts: &LeversFacts) -> Vec<Section> {
    let brief = Section::new("en-bref", 2, question.words("En bref", "In brief"));
    if facts.observations.is_empty() {
        let nothing = question.words(
            "Ni frein, ni levier, ni outil n'est consigné pour cette période et avec ces filtres.",
            "No obstacle, lever or tool is recorded for this period and with these filters.",
        );
        return vec![brief.with([Piece::Text(nothing)])];
    }
    let mut sections = vec![
        brief.with([Piece::Text(in_brief(question, facts))]),
        section(question, facts, "obstacle"),
        section(question, facts, "lever"),
        section(question, facts, "tool"),
        Section::new(
            "territoires",
            2,
            question.words("Par territoire", "By territory"),
        )
        .with([Piece::Table(tables::by_territory(question, facts))]),
    ];
    if facts.years.len() > 1 {
        let years = Section::new("annees", 2, question.words("Par année", "By year"));
        let several = question.words(
            "Ce qui tient plusieurs années compte dans chacune d'elles.",
            "What held in several years counts in each of them.",
        );
        sections.push(years.with([
            Piece::Table(tables::by_year(question, facts)),
            Piece::Note(several),
        ]));
    }
    sections
}

/// The section of one nature: a picture of its kinds, and the list of its observations.
fn section(question: &Question, facts: &LeversFacts, nature: &str) -> Section {
    let (id, heading, kinds, nothing) = match nature {
        "obstacle" => (
            "freins",
            question.words("Ce qui freine", "What hinders"),
            &facts.obstacles,
            question.words("Aucun frein n'est écrit.", "No obstacle is recorded."),
        ),
        "lever" => (
            "leviers",
            question.words("Ce qui aide", "What helps"),
            &facts.levers,
            question.words("Aucun levier n'est écrit.", "No lever is recorded."),
        ),
        _ => (
            "outils",
            question.words("Les outils employés", "Tools used"),
            &facts.tools,
            question.words("Aucun outil n'est écrit.", "No tool is recorded."),
        ),
    };
    let section = Section::new(id, 2, heading.clone());
    if kinds.is_empty() {
        return section.with([Piece::Text(nothing)]);
    }
    let observations: Vec<_> = facts.observations.iter().collect();
    section.with([
        Piece::picture(picture(question, kinds, nature, heading)),
        Piece::table_or(
            observed::table(question, &observations, nature, true),
            nothing,
        ),
    ])
}

/// The number of observations of each kind; of obstacles, those lifted apart from those not.
fn picture(question: &Question, kinds: &[KindFact], nature: &str, title: String) -> Picture {
    let language = question.language;
    let stacked = nature == "obstacle";
    let counts: Vec<String> = kinds
        .iter()
        .map(|kind| format!("{} ({})", kind.label, kind.count))
        .collect();
    let counts = language.and(&counts);
    let series = if stacked {
        vec![
            question.words("levés", "lifted"),
            question.words("levée non consignée", "not recorded as lifted"),
        ]
    } else {
        Vec::new()
    };
    Picture {
        title,
        alternative: say!(language,
            fr: "Du plus souvent cité au plus rare\u{a0}: {counts}.",
            en: "Most often mentioned first: {counts}."),
        table: Some(tables::by_kind(question, kinds, nature)),
        figure: Figure::Bars(Bars {
            unit: question.words("mentions", "mentions"),
            series,
            stacked,
            bars: kinds.iter().map(|kind| bar_of(kind, stacked)).collect(),
        }),
    }
}

fn bar_of(kind: &KindFact, stacked: bool) -> Bar {
    if stacked {
        bar(kind.label.clone(), &[kind.lifted, kind.count - kind.lifted])
    } else {
        bar(kind.label.clone(), &[kind.count])
    }
}

/// The numbers of obstacles, levers and tools, in a sentence.
fn in_brief(question: &Question, facts: &LeversFacts) -> String {
    let language = question.language;
    let total = facts.total;
    let obstacles = counted_or(
        question,
        total.obstacles,
        &OBSTACLES,
        ["aucun frein", "no obstacle"],
    );
    let lifted = lifted(question, total.obstacles, total.lifted);
    let levers = counted_or(
        question,
        total.levers,
        &LEVERS,
        ["aucun levier", "no lever"],
    );
    let tools = counted_or(
        question,
        total.tools,
        &USES_OF_TOOLS,
        ["aucun emploi d'un outil", "no use of a tool"],
    );
    capitalised(&say!(language,
        fr: "{obstacles}{lifted}\u{202f}; {levers}\u{202f}; {tools}.",
        en: "{obstacles}{lifted}; {levers}; {tools}."))
}

/// The number of obstacles that were lifted, behind the number of all.
fn lifted(question: &Question, obstacles: u64, lifted: u64) -> String {
    let language = question.language;
    match (obstacles, lifted) {
        (0, _) => String::new(),
        (1, 0) => question.words(", levée non consignée", ", not recorded as lifted"),
        (1, _) => question.words(", levé", ", lifted"),
        (_, 0) => question.words(", aucune levée consignée", ", none recorded as lifted"),
        _ => {
            let counted = counted(lifted, &LIFTED, language);
            say!(language, fr: ", dont {counted}", en: ", {counted}")
        }
    }
}

/// A count with its noun, or the words for none.
fn counted_or(question: &Question, count: u64, noun: &Noun, [fr, en]: [&'static str; 2]) -> String {
    if count == 0 {
        question.words(fr, en)
    } else {
        counted(count, noun, question.language)
    }
}
