//! Numbers as each language writes them: separators, decimals, units, ordinals and counted nouns.

use super::language::Language;

/// Before a unit in French, which is never alone on a line.
const NO_BREAK_SPACE: char = '\u{a0}';

/// Between groups of three digits in French.
const NARROW_NO_BREAK_SPACE: char = '\u{202f}';

/// The minus sign, which is as wide as a digit; a hyphen is not.
const MINUS: &str = "\u{2212}";

impl Language {
    /// Formats a whole number with its digits in groups of three: `2 000` (narrow no-break space)
    /// or `2,000`.
    #[must_use]
    pub fn number(self, value: u64) -> String {
        let digits = value.to_string();
        let separator = match self {
            Self::French => NARROW_NO_BREAK_SPACE,
            Self::English => ',',
        };
        let mut out = String::with_capacity(digits.len() + 4);
        for (position, digit) in digits.chars().enumerate() {
            if position > 0 && (digits.len() - position).is_multiple_of(3) {
                out.push(separator);
            }
            out.push(digit);
        }
        out
    }

    /// Formats a number with at most `decimals` decimals, without zeros at their end: `2 000,5` or
    /// `2,000.5`. Zero has no sign.
    #[must_use]
    pub fn decimal(self, value: f64, decimals: usize) -> String {
        let text = format!("{:.decimals$}", value.abs());
        let (integer, fraction) = text.split_once('.').unwrap_or((&text, ""));
        // Digits that are too many for a `u64` stay as they are.
        let whole = integer
            .parse()
            .map_or_else(|_| integer.to_owned(), |number| self.number(number));
        let significant = fraction.trim_end_matches('0');
        let point = match (significant.is_empty(), self) {
            (true, _) => "",
            (false, Self::French) => ",",
            (false, Self::English) => ".",
        };
        let is_zero = text.bytes().all(|byte| matches!(byte, b'0' | b'.'));
        let sign = if value < 0.0 && !is_zero { MINUS } else { "" };
        format!("{sign}{whole}{point}{significant}")
    }

    /// Formats a share of 1 as a percentage: `45 %` (no-break space) or `45%`. Below one per cent,
    /// it has one decimal: `0,4 %`.
    #[must_use]
    pub fn percent(self, share: f64) -> String {
        // Rounded before the comparison, so that 0.96 % becomes 1 % and not 1.0 %.
        let tenths = (share * 1000.0).round() / 10.0;
        let number = if tenths.abs() < 1.0 {
            self.decimal(tenths, 1)
        } else {
            self.decimal((share * 100.0).round(), 0)
        };
        match self {
            Self::French => format!("{number}{NO_BREAK_SPACE}%"),
            Self::English => format!("{number}%"),
        }
    }

    /// Formats an amount of euros, with at most two decimals: `2 000 €` or `€2,000`.
    #[must_use]
    pub fn euros(self, amount: f64) -> String {
        let number = self.decimal(amount, 2);
        match (self, number.strip_prefix(MINUS)) {
            (Self::French, _) => format!("{number}{NO_BREAK_SPACE}€"),
            (Self::English, Some(number)) => format!("{MINUS}€{number}"),
            (Self::English, None) => format!("€{number}"),
        }
    }

    /// Formats an ordinal number: `1er`, `2e` or `1st`, `2nd`, `11th`.
    #[must_use]
    pub fn ordinal(self, rank: u64) -> String {
        let ending = match (self, rank % 10, rank % 100) {
            (Self::French, ..) if rank == 1 => "er",
            (Self::French, ..) => "e",
            (Self::English, _, 11..=13) => "th",
            (Self::English, 1, _) => "st",
            (Self::English, 2, _) => "nd",
            (Self::English, 3, _) => "rd",
            (Self::English, ..) => "th",
        };
        format!("{}{ending}", self.number(rank))
    }

    /// Formats a count with its noun: `0 acteur`, `2 acteurs`, `0 actors`. French keeps the
    /// singular below two.
    #[must_use]
    pub fn count(self, value: usize, singular: &str, plural: &str) -> String {
        let is_plural = match self {
            Self::French => value >= 2,
            Self::English => value != 1,
        };
        format!(
            "{} {}",
            self.number(value as u64),
            if is_plural { plural } else { singular }
        )
    }
}

#[cfg(test)]
mod tests {
    use crate::language::Language::{English, French};

    #[test]
    fn decimals_have_separators_and_no_useless_zeros() {
        assert_eq!(French.decimal(2000.5, 2), "2\u{202f}000,5");
        assert_eq!(English.decimal(-2000.5, 2), "\u{2212}2,000.5");
        assert_eq!(French.decimal(7.0, 2), "7");
        assert_eq!(French.decimal(-0.001, 2), "0");
        assert_eq!(English.decimal(1.995, 0), "2");
    }

    #[test]
    fn units_are_placed_as_each_language_does() {
        assert_eq!(French.euros(25_500.0), "25\u{202f}500\u{a0}€");
        assert_eq!(English.euros(25_500.0), "€25,500");
        assert_eq!(French.euros(-12.5), "\u{2212}12,5\u{a0}€");
        assert_eq!(English.euros(-12.5), "\u{2212}€12.5");
        assert_eq!(French.percent(0.454), "45\u{a0}%");
        assert_eq!(English.percent(1.2), "120%");
        assert_eq!(French.percent(0.125), "13\u{a0}%");
        assert_eq!(French.percent(-0.0022), "\u{2212}0,2\u{a0}%");
        assert_eq!(English.percent(0.0), "0%");
    }

    #[test]
    fn ordinals_have_their_endings() {
        let french: Vec<String> = [1, 2, 11, 1001].map(|rank| French.ordinal(rank)).into();
        assert_eq!(french, ["1er", "2e", "11e", "1\u{202f}001e"]);
        let english: Vec<String> = [1, 2, 3, 4, 11, 12, 13, 21, 112]
            .map(|rank| English.ordinal(rank))
            .into();
        assert_eq!(
            english,
            [
                "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th"
            ]
        );
    }
}
