//! `succession-in-a-circle`: something succeeds itself, directly or through others.

use std::collections::{BTreeMap, BTreeSet};

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Finding};
use crate::language::{Bilingual, Language};
use crate::network::TerritoryRecord;
use crate::records::Record;
use crate::sources::Cut;
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "succession-in-a-circle", Error,
        fr: "rien ne succède à ce dont il est l'origine, ni ne contient ce dont il fait partie",
        en: "nothing succeeds what it is the origin of, nor holds what it is part of"),
    run,
};

/// The number of ids listed of a circle.
const SHOWN: usize = 8;

fn run(context: &mut Context) {
    let network = context.network;
    let territories = &network.territories;
    let dynamics = &network.dynamics;
    let mut findings = circles(context, territories, "succeeds", |record| {
        &record.body.succeeds
    });
    findings.extend(circles(context, territories, "made_of", |record| {
        &record.body.made_of
    }));
    findings.extend(circles(context, territories, "within", |record| {
        &record.body.within.0
    }));
    findings.extend(circles(context, dynamics, "succeeds", |record| {
        &record.body.succeeds
    }));
    findings.extend(circles(context, dynamics, "part_of", |record| {
        record.body.part_of.as_slice()
    }));
    for territory in territories {
        findings.extend(circles_of_agreements(context, territory));
    }
    context.findings.extend(findings);
}

/// The circles of agreements of a territory that renew each other. One that renews itself is
/// reported by `unknown-agreement`.
fn circles_of_agreements(context: &Context, territory: &TerritoryRecord) -> Vec<Finding> {
    let agreements = &territory.body.agreements;
    let renewed = |id: &str| agreements.get(id)?.renews.as_deref();
    let mut followed: BTreeSet<&str> = BTreeSet::new();
    let mut findings = Vec::new();
    for start in agreements.keys() {
        let mut path: Vec<&str> = Vec::new();
        let mut next = Some(start.as_str());
        while let Some(id) = next.filter(|id| agreements.get(id).is_some()) {
            if let Some(begin) = path.iter().position(|known| *known == id) {
                let circle = path.behind(begin);
                if circle.len() > 1 {
                    findings.extend(describe_renewals(context, territory, circle));
                }
                break;
            }
            if !followed.insert(id) {
                break;
            }
            path.push(id);
            next = renewed(id);
        }
    }
    findings
}

/// Points at the renewal that cannot be right by its dates, if there is one, else at the last.
/// Returns `None` for an empty circle.
fn describe_renewals(
    context: &Context,
    territory: &TerritoryRecord,
    circle: &[&str],
) -> Option<Finding> {
    let language = context.language;
    let begins = |id: &str| territory.body.agreements.get(id)?.from;
    let mut renewals = circle.iter().zip(circle.iter().cycle().skip(1));
    let wrong = renewals.position(|(own, renewed)| {
        let dates = begins(own).zip(begins(renewed));
        dates.is_some_and(|(own, renewed)| own.last() < renewed.first())
    });
    // The circle from the renewed agreement round to the one that renews it.
    let begin = wrong.map_or(0, |position| position + 1);
    let path: Vec<&str> = circle
        .iter()
        .copied()
        .cycle()
        .skip(begin)
        .take(circle.len())
        .collect();
    let (renewed, renewing) = (*path.first()?, *path.last()?);
    let at = At::Value(route!["agreements", renewing, "renews"]);
    let sentence = say!(language,
        fr: "ces conventions se reconduisent en rond",
        en: "these agreements renew each other in a circle");
    let finding = context
        .find(&CHECK.rule, territory, at, sentence)
        .label(circle_in_words(&path, renewed, "renews", language))
        .help(say!(language, fr: "retirer l'un des maillons", en: "remove one of the links"));
    Some(finding)
}

/// How far the walk along the links of a record has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Walk {
    /// On the path: a link to such a record closes a circle.
    Open,
    /// At its end: no circle goes through a record that is met again.
    Finished,
}

/// Follows each chain once and reports the records that lie on a cycle: depth first, on a path of
/// its own, since a chain may be longer than the call stack allows.
fn circles<I: AsRef<str> + std::fmt::Display, T>(
    context: &Context,
    records: &[Record<I, T>],
    key: &str,
    links: impl Fn(&Record<I, T>) -> &[I],
) -> Vec<Finding> {
    let known: BTreeMap<&str, &Record<I, T>> = records
        .iter()
        .filter(|record| !links(record).is_empty())
        .map(|record| (record.id.as_ref(), record))
        .collect();
    let mut walks: BTreeMap<&str, Walk> = BTreeMap::new();
    let mut reported = BTreeSet::new();
    let mut findings = Vec::new();
    for start in known.values().copied() {
        if walks.contains_key(start.id.as_ref()) {
            continue;
        }
        walks.insert(start.id.as_ref(), Walk::Open);
        // Each record of the path with the position of its next link.
        let mut path: Vec<(&Record<I, T>, usize)> = vec![(start, 0)];
        while let Some((record, next)) = path.last_mut() {
            let (record, position) = (*record, *next);
            let Some(id) = links(record).get(position) else {
                walks.insert(record.id.as_ref(), Walk::Finished);
                path.pop();
                continue;
            };
            *next += 1;
            match (walks.get(id.as_ref()), known.get(id.as_ref())) {
                (Some(Walk::Open), Some(_)) if reported.insert(record.id.as_ref()) => {
                    let ids: Vec<&str> =
                        path.iter().map(|(record, _)| record.id.as_ref()).collect();
                    let circle = circle_in_words(&ids, id.as_ref(), key, context.language);
                    findings.push(describe(context, record, key, position, circle));
                }
                (None, Some(linked)) => {
                    walks.insert(linked.id.as_ref(), Walk::Open);
                    path.push((linked, 0));
                }
                _ => {}
            }
        }
    }
    findings
}

/// A circle in words, from the record whose link closes it; `path` leads to that record, and the
/// link back to an id on the path.
fn circle_in_words(path: &[&str], back_to: &str, key: &str, language: Language) -> String {
    let begin = path
        .iter()
        .position(|id| *id == back_to)
        .unwrap_or_default();
    let (last, before) = path.behind(begin).split_last().unwrap_or((&back_to, &[]));
    let rest = before.iter().skip(1).chain(before.first().map(|_| last));
    let verb = verb(key).get(language);
    let mut text = format!("`{last}` {verb} `{back_to}`");
    for id in rest.clone().take(SHOWN) {
        text += &say!(language, fr: ", qui {verb} `{id}`", en: ", which {verb} `{id}`");
    }
    if rest.count() > SHOWN {
        text.push('…');
    }
    text
}

/// The relation of a key as a verb.
fn verb(key: &str) -> Bilingual {
    match key {
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
        "renews" => Bilingual {
            fr: "reconduit",
            en: "renews",
        },
        _ => Bilingual {
            fr: "fait partie de",
            en: "is part of",
        },
    }
}

fn describe<I: std::fmt::Display, T>(
    context: &Context,
    record: &Record<I, T>,
    key: &str,
    position: usize,
    circle: String,
) -> Finding {
    let language = context.language;
    let sentence = if key == "succeeds" {
        say!(language,
            fr: "cette succession tourne en rond",
            en: "this succession goes round in a circle")
    } else {
        say!(language,
            fr: "cette appartenance tourne en rond",
            en: "this inclusion goes round in a circle")
    };
    let at = At::Value(route![key, position]);
    context
        .find(&CHECK.rule, record, at, sentence)
        .label(circle)
        .help(say!(language, fr: "retirer l'un des maillons", en: "remove one of the links"))
}
