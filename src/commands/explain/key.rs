//! The explanation of a kind of file and of one of its keys.

use serde_json::{Map, Value as Json};

use crate::commands::explain::Known;
use crate::commands::shared::layout::{entry, hanging, indented};
use crate::documents::{KeyReference, as_toml, described, key_references, other_names};
use crate::records::List;
use crate::say;
use crate::sources::Cut;

/// Words of a list that are shown with a key.
const MOST_WORDS: usize = 12;

/// Explains a kind of file: its keys at the top, the required ones marked.
pub(super) fn kind_explanation(kind: &str, known: &Known) -> String {
    let language = known.language;
    let keys = key_references(kind);
    let place = place_of(kind);
    let mut text = say!(language,
        fr: "{kind} · {place}\n\n",
        en: "{kind} · {place}\n\n");
    if let Some(part) = described(kind, language) {
        text += &(hanging("  ", part, known.columns) + "\n");
    }
    let top: Vec<&KeyReference> = keys
        .iter()
        .filter(|key| key.path.iter().filter(|part| **part != "*").count() == 1)
        .collect();
    text += &key_lines(&top, known);
    text + &say!(language,
        fr: "\n  * obligatoire · `apes explain {kind}.CLÉ` en dit plus\n",
        en: "\n  * required · `apes explain {kind}.KEY` tells more\n")
}

/// Where files of a kind are kept.
fn place_of(kind: &str) -> &'static str {
    match kind {
        "territory" => "territories/…/territory.toml",
        "actor" => "territories/…/actors/ID.toml",
        "dynamic" => "territories/…/dynamics/ID.toml",
        "published" => "territories/…/published/ID.toml",
        "sources" => "territories/sources.toml",
        "person" => "people/ID.toml",
        "vocabulary" => "schemas/vocabulary.toml",
        "charter" => "schemas/charter.toml",
        _ => "apes.toml",
    }
}

/// Keys, one line each.
fn key_lines(keys: &[&KeyReference], known: &Known) -> String {
    let width = keys.iter().map(|key| key.key().len()).max();
    let width = width.unwrap_or_default();
    keys.iter()
        .map(|key| {
            let mark = if key.is_required { '*' } else { ' ' };
            let heading = format!("  {mark} {:width$}  ", key.key());
            entry(&heading, key.description(known.language), known.columns)
        })
        .collect()
}

/// Explains a key.
pub(super) fn explanation(key: &KeyReference, known: &Known) -> String {
    let language = known.language;
    let name = key.name();
    let need = if key.is_required {
        say!(language, fr: "obligatoire", en: "required")
    } else {
        say!(language, fr: "facultative", en: "optional")
    };
    let place = place_of(key.kind);
    let mut text = say!(language,
        fr: "{name} · clé de `{place}`, {need}\n\n",
        en: "{name} · key of `{place}`, {need}\n\n");
    let heading = say!(language, fr: "  Sens       ", en: "  Meaning    ");
    text += &hanging(&heading, key.description(language), known.columns);
    let expects = key.expectation(language);
    if !expects.is_empty() {
        let heading = say!(language, fr: "  S'écrit    ", en: "  Written as ");
        text += &hanging(&heading, expects, known.columns);
    }
    text += &words(key, known);
    text += &names(key, known);
    if let Some(example) = example(key) {
        let heading = say!(language, fr: "  Exemple", en: "  Example");
        text += &format!("{heading}\n\n{}", indented(&example));
    }
    text += &inner_keys(key, known);
    let also = other_names(key.key()).join(", ");
    if !also.is_empty() {
        let heading = say!(language, fr: "  Synonymes  ", en: "  Synonyms   ");
        let sentence = say!(language,
            fr: "tapés à sa place, ces mots sont compris et corrigés\u{a0}: {also}",
            en: "typed in its place, these words are understood and corrected: {also}");
        text += &("\n".to_owned() + &hanging(&heading, &sentence, known.columns));
    }
    text
}

/// The words that a key takes.
fn words(key: &KeyReference, known: &Known) -> String {
    let language = known.language;
    let Some(name) = key.part.mark("x-word") else {
        return String::new();
    };
    let words: Vec<String> =
        if let Some((list, _)) = List::ALL.iter().find(|(_, list)| *list == name) {
            let words = known.network().vocabulary.list(*list).iter();
            words.map(|(id, _)| format!("`{id}`")).collect()
        } else {
            let principles = known.network().charter.principles.iter();
            principles.map(|(id, _)| format!("`{id}`")).collect()
        };
    let shown = words.before(words.len().min(MOST_WORDS)).join(", ");
    let heading = say!(language, fr: "  Mots       ", en: "  Words      ");
    let sentence = if words.len() > MOST_WORDS {
        let count = words.len();
        say!(language,
            fr: "{shown}… ({count} en tout\u{a0}: `apes explain {name}`)",
            en: "{shown}… ({count} in all: `apes explain {name}`)")
    } else {
        shown
    };
    hanging(&heading, &sentence, known.columns)
}

/// The kind of record that a key names.
fn names(key: &KeyReference, known: &Known) -> String {
    let language = known.language;
    let Some(kind) = key.part.mark("x-names") else {
        return String::new();
    };
    let heading = say!(language, fr: "  Renvoie à  ", en: "  Refers to  ");
    let sentence = match kind {
        "actor" => say!(language, fr: "l'identifiant d'un acteur", en: "the id of an actor"),
        "territory" => say!(language,
            fr: "l'identifiant d'un territoire, ou un code officiel",
            en: "the id of a territory, or an official code"),
        "dynamic" => say!(language, fr: "l'identifiant d'une dynamique", en: "the id of a dynamic"),
        "source" => say!(language,
            fr: "une source de `territories/sources.toml`",
            en: "a source of `territories/sources.toml`"),
        "agreement" => say!(language,
            fr: "une convention de la même fiche",
            en: "an agreement of the same record"),
        "check" => say!(language,
            fr: "un contrôle ou un critère (`apes explain`)",
            en: "a check or a criterion (`apes explain`)"),
        "commune" => say!(language, fr: "une commune, par son code", en: "a commune, by its code"),
        "person" => say!(language,
            fr: "une personne du dossier privé",
            en: "a person of the private folder"),
        _ => say!(language,
            fr: "un acteur ou une partie prenante",
            en: "an actor or a stakeholder"),
    };
    hanging(&heading, &sentence, known.columns)
}

/// A line that has the key, as TOML; a key in a table stands alone, under its own name.
fn example(key: &KeyReference) -> Option<String> {
    let mut table = Map::new();
    table.insert(key.key().to_owned(), key.example()?.clone());
    let is_table = matches!(table.values().next(), Some(Json::Object(_)));
    let text = as_toml(&table);
    Some(if is_table {
        text.trim_start().to_owned()
    } else {
        text
    })
}

/// The keys of a table.
fn inner_keys(key: &KeyReference, known: &Known) -> String {
    let depth = key.path.len();
    let all = key_references(key.kind);
    let inner: Vec<&KeyReference> = all
        .iter()
        .filter(|other| {
            let rest = other.path.get(depth..).unwrap_or_default();
            other.path.starts_with(&key.path)
                && rest.iter().filter(|part| **part != "*").count() == 1
        })
        .collect();
    if inner.is_empty() {
        return String::new();
    }
    let heading = say!(known.language, fr: "\n  Clés\n\n", en: "\n  Keys\n\n");
    heading + &key_lines(&inner, known)
}
