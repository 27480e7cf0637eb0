//! Figures in reports: with the scope, the certainty and the completeness that they have.

mod figures;
mod inference;
mod sequels;

use apes::calendar::{DateRange, Day};
use apes::language::Language;
use apes::records::{TerritoryId, ThemeId};
use apes::sources::Folder;
use apes::views::VIEWS;
use apes::views::view::{Facts, Question};
use apes::workspace::{self, Workspace};

use crate::golden::at_root;
use crate::workspace::with;

const SETTINGS: (&str, &str) = (
    "apes.toml",
    "format = 1\nname = \"R\"\nlanguage = \"fr\"\nterritory = \"region\"\nactor = \"nous\"\n",
);
pub const REGION: (&str, &str) = (
    "territories/region/territory.toml",
    "name = \"Région\"\nkind = \"region\"\ncode = \"32\"\n",
);
pub const US: (&str, &str) = (
    "territories/region/actors/nous.toml",
    "name = \"Nous\"\nkind = \"reseau\"\n",
);
pub const LENS: &str = "name = \"Lens\"\nkind = \"commune\"\ncode = \"62498\"\n";

/// A workspace of a region, its network, and some files more.
pub fn workspace_of(files: &[(&str, &str)]) -> Workspace {
    let all: Vec<(&str, &str)> = [SETTINGS, REGION, US]
        .into_iter()
        .chain(files.iter().copied())
        .collect();
    let root = with(&all);
    workspace::load(&Folder::at(&root), None, Language::French)
}

pub fn gather(report: &str, question: &Question) -> Facts {
    let view = VIEWS.iter().find(|view| view.name == report);
    (view.expect("a report").gather)(question)
}

/// A report on a year, its facts apart.
pub fn of_year(workspace: &Workspace, report: &str, language: Language, year: u16) -> Facts {
    let today = Day::last_of(2026);
    let question = Question {
        asked: DateRange::years(year, year),
        dated: true,
        ..Question::on(&workspace.network, language, today)
    };
    gather(report, &question)
}

/// All that a reader of a report sees, as one text.
pub fn read(facts: &Facts) -> String {
    let shown = Facts {
        facts: serde_json::Value::Null,
        ..facts.clone()
    };
    serde_json::to_string(&shown).expect("facts as JSON")
}

pub fn assert_says(facts: &Facts, words: &[&str]) {
    let text = read(facts);
    for words in words {
        assert!(text.contains(words), "not said: {words}\n{text}");
    }
}

pub fn assert_is_silent_on(facts: &Facts, words: &[&str]) {
    let text = read(facts);
    for words in words {
        assert!(!text.contains(words), "said: {words}\n{text}");
    }
}

/// The example region.
pub fn example() -> Workspace {
    let root = at_root("examples/hauts-de-demain");
    workspace::load(&Folder::at(&root), None, Language::French)
}

/// A question of a year to the example region, under a filter.
pub fn filtered<'n>(
    workspace: &'n Workspace,
    territory: Option<&str>,
    theme: Option<&str>,
) -> Question<'n> {
    Question {
        asked: DateRange::years(2024, 2024),
        dated: true,
        territory: territory.map(TerritoryId::from),
        theme: theme.map(ThemeId::from),
        ..Question::on(&workspace.network, Language::French, Day::last_of(2026))
    }
}
