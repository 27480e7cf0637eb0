//! What a mention is: a text that names a word or another record, with the route to it.

use crate::diagnostic::{Route, RouteStep};
use crate::records::List;

/// What a text is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A word of a list.
    Word(List),
    /// A principle of the charter.
    Principle,
    /// An actor.
    Actor,
    /// An actor that needs no record of its own where its row names it.
    NamedInPlace,
    /// A territory, by id or official code.
    Territory,
    /// A commune, by code.
    Commune,
    /// A dynamic.
    Dynamic,
    /// A source.
    Source,
    /// A person of the private folder.
    Person,
    /// Who said something: a kind of stakeholder or an actor.
    Informant,
}

/// A mention: what the text names, the text, and where it stands.
#[derive(Clone, Copy)]
pub struct Mention<'a> {
    /// What it names.
    pub to: Target,
    /// The name.
    pub text: &'a str,
    /// Where.
    pub route: LazyRoute<'a>,
    /// Whether the text is a key rather than a value.
    pub is_key: bool,
}

/// A route that costs nothing until it is wanted.
#[derive(Clone, Copy, Default)]
pub struct LazyRoute<'a> {
    before: Option<&'a LazyRoute<'a>>,
    step: Option<Stepped<'a>>,
}

#[derive(Clone, Copy)]
enum Stepped<'a> {
    Key(&'a str),
    Item(usize),
}

impl<'a> LazyRoute<'a> {
    /// This trail and a key further.
    #[must_use]
    pub fn key(&'a self, key: &'a str) -> LazyRoute<'a> {
        LazyRoute {
            before: Some(self),
            step: Some(Stepped::Key(key)),
        }
    }

    /// This trail and an item further; a value that stands for a list of one is its item 0.
    #[must_use]
    pub fn item(&'a self, item: usize) -> LazyRoute<'a> {
        LazyRoute {
            before: Some(self),
            step: Some(Stepped::Item(item)),
        }
    }

    /// The route in full.
    #[must_use]
    pub fn route(&self) -> Route {
        let mut route = self.before.map_or_else(Route::default, Self::route);
        match self.step {
            Some(Stepped::Key(key)) => route.0.push(RouteStep::from(key)),
            Some(Stepped::Item(item)) => route.0.push(RouteStep::from(item)),
            None => {}
        }
        route
    }
}

/// Something that mentions.
pub trait Mentions {
    /// Shows each mention to the visitor.
    fn mentions(&self, top: &LazyRoute, visit: &mut dyn FnMut(Mention));
}
