//! The words of a line that is being typed, as a shell would split them.

use std::path::Path;

use crate::sources::Folder;

/// The workspace that a line names by `--root`.
pub(super) fn root_of(line: &str) -> Option<Folder> {
    let words = words(line);
    let joined = words.iter().find_map(|word| word.strip_prefix("--root="));
    let next = || {
        let at = words.iter().position(|word| word == "--root")?;
        words.get(at + 1).map(String::as_str)
    };
    Some(Folder::at(Path::new(joined.or_else(next)?)))
}

/// The words before the cursor, without the name of the program; the last one is being typed, and
/// is empty behind a space.
pub(super) fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote) = (Vec::new(), String::new(), None);
    let mut escaped = false;
    for letter in line.chars() {
        match (letter, quote) {
            _ if escaped => {
                word.push(letter);
                escaped = false;
            }
            ('\\', None | Some('"')) => escaped = true,
            (letter, Some(open)) if letter == open => quote = None,
            ('"' | '\'', None) => quote = Some(letter),
            (letter, None) if letter.is_whitespace() => words.push(std::mem::take(&mut word)),
            _ => word.push(letter),
        }
    }
    words.push(word);
    let mut words: Vec<String> = words.drain(1.min(words.len())..).collect();
    // Several spaces make no words, but the last may be empty.
    let last = words.pop();
    words.retain(|word| !word.is_empty());
    words.extend(last);
    words
}
