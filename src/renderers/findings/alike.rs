//! Findings that say the same of several places, which are reported once with a list of places.

use std::collections::BTreeMap;

use crate::diagnostic::{Finding, Severity};

/// Number of findings that say the same from which they are reported together.
const FEWEST: usize = 4;

/// Name, severity, sentence and help: what findings that say the same have in common.
type Key<'f> = (&'f str, Severity, &'f str, Option<&'f str>);

/// Findings that say the same, by what they say.
pub(super) struct AlikeFindings<'f>(BTreeMap<Key<'f>, Vec<&'f Finding>>);

impl<'f> AlikeFindings<'f> {
    pub(super) fn new(findings: impl Iterator<Item = &'f Finding>) -> Self {
        let mut groups: BTreeMap<Key<'f>, Vec<&'f Finding>> = BTreeMap::new();
        for finding in findings.filter(|finding| is_plain(finding)) {
            groups.entry(key(finding)).or_default().push(finding);
        }
        groups.retain(|_, group| group.len() >= FEWEST);
        Self(groups)
    }

    /// Whether a finding is reported itself: the only one that says so, or the first.
    pub(super) fn is_first(&self, finding: &'f Finding) -> bool {
        self.group(finding)
            .first()
            .is_none_or(|first| std::ptr::eq(*first, finding))
    }

    /// The findings that say the same as the first of them.
    pub(super) fn others(&self, finding: &'f Finding) -> &[&'f Finding] {
        self.group(finding)
            .split_first()
            .map_or(&[], |(_, others)| others)
    }

    fn group(&self, finding: &'f Finding) -> &[&'f Finding] {
        if !is_plain(finding) {
            return &[];
        }
        self.0.get(&key(finding)).map_or(&[], Vec::as_slice)
    }
}

fn key(finding: &Finding) -> Key<'_> {
    let help = finding.help.as_ref().map(|help| help.sentence.as_str());
    (&finding.name, finding.severity, &finding.sentence, help)
}

/// Whether a finding has one place only, and no edits: then its place says everything.
fn is_plain(finding: &Finding) -> bool {
    let has_edits = finding
        .help
        .as_ref()
        .is_some_and(|help| !help.edits.is_empty());
    finding.secondary.is_empty() && !has_edits
}
