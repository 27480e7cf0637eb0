//! The themes: where each is active, how it grows, what passed from one to another.

mod chart;
mod data;
mod gathered;
mod tables;

use crate::language::Bilingual;
use crate::network::counting::figures::FIGURES;
use crate::say;
use crate::views::parts::{days_in_words, invented, report_scope_of_day, with_filter};
use crate::views::view::{Facts, Piece, Question, ReportScope, Section, View};

use gathered::ThemesFacts;

/// The report `theme`.
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

/// The rules of counting growth and changes, printed under the report after the dynamics' own.
const RULES: &[Bilingual] = &[
    Bilingual {
        fr: "chaque dynamique dans le territoire où est sa fiche\u{202f}; les autres thématiques \
            et les autres lieux ne comptent pas",
        en: "each dynamic in the territory that holds its record; other themes and other places \
            do not count",
    },
    Bilingual {
        fr: "commencée, achevée dans une année\u{a0}: sa fiche l'écrit\u{202f}; vue dès lors, plus \
            vue ensuite\u{a0}: attestée cette année-là, et pas celle d'avant ou d'après, sans que \
            sa fiche écrive de début ou de fin",
        en: "began, ended in a year: its record says so; seen from then on, not seen after: \
            attested in the year, and not in the one before or after, without a beginning or an \
            end in its record",
    },
    Bilingual {
        fr: "changement de thématique\u{a0}: une dynamique en continue une autre (`succeeds`) dont \
            la thématique n'est pas la sienne\u{202f}; une fiche n'indique que sa thématique \
            actuelle, les reclassements ne se lisent que dans l'historique de son fichier",
        en: "change of theme: a dynamic continues another (`succeeds`) whose theme is not its own; \
            a record gives its current theme only, reclassifications can be read in the history \
            of its file",
    },
];

fn gather(question: &Question) -> Facts {
    let facts = gathered::gather(question);
    let period = days_in_words(question);
    let of_dynamics = FIGURES.iter().find(|figure| figure.id == "dynamics");
    let rules: Vec<Bilingual> = of_dynamics
        .map(|figure| figure.rule)
        .into_iter()
        .chain(RULES.iter().copied())
        .collect();
    Facts {
        report: VIEW.name,
        title: with_filter(
            question,
            say!(question.language,
                fr: "Les thématiques · {period}",
                en: "The themes · {period}"),
        ),
        invented: invented(question),
        sections: sections(question, &facts),
        data: data::tables(question, &facts),
        scope: report_scope_of_day(question, &rules),
        facts: serde_json::to_value(&facts).unwrap_or_default(),
        ..Facts::about(question)
    }
}

/// The sections in reading order; no growth where no dynamic is active in any of the years.
fn sections(question: &Question, facts: &ThemesFacts) -> Vec<Section> {
    let mut sections = vec![territories(question, facts)];
    if facts.years.iter().any(|year| year.active > 0) {
        sections.push(growth(question, facts));
    }
    sections.push(passages(question, facts));
    sections
}

/// The dynamics of each territory, by theme.
fn territories(question: &Question, facts: &ThemesFacts) -> Section {
    let heading = question.words("Thématiques et territoires", "Themes and territories");
    let sentence = question.words(
        "Aucune dynamique comptée dans cette période et avec ces filtres.",
        "No dynamic counts in this period and with these filters.",
    );
    let table = tables::territories_by_theme(question, facts);
    let legend = (facts.total > 0).then(|| Piece::Note(legend(question, facts)));
    Section::new("territoires", 2, heading)
        .with([Piece::table_or(table, sentence)])
        .with(legend)
}

/// The meaning of the digits that head the columns.
fn legend(question: &Question, facts: &ThemesFacts) -> String {
    let themes: Vec<String> = facts
        .themes
        .iter()
        .map(|theme| format!("{} {}", theme.digit, theme.label))
        .collect();
    let themes = themes.join(" · ");
    let legend =
        say!(question.language, fr: "Thématiques\u{a0}: {themes}.", en: "Themes: {themes}.");
    if facts.inferred == 0 {
        return legend;
    }
    let (inferred, total) = (facts.inferred, facts.total);
    say!(question.language,
        fr: "{legend} Thématique déduite par qui a écrit la fiche\u{a0}: {inferred} sur {total}.",
        en: "{legend} Theme inferred by the writer of the record: {inferred} of {total}.")
}

/// The growth of each theme, and of each year if there are several.
fn growth(question: &Question, facts: &ThemesFacts) -> Section {
    let heading = question.words("Ce qui commence, ce qui s'achève", "What begins, what ends");
    let section = Section::new("croissance", 2, heading)
        .with([Piece::picture(chart::by_theme(question, facts))]);
    if facts.years.len() < 2 {
        return section;
    }
    section.with([
        Piece::picture(chart::by_year(question, facts)),
        Piece::Text(question.words(
            "Dynamiques en vie, par thématique et par année\u{a0}:",
            "Dynamics alive, by theme and by year:",
        )),
        Piece::Table(tables::by_theme_and_year(question, facts)),
    ])
}

/// The dynamics that continue another, one by one and by theme.
fn passages(question: &Question, facts: &ThemesFacts) -> Section {
    let heading = question.words("D'une thématique à l'autre", "From one theme to another");
    let sentence = question.words(
        "D'après les fiches, aucune dynamique de cette période n'en continue une autre.",
        "By the records, no dynamic of this period continues another.",
    );
    let table = tables::passages(question, facts);
    let section = Section::new("passages", 2, heading).with([Piece::table_or(table, sentence)]);
    if facts.passages.is_empty() {
        return section;
    }
    section.with([
        Piece::Table(tables::matrix(question, facts)),
        Piece::Note(question.words(
            "Lignes\u{a0}: la thématique d'avant\u{202f}; colonnes\u{a0}: celle d'après\u{202f}; \
                sur la diagonale, rien n'a changé.",
            "Rows: the theme before; columns: the one after; on the diagonal nothing changed.",
        )),
    ])
}
