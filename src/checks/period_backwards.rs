//! `period-backwards`: something ends before it begins.

use std::sync::Arc;

use crate::calendar::PartialDate;
use crate::checks::{Check, Context};
use crate::diagnostic::{At, Place, Route};
use crate::network::RecordRef;
use crate::records::List;
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
    for row in network.period_rows() {
        if let Some((from, to)) = row.dates.backwards() {
            report_backwards(context, row.file, &row.route(), from, to);
        }
    }
    for record in network.records() {
        report_spans(context, record);
    }
    for (list, name) in List::ALL {
        for (id, word) in network.vocabulary.list(list) {
            let dates = word.from.zip(word.to);
            if let Some((from, to)) = dates.filter(|(from, to)| to.last() < from.first()) {
                let file = "schemas/vocabulary.toml".into();
                report_backwards(context, &file, &route![name, id], from, to);
            }
        }
    }
}

/// Reports the spans of years of a record that are written with the later year first.
fn report_spans(context: &mut Context, record: RecordRef) {
    for span in record.common().years.keys() {
        let ends = span
            .split_once("..")
            .and_then(|(from, to)| Some((PartialDate::parse(from)?, PartialDate::parse(to)?)));
        if let Some((from, to)) = ends.filter(|(from, to)| to < from) {
            let place = Place {
                file: record.file().clone(),
                at: At::Key(route!["years", span]),
            };
            let sentence = sentence(context, from, to);
            let finding =
                context
                    .find_at(&CHECK.rule, place, sentence)
                    .help(say!(context.language,
                    fr: "écrire `{to}..{from}`, l'année la plus ancienne d'abord",
                    en: "write `{to}..{from}`, the earlier year first"));
            context.report(finding);
        }
    }
}

/// Reports a period whose end is before its beginning.
fn report_backwards(
    context: &mut Context,
    file: &Arc<str>,
    route: &Route,
    from: PartialDate,
    to: PartialDate,
) {
    let language = context.language;
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
