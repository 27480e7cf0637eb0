//! The parser of expressions: from a text to a syntax tree, by way of minijinja's.

use minijinja::machinery::{ast, parse_expr};
use minijinja::value::ValueKind;

use crate::charter::expression::parse_error::{ARITHMETIC, ParseError};
use crate::charter::expression::syntax_tree::{Comparison, Expression, Identifier, Node, Path};
use crate::language::Bilingual;
use crate::sources::Span;

/// Bytes of the longest expression.
///
/// Nobody can read a longer one, and its nesting could exhaust the stack of a recursive parser.
pub const MAX_LENGTH: usize = 500;

/// Parses an expression.
///
/// # Errors
/// Returns an error if the text is too long, is not valid syntax, or uses something that criteria
/// may not use; the first such thing is reported.
pub fn parse(text: &str) -> Result<Node, ParseError> {
    if text.len() > MAX_LENGTH {
        return Err(ParseError::too_long(text));
    }
    let parsed = parse_expr(text).map_err(|error| ParseError::syntax(text, error.range()))?;
    Parser { text }.node(&parsed)
}

/// The translation of minijinja's tree into ours.
struct Parser<'t> {
    text: &'t str,
}

impl Parser<'_> {
    fn node(&self, expr: &ast::Expr) -> Result<Node, ParseError> {
        let span = self.span(expr);
        let expression = match expr {
            ast::Expr::Var(_) | ast::Expr::GetAttr(_) => Expression::Path(self.path(expr)?),
            ast::Expr::Const(constant) => literal(&constant.value, span)?,
            ast::Expr::List(list) => {
                let items = list.items.iter().map(|item| self.node(item));
                Expression::List(items.collect::<Result<_, _>>()?)
            }
            ast::Expr::UnaryOp(unary) => return self.unary(unary, span),
            ast::Expr::BinOp(binary) => self.binary(binary, span)?,
            ast::Expr::Call(call) => self.call(call, span)?,
            unsupported => return Err(ParseError::unsupported(unsupported, span)),
        };
        Ok(Node { expression, span })
    }

    fn path(&self, expr: &ast::Expr) -> Result<Path, ParseError> {
        match expr {
            ast::Expr::Var(variable) => Ok(Path {
                root: identifier(variable.id, self.span(expr)),
                keys: Vec::new(),
            }),
            ast::Expr::GetAttr(attribute) => {
                let mut path = self.path(&attribute.expr)?;
                let end = self.span(expr).end;
                let span = Span::new(end - attribute.name.len(), end);
                path.keys.push(identifier(attribute.name, span));
                Ok(path)
            }
            other => {
                let sentence = Bilingual {
                    fr: "un chemin commence par un nom",
                    en: "a path begins with a name",
                };
                Err(ParseError::not_allowed(self.span(other), sentence))
            }
        }
    }

    fn unary(&self, unary: &ast::UnaryOp, span: Span) -> Result<Node, ParseError> {
        if matches!(unary.op, ast::UnaryOpKind::Neg) {
            return Err(ParseError::not_allowed(span, ARITHMETIC));
        }
        let operand = self.node(&unary.expr)?;
        // minijinja parses `a not in b` as `not (a in b)`; only the former is false where `a` is
        // absent, so the text between the operands decides.
        if let ast::Expr::BinOp(binary) = &unary.expr
            && matches!(binary.op, ast::BinOpKind::In)
            && self.text_between_operands(binary).starts_with("not")
            && let Expression::Compare(_, operands) = operand.expression
        {
            return Ok(Node {
                expression: Expression::Compare(Comparison::NotIn, operands),
                span: operand.span,
            });
        }
        Ok(Node {
            expression: Expression::Not(Box::new(operand)),
            span,
        })
    }

    /// The text from the left operand to the right one, without closing parentheses and spaces at
    /// its start.
    fn text_between_operands(&self, binary: &ast::BinOp) -> &str {
        let (left, right) = (self.span(&binary.left), self.span(&binary.right));
        let between = self.text.get(left.end..right.start).unwrap_or_default();
        between.trim_start_matches(|character: char| character == ')' || character.is_whitespace())
    }

    fn binary(&self, binary: &ast::BinOp, span: Span) -> Result<Expression, ParseError> {
        use ast::BinOpKind as Op;
        let comparison = match binary.op {
            Op::Eq => Comparison::Equal,
            Op::Ne => Comparison::NotEqual,
            Op::Lt => Comparison::Less,
            Op::Lte => Comparison::LessOrEqual,
            Op::Gt => Comparison::Greater,
            Op::Gte => Comparison::GreaterOrEqual,
            Op::In => Comparison::In,
            Op::ScAnd => return Ok(Expression::And(self.operands(binary)?)),
            Op::ScOr => return Ok(Expression::Or(self.operands(binary)?)),
            Op::Add
            | Op::Sub
            | Op::Mul
            | Op::Div
            | Op::FloorDiv
            | Op::Rem
            | Op::Pow
            | Op::Concat => return Err(ParseError::not_allowed(span, ARITHMETIC)),
        };
        Ok(Expression::Compare(comparison, self.operands(binary)?))
    }

    fn operands(&self, binary: &ast::BinOp) -> Result<Box<(Node, Node)>, ParseError> {
        Ok(Box::new((
            self.node(&binary.left)?,
            self.node(&binary.right)?,
        )))
    }

    fn call(&self, call: &ast::Call, span: Span) -> Result<Expression, ParseError> {
        let Path { root, mut keys } = self.path(&call.expr)?;
        let (function, receiver) = match keys.pop() {
            Some(method) => (method, Some(Path { root, keys })),
            None => (root, None),
        };
        let mut arguments = Vec::new();
        for argument in &call.args {
            let ast::CallArg::Pos(expr) = argument else {
                let sentence = Bilingual {
                    fr: "les arguments d'une fonction sont de simples valeurs, sans nom ni étoile",
                    en: "the arguments of a function are plain values, without a name or a star",
                };
                return Err(ParseError::not_allowed(span, sentence));
            };
            arguments.push(self.node(expr)?);
        }
        Ok(Expression::Call {
            function,
            receiver,
            arguments,
        })
    }

    /// The bytes of an expression.
    ///
    /// minijinja gives the end of every expression, but the start of names and literals only; for
    /// the others, it gives the start of their operator.
    fn span(&self, expr: &ast::Expr) -> Span {
        let given = expr.span();
        let (given_start, end) = (given.start_offset as usize, given.end_offset as usize);
        let first = match expr {
            ast::Expr::GetAttr(inner) => Some(&inner.expr),
            ast::Expr::GetItem(inner) => Some(&inner.expr),
            ast::Expr::Slice(inner) => Some(&inner.expr),
            ast::Expr::Call(inner) => Some(&inner.expr),
            ast::Expr::BinOp(inner) => Some(&inner.left),
            ast::Expr::Compare(inner) => Some(&inner.expr),
            ast::Expr::Test(inner) => Some(&inner.expr),
            ast::Expr::IfExpr(inner) => Some(&inner.true_expr),
            ast::Expr::Filter(inner) => inner.expr.as_ref(),
            ast::Expr::UnaryOp(inner) => Some(&inner.expr),
            _ => None,
        };
        let start = match (expr, first.map(|first| self.span(first).start)) {
            (ast::Expr::UnaryOp(_), Some(operand)) if self.has_prefix_operator(given_start) => {
                given_start.min(operand)
            }
            (_, Some(first)) => first,
            (_, None) => given_start,
        };
        let end = end.min(self.text.len());
        Span::new(start.min(end), end)
    }

    /// Whether `not` or `-` begins at a byte; the `not` of `not in` is inside its expression.
    fn has_prefix_operator(&self, start: usize) -> bool {
        self.text
            .get(start..)
            .is_some_and(|text| text.starts_with(['n', '-']))
    }
}

fn identifier(name: &str, span: Span) -> Identifier {
    Identifier {
        name: name.to_owned(),
        span,
    }
}

fn literal(value: &minijinja::Value, span: Span) -> Result<Expression, ParseError> {
    let expression = match value.kind() {
        ValueKind::String => value.as_str().map(|text| Expression::Text(text.to_owned())),
        ValueKind::Bool => Some(Expression::Boolean(value.is_true())),
        ValueKind::Number => f64::try_from(value.clone()).ok().map(Expression::Number),
        _ => None,
    };
    expression.ok_or_else(|| {
        let sentence = Bilingual {
            fr: "ceci n'est ni un texte, ni un nombre",
            en: "this is neither a text nor a number",
        };
        ParseError::not_allowed(span, sentence)
    })
}
