//! TOML is built from the parser's events; the `toml` crate's own reading is the oracle, which gives
//! the same tree or refuses the same texts.

use apes::demo::{InventedWorkspace, Plan, SyntaxChoice};
use apes::documents::{self, Node, Reading, ScalarForm, Syntax, Value};
use apes::language::Language;
use apes::sources::{Source, Span};
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use walkdir::WalkDir;

use crate::golden::at_root;

/// Asserts that our tree is the library's.
fn compare(text: &str) {
    let source = Source::new("record.toml", text.to_owned());
    let reading = Reading {
        source: &source,
        syntax: Syntax::Toml,
        language: Language::English,
    };
    let (tree, findings) = documents::read(&reading);
    let (table, errors) = DeTable::parse_recoverable(text);
    if findings
        .iter()
        .any(|finding| ["merge-conflict", "beyond-limit"].contains(&&*finding.name))
    {
        return;
    }
    assert_eq!(tree.is_some(), errors.is_empty(), "{errors:?} in\n{text}");
    let Some(tree) = tree else { return };
    same_table(&tree.value, table.get_ref(), text);
}

fn same(node: &Node, value: &Spanned<DeValue>, text: &str) {
    assert_eq!(node.span, Span::from(value.span()), "{node:?} in\n{text}");
    let (form, written) = match (value.get_ref(), &node.value) {
        (DeValue::Table(table), found) => return same_table(found, table, text),
        (DeValue::Array(items), Value::List(found)) => {
            assert_eq!(items.len(), found.len(), "{found:?} in\n{text}");
            return found
                .iter()
                .zip(items.iter())
                .for_each(|(node, item)| same(node, item, text));
        }
        (DeValue::Datetime(date), found) if date.time.is_some() => {
            return assert_eq!(*found, Value::Nothing, "in\n{text}");
        }
        (DeValue::String(text), _) => (ScalarForm::Text, text.to_string()),
        (DeValue::Float(float), _) => (ScalarForm::Float, float.as_str().to_owned()),
        (DeValue::Boolean(boolean), _) => (ScalarForm::Boolean, boolean.to_string()),
        (DeValue::Datetime(_), _) => (ScalarForm::Date, source_of(value, text)),
        (DeValue::Integer(integer), _) => {
            let read = i64::from_str_radix(integer.as_str(), integer.radix());
            if integer.as_str().is_empty() {
                // The library finds `0x` wrong only when the number is asked for.
                return assert_eq!(node.value, Value::Nothing, "in\n{text}");
            }
            (
                ScalarForm::Integer,
                read.map_or(integer.as_str().to_owned(), |number| number.to_string()),
            )
        }
        (DeValue::Array(_), found) => panic!("{found:?} is no list in\n{text}"),
    };
    assert_eq!(
        node.value,
        Value::Scalar(form, written.into()),
        "in\n{text}"
    );
}

fn source_of(value: &Spanned<DeValue>, text: &str) -> String {
    text[value.span()].to_owned()
}

fn same_table(found: &Value, table: &DeTable, text: &str) {
    let Value::Table(entries) = found else {
        panic!("{found:?} is no table in\n{text}")
    };
    let mut wanted: Vec<_> = table.iter().collect();
    wanted.sort_by_key(|(key, _)| key.span().start);
    assert_eq!(entries.len(), wanted.len(), "{entries:?} in\n{text}");
    for (entry, (key, value)) in entries.iter().zip(wanted) {
        assert_eq!(
            (&*entry.key, entry.key_span),
            (&**key.get_ref(), Span::from(key.span())),
            "in\n{text}"
        );
        same(&entry.node, value, text);
    }
}

/// A text with a line left out, given twice, or put before the one above it.
fn slips(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let changed = |at: usize| {
        let (mut without, mut twice, mut swapped) = (lines.clone(), lines.clone(), lines.clone());
        without.remove(at);
        twice.insert(at, lines[at]);
        swapped.swap(at, at.saturating_sub(1));
        [without.concat(), twice.concat(), swapped.concat()]
    };
    (0..lines.len().min(60)).flat_map(changed).collect()
}

#[test]
fn every_record_of_the_repository_is_read_as_the_library_reads_it_slips_included() {
    let mut seen = 0;
    for folder in [
        "territories",
        "examples",
        "schemas",
        "tests/checks",
        "tests/documents",
    ] {
        for entry in WalkDir::new(at_root(folder))
            .into_iter()
            .filter_map(Result::ok)
        {
            let is_toml = entry
                .path()
                .extension()
                .is_some_and(|ending| ending == "toml");
            let Ok(text) = std::fs::read_to_string(entry.path()) else {
                continue;
            };
            if is_toml {
                compare(&text);
                for slip in slips(&text) {
                    compare(&slip);
                }
                seen += 1;
            }
        }
    }
    assert!(seen > 300, "only {seen} records were compared");
}

#[test]
fn invented_records_are_read_as_the_library_reads_them() {
    let plan = Plan {
        records: 300,
        seed: 7,
        syntax: SyntaxChoice::Toml,
        defects: 20,
    };
    for file in InventedWorkspace::invent(plan)
        .iter()
        .flat_map(InventedWorkspace::files)
    {
        compare(&file.text);
    }
}

#[test]
fn headings_in_every_order_make_the_same_tables() {
    const PIECES: [&str; 32] = [
        "a = 1\n",
        "a.b = 1\n",
        "a.b.c = 1\n",
        "b.c . d = 1\nb.e = 2\n",
        "b = { c.d = 1, c.e = 2 }\n",
        "b = { c = {}, c.d = 1 }\n",
        "c = [{ a.b = 1 }, { a = 1, a.b = 2 }]\n",
        "\"é\\u00e9\" = 'x'\n",
        "b = { c = 1, d = [1, 0x1f, 1_000, -3.5e2, inf] }\n",
        "b = { c = 1, c = 2 }\n",
        "c = [{ a = \"\" }, { a = \"\"\"\nx\"\"\" }]\n",
        "d = 2024-02-29\n",
        "d = 2023-02-29\n",
        "d = 07:30:00\n",
        "d = 2024-02-29T07:30:00Z\n",
        "d = \"a \\\"quoted\\\" \\q text\"\n",
        "d = 99999999999999999999\n",
        "d = 0x\n",
        "= 1\n",
        "a. = 1\n",
        "d = \"tab\there\" # and a comment\r\n",
        "[a]\n",
        "[a.b]\n",
        "[a.b.c]\n",
        "[[a]]\n",
        "[[a.b]]\n",
        "[b.c]\n",
        "[[a.b.c]]\n",
        "[a.b.c.d]\n",
        "[\"a\" . b]\n",
        "[c]\n",
        "[[c]] # \u{7f}\n",
    ];
    for (one, other) in PIECES
        .iter()
        .flat_map(|one| PIECES.iter().map(move |other| (one, other)))
    {
        compare(&format!("{one}{other}"));
        for third in PIECES {
            compare(&format!("{one}{other}{third}"));
            compare(&format!("{one}x = true\n{other}y = 1\n{third}z = []\n"));
        }
    }
}

#[test]
fn dotted_keys_and_headings_make_the_same_tables_in_every_order() {
    const PIECES: [&str; 11] = [
        "a.x = 1\n",
        "a.b.x = 1\n",
        "b.x = 1\n",
        "b.c.x = 1\n",
        "b.c.d.x = 1\n",
        "[a]\n",
        "[a.b]\n",
        "[a.b.c]\n",
        "[a.b.c.d]\n",
        "[[a.b]]\n",
        "[[a.b.c]]\n",
    ];
    for number in 0..PIECES.len().pow(5) {
        let pieces = (0..5u32).map(|place| PIECES[number / PIECES.len().pow(place) % PIECES.len()]);
        compare(&pieces.collect::<String>());
    }
}

#[test]
fn tables_and_paths_of_any_depth_are_read_or_refused_as_the_library_does() {
    for depth in [
        1, 30, 31, 32, 33, 62, 63, 64, 65, 66, 78, 79, 80, 81, 82, 200,
    ] {
        let path = vec!["a"; depth].join(".");
        compare(&format!("{path} = 1\n"));
        compare(&format!("[{path}]\nb = 1\n"));
        compare(&format!("[[{path}]]\nb = 1\n"));
        compare(&format!("b = {}{}\n", "[".repeat(depth), "]".repeat(depth)));
        let (open, close) = ("{ a = ".repeat(depth), " }".repeat(depth));
        compare(&format!("b = {open}1{close}\n"));
    }
}
