//! Numbers, dates and names as people write them in French, converted to the spelling of records.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::calendar::PartialDate;
use crate::documents::syntax::Syntax;
use crate::sources::Cut;

/// A number as people write it.
#[derive(Debug, PartialEq, Eq)]
pub struct WrittenNumber<'t> {
    /// The number in the spelling of records: no spaces, a decimal point.
    pub plain: String,
    /// Whether the decimals follow a comma.
    pub has_comma: bool,
    /// Whether spaces, points or commas separate the thousands.
    pub is_grouped: bool,
    /// The text behind the number; empty for a number alone.
    pub unit: &'t str,
}

impl WrittenNumber<'_> {
    /// The number read with its one point or comma between thousands: `12000` for `12.000`.
    /// Returns `None` if that cannot be its sense.
    #[must_use]
    pub fn as_thousands(&self) -> Option<String> {
        let (whole, decimals) = self.plain.split_once('.')?;
        let digits = whole.trim_start_matches('-');
        let may_be = decimals.len() == 3
            && (1..=3).contains(&digits.len())
            && digits != "0"
            && !self.is_grouped;
        may_be.then(|| format!("{whole}{decimals}"))
    }
}

/// Parses a number: `3,5`, `12 000`, `-1 200,50`, `1.200,50`, `1,200.50` or `20 jours`. Returns
/// `None` for leading zeros, which only codes have.
///
/// One point or comma alone is taken for that of the decimals.
#[must_use]
pub fn number(text: &str) -> Option<WrittenNumber<'_>> {
    let text = text.trim();
    let (sign, rest) = text
        .strip_prefix(['-', '−'])
        .map_or(("", text), |rest| ("-", rest));
    let end = rest
        .find(|character| !may_be_in_number(character))
        .unwrap_or(rest.len());
    let (digits, unit) = (rest.before(end).trim_end(), rest.behind(end).trim());
    let decimal_sign = decimal_sign(digits);
    let (whole, decimals) = match decimal_sign.and_then(|sign| digits.rsplit_once(sign)) {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (digits, None),
    };
    let groups: Vec<&str> = whole
        .split(|sign: char| sign.is_whitespace() || matches!(sign, ',' | '.'))
        .collect();
    let is_well_grouped = match &groups[..] {
        [first, others @ ..] if !others.is_empty() => {
            (1..=3).contains(&first.len()) && others.iter().all(|group| group.len() == 3)
        }
        groups => groups.len() == 1,
    };
    let is_grouped = groups.len() > 1;
    let whole = groups.concat();
    // Both signs in turn are those of no number.
    let is_mixed = decimal_sign.is_none() && digits.contains('.') && digits.contains(',');
    if is_mixed
        || !is_well_grouped
        || !is_digits(&whole)
        || whole.len() > 1 && whole.starts_with('0')
        || !decimals.is_none_or(is_digits)
    {
        return None;
    }
    Some(WrittenNumber {
        plain: match decimals {
            Some(decimals) => format!("{sign}{whole}.{decimals}"),
            None => format!("{sign}{whole}"),
        },
        has_comma: decimal_sign == Some(','),
        is_grouped,
        unit,
    })
}

/// The sign before the decimals: that which is used once, behind the signs between thousands.
fn decimal_sign(digits: &str) -> Option<char> {
    let (points, commas) = (digits.matches('.').count(), digits.matches(',').count());
    let is_comma_last = digits.rfind(',') > digits.rfind('.');
    match (points, commas) {
        (1, _) if !is_comma_last => Some('.'),
        (_, 1) if is_comma_last => Some(','),
        _ => None,
    }
}

fn may_be_in_number(character: char) -> bool {
    character.is_ascii_digit() || character.is_whitespace() || matches!(character, ',' | '.')
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Parses a date: `12/03/2024`, `12-3-2024`, `12.03.2024`, `03/2024`, `2024/03/12`, `mars 2024` or
/// `1er mars 2024`.
///
/// Returns `None` for a day that no calendar has, and for a year of two digits, whose century
/// would be a guess.
#[must_use]
pub fn date(text: &str) -> Option<PartialDate> {
    let text = text.trim().to_lowercase();
    let numbers: Vec<&str> = text.split(['/', '-', '.']).map(str::trim).collect();
    let numeric = match numbers[..] {
        [year, month, day] | [day, month, year] if year.len() == 4 => {
            date_of_parts(year, month, Some(day))
        }
        [year, month] | [month, year] if year.len() == 4 => date_of_parts(year, month, None),
        // With hyphens, it could be a year of two digits that comes first.
        [day, month, year] if year.len() == 2 && !text.contains('-') => {
            date_of_parts(&whole_year(year), month, Some(day))
        }
        _ => None,
    };
    numeric.or_else(|| date_in_words(&text))
}

/// The year that two digits mean: of this century up to 49.
#[must_use]
pub fn whole_year(digits: &str) -> String {
    let century = if digits < "50" { "20" } else { "19" };
    format!("{century}{digits}")
}

fn date_of_parts(year: &str, month: &str, day: Option<&str>) -> Option<PartialDate> {
    PartialDate::parse(&match day {
        Some(day) => format!("{year}-{month:0>2}-{day:0>2}"),
        None => format!("{year}-{month:0>2}"),
    })
}

fn date_in_words(text: &str) -> Option<PartialDate> {
    let words: Vec<&str> = text
        .strip_prefix("le ")
        .unwrap_or(text)
        .split_whitespace()
        .collect();
    let (day, month, year) = match words[..] {
        [month, year] => (None, month, year),
        [day, month, year] => (Some(day.strip_suffix("er").unwrap_or(day)), month, year),
        _ => return None,
    };
    date_of_parts(year, &month_number(month)?.to_string(), day)
}

/// The number of a month, 1 to 12, given its French or English name or three letters or more of
/// its beginning. Returns `None` if two months begin so.
fn month_number(word: &str) -> Option<usize> {
    const NAMES: [(&str, &str); 12] = [
        ("janvier", "january"),
        ("fevrier", "february"),
        ("mars", "march"),
        ("avril", "april"),
        ("mai", "may"),
        ("juin", "june"),
        ("juillet", "july"),
        ("aout", "august"),
        ("septembre", "september"),
        ("octobre", "october"),
        ("novembre", "november"),
        ("decembre", "december"),
    ];
    let word = unaccented(word.trim_end_matches('.'));
    let mut matching = NAMES.iter().enumerate().filter(|(_, (fr, en))| {
        word.len() >= 3 && (fr.starts_with(&word) || en.starts_with(&word))
    });
    let (index, _) = matching.next()?;
    matching.next().is_none().then_some(index + 1)
}

/// A date in a syntax: TOML has no months, which are quoted there.
#[must_use]
pub fn date_in_syntax(date: PartialDate, syntax: Syntax) -> String {
    match (date, syntax) {
        (PartialDate::Month(..), Syntax::Toml) => syntax.quote(&date.to_string()),
        _ => date.to_string(),
    }
}

/// The id made of a name: `Mise en réseau` gives `mise-en-reseau`. Returns `None` if letters would
/// be lost.
#[must_use]
pub fn as_id(name: &str) -> Option<String> {
    let mut id = String::new();
    for character in unaccented(name).chars() {
        match character {
            'a'..='z' | '0'..='9' | '_' => id.push(character),
            ' ' | '\t' | '-' | '\'' | '’' if id.is_empty() || id.ends_with('-') => {}
            ' ' | '\t' | '-' | '\'' | '’' => id.push('-'),
            _ => return None,
        }
    }
    let id = id.trim_end_matches('-');
    (!id.is_empty()).then(|| id.to_owned())
}

/// A name reduced for comparison: without case, accents, spaces, signs and the ending of a plural.
#[must_use]
pub fn plain(name: &str) -> String {
    let letters: String = unaccented(name)
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect();
    let singular = letters.trim_end_matches(['s', 'x']);
    // Short words end in `s` without being plurals: `os`, `us`.
    if singular.len() > 2 {
        singular.to_owned()
    } else {
        letters
    }
}

/// A text in lower case, without accents and ligatures.
#[must_use]
pub fn unaccented(text: &str) -> String {
    let text = text.to_lowercase().replace('œ', "oe").replace('æ', "ae");
    text.nfd()
        .filter(|character| !is_combining_mark(*character))
        .collect()
}

/// Removes the spaces and points that people write between digits, and signs that nobody sees.
#[must_use]
pub fn bare(text: &str) -> String {
    text.chars()
        .filter(|character| !is_between_digits(*character))
        .collect()
}

/// Whether a character is a space, a point, or an invisible mark of spacing or direction.
#[must_use]
pub fn is_between_digits(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '.' | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{2064}'
                | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_read_with_any_signs_between_thousands() {
        for (text, plain, thousands) in [
            ("12 000", "12000", None),
            ("3,5", "3.5", None),
            ("12,000", "12.000", Some("12000")),
            ("12.000", "12.000", Some("12000")),
            ("-3.500", "-3.500", Some("-3500")),
            ("1.200,50", "1200.50", None),
            ("1,200.50", "1200.50", None),
            ("1 200,50", "1200.50", None),
            ("1.200.000", "1200000", None),
            ("1,200,000", "1200000", None),
            ("0.125", "0.125", None),
            ("1250.500", "1250.500", None),
        ] {
            let found = number(text);
            assert_eq!(
                found.as_ref().map(|found| &*found.plain),
                Some(plain),
                "{text}"
            );
            let read = found.and_then(|found| found.as_thousands());
            assert_eq!(read.as_deref(), thousands, "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_left_alone() {
        for text in [
            "1.20.000",
            "1,2.3,4",
            "12.03.2024",
            "010",
            "1..2",
            ",5",
            "",
            "1.2000,5",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
