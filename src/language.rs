//! French or English, chosen once, and the few rules of typography that both need.

use std::io::ErrorKind;

use serde::Deserialize;

/// What systems say most when they refuse, in French.
const REFUSALS: [(ErrorKind, &str); 12] = [
    (ErrorKind::NotFound, "ce fichier ou ce dossier n'existe pas"),
    (ErrorKind::PermissionDenied, "accès refusé"),
    (ErrorKind::AlreadyExists, "ce fichier existe déjà"),
    (ErrorKind::NotADirectory, "ce n'est pas un dossier"),
    (ErrorKind::IsADirectory, "c'est un dossier"),
    (ErrorKind::DirectoryNotEmpty, "ce dossier n'est pas vide"),
    (
        ErrorKind::ReadOnlyFilesystem,
        "ce support ne peut être que lu",
    ),
    (
        ErrorKind::StorageFull,
        "il n'y a plus de place sur le support",
    ),
    (ErrorKind::QuotaExceeded, "la place accordée est épuisée"),
    (ErrorKind::FileTooLarge, "ce fichier est trop grand"),
    (
        ErrorKind::CrossesDevices,
        "les deux dossiers sont sur des supports différents",
    ),
    (
        ErrorKind::InvalidFilename,
        "le nom du fichier ne peut pas être lu ou écrit",
    ),
];

/// The language in which people are answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Language {
    /// French, the language of the network's people.
    #[serde(rename = "fr")]
    French,
    /// English, for readers abroad.
    #[serde(rename = "en")]
    English,
}

/// One sentence in both languages, side by side so that neither is forgotten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bilingual {
    /// In French.
    pub fr: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Bilingual {
    /// The sentence in one language.
    #[must_use]
    pub fn get(self, language: Language) -> &'static str {
        match language {
            Language::French => self.fr,
            Language::English => self.en,
        }
    }
}

/// Formats one sentence in the language asked; both must be written, or it does not compile.
///
/// ```
/// use apes::{language::Language, say};
/// let tilt = "tilt";
/// assert_eq!(say!(Language::English, fr: "l'acteur {tilt}", en: "the actor {tilt}"), "the actor
/// tilt");
/// ```
#[macro_export]
macro_rules! say {
    ($language:expr, fr: $fr:literal, en: $en:literal $(, $($argument:tt)*)?) => {
        match $language {
            $crate::language::Language::French => format!($fr $(, $($argument)*)?),
            $crate::language::Language::English => format!($en $(, $($argument)*)?),
        }
    };
}

impl Language {
    /// The code that people type: `fr` or `en`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// Reads a code such as `fr`, `fr_FR.UTF-8` or `en`; anything else is no answer.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code.get(..2)? {
            "fr" => Some(Self::French),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// A whole number with its thousands apart: `2 000` (narrow no-break space) or `2,000`.
    #[must_use]
    pub fn number(self, value: u64) -> String {
        let digits = value.to_string();
        let separator = match self {
            Self::French => '\u{202f}',
            Self::English => ',',
        };
        let mut out = String::with_capacity(digits.len() + 4);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                out.push(separator);
            }
            out.push(digit);
        }
        out
    }

    /// A number with at most so many decimals, none of them a useless zero: `2 000,5` or `2,000.5`.
    #[must_use]
    pub fn decimal(self, value: f64, decimals: usize) -> String {
        let text = format!("{:.decimals$}", value.abs());
        let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
        let rest = rest.trim_end_matches('0');
        let whole = whole
            .parse()
            .map_or_else(|_| whole.to_owned(), |whole| self.number(whole));
        let point = match (rest.is_empty(), self) {
            (true, _) => "",
            (false, Self::French) => ",",
            (false, Self::English) => ".",
        };
        let zero = text.bytes().all(|byte| matches!(byte, b'0' | b'.'));
        let sign = if value < 0.0 && !zero { "\u{2212}" } else { "" };
        format!("{sign}{whole}{point}{rest}")
    }

    /// A share of 1 as a percentage: `45 %` (no-break space) or `45%`; below one, with a decimal:
    /// `0,4 %`.
    #[must_use]
    pub fn percent(self, share: f64) -> String {
        let (hundredth, tenth) = ((share * 100.0).round(), (share * 1000.0).round() / 10.0);
        let number = if tenth.abs() < 1.0 {
            self.decimal(tenth, 1)
        } else {
            self.decimal(hundredth, 0)
        };
        match self {
            Self::French => format!("{number}\u{a0}%"),
            Self::English => format!("{number}%"),
        }
    }

    /// An amount in euros: `2 000 €` or `€2,000`.
    #[must_use]
    pub fn euros(self, amount: f64) -> String {
        let number = self.decimal(amount, 2);
        match (self, number.strip_prefix('\u{2212}')) {
            (Self::French, _) => format!("{number}\u{a0}€"),
            (Self::English, Some(number)) => format!("\u{2212}€{number}"),
            (Self::English, None) => format!("€{number}"),
        }
    }

    /// A rank: `1er`, `2e` or `1st`, `2nd`, `11th`.
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

    /// The name of a month from 1 to 12; empty for any other.
    #[must_use]
    pub fn month(self, month: u8) -> &'static str {
        let names = match self {
            Self::French => [
                "janvier",
                "février",
                "mars",
                "avril",
                "mai",
                "juin",
                "juillet",
                "août",
                "septembre",
                "octobre",
                "novembre",
                "décembre",
            ],
            Self::English => [
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December",
            ],
        };
        usize::from(month)
            .checked_sub(1)
            .and_then(|at| names.get(at))
            .copied()
            .unwrap_or_default()
    }

    /// Several things in one sentence: `a, b et c` or `a, b and c`.
    #[must_use]
    pub fn and(self, things: &[String]) -> String {
        let and = match self {
            Self::French => "et",
            Self::English => "and",
        };
        match things {
            [] => String::new(),
            [one] => one.clone(),
            [all @ .., last] => format!("{} {and} {last}", all.join(", ")),
        }
    }

    /// A count with its noun: `0 acteur`, `2 acteurs`, `0 actors` (French keeps the singular below
    /// two).
    #[must_use]
    pub fn count(self, value: usize, one: &str, many: &str) -> String {
        let plural = match self {
            Self::French => value >= 2,
            Self::English => value != 1,
        };
        format!(
            "{} {}",
            self.number(value as u64),
            if plural { many } else { one }
        )
    }

    /// Why the system refused, as it says itself; in French by a table of what it says most, since
    /// it speaks English.
    #[must_use]
    pub fn describe_os_error(self, kind: ErrorKind, words: &str) -> String {
        let known = REFUSALS
            .iter()
            .find(|(known, _)| *known == kind && self == Self::French);
        known.map_or(words, |(_, french)| french).to_owned()
    }

    /// A text between the quotation marks of the language.
    #[must_use]
    pub fn quoted(self, text: &str) -> String {
        match self {
            Self::French => format!("«\u{a0}{text}\u{a0}»"),
            Self::English => format!("“{text}”"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language::{English, French};

    #[test]
    fn numbers_have_their_spaces_and_their_points() {
        assert_eq!(French.decimal(2000.5, 2), "2\u{202f}000,5");
        assert_eq!(English.decimal(-2000.5, 2), "\u{2212}2,000.5");
        assert_eq!(French.decimal(7.0, 2), "7");
        assert_eq!(French.decimal(-0.001, 2), "0");
        assert_eq!(English.decimal(1.995, 0), "2");
    }

    #[test]
    fn euros_and_percents_stand_where_each_language_puts_them() {
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
    fn ranks_have_their_endings() {
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

    #[test]
    fn months_have_names_and_no_others() {
        assert_eq!((French.month(2), French.month(12)), ("février", "décembre"));
        assert_eq!((English.month(1), English.month(8)), ("January", "August"));
        assert_eq!((French.month(0), English.month(13)), ("", ""));
    }

    #[test]
    fn several_things_are_one_sentence() {
        let things = |count: usize| {
            ["a", "b", "c"][..count]
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
        };
        assert_eq!(French.and(&things(0)), "");
        assert_eq!(French.and(&things(1)), "a");
        assert_eq!(French.and(&things(2)), "a et b");
        assert_eq!(English.and(&things(3)), "a, b and c");
    }
}
