//! From a text to an expression, by way of minijinja's syntax tree: what a criterion may not use is
//! told where it stands.

use minijinja::machinery::{ast, parse_expr};
use minijinja::value::ValueKind;

use crate::charter::expression::tree::{Comparison, Expression, Node, Path, Step};
use crate::language::Bilingual;
use crate::sources::Span;

/// Bytes of the longest expression: what is longer nobody can read, and a parser could be driven
/// mad by it.
pub const LONGEST: usize = 500;

/// Why a text is no expression of a criterion, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Unread {
    /// The bytes at fault.
    pub span: Span,
    /// What is the matter.
    pub why: Bilingual,
    /// What to do.
    pub help: Option<Bilingual>,
}

impl Unread {
    pub(super) fn new(span: Span, why: Bilingual, help: Option<Bilingual>) -> Self {
        Self { span, why, help }
    }
}

/// Reads an expression.
///
/// # Errors
/// The first thing in it that a criterion may not use, or that cannot be read at all.
pub fn read(text: &str) -> Result<Node, Unread> {
    if text.len() > LONGEST {
        let why = Bilingual {
            fr: "cette expression est trop longue\u{a0}: 500 caractères au plus",
            en: "this expression is too long: 500 characters at most",
        };
        let help = Bilingual {
            fr: "en faire deux critères, que l'on puisse lire",
            en: "make two criteria of it, that people can read",
        };
        return Err(Unread::new(Span::new(0, text.len()), why, Some(help)));
    }
    let parsed = parse_expr(text).map_err(|error| syntax(text, error.range()))?;
    Reader { text }.node(&parsed)
}

/// What minijinja could not read, in our words.
fn syntax(text: &str, range: Option<std::ops::Range<usize>>) -> Unread {
    let range = range.filter(|range| text.get(range.clone()).is_some());
    let span = range.map_or(Span::new(0, text.len()), |range| {
        Span::new(range.start, range.end)
    });
    let here = text[span.start..].chars().next();
    let assigned = text.match_indices('=').find(|(at, _)| {
        let before = text[..*at].chars().next_back();
        !text[at + 1..].starts_with('=') && !before.is_some_and(|sign| "=!<>".contains(sign))
    });
    if let Some((at, _)) = assigned {
        let why = Bilingual {
            fr: "`=` ne compare pas",
            en: "`=` does not compare",
        };
        let help = Bilingual {
            fr: "écrire `==`",
            en: "write `==`",
        };
        return Unread::new(Span::new(at, at + 1), why, Some(help));
    }
    if let Some(span) = accented(text) {
        let why = Bilingual {
            fr: "un nom s'écrit sans accent",
            en: "a name is written without accents",
        };
        return Unread::new(span, why, Some(ALLOWED));
    }
    let why = if text.trim().is_empty() {
        Bilingual {
            fr: "cette expression est vide",
            en: "this expression is empty",
        }
    } else if here.is_none() || text.trim_end().len() <= span.end {
        Bilingual {
            fr: "cette expression s'arrête en chemin, ou porte ici un signe de trop",
            en: "this expression stops half-way, or has a sign too many here",
        }
    } else {
        Bilingual {
            fr: "cette expression ne se lit pas à partir d'ici",
            en: "this expression cannot be read from here on",
        }
    };
    Unread::new(span, why, None)
}

/// The first name outside quotes that has a letter which names do not have.
fn accented(text: &str) -> Option<Span> {
    let mut quote = None;
    for (at, sign) in text.char_indices() {
        match (quote, sign) {
            (None, '\'' | '"') => quote = Some(sign),
            (Some(open), sign) if open == sign => quote = None,
            (None, sign) if sign.is_alphabetic() && !sign.is_ascii() => {
                let letters = |sign: char| !sign.is_alphanumeric() && sign != '_';
                let start = text[..at].rfind(letters).map_or(0, |end| end + 1);
                let end = text[at..].find(letters).map_or(text.len(), |end| at + end);
                return Some(Span::new(start, end));
            }
            _ => {}
        }
    }
    None
}

const ALLOWED: Bilingual = Bilingual {
    fr: "un critère s'écrit avec des chemins (`dynamic.purpose.needs`), des comparaisons, `and`, \
        `or`, `not`, `in`, des textes entre apostrophes, des nombres et les mots du métier",
    en: "a criterion is written with paths (`dynamic.purpose.needs`), comparisons, `and`, `or`, \
        `not`, `in`, texts in single quotes, numbers, and the words of the field",
};

struct Reader<'t> {
    text: &'t str,
}

impl Reader<'_> {
    fn node(&self, expr: &ast::Expr) -> Result<Node, Unread> {
        let span = self.span(expr);
        let what = match expr {
            ast::Expr::Var(var) => Expression::Path(Path {
                root: step(var.id, span),
                steps: Vec::new(),
            }),
            ast::Expr::GetAttr(_) => Expression::Path(self.path(expr)?),
            ast::Expr::Const(constant) => literal(&constant.value).ok_or_else(|| {
                let why = Bilingual {
                    fr: "ceci n'est ni un texte, ni un nombre",
                    en: "this is neither a text nor a number",
                };
                Unread::new(span, why, Some(ALLOWED))
            })?,
            ast::Expr::List(list) => Expression::List(self.all(&list.items)?),
            ast::Expr::UnaryOp(unary) => return self.unary(unary, span),
            ast::Expr::BinOp(binary) => self.binary(binary, span)?,
            ast::Expr::Call(call) => self.call(call, span)?,
            other => return Err(refused(other, span)),
        };
        Ok(Node { what, span })
    }

    fn all(&self, items: &[ast::Expr]) -> Result<Vec<Node>, Unread> {
        items.iter().map(|item| self.node(item)).collect()
    }

    fn path(&self, expr: &ast::Expr) -> Result<Path, Unread> {
        match expr {
            ast::Expr::Var(var) => Ok(Path {
                root: step(var.id, self.span(expr)),
                steps: Vec::new(),
            }),
            ast::Expr::GetAttr(attribute) => {
                let mut path = self.path(&attribute.expr)?;
                let end = self.span(expr).end;
                path.steps.push(step(
                    attribute.name,
                    Span::new(end - attribute.name.len(), end),
                ));
                Ok(path)
            }
            other => {
                let why = Bilingual {
                    fr: "un chemin commence par un nom",
                    en: "a path begins with a name",
                };
                Err(Unread::new(self.span(other), why, Some(ALLOWED)))
            }
        }
    }

    fn unary(&self, unary: &ast::UnaryOp, span: Span) -> Result<Node, Unread> {
        if matches!(unary.op, ast::UnaryOpKind::Neg) {
            return Err(Unread::new(span, ARITHMETIC, Some(ALLOWED)));
        }
        let inner = self.node(&unary.expr)?;
        // `a not in b` comes as `not (a in b)`, but with nothing on its left it must not hold.
        if let ast::Expr::BinOp(binary) = &unary.expr
            && matches!(binary.op, ast::BinOpKind::In)
            && self.between(binary).starts_with("not")
            && let Expression::Compare(_, both) = inner.what
        {
            return Ok(Node {
                what: Expression::Compare(Comparison::NotIn, both),
                span: inner.span,
            });
        }
        Ok(Node {
            what: Expression::Not(Box::new(inner)),
            span,
        })
    }

    /// What stands between the two sides of an operator.
    fn between(&self, binary: &ast::BinOp) -> &str {
        let (left, right) = (self.span(&binary.left), self.span(&binary.right));
        let between = self.text.get(left.end..right.start).unwrap_or_default();
        between.trim_start_matches(|sign: char| sign == ')' || sign.is_whitespace())
    }

    fn binary(&self, binary: &ast::BinOp, span: Span) -> Result<Expression, Unread> {
        use ast::BinOpKind as Op;
        let comparison = match binary.op {
            Op::Eq => Comparison::Same,
            Op::Ne => Comparison::Other,
            Op::Lt => Comparison::Less,
            Op::Lte => Comparison::AtMost,
            Op::Gt => Comparison::More,
            Op::Gte => Comparison::AtLeast,
            Op::In => Comparison::In,
            Op::ScAnd => return Ok(Expression::And(self.both(binary)?)),
            Op::ScOr => return Ok(Expression::Or(self.both(binary)?)),
            Op::Add
            | Op::Sub
            | Op::Mul
            | Op::Div
            | Op::FloorDiv
            | Op::Rem
            | Op::Pow
            | Op::Concat => {
                return Err(Unread::new(span, ARITHMETIC, Some(ALLOWED)));
            }
        };
        Ok(Expression::Compare(comparison, self.both(binary)?))
    }

    fn both(&self, binary: &ast::BinOp) -> Result<Box<(Node, Node)>, Unread> {
        Ok(Box::new((
            self.node(&binary.left)?,
            self.node(&binary.right)?,
        )))
    }

    fn call(&self, call: &ast::Call, span: Span) -> Result<Expression, Unread> {
        let path = self.path(&call.expr)?;
        let (word, of) = match path {
            Path { root, steps } if steps.is_empty() => (root, None),
            Path { root, mut steps } => match steps.pop() {
                Some(word) => (word, Some(Path { root, steps })),
                None => (root, None),
            },
        };
        let arguments = call.args.iter().map(|argument| {
            if let ast::CallArg::Pos(expr) = argument {
                self.node(expr)
            } else {
                let why = Bilingual {
                    fr: "un mot du métier reçoit de simples valeurs, sans nom ni étoile",
                    en: "a word of the field is given plain values, without a name or a star",
                };
                Err(Unread::new(span, why, Some(ALLOWED)))
            }
        });
        Ok(Expression::Call {
            word,
            of,
            arguments: arguments.collect::<Result<_, _>>()?,
        })
    }

    /// The bytes of a part: minijinja knows the end of each, but the beginning of names and
    /// literals alone.
    fn span(&self, expr: &ast::Expr) -> Span {
        let told = expr.span();
        let (told_start, end) = (told.start_offset as usize, told.end_offset as usize);
        let start = match expr {
            ast::Expr::GetAttr(inner) => self.span(&inner.expr).start,
            ast::Expr::GetItem(inner) => self.span(&inner.expr).start,
            ast::Expr::Slice(inner) => self.span(&inner.expr).start,
            ast::Expr::Call(inner) => self.span(&inner.expr).start,
            ast::Expr::BinOp(inner) => self.span(&inner.left).start,
            ast::Expr::Compare(inner) => self.span(&inner.expr).start,
            ast::Expr::Test(inner) => self.span(&inner.expr).start,
            ast::Expr::IfExpr(inner) => self.span(&inner.true_expr).start,
            ast::Expr::Filter(inner) => inner
                .expr
                .as_ref()
                .map_or(told_start, |inner| self.span(inner).start),
            ast::Expr::UnaryOp(inner) => {
                let inside = self.span(&inner.expr).start;
                if self
                    .text
                    .get(told_start..)
                    .is_some_and(|text| text.starts_with(['n', '-']))
                {
                    told_start.min(inside)
                } else {
                    inside
                }
            }
            _ => told_start,
        };
        let end = end.min(self.text.len());
        Span::new(start.min(end), end)
    }
}

fn step(name: &str, span: Span) -> Step {
    Step {
        name: name.to_owned(),
        span,
    }
}

fn literal(value: &minijinja::Value) -> Option<Expression> {
    match value.kind() {
        ValueKind::String => value.as_str().map(|text| Expression::Text(text.to_owned())),
        ValueKind::Bool => Some(Expression::Truth(value.is_true())),
        ValueKind::Number => f64::try_from(value.clone()).ok().map(Expression::Number),
        _ => None,
    }
}

const ARITHMETIC: Bilingual = Bilingual {
    fr: "un critère ne calcule pas",
    en: "a criterion does not calculate",
};

fn refused(expr: &ast::Expr, span: Span) -> Unread {
    let why = match expr {
        ast::Expr::Filter(_) => Bilingual {
            fr: "un critère n'a pas de filtre (`|`)",
            en: "a criterion has no filter (`|`)",
        },
        ast::Expr::GetItem(_) | ast::Expr::Slice(_) => Bilingual {
            fr: "un critère n'a pas d'indice (`[…]`)",
            en: "a criterion has no subscript (`[…]`)",
        },
        ast::Expr::Test(_) => Bilingual {
            fr: "un critère n'a pas de `is`",
            en: "a criterion has no `is`",
        },
        ast::Expr::IfExpr(_) => Bilingual {
            fr: "la condition d'un critère s'écrit sous `if`, non dans l'expression",
            en: "the condition of a criterion stands under `if`, not inside the expression",
        },
        ast::Expr::Compare(_) => Bilingual {
            fr: "deux valeurs se comparent à la fois, non trois",
            en: "two values are compared at a time, not three",
        },
        _ => Bilingual {
            fr: "ceci n'a pas sa place dans un critère",
            en: "this has no place in a criterion",
        },
    };
    Unread::new(span, why, Some(ALLOWED))
}
