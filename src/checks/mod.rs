//! Every check, in telling order; one rule one file.

mod check;
pub mod criteria;
mod levels;

mod code_merged;
mod code_of_another_kind;
mod criterion_without_example;
mod dynamic_without_date;
mod end_without_date;
mod example_comes_out_otherwise;
pub mod example_run;
mod false_siren;
mod faulty_patch;
mod faulty_person;
mod id_out_of_form;
mod members_apart;
mod number_in_prose_differs;
mod orphan_actor;
mod period_backwards;
mod place_outside_territory;
mod published_parts_do_not_sum;
mod published_total_differs;
mod same_id_twice;
mod seen_in_the_future;
mod stage_out_of_order;
mod succession_in_a_circle;
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

pub use check::{Asked, Check, Context, law};

use std::sync::Arc;

use crate::calendar::Day;
use crate::charter::Faulty;
use crate::diagnostic::{Finding, Rule};
use crate::documents::hints::HINTS;
use crate::language::Language;
use crate::network::Network;

/// Every check.
pub const CHECKS: &[Check] = &[
    unread_file::CHECK,
    id_out_of_form::CHECK,
    same_id_twice::CHECK,
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
    waiver_unneeded::CHECK,
    unknown_official_code::CHECK,
    code_merged::CHECK,
    code_of_another_kind::CHECK,
    place_outside_territory::CHECK,
    members_apart::CHECK,
    false_siren::CHECK,
    period_backwards::CHECK,
    seen_in_the_future::CHECK,
    end_without_date::CHECK,
    stage_out_of_order::CHECK,
    succession_in_a_circle::CHECK,
    without_source::CHECK,
    dynamic_without_date::CHECK,
    orphan_actor::CHECK,
    published_parts_do_not_sum::CHECK,
    published_total_differs::CHECK,
    unknown_base::CHECK,
    faulty_patch::CHECK,
    unknown_anchor::CHECK,
    number_in_prose_differs::CHECK,
    unreadable_criterion::CHECK,
    unknown_name_in_criterion::CHECK,
    criterion_without_example::CHECK,
    example_comes_out_otherwise::CHECK,
];

/// Every rule that can be explained, waived or set: faults of writing, then checks.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    HINTS
        .iter()
        .map(|fault| &fault.rule)
        .chain(CHECKS.iter().map(|check| &check.rule))
}

/// What the right records of every rule have that its wrong ones have not; a test writes and holds
/// it.
const RIGHT: &str = include_str!("../../tests/right.txt");

/// The right example of a rule.
#[must_use]
pub fn right(name: &str) -> Option<&'static str> {
    let (_, rest) = RIGHT.split_once(&format!("## {name}\n"))?;
    Some(
        rest.split("\n## ")
            .next()
            .unwrap_or(rest)
            .trim_matches('\n'),
    )
    .filter(|right| !right.is_empty())
}

/// Every name that can be explained, waived or set in a network: its rules, then the criteria of
/// its charter.
pub fn names(network: &Network) -> impl Iterator<Item = &str> {
    rules()
        .map(|rule| rule.name)
        .chain(network.charter.criteria.iter().map(|(id, _)| id.as_str()))
}

/// What the checks found, and how many judgements were held back; what the charter asks is
/// [`criteria::judge`].
#[must_use]
pub fn run(network: &Network, language: Language, today: Day) -> (Vec<Finding>, usize) {
    let mut context = Context::new(network, language, today);
    for check in CHECKS {
        (check.run)(&mut context);
    }
    (context.findings, context.held_back)
}

/// The rule by which a fault of a criterion is told.
#[must_use]
pub fn rule_of(faulty: Faulty) -> &'static Rule {
    match faulty {
        Faulty::Unreadable => &unreadable_criterion::CHECK.rule,
        Faulty::Unknown => &unknown_name_in_criterion::CHECK.rule,
    }
}

/// What of the findings is told, at the levels of `apes.toml` and without what is waived today;
/// with them the waivers
/// that nothing needs any more. The second answer is how many were left out.
#[must_use]
pub fn apply_levels(
    network: &Network,
    mut findings: Vec<Finding>,
    asked: &Asked,
) -> (Vec<Finding>, usize) {
    let rules: Vec<&str> = rules().map(|rule| rule.name).collect();
    findings.extend(waiver_unneeded::unneeded(network, &findings, asked, &rules));
    levels::apply_levels(network, findings, asked.today)
}

/// The check that sets numbers of texts right.
pub const NUMBER_IN_PROSE: &str = number_in_prose_differs::CHECK.rule.name;

/// What is to be said of the numbers of one Markdown text, whether it lies among the records or
/// not, and how many
/// judgements were held back.
#[must_use]
pub fn in_prose(
    network: &Network,
    language: Language,
    file: &Arc<str>,
    markdown: &str,
) -> (Vec<Finding>, usize) {
    let mut context = Context::new(network, language, Day::first_of(1));
    unknown_anchor::look(&mut context, file, markdown);
    number_in_prose_differs::look(&mut context, file, markdown);
    (context.findings, context.held_back)
}
