//! `published-total-differs`: more or fewer records than the network has published.

use std::collections::BTreeMap;

use crate::calendar::DateRange;
use crate::checks::{Check, Context};
use crate::diagnostic::At;
use crate::language::Language;
use crate::network::counting::daily_counts::{Comparison, DailyCounts, compare};
use crate::network::counting::figures::FIGURES;
use crate::network::{Network, PublishedRecord};
use crate::records::{Completeness, List, Record};
use crate::{route, rule, say};

/// The number of ids listed; longer lists are not read.
const SHOWN: usize = 6;

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "published-total-differs", Error,
        fr: "un chiffre publié engage le réseau\u{a0}: les fiches doivent pouvoir le rendre, ou \
            la différence s'expliquer",
        en: "a published figure binds the network: the records must be able to give it, or the \
            difference be explained"),
    run,
};

fn run(context: &mut Context) {
    let network = context.network;
    if network.published.is_empty() {
        return;
    }
    let daily_counts: BTreeMap<&str, DailyCounts> = FIGURES
        .iter()
        .map(|countable| (countable.id, DailyCounts::of(network, countable)))
        .collect();
    let themes = DailyCounts::by_theme(network);
    for record in &network.published {
        let Some(asked) = record.body.at.map(DateRange::from) else {
            continue;
        };
        for (name, figure) in &record.body.figures {
            let Some(counts) = daily_counts.get(name.as_str()) else {
                continue;
            };
            let comparison = compare(figure, asked, Some(counts));
            let label = network
                .vocabulary
                .label(List::Figures, name.as_str(), context.language);
            report_difference(
                context,
                record,
                ["figures", name.as_str()],
                label,
                &comparison,
            );
        }
        for (theme, figure) in &record.body.dynamics_by_theme {
            let comparison = compare(figure, asked, themes.get(theme));
            let label = network
                .vocabulary
                .label(List::Themes, theme.as_str(), context.language);
            report_difference(
                context,
                record,
                ["dynamics_by_theme", theme.as_str()],
                label,
                &comparison,
            );
        }
    }
}

/// Reports a figure that the records do not give.
fn report_difference(
    context: &mut Context,
    record: &PublishedRecord,
    [table, key]: [&str; 2],
    label: &str,
    comparison: &Comparison,
) {
    let complete = record.body.records == Completeness::Complete;
    if !(comparison.is_above() || complete && comparison.is_below()) {
        return;
    }
    if !context.network.is_intact() {
        context.held_back += 1;
        return;
    }
    let (language, published) = (context.language, comparison.published);
    let recorded = match comparison.recorded {
        (low, high) if low == high => low.to_string(),
        (low, high) => say!(language, fr: "{low} à {high}", en: "{low} to {high}"),
    };
    let sentence = say!(language,
        fr: "{label}\u{a0}: {published} dans la publication, {recorded} dans les fiches",
        en: "{label}: {published} published, {recorded} in the records");
    let counted = counted(context.network, record, table, key);
    let finding = context
        .find(&CHECK.rule, record, At::Value(route![table, key]), sentence)
        .label(breakdown(language, &counted))
        .help(say!(language,
            fr: "comparer les dates, les thématiques et ce qui compte\u{202f}; puis corriger les \
                fiches ou ce chiffre, ou donner la raison dans une dispense (`waivers`)",
            en: "compare dates, themes and what counts; then correct the records or this \
                figure, or give the reason in a waiver (`waivers`)"));
    context.report(finding);
}

/// The ids of the dynamics or members counted; none for other figures.
fn counted(network: &Network, record: &PublishedRecord, table: &str, key: &str) -> Vec<String> {
    let Some(asked) = record.body.at.map(DateRange::from) else {
        return Vec::new();
    };
    let dynamics = network.dynamics_active_in(asked);
    match (table, key) {
        ("figures", "dynamics") => ids(dynamics),
        ("figures", "members") => ids(network.members_in(asked)),
        ("dynamics_by_theme", theme) => ids(dynamics.filter(|dynamic| {
            dynamic
                .body
                .theme
                .as_ref()
                .is_some_and(|known| known.as_str() == theme)
        })),
        _ => Vec::new(),
    }
}

fn ids<'n, I: std::fmt::Display + 'n, T: 'n>(
    records: impl Iterator<Item = &'n Record<I, T>>,
) -> Vec<String> {
    records.map(|record| format!("`{}`", record.id)).collect()
}

/// The ids counted, shortened.
fn breakdown(language: Language, counted: &[String]) -> String {
    let shown = counted
        .iter()
        .take(SHOWN)
        .cloned()
        .collect::<Vec<_>>()
        .join(", ");
    let more = counted.len().saturating_sub(SHOWN);
    match (counted.len(), more) {
        (0, _) => String::new(),
        (_, 0) => {
            say!(language, fr: "dans les fiches\u{a0}: {shown}", en: "in the records: {shown}")
        }
        _ => {
            say!(language, fr: "dans les fiches\u{a0}: {shown} et {more} de plus", en: "in the \
                records: {shown} and {more} more")
        }
    }
}
