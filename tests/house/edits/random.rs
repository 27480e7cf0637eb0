//! Ten thousand random edits over all records of the project: each value is read back as it was
//! given, the rest of the tree is the same, and no byte changed outside the place of the edit.

use apes::diagnostic::{At, Route, RouteStep};
use apes::documents::{Node, Reading, ScalarForm, Syntax, Value, read};
use apes::edits::{Change, NewValue, Refusal, edit};
use apes::language::Language;
use apes::sources::{Source, Span};
use serde_json::{Value as Json, json};

use crate::golden::at_root;

const EDITS: usize = 10_000;

/// A sequence of numbers, the same in each run.
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, limit: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % limit as u64).expect("a small number")
    }

    fn choose<'a, T>(&mut self, among: &'a [T]) -> &'a T {
        &among[self.below(among.len())]
    }
}

/// The texts of the records of both workspaces, as they are.
pub fn record_sources() -> Vec<Source> {
    let is_record =
        |source: &Source| source.path.contains("/territories/") && !source.path.contains("/tests/");
    sources().into_iter().filter(is_record).collect()
}

/// The texts of all records and fixtures that can be read: as they are, with the line breaks of
/// Windows, and without a line break at the end.
fn sources() -> Vec<Source> {
    let mut sources = Vec::new();
    for folder in [
        "territories",
        "examples",
        "schemas",
        "tests/checks",
        "tests/documents",
    ] {
        for entry in walkdir::WalkDir::new(at_root(folder)).sort_by_file_name() {
            let path = entry.expect("a readable folder").into_path();
            let name = path.to_string_lossy().into_owned();
            if Syntax::of(&name).is_none() {
                continue;
            }
            let source = Source::from_bytes(&name, std::fs::read(&path).expect("a text"));
            if source.foreign.is_some() || tree(&source).is_none() {
                continue;
            }
            match sources.len() % 8 {
                3 => sources.push(Source::new(&name, source.text.replace('\n', "\r\n"))),
                5 => sources.push(Source::new(&name, source.text.trim_end().to_owned())),
                _ => sources.push(source),
            }
        }
    }
    sources
}

fn tree(source: &Source) -> Option<Node<'_>> {
    read(&Reading {
        source,
        syntax: Syntax::of(&source.path).expect("a record"),
        language: Language::English,
    })
    .0
}

/// What a tree says, without spans and without the form of unquoted texts.
fn said(node: &Node) -> Json {
    match &node.value {
        Value::Scalar(ScalarForm::Text, text) => json!({ "text": text }),
        Value::Scalar(_, text) => json!({ "bare": text }),
        Value::List(items) => items.iter().map(said).collect(),
        Value::Table(entries) => Json::Object(
            entries
                .iter()
                .map(|entry| (entry.key.clone().into_owned(), said(&entry.node)))
                .collect(),
        ),
        Value::Nothing => Json::Null,
    }
}

/// What a written value says, where words may be unquoted.
fn meant(value: &NewValue) -> Json {
    match value {
        NewValue::Text(text) => json!({ "text": text }),
        NewValue::Number(text) | NewValue::Date(text) => json!({ "bare": text }),
        NewValue::Boolean(value) => json!({ "bare": value.to_string() }),
        NewValue::List(items) => items.iter().map(meant).collect(),
        NewValue::Table(entries) => Json::Object(
            entries
                .iter()
                .map(|(key, value)| (key.clone(), meant(value)))
                .collect(),
        ),
    }
}

/// A value with unquoted words and dates of YAML taken for quoted texts, as its core schema does.
fn without_forms(value: Json) -> Json {
    match value {
        Json::Object(table) if table.len() == 1 && table.contains_key("bare") => {
            let text = table["bare"].as_str().unwrap_or_default();
            let is_word = text.starts_with(|first: char| first.is_ascii_lowercase())
                && !matches!(text, "true" | "false");
            let is_date = text.get(4..5) == Some("-") && text.starts_with(['1', '2']);
            if is_word || is_date {
                json!({ "text": text })
            } else {
                Json::Object(table)
            }
        }
        Json::Object(table) => table
            .into_iter()
            .map(|(key, value)| (key, without_forms(value)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        Json::Array(items) => items.into_iter().map(without_forms).collect(),
        other => other,
    }
}

/// A value without empty tables: one that only headings imply is gone with the last of them.
fn pruned(value: Json) -> Json {
    match value {
        Json::Object(table) => table
            .into_iter()
            .map(|(key, value)| (key, pruned(value)))
            .filter(|(_, value)| *value != json!({}))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        Json::Array(items) => items.into_iter().map(pruned).collect(),
        other => other,
    }
}

/// Every place of a tree.
fn routes<'n, 't>(node: &'n Node<'t>, here: &Route, found: &mut Vec<(Route, &'n Node<'t>)>) {
    match &node.value {
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                let route = here.then(index);
                found.push((route.clone(), item));
                routes(item, &route, found);
            }
        }
        Value::Table(entries) => {
            for entry in entries {
                let route = here.then(&*entry.key);
                found.push((route.clone(), &entry.node));
                routes(&entry.node, &route, found);
            }
        }
        _ => {}
    }
}

const TEXTS: [&str; 12] = [
    "appui",
    "transition-ecologique",
    "Café « du coin »",
    "l'atelier",
    "a \"b\" \\ c",
    "deux\nlignes",
    "02361",
    "true",
    "12: 30 # pas un commentaire",
    "",
    " espaces ",
    "2024-03",
];

fn scalar(random: &mut Random) -> NewValue {
    match random.below(6) {
        0 => NewValue::Number(random.below(3000).to_string()),
        1 => NewValue::Number(format!("-{}.5", random.below(50))),
        2 => NewValue::Boolean(random.below(2) == 0),
        3 => NewValue::Date(format!(
            "20{:02}-0{}-12",
            random.below(30),
            1 + random.below(9)
        )),
        _ => NewValue::Text((*random.choose(&TEXTS)).to_owned()),
    }
}

fn value(random: &mut Random) -> NewValue {
    match random.below(5) {
        0 => NewValue::List((0..random.below(4)).map(|_| scalar(random)).collect()),
        1 => NewValue::Table(
            ["fr", "role", "clé à part"][..=random.below(3)]
                .iter()
                .map(|key| ((*key).to_owned(), scalar(random)))
                .collect(),
        ),
        _ => scalar(random),
    }
}

const NEW_KEYS: [&str; 4] = ["tilt-2", "2031", "clé neuve", "zz.z"];

/// A change somewhere in a tree.
fn change(tree: &Node, random: &mut Random) -> Option<Change> {
    let mut places = vec![(Route::default(), tree)];
    routes(tree, &Route::default(), &mut places);
    let (route, node) = random.choose(&places).clone();
    let is_root = route.0.is_empty();
    Some(match (random.below(5), &node.value) {
        (0 | 1, Value::Table(_)) => {
            let mut route = route;
            for _ in 0..=random.below(3) {
                route = route.then(*random.choose(&NEW_KEYS));
            }
            Change::Set(route, value(random))
        }
        (0 | 1, Value::List(_)) => Change::Append(route, value(random)),
        (0..=2, Value::Scalar(..)) => Change::Set(route, value(random)),
        (3, _) if !is_root => Change::Remove(route),
        (4, _) if matches!(route.0.last(), Some(RouteStep::Key(_))) => {
            Change::RenameKey(route, (*random.choose(&NEW_KEYS)).to_owned())
        }
        _ => return None,
    })
}

/// What the tree says after a change.
fn after(mut before: Json, change: &Change) -> Option<Json> {
    let (last, above) = change.route().0.split_last()?;
    let mut here = &mut before;
    for step in above {
        here = match step {
            RouteStep::Key(key) => here
                .as_object_mut()?
                .entry(key.to_string())
                .or_insert_with(|| json!({})),
            RouteStep::Item(index) => here.as_array_mut()?.get_mut(*index)?,
        };
    }
    match (change, last) {
        (Change::Set(_, value), RouteStep::Key(key)) => here[&**key] = meant(value),
        (Change::Set(_, value), RouteStep::Item(index)) => here[*index] = meant(value),
        (Change::Remove(_), RouteStep::Key(key)) => {
            here.as_object_mut()?.remove(&**key);
        }
        (Change::Remove(_), RouteStep::Item(index)) => {
            here.as_array_mut()?.remove(*index);
        }
        (Change::RenameKey(_, name), RouteStep::Key(key)) => {
            let value = here.as_object_mut()?.remove(&**key)?;
            here[name] = value;
        }
        (Change::Append(_, value), RouteStep::Key(key)) => {
            here[&**key].as_array_mut()?.push(meant(value));
        }
        (Change::Append(_, value), RouteStep::Item(index)) => {
            here[*index].as_array_mut()?.push(meant(value));
        }
        _ => return None,
    }
    Some(before)
}

/// The bytes that are gone: those between what both texts have at the beginning and at the end.
fn gone(before: &str, after: &str) -> Span {
    let (before, after) = (before.as_bytes(), after.as_bytes());
    let prefix = before.iter().zip(after).take_while(|(a, b)| a == b).count();
    let rest = before[prefix..]
        .iter()
        .rev()
        .zip(after[prefix..].iter().rev());
    let suffix = rest.take_while(|(a, b)| a == b).count();
    Span::new(prefix, before.len() - suffix)
}

/// The first and the last byte of a place and all that is inside it, keys and headings included.
fn extent(tree: &Node, route: &Route) -> Span {
    let mut here = tree;
    let mut key = None;
    for step in &route.0 {
        here = match (step, &here.value) {
            (RouteStep::Key(name), _) => {
                let entry = here.entry(name).expect("a key of the tree");
                key = Some(entry.key_span.start);
                &entry.node
            }
            (RouteStep::Item(index), Value::List(items)) => {
                key = None;
                &items[*index]
            }
            _ => panic!("no place of the tree"),
        };
    }
    let mut span = here.span;
    widen(here, &mut span);
    Span::new(span.start.min(key.unwrap_or(span.start)), span.end)
}

fn widen(node: &Node, span: &mut Span) {
    span.start = span.start.min(node.span.start);
    span.end = span.end.max(node.span.end);
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| widen(item, span)),
        Value::Table(entries) => entries.iter().for_each(|entry| {
            span.start = span.start.min(entry.key_span.start);
            span.end = span.end.max(entry.key_span.end);
            widen(&entry.node, span);
        }),
        _ => {}
    }
}

/// The bytes that may be gone: for a new value none but spaces, for one that is replaced or renamed
/// its own, for one that is removed its lines, or the commas and spaces around it.
fn permitted(text: &str, tree: &Node, change: &Change) -> Option<Span> {
    let route = change.route();
    let is_new = match change {
        Change::Append(..) => true,
        Change::Set(..) => !tree.resolve(&At::Value(route.clone())).1,
        _ => false,
    };
    if is_new {
        return None;
    }
    let place = extent(tree, route);
    if !matches!(change, Change::Remove(_)) {
        return Some(place);
    }
    let line = text[..place.start].rfind('\n').map_or(0, |end| end + 1);
    let start = if text[line..place.start].contains('#') {
        place.start
    } else {
        line
    };
    let blank = text[..start]
        .trim_end_matches([' ', '\t', '\r', '\n', ',', ':', '-'])
        .len();
    let end = text[place.end..]
        .find('\n')
        .map_or(text.len(), |end| place.end + end + 1);
    // The next key of an item takes the place of the first, behind the dash.
    let is_behind_dash = text[line..place.start].trim() == "-";
    let indented = text[end..].len() - text[end..].trim_start_matches(' ').len();
    Some(Span::new(
        blank,
        if is_behind_dash { end + indented } else { end },
    ))
}

/// Whether no byte is gone outside the place of a change.
fn is_rest_unchanged(text: &str, edited: &str, permitted: Option<Span>) -> bool {
    let Some(place) = permitted else {
        let gone = gone(text, edited);
        return text[gone.start..gone.end].trim().is_empty();
    };
    let (before, after) = (&text[..place.start], &text[place.end..]);
    edited.len() >= before.len() + after.len()
        && edited.starts_with(before)
        && edited.ends_with(after)
}

/// What is wrong with an edit; `None` if it is as it should be.
fn fault(source: &Source, tree: &Node, change: &Change, edited: String) -> Option<String> {
    let again = Source::new(&source.path, edited);
    let fault = match self::tree(&again) {
        None => "broke the text",
        Some(read) => {
            let wanted = after(said(tree), change).expect("a change that can be made");
            let has_breaks = source.text.contains("\r\n");
            let is_mixed = has_breaks && again.text.replace("\r\n", "").contains('\n')
                || !has_breaks && again.text.contains('\r');
            if pruned(without_forms(said(&read))) != pruned(without_forms(wanted)) {
                "says something else"
            } else if !is_rest_unchanged(
                &source.text,
                &again.text,
                permitted(&source.text, tree, change),
            ) {
                "changed other bytes"
            } else if is_mixed {
                "mixed line breaks"
            } else {
                return None;
            }
        }
    };
    let gone = gone(&source.text, &again.text);
    let grown = again.text.len() + (gone.end - gone.start) - source.text.len();
    Some(format!(
        "{}: {change:?} {fault}: {:?} became {:?}",
        source.path,
        &source.text[gone.start..gone.end],
        again
            .text
            .get(gone.start..gone.start + grown)
            .unwrap_or("…")
    ))
}

#[test]
fn random_edits_change_what_is_asked_and_nothing_else() {
    let sources = sources();
    assert!(sources.len() > 800, "{} texts", sources.len());
    let mut random = Random(13);
    let (mut made, mut refused, mut faults) = (0, Vec::new(), Vec::new());
    while made + refused.len() < EDITS {
        let source = random.choose(&sources);
        let tree = tree(source).expect("a tree");
        let Some(change) = change(&tree, &mut random) else {
            continue;
        };
        match edit(source, &change) {
            Ok(edited) => {
                made += 1;
                faults.extend(fault(source, &tree, &change, edited));
            }
            Err(Refusal::Taken(_)) => {}
            Err(refusal) => {
                refused.push(format!("{} {change:?}: {refusal:?}", source.path));
            }
        }
    }
    let shown = |list: &[String]| list.iter().take(20).cloned().collect::<Vec<_>>().join("\n");
    assert!(faults.is_empty(), "{}:\n{}", faults.len(), shown(&faults));
    // Below headings in double brackets only tables can be added.
    assert!(
        refused.len() * 1000 <= EDITS,
        "{} edits were refused, as:\n{}",
        refused.len(),
        shown(&refused)
    );
}
