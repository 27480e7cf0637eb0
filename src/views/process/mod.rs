//! The process: every followed territory on the way of the stages, how long it takes, who stands
//! still.

mod chart;
mod gathered;
mod tables;

use crate::language::Bilingual;
use crate::say;
use crate::views::parts::{days_in_words, invented, report_scope};
use crate::views::view::{Facts, Piece, Question, ReportScope, Section, Table, View};

use gathered::ProcessFacts;

/// The view.
pub const VIEW: View = View {
    name: "process",
    about: Bilingual {
        fr: "les territoires suivis face aux étapes du processus, leurs durées, ceux qui \
            n'avancent plus",
        en: "the territories followed against the stages of the process, their durations, those \
            that stand still",
    },
    of: ReportScope::Network,
    gather,
};

/// How territories, durations and standstill are counted.
const RULES: &[Bilingual] = &[
    Bilingual {
        fr: "territoires que le réseau suit ou a suivis au plus tard à la fin de la période, ou \
            qui ont franchi une étape",
        en: "territories that the network follows or followed by the end of the period, or that \
            reached a stage",
    },
    Bilingual {
        fr: "durée en années entières, de la première étape à l'émancipation, ou à la fin du suivi \
            ou de la période",
        en: "duration in whole years, from the first stage to emancipation, or to the end of the \
            network's work or of the period",
    },
    Bilingual {
        fr: "sans mouvement\u{a0}: suivi, non émancipé, dernière étape franchie depuis plus d'un \
            an à coup sûr",
        en: "standing still: followed, not emancipated, last stage reached certainly more than a \
            year ago",
    },
];

/// What stands in the report of a network that follows no territory.
const NOBODY: Bilingual = Bilingual {
    fr: "Aucun territoire suivi dans cette période et avec ces filtres.",
    en: "No territory is followed in this period and with these filters.",
};

fn gather(question: &Question) -> Facts {
    let facts = gathered::gather(question);
    let language = question.language;
    let asked = days_in_words(question);
    let title = say!(language,
        fr: "Le processus, territoire par territoire · {asked}",
        en: "The process, territory by territory · {asked}");
    Facts {
        report: VIEW.name,
        title,
        invented: invented(question),
        sections: sections(question, &facts),
        scope: report_scope(question, RULES),
        facts: serde_json::to_value(&facts).unwrap_or_default(),
        ..Facts::default()
    }
}

fn sections(question: &Question, facts: &ProcessFacts) -> Vec<Section> {
    let words = |fr: &'static str, en: &'static str| Bilingual { fr, en }.get(question.language);
    let way = Section::new(
        "chemin",
        2,
        words("Le chemin de chaque territoire", "Each territory's path"),
    );
    if facts.territories.is_empty() {
        return vec![way.with([Piece::Text(NOBODY.get(question.language).to_owned())])];
    }
    let mut sections = vec![
        way.with([
            Piece::Text(in_brief(question, facts)),
            Piece::Picture(Box::new(chart::way(question, facts))),
            Piece::Note(legend(question, facts)),
        ]),
        Section::new("etapes", 2, words("Où ils en sont", "Where they stand"))
            .with([Piece::Picture(Box::new(chart::standing(question, facts)))])
            .with(nowhere_yet(question, facts)),
        Section::new("durees", 2, words("Durées", "Durations")).with([
            Piece::Text(against_usual(question, facts)),
            Piece::Table(tables::durations(question, facts)),
        ]),
    ];
    sections.push(
        Section::new(
            "arret",
            2,
            words(
                "Sans mouvement depuis plus d'un an",
                "Standing still for more than a year",
            ),
        )
        .with([table_or(
            tables::still(question, facts),
            words(
                "Aucun territoire suivi n'est resté plus d'un an sans franchir d'étape.",
                "No followed territory has gone more than a year without reaching a stage.",
            ),
        )]),
    );
    sections.push(
        Section::new("emancipations", 2, words("Émancipations", "Emancipations")).with([table_or(
            tables::emancipated(question, facts),
            words(
                "Aucun collectif ne s'est encore émancipé.",
                "No collective is emancipated yet.",
            ),
        )]),
    );
    sections
}

/// How many followed territories have no stage, so that the bars add up to all of them.
fn nowhere_yet(question: &Question, facts: &ProcessFacts) -> Option<Piece> {
    let language = question.language;
    let without = facts
        .territories
        .iter()
        .filter(|fact| fact.stands_at.is_none())
        .count();
    let told = match language {
        crate::language::Language::French => language.count(
            without,
            "territoire suivi n'a pas d'étape écrite",
            "territoires suivis n'ont pas d'étape écrite",
        ),
        crate::language::Language::English => language.count(
            without,
            "territory followed has no stage recorded",
            "territories followed have no stage recorded",
        ),
    };
    (without > 0).then(|| Piece::Note(format!("{told}.")))
}

/// A table, or the sentence that says why there is none.
fn table_or(table: Table, sentence: &str) -> Piece {
    if table.rows.is_empty() {
        Piece::Text(sentence.to_owned())
    } else {
        Piece::Table(table)
    }
}

/// What the numbers and the brackets of the table mean.
fn legend(question: &Question, facts: &ProcessFacts) -> String {
    let stages: Vec<String> = facts
        .stages
        .iter()
        .map(|stage| format!("{} {}", stage.number, stage.label))
        .collect();
    let stages = stages.join(" · ");
    say!(question.language,
        fr: "Étapes\u{a0}: {stages}. Une année entre crochets est déduite par qui a écrit la \
            fiche.",
        en: "Stages: {stages}. A year in brackets is inferred by the writer of the record.")
}

fn in_brief(question: &Question, facts: &ProcessFacts) -> String {
    let language = question.language;
    let all = language.count(
        facts.territories.len(),
        "territoire suivi",
        "territoires suivis",
    );
    let in_english = language.count(
        facts.territories.len(),
        "territory followed",
        "territories followed",
    );
    let (done, still) = (facts.emancipated, facts.standing_still);
    let done = language.number(done);
    let still = language.number(still);
    say!(language,
        fr: "{all}\u{202f}; émancipés\u{a0}: {done}\u{202f}; sans mouvement depuis plus d'un \
            an\u{a0}: {still}.",
        en: "{in_english}; emancipated: {done}; standing still for more than a year: {still}.")
}

fn against_usual(question: &Question, facts: &ProcessFacts) -> String {
    let language = question.language;
    let [under, within, over] =
        [facts.under, facts.within, facts.over].map(|count| language.number(count));
    let (least, most) = (facts.usual_years[0], facts.usual_years[1]);
    say!(language,
        fr: "Le chemin prend d'ordinaire de {least} à {most} ans. Moins\u{a0}: {under}\u{202f}; \
            dans cette durée\u{a0}: {within}\u{202f}; davantage\u{a0}: {over}.",
        en: "The path usually takes {least} to {most} years. Shorter: {under}; within that range: \
            {within}; longer: {over}.")
}
