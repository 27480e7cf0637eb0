//! Parts of sentences: enumerations, quotations and names of months.

use super::language::Language;

const FRENCH_MONTHS: [&str; 12] = [
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
];

const ENGLISH_MONTHS: [&str; 12] = [
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
];

impl Language {
    /// Returns the name of a month from 1 to 12, and an empty text for any other number.
    #[must_use]
    pub fn month(self, month: u8) -> &'static str {
        let names = match self {
            Self::French => FRENCH_MONTHS,
            Self::English => ENGLISH_MONTHS,
        };
        usize::from(month)
            .checked_sub(1)
            .and_then(|index| names.get(index))
            .copied()
            .unwrap_or_default()
    }

    /// Joins items into an enumeration: `a, b et c` or `a, b and c`.
    #[must_use]
    pub fn and(self, items: &[String]) -> String {
        let conjunction = match self {
            Self::French => "et",
            Self::English => "and",
        };
        match items {
            [] => String::new(),
            [item] => item.clone(),
            [first @ .., last] => format!("{} {conjunction} {last}", first.join(", ")),
        }
    }

    /// Puts a text between the quotation marks of the language: `« text »` (no-break spaces) or
    /// `“text”`.
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
    use crate::language::Language::{English, French};

    #[test]
    fn only_twelve_months_have_names() {
        assert_eq!((French.month(2), French.month(12)), ("février", "décembre"));
        assert_eq!((English.month(1), English.month(8)), ("January", "August"));
        assert_eq!((French.month(0), English.month(13)), ("", ""));
    }

    #[test]
    fn items_are_joined_with_a_conjunction() {
        let items = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(French.and(&[]), "");
        assert_eq!(French.and(&items[..1]), "a");
        assert_eq!(French.and(&items[..2]), "a et b");
        assert_eq!(English.and(&items), "a, b and c");
    }
}
