//! What a check is: a rule with its words, and a look at the network that tells every offence.

use std::cell::Cell;

use crate::calendar::Day;
use crate::diagnostic::{At, Finding, Place, Rule, nearest};
use crate::language::Language;
use crate::network::Network;
use crate::records::Record;

/// A check.
pub struct Check {
    /// Its name, severity, reason and example.
    pub rule: Rule,
    /// Looks at the whole network.
    pub run: fn(&mut Bench),
}

/// Where checks are at work: what they look at, and what they found.
pub struct Bench<'n> {
    /// All records, linked.
    pub network: &'n Network,
    /// The language in which findings are told.
    pub language: Language,
    /// The day on which expiry is judged.
    pub today: Day,
    /// What was found so far.
    pub findings: Vec<Finding>,
    /// How many comparisons with known names are left for suggestions.
    pub patience: Cell<usize>,
    /// Judgements held back because a file that could have answered is broken.
    pub held_back: usize,
}

impl Bench<'_> {
    /// Begins a finding at a place of a record; it is told once it is handed to [`Bench::tell`].
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

    /// Begins a finding at a place by its path.
    #[must_use]
    pub fn find_at(&self, rule: &'static Rule, place: Place, sentence: String) -> Finding {
        Finding::new(rule, self.language, place, sentence)
    }

    /// A piece of TOML as the file of a place would have it: YAML says `key: value`.
    #[must_use]
    pub fn code(&self, file: &str, toml: &str) -> String {
        if file.rsplit_once('.').is_some_and(|(_, ending)| ending == "toml") {
            toml.to_owned()
        } else {
            toml.replace(" = ", ": ")
        }
    }

    /// The known name nearest to one that was mistyped; none once there were so many that nobody reads the hints.
    #[must_use]
    pub fn nearest<'a>(&self, word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
        let left = Cell::new(self.patience.get());
        let known = known.take_while(|_| left.get() > 0).inspect(|_| left.set(left.get() - 1));
        let found = nearest(word, known);
        self.patience.set(left.get());
        found
    }

    /// Tells a finding.
    pub fn tell(&mut self, finding: Finding) {
        self.findings.push(finding);
    }
}
