//! Where a record is known from: its sources, numbered.

use crate::language::Bilingual;
use crate::network::Network;
use crate::records::{Citation, Common, SourceEntry, SourceId};
use crate::views::parts::lines::Line;

/// Sources in the order in which they are first cited, numbered from 1.
pub struct Cited<'n> {
    network: &'n Network,
    entries: Vec<(Option<&'n SourceId>, Option<&'n SourceEntry>)>,
    /// How many the record cites as a whole; lines may cite others beyond.
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

    /// The numbers of the sources that a record cites as a whole, as a reader finds them behind a
    /// sentence: `[1] [4]`.
    pub fn all(&mut self, common: &'n Common) -> String {
        self.numbers(&common.sources)
    }

    /// The numbers of several sources.
    pub fn numbers(&mut self, sources: &'n [Citation]) -> String {
        in_brackets(
            sources
                .iter()
                .map(|citation| self.number(citation))
                .collect(),
        )
    }

    /// The numbers of what one statement rests on: the source that it names, else those under
    /// `sourced` that name its
    /// key or one above it, else all of its record.
    pub fn of(&mut self, common: &'n Common, source: Option<&SourceId>, key: &str) -> String {
        if let Some(source) = source {
            return in_brackets(vec![self.by_id(source.as_str())]);
        }
        let above = |told: &String| {
            key.strip_prefix(&**told)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let own = common
            .sourced
            .iter()
            .filter(|(_, keys)| keys.0.iter().any(above));
        let own: Vec<usize> = own.map(|(source, _)| self.by_id(source.as_str())).collect();
        if own.is_empty() {
            self.all(common)
        } else {
            in_brackets(own)
        }
    }

    /// The number of a source; a new one where it was not cited before.
    pub fn number(&mut self, citation: &'n Citation) -> usize {
        match citation {
            Citation::Id(id) => self.by_id(id.as_str()),
            Citation::InPlace(entry) => {
                if let Some(known) = self
                    .entries
                    .iter()
                    .position(|(_, known)| *known == Some(&**entry))
                {
                    return known + 1;
                }
                self.entries.push((entry.id.as_ref(), Some(entry)));
                self.entries.len()
            }
        }
    }

    /// The number of a source cited by id, which one written in place may bear.
    pub fn by_id(&mut self, id: &str) -> usize {
        let known = self
            .entries
            .iter()
            .position(|(known, _)| known.is_some_and(|known| known.as_str() == id));
        known.unwrap_or_else(|| {
            let found = self.network.sources.get_key_value(id);
            self.entries
                .push((found.map(|(id, _)| id), found.map(|(_, entry)| entry)));
            self.entries.len() - 1
        }) + 1
    }

    /// The list of all that were cited; with their addresses where everything is wanted.
    #[must_use]
    pub fn line(&self, in_full: bool) -> Option<Line> {
        let entries = self.entries.iter().enumerate();
        let entries: Vec<String> = entries
            .map(|(place, (_, entry))| format!("[{}] {}", place + 1, described(*entry, in_full)))
            .collect();
        (!entries.is_empty()).then_some((
            Bilingual {
                fr: "sources",
                en: "sources",
            },
            entries,
        ))
    }
}

fn in_brackets(mut numbers: Vec<usize>) -> String {
    numbers.sort_unstable();
    numbers.dedup();
    numbers
        .iter()
        .map(|number| format!("[{number}]"))
        .collect::<Vec<_>>()
        .join(" ")
}

fn described(entry: Option<&SourceEntry>, in_full: bool) -> String {
    let Some(entry) = entry else {
        return String::from("?");
    };
    let title = entry
        .title
        .as_ref()
        .or(entry.document.as_ref())
        .or(entry.url.as_ref())
        .cloned()
        .unwrap_or_default();
    let year = entry
        .year
        .map(|year| format!(", {year}"))
        .unwrap_or_default();
    let url = entry
        .url
        .as_ref()
        .filter(|_| in_full)
        .map(|url| format!(" <{url}>"))
        .unwrap_or_default();
    format!("{title}{year}{url}")
}
