//! `published-total-differs`: records that say more, or less, than what the network has published.

use crate::calendar::Stretch;
use crate::checks::{Bench, Check};
use crate::diagnostic::{At, Route, Rule, Severity};
use crate::language::{Both, Language};
use crate::network::figures::{Comparison, FIGURES, compare, of_theme};
use crate::network::{DynamicRecord, PublishedRecord};
use crate::records::{Completeness, List, Record};
use crate::{example, route, say};

/// Ids shown of what was counted.
const SHOWN: usize = 6;

/// The check.
pub const CHECK: Check = Check {
    rule: Rule {
        name: "published-total-differs",
        severity: Severity::Error,
        because: Both {
            fr: "un chiffre publié engage le réseau\u{a0}: les fiches doivent pouvoir le rendre, ou la différence s'expliquer",
            en: "a published figure binds the network: the records must be able to give it, or the difference be explained",
        },
        example: example!("checks", "published-total-differs"),
    },
    run,
};

fn run(bench: &mut Bench) {
    let network = bench.network;
    for record in &network.published {
        let Some(asked) = record.body.at.map(Stretch::of) else { continue };
        for (name, figure) in &record.body.figures {
            let Some(countable) = FIGURES.iter().find(|countable| countable.id == name.as_str()) else {
                continue;
            };
            let comparison = compare(network, record, figure, |asked| (countable.count)(network, asked));
            let counted = match countable.id {
                "dynamics" => ids(network.dynamics_active_in(asked)),
                "members" => ids(network.members_in(asked)),
                _ => Vec::new(),
            };
            let label = network.vocabulary.label(List::Figures, name.as_str(), bench.language);
            judge(bench, record, route!["figures", name.as_str()], label, comparison, &counted);
        }
        for (theme, figure) in &record.body.dynamics_by_theme {
            let comparison = compare(network, record, figure, |asked| of_theme(network, theme, asked));
            let of_theme = |dynamic: &&DynamicRecord| dynamic.body.theme.as_ref() == Some(theme);
            let counted = ids(network.dynamics_active_in(asked).filter(of_theme));
            let label = network.vocabulary.label(List::Themes, theme.as_str(), bench.language);
            judge(bench, record, route!["dynamics_by_theme", theme.as_str()], label, comparison, &counted);
        }
    }
}

fn ids<'n, I: std::fmt::Display + 'n, T: 'n>(records: impl Iterator<Item = &'n Record<I, T>>) -> Vec<String> {
    records.map(|record| format!("`{}`", record.id)).collect()
}

fn judge(
    bench: &mut Bench,
    record: &PublishedRecord,
    route: Route,
    label: &str,
    comparison: Option<Comparison>,
    counted: &[String],
) {
    let Some(comparison) = comparison else { return };
    let complete = record.body.records == Completeness::Complete;
    if !(comparison.is_above() || complete && comparison.is_below()) {
        return;
    }
    if !bench.network.is_intact() {
        bench.held_back += 1;
        return;
    }
    let (language, published) = (bench.language, comparison.published);
    let recorded = match comparison.recorded {
        (low, high) if low == high => low.to_string(),
        (low, high) => say!(language, fr: "{low} à {high}", en: "{low} to {high}"),
    };
    let sentence = say!(language,
        fr: "{label}\u{a0}: {published} dans la publication, {recorded} dans les fiches",
        en: "{label}: {published} published, {recorded} in the records");
    let finding = bench.find(&CHECK.rule, record, At::Value(route), sentence);
    let finding = finding.label(breakdown(language, counted));
    bench.tell(finding.help(say!(language,
        fr: "comparer les dates, les thématiques et ce qui compte\u{202f}; puis corriger les fiches, ou ce chiffre",
        en: "compare dates, themes and what counts; then mend the records, or this figure")));
}

/// What was counted, by id; where it is more than people read, only the first.
fn breakdown(language: Language, counted: &[String]) -> String {
    let shown = counted.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ");
    let more = counted.len().saturating_sub(SHOWN);
    match (counted.len(), more) {
        (0, _) => String::new(),
        (_, 0) => say!(language, fr: "dans les fiches\u{a0}: {shown}", en: "in the records: {shown}"),
        _ => {
            say!(language, fr: "dans les fiches\u{a0}: {shown} et {more} de plus", en: "in the records: {shown} and {more} more")
        }
    }
}
