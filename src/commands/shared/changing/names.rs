//! Ids by the names that a workspace gives them.

use crate::documents::plain;
use crate::edits::typed::KnownNames;
use crate::geography;
use crate::language::Language;
use crate::records::{List, Record};
use crate::workspace::Workspace;

/// The names of a workspace: labels of its vocabulary, names of its records and sources.
pub struct WorkspaceNames<'w>(pub &'w Workspace);

impl KnownNames for WorkspaceNames<'_> {
    fn language(&self) -> Language {
        let own = self.0.network.settings.language;
        own.unwrap_or(self.0.language)
    }

    fn word(&self, list: &str, text: &str) -> Option<String> {
        let (list, _) = List::ALL.iter().find(|(_, name)| *name == list)?;
        let vocabulary = &self.0.network.vocabulary;
        if vocabulary.word(*list, text).is_some() {
            return Some(text.to_owned());
        }
        let wanted = plain(text);
        only(vocabulary.list(*list).iter().filter(|(id, word)| {
            let short = [Language::French, Language::English]
                .map(|language| word.short.as_ref()?.exactly(language));
            let labels = [Some(id.as_str()), Some(&*word.fr), Some(&*word.en)];
            let mut labels = labels.into_iter().chain(short).flatten();
            labels.any(|label| plain(label) == wanted)
        }))
        .map(|(id, _)| id.clone())
    }

    fn record(&self, kind: &str, text: &str) -> Option<String> {
        let network = &self.0.network;
        match kind {
            "actor" | "teller" => record_called(&network.actors, text),
            "dynamic" => record_called(&network.dynamics, text),
            "territory" => record_called(&network.territories, text),
            "source" => source_called(self.0, text),
            "commune" if !geography::is_official(text) => {
                let named = geography::named(text).into_iter();
                only(named.filter(|area| geography::is_commune(area.code)))
                    .map(|area| area.code.to_string())
            }
            _ => None,
        }
    }
}

/// The id of the only record that has this id, name or alias.
fn record_called<I: std::fmt::Display, T>(records: &[Record<I, T>], text: &str) -> Option<String> {
    if records.iter().any(|record| record.id.to_string() == text) {
        return Some(text.to_owned());
    }
    let wanted = plain(text);
    only(records.iter().filter(|record| {
        let names = std::iter::once(&record.common.name).chain(&record.common.aliases);
        names.map(|name| plain(name)).any(|name| name == wanted)
    }))
    .map(|record| record.id.to_string())
}

fn source_called(workspace: &Workspace, text: &str) -> Option<String> {
    let sources = &workspace.network.sources;
    if sources.contains_key(text) {
        return Some(text.to_owned());
    }
    let wanted = plain(text);
    only(
        sources
            .iter()
            .filter(|(_, source)| source.title.as_deref().map(plain).as_ref() == Some(&wanted)),
    )
    .map(|(id, _)| id.to_string())
}

/// The item of an iterator that has no other.
fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next()?;
    items.next().is_none().then_some(first)
}
