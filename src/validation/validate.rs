//! The contract of validation: what is evaluated, in which order, and what comes out.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::calendar::Day;
use crate::checks::{self, Context, criteria};
use crate::diagnostic::{Finding, Severity};
use crate::sources::{Folder, Source};
use crate::validation::levels::apply_levels;
use crate::validation::selection::Selection;
use crate::workspace::{self, Resolved, Workspace};

/// The options of a validation.
#[derive(Clone, Copy, Debug)]
pub struct ValidationOptions<'a> {
    /// Date for which criteria, waivers and deadlines are evaluated.
    pub date: Day,
    /// Whether the criteria of the charter are evaluated beside the checks.
    pub criteria: bool,
    /// Findings that are kept.
    pub selection: Selection<'a>,
}

/// The findings of a workspace, with what the reader must know about those that are missing.
#[derive(Debug)]
pub struct Validated {
    /// Findings kept, their places resolved to bytes, by file and position.
    pub findings: Vec<Finding>,
    /// Texts that the findings point into, by path.
    pub sources: BTreeMap<Arc<str>, Source>,
    /// Places that a finding names and that do not exist: a defect of a check.
    pub missing_places: Vec<String>,
    /// Number of judgements held back because an unreadable file could change them.
    pub held_back: usize,
    /// Number of findings left out by `apes.toml` or by a waiver.
    pub silenced: usize,
}

impl Validated {
    /// The number of findings of a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    }
}

/// Validates a workspace loaded from a folder.
#[must_use]
pub fn validate(workspace: &Workspace, folder: &Folder, options: &ValidationOptions) -> Validated {
    let (network, language) = (&workspace.network, workspace.language);
    let charter = network.compile_charter(&network.charter, language);
    let mut context = Context::new(network, &charter, language, options.date);
    context.skipped = options.selection.skip;
    context.findings.clone_from(&workspace.findings);
    // Criteria first: the last check asks which waivers none of the findings needs.
    if options.criteria {
        let (violations, held_back) = criteria::evaluate(network, &charter, language, options.date);
        context.findings.extend(violations);
        context.held_back += held_back;
        context.criteria_evaluated = true;
    }
    checks::run(&mut context);
    let held_back = context.held_back;
    let (mut findings, silenced) = apply_levels(network, context.findings, options.date);
    findings.retain(|finding| options.selection.contains(finding));
    let Resolved {
        findings,
        sources,
        missing_places,
    } = workspace::resolve(folder, workspace, findings);
    Validated {
        findings,
        sources,
        missing_places,
        held_back,
        silenced,
    }
}
