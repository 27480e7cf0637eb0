//! Where a heading or a dotted key puts its value in the tables of a TOML document.
//!
//! TOML forbids to define a table twice, and the rules of what counts as a definition are intricate
//! (<https://toml.io/en/v1.1.0#table>). These are the rules of the `toml` crate, which also words
//! the errors; a test compares the two on many texts. Spans say how a table was made: the span of a
//! table below a heading is the heading and holds the key's, a table that only a path implies has
//! its key's span, and an inline table begins after its key.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::documents::reading::Limits;
use crate::documents::tree::{Entry, Node, Value};
use crate::sources::Span;

/// A key with its bytes.
pub type Key<'t> = (Cow<'t, str>, Span);

/// Why a value was not put into its table.
pub enum Refusal {
    /// The key exists or the table cannot be extended: the text is not valid TOML.
    Invalid,
    /// The table or list has reached its limit, so that its contents will be dropped.
    TooLarge,
}

/// A heading, `[a.b]` or `[[a.b]]`.
pub struct Heading<'t> {
    /// Keys of the heading.
    pub path: Vec<Key<'t>>,
    /// Bytes of the heading, brackets included.
    pub span: Span,
    /// Whether the brackets are doubled: the table is an item of a list.
    pub is_item: bool,
    /// Whether the closing bracket was read.
    pub is_whole: bool,
}

/// The first bytes of the keys whose tables were made or extended by dotted keys, which no heading
/// may open.
pub type DottedKeys = BTreeSet<usize>;

/// Puts a value below a dotted key; an empty path is a plain key.
pub fn insert<'t>(
    entries: &mut Vec<Entry<'t>>,
    path: &[Key<'t>],
    key: Key<'t>,
    node: Node<'t>,
    dotted: &mut DottedKeys,
) -> Result<(), Refusal> {
    let table = if path.is_empty() {
        entries
    } else {
        descend(entries, path, Some(dotted))?
    };
    add(table, key, node)
}

/// Takes out the table that a heading opens, where the headings of its own tables implied it
/// before: `[a.b]` above `[a]`. Returns an empty table otherwise.
pub fn reopen<'t>(
    root: &mut Vec<Entry<'t>>,
    heading: &Heading<'t>,
    dotted: &DottedKeys,
) -> Result<Vec<Entry<'t>>, Refusal> {
    let Some(((key, _), path)) = heading.path.split_last() else {
        return Err(Refusal::Invalid);
    };
    let parent = descend(root, path, None)?;
    let implied = parent.iter().position(|entry| {
        entry.key == *key && is_implied(entry) && !dotted.contains(&entry.key_span.start)
    });
    match implied.map(|index| parent.remove(index).node.value) {
        Some(Value::Table(entries)) => Ok(entries),
        _ => Ok(Vec::new()),
    }
}

/// Puts the table below a heading in its place.
pub fn place<'t>(
    root: &mut Vec<Entry<'t>>,
    heading: Heading<'t>,
    entries: Vec<Entry<'t>>,
) -> Result<(), Refusal> {
    let Heading {
        mut path,
        span,
        is_item,
        ..
    } = heading;
    let (key, key_span) = path.pop().ok_or(Refusal::Invalid)?;
    let parent = descend(root, &path, None)?;
    let table = Node {
        value: Value::Table(entries),
        span,
    };
    if !is_item {
        return add(parent, (key, key_span), table);
    }
    let Some(entry) = parent.iter_mut().find(|entry| entry.key == key) else {
        let list = Node {
            value: Value::List(vec![table]),
            span,
        };
        return add(parent, (key, key_span), list);
    };
    if is_inline(entry) {
        return Err(Refusal::Invalid);
    }
    let Value::List(items) = &mut entry.node.value else {
        return Err(Refusal::Invalid);
    };
    items.push(table);
    if items.len() > Limits::ITEMS {
        return Err(Refusal::TooLarge);
    }
    Ok(())
}

/// Walks down a path and makes the tables that are missing. `dotted` is given for the path of a
/// dotted key, which may only extend tables that are implied.
fn descend<'e, 't>(
    mut entries: &'e mut Vec<Entry<'t>>,
    path: &[Key<'t>],
    mut dotted: Option<&mut DottedKeys>,
) -> Result<&'e mut Vec<Entry<'t>>, Refusal> {
    for (depth, (key, key_span)) in path.iter().enumerate() {
        let known = entries.iter().position(|entry| entry.key == *key);
        if known.is_none() {
            let implied = Node {
                value: Value::Table(Vec::new()),
                span: *key_span,
            };
            add(entries, (key.clone(), *key_span), implied)?;
        }
        let entry = match known {
            Some(known) => entries.get_mut(known),
            None => entries.last_mut(),
        };
        let entry = entry.ok_or(Refusal::Invalid)?;
        let (is_implied, is_inline) = (is_implied(entry), is_inline(entry));
        let is_last = depth + 1 == path.len();
        entries = match &mut entry.node.value {
            Value::Table(inner) if is_implied || dotted.is_none() && !is_inline => {
                if let Some(dotted) = &mut dotted {
                    dotted.insert(entry.key_span.start);
                }
                inner
            }
            // A path through a list of tables goes to the last of them.
            Value::List(items) if !is_inline && (dotted.is_none() || !is_last) => {
                match items.last_mut().map(|item| &mut item.value) {
                    Some(Value::Table(inner)) => inner,
                    _ => return Err(Refusal::Invalid),
                }
            }
            _ => return Err(Refusal::Invalid),
        };
    }
    Ok(entries)
}

/// Adds an entry. A table that reaches the limit takes no more, so that the search for duplicate
/// keys stays fast.
fn add<'t>(
    entries: &mut Vec<Entry<'t>>,
    (key, key_span): Key<'t>,
    node: Node<'t>,
) -> Result<(), Refusal> {
    if entries.len() >= Limits::KEYS {
        return Err(Refusal::TooLarge);
    }
    if entries.iter().any(|entry| entry.key == key) {
        return Err(Refusal::Invalid);
    }
    entries.push(Entry {
        key,
        key_span,
        node,
    });
    if entries.len() < Limits::KEYS {
        Ok(())
    } else {
        Err(Refusal::TooLarge)
    }
}

/// Whether only a path implies the table of an entry.
fn is_implied(entry: &Entry) -> bool {
    entry.node.span == entry.key_span
}

/// Whether the value of an entry follows its key, as values do that no heading made.
fn is_inline(entry: &Entry) -> bool {
    entry.node.span.start > entry.key_span.start
}
