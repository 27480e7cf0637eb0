//! The compiler of one criterion, for every kind of record or list that it applies to.

use crate::charter::compiled_criterion::{CompiledCriterion, CriterionTarget};
use crate::charter::criterion::Criterion;
use crate::charter::error::{CriterionError, ErrorKind};
use crate::charter::expression::{self, Node, ParseError, TemplatePart};
use crate::charter::path_type::PathType;
use crate::charter::subject::Subject;
use crate::charter::type_check::{TypeChecker, WordLists};
use crate::language::Language;
use crate::say;
use crate::sources::Cut;

/// Lists that one criterion may check the rows of: each is compiled by itself, for each kind of
/// record.
const MAX_LISTS: usize = 8;

/// Compiles a criterion. Returns it if it has no error, and all its errors.
pub(super) fn compile<'c>(
    id: &'c str,
    criterion: &'c Criterion,
    lists: &WordLists,
    language: Language,
) -> (Option<CompiledCriterion<'c>>, Vec<CriterionError>) {
    let mut compiler = Compiler {
        criterion,
        lists,
        language,
        subject: criterion.subject(),
        row: None,
        errors: Vec::new(),
    };
    let output = compiler.compile(id);
    let errors = compiler.errors;
    (output.filter(|_| errors.is_empty()), errors)
}

/// The compiler of one criterion.
pub(super) struct Compiler<'c, 'l> {
    pub(super) criterion: &'c Criterion,
    pub(super) lists: &'l WordLists<'l>,
    pub(super) language: Language,
    /// The current kind of record.
    pub(super) subject: Subject,
    /// The type of a row of the current list.
    pub(super) row: Option<PathType>,
    pub(super) errors: Vec<CriterionError>,
}

impl<'c> Compiler<'c, '_> {
    fn compile(&mut self, id: &'c str) -> Option<CompiledCriterion<'c>> {
        self.check_principle();
        self.check_source();
        self.check_examples();
        if !self.check_targets() {
            return None;
        }
        let criterion = self.criterion;
        let lists = &criterion.each.0;
        let mut targets = Vec::new();
        for subject in &criterion.applies_to.0 {
            (self.subject, self.row) = (*subject, None);
            if lists.is_empty() {
                targets.push(self.compile_target(None));
            }
            for (index, list) in lists.iter().enumerate() {
                let known_errors = self.errors.len();
                let keys = self.list_keys(list);
                if lists.len() > 1 {
                    // A single list is written without brackets, and has no index.
                    for error in self.errors.iter_mut().skip(known_errors) {
                        error.item = Some(index);
                    }
                }
                targets.push(keys.and_then(|keys| self.compile_target(Some(keys))));
            }
        }
        Some(CompiledCriterion {
            id,
            criterion,
            targets: targets.into_iter().collect::<Option<_>>()?,
        })
    }

    /// Checks that there are not too many kinds of record and lists, each named once.
    fn check_targets(&mut self) -> bool {
        let (subjects, lists) = (&self.criterion.applies_to.0, &self.criterion.each.0);
        if lists.len() > MAX_LISTS {
            let sentence = say!(self.language,
                fr: "un critère examine les lignes de {MAX_LISTS} listes au plus",
                en: "a criterion checks the rows of at most {MAX_LISTS} lists");
            self.report(CriterionError::unknown("each", sentence));
            return false;
        }
        let repeated = if has_duplicates(subjects) {
            "applies_to"
        } else if has_duplicates(lists) {
            "each"
        } else {
            return true;
        };
        let sentence = say!(self.language,
            fr: "le même nom y figure deux fois",
            en: "the same name is given twice");
        self.report(CriterionError::unknown(repeated, sentence));
        false
    }

    /// Compiles all expressions for the current kind of record, and for the rows of a list.
    fn compile_target(&mut self, list_keys: Option<Vec<&'c str>>) -> Option<CriterionTarget<'c>> {
        // Everything is compiled before the first error ends it, so that all errors are reported.
        let criterion = self.criterion;
        let condition = criterion
            .condition
            .as_deref()
            .map(|text| self.compile_expression("if", text));
        let requires = self.compile_expression("requires", &criterion.requires);
        let looks_at = criterion
            .looks_at
            .as_deref()
            .map(|path| self.check_looks_at(path));
        let shown = criterion.shown.as_ref().map(|shown| {
            let french = self.compile_template("shown.fr", &shown.fr);
            let english = self.compile_template("shown.en", &shown.en);
            [french, english]
        });
        if looks_at == Some(false) {
            return None;
        }
        Some(CriterionTarget {
            subject: self.subject,
            list_keys,
            condition: match condition {
                Some(condition) => Some(condition?),
                None => None,
            },
            requires: requires?,
            shown: match shown {
                Some([Some(french), Some(english)]) => Some([french, english]),
                _ => None,
            },
        })
    }

    fn compile_expression(&mut self, key: &'static str, text: &str) -> Option<Node> {
        let node = match expression::parse(text) {
            Ok(node) => node,
            Err(error) => {
                self.report_parse_error(key, &error);
                return None;
            }
        };
        self.type_check(key, text, |checker| checker.check(&node));
        Some(node)
    }

    fn compile_template(&mut self, key: &'static str, text: &str) -> Option<Vec<TemplatePart>> {
        let mut parts = match expression::parse_template(text) {
            Ok(parts) => parts,
            Err(error) => {
                self.report_parse_error(key, &error);
                return None;
            }
        };
        self.type_check(key, text, |checker| {
            for part in &mut parts {
                if let TemplatePart::Expression(node, list) = part {
                    *list = checker.check_shown(node);
                }
            }
        });
        Some(parts)
    }

    /// Runs a check of the text of a key, and keeps its errors.
    fn type_check(&mut self, key: &'static str, text: &str, check: impl FnOnce(&mut TypeChecker)) {
        let mut checker = TypeChecker {
            subject: self.subject,
            has_several_subjects: self.criterion.applies_to.0.len() > 1,
            row: self.row.clone(),
            is_each_principle: self.criterion.is_each(),
            lists: self.lists,
            language: self.language,
            key,
            text,
            errors: Vec::new(),
        };
        check(&mut checker);
        for error in checker.errors {
            self.report(error);
        }
    }

    fn report_parse_error(&mut self, key: &'static str, error: &ParseError) {
        let sentence = error.sentence.get(self.language).to_owned();
        self.report(CriterionError {
            kind: ErrorKind::Unreadable,
            span: Some(error.span),
            help: error.help.map(|help| help.get(self.language).to_owned()),
            ..CriterionError::unknown(key, sentence)
        });
    }

    /// Keeps an error, unless one of another target is known at the same place.
    pub(super) fn report(&mut self, error: CriterionError) {
        if !self.errors.iter().any(|known| known.is_at_place_of(&error)) {
            self.errors.push(error);
        }
    }
}

fn has_duplicates<T: PartialEq>(items: &[T]) -> bool {
    items
        .iter()
        .enumerate()
        .any(|(index, item)| items.before(index).contains(item))
}
