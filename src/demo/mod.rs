//! A workspace that nobody lives in: records as plausible as they are invented, the same from one
//! seed everywhere.
//!
//! Floor 6: imports records, calendar, geography and language; no network, since nothing is read
//! here, and
//! no documents, so that what it writes is judged by a reader that it does not know.

mod actor;
mod call;
mod census;
mod chance;
mod defects;
mod dynamic;
mod foundation;
mod names;
mod page;
mod pen;
mod published;
mod shared_keys;
mod territory;
mod words;

pub use defects::Defect;

use std::collections::BTreeMap;

use census::{Census, Kind, Number};
use page::Page;
use pen::Syntax;

/// What to invent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Records in all: territories, actors, dynamics and published figures.
    pub records: usize,
    /// Where chance begins: the same seed gives the same bytes.
    pub seed: u64,
    /// How the records are written.
    pub written: SyntaxChoice,
    /// Known defects to plant.
    pub defects: usize,
}

/// In which syntax records are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxChoice {
    /// All in TOML.
    Toml,
    /// All in YAML.
    Yaml,
    /// One in ten in YAML, as people do.
    Both,
}

/// A file of the workspace: its path below the root, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// `/` between its parts.
    pub path: String,
    /// The whole text.
    pub text: String,
}

/// An invented workspace, written one file at a time so that none is too large to make.
pub struct InventedWorkspace {
    plan: Plan,
    census: Census,
    /// Records with a defect planted in them, instead of what they would have been.
    spoilt: BTreeMap<Number, File>,
    /// Files that are no records.
    strays: Vec<File>,
    defects: Vec<Defect>,
}

impl InventedWorkspace {
    /// Invents a workspace; nothing where so many defects find no room among so few records.
    #[must_use]
    pub fn invent(plan: Plan) -> Option<Self> {
        let census = Census::of(plan.records, plan.seed);
        let (spoilt, strays, defects) = (BTreeMap::new(), Vec::new(), Vec::new());
        let mut workspace = Self {
            plan,
            census,
            spoilt,
            strays,
            defects,
        };
        defects::plant(&mut workspace, plan.defects).then_some(workspace)
    }

    /// Every file: the foundations, the records, then what is no record.
    pub fn files(&self) -> impl Iterator<Item = File> {
        let records = self.census.numbers().map(|number| self.record(number));
        foundation::files(&self.census)
            .into_iter()
            .chain(records)
            .chain(self.strays.iter().cloned())
    }

    /// The defects that were planted, by file and line.
    #[must_use]
    pub fn defects(&self) -> &[Defect] {
        &self.defects
    }

    /// The file of one record, with what was planted in it.
    fn record(&self, number: Number) -> File {
        if let Some(spoilt) = self.spoilt.get(&number) {
            return spoilt.clone();
        }
        let syntax = self.syntax(number);
        File {
            path: self.path(number, syntax),
            text: pen::write(&self.page(number), syntax, None).0,
        }
    }

    fn syntax(&self, number: Number) -> Syntax {
        match self.plan.written {
            SyntaxChoice::Yaml => Syntax::Yaml,
            SyntaxChoice::Both if self.census.chance("syntax", number).one_in(10) => Syntax::Yaml,
            SyntaxChoice::Toml | SyntaxChoice::Both => Syntax::Toml,
        }
    }

    fn path(&self, number: Number, syntax: Syntax) -> String {
        let (home, ending) = (self.census.home(number), syntax.ending());
        let id = self.census.id(number);
        match number.kind {
            Kind::Territory => format!("territories/{home}/territory.{ending}"),
            Kind::Actor => format!("territories/{home}/actors/{id}.{ending}"),
            Kind::Dynamic => format!("territories/{home}/dynamics/{id}.{ending}"),
            Kind::Published => format!("territories/{home}/published/{id}.{ending}"),
        }
    }

    /// What a record says.
    fn page(&self, number: Number) -> Page {
        let (census, at) = (&self.census, number.at);
        let mut page = match number.kind {
            Kind::Territory => territory::compose(census, at),
            Kind::Actor => actor::compose(census, at),
            Kind::Dynamic => dynamic::compose(census, at),
            Kind::Published => published::compose(census, at),
        };
        page.infer_only_what_it_states();
        page
    }
}
