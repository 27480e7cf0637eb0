//! Which findings were there before, however far their lines and files have moved.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Identity;
use crate::network::Network;
use crate::records::{FileKind, classify_path};
use crate::validation::validate::Validated;

/// The identities of findings, in their order.
#[must_use]
pub fn identities(validated: &Validated) -> Vec<Identity> {
    let mut identities = Vec::with_capacity(validated.findings.len());
    for finding in &validated.findings {
        let file = &finding.primary.place.file;
        let source = validated.sources.get(file);
        identities.push(Identity::of(finding, &subject(file), source));
    }
    identities
}

/// What the file of a finding is about: a record by kind and id, so that it may move; else the
/// file.
fn subject(file: &str) -> String {
    match classify_path(file) {
        Ok(FileKind::Territory(id)) => format!("territory/{id}"),
        Ok(FileKind::Actor(_, id)) => format!("actor/{id}"),
        Ok(FileKind::Dynamic(_, id)) => format!("dynamic/{id}"),
        Ok(FileKind::Published(home, id)) => format!("published/{home}/{id}"),
        _ => file.to_owned(),
    }
}

/// Findings that were there before, each of which is found again once at most.
pub struct Novelty {
    before: BTreeMap<Identity, usize>,
    /// Records that there were before, and those that there are now.
    subjects: [BTreeSet<String>; 2],
}

impl Novelty {
    /// The findings of before, with the records of before and of now.
    #[must_use]
    pub fn since(before: Vec<Identity>, networks: [&Network; 2]) -> Self {
        let mut counts = BTreeMap::new();
        for identity in before {
            *counts.entry(identity).or_default() += 1;
        }
        Self {
            before: counts,
            subjects: networks.map(subjects),
        }
    }

    /// Whether each finding of now is new.
    #[must_use]
    pub fn of(mut self, now: &[Identity]) -> Vec<bool> {
        let mut new: Vec<bool> = now.iter().map(|one| !self.takes(one)).collect();
        // Then records with another id than before, whose findings are the same but for that.
        for (identity, is_new) in now.iter().zip(&mut new) {
            if *is_new && !self.subjects[0].contains(&identity.subject) {
                *is_new = !self.takes_renamed(identity);
            }
        }
        new
    }

    /// Takes a finding of before.
    fn takes(&mut self, identity: &Identity) -> bool {
        match self.before.get_mut(identity) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        }
    }

    /// Takes a finding of before of a record that is gone, else the same.
    fn takes_renamed(&mut self, identity: &Identity) -> bool {
        let mut same = self.before.iter_mut().filter(|(before, count)| {
            **count > 0
                && before.check == identity.check
                && before.line == identity.line
                && before.sentence == identity.sentence
                && !self.subjects[1].contains(&before.subject)
        });
        let Some((_, count)) = same.next() else {
            return false;
        };
        *count -= 1;
        true
    }
}

fn subjects(network: &Network) -> BTreeSet<String> {
    network
        .records()
        .map(|record| subject(record.file()))
        .collect()
}
