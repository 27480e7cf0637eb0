//! Statements: what a record says, one by one, each under the name by which `sourced` and
//! `inferred` speak of it.
//!
//! A name is the keys that lead there, with dots; an item of a list goes by its own text, or by its
//! `kind`, `is` or
//! `role`, else by its number from 1: `theme`, `partners.tilt`, `seen.2021`, `levers.tiers-lieu`.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::diagnostic::{Route, nearest};
use crate::documents::{Node, ScalarForm, Value, deserialize};
use crate::records::{Citation, Common};
use crate::route;

/// Keys by which a record speaks of itself: they state nothing of the world.
const OF_ITSELF: [&str; 5] = ["sources", "sourced", "inferred", "waivers", "records"];

/// Keys by which a row of a list is called.
const CALLED_BY: [&str; 3] = ["kind", "is", "role"];

/// Names sought one by one in the tree; for more of them, all its names are written down once.
const FEW: usize = 16;

/// One value that a record states.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Its name.
    pub name: String,
    /// The way to it.
    pub route: Route,
    /// Its text.
    pub text: String,
    form: ScalarForm,
    /// How much of its name is the row or list that it is read with.
    pub row: usize,
    /// What its row says of where it comes from.
    pub own: Provenance,
}

impl Statement {
    /// Whether its value is a number.
    #[must_use]
    pub fn is_number(&self) -> bool {
        matches!(self.form, ScalarForm::Integer | ScalarForm::Float)
    }
}

/// What a row says of where it comes from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Provenance {
    /// Its own sources.
    pub sources: Vec<Citation>,
    /// Whether it is the writer's reading.
    pub inferred: bool,
    /// How much of a statement's name is the row that says so.
    pub depth: usize,
}

/// A name in `sourced` or `inferred` under which the record states nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct UnknownStatement {
    /// The name.
    pub name: String,
    /// Where it stands.
    pub route: Route,
    /// The statement that was perhaps meant.
    pub near: Option<String>,
}

/// Every statement of a record's tree, in the order of the file.
#[must_use]
pub fn statements(tree: &Node) -> Vec<Statement> {
    let mut found = Vec::new();
    let here = Here {
        name: String::new(),
        route: Route::default(),
        row: 0,
        own: Provenance::default(),
    };
    walk(tree, &here, &mut found);
    found
}

/// Where a walk stands.
struct Here {
    name: String,
    route: Route,
    row: usize,
    own: Provenance,
}

impl Here {
    fn then(&self, step: &str, route: Route) -> Self {
        let name = if self.name.is_empty() {
            step.to_owned()
        } else {
            format!("{}.{step}", self.name)
        };
        Self {
            name,
            route,
            row: self.row,
            own: self.provenance.clone(),
        }
    }
}

fn walk(node: &Node, here: &Here, found: &mut Vec<Statement>) {
    match &node.value {
        Value::Nothing => {}
        Value::Scalar(form, text) => found.push(Statement {
            name: here.name.clone(),
            route: here.route.clone(),
            text: text.clone().into_owned(),
            form: *form,
            row: if here.row == 0 {
                here.name.len()
            } else {
                here.row
            },
            own: here.provenance.clone(),
        }),
        Value::List(items) => {
            for (place, item) in items.iter().enumerate() {
                let mut inner = here.then(&called(item, place), here.route.then(place));
                let scalar = matches!(item.value, Value::Scalar(..));
                inner.row = if scalar && here.row == 0 {
                    here.name.len()
                } else {
                    inner.row
                };
                walk(item, &inner, found);
            }
        }
        Value::Table(entries) => {
            let top = here.name.is_empty();
            let own = if top {
                Provenance::default()
            } else {
                own(node, here)
            };
            let row = if is_row(node, here) {
                here.name.len()
            } else {
                here.row
            };
            let said = |key: &str| {
                if top {
                    !OF_ITSELF.contains(&key)
                } else {
                    !is_own(key)
                }
            };
            for entry in entries.iter().filter(|entry| said(&entry.key)) {
                let inner = here.then(&entry.key, here.route.then(&*entry.key));
                walk(
                    &entry.node,
                    &Here {
                        row,
                        own: own.clone(),
                        ..inner
                    },
                    found,
                );
            }
        }
    }
}

/// Whether a key says where its row comes from.
fn is_own(key: &str) -> bool {
    matches!(key, "source" | "sources" | "inferred")
}

/// What a row says of where it comes from, else what the row around it says.
fn own(row: &Node, here: &Here) -> Provenance {
    let read = |key: &str| row.entry(key).map(|entry| &entry.node);
    let one = read("source").and_then(|node| deserialize::read::<Citation>(node).ok());
    let many = read("sources").and_then(|node| deserialize::read::<Vec<Citation>>(node).ok());
    let sources: Vec<Citation> = one.into_iter().chain(many.into_iter().flatten()).collect();
    let inferred = read("inferred").is_some_and(|node| deserialize::read(node).unwrap_or(false));
    if sources.is_empty() && !inferred {
        here.provenance.clone()
    } else {
        Provenance {
            sources,
            inferred,
            depth: here.name.len(),
        }
    }
}

/// Whether a table is read in one go: a row of a list, or a table inside a table that holds no
/// further one.
fn is_row(node: &Node, here: &Here) -> bool {
    let deep = |value: &Value| match value {
        Value::Table(_) => true,
        Value::List(items) => items
            .iter()
            .any(|item| matches!(item.value, Value::Table(_))),
        _ => false,
    };
    let flat = matches!(&node.value, Value::Table(entries) if !entries.iter().any(|entry| deep(&entry.node.value)));
    flat && (here.route.0.len() > 1 || is_said(node))
}

/// Whether a table is a text in both languages.
fn is_said(node: &Node) -> bool {
    matches!(&node.value, Value::Table(entries) if entries.iter().all(|entry| matches!(&*entry.key, "fr" | "en")))
}

/// What an item of a list is called.
fn called<'n>(item: &'n Node, place: usize) -> Cow<'n, str> {
    let text = |node: &'n Node| match &node.value {
        Value::Scalar(_, text) => Some(Cow::Borrowed(&**text)),
        _ => None,
    };
    let named = || {
        CALLED_BY
            .iter()
            .find_map(|key| item.entry(key).and_then(|entry| text(&entry.node)))
    };
    text(item)
        .or_else(named)
        .unwrap_or_else(|| Cow::Owned((place + 1).to_string()))
}

/// The names in `sourced` and `inferred` under which the record states nothing.
#[must_use]
pub fn unknown_statements(tree: &Node, common: &Common) -> Vec<UnknownStatement> {
    let inferred = common.inferred.iter().enumerate();
    let inferred = inferred.map(|(place, name)| (name, route!["inferred", place]));
    let sourced = common.sourced.iter().flat_map(|(source, names)| {
        let names = names.0.iter().enumerate();
        names.map(move |(place, name)| (name, route!["sourced", source.as_str(), place]))
    });
    let claimed: Vec<(&String, Route)> = inferred.chain(sourced).collect();
    let written = (claimed.len() > FEW).then(|| names(tree));
    let leads = |name: &str| match &written {
        Some(names) => names.contains(name),
        None => leads(tree, name, true),
    };
    let lost: Vec<(&String, Route)> = claimed
        .into_iter()
        .filter(|(name, _)| !name.is_empty() && !leads(name))
        .collect();
    if lost.is_empty() {
        return Vec::new();
    }
    let known = names(tree);
    let near = |name: &str| nearest(name, known.iter().map(String::as_str)).map(str::to_owned);
    // Near names are sought for the first few alone: whoever mends those will see what the others
    // were meant to be.
    let told = lost.into_iter().enumerate();
    told.map(|(rank, (name, route))| {
        let near = if rank < FEW { near(name) } else { None };
        UnknownStatement {
            name: name.clone(),
            route,
            near,
        }
    })
    .collect()
}

/// Every name of a tree, those of tables and lists included.
fn names(tree: &Node) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for statement in statements(tree) {
        let dots = statement.name.match_indices('.').map(|(dot, _)| dot);
        names.extend(dots.map(|dot| statement.name[..dot].to_owned()));
        names.insert(statement.name);
    }
    names
}

/// Whether a name leads to a value of a tree.
fn leads(node: &Node, name: &str, top: bool) -> bool {
    let further = |key: &str, node: &Node| match name.strip_prefix(key) {
        Some("") => true,
        Some(rest) => rest
            .strip_prefix('.')
            .is_some_and(|rest| leads(node, rest, false)),
        None => false,
    };
    match &node.value {
        Value::Table(entries) => {
            let said = |key: &str| {
                if top {
                    !OF_ITSELF.contains(&key)
                } else {
                    !is_own(key)
                }
            };
            entries
                .iter()
                .any(|entry| said(&entry.key) && further(&entry.key, &entry.node))
        }
        Value::List(items) => items
            .iter()
            .enumerate()
            .any(|(place, item)| further(&called(item, place), item)),
        Value::Scalar(..) | Value::Nothing => false,
    }
}
