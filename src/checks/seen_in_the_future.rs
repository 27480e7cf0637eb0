//! `seen-in-the-future`: a source is said to have shown something in a year that has not come.

use crate::checks::{Bench, Check};
use crate::diagnostic::{At, Route, Rule, Severity};
use crate::language::Both;
use crate::records::{Record, Tool, Trait};
use crate::{example, route, say};

/// The check.
pub const CHECK: Check = Check {
    rule: Rule {
        name: "seen-in-the-future",
        severity: Severity::Warning,
        because: Both {
            fr: "`seen` dit les années où quelqu'un a vu la chose\u{202f}; ce qui est prévu s'écrit avec `from` ou `to`",
            en: "`seen` tells the years in which somebody saw it; what is planned is written with `from` or `to`",
        },
        example: example!("checks", "seen-in-the-future"),
    },
    run,
};

/// Where a list of years stands, and the years.
type Seen<'n> = (Route, &'n [u16]);

fn run(bench: &mut Bench) {
    let network = bench.network;
    for territory in &network.territories {
        let body = &territory.body;
        let followed = rows("followed", &body.followed.0, |row| &row.seen);
        judge(bench, territory, followed.chain(traits(&body.levers, &body.obstacles, &body.tools)));
    }
    for actor in &network.actors {
        judge(bench, actor, rows("member", &actor.body.member.0, |row| &row.seen));
    }
    for dynamic in &network.dynamics {
        let body = &dynamic.body;
        let whole = std::iter::once((route!["seen"], &*body.seen));
        let partners =
            body.partners.iter().map(|(id, row)| (route!["partners", id.as_str(), "seen"], &*row.seen));
        let traits = traits(&body.levers, &body.obstacles, &body.tools);
        judge(bench, dynamic, whole.chain(partners).chain(traits));
    }
}

fn rows<'n, T>(
    key: &'static str,
    rows: &'n [T],
    seen: fn(&T) -> &Vec<u16>,
) -> impl Iterator<Item = Seen<'n>> {
    rows.iter().enumerate().map(move |(place, row)| (route![key, place, "seen"], &**seen(row)))
}

fn traits<'n>(
    levers: &'n [Trait],
    obstacles: &'n [Trait],
    tools: &'n [Tool],
) -> impl Iterator<Item = Seen<'n>> {
    let levers = rows("levers", levers, |row| &row.seen);
    let obstacles = rows("obstacles", obstacles, |row| &row.seen);
    levers.chain(obstacles).chain(rows("tools", tools, |row| &row.seen))
}

fn judge<'n, I: std::fmt::Display, T>(
    bench: &mut Bench,
    record: &Record<I, T>,
    lists: impl Iterator<Item = Seen<'n>>,
) {
    let (language, today) = (bench.language, bench.today);
    for (route, years) in lists {
        for (place, year) in years.iter().enumerate().filter(|(_, year)| **year > today.year) {
            let at = At::Value(route.then(place));
            let planned = bench.code(&record.file, &format!("to = {year}"));
            let sentence = say!(language,
                fr: "l'année {year} n'est pas encore venue\u{a0}: personne n'a pu l'y voir",
                en: "the year {year} has not come: nobody can have seen it then");
            let finding = bench
                .find(&CHECK.rule, record, at, sentence)
                .label(say!(language, fr: "vu en {year}", en: "seen in {year}"))
                .help(say!(language,
                    fr: "corriger l'année, ou écrire `{planned}` si c'est prévu",
                    en: "mend the year, or write `{planned}` if it is planned"));
            bench.tell(finding);
        }
    }
}
