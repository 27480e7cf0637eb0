//! A criterion on its way to be law: what it names must be there, for every kind of record and list
//! that it reaches.

use crate::charter::compiled::{CompiledCriterion, CriterionTarget};
use crate::charter::criterion::{Criterion, Example, PrincipleRef};
use crate::charter::expression::{self, Node, Shown, Unread};
use crate::charter::path_types::{PathType, Subject, ValueType};
use crate::charter::type_check::{CriterionError, ErrorKind, Lists, TypeChecker};
use crate::language::Language;
use crate::say;

/// Lists of rows that one criterion judges at the most.
const LISTS: usize = 8;

/// A criterion read and judged: what may be asked where nothing is at fault, and every fault.
pub(super) fn compile<'c>(
    id: &'c str,
    criterion: &'c Criterion,
    lists: &Lists,
    language: Language,
) -> (Option<CompiledCriterion<'c>>, Vec<CriterionError>) {
    let subject = criterion.subject();
    let mut draft = Compiler {
        criterion,
        lists,
        language,
        subject,
        row: None,
        errors: Vec::new(),
    };
    let compiled = draft.compiled(id);
    (compiled.filter(|_| draft.errors.is_empty()), draft.errors)
}

/// A criterion on its way to be a law.
struct Compiler<'c, 'l> {
    criterion: &'c Criterion,
    lists: &'l Lists<'l>,
    language: Language,
    /// The kind of record in turn.
    subject: Subject,
    /// A row of the list in turn.
    row: Option<PathType>,
    errors: Vec<CriterionError>,
}

impl<'c> Compiler<'c, '_> {
    fn compiled(&mut self, id: &'c str) -> Option<CompiledCriterion<'c>> {
        let criterion = self.criterion;
        self.principle();
        self.source();
        self.examples();
        self.reaches_once()?;
        let each = &criterion.each.0;
        let mut targets = Vec::new();
        for subject in &criterion.applies_to.0 {
            (self.subject, self.row) = (*subject, None);
            if each.is_empty() {
                targets.push(self.target(None));
            }
            for (at, rows) in each.iter().enumerate() {
                let (before, keys) = (self.errors.len(), self.rows(rows));
                // Which of several names is at fault is told by its place among them.
                let item = (each.len() > 1).then_some(at);
                self.errors[before..]
                    .iter_mut()
                    .for_each(|error| error.item = item);
                targets.push(keys.and_then(|keys| self.target(Some(keys))));
            }
        }
        let targets = targets
            .into_iter()
            .collect::<Option<Vec<CriterionTarget>>>()?;
        Some(CompiledCriterion {
            id,
            criterion,
            targets,
        })
    }

    /// A kind of record or a list that is named twice would be judged twice.
    fn reaches_once(&mut self) -> Option<()> {
        let (kinds, each) = (&self.criterion.applies_to.0, &self.criterion.each.0);
        if each.len() > LISTS {
            let sentence = say!(self.language,
                fr: "un critère juge les lignes de {LISTS} listes au plus",
                en: "a criterion judges the rows of {LISTS} lists at most");
            self.error("each", sentence, None, None);
            return None;
        }
        for (key, twice) in [("applies_to", has_twice(kinds)), ("each", has_twice(each))] {
            if twice {
                let sentence = say!(self.language, fr: "un même nom y est deux fois", en: "the \
                    same name is there twice");
                self.error(key, sentence, None, None);
                return None;
            }
        }
        Some(())
    }

    /// What it asks of one kind of record, or of the rows of one list.
    fn target(&mut self, each: Option<Vec<&'c str>>) -> Option<CriterionTarget<'c>> {
        let criterion = self.criterion;
        let condition = criterion
            .condition
            .as_deref()
            .map(|text| self.expression("if", text));
        let requires = self.expression("requires", &criterion.requires);
        let looks_at = criterion
            .looks_at
            .as_deref()
            .map(|path| self.looks_at(path));
        let shown = criterion.shown.as_ref().map(|shown| {
            [
                self.template("shown.fr", &shown.fr),
                self.template("shown.en", &shown.en),
            ]
        });
        let shown = match shown {
            Some([Some(french), Some(english)]) => Some([french, english]),
            _ => None,
        };
        looks_at.unwrap_or(Some(()))?;
        let condition = condition.map_or(Some(None), |condition| condition.map(Some))?;
        Some(CriterionTarget {
            subject: self.subject,
            each,
            condition,
            requires: requires?,
            shown,
        })
    }

    fn error(
        &mut self,
        key: &'static str,
        sentence: String,
        help: Option<String>,
        near: Option<String>,
    ) {
        self.report(CriterionError {
            kind: ErrorKind::Unknown,
            key,
            item: None,
            span: None,
            sentence,
            help,
            near,
        });
    }

    /// Keeps a fault; one that stands in the same place for several kinds of record is told once.
    fn report(&mut self, error: CriterionError) {
        let same = |known: &CriterionError| {
            known.key == error.key && known.item == error.item && known.span == error.span
        };
        if !self.errors.iter().any(same) {
            self.errors.push(error);
        }
    }

    /// Examples of a kind of record that the criterion does not judge would always pass.
    fn examples(&mut self) {
        let criterion = self.criterion;
        let judges = |case: &Example| criterion.applies_to.0.contains(&criterion.subject_of(case));
        for (key, cases) in [("right", &criterion.right), ("wrong", &criterion.wrong)] {
            for (at, case) in cases.iter().enumerate().filter(|(_, case)| !judges(case)) {
                let kind = criterion.subject_of(case).name();
                let sentence = say!(self.language,
                    fr: "cet exemple est de la sorte `{kind}`, que ce critère ne juge pas",
                    en: "this example is of the kind `{kind}`, which this criterion does not judge");
                self.report(CriterionError {
                    kind: ErrorKind::Unknown,
                    key,
                    item: Some(at),
                    span: None,
                    sentence,
                    help: None,
                    near: None,
                });
            }
        }
    }

    fn principle(&mut self) {
        let Some(PrincipleRef(name)) = &self.criterion.principle else {
            return;
        };
        let known = (self.lists)("principles");
        if name == PrincipleRef::EACH || known.iter().any(|principle| principle == name) {
            return;
        }
        let near =
            crate::diagnostic::nearest(name, known.iter().map(String::as_str)).map(str::to_owned);
        let known = known
            .iter()
            .map(|one| format!("`{one}`"))
            .collect::<Vec<_>>()
            .join(", ");
        let sentence = say!(self.language,
            fr: "la charte n'a pas de principe `{name}`",
            en: "the charter has no principle `{name}`");
        let help =
            say!(self.language, fr: "ses principes\u{a0}: {known}", en: "its principles: {known}");
        self.error("principle", sentence, Some(help), near);
    }

    fn source(&mut self) {
        let Some(name) = &self.criterion.source else {
            return;
        };
        let known = (self.lists)("sources");
        if known.iter().any(|source| source == name) {
            return;
        }
        let near =
            crate::diagnostic::nearest(name, known.iter().map(String::as_str)).map(str::to_owned);
        let sentence = say!(self.language,
            fr: "il n'y a pas de source `{name}`, ni dans la charte, ni dans celles des fiches",
            en: "there is no source `{name}`, neither in the charter nor among those of the \
                records");
        let help = say!(self.language,
            fr: "l'ajouter à la charte\u{a0}: `[sources.{name}]`, avec un titre",
            en: "add it to the charter: `[sources.{name}]`, with a title");
        self.error("source", sentence, Some(help), near);
    }

    /// The keys that lead to rows; `row` is then one of them.
    fn rows(&mut self, each: &'c str) -> Option<Vec<&'c str>> {
        let path_type = self.keys("each", each, PathType::record(self.subject))?;
        if !path_type.many {
            let sentence = say!(self.language,
                fr: "`{each}` n'a pas plusieurs lignes",
                en: "`{each}` has not several rows");
            self.error("each", sentence, None, None);
            return None;
        }
        self.row = Some(path_type.row());
        Some(each.split('.').collect())
    }

    fn looks_at(&mut self, path: &str) -> Option<()> {
        let whole = self
            .row
            .clone()
            .unwrap_or_else(|| PathType::record(self.subject));
        self.keys("looks_at", path, whole).map(|_| ())
    }

    /// What dotted keys lead to.
    fn keys(&mut self, key: &'static str, path: &str, from: PathType) -> Option<PathType> {
        let mut here = from;
        for step in path.split('.') {
            let named = || {
                here.named()
                    .filter(|id| key == "looks_at" && here.many && self.is_id(step, id))
            };
            let Some(next) = here.written(step).or_else(|| named().map(|_| here.row())) else {
                let known = self.ids(&here);
                let written = here
                    .keys()
                    .into_iter()
                    .filter(|key| here.written(key).is_some());
                let known = written.chain(known.iter().map(String::as_str));
                let near = crate::diagnostic::nearest(step, known).map(str::to_owned);
                let near = near.map(|near| path.replacen(step, &near, 1));
                let sentence = if here.step(step).is_some() {
                    say!(self.language,
                        fr: "`{step}` est calculé\u{a0}: aucune fiche ne l'écrit",
                        en: "`{step}` is computed: no record has it in writing")
                } else {
                    say!(self.language,
                        fr: "aucune fiche ne peut avoir `{step}` à cet endroit",
                        en: "no record can have `{step}` in this place")
                };
                self.error(key, sentence, None, near);
                return None;
            };
            here = next;
        }
        Some(here)
    }

    /// Whether a name may be the id of a row: a word of a list; ids of records are of one record
    /// alone.
    fn is_id(&self, name: &str, id: &ValueType) -> bool {
        matches!(id, ValueType::Text { list: Some(list), .. } if (self.lists)(list).iter().any(|word| word == name))
    }

    /// The ids that rows may bear, where a list holds them all.
    fn ids(&self, rows: &PathType) -> Vec<String> {
        match rows.named() {
            Some(ValueType::Text {
                list: Some(list), ..
            }) => (self.lists)(&list),
            _ => Vec::new(),
        }
    }

    fn expression(&mut self, key: &'static str, text: &str) -> Option<Node> {
        let node = match expression::read(text) {
            Ok(node) => node,
            Err(unread) => {
                self.unread(key, &unread);
                return None;
            }
        };
        self.judged(key, text, |checker| checker.judge(&node));
        Some(node)
    }

    /// Has something judged at a key, and keeps what is found.
    fn judged(&mut self, key: &'static str, text: &str, judge: impl FnOnce(&mut TypeChecker)) {
        let mut checker = TypeChecker {
            subject: self.subject,
            several: self.criterion.applies_to.0.len() > 1,
            row: self.row.clone(),
            each_principle: self.criterion.is_each(),
            lists: self.lists,
            language: self.language,
            key,
            text,
            errors: Vec::new(),
        };
        judge(&mut checker);
        checker
            .errors
            .into_iter()
            .for_each(|error| self.report(error));
    }

    fn template(&mut self, key: &'static str, text: &str) -> Option<Vec<Shown>> {
        let mut pieces = match expression::read_shown(text) {
            Ok(pieces) => pieces,
            Err(unread) => {
                self.unread(key, &unread);
                return None;
            }
        };
        self.judged(key, text, |checker| {
            for piece in &mut pieces {
                if let Shown::Value(node, list) = piece {
                    *list = checker.shown(node);
                }
            }
        });
        Some(pieces)
    }

    fn unread(&mut self, key: &'static str, unread: &Unread) {
        let Unread { span, why, help } = *unread;
        let sentence = why.get(self.language).to_owned();
        let help = help.map(|help| help.get(self.language).to_owned());
        let (kind, span) = (ErrorKind::Unreadable, Some(span));
        self.report(CriterionError {
            kind,
            key,
            item: None,
            span,
            sentence,
            help,
            near: None,
        });
    }
}

fn has_twice<T: PartialEq>(all: &[T]) -> bool {
    all.iter()
        .enumerate()
        .any(|(at, one)| all[..at].contains(one))
}
