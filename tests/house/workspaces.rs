//! The two workspaces that are shipped: nothing is wrong in them, and each total is what it is said
//! to be.

use std::path::{Path, PathBuf};

use apes::calendar::{DateRange, Day};
use apes::diagnostic::Severity;
use apes::language::Language;
use apes::network::Network;
use apes::network::counting::daily_counts::DailyCounts;
use apes::network::counting::figures::FIGURES;
use apes::records::parts::identifiers::Number;
use apes::records::{List, Word};
use apes::sources::Folder;
use apes::views::show::{self, FileContent};
use apes::workspace;

use crate::workspace::{TODAY, ValidatedFolder};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn example() -> PathBuf {
    root().join("examples/hauts-de-demain")
}

fn network(root: &Path) -> Network {
    workspace::load(&Folder::at(root), None, Language::French).network
}

/// The dynamics that count in a year, by theme in the order of the vocabulary.
fn by_theme(network: &Network, year: u16) -> Vec<usize> {
    let active: Vec<_> = network
        .dynamics_active_in(DateRange::years(year, year))
        .collect();
    let themes = network.vocabulary.list(List::Themes).iter();
    let of = |id: &str| {
        active
            .iter()
            .filter(|dynamic| {
                dynamic
                    .body
                    .theme
                    .as_ref()
                    .is_some_and(|t| t.as_str() == id)
            })
            .count()
    };
    themes.map(|(id, _)| of(id)).collect()
}

/// The highest count of a figure on any day of a year.
fn counted(network: &Network, figure: &str, year: u16) -> u64 {
    let figure = FIGURES
        .iter()
        .find(|known| known.id == figure)
        .expect("a countable figure");
    DailyCounts::of(network, figure)
        .lowest_and_highest(DateRange::years(year, year))
        .1
}

#[test]
fn neither_has_an_error_and_no_check_finds_anything_in_the_example() {
    for language in [Language::French, Language::English] {
        let said = ValidatedFolder::whole(&root(), language, TODAY);
        let errors: Vec<_> = said
            .findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .collect();
        assert!(errors.is_empty(), "{}", said.human());
        let said = ValidatedFolder::of(&example(), language);
        assert!(
            said.findings.is_empty() && said.held_back == 0,
            "{}",
            said.human()
        );
        // What the charter finds there is held, count by count, in `tests/charter`.
        let said = ValidatedFolder::whole(&example(), language, TODAY);
        let grave = said
            .findings
            .iter()
            .filter(|finding| finding.severity > Severity::Note);
        assert_eq!(grave.count(), 0, "{}", said.human());
        assert_eq!((said.held_back, said.missed), (0, Vec::new()));
    }
}

#[test]
fn every_statement_is_traced_to_a_source() {
    for root in [root(), example()] {
        let folder = Folder::at(&root);
        let network = network(&root);
        let question = apes::views::view::Question {
            asked: DateRange::years(2026, 2026),
            ..apes::views::view::Question::on(
                &network,
                Language::English,
                Day {
                    year: 2026,
                    month: 1,
                    day: 1,
                },
            )
        };
        // What was told aloud and is excused from naming its source has none to be traced to.
        let spoken = network
            .dynamics
            .iter()
            .filter(|record| record.common.sources.is_empty());
        let excused: Vec<&str> = spoken.map(|record| &*record.file).collect();
        assert!(excused.len() <= 1, "{excused:?}");
        let mut told = 0;
        for subject in network.records() {
            let statements = workspace::statements(&folder, subject.file(), Language::English);
            let content = FileContent {
                statements: Some(&statements),
                ..FileContent::default()
            };
            let facts = show::gather(&question, subject, &content).facts;
            if excused.contains(&&**subject.file()) {
                continue;
            }
            for traced in facts["records"][0]["statements"]
                .as_array()
                .expect("statements")
            {
                let sourced = traced["sources"]
                    .as_array()
                    .is_some_and(|sources| !sources.is_empty());
                let on_nothing =
                    !sourced && traced["inferred"] == false && traced["gazetteer"] == false;
                assert!(!on_nothing, "{}: {traced}", subject.file());
                told += 1;
            }
        }
        assert!(told > 1000, "only {told} statements");
    }
}

#[test]
fn the_records_of_apes_are_all_there() {
    let network = network(&root());
    let counts = (
        network.territories.len(),
        network.actors.len(),
        network.dynamics.len(),
        network.published.len(),
    );
    assert_eq!(counts, (49, 103, 54, 11));
    assert!(!network.settings.invented);
}

#[test]
fn the_year_2020_reads_48_in_nine_themes_with_two_recorded() {
    let network = network(&root());
    let published = network.published("plaquette-2020").expect("the leaflet");
    let themes = network.vocabulary.list(List::Themes).iter();
    let parts = &published.body.dynamics_by_theme;
    let told: Vec<f64> = themes
        .map(|(id, _)| parts.get(id).expect("a theme").value)
        .collect();
    assert_eq!(told, [6.0, 3.0, 21.0, 2.0, 2.0, 6.0, 3.0, 2.0, 3.0]);
    let total = published
        .body
        .figures
        .get("dynamics")
        .expect("a total")
        .value;
    assert!((told.iter().sum::<f64>() - total).abs() < f64::EPSILON);
    assert_eq!(by_theme(&network, 2020), [0, 0, 0, 0, 2, 0, 0, 0, 0]);
}

#[test]
fn counters_of_the_undated_leaflet_are_not_given_to_the_year_of_its_map() {
    let network = network(&root());
    let map = network.published("plaquette-2020").expect("the map");
    let figures: Vec<&str> = map.body.figures.keys().map(Word::as_str).collect();
    assert_eq!(figures, ["dynamics"]);
    let counters = network
        .published("plaquette-compteurs")
        .expect("the counters");
    assert!(counters.body.at.is_some_and(|at| at.year() > 2020));
    assert!(counters.common.inferred.iter().any(|name| name == "at"));
}

#[test]
fn what_apes_only_featured_or_selected_is_neither_its_work_nor_an_agreement() {
    let network = network(&root());
    for id in ["vises", "biodechets-compagnons-du-compost"] {
        let dynamic = network.dynamic(id).expect("a dynamic");
        let role = dynamic.body.network_role.as_ref().expect("a role");
        assert_eq!(role.as_str(), "recit", "{id}");
    }
    for id in ["hellemmes", "cc-pays-du-coquelicot"] {
        let territory = network.territory(id).expect("a territory");
        assert_eq!(territory.body.agreements.len(), 0, "{id}");
        assert_eq!(territory.common.calls.len(), 1, "{id}");
    }
}

#[test]
fn no_stage_of_a_real_territory_rests_on_what_was_only_announced() {
    let network = network(&root());
    let territories = network.territories.iter();
    let stages = territories.flat_map(|record| record.body.stages.iter());
    let dynamics = network.dynamics.iter();
    let all = stages.chain(dynamics.flat_map(|record| record.body.stages.iter()));
    for (stage, reached) in all {
        let evidence = reached.evidence.as_deref().unwrap_or_default();
        let born = ["eclosion", "consolidation", "emancipation"].contains(&stage.as_str());
        let announced = ["prévu", "à venir", "démarre", "en travaux", "étude"];
        assert!(
            !born || !announced.iter().any(|word| evidence.contains(word)),
            "{stage}: {evidence}"
        );
    }
}

#[test]
fn authorities_are_local_and_regional_ones_alone() {
    for root in [root(), example()] {
        let network = network(&root);
        for kind in [
            "etablissement-public",
            "organisme-public",
            "chambre-consulaire",
        ] {
            assert_eq!(network.family_of_kind(kind), Some("organisme-public"));
        }
        for kind in [
            "commune",
            "epci",
            "departement",
            "region",
            "petr",
            "syndicat-mixte",
        ] {
            assert_eq!(network.family_of_kind(kind), Some("collectivite"));
        }
    }
    // In 2020 the only public partner was the welfare centre of Lille, which is no authority.
    assert_eq!(counted(&network(&root()), "authorities", 2020), 0);
}

#[test]
fn french_texts_of_charter_words_and_records_have_no_simple_past() {
    let forms = [
        "fut",
        "furent",
        "eut",
        "eurent",
        "naquit",
        "devint",
        "prit",
        "tint",
        "vint",
        "fit",
        "acheta",
        "accueillit",
        "signa",
        "créa",
        "rejoignit",
        "reçut",
        "ouvrit",
        "lança",
        "porta",
        "donna",
    ];
    let listed = Folder::at(&root()).list("territories");
    let texts: Vec<String> = listed.into_iter().filter_map(Result::ok).collect();
    assert!(texts.len() > 200);
    let schemas = ["schemas/charter.toml", "schemas/vocabulary.toml"];
    let paths = texts.iter().map(|path| root().join(path));
    for path in paths.chain(schemas.map(|path| root().join(path))) {
        let text = std::fs::read_to_string(&path).expect("a file");
        let mut words = text.split(|sign: char| !sign.is_alphabetic());
        let found = words.find(|word| forms.contains(word));
        assert_eq!(found, None, "{}", path.display());
    }
}

#[test]
fn the_example_tells_six_years_that_reconcile() {
    let network = network(&example());
    assert!(network.settings.invented);
    let years: [(u16, [usize; 9], u64, u64, u64); 6] = [
        (2019, [2, 1, 19, 0, 0, 5, 1, 1, 2], 110, 66, 26),
        (2020, [4, 1, 21, 0, 0, 4, 1, 1, 2], 126, 80, 28),
        (2021, [6, 2, 20, 0, 0, 5, 2, 2, 1], 138, 95, 28),
        (2022, [8, 2, 19, 1, 1, 5, 3, 1, 1], 148, 109, 32),
        (2023, [7, 2, 20, 1, 1, 5, 4, 2, 3], 154, 119, 34),
        (2024, [6, 3, 21, 2, 2, 6, 3, 2, 3], 160, 129, 36),
    ];
    for (year, themes, members, signatories, authorities) in years {
        assert_eq!(by_theme(&network, year), themes, "{year}");
        let counts =
            ["members", "signatories", "authorities"].map(|figure| counted(&network, figure, year));
        assert_eq!(counts, [members, signatories, authorities], "{year}");
    }
}

#[test]
fn the_example_shows_every_kind_of_territory_actor_family_and_stage() {
    let network = network(&example());
    assert!(network.territories.len() >= 25);
    for (kind, _) in network.vocabulary.list(List::TerritoryKinds) {
        assert!(
            network
                .territories
                .iter()
                .any(|record| record.body.kind.as_str() == kind),
            "territory: {kind}"
        );
    }
    for (family, _) in network.vocabulary.list(List::Families) {
        assert!(
            network
                .actors
                .iter()
                .any(|actor| network.family_of(actor) == Some(family)),
            "family: {family}"
        );
    }
    let current = |record: &apes::network::TerritoryRecord| {
        let progress = network.territory_progress(record, TODAY);
        progress.current().map(|stage| stage.id.to_owned())
    };
    let reached: Vec<String> = network.territories.iter().filter_map(current).collect();
    for (stage, _) in network.vocabulary.list(List::Stages) {
        assert!(reached.contains(stage), "no territory is at {stage}");
    }
    for (end, _) in network.vocabulary.list(List::Ends) {
        let ended = |record: &apes::network::DynamicRecord| {
            record
                .body
                .ended
                .as_ref()
                .is_some_and(|how| how.as_str() == end)
        };
        assert!(
            network.dynamics.iter().any(ended),
            "no dynamic ended so: {end}"
        );
    }
}

#[test]
fn numbers_of_the_example_can_be_nobody_s() {
    let network = network(&example());
    assert!(network.settings.invented);
    let mut count = 0;
    for actor in &network.actors {
        let legal = &actor.body.legal;
        for number in Number::ALL {
            if let Some(written) = legal.number(number) {
                count += 1;
                assert!(number.is_invented(written), "{}: {written}", actor.id);
                assert!(!number.may_be(written), "{}: {written}", actor.id);
            }
        }
        assert!(
            actor
                .body
                .email
                .as_ref()
                .is_none_or(|email| email.ends_with("example.org")),
            "{}",
            actor.id
        );
        assert!(
            actor
                .body
                .website
                .as_ref()
                .is_none_or(|site| site.contains("example.org")),
            "{}",
            actor.id
        );
        let phone = actor
            .body
            .phone
            .as_ref()
            .map(|phone| phone.replace([' ', '.'], ""));
        let fictional = |phone: &String| {
            ["019900", "026191", "035301", "046571", "053649", "063998"]
                .iter()
                .any(|range| phone.starts_with(range))
        };
        assert!(
            phone.as_ref().is_none_or(fictional),
            "{}: {phone:?}",
            actor.id
        );
    }
    assert!(count > 100, "{count}");
}
