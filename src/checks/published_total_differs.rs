//! `published-total-differs`: records that say more, or less, than what the network has published.

use std::collections::BTreeMap;

use crate::calendar::Stretch;
use crate::checks::{Bench, Check};
use crate::diagnostic::{At, Rule, Severity};
use crate::language::Both;
use crate::network::PublishedRecord;
use crate::network::figures::{Comparison, FIGURES, Tally, compare};
use crate::records::{Completeness, List};
use crate::{example, route, say};

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
    let tallies: BTreeMap<&str, Tally> =
        FIGURES.iter().map(|countable| (countable.id, Tally::of(network, countable))).collect();
    let themes = Tally::by_theme(network);
    for record in &network.published {
        let Some(asked) = record.body.at.map(Stretch::of) else { continue };
        for (name, figure) in &record.body.figures {
            let Some(tally) = tallies.get(name.as_str()) else { continue };
            let comparison = compare(figure, asked, Some(tally));
            let label = network.vocabulary.label(List::Figures, name.as_str(), bench.language);
            judge(bench, record, &["figures", name.as_str()], label, &comparison);
        }
        for (theme, figure) in &record.body.dynamics_by_theme {
            let comparison = compare(figure, asked, themes.get(theme));
            let label = network.vocabulary.label(List::Themes, theme.as_str(), bench.language);
            judge(bench, record, &["dynamics_by_theme", theme.as_str()], label, &comparison);
        }
    }
}

fn judge(
    bench: &mut Bench,
    record: &PublishedRecord,
    [table, key]: &[&str; 2],
    label: &str,
    comparison: &Comparison,
) {
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
        (low, high) => format!("{low}–{high}"),
    };
    let finding = bench
        .find(&CHECK.rule, record, At::Value(route![*table, *key]), say!(language,
            fr: "{published} publiés, {recorded} dans les fiches\u{a0}: {label}",
            en: "{published} published, {recorded} in the records: {label}"))
        .label(say!(language, fr: "publié", en: "published"))
        .help(say!(language,
            fr: "comparer les dates, les thématiques et ce qui compte, ou expliquer l'écart dans une dispense (`waivers`)",
            en: "compare dates, themes and what counts, or explain the difference in a waiver (`waivers`)"));
    bench.tell(finding);
}
