//! What a check is: a rule with its words, and a look at the network that tells every offence.

use std::cell::{Cell, OnceCell};

use crate::calendar::Day;
use crate::charter::{Charter, CompiledCharter};
use crate::diagnostic::{At, Finding, Place, Rule, nearest};
use crate::documents::Schemas;
use crate::language::Language;
use crate::network::Network;
use crate::records::Record;
use crate::say;

/// A check.
pub struct Check {
    /// Its name, severity, reason and example.
    pub rule: Rule,
    /// Looks at the whole network.
    pub run: fn(&mut Context),
}

/// Where checks are at work: what they look at, and what they found.
pub struct Context<'n> {
    /// All records, linked.
    pub network: &'n Network,
    /// The language in which findings are told.
    pub language: Language,
    /// The day on which expiry is judged.
    pub today: Day,
    /// What was found so far.
    pub findings: Vec<Finding>,
    /// Judgements held back because a file that could have answered is broken.
    pub held_back: usize,
    patience: Cell<usize>,
    law: OnceCell<CompiledCharter<'n>>,
}

/// What was asked of the records: without it nobody can say that a waiver is needed no more.
#[derive(Clone, Copy, Debug)]
pub struct RunScope<'a> {
    /// The day on which waivers hold or have ended.
    pub today: Day,
    /// The language in which findings are told.
    pub language: Language,
    /// Whether the criteria of the charter were asked, beside the checks.
    pub charter: bool,
    /// How many judgements were held back.
    pub held_back: usize,
    /// Names whose findings nobody wants to hear.
    pub skipped: &'a [String],
}

/// The criteria of a charter, judged by its principles and by the vocabulary and the sources of a
/// network.
#[must_use]
pub fn law<'c>(charter: &'c Charter, network: &Network, language: Language) -> CompiledCharter<'c> {
    network.compile_charter(charter, language)
}

/// Names compared in one run while near ones are sought: a second's work.
const PATIENCE: usize = 10_000_000;

impl<'n> Context<'n> {
    /// A bench on which nothing was found yet.
    #[must_use]
    pub fn new(network: &'n Network, language: Language, today: Day) -> Self {
        Self {
            network,
            language,
            today,
            findings: Vec::new(),
            held_back: 0,
            patience: Cell::new(PATIENCE),
            law: OnceCell::new(),
        }
    }

    /// The charter, read and judged once.
    #[must_use]
    pub fn law(&self) -> &CompiledCharter<'n> {
        self.law
            .get_or_init(|| law(&self.network.charter, self.network, self.language))
    }

    /// The known name that a mistyped one was meant to be, as long as there is patience: where a
    /// whole folder is
    /// missing, every mention of it is told, but near names are sought for the first of them alone.
    #[must_use]
    pub fn nearest<'a>(&self, word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
        let names = known.size_hint().1.unwrap_or_default();
        self.spend(names).then(|| nearest(word, known)).flatten()
    }

    /// What to do where a key names nothing because it is a line of the whole record that slid
    /// below a table.
    #[must_use]
    pub fn misplaced_key_help(&self, key: &str, place: &Place) -> Option<String> {
        let is_key = matches!(place.at, At::Key(_)) && place.file.ends_with(".toml");
        let of_a_record = ["territory", "dynamic", "actor"]
            .iter()
            .any(|kind| Schemas::embedded().has_key(kind, key));
        (is_key && of_a_record).then(|| {
            say!(self.language,
            fr: "si c'est la ligne `{key}` de la fiche, la remonter au-dessus du premier titre \
                `[…]`",
            en: "if this is the line `{key}` of the record, move it above the first heading `[…]`")
        })
    }

    /// Takes so much of the patience, where there is any left.
    #[must_use]
    pub fn spend(&self, names: usize) -> bool {
        let left = self.patience.get().checked_sub(names);
        self.patience.set(left.unwrap_or_default());
        left.is_some()
    }

    /// Begins a finding at a place of a record; it is told once it is handed to
    /// [`Context::report`].
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
        if file
            .rsplit_once('.')
            .is_some_and(|(_, ending)| ending == "toml")
        {
            toml.to_owned()
        } else {
            toml.replace(" = ", ": ")
        }
    }

    /// Tells a finding.
    pub fn report(&mut self, finding: Finding) {
        self.findings.push(finding);
    }
}
