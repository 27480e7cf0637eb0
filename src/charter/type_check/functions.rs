//! Checks of calls: a function must exist for its receiver, and take its arguments.

use crate::charter::builtins::{self, BUILTINS, Builtin, ParameterType};
use crate::charter::computed::computed_field;
use crate::charter::error::quote_all;
use crate::charter::expression::{Expression, Identifier, Node, Path, Root};
use crate::charter::path_type::PathType;
use crate::charter::type_check::type_checker::TypeChecker;
use crate::charter::value_type::ValueType;
use crate::diagnostic::nearest;
use crate::say;

impl TypeChecker<'_> {
    /// The type of the result of a call; `None` if it has an error.
    pub(super) fn check_call(
        &mut self,
        name: &Identifier,
        receiver: Option<&Path>,
        arguments: &[Node],
    ) -> Option<PathType> {
        let receiver = match receiver {
            Some(path) => Some(self.check_path(path)?),
            None => None,
        };
        let available: Vec<&Builtin> = BUILTINS
            .iter()
            .filter(|builtin| self.is_available(builtin, receiver.as_ref()))
            .collect();
        let builtin = available.iter().find(|builtin| builtin.name == name.name);
        let Some(builtin) = builtin else {
            self.report_unknown_function(name, &available);
            return None;
        };
        self.check_arguments(builtin, name, arguments)
            .then(|| PathType::value(builtin.returns.value_type(), builtin.many))
    }

    /// Whether a function can be called without a receiver, or on the record as the receiver.
    fn is_available(&self, builtin: &Builtin, receiver: Option<&PathType>) -> bool {
        match receiver {
            None => builtin.subjects.is_empty(),
            Some(receiver) => {
                builtin.subjects.contains(&self.subject)
                    && *receiver == PathType::record(self.subject)
            }
        }
    }

    fn report_unknown_function(&mut self, identifier: &Identifier, available: &[&Builtin]) {
        let (language, subject, name) = (self.language, self.record_name(), &identifier.name);
        let sentence = say!(language,
            fr: "il n'y a pas ici de fonction `{name}`",
            en: "there is no function `{name}` here");
        let help = if computed_field(self.subject, name).is_some() {
            say!(language,
                fr: "c'est un champ calculé, sans parenthèses\u{a0}: `{subject}.{name}`",
                en: "it is a computed field, without brackets: `{subject}.{name}`")
        } else if let Some(builtin) = builtins::find(name) {
            let example = builtin.example;
            say!(language,
                fr: "elle s'écrit ainsi\u{a0}: `{example}`",
                en: "it is written like this: `{example}`")
        } else {
            let names = quote_all(available.iter().map(|builtin| builtin.name));
            say!(language,
                fr: "fonctions possibles ici\u{a0}: {names}",
                en: "functions possible here: {names}")
        };
        let nearest = nearest(name, available.iter().map(|builtin| builtin.name));
        let nearest = nearest.map(str::to_owned);
        self.report_with_help(identifier.span, sentence, Some(help), nearest);
    }

    /// Checks the number and the types of arguments. Returns whether they are right.
    fn check_arguments(
        &mut self,
        builtin: &Builtin,
        name: &Identifier,
        arguments: &[Node],
    ) -> bool {
        let language = self.language;
        let (expected, given) = (builtin.parameters.len(), arguments.len());
        if given < expected || given > expected && !builtin.variadic {
            let Builtin {
                name: function,
                example,
                ..
            } = builtin;
            let sentence = say!(language,
                fr: "`{function}` n'a pas le nombre d'arguments qu'il faut",
                en: "`{function}` does not have the right number of arguments");
            let help = say!(language,
                fr: "elle s'écrit ainsi\u{a0}: `{example}`",
                en: "it is written like this: `{example}`");
            self.report_with_help(name.span, sentence, Some(help), None);
            return false;
        }
        let errors = self.errors.len();
        let mut first = None;
        for (index, argument) in arguments.iter().enumerate() {
            let parameter = builtin.parameters.get(index).or(builtin.parameters.last());
            let Some(parameter) = parameter else {
                continue;
            };
            let path_type = self.check_argument(*parameter, argument, first.as_ref());
            if index == 0 {
                first = path_type;
            }
        }
        self.errors.len() == errors
    }

    /// The type of an argument; `first` is that of the first one.
    fn check_argument(
        &mut self,
        parameter: ParameterType,
        node: &Node,
        first: Option<&PathType>,
    ) -> Option<PathType> {
        let path_type = self.path_type(node)?;
        let fits = match (parameter, &node.expression) {
            (ParameterType::Stage, Expression::Text(text)) => {
                self.check_word("stages", text, node.span);
                true
            }
            (ParameterType::Principle, Expression::Text(text)) => {
                self.check_word("principles", text, node.span);
                true
            }
            (ParameterType::Principle, _) => path_type.value_type == ValueType::word("principles"),
            (ParameterType::Several, _) => path_type.many,
            (ParameterType::Row, Expression::Path(path)) => {
                path.known_root() == Some(Root::Row) && path.keys.is_empty()
            }
            (ParameterType::Actors, _) => names_actors(&path_type),
            (ParameterType::Word, Expression::Text(text)) => {
                if let Some(several) = first {
                    self.check_literal(&several.value_type, text, node.span);
                }
                true
            }
            (ParameterType::Stage | ParameterType::Row | ParameterType::Word, _) => false,
        };
        if !fits {
            let expected = parameter.description().get(self.language);
            let sentence = say!(self.language,
                fr: "il faut ici {expected}",
                en: "this must be {expected}");
            self.report_with_help(node.span, sentence, None, None);
        }
        Some(path_type)
    }
}

/// Whether values, or the ids of rows, are ids of actors.
fn names_actors(path_type: &PathType) -> bool {
    is_actor_id(&path_type.value_type)
        || path_type
            .key("id")
            .is_some_and(|id| is_actor_id(&id.value_type))
}

fn is_actor_id(value_type: &ValueType) -> bool {
    matches!(value_type, ValueType::Text { names: Some(kind), .. } if kind == "actor")
}
