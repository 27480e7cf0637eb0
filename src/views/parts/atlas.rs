//! The map through the years, bound into one: each year's facts in both languages, and what the
//! records say.

use std::collections::{BTreeMap, BTreeSet};

use crate::calendar::DateRange;
use crate::language::{Bilingual, Language};
use crate::network::DynamicRecord;
use crate::records::{List, VocabularyWord};
use crate::views::parts::lines::{self, Line};
use crate::views::parts::provenance::Cited;
use crate::views::parts::{Alphabet, filtered};
use crate::views::view::{Atlas, AtlasDynamic, AtlasPeriod, Facts, Figure, Question};

/// How many years are shown at most: the latest.
const YEARS_AT_MOST: u16 = 50;

/// Both languages, in the order in which an atlas holds them.
const LANGUAGES: [Language; 2] = [Language::French, Language::English];

/// Binds the maps of all years that the records know; `gather` makes that of one.
#[must_use]
pub fn bind(question: &Question, gather: fn(&Question) -> Facts) -> Atlas {
    let network = question.network;
    let years = years(question);
    let single = years.iter().map(|year| DateRange::years(*year, *year));
    let whole = years
        .first()
        .zip(years.last())
        .filter(|(first, last)| first < last);
    let stretches: Vec<DateRange> = single
        .chain(whole.map(|(first, last)| DateRange::years(*first, *last)))
        .collect();
    let records = records(question, &stretches);
    let places: BTreeMap<&str, usize> = records
        .iter()
        .enumerate()
        .map(|(place, record)| (record.id.as_str(), place))
        .collect();
    let period = |asked: &DateRange| {
        let pages = LANGUAGES.map(|language| page(question, *asked, language, gather));
        let [(french, french_notes), (english, english_notes)] = pages;
        let active = records
            .iter()
            .filter(|record| record.body.period().overlaps(*asked));
        let dynamics = active.map(|record| {
            let stage = network.dynamic_progress(record, asked.last).current();
            (places[record.id.as_str()], stage.map(|stage| stage.rank))
        });
        AtlasPeriod {
            name: asked.to_string(),
            figures: [french, english],
            notes: [french_notes, english_notes],
            dynamics: dynamics.collect(),
        }
    };
    let stages = network.vocabulary.list(List::Stages).iter();
    let label = |word: &VocabularyWord| LANGUAGES.map(|language| word.label(language).to_owned());
    Atlas {
        language: question.language.code().to_owned(),
        native: network
            .settings
            .language
            .unwrap_or(Language::French)
            .code()
            .to_owned(),
        shown: shown(question, &years),
        periods: stretches.iter().map(period).collect(),
        stages: stages.map(|(id, word)| (id.clone(), label(word))).collect(),
        dynamics: records
            .iter()
            .map(|record| dynamic(question, record))
            .collect(),
    }
}

/// The same question about other days and in another language.
fn about<'n>(question: &Question<'n>, asked: DateRange, language: Language) -> Question<'n> {
    Question {
        language,
        asked,
        dated: true,
        every_year: false,
        ..question.clone()
    }
}

/// The map of one period and its notes.
fn page(
    question: &Question,
    asked: DateRange,
    language: Language,
    gather: fn(&Question) -> Facts,
) -> (crate::views::view::MapFigure, Vec<String>) {
    let facts = gather(&about(question, asked, language));
    let map = facts.figures.into_iter().find_map(|figure| match figure {
        Figure::Map(map) => Some(*map),
        _ => None,
    });
    (map.unwrap_or_default(), facts.notes)
}

/// From the first year to the last of which the records tell something, none of them to come; the
/// year asked for is
/// always among them.
fn years(question: &Question) -> Vec<u16> {
    let network = question.network;
    let today = question.today.year;
    let mut known = BTreeSet::new();
    for dynamic in network
        .dynamics_that_count()
        .filter(|dynamic| filtered(question, dynamic))
    {
        for stretch in dynamic.body.period().ranges() {
            known.extend([stretch.first.year, stretch.last.year.min(today)]);
        }
    }
    let told = network
        .published
        .iter()
        .filter(|record| !record.body.dynamics_by_theme.is_empty());
    known.extend(
        told.filter_map(|record| record.body.at)
            .map(crate::calendar::PartialDate::year),
    );
    known.retain(|year| *year <= today);
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

/// The year asked for, all years where several were, else the last.
fn shown(question: &Question, years: &[u16]) -> usize {
    let (first, last) = (question.asked.first.year, question.asked.last.year);
    let asked = if first < last {
        None
    } else {
        years.iter().position(|year| *year == last)
    };
    match (question.dated, asked) {
        (true, Some(place)) => place,
        (true, None) if years.len() > 1 => years.len(),
        _ => years.len().saturating_sub(1),
    }
}

/// Every dynamic that counts in any of these stretches, by name.
fn records<'n>(question: &Question<'n>, stretches: &[DateRange]) -> Vec<&'n DynamicRecord> {
    let lives = |record: &&DynamicRecord| {
        let period = record.body.period();
        stretches.iter().any(|stretch| period.overlaps(*stretch))
    };
    let counted = question
        .network
        .dynamics_that_count()
        .filter(|record| filtered(question, record));
    let known = counted.filter(|record| theme(question, record).is_some());
    let mut records: Vec<&DynamicRecord> = known.filter(lives).collect();
    let alphabet = Alphabet::new();
    let names: BTreeMap<&str, String> = records
        .iter()
        .map(|record| (record.id.as_str(), record.name()))
        .collect();
    records.sort_by(|one, other| {
        let name = |record: &DynamicRecord| names[record.id.as_str()].as_str();
        alphabet
            .compare(name(one), name(other))
            .then_with(|| one.id.cmp(&other.id))
    });
    records
}

/// The place of a dynamic's theme among those that are asked for.
fn theme(question: &Question, record: &DynamicRecord) -> Option<usize> {
    let own = record.body.theme.as_ref()?;
    if question.theme.is_some() {
        return (question.theme.as_ref() == Some(own)).then_some(0);
    }
    question.network.vocabulary.rank(List::Themes, own.as_str())
}

fn dynamic(question: &Question, record: &DynamicRecord) -> AtlasDynamic {
    let network = question.network;
    let mut territories = vec![network.territory_label(&record.home)];
    territories.extend(
        record
            .body
            .also_in
            .iter()
            .map(|place| network.territory_label(place)),
    );
    territories.dedup();
    AtlasDynamic {
        id: record.id.to_string(),
        name: record.name(),
        theme: theme(question, record).unwrap_or_default(),
        territories,
        period: record.body.period().to_string(),
        lines: LANGUAGES.map(|language| said(&about(question, question.asked, language), record)),
    }
}

/// What a record says, its summary first and its sources last, without what is for the team alone
/// or shown with its symbol.
fn said(question: &Question, record: &DynamicRecord) -> Vec<(String, Vec<String>)> {
    let heading = |line: &Line| line.0.en;
    let common = lines::common(question, &record.common);
    let (summary, common): (Vec<Line>, Vec<Line>) = common
        .into_iter()
        .partition(|line| heading(line) == "summary");
    let own = lines::dynamic(question, record).into_iter().chain(common);
    let own = own.filter(|line| !["theme", "counts", "notes"].contains(&heading(line)));
    let sources = Cited::by(question.network, &record.common)
        .line(true)
        .into_iter();
    let home = Bilingual {
        fr: "territoire",
        en: "territory",
    };
    let home = (home, vec![question.network.territory_name(&record.home)]);
    let all = summary.into_iter().chain([home]).chain(own).chain(sources);
    all.map(|(heading, values)| (heading.get(question.language).to_owned(), values))
        .collect()
}
