//! Known defects, at most one in a record. `apes validate` must find each at its file and line, and
//! nothing else.

use std::collections::BTreeMap;

use super::defect_kinds::{Change, DEFECT_KINDS, DefectKind};
use super::dynamic::NAMED_EVERY;
use super::file::File;
use super::population::RecordNumber;
use super::random::Random;
use super::records::InventedRecords;
use super::writer;

/// A defect that was planted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Defect {
    /// Path of the file below the root of the workspace.
    pub file: String,
    /// Line on which it must be found, from 1.
    pub line: usize,
    /// Name of the check that must find it.
    pub check: &'static str,
}

/// The defects of a workspace, with the files that they change.
#[derive(Default)]
pub struct PlantedDefects {
    /// Defects, by file and line.
    pub list: Vec<Defect>,
    /// Files of the records in which a defect is planted.
    pub changed: BTreeMap<RecordNumber, File>,
    /// Files that are not records.
    pub extra_files: Vec<File>,
}

/// Plants a number of defects, each in a record of its own. Returns `None` if there are not enough
/// suitable records.
pub fn plant(records: &InventedRecords, count: usize) -> Option<PlantedDefects> {
    let mut planted = PlantedDefects::default();
    let mut failures_in_a_row = 0;
    for kind in DEFECT_KINDS.iter().cycle() {
        if planted.list.len() == count {
            break;
        }
        if planted.plant_one(records, kind).is_some() {
            failures_in_a_row = 0;
        } else {
            failures_in_a_row += 1;
        }
        if failures_in_a_row == DEFECT_KINDS.len() {
            return None;
        }
    }
    planted.list.sort();
    Some(planted)
}

impl PlantedDefects {
    /// Plants a defect in the first suitable record, from a random index onwards.
    fn plant_one(&mut self, records: &InventedRecords, kind: &DefectKind) -> Option<()> {
        let count = records.population.count(kind.kind);
        let start = Random::new(records.plan.seed, kind.check, self.list.len()).below(count);
        (0..count)
            .map(|step| RecordNumber {
                kind: kind.kind,
                index: (start + step) % count,
            })
            .filter(|number| kind.suits(records, *number))
            .find_map(|number| self.plant_in(records, kind, number))
    }

    fn plant_in(
        &mut self,
        records: &InventedRecords,
        kind: &DefectKind,
        number: RecordNumber,
    ) -> Option<()> {
        if self.changed.contains_key(&number) {
            return None;
        }
        let syntax = records.syntax(number);
        let id = records.population.id(number);
        let mut path = records.path(number, syntax);
        let mut table = records.table(number);
        let mut extra_file = None;
        let (file, key) = match kind.change {
            Change::Content(change) => (path.clone(), change(&mut table, &id)?),
            Change::Id(new_id) => {
                path = path.replace(&id, &new_id(&records.population, number.index));
                (file_with_finding(records, number, &path)?, "name")
            }
            Change::ExtraFile(name) => {
                let path = beside(&path, name);
                extra_file = Some(File {
                    path: path.clone(),
                    text: "Un brouillon.\n".to_owned(),
                });
                (path, "name")
            }
        };
        let (text, line) = writer::write(&table, syntax, Some(key));
        self.extra_files.extend(extra_file);
        self.changed.insert(number, File { path, text });
        self.list.push(Defect {
            file,
            line: line?,
            check: kind.check,
        });
        Some(())
    }
}

impl DefectKind {
    /// Returns whether the defect is possible in a record. The id of a record that others name
    /// cannot be changed without a second defect.
    fn suits(&self, records: &InventedRecords, number: RecordNumber) -> bool {
        let changes_id = matches!(self.change, Change::Id(_));
        self.syntax
            .is_none_or(|syntax| syntax == records.syntax(number))
            && (!changes_id || number.index % NAMED_EVERY == 1)
    }
}

/// Returns the file in which a changed id must be found: of two records with the same id, the last
/// one by path. Returns `None` if the new path is already that of another record.
fn file_with_finding(
    records: &InventedRecords,
    number: RecordNumber,
    new_path: &str,
) -> Option<String> {
    let before = RecordNumber {
        index: number.index - 1,
        ..number
    };
    let known_path = records.path(before, records.syntax(before));
    if id_in(new_path)? != id_in(&known_path)? {
        Some(new_path.to_owned())
    } else if records.population.home(number) == records.population.home(before) {
        None
    } else {
        Some(known_path.max(new_path.to_owned()))
    }
}

/// Returns the name of a file without its extension.
fn id_in(path: &str) -> Option<&str> {
    path.rsplit('/').next()?.split('.').next()
}

fn beside(path: &str, name: &str) -> String {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{folder}/{name}")
}
