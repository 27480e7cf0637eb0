//! `granted-and-refused`: a call that is given as refused and as funded.

use std::sync::Arc;

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Place};
use crate::records::Call;
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "granted-and-refused", Error,
        fr: "un appel est accordé ou refusé\u{a0}: les rapports comptent l'argent de l'un et \
            pas de l'autre",
        en: "a call is either granted or refused: reports count the money of the one, not of the \
            other"),
    run,
};

fn run(context: &mut Context) {
    for record in context.network.records() {
        for (id, call) in &record.common().calls {
            if call.refused.is_some() {
                report_funded(context, record.file(), id, call);
            }
        }
    }
}

/// Reports what a refused call cannot have: the date on which it was granted, or else the amount
/// granted and the report on its use.
fn report_funded(context: &mut Context, file: &Arc<str>, id: &str, call: &Call) {
    if call.granted.is_some() {
        report_both(context, file, id);
        return;
    }
    let language = context.language;
    let funded = [
        ("amount", call.amount.is_some()),
        ("report_by", call.report_by.is_some()),
        ("reported", call.reported.is_some()),
    ];
    for (key, _) in funded.iter().filter(|(_, is_there)| *is_there) {
        let (sentence, help) = if *key == "amount" {
            (
                say!(language,
                    fr: "l'appel `{id}` a été refusé\u{a0}: aucun montant n'a été accordé",
                    en: "the call `{id}` was refused: no amount was granted"),
                say!(language,
                    fr: "écrire le montant demandé sous `asked`, ou retirer le refus",
                    en: "write the amount requested as `asked`, or remove the refusal"),
            )
        } else {
            (
                say!(language,
                    fr: "l'appel `{id}` a été refusé\u{a0}: il n'y a pas de compte rendu à rendre",
                    en: "the call `{id}` was refused: there is nothing to report on"),
                say!(language,
                    fr: "retirer cette date, ou le refus",
                    en: "remove this date, or the refusal"),
            )
        };
        let finding = context
            .find_at(&CHECK.rule, place(file, id, key), sentence)
            .beside(
                place(file, id, "refused"),
                say!(language, fr: "refusé", en: "refused"),
            )
            .help(help);
        context.report(finding);
    }
}

fn report_both(context: &mut Context, file: &Arc<str>, id: &str) {
    let language = context.language;
    let sentence = say!(language,
            fr: "l'appel `{id}` est donné à la fois pour accordé et refusé",
            en: "the call `{id}` is given as both granted and refused");
    let finding = context
        .find_at(&CHECK.rule, place(file, id, "refused"), sentence)
        .label(say!(language, fr: "refusé", en: "refused"))
        .beside(
            place(file, id, "granted"),
            say!(language, fr: "accordé", en: "granted"),
        )
        .help(say!(language,
                fr: "garder celle des deux dates qui est vraie\u{202f}; une seconde demande est un \
                    autre appel, sous un autre nom",
                en: "keep the one of the two dates that is true; a second application is another \
                    call, with another name"));
    context.report(finding);
}

fn place(file: &Arc<str>, id: &str, key: &str) -> Place {
    Place {
        file: file.clone(),
        at: At::Value(route!["calls", id, key]),
    }
}
