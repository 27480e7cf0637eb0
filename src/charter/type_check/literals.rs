//! Checks of literals: a text compared with a value must be one that the value may have.

use crate::charter::error::quote_some;
use crate::charter::expression::{Expression, Node};
use crate::charter::type_check::type_checker::TypeChecker;
use crate::charter::value_type::ValueType;
use crate::diagnostic::nearest;
use crate::say;
use crate::sources::Span;

impl TypeChecker<'_> {
    /// Checks the literals of a node that is compared with a value of a type.
    pub(super) fn check_literals(&mut self, node: &Node, value_type: &ValueType) {
        match &node.expression {
            Expression::Text(text) => self.check_literal(value_type, text, node.span),
            Expression::List(items) => {
                for item in items {
                    self.check_literals(item, value_type);
                }
            }
            _ => {}
        }
    }

    /// Checks that a text is one that a value of a type may have.
    pub(super) fn check_literal(&mut self, value_type: &ValueType, text: &str, span: Span) {
        if let ValueType::Text { list, choices, .. } = value_type {
            match list {
                Some(list) => self.check_word(list, text, span),
                None if !choices.is_empty() => self.check_choice(choices, text, span, None),
                None => {}
            }
        }
    }

    /// Checks that a text is a word of a list of the vocabulary, or a principle.
    pub(super) fn check_word(&mut self, list: &str, text: &str, span: Span) {
        let words = (self.lists)(list);
        self.check_choice(&words, text, span, Some(list));
    }

    fn check_choice(&mut self, choices: &[String], text: &str, span: Span, list: Option<&str>) {
        if choices.iter().any(|choice| choice == text) {
            return;
        }
        let language = self.language;
        let sentence = match list {
            Some(list) => say!(language,
                fr: "`{text}` n'est pas un mot de la liste `{list}`",
                en: "`{text}` is not a word of the list `{list}`"),
            None => say!(language,
                fr: "cette valeur n'est jamais `{text}`",
                en: "this value is never `{text}`"),
        };
        let known = quote_some(choices);
        let help =
            say!(language, fr: "valeurs possibles\u{a0}: {known}", en: "possible values: {known}");
        let nearest = nearest(text, choices.iter().map(String::as_str));
        let literal = nearest.map(|nearest| format!("'{nearest}'"));
        self.report_with_help(span, sentence, Some(help), literal);
    }
}
