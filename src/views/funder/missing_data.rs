//! The data that a funder asks for and no record holds.

use crate::views::funder::facts::GrantFact;
use crate::views::view::Question;

/// The missing data of a grant, an item each.
pub fn missing_data(question: &Question, fact: &GrantFact) -> Vec<String> {
    let mut items = Vec::from(if fact.nature == "call" {
        of_call(fact)
    } else {
        of_agreement(fact)
    });
    // A refused call has no dynamics, no results and no costs to report on.
    if fact.refused.is_none() {
        items.extend(of_dynamics(fact));
        items.push(COSTS);
    }
    items
        .into_iter()
        .filter(|item| item.is_missing)
        .map(|item| question.words(item.fr, item.en))
        .collect()
}

/// Something that a funder asks for.
struct Item {
    is_missing: bool,
    fr: &'static str,
    en: &'static str,
}

impl Item {
    const fn new(is_missing: bool, fr: &'static str, en: &'static str) -> Self {
        Self { is_missing, fr, en }
    }
}

/// Costs, which records have no key for.
const COSTS: Item = Item::new(
    true,
    "les charges, directes et indirectes\u{a0}: les fiches ne les consignent pas",
    "direct and indirect costs: records do not hold them",
);

/// The terms of an agreement.
fn of_agreement(fact: &GrantFact) -> [Item; 7] {
    [
        Item::new(
            fact.with.is_none(),
            "l'autorité signataire",
            "the authority that signed",
        ),
        Item::new(
            fact.subject.is_none(),
            "l'objet de la convention",
            "the subject of the agreement",
        ),
        Item::new(
            fact.amount.is_none(),
            "le montant de la convention",
            "the amount of the agreement",
        ),
        Item::new(
            fact.voted.is_none(),
            "la date du vote",
            "the date of the vote",
        ),
        Item::new(
            fact.days.is_none(),
            "les jours de travail convenus",
            "the days of work agreed",
        ),
        Item::new(
            fact.days_given.is_none(),
            "les jours de travail donnés",
            "the days of work given",
        ),
        Item::new(
            fact.objectives.is_empty(),
            "les objectifs",
            "the objectives",
        ),
    ]
}

/// The terms of a call; an amount, a report and objectives are expected of a granted one
/// only.
fn of_call(fact: &GrantFact) -> [Item; 7] {
    let granted = fact.refused.is_none() && fact.granted.is_some();
    [
        Item::new(fact.with.is_none(), "le financeur", "the funder"),
        Item::new(
            fact.subject.is_none(),
            "l'objet de l'appel",
            "the subject of the call",
        ),
        Item::new(
            fact.asked.is_none(),
            "le montant demandé",
            "the amount asked for",
        ),
        Item::new(
            granted && fact.amount.is_none(),
            "le montant accordé",
            "the amount granted",
        ),
        Item::new(
            fact.granted.is_none() && fact.refused.is_none(),
            "la réponse du financeur",
            "the funder's answer",
        ),
        Item::new(
            granted && fact.report_by.is_none(),
            "la date à laquelle le compte rendu est attendu",
            "the day by which the report is expected",
        ),
        Item::new(
            granted && fact.objectives.is_empty(),
            "les objectifs",
            "the objectives",
        ),
    ]
}

/// The data of the dynamics, of their results and of their resources.
fn of_dynamics(fact: &GrantFact) -> [Item; 7] {
    [
        Item::new(
            fact.dynamics.is_empty(),
            "les dynamiques, leurs lieux et leurs dates",
            "the dynamics, their places and dates",
        ),
        Item::new(
            fact.dynamics
                .iter()
                .any(|dynamic| dynamic.beneficiaries.is_empty()),
            "les bénéficiaires d'une partie des dynamiques",
            "the beneficiaries of some of the dynamics",
        ),
        Item::new(fact.results.is_empty(), "les indicateurs", "the indicators"),
        Item::new(
            fact.results.iter().any(|result| result.target.is_none()),
            "la cible d'une partie des indicateurs",
            "the target of some of the indicators",
        ),
        Item::new(fact.means.is_empty(), "les ressources", "the resources"),
        Item::new(
            fact.means.iter().any(|means| means.only_actual > 0),
            "le montant prévu d'une partie des ressources",
            "the planned amount of some of the resources",
        ),
        Item::new(
            fact.nature == "call" && fact.amount.is_some() && fact.paid.is_none(),
            "ce que le financeur a versé (ligne de ressource dont il est le `payer`)",
            "the amount that the funder paid (a resource row whose `payer` is the funder)",
        ),
    ]
}
