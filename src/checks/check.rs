//! The contract of a check: a rule with its texts, and a function that reports its findings.

use std::cell::Cell;

use crate::calendar::Day;
use crate::charter::CompiledCharter;
use crate::diagnostic::{At, Finding, Place, Rule, nearest};
use crate::documents::Schemas;
use crate::language::Language;
use crate::network::Network;
use crate::records::Record;
use crate::say;

/// One rule that the records of a network must satisfy.
pub struct Check {
    /// Name, severity, reason and example.
    pub rule: Rule,
    /// Examines the whole network and reports what it finds.
    pub run: fn(&mut Context),
}

/// The network that checks examine, and the findings reported so far.
pub struct Context<'n> {
    /// All records, linked.
    pub network: &'n Network,
    /// The charter of the network, compiled once for the whole run.
    pub compiled_charter: &'n CompiledCharter<'n>,
    /// The language of the findings.
    pub language: Language,
    /// The date at which waivers and dates are checked.
    pub today: Day,
    /// Findings reported so far.
    pub findings: Vec<Finding>,
    /// Number of judgements held back because an unreadable file could change them.
    pub held_back: usize,
    /// Whether the findings include those of the charter's criteria.
    pub criteria_evaluated: bool,
    /// Names of rules whose findings are not wanted.
    pub skipped: &'n [String],
    nearest_budget: Cell<usize>,
    /// Whether more was asked of the budget than it had.
    is_overspent: Cell<bool>,
}

/// What every check of a run is given; shared by threads, unlike a context.
#[derive(Clone, Copy)]
pub(super) struct Inputs<'n> {
    network: &'n Network,
    compiled_charter: &'n CompiledCharter<'n>,
    language: Language,
    today: Day,
}

/// The outcome of a check that was run by itself, without a budget for names.
pub(super) enum Outcome {
    /// Its findings, and the number of judgements held back.
    Complete(Vec<Finding>, usize),
    /// The check looks for the nearest of many names, and must be run where there is a budget.
    SeeksNames,
}

impl Inputs<'_> {
    /// Runs a check by itself.
    pub(super) fn outcome(&self, check: &Check) -> Outcome {
        let mut context = Context::new(
            self.network,
            self.compiled_charter,
            self.language,
            self.today,
        );
        context.nearest_budget = Cell::new(0);
        (check.run)(&mut context);
        if context.is_overspent.get() {
            Outcome::SeeksNames
        } else {
            Outcome::Complete(context.findings, context.held_back)
        }
    }
}

/// Names that one run may compare in search of the nearest: about one second of work.
const NEAREST_BUDGET: usize = 10_000_000;

impl<'n> Context<'n> {
    /// A context without findings.
    #[must_use]
    pub fn new(
        network: &'n Network,
        compiled_charter: &'n CompiledCharter<'n>,
        language: Language,
        today: Day,
    ) -> Self {
        Self {
            network,
            compiled_charter,
            language,
            today,
            findings: Vec::new(),
            held_back: 0,
            criteria_evaluated: false,
            skipped: &[],
            nearest_budget: Cell::new(NEAREST_BUDGET),
            is_overspent: Cell::new(false),
        }
    }

    /// What this context is about, without its findings.
    pub(super) fn inputs(&self) -> Inputs<'n> {
        Inputs {
            network: self.network,
            compiled_charter: self.compiled_charter,
            language: self.language,
            today: self.today,
        }
    }

    /// The known name that a mistyped one was probably meant to be.
    ///
    /// Returns `None` once the budget of the run is spent: where a whole folder is missing, every
    /// name that refers to it is reported, but a nearest name is sought for the first of them only.
    #[must_use]
    pub fn nearest<'a>(&self, word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
        let names = known.size_hint().1.unwrap_or_default();
        self.spend(names).then(|| nearest(word, known)).flatten()
    }

    /// Advice for a key that names nothing, where it is a key of the whole record that was written
    /// below the heading of a table.
    #[must_use]
    pub fn misplaced_key_help(&self, key: &str, place: &Place) -> Option<String> {
        let is_key = matches!(place.at, At::Key(_)) && place.file.ends_with(".toml");
        let is_record_key = ["territory", "dynamic", "actor"]
            .iter()
            .any(|kind| Schemas::embedded().has_key(kind, key));
        (is_key && is_record_key).then(|| {
            say!(self.language,
            fr: "si c'est la ligne `{key}` de la fiche, la remonter au-dessus du premier titre \
                `[…]`",
            en: "if this is the line `{key}` of the record, move it above the first heading `[…]`")
        })
    }

    /// Takes the cost of comparing `names` names from the budget. Returns whether it was enough.
    #[must_use]
    pub fn spend(&self, names: usize) -> bool {
        let rest = self.nearest_budget.get().checked_sub(names);
        self.nearest_budget.set(rest.unwrap_or_default());
        self.is_overspent
            .set(self.is_overspent.get() || rest.is_none());
        rest.is_some()
    }

    /// A finding at a place of a record, to be handed to [`Context::report`].
    #[must_use]
    pub fn find<I: std::fmt::Display, T>(
        &self,
        rule: &'static Rule,
        record: &Record<I, T>,
        at: At,
        sentence: String,
    ) -> Finding {
        Finding::new(rule, self.language, record.at(at), sentence)
    }

    /// A finding at any place, to be handed to [`Context::report`].
    #[must_use]
    pub fn find_at(&self, rule: &'static Rule, place: Place, sentence: String) -> Finding {
        Finding::new(rule, self.language, place, sentence)
    }

    /// A snippet of TOML in the syntax of a file: YAML writes `key: value`.
    #[must_use]
    pub fn code(&self, file: &str, toml: &str) -> String {
        if file
            .rsplit_once('.')
            .is_some_and(|(_, ending)| ending == "toml")
        {
            toml.to_owned()
        } else {
            toml.replace(" = ", ": ")
        }
    }

    /// Adds a finding.
    pub fn report(&mut self, finding: Finding) {
        self.findings.push(finding);
    }
}
