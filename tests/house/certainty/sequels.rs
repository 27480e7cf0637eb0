//! Ends and sequels: a last trace is no end, a written end is one, what is to come is not there yet.

use apes::calendar::{DateRange, Day};
use apes::charter::expression::{evaluate, parse};
use apes::language::Language;
use apes::network::counting::growth::growth;
use apes::network::values::RecordView;
use apes::views::view::Question;
use apes::workspace::Workspace;

use super::figures::count;
use super::{
    LENS, assert_is_silent_on, assert_says, example, filtered, gather, of_year, read, workspace_of,
};

/// Three territories: seen, with a written end, never followed.
fn territories() -> Workspace {
    let territory = |name: &str, rest: &str| {
        format!("name = \"{name}\"\nkind = \"other\"\nwithin = \"region\"\n{rest}")
    };
    let stages = "[stages]\nsensibilisation = 2012\n";
    let seen = territory("Vu", &format!("followed = {{ seen = [2013] }}\n{stages}"));
    let ended = territory(
        "Clos",
        &format!("followed = {{ from = 2012, to = \"2014-06\" }}\n{stages}"),
    );
    let never = territory("Jamais", stages);
    workspace_of(&[
        ("territories/vu/territory.toml", &seen),
        ("territories/clos/territory.toml", &ended),
        ("territories/jamais/territory.toml", &never),
    ])
}

#[test]
fn a_last_year_seen_is_a_trace_and_only_a_written_end_is_an_end() {
    let workspace = territories();
    let french = of_year(&workspace, "process", Language::French, 2021);
    let said = [
        "dernière trace en 2013",
        "achevé\u{a0}: juin 2014",
        "2 territoires suivis",
        "rien ne peut en être dit",
        "Aucune émancipation n'est consignée",
    ];
    assert_says(&french, &said);
    assert_is_silent_on(&french, &["suivi arrêté", "comme d'ordinaire"]);
    let english = of_year(&workspace, "process", Language::English, 2021);
    assert_says(&english, &["last trace in 2013", "ended: June 2014"]);
}

#[test]
fn a_territory_that_was_never_followed_is_told_apart_and_counted_nowhere() {
    let facts = of_year(&territories(), "process", Language::French, 2021).facts;
    let names = |key: &str| -> Vec<&str> {
        let facts = facts[key].as_array().expect("territories");
        let names = facts.iter().map(|fact| fact["name"].as_str());
        names.map(|name| name.expect("a name")).collect()
    };
    assert_eq!(names("territories"), ["Clos", "Vu"]);
    assert_eq!(names("unfollowed"), ["Jamais"]);
    assert_eq!(facts["stages"][0]["territories"], 2);
    assert_eq!(facts["over"], 0);
}

#[test]
fn a_dynamic_that_was_only_seen_neither_begins_nor_ends() {
    let dynamic = |dates: &str| {
        format!("name = \"D\"\ntheme = \"production-locale\"\nnetwork_role = \"appui\"\n{dates}\n")
    };
    let (seen, written) = (dynamic("seen = [2020]"), dynamic("from = 2020\nto = 2020"));
    let workspace = workspace_of(&[
        ("territories/lens/territory.toml", LENS),
        ("territories/lens/dynamics/vue.toml", &seen),
        ("territories/lens/dynamics/ecrite.toml", &written),
    ]);
    let dynamics: Vec<_> = workspace.network.dynamics_that_count().collect();
    let [year] = growth(&dynamics, 2020..=2020)[..] else {
        panic!("one year");
    };
    let told = [year.began, year.appeared, year.ended, year.unattested];
    assert_eq!((year.active, told), (2, [1, 1, 1, 1]));
    let facts = of_year(&workspace, "theme", Language::French, 2020);
    assert_says(&facts, &["+ vues dès lors", "− plus vues ensuite"]);
}

#[test]
fn followed_territories_can_be_counted() {
    let workspace = territories();
    let counts = [2011, 2012, 2013, 2015].map(|year| count(&workspace, "territories", year));
    assert_eq!(counts, [0, 1, 2, 0]);
}

#[test]
fn freshness_of_a_year_is_that_of_its_last_day() {
    let workspace = example();
    let on = |asked: DateRange, today: Day| {
        let question = Question {
            asked,
            dated: true,
            ..Question::on(&workspace.network, Language::French, today)
        };
        let facts = gather("freshness", &question);
        (facts.title, facts.facts)
    };
    let last_day = DateRange {
        first: Day::last_of(2019),
        last: Day::last_of(2019),
    };
    let of_day = on(last_day, Day::last_of(2019));
    assert!(of_day.0.contains("31 décembre 2019"), "{}", of_day.0);
    let today = Day::last_of(2026);
    assert_eq!(on(DateRange::years(2019, 2019), today), of_day);
    assert_eq!(on(DateRange::years(2017, 2019), today), of_day);
}

#[test]
fn an_answer_that_refuses_is_no_agreement_and_answers_for_nothing() {
    let workspace = example();
    let question = Question {
        grant: Some(("dunkerque".to_owned(), "lieux-2024".to_owned())),
        ..filtered(&workspace, None, None)
    };
    let facts = gather("funder", &question);
    assert_says(&facts, &["refusé\u{a0}: 27 juin 2024"]);
    let grant = &facts.facts["grants"][0];
    for key in ["dynamics", "results", "means", "objectives"] {
        assert_eq!(grant[key], serde_json::json!([]), "{key}");
    }
}

#[test]
fn what_a_territory_received_is_no_account_of_its_agreement() {
    let workspace = example();
    let question = Question {
        grant: Some(("dunkerque".to_owned(), "quais-2022".to_owned())),
        ..filtered(&workspace, None, None)
    };
    let facts = gather("funder", &question);
    let grant = &facts.facts["grants"][0];
    assert!(grant["paid"].is_null(), "{}", grant["paid"]);
    assert_eq!(grant["paid_to_others"], 40_000.0);
    assert_says(&facts, &["ce n'est pas le compte de la convention"]);
}

#[test]
fn an_emancipation_or_an_end_is_the_sequel_of_a_deadline() {
    let workspace = example();
    let facts = gather("freshness", &filtered(&workspace, None, None));
    let text = read(&facts);
    for past in [
        "Vers l'autonomie du collectif",
        "Brasserie du Pont-de-Paille",
    ] {
        assert!(!text.contains(past), "{past} has a sequel");
    }
    assert!(text.contains("La Cantine du palier"), "{text}");
}

#[test]
fn a_stage_to_come_has_neither_a_year_nor_evidence_in_a_criterion() {
    let territory = format!(
        "{LENS}[stages]\nouverture = {{ reached = [\"2024-05\", 2027], evidence = \"E\" }}\n"
    );
    let workspace = workspace_of(&[("territories/lens/territory.toml", &territory)]);
    let record = workspace.network.territory("lens").expect("a territory");
    for (year, expected) in [(2023, false), (2024, true), (2027, true)] {
        let view = RecordView::territory(&workspace.network, record, Day::last_of(year));
        for asked in [
            "territory.reached('ouverture')",
            "territory.year_of('ouverture') == 2024",
            "territory.evidence('ouverture') == 'E'",
        ] {
            let node = parse(asked).expect("an expression");
            let is_true = evaluate(&node, &view.scope()).is_truthy();
            assert_eq!(is_true, expected, "{asked} at the end of {year}");
        }
    }
}
