//! Edits of TOML by `toml_edit`.

use toml_edit::{Array, DocumentMut, Item, TableLike, Value};

use crate::diagnostic::RouteStep;
use crate::documents::Syntax;
use crate::edits::change::Change;
use crate::edits::new_value::NewValue;

/// The text after a change; `None` for new tables, for names of keys, and for lists over several
/// lines, whose layout the library does not follow.
pub fn edited(text: &str, change: &Change) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let (last, above) = change.route().0.split_last()?;
    let mut place = Place::Item(document.as_item_mut());
    for step in above {
        place = place.child(step)?;
    }
    match (change, last) {
        (Change::Set(_, value), RouteStep::Key(key)) => {
            // The library would put the comma behind the space before the closing brace.
            let is_inline = place.is_inline();
            let table = place.table()?;
            if is_inline && !table.contains_key(key) {
                return None;
            }
            set_key(table, key, value)?;
        }
        (Change::Set(_, value), RouteStep::Item(index)) => {
            replace(place.array()?.get_mut(*index)?, value)?;
        }
        (Change::Remove(_), RouteStep::Key(key)) => {
            place.table()?.remove(key)?;
        }
        (Change::Append(_, value), step) => {
            let array = place.child(step)?.array()?;
            if array.to_string().contains('\n') {
                return None;
            }
            array.push(parsed(value)?);
        }
        _ => return None,
    }
    Some(document.to_string())
}

/// A place on the way: below a heading, or inside a value.
enum Place<'d> {
    Item(&'d mut Item),
    Value(&'d mut Value),
}

impl<'d> Place<'d> {
    fn child(self, step: &RouteStep) -> Option<Self> {
        match (self, step) {
            (Self::Item(item), RouteStep::Key(key)) => {
                item.as_table_like_mut()?.get_mut(key).map(Self::Item)
            }
            (Self::Value(value), RouteStep::Key(key)) => {
                value.as_inline_table_mut()?.get_mut(key).map(Self::Value)
            }
            (place, RouteStep::Item(index)) => place.array()?.get_mut(*index).map(Self::Value),
        }
    }

    fn is_inline(&self) -> bool {
        match self {
            Self::Item(item) => item.is_inline_table(),
            Self::Value(_) => true,
        }
    }

    fn table(self) -> Option<&'d mut dyn TableLike> {
        match self {
            Self::Item(item) => item.as_table_like_mut(),
            Self::Value(value) => value
                .as_inline_table_mut()
                .map(|table| table as &mut dyn TableLike),
        }
    }

    fn array(self) -> Option<&'d mut Array> {
        match self {
            Self::Item(item) => item.as_array_mut(),
            Self::Value(value) => value.as_array_mut(),
        }
    }
}

/// Replaces the value of a key, or adds the key.
fn set_key(table: &mut dyn TableLike, key: &str, value: &NewValue) -> Option<()> {
    if let Some(item) = table.get_mut(key) {
        return replace(item.as_value_mut()?, value);
    }
    table.insert(key, Item::Value(parsed(value)?));
    Some(())
}

/// Replaces a value, and keeps the spaces and comments around it.
fn replace(old: &mut Value, value: &NewValue) -> Option<()> {
    let decor = old.decor().clone();
    let written = old.clone().decorated("", "").to_string();
    let mut new: Value = value.written_like(&written, Syntax::Toml).parse().ok()?;
    *new.decor_mut() = decor;
    *old = new;
    Some(())
}

fn parsed(value: &NewValue) -> Option<Value> {
    value.written(Syntax::Toml).parse().ok()
}
