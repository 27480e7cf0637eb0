//! The list of known findings that a network commits, to mend them by and by.
//!
//! One finding a line: check, record, and the line of the record, between tabs. The sentence is
//! left out, since it is in the language of whoever validates.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::checks::STALE_BASELINE_ENTRY;
use crate::diagnostic::{At, Finding, Identity, Place};
use crate::language::Language;
use crate::network::Network;
use crate::say;
use crate::sources::{Source, Span};
use crate::validation::levels::apply_level_of_rule;

/// Characters of a line that are kept: enough to know it again.
const MOST_CHARACTERS: usize = 120;

/// Entries of the list, each with the number of findings that it still covers.
#[derive(Clone, Debug, Default)]
pub struct Baseline {
    entries: BTreeMap<String, usize>,
}

impl Baseline {
    /// Reads the list; lines that are empty or begin with `#` say nothing. Returns the number of
    /// a line that is no entry, from 1, as an error.
    ///
    /// # Errors
    /// Returns an error if a line has not two tabs.
    pub fn parse(text: &str) -> Result<Self, usize> {
        let mut entries = BTreeMap::new();
        for (index, line) in text.lines().enumerate() {
            let line = line.trim_end_matches('\r');
            if !is_entry(line) {
                continue;
            }
            if line.matches('\t').count() < 2 {
                return Err(index + 1);
            }
            *entries.entry(line.to_owned()).or_default() += 1;
        }
        Ok(Self { entries })
    }

    /// Whether each finding is new; those that are known are taken from the list.
    #[must_use]
    pub fn novelty(&mut self, now: &[Identity]) -> Vec<bool> {
        now.iter().map(|identity| !self.takes(identity)).collect()
    }

    fn takes(&mut self, identity: &Identity) -> bool {
        match self.entries.get_mut(&entry(identity)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        }
    }

    /// Findings about the entries that are left over, at their lines in the file of the list.
    #[must_use]
    pub fn stale(&self, source: &Source, network: &Network, language: Language) -> Vec<Finding> {
        let (mut left, mut findings) = (self.entries.clone(), Vec::new());
        let mut start = 0;
        for line in source.text.split_inclusive('\n') {
            let (from, entry) = (start, line.trim_end_matches(['\n', '\r']));
            start += line.len();
            let Some(count) = left.get_mut(entry).filter(|count| **count > 0) else {
                continue;
            };
            *count -= 1;
            let at = At::Span(Span::new(from, from + entry.len()));
            findings.push(finding(&source.path, at, entry, language));
        }
        findings
            .into_iter()
            .filter_map(|finding| apply_level_of_rule(network, finding))
            .collect()
    }

    /// The list without the entries that are left over: it may only shrink.
    #[must_use]
    pub fn shrunk(&self, text: &str) -> String {
        let (mut left, mut kept) = (self.entries.clone(), String::new());
        for line in text.split_inclusive('\n') {
            let entry = line.trim_end_matches(['\n', '\r']);
            match left.get_mut(entry).filter(|count| **count > 0) {
                Some(count) => *count -= 1,
                None => kept += line,
            }
        }
        kept
    }

    /// The list of all findings, with a line above that says what it is.
    #[must_use]
    pub fn written(now: &[Identity], language: Language) -> String {
        let mut entries: Vec<String> = now.iter().map(entry).collect();
        entries.sort();
        let mut text = say!(language,
            fr: "# Constats connus, à corriger peu à peu\u{a0}: cette liste ne peut que raccourcir \
                (`apes validate --baseline`).\n",
            en: "# Known findings, to be mended by and by: this list may only shrink (`apes \
                validate --baseline`).\n");
        for entry in entries {
            text += &entry;
            text.push('\n');
        }
        text
    }
}

fn is_entry(line: &str) -> bool {
    !line.trim().is_empty() && !line.starts_with('#')
}

/// The line of a finding in the list.
fn entry(identity: &Identity) -> String {
    let line: String = identity.line.chars().take(MOST_CHARACTERS).collect();
    let line = line.replace(char::is_control, " ");
    format!("{}\t{}\t{line}", identity.check, identity.subject)
}

fn finding(file: &Arc<str>, at: At, entry: &str, language: Language) -> Finding {
    let mut parts = entry.split('\t');
    let check = parts.next().unwrap_or_default();
    let subject = parts.next().unwrap_or_default();
    let place = Place {
        file: file.clone(),
        at,
    };
    let sentence = say!(language,
        fr: "`{check}` n'a plus rien à dire de `{subject}` à cette ligne",
        en: "`{check}` no longer finds anything about `{subject}` in this line");
    Finding::new(&STALE_BASELINE_ENTRY, language, place, sentence).help(say!(language,
        fr: "retirer la ligne, ou relancer `apes validate` avec `--write-baseline`, qui retire \
            toutes celles-là",
        en: "remove the line, or run `apes validate` again with `--write-baseline`, which removes \
            all such lines"))
}
