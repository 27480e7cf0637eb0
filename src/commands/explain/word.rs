//! The explanation of a list of the vocabulary, and of one of its words.

use crate::commands::explain::Known;
use crate::commands::shared::layout::{entry, hanging};
use crate::documents::{key_references, kinds};
use crate::language::Language;
use crate::records::{List, VocabularyWord};
use crate::renderers::safe;
use crate::say;

/// Explains a list: its words, and the keys that take them.
pub(super) fn list_explanation(list: List, known: &Known) -> String {
    let language = known.language;
    let words = known.network().vocabulary.list(list);
    let count = language.count(
        words.len(),
        say!(language, fr: "mot", en: "word").as_str(),
        say!(language, fr: "mots", en: "words").as_str(),
    );
    let name = list.name();
    let mut text = say!(language,
        fr: "{name} · liste du vocabulaire, {count}\n\n",
        en: "{name} · list of the vocabulary, {count}\n\n");
    let vocabulary = key_references("vocabulary");
    let described = vocabulary.iter().find(|key| key.path == [name]);
    if let Some(described) = described {
        text += &(hanging("  ", described.description(language), known.columns) + "\n");
    }
    let width = words.iter().map(|(id, _)| id.chars().count()).max();
    let width = width.unwrap_or_default();
    for (id, word) in words {
        let heading = format!("  {:width$}  ", safe::line(id));
        text += &entry(&heading, &safe::line(&label(word, language)), known.columns);
    }
    text + &used_by(list, known)
}

/// The label of a word in a language, with the other one behind it.
fn label(word: &VocabularyWord, language: Language) -> String {
    let (own, other) = (word.label(language), word.label(language.other()));
    if own == other {
        own.to_owned()
    } else {
        format!("{own} ({other})")
    }
}

/// The keys that take words of a list.
fn used_by(list: List, known: &Known) -> String {
    let keys: Vec<String> = kinds()
        .flat_map(key_references)
        .filter(|key| key.part.mark("x-word") == Some(list.name()))
        .map(|key| key.name())
        .collect();
    if keys.is_empty() {
        return String::new();
    }
    let heading = say!(known.language, fr: "  S'emploie  ", en: "  Used in    ");
    "\n".to_owned() + &hanging(&heading, &keys.join(", "), known.columns)
}

/// Explains a word; `None` if the list does not have it.
pub(super) fn explanation(list: List, id: &str, known: &Known) -> Option<String> {
    let language = known.language;
    let vocabulary = &known.network().vocabulary;
    let word = vocabulary.word(list, id)?;
    let name = list.name();
    let shown = safe::line(id);
    let mut text = say!(language,
        fr: "{shown} · mot de la liste `{name}`\n\n",
        en: "{shown} · word of the list `{name}`\n\n");
    for (heading, value) in facts(list, word, known) {
        text += &hanging(&heading, &safe::line(&value), known.columns);
    }
    text += &used_by(list, known);
    let ending = say!(language,
        fr: "  Voisins    `apes explain {name}` énumère les mots de la liste\n",
        en: "  See also   `apes explain {name}` lists the words of the list\n");
    Some(text + &ending)
}

/// What the vocabulary says of a word, under headings.
fn facts(list: List, word: &VocabularyWord, known: &Known) -> Vec<(String, String)> {
    let language = known.language;
    let vocabulary = &known.network().vocabulary;
    let mut facts = vec![(
        say!(language, fr: "  Se lit     ", en: "  Reads      "),
        label(word, language),
    )];
    if let Some(short) = word.short.as_ref().and_then(|short| short.get(language)) {
        facts.push((
            say!(language, fr: "  En court   ", en: "  In short   "),
            short.to_owned(),
        ));
    }
    if let Some(definition) = word.definition.as_ref().and_then(|text| text.get(language)) {
        facts.push((
            say!(language, fr: "  Sens       ", en: "  Meaning    "),
            definition.to_owned(),
        ));
    }
    if let Some(family) = &word.family {
        let family = vocabulary.label(List::Families, family, language);
        facts.push((
            say!(language, fr: "  Famille    ", en: "  Family     "),
            family.to_owned(),
        ));
    }
    if matches!(list, List::Forms | List::NetworkRoles) && word.counts == Some(false) {
        facts.push((
            say!(language, fr: "  Compte     ", en: "  Counts     "),
            say!(language,
                fr: "non\u{a0}: ces dynamiques sont racontées, sans être comptées",
                en: "no: such dynamics are reported on, and not counted"),
        ));
    }
    if let Some(from) = word.from {
        facts.push((
            say!(language, fr: "  Depuis     ", en: "  Since      "),
            from.format(language),
        ));
    }
    if let Some(to) = word.to {
        facts.push((
            say!(language, fr: "  Jusqu'à    ", en: "  Until      "),
            say!(language,
                fr: "{}\u{a0}: ne s'emploie plus pour de nouvelles fiches",
                en: "{}: no longer used in new records",
                to.format(language)),
        ));
    }
    facts
}
