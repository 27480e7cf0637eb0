//! Facts of one territory, gathered from the network and sorted.

use std::cmp::Reverse;

use crate::calendar::PartialDate;
use crate::geography::Area;
use crate::network::{
    Countability, DynamicRecord, Network, PartnerCount, StageProgress, TerritoryRecord,
};
use crate::records::{Agreement, Collective, Figure, List, Record, TerritoryId, VocabularyWord};
use crate::views::parts::certainty::{with_inference, with_precision};
use crate::views::parts::observed::{ObservationFact, days, observed};
use crate::views::parts::periods::period_of_dynamic;
use crate::views::parts::{Alphabet, filtered};
use crate::views::view::Question;

use crate::views::territory::facts::{
    AgreementFact, CollectiveFact, DynamicFact, FamilyFact, InsideFact, StageFact, TerritoryFacts,
};
use crate::views::territory::figures::figures;

/// Gathers the facts of a territory, which may have a record or be known by its code alone.
pub fn gather(question: &Question, id: &TerritoryId) -> TerritoryFacts {
    let network = question.network;
    let record = network.territory(id.as_str());
    let area = network.area_named(id);
    let dynamics = dynamics_of_sheet(question, id);
    let partner_counts = network.partner_counts(dynamics.iter().copied());
    TerritoryFacts {
        id: id.to_string(),
        name: network.territory_name(id),
        file: record.map(|record| record.file.to_string()),
        kind: kind(question, record, area),
        code: area.map(|area| area.code.to_owned()),
        summary: record
            .and_then(|record| record.common.summary.get(question.language))
            .map(str::to_owned),
        figures: figures(question, id, &dynamics),
        authority: record
            .and_then(|record| network.authority_of(record))
            .map(Record::name),
        stages: record.map_or_else(Vec::new, |record| stages(question, record)),
        collective: record
            .and_then(|record| record.body.collective.as_ref())
            .map(|collective| collective_fact(question, collective)),
        families: families(question, &partner_counts),
        partners: partner_counts.len(),
        observations: observations(question, id, &dynamics),
        agreements: record.map_or_else(Vec::new, |record| agreements(question, record)),
        inside: inside(question, id),
        dynamics: (1..)
            .zip(&dynamics)
            .map(|(number, dynamic)| dynamic_fact(question, number, dynamic))
            .collect(),
    }
}

/// The label of a territory's kind: that of its record, else the level of its official area.
fn kind(question: &Question, record: Option<&TerritoryRecord>, area: Option<Area>) -> String {
    let kind = record
        .map(|record| record.body.kind.to_string())
        .or_else(|| area.map(|area| area.level.word().to_owned()))
        .unwrap_or_default();
    question.label(List::TerritoryKinds, &kind)
}

/// The dynamics of a territory that are active on some day of the sheet, by theme, then by name.
pub fn dynamics_of_sheet<'q>(
    question: &Question<'q>,
    id: &'q TerritoryId,
) -> Vec<&'q DynamicRecord> {
    let mut dynamics = question.network.dynamics_inside(id);
    dynamics.retain(|dynamic| is_on_sheet(question, dynamic));
    let alphabet = Alphabet::new();
    dynamics.sort_by(|left, right| {
        theme_rank(question, left)
            .cmp(&theme_rank(question, right))
            .then_with(|| alphabet.compare(&left.name(), &right.name()))
            .then_with(|| left.id.cmp(&right.id))
    });
    dynamics
}

/// Whether a dynamic is asked for and active on some day of the sheet. One without dates is on a
/// sheet for which no day was asked.
fn is_on_sheet(question: &Question, dynamic: &DynamicRecord) -> bool {
    let period = dynamic.body.period();
    let is_shown = period.overlaps(days(question)) || period.is_empty() && !question.dated;
    is_shown && filtered(question, dynamic)
}

/// The digit of a dynamic's theme; the highest number for a dynamic that does not count, so that
/// it comes last.
fn theme_rank(question: &Question, dynamic: &DynamicRecord) -> usize {
    digit(question, dynamic).unwrap_or(usize::MAX)
}

/// The position of a dynamic's theme in the vocabulary, from 1; `None` for one that does not count.
fn digit(question: &Question, dynamic: &DynamicRecord) -> Option<usize> {
    if question.network.countability(dynamic) != Countability::Counted {
        return None;
    }
    let theme = dynamic.body.theme.as_ref()?;
    let vocabulary = &question.network.vocabulary;
    Some(vocabulary.rank(List::Themes, theme.as_str())? + 1)
}

fn dynamic_fact(question: &Question, number: usize, dynamic: &DynamicRecord) -> DynamicFact {
    let body = &dynamic.body;
    let period = body.period();
    DynamicFact {
        number,
        id: dynamic.id.to_string(),
        name: dynamic.name(),
        digit: digit(question, dynamic),
        theme: body
            .theme
            .as_ref()
            .map(|theme| question.short_label(List::Themes, theme.as_str())),
        theme_id: body.theme.as_ref().map(ToString::to_string),
        period: period.to_string(),
        period_in_words: period_of_dynamic(dynamic, question.language),
        theme_inferred: dynamic.common.infers("theme"),
        lives: period.overlaps(question.asked),
        ended: body
            .ended
            .as_ref()
            .map(|end| question.label(List::Ends, end.as_str())),
        partners: body.partners.len(),
        file: dynamic.file.to_string(),
    }
}

/// Every stage of the vocabulary, with the dates at which the territory reached it.
fn stages(question: &Question, record: &TerritoryRecord) -> Vec<StageFact> {
    let progress = question
        .network
        .territory_progress(record, question.asked.last);
    question
        .network
        .vocabulary
        .list(List::Stages)
        .iter()
        .enumerate()
        .map(|(rank, (_, word))| stage(question, &progress, rank, word))
        .collect()
}

fn stage(
    question: &Question,
    progress: &StageProgress,
    rank: usize,
    word: &VocabularyWord,
) -> StageFact {
    let steps = || progress.steps.iter().filter(|step| step.rank == rank);
    StageFact {
        number: rank + 1,
        label: word.label(question.language).to_owned(),
        reached: steps().map(|step| step.when.to_string()).collect(),
        inferred: steps().any(|step| step.inferred),
        evidence: steps().find_map(|step| step.reached.evidence.clone()),
    }
}

fn collective_fact(question: &Question, collective: &Collective) -> CollectiveFact {
    let network = question.network;
    CollectiveFact {
        name: collective
            .actor
            .as_ref()
            .map(|id| network.actor_name(id.as_str()))
            .or_else(|| collective.name.clone()),
        formed: collective.formed.map(|when| when.format(question.language)),
        size: collective
            .size
            .as_ref()
            .map(|size| describe_size(question, size)),
        members: collective
            .members
            .iter()
            .map(|id| network.actor_name(id.as_str()))
            .collect(),
        priorities: collective.priorities.clone(),
        identified_with: collective
            .identified_with
            .iter()
            .map(|word| question.label(List::Stakeholders, word.as_str()))
            .collect(),
    }
}

/// A number of people or organisations with its precision: `about 20`.
fn describe_size(question: &Question, size: &Figure) -> String {
    let number = question.language.decimal(size.value, 0);
    with_precision(number, size.is, question.language)
}

/// The partners of each family that has any, in the order of the vocabulary; those of an unknown
/// family last.
fn families(question: &Question, partner_counts: &[PartnerCount]) -> Vec<FamilyFact> {
    let unknown = FamilyFact {
        id: None,
        label: question.words("famille inconnue", "family unknown"),
        partners: partners_of_family(partner_counts, None),
    };
    question
        .network
        .vocabulary
        .list(List::Families)
        .iter()
        .map(|(id, word)| FamilyFact {
            id: Some(id.clone()),
            label: word.label(question.language).to_owned(),
            partners: partners_of_family(partner_counts, Some(id)),
        })
        .chain([unknown])
        .filter(|family| !family.partners.is_empty())
        .collect()
}

/// Names of partners, by decreasing number of dynamics, then by name.
fn partners_of_family(partner_counts: &[PartnerCount], family: Option<&str>) -> Vec<String> {
    let mut partner_counts: Vec<&PartnerCount> = partner_counts
        .iter()
        .filter(|tie| tie.family == family)
        .collect();
    let alphabet = Alphabet::new();
    partner_counts.sort_by(|left, right| {
        Reverse(left.dynamics)
            .cmp(&Reverse(right.dynamics))
            .then_with(|| alphabet.compare(&left.name, &right.name))
            .then_with(|| left.id.cmp(right.id))
    });
    partner_counts
        .into_iter()
        .map(|tie| tie.name.clone())
        .collect()
}

/// Levers, obstacles and tools: those of the territory and of those inside it, then those of the
/// sheet's dynamics.
fn observations(
    question: &Question,
    id: &TerritoryId,
    dynamics: &[&DynamicRecord],
) -> Vec<ObservationFact> {
    let network = question.network;
    let of_territories = network
        .territories
        .iter()
        .filter(|record| network.lies_in(&record.id, id))
        .flat_map(|record| network.observations_of(record));
    let of_dynamics = dynamics
        .iter()
        .flat_map(|dynamic| network.observations_in(dynamic));
    of_territories
        .chain(of_dynamics)
        .filter_map(|observation| observed(question, &observation))
        .collect()
}

/// The agreements of the sheet: those in force first, then by their last day.
fn agreements(question: &Question, record: &TerritoryRecord) -> Vec<AgreementFact> {
    let mut facts: Vec<AgreementFact> = record
        .body
        .agreements
        .iter()
        .filter(|(_, agreement)| is_agreement_of_sheet(question, agreement))
        .map(|(key, agreement)| agreement_fact(question, record, key, agreement))
        .collect();
    facts.sort_by_cached_key(|fact| (!fact.in_force, fact.ends.clone(), fact.key.clone()));
    facts
}

/// Whether an agreement has no dates, is in force on some day of the sheet, or begins after the
/// days asked for.
fn is_agreement_of_sheet(question: &Question, agreement: &Agreement) -> bool {
    let period = agreement.period();
    period.is_empty()
        || period.overlaps(days(question))
        || agreement
            .from
            .is_some_and(|from| from.first() > question.asked.last)
}

fn agreement_fact(
    question: &Question,
    record: &TerritoryRecord,
    key: &str,
    agreement: &Agreement,
) -> AgreementFact {
    let network = question.network;
    let period = agreement.period();
    AgreementFact {
        key: key.to_owned(),
        with: agreement
            .with
            .as_ref()
            .and_then(|id| network.actor(id.as_str()))
            .or_else(|| network.authority_of(record))
            .map(Record::name),
        period: period.to_string(),
        subject: agreement.subject.clone(),
        inferred: record
            .common
            .infers_row("agreements", key, agreement.inferred),
        days: agreement.days,
        amount: agreement.amount,
        ends: agreement
            .to
            .map(|to| PartialDate::Day(to.last()).to_string()),
        in_force: period.overlaps(question.asked),
        dates: period,
    }
}

/// The followed territories inside a territory, by name.
fn inside(question: &Question, id: &TerritoryId) -> Vec<InsideFact> {
    let network = question.network;
    let mut facts: Vec<InsideFact> = network
        .followed_in(days(question))
        .filter(|record| !is_itself(network, record, id) && network.lies_in(&record.id, id))
        .map(|record| InsideFact {
            id: record.id.to_string(),
            name: network.territory_label(&record.id),
            stage: stage_label(question, record),
            dynamics: network
                .dynamics_inside(&record.id)
                .iter()
                .filter(|dynamic| is_on_sheet(question, dynamic))
                .count(),
        })
        .collect();
    let alphabet = Alphabet::new();
    facts.sort_by(|left, right| {
        alphabet
            .compare(&left.name, &right.name)
            .then_with(|| left.id.cmp(&right.id))
    });
    facts
}

/// Whether a record is that of a territory, under the same id or for the same official area.
fn is_itself(network: &Network, record: &TerritoryRecord, id: &TerritoryId) -> bool {
    let area = network.area_named(id);
    record.id == *id || area.is_some() && network.area_of(record) == area
}

/// The label of the stage that a territory reached last.
fn stage_label(question: &Question, record: &TerritoryRecord) -> Option<String> {
    let progress = question
        .network
        .territory_progress(record, question.asked.last);
    let stage = progress.current()?;
    let label = question.label(List::Stages, stage.id);
    Some(with_inference(label, stage.inferred, question.language))
}
