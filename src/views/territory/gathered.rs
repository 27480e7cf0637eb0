//! What is known of one territory, gathered and ordered.

use crate::calendar::PartialDate;
use crate::geography::{self, AreaLevel};
use crate::network::{Countability, DynamicRecord, TerritoryRecord};
use crate::records::{List, TerritoryId};
use crate::views::parts::observed::{ObservationFact, days, observed};
use crate::views::parts::pieces::{period_told, periods_told, words};
use crate::views::parts::{Alphabet, days_in_words, filtered};
use crate::views::view::Question;

use crate::views::territory::facts::{
    AgreementFact, CollectiveFact, DynamicFact, FamilyFact, InsideFact, StageFact, TerritoryFacts,
};

/// Gathers them.
pub fn gather(question: &Question, id: &TerritoryId) -> TerritoryFacts {
    let (network, language) = (question.network, question.language);
    let record = network.territory(id.as_str());
    let area = network.area_named(id);
    let shown = shown(question, id);
    let ties = network.ties(shown.iter().copied());
    let kind = record
        .map(|record| record.body.kind.to_string())
        .or_else(|| area.map(|area| area.level.word().to_owned()));
    let kind = kind.unwrap_or_default();
    TerritoryFacts {
        id: id.to_string(),
        name: network.territory_name(id),
        file: record.map(|record| record.file.to_string()),
        kind: network
            .vocabulary
            .label(List::TerritoryKinds, &kind, language)
            .to_owned(),
        code: area.map(|area| area.code.to_owned()),
        summary: record
            .and_then(|record| record.common.summary.get(language))
            .map(str::to_owned),
        figures: figures(question, id, &shown),
        authority: record
            .and_then(|record| network.authority_of(record))
            .map(crate::records::Record::name),
        stages: record
            .map(|record| stages(question, record))
            .unwrap_or_default(),
        collective: record.and_then(|record| collective(question, record)),
        families: families(question, &ties),
        partners: ties.len(),
        observations: observations(question, id, &shown),
        agreements: record
            .map(|record| agreements(question, record))
            .unwrap_or_default(),
        inside: inside(question, id),
        dynamics: shown
            .iter()
            .enumerate()
            .map(|(place, dynamic)| fact(question, place + 1, dynamic))
            .collect(),
    }
}

/// Its dynamics that live on some day of the sheet, by theme, then by name.
pub fn shown<'q>(question: &Question<'q>, id: &'q TerritoryId) -> Vec<&'q DynamicRecord> {
    let network = question.network;
    let within = days(question);
    let undated = |dynamic: &DynamicRecord| dynamic.body.period().is_empty() && !question.dated;
    let lives =
        |dynamic: &&DynamicRecord| dynamic.body.period().overlaps(within) || undated(dynamic);
    let mut shown: Vec<&DynamicRecord> = network
        .dynamics_inside(id)
        .filter(|dynamic| filtered(question, dynamic))
        .filter(lives)
        .collect();
    let alphabet = Alphabet::new();
    let rank = |dynamic: &DynamicRecord| digit(question, dynamic).unwrap_or(usize::MAX);
    shown.sort_by(|one, other| {
        let names = alphabet.compare(&one.name(), &other.name());
        rank(one)
            .cmp(&rank(other))
            .then(names)
            .then_with(|| one.id.cmp(&other.id))
    });
    shown
}

fn digit(question: &Question, dynamic: &DynamicRecord) -> Option<usize> {
    let counts = question.network.standing(dynamic) == Countability::Counted;
    let theme = dynamic.body.theme.as_ref().filter(|_| counts)?;
    question
        .network
        .vocabulary
        .rank(List::Themes, theme.as_str())
        .map(|rank| rank + 1)
}

fn fact(question: &Question, number: usize, dynamic: &DynamicRecord) -> DynamicFact {
    let (network, language, body) = (question.network, question.language, &dynamic.body);
    let theme = body.theme.as_ref();
    let ended = body.ended.as_ref().map(|ended| {
        network
            .vocabulary
            .label(List::Ends, ended.as_str(), language)
    });
    DynamicFact {
        number,
        id: dynamic.id.to_string(),
        name: dynamic.name(),
        digit: digit(question, dynamic),
        theme: theme.map(|theme| {
            let word = network.vocabulary.word(List::Themes, theme.as_str());
            word.map_or(theme.as_str(), |word| word.short_label(language))
                .to_owned()
        }),
        theme_id: theme.map(ToString::to_string),
        period: body.period().to_string(),
        lived: period_told(&body.period(), language),
        lives: body.period().overlaps(question.asked),
        ended: ended.map(str::to_owned),
        partners: body.partners.len(),
        file: dynamic.file.to_string(),
    }
}

/// What the official tables and the records say of it in numbers.
fn figures(
    question: &Question,
    id: &TerritoryId,
    shown: &[&DynamicRecord],
) -> Vec<(String, String)> {
    let (network, language, asked) = (question.network, question.language, question.asked);
    let area = network.area_named(id);
    let number = |count: usize| language.number(count as u64);
    let communes = area
        .filter(|area| area.level < AreaLevel::Commune)
        .map(|area| geography::communes_of(&area).len());
    let followed = network
        .territory(id.as_str())
        .map(|record| &record.body.followed);
    let followed = followed.map(|periods| periods_told(&periods.0, language));
    let counted = shown
        .iter()
        .filter(|dynamic| network.standing(dynamic) == Countability::Counted)
        .count();
    let alive = network
        .dynamics_active_in(asked)
        .filter(|dynamic| shown.iter().any(|one| one.id == dynamic.id));
    let when = days_in_words(question);
    let alive = format!("{} ({when})", number(alive.count()));
    let rows = [
        (
            words(question, "habitants", "inhabitants"),
            area.and_then(|area| area.population)
                .map(|people| language.number(people)),
        ),
        (
            words(question, "communes", "communes"),
            communes.filter(|count| *count > 1).map(number),
        ),
        (
            words(question, "suivi par le réseau", "followed by the network"),
            followed.filter(|text| !text.is_empty()),
        ),
        (
            words(
                question,
                "dynamiques comptées, en vie",
                "dynamics counted, alive",
            ),
            Some(alive),
        ),
        (
            words(
                question,
                "dynamiques comptées, dans cette fiche",
                "dynamics counted, in this sheet",
            ),
            Some(number(counted)),
        ),
        (
            words(question, "adhérents installés ici", "members settled here"),
            Some(format!(
                "{} ({when})",
                number(network.members_inside(id, asked).count())
            )),
        ),
    ];
    rows.into_iter()
        .filter_map(|(label, value)| Some((label, value?)))
        .collect()
}

fn stages(question: &Question, record: &TerritoryRecord) -> Vec<StageFact> {
    let progress = question.network.progress_of(record, question.asked.last);
    let stage = |(rank, (_, word)): (usize, (&String, &crate::records::VocabularyWord))| {
        let steps = || progress.steps.iter().filter(move |step| step.rank == rank);
        StageFact {
            number: rank + 1,
            label: word.label(question.language).to_owned(),
            reached: steps().map(|step| step.when.to_string()).collect(),
            inferred: steps().any(|step| step.reached.inferred),
            evidence: steps().find_map(|step| step.reached.evidence.clone()),
        }
    };
    question
        .network
        .vocabulary
        .list(List::Stages)
        .iter()
        .enumerate()
        .map(stage)
        .collect()
}

fn collective(question: &Question, record: &TerritoryRecord) -> Option<CollectiveFact> {
    let (network, language) = (question.network, question.language);
    let collective = record.body.collective.as_ref()?;
    let actor = |id: &crate::records::ActorId| {
        network
            .actor(id.as_str())
            .map_or_else(|| id.to_string(), crate::records::Record::name)
    };
    let size = collective.size.as_ref().map(|size| {
        let number = language.decimal(size.value, 0);
        match size.is {
            crate::records::Precision::Exact => number,
            crate::records::Precision::About => {
                format!("{} {number}", words(question, "environ", "about"))
            }
            crate::records::Precision::AtLeast => {
                format!("{} {number}", words(question, "au moins", "at least"))
            }
            crate::records::Precision::AtMost => {
                format!("{} {number}", words(question, "au plus", "at most"))
            }
        }
    });
    let stakeholder = |word: &crate::records::Word| {
        network
            .vocabulary
            .label(List::Stakeholders, word.as_str(), language)
            .to_owned()
    };
    Some(CollectiveFact {
        name: collective
            .actor
            .as_ref()
            .map(actor)
            .or_else(|| collective.name.clone()),
        formed: collective.formed.map(|when| when.format(language)),
        size,
        members: collective.members.iter().map(actor).collect(),
        priorities: collective.priorities.clone(),
        identified_with: collective.identified_with.iter().map(stakeholder).collect(),
    })
}

fn families(question: &Question, ties: &[crate::network::Tie]) -> Vec<FamilyFact> {
    let alphabet = Alphabet::new();
    let known = question.network.vocabulary.list(List::Families).iter();
    let of = |id: Option<&str>, label: String| {
        let mut ties: Vec<_> = ties.iter().filter(|tie| tie.family == id).collect();
        ties.sort_by(|one, other| {
            let names = alphabet.compare(&one.name, &other.name);
            other
                .dynamics
                .cmp(&one.dynamics)
                .then(names)
                .then_with(|| one.id.cmp(other.id))
        });
        let partners = ties.into_iter().map(|tie| tie.name.clone()).collect();
        FamilyFact {
            id: id.map(str::to_owned),
            label,
            partners,
        }
    };
    let families = known.map(|(id, word)| of(Some(id), word.label(question.language).to_owned()));
    let unknown = of(None, words(question, "famille inconnue", "family unknown"));
    families
        .chain([unknown])
        .filter(|family| !family.partners.is_empty())
        .collect()
}

fn observations(
    question: &Question,
    id: &TerritoryId,
    shown: &[&DynamicRecord],
) -> Vec<ObservationFact> {
    let network = question.network;
    let own = network
        .territories
        .iter()
        .filter(|record| network.lies_in(&record.id, id));
    let own = own.flat_map(|record| network.observations_of(record));
    let of_dynamics = shown
        .iter()
        .flat_map(|dynamic| network.observations_in(dynamic));
    own.chain(of_dynamics)
        .filter_map(|observation| observed(question, &observation))
        .collect()
}

fn agreements(question: &Question, record: &TerritoryRecord) -> Vec<AgreementFact> {
    let network = question.network;
    let mut facts: Vec<AgreementFact> = record
        .body
        .agreements
        .iter()
        .filter(|(_, agreement)| {
            agreement.period().is_empty()
                || agreement.period().overlaps(days(question))
                || agreement
                    .from
                    .is_some_and(|from| from.first() > question.asked.last)
        })
        .map(|(key, agreement)| {
            let with = agreement
                .with
                .as_ref()
                .and_then(|id| network.actor(id.as_str()));
            let period = agreement.period();
            AgreementFact {
                key: key.clone(),
                with: with
                    .or_else(|| network.authority_of(record))
                    .map(crate::records::Record::name),
                period: period.to_string(),
                subject: agreement.subject.clone(),
                days: agreement.days,
                amount: agreement.amount,
                ends: agreement
                    .to
                    .map(|to| PartialDate::Day(to.last()).to_string()),
                in_force: period.overlaps(question.asked),
                held: period,
            }
        })
        .collect();
    facts.sort_by(|one, other| {
        let order = |fact: &AgreementFact| (!fact.in_force, fact.ends.clone());
        order(one)
            .cmp(&order(other))
            .then_with(|| one.key.cmp(&other.key))
    });
    facts
}

fn inside(question: &Question, id: &TerritoryId) -> Vec<InsideFact> {
    let (network, language) = (question.network, question.language);
    let own = network.area_named(id);
    let is_itself = |record: &TerritoryRecord| {
        record.id == *id || own.is_some() && network.area_of(record) == own
    };
    let inside = network
        .followed_in(days(question))
        .filter(|record| !is_itself(record) && network.lies_in(&record.id, id));
    let mut facts: Vec<InsideFact> = inside
        .map(|record| {
            let progress = network.progress_of(record, question.asked.last);
            let stages = network.vocabulary.list(List::Stages);
            let stands = progress
                .stands()
                .and_then(|step| stages.get_index(step.rank));
            InsideFact {
                id: record.id.to_string(),
                name: network.territory_label(&record.id),
                stage: stands.map(|(_, word)| word.label(language).to_owned()),
                dynamics: shown(question, &record.id).len(),
            }
        })
        .collect();
    let alphabet = Alphabet::new();
    facts.sort_by(|one, other| {
        alphabet
            .compare(&one.name, &other.name)
            .then_with(|| one.id.cmp(&other.id))
    });
    facts
}
