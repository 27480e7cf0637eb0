//! Facts that a template can name, and the one that a mistyped name was meant to be.

use std::collections::BTreeSet;

use minijinja::value::{Value, ValueKind};

use crate::diagnostic::nearest;
use crate::language::Language;
use crate::renderers::page::sections::FACT_NAMES;
use crate::say;

/// Depth to which names are looked for inside facts.
// No report nests its facts deeper.
const DEPTH: usize = 8;

/// The facts of a page, and the names of all reports.
pub(super) struct KnownFacts<'k> {
    /// Every fact by name; undefined while the template is only parsed.
    pub facts: Value,
    /// Names of all reports.
    pub reports: &'k [&'static str],
}

impl KnownFacts<'_> {
    /// In brackets, what can be written instead of a fact that does not exist; empty if nothing is
    /// near.
    pub fn instead_of(&self, fact: &str, language: Language) -> String {
        let first = fact.split(['.', '[']).next().unwrap_or_default();
        if FACT_NAMES.contains(&first) && self.fact(first).is_undefined() {
            let report = self.reports.iter().copied();
            let report = report.min_by_key(|name| (self.fact(name).is_undefined(), *name));
            let report = report.unwrap_or("map");
            return say!(language,
                fr: " (nommer un rapport, `apes report {report} --template …`, ou écrire \
                    `{report}.{fact}`)",
                en: " (name a report, `apes report {report} --template …`, or write \
                    `{report}.{fact}`)");
        }
        match self.nearest_to(fact) {
            Some(known) => say!(language,
                fr: " (vouliez-vous dire `{known}`\u{202f}?)",
                en: " (did you mean `{known}`?)"),
            None => String::new(),
        }
    }

    fn fact(&self, name: &str) -> Value {
        self.facts.get_attr(name).unwrap_or_default()
    }

    /// The fact as it is written, with its first wrong name corrected.
    fn nearest_to(&self, fact: &str) -> Option<String> {
        let names: Vec<&str> = fact.split('.').collect();
        let mut holder = self.facts.clone();
        for (place, written) in names.iter().enumerate() {
            let (name, index) = written.split_once('[').unwrap_or((written, ""));
            let inside = item(holder.get_attr(name).unwrap_or_default(), index);
            if !inside.is_undefined() {
                holder = inside;
                continue;
            }
            // A variable of the template itself: its facts are somewhere inside the others.
            let is_own = place == 0 && names.len() > 1 && !self.reports.contains(&name);
            let mut known = BTreeSet::new();
            if place == 0 {
                known.extend(self.reports.iter().map(|report| (*report).to_owned()));
            }
            collect(&holder, 1, &mut known);
            if let Some(found) = nearest(name, known.iter().map(String::as_str)) {
                let written = written.replacen(name, found, 1);
                return Some(with(&names, place, &written));
            }
            return if is_own {
                self.inside_any(&names)
            } else {
                None
            };
        }
        None
    }

    /// The last name of a fact corrected by any name inside any fact.
    fn inside_any(&self, names: &[&str]) -> Option<String> {
        let (last, before) = names.split_last()?;
        let mut known = BTreeSet::new();
        collect(&self.facts, DEPTH, &mut known);
        let found = nearest(last, known.iter().map(String::as_str))?;
        Some(with(names, before.len(), found))
    }
}

/// Names with one of them in the place of another.
fn with(names: &[&str], place: usize, name: &str) -> String {
    let names = names.iter().enumerate();
    let names: Vec<&str> = names
        .map(|(at, known)| if at == place { name } else { known })
        .collect();
    names.join(".")
}

/// An item of a list by its index in brackets; the value itself where there is no index.
fn item(value: Value, index: &str) -> Value {
    match index.trim_end_matches(']').parse::<usize>() {
        Ok(index) => value.get_item(&Value::from(index)).unwrap_or_default(),
        Err(_) => value,
    }
}

/// Adds the names inside a value: its own, or at most so deep, and those of the first item of a
/// list.
fn collect(value: &Value, depth: usize, names: &mut BTreeSet<String>) {
    if depth == 0 {
        return;
    }
    match value.kind() {
        ValueKind::Map => {
            for name in value.try_iter().into_iter().flatten() {
                let inside = value.get_item(&name).unwrap_or_default();
                names.insert(name.to_string());
                collect(&inside, depth - 1, names);
            }
        }
        ValueKind::Seq | ValueKind::Iterable => {
            if let Some(first) = value.try_iter().ok().and_then(|mut items| items.next()) {
                collect(&first, depth - 1, names);
            }
        }
        _ => {}
    }
}
