//! Levers, obstacles and tools, as reports describe them.

use serde::Serialize;

use crate::calendar::{DateRange, Day, PartialDate, Period};
use crate::language::Language;
use crate::network::{Nature, Observation};
use crate::records::{List, Record, Word};
use crate::say;
use crate::views::parts::certainty::with_inference;
use crate::views::parts::periods::{describe_date, describe_period};
use crate::views::parts::scope::days_in_words;
use crate::views::view::{Question, Table};

/// A lever, an obstacle or a tool that a record observes.
#[derive(Clone, Debug, Serialize)]
pub struct ObservationFact {
    /// `obstacle`, `lever` or `tool`.
    pub nature: &'static str,
    /// Id of its kind in the vocabulary.
    pub kind_id: String,
    /// Label of its kind.
    pub kind: String,
    /// Id of the territory.
    pub territory_id: String,
    /// Name of the territory.
    pub territory: String,
    /// Id of the dynamic; `None` where the observation is about the territory as a whole.
    pub dynamic_id: Option<String>,
    /// Name of the dynamic.
    pub dynamic: Option<String>,
    /// The period in which it held, as the record writes it.
    pub period: String,
    /// The period in which it held, in words.
    #[serde(skip)]
    pub held: String,
    /// The period in which it held, as dates.
    #[serde(skip)]
    pub dates: Period,
    /// Id of the actor or kind of stakeholder who reports it.
    #[serde(skip)]
    pub told_by_id: Option<String>,
    /// The date on which an obstacle was lifted, by the end of the period asked.
    pub lifted: Option<String>,
    /// The actor or kind of stakeholder who reports it.
    pub told_by: Option<String>,
    /// Whether the writer of the record inferred it.
    pub inferred: bool,
    /// A remark in the reader's language.
    pub note: Option<String>,
    /// File of the record.
    pub file: String,
    /// The years of the period asked in which it held.
    pub years: Vec<u16>,
}

impl ObservationFact {
    /// The period in which it held, in words, marked where it was inferred.
    #[must_use]
    pub fn when(&self, language: Language) -> String {
        if self.inferred && self.held.is_empty() {
            return say!(language, fr: "(déduit)", en: "(inferred)");
        }
        with_inference(self.held.clone(), self.inferred, language)
    }
}

/// The days over which observations are gathered: those asked for, or all until the day of the
/// question.
#[must_use]
pub fn days(question: &Question) -> DateRange {
    if question.dated {
        question.asked
    } else {
        DateRange {
            first: Day::first_of(1),
            ..question.asked
        }
    }
}

/// The days over which observations are gathered, in words.
#[must_use]
pub fn asked_in_words(question: &Question) -> String {
    if question.dated {
        return days_in_words(question);
    }
    let until = PartialDate::Day(question.asked.last).format(question.language);
    say!(question.language, fr: "jusqu'au {until}", en: "until {until}")
}

/// The facts of an observation; `None` if it holds on none of the days asked for.
///
/// An observation without a date passes only where no day was asked for.
#[must_use]
pub fn observed(question: &Question, observation: &Observation) -> Option<ObservationFact> {
    let (network, language, days) = (question.network, question.language, days(question));
    let is_undated = observation.is_undated() && !question.dated;
    if !is_undated && !observation.overlaps(days) {
        return None;
    }
    let kind = observation.kind.as_str();
    let lifted = observation.lifted_by(days.last);
    let note = observation.note.and_then(|note| note.get(language));
    Some(ObservationFact {
        nature: match observation.nature {
            Nature::Obstacle => "obstacle",
            Nature::Lever => "lever",
            Nature::Tool => "tool",
        },
        kind_id: kind.to_owned(),
        kind: question.label(observation.nature.list(), kind),
        territory_id: observation.home.to_string(),
        territory: network.territory_label(observation.home),
        dynamic_id: observation.dynamic.map(|dynamic| dynamic.id.to_string()),
        dynamic: observation.dynamic.map(Record::name),
        period: observation.period.to_string(),
        held: describe_period(&observation.period, language),
        dates: observation.period.clone(),
        told_by_id: observation.told_by.map(ToString::to_string),
        lifted: lifted.map(|date| date.to_string()),
        told_by: observation
            .told_by
            .map(|reporter| reporter_name(question, reporter)),
        inferred: observation.inferred,
        note: note.map(str::to_owned),
        file: observation.file.to_owned(),
        years: years(observation, days),
    })
}

/// The years of a period in which an observation holds.
fn years(observation: &Observation, days: DateRange) -> Vec<u16> {
    let first = observation
        .period
        .ranges()
        .iter()
        .map(|stretch| stretch.first.year)
        .chain(observation.lifted.map(PartialDate::year))
        .min();
    let Some(first) = first else {
        return Vec::new();
    };
    (first.max(days.first.year)..=days.last.year)
        .filter(|year| *year > 0 && observation.overlaps(DateRange::years(*year, *year)))
        .collect()
}

/// The name of who reports an observation or a result: an actor's, or the word for a kind of
/// stakeholder.
#[must_use]
pub fn reporter_name(question: &Question, reporter: &Word) -> String {
    let actor = question.network.actor(reporter.as_str());
    actor.map_or_else(
        || question.label(List::Stakeholders, reporter.as_str()),
        Record::name,
    )
}

/// The observations of one nature, one a row; with their territories where there are several.
#[must_use]
pub fn table(
    question: &Question,
    facts: &[&ObservationFact],
    nature: &str,
    several: bool,
) -> Table {
    let facts = facts.iter().copied().filter(|fact| fact.nature == nature);
    let mut table = Table::of(question.language, caption(question, nature), facts);
    if several {
        table = table.column("territoire", "territory", |fact| {
            // In the report of a territory its own name goes without saying.
            (!is_asked_for(question, fact)).then_some(&fact.territory)
        });
    }
    table = match nature {
        "obstacle" => table.column("frein", "obstacle", |fact| &fact.kind),
        "lever" => table.column("levier", "lever", |fact| &fact.kind),
        _ => table.column("outil", "tool", |fact| &fact.kind),
    };
    table = table
        .column("dynamique", "dynamic", |fact| &fact.dynamic)
        .column("quand", "when", |fact| fact.when(question.language));
    if nature == "obstacle" {
        table = table.column("levé", "lifted", |fact| {
            let lifted = describe_date(fact.lifted.as_deref(), question.language);
            lifted.unwrap_or_else(|| question.words("pas d'après les fiches", "not recorded"))
        });
    }
    if nature != "tool" {
        table = table.column("rapporté par", "reported by", |fact| &fact.told_by);
    }
    table.build().without_empty_columns()
}

fn caption(question: &Question, nature: &str) -> String {
    match nature {
        "obstacle" => question.words(
            "Les freins, un à un, et leur levée",
            "Obstacles one by one, and when they were lifted",
        ),
        "lever" => question.words("Les leviers, un à un", "Levers one by one"),
        _ => question.words(
            "Les outils de coopération, un à un",
            "Tools of cooperation one by one",
        ),
    }
}

fn is_asked_for(question: &Question, fact: &ObservationFact) -> bool {
    let asked = question.territory.as_ref();
    asked.is_some_and(|asked| asked.as_str() == fact.territory_id)
}
