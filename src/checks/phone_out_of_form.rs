//! `phone-out-of-form`: a telephone number that cannot be dialled.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Place, Route};
use crate::network::RecordRef;
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "phone-out-of-form", Warning,
        fr: "un numéro auquel il manque un chiffre, ou qui porte des mots, ne se compose pas",
        en: "a number that lacks a digit, or bears words, cannot be dialled"),
    run,
};

fn run(context: &mut Context) {
    for record in context.network.records() {
        for (index, contact) in record.common().contacts.iter().enumerate() {
            let phone = contact.phone.as_deref();
            check(context, record, phone, || {
                route!["contacts", index, "phone"]
            });
        }
        if let RecordRef::Actor(actor) = record {
            check(context, record, actor.body.phone.as_deref(), || {
                route!["phone"]
            });
        }
    }
}

fn check(
    context: &mut Context,
    record: RecordRef,
    phone: Option<&str>,
    route: impl FnOnce() -> Route,
) {
    let Some(fault) = phone.and_then(fault) else {
        return;
    };
    let language = context.language;
    let (sentence, help) = match fault {
        Fault::Words => (
            say!(language,
                fr: "ce numéro de téléphone porte autre chose que des chiffres",
                en: "this telephone number has something other than digits"),
            say!(language,
                fr: "ne garder que le numéro, un seul\u{202f}; le reste se dit dans `notes`",
                en: "keep the number alone, and one only; say the rest in `notes`"),
        ),
        Fault::Zeros => (
            say!(language,
                fr: "ce numéro de téléphone n'a que des zéros",
                en: "this telephone number has nothing but zeros"),
            say!(language,
                fr: "retirer la ligne si le numéro n'est pas connu",
                en: "remove the line if the number is not known"),
        ),
        Fault::Length(digits) => (
            say!(language,
                fr: "ce numéro de téléphone a {digits} chiffres",
                en: "this telephone number has {digits} digits"),
            say!(language,
                fr: "en France, dix chiffres dont le premier est un zéro (`03 23 00 00 00`)\
                    \u{202f}; à l'étranger, `+` et l'indicatif (`+32 71 00 00 00`)",
                en: "in France, ten digits of which the first is a zero (`03 23 00 00 00`); \
                    abroad, `+` and the code of the country (`+32 71 00 00 00`)"),
        ),
    };
    let place = Place {
        file: record.file().clone(),
        at: At::Value(route()),
    };
    let finding = context.find_at(&CHECK.rule, place, sentence).help(help);
    context.report(finding);
}

/// What keeps a number from being dialled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// Words, signs or a second number.
    Words,
    /// Nothing but zeros.
    Zeros,
    /// A number of digits that no number has.
    Length(usize),
}

fn fault(phone: &str) -> Option<Fault> {
    let number = phone.trim().replace("(0)", "");
    let number = number.trim_start_matches('(').to_owned();
    let (is_abroad, rest) = match number.strip_prefix('+') {
        Some(rest) => (true, rest),
        None => match number.strip_prefix("00") {
            Some(rest) => (true, rest),
            None => (false, number.as_str()),
        },
    };
    let is_sign = |sign: char| sign.is_whitespace() || matches!(sign, '.' | '-' | '(' | ')' | '‑');
    let digits: String = rest.chars().filter(|sign| !is_sign(*sign)).collect();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Fault::Words);
    }
    if digits.bytes().all(|byte| byte == b'0') {
        return Some(Fault::Zeros);
    }
    let count = digits.len();
    let is_right = match (is_abroad, digits.strip_prefix("33")) {
        // Nine digits follow +33; the longest number of the world has fifteen (ITU-T E.164).
        (true, Some(french)) => french.len() == 9 && !french.starts_with('0'),
        (true, None) => (7..=15).contains(&count) && !digits.starts_with('0'),
        (false, _) => is_national(&digits),
    };
    (!is_right).then_some(Fault::Length(count))
}

/// Whether digits are a number of the French plan: ten from a zero, or a short number.
fn is_national(digits: &str) -> bool {
    match digits.len() {
        10 => digits.starts_with('0') && !digits.starts_with("00"),
        6 => digits.starts_with("118") || digits.starts_with("116"),
        4 => digits.starts_with('3') || digits.starts_with('1'),
        2 | 3 => digits.starts_with('1'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, fault};

    #[test]
    fn numbers_that_can_be_dialled_pass() {
        for phone in [
            "03 23 61 00 00",
            "03.23.61.00.00",
            "0323610000",
            "+33 3 23 61 00 00",
            "+33 (0)3 23 61 00 00",
            "0033323610000",
            "3949",
            "115",
            "118 218",
            "+32 71 00 00 00",
            "03\u{a0}23\u{a0}61\u{a0}00\u{a0}00",
            "(+33) 3 23 61 00 00",
        ] {
            assert_eq!(fault(phone), None, "{phone}");
        }
    }

    #[test]
    fn others_do_not() {
        for (phone, expected) in [
            ("03 23 61 00", Fault::Length(8)),
            ("03 23 61 00 000", Fault::Length(11)),
            ("3 23 61 00 00", Fault::Length(9)),
            ("+33 03 23 61 00 00", Fault::Length(12)),
            ("00 00 00 00 00", Fault::Zeros),
            ("demander Zoé", Fault::Words),
            ("03 23 61 00 00 poste 12", Fault::Words),
            ("03 23 61 00 00 / 03 23 61 00 01", Fault::Words),
        ] {
            assert_eq!(fault(phone), Some(expected), "{phone}");
        }
    }
}
