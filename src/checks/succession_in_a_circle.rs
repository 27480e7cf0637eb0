//! `succession-in-a-circle`: something succeeds itself, directly or through others.

use std::collections::{BTreeMap, BTreeSet};

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Finding};
use crate::language::{Bilingual, Language};
use crate::records::Record;
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "succession-in-a-circle", Error,
        fr: "rien ne succède à ce dont il est l'origine, ni ne contient ce dont il fait partie",
        en: "nothing succeeds what it is the origin of, nor holds what it is part of"),
    run,
};

/// Ids shown of a circle.
const SHOWN: usize = 8;

fn run(context: &mut Context) {
    let network = context.network;
    let mut findings = circles(context, &network.territories, "succeeds", |record| {
        &record.body.succeeds
    });
    findings.extend(circles(
        context,
        &network.territories,
        "made_of",
        |record| &record.body.made_of,
    ));
    findings.extend(circles(context, &network.territories, "within", |record| {
        &record.body.within.0
    }));
    findings.extend(circles(context, &network.dynamics, "succeeds", |record| {
        &record.body.succeeds
    }));
    findings.extend(circles(context, &network.dynamics, "part_of", |record| {
        record.body.part_of.as_slice()
    }));
    context.findings.extend(findings);
}

/// Walks each chain once: a record is told where the walk that began at it comes back to it.
fn circles<I: AsRef<str> + std::fmt::Display, T>(
    context: &Context,
    records: &[Record<I, T>],
    key: &str,
    before: impl Fn(&Record<I, T>) -> &[I],
) -> Vec<Finding> {
    let successors = records.iter().filter(|record| !before(record).is_empty());
    let known: BTreeMap<&str, &Record<I, T>> = successors
        .map(|record| (record.id.as_ref(), record))
        .collect();
    let mut state: BTreeMap<&str, bool> = BTreeMap::new();
    let mut told_of = BTreeSet::new();
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
                (Some(false), Some(_)) if told_of.insert(here.id.as_ref()) => {
                    let walked: Vec<&str> =
                        path.iter().map(|(record, _)| record.id.as_ref()).collect();
                    let circle = circle(&walked, id.as_ref(), key, context.language);
                    findings.push(told(context, here, key, item, circle));
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
fn circle(walked: &[&str], back_to: &str, key: &str, language: Language) -> String {
    let begun = walked
        .iter()
        .position(|id| *id == back_to)
        .unwrap_or_default();
    let (last, before) = walked[begun..].split_last().unwrap_or((&back_to, &[]));
    let rest = before.iter().skip(1).chain(before.first().map(|_| last));
    let verb = match key {
        "succeeds" => Bilingual {
            fr: "succède à",
            en: "succeeds",
        },
        "made_of" => Bilingual {
            fr: "est fait de",
            en: "is made of",
        },
        "within" => Bilingual {
            fr: "est dans",
            en: "is within",
        },
        _ => Bilingual {
            fr: "fait partie de",
            en: "is part of",
        },
    };
    let verb = verb.get(language);
    let mut text = format!("`{last}` {verb} `{back_to}`");
    for id in rest.clone().take(SHOWN) {
        text += &say!(language, fr: ", qui {verb} `{id}`", en: ", which {verb} `{id}`");
    }
    if rest.count() > SHOWN {
        text.push('…');
    }
    text
}

fn told<I: std::fmt::Display, T>(
    context: &Context,
    record: &Record<I, T>,
    key: &str,
    item: usize,
    circle: String,
) -> Finding {
    let language = context.language;
    let sentence = if key == "succeeds" {
        say!(language, fr: "cette succession tourne en rond", en: "this succession goes in a \
            circle")
    } else {
        say!(language, fr: "cette appartenance tourne en rond", en: "this belonging goes in a \
            circle")
    };
    context
        .find(&CHECK.rule, record, At::Value(route![key, item]), sentence)
        .label(circle)
        .help(say!(language, fr: "retirer l'un des maillons", en: "take out one of the links"))
}
