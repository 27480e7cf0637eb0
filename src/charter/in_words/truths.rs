//! Clauses of computed fields that are true or false, with the opposites of comparisons.

use crate::charter::expression::Comparison;
use crate::charter::subject::Subject;
use crate::language::Language;

/// What a computed field that is true or false says.
pub(super) fn truth(
    key: &str,
    subject: Subject,
    holds: bool,
    language: Language,
) -> Option<String> {
    let is_dynamic = subject == Subject::Dynamic;
    let (fr, en): ([&str; 2], [&str; 2]) = match key {
        "counted" => (
            ["la dynamique compte", "la dynamique ne compte pas"],
            ["the dynamic counts", "the dynamic does not count"],
        ),
        "living" if is_dynamic => (
            [
                "la dynamique est en cours",
                "la dynamique n'est pas en cours",
            ],
            ["the dynamic is active", "the dynamic is not active"],
        ),
        "living" => (
            [
                "le réseau suit le territoire",
                "le réseau ne suit pas le territoire",
            ],
            [
                "the network follows the territory",
                "the network does not follow the territory",
            ],
        ),
        "is_member" => (
            ["l'acteur est adhérent", "l'acteur n'est pas adhérent"],
            ["the actor is a member", "the actor is not a member"],
        ),
        _ => return None,
    };
    let clauses = match language {
        Language::French => fr,
        Language::English => en,
    };
    clauses
        .get(usize::from(!holds))
        .map(|&clause| clause.to_owned())
}

/// The comparison that holds where another one does not.
pub(super) fn opposite(how: Comparison) -> Comparison {
    match how {
        Comparison::Equal => Comparison::NotEqual,
        Comparison::NotEqual => Comparison::Equal,
        Comparison::Less => Comparison::GreaterOrEqual,
        Comparison::LessOrEqual => Comparison::Greater,
        Comparison::Greater => Comparison::LessOrEqual,
        Comparison::GreaterOrEqual => Comparison::Less,
        Comparison::In => Comparison::NotIn,
        Comparison::NotIn => Comparison::In,
    }
}
