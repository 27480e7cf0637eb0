//! The canonical form: reached in one step, with all comments, and the same for every order.

use apes::edits::formatted;
use apes::sources::Source;

use super::random::{Random, record_sources};

#[test]
fn every_record_of_the_project_reaches_its_form_in_one_step() {
    let sources = record_sources();
    assert!(sources.len() > 400, "{} records", sources.len());
    for source in sources {
        let kind = kind_of(&source.path);
        let once = formatted(&source, kind).unwrap_or_else(|refusal| {
            panic!("{}: {refusal:?}", source.path);
        });
        let again = Source::new(&source.path, once.clone());
        assert_eq!(
            formatted(&again, kind).as_ref(),
            Ok(&once),
            "{}",
            source.path
        );
    }
}

fn kind_of(path: &str) -> &'static str {
    for (part, kind) in [
        ("/actors/", "actor"),
        ("/dynamics/", "dynamic"),
        ("/published/", "published"),
        ("/territory.", "territory"),
    ] {
        if path.contains(part) {
            return kind;
        }
    }
    "sources"
}

const TOML: &str = "\
#:schema ../actor.json
# of the record

# of the name
name = \"Café\"
theme = \"a\"   # behind
seen = [
    2023,   # inside
]

# of the partners
[partners]
b = \"x\"
a = \"y\"

# behind the partners

[years.2023]
days = 1

[years.2024]
days = 2
";

#[test]
fn keys_and_tables_take_the_order_of_the_schema() {
    let mixed = "\
#:schema ../actor.json
# of the record

seen = [
    2023,   # inside
]
  theme=\"a\"   # behind
# of the name
name   =   \"Café\"
[years.2023]
days = 1


[years.2024]
days = 2
# of the partners
[partners]

b = \"x\"
a = \"y\"

# behind the partners";
    let source = Source::new("x.toml", mixed.to_owned());
    let found = formatted(&source, "dynamic").expect("a form");
    assert_eq!(found, TOML);
    let windows = Source::new("x.toml", mixed.replace('\n', "\r\n"));
    assert_eq!(
        formatted(&windows, "dynamic").expect("a form"),
        found.replace('\n', "\r\n")
    );
}

#[test]
fn the_form_does_not_depend_on_the_order_of_lines() {
    let mut random = Random(7);
    let lines = [
        "name = \"x\"",
        "theme = \"a\"",
        "seen = [2023]",
        "form = \"b\"",
        "notes = \"c\"",
    ];
    let wanted = lines.join("\n") + "\n";
    for _ in 0..20 {
        let mut left = lines.to_vec();
        let mut mixed = String::new();
        while !left.is_empty() {
            mixed += left.remove(random.below(left.len()));
            mixed.push('\n');
        }
        let source = Source::new("x.toml", mixed.clone());
        assert_eq!(
            formatted(&source, "dynamic").as_ref(),
            Ok(&wanted),
            "{mixed}"
        );
        let source = Source::new("x.yaml", mixed.replace(" =", ":"));
        assert_eq!(
            formatted(&source, "dynamic"),
            Ok(wanted.replace(" =", ":")),
            "{mixed}"
        );
    }
}
