//! Comparisons: of one value with one, or of one with several, and of kinds that can be compared.

use super::Bench;
use crate::charter::expression::{Comparison, Expression, Node};
use crate::charter::paths::Scalar;
use crate::language::Both;
use crate::say;
use crate::sources::Span;

impl Bench<'_> {
    pub(super) fn comparison(&mut self, how: Comparison, both: &(Node, Node)) {
        let (left, right) = (self.seen(&both.0), self.seen(&both.1));
        let (Some(left), Some(right)) = (left, right) else { return };
        self.twice(both);
        let sign = how.sign();
        let (one, other) = (&both.0, &both.1);
        let inside = matches!(how, Comparison::In | Comparison::NotIn);
        if left.many || right.many != inside {
            let span = if left.many { one.span } else { other.span };
            self.tell(span, match (inside, left.many) {
                (true, false) => Both {
                    fr: "à droite de `in`, il faut plusieurs valeurs",
                    en: "to the right of `in` there must be several values",
                },
                _ => Both {
                    fr: "il y a ici plusieurs valeurs, et une seule se compare\u{a0}: `count(…)`, `any_of(…)` ou `in`",
                    en: "there are several values here, and one alone is compared: `count(…)`, `any_of(…)` or `in`",
                },
            });
            return;
        }
        for (node, seen) in [(one, &left), (other, &right)] {
            if seen.is_table() {
                self.tell(
                    node.span,
                    Both {
                        fr: "ceci est un tableau\u{a0}: nommer la clé à comparer",
                        en: "this is a table: name the key to be compared",
                    },
                );
                return;
            }
        }
        if !comparable(how, &left.scalar, &right.scalar) {
            let span = Span::new(one.span.start, other.span.end);
            let sentence = say!(self.language,
                fr: "`{sign}` ne compare pas ces deux sortes de valeurs",
                en: "`{sign}` does not compare these two kinds of value");
            self.fault(span, sentence, None, None);
            return;
        }
        self.literals(one, &right.scalar);
        self.literals(other, &left.scalar);
    }

    /// Literals beside a value that the vocabulary knows.
    pub(super) fn literals(&mut self, node: &Node, beside: &Scalar) {
        match &node.what {
            Expression::Text(text) => self.among(beside, text, node.span),
            Expression::List(items) => items.iter().for_each(|item| self.literals(item, beside)),
            _ => {}
        }
    }
}

fn comparable(how: Comparison, left: &Scalar, right: &Scalar) -> bool {
    let alike = matches!(how, Comparison::Same | Comparison::Other | Comparison::In | Comparison::NotIn);
    match (left, right) {
        (Scalar::Anything, _) | (_, Scalar::Anything) => true,
        (Scalar::Number | Scalar::Moment, Scalar::Number | Scalar::Moment) => true,
        (Scalar::Text { .. }, Scalar::Text { .. }) | (Scalar::Truth, Scalar::Truth) => alike,
        _ => false,
    }
}
