//! `stage-out-of-order`: a later stage of the process reached for certain before an earlier one.

use crate::calendar::PartialDate;
use crate::checks::{Check, Context};
use crate::diagnostic::At;
use crate::network::Network;
use crate::records::{List, Record, Stages};
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "stage-out-of-order", Error,
        fr: "le processus avance étape par étape\u{202f}; revenir en arrière est permis, à \
            condition de dater le retour",
        en: "the process goes step by step; going back is allowed, as long as the return is \
            dated"),
    run,
};

fn run(context: &mut Context) {
    let network = context.network;
    for territory in &network.territories {
        check_stages(context, territory, &territory.body.stages);
    }
    for dynamic in &network.dynamics {
        check_stages(context, dynamic, &dynamic.body.stages);
    }
}

/// A stage with the dates on which it was reached.
type Dated<'s> = (usize, &'s str, &'s [PartialDate]);

/// Stages that have dates, in the order of the process.
fn in_order<'s>(network: &Network, stages: &'s Stages) -> Vec<Dated<'s>> {
    let mut dated: Vec<Dated> = stages
        .iter()
        .filter_map(|(id, reached)| {
            let rank = network.vocabulary.rank(List::Stages, id.as_str())?;
            Some((rank, id.as_str(), reached.reached.as_slice()))
        })
        .collect();
    dated.sort_unstable_by_key(|(rank, ..)| *rank);
    dated
}

/// Reports each stage that was certainly reached before the one that precedes it.
fn check_stages<I: std::fmt::Display, T>(
    context: &mut Context,
    record: &Record<I, T>,
    stages: &Stages,
) {
    let language = context.language;
    let dated = in_order(context.network, stages);
    for pair in dated.windows(2) {
        let [(_, earlier, first), (_, later, second)] = pair else {
            continue;
        };
        let (Some(first), Some(last)) = (
            first.iter().map(|when| when.first()).min(),
            second.iter().map(|when| when.last()).max(),
        ) else {
            continue;
        };
        if last >= first {
            continue;
        }
        let vocabulary = &context.network.vocabulary;
        let before = vocabulary.label(List::Stages, earlier, language);
        let after = vocabulary.label(List::Stages, later, language);
        let twice = context.code(&record.file, "reached = [2019, 2025]");
        let finding = context
            .find(
                &CHECK.rule,
                record,
                At::Value(route!["stages", *later]),
                say!(language,
                fr: "l'étape «\u{a0}{after}\u{a0}» est atteinte avant \
                    «\u{a0}{before}\u{a0}», qui la précède",
                en: "the stage “{after}” is reached before “{before}”, which comes first"),
            )
            .label(
                say!(language, fr: "étape d'après, datée d'avant", en: "the stage after, dated \
                before"),
            )
            .beside(
                record.at(At::Value(route!["stages", *earlier])),
                say!(language, fr: "étape d'avant, datée d'après", en: "the stage before, dated \
                    after"),
            )
            .help(say!(language,
                fr: "corriger une date, ou indiquer quand l'étape a été perdue puis \
                    retrouvée\u{a0}: `{twice}`",
                en: "correct a date, or say when the stage was lost and reached again: `{twice}`"));
        context.report(finding);
    }
}
