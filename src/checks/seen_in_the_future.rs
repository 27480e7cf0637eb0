//! `seen-in-the-future`: something seen in a year that has not come yet.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Place};
use crate::network::PeriodRow;
use crate::{rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "seen-in-the-future", Warning,
        fr: "`seen` dit les années où quelqu'un a vu la chose\u{202f}; ce qui est prévu s'écrit \
            avec `from` ou `to`",
        en: "`seen` tells the years in which somebody saw it; what is planned is written with \
            `from` or `to`"),
    run,
};

fn run(context: &mut Context) {
    let (network, this_year) = (context.network, context.today.year);
    for row in network.period_rows() {
        for (index, year) in row.dates.seen.iter().enumerate() {
            if *year > this_year {
                report_year(context, &row, index, *year);
            }
        }
    }
}

/// Reports a year that has not come yet.
fn report_year(context: &mut Context, row: &PeriodRow, index: usize, year: u16) {
    let language = context.language;
    let place = Place {
        file: row.file.clone(),
        at: At::Value(row.route().then("seen").then(index)),
    };
    let planned = context.code(row.file, &format!("to = {year}"));
    let sentence = say!(language,
        fr: "l'année {year} n'est pas encore venue\u{a0}: personne n'a pu l'y voir",
        en: "the year {year} has not come yet: nobody can have seen it then");
    let finding = context
        .find_at(&CHECK.rule, place, sentence)
        .label(say!(language, fr: "vu en {year}", en: "seen in {year}"))
        .help(say!(language,
            fr: "corriger l'année, ou écrire `{planned}` si c'est prévu",
            en: "correct the year, or write `{planned}` if it is planned"));
    context.report(finding);
}
