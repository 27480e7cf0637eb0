//! Expressions typed for one kind of record: a condition that selects records, or a value to show.

use crate::charter::builtins;
use crate::charter::error::{CriterionError, ErrorKind};
use crate::charter::expression::{
    self, Expression, Identifier, Node, ParseError, Path, evaluate, is_true,
};
use crate::charter::path_type::PathType;
use crate::charter::subject::Subject;
use crate::charter::type_check::{TypeChecker, WordLists};
use crate::charter::value::{Scope, Value};
use crate::charter::value_type::ValueType;
use crate::language::{Bilingual, Language};
use crate::sources::Span;

/// A compiled expression about records of one kind.
///
/// The name of the record may be left out: `kind == 'reseau'` is `actor.kind == 'reseau'`.
#[derive(Clone, Debug)]
pub struct Query {
    node: Node,
    /// The type of the value.
    pub path_type: PathType,
}

impl Query {
    /// Compiles a condition.
    ///
    /// # Errors
    /// Returns all errors of the expression, the first of them at its beginning.
    pub fn condition(
        text: &str,
        subject: Subject,
        lists: &WordLists,
        language: Language,
    ) -> Result<Self, Vec<CriterionError>> {
        Self::compile(text, subject, lists, language)
    }

    /// Compiles a value to show: a text, a number, a date, several of them, or the ids of the rows
    /// of a table.
    ///
    /// # Errors
    /// Returns all errors of the expression, and one if the value is a table.
    pub fn value(
        text: &str,
        subject: Subject,
        lists: &WordLists,
        language: Language,
    ) -> Result<Self, Vec<CriterionError>> {
        let query = Self::compile(text, subject, lists, language)?;
        if query.path_type.is_table() && query.path_type.row_id().is_none() {
            let sentence = Bilingual {
                fr: "ceci est un tableau\u{a0}: nommer la clé à montrer",
                en: "this is a table: name the key to show",
            };
            let keys: Vec<String> = query
                .path_type
                .keys()
                .iter()
                .map(|key| format!("`{}.{key}`", text.trim()))
                .collect();
            let error = CriterionError::unknown("", sentence.get(language).to_owned());
            return Err(vec![CriterionError {
                help: (!keys.is_empty()).then(|| keys.join(", ")),
                ..error
            }]);
        }
        Ok(query)
    }

    fn compile(
        text: &str,
        subject: Subject,
        lists: &WordLists,
        language: Language,
    ) -> Result<Self, Vec<CriterionError>> {
        let mut node =
            expression::parse(text).map_err(|error| vec![unreadable(&error, language)])?;
        name_record(&mut node, subject);
        let mut checker = TypeChecker {
            subject,
            has_several_subjects: false,
            row: None,
            is_each_principle: false,
            lists,
            language,
            key: "",
            text,
            errors: Vec::new(),
        };
        checker.check(&node);
        let path_type = checker.path_type(&node);
        match path_type {
            Some(path_type) if checker.errors.is_empty() => Ok(Self { node, path_type }),
            _ => Err(checker.errors),
        }
    }

    /// Whether the value is present and neither false, nor zero, nor empty.
    #[must_use]
    pub fn is_true(&self, scope: &Scope) -> bool {
        is_true(&self.node, scope)
    }

    /// The value for a record.
    #[must_use]
    pub fn evaluate<'v>(&'v self, scope: &Scope<'v>) -> Value<'v> {
        evaluate(&self.node, scope)
    }

    /// The list of the vocabulary from which the value is taken.
    #[must_use]
    pub fn word_list(&self) -> Option<&str> {
        match &self.path_type.value_type {
            ValueType::Text { list, .. } => list.as_deref(),
            _ => None,
        }
    }
}

fn unreadable(error: &ParseError, language: Language) -> CriterionError {
    let sentence = error.sentence.get(language).to_owned();
    CriterionError {
        kind: ErrorKind::Unreadable,
        span: Some(error.span),
        help: error.help.map(|help| help.get(language).to_owned()),
        ..CriterionError::unknown("", sentence)
    }
}

/// Puts the name of the record before paths and methods that begin with one of its keys.
fn name_record(node: &mut Node, subject: Subject) {
    match &mut node.expression {
        Expression::Path(path) => name_record_of_path(path, subject),
        Expression::Call {
            function,
            receiver,
            arguments,
        } => {
            let is_method = builtins::find(&function.name)
                .is_some_and(|builtin| builtin.subjects.contains(&subject));
            match receiver {
                Some(path) => name_record_of_path(path, subject),
                None if is_method => {
                    let start = function.span.start;
                    *receiver = Some(Path {
                        root: record(subject, start),
                        keys: Vec::new(),
                    });
                }
                None => {}
            }
            for argument in arguments {
                name_record(argument, subject);
            }
        }
        Expression::Not(operand) => name_record(operand, subject),
        Expression::And(operands) | Expression::Or(operands) | Expression::Compare(_, operands) => {
            name_record(&mut operands.0, subject);
            name_record(&mut operands.1, subject);
        }
        Expression::Text(_)
        | Expression::Number(_)
        | Expression::Boolean(_)
        | Expression::List(_) => {}
    }
}

fn name_record_of_path(path: &mut Path, subject: Subject) {
    let is_key =
        path.known_root().is_none() && PathType::record(subject).key(&path.root.name).is_some();
    if is_key {
        let root = record(subject, path.root.span.start);
        let key = std::mem::replace(&mut path.root, root);
        path.keys.insert(0, key);
    }
}

/// The name of the record, which stands in no text.
fn record(subject: Subject, start: usize) -> Identifier {
    Identifier {
        name: subject.name().to_owned(),
        span: Span::new(start, start),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lists(list: &str) -> Vec<String> {
        match list {
            "actor_kinds" => vec!["scic".to_owned(), "association".to_owned()],
            "stages" => vec!["mise-en-reseau".to_owned()],
            _ => Vec::new(),
        }
    }

    fn errors(text: &str, subject: Subject) -> Vec<CriterionError> {
        Query::condition(text, subject, &lists, Language::English)
            .err()
            .unwrap_or_default()
    }

    #[test]
    fn the_name_of_the_record_may_be_left_out() {
        for (text, subject) in [
            ("actor.kind == 'scic'", Subject::Actor),
            ("kind == 'scic'", Subject::Actor),
            ("is_member and not charter.signed", Subject::Actor),
            ("count(partners) > 2 or counted", Subject::Dynamic),
            ("reached('mise-en-reseau')", Subject::Dynamic),
            ("from >= 2020", Subject::Dynamic),
            ("at < 2021", Subject::Published),
            ("published.id in ['plaquette-2020']", Subject::Published),
            ("'59' in made_of", Subject::Territory),
        ] {
            assert_eq!(errors(text, subject), [], "{text}");
        }
    }

    #[test]
    fn errors_are_at_their_place_with_what_was_meant() {
        let one = |text, subject| errors(text, subject).remove(0);
        let unknown = one("kind == 'scicc'", Subject::Actor);
        assert_eq!(unknown.span, Some(Span::new(8, 15)));
        assert_eq!(unknown.nearest.as_deref(), Some("'scic'"));
        let unknown = one("is_member and knd == 'scic'", Subject::Actor);
        assert_eq!(unknown.span, Some(Span::new(14, 17)));
        let assigned = one("kind = 'scic'", Subject::Actor);
        assert_eq!(assigned.span, Some(Span::new(5, 6)));
        assert_eq!(assigned.kind, ErrorKind::Unreadable);
        assert_eq!(one("1 + 1", Subject::Actor).kind, ErrorKind::Unreadable);
        assert!(!errors(&"x".repeat(501), Subject::Actor).is_empty());
    }
}
