//! Evaluation of a criterion on one of its examples, in a small network made of that example.

use std::sync::Arc;

use indexmap::IndexMap;
use serde::Deserialize;
use serde_json::{Map, Value as Json};

use crate::calendar::{Day, PartialDate};
use crate::charter::{Charter, CompiledCriterion, Example, Principle, Subject};
use crate::diagnostic::Finding;
use crate::documents::deserialize;
use crate::documents::{self, Reading, Syntax, as_toml};
use crate::language::Language;
use crate::network::values::RecordView;
use crate::network::{Network, RawRecords};
use crate::records::{Record, TerritoryId, Vocabulary};
use crate::sources::Source;

/// Id of an example's record, and of the territory in whose folder it is placed.
const EXAMPLE_ID: &str = "exemple";

/// An example read as a workspace is: the text of its record, and the network around it.
pub struct ExampleRun {
    /// The text of the record, under the path that such a record has in a workspace.
    pub source: Source,
    /// The record and those beside it, linked.
    pub network: Network,
    /// Errors of syntax and shape in any of these records.
    pub findings: Vec<Finding>,
    day: Day,
    subject: Subject,
}

impl ExampleRun {
    /// Reads an example.
    ///
    /// An example without a date is evaluated on the last day of the year 9999, after all that it
    /// mentions: its outcome must not change with the years.
    #[must_use]
    pub fn new(
        example: &Example,
        subject: Subject,
        context: &ExampleContext,
        language: Language,
    ) -> Self {
        let mut builder = ExampleBuilder::new(context, language);
        let source = builder.add(subject, EXAMPLE_ID, &example.record);
        let kinds = [
            ("territories", Subject::Territory),
            ("actors", Subject::Actor),
            ("dynamics", Subject::Dynamic),
        ];
        for (key, kind) in kinds {
            let records = example.beside.get(key).and_then(Json::as_object);
            for (id, record) in records.into_iter().flatten() {
                builder.add(kind, id, record);
            }
        }
        Self {
            source,
            network: Network::link(builder.raw),
            findings: builder.findings,
            day: example.at.map_or(Day::last_of(9999), PartialDate::last),
            subject,
        }
    }

    /// The record of the example, as expressions see it.
    #[must_use]
    pub fn record(&self) -> Option<RecordView<'_>> {
        let (network, day) = (&self.network, self.day);
        match self.subject {
            Subject::Territory => network
                .territory(EXAMPLE_ID)
                .map(|record| RecordView::territory(network, record, day)),
            Subject::Actor => network
                .actor(EXAMPLE_ID)
                .map(|record| RecordView::actor(network, record, day)),
            Subject::Dynamic => network
                .dynamic(EXAMPLE_ID)
                .map(|record| RecordView::dynamic(network, record, day)),
            // Criteria apply to no published figures.
            Subject::Published => None,
        }
    }

    /// Whether the record violates a criterion.
    #[must_use]
    pub fn violates(&self, criterion: &CompiledCriterion) -> bool {
        let principles = self.network.charter.principle_ids();
        self.record()
            .is_some_and(|record| !record.violations(criterion, &principles).is_empty())
    }
}

/// Runs the right and the wrong examples of a criterion of a charter. Returns, for each, whether it
/// has the outcome that it claims.
#[must_use]
pub fn outcomes(
    compiled: &CompiledCriterion,
    charter: &Charter,
    network: &Network,
    language: Language,
) -> (Vec<bool>, Vec<bool>) {
    let outcomes_of = |examples: &[Example], wrong: bool| -> Vec<bool> {
        let context = ExampleContext::new(network, charter, compiled.id, wrong);
        examples
            .iter()
            .map(|example| {
                let subject = compiled.criterion.subject_of(example);
                let run = ExampleRun::new(example, subject, &context, language);
                run.findings.is_empty() && run.violates(compiled) == wrong
            })
            .collect()
    };
    (
        outcomes_of(&compiled.criterion.right, false),
        outcomes_of(&compiled.criterion.wrong, true),
    )
}

/// The vocabulary and the principles with which an example is evaluated.
///
/// An example that comes from a base is evaluated with those of that base: a network that adds or
/// strikes a principle or a word need not rewrite the examples of others.
pub struct ExampleContext {
    vocabulary: Arc<Vocabulary>,
    principles: IndexMap<String, Principle>,
}

impl ExampleContext {
    /// The context of the right or the wrong examples of a criterion of a charter.
    #[must_use]
    pub fn new(network: &Network, charter: &Charter, id: &str, wrong: bool) -> Self {
        let Some(base) = charter.example_base(id, wrong) else {
            return Self {
                vocabulary: network.vocabulary.clone(),
                principles: charter.principles.clone(),
            };
        };
        let vocabulary = network.vocabulary.first().unwrap_or(&network.vocabulary);
        Self {
            vocabulary: vocabulary.clone(),
            principles: (*base.principles).clone(),
        }
    }
}

/// The records of an example so far, read from the tables in which the charter writes them.
struct ExampleBuilder {
    raw: RawRecords,
    findings: Vec<Finding>,
    language: Language,
}

impl ExampleBuilder {
    fn new(context: &ExampleContext, language: Language) -> Self {
        let charter = Charter {
            principles: context.principles.clone(),
            ..Charter::default()
        };
        let raw = RawRecords {
            vocabulary: context.vocabulary.clone(),
            charter,
            ..RawRecords::default()
        };
        Self {
            raw,
            findings: Vec::new(),
            language,
        }
    }

    /// Adds a record of a kind. Returns its text.
    fn add(&mut self, kind: Subject, id: &str, record: &Json) -> Source {
        let empty = Map::new();
        let text = as_toml(record.as_object().unwrap_or(&empty));
        let path = match kind {
            Subject::Territory => format!("territories/{id}/territory.toml"),
            Subject::Actor => format!("territories/{EXAMPLE_ID}/actors/{id}.toml"),
            Subject::Dynamic => format!("territories/{EXAMPLE_ID}/dynamics/{id}.toml"),
            Subject::Published => format!("territories/{EXAMPLE_ID}/published/{id}.toml"),
        };
        let source = Source::new(&path, text);
        match kind {
            Subject::Territory => {
                let record = self.record(&source, kind, id.into(), id.into());
                self.raw.territories.push(record);
            }
            Subject::Actor => {
                let record = self.record(&source, kind, id.into(), EXAMPLE_ID.into());
                self.raw.actors.push(record);
            }
            Subject::Dynamic => {
                let record = self.record(&source, kind, id.into(), EXAMPLE_ID.into());
                self.raw.dynamics.push(record);
            }
            Subject::Published => {
                let record = self.record(&source, kind, id.into(), EXAMPLE_ID.into());
                self.raw.published.push(record);
            }
        }
        source
    }

    fn record<I, T>(
        &mut self,
        source: &Source,
        kind: Subject,
        id: I,
        home: TerritoryId,
    ) -> Record<I, T>
    where
        T: for<'de> Deserialize<'de> + Default,
    {
        let reading = Reading {
            source,
            syntax: Syntax::Toml,
            language: self.language,
        };
        let (tree, mut findings) = documents::read_as(&reading, kind.name());
        // An example has only the keys that matter: a name and a kind may well be missing.
        findings.retain(|finding| finding.name != "missing-key");
        self.findings.append(&mut findings);
        let tree = tree.as_ref();
        Record {
            id,
            file: Arc::from(&*source.path),
            home,
            intact: true,
            unknown_statements: Vec::new(),
            common: tree
                .and_then(|tree| deserialize::read(tree).ok())
                .unwrap_or_default(),
            body: tree
                .and_then(|tree| deserialize::read(tree).ok())
                .unwrap_or_default(),
        }
    }
}
