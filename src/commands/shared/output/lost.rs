//! The note about characters that no font has, with the places where records use them.

use std::collections::BTreeMap;

use crate::commands::shared::command::{RunContext, eprint};
use crate::documents::Limits;
use crate::language::Language;
use crate::renderers::lost::IN_ITS_PLACE;
use crate::renderers::safe;
use crate::say;
use crate::sources::{Folder, Source};

/// Most lines of the note.
const MOST_LINES: usize = 10;

/// Endings of the files of a workspace whose texts reach reports.
const ENDINGS: [&str; 6] = [".toml", ".yaml", ".yml", ".md", ".html", ".typ"];

/// Prints a line for each place that holds characters which the last output could not show. It is
/// printed with `--quiet` as well: the output is not what the records say.
pub fn tell(context: &RunContext, language: Language) {
    let lost = context.lost.characters();
    if lost.is_empty() {
        return;
    }
    let texts = context.folder().map(|folder| texts(&folder));
    let texts = texts.unwrap_or_default();
    let mut by_place: BTreeMap<Option<String>, Vec<char>> = BTreeMap::new();
    for character in lost {
        let places: Vec<String> = texts
            .iter()
            .filter_map(|source| place(source, character))
            .collect();
        if places.is_empty() {
            by_place.entry(None).or_default().push(character);
        }
        for place in places {
            by_place.entry(Some(place)).or_default().push(character);
        }
    }
    let more = by_place.len().saturating_sub(MOST_LINES);
    for (place, characters) in by_place.iter().take(MOST_LINES) {
        print_note(&line(place.as_deref(), characters, language));
    }
    if more > 0 {
        print_note(&say!(language,
            fr: "… et à {more} autres endroits",
            en: "… and in {more} other places"));
    }
}

/// The texts of a workspace.
fn texts(folder: &Folder) -> Vec<Source> {
    let files = folder.list("").into_iter().flatten();
    files
        .filter(|path| ENDINGS.iter().any(|ending| path.ends_with(ending)))
        .filter_map(|path| folder.read(&path, Limits::BYTES).ok())
        .collect()
}

/// The file and the first line that hold a character.
fn place(source: &Source, character: char) -> Option<String> {
    let before = source.text.split_once(character)?.0;
    let line = before.matches('\n').count() + 1;
    Some(format!("{}:{line}", safe::line(&source.path)))
}

fn line(place: Option<&str>, characters: &[char], language: Language) -> String {
    let shown: Vec<String> = characters
        .iter()
        .map(|character| format!("{character} (U+{:04X})", u32::from(*character)))
        .collect();
    let shown = safe::line(&shown.join(", "));
    let lost = say!(language,
        fr: "aucune police du programme n'a {shown}\u{202f}; {IN_ITS_PLACE} en tient lieu",
        en: "no font of the program has {shown}; {IN_ITS_PLACE} is in its place");
    match place {
        Some(place) => say!(language, fr: "{place}\u{a0}: {lost}", en: "{place}: {lost}"),
        None => lost,
    }
}

/// Prints a line in the name of the program.
fn print_note(text: &str) {
    eprint(&format!("apes: {text}"));
}
