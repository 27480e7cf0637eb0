//! The number that a text writes behind an anchor: read whole, or said to be unsure.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::language::Language;
use crate::sources::Cut;

/// What a text has behind an anchor, where a number is expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// A number in digits that stands alone, by its place in the text.
    Number(WrittenNumber),
    /// Digits that are no count: a share, an ordinal, a range, a number with a sign.
    Unsure(Range<usize>),
    /// No digits, and neither a word that may be a number: a number can be inserted.
    Nothing,
    /// No digits where the number is expected, but words or digits further on that may be it.
    Words,
}

/// A number in digits, with the marks between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenNumber {
    /// Position.
    pub place: Range<usize>,
    /// The number as the text writes it.
    pub text: String,
}

/// Marks and spaces that may stand between an anchor and its number: emphasis, quotation marks,
/// brackets, code, tags of HTML other than comments, at most one end of a line.
static OPENING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r#"^(?:[ \t\u{a0}\u{2009}\u{202f}*_~≈`\[(«“„‘"'’‹]|</?[A-Za-z][^<>]*>"#,
        r"|&(?:nbsp|thinsp|laquo|ldquo|lsquo|quot|#160|#8239|#xa0|#x202f);)*",
        r"(?:\r?\n(?:[ \t\u{a0}\u{2009}\u{202f}*_~≈`\[(«“„‘]|<[A-Za-z][^<>]*>)*)?"
    ))
    .ok()
});

/// A number with everything that belongs to it: a sign, groups, decimals.
static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(?P<sign>[-+±−‐‑–—]?)",
        r"(?P<number>[0-9]+(?:(?:[ \u{a0}\u{2009}\u{202f}]|[.,'’·٫٬])[0-9]+)*)"
    ))
    .ok()
});

/// Marks that may close behind a number what was opened in front of it.
static CLOSING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(?:[*_~`]|</[A-Za-z][^<>]*>|\](?:\([^()\n]*\)|\[[^\[\]\n]*\])?)+").ok()
});

/// What makes of the number before it a share, an ordinal, a range, an amount: no count.
static NO_COUNT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(?:(?:[ \t\u{a0}\u{2009}\u{202f}]|&(?:nbsp|thinsp|#160|#8239|#xa0|#x202f);)*",
        r"(?:[%‰€$£\p{N}]|&(?:percnt|#37|euro);|p\. ?100\b|pour cent\b|per ?cent\b",
        r"|(?:mill(?:e|iers?|ions?|iards?)|thousand|[mb]illion|et demie?|and a half)\b|[kM]€)",
        r"|[\p{L}\p{N}]|<su[bp]\b|\^|[-‐‑–—−/:.,'’·\\][0-9\p{L}]|&(?:[a-z]+acute|deg);",
        r"| ?[-‐‑–—−/] ?[0-9])"
    ))
    .ok()
});

/// A year named as such, which nobody takes for a count: `en 2020`.
static YEAR: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:en|in|fin|début|depuis|since)[ \u{a0}](?:19|20)[0-9]{2}\b").ok()
});

/// The beginning of another anchor.
static NEXT_ANCHOR: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"<!--\s*apes:").ok());

/// A word that is a number, or may be one, in either language.
static NUMBER_WORD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)\p{N}|\b(?:z[ée]ros?|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze",
        r"|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|septante",
        r"|huitante|octante|nonante|cents?|mille|milliers?|millions?|milliards?|\p{L}+aines?",
        r"|aucune?|plusieurs|quelques|nombreu\w+|moiti[ée]|tiers|quarts?|double|triple",
        r"|one|two|three|four|five|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|twenty|thirty",
        r"|fo(?:u)?rty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|billions?|dozens?",
        r"|scores?|none|no|several|some|many|few|half|both|thirds?|quarters?|twice",
        r"|(?-i:[IVXLCDM]{2,}))\b"
    ))
    .ok()
});

/// Reads what follows an anchor of a text, from the anchor's place.
#[must_use]
pub fn behind(text: &str, anchor: Range<usize>) -> Written {
    let (start, rest) = (anchor.end, text.behind(anchor.end));
    let opening = matched(&OPENING, rest).map_or(0, |range| range.end);
    let found = NUMBER
        .as_ref()
        .and_then(|pattern| pattern.captures(rest.behind(opening)));
    let parts = found
        .as_ref()
        .and_then(|it| it.get(0).zip(it.name("number")));
    let Some((whole, number)) = parts else {
        return without_digits(text.before(anchor.start), rest);
    };
    let first = start + opening + number.start();
    let place = first..first + number.len();
    let after = text.behind(place.end);
    let is_signed = whole.len() > number.len();
    if is_signed || is_list_marker(rest.before(opening), after) || !stands_alone(after) {
        return Written::Unsure(place);
    }
    Written::Number(WrittenNumber {
        place,
        text: number.as_str().to_owned(),
    })
}

/// The position of the first match of a pattern.
fn matched(pattern: &LazyLock<Option<Regex>>, text: &str) -> Option<Range<usize>> {
    pattern.as_ref()?.find(text).map(|found| found.range())
}

/// Whether nothing behind a number makes it something else than a count.
fn stands_alone(after: &str) -> bool {
    let closing = matched(&CLOSING, after).map_or(0, |range| range.end);
    matched(&NO_COUNT, after).is_none() && matched(&NO_COUNT, after.behind(closing)).is_none()
}

/// Whether a number at the beginning of a line is that of an item in a list.
fn is_list_marker(opening: &str, after: &str) -> bool {
    let begins_line = opening
        .rsplit_once('\n')
        .is_some_and(|(_, line)| line.trim().is_empty());
    begins_line
        && after
            .strip_prefix(['.', ')'])
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
}

/// What a text without digits behind an anchor has there, up to the next anchor or the end of the
/// paragraph: nothing that may be a number, or words.
fn without_digits(before: &str, rest: &str) -> Written {
    let ends = [
        matched(&NEXT_ANCHOR, rest).map(|range| range.start),
        rest.find("\n\n"),
        rest.find("\r\n\r\n"),
    ];
    let end = ends.into_iter().flatten().min();
    let near = rest.before(end.unwrap_or(rest.len()));
    let begins_free = near
        .chars()
        .next()
        .is_none_or(|first| first.is_whitespace() || ".,;:!?)".contains(first));
    let line = before.rsplit('\n').next().unwrap_or_default().trim();
    let begins_line = line.is_empty() || line.starts_with("<!--") && line.ends_with("-->");
    // A comment alone on its line may belong to the paragraph below; of two side by side, nobody
    // knows which one the number belongs to.
    let is_alone = near.trim().is_empty()
        && (matched(&NEXT_ANCHOR, rest).is_some_and(|range| range.start == near.len())
            || begins_line);
    let near = without_years(near);
    if begins_free && !is_alone && matched(&NUMBER_WORD, &near).is_none() {
        Written::Nothing
    } else {
        Written::Words
    }
}

/// A text without the years that it names as such.
fn without_years(text: &str) -> Cow<'_, str> {
    match YEAR.as_ref() {
        Some(pattern) => pattern.replace_all(text, ""),
        None => Cow::Borrowed(text),
    }
}

impl WrittenNumber {
    /// The value in a text of a language; `None` if it is not a whole number.
    #[must_use]
    pub fn value(&self, language: Language) -> Option<u64> {
        let point = decimal_point(language);
        let (whole, decimals) = match self.text.rsplit_once(point) {
            Some((whole, decimals)) => (whole, decimals),
            None => (self.text.as_str(), ""),
        };
        let groups = groups(whole, language)?;
        if decimals.bytes().any(|digit| digit != b'0') {
            return None;
        }
        groups.concat().parse().ok()
    }

    /// The number with another value, its digits grouped as this one's are; `None` where decimals
    /// would have to be dropped, or where this is not a whole number.
    #[must_use]
    pub fn with_value(&self, value: u64, language: Language) -> Option<String> {
        let is_whole = groups(&self.text, language).is_some();
        if !is_whole {
            return None;
        }
        let grouped = language.number(value);
        let mark = self.text.chars().find(|it| !it.is_ascii_digit());
        match mark {
            Some(mark) => Some(replace_marks(&grouped, &mark.to_string())),
            // Four digits and more without a mark: the text does not group them.
            None if self.text.len() > 3 => Some(replace_marks(&grouped, "")),
            None => Some(grouped),
        }
    }
}

/// The mark before decimals, in figures of a language.
fn decimal_point(language: Language) -> char {
    match language {
        Language::French => ',',
        Language::English => '.',
    }
}

/// The groups of digits of a whole number; `None` if they are not groups of three divided by one
/// and the same mark of the language.
fn groups(whole: &str, language: Language) -> Option<Vec<&str>> {
    let groups: Vec<&str> = whole.split(|it: char| !it.is_ascii_digit()).collect();
    let mut marks = whole.chars().filter(|it| !it.is_ascii_digit());
    let Some(mark) = marks.next() else {
        return is_unpadded(whole).then_some(groups);
    };
    let is_mark = matches!(mark, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
        || mark == ',' && language == Language::English;
    let are_alike = is_mark && marks.all(|other| other == mark);
    let (first, others) = groups.split_first()?;
    let in_threes = (1..=3).contains(&first.len()) && others.iter().all(|it| it.len() == 3);
    (are_alike && in_threes && is_unpadded(first)).then_some(groups)
}

/// Whether digits have no needless zero in front: `007` is the number of something, not a count.
fn is_unpadded(digits: &str) -> bool {
    digits == "0" || !digits.starts_with('0') && !digits.is_empty()
}

fn replace_marks(number: &str, mark: &str) -> String {
    number
        .split(|it: char| !it.is_ascii_digit())
        .collect::<Vec<_>>()
        .join(mark)
}
