//! Known codes that a mistyped one may stand for.

use crate::geography::area::Area;
use crate::geography::gazetteer::official;
use crate::sources::Cut;

/// Maximum length, in characters, of a text that may be a mistyped code: the longest code has nine.
const MAX_LENGTH: usize = 16;

/// Characters of official codes.
const ALPHABET: [char; 12] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B'];

/// Finds the areas whose code is one typing error away from an unknown one, each of them once, the
/// likeliest error first.
///
/// Errors are tried in this order: spaces and lower case; a missing character, at the front first,
/// since spreadsheets drop leading zeros; two characters swapped; one too many; one changed, the
/// last first. They make 428 candidates at most.
///
/// Codes of communes are so dense that several may match: a caller that knows the name of the area
/// should choose by it.
#[must_use]
pub fn nearest(code: &str) -> Vec<Area> {
    let typed: Vec<char> = code
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_uppercase())
        .take(MAX_LENGTH + 1)
        .collect();
    if typed.len() > MAX_LENGTH {
        return Vec::new();
    }
    let mut areas: Vec<Area> = Vec::new();
    for candidate in candidates(&typed) {
        for area in official(&candidate) {
            if area.code != code && !areas.contains(&area) {
                areas.push(area);
            }
        }
    }
    areas
}

/// Returns every text that is one error away, the likeliest first.
fn candidates(typed: &[char]) -> Vec<String> {
    let mut candidates = vec![typed.to_vec()];
    for index in 0..=typed.len() {
        candidates
            .extend(ALPHABET.map(|c| [typed.before(index), &[c], typed.behind(index)].concat()));
    }
    for index in 1..typed.len() {
        let mut swapped = typed.to_vec();
        swapped.swap(index - 1, index);
        candidates.push(swapped);
    }
    for index in 0..typed.len() {
        candidates.push([typed.before(index), typed.behind(index + 1)].concat());
    }
    for index in (0..typed.len()).rev() {
        candidates.extend(
            ALPHABET.map(|c| [typed.before(index), &[c], typed.behind(index + 1)].concat()),
        );
    }
    candidates.into_iter().map(String::from_iter).collect()
}
