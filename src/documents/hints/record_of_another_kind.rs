//! `record-of-another-kind`: a record in the folder of another kind, an actor in `dynamics/`.

use crate::diagnostic::Finding;
use crate::documents::hints::hint::Hint;
use crate::documents::reading::Reading;
use crate::documents::schema::schemas::Schemas;
use crate::documents::tree::{Entry, Node, Value};
use crate::language::{Bilingual, Language};
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "record-of-another-kind", Error,
        fr: "le dossier dit de quelle sorte est une fiche, et donc ce qu'elle peut contenir",
        en: "the folder tells the kind of a record, hence what it may hold"),
    diagnose: |_| None,
};

/// Kinds of record that share folders of a territory: the folder, the words for one, the key that
/// no record of another kind has and that tells it.
const KINDS: [(&str, &str, Bilingual, &[&str]); 3] = [
    (
        "actor",
        "actors",
        Bilingual {
            fr: "un acteur",
            en: "an actor",
        },
        &["kind"],
    ),
    (
        "dynamic",
        "dynamics",
        Bilingual {
            fr: "une dynamique",
            en: "a dynamic",
        },
        &["partners", "theme", "seen", "purpose"],
    ),
    (
        "published",
        "published",
        Bilingual {
            fr: "une publication",
            en: "a publication",
        },
        &["figures", "records", "dynamics_by_theme"],
    ),
];

/// Reports a record whose keys are all those of one other kind, and not of its own.
#[must_use]
pub fn scan(reading: &Reading, kind: &str, tree: &Node, first_key: Span) -> Option<Finding> {
    let Value::Table(entries) = &tree.value else {
        return None;
    };
    let (_, folder, ..) = KINDS.iter().find(|(name, ..)| *name == kind)?;
    let strangers = entries.iter().filter(|entry| !has(kind, entry)).count();
    let other = KINDS.iter().find(|(name, _, _, telling)| {
        *name != kind
            && entries.iter().all(|entry| has(name, entry))
            && telling.iter().any(|key| {
                !Schemas::embedded().has_key(kind, key)
                    && entries.iter().any(|entry| entry.key == *key)
            })
    });
    let (_, right_folder, words, _) = other.filter(|_| strangers > 0)?;
    let (above, file) = reading.source.path.split_once(&format!("/{folder}/"))?;
    let language: Language = reading.language;
    let words = words.get(language);
    Some(
        reading
            .finding(
                &HINT.rule,
                first_key,
                say!(language,
                    fr: "cette fiche est celle d'{words}",
                    en: "this is the record of {words}"),
            )
            .help(say!(language,
                fr: "la ranger dans `{above}/{right_folder}/{file}`",
                en: "move it to `{above}/{right_folder}/{file}`")),
    )
}

fn has(kind: &str, entry: &Entry) -> bool {
    Schemas::embedded().has_key(kind, &entry.key)
}
