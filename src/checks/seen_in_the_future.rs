//! `seen-in-the-future`: something seen in a year that has not come yet.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Route};
use crate::records::{LeverOrObstacle, Record, Tool};
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "seen-in-the-future", Warning,
        fr: "`seen` dit les années où quelqu'un a vu la chose\u{202f}; ce qui est prévu s'écrit \
            avec `from` ou `to`",
        en: "`seen` tells the years in which somebody saw it; what is planned is written with \
            `from` or `to`"),
    run,
};

/// A list of years, one of which has not come yet, with its route.
type FutureYears<'n> = (Route, &'n [u16]);

fn run(context: &mut Context) {
    let (network, today) = (context.network, context.today.year);
    for territory in &network.territories {
        let body = &territory.body;
        let followed = rows("followed", &body.followed.0, |row| &row.seen, today);
        report_years(
            context,
            territory,
            followed.chain(observations(
                &body.levers,
                &body.obstacles,
                &body.tools,
                today,
            )),
        );
    }
    for actor in &network.actors {
        report_years(
            context,
            actor,
            rows("member", &actor.body.member.0, |row| &row.seen, today),
        );
    }
    for dynamic in &network.dynamics {
        let body = &dynamic.body;
        let whole = with_future_year(&body.seen, today).map(|years| (route!["seen"], years));
        let partners = body.partners.iter().filter_map(|(id, row)| {
            with_future_year(&row.seen, today)
                .map(|years| (route!["partners", id.as_str(), "seen"], years))
        });
        let observations = observations(&body.levers, &body.obstacles, &body.tools, today);
        report_years(
            context,
            dynamic,
            whole.into_iter().chain(partners).chain(observations),
        );
    }
}

/// The years of a list, if one of them has not come yet: only then is its route made.
fn with_future_year(years: &[u16], today: u16) -> Option<&[u16]> {
    years.iter().any(|year| *year > today).then_some(years)
}

fn rows<'n, T>(
    key: &'static str,
    rows: &'n [T],
    seen: fn(&T) -> &Vec<u16>,
    today: u16,
) -> impl Iterator<Item = FutureYears<'n>> {
    rows.iter().enumerate().filter_map(move |(index, row)| {
        let years = with_future_year(seen(row), today)?;
        Some((route![key, index, "seen"], years))
    })
}

fn observations<'n>(
    levers: &'n [LeverOrObstacle],
    obstacles: &'n [LeverOrObstacle],
    tools: &'n [Tool],
    today: u16,
) -> impl Iterator<Item = FutureYears<'n>> {
    let levers = rows("levers", levers, |row| &row.seen, today);
    let obstacles = rows("obstacles", obstacles, |row| &row.seen, today);
    levers
        .chain(obstacles)
        .chain(rows("tools", tools, |row| &row.seen, today))
}

/// Reports each year that has not come yet.
fn report_years<'n, I: std::fmt::Display, T>(
    context: &mut Context,
    record: &Record<I, T>,
    lists: impl Iterator<Item = FutureYears<'n>>,
) {
    let (language, today) = (context.language, context.today);
    for (route, years) in lists {
        for (index, year) in years
            .iter()
            .enumerate()
            .filter(|(_, year)| **year > today.year)
        {
            let at = At::Value(route.then(index));
            let planned = context.code(&record.file, &format!("to = {year}"));
            let sentence = say!(language,
                fr: "l'année {year} n'est pas encore venue\u{a0}: personne n'a pu l'y voir",
                en: "the year {year} has not come yet: nobody can have seen it then");
            let finding = context
                .find(&CHECK.rule, record, at, sentence)
                .label(say!(language, fr: "vu en {year}", en: "seen in {year}"))
                .help(say!(language,
                    fr: "corriger l'année, ou écrire `{planned}` si c'est prévu",
                    en: "correct the year, or write `{planned}` if it is planned"));
            context.report(finding);
        }
    }
}
