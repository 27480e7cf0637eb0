//! Every check, in telling order; one rule one file.

mod check;
mod levels;

mod code_merged;
mod code_of_another_kind;
mod end_without_date;
mod false_siren;
mod id_out_of_form;
mod members_apart;
mod orphan_actor;
mod period_backwards;
mod place_outside_territory;
mod published_parts_do_not_sum;
mod published_total_differs;
mod same_id_twice;
mod stage_out_of_order;
mod succession_in_a_circle;
mod unknown_actor;
mod unknown_agreement;
mod unknown_check;
mod unknown_dynamic;
mod unknown_official_code;
mod unknown_source;
mod unknown_territory;
mod unknown_word;
mod unread_file;
mod without_source;

pub use check::{Bench, Check};
pub use levels::settle;

use crate::calendar::Day;
use crate::diagnostic::{Finding, Rule};
use crate::documents::faults::FAULTS;
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
    unknown_word::CHECK,
    unknown_check::CHECK,
    unknown_official_code::CHECK,
    code_merged::CHECK,
    code_of_another_kind::CHECK,
    place_outside_territory::CHECK,
    members_apart::CHECK,
    false_siren::CHECK,
    period_backwards::CHECK,
    end_without_date::CHECK,
    stage_out_of_order::CHECK,
    succession_in_a_circle::CHECK,
    without_source::CHECK,
    orphan_actor::CHECK,
    published_parts_do_not_sum::CHECK,
    published_total_differs::CHECK,
];

/// Every rule that can be explained, waived or set: faults of writing, then checks.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    FAULTS.iter().map(|fault| &fault.rule).chain(CHECKS.iter().map(|check| &check.rule))
}

/// What the checks found, and how many judgements were held back.
#[must_use]
pub fn run(network: &Network, language: Language, today: Day) -> (Vec<Finding>, usize) {
    let mut bench = Bench::new(network, language, today);
    for check in CHECKS {
        (check.run)(&mut bench);
    }
    (bench.findings, bench.held_back)
}
