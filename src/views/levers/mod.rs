//! What helps cooperation, what hinders it, who says so, what was lifted.

mod gathered;
mod tables;

use crate::language::Bilingual;
use crate::say;
use crate::views::parts::bars::bar;
use crate::views::parts::capitals::capitalised;
use crate::views::parts::observed;
use crate::views::parts::{invented, report_scope};
use crate::views::view::{
    Bars, Facts, Figure, Picture, Piece, Question, ReportScope, Section, View,
};

use gathered::{KindFact, LeversFacts};

/// The view.
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

/// How observations are counted.
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

fn gather(question: &Question) -> Facts {
    let facts = gathered::gather(question);
    let period = &facts.period;
    Facts {
        report: VIEW.name,
        title: say!(question.language,
            fr: "Freins et leviers de la coopération · {period}",
            en: "What hinders and what helps cooperation · {period}"),
        invented: invented(question),
        sections: sections(question, &facts),
        rows: Some(tables::rows(question, &facts)),
        scope: report_scope(question, RULES),
        facts: serde_json::to_value(&facts).unwrap_or_default(),
        ..Facts::default()
    }
}

fn sections(question: &Question, facts: &LeversFacts) -> Vec<Section> {
    let brief = Section::new("en-bref", 2, question.words("En bref", "In brief"));
    if facts.observations.is_empty() {
        let nothing = question.words(
            "Ni frein, ni levier, ni outil dans cette période et avec ces filtres.",
            "Neither obstacle, lever nor tool in this period and with these filters.",
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
    let all: Vec<_> = facts.observations.iter().collect();
    let list = observed::table(question, &all, nature, true);
    section.with([
        Piece::Picture(Box::new(picture(question, kinds, nature, heading))),
        Piece::table_or(list, &nothing),
    ])
}

/// How often each kind is told of; of obstacles, how many were lifted.
fn picture(question: &Question, kinds: &[KindFact], nature: &str, title: String) -> Picture {
    let language = question.language;
    let obstacles = nature == "obstacle";
    let counts = |kind: &KindFact| {
        if obstacles {
            vec![kind.lifted, kind.count - kind.lifted]
        } else {
            vec![kind.count]
        }
    };
    let told: Vec<String> = kinds
        .iter()
        .map(|kind| format!("{} ({})", kind.label, kind.count))
        .collect();
    let told = language.and(&told);
    let series = [
        question.words("levés", "lifted"),
        question.words("non levés", "not lifted"),
    ];
    Picture {
        title,
        alternative: say!(language, fr: "Du plus souvent dit au plus rare\u{a0}: {told}.", en: "Most \
            often mentioned first: {told}."),
        table: Some(tables::by_kind(question, kinds, nature)),
        figure: Figure::Bars(Bars {
            unit: question.words("mentions", "mentions"),
            series: if obstacles { series.into() } else { Vec::new() },
            stacked: obstacles,
            bars: kinds
                .iter()
                .map(|kind| bar(kind.label.clone(), &counts(kind)))
                .collect(),
        }),
    }
}

fn in_brief(question: &Question, facts: &LeversFacts) -> String {
    let language = question.language;
    let [obstacles, lifted, levers, tools] = [
        facts.total.obstacles,
        facts.total.lifted,
        facts.total.levers,
        facts.total.tools,
    ]
    .map(|count| usize::try_from(count).unwrap_or(usize::MAX));
    let counted = |count: usize, [none, one, many]: [&str; 3]| match count {
        0 => none.to_owned(),
        count => language.count(count, one, many),
    };
    let told = match language {
        crate::language::Language::French => format!(
            "{}{}\u{202f}; {}\u{202f}; {}.",
            counted(obstacles, ["aucun frein", "frein", "freins"]),
            match (obstacles, lifted) {
                (0, _) => String::new(),
                (1, 0) => ", non levé".to_owned(),
                (1, _) => ", levé".to_owned(),
                (_, 0) => ", aucun levé".to_owned(),
                _ => format!(", dont {}", language.count(lifted, "levé", "levés")),
            },
            counted(levers, ["aucun levier", "levier", "leviers"]),
            counted(
                tools,
                [
                    "aucun emploi d'un outil",
                    "emploi d'un outil",
                    "emplois d'outils"
                ]
            ),
        ),
        crate::language::Language::English => format!(
            "{}{}; {}; {}.",
            counted(obstacles, ["no obstacle", "obstacle", "obstacles"]),
            match (obstacles, lifted) {
                (0, _) => String::new(),
                (1, 0) => ", not lifted".to_owned(),
                (1, _) => ", lifted".to_owned(),
                (_, 0) => ", none lifted".to_owned(),
                _ => format!(", {} of them lifted", language.number(lifted as u64)),
            },
            counted(levers, ["no lever", "lever", "levers"]),
            counted(
                tools,
                ["no use of a tool", "use of a tool", "uses of tools"]
            ),
        ),
    };
    capitalised(&told)
}
