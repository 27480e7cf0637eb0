//! The base figures are those of an independent counter, for both workspaces and every year that they know.

mod count;

use apes::calendar::DateRange;
use apes::language::Language;
use apes::network::counting::figures::{CountFilter, CountableFigure};
use apes::records::{List, ThemeId};
use apes::sources::Folder;
use apes::views::process;
use apes::views::view::Question;
use apes::workspace;

use crate::golden::at_root;
use crate::workspace::TODAY;

use count::Files;

#[test]
fn base_figures_are_those_of_an_independent_counter() {
    for root in ["", "examples/hauts-de-demain"] {
        let files = Files::read(&at_root(root), &at_root("schemas/vocabulary.toml"));
        let workspace = workspace::load(
            &Folder::at(&at_root(root)),
            Some(Language::French),
            Language::French,
        );
        let network = &workspace.network;
        let mut most = 0;
        for year in 2001..=2026 {
            let asked = DateRange::years(year, year);
            let count = |id: &str, filter: CountFilter| {
                let figure = CountableFigure::of(id).expect("a countable figure");
                usize::try_from(figure.count(network, asked, filter)).expect("a count")
            };
            for (id, counted) in [
                ("dynamics", files.dynamics(year)),
                ("members", files.members(year)),
                ("signatories", files.signatories(year)),
                ("authorities", files.authorities(year)),
            ] {
                let ours = count(id, CountFilter::default());
                assert_eq!(ours, counted, "{id} of {root} in {year}");
            }
            let themes = files.themes(year);
            for (id, _) in network.vocabulary.list(List::Themes) {
                let theme = ThemeId::from(id.as_str());
                let filter = CountFilter {
                    theme: Some(&theme),
                    territory: None,
                };
                let counted = themes.get(id).copied().unwrap_or_default();
                let ours = count("dynamics", filter);
                assert_eq!(ours, counted, "{id} of {root} in {year}");
            }
            most = most.max(files.dynamics(year));
        }
        assert!(most > 2, "{root:?} has dynamics to count");
    }
}

#[test]
fn territories_reach_stages_as_an_independent_counter_says() {
    for root in ["", "examples/hauts-de-demain"] {
        let files = Files::read(&at_root(root), &at_root("schemas/vocabulary.toml"));
        let workspace = workspace::load(
            &Folder::at(&at_root(root)),
            Some(Language::French),
            Language::French,
        );
        for year in [2010, 2018, 2020, 2022, 2024] {
            let facts = (process::VIEW.gather)(&Question {
                asked: DateRange::years(year, year),
                dated: true,
                ..Question::on(&workspace.network, Language::French, TODAY)
            });
            // Those that the network never followed are told apart.
            let territories: Vec<&serde_json::Value> = ["territories", "unfollowed"]
                .into_iter()
                .flat_map(|key| facts.facts[key].as_array().expect("territories"))
                .collect();
            for (place, (id, _)) in workspace
                .network
                .vocabulary
                .list(List::Stages)
                .iter()
                .enumerate()
            {
                let has = |territory: &&&serde_json::Value| {
                    let steps = territory["steps"].as_array().expect("steps");
                    steps.iter().any(|step| step["number"] == place + 1)
                };
                let counted = files.reached(id, year);
                assert_eq!(
                    territories.iter().filter(has).count(),
                    counted,
                    "{id} of {root} by {year}"
                );
            }
        }
    }
}
