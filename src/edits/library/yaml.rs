//! Edits of YAML by `yaml-edit`.

use std::str::FromStr;

use yaml_edit::{Document, Mapping, Sequence, YamlFile, YamlNode};

use crate::diagnostic::RouteStep;
use crate::documents::Syntax;
use crate::edits::change::Change;
use crate::edits::new_value::NewValue;

/// The text after a change; `None` where a table is missing on the way.
pub fn edited(text: &str, change: &Change) -> Option<String> {
    let file = YamlFile::from_str(text).ok()?;
    let (last, above) = change.route().0.split_last()?;
    let mut place = Place::Mapping(file.document()?.as_mapping()?);
    for step in above {
        place = place.child(step)?;
    }
    match (change, place, last) {
        (Change::Set(_, value), Place::Mapping(mapping), RouteStep::Key(key)) => {
            let old = mapping.get(&**key).map(|node| node.to_string());
            mapping.set(&**key, node(value, old.as_deref().unwrap_or_default())?);
        }
        (Change::Set(_, value), Place::Sequence(sequence), RouteStep::Item(index)) => {
            let old = sequence.get(*index)?.to_string();
            sequence.set(*index, node(value, &old)?).then_some(())?;
        }
        (Change::Remove(_), Place::Mapping(mapping), RouteStep::Key(key)) => {
            mapping.remove(&**key)?;
        }
        (Change::RenameKey(_, name), Place::Mapping(mapping), RouteStep::Key(key)) => {
            mapping.rename_key(&**key, name.as_str()).then_some(())?;
        }
        (Change::Append(_, value), place, step) => match place.child(step)? {
            Place::Sequence(sequence) => sequence.push(node(value, "")?),
            Place::Mapping(_) => return None,
        },
        _ => return None,
    }
    Some(file.to_string())
}

/// A place on the way.
enum Place {
    Mapping(Mapping),
    Sequence(Sequence),
}

impl Place {
    fn child(self, step: &RouteStep) -> Option<Self> {
        let node = match (self, step) {
            (Self::Mapping(mapping), RouteStep::Key(key)) => mapping.get(&**key)?,
            (Self::Sequence(sequence), RouteStep::Item(index)) => sequence.get(*index)?,
            _ => return None,
        };
        match node {
            YamlNode::Mapping(mapping) => Some(Self::Mapping(mapping)),
            YamlNode::Sequence(sequence) => Some(Self::Sequence(sequence)),
            _ => None,
        }
    }
}

/// A value as a node of the library, read from our own writing of it.
fn node(value: &NewValue, old: &str) -> Option<YamlNode> {
    let written = value.written_like(old.trim(), Syntax::Yaml);
    let document = Document::from_str(&format!("value: {written}\n")).ok()?;
    document.get("value")
}
