//! `published-total-differs`: records that say more, or less, than what the network has published.

use crate::checks::{Bench, Check};
use crate::diagnostic::{At, Route, Rule, Severity};
use crate::language::Both;
use crate::network::PublishedRecord;
use crate::network::figures::{Comparison, FIGURES, compare, of_theme};
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
    for record in &network.published {
        for (name, figure) in &record.body.figures {
            let Some(countable) = FIGURES.iter().find(|countable| countable.id == name.as_str()) else {
                continue;
            };
            let comparison = compare(network, record, figure, |asked| (countable.count)(network, asked));
            let label = network.vocabulary.label(List::Figures, name.as_str(), bench.language).to_owned();
            judge(bench, record, route!["figures", name.as_str()], &label, comparison);
        }
        for (theme, figure) in &record.body.dynamics_by_theme {
            let comparison = compare(network, record, figure, |asked| of_theme(network, theme, asked));
            let label = network.vocabulary.label(List::Themes, theme.as_str(), bench.language).to_owned();
            judge(bench, record, route!["dynamics_by_theme", theme.as_str()], &label, comparison);
        }
    }
}

fn judge(
    bench: &mut Bench,
    record: &PublishedRecord,
    route: Route,
    label: &str,
    comparison: Option<Comparison>,
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
        (low, high) => format!("{low}–{high}"),
    };
    let finding = bench
        .find(&CHECK.rule, record, At::Value(route), say!(language,
            fr: "{published} publiés, {recorded} dans les fiches\u{a0}: {label}",
            en: "{published} published, {recorded} in the records: {label}"))
        .label(say!(language, fr: "publié", en: "published"))
        .help(say!(language,
            fr: "comparer les dates, les thématiques et ce qui compte, ou expliquer l'écart dans une dispense (`waivers`)",
            en: "compare dates, themes and what counts, or explain the difference in a waiver (`waivers`)"));
    bench.tell(finding);
}
