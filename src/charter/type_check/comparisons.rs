//! Comparisons: of one value with one, or of one with several, and of kinds that can be compared.

use crate::charter::expression::{Comparison, Expression, Node};
use crate::charter::path_types::ValueType;
use crate::charter::type_check::TypeChecker;
use crate::language::Bilingual;
use crate::say;
use crate::sources::Span;

impl TypeChecker<'_> {
    pub(super) fn comparison(&mut self, how: Comparison, both: &(Node, Node)) {
        let (left, right) = (self.path_type(&both.0), self.path_type(&both.1));
        let (Some(left), Some(right)) = (left, right) else {
            return;
        };
        self.twice(both);
        let sign = how.sign();
        let (one, other) = (&both.0, &both.1);
        if !self.numbers_fit(how, (one, left.many), (other, right.many)) {
            return;
        }
        for (node, path_type) in [(one, &left), (other, &right)] {
            if path_type.is_table() {
                self.report(
                    node.span,
                    Bilingual {
                        fr: "ceci est un tableau\u{a0}: nommer la clé à comparer",
                        en: "this is a table: name the key to be compared",
                    },
                );
                return;
            }
        }
        if !comparable(how, &left.value_type, &right.value_type) {
            let span = Span::new(one.span.start, other.span.end);
            let sentence = say!(self.language,
                fr: "`{sign}` ne compare pas ces deux sortes de valeurs",
                en: "`{sign}` does not compare these two kinds of value");
            self.error(span, sentence, None, None);
            return;
        }
        self.literals(one, &right.value_type);
        self.literals(other, &left.value_type);
    }

    /// Whether there is one value on the left, and on the right one, or several for `in`.
    fn numbers_fit(&mut self, how: Comparison, left: (&Node, bool), right: (&Node, bool)) -> bool {
        let inside = matches!(how, Comparison::In | Comparison::NotIn);
        let several = Bilingual {
            fr: "il y a ici plusieurs valeurs, et une seule se compare\u{a0}: `count(…)`, \
                `any_of(…)` ou `in`",
            en: "there are several values here, and one alone is compared: `count(…)`, `any_of(…)` \
                or `in`",
        };
        let one_alone = Bilingual {
            fr: "à droite de `in`, il faut plusieurs valeurs",
            en: "to the right of `in` there must be several values",
        };
        match (left.1, right.1 == inside) {
            (true, _) => self.report(left.0.span, several),
            (false, false) if inside => self.report(right.0.span, one_alone),
            (false, false) => self.report(right.0.span, several),
            (false, true) => return true,
        }
        false
    }

    /// Literals beside a value that the vocabulary knows.
    pub(super) fn literals(&mut self, node: &Node, beside: &ValueType) {
        match &node.what {
            Expression::Text(text) => self.among(beside, text, node.span),
            Expression::List(items) => items.iter().for_each(|item| self.literals(item, beside)),
            _ => {}
        }
    }
}

fn comparable(how: Comparison, left: &ValueType, right: &ValueType) -> bool {
    let alike = matches!(
        how,
        Comparison::Same | Comparison::Other | Comparison::In | Comparison::NotIn
    );
    match (left, right) {
        (ValueType::Anything, _)
        | (_, ValueType::Anything)
        | (ValueType::Number | ValueType::Moment, ValueType::Number | ValueType::Moment) => true,
        (ValueType::Text { .. }, ValueType::Text { .. }) | (ValueType::Truth, ValueType::Truth) => {
            alike
        }
        _ => false,
    }
}
