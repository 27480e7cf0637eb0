//! A criterion that may be asked: its expressions, read for every kind of record and every list
//! that it reaches.

use crate::charter::criterion::Criterion;
use crate::charter::expression::{self, Expression, Label, Node, Shown};
use crate::charter::path_types::Subject;
use crate::charter::value::Scope;
use crate::language::Language;

/// A criterion that may be asked.
#[derive(Clone, Debug)]
pub struct CompiledCriterion<'c> {
    /// Its name.
    pub id: &'c str,
    /// As it is written.
    pub criterion: &'c Criterion,
    /// What it judges: each kind of record in turn, and of it each list in turn.
    pub targets: Vec<CriterionTarget<'c>>,
}

/// What a criterion asks of one kind of record, or of the rows of one of its lists.
#[derive(Clone, Debug)]
pub struct CriterionTarget<'c> {
    /// The kind of record.
    pub subject: Subject,
    /// The keys that lead to the rows that it judges one by one.
    pub each: Option<Vec<&'c str>>,
    pub(super) condition: Option<Node>,
    pub(super) requires: Node,
    /// What is said under the line at fault, in French and in English.
    pub(super) shown: Option<[Vec<Shown>; 2]>,
}

/// Names whose values rest on other records than the one that is judged.
const AROUND: [&str; 4] = ["families", "newcomers", "authority", "dynamics"];

impl<'c> CompiledCriterion<'c> {
    /// What it asks of a kind of record.
    pub fn of(&self, subject: Subject) -> impl Iterator<Item = &CriterionTarget<'c>> {
        self.targets
            .iter()
            .filter(move |target| target.subject == subject)
    }

    /// Whether what it asks rests on other records than the one that is judged.
    #[must_use]
    pub fn looks_around(&self) -> bool {
        let mut around = false;
        let mut look = |node: &Node| {
            around |= match &node.what {
                Expression::Call { word, .. } => AROUND.contains(&word.name.as_str()),
                Expression::Path(path) => path
                    .steps
                    .iter()
                    .any(|step| AROUND.contains(&step.name.as_str())),
                _ => false,
            };
        };
        // Every reach reads the same expressions.
        if let Some(target) = self.targets.first() {
            target
                .condition
                .iter()
                .chain([&target.requires])
                .for_each(|node| node.visit(&mut look));
        }
        around
    }
}

impl CriterionTarget<'_> {
    /// Whether it looks at a record and finds that what it asks is not there.
    #[must_use]
    pub fn offended(&self, scope: &Scope) -> bool {
        self.concerns(scope) && !expression::evaluate(&self.requires, scope).holds()
    }

    /// Whether it looks at a record at all.
    #[must_use]
    pub fn concerns(&self, scope: &Scope) -> bool {
        self.condition
            .as_ref()
            .is_none_or(|condition| expression::evaluate(condition, scope).holds())
    }

    /// What is said under the line at fault, where every value that it names is there.
    #[must_use]
    pub fn shown(&self, scope: &Scope, language: Language, label: &Label) -> Option<String> {
        let [french, english] = self.shown.as_ref()?;
        let pieces = if language == Language::French {
            french
        } else {
            english
        };
        expression::shown(pieces, scope, label)
    }
}
