//! Mentions: the texts of a record that name a word of the vocabulary or another record.

use crate::records::parts::id::SourceId;
use crate::records::parts::sorted_map::SortedMap;
use crate::records::parts::sources::Citation;
use crate::records::references::lazy_route::LazyRoute;
use crate::records::vocabulary::List;

/// The kind of thing that a text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A word of a list of the vocabulary.
    Word(List),
    /// A principle of the charter.
    Principle,
    /// An actor.
    Actor,
    /// An actor that needs no record of its own, since its row gives its name.
    NamedInPlace,
    /// A territory, by its id or by an official code.
    Territory,
    /// A commune, by its official code.
    Commune,
    /// A dynamic.
    Dynamic,
    /// A source.
    Source,
    /// A person of the private folder.
    Person,
    /// Whoever reported an observation or a figure: a kind of stakeholder, or an actor.
    Informant,
}

/// A mention: a name, what it names, and where it is written.
#[derive(Clone, Copy)]
pub struct Mention<'a> {
    /// The kind of thing that is named.
    pub to: Target,
    /// The name.
    pub text: &'a str,
    /// The route to the name in its file.
    pub route: LazyRoute<'a>,
    /// Whether the name is a key; otherwise it is a value.
    pub is_key: bool,
}

/// A file, or a table of one, that mentions names.
pub trait Mentions {
    /// Visits each mention of the table, in the order of the schema.
    fn visit(&self, table: &mut MentionVisitor);

    /// Calls a function with each mention. `top` is the route to the table.
    fn mentions(&self, top: &LazyRoute, visit: &mut dyn FnMut(Mention)) {
        self.visit(&mut MentionVisitor { route: *top, visit });
    }
}

/// A table whose mentions are being visited.
pub struct MentionVisitor<'r, 'v> {
    route: LazyRoute<'r>,
    visit: &'v mut dyn FnMut(Mention),
}

impl MentionVisitor<'_, '_> {
    /// Visits a key that holds one name.
    pub(super) fn name<T: AsRef<str>>(&mut self, key: &str, target: Target, name: &T) {
        (self.visit)(Mention {
            to: target,
            text: name.as_ref(),
            route: self.route.key(key),
            is_key: false,
        });
    }

    /// Visits a key that may hold a name.
    pub(super) fn optional<T: AsRef<str>>(&mut self, key: &str, target: Target, name: Option<&T>) {
        if let Some(name) = name {
            self.name(key, target, name);
        }
    }

    /// Visits a key that holds a list of names.
    pub(super) fn names<T: AsRef<str>>(&mut self, key: &str, target: Target, names: &[T]) {
        let list = self.route.key(key);
        for (index, name) in names.iter().enumerate() {
            (self.visit)(Mention {
                to: target,
                text: name.as_ref(),
                route: list.item(index),
                is_key: false,
            });
        }
    }

    /// Visits the name under which this table is written.
    pub(super) fn own_key<T: AsRef<str>>(&mut self, target: Target, name: &T) {
        (self.visit)(Mention {
            to: target,
            text: name.as_ref(),
            route: self.route,
            is_key: true,
        });
    }

    /// Visits the key `source`.
    pub(super) fn source(&mut self, source: Option<&SourceId>) {
        self.optional("source", Target::Source, source);
    }

    /// Visits the key `sources`, of which only ids are mentions: other sources are described in
    /// place.
    pub(super) fn sources(&mut self, sources: &[Citation]) {
        let list = self.route.key("sources");
        for (index, citation) in sources.iter().enumerate() {
            if let Citation::Id(id) = citation {
                (self.visit)(Mention {
                    to: Target::Source,
                    text: id.as_str(),
                    route: list.item(index),
                    is_key: false,
                });
            }
        }
    }

    /// Visits the key `told_by`.
    pub(super) fn told_by<T: AsRef<str>>(&mut self, informant: Option<&T>) {
        self.optional("told_by", Target::Informant, informant);
    }

    /// Enters the table of a key.
    pub(super) fn table(&mut self, key: &str, visit: impl FnOnce(&mut MentionVisitor)) {
        visit(&mut MentionVisitor {
            route: self.route.key(key),
            visit: &mut *self.visit,
        });
    }

    /// Enters each table of a list.
    pub(super) fn rows<T>(
        &mut self,
        key: &str,
        rows: &[T],
        visit: impl Fn(&mut MentionVisitor, &T),
    ) {
        let list = self.route.key(key);
        for (index, row) in rows.iter().enumerate() {
            let mut table = MentionVisitor {
                route: list.item(index),
                visit: &mut *self.visit,
            };
            visit(&mut table, row);
        }
    }

    /// Enters each table of a map, with its key.
    pub(super) fn entries<K: AsRef<str>, V>(
        &mut self,
        key: &str,
        entries: &SortedMap<K, V>,
        visit: impl Fn(&mut MentionVisitor, &K, &V),
    ) {
        let map = self.route.key(key);
        for (name, value) in entries {
            let mut table = MentionVisitor {
                route: map.key(name.as_ref()),
                visit: &mut *self.visit,
            };
            visit(&mut table, name, value);
        }
    }
}
