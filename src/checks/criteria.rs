//! Evaluation of the charter's criteria on every record, and the findings that come of it.

use std::borrow::Cow;
use std::fmt::Display;

use rayon::prelude::*;

use crate::calendar::Day;
use crate::charter::{
    CompiledCharter, CompiledCriterion, Criterion, CriterionError, ErrorKind, PrincipleRef, Subject,
};
use crate::checks::check::Context;
use crate::diagnostic::{At, Finding, Label, Place, Rule, Writing};
use crate::language::Language;
use crate::network::Network;
use crate::network::values::{RecordView, Violation};
use crate::records::{List, Record};
use crate::say;

/// Evaluates the criteria in force on a day on every record of a network.
///
/// Returns the findings and the number of judgements held back.
#[must_use]
pub fn evaluate(
    network: &Network,
    charter: &CompiledCharter,
    language: Language,
    day: Day,
) -> (Vec<Finding>, usize) {
    // Nothing was compiled while the names that criteria use may only be unread.
    let not_compiled = charter.criteria.is_empty() && charter.errors.is_empty();
    if not_compiled && !network.charter.criteria.is_empty() {
        return (Vec::new(), 1);
    }
    let in_force: Vec<Judge> = charter.in_force(day).map(Judge::new).collect();
    let evaluator = Evaluator {
        network,
        language,
        day,
        principles: network.charter.principle_ids(),
        all_intact: network.is_intact(),
    };
    let judged = vec![
        evaluator.evaluate(
            &network.territories,
            &of_subject(&in_force, Subject::Territory),
            RecordView::territory,
        ),
        evaluator.evaluate(
            &network.actors,
            &of_subject(&in_force, Subject::Actor),
            RecordView::actor,
        ),
        evaluator.evaluate(
            &network.dynamics,
            &of_subject(&in_force, Subject::Dynamic),
            RecordView::dynamic,
        ),
    ];
    let judged = Judged::joined(judged);
    (judged.findings, judged.held_back)
}

/// A criterion in force, with what is asked of it for every record.
#[derive(Clone, Copy)]
struct Judge<'n> {
    criterion: &'n CompiledCriterion<'n>,
    reads_other_records: bool,
}

impl<'n> Judge<'n> {
    fn new(criterion: &'n CompiledCriterion<'n>) -> Self {
        Self {
            criterion,
            reads_other_records: criterion.reads_other_records(),
        }
    }
}

/// The criteria that apply to a kind of record.
fn of_subject<'n>(in_force: &[Judge<'n>], subject: Subject) -> Vec<Judge<'n>> {
    let applies = |judge: &&Judge| judge.criterion.targets_of(subject).next().is_some();
    in_force.iter().filter(applies).copied().collect()
}

/// Records that one thread evaluates at a time.
const RECORDS_AT_ONCE: usize = 256;

/// What criteria found in some records.
#[derive(Default)]
struct Judged {
    findings: Vec<Finding>,
    held_back: usize,
}

impl Judged {
    /// All of several, in their order, in a list as long as they are: findings are large and may
    /// be as many as records.
    fn joined(parts: Vec<Self>) -> Self {
        let count = parts.iter().map(|part| part.findings.len()).sum();
        let mut joined = Self {
            findings: Vec::with_capacity(count),
            held_back: 0,
        };
        for part in parts {
            joined.findings.extend(part.findings);
            joined.held_back += part.held_back;
        }
        joined
    }
}

/// What the evaluation of all criteria on all records shares.
struct Evaluator<'n> {
    network: &'n Network,
    language: Language,
    day: Day,
    principles: Vec<&'n str>,
    all_intact: bool,
}

impl<'n> Evaluator<'n> {
    /// Evaluates criteria on the records of a kind, on several threads, in the order of records.
    fn evaluate<I: Display + Sync, T: Sync>(
        &self,
        records: &'n [Record<I, T>],
        criteria: &[Judge<'n>],
        view: fn(&'n Network, &'n Record<I, T>, Day) -> RecordView<'n>,
    ) -> Judged {
        let judged: Vec<Judged> = records
            .par_chunks(RECORDS_AT_ONCE)
            .map(|some| {
                let mut judged = Judged::default();
                for record in some {
                    let view = view(self.network, record, self.day);
                    self.judge(record, &view, criteria, &mut judged);
                }
                judged
            })
            .collect();
        Judged::joined(judged)
    }

    fn judge<I: Display, T>(
        &self,
        record: &Record<I, T>,
        view: &RecordView,
        criteria: &[Judge],
        judged: &mut Judged,
    ) {
        for judge in criteria {
            for violation in view.violations(judge.criterion, &self.principles) {
                if record.intact && (self.all_intact || !judge.reads_other_records) {
                    let place = record.at(violation.at.clone());
                    let (network, language) = (self.network, self.language);
                    let finding = finding(network, judge.criterion, &violation, place, language);
                    judged.findings.push(finding);
                } else {
                    // What is missing here, or in a record that the criterion reads beside this
                    // one, may only be unread.
                    judged.held_back += 1;
                }
            }
        }
    }
}

/// The finding for a violation: the record, the values that decided, the criterion.
#[must_use]
pub fn finding(
    network: &Network,
    compiled: &CompiledCriterion,
    violation: &Violation,
    place: Place,
    language: Language,
) -> Finding {
    let criterion = compiled.criterion;
    let label_of = |list: &str, word: &str| word_label(network, list, word, language);
    let values = violation
        .target
        .render_values(&violation.scope, language, &label_of)
        .unwrap_or_default();
    let (file, route) = network.charter.place(compiled.id, "");
    let basis = Label {
        place: Place {
            file,
            at: At::Key(route),
        },
        text: describe_basis(network, criterion, violation.scope.principle, language),
    };
    Finding {
        name: Cow::Owned(compiled.id.to_owned()),
        severity: criterion.level.severity(),
        sentence: criterion.finding.get(language).to_owned(),
        primary: Label {
            place,
            text: values,
        },
        secondary: vec![basis],
        because: criterion.because.get(language).to_owned(),
        help: None,
    }
}

/// Reports the errors of one kind in the charter's criteria.
pub fn report_criterion_errors(context: &mut Context, rule: &'static Rule, kind: ErrorKind) {
    let errors = &context.compiled_charter.errors;
    for (id, error) in errors.iter().filter(|(_, error)| error.kind == kind) {
        let charter = &context.network.charter;
        let place = charter.error_place(id, error);
        let finding = if place.file == charter.file {
            criterion_error_finding(rule, error, place, context.language)
        } else {
            // The charter of another network is not corrected in its own file.
            let help = say!(context.language,
                fr: "ce critère vient de `{}`\u{a0}: le changer (`[amended.{id}]`) ou le retirer \
                    (`[struck.{id}]`) dans `{}`",
                en: "this criterion comes from `{}`: change it (`[amended.{id}]`) or strike it \
                    (`[struck.{id}]`) in `{}`",
                place.file, charter.file);
            Finding::new(rule, context.language, place, error.sentence.clone()).help(help)
        };
        context.report(finding);
    }
}

/// The finding for an error of a criterion, in a file or on the command line.
#[must_use]
pub fn criterion_error_finding(
    rule: &'static Rule,
    error: &CriterionError,
    place: Place,
    language: Language,
) -> Finding {
    let finding = Finding::new(rule, language, place.clone(), error.sentence.clone());
    if let Some(nearest) = &error.nearest {
        let question = say!(language,
            fr: "vouliez-vous dire `{nearest}`\u{202f}?",
            en: "did you mean `{nearest}`?");
        let writing = if error.span.is_some() {
            Writing::Raw(nearest.clone())
        } else {
            Writing::Text(nearest.clone())
        };
        return finding.help(question).edit(place, writing);
    }
    match &error.help {
        Some(help) => finding.help(help.clone()),
        None => finding,
    }
}

/// The principle or the objective of a criterion, else its source, and the time during which it is
/// in force.
#[must_use]
pub fn describe_basis(
    network: &Network,
    criterion: &Criterion,
    principle: Option<&str>,
    language: Language,
) -> String {
    describe_aim(network, criterion, principle, language) + &describe_force(criterion, language)
}

/// The principle or the objective that a criterion serves, else the text that asks for it.
fn describe_aim(
    network: &Network,
    criterion: &Criterion,
    principle: Option<&str>,
    language: Language,
) -> String {
    let named = criterion
        .principle
        .as_ref()
        .map(|PrincipleRef(name)| name.as_str());
    let principle = principle.or(named.filter(|name| *name != PrincipleRef::EACH));
    match (principle, named, criterion.objective) {
        (Some(principle), ..) => word_label(network, "principles", principle, language),
        (None, Some(_), _) => {
            say!(language, fr: "les principes de la charte", en: "the principles of the charter")
        }
        (None, None, Some(objective)) => say!(language,
            fr: "objectif {objective} de la démarche",
            en: "objective {objective} of the process"),
        (None, None, None) => match title_of_source(network, criterion) {
            Some(title) => say!(language, fr: "d'après «\u{a0}{title}\u{a0}»", en: "by “{title}”"),
            None => say!(language, fr: "règle du réseau", en: "rule of the network"),
        },
    }
}

/// The title of the text that a criterion rests on; `None` if it is the network's own rule.
fn title_of_source<'n>(network: &'n Network, criterion: &Criterion) -> Option<&'n str> {
    let id = criterion.source.as_deref()?;
    let of_charter = network.charter.sources.get(id);
    let of_network = network.sources.get(id);
    of_charter
        .and_then(|source| source.title.as_deref())
        .or_else(|| of_network.and_then(|source| source.title.as_deref()))
}

/// The time during which a criterion is in force, to follow a noun; empty if it has no date.
fn describe_force(criterion: &Criterion, language: Language) -> String {
    let period = match (criterion.from, criterion.to) {
        (Some(from), None) => from.since(language),
        (Some(from), Some(to)) => from.to(to, language),
        (None, Some(to)) => to.until(language),
        (None, None) => return String::new(),
    };
    say!(language, fr: ", en vigueur {period}", en: ", in force {period}")
}

/// The label of a word of a list of the vocabulary, or of a principle, inside a sentence.
#[must_use]
pub fn word_label(network: &Network, list: &str, word: &str, language: Language) -> String {
    let list = List::ALL.iter().find(|(_, name)| *name == list);
    let label = match list {
        Some((list, _)) => network.vocabulary.label(*list, word, language),
        None => network
            .charter
            .principles
            .get(word)
            .map_or(word, |principle| principle.label(language)),
    };
    uncapitalised(label)
}

/// A label inside a sentence, without its capital; an acronym keeps it.
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
