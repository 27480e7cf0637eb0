//! `dates-out-of-order`: something that came before what has to come first.

use std::sync::Arc;

use crate::calendar::PartialDate;
use crate::checks::{Check, Context};
use crate::diagnostic::{At, Place, Route};
use crate::language::Bilingual;
use crate::network::{PeriodRow, TerritoryRecord};
use crate::records::{Call, Citation, Person, SourceEntry};
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "dates-out-of-order", Error,
        fr: "de deux dates qui se contredisent, l'une est fausse, et ce qu'on en tire aussi",
        en: "of two dates that contradict each other one is wrong, and so is all that is drawn \
            from it"),
    run,
};

fn run(context: &mut Context) {
    let network = context.network;
    let mut whole = None;
    for row in network.period_rows() {
        if row.key.is_none() {
            whole = Some(row);
        }
        compare_lifted(context, &row);
        let dynamic = whole.filter(|whole| whole.file == row.file && row.key == Some("partners"));
        if let Some(dynamic) = dynamic {
            compare_with_dynamic(context, &row, &dynamic);
        }
    }
    for record in network.records() {
        let (file, common) = (record.file(), record.common());
        compare_citations(context, file, &route!["sources"], &common.sources);
        for (id, call) in &common.calls {
            compare_call(context, file, id, call);
            compare_citations(
                context,
                file,
                &route!["calls", id, "sources"],
                &call.sources,
            );
        }
    }
    for territory in &network.territories {
        compare_agreements(context, territory);
    }
    let sources: Arc<str> = "territories/sources.toml".into();
    for (id, source) in &network.sources {
        compare_source(context, &sources, &route![id.as_str()], source);
    }
    for (id, person) in network.people.iter().flat_map(|people| &people.persons) {
        compare_consents(context, id.as_str(), person);
    }
}

/// A date with what it dates and where it is written.
struct Dated {
    date: PartialDate,
    place: Place,
    what: Bilingual,
}

impl Dated {
    fn new(date: PartialDate, file: &Arc<str>, route: Route, what: Bilingual) -> Self {
        let at = At::Value(route);
        let file = file.clone();
        Self {
            date,
            place: Place { file, at },
            what,
        }
    }
}

const fn words(fr: &'static str, en: &'static str) -> Bilingual {
    Bilingual { fr, en }
}

/// Reports the second date if it is before the first, however both are read.
fn compare(context: &mut Context, first: Option<Dated>, second: Option<Dated>) {
    let Some((first, second)) = first.zip(second) else {
        return;
    };
    if first.date.first() <= second.date.last() {
        return;
    }
    let language = context.language;
    let (what, before) = (second.what.get(language), first.what.get(language));
    let (late, early) = (second.date, first.date);
    let sentence = say!(language,
        fr: "{what} ({late}) précède {before} ({early})",
        en: "{what} ({late}) comes before {before} ({early})");
    let finding = context
        .find_at(&CHECK.rule, second.place, sentence)
        .beside(first.place, before.to_owned())
        .help(
            say!(language, fr: "corriger l'une des deux dates", en: "correct one of the two dates"),
        );
    context.report(finding);
}

const BEGINNING: Bilingual = words("le début", "the beginning");

/// An obstacle is not lifted before it was there.
fn compare_lifted(context: &mut Context, row: &PeriodRow) {
    let Some(lifted) = row.dates.lifted else {
        return;
    };
    let dated = |date, key: &str, what| Dated::new(date, row.file, row.route().then(key), what);
    let lifting = dated(
        lifted,
        "lifted",
        words("la levée du frein", "the removal of the obstacle"),
    );
    let seen = row.dates.seen.iter().min().copied();
    let first = match (row.dates.from, seen) {
        (Some(from), _) => Some(dated(from, "from", BEGINNING)),
        (None, seen) => seen.map(|year| {
            let what = words(
                "la première année où on l'a vu",
                "the first year in which it was seen",
            );
            dated(PartialDate::Year(year), "seen", what)
        }),
    };
    compare(context, first, Some(lifting));
}

/// A partner takes part while the dynamic lives.
fn compare_with_dynamic(context: &mut Context, partner: &PeriodRow, dynamic: &PeriodRow) {
    let is_backwards = |row: &PeriodRow| row.dates.backwards().is_some();
    let has_dates = partner.dates.from.or(partner.dates.to).is_some();
    // Of a period that ends before it begins, another check reports the dates.
    if !has_dates || is_backwards(partner) || is_backwards(dynamic) {
        return;
    }
    let dated = |row: &PeriodRow, date: Option<PartialDate>, key: &str, what| {
        date.map(|date| Dated::new(date, row.file, row.route().then(key), what))
    };
    let dynamic_from = dated(
        dynamic,
        dynamic.dates.from,
        "from",
        words("le début de la dynamique", "the beginning of the dynamic"),
    );
    let dynamic_to = dated(
        dynamic,
        dynamic.dates.to,
        "to",
        words("la fin de la dynamique", "the end of the dynamic"),
    );
    let left = words(
        "le départ de ce partenaire",
        "the departure of this partner",
    );
    let came = words("l'arrivée de ce partenaire", "the arrival of this partner");
    let partner_to = dated(partner, partner.dates.to, "to", left);
    let partner_from = dated(partner, partner.dates.from, "from", came);
    compare(context, dynamic_from, partner_to);
    compare(context, partner_from, dynamic_to);
}

/// A document is not read before the year in which it came out.
fn compare_source(context: &mut Context, file: &Arc<str>, route: &Route, source: &SourceEntry) {
    // A year to come is a slip that another check reports.
    let year = source.year.filter(|year| *year <= context.today.year);
    let dates = year.zip(source.read_on);
    if dates.is_none_or(|(year, read)| year <= read.last().year) {
        return;
    }
    let year = year.map(|year| {
        let what = words("l'année du document", "the year of the document");
        Dated::new(PartialDate::Year(year), file, route.then("year"), what)
    });
    let read = source.read_on.map(|date| {
        let what = words("la lecture", "the reading");
        Dated::new(date, file, route.then("read_on"), what)
    });
    compare(context, year, read);
}

fn compare_citations(context: &mut Context, file: &Arc<str>, route: &Route, list: &[Citation]) {
    for (index, citation) in list.iter().enumerate() {
        if let Citation::InPlace(source) = citation {
            compare_source(context, file, &route.then(index), source);
        }
    }
}

/// A call is answered, then granted or refused, then reported on.
fn compare_call(context: &mut Context, file: &Arc<str>, id: &str, call: &Call) {
    // A first date that is to come is a slip that another check reports.
    let today = context.today;
    let past = |date: Option<PartialDate>| date.filter(|date| date.first() <= today);
    let dated = |date: Option<PartialDate>, key: &str, what| {
        date.map(|date| Dated::new(date, file, route!["calls", id, key], what))
    };
    let answered = || {
        dated(
            past(call.answered),
            "answered",
            words("la demande", "the application"),
        )
    };
    let granted = |date| dated(date, "granted", words("l'accord", "the grant"));
    let refused = dated(call.refused, "refused", words("le refus", "the refusal"));
    compare(context, answered(), granted(call.granted));
    compare(context, answered(), refused);
    // Of a refused call, no report is due: another check reports it.
    if call.refused.is_none() {
        for (key, date, what) in [
            (
                "reported",
                call.reported,
                words("le compte rendu", "the report"),
            ),
            (
                "report_by",
                call.report_by,
                words("l'échéance du compte rendu", "the deadline of the report"),
            ),
        ] {
            let first = granted(past(call.granted));
            compare(context, first.or_else(answered), dated(date, key, what));
        }
    }
}

/// An agreement does not begin before the one that it renews.
fn compare_agreements(context: &mut Context, territory: &TerritoryRecord) {
    let agreements = &territory.body.agreements;
    for (id, agreement) in agreements {
        let renewed = agreement
            .renews
            .as_deref()
            .and_then(|id| Some((id, agreements.get(id)?)));
        let Some((renewed_id, renewed)) = renewed else {
            continue;
        };
        // Two that renew each other are reported as a circle.
        if renewed.renews.as_ref() == Some(id) {
            continue;
        }
        let first = renewed.from.map(|from| {
            let what = words(
                "celui de la convention reconduite",
                "that of the agreement renewed",
            );
            Dated::new(
                from,
                &territory.file,
                route!["agreements", renewed_id, "from"],
                what,
            )
        });
        let second = agreement.from.map(|from| {
            Dated::new(
                from,
                &territory.file,
                route!["agreements", id, "from"],
                BEGINNING,
            )
        });
        compare(context, first, second);
    }
}

/// A consent does not end before it was given. The file of a person is private: what is wrong in
/// it is reported at the folder's name.
fn compare_consents(context: &mut Context, id: &str, person: &Person) {
    for (purpose, consent) in &person.consent {
        let Some(on) = consent.on else {
            continue;
        };
        for (key, date) in [("until", consent.until), ("withdrawn", consent.withdrawn)] {
            if date.is_some_and(|date| date.last() < on.first()) {
                let language = context.language;
                let place = Place {
                    file: "apes.toml".into(),
                    at: At::Value(route!["people"]),
                };
                let sentence = say!(language,
                    fr: "dans la fiche `{id}`, l'accord `{purpose}` finit (`{key}`) avant d'être \
                        donné (`on`)",
                    en: "in the file `{id}`, the consent `{purpose}` ends (`{key}`) before it was \
                        given (`on`)");
                let finding = context
                    .find_at(&CHECK.rule, place, sentence)
                    .label(say!(language, fr: "dans ce dossier", en: "in this folder"))
                    .help(say!(language,
                        fr: "corriger l'une des deux dates",
                        en: "correct one of the two dates"));
                context.report(finding);
            }
        }
    }
}
