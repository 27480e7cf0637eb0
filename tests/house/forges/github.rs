//! Annotations of GitHub, read as its runner reads the commands of a log.

use super::{findings, roots};
use crate::commands::apes;
use crate::workspace::{folder, write};

/// A command of a log: its name, its properties, its message.
struct Command {
    name: String,
    properties: Vec<(String, String)>,
    message: String,
}

impl Command {
    fn property(&self, name: &str) -> Option<&str> {
        let found = self.properties.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// Reads a line as the runner does: `::name key=value,key=value::message`, with its escapes.
fn command(line: &str) -> Option<Command> {
    let rest = line.trim_start().strip_prefix("::")?;
    let (head, message) = rest.split_once("::")?;
    let (name, properties) = head.split_once(' ').unwrap_or((head, ""));
    let properties = properties
        .split(',')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (key, value) = pair.split_once('=').expect("a property");
            (
                key.to_owned(),
                decoded(value).replace("%3A", ":").replace("%2C", ","),
            )
        })
        .collect();
    Some(Command {
        name: name.to_owned(),
        properties,
        message: decoded(message),
    })
}

fn decoded(text: &str) -> String {
    text.replace("%0D", "\r")
        .replace("%0A", "\n")
        .replace("%25", "%")
}

fn commands(log: &str) -> Vec<Command> {
    log.lines().filter_map(command).collect()
}

#[test]
fn annotations_are_commands_at_lines_of_files() {
    for root in roots() {
        let log = findings(&root, "github");
        for command in commands(&log) {
            assert!(
                ["error", "warning", "notice"].contains(&&*command.name),
                "{root}: {}",
                command.name
            );
            assert!(!command.message.is_empty(), "{root}");
            if command.property("title") == Some("apes validate") {
                continue;
            }
            let number = |key: &str| command.property(key).and_then(|text| text.parse().ok());
            let (line, end): (Option<usize>, Option<usize>) = (number("line"), number("endLine"));
            assert!(
                line >= Some(1) && end >= line,
                "{root}: {line:?} to {end:?}"
            );
            let (column, last) = (number("col"), number("endColumn"));
            assert_eq!(
                column.is_some(),
                line == end,
                "columns are for one line only"
            );
            assert!(last >= column, "{root}");
        }
    }
}

/// A workspace with many faults of each severity, some hostile.
fn faulty(count: usize) -> std::path::PathBuf {
    let root = folder();
    write(
        &root,
        "apes.toml",
        b"format = 1\nname = \"R\"\nlanguage = \"fr\"\n",
    );
    let territory = "name = \"Lens\"\nkind = \"commune\"\ncode = \"62498\"\n";
    write(
        &root,
        "territories/lens/territory.toml",
        territory.as_bytes(),
    );
    for index in 0..count {
        let path = format!("territories/lens/actors/a{index}.toml");
        let text = format!("name = \"A{index}\"\nkind = \"##[error]::stop-commands::x{index}\"\n");
        write(&root, &path, text.as_bytes());
    }
    root
}

#[test]
fn a_step_has_ten_annotations_of_a_kind_and_one_that_sums_the_rest() {
    let root = faulty(25);
    let root = root.to_str().expect("a path");
    let output = apes(&[
        "validate", "--root", root, "--format", "github", "--level", "note",
    ]);
    let log = String::from_utf8(output.stdout).expect("UTF-8");
    let commands = commands(&log);
    let count = |name: &str| commands.iter().filter(|one| one.name == name).count();
    assert_eq!(count("error"), 10, "{log}");
    assert!(count("warning") <= 10 && count("notice") <= 10, "{log}");
    let sums: Vec<&Command> = commands
        .iter()
        .filter(|one| one.property("title") == Some("apes validate"))
        .collect();
    assert_eq!(sums.len(), 1, "{log}");
    assert!(
        sums[0].message.contains("15 erreurs"),
        "{}",
        sums[0].message
    );
    let listed = log
        .lines()
        .filter(|line| line.contains("erreur[unknown-word]"));
    assert_eq!(
        listed.count(),
        15,
        "those without annotation are in the log\n{log}"
    );
    assert!(
        log.lines()
            .filter(|line| command(line).is_none())
            .all(|line| !line.contains("##[")),
        "the runner would obey a record\n{log}"
    );
}
