//! Rust values as expression values: scalars, lists, tables with free keys.

use crate::calendar::PartialDate;
use crate::charter::{Rows, Table, Value};
use crate::language::Language;
use crate::records::{
    ActorId, Citation, DynamicId, ExtraTable, LocalizedText, OneOrMany, Precision, PrincipleId,
    SortedMap, SourceId, StageId, TerritoryId, ThemeId, Word,
};

/// A Rust value that expressions can read.
pub(super) trait See {
    /// The expression value; what is absent or empty is [`Value::Nothing`].
    fn see(&self) -> Value<'_>;
}

impl See for String {
    fn see(&self) -> Value<'_> {
        Value::text(self)
    }
}

impl See for bool {
    fn see(&self) -> Value<'_> {
        Value::Truth(*self)
    }
}

impl See for f64 {
    fn see(&self) -> Value<'_> {
        Value::Number(*self)
    }
}

impl See for u16 {
    fn see(&self) -> Value<'_> {
        Value::Number(f64::from(*self))
    }
}

impl See for PartialDate {
    fn see(&self) -> Value<'_> {
        Value::Moment(*self)
    }
}

impl See for Precision {
    fn see(&self) -> Value<'_> {
        Value::text(match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::AtLeast => "at-least",
            Self::AtMost => "at-most",
        })
    }
}

/// Ids and words are read as text.
macro_rules! read_as_text {
    ($($id:ident)*) => {$(
        impl See for $id {
            fn see(&self) -> Value<'_> {
                Value::text(self.as_str())
            }
        }
    )*};
}

read_as_text! { ActorId DynamicId PrincipleId SourceId StageId TerritoryId ThemeId Word }

impl<T: See> See for Option<T> {
    fn see(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Nothing, See::see)
    }
}

impl<T: See> See for Vec<T> {
    fn see(&self) -> Value<'_> {
        if self.is_empty() {
            Value::Nothing
        } else {
            Value::Rows(self)
        }
    }
}

impl<T: See> Rows for Vec<T> {
    fn len(&self) -> usize {
        Vec::len(self)
    }

    fn at(&self, position: usize) -> Value<'_> {
        self.get(position).map_or(Value::Nothing, See::see)
    }

    fn id(&self, _: usize) -> Option<&str> {
        None
    }

    fn named(&self, _: &str) -> Value<'_> {
        Value::Nothing
    }
}

impl<T: See> See for OneOrMany<T> {
    fn see(&self) -> Value<'_> {
        self.0.see()
    }
}

impl<K: AsRef<str> + std::borrow::Borrow<str>, V: See> See for SortedMap<K, V> {
    fn see(&self) -> Value<'_> {
        if self.is_empty() {
            Value::Nothing
        } else {
            Value::Rows(self)
        }
    }
}

impl<K: AsRef<str> + std::borrow::Borrow<str>, V: See> Rows for SortedMap<K, V> {
    fn len(&self) -> usize {
        SortedMap::len(self)
    }

    fn at(&self, position: usize) -> Value<'_> {
        SortedMap::at(self, position).map_or(Value::Nothing, |(_, value)| value.see())
    }

    fn id(&self, position: usize) -> Option<&str> {
        SortedMap::at(self, position).map(|(id, _)| id.as_ref())
    }

    fn named(&self, id: &str) -> Value<'_> {
        self.get(id).map_or(Value::Nothing, See::see)
    }
}

impl See for LocalizedText {
    fn see(&self) -> Value<'_> {
        if *self == Self::default() {
            Value::Nothing
        } else {
            Value::Table(self)
        }
    }
}

impl Table for LocalizedText {
    fn get(&self, key: &str) -> Value<'_> {
        match key {
            "fr" => self
                .exactly(Language::French)
                .map_or(Value::Nothing, Value::text),
            "en" => self
                .exactly(Language::English)
                .map_or(Value::Nothing, Value::text),
            _ => Value::Nothing,
        }
    }
}

impl See for Citation {
    fn see(&self) -> Value<'_> {
        match self {
            Self::Id(_) => Value::Table(self),
            Self::InPlace(entry) => Value::Table(&**entry),
        }
    }
}

/// A source cited by its id is a table with this id alone.
impl Table for Citation {
    fn get(&self, key: &str) -> Value<'_> {
        match (self, key) {
            (Self::Id(id), "id") => id.see(),
            (Self::Id(_), _) => Value::Nothing,
            (Self::InPlace(entry), key) => entry.get(key),
        }
    }
}

/// Keys that a network adds for itself are read as they are written.
impl See for ExtraTable {
    fn see(&self) -> Value<'_> {
        self.0.see()
    }
}

impl See for serde_json::Value {
    fn see(&self) -> Value<'_> {
        match self {
            Self::Null => Value::Nothing,
            Self::Bool(truth) => Value::Truth(*truth),
            Self::Number(number) => number.as_f64().map_or(Value::Nothing, Value::Number),
            Self::String(text) => Value::text(text),
            Self::Array(items) => items.see(),
            Self::Object(table) => Value::Table(table),
        }
    }
}

impl Table for serde_json::Map<String, serde_json::Value> {
    fn get(&self, key: &str) -> Value<'_> {
        serde_json::Map::get(self, key).map_or(Value::Nothing, See::see)
    }
}
