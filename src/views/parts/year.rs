//! Which year a yearly report speaks of where nobody chose one.

use crate::calendar::DateRange;
use crate::network::YearContent;
use crate::say;
use crate::views::view::Question;

/// The same question, over the last complete year that the records tell of where no day was asked
/// for; and the
/// sentence that says so.
///
/// A year is told of once it is over: in November it is still being lived, and in January the
/// records speak of the
/// year before last until somebody writes the first news of the last one, which the sentence then
/// asks for.
#[must_use]
pub fn of_a_year<'n>(question: &Question<'n>, told: YearContent) -> (Question<'n>, Option<String>) {
    if question.dated {
        return (question.clone(), None);
    }
    let (language, last) = (
        question.language,
        question.today.year.saturating_sub(1).max(1),
    );
    let known = question.network.last_recorded_year(told, last);
    let year = known.unwrap_or(last);
    let sentence = match known {
        None => say!(language,
            fr: "Année par défaut\u{a0}: {year}, la dernière révolue\u{202f}; `--year` en choisit \
                une autre",
            en: "Year by default: {year}, the last complete one; `--year` chooses another"),
        Some(_) if year == last => say!(language,
            fr: "Année par défaut\u{a0}: {year}, la dernière révolue, dont les fiches \
                parlent\u{202f}; `--year` en choisit une autre",
            en: "Year by default: {year}, the last complete one, which the records tell of; \
                `--year` chooses another"),
        Some(_) => say!(language,
            fr: "Année par défaut\u{a0}: {year}, la dernière révolue dont les fiches parlent \
                (elles ne disent rien de {last})\u{202f}; `--year` en choisit une autre",
            en: "Year by default: {year}, the last complete one that the records tell of (they say \
                nothing of {last}); `--year` chooses another"),
    };
    (
        Question {
            asked: DateRange::years(year, year),
            dated: true,
            ..question.clone()
        },
        Some(sentence),
    )
}

/// The lines under a report with that sentence in its place, below the period.
#[must_use]
pub fn with_year(mut lines: Vec<String>, by_default: Option<String>) -> Vec<String> {
    lines.splice(1..1, by_default);
    lines
}
