//! `seen-outside-period`: something seen in a year in which its own dates say that it was not.

use crate::calendar::{Day, PartialDate};
use crate::checks::{Check, Context};
use crate::diagnostic::{At, Place};
use crate::network::PeriodRow;
use crate::{rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "seen-outside-period", Error,
        fr: "une année hors de la période n'est comptée nulle part\u{a0}: l'une des deux dates \
            est fausse",
        en: "a year outside the period is counted nowhere: one of the two dates is wrong"),
    run,
};

fn run(context: &mut Context) {
    let mut whole = None;
    for row in context.network.period_rows() {
        if row.key.is_none() {
            whole = Some(row);
        }
        // In a period that ends before it begins no year fits: another check reports it.
        if row.dates.backwards().is_none() {
            report_years(context, &row, &row);
        }
        let dynamic = whole.filter(|whole| whole.file == row.file && row.key == Some("partners"));
        if let Some(dynamic) = dynamic.filter(|whole| whole.dates.backwards().is_none()) {
            report_years(context, &row, &dynamic);
        }
    }
}

/// Reports the years of a row that are outside a period: its own, or that of its dynamic.
fn report_years(context: &mut Context, row: &PeriodRow, period: &PeriodRow) {
    let route = row.route();
    for (index, year) in row.dates.seen.iter().enumerate() {
        if let Some(outside) = outside(*year, period) {
            let at = At::Value(route.then("seen").then(index));
            report_year(context, row, at, *year, (outside, period));
        }
    }
    if let Some(year) = row.dates.year
        && let Some(outside) = outside(year, period)
    {
        let at = At::Value(route.then("year"));
        report_year(context, row, at, year, (outside, period));
    }
}

/// The side on which a year is outside a period, with the date that it contradicts.
#[derive(Clone, Copy)]
enum Outside {
    Before(PartialDate),
    After(PartialDate),
}

/// Of the days that a date may mean, those are taken that leave most room.
fn outside(year: u16, period: &PeriodRow) -> Option<Outside> {
    let dates = &period.dates;
    let before = dates
        .from
        .filter(|from| Day::last_of(year) < from.first())
        .map(Outside::Before);
    before.or_else(|| {
        dates
            .to
            .filter(|to| to.last() < Day::first_of(year))
            .map(Outside::After)
    })
}

fn report_year(
    context: &mut Context,
    row: &PeriodRow,
    at: At,
    year: u16,
    (outside, period): (Outside, &PeriodRow),
) {
    let language = context.language;
    let (key, sentence, label) = match outside {
        Outside::Before(date) => (
            "from",
            say!(language,
                fr: "{year} est avant le début ({date})",
                en: "{year} is before the beginning ({date})"),
            say!(language, fr: "début", en: "beginning"),
        ),
        Outside::After(date) => (
            "to",
            say!(language,
                fr: "{year} est après la fin ({date})",
                en: "{year} is after the end ({date})"),
            say!(language, fr: "fin", en: "end"),
        ),
    };
    let place = Place {
        file: row.file.clone(),
        at,
    };
    let finding = context
        .find_at(&CHECK.rule, place, sentence)
        .label(say!(language, fr: "vu en {year}", en: "seen in {year}"))
        .beside(period.at(key), label)
        .help(say!(language,
            fr: "corriger l'année, ou la date qui la contredit",
            en: "correct the year, or the date that contradicts it"));
    context.report(finding);
}
