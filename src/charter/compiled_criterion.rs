//! A compiled criterion, ready to be evaluated on records.

use crate::charter::criterion::Criterion;
use crate::charter::expression::{
    Expression, LabelLookup, Node, TemplatePart, is_true, render_template,
};
use crate::charter::subject::Subject;
use crate::charter::value::Scope;
use crate::language::Language;

/// A compiled criterion.
#[derive(Clone, Debug)]
pub struct CompiledCriterion<'c> {
    /// The id.
    pub id: &'c str,
    /// The criterion as the charter writes it.
    pub criterion: &'c Criterion,
    /// The expressions for each kind of record and each list.
    pub targets: Vec<CriterionTarget<'c>>,
}

/// The expressions of a criterion, compiled for one kind of record, or for the rows of one list.
#[derive(Clone, Debug)]
pub struct CriterionTarget<'c> {
    /// The kind of record.
    pub subject: Subject,
    /// The keys that lead to the list whose rows are checked one by one.
    pub list_keys: Option<Vec<&'c str>>,
    pub(super) condition: Option<Node>,
    pub(super) requires: Node,
    /// The template of the text under the line, in French and in English.
    pub(super) shown: Option<[Vec<TemplatePart>; 2]>,
}

/// Names of fields and functions whose values depend on other records.
const OTHER_RECORDS: [&str; 4] = ["families", "local_partners", "authority", "dynamics"];

impl<'c> CompiledCriterion<'c> {
    /// The targets of a kind of record.
    pub fn targets_of(&self, subject: Subject) -> impl Iterator<Item = &CriterionTarget<'c>> {
        self.targets
            .iter()
            .filter(move |target| target.subject == subject)
    }

    /// Whether the criterion depends on records other than the one that it is evaluated on.
    #[must_use]
    pub fn reads_other_records(&self) -> bool {
        // All targets have the same expressions.
        let Some(target) = self.targets.first() else {
            return false;
        };
        let mut found = false;
        for node in target.condition.iter().chain([&target.requires]) {
            node.visit(&mut |node| found |= names_other_records(node));
        }
        found
    }
}

fn names_other_records(node: &Node) -> bool {
    match &node.expression {
        Expression::Call { function, .. } => OTHER_RECORDS.contains(&function.name.as_str()),
        Expression::Path(path) => path
            .keys
            .iter()
            .any(|key| OTHER_RECORDS.contains(&key.name.as_str())),
        _ => false,
    }
}

impl CriterionTarget<'_> {
    /// Whether a record is selected and does not satisfy the requirement.
    #[must_use]
    pub fn is_violated(&self, scope: &Scope) -> bool {
        self.applies(scope) && !is_true(&self.requires, scope)
    }

    /// Whether a record is selected by the condition.
    #[must_use]
    pub fn applies(&self, scope: &Scope) -> bool {
        self.condition
            .as_ref()
            .is_none_or(|condition| is_true(condition, scope))
    }

    /// The text under the line of a finding; `None` without a template, or if a value is absent.
    #[must_use]
    pub fn render_values(
        &self,
        scope: &Scope,
        language: Language,
        label_of: &LabelLookup,
    ) -> Option<String> {
        let [french, english] = self.shown.as_ref()?;
        let template = match language {
            Language::French => french,
            Language::English => english,
        };
        render_template(template, scope, label_of)
    }
}
