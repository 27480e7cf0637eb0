//! The sheet of one territory: what a person takes to a meeting there.

mod chart;
mod choice;
mod data;
mod facts;
mod figures;
mod gathered;
mod place;
mod sections;
mod tables;

use crate::language::Bilingual;
use crate::say;
use crate::views::parts::observed::asked_in_words;
use crate::views::parts::{invented, report_scope, with_filter};
use crate::views::view::{Facts, Question, ReportScope, View};

/// The report `territory`.
pub const VIEW: View = View {
    name: "territory",
    about: Bilingual {
        fr: "la fiche d'un territoire pour une réunion\u{a0}: où il est, où il en est, avec qui, \
            ce qui aide et ce qui freine",
        en: "the sheet of one territory for a meeting: where it is, how far it has come, with \
            whom, what helps and what hinders",
    },
    of: ReportScope::Territory,
    gather,
};

/// The rules of counting, printed under the report.
const RULES: &[Bilingual] = &[
    Bilingual {
        fr: "dynamiques de la fiche\u{a0}: celles du territoire et de ceux qu'il contient, ou qui \
            s'y déroulent aussi, en vie dans la période demandée, ou toutes si aucune période \
            n'est demandée\u{202f}; une thématique sans numéro est celle d'une dynamique qui n'est \
            pas comptée",
        en: "dynamics of the sheet: those of the territory and of those inside it, or that also \
            take place there, alive in the period asked for, or all of them if no period is asked \
            for; a theme without a number is that of a dynamic that does not count",
    },
    Bilingual {
        fr: "partenaires\u{a0}: acteurs de ces dynamiques, comptés une fois",
        en: "partners: actors of these dynamics, counted once",
    },
];

/// Gathers the sheet of the territory asked for; if none is named, the territories to choose from.
fn gather(question: &Question) -> Facts {
    let Some(territory) = &question.territory else {
        return choice::gather(question, VIEW.name);
    };
    let facts = gathered::gather(question, territory);
    let (name, period) = (&facts.name, asked_in_words(question));
    Facts {
        report: VIEW.name,
        title: with_filter(
            &of_any_territory(question),
            say!(question.language,
                fr: "{name} · fiche de territoire · {period}",
                en: "{name} · territory sheet · {period}"),
        ),
        invented: invented(question),
        sections: sections::sections(question, territory, &facts),
        data: data::tables(question, territory, &facts),
        scope: report_scope(question, RULES),
        facts: serde_json::to_value(&facts).unwrap_or_default(),
        ..Facts::about(question)
    }
}

/// The question without its territory, which the title of the sheet names already.
fn of_any_territory<'n>(question: &Question<'n>) -> Question<'n> {
    Question {
        territory: None,
        ..question.clone()
    }
}
