//! Validation of a tree against its schema.

use std::borrow::Cow;

use crate::diagnostic::{At, Finding};
use crate::documents::code_spelling;
use crate::documents::hints::hint::ParseFailure;
use crate::documents::hints::{
    self, beyond_limit, empty_value, hidden_character, key_below_table, missing_key,
    no_break_space, record_of_another_kind, repeated_item, unknown_key,
};
use crate::documents::reading::{Limits, Reading};
use crate::documents::schema::fit::{Fit, fit, fits};
use crate::documents::schema::key_names;
use crate::documents::schema::scan::{is_inside, names_something, scan};
use crate::documents::schema::schemas::Schemas;
use crate::documents::schema::shape::{ShapeId, ShapeKind, TableShape};
use crate::documents::tree::{Entry, Node, ScalarForm, Value};
use crate::sources::Span;
use crate::sources::hidden::hidden;

/// Validates a tree against the schema of its kind of file.
///
/// Values that do not fit are reported and replaced by [`Value::Nothing`]: afterwards the tree fits
/// the schema, so that reading it into a record cannot fail.
#[must_use]
pub fn validate<'t>(reading: &Reading<'t>, kind: &str, tree: &mut Node<'t>) -> Vec<Finding> {
    let schemas = Schemas::embedded();
    let root = schemas.root(kind);
    let mut validator = Validator {
        reading,
        schemas,
        root,
        findings: Vec::new(),
        unreported: 0,
    };
    let first_key = tree.resolve(&At::File).0;
    if let Some(finding) = record_of_another_kind::scan(reading, kind, tree, first_key) {
        // What it holds would be told one by one, and is right where it belongs.
        tree.value = Value::Nothing;
        return vec![finding];
    }
    validator.node(tree, root, first_key);
    if validator.unreported > 0 {
        let excess = beyond_limit::too_many_findings(reading, first_key, validator.unreported);
        validator.findings.push(excess);
    }
    validator.findings
}

/// A validation in progress.
struct Validator<'r, 't> {
    reading: &'r Reading<'t>,
    schemas: &'static Schemas,
    root: ShapeId,
    findings: Vec<Finding>,
    /// Findings beyond the limit, which are only counted.
    unreported: usize,
}

impl<'t> Validator<'_, 't> {
    /// Adds a finding. Its text is only made below the limit: a file with more findings than
    /// anybody would read should not take long either.
    fn report(&mut self, finding: impl FnOnce(&Self) -> Finding) {
        if self.findings.len() < Limits::FINDINGS {
            let finding = finding(self);
            self.findings.push(finding);
        } else {
            self.unreported += 1;
        }
    }

    /// Validates a value. A table that lacks a key is reported at `owner`, the span of the key
    /// that holds the table.
    fn node(&mut self, node: &mut Node<'t>, id: ShapeId, owner: Span) {
        let fits = match &mut node.value {
            Value::Nothing => Some(true),
            Value::Scalar(form, text) => self.scalar(node.span, form, text, id),
            Value::List(items) => Some(self.list(items, id)),
            Value::Table(entries) => match self.alternative(id, is_table) {
                Some(ShapeKind::Table(shape)) => {
                    self.missing_keys(entries, shape, owner);
                    self.entries(entries, shape);
                    Some(true)
                }
                Some(_) => {
                    self.free_entries(entries, id);
                    Some(true)
                }
                None => Some(false),
            },
        };
        if fits == Some(false) {
            let expected = self.schemas.shape(id);
            self.report(|this| {
                let failure = ParseFailure::of_shape(this.reading, node, owner, expected);
                hints::report(&failure)
            });
        }
        if fits != Some(true) {
            node.value = Value::Nothing;
        }
    }

    /// Validates a scalar; returns whether it fits, `None` if what is wrong is reported already.
    fn scalar(
        &mut self,
        span: Span,
        form: &mut ScalarForm,
        text: &mut Cow<'t, str>,
        id: ShapeId,
    ) -> Option<bool> {
        let shape = self.schemas.shape(id);
        if *form == ScalarForm::Text && text.is_empty() && names_something(shape) {
            self.report(|this| empty_value::of_name(this.reading, span));
            return None;
        }
        match fit(*form, text, shape) {
            Fit::As(fitting_form, spelling) => {
                *form = fitting_form;
                let found = scan(self.reading, span, fitting_form, text, id);
                self.findings.extend(found);
                if let Some(spelling) = spelling {
                    *text = Cow::Owned(spelling);
                }
                Some(true)
            }
            Fit::TooLong(most) => {
                let length = text.chars().count();
                self.report(|this| {
                    let finding = beyond_limit::text(this.reading, span, length, most);
                    code_spelling::offer(finding, this.reading, span, text, shape)
                });
                None
            }
            Fit::TooLarge => {
                self.report(|this| beyond_limit::number(this.reading, span));
                None
            }
            Fit::Not => Some(false),
        }
    }

    /// The first alternative of a shape that satisfies a condition, or that allows anything.
    fn alternative(&self, id: ShapeId, is: fn(&ShapeKind) -> bool) -> Option<&'static ShapeKind> {
        match &self.schemas.shape(id).kind {
            ShapeKind::ShortOrTable(choices) => choices
                .iter()
                .find_map(|choice| self.alternative(*choice, is)),
            kind if is(kind) || matches!(kind, ShapeKind::Any) => Some(kind),
            _ => None,
        }
    }

    /// Validates a list; returns false if a list does not fit. Invalid items are removed, so that
    /// indices are those of the items that a record gets.
    fn list(&mut self, items: &mut Vec<Node<'t>>, id: ShapeId) -> bool {
        match self.alternative(id, is_list) {
            Some(ShapeKind::List {
                items: item_id,
                least,
            }) if items.len() >= *least => {
                let count = self.findings.len();
                for item in items.iter_mut() {
                    let owner = item.span;
                    self.node(item, *item_id, owner);
                }
                self.repeated_items(items, count);
                items.retain(|item| item.value != Value::Nothing);
                true
            }
            Some(ShapeKind::Any) => {
                for item in items {
                    let owner = item.span;
                    self.node(item, id, owner);
                }
                true
            }
            _ => false,
        }
    }

    /// Reports items that are already in their list. What was reported of them, behind the first
    /// `count` findings, is left out: it goes with the item, and edits of both would overlap.
    fn repeated_items(&mut self, items: &[Node<'t>], count: usize) {
        for finding in repeated_item::scan(self.reading, items) {
            let removed = finding.help.iter().flat_map(|help| &help.edits).next();
            if let Some(At::Span(removed)) = removed.map(|edit| &edit.place.at) {
                let inner = self.findings.split_off(count);
                let kept = inner
                    .into_iter()
                    .filter(|other| !is_inside(other, *removed));
                self.findings.extend(kept);
            }
            self.findings.push(finding);
        }
    }

    /// Reports the required keys that a table lacks.
    fn missing_keys(&mut self, entries: &[Entry<'t>], shape: &'static TableShape, owner: Span) {
        for key in &shape.required {
            if entries.iter().any(|entry| entry.key == *key)
                || key_names::is_misnamed(key, entries, shape)
            {
                continue;
            }
            let expectation = shape
                .keys
                .iter()
                .find(|(name, _)| name == key)
                .map_or("", |(_, id)| {
                    self.schemas.shape(*id).expectation(self.reading.language)
                });
            self.report(|this| missing_key::report(this.reading, owner, key, expectation));
        }
    }

    /// Validates the entries of a table, each key with its value.
    fn entries(&mut self, entries: &mut [Entry<'t>], shape: &'static TableShape) {
        for index in 0..entries.len() {
            let (before, rest) = entries.split_at_mut(index);
            let Some((entry, after)) = rest.split_first_mut() else {
                break;
            };
            let unfit_names = shape
                .names
                .map(|names| self.schemas.shape(names))
                .filter(|names| !fits(ScalarForm::Text, &entry.key, names));
            match (shape_of_key(&entry.key, shape), unfit_names) {
                (Some(id), None) => {
                    self.key_text(entry, shape.names.is_some());
                    self.known_entry(entry, id, shape);
                    continue;
                }
                (Some(_), Some(names)) => self.report(|this| {
                    let expectation = names.expectation(this.reading.language);
                    unknown_key::out_of_form(this.reading, entry.key_span, &entry.key, expectation)
                }),
                (None, _) => self.report(|this| {
                    let free_keys = key_names::free(shape, |key| {
                        let mut others = before.iter().chain(&*after);
                        others.any(|other| other.key == *key)
                    });
                    this.unknown_key(entry, free_keys, shape)
                }),
            }
            entry.node.value = Value::Nothing;
        }
    }

    /// Validates the entries of a table that may hold anything.
    fn free_entries(&mut self, entries: &mut [Entry<'t>], id: ShapeId) {
        for entry in entries {
            self.key_text(entry, false);
            self.node(&mut entry.node, id, entry.key_span);
        }
    }

    /// Looks at the text of a key: a free one that is empty names nothing, and none has a character
    /// that is not seen.
    fn key_text(&mut self, entry: &Entry<'t>, is_free: bool) {
        if is_free && entry.key.is_empty() {
            self.report(|this| empty_value::of_name(this.reading, entry.key_span));
        } else if hidden(&entry.key).next().is_some() {
            self.report(|this| hidden_character::report(this.reading, entry.key_span, &entry.key));
        }
    }

    /// Validates the value of a key that its table may have.
    fn known_entry(&mut self, entry: &mut Entry<'t>, id: ShapeId, shape: &'static TableShape) {
        let count = self.findings.len();
        let (key_span, value_span) = (entry.key_span, entry.node.span);
        let may_be_misplaced = shape.names.is_some() && self.belongs_to_root(entry, shape);
        let written = may_be_misplaced.then(|| entry.node.clone());
        self.node(&mut entry.node, id, key_span);
        // A table with free keys takes any key, also one of the whole record that was moved below
        // its heading by mistake. Only its value then fails, which says nothing about the cause.
        if self.findings.len() > count
            && let Some(written) = written
            && self.would_fit(&written, &entry.key, self.root)
            && let Some(misplaced) =
                key_below_table::report(self.reading, key_span, value_span, &entry.key)
        {
            self.findings.truncate(count);
            self.findings.push(misplaced);
        }
    }

    /// Whether a key of this table is one that the table at the root has.
    fn belongs_to_root(&self, entry: &Entry<'t>, shape: &'static TableShape) -> bool {
        match self.alternative(self.root, is_table) {
            Some(ShapeKind::Table(root)) => {
                !std::ptr::eq(root, shape) && root.keys.iter().any(|(name, _)| *name == entry.key)
            }
            _ => false,
        }
    }

    /// Whether a value would fit a key of a table.
    fn would_fit(&self, node: &Node<'t>, key: &str, table: ShapeId) -> bool {
        let Some(ShapeKind::Table(shape)) = self.alternative(table, is_table) else {
            return false;
        };
        self.fits_key(node, key, shape)
    }

    fn fits_key(&self, node: &Node<'t>, key: &str, shape: &TableShape) -> bool {
        let Some(id) = shape_of_key(key, shape) else {
            return false;
        };
        let mut trial = Validator {
            reading: self.reading,
            schemas: self.schemas,
            root: self.root,
            findings: Vec::new(),
            unreported: 0,
        };
        trial.node(&mut node.clone(), id, node.span);
        trial.findings.is_empty()
    }

    /// The one table below this one that has a key, with the key's name there. Returns `None` if
    /// several have it.
    fn table_with_key(
        &self,
        name: &str,
        shape: &'static TableShape,
    ) -> Option<(&'static str, &'static str)> {
        let aliased = key_names::keys_called(name);
        let mut found = shape.keys.iter().filter_map(|(table, id)| {
            let Some(ShapeKind::Table(inner)) = self.alternative(*id, is_table) else {
                return None;
            };
            let (key, _) = inner
                .keys
                .iter()
                .find(|(key, _)| key == name || aliased.contains(&key.as_str()))?;
            Some((table.as_str(), key.as_str()))
        });
        found.next().filter(|_| found.next().is_none())
    }

    /// The finding about a key that the table cannot have.
    fn unknown_key(
        &self,
        entry: &Entry<'t>,
        free_keys: impl Iterator<Item = &'static str> + Clone,
        shape: &'static TableShape,
    ) -> Finding {
        let (reading, key_span) = (self.reading, entry.key_span);
        if let Some(finding) = no_break_space::of_key(reading, key_span) {
            return finding;
        }
        if self.belongs_to_root(entry, shape)
            && let Some(mut finding) =
                key_below_table::report(reading, key_span, entry.node.span, &entry.key)
        {
            if let Some(help) = &mut finding.help
                && !self.would_fit(&entry.node, &entry.key, self.root)
            {
                help.edits.clear();
            }
            return finding;
        }
        match self.table_with_key(&entry.key, shape) {
            Some((table, key)) if key_names::intended(&entry.key, free_keys.clone()).is_none() => {
                unknown_key::of_other_table(reading, key_span, &entry.key, table, key)
            }
            _ => {
                let fits = |key: &str| self.fits_key(&entry.node, key, shape);
                let all: Vec<&str> = shape.keys.iter().map(|(name, _)| name.as_str()).collect();
                unknown_key::report(reading, key_span, &entry.key, free_keys, &all, fits)
            }
        }
    }
}

fn is_table(kind: &ShapeKind) -> bool {
    matches!(kind, ShapeKind::Table(_))
}

fn is_list(kind: &ShapeKind) -> bool {
    matches!(kind, ShapeKind::List { .. })
}

/// The shape of a key's value: by its name, by its form, else that of any other key. Returns
/// `None` if the table cannot have the key.
fn shape_of_key(key: &str, shape: &TableShape) -> Option<ShapeId> {
    let by_name = shape.keys.iter().find(|(name, _)| name == key);
    by_name
        .map(|(_, id)| *id)
        .or_else(|| {
            let by_form = shape.forms.iter().find(|(form, _)| form.is_match(key));
            by_form.map(|(_, id)| *id)
        })
        .or(shape.others)
}
