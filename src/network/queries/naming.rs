//! Every place that names a record or a source.

use std::sync::Arc;

use crate::diagnostic::Route;
use crate::network::network::Network;
use crate::records::{LazyRoute, Mention, Mentions, Record, Target};

/// A place that names a record or a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naming {
    /// Path of the file.
    pub file: Arc<str>,
    /// The route to the name.
    pub route: Route,
    /// Whether the name is a key; otherwise it is a value.
    pub is_key: bool,
}

impl Network {
    /// The places that name a record of a kind, or a source: in records, then in the settings.
    #[must_use]
    pub fn namings(&self, kind: &str, id: &str) -> Vec<Naming> {
        let mut found = Vec::new();
        collect(&self.territories, kind, id, &mut found);
        collect(&self.actors, kind, id, &mut found);
        collect(&self.dynamics, kind, id, &mut found);
        collect(&self.published, kind, id, &mut found);
        let settings: Arc<str> = Arc::from("apes.toml");
        self.settings
            .mentions(&LazyRoute::default(), &mut |mention| {
                found.extend(naming(&mention, &settings, kind, id));
            });
        found
    }
}

fn collect<I, T: Mentions>(
    records: &[Record<I, T>],
    kind: &str,
    id: &str,
    found: &mut Vec<Naming>,
) {
    for record in records {
        found.extend(namings_in(record, kind, id));
    }
}

/// The places in a record that name a record of a kind, or a source.
#[must_use]
pub fn namings_in<I, T: Mentions>(record: &Record<I, T>, kind: &str, id: &str) -> Vec<Naming> {
    let mut found = Vec::new();
    let mut visit = |mention: Mention| found.extend(naming(&mention, &record.file, kind, id));
    record.common.mentions(&LazyRoute::default(), &mut visit);
    record.body.mentions(&LazyRoute::default(), &mut visit);
    found
}

fn naming(mention: &Mention, file: &Arc<str>, kind: &str, id: &str) -> Option<Naming> {
    (names_kind(mention.to, kind) && mention.text == id).then(|| Naming {
        file: file.clone(),
        route: mention.route.route(),
        is_key: mention.is_key,
    })
}

/// Whether a target of mentions is a kind of record, or a source.
fn names_kind(target: Target, kind: &str) -> bool {
    match kind {
        "actor" => matches!(
            target,
            Target::Actor | Target::NamedInPlace | Target::Informant
        ),
        "territory" => target == Target::Territory,
        "dynamic" => target == Target::Dynamic,
        "source" => target == Target::Source,
        _ => false,
    }
}
