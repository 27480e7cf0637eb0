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
        let traits = traits(&body.levers, &body.obstacles, &body.tools);
        judge_all(context, territory, [followed, agreements, traits].concat());
    }
    for actor in &network.actors {
        let members = rows("member", &actor.body.member.0, |row| (row.from, row.to));
        let statuses = rows("statuses", &actor.body.statuses, |row| (row.from, row.to));
        judge_all(context, actor, [members, statuses].concat());
    }
    for dynamic in &network.dynamics {
        let body = &dynamic.body;
        let whole = backwards(body.from, body.to).map(|(from, to)| (route![], from, to));
        let partners = by_id("partners", &body.partners, |row| (row.from, row.to));
        let traits = traits(&body.levers, &body.obstacles, &body.tools);
        judge_all(
            context,
            dynamic,
            [whole.into_iter().collect(), partners, traits].concat(),
        );
    }
    for published in &network.published {
        judge_all(context, published, Vec::new());
    }
    for (list, name) in List::ALL {
        for (id, word) in network.vocabulary.list(list) {
            if let Some((from, to)) = backwards(word.from, word.to) {
                judge(
                    context,
                    &"schemas/vocabulary.toml".into(),
                    &(route![name, id], from, to),
                );
            }
        }
    }
}

/// Where a period that is backwards stands, its beginning and its end.
type Dated = (Route, PartialDate, PartialDate);

/// What both ends say, where even their widest reading leaves the end before the beginning.
fn backwards(
    from: Option<PartialDate>,
    to: Option<PartialDate>,
) -> Option<(PartialDate, PartialDate)> {
    from.zip(to).filter(|(from, to)| to.last() < from.first())
}

/// The ends of a row.
type Ends<T> = fn(&T) -> (Option<PartialDate>, Option<PartialDate>);

fn rows<T>(key: &str, rows: &[T], ends: Ends<T>) -> Vec<Dated> {
    let dated = |(place, row): (usize, &T)| {
        let (from, to) = ends(row);
        backwards(from, to).map(|(from, to)| (route![key, place], from, to))
    };
    rows.iter().enumerate().filter_map(dated).collect()
}

fn by_id<I: AsRef<str>, T>(key: &str, rows: &SortedMap<I, T>, ends: Ends<T>) -> Vec<Dated> {
    let dated = |(id, row): (&I, &T)| {
        let (from, to) = ends(row);
        backwards(from, to).map(|(from, to)| (route![key, id.as_ref()], from, to))
    };
    rows.iter().filter_map(dated).collect()
}

fn traits(levers: &[LeverOrObstacle], obstacles: &[LeverOrObstacle], tools: &[Tool]) -> Vec<Dated> {
    let levers = rows("levers", levers, |row| (row.from, row.to));
    let obstacles = rows("obstacles", obstacles, |row| (row.from, row.to));
    [
        levers,
        obstacles,
        rows("tools", tools, |row| (row.from, row.to)),
    ]
    .concat()
}

/// The periods of a record, and the spans of its years.
fn judge_all<I: std::fmt::Display, T>(
    context: &mut Context,
    record: &Record<I, T>,
    periods: Vec<Dated>,
) {
    for dated in periods {
        judge(context, &record.file, &dated);
    }
    for dated in by_id("calls", &record.common.calls, |row| (row.from, row.to)) {
        judge(context, &record.file, &dated);
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

fn judge(context: &mut Context, file: &Arc<str>, (here, from, to): &Dated) {
    let (from, to, language) = (*from, *to, context.language);
    let place = |key: &str| Place {
        file: file.clone(),
        at: At::Value(here.then(key)),
    };
    let finding = context
        .find_at(&CHECK.rule, place("to"), sentence(context, from, to))
        .label(say!(language, fr: "fin", en: "end"))
        .beside(place("from"), say!(language, fr: "début", en: "beginning"))
        .help(say!(language, fr: "corriger l'une des deux dates", en: "mend one of the two dates"));
    context.report(finding);
}

fn sentence(context: &Context, from: PartialDate, to: PartialDate) -> String {
    say!(context.language,
        fr: "la fin ({to}) précède le début ({from})",
        en: "the end ({to}) comes before the beginning ({from})")
}
