//! How edits are laid out: as people write records.

use apes::diagnostic::Route;
use apes::edits::{Change, NewValue, edit_all};
use apes::route;
use apes::sources::Source;

fn text(text: &str) -> NewValue {
    NewValue::Text(text.to_owned())
}

fn number(text: &str) -> NewValue {
    NewValue::Number(text.to_owned())
}

fn set(route: Route, value: NewValue) -> Change {
    Change::Set(route, value)
}

/// Asserts what changes make of a text, with either line break.
fn assert_edited(path: &str, before: &str, changes: &[Change], after: &str) {
    for newline in ["\n", "\r\n"] {
        let source = Source::new(path, before.replace('\n', newline));
        let edited = edit_all(&source, changes).expect("changes that can be made");
        assert_eq!(edited.replace("\r\n", "\n"), after, "{path} {changes:?}");
        assert_eq!(edited, after.replace('\n', newline), "{path} {changes:?}");
    }
}

const TOML: &str = "\
#:schema actor
# who they are
name = 'Le Cade'      # as in the register
sources = [
    \"bilan-2024\", # page 3
    \"carte\",
]

# whom they work with
[partners]
apes = \"appui\"
# the town
ville = { role = \"porteur\", from = 2020 }

[[levers]]
kind = \"confiance\"
";

fn toml_changes() -> Vec<Change> {
    vec![
        set(route!["name"], text("Le CADE")),
        set(route!["theme"], text("alimentation")),
        set(route!["partners", "tilt"], text("appui")),
        set(route!["partners", "ville", "to"], number("2024")),
        set(route!["partners", "école", "role"], text("porteur")),
        set(
            route!["purpose", "needs"],
            NewValue::List(vec![text("se nourrir")]),
        ),
        set(
            route!["summary"],
            NewValue::Table(vec![("fr".to_owned(), text("Un café"))]),
        ),
        Change::Append(route!["sources"], text("site")),
        Change::Remove(route!["sources", 0]),
        Change::Remove(route!["partners", "apes"]),
        Change::RenameKey(route!["partners", "ville"], "ville-de-guise".to_owned()),
        Change::Append(
            route!["levers"],
            NewValue::Table(vec![("kind".to_owned(), text("temps"))]),
        ),
    ]
}

#[test]
fn toml_is_edited_as_people_write_it() {
    assert_edited(
        "a.toml",
        TOML,
        &toml_changes(),
        "\
#:schema actor
# who they are
name = 'Le CADE'      # as in the register
sources = [
    \"carte\",
    \"site\",
]
theme = \"alimentation\"
summary = { fr = \"Un café\" }

# whom they work with
[partners]
# the town
ville-de-guise = { role = \"porteur\", from = 2020, to = 2024 }
tilt = \"appui\"
\"école\" = { role = \"porteur\" }

[[levers]]
kind = \"confiance\"

[[levers]]
kind = \"temps\"

[purpose]
needs = [\"se nourrir\"]
",
    );
}

const YAML: &str = "\
# who they are
name: \"Le Cade\"      # as in the register
kind: association
sources:
  - bilan-2024 # page 3
  - carte

# whom they work with
partners:
  apes: appui
  # the town
  ville: { role: porteur, from: 2020 }

levers:
  - kind: confiance
    year: 2020
";

#[test]
fn yaml_is_edited_as_people_write_it() {
    let mut changes = toml_changes();
    changes.push(Change::Remove(route!["levers", 0, "kind"]));
    changes.push(set(route!["kind"], text("commune")));
    assert_edited(
        "a.yaml",
        YAML,
        &changes,
        "\
# who they are
name: \"Le CADE\"      # as in the register
kind: commune
sources:
  - carte
  - site

# whom they work with
partners:
  # the town
  ville-de-guise: { role: porteur, from: 2020, to: 2024 }
  tilt: appui
  \"école\": { role: porteur }

levers:
  - year: 2020
  - { kind: temps }
theme: alimentation

purpose:
  needs: [\"se nourrir\"]
summary: { fr: \"Un café\" }
",
    );
}

/// Asserts what a change makes of a TOML text.
fn assert_changed(cases: Vec<(&str, Change, &str)>) {
    for (before, change, after) in cases {
        let source = Source::new("a.toml", before.to_owned());
        let edited = apes::edits::edit(&source, &change).expect("a change that can be made");
        assert_eq!(edited, after, "{before:?} {change:?}");
    }
}

#[test]
fn headings_and_dotted_keys_are_followed() {
    assert_changed(vec![
        (
            "[years.2024]\ndays = 1\n\n[years.2024.results]\nx = 2\n",
            Change::RenameKey(route!["years", "2024"], "2025".to_owned()),
            "[years.2025]\ndays = 1\n\n[years.2025.results]\nx = 2\n",
        ),
        (
            "a.b = 1\na.c = 2\nd = 3\n",
            set(route!["a", "e"], number("4")),
            "a.b = 1\na.c = 2\na.e = 4\nd = 3\n",
        ),
        (
            "a.b = 1\na.c = 2\nd = 3\n",
            Change::RenameKey(route!["a"], "z".to_owned()),
            "z.b = 1\nz.c = 2\nd = 3\n",
        ),
        (
            "a.b = 1\na.c = 2\nd = 3\n",
            Change::Remove(route!["a"]),
            "d = 3\n",
        ),
        (
            "name = \"x\"\n\n[a.b]\nc = 1\n\n# kept\n[d]\ne = 1\n",
            Change::Remove(route!["a"]),
            "name = \"x\"\n\n# kept\n[d]\ne = 1\n",
        ),
    ]);
}

#[test]
fn brackets_and_ends_of_files_are_followed() {
    assert_changed(vec![
        (
            "a = []\n",
            Change::Append(route!["a"], number("1")),
            "a = [1]\n",
        ),
        (
            "a = {}\n",
            set(route!["a", "b"], number("1")),
            "a = { b = 1 }\n",
        ),
        (
            "a = [1, 2, 3]\n",
            Change::Remove(route!["a", 1]),
            "a = [1, 3]\n",
        ),
        (
            "a = [1, 2, 3]\n",
            Change::Remove(route!["a", 2]),
            "a = [1, 2]\n",
        ),
        ("a = [1]\n", Change::Remove(route!["a", 0]), "a = []\n"),
        ("", set(route!["name"], text("x")), "name = \"x\"\n"),
        ("a = 1", set(route!["b"], number("2")), "a = 1\nb = 2\n"),
    ]);
}
