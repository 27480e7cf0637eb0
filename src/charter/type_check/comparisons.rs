//! Checks of comparisons: one value with one, or one with several, of comparable types.

use crate::charter::expression::{Comparison, Node};
use crate::charter::path_type::PathType;
use crate::charter::type_check::type_checker::TypeChecker;
use crate::charter::value_type::ValueType;
use crate::language::Bilingual;
use crate::say;
use crate::sources::Span;

impl TypeChecker<'_> {
    /// Checks both sides of a comparison. The first error is reported, others would follow from it.
    pub(super) fn check_comparison(&mut self, comparison: Comparison, operands: &(Node, Node)) {
        let (left, right) = (&operands.0, &operands.1);
        let (left_type, right_type) = (self.path_type(left), self.path_type(right));
        let (Some(left_type), Some(right_type)) = (left_type, right_type) else {
            return;
        };
        self.check_not_identical(operands);
        if !self.check_counts(comparison, (left, left_type.many), (right, right_type.many))
            || !self.check_not_table(left, &left_type)
            || !self.check_not_table(right, &right_type)
        {
            return;
        }
        if !are_comparable(comparison, &left_type.value_type, &right_type.value_type) {
            let operator = comparison.operator();
            let span = Span::new(left.span.start, right.span.end);
            let sentence = say!(self.language,
                fr: "`{operator}` ne compare pas ces deux sortes de valeurs",
                en: "`{operator}` does not compare these two kinds of values");
            self.report_with_help(span, sentence, None, None);
            return;
        }
        self.check_literals(left, &right_type.value_type);
        self.check_literals(right, &left_type.value_type);
    }

    /// Checks that there is one value on the left, and on the right one, or several for `in`. Each
    /// side is given with whether it has several values.
    fn check_counts(
        &mut self,
        comparison: Comparison,
        left: (&Node, bool),
        right: (&Node, bool),
    ) -> bool {
        let several = Bilingual {
            fr: "il y a ici plusieurs valeurs, et on n'en compare qu'une\u{a0}: `count(…)`, \
                `any_of(…)` ou `in`",
            en: "there are several values here, and only one can be compared: `count(…)`, \
                `any_of(…)` or `in`",
        };
        let single = Bilingual {
            fr: "à droite de `in`, il faut plusieurs valeurs",
            en: "to the right of `in` there must be several values",
        };
        if left.1 {
            self.report(left.0.span, several);
        } else if right.1 != comparison.is_membership() {
            self.report(right.0.span, if right.1 { several } else { single });
        } else {
            return true;
        }
        false
    }

    fn check_not_table(&mut self, node: &Node, path_type: &PathType) -> bool {
        if path_type.is_table() {
            self.report(
                node.span,
                Bilingual {
                    fr: "ceci est un tableau\u{a0}: nommer la clé à comparer",
                    en: "this is a table: name the key to compare",
                },
            );
        }
        !path_type.is_table()
    }
}

/// Whether values of two types can be compared: texts and booleans have no order.
fn are_comparable(comparison: Comparison, left: &ValueType, right: &ValueType) -> bool {
    let needs_order = matches!(
        comparison,
        Comparison::Less
            | Comparison::LessOrEqual
            | Comparison::Greater
            | Comparison::GreaterOrEqual
    );
    match (left, right) {
        (ValueType::Anything, _)
        | (_, ValueType::Anything)
        | (ValueType::Number | ValueType::Date, ValueType::Number | ValueType::Date) => true,
        (ValueType::Text { .. }, ValueType::Text { .. })
        | (ValueType::Boolean, ValueType::Boolean) => !needs_order,
        _ => false,
    }
}
