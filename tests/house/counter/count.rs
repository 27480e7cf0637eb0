//! An independent counter: from record files to numbers, without any code of the program.
//!
//! Counting is by whole years. A period lasts from its `from` to its `to`; without `to`, until the
//! last year `seen`, else without end; without `from`, from the first year `seen`, else in the year
//! of `to` alone; with `seen` alone, in those years.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;
use toml::de::{DeTable, DeValue};

/// The records of a workspace as written, by kind, then by id.
pub struct Files {
    territories: BTreeMap<String, Value>,
    actors: BTreeMap<String, Value>,
    dynamics: BTreeMap<String, Value>,
    words: Value,
}

impl Files {
    /// Reads a workspace and a vocabulary.
    pub fn read(root: &Path, vocabulary: &Path) -> Self {
        let mut files = Self {
            territories: BTreeMap::new(),
            actors: BTreeMap::new(),
            dynamics: BTreeMap::new(),
            words: read(vocabulary),
        };
        for entry in walkdir::WalkDir::new(root.join("territories")) {
            let path = entry.expect("a readable folder").into_path();
            let ending = path
                .extension()
                .and_then(|ending| ending.to_str())
                .unwrap_or_default();
            if !matches!(ending, "toml" | "yaml" | "yml") {
                continue;
            }
            let name = |path: &Path| {
                path.file_stem()
                    .expect("a name")
                    .to_string_lossy()
                    .into_owned()
            };
            let folder = path.parent().map(name).unwrap_or_default();
            match (folder.as_str(), name(&path).as_str()) {
                ("actors", id) => files.actors.insert(id.to_owned(), read(&path)),
                ("dynamics", id) => files.dynamics.insert(id.to_owned(), read(&path)),
                (id, "territory") => files.territories.insert(id.to_owned(), read(&path)),
                _ => None,
            };
        }
        files
    }

    /// Dynamics of a year that count: with a theme, no part of another, of a form and a role that
    /// count.
    fn counted(&self, year: u16) -> impl Iterator<Item = &Value> {
        self.dynamics.values().filter(move |record| {
            let counts = |list: &str, key: &str| {
                record[key]
                    .as_str()
                    .is_none_or(|word| self.words[list][word]["counts"] != Value::Bool(false))
            };
            record["theme"].is_string()
                && record["part_of"].is_null()
                && counts("forms", "form")
                && counts("network_roles", "network_role")
                && lives(record, year)
        })
    }

    /// The number of counted dynamics of a year.
    pub fn dynamics(&self, year: u16) -> usize {
        self.counted(year).count()
    }

    /// The counted dynamics of a year by theme.
    pub fn themes(&self, year: u16) -> BTreeMap<String, usize> {
        let mut themes = BTreeMap::new();
        for record in self.counted(year) {
            *themes
                .entry(record["theme"].as_str().expect("a theme").to_owned())
                .or_default() += 1;
        }
        themes
    }

    /// Actors with a membership in the year.
    pub fn members(&self, year: u16) -> usize {
        self.actors
            .values()
            .filter(|actor| rows(&actor["member"]).any(|row| lives(row, year)))
            .count()
    }

    /// Actors that signed the charter in the year or before it.
    pub fn signatories(&self, year: u16) -> usize {
        let signed = |actor: &&Value| {
            self::year(&actor["charter"]["signed"]).is_some_and(|signed| signed <= year)
        };
        self.actors.values().filter(signed).count()
    }

    /// Authorities with an agreement in the year, or partners of a dynamic that counts in it; of the
    /// family, neither the State's bodies nor public establishments.
    pub fn authorities(&self, year: u16) -> usize {
        let mut bound = BTreeSet::new();
        for (id, territory) in &self.territories {
            let names = [Some(id.as_str()), territory["code"].as_str()];
            let governs = |actor: &Value| {
                actor["governs"]
                    .as_str()
                    .is_some_and(|name| names.contains(&Some(name)))
            };
            let governing = self
                .actors
                .iter()
                .find(|(_, actor)| governs(actor))
                .map(|(id, _)| id.as_str());
            for agreement in territory["agreements"]
                .as_object()
                .into_iter()
                .flat_map(|rows| rows.values())
            {
                let with = agreement["with"].as_str().or(governing);
                bound.extend(with.filter(|_| lives(agreement, year)));
            }
        }
        for dynamic in self.counted(year) {
            let partners = dynamic["partners"].as_object().into_iter().flatten();
            let there = partners.filter(|(_, row)| silent(row) || lives(row, year));
            bound.extend(there.map(|(id, _)| id.as_str()));
        }
        let public = |id: &&str| {
            let kind = self
                .actors
                .get(*id)
                .and_then(|actor| actor["kind"].as_str());
            kind.is_some_and(|kind| {
                self.words["actor_kinds"][kind]["family"] == "collectivite"
                    && !["organisme-public", "etablissement-public"].contains(&kind)
            })
        };
        bound.into_iter().filter(public).count()
    }

    /// Territories that had reached a stage by the end of the year.
    pub fn reached(&self, stage: &str, year: u16) -> usize {
        let reached = |record: &&Value| {
            let entry = &record["stages"][stage];
            let dates = if entry.is_object() {
                &entry["reached"]
            } else {
                entry
            };
            rows(dates).any(|date| self::year(date).is_some_and(|reached| reached <= year))
        };
        self.territories.values().filter(reached).count()
    }
}

/// A row, or each of several.
fn rows(value: &Value) -> Box<dyn Iterator<Item = &Value> + '_> {
    match value {
        Value::Null => Box::new(std::iter::empty()),
        Value::Array(rows) => Box::new(rows.iter()),
        row => Box::new(std::iter::once(row)),
    }
}

/// The year of a date, however exact it is.
fn year(value: &Value) -> Option<u16> {
    match value {
        Value::Number(number) => number.as_u64().and_then(|year| u16::try_from(year).ok()),
        Value::String(text) => text.get(..4)?.parse().ok(),
        _ => None,
    }
}

fn silent(row: &Value) -> bool {
    ["from", "to", "seen"].iter().all(|key| row[key].is_null())
}

fn lives(row: &Value, asked: u16) -> bool {
    let seen: Vec<u16> = rows(&row["seen"]).filter_map(year).collect();
    match (year(&row["from"]), year(&row["to"])) {
        (None, None) => seen.contains(&asked),
        (Some(from), Some(to)) => (from..=to).contains(&asked),
        (Some(from), None) => {
            let last = seen.iter().max().map_or(u16::MAX, |last| from.max(*last));
            (from..=last).contains(&asked)
        }
        (None, Some(to)) => {
            (seen.iter().min().map_or(to, |first| to.min(*first))..=to).contains(&asked)
        }
    }
}

fn read(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).expect("a readable file");
    if path.extension().is_some_and(|ending| ending == "toml") {
        table(DeTable::parse(&text).expect("TOML").get_ref())
    } else {
        serde_yaml::from_str(&text).expect("YAML")
    }
}

fn table(table: &DeTable) -> Value {
    Value::Object(
        table
            .iter()
            .map(|(key, value)| (key.get_ref().to_string(), plain(value.get_ref())))
            .collect(),
    )
}

fn plain(value: &DeValue) -> Value {
    match value {
        DeValue::Table(inner) => table(inner),
        DeValue::Array(items) => {
            Value::Array(items.iter().map(|item| plain(item.get_ref())).collect())
        }
        DeValue::String(text) => Value::String(text.to_string()),
        DeValue::Boolean(boolean) => Value::Bool(*boolean),
        DeValue::Datetime(date) => Value::String(date.to_string()),
        DeValue::Integer(integer) => integer
            .as_str()
            .parse::<i64>()
            .map_or(Value::Null, Value::from),
        DeValue::Float(float) => float
            .as_str()
            .parse::<f64>()
            .map_or(Value::Null, Value::from),
    }
}
