//! Errors of expressions that cannot be parsed, or use what a criterion may not use.

use minijinja::machinery::ast;

use crate::language::Bilingual;
use crate::sources::{Cut, Span};

/// An error in the text of an expression or of a template.
#[derive(Clone, Debug, PartialEq)]
pub struct ParseError {
    /// The bytes concerned.
    pub span: Span,
    /// The error in a sentence.
    pub sentence: Bilingual,
    /// Advice.
    pub help: Option<Bilingual>,
}

/// Advice on what an expression may contain.
pub(super) const ALLOWED: Bilingual = Bilingual {
    fr: "un critère s'écrit avec des chemins (`dynamic.purpose.needs`), des comparaisons, `and`, \
        `or`, `not`, `in`, des textes entre apostrophes, des nombres et des fonctions",
    en: "a criterion is written with paths (`dynamic.purpose.needs`), comparisons, `and`, `or`, \
        `not`, `in`, texts in single quotes, numbers and functions",
};

/// The error of an arithmetic operator.
pub(super) const ARITHMETIC: Bilingual = Bilingual {
    fr: "un critère ne calcule pas",
    en: "a criterion does not calculate",
};

impl ParseError {
    pub(super) fn new(span: Span, sentence: Bilingual, help: Option<Bilingual>) -> Self {
        Self {
            span,
            sentence,
            help,
        }
    }

    /// An error of something that a criterion may not use.
    pub(super) fn not_allowed(span: Span, sentence: Bilingual) -> Self {
        Self::new(span, sentence, Some(ALLOWED))
    }

    /// This error with its span moved by `offset` bytes.
    pub(super) fn shifted_by(self, offset: usize) -> Self {
        Self {
            span: Span::new(self.span.start + offset, self.span.end + offset),
            ..self
        }
    }

    /// The error of an expression that is longer than allowed.
    pub(super) fn too_long(text: &str) -> Self {
        let sentence = Bilingual {
            fr: "cette expression est trop longue\u{a0}: 500 caractères au plus",
            en: "this expression is too long: 500 characters at most",
        };
        let help = Bilingual {
            fr: "la scinder en deux critères, plus lisibles",
            en: "split it into two criteria that people can read",
        };
        Self::new(Span::new(0, text.len()), sentence, Some(help))
    }

    /// The error of a text that minijinja cannot parse, from the bytes where it stopped.
    ///
    /// The two most frequent causes are looked for first, since minijinja stops after them.
    pub(super) fn syntax(text: &str, range: Option<std::ops::Range<usize>>) -> Self {
        if let Some(position) = assignment(text) {
            let sentence = Bilingual {
                fr: "`=` n'est pas une comparaison",
                en: "`=` is not a comparison",
            };
            let help = Bilingual {
                fr: "écrire `==`",
                en: "write `==`",
            };
            return Self::new(Span::new(position, position + 1), sentence, Some(help));
        }
        if let Some(span) = accented_name(text) {
            let sentence = Bilingual {
                fr: "un nom s'écrit sans accent",
                en: "names are written without accents",
            };
            return Self::not_allowed(span, sentence);
        }
        let span = range
            .filter(|range| text.get(range.clone()).is_some())
            .map_or(Span::new(0, text.len()), |range| {
                Span::new(range.start, range.end)
            });
        Self::new(span, syntax_sentence(text, span), None)
    }

    /// The error of a kind of expression that minijinja has and a criterion may not use.
    pub(super) fn unsupported(expr: &ast::Expr, span: Span) -> Self {
        let sentence = match expr {
            ast::Expr::Filter(_) => Bilingual {
                fr: "un critère n'utilise pas de filtre (`|`)",
                en: "a criterion cannot use a filter (`|`)",
            },
            ast::Expr::GetItem(_) | ast::Expr::Slice(_) => Bilingual {
                fr: "un critère n'utilise pas d'indice (`[…]`)",
                en: "a criterion cannot use a subscript (`[…]`)",
            },
            ast::Expr::Test(_) => Bilingual {
                fr: "un critère n'utilise pas `is`",
                en: "a criterion cannot use `is`",
            },
            ast::Expr::IfExpr(_) => Bilingual {
                fr: "la condition d'un critère s'écrit sous `if`, non dans l'expression",
                en: "the condition of a criterion is written under `if`, not in the expression",
            },
            ast::Expr::Compare(_) => Bilingual {
                fr: "on compare deux valeurs à la fois, non trois",
                en: "two values are compared at a time, not three",
            },
            _ => Bilingual {
                fr: "ceci n'a pas sa place dans un critère",
                en: "this has no place in a criterion",
            },
        };
        Self::not_allowed(span, sentence)
    }
}

fn syntax_sentence(text: &str, span: Span) -> Bilingual {
    let is_at_end = span.start >= text.len() || text.trim_end().len() <= span.end;
    if text.trim().is_empty() {
        Bilingual {
            fr: "cette expression est vide",
            en: "this expression is empty",
        }
    } else if is_at_end {
        Bilingual {
            fr: "cette expression est incomplète, ou compte ici un signe de trop",
            en: "this expression is incomplete, or has one character too many here",
        }
    } else {
        Bilingual {
            fr: "cette expression est illisible à partir d'ici",
            en: "this expression cannot be read from here on",
        }
    }
}

/// The position of the first single `=`, which is no part of `==`, `!=`, `<=` or `>=`.
fn assignment(text: &str) -> Option<usize> {
    text.match_indices('=')
        .map(|(position, _)| position)
        .find(|position| {
            let is_second = text.before(*position).ends_with(['=', '!', '<', '>']);
            !is_second && !text.behind(position + 1).starts_with('=')
        })
}

/// The first name outside quotes with a letter that names may not have.
fn accented_name(text: &str) -> Option<Span> {
    let mut open_quote = None;
    for (position, character) in text.char_indices() {
        match open_quote {
            Some(quote) if quote == character => open_quote = None,
            None if matches!(character, '\'' | '"') => open_quote = Some(character),
            None if character.is_alphabetic() && !character.is_ascii() => {
                return Some(name_around(text, position));
            }
            _ => {}
        }
    }
    None
}

/// The bytes of the name around a position.
fn name_around(text: &str, position: usize) -> Span {
    let is_boundary = |character: char| !character.is_alphanumeric() && character != '_';
    let start = text
        .before(position)
        .char_indices()
        .rev()
        .find(|(_, character)| is_boundary(*character))
        .map_or(0, |(index, character)| index + character.len_utf8());
    let end = text
        .behind(position)
        .find(is_boundary)
        .map_or(text.len(), |length| position + length);
    Span::new(start, end)
}
