//! `period-backwards`: something ends before it begins.

use std::sync::Arc;

use crate::calendar::PartialDate;
use crate::checks::{Check, Context};
use crate::diagnostic::{At, Place, Route};
use crate::records::{LeverOrObstacle, List, Record, SortedMap, Tool};
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "period-backwards", Error,
        fr: "une période qui finit avant de commencer ne compte pour aucune année",
        en: "a period that ends before it begins counts for no year"),
    run,
};

fn run(context: &mut Context) {
    let network = context.network;
    for territory in &network.territories {
        let body = &territory.body;
        let followed = rows("followed", &body.followed.0, |row| (row.from, row.to));
        let agreements = by_id("agreements", &body.agreements, |row| (row.from, row.to));
        let observations = observations(&body.levers, &body.obstacles, &body.tools);
        report_all(
            context,
            territory,
            [followed, agreements, observations].concat(),
        );
    }
    for actor in &network.actors {
        let members = rows("member", &actor.body.member.0, |row| (row.from, row.to));
        let statuses = rows("statuses", &actor.body.statuses, |row| (row.from, row.to));
        report_all(context, actor, [members, statuses].concat());
    }
    for dynamic in &network.dynamics {
        let body = &dynamic.body;
        let whole = backwards(body.from, body.to).map(|(from, to)| (route![], from, to));
        let partners = by_id("partners", &body.partners, |row| (row.from, row.to));
        let observations = observations(&body.levers, &body.obstacles, &body.tools);
        report_all(
            context,
            dynamic,
            [whole.into_iter().collect(), partners, observations].concat(),
        );
    }
    for published in &network.published {
        report_all(context, published, Vec::new());
    }
    for (list, name) in List::ALL {
        for (id, word) in network.vocabulary.list(list) {
            if let Some((from, to)) = backwards(word.from, word.to) {
                report_backwards(
                    context,
                    &"schemas/vocabulary.toml".into(),
                    &(route![name, id], from, to),
                );
            }
        }
    }
}

/// A period that ends before it begins: its route, its beginning, its end.
type Backwards = (Route, PartialDate, PartialDate);

/// Both ends of a period, if even their widest reading leaves the end before the beginning.
fn backwards(
    from: Option<PartialDate>,
    to: Option<PartialDate>,
) -> Option<(PartialDate, PartialDate)> {
    from.zip(to).filter(|(from, to)| to.last() < from.first())
}

/// A function that gives both ends of a row.
type Ends<T> = fn(&T) -> (Option<PartialDate>, Option<PartialDate>);

fn rows<T>(key: &str, rows: &[T], ends: Ends<T>) -> Vec<Backwards> {
    let rows = rows.iter().enumerate();
    rows.filter_map(|(index, row)| {
        let (from, to) = ends(row);
        backwards(from, to).map(|(from, to)| (route![key, index], from, to))
    })
    .collect()
}

fn by_id<I: AsRef<str>, T>(key: &str, rows: &SortedMap<I, T>, ends: Ends<T>) -> Vec<Backwards> {
    let rows = rows.iter();
    rows.filter_map(|(id, row)| {
        let (from, to) = ends(row);
        backwards(from, to).map(|(from, to)| (route![key, id.as_ref()], from, to))
    })
    .collect()
}

fn observations(
    levers: &[LeverOrObstacle],
    obstacles: &[LeverOrObstacle],
    tools: &[Tool],
) -> Vec<Backwards> {
    let levers = rows("levers", levers, |row| (row.from, row.to));
    let obstacles = rows("obstacles", obstacles, |row| (row.from, row.to));
    [
        levers,
        obstacles,
        rows("tools", tools, |row| (row.from, row.to)),
    ]
    .concat()
}

/// Reports periods of a record, with those of its calls and the spans of its years.
fn report_all<I: std::fmt::Display, T>(
    context: &mut Context,
    record: &Record<I, T>,
    periods: Vec<Backwards>,
) {
    for dated in periods {
        report_backwards(context, &record.file, &dated);
    }
    for dated in by_id("calls", &record.common.calls, |row| (row.from, row.to)) {
        report_backwards(context, &record.file, &dated);
    }
    for span in record.common.years.keys() {
        let ends = span
            .split_once("..")
            .and_then(|(from, to)| Some((PartialDate::parse(from)?, PartialDate::parse(to)?)));
        if let Some((from, to)) = ends.filter(|(from, to)| to < from) {
            let finding = context
                .find(
                    &CHECK.rule,
                    record,
                    At::Key(route!["years", span]),
                    sentence(context, from, to),
                )
                .help(say!(context.language,
                    fr: "écrire `{to}..{from}`, l'année la plus ancienne d'abord",
                    en: "write `{to}..{from}`, the earlier year first"));
            context.report(finding);
        }
    }
}

/// Reports a period whose end is before its beginning.
fn report_backwards(context: &mut Context, file: &Arc<str>, (route, from, to): &Backwards) {
    let (from, to, language) = (*from, *to, context.language);
    let place = |key: &str| Place {
        file: file.clone(),
        at: At::Value(route.then(key)),
    };
    let finding = context
        .find_at(&CHECK.rule, place("to"), sentence(context, from, to))
        .label(say!(language, fr: "fin", en: "end"))
        .beside(place("from"), say!(language, fr: "début", en: "beginning"))
        .help(
            say!(language, fr: "corriger l'une des deux dates", en: "correct one of the two dates"),
        );
    context.report(finding);
}

fn sentence(context: &Context, from: PartialDate, to: PartialDate) -> String {
    say!(context.language,
        fr: "la fin ({to}) précède le début ({from})",
        en: "the end ({to}) comes before the beginning ({from})")
}
