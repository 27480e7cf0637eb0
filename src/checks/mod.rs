//! All checks, in the order of their findings: one rule, one file.

mod check;
pub mod criteria;

mod code_merged;
mod code_of_another_kind;
mod criterion_without_example;
mod criterion_without_source;
mod date_in_the_future;
mod dates_out_of_order;
mod dynamic_without_date;
pub mod editor_schemas;
mod end_without_date;
mod example_comes_out_otherwise;
pub mod example_run;
mod false_siren;
mod faulty_patch;
mod faulty_person;
mod faulty_phone;
mod granted_and_refused;
mod headings;
mod id_out_of_form;
mod legal_form_belies_kind;
mod members_apart;
mod name_belies_code;
mod number_in_prose_differs;
mod orphan_actor;
mod period_backwards;
mod period_without_date;
mod periods_overlap;
mod personal_address;
mod place_outside_territory;
mod published_parts_do_not_sum;
mod published_total_differs;
mod record_copied;
mod same_body_twice;
mod same_code_twice;
mod same_id_twice;
mod same_name_twice;
mod seen_in_the_future;
mod seen_outside_period;
mod stage_out_of_order;
mod stale_schema;
mod succession_in_a_circle;
mod translation_outdated;
mod unknown_actor;
mod unknown_agreement;
mod unknown_anchor;
mod unknown_base;
mod unknown_check;
mod unknown_dynamic;
mod unknown_name_in_criterion;
mod unknown_official_code;
mod unknown_person;
mod unknown_source;
mod unknown_statement;
mod unknown_territory;
mod unknown_word;
mod unread_file;
mod unreadable_criterion;
mod waiver_expired;
mod waiver_unneeded;
mod without_source;

use check::Outcome;
pub use check::{Check, Context};
pub use headings::{HEADINGS, Heading, neighbours};

use std::sync::Arc;

use rayon::prelude::*;

use crate::calendar::Day;
use crate::charter::{CompiledCharter, ErrorKind};
use crate::diagnostic::{Finding, Rule};
use crate::documents::hints::HINTS;
use crate::language::Language;
use crate::network::Network;
use crate::rule;

/// All checks, in the order of their findings.
pub const CHECKS: &[Check] = &[
    unread_file::CHECK,
    id_out_of_form::CHECK,
    same_id_twice::CHECK,
    record_copied::CHECK,
    unknown_actor::CHECK,
    unknown_territory::CHECK,
    unknown_dynamic::CHECK,
    unknown_agreement::CHECK,
    unknown_source::CHECK,
    unknown_statement::CHECK,
    unknown_person::CHECK,
    faulty_person::CHECK,
    unknown_word::CHECK,
    unknown_check::CHECK,
    waiver_expired::CHECK,
    unknown_official_code::CHECK,
    code_merged::CHECK,
    code_of_another_kind::CHECK,
    name_belies_code::CHECK,
    same_code_twice::CHECK,
    place_outside_territory::CHECK,
    members_apart::CHECK,
    false_siren::CHECK,
    legal_form_belies_kind::CHECK,
    same_body_twice::CHECK,
    same_name_twice::CHECK,
    faulty_phone::CHECK,
    period_backwards::CHECK,
    periods_overlap::CHECK,
    seen_in_the_future::CHECK,
    seen_outside_period::CHECK,
    date_in_the_future::CHECK,
    dates_out_of_order::CHECK,
    granted_and_refused::CHECK,
    end_without_date::CHECK,
    stage_out_of_order::CHECK,
    succession_in_a_circle::CHECK,
    without_source::CHECK,
    translation_outdated::CHECK,
    dynamic_without_date::CHECK,
    period_without_date::CHECK,
    orphan_actor::CHECK,
    personal_address::CHECK,
    published_parts_do_not_sum::CHECK,
    published_total_differs::CHECK,
    unknown_base::CHECK,
    faulty_patch::CHECK,
    stale_schema::CHECK,
    unknown_anchor::CHECK,
    number_in_prose_differs::CHECK,
    unreadable_criterion::CHECK,
    unknown_name_in_criterion::CHECK,
    criterion_without_source::CHECK,
    criterion_without_example::CHECK,
    example_comes_out_otherwise::CHECK,
    // Last, since it asks which waivers silence none of the findings of all others.
    waiver_unneeded::CHECK,
];

/// All rules, which can be explained, waived or set: those of syntax and shape, then the checks.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    HINTS
        .iter()
        .map(|hint| &hint.rule)
        .chain(CHECKS.iter().map(|check| &check.rule))
        .chain(std::iter::once(&STALE_BASELINE_ENTRY))
}

/// The rule of `apes validate --baseline`: the list of known findings names one that is gone.
pub static STALE_BASELINE_ENTRY: Rule = rule!(
    "baseline", "stale-baseline-entry", Error,
    fr: "la liste des constats connus ne peut que raccourcir\u{a0}: une ligne de trop laisserait \
        revenir la même faute",
    en: "the list of known findings may only shrink: a line too many would let the same fault back"
);

/// For each rule, what its right records have that the wrong ones have not; written by a test.
const RIGHT_EXAMPLES: &str = include_str!("../../tests/right_examples.txt");

/// The right example of a rule; `None` if there is none.
#[must_use]
pub fn right_example(rule: &str) -> Option<&'static str> {
    let (_, rest) = RIGHT_EXAMPLES.split_once(&format!("## {rule}\n"))?;
    let example = rest.split("\n## ").next()?.trim_matches('\n');
    (!example.is_empty()).then_some(example)
}

/// All names that can be explained, waived or set in a network: rules, then criteria of its
/// charter.
pub fn names(network: &Network) -> impl Iterator<Item = &str> {
    rules()
        .map(|rule| rule.name)
        .chain(network.charter.criteria.iter().map(|(id, _)| id.as_str()))
}

/// Runs every check: side by side, with the findings in the order of the list.
pub fn run(context: &mut Context) {
    let Some((last, others)) = CHECKS.split_last() else {
        return;
    };
    let inputs = context.inputs();
    let outcomes: Vec<Outcome> = others
        .par_iter()
        .map(|check| inputs.outcome(check))
        .collect();
    let found = outcomes.iter().map(|outcome| match outcome {
        Outcome::Complete(findings, _) => findings.len(),
        Outcome::SeeksNames => 0,
    });
    context.findings.reserve_exact(found.sum());
    for (check, outcome) in others.iter().zip(outcomes) {
        match outcome {
            Outcome::Complete(findings, held_back) => {
                context.findings.extend(findings);
                context.held_back += held_back;
            }
            // Names are sought by one check after the other: they share one budget.
            Outcome::SeeksNames => (check.run)(context),
        }
    }
    (last.run)(context);
}

/// Runs one check, if there is one of this name.
pub fn run_named(name: &str, context: &mut Context) {
    if let Some(check) = CHECKS.iter().find(|check| check.rule.name == name) {
        (check.run)(context);
    }
}

/// The rule of an error in a criterion.
#[must_use]
pub fn rule_of(kind: ErrorKind) -> &'static Rule {
    match kind {
        ErrorKind::Unreadable => &unreadable_criterion::CHECK.rule,
        ErrorKind::Unknown => &unknown_name_in_criterion::CHECK.rule,
    }
}

/// The check that sets numbers of texts right.
pub const NUMBER_IN_PROSE: &str = number_in_prose_differs::CHECK.rule.name;

/// Checks the anchored numbers of a Markdown text, inside the workspace or outside of it. Returns
/// the findings and the number of judgements held back.
#[must_use]
pub fn check_prose(
    network: &Network,
    language: Language,
    file: &Arc<str>,
    markdown: &str,
) -> (Vec<Finding>, usize) {
    // Neither check reads the charter or the date.
    let charter = CompiledCharter::default();
    let mut context = Context::new(network, &charter, language, Day::first_of(1));
    unknown_anchor::look(&mut context, file, markdown);
    number_in_prose_differs::look(&mut context, file, markdown);
    (context.findings, context.held_back)
}
