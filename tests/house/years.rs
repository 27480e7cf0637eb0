//! Which year a report speaks of where nobody says: the last complete one that the records tell of.

use apes::calendar::Day;
use apes::language::Language;
use apes::sources::Folder;
use apes::views::VIEWS;
use apes::views::view::{Facts, Question};
use apes::workspace;

use crate::workspace::with;

const SETTINGS: (&str, &str) = ("apes.toml", "format = 1\nname = \"R\"\n");

fn actor(years: &str) -> String {
    format!("name = \"A\"\nkind = \"association\"\n{years}")
}

/// The scope of a report about an actor that says so, asked on a day by nobody's choice of dates.
fn asked_on(name: &str, years: &str, today: Day) -> Facts {
    let actor = actor(years);
    let root = with(&[
        SETTINGS,
        (
            "territories/lens/territory.toml",
            "name = \"Lens\"\nkind = \"commune\"\ncode = \"62498\"\n",
        ),
        ("territories/lens/actors/a.toml", &actor),
    ]);
    let workspace = workspace::load(
        &Folder::at(&root),
        Some(Language::English),
        Language::English,
    );
    let view = VIEWS
        .iter()
        .find(|view| view.name == name)
        .expect("a report");
    (view.gather)(&Question::on(&workspace.network, Language::English, today))
}

const NOVEMBER: Day = Day {
    year: 2026,
    month: 11,
    day: 22,
};
const JANUARY: Day = Day {
    year: 2027,
    month: 1,
    day: 9,
};

#[test]
fn a_yearly_report_that_nobody_dates_speaks_of_the_last_complete_year_that_is_told() {
    let told = "[years.2024]\nnote = \"a\"\n[years.2025.resources]\nventes = { actual = 1 \
        }\n[years.2026]\nnote = \"b\"\n[years.\"2020..2022\".results]\nemplois = { value = 2 }\n";
    let cases = [
        (
            "annual",
            NOVEMBER,
            "Period: 2025",
            "Year by default: 2025, the last complete one, covered by the records",
        ),
        (
            "annual",
            JANUARY,
            "Period: 2026",
            "Year by default: 2026, the last complete one, covered by the records",
        ),
        (
            "economy",
            JANUARY,
            "Period: 2025",
            "Year by default: 2025, the last complete one covered by the records (nothing is \
                recorded of 2026)",
        ),
        (
            "funder",
            NOVEMBER,
            "Period: 2025",
            "Year by default: 2025, the last complete one, covered by the records",
        ),
    ];
    for (name, today, period, sentence) in cases {
        let scope = asked_on(name, told, today).scope;
        assert!(
            scope[0].starts_with(period) && scope[1].starts_with(sentence),
            "{name}: {scope:?}"
        );
    }
    let scope = asked_on("annual", "", JANUARY).scope;
    assert!(
        scope[0].starts_with("Period: 2026")
            && scope[1] == "Year by default: 2026, the last complete one; `--year` chooses another",
        "{scope:?}"
    );
}

#[test]
fn a_year_that_somebody_chose_is_no_default() {
    let root = with(&[SETTINGS]);
    let workspace = workspace::load(
        &Folder::at(&root),
        Some(Language::English),
        Language::English,
    );
    for view in VIEWS {
        let asked = apes::calendar::DateRange::years(2026, 2026);
        let question = Question {
            asked,
            dated: true,
            ..Question::on(&workspace.network, Language::English, NOVEMBER)
        };
        let scope = (view.gather)(&question).scope.join("\n");
        assert!(!scope.contains("by default"), "{}: {scope}", view.name);
    }
}
