//! The report on grants: the aims, results and means of each agreement or call, then missing data.

mod data;
mod facts;
mod gathered;
mod missing_data;
mod tables;

use crate::language::Bilingual;
use crate::network::YearContent;
use crate::network::queries::grants::Grant;
use crate::say;
use crate::views::parts::means;
use crate::views::parts::{invented, of_a_year, report_scope, with_filter, with_year};
use crate::views::view::{Facts, Piece, Question, ReportScope, Section, Table, View};

use facts::{FunderFacts, GrantFact};

/// The report `funder`.
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

/// The rules of counting, printed under the report.
const RULES: &[Bilingual] = &[
    Bilingual {
        fr: "conventions en vigueur, et appels en cours, au moins un jour de la \
            période\u{202f}; dynamiques comptées, en vie dans la période\u{a0}: celles du \
            territoire, celle qui a répondu à l'appel, ou celles que porte l'acteur qui y a \
            répondu",
        en: "agreements in force, and calls under way, on at least one day of the period; dynamics \
            that count and are alive in the period: those of the territory, the one that answered \
            the call, or those carried by the actor that answered it",
    },
    Bilingual {
        fr: "indicateurs et ressources\u{a0}: ceux que la fiche qui en répond et ces dynamiques \
            consignent pour les années de la période\u{202f}; versé, reçu\u{a0}: lignes de \
            ressource dont le financeur est le `payer`, dans la seule fiche qui a répondu à \
            l'appel, ou, pour une convention, dans celle du réseau\u{202f}; les ressources des \
            dynamiques du territoire sont d'autres comptes que celui de la convention",
        en: "indicators and resources: those that the responsible record and these dynamics give \
            for the years of the period; paid, received: resource rows whose `payer` is the \
            funder, only in the record that answered the call or, of an agreement, in that of the \
            network; resources of the territory's dynamics are other accounts than that of the \
            agreement",
    },
    Bilingual {
        fr: "écart\u{a0}: réalisé moins prévu, dans les seules lignes qui donnent les \
            deux\u{202f}; les heures restent à part des euros",
        en: "gap: actual minus planned, only in the rows that give both; hours stay apart from \
            euros",
    },
];

fn gather(question: &Question) -> Facts {
    let (question, default_years) = &with_default_years(question);
    let facts = gathered::gather(question);
    Facts {
        report: VIEW.name,
        title: with_filter(question, title(question, &facts)),
        invented: invented(question),
        sections: sections(question, &facts),
        scope: with_year(report_scope(question, RULES), default_years.clone()),
        data: data::tables(question, &facts),
        facts: serde_json::to_value(&facts).unwrap_or_default(),
        ..Facts::about(question)
    }
}

/// The title: the subject of the grant that was chosen, else the report's own.
fn title(question: &Question, facts: &FunderFacts) -> String {
    let language = question.language;
    let period = &facts.period;
    match facts.grants.first().filter(|_| question.grant.is_some()) {
        Some(grant) => {
            let subject = grant.subject.as_ref().unwrap_or(&grant.id);
            say!(language,
                fr: "Compte rendu · {subject} · {period}",
                en: "Report · {subject} · {period}")
        }
        None => say!(language,
            fr: "Compte rendu des conventions et des appels · {period}",
            en: "Report on agreements and calls · {period}"),
    }
}

/// The question with default years if no day was asked for, and the sentence that names them: a
/// chosen grant's own years, else the last complete year.
fn with_default_years<'n>(question: &Question<'n>) -> (Question<'n>, Option<String>) {
    let Some(grant) = chosen_grant(question).filter(|_| !question.dated) else {
        return of_a_year(question, YearContent::Work);
    };
    let (id, years) = (grant.id(), grant.years(question.today));
    let sentence = say!(question.language,
        fr: "Années par défaut\u{a0}: {years}, celles de la convention ou de l'appel {id}, jusqu'à \
            la fin de cette année au plus tard\u{202f}; `--year` ou `--years` en choisissent \
            d'autres",
        en: "Years by default: {years}, those of {id}, until the end of this year at the latest; \
            `--year` or `--years` choose others");
    let question = Question {
        asked: years,
        dated: true,
        ..question.clone()
    };
    (question, Some(sentence))
}

/// The grant that was chosen; `None` if none was, or if the records hold no such grant.
fn chosen_grant<'n>(question: &Question<'n>) -> Option<Grant<'n>> {
    let chosen = question.grant.as_ref()?;
    question.network.grants().find(|grant| grant.is(chosen))
}

/// The sections in reading order; a single sentence if no grant is asked for.
fn sections(question: &Question, facts: &FunderFacts) -> Vec<Section> {
    let heading = question.words("Conventions et appels", "Agreements and calls");
    let section = Section::new("conventions", 2, heading);
    if facts.grants.is_empty() {
        let sentence = question.words(
            "Aucune convention ni aucun appel n'est consigné pour cette période et avec ces \
                filtres.",
            "No agreement or call is recorded for this period and with these filters.",
        );
        return vec![section.with([Piece::Text(sentence)])];
    }
    let mut sections = vec![section.with([Piece::Table(tables::grants(question, facts))])];
    for (index, grant) in facts.grants.iter().enumerate() {
        sections.extend(sections_of_grant(question, index + 1, grant));
    }
    if !facts.sources.is_empty() {
        let heading = question.words("Sources", "Sources");
        let list = Piece::List(facts.sources.clone());
        sections.push(Section::new("sources", 2, heading).with([list]));
    }
    sections
}

/// The sections of a grant, from its terms to missing data; `number` counts grants from 1.
fn sections_of_grant(question: &Question, number: usize, fact: &GrantFact) -> Vec<Section> {
    let note = format!("{} {}", fact.file, fact.sources);
    let heading = format!("{} · {}", fact.holder, fact.period);
    let terms = Section::new(&format!("convention-{number}"), 2, heading).with([
        Piece::Table(tables::terms(question, fact)),
        Piece::Note(note.trim_end().to_owned()),
    ]);
    let parts = [
        (
            "objectifs",
            question.words("Objectifs", "Objectives"),
            list(&fact.objectives),
        ),
        (
            "actions",
            question.words(
                "Lieux, dates et bénéficiaires",
                "Places, dates and beneficiaries",
            ),
            table(tables::dynamics(question, fact)),
        ),
        (
            "indicateurs",
            question.words("Indicateurs", "Indicators"),
            table(tables::results(question, fact)),
        ),
        (
            "ressources",
            heading_of_resources(question, fact),
            resources(question, fact),
        ),
        (
            "manque",
            question.words("Non consigné", "Not recorded"),
            list(&fact.missing),
        ),
    ];
    let parts = parts
        .into_iter()
        .filter(|(.., pieces)| !pieces.is_empty())
        .map(|(name, heading, pieces)| {
            Section::new(&format!("convention-{number}-{name}"), 3, heading).with(pieces)
        });
    std::iter::once(terms).chain(parts).collect()
}

/// A list as the only piece of a section; no piece if the list is empty.
fn list(items: &[String]) -> Vec<Piece> {
    if items.is_empty() {
        Vec::new()
    } else {
        vec![Piece::List(items.to_vec())]
    }
}

/// A table as the only piece of a section; no piece if the table has no rows.
fn table(table: Table) -> Vec<Piece> {
    if table.rows.is_empty() {
        Vec::new()
    } else {
        vec![Piece::Table(table)]
    }
}

/// The tables of resources: euros, hours if there are any, then the rows behind them.
fn resources(question: &Question, fact: &GrantFact) -> Vec<Piece> {
    if fact.means.is_empty() {
        return Vec::new();
    }
    let mut pieces = vec![Piece::Table(means::table(question, &fact.means))];
    pieces.extend(table(means::hours(question, &fact.means)));
    if fact.nature == "agreement" {
        pieces.push(Piece::Note(of_others(question, fact)));
    }
    // In a report on all grants, the rows behind the sums would take more space than all the rest.
    if question.grant.is_some() {
        pieces.push(Piece::Table(tables::resources(question, fact)));
    }
    pieces
}

/// The heading of resources: those of an agreement's dynamics are not its own.
fn heading_of_resources(question: &Question, fact: &GrantFact) -> String {
    if fact.nature == "call" {
        question.words("Ressources", "Resources")
    } else {
        question.words(
            "Ressources des dynamiques du territoire",
            "Resources of the territory's dynamics",
        )
    }
}

/// The sentence that resources of dynamics are no account of an agreement, with what its authority
/// paid to them.
fn of_others(question: &Question, fact: &GrantFact) -> String {
    let language = question.language;
    let note = question.words(
        "Ressources propres de ceux qui portent ces dynamiques\u{a0}: ce n'est pas le compte de la \
            convention, qui paie le travail du réseau.",
        "The own resources of those who lead these dynamics: this is not the account of the \
            agreement, which pays for the network's work.",
    );
    let Some(paid) = fact.paid_to_others else {
        return note;
    };
    let paid = language.euros(paid);
    say!(language,
        fr: "{note} L'autorité leur a versé, d'autre part, {paid}.",
        en: "{note} The authority paid them {paid} besides.")
}
