//! The shapes that the schema of a file gives to a place.

use crate::diagnostic::{Route, RouteStep};
use crate::documents::{Node, ScalarForm, Schemas, Shape, ShapeId, ShapeKind, fits};
use crate::edits::new_value::NewValue;
use crate::edits::typed::names::KnownNames;

/// The shapes that a place may have; none where the schema has no such place.
#[must_use]
pub fn shapes_at(kind: &str, route: &Route) -> Vec<&'static Shape> {
    let mut shapes = choices(Schemas::embedded().root(kind));
    for step in &route.0 {
        shapes = shapes
            .iter()
            .flat_map(|shape| inside(shape, step))
            .collect();
    }
    shapes
}

/// Whether a kind of file has a place.
#[must_use]
pub fn takes(kind: &str, route: &Route) -> bool {
    !shapes_at(kind, route).is_empty()
}

/// Whether a place may hold a list.
#[must_use]
pub fn allows_list(kind: &str, route: &Route) -> bool {
    shapes_at(kind, route)
        .iter()
        .any(|shape| matches!(shape.kind, ShapeKind::List { .. } | ShapeKind::Any))
}

/// A shape, or each of those that it allows.
pub fn choices(id: ShapeId) -> Vec<&'static Shape> {
    let shape = Schemas::embedded().shape(id);
    match &shape.kind {
        ShapeKind::ShortOrTable(ids) => ids.iter().flat_map(|id| choices(*id)).collect(),
        _ => vec![shape],
    }
}

fn inside(shape: &'static Shape, step: &RouteStep) -> Vec<&'static Shape> {
    match (&shape.kind, step) {
        (ShapeKind::Any, _) => vec![shape],
        (ShapeKind::List { items, .. }, RouteStep::Item(_)) => choices(*items),
        (ShapeKind::Table(table), RouteStep::Key(key)) => {
            let own = table.keys.iter().find(|(name, _)| **name == **key);
            let form = table.forms.iter().find(|(form, _)| form.is_match(key));
            own.map(|(_, id)| *id)
                .or(form.map(|(_, id)| *id))
                .or(table.others)
                .map(choices)
                .unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

/// A route whose free keys, such as the actors of `partners`, may be names instead of ids.
#[must_use]
pub fn named_keys(kind: &str, route: &Route, names: &dyn KnownNames) -> Route {
    let mut resolved = Route::default();
    for step in &route.0 {
        let step = match step {
            RouteStep::Key(key) => {
                let id = shapes_at(kind, &resolved)
                    .iter()
                    .find_map(|shape| id_of(shape, key, names));
                RouteStep::from(&id.unwrap_or_else(|| key.to_string()))
            }
            RouteStep::Item(index) => RouteStep::Item(*index),
        };
        resolved.0.push(step);
    }
    resolved
}

/// The id of a key that names a record or a word; `None` for a key of the schema.
fn id_of(shape: &Shape, key: &str, names: &dyn KnownNames) -> Option<String> {
    let ShapeKind::Table(table) = &shape.kind else {
        return None;
    };
    if table.keys.iter().any(|(name, _)| name == key) {
        return None;
    }
    let of_keys = choices(table.names?);
    of_keys.iter().find_map(|shape| known(shape, key, names))
}

/// The id that a text means, where a shape asks for a word or a record.
pub fn known(shape: &Shape, text: &str, names: &dyn KnownNames) -> Option<String> {
    let word = shape.word.as_ref().and_then(|list| names.word(list, text));
    word.or_else(|| names.record(shape.names.as_ref()?, text))
}

/// The key of a table that its short form stands for: `role` for a partner. Returns `None` where a
/// place has no short form.
#[must_use]
pub fn main_key(kind: &str, route: &Route, names: &dyn KnownNames) -> Option<&'static str> {
    let shapes = shapes_at(kind, route);
    if shapes.iter().any(|shape| is_bilingual(shape)) {
        return Some(names.language().code());
    }
    let short: Vec<&Shape> = shapes.iter().flat_map(|shape| with_items(shape)).collect();
    shapes.iter().find_map(|shape| match &shape.kind {
        ShapeKind::Table(table) => table
            .keys
            .iter()
            .find(|(_, id)| {
                let of_key = choices(*id);
                let mut of_key = of_key.iter().flat_map(|shape| with_items(shape));
                of_key.any(|shape| short.iter().any(|short| is_same(short, shape)))
            })
            .map(|(key, _)| key.as_str()),
        _ => None,
    })
}

/// Whether a shape is a text in both languages.
fn is_bilingual(shape: &Shape) -> bool {
    match &shape.kind {
        ShapeKind::Table(table) => table.keys.iter().map(|(key, _)| key).eq(["fr", "en"]),
        _ => false,
    }
}

/// A scalar shape itself, or those of the items of a list.
fn with_items(shape: &'static Shape) -> Vec<&'static Shape> {
    match &shape.kind {
        ShapeKind::List { items, .. } => choices(*items),
        ShapeKind::Table(_) => Vec::new(),
        _ => vec![shape],
    }
}

/// Whether two shapes are one definition, or ask for the same words or records.
fn is_same(one: &Shape, other: &Shape) -> bool {
    let is_named = one.word.is_some() || one.names.is_some();
    std::ptr::eq(one, other) || is_named && one.word == other.word && one.names == other.names
}

/// The table that says the same as a value in its short form: `{ role = "appui" }` for `"appui"`.
/// Returns `None` where the schema has no such table.
#[must_use]
pub fn table_for(
    kind: &str,
    route: &Route,
    short: &Node,
    names: &dyn KnownNames,
) -> Option<NewValue> {
    let key = main_key(kind, route, names)?.to_owned();
    Some(NewValue::Table(vec![(key, NewValue::of(short)?)]))
}

/// Whether a shape takes a text in a form.
pub fn fits_form(shape: &Shape, form: ScalarForm, text: &str) -> bool {
    fits(form, text, shape)
}
