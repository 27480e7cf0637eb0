//! Deserialization of a validated tree into a record.

use std::fmt::{self, Display};
use std::marker::PhantomData;

use serde::de::value::{F64Deserializer, I64Deserializer, MapAccessDeserializer, StrDeserializer};
use serde::de::{
    self, Deserialize, DeserializeSeed, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use crate::documents::tree::{Entry, Node, ScalarForm, Value};

/// The error of a validated tree that does not fit its record: schema and record disagree, which is
/// an error of the program.
#[derive(Debug)]
pub struct SchemaMismatch(String);

impl Display for SchemaMismatch {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for SchemaMismatch {}

impl de::Error for SchemaMismatch {
    fn custom<T: Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// Reads a record from a validated tree.
///
/// # Errors
/// Returns an error if schema and record disagree; a test with generated trees asserts that they
/// do not.
pub fn read<'de, T: Deserialize<'de>>(tree: &'de Node<'de>) -> Result<T, SchemaMismatch> {
    T::deserialize(tree)
}

/// One value, or a list of them.
#[derive(Clone, Debug, PartialEq)]
pub struct OneOrMany<T>(pub Vec<T>);

impl<T> Default for OneOrMany<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for OneOrMany<T> {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let values = deserializer.deserialize_any(OneOrManyVisitor(PhantomData))?;
        Ok(Self(values))
    }
}

struct OneOrManyVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for OneOrManyVisitor<T> {
    type Value = Vec<T>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("one value or a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
        let mut values = Vec::with_capacity(list.size_hint().unwrap_or_default());
        while let Some(value) = list.next_element()? {
            values.push(value);
        }
        Ok(values)
    }

    fn visit_map<A: MapAccess<'de>>(self, table: A) -> Result<Vec<T>, A::Error> {
        T::deserialize(MapAccessDeserializer::new(table)).map(|value| vec![value])
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Vec<T>, E> {
        T::deserialize(StrDeserializer::new(text)).map(|value| vec![value])
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Vec<T>, E> {
        T::deserialize(I64Deserializer::new(number)).map(|value| vec![value])
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Vec<T>, E> {
        T::deserialize(F64Deserializer::new(number)).map(|value| vec![value])
    }
}

impl<'de> de::Deserializer<'de> for &'de Node<'de> {
    type Error = SchemaMismatch;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, SchemaMismatch> {
        match &self.value {
            Value::Nothing => visitor.visit_unit(),
            Value::List(items) => visitor.visit_seq(ItemAccess(items.iter())),
            Value::Table(entries) => visitor.visit_map(EntryAccess {
                rest: entries.iter(),
                value: None,
            }),
            Value::Scalar(form, text) => match form {
                ScalarForm::Boolean => visitor.visit_bool(text == "true"),
                ScalarForm::Integer => match text.parse::<i64>() {
                    Ok(number) => visitor.visit_i64(number),
                    Err(_) => visitor.visit_borrowed_str(text),
                },
                ScalarForm::Float => match text.parse::<f64>() {
                    Ok(number) => visitor.visit_f64(number),
                    Err(_) => visitor.visit_borrowed_str(text),
                },
                ScalarForm::Text | ScalarForm::Date => visitor.visit_borrowed_str(text),
            },
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, SchemaMismatch> {
        match self.value {
            Value::Nothing => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, SchemaMismatch> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, SchemaMismatch> {
        match &self.value {
            Value::Scalar(_, text) => visitor.visit_enum(
                IntoDeserializer::<SchemaMismatch>::into_deserializer(&**text),
            ),
            _ => Err(de::Error::custom("a word was expected")),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(
        self,
        visitor: V,
    ) -> Result<V::Value, SchemaMismatch> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        unit unit_struct seq tuple tuple_struct map struct identifier
    }
}

struct ItemAccess<'de>(std::slice::Iter<'de, Node<'de>>);

impl<'de> SeqAccess<'de> for ItemAccess<'de> {
    type Error = SchemaMismatch;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, SchemaMismatch> {
        match self.0.next() {
            Some(node) => seed.deserialize(node).map(Some),
            None => Ok(None),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

struct EntryAccess<'de> {
    rest: std::slice::Iter<'de, Entry<'de>>,
    value: Option<&'de Node<'de>>,
}

impl<'de> MapAccess<'de> for EntryAccess<'de> {
    type Error = SchemaMismatch;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, SchemaMismatch> {
        match self.rest.find(|entry| entry.node.value != Value::Nothing) {
            Some(entry) => {
                self.value = Some(&entry.node);
                seed.deserialize(StrDeserializer::new(&entry.key)).map(Some)
            }
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, SchemaMismatch> {
        match self.value.take() {
            Some(node) => seed.deserialize(node),
            None => Err(de::Error::custom("a value without a key")),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}
