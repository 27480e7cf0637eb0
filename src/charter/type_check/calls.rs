//! Words of the field: each said of what it can be said of, and given what it wants.

use crate::charter::builtins::{self, BUILTINS, Builtin, ParamType};
use crate::charter::computed;
use crate::charter::expression::{Expression, Node, Path, Root, Step};
use crate::charter::path_types::{PathType, ValueType};
use crate::charter::type_check::TypeChecker;
use crate::diagnostic::nearest;
use crate::say;
use crate::sources::Span;

impl TypeChecker<'_> {
    pub(super) fn call(
        &mut self,
        name: &Step,
        of: Option<&Path>,
        arguments: &[Node],
    ) -> Option<PathType> {
        let of = match of {
            Some(path) => Some(self.path(path)?),
            None => None,
        };
        let on_record = of
            .as_ref()
            .is_some_and(|path_type| *path_type == PathType::record(self.subject));
        let fits = |word: &&Builtin| {
            if word.of.is_empty() {
                of.is_none()
            } else {
                on_record && word.of.contains(&self.subject)
            }
        };
        let Some(word) = builtins::find(&name.name).filter(fits) else {
            let known: Vec<&str> = BUILTINS.iter().filter(fits).map(|word| word.name).collect();
            self.unknown_word(name, &known);
            return None;
        };
        self.arguments(word, name, arguments)
            .then(|| PathType::value(word.returns.value_type(), word.many))
    }

    pub(super) fn unknown_word(&mut self, name: &Step, known: &[&str]) {
        let (language, subject, written) = (self.language, self.record_name(), &name.name);
        let near = nearest(written, known.iter().copied()).map(str::to_owned);
        let sentence = say!(language,
            fr: "`{written}` n'est pas un mot du métier qui se dise ici",
            en: "`{written}` is no word of the field that can be said here");
        let elsewhere = builtins::find(written).map(|word| word.example);
        let help = if computed::computed_field(self.subject, written).is_some() {
            say!(language,
                fr: "c'est une valeur toute prête, sans parenthèses\u{a0}: `{subject}.{written}`",
                en: "it is a ready value, without brackets: `{subject}.{written}`")
        } else if let Some(example) = elsewhere {
            say!(language, fr: "il s'écrit ainsi\u{a0}: `{example}`", en: "it is written so: \
                `{example}`")
        } else {
            let known = known
                .iter()
                .map(|word| format!("`{word}`"))
                .collect::<Vec<_>>()
                .join(", ");
            say!(language, fr: "mots possibles ici\u{a0}: {known}", en: "words possible here: \
                {known}")
        };
        self.error(name.span, sentence, Some(help), near);
    }

    /// Whether a word is given what it wants.
    pub(super) fn arguments(&mut self, word: &Builtin, name: &Step, arguments: &[Node]) -> bool {
        let language = self.language;
        let (wanted, given) = (word.params.len(), arguments.len());
        if given < wanted || given > wanted && !word.more {
            let (written, example) = (word.name, word.example);
            let sentence = say!(language,
                fr: "`{written}` ne reçoit pas ce qu'il lui faut",
                en: "`{written}` is not given what it needs");
            let help = say!(language, fr: "il s'écrit ainsi\u{a0}: `{example}`", en: "it is \
                written so: `{example}`");
            self.error(name.span, sentence, Some(help), None);
            return false;
        }
        let before = self.errors.len();
        let mut first = None;
        for (at, argument) in arguments.iter().enumerate() {
            let Some(kind) = word.params.get(at).or(word.params.last()) else {
                continue;
            };
            let path_type = self.argument(*kind, argument, first.as_ref());
            if at == 0 {
                first = path_type;
            }
        }
        self.errors.len() == before
    }

    pub(super) fn argument(
        &mut self,
        kind: ParamType,
        node: &Node,
        first: Option<&PathType>,
    ) -> Option<PathType> {
        let path_type = self.path_type(node)?;
        let fits = match (kind, &node.what) {
            (ParamType::Stage, Expression::Text(text)) => {
                self.word("stages", text, node.span);
                true
            }
            (ParamType::Principle, Expression::Text(text)) => {
                self.word("principles", text, node.span);
                true
            }
            (ParamType::Principle, _) => path_type.value_type == ValueType::word("principles"),
            (ParamType::Several, _) => path_type.many,
            (ParamType::Row, Expression::Path(path)) => {
                path.stands_for() == Some(Root::Row) && path.steps.is_empty()
            }
            (ParamType::Actors, _) => names_actors(&path_type),
            (ParamType::OneOfThem, Expression::Text(text)) => {
                if let Some(several) = first {
                    self.among(&several.value_type, text, node.span);
                }
                true
            }
            (ParamType::Stage | ParamType::Row | ParamType::OneOfThem, _) => false,
        };
        if !fits {
            let wanted = kind.wanted().get(self.language);
            let sentence = say!(self.language, fr: "il faut ici {wanted}", en: "what is wanted \
                here is {wanted}");
            self.error(node.span, sentence, None, None);
        }
        Some(path_type)
    }

    /// A text that must be a word of a list.
    pub(super) fn word(&mut self, list: &str, text: &str, span: Span) {
        let known = (self.lists)(list);
        self.choice(&known, text, span, Some(list));
    }

    pub(super) fn choice(&mut self, known: &[String], text: &str, span: Span, list: Option<&str>) {
        if known.iter().any(|word| word == text) {
            return;
        }
        let language = self.language;
        let near = nearest(text, known.iter().map(String::as_str)).map(|near| format!("'{near}'"));
        let sentence = match list {
            Some(list) => say!(language,
                fr: "`{text}` n'est pas un mot de la liste `{list}`",
                en: "`{text}` is no word of the list `{list}`"),
            None => {
                say!(language, fr: "cette valeur n'est jamais `{text}`", en: "this value is never \
                    `{text}`")
            }
        };
        let some = known
            .iter()
            .take(12)
            .map(|word| format!("`{word}`"))
            .collect::<Vec<_>>()
            .join(", ");
        let more = if known.len() > 12 { "…" } else { "" };
        let help = say!(language, fr: "il peut y avoir\u{a0}: {some}{more}", en: "there may be: \
            {some}{more}");
        self.error(span, sentence, Some(help), near);
    }

    /// A text compared with a value must be one that the value may have.
    pub(super) fn among(&mut self, value_type: &ValueType, text: &str, span: Span) {
        if let ValueType::Text { list, choices, .. } = value_type {
            match list {
                Some(list) => self.word(list, text, span),
                None if !choices.is_empty() => self.choice(choices, text, span, None),
                None => {}
            }
        }
    }
}

fn names_actors(path_type: &PathType) -> bool {
    let names = |path_type: &PathType| matches!(&path_type.value_type, ValueType::Text { names: Some(kind), .. } if kind == "actor");
    names(path_type) || path_type.step("id").is_some_and(|id| names(&id))
}
