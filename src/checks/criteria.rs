//! The criteria of the charter, asked of every record: the offence, the law, and the facts that
//! decided it.

use std::borrow::Cow;

use crate::calendar::Day;
use crate::charter::{CompiledCriterion, Criterion, Fault, Faulty, Principled, Subject};
use crate::checks::{Context, law};
use crate::diagnostic::{At, Finding, Label as Shown, Place, Rule, Writing};
use crate::language::Language;
use crate::network::Network;
use crate::network::values::{RecordView, Violation};
use crate::records::List;
use crate::say;

/// What the criteria in force on a day find in the records of a network, and how many judgements
/// were held back.
#[must_use]
pub fn judge(network: &Network, language: Language, day: Day) -> (Vec<Finding>, usize) {
    let law = law(&network.charter, network, language);
    if law.statutes.is_empty() && law.faults.is_empty() && !network.charter.criteria.is_empty() {
        return (Vec::new(), 1);
    }
    let of = |subject| -> Vec<&CompiledCriterion> {
        let in_force = law
            .statutes
            .iter()
            .filter(|compiled| compiled.criterion.in_force(day));
        in_force
            .filter(|compiled| compiled.of(subject).next().is_some())
            .collect()
    };
    let principles = principles(network);
    let all_intact = network.is_intact();
    let mut court = Evaluator {
        network,
        language,
        principles,
        all_intact,
        findings: Vec::new(),
        held_back: 0,
    };
    let statutes = of(Subject::Territory);
    for record in &network.territories {
        court.judge(
            &RecordView::territory(network, record, day),
            &record.file,
            record.intact,
            &statutes,
        );
    }
    let statutes = of(Subject::Actor);
    for record in &network.actors {
        court.judge(
            &RecordView::actor(network, record, day),
            &record.file,
            record.intact,
            &statutes,
        );
    }
    let statutes = of(Subject::Dynamic);
    for record in &network.dynamics {
        court.judge(
            &RecordView::dynamic(network, record, day),
            &record.file,
            record.intact,
            &statutes,
        );
    }
    (court.findings, court.held_back)
}

/// The principles of a network's charter, in order.
#[must_use]
pub fn principles(network: &Network) -> Vec<&str> {
    network
        .charter
        .principles
        .iter()
        .map(|(id, _)| id.as_str())
        .collect()
}

/// Tells every fault of one sort in the charter's criteria.
pub fn tell_faults(context: &mut Context, rule: &'static Rule, faulty: Faulty) {
    let charter = &context.network.charter;
    let of_sort = context
        .law()
        .faults
        .iter()
        .filter(|(_, fault)| fault.faulty == faulty);
    let findings: Vec<Finding> = of_sort
        .map(|(id, fault)| {
            let place = charter.place_of(id, fault);
            if place.file == charter.file {
                return fault_at(rule, fault, place, context.language);
            }
            // The law of another network is not mended in its own file.
            let help = say!(context.language,
                fr: "ce critère vient de `{}`\u{a0}: le changer (`[amended.{id}]`) ou le retirer \
                    (`[struck.{id}]`) dans `{}`",
                en: "this criterion comes from `{}`: change it (`[amended.{id}]`) or strike it \
                    (`[struck.{id}]`) in `{}`",
                place.file, charter.file);
            Finding::new(rule, context.language, place, fault.sentence.clone()).help(help)
        })
        .collect();
    context.findings.extend(findings);
}

/// What is told of a fault of a criterion, wherever that is written.
#[must_use]
pub fn fault_at(rule: &'static Rule, fault: &Fault, place: Place, language: Language) -> Finding {
    let mut finding = Finding::new(rule, language, place.clone(), fault.sentence.clone());
    if let Some(help) = &fault.help {
        finding = finding.help(help.clone());
    }
    if let Some(near) = &fault.near {
        let near_one = say!(language, fr: "un nom proche existe", en: "a near name exists");
        let writing = if fault.span.is_some() {
            Writing::Raw(near.clone())
        } else {
            Writing::Text(near.clone())
        };
        finding = finding.help(near_one).edit(place, writing);
    }
    finding
}

/// Where records stand before the law.
struct Evaluator<'n> {
    network: &'n Network,
    language: Language,
    principles: Vec<&'n str>,
    all_intact: bool,
    findings: Vec<Finding>,
    held_back: usize,
}

impl Evaluator<'_> {
    fn judge(
        &mut self,
        record: &RecordView,
        file: &std::sync::Arc<str>,
        intact: bool,
        statutes: &[&CompiledCriterion],
    ) {
        for compiled in statutes {
            for violation in record.violations(compiled, &self.principles) {
                if intact && (self.all_intact || !compiled.looks_around()) {
                    let place = Place {
                        file: file.clone(),
                        at: violation.at.clone(),
                    };
                    self.findings.push(finding(
                        self.network,
                        compiled,
                        &violation,
                        place,
                        self.language,
                    ));
                } else {
                    // What is missing here, or in a record that this one rests on, may only be
                    // unread.
                    self.held_back += 1;
                }
            }
        }
    }
}

/// What is told of an offence: where, what decided it, and the law.
#[must_use]
pub fn finding(
    network: &Network,
    compiled: &CompiledCriterion,
    violation: &Violation,
    place: Place,
    language: Language,
) -> Finding {
    let criterion = compiled.criterion;
    let label = |list: &str, word: &str| said(network, list, word, language);
    let shown = violation
        .target
        .shown(&violation.scope, language, &label)
        .unwrap_or_default();
    let (file, route) = network.charter.place(compiled.id, "");
    let law = Place {
        file,
        at: At::Key(route),
    };
    let principle = violation.scope.principle;
    Finding {
        name: Cow::Owned(compiled.id.to_owned()),
        severity: criterion.level.severity(),
        sentence: criterion.finding.get(language).to_owned(),
        primary: Shown { place, text: shown },
        secondary: vec![Shown {
            place: law,
            text: law_in_words(network, criterion, principle, language),
        }],
        because: criterion.because.get(language).to_owned(),
        help: None,
    }
}

/// The name that people say for a word of a list, or for a principle.
fn said(network: &Network, list: &str, word: &str, language: Language) -> String {
    let list = List::ALL
        .iter()
        .find(|(_, name)| *name == list)
        .map(|(list, _)| *list);
    let label = match list {
        Some(list) => network.vocabulary.label(list, word, language),
        None => network
            .charter
            .principles
            .get(word)
            .map_or(word, |principle| principle.label(language)),
    };
    uncapitalised(label)
}

/// Which law speaks: the principle or the objective that it serves, and since when it is in force.
#[must_use]
pub fn law_in_words(
    network: &Network,
    criterion: &Criterion,
    principle: Option<&str>,
    language: Language,
) -> String {
    let named = criterion
        .principle
        .as_ref()
        .map(|Principled(name)| name.as_str());
    let principle = principle.or(named.filter(|name| *name != Principled::EACH));
    let serves = match (principle, named, criterion.objective) {
        (Some(principle), ..) => said(network, "principles", principle, language),
        (None, Some(_), _) => {
            say!(language, fr: "les principes de la charte", en: "the principles of the charter")
        }
        (None, None, Some(objective)) => {
            say!(language, fr: "objectif {objective} de la démarche", en: "objective {objective} \
                of the process")
        }
        (None, None, None) => say!(language, fr: "règle du réseau", en: "rule of the network"),
    };
    let force = match (criterion.from, criterion.to) {
        (Some(from), None) => {
            say!(language, fr: ", en vigueur depuis {from}", en: ", in force since {from}")
        }
        (Some(from), Some(to)) => {
            say!(language, fr: ", en vigueur de {from} à {to}", en: ", in force from {from} to \
                {to}")
        }
        (None, Some(to)) => {
            say!(language, fr: ", en vigueur jusqu'en {to}", en: ", in force until {to}")
        }
        (None, None) => String::new(),
    };
    serves + &force
}

/// A label as it stands inside a sentence; a name in capitals keeps them.
fn uncapitalised(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first
            .to_lowercase()
            .chain(std::iter::once(second))
            .chain(letters)
            .collect(),
        _ => label.to_owned(),
    }
}
