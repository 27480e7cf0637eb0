//! A change to a text, which names its place by a route.

use crate::diagnostic::Route;
use crate::edits::new_value::NewValue;

/// A change to one place of a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Gives a key or an item this value. Tables that are missing on the way are made.
    Set(Route, NewValue),
    /// Removes a key with its value, or an item of a list.
    Remove(Route),
    /// Gives a key another name, wherever the text repeats it.
    RenameKey(Route, String),
    /// Adds an item at the end of a list.
    Append(Route, NewValue),
}

impl Change {
    /// The place of the change.
    #[must_use]
    pub fn route(&self) -> &Route {
        match self {
            Self::Set(route, _)
            | Self::Remove(route)
            | Self::RenameKey(route, _)
            | Self::Append(route, _) => route,
        }
    }
}
