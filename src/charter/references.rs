//! Checks of the names that a criterion refers to outside its expressions: principle, source,
//! lists, keys, kinds of example.

use crate::charter::compile::Compiler;
use crate::charter::criterion::{Criterion, PrincipleRef};
use crate::charter::error::{CriterionError, quote_all};
use crate::charter::path_type::PathType;
use crate::charter::value_type::ValueType;
use crate::diagnostic::nearest;
use crate::say;

impl<'c> Compiler<'c, '_> {
    /// Checks that the principle is one of the charter.
    pub(super) fn check_principle(&mut self) {
        let Some(PrincipleRef(name)) = &self.criterion.principle else {
            return;
        };
        let principles = (self.lists)("principles");
        if name == PrincipleRef::EACH || principles.contains(name) {
            return;
        }
        let sentence = say!(self.language,
            fr: "la charte n'a pas de principe `{name}`",
            en: "the charter has no principle `{name}`");
        let known = quote_all(&principles);
        let help =
            say!(self.language, fr: "ses principes\u{a0}: {known}", en: "its principles: {known}");
        self.report(CriterionError {
            help: Some(help),
            nearest: nearest_of(name, &principles),
            ..CriterionError::unknown("principle", sentence)
        });
    }

    /// Checks that the source is one of the charter or of the records, if it is not the network
    /// itself.
    pub(super) fn check_source(&mut self) {
        let Some(name) = &self.criterion.source else {
            return;
        };
        if self.criterion.is_own_rule() {
            return;
        }
        let sources = (self.lists)("sources");
        if sources.contains(name) {
            return;
        }
        let sentence = say!(self.language,
            fr: "il n'y a pas de source `{name}`, ni dans la charte, ni parmi celles des fiches",
            en: "there is no source `{name}`, neither in the charter nor among those of the \
                records");
        let own = Criterion::OWN_RULE;
        let help = say!(self.language,
            fr: "l'ajouter à la charte\u{a0}: `[sources.{name}]`, avec un titre\u{202f}; une \
                règle que le réseau se donne lui-même s'écrit `source = \"{own}\"`",
            en: "add it to the charter: `[sources.{name}]`, with a title; a rule that the \
                network sets itself is written `source = \"{own}\"`");
        self.report(CriterionError {
            help: Some(help),
            nearest: nearest_of(name, &sources),
            ..CriterionError::unknown("source", sentence)
        });
    }

    /// Checks that the examples are of a kind that the criterion applies to: others would always
    /// satisfy it.
    pub(super) fn check_examples(&mut self) {
        let criterion = self.criterion;
        for (key, examples) in [("right", &criterion.right), ("wrong", &criterion.wrong)] {
            for (index, example) in examples.iter().enumerate() {
                let subject = criterion.subject_of(example);
                if criterion.applies_to.0.contains(&subject) {
                    continue;
                }
                let kind = subject.name();
                let sentence = say!(self.language,
                    fr: "cet exemple est de la sorte `{kind}`, que ce critère n'examine pas",
                    en: "this example is of the kind `{kind}`, which this criterion does not \
                        apply to");
                self.report(CriterionError {
                    item: Some(index),
                    ..CriterionError::unknown(key, sentence)
                });
            }
        }
    }

    /// The keys that lead to a list. Makes its rows the current ones.
    pub(super) fn list_keys(&mut self, list: &'c str) -> Option<Vec<&'c str>> {
        let path_type = self.written_path("each", list, PathType::record(self.subject))?;
        if !path_type.many {
            let sentence = say!(self.language,
                fr: "`{list}` n'est pas une liste de lignes",
                en: "`{list}` is not a list of rows");
            self.report(CriterionError::unknown("each", sentence));
            return None;
        }
        self.row = Some(path_type.row());
        Some(list.split('.').collect())
    }

    /// Checks that the findings point at keys that a record, or a row, may write.
    pub(super) fn check_looks_at(&mut self, path: &str) -> bool {
        let whole = match &self.row {
            Some(row) => row.clone(),
            None => PathType::record(self.subject),
        };
        self.written_path("looks_at", path, whole).is_some()
    }

    /// The type at the end of dotted keys, all of which records write.
    fn written_path(&mut self, key: &'static str, path: &str, from: PathType) -> Option<PathType> {
        let mut path_type = from;
        for name in path.split('.') {
            let Some(next) = self.written_key(key, &path_type, name) else {
                self.report_unwritten_key(key, path, &path_type, name);
                return None;
            };
            path_type = next;
        }
        Some(path_type)
    }

    /// The type of a key that records write; under `looks_at`, also of a row by its id.
    fn written_key(&self, key: &str, path_type: &PathType, name: &str) -> Option<PathType> {
        path_type.schema_key(name).or_else(|| {
            let names_row = key == "looks_at"
                && path_type.many
                && self.row_ids(path_type).iter().any(|id| id == name);
            names_row.then(|| path_type.row())
        })
    }

    fn report_unwritten_key(
        &mut self,
        key: &'static str,
        path: &str,
        path_type: &PathType,
        name: &str,
    ) {
        let sentence = if path_type.key(name).is_some() {
            say!(self.language,
                fr: "`{name}` est calculé\u{a0}: il n'est écrit dans aucune fiche",
                en: "`{name}` is computed: it is not written in any record")
        } else {
            say!(self.language,
                fr: "aucune fiche ne peut avoir `{name}` à cet endroit",
                en: "no record can have `{name}` here")
        };
        let row_ids = self.row_ids(path_type);
        let written = path_type
            .keys()
            .into_iter()
            .filter(|key| path_type.schema_key(key).is_some());
        let nearest = nearest(name, written.chain(row_ids.iter().map(String::as_str)))
            .map(|nearest| path.replacen(name, nearest, 1));
        self.report(CriterionError {
            nearest,
            ..CriterionError::unknown(key, sentence)
        });
    }

    /// The ids that rows may have, if a list of the vocabulary contains them all; any other id may
    /// be in one record only.
    fn row_ids(&self, rows: &PathType) -> Vec<String> {
        match rows.row_id() {
            Some(ValueType::Text {
                list: Some(list), ..
            }) => (self.lists)(&list),
            _ => Vec::new(),
        }
    }
}

fn nearest_of(name: &str, known: &[String]) -> Option<String> {
    nearest(name, known.iter().map(String::as_str)).map(str::to_owned)
}
