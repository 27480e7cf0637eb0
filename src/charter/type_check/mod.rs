//! The charter judged before any record: every name, word, argument and literal of an expression
//! must mean something.

pub(crate) mod calls;
mod comparisons;
mod names;

use crate::charter::computed::ReturnType;
use crate::charter::expression::{Expression, Node};
use crate::charter::path_types::{PathType, Subject, ValueType};
use crate::language::{Bilingual, Language};
use crate::sources::Span;

/// What is wrong with a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// An expression uses what a criterion may not use, or cannot be read at all.
    Unreadable,
    /// A name, a word or an argument means nothing here.
    Unknown,
}

/// A fault of a criterion, and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct CriterionError {
    /// What sort of fault.
    pub kind: ErrorKind,
    /// The key of the criterion, dotted where needed: `requires`, `shown.fr`.
    pub key: &'static str,
    /// Which of the several values of that key, where there are several.
    pub item: Option<usize>,
    /// The bytes at fault inside the text of that key; none for the whole of it.
    pub span: Option<Span>,
    /// What is the matter.
    pub sentence: String,
    /// What to do.
    pub help: Option<String>,
    /// What was perhaps meant, to stand in the place of these bytes.
    pub near: Option<String>,
}

/// The words of a list of the vocabulary, or the principles; none where there is no such list.
pub type Lists<'l> = dyn Fn(&str) -> Vec<String> + 'l;

/// Where an expression stands, and what may be named there.
pub(in crate::charter) struct TypeChecker<'l> {
    pub(in crate::charter) subject: Subject,
    /// Whether the criterion judges records of other kinds, too.
    pub(in crate::charter) several: bool,
    /// What a row is, where the criterion judges rows.
    pub(in crate::charter) row: Option<PathType>,
    /// Whether it runs once for each principle.
    pub(in crate::charter) each_principle: bool,
    pub(in crate::charter) lists: &'l Lists<'l>,
    pub(in crate::charter) language: Language,
    /// The key that is judged.
    pub(in crate::charter) key: &'static str,
    /// Its text.
    pub(in crate::charter) text: &'l str,
    pub(in crate::charter) errors: Vec<CriterionError>,
}

impl TypeChecker<'_> {
    /// Judges a whole expression.
    pub(in crate::charter) fn judge(&mut self, node: &Node) {
        self.path_type(node);
        let mut names = false;
        node.visit(&mut |part| {
            names |= matches!(&part.what, Expression::Path(_) | Expression::Call { .. });
        });
        if !names {
            self.report(
                node.span,
                Bilingual {
                    fr: "cette expression ne dit rien de la fiche",
                    en: "this expression says nothing of the record",
                },
            );
        }
    }

    /// Judges a value that is shown; answers the list of the vocabulary that knows its name for
    /// people.
    pub(in crate::charter) fn shown(&mut self, node: &Node) -> Option<String> {
        let before = self.errors.len();
        self.judge(node);
        let path_type = self
            .path_type(node)
            .filter(|_| self.errors.len() == before)?;
        match path_type.value_type {
            ValueType::Text { list, .. } => list,
            ValueType::Table | ValueType::Anything => {
                self.report(
                    node.span,
                    Bilingual {
                        fr: "ceci est un tableau\u{a0}: nommer la clé à montrer",
                        en: "this is a table: name the key to be shown",
                    },
                );
                None
            }
            ValueType::Truth | ValueType::Number | ValueType::Moment => None,
        }
    }

    pub(super) fn report(&mut self, span: Span, why: Bilingual) {
        let sentence = why.get(self.language).to_owned();
        self.error(span, sentence, None, None);
    }

    pub(super) fn error(
        &mut self,
        span: Span,
        sentence: String,
        help: Option<String>,
        near: Option<String>,
    ) {
        // One slip is told once, where it was first met.
        if !self
            .errors
            .iter()
            .any(|error| error.key == self.key && error.span == Some(span))
        {
            let (kind, key) = (ErrorKind::Unknown, self.key);
            self.errors.push(CriterionError {
                kind,
                key,
                item: None,
                span: Some(span),
                sentence,
                help,
                near,
            });
        }
    }

    /// What a part of an expression gives; nothing where it is faulty, and told.
    pub(super) fn path_type(&mut self, node: &Node) -> Option<PathType> {
        let truth = PathType::value(ValueType::Truth, false);
        match &node.what {
            Expression::Text(_) => Some(PathType::value(ReturnType::Text.value_type(), false)),
            Expression::Number(_) => Some(PathType::value(ValueType::Number, false)),
            Expression::Truth(_) => Some(truth),
            Expression::List(items) => {
                let path_type = items
                    .iter()
                    .map(|item| self.literal(item))
                    .collect::<Option<Vec<_>>>()?;
                path_type.first().map(PathType::several)
            }
            Expression::Path(path) => self.path(path),
            Expression::Call {
                word,
                of,
                arguments,
            } => self.call(word, of.as_ref(), arguments),
            Expression::Not(inner) => self.path_type(inner).map(|_| truth),
            Expression::And(both) | Expression::Or(both) => {
                let (left, right) = (self.path_type(&both.0), self.path_type(&both.1));
                self.twice(both);
                left.and(right).map(|_| truth)
            }
            Expression::Compare(how, both) => {
                self.comparison(*how, both);
                Some(truth)
            }
        }
    }

    /// An item of a list between brackets: texts and numbers only.
    fn literal(&mut self, node: &Node) -> Option<PathType> {
        if matches!(node.what, Expression::Text(_) | Expression::Number(_)) {
            return self.path_type(node);
        }
        self.report(
            node.span,
            Bilingual {
                fr: "une liste entre crochets ne tient que des textes et des nombres",
                en: "a list between brackets holds texts and numbers only",
            },
        );
        None
    }

    /// Two sides that say the same say one thing too many.
    pub(super) fn twice(&mut self, both: &(Node, Node)) {
        let written = |node: &Node| {
            self.text
                .get(node.span.start..node.span.end)
                .unwrap_or_default()
                .trim()
        };
        if written(&both.0) == written(&both.1) {
            self.report(
                both.1.span,
                Bilingual {
                    fr: "les deux côtés disent la même chose",
                    en: "both sides say the same",
                },
            );
        }
    }
}
