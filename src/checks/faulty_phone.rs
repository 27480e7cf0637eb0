//! `faulty-phone`: a telephone number that cannot be called.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Finding, Place, Writing};
use crate::records::parts::phone::{PhoneFault, fault};
use crate::records::{Contact, Record};
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "faulty-phone", Warning,
        fr: "un numéro auquel il manque un chiffre ne sonne nulle part, ou chez un inconnu",
        en: "a number that lacks a digit rings nowhere, or at a stranger's"),
    run,
};

fn run(context: &mut Context) {
    let network = context.network;
    let mut findings = Vec::new();
    for actor in &network.actors {
        let place = || actor.at(At::Value(route!["phone"]));
        findings.extend(check_number(context, actor.body.phone.as_ref(), place));
    }
    check_contacts(context, &network.territories, &mut findings);
    check_contacts(context, &network.actors, &mut findings);
    check_contacts(context, &network.dynamics, &mut findings);
    check_contacts(context, &network.published, &mut findings);
    context.findings.extend(findings);
}

fn check_contacts<I: std::fmt::Display, T>(
    context: &Context,
    records: &[Record<I, T>],
    findings: &mut Vec<Finding>,
) {
    for record in records {
        for (index, Contact { phone, .. }) in record.common.contacts.iter().enumerate() {
            let place = || record.at(At::Value(route!["contacts", index, "phone"]));
            findings.extend(check_number(context, phone.as_ref(), place));
        }
    }
}

/// The finding of a number, if it is faulty.
fn check_number(
    context: &Context,
    phone: Option<&String>,
    place: impl FnOnce() -> Place,
) -> Option<Finding> {
    let (language, phone) = (context.language, phone?);
    let fault = fault(phone)?;
    let place = place();
    let finding = context.find_at(
        &CHECK.rule,
        place.clone(),
        say!(language,
            fr: "`{phone}` n'est pas un numéro de téléphone qu'on puisse appeler",
            en: "`{phone}` is not a telephone number that can be called"),
    );
    Some(match fault {
        PhoneFault::LostZero => finding
            .label(say!(language,
                fr: "neuf chiffres\u{a0}: le zéro manque",
                en: "nine digits: the zero is missing"))
            .help(say!(language, fr: "remettre le zéro", en: "restore the zero"))
            .edit(place, Writing::Text(format!("0{}", phone.trim()))),
        PhoneFault::Digits(count) => finding
            .label(say!(language,
                fr: "{count} chiffres, au lieu de dix",
                en: "{count} digits instead of ten"))
            .help(say!(language,
                fr: "le recopier\u{202f}; un numéro de l'étranger commence par `+` et le code du \
                    pays",
                en: "copy it again; a number abroad begins with `+` and the code of the country")),
        PhoneFault::Zeros => finding
            .label(say!(language, fr: "rien que des zéros", en: "nothing but zeros"))
            .help(say!(language,
                fr: "effacer la ligne si le numéro n'est pas connu",
                en: "delete the line if the number is not known")),
        PhoneFault::Several => finding
            .label(say!(language, fr: "plusieurs numéros", en: "several numbers"))
            .help(say!(language,
                fr: "en garder un\u{202f}; les autres vont dans `contacts`, un par fonction",
                en: "keep one; the others go in `contacts`, one for each function")),
        PhoneFault::Words => finding
            .label(say!(language, fr: "du texte", en: "words"))
            .help(say!(language,
                fr: "n'écrire que le numéro, ou effacer la ligne\u{202f}; le reste va dans `notes`",
                en: "write the number only, or delete the line; the rest goes in `notes`")),
    })
}
