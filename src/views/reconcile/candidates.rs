//! Records that may explain why a published number differs from the count of the records.

use serde::Serialize;

use crate::calendar::{DateRange, Day, Period};
use crate::network::{ActorRecord, Countability, DynamicRecord};
use crate::records::{List, Membership, Record, ThemeId};
use crate::say;
use crate::views::parts::countability::describe_countability;
use crate::views::view::Question;

use crate::views::reconcile::compared::ComparedFigure;

/// A record that may explain a difference.
#[derive(Serialize)]
pub struct Candidate {
    /// Label of the figure, or of the theme, that differs.
    pub figure: String,
    /// Id of the record.
    pub id: String,
    /// File of the record.
    pub file: String,
    /// Reasons to look at the record, in words.
    pub reasons: Vec<String>,
}

/// The candidates of every figure that is unequal to the count of the records; those of dynamics
/// theme by theme, where themes were published.
pub fn candidates(
    question: &Question,
    days: DateRange,
    figures: &[ComparedFigure],
    themes: &[ComparedFigure],
) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    for theme in themes.iter().filter(|theme| theme.is_unequal()) {
        candidates.extend(dynamics(question, days, theme, Some(&theme.id)));
    }
    for figure in figures.iter().filter(|figure| figure.is_unequal()) {
        match figure.id.as_str() {
            "dynamics" if themes.is_empty() => {
                candidates.extend(dynamics(question, days, figure, None));
            }
            // Where records are partial, fewer members than published need no explanation.
            "members" if figure.differs => candidates.extend(members(question, days, figure)),
            _ => {}
        }
    }
    candidates
}

/// A record as a candidate, if there are reasons.
fn candidate<I: ToString, T>(
    figure: &ComparedFigure,
    record: &Record<I, T>,
    reasons: Vec<String>,
) -> Option<Candidate> {
    (!reasons.is_empty()).then(|| Candidate {
        figure: figure.label.clone(),
        id: record.id.to_string(),
        file: record.file.to_string(),
        reasons,
    })
}

fn dynamics(
    question: &Question,
    days: DateRange,
    figure: &ComparedFigure,
    theme: Option<&str>,
) -> Vec<Candidate> {
    let dynamics = question.network.dynamics.iter();
    dynamics
        .filter_map(|record| {
            let reasons = if figure.is_exceeded() {
                reasons_not_to_count(question, days, record, theme)
            } else {
                reasons_to_count(question, days, record, theme)
            };
            candidate(figure, record, reasons)
        })
        .collect()
}

/// The reasons why a dynamic that the records count may be missing from the published number.
fn reasons_not_to_count(
    question: &Question,
    days: DateRange,
    record: &DynamicRecord,
    theme: Option<&str>,
) -> Vec<String> {
    let is_counted = question.network.countability(record) == Countability::Counted;
    let period = record.body.period();
    if !is_counted || !has_theme(record, theme) || !period.overlaps(days) {
        return Vec::new();
    }
    let mut reasons = changes_within(question, &period, days);
    let other_themes: Vec<String> = record
        .body
        .other_themes
        .iter()
        .map(|other| question.label(List::Themes, other.as_str()))
        .collect();
    if !other_themes.is_empty() {
        let others = question.language.and(&other_themes);
        reasons.push(say!(question.language,
            fr: "relève aussi de {others}",
            en: "also belongs to {others}"));
    }
    reasons
}

/// The reasons why a dynamic that the records do not count may be part of the published number.
fn reasons_to_count(
    question: &Question,
    days: DateRange,
    record: &DynamicRecord,
    theme: Option<&str>,
) -> Vec<String> {
    let countability = question.network.countability(record);
    let is_counted = countability == Countability::Counted;
    let is_undated = countability == Countability::WithoutDate;
    let period = record.body.period();
    let is_active = period.overlaps(days);
    if has_theme(record, theme) && !is_counted && (is_active || is_undated) {
        let reason = describe_countability(countability).get(question.language);
        return vec![reason.to_owned()];
    }
    if has_theme(record, theme) && is_counted && !is_active {
        return changes_nearby(question, &period, days);
    }
    if has_other_theme(record, theme) && is_counted && is_active {
        let own_theme = record.body.theme.as_ref();
        let label =
            own_theme.map_or_else(String::new, |id| question.label(List::Themes, id.as_str()));
        return vec![say!(question.language,
            fr: "comptée dans {label}",
            en: "counted in {label}")];
    }
    Vec::new()
}

/// Whether a dynamic is counted under a theme; every dynamic is where no theme is asked for.
fn has_theme(record: &DynamicRecord, theme: Option<&str>) -> bool {
    theme.is_none() || record.body.theme.as_ref().map(ThemeId::as_str) == theme
}

/// Whether a theme is among those under which a dynamic is not counted.
fn has_other_theme(record: &DynamicRecord, theme: Option<&str>) -> bool {
    let mut others = record.body.other_themes.iter();
    others.any(|other| Some(other.as_str()) == theme)
}

/// The beginning and the end of a period, where they are within the days, in words.
fn changes_within(question: &Question, period: &Period, days: DateRange) -> Vec<String> {
    let language = question.language;
    let began = period
        .from
        .filter(|from| contains(days, from.last()))
        .map(|from| {
            let date = from.format(language);
            say!(language, fr: "a commencé\u{a0}: {date}", en: "began: {date}")
        });
    let ended = period.to.filter(|to| contains(days, to.first())).map(|to| {
        let date = to.format(language);
        say!(language, fr: "a pris fin\u{a0}: {date}", en: "ended: {date}")
    });
    began.into_iter().chain(ended).collect()
}

fn contains(days: DateRange, day: Day) -> bool {
    days.first <= day && day <= days.last
}

/// The end of a period in the year before the days, or its beginning in the year after, in words.
fn changes_nearby(question: &Question, period: &Period, days: DateRange) -> Vec<String> {
    let year_before = days.first.year.saturating_sub(1);
    let year_after = days.last.year.saturating_add(1);
    let end = Period {
        from: None,
        ..period.clone()
    };
    let beginning = Period {
        to: None,
        ..period.clone()
    };
    let mut changes = changes_within(question, &end, DateRange::years(year_before, year_before));
    changes.extend(changes_within(
        question,
        &beginning,
        DateRange::years(year_after, year_after),
    ));
    changes
}

fn members(question: &Question, days: DateRange, figure: &ComparedFigure) -> Vec<Candidate> {
    let actors = question.network.actors.iter();
    actors
        .filter_map(|record| {
            let reasons = membership_reasons(question, days, record, figure.is_exceeded());
            candidate(figure, record, reasons)
        })
        .collect()
}

/// The reasons why an actor's membership may have been counted otherwise: changes within the days
/// if the records count too many members, changes nearby if they count too few.
fn membership_reasons(
    question: &Question,
    days: DateRange,
    record: &ActorRecord,
    is_exceeded: bool,
) -> Vec<String> {
    let memberships = record.body.member.0.iter().map(Membership::period);
    memberships
        .flat_map(|period| match (is_exceeded, period.overlaps(days)) {
            (true, true) => changes_within(question, &period, days),
            (false, false) => changes_nearby(question, &period, days),
            _ => Vec::new(),
        })
        .collect()
}
