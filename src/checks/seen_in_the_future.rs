//! `seen-in-the-future`: a source is said to have shown something in a year that has not come.

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

/// Where a list of years stands of which one has not come, and the years.
type Seen<'n> = (Route, &'n [u16]);

fn run(context: &mut Context) {
    let (network, today) = (context.network, context.today.year);
    for territory in &network.territories {
        let body = &territory.body;
        let followed = rows("followed", &body.followed.0, |row| &row.seen, today);
        judge(
            context,
            territory,
            followed.chain(traits(&body.levers, &body.obstacles, &body.tools, today)),
        );
    }
    for actor in &network.actors {
        judge(
            context,
            actor,
            rows("member", &actor.body.member.0, |row| &row.seen, today),
        );
    }
    for dynamic in &network.dynamics {
        let body = &dynamic.body;
        let whole = to_come(&body.seen, today).map(|years| (route!["seen"], years));
        let partners = body.partners.iter().filter_map(|(id, row)| {
            to_come(&row.seen, today).map(|years| (route!["partners", id.as_str(), "seen"], years))
        });
        let traits = traits(&body.levers, &body.obstacles, &body.tools, today);
        judge(
            context,
            dynamic,
            whole.into_iter().chain(partners).chain(traits),
        );
    }
}

/// The years of a list of which one has not come: only then is the way to it wanted.
fn to_come(years: &[u16], today: u16) -> Option<&[u16]> {
    years.iter().any(|year| *year > today).then_some(years)
}

fn rows<'n, T>(
    key: &'static str,
    rows: &'n [T],
    seen: fn(&T) -> &Vec<u16>,
    today: u16,
) -> impl Iterator<Item = Seen<'n>> {
    let seen = move |(place, row)| Some((place, to_come(seen(row), today)?));
    rows.iter()
        .enumerate()
        .filter_map(seen)
        .map(move |(place, years)| (route![key, place, "seen"], years))
}

fn traits<'n>(
    levers: &'n [LeverOrObstacle],
    obstacles: &'n [LeverOrObstacle],
    tools: &'n [Tool],
    today: u16,
) -> impl Iterator<Item = Seen<'n>> {
    let levers = rows("levers", levers, |row| &row.seen, today);
    let obstacles = rows("obstacles", obstacles, |row| &row.seen, today);
    levers
        .chain(obstacles)
        .chain(rows("tools", tools, |row| &row.seen, today))
}

fn judge<'n, I: std::fmt::Display, T>(
    context: &mut Context,
    record: &Record<I, T>,
    lists: impl Iterator<Item = Seen<'n>>,
) {
    let (language, today) = (context.language, context.today);
    for (route, years) in lists {
        for (place, year) in years
            .iter()
            .enumerate()
            .filter(|(_, year)| **year > today.year)
        {
            let at = At::Value(route.then(place));
            let planned = context.code(&record.file, &format!("to = {year}"));
            let sentence = say!(language,
                fr: "l'année {year} n'est pas encore venue\u{a0}: personne n'a pu l'y voir",
                en: "the year {year} has not come: nobody can have seen it then");
            let finding = context
                .find(&CHECK.rule, record, at, sentence)
                .label(say!(language, fr: "vu en {year}", en: "seen in {year}"))
                .help(say!(language,
                    fr: "corriger l'année, ou écrire `{planned}` si c'est prévu",
                    en: "mend the year, or write `{planned}` if it is planned"));
            context.report(finding);
        }
    }
}
