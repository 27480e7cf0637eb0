//! A grant's report: each agreement or call, what it was for, what it reached and with what means;
//! what is not recorded
//! is listed.

mod facts;
mod gathered;
mod lacking;
mod tables;

use crate::language::Bilingual;
use crate::network::YearContent;
use crate::say;
use crate::views::parts::means;
use crate::views::parts::{invented, of_a_year, report_scope, with_year};
use crate::views::view::{Facts, Piece, Question, ReportScope, Section, View};

use facts::{FunderFacts, GrantFact};

/// The view.
pub const VIEW: View = View {
    name: "funder",
    about: Bilingual {
        fr: "le compte rendu d'une convention ou d'un appel\u{a0}: objectifs, indicateurs, \
            bénéficiaires, lieux, ressources, et ce qui n'est pas consigné",
        en: "the report on an agreement or a call: objectives, indicators, beneficiaries, places, \
            resources, and what is not recorded",
    },
    of: ReportScope::Grants,
    gather,
};

/// How results and resources are added.
const RULES: &[Bilingual] = &[
    Bilingual {
        fr: "conventions en vigueur, et appels qui courent, au moins un jour de la \
            période\u{202f}; dynamiques qui comptent et vivent dans la période\u{a0}: celles du \
            territoire, celle qui a répondu à l'appel, ou celles que porte l'acteur qui y a \
            répondu",
        en: "agreements in force, and calls that run, on at least one day of the period; dynamics \
            that count and live in the period: those of the territory, the one that answered the \
            call, or those carried by the actor that answered it",
    },
    Bilingual {
        fr: "indicateurs et ressources\u{a0}: ceux que la fiche qui en répond et ces dynamiques \
            disent pour les années de la période\u{202f}; versé\u{a0}: lignes de ressource dont le \
            financeur est le `payer`, dans la seule fiche qui a répondu à l'appel, ou dans toutes \
            celles d'une convention (sans écart\u{a0}: son montant paie le travail du réseau)",
        en: "indicators and resources: those that the record that answers for it and these \
            dynamics tell for the years of the period; paid: rows of resources of which the funder \
            is the `payer`, in the record alone that answered the call, or in all those of an \
            agreement (without a gap: its amount pays for the network's work)",
    },
    Bilingual {
        fr: "écart\u{a0}: réalisé moins prévu, dans les seules lignes qui disent les deux\u{202f}; \
            les heures restent à part des euros",
        en: "gap: actual less planned, in the rows alone that tell both; hours stay apart from \
            euros",
    },
];

fn gather(question: &Question) -> Facts {
    let (question, by_default) = &over_its_years(question);
    let facts = gathered::gather(question);
    let language = question.language;
    let period = &facts.period;
    let one = facts.grants.first().filter(|_| question.grant.is_some());
    Facts {
        report: VIEW.name,
        title: match one {
            Some(grant) => {
                let about = grant.subject.as_ref().unwrap_or(&grant.id);
                say!(language, fr: "Compte rendu · {about} · {period}", en: "Report · {about} · \
                    {period}")
            }
            None => say!(language,
                fr: "Compte rendu des conventions et des appels · {period}",
                en: "Report on agreements and calls · {period}"),
        },
        invented: invented(question),
        sections: sections(question, &facts),
        scope: with_year(report_scope(question, RULES), by_default.clone()),
        facts: serde_json::to_value(&facts).unwrap_or_default(),
        ..Facts::default()
    }
}

/// Where no day was asked for, one that was chosen is told over its own years, all together over
/// the last complete one.
fn over_its_years<'n>(question: &Question<'n>) -> (Question<'n>, Option<String>) {
    let chosen = question.grant.as_ref().filter(|_| !question.dated);
    let Some(grant) =
        chosen.and_then(|chosen| question.network.grants().find(|grant| grant.is(chosen)))
    else {
        return of_a_year(question, YearContent::Work);
    };
    let (id, years) = (grant.id(), grant.years(question.today));
    let sentence = say!(question.language,
        fr: "Années par défaut\u{a0}: {years}, celles de la convention ou de l'appel {id}, jusqu'à \
            la fin de cette année au plus tard\u{202f}; `--year` ou `--years` en choisissent \
            d'autres",
        en: "Years by default: {years}, those of {id}, until the end of this year at the latest; \
            `--year` or `--years` choose others");
    (
        Question {
            asked: years,
            dated: true,
            ..question.clone()
        },
        Some(sentence),
    )
}

fn sections(question: &Question, facts: &FunderFacts) -> Vec<Section> {
    let all = Section::new(
        "conventions",
        2,
        question.words("Conventions et appels", "Agreements and calls"),
    );
    if facts.grants.is_empty() {
        return vec![all.with([Piece::Text(question.words(
            "Aucune convention ni aucun appel n'est consigné pour cette période et avec ces \
                filtres.",
            "No agreement nor call is recorded for this period and with these filters.",
        ))])];
    }
    let mut sections = vec![all.with([Piece::Table(tables::all(question, facts))])];
    for (place, grant) in facts.grants.iter().enumerate() {
        sections.extend(chapter(question, place + 1, grant));
    }
    if !facts.sources.is_empty() {
        let heading = question.words("Sources", "Sources");
        sections
            .push(Section::new("sources", 2, heading).with([Piece::List(facts.sources.clone())]));
    }
    sections
}

/// One agreement or call, from what was agreed to what is missing.
fn chapter(question: &Question, place: usize, fact: &GrantFact) -> Vec<Section> {
    let part = |name: &str, fr, en| {
        Section::new(
            &format!("convention-{place}-{name}"),
            3,
            question.words(fr, en),
        )
    };
    let note = format!("{} {}", fact.file, fact.sources)
        .trim_end()
        .to_owned();
    let heading = format!("{} · {}", fact.holder, fact.period);
    let terms = [
        Piece::Table(tables::terms(question, fact)),
        Piece::Note(note),
    ];
    let mut sections = vec![Section::new(&format!("convention-{place}"), 2, heading).with(terms)];
    if !fact.objectives.is_empty() {
        let list = Piece::List(fact.objectives.clone());
        sections.push(part("objectifs", "Objectifs", "Objectives").with([list]));
    }
    if !fact.dynamics.is_empty() {
        let table = Piece::Table(tables::dynamics(question, fact));
        sections.push(
            part(
                "actions",
                "Lieux, dates et bénéficiaires",
                "Places, dates and beneficiaries",
            )
            .with([table]),
        );
    }
    if !fact.results.is_empty() {
        let table = Piece::Table(tables::results(question, fact));
        sections.push(part("indicateurs", "Indicateurs", "Indicators").with([table]));
    }
    if !fact.means.is_empty() {
        let hours = means::hours(question, &fact.means);
        let mut pieces = vec![Piece::Table(means::table(question, &fact.means))];
        pieces.extend((!hours.rows.is_empty()).then_some(Piece::Table(hours)));
        // Where everything is told at once, the rows behind the sums would bury them.
        pieces.extend(
            question
                .grant
                .is_some()
                .then(|| Piece::Table(tables::rows(question, fact))),
        );
        sections.push(part("ressources", "Ressources", "Resources").with(pieces));
    }
    if !fact.missing.is_empty() {
        let list = Piece::List(fact.missing.clone());
        sections.push(part("manque", "Non consigné", "Not recorded").with([list]));
    }
    sections
}
