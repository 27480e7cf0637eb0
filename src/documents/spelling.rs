//! Numbers, days and names as people write them in French, in the spelling that records want.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::calendar::PartialDate;
use crate::documents::Syntax;

/// A number as people write it.
#[derive(Debug, PartialEq, Eq)]
pub struct Number<'t> {
    /// Its digits, with a point where decimals begin.
    pub plain: String,
    /// Whether a comma set the decimals apart.
    pub comma: bool,
    /// Whether spaces set the thousands apart.
    pub spaced: bool,
    /// What stands behind it.
    pub unit: &'t str,
}

/// Reads `3,5`, `12 000`, `-1 200,50` or `20 jours`; leading zeros make no number.
#[must_use]
pub fn number(text: &str) -> Option<Number<'_>> {
    let text = text.trim();
    let (sign, rest) = text
        .strip_prefix(['-', '−'])
        .map_or(("", text), |rest| ("-", rest));
    let figured = |character: char| {
        character.is_ascii_digit() || character.is_whitespace() || matches!(character, ',' | '.')
    };
    let end = rest
        .find(|character| !figured(character))
        .unwrap_or(rest.len());
    let (figure, unit) = (rest[..end].trim_end(), rest[end..].trim());
    let comma = figure.contains(',');
    let (whole, decimals) = match figure.split_once([',', '.']) {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (figure, None),
    };
    let groups: Vec<&str> = whole.split(char::is_whitespace).collect();
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = groups.len() == 1
        || groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
    let whole = groups.concat();
    if !grouped
        || !digits(&whole)
        || whole.len() > 1 && whole.starts_with('0')
        || !decimals.is_none_or(digits)
    {
        return None;
    }
    let plain = decimals.map_or_else(
        || format!("{sign}{whole}"),
        |decimals| format!("{sign}{whole}.{decimals}"),
    );
    Some(Number {
        plain,
        comma,
        spaced: groups.len() > 1,
        unit,
    })
}

/// Reads `12/03/2024`, `12-3-2024`, `12.03.2024`, `03/2024`, `2024/03/12`, `mars 2024` or `1er mars
/// 2024`.
///
/// Only days that the calendar has; a year has four digits, so that no century is guessed.
#[must_use]
pub fn when(text: &str) -> Option<PartialDate> {
    let text = text.trim().to_lowercase();
    let numbers: Vec<&str> = text.split(['/', '-', '.']).map(str::trim).collect();
    let numeric = match numbers[..] {
        [year, month, day] | [day, month, year] if year.len() == 4 => {
            written(year, month, Some(day))
        }
        [year, month] | [month, year] if year.len() == 4 => written(year, month, None),
        _ => None,
    };
    numeric.or_else(|| in_words(&text))
}

fn written(year: &str, month: &str, day: Option<&str>) -> Option<PartialDate> {
    PartialDate::parse(&day.map_or_else(
        || format!("{year}-{month:0>2}"),
        |day| format!("{year}-{month:0>2}-{day:0>2}"),
    ))
}

fn in_words(text: &str) -> Option<PartialDate> {
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
    written(year, &month_named(month)?.to_string(), day)
}

/// The number of a month by its French or English name, or by a beginning of it that no other month
/// shares.
fn month_named(word: &str) -> Option<usize> {
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
    let mut found = NAMES.iter().enumerate().filter(|(_, (fr, en))| {
        word.len() >= 3 && (fr.starts_with(&word) || en.starts_with(&word))
    });
    let (place, _) = found.next()?;
    found.next().is_none().then_some(place + 1)
}

/// A When as a syntax wants it: TOML quotes months.
#[must_use]
pub fn written_when(when: PartialDate, syntax: Syntax) -> String {
    match (when, syntax) {
        (PartialDate::Month(..), Syntax::Toml) => syntax.quote(&when.to_string()),
        _ => when.to_string(),
    }
}

/// The id nearest to a name: `Mise en réseau` gives `mise-en-reseau`; nothing where letters would
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

/// A name's letters and digits alone, so that it is found however it is typed: no case, accent,
/// blank or plural.
#[must_use]
pub fn plain(name: &str) -> String {
    let letters: String = unaccented(name)
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect();
    let one = letters.trim_end_matches(['s', 'x']);
    if one.len() > 2 {
        one.to_owned()
    } else {
        letters
    }
}

/// Small letters without accents, ligatures undone.
fn unaccented(text: &str) -> String {
    let text = text.to_lowercase().replace('œ', "oe").replace('æ', "ae");
    text.nfd()
        .filter(|character| !is_combining_mark(*character))
        .collect()
}
