//! The known code that a mistyped one was meant to be.

use crate::geography::area::Area;
use crate::geography::gazetteer::official;

/// Codes longer than this are no codes: nothing is sought.
const LONGEST: usize = 16;

/// What official codes are made of.
const ALPHABET: [char; 12] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B'];

/// Areas whose code is one slip away from an unknown one, likeliest slip first: spaces and small
/// letters, a character
/// missing (at the front first: leading zeros are lost in spreadsheets), two swapped, one too many,
/// one changed (the
/// last first). Few hundred codes are tried at most, and each area is answered once.
///
/// Communes lie so dense that several may be as near: where a name is known too, take the area that
/// bears it.
#[must_use]
pub fn nearest(code: &str) -> Vec<Area> {
    let typed: Vec<char> = code
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_uppercase())
        .take(LONGEST + 1)
        .collect();
    if typed.len() > LONGEST {
        return Vec::new();
    }
    let mut areas: Vec<Area> = Vec::new();
    for candidate in slips(&typed) {
        for area in official(&candidate) {
            if area.code != code && !areas.contains(&area) {
                areas.push(area);
            }
        }
    }
    areas
}

/// Every text one slip away, likeliest first.
fn slips(typed: &[char]) -> Vec<String> {
    let mut all = vec![typed.to_vec()];
    for place in 0..=typed.len() {
        all.extend(ALPHABET.map(|c| [&typed[..place], &[c], &typed[place..]].concat()));
    }
    for place in 1..typed.len() {
        let mut swapped = typed.to_vec();
        swapped.swap(place - 1, place);
        all.push(swapped);
    }
    for place in 0..typed.len() {
        all.push([&typed[..place], &typed[place + 1..]].concat());
    }
    for place in (0..typed.len()).rev() {
        all.extend(ALPHABET.map(|c| [&typed[..place], &[c], &typed[place + 1..]].concat()));
    }
    all.into_iter().map(String::from_iter).collect()
}
