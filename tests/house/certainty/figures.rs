//! Figures: published with their precision, counted with their scope, told apart where uncountable.

use apes::calendar::{DateRange, Day};
use apes::language::Language;
use apes::network::counting::figures::{CountFilter, CountableFigure};
use apes::views::view::Question;
use apes::workspace::Workspace;

use super::{
    LENS, assert_is_silent_on, assert_says, example, filtered, gather, of_year, workspace_of,
};

const PUBLISHED: [(&str, &str); 2] = [
    (
        "territories/region/published/a.toml",
        "name = \"A\"\nat = 2019\n[figures]\nmembers = { value = 70, is = \"at-least\" }\n\
            board = 20\nemployees = { value = 9, is = \"about\" }\n",
    ),
    (
        "territories/region/published/b.yaml",
        "name: B\nat: 2020\ninferred: [figures.board]\nfigures:\n  members: {value: 80, is: \
            at-least}\n  board: {value: 24, is: at-most}\n  employees: 11\n",
    ),
];

#[test]
fn a_published_figure_keeps_its_precision_and_so_does_a_difference() {
    let workspace = workspace_of(&PUBLISHED);
    let french = of_year(&workspace, "annual", Language::French, 2020);
    let said = [
        "au moins\u{a0}80",
        "au plus\u{a0}24 (déduit)",
        "environ\u{a0}+2",
        "au plus\u{a0}+4",
    ];
    assert_says(&french, &said);
    assert_is_silent_on(&french, &["environ\u{a0}80", "+10"]);
    let english = of_year(&workspace, "annual", Language::English, 2020);
    assert_says(
        &english,
        &["at least\u{a0}80", "at most\u{a0}24 (inferred)"],
    );
    let figures = &english.facts["figures"];
    let members = figures
        .as_array()
        .and_then(|figures| figures.iter().find(|figure| figure["id"] == "members"))
        .expect("the members");
    assert_eq!(members["now"]["precision"], "at-least");
    assert!(members["change"].is_null(), "{members}");
}

/// A member in the years that its record attests.
fn member(seen: &str) -> String {
    format!("name = \"M\"\nkind = \"association\"\nmember = {{ seen = [{seen}] }}\n")
}

#[test]
fn no_fall_is_told_from_records_that_no_publication_calls_complete() {
    let (one, two) = (member("2019, 2020"), member("2019"));
    let records = [
        ("territories/lens/territory.toml", LENS),
        ("territories/lens/actors/un.toml", one.as_str()),
        ("territories/lens/actors/deux.toml", two.as_str()),
    ];
    let unpublished = of_year(&workspace_of(&records), "annual", Language::French, 2020);
    assert_says(&unpublished, &["Rien ne dit les fiches complètes"]);
    assert!(
        unpublished.facts["figures"][0]["change"].is_null(),
        "{}",
        unpublished.facts["figures"]
    );
    for (completeness, change) in [("partial", None), ("complete", Some(-1.0))] {
        let publication = format!(
            "name = \"A\"\nat = 2018\nrecords = \"{completeness}\"\n[figures]\nmembers = 0\n"
        );
        let mut files = records.to_vec();
        files.push(("territories/region/published/a.toml", &publication));
        let facts = of_year(&workspace_of(&files), "annual", Language::English, 2020);
        let told = facts.facts["figures"][0]["change"].as_f64();
        assert_eq!(told, change, "{completeness}");
    }
}

#[test]
fn what_the_records_cannot_count_is_quoted_and_not_confirmed() {
    let countable = "name = \"A\"\nat = 2019\n[figures]\nemployees = 13\n";
    let mixed = "name = \"B\"\nat = 2019\n[figures]\nemployees = 13\nmembers = 0\n";
    for (publication, french, english) in [
        (
            countable,
            "Rien ici ne se compte dans les fiches",
            "Nothing here can be counted",
        ),
        (
            mixed,
            "Les fiches donnent ceux de ces chiffres qui s'y comptent",
            "The records give those of these figures",
        ),
    ] {
        let workspace = workspace_of(&[("territories/region/published/a.toml", publication)]);
        for (language, said) in [(Language::French, french), (Language::English, english)] {
            let question = Question {
                asked: DateRange::years(2019, 2019),
                dated: true,
                ..Question::on(&workspace.network, language, Day::last_of(2026))
            };
            let (facts, _) = apes::views::reconcile::gather(&question);
            assert_says(&facts, &[said]);
            let confirmed = ["Les fiches donnent ces chiffres", "give these figures ("];
            assert_is_silent_on(&facts, &confirmed);
        }
    }
}

#[test]
fn where_no_member_is_recorded_nothing_is_said_of_each_member() {
    let workspace = workspace_of(&[("territories/lens/territory.toml", LENS)]);
    let french = of_year(&workspace, "network", Language::French, 2022);
    assert_says(&french, &["Aucun adhérent n'est consigné"]);
    assert_is_silent_on(&french, &["Chaque adhérent"]);
    let english = of_year(&workspace, "network", Language::English, 2022);
    assert_says(&english, &["No member is recorded"]);
}

#[test]
fn the_network_itself_holds_nothing_together_unless_it_is_asked_to() {
    let dynamic = "name = \"D\"\ntheme = \"production-locale\"\nnetwork_role = \"appui\"\nseen = \
        [2022]\n[partners]\nnous = \"accompagnateur\"\nautre = \"porteur\"\n";
    let workspace = workspace_of(&[
        ("territories/lens/territory.toml", LENS),
        ("territories/lens/dynamics/d.toml", dynamic),
    ]);
    let without = of_year(&workspace, "network", Language::French, 2022);
    assert_eq!(without.facts["actors"], 1);
    assert_says(
        &without,
        &["Sans le réseau lui-même (Nous, partenaire de 1"],
    );
    let question = Question {
        asked: DateRange::years(2022, 2022),
        dated: true,
        with_us: true,
        ..Question::on(&workspace.network, Language::French, Day::last_of(2026))
    };
    let with_us = gather("network", &question);
    assert_eq!(with_us.facts["actors"], 2);
}

#[test]
fn a_filtered_annual_report_counts_what_the_map_counts_and_publishes_nothing() {
    let workspace = example();
    for (territory, theme) in [
        (Some("dunkerque"), None),
        (None, Some("production-locale")),
        (Some("metropole-lilloise"), Some("commande-publique")),
    ] {
        let question = filtered(&workspace, territory, theme);
        let annual = gather("annual", &question);
        let map = gather("map", &question);
        let figures = annual.facts["figures"].as_array().expect("figures");
        let dynamics = figures.iter().find(|figure| figure["id"] == "dynamics");
        let counted = dynamics.map_or(
            &serde_json::Value::Null,
            |figure| &figure["now"]["recorded"],
        );
        assert_eq!(*counted, map.facts["recorded"], "{territory:?} {theme:?}");
        for figure in figures {
            assert!(figure["now"]["published"].is_null(), "{figure}");
        }
        let filter = map.title.rsplit(" · ").next().expect("a filter");
        assert!(annual.title.ends_with(filter), "{}", annual.title);
        // The network's own resources and its foreword are those of the whole network.
        assert_eq!(annual.facts["means"]["network"], serde_json::json!([]));
        assert!(
            annual
                .sections
                .iter()
                .all(|section| section.id != "avant-propos")
        );
    }
}

#[test]
fn a_published_figure_of_one_year_bears_that_year_in_a_report_on_several() {
    let workspace = workspace_of(&PUBLISHED);
    let question = Question {
        asked: DateRange::years(2019, 2021),
        dated: true,
        ..Question::on(&workspace.network, Language::French, Day::last_of(2026))
    };
    assert_says(&gather("annual", &question), &["au moins\u{a0}80, 2020"]);
}

#[test]
fn authorities_are_neither_the_state_nor_public_establishments() {
    let dynamic = "name = \"D\"\ntheme = \"production-locale\"\nnetwork_role = \"appui\"\nseen = \
        [2020]\n[partners]\nccas = \"partenaire\"\nville = \"porteur\"\netat = \"financeur\"\n";
    let actor = |kind: &str| format!("name = \"A\"\nkind = \"{kind}\"\n");
    let (ccas, town, state) = (
        actor("etablissement-public"),
        actor("commune"),
        actor("organisme-public"),
    );
    let workspace = workspace_of(&[
        ("territories/lens/territory.toml", LENS),
        ("territories/lens/dynamics/d.toml", dynamic),
        ("territories/lens/actors/ccas.toml", &ccas),
        ("territories/lens/actors/ville.toml", &town),
        ("territories/lens/actors/etat.toml", &state),
    ]);
    assert_eq!(count(&workspace, "authorities", 2020), 1);
}

pub fn count(workspace: &Workspace, figure: &str, year: u16) -> u64 {
    let figure = CountableFigure::of(figure).expect("a countable figure");
    let asked = DateRange::years(year, year);
    figure.count(&workspace.network, asked, CountFilter::default())
}
