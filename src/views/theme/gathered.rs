//! The dynamics of each theme, counted by territory and by year.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use serde::Serialize;

use crate::network::counting::growth::{Growth, Passage, by_home_and_theme, growth};
use crate::network::{Countability, DynamicRecord};
use crate::records::{List, TerritoryId, ThemeId};
use crate::views::parts::periods::period_of_dynamic;
use crate::views::parts::{Alphabet, filtered};
use crate::views::view::Question;

/// The greatest number of years that the report shows one by one; earlier ones are left out.
///
/// Twelve bars and twelve rows still fit on a page.
const MOST_YEARS: u16 = 12;

/// The facts of the themes, as templates and machines read them.
#[derive(Serialize)]
pub struct ThemesFacts {
    /// The days asked for.
    pub period: String,
    /// Number of dynamics of the period.
    pub total: u64,
    /// How many of them have a theme that the writer of the record inferred.
    pub inferred: usize,
    /// Themes in the order of their digits.
    pub themes: Vec<ThemeGrowthFact>,
    /// Territories by name.
    pub territories: Vec<TerritoryFact>,
    /// Years of the period, or all that the records know if no day was asked for: the latest
    /// [`MOST_YEARS`].
    pub years: Vec<YearFact>,
    /// Dynamics of the period that continue another.
    pub passages: Vec<PassageFact>,
}

/// A theme, with the number of its dynamics and how that number grew.
#[derive(Serialize)]
pub struct ThemeGrowthFact {
    /// Id in the vocabulary.
    pub id: String,
    /// Position in the vocabulary, from 1.
    pub digit: usize,
    /// Label in the reader's language.
    pub label: String,
    /// Number of dynamics of the period.
    pub dynamics: u64,
    /// Number of dynamics active both in the first of the years and in the year before it.
    pub before: u64,
    /// Number of dynamics that began in one of the years.
    pub began: u64,
    /// Number of times that a dynamic without a written beginning is attested after a year in which
    /// it is not.
    pub appeared: u64,
    /// Number of dynamics that ended in one of the years.
    pub ended: u64,
    /// Number of times that a dynamic without a written end is not attested in the year after.
    pub unattested: u64,
    /// Number of dynamics that go on after the last of the years.
    pub going_on: u64,
    /// Number of dynamics active in each of the years.
    pub years: Vec<u64>,
}

/// A territory, with the number of its dynamics.
#[derive(Serialize)]
pub struct TerritoryFact {
    /// Id of the record.
    pub id: String,
    /// Name of the territory.
    pub name: String,
    /// Number of dynamics of the period, theme by theme in their order.
    pub themes: Vec<u64>,
    /// Number of dynamics of all themes.
    pub total: u64,
}

/// A year, with the number of its dynamics.
#[derive(Serialize)]
pub struct YearFact {
    pub year: u16,
    /// Number of dynamics active in the year.
    pub active: u64,
    /// Number of those whose record says that they began in the year.
    pub began: u64,
    /// Number of those that are not attested in the year before, without a written beginning.
    pub appeared: u64,
    /// Number of those whose record says that they ended in the year.
    pub ended: u64,
    /// Number of those that are not attested in the year after, without a written end.
    pub unattested: u64,
    /// Number of those that were active in the year before.
    #[serde(skip)]
    pub continued: u64,
    /// Number of those that are active in the year after.
    pub going_on: u64,
}

/// A dynamic that continues another.
#[derive(Serialize)]
pub struct PassageFact {
    /// Id of the earlier dynamic.
    pub before_id: String,
    /// Name of the earlier dynamic.
    pub before: String,
    /// Digit of the earlier dynamic's theme.
    pub from: usize,
    /// Id of the later dynamic.
    pub after_id: String,
    /// Name of the later dynamic.
    pub after: String,
    /// Digit of the later dynamic's theme.
    pub to: usize,
    /// The period of the later dynamic, as the record writes it.
    pub period: String,
    /// The period of the later dynamic, in words.
    #[serde(skip)]
    pub period_in_words: String,
    /// Whether the two dynamics have different themes.
    pub changed: bool,
}

/// Gathers the dynamics that the question asks for and counts them.
pub fn gather(question: &Question) -> ThemesFacts {
    let counted: Vec<&DynamicRecord> = question
        .network
        .dynamics_that_count()
        .filter(|dynamic| filtered(question, dynamic))
        .collect();
    let of_period: Vec<&DynamicRecord> = counted
        .iter()
        .copied()
        .filter(|dynamic| dynamic.body.period().overlaps(question.asked))
        .collect();
    let years = years(question, &counted);
    let themes = themes(question, &counted, &of_period, &years);
    ThemesFacts {
        period: question.asked.to_string(),
        total: themes.iter().map(|theme| theme.dynamics).sum(),
        inferred: of_period
            .iter()
            .filter(|dynamic| dynamic.common.infers("theme"))
            .count(),
        territories: territories(question, &of_period, &themes),
        years: growth(&counted, years).into_iter().map(year).collect(),
        passages: passages(question),
        themes,
    }
}

/// The years of the period; if no day was asked for, those that the records know until today.
fn years(question: &Question, counted: &[&DynamicRecord]) -> RangeInclusive<u16> {
    let last = question.asked.last.year;
    let first = if question.dated {
        question.asked.first.year
    } else {
        counted
            .iter()
            .flat_map(|dynamic| dynamic.body.period().ranges())
            .map(|stretch| stretch.first.year)
            .min()
            .unwrap_or(last)
            .min(last)
    };
    first.max(last.saturating_sub(MOST_YEARS - 1)).max(1)..=last
}

/// The themes that the question asks for, in the order of the vocabulary.
fn themes(
    question: &Question,
    counted: &[&DynamicRecord],
    of_period: &[&DynamicRecord],
    years: &RangeInclusive<u16>,
) -> Vec<ThemeGrowthFact> {
    let mut facts = Vec::new();
    for (index, (id, word)) in question
        .network
        .vocabulary
        .list(List::Themes)
        .iter()
        .enumerate()
    {
        if !is_asked_for(question, id) {
            continue;
        }
        let growth = growth(&of_theme(counted, id), years.clone());
        let first = growth.first().copied().unwrap_or_default();
        facts.push(ThemeGrowthFact {
            id: id.clone(),
            digit: index + 1,
            label: word.label(question.language).to_owned(),
            dynamics: of_theme(of_period, id).len() as u64,
            before: first.continued(),
            began: growth.iter().map(|year| year.began).sum(),
            appeared: growth.iter().map(|year| year.appeared).sum(),
            ended: growth.iter().map(|year| year.ended).sum(),
            unattested: growth.iter().map(|year| year.unattested).sum(),
            going_on: growth.last().copied().unwrap_or_default().going_on(),
            years: growth.iter().map(|year| year.active).collect(),
        });
    }
    facts
}

/// Whether a theme is the one asked for; true of every theme if none is.
fn is_asked_for(question: &Question, theme: &str) -> bool {
    question
        .theme
        .as_ref()
        .is_none_or(|wanted| wanted.as_str() == theme)
}

/// The dynamics of a theme.
fn of_theme<'n>(dynamics: &[&'n DynamicRecord], theme: &str) -> Vec<&'n DynamicRecord> {
    dynamics
        .iter()
        .copied()
        .filter(|dynamic| {
            let own = dynamic.body.theme.as_ref();
            own.is_some_and(|own| own.as_str() == theme)
        })
        .collect()
}

fn year(growth: Growth) -> YearFact {
    YearFact {
        year: growth.year,
        active: growth.active,
        began: growth.began,
        appeared: growth.appeared,
        ended: growth.ended,
        unattested: growth.unattested,
        continued: growth.continued(),
        going_on: growth.going_on(),
    }
}

/// Numbers of dynamics by territory and theme.
type Counts<'n> = BTreeMap<(&'n TerritoryId, &'n str), u64>;

/// The territories that have dynamics of the themes, by name.
fn territories(
    question: &Question,
    of_period: &[&DynamicRecord],
    themes: &[ThemeGrowthFact],
) -> Vec<TerritoryFact> {
    let counts = by_home_and_theme(of_period);
    let homes: BTreeSet<&TerritoryId> = counts.keys().map(|(home, _)| *home).collect();
    let mut facts: Vec<TerritoryFact> = homes
        .into_iter()
        .map(|home| territory(question, home, themes, &counts))
        .filter(|fact| fact.total > 0)
        .collect();
    let alphabet = Alphabet::new();
    facts.sort_by(|left, right| {
        alphabet
            .compare(&left.name, &right.name)
            .then_with(|| left.id.cmp(&right.id))
    });
    facts
}

fn territory(
    question: &Question,
    home: &TerritoryId,
    themes: &[ThemeGrowthFact],
    counts: &Counts,
) -> TerritoryFact {
    let themes: Vec<u64> = themes
        .iter()
        .map(|theme| counts.get(&(home, theme.id.as_str())).copied().unwrap_or(0))
        .collect();
    TerritoryFact {
        id: home.to_string(),
        name: question.network.territory_label(home),
        total: themes.iter().sum(),
        themes,
    }
}

/// The dynamics that continue another: first those that changed theme, then by theme.
fn passages(question: &Question) -> Vec<PassageFact> {
    let mut facts: Vec<PassageFact> = question
        .network
        .passages()
        .filter(|passage| is_shown(question, passage.after))
        .filter_map(|passage| passage_fact(question, passage))
        .collect();
    facts.sort_by_cached_key(|fact| {
        let ids = (fact.before_id.clone(), fact.after_id.clone());
        (!fact.changed, fact.from, fact.to, ids)
    });
    facts
}

/// Whether a later dynamic counts, passes the filters and is active in the period asked for, if
/// one was asked for.
fn is_shown(question: &Question, later: &DynamicRecord) -> bool {
    let in_period = !question.dated || later.body.period().overlaps(question.asked);
    question.network.countability(later) == Countability::Counted
        && filtered(question, later)
        && in_period
}

/// A passage; `None` if the vocabulary does not know one of the two themes.
fn passage_fact(question: &Question, passage: Passage) -> Option<PassageFact> {
    let Passage {
        before,
        after,
        themes: (theme_before, theme_after),
    } = passage;
    let period = after.body.period();
    Some(PassageFact {
        before_id: before.id.to_string(),
        before: before.name(),
        from: digit(question, theme_before)?,
        after_id: after.id.to_string(),
        after: after.name(),
        to: digit(question, theme_after)?,
        period: period.to_string(),
        period_in_words: period_of_dynamic(after, question.language),
        changed: theme_before != theme_after,
    })
}

/// The position of a theme in the vocabulary, from 1.
fn digit(question: &Question, theme: &ThemeId) -> Option<usize> {
    let vocabulary = &question.network.vocabulary;
    Some(vocabulary.rank(List::Themes, theme.as_str())? + 1)
}
