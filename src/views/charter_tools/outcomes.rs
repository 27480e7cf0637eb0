//! The records that criteria are evaluated on, with the number that pass and fail.

use crate::calendar::{Day, PartialDate};
use crate::charter::{CompiledCharter, CompiledCriterion, Criterion, Subject};
use crate::network::values::{RecordView, Verdict};
use crate::network::{ActorRecord, TerritoryRecord};
use crate::records::{Common, Record, TerritoryId, ThemeId};
use crate::views::parts::filtered;
use crate::views::parts::nouns::{ACTORS, DYNAMICS, Noun, RECORDS, TERRITORIES, counted};
use crate::views::view::Question;

/// A record on the day of the question, as criteria are evaluated on it.
///
/// `RecordRef` of the network has neither the id, the name nor the theme, which reports print.
pub struct EvaluatedRecord<'n> {
    /// Id of the record.
    pub id: String,
    /// Name of the record, or its id.
    pub name: String,
    /// Territory in whose folder the record is.
    pub home: &'n TerritoryId,
    /// Theme of a dynamic; `None` for other kinds of record.
    pub theme: Option<&'n ThemeId>,
    /// Keys of all kinds of record.
    common: &'n Common,
    /// The values that expressions read.
    view: RecordView<'n>,
}

impl<'n> EvaluatedRecord<'n> {
    fn new<I: std::fmt::Display, T>(record: &'n Record<I, T>, view: RecordView<'n>) -> Self {
        Self {
            id: record.id.to_string(),
            name: record.name(),
            home: &record.home,
            theme: None,
            common: &record.common,
            view,
        }
    }

    /// The kind of the record.
    pub fn subject(&self) -> Subject {
        self.view.subject()
    }

    /// Whether a waiver excuses the record from a criterion on a day.
    pub fn is_excused(&self, criterion: &str, day: Day) -> bool {
        self.common
            .waivers
            .iter()
            .any(|waiver| waiver.check == criterion && waiver.in_force(day))
    }

    /// The verdict of a criterion on the record; a criterion that is not in force, `None`, does not
    /// apply.
    pub fn verdict(&self, criterion: Option<&CompiledCriterion>, principles: &[&str]) -> Verdict {
        criterion.map_or(Verdict::NotApplicable, |criterion| {
            self.view.verdict(criterion, principles)
        })
    }
}

/// The day on which criteria are evaluated: the last of those asked about.
pub fn evaluation_day(question: &Question) -> Day {
    question.asked.last
}

/// The day on which criteria are evaluated, in words: `1er mars 2024`.
pub fn evaluation_day_in_words(question: &Question) -> String {
    PartialDate::Day(evaluation_day(question)).format(question.language)
}

/// The question with its day in the lines below the report: the criteria in force depend on it,
/// even if nobody chose it.
pub fn with_day<'n>(question: &Question<'n>) -> Question<'n> {
    Question {
        dated: true,
        ..question.clone()
    }
}

/// A criterion of a compiled charter; `None` if it has errors, or is not in force on the evaluation
/// day.
pub fn criterion_in_force<'l, 'c>(
    charter: &'l CompiledCharter<'c>,
    id: &str,
    question: &Question,
) -> Option<&'l CompiledCriterion<'c>> {
    charter
        .criteria
        .iter()
        .find(|compiled| compiled.id == id && compiled.criterion.in_force(evaluation_day(question)))
}

/// The records of every kind that pass the question's filters.
///
/// A record that could not be read whole is left out: a key may seem missing that is only unread.
pub fn records<'n>(question: &Question<'n>) -> Vec<EvaluatedRecord<'n>> {
    let (network, day) = (question.network, evaluation_day(question));
    let territories = network
        .territories
        .iter()
        .filter(|territory| territory.intact && includes_territory(question, territory))
        .map(|territory| {
            let view = RecordView::territory(network, territory, day);
            EvaluatedRecord::new(territory, view)
        });
    let actors = network
        .actors
        .iter()
        .filter(|actor| actor.intact && includes_actor(question, actor))
        .map(|actor| EvaluatedRecord::new(actor, RecordView::actor(network, actor, day)));
    let dynamics = network
        .dynamics
        .iter()
        .filter(|dynamic| dynamic.intact && filtered(question, dynamic))
        .map(|dynamic| EvaluatedRecord {
            theme: dynamic.body.theme.as_ref(),
            ..EvaluatedRecord::new(dynamic, RecordView::dynamic(network, dynamic, day))
        });
    territories.chain(actors).chain(dynamics).collect()
}

/// Whether a territory passes the filters: under a theme, if one of its dynamics does.
fn includes_territory(question: &Question, territory: &TerritoryRecord) -> bool {
    question.covers(&territory.id)
        && (question.theme.is_none()
            || question
                .network
                .dynamics_of(&territory.id)
                .any(|dynamic| filtered(question, dynamic)))
}

/// Whether an actor passes the filters: under a theme, if it takes part in a dynamic of that theme,
/// wherever the dynamic is.
fn includes_actor(question: &Question, actor: &ActorRecord) -> bool {
    question.covers_any(&actor.home, &actor.body.also_in)
        && (question.theme.is_none()
            || question
                .network
                .dynamics_with(actor)
                .any(|dynamic| dynamic.body.theme == question.theme))
}

/// The numbers of records that pass and fail a criterion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OutcomeCounts {
    /// Records that satisfy the criterion.
    pub passing: usize,
    /// Records that violate the criterion.
    pub failing: usize,
}

impl OutcomeCounts {
    /// The outcomes of a criterion in records.
    pub fn of(
        criterion: &CompiledCriterion,
        records: &[EvaluatedRecord],
        principles: &[&str],
    ) -> Self {
        let mut counts = Self::default();
        for record in records {
            counts.add(record.verdict(Some(criterion), principles));
        }
        counts
    }

    /// Counts one more verdict.
    pub fn add(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::NotApplicable => {}
            Verdict::Passes => self.passing += 1,
            Verdict::Fails => self.failing += 1,
        }
    }

    /// The number of records that the criterion applies to.
    pub fn applicable(self) -> usize {
        self.passing + self.failing
    }
}

/// A number of records of the kind that a criterion applies to: `3 acteurs`.
pub fn counted_records(criterion: &Criterion, count: usize, question: &Question) -> String {
    counted(count, noun_of(criterion), question.language)
}

/// The noun of the kind that a criterion applies to; records, if there are several kinds.
fn noun_of(criterion: &Criterion) -> &'static Noun {
    match &*criterion.applies_to.0 {
        [Subject::Territory] => &TERRITORIES,
        [Subject::Actor] => &ACTORS,
        [Subject::Dynamic] => &DYNAMICS,
        _ => &RECORDS,
    }
}
