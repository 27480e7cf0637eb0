//! What speaks of a word, where nothing has it as its name.

use crate::commands::explain::Known;
use crate::commands::explain::catalogue::{Catalogue, Entry, Subject};
use crate::commands::shared::layout::{entry, hanging};
use crate::documents::unaccented;
use crate::renderers::safe;
use crate::say;

/// Lines shown of what was found.
const MOST: usize = 20;

/// Everything in whose names, else in whose description, all words typed occur; `None` if there is
/// nothing.
pub(super) fn found(catalogue: &Catalogue, typed: &str, known: &Known) -> Option<String> {
    let mut words: Vec<String> = unaccented(typed)
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| word.len() > 2)
        .map(str::to_owned)
        .collect();
    let mut found = speaking_of(catalogue, &words);
    // What no sentence brings together may still be spoken of.
    let is_one_word = !typed.trim().contains(char::is_whitespace);
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    for word in words {
        if found.is_empty() && !is_one_word {
            found = speaking_of(catalogue, &[word]);
        }
    }
    let language = known.language;
    let shown = safe::line(typed);
    let heading = say!(language,
        fr: "Rien ne s'appelle `{shown}`\u{202f}; en parlent\u{a0}:",
        en: "Nothing is called `{shown}`; these speak of it:");
    (!found.is_empty()).then(|| lines(&heading, &found, known))
}

/// Entries in whose names all words occur, then those in whose description they do.
fn speaking_of<'c>(catalogue: &'c Catalogue, words: &[String]) -> Vec<&'c Entry> {
    let (mut by_name, mut by_text) = (Vec::new(), Vec::new());
    if words.is_empty() {
        return by_name;
    }
    for one in &catalogue.entries {
        match one.mentions(words) {
            (true, _) => add(&mut by_name, one),
            (false, true) => add(&mut by_text, one),
            (false, false) => {}
        }
    }
    by_name.append(&mut by_text);
    by_name
}

/// Adds an entry, unless it is a key that is already there in another kind of record.
fn add<'c>(found: &mut Vec<&'c Entry>, one: &'c Entry) {
    let is_same = |other: &&&Entry| {
        matches!((&other.subject, &one.subject), (Subject::Key(a), Subject::Key(b))
            if a.key() == b.key() && other.about == one.about)
    };
    if !found.iter().any(|other| is_same(&other)) {
        found.push(one);
    }
}

/// The subjects that have one name, one line each.
pub(super) fn listed(subjects: &[Subject], typed: &str, known: &Known) -> String {
    let catalogue = Catalogue::of(known.network(), known.language);
    let names: Vec<String> = subjects.iter().map(name).collect();
    let entries: Vec<&Entry> = catalogue
        .entries
        .iter()
        .filter(|entry| names.contains(&name(&entry.subject)))
        .collect();
    let shown = safe::line(typed);
    let heading = say!(known.language,
        fr: "Plusieurs choses s'appellent `{shown}`\u{a0}:",
        en: "Several things are called `{shown}`:");
    lines(&heading, &entries, known)
}

/// The name by which a subject is asked for, and no other.
pub(super) fn name(subject: &Subject) -> String {
    match subject {
        Subject::Rule(rule) => rule.name.to_owned(),
        Subject::Criterion(id) => id.clone(),
        Subject::Kind(kind) => (*kind).to_owned(),
        Subject::Key(key) => key.name(),
        Subject::List(list) => list.name().to_owned(),
        Subject::Word(list, id) => format!("{}.{id}", list.name()),
    }
}

fn lines(heading: &str, entries: &[&Entry], known: &Known) -> String {
    let language = known.language;
    let mut text = hanging("", heading, known.columns) + "\n";
    let names: Vec<String> = entries
        .iter()
        .take(MOST)
        .map(|one| name(&one.subject))
        .collect();
    let width = names.iter().map(|name| name.chars().count()).max();
    let width = width.unwrap_or_default();
    for (one, name) in entries.iter().zip(&names) {
        let about = first_sentence(&one.about);
        text += &entry(
            &format!("  {name:width$}  "),
            &safe::line(about),
            known.columns,
        );
    }
    let rest = entries.len().saturating_sub(MOST);
    if rest > 0 {
        text += &say!(language,
            fr: "  … et {rest} de plus\u{a0}: préciser d'un mot\n",
            en: "  … and {rest} more: add a word\n");
    }
    text
}

/// The beginning of a description that goes on.
fn first_sentence(text: &str) -> &str {
    text.split_once(". ").map_or(text, |(first, _)| first)
}
