//! `succession-in-a-circle`: something succeeds itself, directly or through others.

use std::collections::BTreeMap;

use crate::checks::{Bench, Check};
use crate::diagnostic::{At, Finding, Rule, Severity};
use crate::language::{Both, Language};
use crate::records::Record;
use crate::{example, route, say};

/// The check.
pub const CHECK: Check = Check {
    rule: Rule {
        name: "succession-in-a-circle",
        severity: Severity::Error,
        because: Both {
            fr: "on ne peut pas succéder à ce dont on est l'origine",
            en: "nothing can succeed what it is the origin of",
        },
        example: example!("checks", "succession-in-a-circle"),
    },
    run,
};

fn run(bench: &mut Bench) {
    let network = bench.network;
    let mut findings = circles(bench, &network.territories, "succeeds", |record| &record.body.succeeds);
    findings.extend(circles(bench, &network.dynamics, "succeeds", |record| &record.body.succeeds));
    bench.findings.extend(findings);
}

/// Walks each chain once: a record is told where the walk that began at it comes back to it.
fn circles<I: AsRef<str> + std::fmt::Display, T>(
    bench: &Bench,
    records: &[Record<I, T>],
    key: &str,
    before: impl Fn(&Record<I, T>) -> &Vec<I>,
) -> Vec<Finding> {
    let successors = records.iter().filter(|record| !before(record).is_empty());
    let known: BTreeMap<&str, &Record<I, T>> =
        successors.map(|record| (record.id.as_ref(), record)).collect();
    let mut state: BTreeMap<&str, bool> = BTreeMap::new();
    let mut findings = Vec::new();
    for record in known.values().copied() {
        let mut path: Vec<(&Record<I, T>, usize)> = vec![(record, 0)];
        if state.contains_key(record.id.as_ref()) {
            continue;
        }
        state.insert(record.id.as_ref(), false);
        while let Some((here, next)) = path.last_mut() {
            let Some(id) = before(here).get(*next) else {
                state.insert(here.id.as_ref(), true);
                path.pop();
                continue;
            };
            let (here, item) = (*here, *next);
            *next += 1;
            match (state.get(id.as_ref()), known.get(id.as_ref())) {
                (Some(false), Some(_)) => {
                    let walked: Vec<&str> = path.iter().map(|(record, _)| record.id.as_ref()).collect();
                    findings.push(told(
                        bench,
                        here,
                        key,
                        item,
                        &circle(&walked, id.as_ref(), bench.language),
                    ));
                }
                (None, Some(older)) => {
                    state.insert(older.id.as_ref(), false);
                    path.push((older, 0));
                }
                _ => {}
            }
        }
    }
    findings
}

/// In words, from the record where the circle closes round to itself.
fn circle(walked: &[&str], back_to: &str, language: Language) -> String {
    let begun = walked.iter().position(|id| *id == back_to).unwrap_or_default();
    let (last, before) = walked[begun..].split_last().unwrap_or((&back_to, &[]));
    let mut text = say!(language, fr: "`{last}` succède à `{back_to}`", en: "`{last}` succeeds `{back_to}`");
    for id in before.iter().skip(1).chain(before.first().map(|_| last)) {
        text += &say!(language, fr: ", qui succède à `{id}`", en: ", which succeeds `{id}`");
    }
    text
}

fn told<I: std::fmt::Display, T>(
    bench: &Bench,
    record: &Record<I, T>,
    key: &str,
    item: usize,
    circle: &str,
) -> Finding {
    let language = bench.language;
    bench
        .find(
            &CHECK.rule,
            record,
            At::Value(route![key, item]),
            say!(language,
            fr: "cette succession tourne en rond",
            en: "this succession goes in a circle"),
        )
        .label(circle.to_owned())
        .help(say!(language, fr: "retirer l'un des maillons", en: "take out one of the links"))
}
