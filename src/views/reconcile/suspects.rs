//! Records that may be why a published number and the records part: near its date, or counted
//! elsewhere.

use serde::Serialize;

use crate::calendar::{DateRange, Day, Period};
use crate::network::{Countability, DynamicRecord};
use crate::records::List;
use crate::say;
use crate::views::parts::countability::describe_countability;
use crate::views::view::Question;

use crate::views::reconcile::Line;

/// A record that may be why.
#[derive(Serialize)]
pub struct Suspect {
    /// The figure or theme that it may belong to.
    pub figure: String,
    pub id: String,
    pub file: String,
    /// Why it is looked at, in words.
    pub reasons: Vec<String>,
}

/// The suspects of every figure that parts from the records, theme by theme where themes were
/// published.
pub fn sought(
    question: &Question,
    asked: DateRange,
    figures: &[Line],
    themes: &[Line],
) -> Vec<Suspect> {
    let parts = |line: &&Line| line.gap.is_some_and(|gap| gap.abs() >= 0.5);
    let mut found: Vec<Suspect> = Vec::new();
    for theme in themes.iter().filter(parts) {
        found.extend(dynamics(question, asked, theme, Some(&theme.id)));
    }
    for figure in figures.iter().filter(parts) {
        match figure.id.as_str() {
            "dynamics" if themes.is_empty() => {
                found.extend(dynamics(question, asked, figure, None));
            }
            // What has no theme, or one that was not published, is looked at for the total alone.
            "members" if figure.differs => found.extend(members(question, asked, figure)),
            _ => {}
        }
    }
    found
}

fn dynamics(
    question: &Question,
    asked: DateRange,
    line: &Line,
    theme: Option<&str>,
) -> Vec<Suspect> {
    let above = line.gap.is_some_and(|gap| gap > 0.0);
    let network = question.network;
    let suspect = |record: &DynamicRecord| {
        let reasons = reasons(question, asked, record, theme, above);
        (!reasons.is_empty()).then(|| Suspect {
            figure: line.label.clone(),
            id: record.id.to_string(),
            file: record.file.to_string(),
            reasons,
        })
    };
    network.dynamics.iter().filter_map(suspect).collect()
}

/// Why a dynamic may have been counted otherwise: if the records give more, why it might not have
/// been counted; if
/// fewer, why it might.
fn reasons(
    question: &Question,
    asked: DateRange,
    record: &DynamicRecord,
    theme: Option<&str>,
    above: bool,
) -> Vec<String> {
    let (network, language) = (question.network, question.language);
    let standing_now = network.countability(record);
    let own = record
        .body
        .theme
        .as_ref()
        .map(crate::records::ThemeId::as_str);
    let is_of = theme.is_none_or(|theme| own == Some(theme));
    let also = record
        .body
        .other_themes
        .iter()
        .any(|other| Some(other.as_str()) == theme);
    let counted = standing_now == Countability::Counted;
    let lives = record.body.period().overlaps(asked);
    let label = |theme: &str| {
        network
            .vocabulary
            .label(List::Themes, theme, language)
            .to_owned()
    };
    let mut reasons = Vec::new();
    if above && is_of && counted && lives {
        reasons.extend(turned(question, &record.body.period(), asked));
        let others: Vec<String> = record
            .body
            .other_themes
            .iter()
            .map(|other| label(other.as_str()))
            .collect();
        if !others.is_empty() {
            let others = language.and(&others);
            reasons.push(
                say!(language, fr: "relève aussi de {others}", en: "also belongs to {others}"),
            );
        }
    } else if !above && is_of && !counted && (lives || standing_now == Countability::WithoutDate) {
        reasons.push(describe_countability(standing_now).get(language).to_owned());
    } else if !above && is_of && counted && !lives {
        reasons.extend(nearly(question, &record.body.period(), asked));
    } else if !above && also && counted && lives {
        let counted_in = own.map(label).unwrap_or_default();
        reasons
            .push(say!(language, fr: "comptée dans {counted_in}", en: "counted in {counted_in}"));
    }
    reasons
}

/// What began or ended within the days.
fn turned(question: &Question, period: &Period, asked: DateRange) -> Vec<String> {
    let language = question.language;
    let inside = |day: Day| asked.first <= day && day <= asked.last;
    let began = period.from.filter(|from| inside(from.last())).map(|from| {
        let from = from.format(language);
        say!(language, fr: "a commencé\u{a0}: {from}", en: "began: {from}")
    });
    let ended = period.to.filter(|to| inside(to.first())).map(|to| {
        let to = to.format(language);
        say!(language, fr: "a pris fin\u{a0}: {to}", en: "ended: {to}")
    });
    began.into_iter().chain(ended).collect()
}

/// What ended in the year before, or began in the year after.
fn nearly(question: &Question, period: &Period, asked: DateRange) -> Vec<String> {
    let before = DateRange::years(
        asked.first.year.saturating_sub(1),
        asked.first.year.saturating_sub(1),
    );
    let after = DateRange::years(
        asked.last.year.saturating_add(1),
        asked.last.year.saturating_add(1),
    );
    let ended = turned(
        question,
        &Period {
            from: None,
            ..period.clone()
        },
        before,
    );
    let began = turned(
        question,
        &Period {
            to: None,
            ..period.clone()
        },
        after,
    );
    ended.into_iter().chain(began).collect()
}

fn members(question: &Question, asked: DateRange, line: &Line) -> Vec<Suspect> {
    let above = line.gap.is_some_and(|gap| gap > 0.0);
    let suspect = |record: &crate::network::ActorRecord| {
        let periods = record
            .body
            .member
            .0
            .iter()
            .map(crate::records::Membership::period);
        let reasons: Vec<String> = periods
            .flat_map(|period| match (above, period.overlaps(asked)) {
                (true, true) => turned(question, &period, asked),
                (false, false) => nearly(question, &period, asked),
                _ => Vec::new(),
            })
            .collect();
        (!reasons.is_empty()).then(|| Suspect {
            figure: line.label.clone(),
            id: record.id.to_string(),
            file: record.file.to_string(),
            reasons,
        })
    };
    question.network.actors.iter().filter_map(suspect).collect()
}
