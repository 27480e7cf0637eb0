//! The syntax tree of an expression, each node with its bytes in the text.

use crate::sources::Span;

/// A node of the tree.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The expression.
    pub expression: Expression,
    /// The bytes of the expression in the text.
    pub span: Span,
}

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// A text between quotes.
    Text(String),
    /// A number.
    Number(f64),
    /// `true` or `false`.
    Boolean(bool),
    /// Texts or numbers between square brackets.
    List(Vec<Node>),
    /// Names joined by dots.
    Path(Path),
    /// A call of a built-in function.
    Call {
        /// The name of the function.
        function: Identifier,
        /// The record of a method, as in `dynamic.reached('…')`.
        receiver: Option<Path>,
        /// The arguments.
        arguments: Vec<Node>,
    },
    /// `not`
    Not(Box<Node>),
    /// `and`
    And(Box<(Node, Node)>),
    /// `or`
    Or(Box<(Node, Node)>),
    /// A comparison of two values.
    Compare(Comparison, Box<(Node, Node)>),
}

/// Names joined by dots.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// The first name.
    pub root: Identifier,
    /// The names that follow.
    pub keys: Vec<Identifier>,
}

impl Path {
    /// The meaning of the first name; `None` if no expression knows it.
    #[must_use]
    pub fn known_root(&self) -> Option<Root> {
        Root::ALL
            .into_iter()
            .find(|root| root.name() == self.root.name)
    }
}

/// A name with its bytes in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// The name.
    pub name: String,
    /// The bytes of the name in the text.
    pub span: Span,
}

/// A first name that expressions know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Root {
    /// The record, if it is a territory.
    Territory,
    /// The record, if it is an actor.
    Actor,
    /// The record, if it is a dynamic.
    Dynamic,
    /// The record, if it holds published figures.
    Published,
    /// The record, if the criterion applies to several kinds.
    Record,
    /// The current row, if the criterion has `each`.
    Row,
    /// The current principle, if the criterion runs once for each.
    Principle,
    /// The year of the evaluation.
    Year,
}

impl Root {
    /// All first names.
    pub const ALL: [Self; 8] = [
        Self::Territory,
        Self::Actor,
        Self::Dynamic,
        Self::Published,
        Self::Record,
        Self::Row,
        Self::Principle,
        Self::Year,
    ];

    /// The name in expressions.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Territory => "territory",
            Self::Actor => "actor",
            Self::Dynamic => "dynamic",
            Self::Published => "published",
            Self::Record => "record",
            Self::Row => "row",
            Self::Principle => "principle",
            Self::Year => "year",
        }
    }
}

/// A comparison operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
    /// `in`
    In,
    /// `not in`
    NotIn,
}

impl Comparison {
    /// The operator in expressions.
    #[must_use]
    pub fn operator(self) -> &'static str {
        match self {
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
            Self::In => "in",
            Self::NotIn => "not in",
        }
    }

    /// Whether the right side has several values.
    #[must_use]
    pub fn is_membership(self) -> bool {
        matches!(self, Self::In | Self::NotIn)
    }
}

impl Node {
    /// Calls a visitor on this node and on every node below it, once each.
    pub fn visit(&self, visitor: &mut dyn FnMut(&Node)) {
        visitor(self);
        match &self.expression {
            Expression::List(items) => items.iter().for_each(|item| item.visit(visitor)),
            Expression::Call { arguments, .. } => {
                for argument in arguments {
                    argument.visit(visitor);
                }
            }
            Expression::Not(operand) => operand.visit(visitor),
            Expression::And(operands)
            | Expression::Or(operands)
            | Expression::Compare(_, operands) => {
                operands.0.visit(visitor);
                operands.1.visit(visitor);
            }
            Expression::Text(_)
            | Expression::Number(_)
            | Expression::Boolean(_)
            | Expression::Path(_) => {}
        }
    }

    /// Moves the spans of this node and of every node below it by `offset` bytes.
    pub fn shift(&mut self, offset: usize) {
        shift(&mut self.span, offset);
        match &mut self.expression {
            Expression::List(items) => items.iter_mut().for_each(|item| item.shift(offset)),
            Expression::Path(path) => path.shift(offset),
            Expression::Call {
                function,
                receiver,
                arguments,
            } => {
                shift(&mut function.span, offset);
                if let Some(path) = receiver {
                    path.shift(offset);
                }
                for argument in arguments {
                    argument.shift(offset);
                }
            }
            Expression::Not(operand) => operand.shift(offset),
            Expression::And(operands)
            | Expression::Or(operands)
            | Expression::Compare(_, operands) => {
                operands.0.shift(offset);
                operands.1.shift(offset);
            }
            Expression::Text(_) | Expression::Number(_) | Expression::Boolean(_) => {}
        }
    }
}

impl Path {
    fn shift(&mut self, offset: usize) {
        shift(&mut self.root.span, offset);
        for key in &mut self.keys {
            shift(&mut key.span, offset);
        }
    }
}

fn shift(span: &mut Span, offset: usize) {
    *span = Span::new(span.start + offset, span.end + offset);
}
