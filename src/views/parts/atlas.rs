//! The map through the years, bound into one: each year's facts in both languages, with each
//! record's lines.

use std::collections::BTreeSet;

use crate::calendar::{DateRange, Day, PartialDate};
use crate::language::{Bilingual, Language};
use crate::network::DynamicRecord;
use crate::records::{List, Stages};
use crate::views::parts::lines::{self, record_lines::RecordLine};
use crate::views::parts::order::Alphabet;
use crate::views::parts::provenance::Cited;
use crate::views::parts::scope::filtered;
use crate::views::view::{Atlas, AtlasDynamic, AtlasPeriod, Facts, Figure, MapFigure, Question};

/// The greatest number of years in an atlas: the latest are kept.
///
/// Each year holds two whole maps, so that the page grows by about as much with each.
const YEARS_AT_MOST: u16 = 50;

/// Both languages, in the order in which an atlas holds them.
const LANGUAGES: [Language; 2] = [Language::French, Language::English];

/// Makes the map of one period.
type Gather = fn(&Question) -> Facts;

/// Binds the maps of all years that the records know; `gather` makes the map of one.
#[must_use]
pub fn bind(question: &Question, gather: Gather) -> Atlas {
    let network = question.network;
    let years = years(question);
    let periods = periods(&years);
    let records = records(question, &periods);
    let stages = network
        .vocabulary
        .list(List::Stages)
        .iter()
        .map(|(id, word)| {
            (
                id.clone(),
                LANGUAGES.map(|language| word.label(language).to_owned()),
            )
        });
    let native = network.settings.language.unwrap_or(Language::French);
    Atlas {
        language: question.language.code().to_owned(),
        native: native.code().to_owned(),
        shown: first_shown(question, &years),
        periods: periods
            .iter()
            .map(|days| atlas_period(question, *days, &records, gather))
            .collect(),
        stages: stages.collect(),
        dynamics: records
            .iter()
            .map(|record| dynamic(question, record))
            .collect(),
    }
}

/// Each year by itself, then all of them together where there are several.
fn periods(years: &[u16]) -> Vec<DateRange> {
    let mut periods: Vec<DateRange> = years
        .iter()
        .map(|year| DateRange::years(*year, *year))
        .collect();
    if let [first, .., last] = years {
        periods.push(DateRange::years(*first, *last));
    }
    periods
}

/// The maps of one period in both languages, and the dynamics on them with their stages.
fn atlas_period(
    question: &Question,
    days: DateRange,
    records: &[&DynamicRecord],
    gather: Gather,
) -> AtlasPeriod {
    let [(french, french_notes), (english, english_notes)] =
        LANGUAGES.map(|language| page(question, days, language, gather));
    let dynamics = records
        .iter()
        .enumerate()
        .filter(|(_, record)| record.body.period().overlaps(days))
        .map(|(index, record)| (index, stage(question, &record.body.stages, days.last)));
    AtlasPeriod {
        name: days.to_string(),
        figures: [french, english],
        notes: [french_notes, english_notes],
        dynamics: dynamics.collect(),
    }
}

/// The question about other days and in another language.
fn asked_about<'n>(question: &Question<'n>, days: DateRange, language: Language) -> Question<'n> {
    Question {
        language,
        asked: days,
        dated: true,
        every_year: false,
        ..question.clone()
    }
}

/// The map of one period and its notes.
fn page(
    question: &Question,
    days: DateRange,
    language: Language,
    gather: Gather,
) -> (MapFigure, Vec<String>) {
    let facts = gather(&asked_about(question, days, language));
    let map = facts.figures.into_iter().find_map(|figure| match figure {
        Figure::Map(map) => Some(*map),
        _ => None,
    });
    (map.unwrap_or_default(), facts.notes)
}

/// The years from the first to the last that the records know, none of them in the future; the
/// year asked for is always among them.
fn years(question: &Question) -> Vec<u16> {
    let known = known_years(question);
    let (from, to) = (question.asked.first.year, question.asked.last.year);
    let mut first = known.first().copied().unwrap_or(to);
    let mut last = known.last().copied().unwrap_or(to);
    if question.dated && from < to {
        (first, last) = (first.max(from), last.min(to));
    } else if question.dated {
        (first, last) = (first.min(to), last.max(to));
    }
    if first > last {
        (first, last) = (to, to);
    }
    (first.max(last.saturating_sub(YEARS_AT_MOST - 1))..=last).collect()
}

/// The years in which dynamics begin or end, and those of published counts by theme.
fn known_years(question: &Question) -> BTreeSet<u16> {
    let network = question.network;
    let today = question.today.year;
    let mut known = BTreeSet::new();
    for dynamic in network.dynamics_that_count() {
        if filtered(question, dynamic) {
            for stretch in dynamic.body.period().stretches() {
                known.extend([stretch.first.year, stretch.last.year.min(today)]);
            }
        }
    }
    let published = network
        .published
        .iter()
        .filter(|record| !record.body.dynamics_by_theme.is_empty())
        .filter_map(|record| record.body.at)
        .map(PartialDate::year);
    known.extend(published);
    known.retain(|year| *year <= today);
    known
}

/// The index of the period shown first: the year asked for, all years where several were asked
/// for, else the last.
fn first_shown(question: &Question, years: &[u16]) -> usize {
    let (first, last) = (question.asked.first.year, question.asked.last.year);
    let year = if first < last {
        None
    } else {
        years.iter().position(|year| *year == last)
    };
    match (question.dated, year) {
        (true, Some(index)) => index,
        (true, None) if years.len() > 1 => years.len(),
        _ => years.len().saturating_sub(1),
    }
}

/// Every dynamic that counts in any of these periods, by name.
fn records<'n>(question: &Question<'n>, periods: &[DateRange]) -> Vec<&'n DynamicRecord> {
    let mut records: Vec<(String, &DynamicRecord)> = question
        .network
        .dynamics_that_count()
        .filter(|record| filtered(question, record))
        .filter(|record| theme(question, record).is_some())
        .filter(|record| {
            let period = record.body.period();
            periods.iter().any(|days| period.overlaps(*days))
        })
        .map(|record| (record.name(), record))
        .collect();
    let alphabet = Alphabet::new();
    records.sort_by(|(name, record), (other_name, other)| {
        alphabet
            .compare(name, other_name)
            .then_with(|| record.id.cmp(&other.id))
    });
    records.into_iter().map(|(_, record)| record).collect()
}

/// The furthest stage reached by a day.
fn stage(question: &Question, stages: &Stages, by: Day) -> Option<usize> {
    let reached = stages
        .iter()
        .filter(|(_, reached)| reached.reached.iter().any(|when| when.first() <= by));
    reached
        .filter_map(|(id, _)| question.network.vocabulary.rank(List::Stages, id.as_str()))
        .max()
}

/// The index of a dynamic's theme among those that are asked for; `None` if it is not among them.
fn theme(question: &Question, record: &DynamicRecord) -> Option<usize> {
    let own = record.body.theme.as_ref()?;
    match &question.theme {
        Some(asked) => (asked == own).then_some(0),
        None => question.network.vocabulary.rank(List::Themes, own.as_str()),
    }
}

fn dynamic(question: &Question, record: &DynamicRecord) -> AtlasDynamic {
    let mut territories: Vec<String> = std::iter::once(&record.home)
        .chain(&record.body.also_in)
        .map(|territory| question.network.territory_label(territory))
        .collect();
    territories.dedup();
    AtlasDynamic {
        id: record.id.to_string(),
        name: record.name(),
        theme: theme(question, record).unwrap_or_default(),
        territories,
        period: record.body.period().to_string(),
        lines: LANGUAGES
            .map(|language| record_lines(&asked_about(question, question.asked, language), record)),
    }
}

/// A record's lines, its summary first and its sources last, without what is for the team alone or
/// shown with its symbol.
fn record_lines(question: &Question, record: &DynamicRecord) -> Vec<(String, Vec<String>)> {
    let (summary, common): (Vec<RecordLine>, Vec<RecordLine>) =
        lines::common(question, &record.common)
            .into_iter()
            .partition(|line| line.heading.en == "summary");
    let home = RecordLine {
        heading: Bilingual {
            fr: "territoire",
            en: "territory",
        },
        values: vec![question.network.territory_name(&record.home)],
    };
    let own = lines::dynamic(question, record)
        .into_iter()
        .chain(common)
        .filter(|line| !["theme", "counts", "notes"].contains(&line.heading.en));
    let sources = Cited::by(question.network, &record.common).line(true);
    summary
        .into_iter()
        .chain([home])
        .chain(own)
        .chain(sources)
        .map(|line| (line.heading.get(question.language).to_owned(), line.values))
        .collect()
}
