//! Paths: the first name, and every key that follows, must be one that some record can have.

use crate::charter::builtins;
use crate::charter::expression::{Path, Root, Step};
use crate::charter::path_types::{PathType, ValueType};
use crate::charter::type_check::TypeChecker;
use crate::diagnostic::nearest;
use crate::say;

impl TypeChecker<'_> {
    pub(super) fn path(&mut self, path: &Path) -> Option<PathType> {
        let mut here = self.root(path)?;
        for step in &path.steps {
            here = if let Some(next) = here.step(&step.name) {
                next
            } else {
                self.unknown_name(&here, step);
                return None;
            };
        }
        Some(here)
    }

    /// What the record is called here: by its kind, or where the criterion judges several kinds,
    /// simply so.
    pub(super) fn record_name(&self) -> &'static str {
        if self.several {
            Root::Record.name()
        } else {
            self.subject.name()
        }
    }

    pub(super) fn root(&mut self, path: &Path) -> Option<PathType> {
        let (root, subject) = (&path.root, self.record_name());
        let found = match path.stands_for() {
            Some(Root::Row) => self.row.clone(),
            Some(Root::Principle) if self.each_principle => {
                Some(PathType::value(ValueType::word("principles"), false))
            }
            Some(Root::Year) => Some(PathType::value(ValueType::Number, false)),
            Some(known) if known.name() == subject => Some(PathType::record(self.subject)),
            _ => None,
        };
        if found.is_some() {
            return found;
        }
        let language = self.language;
        let name = &root.name;
        let whole = PathType::record(self.subject);
        let (help, near) = if whole.step(name).is_some() {
            let near = format!("{subject}.{name}");
            (
                say!(language, fr: "dire de quoi\u{a0}: `{near}`", en: "say of what: `{near}`"),
                Some(near),
            )
        } else {
            let row = self.row.is_some().then_some("row");
            let principle = self.each_principle.then_some("principle");
            let known: Vec<&str> = [subject, "year"]
                .into_iter()
                .chain(row)
                .chain(principle)
                .collect();
            let near = nearest(name, known.iter().copied()).map(str::to_owned);
            let known = known
                .iter()
                .map(|name| format!("`{name}`"))
                .collect::<Vec<_>>()
                .join(", ");
            (
                say!(language, fr: "un chemin commence ici par\u{a0}: {known}", en: "a path begins \
                    here with: {known}"),
                near,
            )
        };
        let sentence = say!(language, fr: "ce critère ne connaît pas `{name}`", en: "this \
            criterion does not know `{name}`");
        self.error(root.span, sentence, Some(help), near);
        None
    }

    /// A name that nothing bears.
    pub(super) fn unknown_name(&mut self, here: &PathType, step: &Step) {
        let (language, name) = (self.language, &step.name);
        let sentence = say!(language,
            fr: "aucune fiche ne peut avoir `{name}` à cet endroit",
            en: "no record can have `{name}` in this place");
        let keys = here.keys();
        let near = nearest(name, keys.iter().copied()).map(str::to_owned);
        let help = match (builtins::find(name), keys.is_empty()) {
            (Some(word), _) => {
                let example = word.example;
                say!(language, fr: "c'est un mot du métier\u{a0}: `{example}`", en: "it is a word \
                    of the field: `{example}`")
            }
            (None, true) => {
                say!(language, fr: "le chemin s'arrête avant", en: "the path ends before it")
            }
            (None, false) => {
                let some = keys
                    .iter()
                    .take(12)
                    .map(|key| format!("`{key}`"))
                    .collect::<Vec<_>>()
                    .join(", ");
                let more = if keys.len() > 12 { "…" } else { "" };
                say!(language, fr: "il peut y avoir\u{a0}: {some}{more}", en: "there may be: \
                    {some}{more}")
            }
        };
        self.error(step.span, sentence, Some(help), near);
    }
}
