//! Where that belongs which an unknown key says: in another table, in another kind of record, or
//! nowhere, as the name of a person.

use crate::documents::schema::key_names::keys_called;
use crate::documents::schema::schemas::Schemas;
use crate::documents::spelling::plain;
use crate::language::{Bilingual, Language};
use crate::say;

/// Kinds of record, with the words for a record of each.
const KINDS: [(&str, Bilingual); 4] = [
    (
        "actor",
        Bilingual {
            fr: "d'un acteur",
            en: "of an actor",
        },
    ),
    (
        "dynamic",
        Bilingual {
            fr: "d'une dynamique",
            en: "of a dynamic",
        },
    ),
    (
        "territory",
        Bilingual {
            fr: "d'un territoire",
            en: "of a territory",
        },
    ),
    (
        "published",
        Bilingual {
            fr: "d'une publication",
            en: "of a publication",
        },
    ),
];

/// Words, as [`plain`] spells them, by which people are named.
const PERSONS: [&str; 17] = [
    "responsable",
    "president",
    "presidente",
    "directeur",
    "directrice",
    "referent",
    "referente",
    "animateur",
    "animatrice",
    "coordinateur",
    "coordinatrice",
    "interlocuteur",
    "interlocutrice",
    "prenom",
    "personne",
    "director",
    "manager",
];

/// Likewise, words for money.
const MONEY: [&str; 9] = [
    "budget",
    "montant",
    "cout",
    "depense",
    "subvention",
    "financement",
    "recette",
    "cost",
    "euro",
];

/// Likewise, words for how far something has come.
const STATES: [&str; 4] = ["statut", "status", "etat", "state"];

/// What to do with an unknown key of a table that may have `known` keys.
#[must_use]
pub fn advice(key: &str, known: &[&str], language: Language) -> String {
    of_its_subject(&plain(key), known, language)
        .or_else(|| of_another_place(key, known, language))
        .unwrap_or_else(|| {
            say!(language,
                fr: "si aucune clé du manuel ne convient, ce qui est propre à votre réseau se \
                    range dans le tableau `extra`",
                en: "if no key of the manual fits, what is your network's own goes into the table \
                    `extra`")
        })
}

/// What to do with a person, money, a state, a published figure or a postal code.
fn of_its_subject(name: &str, known: &[&str], language: Language) -> Option<String> {
    let has = |wanted: &str| known.contains(&wanted);
    if PERSONS.contains(&name) || has("person") && matches!(name, "name" | "nom") {
        return Some(say!(language,
            fr: "les fiches ne nomment personne\u{a0}: écrire `contacts = [{{ role = \"…\", \
                email = \"…\" }}]` avec une adresse de la structure, ou la personne dans le \
                dossier privé",
            en: "records name no person: write `contacts = [{{ role = \"…\", email = \"…\" }}]` \
                with an address of the organisation, or the person in the private folder"));
    }
    if has("years") && MONEY.contains(&name) {
        return Some(say!(language,
            fr: "les montants se rangent par année, sous `[years.2024.resources]`\u{202f}; ceux \
                d'une convention, dans `agreements` du territoire\u{202f}; d'un appel, dans \
                `calls`",
            en: "amounts go by year, under `[years.2024.resources]`; those of an agreement, in \
                `agreements` of the territory; of a call, in `calls`"));
    }
    if has("stages") && STATES.contains(&name) {
        return Some(say!(language,
            fr: "`seen` dit les années où la chose a été vue, `to` sa fin, `stages` les étapes \
                franchies",
            en: "`seen` tells the years in which it was seen, `to` its end, `stages` the stages \
                reached"));
    }
    if has("figures") {
        return Some(say!(language,
            fr: "un chiffre publié se range sous le titre `[figures]`",
            en: "a published figure goes under the heading `[figures]`"));
    }
    if name == "codepostal" {
        return Some(say!(language,
            fr: "le code postal ne sert pas\u{a0}: `place` prend le code officiel de la commune, \
                que donne `apes code` suivi de son nom",
            en: "postal codes are of no use: `place` takes the official code of the municipality, \
                which `apes code` followed by its name tells"));
    }
    None
}

/// What to do with a key of another table or kind of record, or with one that is there already.
fn of_another_place(key: &str, known: &[&str], language: Language) -> Option<String> {
    let called = candidates(key);
    let is_root = known.contains(&"extra") && known.contains(&"name");
    let is_contact = |key: &&str| matches!(*key, "phone" | "email" | "address" | "website");
    if known.contains(&"contacts") && called.iter().any(is_contact) {
        return Some(say!(language,
            fr: "cela se range dans `contacts`, avec un rôle\u{a0}: `contacts = [{{ role = \"…\", \
                phone = \"…\" }}]`, ou dans la fiche de l'acteur",
            en: "this goes into `contacts`, with a role: `contacts = [{{ role = \"…\", phone = \
                \"…\" }}]`, or into the record of the actor"));
    }
    if let Some(key) = called.iter().skip(1).find(|key| known.contains(key)) {
        return Some(say!(language,
            fr: "cela s'écrit `{key}`, que cette fiche a déjà",
            en: "this is written `{key}`, which this record has already"));
    }
    if let Some((record, key)) = record_with(&called, is_root) {
        let record = record.get(language);
        return Some(say!(language,
            fr: "`{key}` est une clé de la fiche {record}",
            en: "`{key}` is a key of the record {record}"));
    }
    None
}

/// Keys that a name may mean: itself, those of which it is another name, and likewise for the word
/// with which it begins.
fn candidates(name: &str) -> Vec<&str> {
    let first = name
        .split(['-', '_', ' '])
        .next()
        .unwrap_or_default()
        .trim_end_matches(|letter: char| letter.is_ascii_digit());
    let mut keys = vec![name];
    keys.extend(keys_called(name));
    keys.extend(keys_called(first));
    keys
}

/// The kind of record that has one of these keys, if only one has it.
fn record_with<'k>(keys: &[&'k str], is_root: bool) -> Option<(Bilingual, &'k str)> {
    let schemas = Schemas::embedded();
    let keys = keys.iter().filter(|_| is_root);
    keys.copied().find_map(|key| {
        let mut kinds = KINDS.iter().filter(|(kind, _)| schemas.has_key(kind, key));
        let (_, record) = kinds.next()?;
        kinds.next().is_none().then_some((*record, key))
    })
}
