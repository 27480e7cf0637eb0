//! What is known of a new record: its options, its keys, and what the gazetteer adds.

use anyhow::{Result, bail};

use crate::commands::new::arguments::Arguments;
use crate::commands::shared::asking::ask;
use crate::commands::shared::changing::{Assignment, WorkspaceNames};
use crate::commands::shared::fresh_territory::keys_of_area;
use crate::commands::shared::official_area::{area_called, areas_called};
use crate::commands::shared::record_kind::RecordKind;
use crate::diagnostic::RouteStep;
use crate::documents::top_keys;
use crate::edits::NewValue;
use crate::edits::typed::{KnownNames, typed_value};
use crate::geography::{self, Area};
use crate::language::Language;
use crate::records::List;
use crate::route;
use crate::say;
use crate::workspace::Workspace;

/// What is known of a new record.
pub struct Known {
    /// Its name.
    pub name: String,
    /// The official area that it is, or in which it is.
    pub area: Option<Area>,
    /// The keys at its top.
    pub keys: Vec<(String, NewValue)>,
    /// Values for places further down.
    pub assignments: Vec<Assignment>,
}

/// Gathers what the command line says.
pub fn gather(arguments: &Arguments, workspace: &Workspace) -> Result<Known> {
    let language = workspace.language;
    let mut known = named(arguments, workspace)?;
    if known.name.is_empty() {
        bail!(say!(language, fr: "il faut un nom", en: "a name is needed"));
    }
    let kind = arguments.kind.name();
    let names = WorkspaceNames(workspace);
    for (key, text) in [
        ("kind", &arguments.word),
        ("theme", &arguments.theme),
        ("from", &arguments.from),
    ] {
        if let Some(text) = text {
            known.add(kind, key, text, &names);
        }
    }
    if let Some(source) = &arguments.source {
        known.set("sources", NewValue::List(vec![cited(source, &names)]));
    }
    for typed in &arguments.values {
        known.assign(typed, arguments.kind, &names, language)?;
    }
    if arguments.kind == RecordKind::Actor && !known.has("kind") {
        let question = kinds_question(workspace);
        if let Some(answer) = ask(&question, None, language)? {
            known.add(kind, "kind", &answer, &names);
        }
    }
    Ok(known)
}

/// The name, with what the gazetteer knows of the place.
fn named(arguments: &Arguments, workspace: &Workspace) -> Result<Known> {
    let (name, language) = (arguments.name.trim(), workspace.language);
    let mut known = Known {
        name: name.to_owned(),
        area: None,
        keys: Vec::new(),
        assignments: Vec::new(),
    };
    match (arguments.kind, &arguments.at) {
        (RecordKind::Territory, at) => {
            let word = arguments.word.as_deref();
            let word =
                word.and_then(|text| WorkspaceNames(workspace).word("territory_kinds", text));
            known.area = match at {
                Some(at) => Some(area_called(at, word.as_deref(), language)?),
                None => only(&areas_called(name, word.as_deref())),
            };
            let Some(area) = known.area else {
                known.keys = vec![("name".to_owned(), NewValue::Text(known.name.clone()))];
                return Ok(known);
            };
            if name == area.code {
                area.label().clone_into(&mut known.name);
            }
            known.keys = keys_of_area(&known.name, &area, &workspace.network.vocabulary, language);
        }
        (RecordKind::Source, _) => {
            known.keys = vec![("title".to_owned(), NewValue::Text(known.name.clone()))];
        }
        (kind, at) => {
            known.keys = vec![("name".to_owned(), NewValue::Text(known.name.clone()))];
            known.area = match at {
                Some(at) => Some(area_called(at, None, language)?),
                None => None,
            };
            let commune = known.area.filter(|area| geography::is_commune(area.code));
            if let Some(commune) = commune
                && kind != RecordKind::Published
            {
                known.set("place", NewValue::Text(commune.code.to_owned()));
            }
        }
    }
    Ok(known)
}

fn only(areas: &[Area]) -> Option<Area> {
    match areas {
        [area] => Some(*area),
        _ => None,
    }
}

impl Known {
    fn has(&self, key: &str) -> bool {
        self.keys.iter().any(|(name, _)| name == key)
    }

    /// Gives a key at the top a value, instead of the one that it has.
    fn set(&mut self, key: &str, value: NewValue) {
        self.keys.retain(|(name, _)| name != key);
        self.keys.push((key.to_owned(), value));
    }

    fn add(&mut self, kind: &str, key: &str, text: &str, names: &dyn KnownNames) {
        self.set(key, typed_value(kind, &route![key], text, names));
    }

    /// Adds `key=value` as it is typed.
    fn assign(
        &mut self,
        typed: &str,
        kind: RecordKind,
        names: &dyn KnownNames,
        language: Language,
    ) -> Result<()> {
        if kind == RecordKind::Source {
            // The keys of a source are below its id, whatever that is.
            let below = format!("x.{typed}");
            let assignment = Assignment::parse(&below, "sources", names, language)?;
            let value = typed_value("sources", &assignment.route, &assignment.text, names);
            if let [_, RouteStep::Key(key)] = &assignment.route.0[..] {
                self.set(key, value);
            }
            return Ok(());
        }
        let assignment = Assignment::parse(typed, kind.name(), names, language)?;
        match &assignment.route.0[..] {
            [RouteStep::Key(key)] if is_top_key(kind, key) => {
                let key = key.clone();
                self.add(kind.name(), &key, &assignment.text, names);
            }
            _ => self.assignments.push(assignment),
        }
        Ok(())
    }
}

fn is_top_key(kind: RecordKind, key: &str) -> bool {
    top_keys(kind.name()).iter().any(|known| known.name == key)
}

/// A source by its id, or described in place by its title.
fn cited(source: &str, names: &dyn KnownNames) -> NewValue {
    match names.record("source", source) {
        Some(id) => NewValue::Text(id),
        None => NewValue::Table(vec![(
            "title".to_owned(),
            NewValue::Text(source.to_owned()),
        )]),
    }
}

/// The question about the kind of an actor, with the words that answer it.
fn kinds_question(workspace: &Workspace) -> String {
    let words = workspace.network.vocabulary.list(List::ActorKinds);
    let ids: Vec<&str> = words.iter().map(|(id, _)| id.as_str()).collect();
    let ids = ids.join(", ");
    say!(workspace.language,
        fr: "Quelle sorte d'acteur\u{202f}? ({ids})",
        en: "Which kind of actor? ({ids})")
}
