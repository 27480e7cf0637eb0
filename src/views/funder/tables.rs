//! The tables of a grant's report.

use crate::say;
use crate::views::parts::certainty::{self, with_inference};
use crate::views::parts::means::{amount, euros, signed_share};
use crate::views::view::{Cell, Question, Table};

use crate::views::funder::facts::{FunderFacts, GrantFact};

/// Every agreement and call, a row each.
pub fn grants(question: &Question, facts: &FunderFacts) -> Table {
    question
        .table(
            "Conventions en vigueur et réponses à des appels",
            "Agreements in force and applications to calls",
            &facts.grants,
        )
        .column("nom pour --agreement", "name for --agreement", |fact| {
            &fact.id
        })
        .column("nature", "nature", |fact| nature(question, fact))
        .column("qui en répond", "who answers for it", |fact| &fact.holder)
        .column("avec", "with", |fact| &fact.with)
        .column("réponse", "answer", |fact| answer(question, fact))
        .column("période", "period", |fact| &fact.period)
        .column("jours", "days", |fact| amount(question, fact.days))
        .column("montant", "amount", |fact| euros(question, fact.amount))
        .column("dynamiques", "dynamics", |fact| {
            fact.refused.is_none().then_some(fact.dynamics.len())
        })
        .build()
        .without_empty_columns()
}

/// The funder's answer to a call: a call is no agreement before it is granted.
fn answer(question: &Question, fact: &GrantFact) -> Option<String> {
    let language = question.language;
    if fact.nature != "call" {
        return None;
    }
    Some(match (&fact.refused, &fact.granted) {
        (Some(when), _) => say!(language, fr: "refusé\u{a0}: {when}", en: "refused: {when}"),
        (None, Some(when)) => say!(language, fr: "accordé\u{a0}: {when}", en: "granted: {when}"),
        (None, None) => question.words("aucune consignée", "none recorded"),
    })
}

/// The kind of call, else whether the grant is a call or an agreement; marked if it was inferred.
fn nature(question: &Question, fact: &GrantFact) -> String {
    let nature = match (&fact.kind, fact.nature) {
        (Some(kind), _) => kind.clone(),
        (None, "call") => question.words("Appel", "Call"),
        (None, _) => question.words("Convention", "Agreement"),
    };
    with_inference(nature, fact.inferred, question.language)
}

/// A term of a grant: its label with its value.
type Term = (String, Cell);

/// The terms of a grant, a row each.
pub fn terms(question: &Question, fact: &GrantFact) -> Table {
    let is_call = fact.nature == "call";
    let (caption, with) = if is_call {
        (
            question.words("L'appel", "The call"),
            question.words("financeur", "funder"),
        )
    } else {
        (
            question.words("La convention", "The agreement"),
            question.words("autorité", "authority"),
        )
    };
    let mut terms = vec![
        (
            question.words("nature", "nature"),
            nature(question, fact).into(),
        ),
        (with, Cell::from(&fact.with)),
        (
            question.words("objet", "subject"),
            Cell::from(&fact.subject),
        ),
        (question.words("durée", "period"), Cell::from(&fact.period)),
    ];
    terms.extend(if is_call {
        terms_of_call(question, fact)
    } else {
        terms_of_agreement(question, fact)
    });
    Table::of(question.language, caption, &terms)
        .column_named("", |(label, _)| label)
        .column_named(&fact.id, |(_, value)| {
            value_or_not_recorded(question, value)
        })
        .build()
}

/// The value of a term; a few words if it is not recorded.
fn value_or_not_recorded(question: &Question, value: &Cell) -> Cell {
    if *value == Cell::Nothing {
        return Cell::Text(question.words("non consigné", "not recorded"));
    }
    value.clone()
}

fn terms_of_agreement(question: &Question, fact: &GrantFact) -> Vec<Term> {
    vec![
        (question.words("votée", "voted"), Cell::from(&fact.voted)),
        (
            question.words("montant", "amount"),
            euros(question, fact.amount),
        ),
        (
            question.words(
                "reçu de l'autorité par le réseau, toutes conventions",
                "received from the authority by the network, all agreements",
            ),
            euros(question, fact.paid),
        ),
        (
            question.words("jours convenus", "days agreed"),
            amount(question, fact.days),
        ),
        (
            question.words("jours donnés", "days given"),
            amount(question, fact.days_given),
        ),
    ]
}

/// The terms of a call; a refused one has no further terms than the refusal.
fn terms_of_call(question: &Question, fact: &GrantFact) -> Vec<Term> {
    let mut terms = vec![
        (
            question.words("réponse envoyée", "answered"),
            Cell::from(&fact.answered),
        ),
        (
            question.words("montant demandé", "amount asked for"),
            euros(question, fact.asked),
        ),
    ];
    if let Some(refused) = &fact.refused {
        terms.push((question.words("refusée", "refused"), Cell::from(refused)));
        return terms;
    }
    terms.extend([
        (
            question.words("accordée", "granted"),
            Cell::from(&fact.granted),
        ),
        (
            question.words("montant accordé", "amount granted"),
            euros(question, fact.amount),
        ),
        (
            question.words(
                "versé, d'après les fiches",
                "paid, according to the records",
            ),
            paid(question, fact),
        ),
        (
            question.words("compte rendu attendu", "report expected by"),
            Cell::from(&fact.report_by),
        ),
        (
            question.words("compte rendu remis", "report handed in"),
            Cell::from(&fact.reported),
        ),
    ]);
    terms
}

/// Euros that came from the funder, with the gap to the amount granted.
fn paid(question: &Question, fact: &GrantFact) -> Cell {
    let Some(paid) = fact.paid else {
        return Cell::Nothing;
    };
    let paid_in_words = question.language.euros(paid);
    let Some(amount) = fact.amount.filter(|amount| *amount > 0.0) else {
        return Cell::Text(paid_in_words);
    };
    let gap = question.language.euros(paid - amount);
    let share = signed_share(question, (paid - amount) / amount);
    Cell::Text(say!(question.language,
        fr: "{paid_in_words} (écart\u{a0}: {gap}, {share})",
        en: "{paid_in_words} (gap: {gap}, {share})"))
}

/// The dynamics that a grant is for: where, when and for whom.
pub fn dynamics(question: &Question, fact: &GrantFact) -> Table {
    question
        .table("Dynamiques", "Dynamics", &fact.dynamics)
        .column("dynamique", "dynamic", |dynamic| &dynamic.name)
        .column("lieu", "place", |dynamic| &dynamic.place)
        .column("période", "period", |dynamic| &dynamic.period)
        .column(
            "besoins identifiés avec",
            "needs identified with",
            |dynamic| dynamic.beneficiaries.join(", "),
        )
        .column("partenaires", "partners", |dynamic| dynamic.partners)
        .column("sources", "sources", |dynamic| &dynamic.sources)
        .build()
}

/// Results against their targets.
pub fn results(question: &Question, fact: &GrantFact) -> Table {
    question
        .table(
            "Indicateurs, prévu et réalisé",
            "Indicators, planned and actual",
            &fact.results,
        )
        .column("indicateur", "indicator", |result| &result.label)
        .column("de", "of", |result| &result.holder)
        .column("année", "year", |result| &result.year)
        .column("prévu", "planned", |result| {
            amount(question, result.target)
        })
        .column("réalisé", "actual", |result| {
            result
                .value
                .map(|value| certainty::cell(value, result.is, result.inferred, question.language))
        })
        .column("écart", "gap", |result| amount(question, result.gap))
        .column("écart %", "gap %", |result| {
            result
                .gap_share
                .map(|share| Cell::measure(share, signed_share(question, share)))
        })
        .column("sources", "sources", |result| &result.sources)
        .build()
}

/// The rows behind the sums of resources, each with its record.
pub fn resources(question: &Question, fact: &GrantFact) -> Table {
    question
        .table(
            "Le détail, ligne par ligne",
            "The details, row by row",
            &fact.rows,
        )
        .column("nature", "nature", |resource| &resource.label)
        .column("de", "of", |resource| &resource.holder)
        .column("année", "year", |resource| &resource.year)
        .column("déduit", "inferred", |resource| {
            resource.inferred.then(|| question.words("oui", "yes"))
        })
        .column("versé par", "paid by", |resource| &resource.payer)
        .column("prévu", "planned", |resource| {
            euros(question, resource.planned)
        })
        .column("réalisé", "actual", |resource| {
            euros(question, resource.actual)
        })
        .column("heures", "hours", |resource| {
            amount(question, resource.hours)
        })
        .column("fiche", "record", |resource| &resource.file)
        .column("sources", "sources", |resource| &resource.sources)
        .build()
        .without_empty_columns()
}
