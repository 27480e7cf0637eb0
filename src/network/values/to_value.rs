//! Conversion of fields of records to values: scalars, lists, tables with free keys.

use crate::calendar::PartialDate;
use crate::charter::{Rows, Table, Value};
use crate::language::Language;
use crate::records::{
    ActorId, Citation, Completeness, DynamicId, ExtraTable, LocalizedText, OneOrMany, Precision,
    PrincipleId, SortedMap, SourceId, StageId, TerritoryId, ThemeId, Word,
};

/// A field that expressions can read.
pub(super) trait ToValue {
    /// The field as a value; absent if it is empty.
    fn to_value(&self) -> Value<'_>;
}

impl ToValue for String {
    fn to_value(&self) -> Value<'_> {
        Value::text(self)
    }
}

impl ToValue for bool {
    fn to_value(&self) -> Value<'_> {
        Value::Boolean(*self)
    }
}

impl ToValue for f64 {
    fn to_value(&self) -> Value<'_> {
        Value::Number(*self)
    }
}

impl ToValue for u16 {
    fn to_value(&self) -> Value<'_> {
        Value::Number(f64::from(*self))
    }
}

impl ToValue for PartialDate {
    fn to_value(&self) -> Value<'_> {
        Value::Date(*self)
    }
}

impl ToValue for Precision {
    fn to_value(&self) -> Value<'_> {
        Value::text(match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::AtLeast => "at-least",
            Self::AtMost => "at-most",
        })
    }
}

impl ToValue for Completeness {
    fn to_value(&self) -> Value<'_> {
        Value::text(match self {
            Self::Partial => "partial",
            Self::Complete => "complete",
        })
    }
}

/// Ids, which are texts.
macro_rules! text_ids {
    ($($id:ident)*) => {$(
        impl ToValue for $id {
            fn to_value(&self) -> Value<'_> {
                Value::text(self.as_str())
            }
        }
    )*};
}

text_ids! { ActorId DynamicId PrincipleId SourceId StageId TerritoryId ThemeId Word }

impl<T: ToValue> ToValue for Option<T> {
    fn to_value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Absent, ToValue::to_value)
    }
}

impl<T: ToValue> ToValue for Vec<T> {
    fn to_value(&self) -> Value<'_> {
        if self.is_empty() {
            Value::Absent
        } else {
            Value::Rows(self)
        }
    }
}

impl<T: ToValue> Rows for Vec<T> {
    fn len(&self) -> usize {
        Vec::len(self)
    }

    fn row(&self, index: usize) -> Value<'_> {
        self.get(index).map_or(Value::Absent, ToValue::to_value)
    }

    fn row_id(&self, _: usize) -> Option<&str> {
        None
    }

    fn row_by_id(&self, _: &str) -> Value<'_> {
        Value::Absent
    }
}

impl<T: ToValue> ToValue for OneOrMany<T> {
    fn to_value(&self) -> Value<'_> {
        self.0.to_value()
    }
}

impl<K: AsRef<str> + std::borrow::Borrow<str>, V: ToValue> ToValue for SortedMap<K, V> {
    fn to_value(&self) -> Value<'_> {
        if self.is_empty() {
            Value::Absent
        } else {
            Value::Rows(self)
        }
    }
}

impl<K: AsRef<str> + std::borrow::Borrow<str>, V: ToValue> Rows for SortedMap<K, V> {
    fn len(&self) -> usize {
        SortedMap::len(self)
    }

    fn row(&self, index: usize) -> Value<'_> {
        SortedMap::at(self, index).map_or(Value::Absent, |(_, value)| value.to_value())
    }

    fn row_id(&self, index: usize) -> Option<&str> {
        SortedMap::at(self, index).map(|(id, _)| id.as_ref())
    }

    fn row_by_id(&self, id: &str) -> Value<'_> {
        self.get(id).map_or(Value::Absent, ToValue::to_value)
    }
}

impl ToValue for LocalizedText {
    fn to_value(&self) -> Value<'_> {
        if *self == Self::default() {
            Value::Absent
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
                .map_or(Value::Absent, Value::text),
            "en" => self
                .exactly(Language::English)
                .map_or(Value::Absent, Value::text),
            _ => Value::Absent,
        }
    }
}

impl ToValue for Citation {
    fn to_value(&self) -> Value<'_> {
        match self {
            Self::Id(_) => Value::Table(self),
            Self::InPlace(entry) => Value::Table(&**entry),
        }
    }
}

// A source cited by its id is a table with this key only.
impl Table for Citation {
    fn get(&self, key: &str) -> Value<'_> {
        match (self, key) {
            (Self::Id(id), "id") => id.to_value(),
            (Self::Id(_), _) => Value::Absent,
            (Self::InPlace(entry), key) => entry.get(key),
        }
    }
}

impl ToValue for ExtraTable {
    fn to_value(&self) -> Value<'_> {
        self.0.to_value()
    }
}

impl ToValue for serde_json::Value {
    fn to_value(&self) -> Value<'_> {
        match self {
            Self::Null => Value::Absent,
            Self::Bool(boolean) => Value::Boolean(*boolean),
            Self::Number(number) => number.as_f64().map_or(Value::Absent, Value::Number),
            Self::String(text) => Value::text(text),
            Self::Array(items) => items.to_value(),
            Self::Object(table) => Value::Table(table),
        }
    }
}

impl Table for serde_json::Map<String, serde_json::Value> {
    fn get(&self, key: &str) -> Value<'_> {
        serde_json::Map::get(self, key).map_or(Value::Absent, ToValue::to_value)
    }
}
