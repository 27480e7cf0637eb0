//! The themes, gathered and counted.

use serde::Serialize;

use crate::calendar::DateRange;
use crate::network::counting::growth::{Growth, Passage, by_home_and_theme, growth};
use crate::network::{Countability, DynamicRecord};
use crate::records::{List, TerritoryId};
use crate::views::parts::periods::describe_period;
use crate::views::parts::{Alphabet, filtered};
use crate::views::view::Question;

/// How many years are told one by one at most: the latest.
const YEARS: u16 = 12;

/// The facts of the themes.
#[derive(Serialize)]
pub struct ThemesFacts {
    /// Over which days.
    pub period: String,
    /// Dynamics of the period.
    pub total: u64,
    /// Themes in the order of their digits.
    pub themes: Vec<ThemeFact>,
    /// Territories by name.
    pub territories: Vec<TerritoryFact>,
    /// Years of the period; all that the records know where none was asked for, the latest at most.
    pub years: Vec<YearFact>,
    /// Dynamics of the period that continue another.
    pub passages: Vec<PassageFact>,
}

/// A theme.
#[derive(Serialize)]
pub struct ThemeFact {
    pub id: String,
    pub digit: usize,
    pub label: String,
    /// Dynamics of the period.
    pub dynamics: u64,
    /// Those that lived before the first of the years and in it.
    pub before: u64,
    pub began: u64,
    pub ended: u64,
    /// Those that go on after the last of the years.
    pub going_on: u64,
    /// Active in each of the years.
    pub years: Vec<u64>,
}

/// A territory.
#[derive(Serialize)]
pub struct TerritoryFact {
    pub id: String,
    pub name: String,
    /// Dynamics of the period, by theme in their order.
    pub themes: Vec<u64>,
    pub total: u64,
}

/// A year.
#[derive(Serialize)]
pub struct YearFact {
    pub year: u16,
    pub active: u64,
    pub began: u64,
    pub ended: u64,
    pub going_on: u64,
}

/// A dynamic that continues another.
#[derive(Serialize)]
pub struct PassageFact {
    pub before_id: String,
    pub before: String,
    /// Digit of the theme before.
    pub from: usize,
    pub after_id: String,
    pub after: String,
    /// Digit of the theme after.
    pub to: usize,
    /// When the later one lives.
    pub period: String,
    /// The same as people say it.
    #[serde(skip)]
    pub lived: String,
    pub changed: bool,
}

/// Gathers them.
pub fn gather(question: &Question) -> ThemesFacts {
    let network = question.network;
    let all: Vec<&DynamicRecord> = network
        .dynamics_that_count()
        .filter(|dynamic| filtered(question, dynamic))
        .collect();
    let shown: Vec<&DynamicRecord> = all
        .iter()
        .copied()
        .filter(|dynamic| dynamic.body.period().overlaps(question.asked))
        .collect();
    let years = years(question, &all);
    let words = network.vocabulary.list(List::Themes).iter().enumerate();
    let asked = |id: &str| {
        question
            .theme
            .as_ref()
            .is_none_or(|theme| theme.as_str() == id)
    };
    let themes: Vec<ThemeFact> = words
        .filter(|(_, (id, _))| asked(id))
        .map(|(place, (id, word))| {
            let is = |dynamic: &&DynamicRecord| {
                dynamic
                    .body
                    .theme
                    .as_ref()
                    .is_some_and(|theme| theme.as_str() == id)
            };
            let own: Vec<&DynamicRecord> = all.iter().copied().filter(is).collect();
            let label = word.label(question.language).to_owned();
            let dynamics = shown.iter().copied().filter(|dynamic| is(dynamic)).count() as u64;
            theme(id, place + 1, label, dynamics, &growth(&own, years.clone()))
        })
        .collect();
    ThemesFacts {
        period: question.asked.to_string(),
        total: themes.iter().map(|theme| theme.dynamics).sum(),
        territories: territories(question, &shown, &themes),
        years: growth(&all, years).into_iter().map(year).collect(),
        passages: passages(question),
        themes,
    }
}

/// The years of the period; where none was asked for, those that the records know until today.
fn years(question: &Question, all: &[&DynamicRecord]) -> std::ops::RangeInclusive<u16> {
    let last = question.asked.last.year;
    let first = if question.dated {
        question.asked.first.year
    } else {
        let stretches = all
            .iter()
            .flat_map(|dynamic| dynamic.body.period().ranges());
        stretches
            .map(|stretch: DateRange| stretch.first.year)
            .min()
            .unwrap_or(last)
            .min(last)
    };
    first.max(last.saturating_sub(YEARS - 1)).max(1)..=last
}

fn theme(id: &str, digit: usize, label: String, dynamics: u64, years: &[Growth]) -> ThemeFact {
    let first = years.first().copied().unwrap_or_default();
    ThemeFact {
        id: id.to_owned(),
        digit,
        label,
        dynamics,
        before: first.active - first.began,
        began: years.iter().map(|year| year.began).sum(),
        ended: years.iter().map(|year| year.ended).sum(),
        going_on: years.last().copied().unwrap_or_default().going_on(),
        years: years.iter().map(|year| year.active).collect(),
    }
}

fn year(growth: Growth) -> YearFact {
    let Growth {
        year,
        active,
        began,
        ended,
    } = growth;
    YearFact {
        year,
        active,
        began,
        ended,
        going_on: growth.going_on(),
    }
}

fn territories(
    question: &Question,
    shown: &[&DynamicRecord],
    themes: &[ThemeFact],
) -> Vec<TerritoryFact> {
    let counts = by_home_and_theme(shown);
    let mut homes: Vec<&TerritoryId> = counts.keys().map(|(home, _)| *home).collect();
    homes.dedup();
    let fact = |home: &TerritoryId| {
        let of = |theme: &ThemeFact| {
            let here = counts
                .iter()
                .filter(|((place, id), _)| *place == home && id.as_str() == theme.id);
            here.map(|(_, count)| *count).sum()
        };
        let themes: Vec<u64> = themes.iter().map(of).collect();
        let total = themes.iter().sum();
        TerritoryFact {
            id: home.to_string(),
            name: question.network.territory_label(home),
            themes,
            total,
        }
    };
    let mut facts: Vec<TerritoryFact> = homes
        .into_iter()
        .map(fact)
        .filter(|fact| fact.total > 0)
        .collect();
    let alphabet = Alphabet::new();
    facts.sort_by(|one, other| {
        alphabet
            .compare(&one.name, &other.name)
            .then_with(|| one.id.cmp(&other.id))
    });
    facts
}

/// Those of dynamics that count and live in the period asked; in any until then where none was.
fn passages(question: &Question) -> Vec<PassageFact> {
    let network = question.network;
    let digit = |theme: &str| {
        network
            .vocabulary
            .rank(List::Themes, theme)
            .map(|rank| rank + 1)
    };
    let lives = |passage: &Passage| {
        let after = passage.after;
        let in_period = !question.dated || after.body.period().overlaps(question.asked);
        network.countability(after) == Countability::Counted
            && filtered(question, after)
            && in_period
    };
    let fact = |passage: Passage| {
        let Passage {
            before,
            after,
            themes,
        } = passage;
        Some(PassageFact {
            before_id: before.id.to_string(),
            before: before.name(),
            from: digit(themes.0.as_str())?,
            after_id: after.id.to_string(),
            after: after.name(),
            to: digit(themes.1.as_str())?,
            period: after.body.period().to_string(),
            lived: describe_period(&after.body.period(), question.language),
            changed: themes.0 != themes.1,
        })
    };
    let mut facts: Vec<PassageFact> = network.passages().filter(lives).filter_map(fact).collect();
    facts.sort_by(|one, other| {
        let order = |fact: &PassageFact| (!fact.changed, fact.from, fact.to);
        let ids = |fact: &PassageFact| (fact.before_id.clone(), fact.after_id.clone());
        order(one)
            .cmp(&order(other))
            .then_with(|| ids(one).cmp(&ids(other)))
    });
    facts
}
