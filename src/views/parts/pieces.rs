//! Small pieces that reports are made of: cells, bars of counts, a table or the sentence in its
//! place.

use crate::calendar::{PartialDate, Period};
use crate::language::{Bilingual, Language};
use crate::records::{List, Word};
use crate::say;
use crate::views::view::{Bar, Cell, Piece, Question, Table};

/// A sentence or a word in the reader's language.
#[must_use]
pub fn words(question: &Question, fr: &'static str, en: &'static str) -> String {
    Bilingual { fr, en }.get(question.language).to_owned()
}

/// A text as a cell; an empty one is nothing.
#[must_use]
pub fn text(text: &str) -> Cell {
    if text.is_empty() {
        Cell::Nothing
    } else {
        Cell::Text(text.to_owned())
    }
}

/// A number with the words that show it.
#[must_use]
pub fn measure(number: f64, told: String) -> Cell {
    Cell::Measure { number, told }
}

/// A period as people say it: `depuis mai 2022`, `2019–2023`, `de février 2024 à 2026`.
#[must_use]
pub fn period_told(period: &Period, language: Language) -> String {
    let ends = period.to.map(|to| {
        (
            if matches!(to, PartialDate::Day(_)) {
                "au "
            } else {
                "à "
            },
            to.format(language),
        )
    });
    match (period.from, ends) {
        (Some(from), None) => {
            let since = from.format(language);
            let the = if matches!(from, PartialDate::Day(_)) {
                "le "
            } else {
                ""
            };
            match period.seen.iter().max() {
                // A year stays beside its word, so that narrow columns do not pile them up.
                None if are_years(period) => {
                    say!(language, fr: "depuis\u{a0}{since}", en: "since\u{a0}{since}")
                }
                None => say!(language, fr: "depuis {the}{since}", en: "since {since}"),
                Some(seen) => say!(language,
                    fr: "depuis {the}{since}, vu en {seen}",
                    en: "since {since}, seen in {seen}"),
            }
        }
        (Some(from), Some((until, to))) if period.to != Some(from) && !are_years(period) => {
            let (of, from) = (of(from), from.format(language));
            say!(language, fr: "{of}{from} {until}{to}", en: "{from} to {to}")
        }
        (Some(from), Some(_)) if period.to == Some(from) => from.format(language),
        (None, Some((until, to))) => say!(language, fr: "jusqu'{until}{to}", en: "until {to}"),
        _ => period.to_string(),
    }
}

fn are_years(period: &Period) -> bool {
    [period.from, period.to]
        .into_iter()
        .flatten()
        .all(|when| matches!(when, PartialDate::Year(_)))
}

/// `de`, as French writes it before a moment: `d'avril`, `du 3 mai`, `de 2020`.
fn of(when: PartialDate) -> &'static str {
    match when {
        PartialDate::Month(_, 4 | 8 | 10) => "d'",
        PartialDate::Day(_) => "du ",
        _ => "de ",
    }
}

/// Periods one behind the other, as people say them.
#[must_use]
pub fn periods_told<'p>(
    periods: impl IntoIterator<Item = &'p Period>,
    language: Language,
) -> String {
    periods
        .into_iter()
        .map(|period| period_told(period, language))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Periods one behind the other, as records write them.
#[must_use]
pub fn periods<'p>(periods: impl IntoIterator<Item = &'p Period>) -> String {
    periods
        .into_iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(", ")
}

/// A text as it begins a sentence.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// A table, or the sentence that says why there is none.
#[must_use]
pub fn table_or(table: Table, sentence: &str) -> Piece {
    if table.rows.is_empty() {
        Piece::Text(sentence.to_owned())
    } else {
        Piece::Table(table)
    }
}

/// A row of bars with whole numbers.
#[must_use]
pub fn bar(label: impl Into<String>, counts: &[u64]) -> Bar {
    let value = |count: &u64| f64::from(u32::try_from(*count).unwrap_or(u32::MAX));
    Bar {
        label: label.into(),
        values: counts.iter().map(value).collect(),
    }
}

/// Who says so: an actor by its name, a kind of stakeholder by its word.
#[must_use]
pub fn teller(question: &Question, teller: Option<&Word>) -> String {
    let Some(teller) = teller.map(Word::as_str) else {
        return String::new();
    };
    let network = question.network;
    let actor = network.actor(teller).map(crate::records::Record::name);
    actor.unwrap_or_else(|| {
        network
            .vocabulary
            .label(List::Stakeholders, teller, question.language)
            .to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_told_as_people_say_them() {
        let told = |from: &str, to: &str, seen: &[u16], language| {
            let period = Period {
                from: PartialDate::parse(from),
                to: PartialDate::parse(to),
                seen: seen.to_vec(),
            };
            period_told(&period, language)
        };
        let french = |from: &str, to: &str, seen: &[u16]| told(from, to, seen, Language::French);
        assert_eq!(french("2021-04", "2024", &[]), "d'avril 2021 à 2024");
        assert_eq!(french("2021", "2024", &[]), "2021–2024");
        assert_eq!(
            french("2021-03-01", "2024-05-31", &[]),
            "du 1er mars 2021 au 31 mai 2024"
        );
        assert_eq!(french("2021-03-01", "", &[]), "depuis le 1er mars 2021");
        assert_eq!(french("2021", "", &[2022]), "depuis 2021, vu en 2022");
        assert_eq!(french("", "2024-05-31", &[]), "jusqu'au 31 mai 2024");
        assert_eq!(french("2021-05", "2021-05", &[]), "mai 2021");
        assert_eq!(french("", "", &[2023, 2021]), "2021, 2023");
        assert_eq!(
            told("2021-04", "2024", &[], Language::English),
            "April 2021 to 2024"
        );
        assert_eq!(told("2022", "", &[], Language::English), "since\u{a0}2022");
    }
}
