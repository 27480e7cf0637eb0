//! What a funder asks and no record tells.

use crate::language::Bilingual;
use crate::views::funder::facts::GrantFact;
use crate::views::view::Question;

/// What a funder asks and no record tells.
pub fn missing(question: &Question, fact: &GrantFact) -> Vec<String> {
    let own = if fact.nature == "call" {
        of_call(fact)
    } else {
        of_agreement(fact)
    };
    let rest = of_dynamics(fact)
        .into_iter()
        .chain([(true, COSTS)])
        .filter(|_| fact.refused.is_none());
    own.into_iter()
        .chain(rest)
        .filter(|(lacks, _)| *lacks)
        .map(|(_, what)| what.get(question.language).to_owned())
        .collect()
}

/// What an agreement itself should tell, and whether it does not.
fn of_agreement(fact: &GrantFact) -> [(bool, Bilingual); 7] {
    [
        (
            fact.with.is_none(),
            Bilingual {
                fr: "l'autorité signataire",
                en: "the authority that signed",
            },
        ),
        (
            fact.subject.is_none(),
            Bilingual {
                fr: "l'objet de la convention",
                en: "what the agreement is about",
            },
        ),
        (
            fact.amount.is_none(),
            Bilingual {
                fr: "le montant de la convention",
                en: "the amount of the agreement",
            },
        ),
        (
            fact.voted.is_none(),
            Bilingual {
                fr: "la date du vote",
                en: "the date of the vote",
            },
        ),
        (
            fact.days.is_none(),
            Bilingual {
                fr: "les jours de travail convenus",
                en: "the days of work agreed",
            },
        ),
        (
            fact.days_given.is_none(),
            Bilingual {
                fr: "les jours de travail donnés",
                en: "the days of work given",
            },
        ),
        (
            fact.objectives.is_empty(),
            Bilingual {
                fr: "les objectifs",
                en: "the objectives",
            },
        ),
    ]
}

/// What a call should tell; of money, only one that was not refused.
fn of_call(fact: &GrantFact) -> [(bool, Bilingual); 7] {
    let granted = fact.refused.is_none() && fact.granted.is_some();
    [
        (
            fact.with.is_none(),
            Bilingual {
                fr: "le financeur",
                en: "the funder",
            },
        ),
        (
            fact.subject.is_none(),
            Bilingual {
                fr: "l'objet de l'appel",
                en: "what the call is about",
            },
        ),
        (
            fact.asked.is_none(),
            Bilingual {
                fr: "le montant demandé",
                en: "the amount asked for",
            },
        ),
        (
            granted && fact.amount.is_none(),
            Bilingual {
                fr: "le montant accordé",
                en: "the amount granted",
            },
        ),
        (
            fact.granted.is_none() && fact.refused.is_none(),
            Bilingual {
                fr: "la réponse du financeur",
                en: "the answer of the funder",
            },
        ),
        (
            granted && fact.report_by.is_none(),
            Bilingual {
                fr: "la date à laquelle le compte rendu est attendu",
                en: "the day by which the report is expected",
            },
        ),
        (
            granted && fact.objectives.is_empty(),
            Bilingual {
                fr: "les objectifs",
                en: "the objectives",
            },
        ),
    ]
}

/// What its dynamics should tell, their results and their means, and whether they do not.
fn of_dynamics(fact: &GrantFact) -> [(bool, Bilingual); 7] {
    [
        (
            fact.dynamics.is_empty(),
            Bilingual {
                fr: "les dynamiques, leurs lieux et leurs dates",
                en: "the dynamics, their places and dates",
            },
        ),
        (
            fact.dynamics
                .iter()
                .any(|dynamic| dynamic.beneficiaries.is_empty()),
            Bilingual {
                fr: "les bénéficiaires d'une partie des dynamiques",
                en: "the beneficiaries of some of the dynamics",
            },
        ),
        (
            fact.results.is_empty(),
            Bilingual {
                fr: "les indicateurs",
                en: "the indicators",
            },
        ),
        (
            fact.results.iter().any(|result| result.target.is_none()),
            Bilingual {
                fr: "la cible d'une partie des indicateurs",
                en: "the target of some of the indicators",
            },
        ),
        (
            fact.means.is_empty(),
            Bilingual {
                fr: "les ressources",
                en: "the resources",
            },
        ),
        (
            fact.means.iter().any(|means| means.only_actual > 0),
            Bilingual {
                fr: "le prévu d'une partie des ressources",
                en: "what was planned of some of the resources",
            },
        ),
        (
            fact.nature == "call" && fact.amount.is_some() && fact.paid.is_none(),
            Bilingual {
                fr: "ce que le financeur a versé (ligne de ressource dont il est le `payer`)",
                en: "what the funder paid (a row of resources of which it is the `payer`)",
            },
        ),
    ]
}

/// What no record can tell yet.
const COSTS: Bilingual = Bilingual {
    fr: "les charges, directes et indirectes\u{a0}: les fiches ne les consignent pas",
    en: "costs, direct and indirect: records do not keep them",
};
