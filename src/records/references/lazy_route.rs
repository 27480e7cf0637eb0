//! Routes that are built only when somebody asks for them.

use crate::diagnostic::{Route, RouteStep};

/// A route to a key or an item, as a chain of borrowed steps.
///
/// Every mention of every record is visited, and only those with a finding need their route:
/// building all routes would allocate for nothing.
#[derive(Clone, Copy, Default)]
pub struct LazyRoute<'a> {
    parent: Option<&'a LazyRoute<'a>>,
    last: Option<LazyStep<'a>>,
}

#[derive(Clone, Copy)]
enum LazyStep<'a> {
    Key(&'a str),
    Item(usize),
}

impl<'a> LazyRoute<'a> {
    /// Returns the route to a key of this table.
    #[must_use]
    pub fn key(&'a self, key: &'a str) -> LazyRoute<'a> {
        LazyRoute {
            parent: Some(self),
            last: Some(LazyStep::Key(key)),
        }
    }

    /// Returns the route to an item of this list, from 0. A single value in place of a list is its
    /// item 0.
    #[must_use]
    pub fn item(&'a self, index: usize) -> LazyRoute<'a> {
        LazyRoute {
            parent: Some(self),
            last: Some(LazyStep::Item(index)),
        }
    }

    /// Builds the route.
    #[must_use]
    pub fn route(&self) -> Route {
        let mut route = self.parent.map_or_else(Route::default, Self::route);
        match self.last {
            Some(LazyStep::Key(key)) => route.0.push(RouteStep::from(key)),
            Some(LazyStep::Item(index)) => route.0.push(RouteStep::from(index)),
            None => {}
        }
        route
    }
}
