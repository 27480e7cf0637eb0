//! Values with two forms: a short one, or a table with details.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::value::{
    F64Deserializer, I64Deserializer, MapAccessDeserializer, SeqAccessDeserializer, StrDeserializer,
};
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// A value in its short form, or a table with details.
#[derive(Clone, Debug, PartialEq)]
pub enum ShortOrTable<S, T> {
    /// Scalar or list.
    Short(S),
    /// Table.
    Long(T),
}

impl<'de, S: Deserialize<'de>, T: Deserialize<'de>> Deserialize<'de> for ShortOrTable<S, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ShortOrTableVisitor(PhantomData))
    }
}

/// Chooses the form by the type of the value. The untagged enums of serde would buffer every value,
/// and lose the reason of an error.
struct ShortOrTableVisitor<S, T>(PhantomData<(S, T)>);

impl<'de, S: Deserialize<'de>, T: Deserialize<'de>> Visitor<'de> for ShortOrTableVisitor<S, T> {
    type Value = ShortOrTable<S, T>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a short form or a table")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        S::deserialize(StrDeserializer::new(text)).map(ShortOrTable::Short)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        S::deserialize(I64Deserializer::new(number)).map(ShortOrTable::Short)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
        S::deserialize(F64Deserializer::new(number)).map(ShortOrTable::Short)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
        S::deserialize(SeqAccessDeserializer::new(list)).map(ShortOrTable::Short)
    }

    fn visit_map<A: MapAccess<'de>>(self, table: A) -> Result<Self::Value, A::Error> {
        T::deserialize(MapAccessDeserializer::new(table)).map(ShortOrTable::Long)
    }
}
