//! A grant's report: each agreement, what it was for, what it reached and with what means; what is not recorded is listed.

mod gathered;
mod tables;

use crate::language::Both;
use crate::say;
use crate::views::parts::means;
use crate::views::parts::{invented, report_scope};
use crate::views::view::{Facts, Piece, Question, Section, View};

use gathered::{AgreementFact, FunderFacts};

/// The view.
pub const VIEW: View = View {
    name: "funder",
    about: Both {
        fr: "le compte rendu d'une convention\u{a0}: objectifs, indicateurs, bénéficiaires, lieux, ressources, et ce qui n'est pas consigné",
        en: "the report on a grant: objectives, indicators, beneficiaries, places, resources, and what is not recorded",
    },
    gather,
};

/// How results and resources are added.
const RULES: &[Both] = &[
    Both {
        fr: "conventions en vigueur au moins un jour de la période\u{202f}; dynamiques du territoire qui comptent et vivent dans la période",
        en: "agreements in force on at least one day of the period; dynamics of the territory that count and live in the period",
    },
    Both {
        fr: "indicateurs et ressources\u{a0}: ceux que le territoire et ces dynamiques disent pour les années de la période",
        en: "indicators and resources: those that the territory and these dynamics tell for the years of the period",
    },
    Both {
        fr: "écart\u{a0}: réalisé moins prévu, dans les seules lignes qui disent les deux\u{202f}; les heures restent à part des euros",
        en: "gap: actual less planned, in the rows alone that tell both; hours stay apart from euros",
    },
];

fn gather(question: &Question) -> Facts {
    let facts = gathered::gather(question);
    let language = question.language;
    let period = &facts.period;
    Facts {
        report: VIEW.name,
        title: say!(language, fr: "Compte rendu des conventions · {period}", en: "Report on agreements · {period}"),
        invented: invented(question),
        sections: sections(question, &facts),
        scope: report_scope(question, RULES),
        facts: serde_json::to_value(&facts).unwrap_or_default(),
        ..Facts::default()
    }
}

fn sections(question: &Question, facts: &FunderFacts) -> Vec<Section> {
    let words = |fr: &'static str, en: &'static str| Both { fr, en }.in_(question.language);
    let all = Section::new("conventions", 2, words("Conventions", "Agreements"));
    if facts.agreements.is_empty() {
        return vec![
            all.with([Piece::Text(
                words(
                    "Aucune convention n'est consignée pour cette période et avec ces filtres.",
                    "No agreement is recorded for this period and with these filters.",
                )
                .to_owned(),
            )]),
        ];
    }
    let mut sections = vec![all.with([Piece::Table(tables::all(question, facts))])];
    for (place, agreement) in facts.agreements.iter().enumerate() {
        sections.extend(chapter(question, place + 1, agreement));
    }
    sections
}

/// One agreement, from what was agreed to what is missing.
fn chapter(question: &Question, place: usize, fact: &AgreementFact) -> Vec<Section> {
    let words = |fr: &'static str, en: &'static str| Both { fr, en }.in_(question.language).to_owned();
    let part = |name: &str, heading: String| Section::new(&format!("convention-{place}-{name}"), 3, heading);
    let mut sections = vec![
        Section::new(&format!("convention-{place}"), 2, format!("{} · {}", fact.territory, fact.period))
            .with([Piece::Table(tables::terms(question, fact))]),
    ];
    if !fact.objectives.is_empty() {
        sections.push(
            part("objectifs", words("Objectifs", "Objectives")).with([Piece::List(fact.objectives.clone())]),
        );
    }
    if !fact.dynamics.is_empty() {
        sections.push(
            part("actions", words("Lieux, dates et bénéficiaires", "Places, dates and beneficiaries"))
                .with([Piece::Table(tables::dynamics(question, fact))]),
        );
    }
    if !fact.results.is_empty() {
        sections.push(
            part("indicateurs", words("Indicateurs", "Indicators"))
                .with([Piece::Table(tables::results(question, fact))]),
        );
    }
    if !fact.means.is_empty() {
        let hours = means::hours(question, &fact.means);
        let mut pieces = vec![Piece::Table(means::table(question, &fact.means))];
        if !hours.rows.is_empty() {
            pieces.push(Piece::Table(hours));
        }
        sections.push(part("ressources", words("Ressources", "Resources")).with(pieces));
    }
    if !fact.missing.is_empty() {
        sections.push(
            part("manque", words("Non consigné", "Not recorded")).with([Piece::List(fact.missing.clone())]),
        );
    }
    sections
}
