//! `periods-overlap`: two memberships, follow-ups or statuses that run at the same time.

use std::sync::Arc;

use crate::calendar::{DateRange, Day, PartialDate, Period};
use crate::checks::{Check, Context};
use crate::diagnostic::{At, Place};
use crate::records::Membership;
use crate::sources::Cut;
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "periods-overlap", Warning,
        fr: "deux périodes disent un arrêt puis une reprise\u{202f}; si elles se recouvrent, \
            l'une des dates est fausse, ou il n'y a qu'une période",
        en: "two periods tell of a stop and a new beginning; where they overlap, one of the dates \
            is wrong, or there is one period only"),
    run,
};

fn run(context: &mut Context) {
    let network = context.network;
    for territory in &network.territories {
        let rows: Vec<_> = territory
            .body
            .followed
            .0
            .iter()
            .cloned()
            .enumerate()
            .collect();
        report_overlaps(context, &territory.file, "followed", &rows);
    }
    for actor in &network.actors {
        let members = actor.body.member.0.iter();
        let rows: Vec<_> = members.map(Membership::period).enumerate().collect();
        report_overlaps(context, &actor.file, "member", &rows);
        let mut statuses: Vec<_> = actor.body.statuses.iter().enumerate().collect();
        statuses.sort_by(|(_, left), (_, right)| left.is.cmp(&right.is));
        for same in statuses.chunk_by(|(_, left), (_, right)| left.is == right.is) {
            let rows: Vec<_> = same
                .iter()
                .map(|(index, status)| {
                    let period = Period {
                        from: status.from,
                        to: status.to,
                        seen: Vec::new(),
                    };
                    (*index, period)
                })
                .collect();
            report_overlaps(context, &actor.file, "statuses", &rows);
        }
    }
}

/// Reports each row that overlaps an earlier one. Rows that are alike are repeated, which another
/// check reports.
fn report_overlaps(context: &mut Context, file: &Arc<str>, key: &str, rows: &[(usize, Period)]) {
    for (position, (index, period)) in rows.iter().enumerate() {
        let earlier = rows
            .before(position)
            .iter()
            .find(|(_, other)| other != period && surely_overlap(other, period));
        if let Some((other_index, other)) = earlier {
            let place = |index: usize| Place {
                file: file.clone(),
                at: At::Value(route![key, index]),
            };
            let language = context.language;
            let finding = context
                .find_at(
                    &CHECK.rule,
                    place(*index),
                    say!(language,
                        fr: "cette période ({period}) en recouvre une autre ({other})",
                        en: "this period ({period}) overlaps another ({other})"),
                )
                .beside(
                    place(*other_index),
                    say!(language, fr: "l'autre période", en: "the other period"),
                )
                .help(say!(language,
                    fr: "corriger l'une des dates, ou réunir les deux périodes en une",
                    en: "correct one of the dates, or make the two periods one"));
            context.report(finding);
        }
    }
}

/// Whether two periods have a day in common however their dates are read: one that ended in 2018
/// and one that began in 2018 may follow each other.
fn surely_overlap(left: &Period, right: &Period) -> bool {
    let shared_year = is_only_seen(left)
        && is_only_seen(right)
        && left.seen.iter().any(|year| right.seen.contains(year));
    let stretches = sure_stretch(left).zip(sure_stretch(right));
    shared_year
        || stretches.is_some_and(|(one, other)| one.overlaps(other))
        || is_seen_within(left, right)
        || is_seen_within(right, left)
}

fn is_only_seen(period: &Period) -> bool {
    period.from.is_none() && period.to.is_none()
}

/// Whether a whole year, in which one was seen and nothing else is known, lies inside the other.
fn is_seen_within(seen: &Period, other: &Period) -> bool {
    is_only_seen(seen)
        && sure_stretch(other).is_some_and(|outer| {
            let mut years = seen.seen.iter();
            years.any(|year| DateRange::years(*year, *year).is_within(outer))
        })
}

/// The days on which a period with a beginning or an end surely held, as far as they are known.
fn sure_stretch(period: &Period) -> Option<DateRange> {
    let seen = |year: Option<&u16>| year.copied().map(PartialDate::Year);
    let (from, to) = match (period.from, period.to) {
        (None, None) => return None,
        (from, to) => (
            from.or(seen(period.seen.iter().min()))?,
            to.or(seen(period.seen.iter().max())),
        ),
    };
    let (first, last) = (
        from.last(),
        to.map_or(Day::last_of(9999), PartialDate::first),
    );
    (first <= last).then_some(DateRange { first, last })
}
