//! Statements: the values of a record, one by one, under the names that `sourced` and `inferred`
//! use.
//!
//! The name of a statement is the path of keys to it, joined by dots. An item of a list is named by
//! its own text, or by its `kind`, `is` or `role`, or else by its number from 1: `theme`,
//! `partners.tilt`, `seen.2021`, `levers.tiers-lieu`.

use std::borrow::Cow;

use crate::diagnostic::Route;
use crate::documents::{Node, ScalarForm, Value, deserialize};
use crate::records::parts::sources::Citation;
use crate::sources::Cut;

/// Keys of a record about the record itself, which are not statements.
const ABOUT_THE_RECORD: [&str; 6] = [
    "sources",
    "sourced",
    "inferred",
    "waivers",
    "records",
    "translations",
];

/// Keys whose value names a row of a list, the first one that is present.
const NAMING_KEYS: [&str; 3] = ["kind", "is", "role"];

/// A value that a record states.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Name.
    pub name: String,
    /// Route to the value.
    pub route: Route,
    /// Text of the value.
    pub text: String,
    form: ScalarForm,
    /// Length in bytes of the prefix of `name` that names the row or list to which the value
    /// belongs.
    pub row: usize,
    /// Provenance that its row gives.
    pub provenance: Provenance,
}

impl Statement {
    /// Returns the name of the row or list to which the value belongs.
    #[must_use]
    pub fn row_name(&self) -> &str {
        self.name.before(self.row)
    }

    /// Returns what follows the name of the row in the name.
    #[must_use]
    pub fn name_in_row(&self) -> &str {
        self.name.behind(self.row)
    }

    /// Returns whether the value is a number.
    #[must_use]
    pub fn is_number(&self) -> bool {
        matches!(self.form, ScalarForm::Integer | ScalarForm::Float)
    }
}

/// The provenance of a row: the keys `source`, `sources` and `inferred` within it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Provenance {
    /// Sources.
    pub sources: Vec<Citation>,
    /// Whether the row is an interpretation of the author.
    pub inferred: bool,
    /// Length in bytes of the prefix of a statement's name that names the row with these keys.
    pub depth: usize,
}

/// Returns the statements of the tree of a record, in the order of the file.
#[must_use]
pub fn statements(tree: &Node) -> Vec<Statement> {
    let mut statements = Vec::new();
    let root = Position {
        name: String::new(),
        route: Route::default(),
        row: 0,
        provenance: Provenance::default(),
    };
    walk(tree, &root, &mut statements);
    statements
}

/// The position of a node in the tree.
#[derive(Clone)]
struct Position {
    name: String,
    route: Route,
    /// Length of the prefix of `name` that names the row, 0 outside rows.
    row: usize,
    provenance: Provenance,
}

impl Position {
    fn is_root(&self) -> bool {
        self.name.is_empty()
    }

    fn child(&self, name: &str, route: Route) -> Self {
        let name = if self.is_root() {
            name.to_owned()
        } else {
            format!("{}.{name}", self.name)
        };
        Self {
            name,
            route,
            row: self.row,
            provenance: self.provenance.clone(),
        }
    }
}

fn walk(node: &Node, position: &Position, statements: &mut Vec<Statement>) {
    match &node.value {
        Value::Nothing => {}
        Value::Scalar(form, text) => statements.push(Statement {
            name: position.name.clone(),
            route: position.route.clone(),
            text: text.clone().into_owned(),
            form: *form,
            row: if position.row == 0 {
                position.name.len()
            } else {
                position.row
            },
            provenance: position.provenance.clone(),
        }),
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                let mut child = position.child(&item_name(item, index), position.route.then(index));
                // Scalars are read together with the others of their list.
                if matches!(item.value, Value::Scalar(..)) && position.row == 0 {
                    child.row = position.name.len();
                }
                walk(item, &child, statements);
            }
        }
        Value::Table(_) => walk_table(node, position, statements),
    }
}

fn walk_table(table: &Node, position: &Position, statements: &mut Vec<Statement>) {
    let mut within = position.clone();
    if !position.is_root() {
        within.provenance = provenance_of(table, position);
    }
    if is_row(table, position) {
        within.row = position.name.len();
    }
    let Value::Table(entries) = &table.value else {
        return;
    };
    for entry in entries {
        if is_statement(&entry.key, position.is_root()) {
            let child = within.child(&entry.key, position.route.then(&*entry.key));
            walk(&entry.node, &child, statements);
        }
    }
}

/// Returns whether a key holds statements: at the root, all but those about the record itself; in a
/// row, all but those of its provenance.
pub(super) fn is_statement(key: &str, at_root: bool) -> bool {
    if at_root {
        !ABOUT_THE_RECORD.contains(&key)
    } else {
        !matches!(key, "source" | "sources" | "inferred")
    }
}

/// Returns the provenance that a row gives, or else that of the row around it.
fn provenance_of(row: &Node, position: &Position) -> Provenance {
    let sources: Vec<Citation> = read_key::<Citation>(row, "source")
        .into_iter()
        .chain(read_key::<Vec<Citation>>(row, "sources").unwrap_or_default())
        .collect();
    let inferred = read_key(row, "inferred").unwrap_or(false);
    if sources.is_empty() && !inferred {
        position.provenance.clone()
    } else {
        Provenance {
            sources,
            inferred,
            depth: position.name.len(),
        }
    }
}

/// Reads a key of a table. Returns `None` if it is missing or has another form, which the schema
/// has reported.
fn read_key<'n, T: serde::Deserialize<'n>>(table: &'n Node<'n>, key: &str) -> Option<T> {
    table
        .entry(key)
        .and_then(|entry| deserialize::read(&entry.node).ok())
}

/// Returns whether a table is read as one row: a table without tables inside, unless it is directly
/// below the root, where only a text in both languages is one.
fn is_row(table: &Node, position: &Position) -> bool {
    let Value::Table(entries) = &table.value else {
        return false;
    };
    let is_flat = !entries.iter().any(|entry| holds_tables(&entry.node.value));
    let is_localized_text = entries
        .iter()
        .all(|entry| matches!(&*entry.key, "fr" | "en"));
    is_flat && (position.route.0.len() > 1 || is_localized_text)
}

fn holds_tables(value: &Value) -> bool {
    match value {
        Value::Table(_) => true,
        Value::List(items) => items
            .iter()
            .any(|item| matches!(item.value, Value::Table(_))),
        _ => false,
    }
}

/// Returns the name of an item of a list.
pub(super) fn item_name<'n>(item: &'n Node, index: usize) -> Cow<'n, str> {
    scalar_text(item)
        .or_else(|| {
            NAMING_KEYS
                .iter()
                .find_map(|key| scalar_text(&item.entry(key)?.node))
        })
        .map_or_else(|| Cow::Owned((index + 1).to_string()), Cow::Borrowed)
}

fn scalar_text<'n>(node: &'n Node) -> Option<&'n str> {
    match &node.value {
        Value::Scalar(_, text) => Some(text),
        _ => None,
    }
}
