//! An invented workspace, file by file.

use super::defects::{self, Defect, PlantedDefects};
use super::file::File;
use super::records::{InventedRecords, Plan};
use super::shared_files;

/// An invented workspace. Its files are made one at a time, so that no size is too large for the
/// memory.
pub struct InventedWorkspace {
    records: InventedRecords,
    planted: PlantedDefects,
}

impl InventedWorkspace {
    /// Invents a workspace. Returns `None` if there are not enough records for the defects.
    #[must_use]
    pub fn invent(plan: Plan) -> Option<Self> {
        let records = InventedRecords::new(plan);
        let planted = defects::plant(&records, plan.defects)?;
        Some(Self { records, planted })
    }

    /// Returns every file: those that records share, the records, then files that are not records.
    pub fn files(&self) -> impl Iterator<Item = File> {
        let population = &self.records.population;
        let records = population
            .numbers()
            .map(|number| match self.planted.changed.get(&number) {
                Some(changed) => changed.clone(),
                None => self.records.file(number),
            });
        shared_files::files(population)
            .into_iter()
            .chain(records)
            .chain(self.planted.extra_files.iter().cloned())
    }

    /// Returns the defects that were planted, by file and line.
    #[must_use]
    pub fn defects(&self) -> &[Defect] {
        &self.planted.list
    }
}
