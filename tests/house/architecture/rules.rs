//! The house holds its own law: who may import whom, how long a file may be, what may be done
//! where.

use std::collections::BTreeMap;

use regex::Regex;

use super::source_file::{SourceFile, is_at_or_below, room, source_files};
use crate::golden::{at_root, text_of};

/// Why readers of documents name single hints.
const READERS: &str = "a reader reports the one hint whose slip it has met";

/// Members that other rooms or siblings use by name, and why.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("documents/schema/", "documents/hints", READERS),
    ("documents/toml/", "documents/hints", READERS),
    ("documents/yaml.rs", "documents/hints", READERS),
    (
        "commands/list.rs",
        "views/list",
        "a verb of its own, not a report",
    ),
    (
        "commands/find.rs",
        "views/find",
        "a verb of its own, not a report",
    ),
    (
        "commands/words.rs",
        "views/words",
        "a verb of its own, not a report",
    ),
    (
        "commands/code.rs",
        "views/code",
        "a verb of its own, not a report",
    ),
    (
        "commands/duplicates.rs",
        "views/duplicates",
        "a verb of its own, not a report",
    ),
    (
        "commands/show.rs",
        "views/show",
        "a verb of its own, not a report",
    ),
    (
        "commands/shared/named_record.rs",
        "views/show",
        "verbs that change a record find it as `show` does",
    ),
    (
        "commands/reconcile/",
        "views/reconcile",
        "a verb of its own, not a report",
    ),
    (
        "commands/charter/",
        "views/charter_tools",
        "a verb of its own, not a report",
    ),
    (
        "checks/unknown_check.rs",
        "checks/mod",
        "it asks the list itself",
    ),
    (
        "checks/editor_schemas.rs",
        "checks/mod",
        "the names of checks are words of a schema",
    ),
    (
        "checks/unknown_official_code.rs",
        "checks/unknown_territory",
        "both draw the line between a code and an id",
    ),
];

/// Families: the folder, its contract, and what its members share besides.
const FAMILIES: [(&str, &[&str]); 4] = [
    (
        "checks",
        &["check", "criteria", "editor_schemas", "example_run"],
    ),
    ("views", &["view", "parts"]),
    ("commands", &["shared"]),
    ("documents/hints", &["hint"]),
];

/// Lines of the longest file of `src/`.
const SOURCE_LINES: usize = 400;

/// Lines of the longest file of tests, which may hold long tables of cases.
const TEST_LINES: usize = 550;

/// The table of ARCHITECTURE.md: each room with its floor and what it may import.
fn floors() -> BTreeMap<String, (u8, Vec<String>)> {
    let page = text_of("ARCHITECTURE.md");
    let words = |cell: &str| {
        cell.split('`')
            .skip(1)
            .step_by(2)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let mut floors = BTreeMap::new();
    for line in page.lines().filter(|line| line.starts_with("| ")) {
        let cells: Vec<&str> = line.split('|').collect();
        if let (Some(Ok(floor)), Some(room), Some(may)) = (
            cells.get(1).map(|cell| cell.trim().parse()),
            cells.get(2),
            cells.get(4),
        ) {
            floors.insert(words(room).concat(), (floor, words(may)));
        }
    }
    floors
}

#[test]
fn rooms_import_only_what_architecture_grants() {
    let floors = floors();
    assert!(
        floors.len() > 10,
        "the table of ARCHITECTURE.md was not found"
    );
    for (room, (floor, may)) in &floors {
        for other in may {
            assert!(
                floors[other].0 < *floor,
                "{room} (floor {floor}) may not stand above {other}"
            );
        }
    }
    let mut wrong = Vec::new();
    for file in source_files().iter().filter(|file| file.path != "lib.rs") {
        let own = room(&file.path);
        let (_, may) = floors
            .get(own)
            .unwrap_or_else(|| panic!("ARCHITECTURE.md has no room `{own}`"));
        for import in imports_of(file) {
            let other = room(&import);
            let known =
                other == own || !floors.contains_key(other) || may.iter().any(|one| one == other);
            if !known {
                wrong.push(format!(
                    "{} imports `{import}`, which {own} may not",
                    file.path
                ));
            }
        }
    }
    none(&wrong);
}

#[test]
fn renderers_see_no_view_but_the_contract() {
    for file in source_files()
        .iter()
        .filter(|file| room(&file.path) == "renderers")
    {
        for import in imports_of(file)
            .iter()
            .filter(|import| room(import) == "views")
        {
            assert!(
                import.starts_with("views/view/"),
                "{} imports `{import}`",
                file.path
            );
        }
    }
}

#[test]
fn members_of_a_family_know_their_contract_only() {
    let mut wrong = Vec::new();
    for (family, shared) in FAMILIES {
        let members: Vec<String> = source_files()
            .iter()
            .filter_map(|file| {
                let inside = file
                    .path
                    .strip_prefix(&format!("{family}/"))?
                    .strip_suffix(".rs")?;
                Some(inside.split('/').next()?.to_owned())
            })
            .filter(|name| name != "mod" && !shared.contains(&name.as_str()))
            .collect();
        for file in source_files()
            .iter()
            .filter(|file| file.path != format!("{family}/mod.rs"))
        {
            for import in &imports_of(file) {
                let Some(member) = members
                    .iter()
                    .find(|member| is_at_or_below(import, &format!("{family}/{member}")))
                else {
                    continue;
                };
                let member = format!("{family}/{member}");
                let its_own = file
                    .path
                    .strip_prefix(&member)
                    .is_some_and(|rest| rest == ".rs" || rest.starts_with('/'));
                if !its_own && !excepted(&file.path, &member) {
                    wrong.push(format!(
                        "{} imports `{import}`: only the list knows members",
                        file.path
                    ));
                }
            }
        }
    }
    none(&wrong);
}

/// The paths that a file names.
fn imports_of(file: &SourceFile) -> Vec<String> {
    file.imports()
        .into_iter()
        .map(|import| import.path)
        .collect()
}

fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn excepted(path: &str, member: &str) -> bool {
    EXCEPTIONS
        .iter()
        .any(|(from, to, _)| path.starts_with(from) && member.starts_with(to))
}

#[test]
fn members_do_not_ask_the_list() {
    let named = Regex::new(r"pub (?:const|fn) (\w+)").expect("a pattern");
    for (family, _) in FAMILIES.iter().filter(|(family, _)| *family != "commands") {
        let list = text_of(&format!("src/{family}/mod.rs"));
        let owned: Vec<String> = named
            .captures_iter(&list)
            .map(|captures| format!("{family}/{}", &captures[1]))
            .collect();
        let inside = |file: &&SourceFile| {
            file.path.starts_with(&format!("{family}/")) && !file.path.ends_with("mod.rs")
        };
        for file in source_files().iter().filter(inside) {
            for import in imports_of(file) {
                let asked =
                    owned.contains(&import) && !excepted(&file.path, &format!("{family}/mod"));
                assert!(!asked, "{} imports `{import}` from the list", file.path);
            }
        }
    }
}

#[test]
fn files_are_short() {
    let mut wrong = Vec::new();
    for file in source_files() {
        let lines = file.text.lines().count();
        if lines > SOURCE_LINES {
            wrong.push(format!(
                "src/{} has {lines} lines: split it by idea",
                file.path
            ));
        }
    }
    let tests = walkdir::WalkDir::new(at_root("tests/house"));
    for entry in tests.into_iter().filter_map(Result::ok) {
        // A folder reads as an empty text.
        let text = std::fs::read_to_string(entry.path()).unwrap_or_default();
        let lines = text.lines().count();
        if lines > TEST_LINES {
            wrong.push(format!("{} has {lines} lines", entry.path().display()));
        }
    }
    none(&wrong);
    let lines = text_of("ARCHITECTURE.md").lines().count();
    assert!(
        lines <= 130,
        "ARCHITECTURE.md has {lines} lines, 130 at most"
    );
}

/// Columns of the longest line of code, strings and comments included.
const COLUMNS: usize = 100;

#[test]
fn lines_are_short() {
    let mut wrong = Vec::new();
    for file in source_files() {
        for (index, line) in file.text.lines().enumerate() {
            if line.chars().count() > COLUMNS {
                wrong.push(format!("src/{}:{}", file.path, index + 1));
            }
        }
    }
    none(&wrong);
}

/// Closures bound to a name, in a hundred functions.
const CLOSURES: usize = 6;

#[test]
fn functions_are_written_out() {
    let function = Regex::new(r"\bfn\s+\w+").expect("a pattern");
    let closure = Regex::new(r"\blet\s+(?:mut\s+)?\w+\s*=\s*(?:move\s+)?\|").expect("a pattern");
    let (mut functions, mut closures) = (0, 0);
    for file in source_files() {
        functions += function.find_iter(&file.code).count();
        closures += closure.find_iter(&file.code).count();
    }
    assert!(functions > 1000, "{functions} functions were found");
    assert!(
        closures * 100 <= functions * CLOSURES,
        "{closures} closures bound to a name in {functions} functions: write functions"
    );
}

#[test]
fn each_file_says_in_one_sentence_what_it_is_for() {
    let mut wrong = Vec::new();
    for file in source_files() {
        let said: Vec<&str> = file
            .text
            .lines()
            .map_while(|line| line.strip_prefix("//! "))
            .collect();
        let said = said.join(" ");
        let first = said.split_inclusive(['.', '?']).next().unwrap_or_default();
        if first.is_empty() {
            wrong.push(format!("{} does not say what it is for", file.path));
        }
        if first.matches(" and ").count() > 1 {
            wrong.push(format!(
                "{}: « {first} » says and … and: split the file",
                file.path
            ));
        }
    }
    none(&wrong);
}

/// What may be done in some rooms only: a pattern of code, the paths where it may stand.
const PLACES: [(&str, &[&str]); 5] = [
    (
        r"\bSerialize\b",
        &["views/", "renderers/", "commands/demo.rs"],
    ),
    (
        r"\bDeserialize\b",
        &[
            "calendar/",
            "language/",
            "records/",
            "charter/",
            "documents/deserialize.rs",
            "geography/outline.rs",
            "workspace/batch.rs",
            "workspace/shared_files.rs",
            "checks/example_run.rs",
        ],
    ),
    (
        r"\be?print(ln)?!|\bstdout\(|\bstderr\(",
        &["commands/", "main.rs"],
    ),
    (
        r"\bfs::|\bstd::fs\b|\bFile::|\bWalkDir\b",
        &["sources/", "commands/shared/files/", "commands/demo.rs"],
    ),
    (r"\banyhow\b", &["main.rs", "commands/", "renderers/"]),
];

#[test]
fn each_thing_is_done_in_its_place() {
    let mut wrong = Vec::new();
    for (pattern, places) in PLACES {
        let pattern = Regex::new(pattern).expect("a pattern");
        for file in source_files()
            .iter()
            .filter(|file| !places.iter().any(|place| file.path.starts_with(place)))
        {
            if let Some(found) = pattern.find(&file.code) {
                wrong.push(format!(
                    "{}: `{}` belongs in {places:?}",
                    file.path,
                    found.as_str()
                ));
            }
        }
    }
    none(&wrong);
}

#[test]
fn order_never_depends_on_chance() {
    for file in source_files() {
        assert!(
            !file.code.contains("HashMap") && !file.code.contains("HashSet"),
            "{}: use a BTreeMap",
            file.path
        );
    }
}

#[test]
fn no_test_file_is_forgotten() {
    for entry in walkdir::WalkDir::new(at_root("tests/house"))
        .into_iter()
        .filter_map(Result::ok)
    {
        let path = entry.path();
        if !entry.file_type().is_file() || path.extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let (name, folder) = (
            path.file_stem().unwrap_or_default().to_string_lossy(),
            path.parent().expect("a folder"),
        );
        let (list, module) = match &*name {
            "main" => continue,
            "mod" => (
                folder.parent().expect("a folder"),
                folder.file_name().unwrap_or_default().to_string_lossy(),
            ),
            _ => (folder, name),
        };
        let lists = ["main.rs", "mod.rs"].map(|list_name| list.join(list_name));
        let text: String = lists
            .iter()
            .filter_map(|list| std::fs::read_to_string(list).ok())
            .collect();
        assert!(
            text.contains(&format!("mod {module};")),
            "{} is in no list of modules",
            path.display()
        );
    }
}

/// Folders and files that people read.
const READ_BY_PEOPLE: [&str; 12] = [
    "src",
    "docs",
    "schemas",
    "tests/house",
    ".ci",
    "README.md",
    "README.fr.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "Cargo.toml",
    "apes.toml",
];

#[test]
fn nothing_tells_of_one_machine_or_of_its_tools() {
    let machine =
        Regex::new(r"/home/\w|/root/|/work/|/tmp/|/Users/\w|[A-Z]:\\\\").expect("a pattern");
    let tools = [
        "cla.ude",
        "chat.gpt",
        "co.pilot",
        "anth.ropic",
        "open.ai",
        "gem.ini",
    ]
    .map(|name| name.replace('.', ""));
    for path in READ_BY_PEOPLE
        .iter()
        .flat_map(|path| walkdir::WalkDir::new(at_root(path)))
    {
        let Ok(path) = path.map(walkdir::DirEntry::into_path) else {
            continue;
        };
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        if path.ends_with("architecture/rules.rs") {
            continue;
        }
        assert!(
            !machine.is_match(&text),
            "{}: {:?}",
            path.display(),
            machine.find(&text)
        );
        let text = text.to_lowercase();
        let named = tools.iter().find(|name| text.contains(*name));
        assert_eq!(named, None, "{}", path.display());
    }
}
