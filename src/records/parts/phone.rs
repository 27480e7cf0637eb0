//! Telephone numbers, as they are dialled from France.

use crate::records::parts::identifiers::bare;

/// Why a text is not a telephone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhoneFault {
    /// Nine digits without the zero at the beginning, which spreadsheets drop.
    LostZero,
    /// A number of digits that no number has.
    Digits(usize),
    /// Nothing but zeros: nobody's.
    Zeros,
    /// More than one number.
    Several,
    /// Words, beside a number or without one.
    Words,
}

/// Returns why a text is not a telephone number; `None` if it may be one.
///
/// Source: Arcep, plan national de numérotation: ten digits from 0; four, of short numbers from 1
/// or 3; six, of directories (118) and of harmonised social services (116); two or three, of
/// emergencies. Abroad, 15 digits at most (ITU-T E.164).
#[must_use]
pub fn fault(text: &str) -> Option<PhoneFault> {
    let without_extension = without_extension(text);
    let plain: String = bare(&without_extension.replace("(0)", ""))
        .chars()
        .filter(|character| !matches!(character, '-' | '‑' | '–' | '(' | ')' | '/'))
        .collect();
    let digits = plain.strip_prefix('+').unwrap_or(&plain);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let numbers = text.matches(|character: char| character.is_ascii_digit());
        return Some(if numbers.count() >= 2 * USUAL {
            PhoneFault::Several
        } else {
            PhoneFault::Words
        });
    }
    if digits.bytes().all(|byte| byte == b'0') {
        return Some(PhoneFault::Zeros);
    }
    let abroad = plain
        .strip_prefix('+')
        .or_else(|| plain.strip_prefix("00").filter(|_| digits.len() > USUAL));
    match abroad {
        Some(digits) => fault_abroad(digits),
        None => fault_at_home(digits),
    }
}

/// Digits of a usual number.
const USUAL: usize = 10;

/// A text without the number of an extension behind it.
fn without_extension(text: &str) -> &str {
    let lower = text.to_ascii_lowercase();
    ["poste", "ext"]
        .iter()
        .find_map(|word| text.get(..lower.find(word)?))
        .unwrap_or(text)
}

/// `digits` begin with the code of a country.
fn fault_abroad(digits: &str) -> Option<PhoneFault> {
    let count = digits.len();
    let is_right = match digits.strip_prefix("33") {
        Some(rest) => rest.len() == 9 && !rest.starts_with('0'),
        None => (7..=15).contains(&count),
    };
    if is_right {
        None
    } else if count > 15 {
        Some(PhoneFault::Several)
    } else {
        Some(PhoneFault::Digits(count))
    }
}

fn fault_at_home(digits: &str) -> Option<PhoneFault> {
    let first = digits.bytes().next();
    match (digits.len(), first) {
        (USUAL, Some(b'0')) | (2..=3, Some(b'1')) | (4, Some(b'1' | b'3')) => None,
        (6, _) if digits.starts_with("116") || digits.starts_with("118") => None,
        (9, Some(b'1'..=b'9')) => Some(PhoneFault::LostZero),
        (count, _) if count >= 2 * USUAL => Some(PhoneFault::Several),
        (count, _) => Some(PhoneFault::Digits(count)),
    }
}

#[cfg(test)]
mod tests {
    use super::{PhoneFault, fault};

    #[test]
    fn numbers_that_can_be_called_pass() {
        for phone in [
            "03 20 00 00 00",
            "0320000000",
            "03.20.00.00.00",
            "03-20-00-00-00",
            "3939",
            "3 939",
            "1044",
            "15",
            "112",
            "118 008",
            "116 000",
            "+33 3 20 00 00 00",
            "+33 (0)3 20 00 00 00",
            "0033 3 20 00 00 00",
            "+262 262 00 00 00",
            "+32 2 000 00 00",
            "0800 00 00 00",
            "09 70 00 00 00",
            "03 20 00 00 00 poste 12",
            "03\u{a0}20\u{202f}00 00 00",
        ] {
            assert_eq!(fault(phone), None, "{phone}");
        }
    }

    #[test]
    fn others_do_not() {
        for (phone, found) in [
            ("323610000", PhoneFault::LostZero),
            ("3 23 61 00 00", PhoneFault::LostZero),
            ("03 23 61 00", PhoneFault::Digits(8)),
            ("03 23 61 00 000", PhoneFault::Digits(11)),
            ("+33 3 23 61 00", PhoneFault::Digits(9)),
            ("03 23 61 00 00 / 06 00 00 00 00", PhoneFault::Several),
            ("03 23 61 00 00 ou 06 00 00 00 00", PhoneFault::Several),
            ("bientôt", PhoneFault::Words),
            ("03 23 61 00 00 (accueil)", PhoneFault::Words),
            ("-", PhoneFault::Words),
            ("00 00 00 00 00", PhoneFault::Zeros),
        ] {
            assert_eq!(fault(phone), Some(found), "{phone}");
        }
    }
}
