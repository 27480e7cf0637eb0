//! Checks of paths: the first name must be known, and every key one that some record can have.

use crate::charter::builtins;
use crate::charter::error::{quote_all, quote_some};
use crate::charter::expression::{Identifier, Path, Root};
use crate::charter::path_type::PathType;
use crate::charter::type_check::type_checker::TypeChecker;
use crate::charter::value_type::ValueType;
use crate::diagnostic::nearest;
use crate::say;

impl TypeChecker<'_> {
    /// The type of a path; `None` if it has an error.
    pub(super) fn check_path(&mut self, path: &Path) -> Option<PathType> {
        let Some(mut path_type) = self.root_type(path) else {
            self.report_unknown_root(&path.root);
            return None;
        };
        for key in &path.keys {
            let Some(next) = path_type.key(&key.name) else {
                self.report_unknown_key(&path_type, key);
                return None;
            };
            path_type = next;
        }
        Some(path_type)
    }

    /// The name of the record in expressions: its kind, or `record` if there are several kinds.
    pub(super) fn record_name(&self) -> &'static str {
        if self.has_several_subjects {
            Root::Record.name()
        } else {
            self.subject.name()
        }
    }

    /// The type of the first name; `None` if it means nothing in this criterion.
    fn root_type(&self, path: &Path) -> Option<PathType> {
        match path.known_root()? {
            Root::Row => self.row.clone(),
            Root::Principle => self
                .is_each_principle
                .then(|| PathType::value(ValueType::word("principles"), false)),
            Root::Year => Some(PathType::value(ValueType::Number, false)),
            root => (root.name() == self.record_name()).then(|| PathType::record(self.subject)),
        }
    }

    fn report_unknown_root(&mut self, root: &Identifier) {
        let (language, record, name) = (self.language, self.record_name(), &root.name);
        let sentence = say!(language,
            fr: "ce critère ne connaît pas `{name}`",
            en: "this criterion does not know `{name}`");
        let (help, nearest) = if PathType::record(self.subject).key(name).is_some() {
            let path = format!("{record}.{name}");
            let help = say!(language,
                fr: "nommer la fiche\u{a0}: `{path}`",
                en: "name the record: `{path}`");
            (help, Some(path))
        } else {
            let row = self.row.is_some().then_some(Root::Row.name());
            let principle = self.is_each_principle.then_some(Root::Principle.name());
            let mut roots = vec![record, Root::Year.name()];
            roots.extend(row.into_iter().chain(principle));
            let nearest = nearest(name, roots.iter().copied()).map(str::to_owned);
            let roots = quote_all(roots);
            let help = say!(language,
                fr: "un chemin commence ici par\u{a0}: {roots}",
                en: "a path begins here with: {roots}");
            (help, nearest)
        };
        self.report_with_help(root.span, sentence, Some(help), nearest);
    }

    /// Reports a key that no record can have after a path.
    fn report_unknown_key(&mut self, path_type: &PathType, key: &Identifier) {
        let (language, name) = (self.language, &key.name);
        let sentence = say!(language,
            fr: "aucune fiche ne peut avoir `{name}` à cet endroit",
            en: "no record can have `{name}` here");
        let keys = path_type.keys();
        let help = if let Some(builtin) = builtins::find(name) {
            let example = builtin.example;
            say!(language,
                fr: "c'est une fonction\u{a0}: `{example}`",
                en: "it is a function: `{example}`")
        } else if keys.is_empty() {
            say!(language, fr: "le chemin s'arrête avant", en: "the path ends before it")
        } else {
            let known = quote_some(&keys);
            say!(language, fr: "clés possibles\u{a0}: {known}", en: "possible keys: {known}")
        };
        let nearest = nearest(name, keys.iter().copied()).map(str::to_owned);
        self.report_with_help(key.span, sentence, Some(help), nearest);
    }
}
