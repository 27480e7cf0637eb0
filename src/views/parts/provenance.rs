//! The sources of records, numbered as reports cite them.

use crate::language::Bilingual;
use crate::network::Network;
use crate::records::{Citation, Common, SourceEntry, SourceId, covers};
use crate::views::parts::lines::record_lines::RecordLine;

/// Sources in the order in which they are first cited, numbered from 1.
pub struct Cited<'n> {
    network: &'n Network,
    /// Ids and entries; a source in place may lack an id, an unknown id lacks both.
    entries: Vec<(Option<&'n SourceId>, Option<&'n SourceEntry>)>,
    /// Number of sources that the record cites as a whole; single lines may cite more.
    pub whole: usize,
}

impl<'n> Cited<'n> {
    /// The sources that a record cites as a whole.
    #[must_use]
    pub fn by(network: &'n Network, common: &'n Common) -> Self {
        let mut cited = Self::none(network);
        for citation in &common.sources {
            cited.number(citation);
        }
        for source in common.sourced.keys() {
            cited.by_id(source.as_str());
        }
        cited.whole = cited.entries.len();
        cited
    }

    /// No source yet.
    #[must_use]
    pub fn none(network: &'n Network) -> Self {
        Self {
            network,
            entries: Vec::new(),
            whole: 0,
        }
    }

    /// The numbers of the sources that a record cites as a whole, as a reader finds them after a
    /// sentence: `[1] [4]`.
    pub fn all(&mut self, common: &'n Common) -> String {
        self.numbers(&common.sources)
    }

    /// The numbers of several sources, in brackets.
    pub fn numbers(&mut self, sources: &'n [Citation]) -> String {
        let numbers = sources.iter().map(|citation| self.number(citation));
        in_brackets(numbers.collect())
    }

    /// The numbers of the sources of one statement: the source that it names, or else those under
    /// `sourced` that name its key or one above it, or else all of its record.
    pub fn of(&mut self, common: &'n Common, source: Option<&SourceId>, key: &str) -> String {
        if let Some(source) = source {
            return in_brackets(vec![self.by_id(source.as_str())]);
        }
        let numbers: Vec<usize> = common
            .sourced
            .iter()
            .filter(|(_, names)| names.0.iter().any(|name| covers(name, key)))
            .map(|(source, _)| self.by_id(source.as_str()))
            .collect();
        if numbers.is_empty() {
            self.all(common)
        } else {
            in_brackets(numbers)
        }
    }

    /// The number of a source; a new one where it was not cited before.
    pub fn number(&mut self, citation: &'n Citation) -> usize {
        match citation {
            Citation::Id(id) => self.by_id(id.as_str()),
            Citation::InPlace(entry) => {
                let known = self
                    .entries
                    .iter()
                    .position(|(_, known)| *known == Some(&**entry));
                known.map_or_else(
                    || self.add((entry.id.as_ref(), Some(entry))),
                    |index| index + 1,
                )
            }
        }
    }

    /// The number of a source cited by id, which may be that of a source written in place.
    pub fn by_id(&mut self, id: &str) -> usize {
        let known = self
            .entries
            .iter()
            .position(|(known, _)| known.is_some_and(|known| known.as_str() == id));
        known.map_or_else(
            || {
                let shared = self.network.sources.get_key_value(id);
                self.add(shared.map_or((None, None), |(id, entry)| (Some(id), Some(entry))))
            },
            |index| index + 1,
        )
    }

    /// Adds a source and returns its number.
    fn add(&mut self, entry: (Option<&'n SourceId>, Option<&'n SourceEntry>)) -> usize {
        self.entries.push(entry);
        self.entries.len()
    }

    /// All cited sources, each with its number; in full, with their addresses.
    #[must_use]
    pub fn list(&self, in_full: bool) -> Vec<String> {
        self.entries
            .iter()
            .enumerate()
            .map(|(index, (_, entry))| format!("[{}] {}", index + 1, describe(*entry, in_full)))
            .collect()
    }

    /// All cited sources as a line of a record; `None` if none was cited.
    #[must_use]
    pub fn line(&self, in_full: bool) -> Option<RecordLine> {
        let heading = Bilingual {
            fr: "sources",
            en: "sources",
        };
        let values = self.list(in_full);
        (!values.is_empty()).then_some(RecordLine { heading, values })
    }
}

fn in_brackets(mut numbers: Vec<usize>) -> String {
    numbers.sort_unstable();
    numbers.dedup();
    let numbers: Vec<String> = numbers.iter().map(|number| format!("[{number}]")).collect();
    numbers.join(" ")
}

/// A source by its title, else its document or address, with its year; in full, with its address
/// too. A question mark stands for an unknown source.
fn describe(entry: Option<&SourceEntry>, in_full: bool) -> String {
    let Some(entry) = entry else {
        return "?".to_owned();
    };
    let titles = [&entry.title, &entry.document, &entry.url];
    let title = titles.into_iter().flatten().next();
    let title = title.cloned().unwrap_or_default();
    let year = entry
        .year
        .map_or_else(String::new, |year| format!(", {year}"));
    let url = match &entry.url {
        Some(url) if in_full => format!(" <{url}>"),
        _ => String::new(),
    };
    format!("{title}{year}{url}")
}
