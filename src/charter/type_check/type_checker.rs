//! The type checker of one expression: its context, its errors, the type of each node.

use crate::charter::error::CriterionError;
use crate::charter::expression::{Expression, Node};
use crate::charter::path_type::PathType;
use crate::charter::subject::Subject;
use crate::charter::value_type::{ReturnType, ValueType};
use crate::language::{Bilingual, Language};
use crate::sources::Span;

/// A function from the name of a list of the vocabulary, or `principles` or `sources`, to its ids.
pub type WordLists<'l> = dyn Fn(&str) -> Vec<String> + 'l;

/// The type checker of one expression of a criterion.
pub(in crate::charter) struct TypeChecker<'l> {
    /// The kind of record.
    pub(in crate::charter) subject: Subject,
    /// Whether the criterion applies to records of other kinds, too.
    pub(in crate::charter) has_several_subjects: bool,
    /// The type of the current row, if the criterion checks rows.
    pub(in crate::charter) row: Option<PathType>,
    /// Whether the criterion runs once for each principle.
    pub(in crate::charter) is_each_principle: bool,
    /// The lists of the vocabulary.
    pub(in crate::charter) lists: &'l WordLists<'l>,
    /// The language of the errors.
    pub(in crate::charter) language: Language,
    /// The key of the criterion with the expression.
    pub(in crate::charter) key: &'static str,
    /// The text of the expression.
    pub(in crate::charter) text: &'l str,
    /// The errors found so far.
    pub(in crate::charter) errors: Vec<CriterionError>,
}

impl TypeChecker<'_> {
    /// Checks a whole expression.
    pub(in crate::charter) fn check(&mut self, node: &Node) {
        self.path_type(node);
        let mut reads_record = false;
        node.visit(&mut |part| {
            reads_record |= matches!(
                part.expression,
                Expression::Path(_) | Expression::Call { .. }
            );
        });
        if !reads_record {
            self.report(
                node.span,
                Bilingual {
                    fr: "cette expression ne dit rien de la fiche",
                    en: "this expression says nothing about the record",
                },
            );
        }
    }

    /// Checks an expression of a template. Returns the list of the vocabulary that has labels for
    /// its value.
    pub(in crate::charter) fn check_shown(&mut self, node: &Node) -> Option<String> {
        let errors = self.errors.len();
        self.check(node);
        let path_type = self.path_type(node)?;
        if self.errors.len() > errors {
            return None;
        }
        match path_type.value_type {
            ValueType::Text { list, .. } => list,
            ValueType::Table | ValueType::Anything => {
                self.report(
                    node.span,
                    Bilingual {
                        fr: "ceci est un tableau\u{a0}: nommer la clé à montrer",
                        en: "this is a table: name the key to show",
                    },
                );
                None
            }
            ValueType::Boolean | ValueType::Number | ValueType::Date => None,
        }
    }

    /// Adds an error without advice.
    pub(super) fn report(&mut self, span: Span, sentence: Bilingual) {
        let sentence = sentence.get(self.language).to_owned();
        self.report_with_help(span, sentence, None, None);
    }

    /// Adds an error, unless one is known for the same bytes: they are checked more than once.
    pub(super) fn report_with_help(
        &mut self,
        span: Span,
        sentence: String,
        help: Option<String>,
        nearest: Option<String>,
    ) {
        let error = CriterionError {
            span: Some(span),
            help,
            nearest,
            ..CriterionError::unknown(self.key, sentence)
        };
        if !self.errors.iter().any(|known| known.is_at_place_of(&error)) {
            self.errors.push(error);
        }
    }

    /// The type of a node; `None` if it has an error, which is then reported.
    pub(in crate::charter) fn path_type(&mut self, node: &Node) -> Option<PathType> {
        let boolean = PathType::value(ValueType::Boolean, false);
        match &node.expression {
            Expression::Text(_) => Some(PathType::value(ReturnType::Text.value_type(), false)),
            Expression::Number(_) => Some(PathType::value(ValueType::Number, false)),
            Expression::Boolean(_) => Some(boolean),
            Expression::List(items) => {
                let items: Option<Vec<_>> =
                    items.iter().map(|item| self.list_item_type(item)).collect();
                items?.first().map(PathType::several)
            }
            Expression::Path(path) => self.check_path(path),
            Expression::Call {
                function,
                receiver,
                arguments,
            } => self.check_call(function, receiver.as_ref(), arguments),
            Expression::Not(operand) => self.path_type(operand).map(|_| boolean),
            Expression::And(operands) | Expression::Or(operands) => {
                let (left, right) = (self.path_type(&operands.0), self.path_type(&operands.1));
                self.check_not_identical(operands);
                left.and(right).map(|_| boolean)
            }
            Expression::Compare(comparison, operands) => {
                self.check_comparison(*comparison, operands);
                Some(boolean)
            }
        }
    }

    /// The type of an item between square brackets.
    fn list_item_type(&mut self, node: &Node) -> Option<PathType> {
        if matches!(node.expression, Expression::Text(_) | Expression::Number(_)) {
            return self.path_type(node);
        }
        self.report(
            node.span,
            Bilingual {
                fr: "une liste entre crochets ne contient que des textes et des nombres",
                en: "a list in square brackets contains only texts and numbers",
            },
        );
        None
    }

    /// Reports operands with the same text: the operator is then useless, or one of them mistyped.
    pub(super) fn check_not_identical(&mut self, operands: &(Node, Node)) {
        let [left, right] = [&operands.0, &operands.1].map(|node| {
            let text = self.text.get(node.span.start..node.span.end);
            text.unwrap_or_default().trim()
        });
        if left == right {
            self.report(
                operands.1.span,
                Bilingual {
                    fr: "les deux côtés sont identiques",
                    en: "both sides are identical",
                },
            );
        }
    }
}
