//! The year of a yearly report where nobody chose one.

use crate::calendar::DateRange;
use crate::network::YearContent;
use crate::say;
use crate::views::view::Question;

/// The question over the last complete year that the records speak of, where no day was asked for,
/// and the sentence that says so.
///
/// A year is reported on once it is over: in November it is still going on, and in January the
/// records speak of the year before last until somebody writes the first news of the last one,
/// which the sentence then asks for.
#[must_use]
pub fn of_a_year<'n>(
    question: &Question<'n>,
    content: YearContent,
) -> (Question<'n>, Option<String>) {
    if question.dated {
        return (question.clone(), None);
    }
    let last = question.today.year.saturating_sub(1).max(1);
    let known = question.network.last_recorded_year(content, last);
    let year = known.unwrap_or(last);
    let in_that_year = Question {
        asked: DateRange::years(year, year),
        dated: true,
        ..question.clone()
    };
    let sentence = describe_default(question, known, last);
    (in_that_year, Some(sentence))
}

/// Which year is the default, and why: `known` is the last that the records speak of, `last` the
/// last complete one.
fn describe_default(question: &Question, known: Option<u16>, last: u16) -> String {
    let language = question.language;
    match known {
        None => say!(language,
            fr: "Année par défaut\u{a0}: {last}, la dernière révolue\u{202f}; `--year` en choisit \
                une autre",
            en: "Year by default: {last}, the last complete one; `--year` chooses another"),
        Some(year) if year == last => say!(language,
            fr: "Année par défaut\u{a0}: {year}, la dernière révolue, dont les fiches \
                parlent\u{202f}; `--year` en choisit une autre",
            en: "Year by default: {year}, the last complete one, covered by the records; `--year` \
                chooses another"),
        Some(year) => say!(language,
            fr: "Année par défaut\u{a0}: {year}, la dernière révolue dont les fiches parlent \
                (elles ne disent rien de {last})\u{202f}; `--year` en choisit une autre",
            en: "Year by default: {year}, the last complete one covered by the records (nothing \
                is recorded of {last}); `--year` chooses another"),
    }
}

/// The lines under a report with the sentence on the default year below the period.
#[must_use]
pub fn with_year(mut lines: Vec<String>, by_default: Option<String>) -> Vec<String> {
    lines.splice(1..1, by_default);
    lines
}
