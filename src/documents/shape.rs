//! Walks a tree along its schema: tells every fault of shape, types plain scalars, puts aside what
//! does not fit.

use std::borrow::Cow;

use crate::diagnostic::Finding;
use crate::documents::document::{Entry, Node, ScalarForm, Value};
use crate::documents::hints::{self, ParseFailure};
use crate::documents::names;
use crate::documents::schema::{Kind, Schemas, Shape, ShapeId, TableShape};
use crate::documents::{Limits, Reading};
use crate::sources::Span;

/// Judges a tree by the schema of its kind.
///
/// Afterwards every value left in the tree fits the schema, so that reading it into a record cannot
/// fail.
#[must_use]
pub fn judge<'t>(reading: &Reading<'t>, kind: &str, tree: &mut Node<'t>) -> Vec<Finding> {
    let schemas = Schemas::embedded();
    let root = schemas.root(kind);
    let mut judge = Judge {
        reading,
        schemas,
        root,
        findings: Vec::new(),
        untold: 0,
    };
    let first = tree.resolve(&crate::diagnostic::At::File).0;
    judge.node(tree, root, first);
    if judge.untold > 0 {
        judge
            .findings
            .push(hints::beyond_limit::of_faults(reading, first, judge.untold));
    }
    judge.findings
}

struct Judge<'r, 't> {
    reading: &'r Reading<'t>,
    schemas: &'static Schemas,
    root: ShapeId,
    findings: Vec<Finding>,
    untold: usize,
}

impl<'t> Judge<'_, 't> {
    /// Tells a fault, which is put into words only as long as anybody could mend so many.
    fn report(&mut self, fault: impl FnOnce(&Self) -> Finding) {
        if self.findings.len() < Limits::FAULTS {
            let finding = fault(self);
            self.findings.push(finding);
        } else {
            self.untold += 1;
        }
    }

    /// Judges one value; `owner` is the span of its key, where what is missing inside it is shown.
    fn node(&mut self, node: &mut Node<'t>, id: ShapeId, owner: Span) {
        let fits = match &mut node.value {
            Value::Nothing => true,
            Value::Scalar(form, text) => match fit(*form, text, self.schemas.shape(id)) {
                Fit::As(kept, spelling) => {
                    *form = kept;
                    if let Some(spelling) = spelling {
                        *text = Cow::Owned(spelling);
                    }
                    true
                }
                Fit::TooLong(most) => {
                    let length = text.chars().count();
                    let span = node.span;
                    self.report(|judge| {
                        hints::beyond_limit::of_text(judge.reading, span, length, most)
                    });
                    node.value = Value::Nothing;
                    true
                }
                Fit::Not => false,
            },
            Value::List(items) => self.list(items, id),
            Value::Table(entries) => match self.find(id, |kind| matches!(kind, Kind::Table(_))) {
                Some(Kind::Table(shape)) => {
                    self.table(entries, shape, owner);
                    true
                }
                found => found.is_some(),
            },
        };
        if !fits {
            let value = if matches!(node.value, Value::Table(_)) {
                owner
            } else {
                node.span
            };
            let wanted = self.schemas.shape(id);
            self.report(|judge| {
                hints::report(&ParseFailure::of_shape(judge.reading, value, wanted))
            });
            node.value = Value::Nothing;
        }
    }

    /// The first alternative of a shape that is of a kind, or that takes anything.
    fn find(&self, id: ShapeId, is: fn(&Kind) -> bool) -> Option<&'static Kind> {
        match &self.schemas.shape(id).kind {
            Kind::ShortOrTable(choices) => choices.iter().find_map(|choice| self.find(*choice, is)),
            kind if is(kind) || matches!(kind, Kind::Any) => Some(kind),
            _ => None,
        }
    }

    /// Judges a list; what is put aside leaves it, so that an item's place is the one that records
    /// count by.
    fn list(&mut self, items: &mut Vec<Node<'t>>, id: ShapeId) -> bool {
        match self.find(id, |kind| matches!(kind, Kind::List { .. })) {
            Some(Kind::List {
                items: inner,
                least,
            }) if items.len() >= *least => {
                for item in items.iter_mut() {
                    let owner = item.span;
                    self.node(item, *inner, owner);
                }
                items.retain(|item| item.value != Value::Nothing);
                true
            }
            found => matches!(found, Some(Kind::Any)),
        }
    }

    fn table(&mut self, entries: &mut [Entry<'t>], shape: &'static TableShape, owner: Span) {
        self.missing(entries, shape, owner);
        self.entries(entries, shape);
    }

    fn missing(&mut self, entries: &[Entry<'t>], shape: &'static TableShape, owner: Span) {
        for key in &shape.required {
            if !entries.iter().any(|entry| entry.key == *key)
                && !names::stands_for(key, entries, shape)
            {
                let wanted = shape.keys.iter().find(|(name, _)| name == key);
                let wanted = wanted.map_or("", |(_, id)| {
                    self.schemas.shape(*id).wanted(self.reading.language)
                });
                self.report(|judge| hints::missing_key::report(judge.reading, owner, key, wanted));
            }
        }
    }

    fn entries(&mut self, entries: &mut [Entry<'t>], shape: &'static TableShape) {
        for at in 0..entries.len() {
            let (before, rest) = entries.split_at_mut(at);
            let Some((entry, after)) = rest.split_first_mut() else {
                break;
            };
            let names = shape.names.map(|names| self.schemas.shape(names));
            let out_of_form = names.filter(|names| !fits(ScalarForm::Text, &entry.key, names));
            match (place(entry, shape), out_of_form) {
                (Some(id), None) => {
                    let before = self.findings.len();
                    let (key, value) = (entry.key_span, entry.node.span);
                    self.node(&mut entry.node, id, key);
                    // Below a table with free keys, a line that slid there is taken for one of
                    // them, and does not fit.
                    if self.findings.len() > before
                        && shape.names.is_some()
                        && self.belongs_above(entry, shape)
                        && let Some(misplaced_key_help) =
                            hints::key_below_table::report(self.reading, key, value, &entry.key)
                    {
                        self.findings.truncate(before);
                        self.findings.push(misplaced_key_help);
                    }
                    continue;
                }
                (Some(_), Some(names)) => self.report(|judge| {
                    let (reading, wanted) = (judge.reading, names.wanted(judge.reading.language));
                    hints::unknown_key::out_of_form(reading, entry.key_span, &entry.key, wanted)
                }),
                (None, _) => self.report(|judge| {
                    let others = || before.iter().chain(&*after);
                    judge.unknown_key(
                        entry,
                        names::free(shape, |key| others().any(|other| other.key == *key)),
                        shape,
                    )
                }),
            }
            entry.node.value = Value::Nothing;
        }
    }

    /// Whether a key is one of the whole record that stands inside one of its tables.
    fn belongs_above(&self, entry: &Entry<'t>, shape: &'static TableShape) -> bool {
        match self.find(self.root, |kind| matches!(kind, Kind::Table(_))) {
            Some(Kind::Table(top)) => {
                !std::ptr::eq(top, shape) && top.keys.iter().any(|(name, _)| *name == entry.key)
            }
            _ => false,
        }
    }

    /// The one table among those of this one that has such a key, and how the key is written there.
    fn inside(
        &self,
        name: &str,
        shape: &'static TableShape,
    ) -> Option<(&'static str, &'static str)> {
        let called = names::called(name);
        let mut found = shape.keys.iter().filter_map(|(table, id)| {
            let Some(Kind::Table(inner)) = self.find(*id, |kind| matches!(kind, Kind::Table(_)))
            else {
                return None;
            };
            let key = inner
                .keys
                .iter()
                .find(|(key, _)| key == name || called.contains(&key.as_str()))?;
            Some((table.as_str(), key.0.as_str()))
        });
        found.next().filter(|_| found.next().is_none())
    }

    /// A key that the table does not have: slid below a heading, mistyped, or unknown altogether.
    fn unknown_key(
        &self,
        entry: &Entry<'t>,
        free: impl Iterator<Item = &'static str> + Clone,
        shape: &'static TableShape,
    ) -> Finding {
        if let Some(finding) = hints::no_break_space::of_key(self.reading, entry.key_span) {
            return finding;
        }
        self.belongs_above(entry, shape)
            .then(|| {
                hints::key_below_table::report(
                    self.reading,
                    entry.key_span,
                    entry.node.span,
                    &entry.key,
                )
            })
            .flatten()
            .unwrap_or_else(|| match self.inside(&entry.key, shape) {
                Some((table, key)) if names::meant(&entry.key, free.clone()).is_none() => {
                    hints::unknown_key::of_table(
                        self.reading,
                        entry.key_span,
                        &entry.key,
                        table,
                        key,
                    )
                }
                _ => hints::unknown_key::report(self.reading, entry.key_span, &entry.key, free),
            })
    }
}

/// The shape of a key's value, where a table has such a key.
fn place(entry: &Entry, shape: &TableShape) -> Option<ShapeId> {
    let known = shape
        .keys
        .iter()
        .find(|(name, _)| *name == entry.key)
        .map(|(_, id)| *id);
    let formed = || {
        shape
            .forms
            .iter()
            .find(|(form, _)| form.is_match(&entry.key))
            .map(|(_, id)| *id)
    };
    known.or_else(formed).or(shape.others)
}

/// Whether a scalar would fit a shape.
#[must_use]
pub fn fits(form: ScalarForm, text: &str, wanted: &Shape) -> bool {
    matches!(fit(form, text, wanted), Fit::As(..))
}

/// The shape of the items where a shape allows a list.
#[must_use]
pub fn items(wanted: &Shape) -> Option<&Shape> {
    let schemas = Schemas::embedded();
    match &wanted.kind {
        Kind::ShortOrTable(choices) => choices
            .iter()
            .find_map(|choice| items(schemas.shape(*choice))),
        Kind::List { items, .. } => Some(schemas.shape(*items)),
        _ => None,
    }
}

/// Whether a scalar fits a shape, and as what.
fn fit(form: ScalarForm, text: &str, wanted: &Shape) -> Fit {
    match &wanted.kind {
        Kind::Any => Fit::As(form, None),
        Kind::ShortOrTable(choices) => choices.iter().fold(Fit::Not, |last, choice| match last {
            Fit::As(..) => last,
            _ => fit(form, text, Schemas::embedded().shape(*choice)),
        }),
        Kind::Boolean => {
            let spelled = form == ScalarForm::Plain && matches!(text, "true" | "false");
            if spelled || form == ScalarForm::Boolean {
                Fit::As(ScalarForm::Boolean, None)
            } else {
                Fit::Not
            }
        }
        Kind::Number { whole, least, most } => number(form, text, *whole, *least, *most),
        Kind::Text {
            pattern,
            longest,
            choices,
        } => {
            if !matches!(
                form,
                ScalarForm::Text | ScalarForm::Plain | ScalarForm::Date
            ) || pattern
                .as_ref()
                .is_some_and(|pattern| !pattern.is_match(text))
                || !choices.is_empty() && !choices.iter().any(|choice| choice == text)
            {
                Fit::Not
            } else if text.len() > *longest && text.chars().count() > *longest {
                Fit::TooLong(*longest)
            } else {
                Fit::As(ScalarForm::Text, None)
            }
        }
        Kind::List { .. } | Kind::Table(_) => Fit::Not,
    }
}

/// How a scalar fits.
enum Fit {
    /// Read as this form, with another spelling where the form wants one.
    As(ScalarForm, Option<String>),
    /// A text with more characters than these.
    TooLong(usize),
    /// Not at all.
    Not,
}

fn number(form: ScalarForm, text: &str, whole: bool, least: f64, most: f64) -> Fit {
    let numeric = match form {
        ScalarForm::Integer | ScalarForm::Float => true,
        ScalarForm::Plain => spelled_as_number(text),
        ScalarForm::Text | ScalarForm::Boolean | ScalarForm::Date => false,
    };
    let value = if numeric {
        text.parse::<f64>().ok()
    } else {
        None
    };
    let Some(value) = value.filter(|value| value.is_finite() && *value >= least && *value <= most)
    else {
        return Fit::Not;
    };
    match (whole, value.fract() == 0.0, text.parse::<i64>()) {
        (false, ..) => Fit::As(ScalarForm::Float, None),
        (true, true, Ok(_)) => Fit::As(ScalarForm::Integer, None),
        (true, true, Err(_)) => Fit::As(ScalarForm::Integer, Some(format!("{value:.0}"))),
        (true, false, _) => Fit::Not,
    }
}

/// `12`, `-3`, `59.10`, but not `010`, `1e3`, `.5` or `1:30`.
fn spelled_as_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let all = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    all(whole) && all(decimals) && (whole == "0" || !whole.starts_with('0'))
}
