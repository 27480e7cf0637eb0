//! The themes: where each is alive, how it grows, what passed from one to another.

mod gathered;
mod tables;

use crate::language::Bilingual;
use crate::network::counting::figures::FIGURES;
use crate::say;
use crate::views::parts::bars::bar;
use crate::views::parts::{invented, report_scope};
use crate::views::view::{
    Bars, Facts, Figure, Picture, Piece, Question, ReportScope, Section, View,
};

use gathered::ThemesFacts;

/// The view.
pub const VIEW: View = View {
    name: "theme",
    about: Bilingual {
        fr: "les thématiques\u{a0}: par territoire, au fil des années, et ce qui est passé de \
            l'une à l'autre",
        en: "the themes: by territory, over the years, and what passed from one to another",
    },
    of: ReportScope::Network,
    gather,
};

/// How growth and changes are counted, beside the rule of the dynamics themselves.
const RULES: &[Bilingual] = &[
    Bilingual {
        fr: "chaque dynamique dans le territoire où est sa fiche\u{202f}; les autres thématiques \
            et les autres lieux ne comptent pas",
        en: "each dynamic in the territory where its record lies; other themes and other places do \
            not count",
    },
    Bilingual {
        fr: "commencée dans une année\u{a0}: y vit, et ne vivait pas l'année d'avant\u{202f}; \
            achevée\u{a0}: y vit, et ne vit plus l'année d'après\u{202f}; une dynamique revenue \
            commence à nouveau",
        en: "began in a year: lives in it and did not live in the year before; ended: lives in it \
            and no longer in the year after; one that came back begins again",
    },
    Bilingual {
        fr: "changement de thématique\u{a0}: une dynamique en continue une autre (`succeeds`) dont \
            la thématique n'est pas la sienne\u{202f}; une fiche ne dit que sa thématique \
            d'aujourd'hui, les reclassements ne se lisent que dans l'historique de son fichier",
        en: "change of theme: a dynamic continues another (`succeeds`) of another theme than its \
            own; a record tells its theme of today alone, reclassifications are read in the \
            history of its file only",
    },
];

fn gather(question: &Question) -> Facts {
    let facts = gathered::gather(question);
    let language = question.language;
    let period = &facts.period;
    let counted = FIGURES
        .iter()
        .filter(|figure| figure.id == "dynamics")
        .map(|figure| figure.rule);
    let rules: Vec<Bilingual> = counted.chain(RULES.iter().copied()).collect();
    Facts {
        report: VIEW.name,
        title: say!(language, fr: "Les thématiques · {period}", en: "The themes · {period}"),
        invented: invented(question),
        sections: sections(question, &facts),
        rows: Some(tables::rows(question, &facts)),
        scope: report_scope(question, &rules),
        facts: serde_json::to_value(&facts).unwrap_or_default(),
        ..Facts::default()
    }
}

fn sections(question: &Question, facts: &ThemesFacts) -> Vec<Section> {
    let section = |id, fr, en| Section::new(id, 2, question.words(fr, en));
    let cross = section(
        "territoires",
        "Thématiques et territoires",
        "Themes and territories",
    );
    let nothing = question.words(
        "Aucune dynamique comptée dans cette période et avec ces filtres.",
        "No dynamic counts in this period and with these filters.",
    );
    let mut sections =
        vec![cross.with([Piece::table_or(tables::cross(question, facts), &nothing)])];
    if facts.total > 0 {
        sections[0]
            .pieces
            .push(Piece::Note(legend(question, facts)));
    }
    let grows = section(
        "croissance",
        "Ce qui commence, ce qui s'achève",
        "What begins, what ends",
    );
    let by_theme = Piece::Picture(Box::new(by_theme(question, facts)));
    let mut pieces = vec![by_theme];
    if facts.years.len() > 1 {
        pieces.push(Piece::Picture(Box::new(by_year(question, facts))));
        pieces.push(Piece::Text(question.words(
            "Dynamiques en vie, par thématique et par année\u{a0}:",
            "Dynamics alive, by theme and by year:",
        )));
        pieces.push(Piece::Table(tables::by_theme_and_year(question, facts)));
    }
    if facts.years.iter().any(|year| year.active > 0) {
        sections.push(grows.with(pieces));
    }
    sections.push(passages(question, facts));
    sections
}

/// What passed from one theme to another.
fn passages(question: &Question, facts: &ThemesFacts) -> Section {
    let passed = Section::new(
        "passages",
        2,
        question.words("D'une thématique à l'autre", "From one theme to another"),
    );
    let none = question.words(
        "Aucune dynamique de cette période n'en continue une autre.",
        "No dynamic of this period continues another.",
    );
    let mut passed = passed.with([Piece::table_or(tables::passages(question, facts), &none)]);
    if !facts.passages.is_empty() {
        passed
            .pieces
            .push(Piece::Table(tables::matrix(question, facts)));
        passed.pieces.push(Piece::Note(question.words(
            "Lignes\u{a0}: la thématique d'avant\u{202f}; colonnes\u{a0}: celle d'après\u{202f}; \
                sur la diagonale, rien n'a changé.",
            "Rows: the theme before; columns: the one after; on the diagonal nothing changed.",
        )));
    }
    passed
}

fn legend(question: &Question, facts: &ThemesFacts) -> String {
    let themes: Vec<String> = facts
        .themes
        .iter()
        .map(|theme| format!("{} {}", theme.digit, theme.label))
        .collect();
    let themes = themes.join(" · ");
    say!(question.language, fr: "Thématiques\u{a0}: {themes}.", en: "Themes: {themes}.")
}

/// How many of each theme begin, end and go on.
fn by_theme(question: &Question, facts: &ThemesFacts) -> Picture {
    let told: Vec<String> = facts
        .themes
        .iter()
        .map(|theme| format!("{} ({})", theme.label, theme.dynamics))
        .collect();
    let told = question.language.and(&told);
    Picture {
        title: question.words(
            "Dynamiques de la période, par thématique",
            "Dynamics of the period, by theme",
        ),
        alternative: say!(question.language, fr: "Dynamiques\u{a0}: {told}.", en: "Dynamics: \
            {told}."),
        table: Some(tables::by_theme(question, facts)),
        figure: Figure::Bars(Bars {
            unit: question.words("dynamiques", "dynamics"),
            bars: facts
                .themes
                .iter()
                .map(|theme| {
                    bar(
                        format!("{} {}", theme.digit, theme.label),
                        &[theme.dynamics],
                    )
                })
                .collect(),
            ..Bars::default()
        }),
    }
}

/// Each year's dynamics: those that go on, and those that begin.
fn by_year(question: &Question, facts: &ThemesFacts) -> Picture {
    let told: Vec<String> = facts
        .years
        .iter()
        .map(|year| format!("{} ({})", year.year, year.active))
        .collect();
    let told = question.language.and(&told);
    let bars = facts.years.iter().map(|year| {
        bar(
            year.year.to_string(),
            &[year.active - year.began, year.began],
        )
    });
    Picture {
        title: question.words(
            "Dynamiques en vie, année après année",
            "Dynamics alive, year after year",
        ),
        alternative: say!(question.language, fr: "Dynamiques en vie\u{a0}: {told}.", en: "Dynamics \
            alive: {told}."),
        table: Some(tables::by_year(question, facts)),
        figure: Figure::Bars(Bars {
            unit: question.words("dynamiques", "dynamics"),
            series: vec![
                question.words("poursuivies", "continued"),
                question.words("commencées", "begun"),
            ],
            stacked: true,
            bars: bars.collect(),
        }),
    }
}
