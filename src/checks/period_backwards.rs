//! `period-backwards`: something ends before it begins.

use std::sync::Arc;

use crate::calendar::When;
use crate::checks::{Bench, Check};
use crate::diagnostic::{At, Place, Route, Rule, Severity};
use crate::language::Both;
use crate::records::{ById, List, Record, Tool, Trait};
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
        let followed = rows("followed", &body.followed.0, |row| (row.from, row.to));
        let agreements = by_id("agreements", &body.agreements, |row| (row.from, row.to));
        let traits = traits(&body.levers, &body.obstacles, &body.tools);
        judge_all(bench, territory, [followed, agreements, traits].concat());
    }
    for actor in &network.actors {
        let members = rows("member", &actor.body.member.0, |row| (row.from, row.to));
        let statuses = rows("statuses", &actor.body.statuses, |row| (row.from, row.to));
        judge_all(bench, actor, [members, statuses].concat());
    }
    for dynamic in &network.dynamics {
        let body = &dynamic.body;
        let whole = backwards(body.from, body.to).map(|(from, to)| (route![], from, to));
        let partners = by_id("partners", &body.partners, |row| (row.from, row.to));
        let traits = traits(&body.levers, &body.obstacles, &body.tools);
        judge_all(bench, dynamic, [whole.into_iter().collect(), partners, traits].concat());
    }
    for published in &network.published {
        judge_all(bench, published, Vec::new());
    }
    for (list, name) in List::ALL {
        for (id, word) in network.vocabulary.list(list) {
            if let Some((from, to)) = backwards(word.from, word.to) {
                judge(bench, &"schemas/vocabulary.toml".into(), &(route![name, id], from, to));
            }
        }
    }
}

/// Where a period that is backwards stands, its beginning and its end.
type Dated = (Route, When, When);

/// What both ends say, where even their widest reading leaves the end before the beginning.
fn backwards(from: Option<When>, to: Option<When>) -> Option<(When, When)> {
    from.zip(to).filter(|(from, to)| to.last() < from.first())
}

/// The ends of a row.
type Ends<T> = fn(&T) -> (Option<When>, Option<When>);

fn rows<T>(key: &str, rows: &[T], ends: Ends<T>) -> Vec<Dated> {
    let dated = |(place, row): (usize, &T)| {
        let (from, to) = ends(row);
        backwards(from, to).map(|(from, to)| (route![key, place], from, to))
    };
    rows.iter().enumerate().filter_map(dated).collect()
}

fn by_id<I: AsRef<str>, T>(key: &str, rows: &ById<I, T>, ends: Ends<T>) -> Vec<Dated> {
    let dated = |(id, row): (&I, &T)| {
        let (from, to) = ends(row);
        backwards(from, to).map(|(from, to)| (route![key, id.as_ref()], from, to))
    };
    rows.iter().filter_map(dated).collect()
}

fn traits(levers: &[Trait], obstacles: &[Trait], tools: &[Tool]) -> Vec<Dated> {
    let levers = rows("levers", levers, |row| (row.from, row.to));
    let obstacles = rows("obstacles", obstacles, |row| (row.from, row.to));
    [levers, obstacles, rows("tools", tools, |row| (row.from, row.to))].concat()
}

/// The periods of a record, and the spans of its years.
fn judge_all<I: std::fmt::Display, T>(bench: &mut Bench, record: &Record<I, T>, periods: Vec<Dated>) {
    for dated in periods {
        judge(bench, &record.file, &dated);
    }
    for dated in by_id("calls", &record.common.calls, |row| (row.from, row.to)) {
        judge(bench, &record.file, &dated);
    }
    for span in record.common.years.keys() {
        let ends = span.split_once("..").and_then(|(from, to)| Some((When::read(from)?, When::read(to)?)));
        if let Some((from, to)) = ends.filter(|(from, to)| to < from) {
            let finding = bench
                .find(&CHECK.rule, record, At::Key(route!["years", span]), sentence(bench, from, to))
                .help(say!(bench.language,
                    fr: "écrire `{to}..{from}`, l'année la plus ancienne d'abord",
                    en: "write `{to}..{from}`, the earlier year first"));
            bench.tell(finding);
        }
    }
}

fn judge(bench: &mut Bench, file: &Arc<str>, (here, from, to): &Dated) {
    let (from, to, language) = (*from, *to, bench.language);
    let place = |key: &str| Place { file: file.clone(), at: At::Value(here.then(key)) };
    let finding = bench
        .find_at(&CHECK.rule, place("to"), sentence(bench, from, to))
        .label(say!(language, fr: "fin", en: "end"))
        .beside(place("from"), say!(language, fr: "début", en: "beginning"))
        .help(say!(language, fr: "corriger l'une des deux dates", en: "mend one of the two dates"));
    bench.tell(finding);
}

fn sentence(bench: &Bench, from: When, to: When) -> String {
    say!(bench.language,
        fr: "la fin ({to}) précède le début ({from})",
        en: "the end ({to}) comes before the beginning ({from})")
}
