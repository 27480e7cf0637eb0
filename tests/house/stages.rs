//! One question, all its printers: which stage is reached, since when and for how long.

use std::process::Command;

use apes::calendar::{DateRange, Day, PartialDate};
use apes::language::Language;
use apes::network::{DynamicRecord, Network, TerritoryRecord};
use apes::records::{List, Reached};
use apes::sources::Folder;
use apes::views::VIEWS;
use apes::views::view::{Atlas, Colouring, Figure, MapFigure, MapOptions, Question};
use apes::workspace;
use serde_json::Value;

use crate::golden::at_root;
use crate::workspace::TODAY;

/// A workspace in which a stage is lost and reached again, and a territory is followed no more.
const WORKSPACE: &str = "tests/stages";

/// The stage of the territory that went back, by the end of each year: the one before the loss,
/// the one lost, the one reached again.
const REACHED: [(u16, &str, &str); 3] = [
    (2018, "mise-en-reseau", "2018"),
    (2020, "ouverture", "2019"),
    (2023, "mise-en-reseau", "2022"),
];

fn network() -> Network {
    let folder = Folder::at(&at_root(WORKSPACE));
    workspace::load(&folder, Some(Language::French), Language::French).network
}

/// What the program writes about the workspace at the end of a year.
fn apes(words: &[&str], year: Option<u16>) -> String {
    let day = year.map(|year| format!("{year}-12-31"));
    let output = Command::new(env!("CARGO_BIN_EXE_apes"))
        .args(words)
        .args(day.iter().flat_map(|day| ["--at", day]))
        .args(["--lang", "fr"])
        .current_dir(at_root(WORKSPACE))
        .env_clear()
        .env("COLUMNS", "160")
        .env("GIT_DIR", "none")
        .env("SOURCE_DATE_EPOCH", "1795305600")
        .output()
        .expect("the program runs");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn json(words: &[&str], year: u16) -> Value {
    let words = [words, &["--format", "json"]].concat();
    serde_json::from_str(&apes(&words, Some(year))).expect("JSON")
}

/// The row of a record in a list of facts.
fn fact<'f>(facts: &'f Value, id: &str) -> &'f Value {
    let rows = facts.as_array().expect("rows");
    let row = rows.iter().find(|row| row["id"] == id);
    row.unwrap_or_else(|| panic!("{id} is not among {facts}"))
}

/// The id of the stage that bears a name, long or short, in any case.
fn stage_named(network: &Network, name: &str) -> String {
    let name = name.to_lowercase();
    let stages = network.vocabulary.list(List::Stages).iter();
    let mut named = stages.filter(|(_, word)| {
        let (long, short) = (
            word.label(Language::French),
            word.short_label(Language::French),
        );
        [long, short]
            .iter()
            .any(|label| label.to_lowercase() == name)
    });
    let (id, _) = named.next().unwrap_or_else(|| panic!("no stage: {name}"));
    id.clone()
}

/// The id of the stage of a number, from 1.
fn stage_numbered(network: &Network, number: &Value) -> String {
    let number = number.as_u64().expect("a number");
    let rank = usize::try_from(number).expect("a small number") - 1;
    network
        .vocabulary
        .list(List::Stages)
        .get_index(rank)
        .expect("a stage")
        .0
        .clone()
}

/// The stage in the plain table of a list: the only one that its line names.
fn stage_in_text(network: &Network, list: &str, id: &str) -> String {
    let line = list.lines().find(|line| line.contains(id)).expect("a line");
    let stages = network.vocabulary.list(List::Stages).iter();
    let short =
        |word: &apes::records::VocabularyWord| word.short_label(Language::French).to_owned();
    let mut named = stages.filter(|(_, word)| line.contains(&short(word)));
    named.next().expect("a stage").0.clone()
}

/// The last stage up to a year that the sheet of a record names: they come in order of time.
fn stage_shown(network: &Network, year: u16) -> String {
    let sheet = apes(&["show", "territory/bourg-revenu"], None);
    let lines = sheet.lines().map(str::trim);
    let from_stages = lines.skip_while(|line| !line.starts_with("étapes"));
    let dated = from_stages.filter_map(|line| {
        let (name, when) = line.trim_start_matches("étapes").trim().rsplit_once(' ')?;
        Some((name, when.parse::<u16>().ok()?))
    });
    let reached = dated.take_while(|(_, when)| *when <= year);
    stage_named(network, reached.last().expect("a stage").0)
}

/// The map of a year as figures: one alone, or all that the page turns through.
fn figures(network: &Network, year: u16, colour: Colouring, every_year: bool) -> Vec<Figure> {
    let question = Question {
        asked: DateRange::years(year, year),
        dated: true,
        every_year,
        map_options: MapOptions {
            colour,
            ..MapOptions::default()
        },
        ..Question::on(network, Language::French, TODAY)
    };
    let map = VIEWS.iter().find(|view| view.name == "map");
    (map.expect("the map").gather)(&question).figures
}

/// The kind of the one symbol of a map that tells stages apart.
fn stage_on_map(network: &Network, year: u16) -> String {
    let figures = figures(network, year, Colouring::Stage, false);
    let map: MapFigure = figures
        .into_iter()
        .find_map(|figure| match figure {
            Figure::Map(map) => Some(*map),
            _ => None,
        })
        .expect("a map");
    let symbols = map.clusters.iter().flat_map(|cluster| &cluster.symbols);
    let kinds: Vec<usize> = symbols.map(|symbol| symbol.theme).collect();
    assert_eq!(kinds.len(), 1);
    map.themes[kinds[0]].id.clone()
}

/// The stage of the one dynamic on the page that turns from year to year.
fn stage_in_atlas(network: &Network, year: u16) -> String {
    let atlas: Atlas = figures(network, year, Colouring::Theme, true)
        .into_iter()
        .find_map(|figure| match figure {
            Figure::Atlas(atlas) => Some(*atlas),
            _ => None,
        })
        .expect("an atlas");
    let name = year.to_string();
    let period = atlas.periods.iter().find(|period| period.name == name);
    let [(_, stage)] = period.expect("the year").dynamics[..] else {
        panic!("one dynamic");
    };
    atlas.stages[stage.expect("a stage")].0.clone()
}

/// What a criterion that nothing keeps shows of a record: stage, beginning, duration.
fn seen_by_criterion(criterion: &str, file: &str, year: u16) -> [String; 3] {
    let found = json(&["validate"], year);
    let findings = found["findings"].as_array().expect("findings");
    let finding = findings
        .iter()
        .find(|finding| finding["name"] == criterion && finding["place"]["file"] == file)
        .unwrap_or_else(|| panic!("{criterion} of {file} in {year}: {found}"));
    let label = finding["label"].as_str().expect("a label");
    let parts: Vec<&str> = label.split(" | ").collect();
    [parts[0], parts[1], parts[2]].map(str::to_owned)
}

/// The stage in the column of a list as JSON.
fn stage_in_list(network: &Network, kind: &str, id: &str, year: u16) -> String {
    let list = json(&["list", kind], year);
    let stage = &fact(&list["records"], id)["stage"];
    let stage = stage.as_str().expect("a stage").to_owned();
    assert!(network.vocabulary.word(List::Stages, &stage).is_some());
    stage
}

fn stage_labelled(network: &Network, label: &Value) -> String {
    stage_named(network, label.as_str().expect("a stage"))
}

/// The line of a territory in the template of the workspace: id, stage, since when, years.
fn template_line(id: &str, year: u16) -> Vec<String> {
    let text = apes(&["report", "--template", "templates/stages.md"], Some(year));
    let line = text.lines().find(|line| line.starts_with(id));
    let columns = line.expect("a line").split(" | ");
    columns.map(str::to_owned).collect()
}

/// Every printer of lists and sheets, with the stage that it gives.
fn stages_in_lists(network: &Network, year: u16) -> [(&'static str, String); 5] {
    let text = |kind| apes(&["list", kind], Some(year));
    [
        (
            "list territories",
            stage_in_list(network, "territories", "bourg-revenu", year),
        ),
        (
            "list dynamics",
            stage_in_list(network, "dynamics", "epicerie", year),
        ),
        (
            "list territories, as text",
            stage_in_text(network, &text("territories"), "bourg-revenu"),
        ),
        (
            "list dynamics, as text",
            stage_in_text(network, &text("dynamics"), "epicerie"),
        ),
        ("show", stage_shown(network, year)),
    ]
}

/// Every report that says where the territory is, with the stage that it gives and since when, if
/// it says so.
fn stages_in_reports(network: &Network, year: u16) -> [(&'static str, String, Option<String>); 4] {
    let process = json(&["report", "process"], year);
    let of_process = fact(&process["facts"]["territories"], "bourg-revenu");
    let annual = json(&["report", "annual"], year);
    let of_annual = &fact(&annual["facts"]["territories"], "bourg-revenu")["way"];
    let sheet = json(
        &["report", "territory", "--territory", "agglomeration"],
        year,
    );
    let of_sheet = fact(&sheet["facts"]["inside"], "bourg-revenu");
    let since = |fact: &Value| fact["since"].as_str().map(str::to_owned);
    let line = template_line("bourg-revenu", year);
    let number: u64 = line[1].parse().expect("a number");
    [
        (
            "process",
            stage_numbered(network, &of_process["stands_at"]),
            since(of_process),
        ),
        (
            "annual",
            stage_labelled(network, &of_annual["stands_at"]),
            since(of_annual),
        ),
        (
            "territory",
            stage_labelled(network, &of_sheet["stage"]),
            None,
        ),
        (
            "template",
            stage_numbered(network, &number.into()),
            Some(line[2].clone()),
        ),
    ]
}

#[test]
fn every_printer_gives_the_stage_reached_last_by_the_day_asked() {
    let network = network();
    for (year, stage, since) in REACHED {
        for (printer, answer) in stages_in_lists(&network, year) {
            assert_eq!(answer, stage, "{printer}, {year}");
        }
        for (printer, answer, answer_since) in stages_in_reports(&network, year) {
            assert_eq!(answer, stage, "{printer}, {year}");
            assert!(
                answer_since.is_none_or(|answer| answer == since),
                "{printer}, {year}"
            );
        }
        assert_eq!(stage_on_map(&network, year), stage, "map, {year}");
        assert_eq!(stage_in_atlas(&network, year), stage, "atlas, {year}");
        for (criterion, file) in [
            ("territory-seen", "territories/bourg-revenu/territory.toml"),
            (
                "dynamic-seen",
                "territories/bourg-revenu/dynamics/epicerie.toml",
            ),
        ] {
            let [answer, ..] = seen_by_criterion(criterion, file, year);
            assert_eq!(stage_named(&network, &answer), stage, "{criterion}, {year}");
        }
    }
}

#[test]
fn a_territory_that_is_followed_no_more_has_taken_as_long_as_it_was_followed() {
    for year in [2019, 2024] {
        let process = json(&["report", "process"], year);
        let fact = fact(&process["facts"]["territories"], "bourg-quitte");
        assert_eq!(fact["years"], 3, "process, {year}");
        let line = template_line("bourg-quitte", year);
        assert_eq!(line[1..], ["1", "2016", "3"], "template, {year}");
        let file = "territories/bourg-quitte/territory.toml";
        let [_, started, duration] = seen_by_criterion("territory-seen", file, year);
        assert_eq!((&*started, &*duration), ("2016", "3"), "criterion, {year}");
    }
}

fn date(text: &str) -> PartialDate {
    PartialDate::parse(text).expect("a date")
}

fn territory(stages: &[(&str, &[&str])], followed: &[(&str, &str)]) -> TerritoryRecord {
    let mut record = TerritoryRecord::default();
    let reached = |dates: &[&str]| Reached {
        reached: dates.iter().map(|text| date(text)).collect(),
        ..Reached::default()
    };
    let stages = stages
        .iter()
        .map(|(id, dates)| ((*id).into(), reached(dates)));
    record.body.stages = stages.collect();
    for (from, to) in followed {
        record.body.followed.0.push(apes::calendar::Period {
            from: Some(date(from)),
            to: Some(*to).filter(|to| !to.is_empty()).map(date),
            seen: Vec::new(),
        });
    }
    record
}

const DAY: Day = Day {
    year: 2026,
    month: 6,
    day: 30,
};

#[test]
fn where_partial_dates_leave_the_order_open_the_later_stage_of_the_process_is_reached() {
    let network = network();
    for (networking, opening_up, reached) in [
        // The month lies in the year: nobody knows which came first.
        ("2021-05", "2021", "ouverture"),
        ("2021", "2021-05", "ouverture"),
        ("2021", "2021", "ouverture"),
        // The month lies after the other: that is certain.
        ("2021-06", "2021-05", "mise-en-reseau"),
        ("2022", "2021-05", "mise-en-reseau"),
    ] {
        let stages: [(&str, &[&str]); 2] = [
            ("mise-en-reseau", &[networking]),
            ("ouverture", &[opening_up]),
        ];
        let record = territory(&stages, &[]);
        let progress = network.territory_progress(&record, DAY);
        let current = progress.current().expect("a stage");
        assert_eq!(current.id, reached, "{networking}, {opening_up}");
    }
}

#[test]
fn what_is_to_come_is_not_reached_and_a_return_to_come_is_not_followed() {
    let network = network();
    let stages: [(&str, &[&str]); 2] = [("sensibilisation", &["2016"]), ("eclosion", &["2027"])];
    let record = territory(&stages, &[("2016", "2019"), ("2030", "")]);
    let progress = network.territory_progress(&record, DAY);
    assert_eq!(
        progress.current().map(|stage| stage.id),
        Some("sensibilisation")
    );
    assert_eq!((progress.is_active, progress.years()), (false, Some(3)));
    let day_before = network.territory_progress(&record, Day::last_of(2015));
    assert!(day_before.current().is_none() && day_before.years().is_none());
}

#[test]
fn the_first_emancipation_ends_the_process_however_often_it_is_reached() {
    let network = network();
    let stages: [(&str, &[&str]); 2] = [
        ("sensibilisation", &["2016"]),
        ("emancipation", &["2020", "2024"]),
    ];
    let record = territory(&stages, &[("2016", "")]);
    let progress = network.territory_progress(&record, DAY);
    assert_eq!(
        (progress.emancipated(), progress.years()),
        (Some(date("2020")), Some(4))
    );
}

#[test]
fn a_dynamic_lasts_until_it_is_last_seen() {
    let network = network();
    let mut record = DynamicRecord::default();
    (record.body.from, record.body.seen) = (Some(date("2015")), vec![2018]);
    let progress = network.dynamic_progress(&record, DAY);
    assert_eq!((progress.is_active, progress.years()), (false, Some(3)));
    record.body.seen.clear();
    let progress = network.dynamic_progress(&record, DAY);
    assert_eq!((progress.is_active, progress.years()), (true, Some(11)));
}
