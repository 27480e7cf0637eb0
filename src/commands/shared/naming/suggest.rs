//! The commands, options and values that a wrong word was probably meant to be.

use clap::Command;

use crate::commands::shared::naming::report_names::REPORT_NAMES;
use crate::commands::shared::naming::verb_names::{ABSENT, OPTION_WORDS, VERB_NAMES};
use crate::documents::plain;
use crate::language::Bilingual;

/// Suggestions shown of equally near names.
const MOST: usize = 3;

/// Letters from which a word that begins another is taken for its beginning.
const BEGINNING: usize = 3;

/// What is suggested for a wrong word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestion {
    /// Names, the nearest ones alone.
    pub names: Vec<String>,
    /// A sentence, where no name is the answer.
    pub advice: Option<Bilingual>,
}

/// The commands that an unknown one was meant to be, below another such as `charter`, or at the top
/// if `above` is empty; `following` is the word typed after it.
#[must_use]
pub fn near_commands(typed: &str, following: Option<&str>, above: &str) -> Suggestion {
    let known = known_commands(above);
    let both = following.map(|following| format!("{typed} {following}"));
    let exact = both
        .as_deref()
        .map(|both| meant_exactly(both, &known))
        .filter(|names| !names.is_empty())
        .unwrap_or_else(|| meant_exactly(typed, &known));
    let absent = ABSENT
        .iter()
        .find(|(words, _)| words.iter().any(|word| plain(word) == plain(typed)));
    if let Some((_, advice)) = absent.filter(|_| above.is_empty()) {
        return Suggestion {
            names: Vec::new(),
            advice: Some(*advice),
        };
    }
    if !exact.is_empty() {
        return Suggestion {
            names: exact,
            advice: None,
        };
    }
    let words = known
        .iter()
        .map(|(word, command)| (*word, command.as_str()));
    Suggestion {
        names: nearest_names(typed, words),
        advice: None,
    }
}

/// Every word for a command below another, with the command: verbs, their French names, the words
/// for them; reports likewise at the top.
fn known_commands(above: &str) -> Vec<(&'static str, String)> {
    let mut known = Vec::new();
    for names in VERB_NAMES {
        let Some(verb) = below(names.verb, above) else {
            continue;
        };
        let words = std::iter::once(verb)
            .chain(names.french.iter().copied())
            .chain(names.words.iter().copied());
        // What nobody calls by hand is suggested to nobody.
        if !(names.french.is_empty() && names.words.is_empty()) {
            known.extend(words.map(|word| (word, verb.to_owned())));
        }
    }
    if above.is_empty() {
        for names in REPORT_NAMES {
            let words = std::iter::once(names.report)
                .chain(names.french.iter().copied())
                .chain(names.words.iter().copied());
            known.extend(words.map(|word| (word, format!("report {}", names.report))));
        }
    }
    known
}

/// The name of a verb below another, such as `try` below `charter`.
fn below(verb: &'static str, above: &str) -> Option<&'static str> {
    if above.is_empty() {
        return (!verb.contains(' ')).then_some(verb);
    }
    verb.strip_prefix(above)?.strip_prefix(' ')
}

fn meant_exactly(typed: &str, known: &[(&'static str, String)]) -> Vec<String> {
    let typed = plain(typed);
    let mut found: Vec<String> = Vec::new();
    for (word, command) in known {
        if plain(word) == typed && !found.contains(command) {
            found.push(command.clone());
        }
    }
    found.truncate(MOST);
    found
}

/// The names whose words are nearest to a typed one: as few edits as any, and not too many. Without
/// case, accents and the ending of a plural.
fn nearest_names<'a>(typed: &str, words: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<String> {
    let typed = plain(typed);
    let mut ranked: Vec<(usize, &str)> = words
        .filter_map(|(word, name)| Some((distance(&typed, &plain(word))?, name)))
        .collect();
    ranked.sort_by_key(|(distance, _)| *distance);
    let Some((best, _)) = ranked.first().copied() else {
        return Vec::new();
    };
    let mut names: Vec<String> = Vec::new();
    for (_, name) in ranked.iter().take_while(|(distance, _)| *distance == best) {
        if !names.iter().any(|known| known == name) {
            names.push((*name).to_owned());
        }
    }
    names.truncate(MOST);
    names
}

/// The edits between a typed word and another, both plain; `None` if they are too many for a slip.
fn distance(typed: &str, word: &str) -> Option<usize> {
    let letters = typed.chars().count();
    if letters >= BEGINNING && word.starts_with(typed) {
        return Some(1);
    }
    let edits = strsim::osa_distance(typed, word);
    // Of four letters, two others are another word.
    let limit = if letters < 5 { 1 } else { letters / 3 };
    (edits <= limit && edits < word.chars().count()).then_some(edits)
}

/// The options that an unknown one was meant to be, among those of a verb and of all verbs.
#[must_use]
pub fn near_options(typed: &str, verb: &Command, program: &Command) -> Vec<String> {
    let typed = typed.trim_start_matches('-');
    let typed = typed.split_once('=').map_or(typed, |(name, _)| name);
    let options: Vec<&str> = verb
        .get_arguments()
        .chain(program.get_arguments())
        .filter(|argument| !argument.is_hide_set())
        .filter_map(clap::Arg::get_long)
        .collect();
    let meant = OPTION_WORDS
        .iter()
        .find(|(words, _)| words.iter().any(|word| plain(word) == plain(typed)));
    let is_known = |option: &str| {
        let name = option.split(' ').next().unwrap_or_default();
        options.contains(&name)
    };
    let names = match meant {
        Some((_, option)) if is_known(option) => vec![(*option).to_owned()],
        _ => nearest_names(typed, options.iter().map(|option| (*option, *option))),
    };
    names.iter().map(|name| format!("--{name}")).collect()
}

/// The values that an unknown one was meant to be; those of a report may be typed in French, or by
/// another word.
#[must_use]
pub fn near_values(typed: &str, known: &[String]) -> Vec<String> {
    let is_report = REPORT_NAMES
        .iter()
        .all(|names| known.iter().any(|value| value == names.report));
    let own = known.iter().map(|value| (&**value, &**value));
    if !is_report {
        return nearest_names(typed, own);
    }
    let others = REPORT_NAMES.iter().flat_map(|names| {
        let words = names.french.iter().chain(names.words);
        words.map(|word| (*word, names.report))
    });
    nearest_names(typed, own.chain(others))
}
