//! `waiver-unneeded`: a waiver in force of a check that finds nothing there any more.

use std::collections::BTreeSet;

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Place};
use crate::records::CheckLevel;
use crate::{route, rule, say};

/// Name of the check that reports names of no rule.
const UNKNOWN_CHECK: &str = "unknown-check";

/// The check.
pub const CHECK: Check = Check {
    rule: rule!(
        "checks",
        "waiver-unneeded",
        Note,
        fr: "une dispense oubliée tairait demain un constat que personne n'a excusé",
        en: "a forgotten waiver would silence tomorrow a finding that nobody has excused"
    ),
    run,
};

/// Runs after all other checks, whose findings are those that waivers may silence.
fn run(context: &mut Context) {
    let unneeded = unneeded(context);
    // While a file is broken or a judgement held back, any waiver may still be needed.
    if context.held_back > 0 || !context.network.is_intact() {
        context.held_back += unneeded.len();
        return;
    }
    for (check, place) in unneeded {
        let sentence = say!(context.language,
            fr: "`{check}` ne trouve rien ici\u{a0}: cette dispense n'excuse plus rien",
            en: "`{check}` finds nothing here: this waiver excuses nothing any more");
        let help = say!(context.language, fr: "l'effacer", en: "delete it");
        let finding = context.find_at(&CHECK.rule, place, sentence).help(help);
        context.report(finding);
    }
}

/// The waivers in force of rules that were evaluated and found nothing in the record: the name of
/// the rule, and the place of the waiver.
fn unneeded<'n>(context: &Context<'n>) -> Vec<(&'n str, Place)> {
    let found: BTreeSet<(&str, &str)> = context
        .findings
        .iter()
        .map(|finding| (&*finding.primary.place.file, &*finding.name))
        .collect();
    let criteria = criteria_in_force(context);
    let mut unneeded = Vec::new();
    for record in context.network.records() {
        let file = record.file();
        for (index, waiver) in record.common().waivers.iter().enumerate() {
            let check = &*waiver.check;
            // A name that no rule has is a finding of its own.
            if waiver.in_force(context.today)
                && is_wanted(context, check, &criteria)
                && !found.contains(&(&**file, check))
                && !found.contains(&(&**file, UNKNOWN_CHECK))
            {
                let at = At::Value(route!["waivers", index, "check"]);
                let file = file.clone();
                unneeded.push((check, Place { file, at }));
            }
        }
    }
    unneeded
}

/// Whether a rule was evaluated, and its findings are wanted.
fn is_wanted(context: &Context, check: &str, criteria: &BTreeSet<&str>) -> bool {
    let network = context.network;
    let is_off = network
        .settings
        .checks
        .get(check)
        .is_some_and(|level| level.level == CheckLevel::Off);
    let is_criterion = network.charter.criteria.get(check).is_some();
    let is_evaluated = !is_criterion || context.criteria_evaluated && criteria.contains(check);
    let is_skipped = context.skipped.iter().any(|skipped| skipped == check);
    is_evaluated && !is_off && !is_skipped && check != CHECK.rule.name
}

/// The criteria in force whose expressions could be compiled.
fn criteria_in_force<'c>(context: &'c Context) -> BTreeSet<&'c str> {
    let compiled = context.compiled_charter.criteria.iter();
    let in_force = compiled.filter(|compiled| compiled.criterion.in_force(context.today));
    in_force.map(|compiled| compiled.id).collect()
}
