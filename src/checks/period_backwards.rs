//! `period-backwards`: something ends before it begins.

use crate::calendar::When;
use crate::checks::{Bench, Check};
use crate::diagnostic::{At, Place, Route, Rule, Severity};
use crate::language::Both;
use crate::records::{Record, Trait};
use crate::{example, route, say};

/// The check.
pub const CHECK: Check = Check {
    rule: Rule {
        name: "period-backwards",
        severity: Severity::Error,
        because: Both {
            fr: "une période qui finit avant de commencer ne compte pour aucune année",
            en: "a period that ends before it begins counts for no year",
        },
        example: example!("checks", "period-backwards"),
    },
    run,
};

fn run(bench: &mut Bench) {
    let network = bench.network;
    for territory in &network.territories {
        let body = &territory.body;
        for (place, period) in body.followed.0.iter().enumerate() {
            judge(bench, territory, &one_of(&body.followed.0, "followed", place), period.from, period.to);
        }
        for (name, agreement) in &body.agreements {
            judge(bench, territory, &route!["agreements", name], agreement.from, agreement.to);
        }
        traits(bench, territory, &body.levers, &body.obstacles);
    }
    for actor in &network.actors {
        let body = &actor.body;
        for (place, membership) in body.member.0.iter().enumerate() {
            judge(bench, actor, &one_of(&body.member.0, "member", place), membership.from, membership.to);
        }
        for (place, status) in body.statuses.iter().enumerate() {
            judge(bench, actor, &route!["statuses", place], status.from, status.to);
        }
    }
    for dynamic in &network.dynamics {
        let body = &dynamic.body;
        judge(bench, dynamic, &route![], body.from, body.to);
        for (name, partner) in &body.partners {
            judge(bench, dynamic, &route!["partners", name.as_str()], partner.from, partner.to);
        }
        traits(bench, dynamic, &body.levers, &body.obstacles);
    }
}

fn one_of<T>(list: &[T], key: &str, place: usize) -> Route {
    if list.len() == 1 { route![key] } else { route![key, place] }
}

fn traits<I: std::fmt::Display, T>(
    bench: &mut Bench,
    record: &Record<I, T>,
    levers: &[Trait],
    obstacles: &[Trait],
) {
    for (key, rows) in [("levers", levers), ("obstacles", obstacles)] {
        for (place, row) in rows.iter().enumerate() {
            judge(bench, record, &route![key, place], row.from, row.to);
        }
    }
}

/// Told where even the widest reading of both dates leaves the end before the beginning.
fn judge<I: std::fmt::Display, T>(
    bench: &mut Bench,
    record: &Record<I, T>,
    here: &Route,
    from: Option<When>,
    to: Option<When>,
) {
    let (Some(from), Some(to)) = (from, to) else { return };
    if to.last() >= from.first() {
        return;
    }
    let language = bench.language;
    let place = |key: &str| -> Place { record.at(At::Value(here.then(key))) };
    let finding = bench
        .find_at(
            &CHECK.rule,
            place("to"),
            say!(language,
            fr: "la fin ({to}) précède le début ({from})",
            en: "the end ({to}) comes before the beginning ({from})"),
        )
        .label(say!(language, fr: "fin", en: "end"))
        .beside(place("from"), say!(language, fr: "début", en: "beginning"))
        .help(say!(language, fr: "corriger l'une des deux dates", en: "mend one of the two dates"));
    bench.tell(finding);
}
