//! An expression once it is read: its parts, each with its bytes in the text.

use crate::sources::Span;

/// A part of an expression and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The part.
    pub what: Expression,
    /// Its bytes.
    pub span: Span,
}

/// The parts that an expression is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// A text between quotes.
    Text(String),
    /// A number.
    Number(f64),
    /// `true` or `false`.
    Truth(bool),
    /// Texts or numbers between brackets.
    List(Vec<Node>),
    /// Names joined by dots.
    Path(Path),
    /// A word of the field with its arguments; on a record, or by itself.
    Call {
        /// The word.
        word: Step,
        /// What it is said of.
        of: Option<Path>,
        /// What it is given.
        arguments: Vec<Node>,
    },
    /// `not`
    Not(Box<Node>),
    /// `and`
    And(Box<(Node, Node)>),
    /// `or`
    Or(Box<(Node, Node)>),
    /// Two values side by side.
    Compare(Comparison, Box<(Node, Node)>),
}

/// Names joined by dots.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// The first name.
    pub root: Step,
    /// The others.
    pub steps: Vec<Step>,
}

impl Path {
    /// What its first name stands for, where it is one that expressions know.
    #[must_use]
    pub fn stands_for(&self) -> Option<Root> {
        Root::ALL
            .into_iter()
            .find(|root| root.name() == self.root.name)
    }
}

/// A name and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The name.
    pub name: String,
    /// Its bytes.
    pub span: Span,
}

/// What the first name of a path may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Root {
    /// The record, where it is a territory.
    Territory,
    /// The record, where it is an actor.
    Actor,
    /// The record, where it is a dynamic.
    Dynamic,
    /// The record, where a criterion judges several kinds.
    Record,
    /// The row in turn, where a criterion has `each`.
    Row,
    /// The principle in turn, where a criterion runs for each.
    Principle,
    /// The year in which the record is judged.
    Year,
}

impl Root {
    /// Every first name.
    pub const ALL: [Self; 7] = [
        Self::Territory,
        Self::Actor,
        Self::Dynamic,
        Self::Record,
        Self::Row,
        Self::Principle,
        Self::Year,
    ];

    /// As it is written.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Territory => "territory",
            Self::Actor => "actor",
            Self::Dynamic => "dynamic",
            Self::Record => "record",
            Self::Row => "row",
            Self::Principle => "principle",
            Self::Year => "year",
        }
    }
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `==`
    Same,
    /// `!=`
    Other,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
    /// `in`
    In,
    /// `not in`
    NotIn,
}

impl Comparison {
    /// As it is written.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Same => "==",
            Self::Other => "!=",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::More => ">",
            Self::AtLeast => ">=",
            Self::In => "in",
            Self::NotIn => "not in",
        }
    }
}

/// A piece of what is shown under the line at fault.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    /// Words as they are.
    Words(String),
    /// A value of the record, with the list of the vocabulary that knows its name for people.
    Value(Node, Option<String>),
}

impl Node {
    /// Shows every part of it, itself first, and every part once.
    pub fn visit(&self, visitor: &mut dyn FnMut(&Node)) {
        visitor(self);
        match &self.what {
            Expression::List(items) => items.iter().for_each(|item| item.visit(visitor)),
            Expression::Call { arguments, .. } => {
                arguments.iter().for_each(|one| one.visit(visitor));
            }
            Expression::Not(inner) => inner.visit(visitor),
            Expression::And(both) | Expression::Or(both) | Expression::Compare(_, both) => {
                both.0.visit(visitor);
                both.1.visit(visitor);
            }
            Expression::Text(_)
            | Expression::Number(_)
            | Expression::Truth(_)
            | Expression::Path(_) => {}
        }
    }
}
