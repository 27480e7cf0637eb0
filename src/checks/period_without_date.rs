//! `period-without-date`: a membership, a follow-up, an agreement or a call without any date.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Place, Route};
use crate::network::RecordRef;
use crate::records::{Agreement, Call};
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "period-without-date", Warning,
        fr: "une adhésion, un suivi ou une convention compte pour les années où l'on sait \
            qu'ils ont couru\u{202f}; sans date, pour aucune",
        en: "a membership, a follow-up or an agreement counts for the years in which it is known \
            to have run; without a date, for none"),
    run,
};

/// What lacks a date.
#[derive(Clone, Copy)]
enum Undated {
    Membership,
    Following,
    Agreement,
    Call,
}

fn run(context: &mut Context) {
    for record in context.network.records() {
        let undated = undated_rows(record);
        if record.is_intact() {
            for (what, route) in undated {
                report(context, record, what, route);
            }
        } else {
            // The date may be there, in a part that could not be read.
            context.held_back += undated.len();
        }
    }
}

fn undated_rows(record: RecordRef) -> Vec<(Undated, Route)> {
    let mut undated = Vec::new();
    if let RecordRef::Actor(actor) = record {
        for (index, row) in actor.body.member.0.iter().enumerate() {
            if row.period().is_empty() {
                undated.push((Undated::Membership, route!["member", index]));
            }
        }
    }
    if let RecordRef::Territory(territory) = record {
        for (index, row) in territory.body.followed.0.iter().enumerate() {
            if row.is_empty() {
                undated.push((Undated::Following, route!["followed", index]));
            }
        }
        for (id, agreement) in &territory.body.agreements {
            if is_undated_agreement(agreement) {
                undated.push((Undated::Agreement, route!["agreements", id]));
            }
        }
    }
    for (id, call) in &record.common().calls {
        if is_undated_call(call) {
            undated.push((Undated::Call, route!["calls", id]));
        }
    }
    undated
}

/// Whether an agreement is in force in no year; the day of the vote is not its beginning.
fn is_undated_agreement(agreement: &Agreement) -> bool {
    agreement.period().is_empty()
}

/// Whether nothing dates a call: `period` falls back on its other dates, but not on these two.
fn is_undated_call(call: &Call) -> bool {
    call.period().is_empty() && call.reported.is_none()
}

fn report(context: &mut Context, record: RecordRef, what: Undated, route: Route) {
    let (language, file) = (context.language, record.file());
    let sentence = match what {
        Undated::Membership => say!(language,
            fr: "cette adhésion n'a aucune date\u{a0}: elle ne compte pour aucune année",
            en: "this membership has no date: it counts for no year"),
        Undated::Following => say!(language,
            fr: "ce suivi n'a aucune date\u{a0}: il ne compte pour aucune année",
            en: "this follow-up has no date: it counts for no year"),
        Undated::Agreement => say!(language,
            fr: "cette convention n'a ni début ni fin\u{a0}: elle ne compte pour aucune année",
            en: "this agreement has neither beginning nor end: it counts for no year"),
        Undated::Call => say!(language,
            fr: "cet appel n'a aucune date\u{a0}: il ne compte pour aucune année",
            en: "this call has no date: it counts for no year"),
    };
    let from = context.code(file, "from = 2021");
    let help = match what {
        Undated::Membership | Undated::Following => {
            let seen = context.code(file, "seen = [2021]");
            say!(language,
                fr: "ajouter `{from}` si l'on sait quand cela a commencé, ou `{seen}` avec les \
                    années où une source le montre",
                en: "add `{from}` where it is known when it began, or `{seen}` with the years in \
                    which a source shows it")
        }
        Undated::Agreement => say!(language,
            fr: "ajouter `{from}`, et `to` si la fin est connue",
            en: "add `{from}`, and `to` if the end is known"),
        Undated::Call => {
            let answered = context.code(file, "answered = 2021");
            say!(language,
                fr: "ajouter `{answered}`, l'année ou le jour de la réponse",
                en: "add `{answered}`, the year or the day of the application")
        }
    };
    let place = Place {
        file: file.clone(),
        at: At::Value(route),
    };
    let finding = context.find_at(&CHECK.rule, place, sentence).help(help);
    context.report(finding);
}
