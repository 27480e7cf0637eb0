//! An example of a criterion put on trial: a small network made of it, in which the criterion is
//! asked.

use std::sync::Arc;

use indexmap::IndexMap;
use serde::Deserialize;
use serde_json::{Map, Value as Json};

use crate::calendar::{Day, PartialDate};
use crate::charter::{Case, Charter, CompiledCriterion, Principle, Subject};
use crate::diagnostic::Finding;
use crate::documents::deserialize;
use crate::documents::{self, Reading, Syntax, as_toml};
use crate::language::Language;
use crate::network::values::RecordView;
use crate::network::{Network, RawRecords};
use crate::records::{Record, TerritoryId, Vocabulary};
use crate::sources::Source;

/// Where the record of an example lies, and what it is called.
pub const HOME: &str = "exemple";

/// An example read as a workspace is: its record as a text, the network around it, and faults of
/// writing.
pub struct ExampleRun {
    /// The record's text, at the place where such a record lies.
    pub source: Source,
    /// The record and those beside it, linked.
    pub network: Network,
    /// What is wrong with the shape of any of them.
    pub faults: Vec<Finding>,
    /// The day on which it is judged.
    pub day: Day,
    subject: Subject,
}

impl ExampleRun {
    /// Reads an example.
    ///
    /// Without a date it is judged once all that it tells has come to pass, so that no example
    /// changes with the years.
    #[must_use]
    pub fn of(case: &Case, subject: Subject, terms: &Terms, language: Language) -> Self {
        let charter = Charter {
            principles: terms.principles.clone(),
            ..Charter::default()
        };
        let raw = RawRecords {
            vocabulary: terms.vocabulary.clone(),
            charter,
            ..RawRecords::default()
        };
        let mut maker = Maker {
            raw,
            faults: Vec::new(),
            language,
        };
        let source = maker.add(subject, HOME, &case.record);
        let kinds = [
            ("territories", Subject::Territory),
            ("actors", Subject::Actor),
            ("dynamics", Subject::Dynamic),
        ];
        for (key, kind) in kinds {
            for (id, record) in case
                .beside
                .get(key)
                .and_then(Json::as_object)
                .into_iter()
                .flatten()
            {
                maker.add(kind, id, record);
            }
        }
        let day = case.at.map_or(Day::last_of(9999), PartialDate::last);
        Self {
            source,
            network: Network::link(maker.raw),
            faults: maker.faults,
            day,
            subject,
        }
    }

    /// The record of the example, as it is judged.
    #[must_use]
    pub fn judged(&self) -> Option<RecordView<'_>> {
        let (network, day) = (&self.network, self.day);
        match self.subject {
            Subject::Territory => network
                .territory(HOME)
                .map(|record| RecordView::territory(network, record, day)),
            Subject::Actor => network
                .actor(HOME)
                .map(|record| RecordView::actor(network, record, day)),
            Subject::Dynamic => network
                .dynamic(HOME)
                .map(|record| RecordView::dynamic(network, record, day)),
        }
    }

    /// Whether a criterion finds something in the record.
    #[must_use]
    pub fn offended(&self, compiled: &CompiledCriterion) -> bool {
        let principles = crate::checks::criteria::principles(&self.network);
        self.judged()
            .is_some_and(|record| !record.violations(compiled, &principles).is_empty())
    }
}

/// How the examples of a criterion of a charter come out, the right ones and the wrong ones:
/// whether each does as it says.
#[must_use]
pub fn outcomes(
    compiled: &CompiledCriterion,
    charter: &Charter,
    network: &Network,
    language: Language,
) -> (Vec<bool>, Vec<bool>) {
    let criterion = compiled.criterion;
    let asked = |cases: &[Case], wrong: bool| -> Vec<bool> {
        let terms = Terms::of(network, charter, compiled.id, wrong);
        let example_run =
            |case: &Case| ExampleRun::of(case, criterion.subject_of(case), &terms, language);
        let comes_out = |example_run: ExampleRun| {
            example_run.faults.is_empty() && example_run.offended(compiled) == wrong
        };
        cases
            .iter()
            .map(|case| comes_out(example_run(case)))
            .collect()
    };
    (
        asked(&criterion.right, false),
        asked(&criterion.wrong, true),
    )
}

/// By what an example is judged: the words and the principles of those who wrote it.
///
/// What a layer below wrote is judged by what stood there: whoever adds or strikes a principle, or
/// a word, need not
/// write anew the examples of others.
pub struct Terms {
    vocabulary: Arc<Vocabulary>,
    principles: IndexMap<String, Principle>,
}

impl Terms {
    /// Those of the right or the wrong examples of a criterion of a charter.
    #[must_use]
    pub fn of(network: &Network, charter: &Charter, id: &str, wrong: bool) -> Self {
        let Some(below) = charter.written(id, wrong) else {
            return Self {
                vocabulary: network.vocabulary.clone(),
                principles: charter.principles.clone(),
            };
        };
        let vocabulary = network
            .vocabulary
            .first()
            .unwrap_or(&network.vocabulary)
            .clone();
        Self {
            vocabulary,
            principles: (*below.principles).clone(),
        }
    }
}

/// Makes records of tables.
struct Maker {
    raw: RawRecords,
    faults: Vec<Finding>,
    language: Language,
}

impl Maker {
    fn add(&mut self, kind: Subject, id: &str, record: &Json) -> Source {
        let empty = Map::new();
        let text = as_toml(record.as_object().unwrap_or(&empty));
        let path = match kind {
            Subject::Territory => format!("territories/{id}/territory.toml"),
            Subject::Actor => format!("territories/{HOME}/actors/{id}.toml"),
            Subject::Dynamic => format!("territories/{HOME}/dynamics/{id}.toml"),
        };
        let source = Source::new(&path, text);
        match kind {
            Subject::Territory => {
                let record = self.record(&source, kind, id.into(), id.into());
                self.raw.territories.push(record);
            }
            Subject::Actor => {
                let record = self.record(&source, kind, id.into(), HOME.into());
                self.raw.actors.push(record);
            }
            Subject::Dynamic => {
                let record = self.record(&source, kind, id.into(), HOME.into());
                self.raw.dynamics.push(record);
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
        let (mut tree, mut faults) = documents::read(&reading);
        if let Some(tree) = &mut tree {
            faults.extend(documents::judge(&reading, kind.name(), tree));
        }
        // An example has only the keys that matter: a name and a kind may well be missing.
        self.faults.extend(
            faults
                .into_iter()
                .filter(|fault| fault.name != "missing-key"),
        );
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
