//! Invented records as files: their paths, their syntax and their content.

use super::file::File;
use super::population::{Kind, Population, RecordNumber};
use super::table::Table;
use super::writer::{self, Syntax};
use super::{actor, dynamic, published, territory};

/// The parameters of an invented workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Number of records: territories, actors, dynamics and published figures.
    pub records: usize,
    /// Seed of all random numbers: the same seed gives the same bytes.
    pub seed: u64,
    /// Syntax of the records.
    pub syntax: SyntaxChoice,
    /// Number of known defects to plant.
    pub defects: usize,
}

/// The syntax of all records, or a mixture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxChoice {
    /// All in TOML.
    Toml,
    /// All in YAML.
    Yaml,
    /// One in ten in YAML, the others in TOML.
    Both,
}

/// The invented records, without defects.
pub struct InventedRecords {
    /// Parameters.
    pub plan: Plan,
    /// All records.
    pub population: Population,
}

impl InventedRecords {
    /// Invents the records of a plan.
    pub fn new(plan: Plan) -> Self {
        Self {
            plan,
            population: Population::new(plan.records, plan.seed),
        }
    }

    /// Returns the file of a record.
    pub fn file(&self, number: RecordNumber) -> File {
        let syntax = self.syntax(number);
        File {
            path: self.path(number, syntax),
            text: writer::write(&self.table(number), syntax, None).0,
        }
    }

    /// Returns the syntax of a record.
    pub fn syntax(&self, number: RecordNumber) -> Syntax {
        match self.plan.syntax {
            SyntaxChoice::Yaml => Syntax::Yaml,
            SyntaxChoice::Both if self.population.random("syntax", number).one_in(10) => {
                Syntax::Yaml
            }
            SyntaxChoice::Toml | SyntaxChoice::Both => Syntax::Toml,
        }
    }

    /// Returns the path of a record in a syntax.
    pub fn path(&self, number: RecordNumber, syntax: Syntax) -> String {
        let (home, extension) = (self.population.home(number), syntax.extension());
        let id = self.population.id(number);
        match number.kind {
            Kind::Territory => format!("territories/{home}/territory.{extension}"),
            Kind::Actor => format!("territories/{home}/actors/{id}.{extension}"),
            Kind::Dynamic => format!("territories/{home}/dynamics/{id}.{extension}"),
            Kind::Published => format!("territories/{home}/published/{id}.{extension}"),
        }
    }

    /// Returns the content of a record.
    pub fn table(&self, number: RecordNumber) -> Table {
        let (population, index) = (&self.population, number.index);
        let mut table = match number.kind {
            Kind::Territory => territory::compose(population, index),
            Kind::Actor => actor::compose(population, index),
            Kind::Dynamic => dynamic::compose(population, index),
            Kind::Published => published::compose(population, index),
        };
        table.infer_only_what_is_stated();
        table
    }
}
